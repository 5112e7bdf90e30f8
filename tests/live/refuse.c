// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * refuse NUMBER[=ERRNO],... COMMAND...: runs a command in which these system calls fail, with EPERM or that errno, as a
 * container's seccomp filter makes them; with ERRNO 0 they return 0. Exit status 77: no such filter can be set. Of
 * tests/live/container.test and ioctl-sweep.test.
 */
#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <unistd.h>

enum { MOST = 32 };

int main(int argc, char **argv)
{
	struct sock_filter code[2 * MOST + 2] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
	};
	struct sock_fprog program = {1, code};
	char *at;

	if (argc < 3) {
		fputs("usage: refuse NUMBER[=ERRNO],... COMMAND...\n", stderr);
		return 2;
	}
	at = argv[1];
	for (int i = 0; i < MOST && *at; i++) {
		unsigned nr = strtoul(at, &at, 10);
		unsigned error = *at == '=' ? strtoul(at + 1, &at, 10) : EPERM;

		code[program.len++] =
			(struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, nr, 0, 1);
		code[program.len++] =
			(struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | error);
		at += *at == ',';
	}
	code[program.len++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) ||
		prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program)) {
		perror("refuse: seccomp");
		return 77;
	}
	execvp(argv[2], argv + 2);
	perror("refuse: execvp");
	return 1;
}
