// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * cost MILLISECONDS OUTPUT [filter|least]: makes each of its system calls (openat and close are one) for so long, and
 * writes a line `NAME NANOSECONDS` for each to the file OUTPUT: what one takes, as the median of many short loops. Run
 * by bench/run under each of the tracers. With `filter` under the smallest seccomp filter that there is: one that
 * allows everything. With `least` as the least of those loops, for a clock that counts instructions: nothing else ran
 * in that one.
 */
#include <fcntl.h>
#include <linux/futex.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define LOOPS 100000 /* at most */

static int zero, null, least;
static int loop = 200; /* calls that are timed as one */
static char buffer[4096];
static int word;

static void do_getppid(void)
{
	syscall(SYS_getppid);
}

static void do_open_close(void)
{
	syscall(SYS_close, syscall(SYS_openat, AT_FDCWD, "/dev/null", O_RDONLY));
}

static void do_read(void)
{
	syscall(SYS_read, zero, buffer, 32);
}

static void do_write(void)
{
	syscall(SYS_write, null, buffer, 32);
}

static void do_read_page(void)
{
	syscall(SYS_read, zero, buffer, sizeof(buffer));
}

static void do_write_page(void)
{
	syscall(SYS_write, null, buffer, sizeof(buffer));
}

static void do_stat_nowhere(void)
{
	struct stat st;

	syscall(SYS_newfstatat, AT_FDCWD, "/nowhere", &st, 0);
}

static void do_futex(void)
{
	syscall(SYS_futex, &word, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
}

static const struct {
	const char *name;
	void (*call)(void);
} calls[] = {{"getppid", do_getppid}, {"openat+close", do_open_close}, {"read 32", do_read},
	{"write 32", do_write}, {"read 4096", do_read_page}, {"write 4096", do_write_page},
	{"stat, fails", do_stat_nowhere}, {"futex", do_futex}};

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec * 1e9 + time.tv_nsec;
}

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* Nanoseconds of one call. */
static double measure(void (*call)(void), double nanoseconds)
{
	static double took[LOOPS];
	double start = now(), before = start;
	size_t n = 0;

	do {
		for (int i = 0; i < loop; i++)
			call();
		took[n] = now() - before;
		before += took[n++];
	} while (n < LOOPS && before - start < nanoseconds);
	qsort(took, n, sizeof(*took), compare);
	return took[least ? 0 : n / 2] / loop;
}

static int allow_all(void)
{
	struct sock_filter allow = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
	struct sock_fprog program = {1, &allow};

	return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) ||
	       prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

int main(int argc, char **argv)
{
	double milliseconds = argc >= 3 ? atof(argv[1]) : 0;
	FILE *out;

	least = argc == 4 && !strcmp(argv[3], "least");
	if (least)
		loop = 20;
	if (milliseconds <= 0 || argc > 4 || (argc == 4 && !least && strcmp(argv[3], "filter"))) {
		fputs("usage: cost MILLISECONDS OUTPUT [filter|least]\n", stderr);
		return 2;
	}
	if (argc == 4 && !least && allow_all()) {
		perror("cost: seccomp");
		return 1;
	}
	out = fopen(argv[2], "w");
	zero = open("/dev/zero", O_RDONLY);
	null = open("/dev/null", O_WRONLY);
	if (!out || zero < 0 || null < 0) {
		perror("cost");
		return 1;
	}
	for (size_t i = 0; i < sizeof(calls) / sizeof(*calls); i++)
		fprintf(out, "%s %.1f\n", calls[i].name,
			measure(calls[i].call, milliseconds * 1e6));
	return fclose(out) != 0;
}
