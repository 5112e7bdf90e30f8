/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Running a command to its end: for the bench programs timed and empty. */
#ifndef FAULTLESS_BENCH_CHILD_H
#define FAULTLESS_BENCH_CHILD_H

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

/* Runs @argv; @name is who says so if that fails. Returns the exit status: of a command that a signal ended, 1. */
static int run_child(const char *name, char **argv)
{
	int status;
	pid_t child = fork();

	if (child == 0) {
		execvp(argv[0], argv);
		perror(argv[0]);
		_exit(127);
	}
	if (child < 0 || waitpid(child, &status, 0) < 0) {
		perror(name);
		return 1;
	}
	return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

#endif
