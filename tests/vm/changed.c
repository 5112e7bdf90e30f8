// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * A tracee whose argument changes during the call: a write to a full pipe, from memory that is not
 * resident, waits until a neighbour, who sees it wait, has put other bytes there and made room. Read
 * at entry the argument is the first text, read late it is the second. The only writev of the program.
 * changed [-o LIST]
 */
#include <pthread.h>
#include <sys/uio.h>

#include "expect.h"

static char text[2 * PAGE] __attribute__((aligned(PAGE))) = "as it was at entry";
static const char later[] = "as it is at exit. ";
enum { SIZE = sizeof(later) - 1 };
static int ends[2];

/* Reads what /proc has of a task. */
static void read_of(pid_t task, const char *name, char *ret_text, size_t size)
{
	char path[64];
	FILE *file;

	snprintf(path, sizeof(path), "/proc/self/task/%d/%s", task, name);
	file = fopen(path, "re");
	if (!file || !fgets(ret_text, size, file))
		err(2, "%s", path);
	fclose(file);
}

/* Whether the task waits for room: it is in the call, and asleep as who waits for a page is not. */
static int waits(pid_t task)
{
	char call[512], state[512];

	read_of(task, "syscall", call, sizeof(call));
	read_of(task, "stat", state, sizeof(state));
	return strtol(call, NULL, 10) == SYS_writev && strstr(state, ") S ");
}

static void *change(void *arg)
{
	char block[PAGE];

	while (!waits(getpid()))
		usleep(1000);
	memcpy(text, later, SIZE);
	if (read(ends[0], block, sizeof(block)) != sizeof(block))
		err(2, "read");
	return arg;
}

int main(int argc, char **argv)
{
	static const char block[PAGE];
	struct iovec part = {.iov_base = text, .iov_len = SIZE};
	const char *path = NULL;
	pthread_t thread;
	long written;
	int option;

	while ((option = getopt(argc, argv, "o:")) != -1) {
		if (option != 'o')
			return 2;
		path = optarg;
	}
	expect_open(path);
	if (pipe(ends) || fcntl(ends[1], F_SETFL, O_NONBLOCK))
		err(2, "pipe");
	while (write(ends[1], block, sizeof(block)) > 0)
		;
	fcntl(ends[1], F_SETFL, 0);
	if (pthread_create(&thread, NULL, change, NULL))
		err(2, "pthread_create");
	make_cold(text, PAGE);
	written = syscall(SYS_writev, ends[1], &part, 1L);
	pthread_join(thread, NULL);
	expect(expect_task(), 1,
		"writev(%d, [{iov_base=\"as it was at entry\", iov_len=18}], 1) = %ld\t"
		"writev(%d, [{iov_base=\"%s\", iov_len=18}], 1) = %ld",
		ends[1], written, ends[1], later, written);
	expect_flush();
	return 0;
}
