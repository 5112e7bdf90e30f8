// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * What options.test traces: a few calls of a parent and three children, one after the other, so that
 * every run of it makes the same lines in the same order.
 */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static void nothing(int number)
{
	(void)number;
}

/* Until the parent sleeps in wait4: state and number stand in /proc. */
static void wait_for_parent(void)
{
	char path[64], text[512], state;
	int fd, n;

	for (;; usleep(2000)) {
		snprintf(path, sizeof(path), "/proc/%d/stat", getppid());
		fd = open(path, O_RDONLY);
		n = read(fd, text, sizeof(text) - 1);
		close(fd);
		text[n > 0 ? n : 0] = 0;
		if (!strchr(text, ')') || sscanf(strrchr(text, ')'), ") %c", &state) != 1 ||
			state != 'S')
			continue;
		snprintf(path, sizeof(path), "/proc/%d/syscall", getppid());
		fd = open(path, O_RDONLY);
		n = read(fd, text, sizeof(text) - 1);
		close(fd);
		text[n > 0 ? n : 0] = 0;
		if (atoi(text) == SYS_wait4)
			return;
	}
}

/* By calls that are not traced. The parent does not go on before the tracer has its child. */
static void child(int which, int null, int ready)
{
	static const char bytes[] =
		"plain \"text\"\n\1\0029\177\200 and more than thirty-two bytes";

	send(ready, "", 1, 0);
	wait_for_parent();
	umask(077);
	write(null, bytes, sizeof(bytes));
	write(null, "ascii\n", 6);
	kill(getpid(), SIGUSR2);
	kill(getpid(), SIGWINCH);
	if (which == 1)
		kill(getpid(), SIGKILL);
	if (which == 2)
		kill(getpid(), SIGSEGV);
	_exit(3);
}

int main(void)
{
	struct rlimit none = {0, 0};
	int null = open("/dev/null", O_WRONLY | O_CLOEXEC);

	setrlimit(RLIMIT_CORE, &none);
	signal(SIGUSR2, nothing);
	umask(022);
	for (int which = 0; which < 3; which++) {
		int ready[2];
		char byte;
		pid_t pid;

		if (socketpair(AF_UNIX, SOCK_STREAM, 0, ready))
			return 1;
		pid = fork();
		if (!pid)
			child(which, null, ready[1]);
		recv(ready[0], &byte, 1, 0);
		waitpid(pid, NULL, 0);
	}
	kill(0, 0);
	lseek(null, -1, 99);
	return 5;
}
