// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * The command: what it is started with, that it waits for its release, and how its end is passed
 * on. Real processes; nothing is traced.
 */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>
#include "command.h"

static char error[256];

/* Runs a command to its end and returns its wait status. */
static int run(struct options *options)
{
	struct command *command;
	int status;

	assert_int_equal(command_spawn(options, &command, error, sizeof(error)), 0);
	assert_int_equal(command_release(command), 0);
	assert_int_equal(command_wait(command, &status), 1);
	if (status == 0x100)
		assert_int_equal(command_exec_error(command), 0);
	command_free(command);
	return status;
}

static int run_shell(char *script, const char **env, size_t nenv)
{
	struct options options = {.env = env, .nenv = nenv};

	options.command = (char *[]){"sh", "-c", script, NULL};
	return run(&options);
}

static void test_status(void **state)
{
	(void)state;
	assert_int_equal(run_shell("exit 0", NULL, 0), 0);
	assert_int_equal(WEXITSTATUS(run_shell("exit 7", NULL, 0)), 7);
	assert_int_equal(WTERMSIG(run_shell("kill -TERM $$", NULL, 0)), SIGTERM);
	assert_int_equal(WTERMSIG(run_shell("kill -KILL $$", NULL, 0)), SIGKILL);
}

static void test_environment(void **state)
{
	const char *env[] = {
		"FAULTLESS_A=1", "FAULTLESS_B=2", "FAULTLESS_A=3", "FAULTLESS_B", "FAULTLESS_C"};

	(void)state;
	setenv("FAULTLESS_C", "inherited", 1);
	setenv("FAULTLESS_D", "inherited", 1);
	assert_int_equal(run_shell("test \"$FAULTLESS_A.${FAULTLESS_B-gone}.${FAULTLESS_C-gone}\" "
				   "= 3.gone.gone && test $FAULTLESS_D = inherited",
				 env, 5),
		0);
	assert_string_equal(getenv("FAULTLESS_C"), "inherited");
	assert_null(getenv("FAULTLESS_A"));
}

static void test_waits_for_release(void **state)
{
	char path[] = "/tmp/faultless-command-XXXXXX";
	struct options options = {0};
	struct command *command;
	pid_t pid;
	int fd = mkstemp(path);

	(void)state;
	assert_true(fd >= 0);
	close(fd);
	options.command = (char *[]){"rm", path, NULL};
	assert_int_equal(command_spawn(&options, &command, error, sizeof(error)), 0);
	pid = command_pid(command);
	usleep(50000);
	assert_int_equal(access(path, F_OK), 0);
	assert_int_equal(kill(pid, 0), 0);
	/* Freed before its release: gone without having run, and reaped. */
	command_free(command);
	assert_int_equal(access(path, F_OK), 0);
	assert_int_equal(kill(pid, 0), -1);
	assert_int_equal(run(&options), 0);
	assert_int_equal(access(path, F_OK), -1);
}

static void write_program(const char *path, const char *text, mode_t mode)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
	assert_int_equal(chmod(path, mode), 0);
}

/* What only the execve can tell: a program of no known format. */
static void test_exec_error(void **state)
{
	char path[] = "/tmp/faultless-command-XXXXXX";
	struct options options = {.command = (char *[]){path, NULL}};
	struct command *command;
	int status, fd = mkstemp(path);

	(void)state;
	assert_true(fd >= 0);
	close(fd);
	write_program(path, "no program", 0755);
	assert_int_equal(command_spawn(&options, &command, error, sizeof(error)), 0);
	assert_int_equal(command_release(command), 0);
	assert_int_equal(command_wait(command, &status), 1);
	assert_int_equal(WEXITSTATUS(status), 1);
	assert_int_equal(command_exec_error(command), ENOEXEC);
	command_free(command);
	unlink(path);
}

static void check_refused(char **argv, const char *user, int code, const char *part)
{
	struct options options = {.command = argv, .user = user};
	struct command *command = NULL;

	assert_int_equal(command_spawn(&options, &command, error, sizeof(error)), code);
	assert_null(command);
	if (!strstr(error, part))
		fail_msg("'%s' is not in '%s'", part, error);
	assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
}

static void test_not_found(void **state)
{
	static char huge[8192];

	(void)state;
	memset(huge, 'x', sizeof(huge) - 1);
	check_refused(
		(char *[]){"faultless-no-such-program", NULL}, NULL, -ENOENT, "not found in PATH");
	check_refused((char *[]){"", NULL}, NULL, -ENOENT, "not found in PATH");
	check_refused((char *[]){"/nonexistent/x", NULL}, NULL, -ENOENT,
		"'/nonexistent/x': No such file");
	check_refused((char *[]){"/dev/null/x", NULL}, NULL, -ENOTDIR, "Not a directory");
	check_refused(
		(char *[]){"/dev/null", NULL}, NULL, -EACCES, "'/dev/null': Permission denied");
	check_refused((char *[]){"/dev", NULL}, NULL, -EISDIR, "'/dev': Is a directory");
	check_refused((char *[]){"/etc/passwd", NULL}, NULL, -EACCES, "path of an executable file");
	check_refused((char *[]){huge, NULL}, NULL, -ENOENT, "not found in PATH");
	huge[0] = '/';
	check_refused((char *[]){huge, NULL}, NULL, -ENAMETOOLONG, "File name too long");
	check_refused((char *[]){"\033[2Jx", NULL}, NULL, -ENOENT, "'?[2Jx'");
	check_refused((char *[]){"true", NULL}, "faultless-no-such-user",
		geteuid() ? -EPERM : -ENOENT, "-u faultless-no-such-user");
}

/* The first regular, executable file counts: not a directory, not a file that is not executable. */
static void test_path_search(void **state)
{
	char dir[] = "/tmp/faultless-path-XXXXXX", name[128], path[512],
	     *before = strdup(getenv("PATH"));
	struct options options = {.command = (char *[]){"prog", NULL}};

	(void)state;
	assert_non_null(mkdtemp(dir));
	for (int i = 1; i <= 4; i++) {
		snprintf(name, sizeof(name), "%s/%d", dir, i);
		assert_int_equal(mkdir(name, 0755), 0);
	}
	snprintf(name, sizeof(name), "%s/1/prog", dir);
	assert_int_equal(mkdir(name, 0755), 0);
	snprintf(name, sizeof(name), "%s/2/prog", dir);
	write_program(name, "#!/bin/sh\nexit 2\n", 0644);
	snprintf(name, sizeof(name), "%s/3/prog", dir);
	write_program(name, "#!/bin/sh\nexit 3\n", 0755);
	snprintf(name, sizeof(name), "%s/4/prog", dir);
	write_program(name, "#!/bin/sh\nexit 4\n", 0755);
	snprintf(path, sizeof(path), "/nonexistent:%s/1:%s/2:%s/3:%s/4", dir, dir, dir, dir);
	setenv("PATH", path, 1);
	assert_int_equal(WEXITSTATUS(run(&options)), 3);
	snprintf(path, sizeof(path), "%s/1:%s/2", dir, dir);
	setenv("PATH", path, 1);
	check_refused(options.command, NULL, -ENOENT, "not found in PATH");
	unsetenv("PATH");
	check_refused(options.command, NULL, -ENOENT, "not found in PATH");
	setenv("PATH", before, 1);
	free(before);
	snprintf(path, sizeof(path), "rm -r %s", dir);
	assert_int_equal(run_shell(path, NULL, 0), 0);
}

static void test_user(void **state)
{
	struct options options = {.user = "nobody"};

	(void)state;
	if (geteuid()) {
		skip();
		return;
	}
	options.command = (char *[]){"sh", "-c",
		"test $(id -u) = $(id -u nobody) && test $(id -g) = $(id -g nobody) && "
		"test \"$(id -G)\" = \"$(id -G nobody)\"",
		NULL};
	assert_int_equal(run(&options), 0);
}

/*
 * The status of the command itself holds @pattern (of grep). No shell: it has signals of its own.
 */
static void check_status_file(char *pattern)
{
	struct options options = {
		.command = (char *[]){"grep", "-q", pattern, "/proc/self/status", NULL}};

	assert_int_equal(run(&options), 0);
}

/* Nothing of ours is open in the command, and its signals are as they were given to us. */
static void test_inherits_nothing(void **state)
{
	int ours = open("/dev/null", O_RDONLY | O_CLOEXEC);
	struct sigaction before;
	char script[64];

	(void)state;
	sigaction(SIGCHLD, NULL, &before);
	signal(SIGCHLD, SIG_IGN);
	check_status_file("^SigIgn:.[0-9a-f]*[13579bdf]....$");
	signal(SIGCHLD, SIG_DFL);
	check_status_file("^SigIgn:.[0-9a-f]*[02468ace]....$");
	check_status_file("^SigBlk:.0000000000000000$");
	sigaction(SIGCHLD, &before, NULL);
	snprintf(script, sizeof(script), "test ! -e /proc/self/fd/%d", ours);
	assert_int_equal(run_shell(script, NULL, 0), 0);
	close(ours);
}

/* Runs @end in a process of its own and returns its wait status. */
static int status_of(void (*end)(int), int argument)
{
	pid_t pid = fork();
	int status;

	if (!pid) {
		end(argument);
		_exit(99);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return status;
}

static void end_like(int status)
{
	signal(SIGTERM, SIG_IGN);
	command_end_like(status);
}

static void test_end_like(void **state)
{
	(void)state;
	assert_int_equal(status_of(end_like, 0), 0);
	assert_int_equal(status_of(end_like, 7 << 8), 7 << 8);
	assert_int_equal(status_of(end_like, SIGTERM), SIGTERM);
	assert_int_equal(status_of(end_like, SIGKILL), SIGKILL);
	/* No second core, whatever the command did. */
	assert_int_equal(status_of(end_like, SIGQUIT | 0x80), SIGQUIT);
}

static void interrupt_self(int interruptible)
{
	struct timespec pause = {.tv_nsec = 1000000};

	if (command_catch_signals(interruptible))
		_exit(98);
	raise(SIGINT);
	nanosleep(&pause, NULL);
	_exit(command_caught());
}

static void interrupt_twice(int interruptible)
{
	command_catch_signals(interruptible);
	raise(SIGTERM);
	raise(SIGTERM);
	if (interruptible == OPTIONS_INTERRUPT_WAITING)
		_exit(command_caught());
}

static void interrupt_again(int interruptible)
{
	command_catch_signals(interruptible);
	raise(SIGTERM);
	sleep(4);
	raise(SIGTERM);
}

static void test_signals(void **state)
{
	(void)state;
	assert_int_equal(status_of(interrupt_self, OPTIONS_INTERRUPT_WAITING), SIGINT << 8);
	assert_int_equal(status_of(interrupt_self, OPTIONS_INTERRUPT_ANYWHERE), SIGINT << 8);
	assert_int_equal(status_of(interrupt_self, OPTIONS_INTERRUPT_NEVER), 0);
	assert_int_equal(status_of(interrupt_self, OPTIONS_INTERRUPT_NEVER_TSTP), 0);
	assert_int_equal(status_of(interrupt_twice, OPTIONS_INTERRUPT_WAITING), SIGTERM << 8);
	assert_int_equal(status_of(interrupt_again, OPTIONS_INTERRUPT_WAITING), SIGTERM);
	assert_int_equal(status_of(interrupt_twice, OPTIONS_INTERRUPT_NEVER), 99 << 8);
	signal(SIGINT, SIG_IGN);
	assert_int_equal(status_of(interrupt_self, OPTIONS_INTERRUPT_ANYWHERE), 0);
	assert_int_equal(status_of(interrupt_self, OPTIONS_INTERRUPT_WAITING), SIGINT << 8);
	signal(SIGINT, SIG_DFL);
}

static void interrupt_command(int interruptible)
{
	struct options options = {.command = (char *[]){"sleep", "60", NULL}};
	struct command *command;
	int status;

	if (command_spawn(&options, &command, error, sizeof(error)) || command_release(command) ||
		command_catch_signals(interruptible))
		_exit(97);
	command_interrupt(NULL, SIGHUP);
	command_interrupt(command, SIGHUP);
	if (interruptible != OPTIONS_INTERRUPT_WAITING)
		kill(command_pid(command), SIGTERM);
	command_wait(command, &status);
	command_interrupt(command, SIGKILL); /* reaped: nobody is killed */
	command_free(command);
	_exit(WTERMSIG(status));
}

static void test_interrupt(void **state)
{
	(void)state;
	assert_int_equal(status_of(interrupt_command, OPTIONS_INTERRUPT_WAITING), SIGHUP << 8);
	assert_int_equal(status_of(interrupt_command, OPTIONS_INTERRUPT_ANYWHERE), SIGTERM << 8);
}

/* With -D the caller becomes the command; the tracer is its grandchild and not its parent. */
static void daemonize(int level)
{
	struct options options = {.daemonize = level};
	struct command *command;
	int status;

	options.command = (char *[]){"sh", "-c", "exit 5", NULL};
	if (command_spawn(&options, &command, error, sizeof(error)))
		_exit(97);
	if (command_wait(command, &status) || (level == 3 && getsid(0) != getpid()) ||
		(level == 2 && getpgid(0) != getpid()))
		_exit(96); /* without a release: the command ends with 1 */
	command_release(command);
	command_free(command);
	_exit(0);
}

static void test_daemonize(void **state)
{
	(void)state;
	for (int level = 1; level <= 3; level++)
		assert_int_equal(status_of(daemonize, level), 5 << 8);
}

/* Whoever runs the tests may ignore or block signals (a shell does, of commands in the background). */
static void reset_signals(void)
{
	sigset_t all;

	for (int signal_number = 1; signal_number < 65; signal_number++)
		signal(signal_number, SIG_DFL);
	sigfillset(&all);
	sigprocmask(SIG_UNBLOCK, &all, NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_status),
		cmocka_unit_test(test_environment),
		cmocka_unit_test(test_waits_for_release),
		cmocka_unit_test(test_exec_error),
		cmocka_unit_test(test_not_found),
		cmocka_unit_test(test_path_search),
		cmocka_unit_test(test_user),
		cmocka_unit_test(test_inherits_nothing),
		cmocka_unit_test(test_end_like),
		cmocka_unit_test(test_signals),
		cmocka_unit_test(test_interrupt),
		cmocka_unit_test(test_daemonize),
	};

	reset_signals();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
