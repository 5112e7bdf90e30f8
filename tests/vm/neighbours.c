/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A tracee of LOOPS busy processes that share one CPU for SECONDS, each making the same short call,
 * counted. None of them faults. A complete trace holds exactly the calls that each one made.
 * neighbours [-n LOOPS] [-s SECONDS] [-o LIST]
 */
#include <sys/wait.h>
#include <time.h>

#include "expect.h"

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec + time.tv_nsec / 1e9;
}

static long loop(double end)
{
	long calls = 0;

	do {
		for (int n = 0; n < 64; n++)
			syscall(SYS_getppid);
		calls += 64;
	} while (now() < end);
	return calls;
}

int main(int argc, char **argv)
{
	const char *path = NULL;
	double seconds = 10, end;
	int option, loops = 2;
	long *calls;
	pid_t *pids;

	while ((option = getopt(argc, argv, "n:s:o:")) != -1) {
		switch (option) {
		case 'n':
			loops = atoi(optarg);
			break;
		case 's':
			seconds = atof(optarg);
			break;
		case 'o':
			path = optarg;
			break;
		default:
			return 2;
		}
	}
	expect_open(path);
	calls = mmap(NULL, loops * sizeof(*calls), PROT_READ | PROT_WRITE,
		MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	pids = calloc(loops, sizeof(*pids));
	if (calls == MAP_FAILED || !pids)
		err(2, "no memory");
	end = now() + seconds;
	for (int n = 0; n < loops; n++) {
		pids[n] = fork();
		if (pids[n] < 0)
			err(2, "fork");
		if (pids[n] == 0) {
			pin(0);
			calls[n] = loop(end);
			_exit(0);
		}
	}
	for (int n = 0; n < loops; n++) {
		waitpid(pids[n], NULL, 0);
		expect(pids[n], calls[n], "getppid() = %d", getpid());
		expect(pids[n], 1, "+++ exited with 0 +++");
	}
	expect_flush();
	return 0;
}
