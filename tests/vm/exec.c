// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * A tracee that executes programs in every way: success, failure, a `#!` script, execveat with an
 * empty path, from a thread that is not the leader; with path, argv, envp and their strings on
 * pages that are not resident. Each case runs in a child of its own, and the list holds the call as
 * strace prints it, and the child's end.
 * exec [-s] [-o LIST]
 * -s: the script, and nothing else.
 */
#include <pthread.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "expect.h"

#define COLD __attribute__((aligned(PAGE)))

/*
 * Each on a page of its own, in a part of the program file that is mapped unchanged. The strings of
 * the arrays begin a page too, so that path, array and strings are cold one by one.
 */
static const char self[PAGE] COLD = "/proc/self/exe";
static const char absent[PAGE] COLD = "/nowhere/no-such-program";
static const char word[PAGE] COLD = "role";
static const char second[PAGE] COLD = "a cold argument";
static const char long_word[PAGE] COLD =
	"an argument that is longer than the thirty-two bytes that are shown of it";
static const char variable[PAGE] COLD = "COLD=1";
static const char empty[PAGE] COLD = "";
static const char *const words[PAGE / sizeof(char *)] COLD = {word, second, long_word, empty};
static const char *const many[PAGE / sizeof(char *)] COLD = {
	[0] = word, [1 ... 39] = second, [40] = NULL};
static const char *const variables[PAGE / sizeof(char *)] COLD = {variable, variable};
static const char end_of_data[PAGE] COLD = "";

#define WORDS "[\"role\", \"a cold argument\", \"an argument that is longer than \"..., \"\"]"

static char script[] = "/tmp/faultless-exec-XXXXXX";
static int self_fd;

static void chill(void)
{
	const char *const parts[] = {self, absent, word, second, long_word, variable, empty,
		(const char *)words, (const char *)many, (const char *)variables, end_of_data};

	for (size_t n = 0; n < sizeof(parts) / sizeof(parts[0]); n++)
		make_cold(parts[n], PAGE);
}

static const char *variables_text(int count)
{
	static char text[64];

	snprintf(text, sizeof(text), "%p /* %d var%s */", (const void *)variables, count,
		count == 1 ? "" : "s");
	return text;
}

/* The cases. Each runs in a child whose memory is cold; what it writes to the list must not warm
 * it. */

static void success(void)
{
	expect(expect_task(), 1, "execve(\"/proc/self/exe\", " WORDS ", %s) = 0",
		variables_text(2));
	expect_flush();
	chill();
	syscall(SYS_execve, self, words, variables);
}

static void forty_words(void)
{
	expect(expect_task(), 1,
		"execve(\"/proc/self/exe\", [\"role\", "
		"\"a cold argument\", \"a cold argument\", \"a cold argument\", \"a cold argument\", "
		"\"a cold argument\", \"a cold argument\", \"a cold argument\", \"a cold argument\", "
		"\"a cold argument\", \"a cold argument\", \"a cold argument\", \"a cold argument\", "
		"\"a cold argument\", \"a cold argument\", \"a cold argument\", \"a cold argument\", "
		"\"a cold argument\", \"a cold argument\", \"a cold argument\", \"a cold argument\", "
		"\"a cold argument\", \"a cold argument\", \"a cold argument\", \"a cold argument\", "
		"\"a cold argument\", \"a cold argument\", \"a cold argument\", \"a cold argument\", "
		"\"a cold argument\", \"a cold argument\", \"a cold argument\", ...], %s) = 0",
		variables_text(2));
	expect_flush();
	chill();
	syscall(SYS_execve, self, many, variables);
}

/* The path and the pointers are resident, what they point to is not. */
static void cold_strings(void)
{
	expect(expect_task(), 1, "execve(\"/proc/self/exe\", " WORDS ", %s) = 0",
		variables_text(2));
	expect_flush();
	chill();
	(void)*(const volatile char *)self;
	(void)*(const char *const volatile *)words;
	(void)*(const char *const volatile *)variables;
	/* The fault brought in their neighbours too. */
	make_cold(word, PAGE);
	make_cold(second, PAGE);
	make_cold(long_word, PAGE);
	make_cold(empty, PAGE);
	syscall(SYS_execve, self, words, variables);
}

static void no_environment(void)
{
	expect(expect_task(), 1, "execve(\"/proc/self/exe\", " WORDS ", NULL) = 0");
	expect_flush();
	chill();
	syscall(SYS_execve, self, words, NULL);
}

static void failure(void)
{
	chill();
	syscall(SYS_execve, absent, words, variables);
	expect(expect_task(), 1, "execve(\"/nowhere/no-such-program\", " WORDS ", %s) %s",
		variables_text(2), expect_result(-1));
	chill();
	syscall(SYS_execve, absent, NULL, NULL);
	expect(expect_task(), 1, "execve(\"/nowhere/no-such-program\", NULL, NULL) %s",
		expect_result(-1));
	chill();
	syscall(SYS_execve, self, 1L, variables);
	expect(expect_task(), 1, "execve(\"/proc/self/exe\", 0x1, %s) %s", variables_text(2),
		expect_result(-1));
	syscall(SYS_execve, -1L, NULL, NULL);
	expect(expect_task(), 1, "execve(0xffffffffffffffff, NULL, NULL) %s", expect_result(-1));
	expect_flush();
	_exit(0);
}

static void interpreted(void)
{
	expect(expect_task(), 1, "execve(\"%s\", " WORDS ", %s) = 0", script, variables_text(2));
	expect_flush();
	chill();
	syscall(SYS_execve, script, words, variables);
}

static void empty_path(void)
{
	expect(expect_task(), 1, "execveat(%d, \"\", " WORDS ", %s, AT_EMPTY_PATH) = 0", self_fd,
		variables_text(2));
	expect_flush();
	chill();
	syscall(SYS_execveat, self_fd, empty, words, variables, AT_EMPTY_PATH);
}

static void *thread(void *arg)
{
	/* The leader's number lives on, the thread's ends. */
	expect(getpid(), 1, "+++ superseded by execve in pid %d +++", expect_task());
	expect(getpid(), 1, "execve(\"/proc/self/exe\", " WORDS ", %s) = 0", variables_text(2));
	expect_flush();
	chill();
	syscall(SYS_execve, self, words, variables);
	return arg;
}

static void by_thread(void)
{
	pthread_t other;

	if (pthread_create(&other, NULL, thread, NULL) == 0)
		pthread_join(other, NULL);
}

static void run(void (*body)(void))
{
	int status;
	pid_t pid;

	expect_flush();
	pid = fork();
	if (pid < 0)
		err(2, "fork");
	if (pid == 0) {
		body();
		_exit(1);
	}
	if (waitpid(pid, &status, 0) != pid || status != 0)
		errx(1, "a case ended with status %#x", status);
	expect(pid, 1, "+++ exited with 0 +++");
}

static void make_script(void)
{
	char name[PAGE];
	ssize_t length = readlink("/proc/self/exe", name, sizeof(name) - 1);
	int fd = mkstemp(script);

	if (length < 0 || fd < 0)
		err(2, "%s", script);
	name[length] = '\0';
	if (dprintf(fd, "#!%s role\n", name) < 0 || fchmod(fd, 0700))
		err(2, "%s", script);
	close(fd);
}

int main(int argc, char **argv)
{
	const char *path = NULL;
	int option, only_script = 0;

	/* What the cases execute: this program as `role`, or as `FILE role SCRIPT ...`. */
	if (argc > 0 && (!strcmp(argv[0], "role") || (argc > 1 && !strcmp(argv[1], "role"))))
		return 0;
	while ((option = getopt(argc, argv, "so:")) != -1) {
		if (option == 's')
			only_script = 1;
		else if (option == 'o')
			path = optarg;
		else
			return 2;
	}
	expect_open(path);
	make_script();
	self_fd = open("/proc/self/exe", O_RDONLY);
	if (self_fd < 0)
		err(2, "/proc/self/exe");
	if (only_script) {
		run(interpreted);
		unlink(script);
		expect_flush();
		return 0;
	}
	run(success);
	run(forty_words);
	run(cold_strings);
	run(no_environment);
	run(failure);
	run(empty_path);
	run(by_thread);
	unlink(script);
	expect_flush();
	return 0;
}
