// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * A tracee of PARENTS processes on one CPU, each of which makes CHILDREN processes, one after the other; a child takes
 * a signal and ends, or executes a program that ends. What sees a task begin, execute, take a signal and end runs on
 * that CPU for several of them at once, for they are preempted in it. A complete trace holds every one of these events.
 * births [-p PARENTS] [-n CHILDREN] [-o LIST]
 */
#include <signal.h>
#include <sys/wait.h>

#include "expect.h"

enum { MINE = 7, OF_PROGRAM = 9 };

static void note(int signal)
{
	(void)signal;
}

static void child(int executes)
{
	if (executes)
		execl("/proc/self/exe", "births", "end", NULL);
	raise(SIGUSR1);
	_exit(MINE);
}

static void parent(int children)
{
	int status;

	pin(0);
	for (int n = 0; n < children; n++) {
		pid_t pid = fork();

		if (pid < 0)
			err(2, "fork");
		if (pid == 0)
			child(n % 4 == 0);
		if (waitpid(pid, &status, 0) != pid)
			err(2, "waitpid");
		if (n % 4)
			expect(pid, 1,
				"--- SIGUSR1 {si_signo=SIGUSR1, si_code=SI_TKILL, si_pid=%d, si_uid=%d} ---",
				pid, getuid());
		expect(pid, 1, "+++ exited with %d +++", WEXITSTATUS(status));
	}
	expect_flush();
	_exit(0);
}

int main(int argc, char **argv)
{
	int option, parents = 4, children = 100, status;
	const char *path = NULL;

	if (argc == 2 && !strcmp(argv[1], "end"))
		return OF_PROGRAM;
	while ((option = getopt(argc, argv, "p:n:o:")) != -1) {
		if (option == 'p')
			parents = atoi(optarg);
		else if (option == 'n')
			children = atoi(optarg);
		else if (option == 'o')
			path = optarg;
		else
			return 2;
	}
	expect_open(path);
	setlinebuf(expect_file);
	signal(SIGUSR1, note);
	for (int n = 0; n < parents; n++) {
		pid_t pid = fork();

		if (pid < 0)
			err(2, "fork");
		if (pid == 0)
			parent(children);
	}
	for (int n = 0; n < parents; n++)
		if (wait(&status) < 0 || status)
			errx(2, "a parent ended with status %#x", status);
	return 0;
}
