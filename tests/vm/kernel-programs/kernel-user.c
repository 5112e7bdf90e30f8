// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * kernel-user: the user-space side of the tests of the faultable tracepoints, run as root inside the virtual machine
 * by kernel-run. Usage: kernel-user TEST [ARGUMENT]; it prints one line, "ok", "FAIL" or "skip" with the test's name
 * and the reason. Those of BPF are in kernel-bpf.c. It must not look at the kernel log: kernel-run does.
 */
#include <errno.h>
#include <fcntl.h>
#include <linux/perf_event.h>
#include <linux/userfaultfd.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "kernel-user.h"

#define PROC	"/proc/kernel-probe"
#define TRACING "/sys/kernel/tracing/"

static const char *name;

int finish(const char *fmt, ...)
{
	va_list ap;

	printf("%s %s", fmt ? !strncmp(fmt, "skip", 4) ? "skip" : "FAIL" : "ok", name);
	if (fmt) {
		va_start(ap, fmt);
		printf(": ");
		vprintf(fmt, ap);
		va_end(ap);
	}
	putchar('\n');
	fflush(stdout);
	_exit(fmt ? 1 : 0);
}

double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec + t.tv_nsec / 1e9;
}

static int command(const char *fmt, ...)
{
	char buf[64];
	va_list ap;
	int fd = open(PROC, O_WRONLY), len, ret;

	if (fd < 0)
		finish("cannot open " PROC ": %s", strerror(errno));
	va_start(ap, fmt);
	len = vsnprintf(buf, sizeof(buf), fmt, ap);
	va_end(ap);
	ret = write(fd, buf, len) < 0 ? -errno : 0;
	close(fd);
	return ret;
}

static void must(int ret, const char *what)
{
	if (ret < 0)
		finish("%s: %s", what, strerror(ret == -1 ? errno : -ret));
}

/* The value of a line of the module's statistics. */
static long stat_of(const char *key)
{
	char line[512], k[32];
	FILE *f = fopen(PROC, "r");
	long v, ret = -1;

	while (f && fgets(line, sizeof(line), f))
		if (sscanf(line, "%31s %ld", k, &v) == 2 && !strcmp(k, key))
			ret = v;
	if (f)
		fclose(f);
	return ret;
}

static void path_is(const char *want)
{
	char line[512], got[300] = "";
	FILE *f = fopen(PROC, "r");

	while (f && fgets(line, sizeof(line), f))
		sscanf(line, "path %299s", got);
	if (f)
		fclose(f);
	if (strcmp(got, want))
		finish("the probe read \"%s\", not \"%s\"", got, want);
}

/* A page whose content only comes when uffd_serve() says so. */
char *uffd_page(int *ret_fd)
{
	struct uffdio_api api = {.api = UFFD_API};
	struct uffdio_register reg = {.mode = UFFDIO_REGISTER_MODE_MISSING};
	char *page = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	*ret_fd = syscall(SYS_userfaultfd, O_CLOEXEC);
	if (*ret_fd < 0)
		finish("userfaultfd: %s", strerror(errno));
	must(ioctl(*ret_fd, UFFDIO_API, &api), "UFFDIO_API");
	reg.range.start = (unsigned long)page;
	reg.range.len = PAGE;
	must(ioctl(*ret_fd, UFFDIO_REGISTER, &reg), "UFFDIO_REGISTER");
	return page;
}

void uffd_wait(int fd)
{
	struct pollfd p = {.fd = fd, .events = POLLIN};
	struct uffd_msg msg;

	if (poll(&p, 1, 120000) != 1 || read(fd, &msg, sizeof(msg)) != sizeof(msg))
		finish("nobody faulted on the page");
}

void uffd_serve(int fd, char *page, const char *content)
{
	static char from[PAGE] __attribute__((aligned(PAGE)));
	struct uffdio_copy copy = {
		.dst = (unsigned long)page, .src = (unsigned long)from, .len = PAGE};

	memset(from, 0, PAGE);
	strcpy(from, content);
	must(ioctl(fd, UFFDIO_COPY, &copy), "UFFDIO_COPY");
}

void *marked_open(void *path)
{
	return (void *)syscall(SYS_openat, MARK, path, 0, 0);
}

static void *in_thread(void *(*fn)(void *), void *arg, pthread_t *ret_thread)
{
	if (pthread_create(ret_thread, NULL, fn, arg))
		finish("pthread_create");
	return NULL;
}

static void check_probe(void)
{
	if (stat_of("wrong_data"))
		finish("%ld calls of a function with the data of another, or freed",
			stat_of("wrong_data"));
	if (stat_of("wrong_preempt"))
		finish("%ld calls with preemption in the wrong state", stat_of("wrong_preempt"));
}

static char *file_page(const char *content)
{
	int fd = open("/tmp/page", O_RDWR | O_CREAT | O_TRUNC, 0600);
	char *page;

	must(ftruncate(fd, PAGE), "ftruncate");
	must(pwrite(fd, content, strlen(content), 0), "pwrite");
	page = mmap(NULL, PAGE, PROT_READ, MAP_PRIVATE, fd, 0);
	close(fd);
	return page;
}

static void cold_file(void)
{
	must(command("add 0"), "add");
	marked_open(file_page("/cold/in/a/file"));
	if (!stat_of("cold"))
		finish("the page was not cold");
	path_is("/cold/in/a/file");
	must(command("del 0"), "del");
	must(command("reap"), "reap");
	check_probe();
	finish(NULL);
}

static void cold_swap(void)
{
	char *page = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	FILE *swaps = fopen("/proc/swaps", "r");
	char line[256];
	int lines = 0;

	while (swaps && fgets(line, sizeof(line), swaps))
		lines++;
	if (lines < 2)
		finish("skip: no swap");
	strcpy(page, "/cold/in/swap");
	must(command("add 0"), "add");
	must(madvise(page, PAGE, MADV_PAGEOUT), "MADV_PAGEOUT");
	marked_open(page);
	if (!stat_of("cold"))
		finish("the page was not cold");
	path_is("/cold/in/swap");
	must(command("del 0"), "del");
	must(command("reap"), "reap");
	check_probe();
	finish(NULL);
}

static void cold_uffd(void)
{
	pthread_t t;
	int fd;
	char *page = uffd_page(&fd);

	must(command("add 0"), "add");
	in_thread(marked_open, page, &t);
	uffd_wait(fd);
	usleep(300000);
	uffd_serve(fd, page, "/cold/in/userfaultfd");
	pthread_join(t, NULL);
	if (!stat_of("cold"))
		finish("the page was not cold");
	path_is("/cold/in/userfaultfd");
	must(command("del 0"), "del");
	must(command("reap"), "reap");
	check_probe();
	finish(NULL);
}

struct late {
	int fd;
	char *page;
	double served;
};

static void *serve_late(void *arg)
{
	struct late *l = arg;

	sleep(5);
	l->served = now();
	uffd_serve(l->fd, l->page, "/late");
	return NULL;
}

/* A task sleeps in the probe, until its page is served; returns once it does. */
static void sleeper(struct late *l, pthread_t *ret_thread)
{
	l->page = uffd_page(&l->fd);
	in_thread(marked_open, l->page, ret_thread);
	uffd_wait(l->fd);
	if (stat_of("asleep0") != 1)
		finish("the task is not in the probe");
}

/* The same for 5 s. */
static void late_sleeper(struct late *l, pthread_t *ret_threads)
{
	sleeper(l, &ret_threads[0]);
	in_thread(serve_late, l, &ret_threads[1]);
}

static void unregister(void)
{
	pthread_t t[2];
	struct late l = {0};

	must(command("add 0"), "add");
	late_sleeper(&l, t);
	must(command("del 0"), "del");
	must(command("reap"), "reap");
	if (!l.served || now() < l.served)
		finish("returned while the task slept in the probe");
	if (stat_of("asleep0"))
		finish("returned while a task was in the probe");
	pthread_join(t[0], NULL);
	pthread_join(t[1], NULL);
	check_probe();
	finish(NULL);
}

/* The module goes while a task is in its probe. */
static void unload(void)
{
	pthread_t t[2];
	struct late l = {0};

	must(command("add 0"), "add");
	late_sleeper(&l, t);
	must(syscall(SYS_delete_module, "kernel_probe", 0), "delete_module");
	if (!l.served || now() < l.served)
		finish("returned while the task slept in the probe");
	pthread_join(t[0], NULL);
	pthread_join(t[1], NULL);
	finish(NULL);
}

/* Nobody who registers or unregisters waits for the task that sleeps: it sleeps until they are done. */
static void not_blocked(void)
{
	static const int others[] = {4, 1, 5, 2};
	pthread_t t;
	struct late l;

	must(command("add 0"), "add");
	sleeper(&l, &t);
	must(command("del 0"), "del 0");
	for (unsigned int i = 0; i < 4; i++) {
		must(command("add %d", others[i]), "add");
		for (int j = 0; j < 100; j++)
			syscall(SYS_getppid, MARK);
		must(command("del %d", others[i]), "del");
	}
	for (unsigned int i = 0; i < 4; i++) {
		char key[16];

		snprintf(key, sizeof(key), "calls%d", others[i]);
		if (stat_of(key) != 100)
			finish("probe %d saw %ld of 100 calls", others[i], stat_of(key));
	}
	uffd_serve(l.fd, l.page, "/late");
	must(command("reap"), "reap");
	pthread_join(t, NULL);
	check_probe();
	finish(NULL);
}

static void refused(void)
{
	int ret = command("classic");

	if (ret != -EINVAL)
		finish("a faultable probe on sched_switch: %s", ret ? strerror(-ret) : "accepted");
	finish(NULL);
}

static void preempt(void)
{
	must(command("add 0"), "add");
	must(command("add 4"), "add");
	for (int i = 0; i < 10000; i++)
		syscall(SYS_getppid, MARK);
	must(command("del 0"), "del");
	for (int i = 0; i < 10000; i++)
		syscall(SYS_getppid, MARK);
	if (stat_of("calls0") != 10000 || stat_of("calls4") != 20000)
		finish("%ld and %ld calls seen, 10000 and 20000 made", stat_of("calls0"),
			stat_of("calls4"));
	must(command("del 4"), "del");
	must(command("reap"), "reap");
	check_probe();
	finish(NULL);
}

static volatile bool stop;

static void *caller(void *arg)
{
	long *calls = arg;

	while (!stop) {
		syscall(SYS_getppid, MARK);
		++*calls;
		if (*calls % 16 == 0)
			syscall(SYS_sched_yield, MARK);
	}
	return NULL;
}

/* 8 callers, and up to 3 of 6 probes come and go; if counted, 2 more stay and must see every call. */
static void churn(int seconds, bool counted)
{
	double end = now() + seconds;
	long calls[8 * 8] = {0}, total = 0;
	bool in[8] = {0};
	pthread_t t[8];
	int n = 0;

	srandom(seconds);
	if (counted) {
		must(command("add 0"), "add");
		must(command("add 4"), "add");
	}
	for (int i = 0; i < 8; i++)
		in_thread(caller, &calls[i * 8], &t[i]);
	while (now() < end) {
		int slot = random() % 8;

		if (slot % 4 == 0)
			continue;
		if (in[slot]) {
			must(command("del %d", slot), "del");
			n--;
			in[slot] = false;
		} else if (n < 3) {
			must(command("add %d", slot), "add");
			n++;
			in[slot] = true;
		}
		if (random() % 16 == 0)
			must(command("reap"), "reap");
	}
	stop = true;
	for (int i = 0; i < 8; i++) {
		pthread_join(t[i], NULL);
		total += calls[i * 8];
	}
	check_probe();
	if (counted && (stat_of("calls0") != total || stat_of("calls4") != total))
		finish("%ld and %ld of %ld calls seen", stat_of("calls0"), stat_of("calls4"),
			total);
	for (int i = 0; i < 8; i++)
		if (in[i] || (counted && i % 4 == 0))
			must(command("del %d", i), "del");
	must(command("reap"), "reap");
	if (total < 1000)
		finish("only %ld calls made", total);
	finish(NULL);
}

int main(int argc, char **argv)
{
	static const struct {
		const char *name;
		void (*run)(void);
	} tests[] = {
		{"cold-file", cold_file},
		{"cold-swap", cold_swap},
		{"cold-uffd", cold_uffd},
		{"unregister", unregister},
		{"not-blocked", not_blocked},
		{"refused", refused},
		{"preempt", preempt},
		{"unload", unload},
	};

	name = argc > 1 ? argv[1] : "";
	/* what waits for ever has failed */
	alarm(argc > 2 ? 600 + atoi(argv[2]) : 300);
	for (unsigned int i = 0; i < sizeof(tests) / sizeof(*tests); i++)
		if (!strcmp(name, tests[i].name))
			tests[i].run();
	if (!strcmp(name, "calls")) {
		for (int i = 0; argc > 2 && i < atoi(argv[2]); i++)
			syscall(SYS_getppid);
		return 0;
	}
	if (!strcmp(name, "churn") || !strcmp(name, "churn-counted"))
		churn(argc > 2 ? atoi(argv[2]) : 60, !strcmp(name, "churn-counted"));
	bpf_test(name);
	finish("no such test");
}
