// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * load PROCESSES SECONDS OUTPUT: so many processes at once, each calling getppid() and nothing else for so long, as
 * often as it can. Writes the number of all these calls to the file OUTPUT. Run by bench/run under faultless.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define AT_ONCE 1000 /* calls between looks at the clock, which is no call */

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec + time.tv_nsec / 1e9;
}

int main(int argc, char **argv)
{
	int processes = argc == 4 ? atoi(argv[1]) : 0;
	double seconds = argc == 4 ? atof(argv[2]) : 0;
	unsigned long *made, sum = 0;
	FILE *out;

	if (processes <= 0 || seconds <= 0) {
		fputs("usage: load PROCESSES SECONDS OUTPUT\n", stderr);
		return 2;
	}
	made = mmap(NULL, processes * sizeof(*made), PROT_READ | PROT_WRITE,
		MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (made == MAP_FAILED) {
		perror("load");
		return 1;
	}
	for (int i = 0; i < processes; i++) {
		double end = now() + seconds;
		pid_t child = fork();

		if (child < 0) {
			perror("load: fork");
			return 1;
		}
		if (child)
			continue;
		while (now() < end) {
			for (int n = 0; n < AT_ONCE; n++)
				syscall(SYS_getppid);
			made[i] += AT_ONCE;
		}
		_exit(0);
	}
	while (wait(NULL) > 0)
		;
	for (int i = 0; i < processes; i++)
		sum += made[i];
	out = fopen(argv[3], "w");
	if (!out)
		return 1;
	fprintf(out, "%lu\n", sum);
	return fclose(out) != 0;
}
