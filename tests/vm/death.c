// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * A tracee whose children die in the middle of things: killed in a blocked call, asleep in a page
 * fault that nobody serves, during exec, with an argument that is not resident and that the kernel
 * has not touched yet or never will; while another thread ends the process or executes a program. A
 * complete trace holds what each did before, the call it died in, and its end; an argument that died
 * unread stands as its address. And all of the parent, which lives on: while a child is blocked or asleep it
 * makes a cold call of its own.
 * death [-o LIST]
 */
#include <pthread.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>

#include "expect.h"

enum { SIZE = 12, KILL_MS = 400 };
static const char cold_text[PAGE] __attribute__((aligned(PAGE))) = "cold content";
static const char end_of_data[PAGE] __attribute__((aligned(PAGE))) = "";

static int full_pipe[2], empty_pipe[2];
static long cold_calls;	    /* of the parent */
static volatile long *made; /* calls of in_cold_calls() that have returned */

static void wait_ms(int ms)
{
	struct timespec time = {.tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000L};

	nanosleep(&time, NULL);
}

/* A page whose fault sleeps until the process ends. */
static char *unserved_page(void)
{
	char *page = pages(1);

	fault_server(page, PAGE);
	return page;
}

/* A call that is over before the fatal one: it must be in the trace too. */
static void mark(const char *name)
{
	char path[64];

	snprintf(path, sizeof(path), "/nowhere/%s", name);
	syscall(SYS_chdir, path);
	expect(expect_task(), 1, "chdir(\"%s\") %s", path, expect_result(-1));
}

/* The cases: each lists what it is about to do, and then never comes back. */

static void in_blocked_read(void)
{
	char *buffer = pages(1);

	mark("blocked-read");
	expect(expect_task(), 1, "read(%d,  <unfinished ...>) = ?\tread(%d, %p, %d) = ?",
		empty_pipe[0], empty_pipe[0], (void *)buffer, SIZE);
	expect_flush();
	syscall(SYS_read, empty_pipe[0], buffer, (long)SIZE);
}

static void in_unserved_path(void)
{
	char *path = unserved_page();

	mark("unserved-path");
	expect(expect_task(), 1, "openat(AT_FDCWD, %p, O_RDONLY) = ?", (void *)path);
	expect_flush();
	syscall(SYS_openat, AT_FDCWD, path, O_RDONLY);
}

static void in_unserved_buffer(void)
{
	char *buffer = unserved_page();

	mark("unserved-buffer");
	expect(expect_task(), 1, "write(%d, %p, %d) = ?", full_pipe[1], (void *)buffer, SIZE);
	expect_flush();
	syscall(SYS_write, full_pipe[1], buffer, (long)SIZE);
}

/* The kernel never looks at the buffer: whoever sleeps in the fault is the tracer's stage two, be it
 * at entry, or at exit, or not in this task at all. */
static void in_unserved_refused(void)
{
	char *buffer = unserved_page();

	mark("unserved-refused");
	expect(expect_task(), 1,
		"write(-1, %p, %d) = ?\twrite(-1, %p, %d) = -1 EBADF (Bad file descriptor)",
		(void *)buffer, SIZE, (void *)buffer, SIZE);
	expect_flush();
	syscall(SYS_write, -1, buffer, (long)SIZE);
	pause();
}

/* Calls that leave work to stage two as fast as they can, so that the task is killed at any point
 * of it. */
static void in_cold_calls(void)
{
	mark("cold-calls");
	expect_flush();
	for (;;) {
		make_cold(cold_text, PAGE);
		syscall(SYS_write, -1, cold_text, (long)SIZE);
		++*made;
	}
}

/* The pipe is full, so the kernel waits before it looks at the buffer, which is cold but could be
 * read. */
static void in_blocked_write(void)
{
	mark("blocked-write");
	expect(expect_task(), 1, "write(%d, \"cold content\", %d) = ?\twrite(%d, %p, %d) = ?",
		full_pipe[1], SIZE, full_pipe[1], (const void *)cold_text, SIZE);
	expect_flush();
	make_cold(cold_text, PAGE);
	syscall(SYS_write, full_pipe[1], cold_text, (long)SIZE);
}

static void in_exec(void)
{
	const char **argv = (const char **)unserved_page();

	mark("exec");
	expect(expect_task(), 1, "execve(\"/proc/self/exe\", %p, NULL) = ?", (void *)argv);
	expect_flush();
	syscall(SYS_execve, "/proc/self/exe", argv, NULL);
}

static void in_exec_argument(void)
{
	const char *word = unserved_page();
	const char *const argv[] = {"role", word, NULL};

	mark("exec-argument");
	expect(expect_task(), 1,
		"execve(\"/proc/self/exe\", [\"role\", %p], NULL) = ?\texecve(\"/proc/self/exe\", %p, NULL) = ?",
		(const void *)word, (const void *)argv);
	expect_flush();
	syscall(SYS_execve, "/proc/self/exe", argv, NULL);
}

static void *asleep(void *arg)
{
	char *path = unserved_page();

	expect(expect_task(), 1, "openat(AT_FDCWD, %p, O_RDONLY) = ?", (void *)path);
	expect(expect_task(), 1, "%s", (const char *)arg);
	expect_flush();
	syscall(SYS_openat, AT_FDCWD, path, O_RDONLY);
	return NULL;
}

static void with_exit_group(void)
{
	pthread_t thread;

	mark("exit-group");
	if (pthread_create(&thread, NULL, asleep, "+++ exited with 7 +++"))
		err(2, "pthread_create");
	wait_ms(200);
	expect(expect_task(), 1, "exit_group(7) = ?");
	expect_flush();
	syscall(SYS_exit_group, 7);
}

static void with_exec(void)
{
	static const char *const argv[] = {"role", NULL};
	pthread_t thread;

	mark("exec-by-neighbour");
	if (pthread_create(
		    &thread, NULL, asleep, "+++ exited with 0 +++\t+++ killed by SIGKILL +++"))
		err(2, "pthread_create");
	wait_ms(200);
	expect(expect_task(), 1, "execve(\"/proc/self/exe\", [\"role\"], NULL) = 0");
	expect_flush();
	syscall(SYS_execve, "/proc/self/exe", argv, NULL);
}

/* Of the task that lives on. */
static void make_cold_call(void)
{
	make_cold(cold_text, PAGE);
	syscall(SYS_write, -1, cold_text, (long)SIZE);
	cold_calls++;
}

/* Runs a case and kills it after @kill_ms, once it is in its fatal call; or it ends by itself with
 * the status @ends. */
static void run(void (*body)(void), int kill_ms, int ends)
{
	int status;
	pid_t pid, waited;

	expect_flush();
	pid = fork();
	if (pid < 0)
		err(2, "fork");
	if (pid == 0) {
		body();
		_exit(99);
	}
	if (kill_ms) {
		wait_ms(kill_ms);
		/* Not beside in_cold_calls(), whose calls would be read from outside before it. */
		if (kill_ms == KILL_MS)
			make_cold_call();
		kill(pid, SIGKILL);
	}
	waited = syscall(SYS_wait4, pid, &status, 0, NULL);
	if (kill_ms && WIFSIGNALED(status)) {
		expect(pid, 1, "+++ killed by SIGKILL +++");
		expect(getpid(), 1,
			"wait4(%d, [{WIFSIGNALED(s) && WTERMSIG(s) == SIGKILL}], 0, NULL) = %d",
			pid, waited);
	} else if (!kill_ms && WIFEXITED(status) && WEXITSTATUS(status) == ends) {
		expect(pid, 1, "+++ exited with %d +++", ends);
		expect(getpid(), 1,
			"wait4(%d, [{WIFEXITED(s) && WEXITSTATUS(s) == %d}], 0, NULL) = %d", pid,
			ends, waited);
	} else {
		errx(1, "a case ended with status %#x", status);
	}
	if (*made)
		expect_range(pid, *made, *made + 1,
			"write(-1, \"cold content\", %d) = -1 EBADF (Bad file descriptor)", SIZE);
	*made = 0;
}

static void fill(int fd)
{
	static const char block[PAGE];

	fcntl(fd, F_SETFL, O_NONBLOCK);
	while (write(fd, block, sizeof(block)) > 0)
		;
	fcntl(fd, F_SETFL, 0);
}

int main(int argc, char **argv)
{
	const char *path = NULL;
	int option;

	if (argc > 0 && !strcmp(argv[0], "role"))
		return 0;
	while ((option = getopt(argc, argv, "o:")) != -1) {
		if (option != 'o')
			return 2;
		path = optarg;
	}
	expect_open(path);
	made = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (made == MAP_FAILED)
		err(2, "mmap");
	if (pipe(full_pipe) || pipe(empty_pipe))
		err(2, "pipe");
	fill(full_pipe[1]);
	run(in_blocked_read, KILL_MS, 0);
	run(in_blocked_write, KILL_MS, 0);
	run(in_unserved_path, KILL_MS, 0);
	run(in_unserved_buffer, KILL_MS, 0);
	run(in_unserved_refused, KILL_MS, 0);
	run(in_exec, KILL_MS, 0);
	run(in_exec_argument, KILL_MS, 0);
	for (int ms = 50; ms < 60; ms++)
		run(in_cold_calls, ms, 0);
	run(with_exit_group, 0, 7);
	run(with_exec, 0, 0);
	expect(getpid(), cold_calls,
		"write(-1, \"cold content\", %d) = -1 EBADF (Bad file descriptor)", SIZE);
	expect_flush();
	return end_of_data[0];
}
