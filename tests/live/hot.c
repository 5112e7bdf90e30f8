/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * hot PROCESSES CALLS: so many processes at once, each calling getpid() so often and nothing else meanwhile.
 * Traced by hot.test.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	int processes = argc == 3 ? atoi(argv[1]) : 0, status, failed = 0;
	long calls = argc == 3 ? atol(argv[2]) : 0;

	if (processes <= 0 || calls <= 0) {
		fputs("usage: hot PROCESSES CALLS\n", stderr);
		return 2;
	}
	for (int i = 0; i < processes; i++) {
		pid_t child = fork();

		if (child < 0) {
			perror("hot: fork");
			return 1;
		}
		if (child)
			continue;
		for (long n = 0; n < calls; n++)
			syscall(SYS_getpid);
		_exit(0);
	}
	while (wait(&status) > 0)
		failed |= status;
	return failed != 0;
}
