/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * empty COMMAND [ARGUMENT...]: runs the command while two BPF probes that do nothing are attached to the entry and the
 * exit of every system call: what there is to pay before a tracer does anything. Exits as the command does.
 */
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>
#include "empty.skel.h"

int main(int argc, char **argv)
{
	struct empty_bpf *probes;
	pid_t child;
	int status;

	if (argc < 2) {
		fputs("usage: empty COMMAND [ARGUMENT...]\n", stderr);
		return 2;
	}
	probes = empty_bpf__open_and_load();
	if (!probes || empty_bpf__attach(probes)) {
		perror("empty: cannot attach");
		return 1;
	}
	child = fork();
	if (child == 0) {
		execvp(argv[1], argv + 1);
		perror(argv[1]);
		_exit(127);
	}
	if (child < 0 || waitpid(child, &status, 0) < 0) {
		perror("empty: fork");
		return 1;
	}
	empty_bpf__destroy(probes);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
