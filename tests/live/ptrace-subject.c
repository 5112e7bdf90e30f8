// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * ptrace-subject WHAT [N]: what a tracer by ptrace has to get right, one at a time. Traced by ptrace-*.test.
 */
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { AT_ONCE = 200, CALLS = 3 };

static void *make_calls(void *unused)
{
	for (int i = 0; i < CALLS; i++)
		syscall(SYS_getppid);
	return unused;
}

/* AT_ONCE threads at a time, for so many seconds, each making CALLS calls; says how many there were. */
static int threads(long seconds)
{
	pthread_t all[AT_ONCE];
	time_t end = time(NULL) + seconds;
	long made = 0;

	while (time(NULL) < end) {
		for (int i = 0; i < AT_ONCE; i++)
			if (pthread_create(&all[i], NULL, make_calls, NULL))
				return 1;
		for (int i = 0; i < AT_ONCE; i++)
			pthread_join(all[i], NULL);
		made += AT_ONCE;
	}
	printf("%ld threads, %ld calls\n", made, made * CALLS);
	return 0;
}

static void *sleep_on(void *unused)
{
	pause();
	return unused;
}

static void *exec_echo(void *unused)
{
	usleep(50000);
	execl("/bin/echo", "echo", "new image", NULL);
	return unused;
}

/* An execve by a thread that is not the leader, with another thread beside it. */
static int exec_by_thread(void)
{
	pthread_t thread;

	pthread_create(&thread, NULL, sleep_on, NULL);
	pthread_create(&thread, NULL, exec_echo, NULL);
	pause();
	return 1;
}

static bool is_zombie(pid_t tid)
{
	char path[64], text[256] = "";
	FILE *file;

	snprintf(path, sizeof(path), "/proc/self/task/%d/stat", tid);
	file = fopen(path, "r");
	if (!file)
		return false;
	if (!fgets(text, sizeof(text), file))
		*text = 0;
	fclose(file);
	return strstr(text, ") Z ");
}

static const char *ending;
static _Atomic pid_t first_thread;

/* A thread that outlives its leader, and ends as `ending` says. */
static void *outlive(void *unused)
{
	first_thread = gettid();
	while (!is_zombie(getpid()))
		usleep(1000);
	if (!strcmp(ending, "exit_group"))
		exit(3);
	if (!strcmp(ending, "exit"))
		syscall(SYS_exit, 5);
	if (!strcmp(ending, "SIGSEGV"))
		raise(SIGSEGV);
	if (!strcmp(ending, "SIGKILL"))
		kill(getpid(), SIGKILL);
	if (!strcmp(ending, "exec"))
		execl("/bin/false", "false", NULL);
	return unused;
}

/* A thread that outlives that one. */
static void *outlive_both(void *unused)
{
	char path[64];

	while (!first_thread)
		usleep(1000);
	snprintf(path, sizeof(path), "/proc/self/task/%d", first_thread);
	while (!access(path, F_OK))
		usleep(1000);
	syscall(SYS_exit, 7);
	return unused;
}

/* The leader ends first. */
static int leader_first(const char *how)
{
	pthread_t thread;

	ending = how;
	pthread_create(&thread, NULL, outlive_both, NULL);
	pthread_create(&thread, NULL, outlive, NULL);
	syscall(SYS_exit, 1);
	return 1;
}

static int child_kinds(void)
{
	struct clone_args args = {.exit_signal = SIGCHLD};
	pid_t pid = vfork();
	int status, sum = 0;

	if (!pid)
		_exit(1);
	pid = syscall(SYS_clone3, &args, sizeof(args));
	if (!pid)
		_exit(2);
	pid = fork();
	if (!pid)
		_exit(4);
	/* No signal at its end: only a wait for all kinds of children sees it. */
	pid = syscall(SYS_clone, 0, 0, 0, 0, 0);
	if (!pid)
		_exit(8);
	while (waitpid(-1, &status, __WALL) > 0)
		sum += WEXITSTATUS(status);
	return sum;
}

static volatile sig_atomic_t continued;

static void on_cont(int signal)
{
	(void)signal;
	continued = 1;
}

/* Stops until it is continued, says so. */
static int stop(void)
{
	signal(SIGCONT, on_cont);
	raise(SIGSTOP);
	printf("continued %d\n", continued);
	return 0;
}

static void on_sys(int signal)
{
	(void)signal;
}

/* A filter of its own that answers getppid() with an error, by SIGSYS, or by the end of the thread or the process. */
static int own_filter(long n)
{
	static const unsigned answers[] = {SECCOMP_RET_ERRNO | EXDEV, SECCOMP_RET_TRAP,
		SECCOMP_RET_KILL_THREAD, SECCOMP_RET_KILL_PROCESS};
	struct sock_filter code[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_getppid, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, answers[n & 3]),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog program = {sizeof(code) / sizeof(*code), code};

	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program))
		return 1;
	signal(SIGSYS, on_sys);
	return syscall(SYS_getppid) == -1 && errno == EXDEV ? 0 : 2;
}

/* Memory that another process of the same user may not read any longer. */
static int undumpable(void)
{
	prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
	return open("/dev/null", O_RDONLY) < 0;
}

/* Paths of which some are there and some are not. */
static int addresses(void)
{
	char page[4096];

	syscall(SYS_readlink, "/a path of some length", page, sizeof(page));
	syscall(SYS_readlink, "", page, sizeof(page));
	syscall(SYS_readlink, 1L, page, sizeof(page));
	syscall(SYS_write, 1, 0x100000L, 100L);
	return 0;
}

/* getpid (20 there) by the entry of 32-bit programs. */
static int compat(void)
{
	long ret = 20;

	__asm__ volatile("int $0x80"
			 : "+a"(ret)
			 : "b"(1), "c"(2)
			 : "memory", "r8", "r9", "r10", "r11");
	return ret != getpid();
}

/* So many children that are killed at whatever they are doing. */
static int killed(long n)
{
	for (long i = 0; i < n; i++) {
		pthread_t thread;
		pid_t pid = fork();

		if (!pid) {
			for (int k = 0; k < 3; k++)
				pthread_create(&thread, NULL, make_calls, NULL);
			for (;;)
				close(open("/dev/null", O_RDONLY));
		}
		usleep(i * 37 % 5000);
		kill(pid, SIGKILL);
		if (waitpid(pid, NULL, 0) != pid)
			return 1;
	}
	return 0;
}

/* A round of calls every 10 ms, for ever; says so after each. */
static int rounds(void)
{
	for (;;) {
		int fd = open("/dev/null", O_RDONLY);

		if (fd < 0 || printf("round\n") < 0 || fflush(stdout))
			return 1;
		close(fd);
		usleep(10000);
	}
}

int main(int argc, char **argv)
{
	const char *what = argc > 1 ? argv[1] : "";
	long n = argc > 2 ? atol(argv[2]) : 0;

	if (!strcmp(what, "threads"))
		return threads(n);
	if (!strcmp(what, "exec-by-thread"))
		return exec_by_thread();
	if (!strcmp(what, "leader-first"))
		return leader_first(argc > 2 ? argv[2] : "");
	if (!strcmp(what, "child-kinds"))
		return child_kinds();
	if (!strcmp(what, "stop"))
		return stop();
	if (!strcmp(what, "own-filter"))
		return own_filter(n);
	if (!strcmp(what, "undumpable"))
		return undumpable();
	if (!strcmp(what, "addresses"))
		return addresses();
	if (!strcmp(what, "compat"))
		return compat();
	if (!strcmp(what, "killed"))
		return killed(n);
	if (!strcmp(what, "rounds"))
		return rounds();
	fputs("usage: ptrace-subject WHAT [N]\n", stderr);
	return 2;
}
