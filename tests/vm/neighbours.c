// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * A tracee of threads that share one CPU: BUSY loops that make the same short call, counted, for SECONDS (a quarter of
 * the time: what formats the trace is no faster) or CALLS times each, and TASKS that sleep in page faults at once, each of which userfaultfd serves after a delay. A complete trace
 * holds every call of the busy and every datum of the slow.
 * neighbours [-b BUSY] [-s SECONDS | -m CALLS] [-n TASKS] [-r ROUNDS] [-d MILLISECONDS] [-w SECONDS] [-o LIST]
 * -w: how long to go on serving pages that nobody has read yet, for a tracer that reads late.
 */
#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <time.h>

#include "expect.h"

enum { KINDS = 3, TEXT = 64, NO_LIMIT = -1 };

static int loops = 2, tasks, rounds = 2, delay_ms = 200, wait_s;
static long calls = NO_LIMIT;
static double seconds = 10;
static char *memory; /* a page for each slow argument */
static int devnull;
static atomic_int running;
static pthread_mutex_t list = PTHREAD_MUTEX_INITIALIZER;

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec + time.tv_nsec / 1e9;
}

static void expect_end(void)
{
	expect(expect_task(), 1, "+++ exited with 0 +++");
	pthread_mutex_unlock(&list);
	atomic_fetch_sub(&running, 1);
}

static void *busy(void *arg)
{
	double end = now() + seconds;
	long made = 0, parent = 0;

	pin(0);
	while (calls == NO_LIMIT ? now() < end : made < calls) {
		double before = now(), after;

		for (int n = 0; n < 50; n++)
			parent = syscall(SYS_getppid);
		made += 50;
		after = now();
		while (calls == NO_LIMIT && now() < after + 3 * (after - before))
			;
	}
	pthread_mutex_lock(&list);
	expect(expect_task(), made, "getppid() %s", expect_result(parent));
	expect_end();
	return arg;
}

static void page_text(int page, char *text)
{
	snprintf(text, TEXT, "page-%04d/of-task-%d", page, page / (rounds * KINDS));
}

static void slow_round(int page)
{
	char *path = memory + (size_t)page * PAGE, *sunk = path + PAGE, *refused = sunk + PAGE;
	long opened, written, failed;
	int open_errno, write_errno;
	char text[TEXT];

	/* The text itself is not known to this thread: reading it here would make it resident. */
	opened = syscall(SYS_openat, AT_FDCWD, path, O_RDONLY);
	open_errno = errno;
	written = syscall(SYS_write, devnull, sunk, 12L);
	failed = syscall(SYS_write, -1, refused, 12L);
	write_errno = errno;
	pthread_mutex_lock(&list);
	page_text(page, text);
	errno = open_errno;
	expect(expect_task(), 1, "openat(AT_FDCWD, \"%s\", O_RDONLY) %s", text,
		expect_result(opened));
	page_text(page + 1, text);
	expect(expect_task(), 1, "write(%d, \"%.12s\", 12) %s", devnull, text,
		expect_result(written));
	page_text(page + 2, text);
	errno = write_errno;
	expect(expect_task(), 1, "write(-1, \"%.12s\", 12) %s", text, expect_result(failed));
	pthread_mutex_unlock(&list);
}

static void *slow(void *arg)
{
	int task = (intptr_t)arg;

	pin(0);
	for (int round = 0; round < rounds; round++)
		slow_round((task * rounds + round) * KINDS);
	pthread_mutex_lock(&list);
	expect_end();
	return NULL;
}

static void serve_page(int fd, int page)
{
	static char content[PAGE];
	struct uffdio_copy copy = {.dst = (uintptr_t)memory + (size_t)page * PAGE,
		.src = (uintptr_t)content,
		.len = PAGE};

	memset(content, 0, sizeof(content));
	page_text(page, content);
	if (ioctl(fd, UFFDIO_COPY, &copy) && errno != EEXIST)
		err(2, "UFFDIO_COPY");
}

/*
 * Serves each page delay_ms after its fault, until every thread is done, and then wait_s for the pages left.
 */
static void serve(int fd, int count)
{
	double *due = calloc(count, sizeof(*due)), end = 0;
	int served = 0;

	while (atomic_load(&running) || (served < count && now() < end)) {
		struct pollfd ready = {.fd = fd, .events = POLLIN};
		struct uffd_msg message;

		if (atomic_load(&running))
			end = now() + wait_s;
		poll(&ready, 1, 5);
		while (read(fd, &message, sizeof(message)) == sizeof(message)) {
			int page = (message.arg.pagefault.address - (uintptr_t)memory) / PAGE;

			if (message.event == UFFD_EVENT_PAGEFAULT && !due[page])
				due[page] = now() + delay_ms / 1e3;
		}
		for (int page = 0; page < count; page++) {
			if (due[page] <= 0 || due[page] > now())
				continue;
			serve_page(fd, page);
			due[page] = -1;
			served++;
		}
	}
	free(due);
}

int main(int argc, char **argv)
{
	const char *path = NULL;
	pthread_t *threads;
	int option, count, fd = -1;

	while ((option = getopt(argc, argv, "b:s:m:n:r:d:w:o:")) != -1) {
		switch (option) {
		case 'b':
			loops = atoi(optarg);
			break;
		case 's':
			seconds = atof(optarg);
			break;
		case 'm':
			calls = atol(optarg);
			break;
		case 'n':
			tasks = atoi(optarg);
			break;
		case 'r':
			rounds = atoi(optarg);
			break;
		case 'd':
			delay_ms = atoi(optarg);
			break;
		case 'w':
			wait_s = atoi(optarg);
			break;
		case 'o':
			path = optarg;
			break;
		default:
			return 2;
		}
	}
	expect_open(path);
	count = tasks * rounds * KINDS;
	if (count) {
		memory = pages(count);
		fd = fault_server(memory, (size_t)count * PAGE);
	}
	devnull = open("/dev/null", O_WRONLY | O_CLOEXEC);
	threads = calloc(tasks + loops, sizeof(*threads));
	if (devnull < 0 || !threads)
		err(2, "cannot begin");
	atomic_store(&running, tasks + loops);
	for (int n = 0; n < tasks + loops; n++)
		if (pthread_create(&threads[n], NULL, n < tasks ? slow : busy, (void *)(intptr_t)n))
			err(2, "pthread_create");
	if (count)
		serve(fd, count);
	for (int n = 0; n < tasks + loops; n++)
		pthread_join(threads[n], NULL);
	expect_flush();
	return 0;
}
