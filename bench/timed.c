// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * timed OUTPUT COMMAND...: runs the command and writes the seconds that it took to the file OUTPUT. Run by bench/run
 * under each tracer, so that the program's own time is known without that of the tracer's start and end.
 */
#include <stdio.h>
#include <time.h>
#include "child.h"

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
	FILE *out;

	if (argc < 3) {
		fputs("usage: timed OUTPUT COMMAND...\n", stderr);
		return 2;
	}
	status = run_child("timed", argv + 2);
	out = fopen(argv[1], "w");
	if (!out)
		return 1;
	fprintf(out, "%.6f\n", now() - begin);
	return fclose(out) ? 1 : status;
}
