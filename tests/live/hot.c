// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * hot PROCESSES CALLS [FIFO]: so many processes at once, each calling getpid() so often and nothing else meanwhile; not
 * before something was written to the FIFO. Traced by hot.test and overflow.test.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	int processes = argc > 2 ? atoi(argv[1]) : 0, status, failed = 0;
	long calls = argc > 2 ? atol(argv[2]) : 0;
	char byte;

	if (processes <= 0 || calls <= 0) {
		fputs("usage: hot PROCESSES CALLS [FIFO]\n", stderr);
		return 2;
	}
	if (argc > 3 && read(open(argv[3], O_RDONLY), &byte, 1) != 1) {
		perror("hot: FIFO");
		return 1;
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
