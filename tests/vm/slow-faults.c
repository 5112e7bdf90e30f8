/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A tracee whose page faults are slow: each page is served by userfaultfd after a delay. TASKS
 * threads pinned to one CPU sleep in such faults at once, while two busy threads on the same CPU
 * make CALLS calls each. A complete trace holds every call of the busy and every datum of the slow.
 * slow-faults [-n TASKS] [-m CALLS] [-r ROUNDS] [-d MILLISECONDS] [-w SECONDS] [-o LIST]
 * -w: how long to go on serving pages that nobody has read yet, for a tracer that reads late.
 */
#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <time.h>

#include "expect.h"

enum { BUSY = 2, KINDS = 3, TEXT = 64 };

static int tasks = 4, rounds = 2, delay_ms = 200, wait_s;
static long calls = 100000;
static char *memory; /* a page for each slow argument */
static int devnull;
static atomic_int running;
static pthread_mutex_t list = PTHREAD_MUTEX_INITIALIZER;

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
	atomic_fetch_sub(&running, 1);
	return NULL;
}

static void *busy(void *arg)
{
	long parent = 0;

	(void)arg;
	pin(0);
	for (long call = 0; call < calls; call++)
		parent = syscall(SYS_getppid);
	pthread_mutex_lock(&list);
	expect(expect_task(), calls, "getppid() %s", expect_result(parent));
	pthread_mutex_unlock(&list);
	atomic_fetch_sub(&running, 1);
	return NULL;
}

static long now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000 + now.tv_nsec / 1000000;
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

/* Serves each page delay_ms after its fault, until every thread is done, and then wait_s for the
 * pages left. */
static void serve(int fd, int count)
{
	long *due = calloc(count, sizeof(*due)), end = 0;
	int served = 0;

	while (atomic_load(&running) || (served < count && now_ms() < end)) {
		struct pollfd ready = {.fd = fd, .events = POLLIN};
		struct uffd_msg message;

		if (atomic_load(&running))
			end = now_ms() + wait_s * 1000;
		poll(&ready, 1, 5);
		while (read(fd, &message, sizeof(message)) == sizeof(message)) {
			int page = (message.arg.pagefault.address - (uintptr_t)memory) / PAGE;

			if (message.event == UFFD_EVENT_PAGEFAULT && !due[page])
				due[page] = now_ms() + delay_ms;
		}
		for (int page = 0; page < count; page++) {
			if (due[page] <= 0 || due[page] > now_ms())
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
	int option, count, fd;

	while ((option = getopt(argc, argv, "n:m:r:d:w:o:")) != -1) {
		switch (option) {
		case 'n':
			tasks = atoi(optarg);
			break;
		case 'm':
			calls = atol(optarg);
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
	memory = pages(count);
	fd = fault_server(memory, (size_t)count * PAGE);
	devnull = open("/dev/null", O_WRONLY | O_CLOEXEC);
	threads = calloc(tasks + BUSY, sizeof(*threads));
	atomic_store(&running, tasks + BUSY);
	for (int n = 0; n < tasks + BUSY; n++)
		if (pthread_create(&threads[n], NULL, n < tasks ? slow : busy, (void *)(intptr_t)n))
			err(2, "pthread_create");
	serve(fd, count);
	for (int n = 0; n < tasks + BUSY; n++)
		pthread_join(threads[n], NULL);
	expect_flush();
	return 0;
}
