// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Starting, holding and outliving the command. A socket pair and a shared page tie it to the
 * tracer: it says when nothing but the execve is left to do, waits for the word to go on, and
 * leaves what went wrong in the page, because a write after the failed execve would show in the
 * trace. When either side dies the other sees the end of the socket.
 */
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <limits.h>
#include <pwd.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <linux/seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include "command.h"
#include "util/error.h"

/* What the command says of itself: a page that both processes see. */
struct report {
	const char *step; /* what failed before the execve: a literal, at the same place in both */
	int step_error;
	int exec_error;
	pid_t tracer;		   /* a descendant of the command, with daemonize */
	unsigned short filter_len; /* instructions of the seccomp filter; 0: none */
	struct sock_filter filter[COMMAND_FILTER_MAX];
};

struct command {
	pid_t pid;
	bool child; /* ours to wait for */
	bool reaped;
	bool ended; /* an engine saw its end */
	int status;
	int socket; /* the tracer's end; -1: released */
	struct report *report;
};

/* All that the command needs to know before the fork: after it, only system calls may fail. */
struct startup {
	const struct options *options;
	char path[PATH_MAX];
	const struct passwd *user;
	struct report *report;
	int sockets[2];	      /* tracer's end, command's end */
	void (*sigchld)(int); /* the disposition faultless was started with */
};

enum { PATIENCE = 3 }; /* seconds */

static volatile sig_atomic_t caught, caught_at; /* at: seconds */
static bool pass_on;				/* the caught signal to the command too */

int command_standard_fds(void)
{
	/* What is opened gets the lowest number that is free. Looked for only if need be: not every place has it. */
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", O_RDWR | O_CLOEXEC) < 0)
			return -errno;
	return 0;
}

static bool is_program(const char *path)
{
	struct stat st;

	return !stat(path, &st) && S_ISREG(st.st_mode) && st.st_mode & 0111;
}

/* Why the file at @path cannot be executed, as far as it can be told before: 0 or -errno. */
static int check_program(const char *path)
{
	struct stat st;

	if (stat(path, &st))
		return -errno;
	if (S_ISDIR(st.st_mode))
		return -EISDIR;
	if (!is_program(path))
		return -EACCES;
	return strlen(path) < PATH_MAX ? 0 : -ENAMETOOLONG;
}

/* The file that @name means: itself with a slash in it, else the first program of it on PATH. */
static int find_program(const char *name, char *ret_path, char *ret_error, size_t error_size)
{
	const char *path = getenv("PATH");
	int err;

	if (strchr(name, '/')) {
		err = check_program(name);
		if (err)
			return error_set(ret_error, error_size, err,
				"exec: '%.160s': %s: a command is the path of an executable file",
				name, strerror(-err));
		strcpy(ret_path, name);
		return 0;
	}
	while (*name && path) {
		size_t len = strcspn(path, ":");
		int n = snprintf(ret_path, PATH_MAX, "%.*s%s%s",
			len < PATH_MAX ? (int)len : PATH_MAX, path, len ? "/" : "", name);

		if (n < PATH_MAX && is_program(ret_path))
			return 0;
		path = path[len] ? path + len + 1 : NULL;
	}
	return error_set(ret_error, error_size, -ENOENT,
		"exec: '%.160s': not found in PATH: give the path of the program, or set PATH",
		name);
}

static void give_up(struct report *report, const char *step)
{
	report->step_error = errno;
	report->step = step;
	_exit(1);
}

static void become_user(const struct passwd *user, struct report *report)
{
	if (initgroups(user->pw_name, user->pw_gid))
		give_up(report, "initgroups");
	if (setresgid(user->pw_gid, user->pw_gid, user->pw_gid))
		give_up(report, "setresgid");
	if (setresuid(user->pw_uid, user->pw_uid, user->pw_uid))
		give_up(report, "setresuid");
}

/*
 * The filter is for the tracer's good: without it all goes on, only slower. With -u the privileges of a set-user-ID
 * program are to be had, which no_new_privs would prevent.
 */
static void install_filter(struct report *report, bool may_drop_privileges)
{
	struct sock_fprog program = {report->filter_len, report->filter};

	if (!syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) || !may_drop_privileges)
		return;
	if (!prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
		syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program);
}

/* The command's side of the fork. */
static void __attribute__((noreturn)) run_command(struct startup *s)
{
	const struct options *options = s->options;
	int socket = s->sockets[1];
	char byte = 0;
	ssize_t n;

	for (size_t i = 0; i < options->nenv; i++) {
		char *edit = (char *)options->env[i];

		if (strchr(edit, '=') ? putenv(edit) : unsetenv(edit))
			give_up(s->report, "environment");
	}
	signal(SIGCHLD, s->sigchld);
	if (s->user)
		become_user(s->user, s->report);
	/* Where Yama lets only ancestors trace (scope 1), a descendant has to be allowed to. Elsewhere this fails. */
	if (s->report->tracer > 0)
		prctl(PR_SET_PTRACER, s->report->tracer, 0, 0, 0);
	if (send(socket, &byte, 1, MSG_NOSIGNAL) != 1)
		give_up(s->report, "send");
	do
		n = read(socket, &byte, 1);
	while (n < 0 && errno == EINTR);
	/* Nothing else may come between this and the execve: an engine traces from here on. */
	if (n == 1) {
		if (s->report->filter_len)
			install_filter(s->report, !s->user);
		execve(s->path, options->command, environ);
		s->report->exec_error = errno;
	}
	_exit(1);
}

/*
 * Goes on as a grandchild of the calling process, which returns 0 here to become the command.
 * Returns the command's process id in the grandchild, -errno if there is none.
 */
static pid_t become_grandchild(const struct options *options, struct report *report)
{
	pid_t command = getpid(), child = fork();
	int null, status = 0;

	if (child < 0)
		return -errno;
	if (child) {
		while (waitpid(child, &status, 0) < 0 && errno == EINTR)
			;
		return WIFEXITED(status) ? -WEXITSTATUS(status) : -ECHILD;
	}
	child = fork();
	if (child) {
		report->tracer = child;
		_exit(child < 0 ? errno : 0);
	}
	if (options->daemonize == 2)
		setpgid(0, 0);
	if (options->daemonize == 3)
		setsid();
	/*
	 * Whoever reads the command's output waits for the command's end, not for the tracer's; unless a command that
	 * reads the trace may write there, too.
	 */
	null = open("/dev/null", O_RDWR | O_CLOEXEC);
	if (null >= 0) {
		dup2(null, STDIN_FILENO);
		if (!options->output_pipe)
			dup2(null, STDOUT_FILENO);
		close(null);
	}
	return command;
}

/* Divides into tracer and command; returns in the tracer. */
static int divide(struct startup *s, struct command *command)
{
	const struct options *options = s->options;
	pid_t pid = options->daemonize ? become_grandchild(options, s->report) : fork();

	if (pid < 0)
		return options->daemonize ? pid : -errno;
	if (!pid) {
		close(s->sockets[0]);
		run_command(s);
	}
	command->pid = pid;
	command->child = !options->daemonize;
	command->socket = s->sockets[0];
	s->sockets[0] = -1;
	close(s->sockets[1]);
	s->sockets[1] = -1;
	return 0;
}

/* Waits until the command has only its execve left. */
static int wait_ready(struct command *command, const char *path, char *ret_error, size_t error_size)
{
	const struct report *report = command->report;
	char byte;
	ssize_t n;

	do
		n = read(command->socket, &byte, 1);
	while (n < 0 && errno == EINTR);
	if (n == 1)
		return 0;
	if (report->step_error)
		return error_set(ret_error, error_size, -report->step_error,
			"exec: '%.160s': %s: %s", path, report->step, strerror(report->step_error));
	return error_set(ret_error, error_size, -ECHILD,
		"exec: '%.160s': its process was killed before it began", path);
}

static int find_user(
	const char *name, const struct passwd **ret_user, char *ret_error, size_t error_size)
{
	if (geteuid())
		return error_set(ret_error, error_size, -EPERM,
			"-u %.80s: only root may start a command as another user", name);
	*ret_user = getpwnam(name);
	if (!*ret_user)
		return error_set(ret_error, error_size, -ENOENT,
			"-u %.80s: there is no such user: getent passwd lists them", name);
	return 0;
}

int command_spawn(const struct options *options, struct command **ret_command, char *ret_error,
	size_t error_size)
{
	struct startup s = {.options = options, .sockets = {-1, -1}};
	struct command *command;
	int err;

	err = find_program(options->command[0], s.path, ret_error, error_size);
	if (!err && options->user)
		err = find_user(options->user, &s.user, ret_error, error_size);
	if (err)
		return err;
	command = calloc(1, sizeof(*command));
	if (!command)
		return error_set(ret_error, error_size, -ENOMEM, "exec: out of memory");
	command->socket = -1;
	s.report = mmap(
		NULL, sizeof(*s.report), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (s.report != MAP_FAILED)
		command->report = s.report;
	if (!command->report || socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, s.sockets)) {
		err = error_set(ret_error, error_size, -errno, "exec: '%.160s': %s", s.path,
			strerror(errno));
		goto out;
	}
	/* Ignored, as it may have been inherited, it would leave no status to wait for. */
	s.sigchld = signal(SIGCHLD, SIG_DFL);
	err = divide(&s, command);
	if (err) {
		error_set(ret_error, error_size, err, "exec: '%.160s': fork: %s", s.path,
			strerror(-err));
		goto out;
	}
	err = wait_ready(command, s.path, ret_error, error_size);
out:
	for (int i = 0; i < 2; i++)
		if (s.sockets[i] >= 0)
			close(s.sockets[i]);
	if (err)
		command_free(command);
	else
		*ret_command = command;
	return err;
}

pid_t command_pid(const struct command *command)
{
	return command->pid;
}

int command_filter(struct command *command, const struct sock_filter *code, size_t n)
{
	if (n > COMMAND_FILTER_MAX)
		return -E2BIG;
	memcpy(command->report->filter, code, n * sizeof(*code));
	command->report->filter_len = n;
	return 0;
}

int command_release(struct command *command)
{
	char byte = 0;
	int err = send(command->socket, &byte, 1, MSG_NOSIGNAL) == 1 ? 0 : -errno;

	close(command->socket);
	command->socket = -1;
	return err;
}

int command_exec_error(const struct command *command)
{
	return command->report->exec_error;
}

void command_ended(struct command *command, int status)
{
	command->ended = true;
	command->status = status;
}

int command_wait(struct command *command, int *ret_status)
{
	if (!command->child)
		return 0;
	while (!command->reaped) {
		if (waitpid(command->pid, &command->status, 0) == command->pid)
			command->reaped = true;
		else if (errno == ECHILD && command->ended)
			command->reaped = true;
		else if (errno != EINTR)
			return -errno;
	}
	*ret_status = command->status;
	return 1;
}

void command_free(struct command *command)
{
	int status;

	if (!command)
		return;
	if (command->socket >= 0) {
		/* The end of the socket ends it. */
		close(command->socket);
		command_wait(command, &status);
	}
	if (command->report)
		munmap(command->report, sizeof(*command->report));
	free(command);
}

/* timeout(1) sends its signal to the process and to the group, thus twice: that is not a user who has lost patience. */
static void catch (int number)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	if (!caught) {
		caught_at = now.tv_sec;
		caught = number;
	} else if (now.tv_sec - caught_at >= PATIENCE) {
		signal(number, SIG_DFL);
		raise(number);
	}
}

int command_catch_signals(enum options_interruptible interruptible)
{
	static const int signals[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM};
	bool never = interruptible >= OPTIONS_INTERRUPT_NEVER;
	struct sigaction action = {.sa_handler = never ? SIG_IGN : catch, .sa_flags = SA_RESTART};
	struct sigaction before;

	for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++)
		sigaddset(&action.sa_mask, signals[i]);
	pass_on = interruptible == OPTIONS_INTERRUPT_WAITING;
	for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++) {
		/* -I1: as if faultless had no part in it; what nohup(1) ignored stays so. */
		if (interruptible == OPTIONS_INTERRUPT_ANYWHERE &&
			!sigaction(signals[i], NULL, &before) && before.sa_handler == SIG_IGN)
			continue;
		if (sigaction(signals[i], &action, NULL))
			return -errno;
	}
	/* If nobody reads the trace any longer, the write fails and says so. */
	if (signal(SIGPIPE, SIG_IGN) == SIG_ERR)
		return -errno;
	if (interruptible == OPTIONS_INTERRUPT_NEVER_TSTP && signal(SIGTSTP, SIG_IGN) == SIG_ERR)
		return -errno;
	return 0;
}

int command_caught(void)
{
	return caught;
}

void command_interrupt(struct command *command, int signal)
{
	/* Once it is reaped, its process id may be another process's. */
	if (!command || command->reaped || command->ended || !pass_on)
		return;
	kill(command->pid, signal);
	kill(command->pid, SIGCONT);
}

void command_end_by(int number)
{
	sigset_t only;

	setrlimit(RLIMIT_CORE, &(struct rlimit){0});
	signal(number, SIG_DFL);
	sigemptyset(&only);
	sigaddset(&only, number);
	pthread_sigmask(SIG_UNBLOCK, &only, NULL);
	raise(number);
	/* Reached if the signal's default is not to end a process. */
	_exit(128 + number);
}

void command_end_like(int status)
{
	if (WIFSIGNALED(status))
		command_end_by(WTERMSIG(status));
	exit(WEXITSTATUS(status));
}
