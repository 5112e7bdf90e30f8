/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * timed OUTPUT COMMAND...: runs the command and writes the seconds that it took to the file OUTPUT. Run by bench/run under
 * each tracer, so that the program's own time is known without that of the tracer's start and end.
 */
#include <stdio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec + time.tv_nsec / 1e9;
}

int main(int argc, char **argv)
{
	double begin = now();
	int status;
	pid_t child;
	FILE *out;

	if (argc < 3) {
		fputs("usage: timed OUTPUT COMMAND...\n", stderr);
		return 2;
	}
	child = fork();
	if (child == 0) {
		execvp(argv[2], argv + 2);
		perror(argv[2]);
		_exit(127);
	}
	if (child < 0 || waitpid(child, &status, 0) < 0) {
		perror("timed");
		return 1;
	}
	out = fopen(argv[1], "w");
	if (!out)
		return 1;
	fprintf(out, "%.6f\n", now() - begin);
	return fclose(out) || !WIFEXITED(status) ? 1 : WEXITSTATUS(status);
}
