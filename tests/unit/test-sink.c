// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Drives the text sink and the summary by hand and compares with exact text, as strace 6.1 printed
 * it for the same calls and options.
 */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>
#include "desc/nr-i386.h"
#include "desc/nr-x86_64.h"
#include "desc/types.h"
#include "options.h"
#include "sink.h"
#include "task.h"

#define US  1000ull
#define SEC 1000000000ull

static char directory[] = "/tmp/faultless-test-sink.XXXXXX";
static char output[sizeof(directory) + 16];

static struct task one = {.tid = 7, .tgid = 7}, two = {.tid = 12345, .tgid = 12345},
		   three = {.tid = 123456, .tgid = 7};

static struct options options;
static struct sink *sink;

static time_t wall_shift; /* by how much the clock has been set since */

/* In place of libc's. */
int clock_gettime(clockid_t clock, struct timespec *ret_time)
{
	int err = syscall(SYS_clock_gettime, clock, ret_time);

	if (clock == CLOCK_REALTIME)
		ret_time->tv_sec += wall_shift;
	return err;
}

/* ---- driving ---- */

static void set_up_options(const char *argument, ...)
{
	char *argv[16] = {"faultless", "-o", output};
	char error[256] = "";
	va_list args;
	int argc = 3;

	va_start(args, argument);
	for (; argument; argument = va_arg(args, const char *))
		argv[argc++] = (char *)argument;
	va_end(args);
	argv[argc++] = "true";
	optind = 0;
	if (options_parse(argc, argv, &options, error, sizeof(error)))
		fail_msg("%s", error);
	assert_int_equal(sink_text_open(&options, &sink), 0);
}

#define OPEN(...) set_up_options(__VA_ARGS__ __VA_OPT__(, ) NULL)

static char *read_file(const char *path)
{
	static char text[1 << 20];
	int fd = open(path, O_RDONLY);
	ssize_t n;

	assert_true(fd >= 0);
	n = read(fd, text, sizeof(text) - 1);
	assert_true(n >= 0);
	text[n] = 0;
	close(fd);
	return text;
}

static void expect(const char *expected)
{
	assert_int_equal(sink->ops->close(sink), 0);
	options_done(&options);
	assert_string_equal(read_file(output), expected);
}

static struct call_info call_of(const struct task *task, unsigned nr, int64_t ret)
{
	return (struct call_info){
		.task = task,
		.desc = desc_syscall(nr),
		.name = desc_syscall(nr) ? desc_syscall(nr)->name : "syscall_0x3e8",
		.nr = nr,
		.ret = ret,
		.returned = true,
		.enter_time = 10 * SEC,
		.exit_time = 10 * SEC + 12 * US + 999,
	};
}

static void begin_part(const struct task *task, unsigned nr, enum call_part part)
{
	struct call_info call = call_of(task, nr, 0);

	call.part = part;
	sink->ops->call_begin(sink, &call);
}

static void end_part(const struct task *task, unsigned nr, enum call_part part, bool more,
	bool returned, int64_t ret)
{
	struct call_info call = call_of(task, nr, ret);

	call.part = part;
	call.returned = returned;
	sink->ops->call_end(sink, &call, more);
}

static void begin_call(const struct task *task, unsigned nr)
{
	begin_part(task, nr, CALL_WHOLE);
}

static void end_call(const struct task *task, unsigned nr, int64_t ret)
{
	end_part(task, nr, CALL_WHOLE, false, true, ret);
}

static void number(const struct type *type, uint64_t value)
{
	sink->ops->field(sink, NULL);
	sink->ops->scalar(sink, type, value);
}

static void string(const char *text, unsigned flags)
{
	sink->ops->field(sink, NULL);
	sink->ops->bytes(sink, text, strlen(text), flags);
}

static void event(const struct task *task, enum event_kind kind, uint64_t value, uint64_t other)
{
	struct event_info info = {
		.task = task, .kind = kind, .time = 20 * SEC, .value = value, .other = other};

	sink->ops->event_begin(sink, &info);
	sink->ops->event_end(sink, &info);
}

static void simple_call(const struct task *task)
{
	begin_call(task, NR_getpid);
	end_call(task, NR_getpid, 42);
}

/* ---- lines ---- */

static void writes_calls(void **state)
{
	(void)state;
	OPEN();
	begin_call(&one, NR_openat);
	number(&type_dirfd, AT_FDCWD);
	string("/etc/passwd", BYTES_STRING | BYTES_PATH);
	number(&type_open_flags, O_RDONLY | O_CLOEXEC);
	end_call(&one, NR_openat, -ENOENT);
	begin_call(&one, NR_read);
	number(&type_fd, -1);
	string("\177ELF\1", BYTES_CUT);
	number(&type_size, UINT64_MAX);
	end_call(&one, NR_read, 832);
	begin_call(&one, NR_umask);
	number(&type_umode, 0);
	end_call(&one, NR_umask, 022);
	begin_call(&one, NR_umask);
	number(&type_umode, 07);
	end_call(&one, NR_umask, 0);
	begin_call(&one, NR_brk);
	sink->ops->field(sink, NULL);
	sink->ops->address(sink, 0);
	end_call(&one, NR_brk, 0x55f956d97000);
	begin_call(&one, NR_exit_group);
	number(&type_i32, (uint64_t)-3);
	end_part(&one, NR_exit_group, CALL_WHOLE, false, false, 0);
	expect("openat(AT_FDCWD, \"/etc/passwd\", O_RDONLY|O_CLOEXEC) = -1 ENOENT (No such file or "
	       "directory)\n"
	       "read(-1, \"\\177ELF\\1\"..., 18446744073709551615) = 832\n"
	       "umask(000)                              = 022\n"
	       "umask(007)                              = 000\n"
	       "brk(NULL)                               = 0x55f956d97000\n"
	       "exit_group(-3)                          = ?\n");
}

static void writes_groups(void **state)
{
	(void)state;
	OPEN();
	begin_call(&one, NR_fstat);
	number(&type_fd, 1);
	sink->ops->field(sink, NULL);
	sink->ops->begin(sink, GROUP_STRUCT);
	sink->ops->field(sink, "a");
	sink->ops->begin(sink, GROUP_ARRAY);
	number(&type_i32, 1);
	number(&type_i32, 2);
	sink->ops->more(sink);
	sink->ops->end(sink, GROUP_ARRAY);
	sink->ops->field(sink, "b");
	sink->ops->begin(sink, GROUP_ARRAY);
	sink->ops->end(sink, GROUP_ARRAY);
	sink->ops->more(sink);
	sink->ops->end(sink, GROUP_STRUCT);
	sink->ops->changed(sink);
	sink->ops->begin(sink, GROUP_STRUCT);
	sink->ops->field(sink, "c");
	sink->ops->text(sink, "makedev(0x1, 0x2)");
	sink->ops->end(sink, GROUP_STRUCT);
	number(&type_u64, 3);
	end_call(&one, NR_fstat, 0);
	expect("fstat(1, {a=[1, 2, ...], b=[], ...} => {c=makedev(0x1, 0x2)}, 3) = 0\n");
}

static void writes_constants(void **state)
{
	static const struct {
		const char *style;
		const char *expected;
	} cases[] = {
		{"abbrev",
			"mmap(PROT_READ|PROT_WRITE|0x50, PROT_NONE, SEEK_END, 0x63 /* SEEK_??? */, "
			"0x8 /* ?_OK */, SIGTERM, -5, AT_FDCWD, 5) = 0\n"},
		{"raw", "mmap(0x53, 0, 0x2, 0x63, 0x8, 15, -5, -100, 5) = 0\n"},
		{"verbose",
			"mmap(0x53 /* PROT_READ|PROT_WRITE|0x50 */, 0 /* PROT_NONE */, 0x2 /* SEEK_END */, "
			"0x63 /* SEEK_??? */, 0x8 /* ?_OK */, 15 /* SIGTERM */, -5, -100 /* AT_FDCWD */, 5) "
			"= 0\n"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		OPEN("-X", cases[i].style);
		begin_call(&one, NR_mmap);
		number(&type_mmap_prot, 0x53);
		number(&type_mmap_prot, 0);
		number(&type_whence, SEEK_END);
		number(&type_whence, 0x63);
		number(&type_access_mode, 8);
		number(&type_signal, SIGTERM);
		number(&type_signal, (uint32_t)-5);
		number(&type_dirfd, AT_FDCWD);
		number(&type_dirfd, 5);
		end_call(&one, NR_mmap, 0);
		expect(cases[i].expected);
	}
}

static void writes_results(void **state)
{
	struct call_info call;

	(void)state;
	OPEN("-a", "10");
	begin_call(&one, NR_getpid);
	end_call(&one, NR_getpid, -512);
	begin_call(&one, NR_getpid);
	end_call(&one, NR_getpid, -516);
	begin_call(&one, 1000);
	end_call(&one, 1000, -ENOSYS);
	begin_call(&one, NR_close);
	end_call(&one, NR_close, -600);
	begin_call(&one, NR_mmap);
	end_call(&one, NR_mmap, 0);
	begin_call(&one, NR_mmap);
	end_call(&one, NR_mmap, 0x7f96093dc000);
	call = call_of(&one, NR_poll, 2);
	begin_call(&one, NR_poll);
	sink->ops->note(sink, &call);
	number(&type_open_flags, O_RDWR);
	sink->ops->text(sink, " or so");
	sink->ops->call_end(sink, &call, false);
	expect("getpid()  = ? ERESTARTSYS (To be restarted if SA_RESTART is set)\n"
	       "getpid()  = ? ERESTART_RESTARTBLOCK (Interrupted by signal)\n"
	       "syscall_0x3e8() = -1 ENOSYS (Function not implemented)\n"
	       "close()   = -1 (errno 600)\n"
	       "mmap()    = 0\n"
	       "mmap()    = 0x7f96093dc000\n"
	       "poll()    = 2 (O_RDWR or so)\n");
}

static void begins_lines(void **state)
{
	(void)state;
	OPEN("-T");
	simple_call(&one);
	expect("getpid()                                = 42 <0.000012>\n");
	OPEN("--syscall-times=ns");
	simple_call(&one);
	expect("getpid()                                = 42 <0.000012999>\n");
	OPEN("-n");
	simple_call(&one);
	event(&one, EVENT_EXITED, 3, 0);
	expect("[  39] getpid()                         = 42\n"
	       "[  39] +++ exited with 3 +++\n");
	OPEN("-r");
	simple_call(&one);
	event(&one, EVENT_EXITED, 0, 0);
	expect("     0.000000 getpid()                  = 42\n"
	       "    10.000000 +++ exited with 0 +++\n");
	OPEN("-f", "-n");
	simple_call(&one);
	simple_call(&two);
	simple_call(&three);
	expect("7     [  39] getpid()                   = 42\n"
	       "12345 [  39] getpid()                   = 42\n"
	       "123456 [  39] getpid()                  = 42\n");
}

static void put_getpid_at(uint64_t time)
{
	struct call_info call = call_of(&one, NR_getpid, 7);

	call.enter_time = call.exit_time = time;
	sink->ops->call_begin(sink, &call);
	sink->ops->call_end(sink, &call, false);
}

static uint64_t monotonic_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * SEC + t.tv_nsec;
}

/* The wall clock is set, or the machine sleeps: what comes then is stamped by what it shows then. */
static void follows_the_clock(void **state)
{
	uint64_t start, second;
	unsigned long long stamps[4];
	int fields;

	(void)state;
	OPEN("-ttt");
	start = monotonic_ns();
	put_getpid_at(start);
	sink->ops->flush(sink);
	wall_shift = 3600;
	second = monotonic_ns();
	put_getpid_at(second);
	sink->ops->flush(sink);
	put_getpid_at(monotonic_ns());
	/* One that took its time to get here. */
	put_getpid_at(start);
	wall_shift = 0;
	assert_int_equal(sink->ops->close(sink), 0);
	options_done(&options);
	fields = sscanf(read_file(output),
		"%llu.%*u getpid() = 7\n%llu.%*u getpid() = 7\n%llu.%*u getpid() = 7\n%llu.",
		&stamps[0], &stamps[1], &stamps[2], &stamps[3]);
	assert_int_equal(fields, 4);
	assert_in_range(stamps[1] - stamps[0], 0, 60);
	assert_in_range(stamps[2] - stamps[0], 3600, 3660);
	assert_int_equal(stamps[3], stamps[0]);
}

static void stamps_lines(void **state)
{
	struct timespec real, monotonic;
	struct call_info call = call_of(&one, NR_getpid, 42);
	char expected[64];
	char *text;

	(void)state;
	setenv("TZ", "UTC-5", 1);
	tzset();
	OPEN("-ttt");
	clock_gettime(CLOCK_REALTIME, &real);
	clock_gettime(CLOCK_MONOTONIC, &monotonic);
	call.enter_time = monotonic.tv_sec * SEC + monotonic.tv_nsec;
	sink->ops->call_begin(sink, &call);
	sink->ops->call_end(sink, &call, false);
	assert_int_equal(sink->ops->close(sink), 0);
	options_done(&options);
	text = read_file(output);
	assert_true(strtod(text, NULL) - (real.tv_sec + real.tv_nsec / 1e9) < 30);
	assert_true(strtod(text, NULL) - (real.tv_sec + real.tv_nsec / 1e9) > -30);
	assert_int_equal(text[10], '.');
	assert_memory_equal(text + 17, " getpid()              = 42\n", 28);

	OPEN("-tt");
	sink->ops->call_begin(sink, &call);
	sink->ops->call_end(sink, &call, false);
	assert_int_equal(sink->ops->close(sink), 0);
	options_done(&options);
	text = read_file(output);
	real.tv_sec += 5 * 3600;
	snprintf(expected, sizeof(expected), "%02d", (int)(real.tv_sec / 3600 % 24));
	assert_memory_equal(text, expected, 2);
	assert_memory_equal(text + 15, " getpid()                = 42\n", 30);

	OPEN("-r", "-t");
	simple_call(&one);
	assert_int_equal(sink->ops->close(sink), 0);
	options_done(&options);
	assert_string_equal(read_file(output) + 8, " (+     0.000000) getpid()      = 42\n");
}

/* ---- several tasks ---- */

static void resumes_calls(void **state)
{
	(void)state;
	OPEN("-f");
	begin_part(&one, NR_read, CALL_ENTRY); /* goes on on its own line */
	number(&type_fd, 3);
	end_part(&one, NR_read, CALL_ENTRY, true, false, 0);
	begin_part(&one, NR_read, CALL_REST);
	string("x", 0);
	number(&type_size, 1);
	end_part(&one, NR_read, CALL_REST, false, true, 1);
	begin_part(&one, NR_read, CALL_ENTRY); /* is interrupted by another */
	number(&type_fd, 3);
	end_part(&one, NR_read, CALL_ENTRY, true, false, 0);
	begin_part(&two, NR_kill, CALL_ENTRY);
	number(&type_i32, 7);
	end_part(&two, NR_kill, CALL_ENTRY, false, false, 0);
	begin_part(&one, NR_read, CALL_REST);
	sink->ops->field(sink, NULL);
	sink->ops->address(sink, 0x7ffc8dbb0d47);
	number(&type_size, 1);
	end_part(&one, NR_read, CALL_REST, false, true, -512);
	begin_part(&two, NR_kill, CALL_REST);
	end_part(&two, NR_kill, CALL_REST, false, true, 0);
	begin_part(&two, NR_pipe2, CALL_ENTRY); /* nothing to show at entry */
	end_part(&two, NR_pipe2, CALL_ENTRY, true, false, 0);
	simple_call(&one);
	begin_part(&two, NR_pipe2, CALL_REST);
	number(&type_i32, 1);
	end_part(&two, NR_pipe2, CALL_REST, false, true, 0);
	expect("7     read(3, \"x\", 1)                   = 1\n"
	       "7     read(3,  <unfinished ...>\n"
	       "12345 kill(7 <unfinished ...>\n"
	       "7     <... read resumed>0x7ffc8dbb0d47, 1) = ? ERESTARTSYS (To be restarted if SA_RESTART "
	       "is set)\n"
	       "12345 <... kill resumed>)               = 0\n"
	       "12345 pipe2( <unfinished ...>\n"
	       "7     getpid()                          = 42\n"
	       "12345 <... pipe2 resumed>1)             = 0\n");
}

static void ends_calls_that_never_return(void **state)
{
	(void)state;
	OPEN("-f");
	begin_part(&one, NR_read, CALL_ENTRY);
	number(&type_fd, 3);
	end_part(&one, NR_read, CALL_ENTRY, true, false, 0);
	begin_part(&one, NR_read, CALL_REST);
	end_part(&one, NR_read, CALL_REST, true, false, 0);
	event(&one, EVENT_KILLED, SIGKILL, 0);
	begin_part(&one, NR_read, CALL_ENTRY);
	number(&type_fd, 3);
	end_part(&one, NR_read, CALL_ENTRY, true, false, 0);
	simple_call(&two);
	begin_part(&one, NR_read, CALL_REST);
	end_part(&one, NR_read, CALL_REST, true, false, 0);
	begin_call(&one, NR_read);
	number(&type_fd, 3);
	end_part(&one, NR_read, CALL_WHOLE, true, false, 0);
	expect("7     read(3,  <unfinished ...>)        = ?\n"
	       "7     +++ killed by SIGKILL +++\n"
	       "7     read(3,  <unfinished ...>\n"
	       "12345 getpid()                          = 42\n"
	       "7     <... read resumed> <unfinished ...>) = ?\n"
	       "7     read(3,  <unfinished ...>)        = ?\n");
}

static void writes_events(void **state)
{
	struct event_info info = {.task = &one, .kind = EVENT_SIGNAL, .value = SIGCHLD};

	(void)state;
	OPEN();
	sink->ops->event_begin(sink, &info);
	sink->ops->begin(sink, GROUP_STRUCT);
	sink->ops->field(sink, "si_signo");
	sink->ops->scalar(sink, &type_signal, SIGCHLD);
	sink->ops->end(sink, GROUP_STRUCT);
	sink->ops->event_end(sink, &info);
	event(&one, EVENT_SIGNAL, 33, 0);
	event(&one, EVENT_STOPPED, SIGTSTP, 0);
	event(&one, EVENT_LOST, 624, 312);
	event(&one, EVENT_SUPERSEDED, 12345, 0);
	event(&one, EVENT_EXITED, 3, 0);
	event(&one, EVENT_KILLED, SIGABRT, 1);
	expect("--- SIGCHLD {si_signo=SIGCHLD} ---\n"
	       "--- SIGRT_1 ---\n"
	       "--- stopped by SIGTSTP ---\n"
	       "... 312 calls of pid 7 lost here ...\n"
	       "+++ superseded by execve in pid 12345 +++\n"
	       "+++ exited with 3 +++\n"
	       "+++ killed by SIGABRT (core dumped) +++\n");
}

static void keeps_quiet(void **state)
{
	(void)state;
	OPEN("-qq");
	event(&one, EVENT_SUPERSEDED, 12345, 0);
	event(&one, EVENT_EXITED, 3, 0);
	event(&one, EVENT_KILLED, SIGABRT, 0);
	expect("+++ superseded by execve in pid 12345 +++\n"
	       "+++ killed by SIGABRT +++\n");
	OPEN("-qqq");
	event(&one, EVENT_SUPERSEDED, 12345, 0);
	event(&one, EVENT_EXITED, 3, 0);
	event(&one, EVENT_KILLED, SIGABRT, 0);
	expect("+++ killed by SIGABRT +++\n");
}

static void ends_what_stays_open(void **state)
{
	(void)state;
	OPEN("-f");
	begin_part(&one, NR_read, CALL_ENTRY);
	number(&type_fd, 3);
	end_part(&one, NR_read, CALL_ENTRY, true, false, 0);
	event(&one, EVENT_DETACHED, 0, 0);
	begin_part(&two, NR_pause, CALL_ENTRY);
	end_part(&two, NR_pause, CALL_ENTRY, false, false, 0);
	expect("7     read(3,  <detached ...>\n"
	       "12345 pause( <unfinished ...>\n");
}

/* What goes to stderr, with pids as soon as there are two. */
static void writes_to_stderr(void **state)
{
	int saved = dup(STDERR_FILENO), fd = open(output, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	char *argv[] = {"faultless", "-f", "true", NULL};
	char error[256];
	int err;

	(void)state;
	assert_true(saved >= 0 && fd >= 0);
	optind = 0;
	assert_int_equal(options_parse(3, argv, &options, error, sizeof(error)), 0);
	dup2(fd, STDERR_FILENO);
	close(fd);
	err = sink_text_open(&options, &sink);
	if (!err) {
		simple_call(&one);
		event(&two, EVENT_ATTACHED, two.tid,
			one.tid); /* known before its parent's call returns, */
		begin_call(&one, NR_fork);
		end_call(&one, NR_fork, two.tid); /* said behind it */
		simple_call(&one);
		event(&three, EVENT_ATTACHED, three.tid, one.tid);
		simple_call(&three); /* quicker than its parent */
		begin_call(&one, NR_fork);
		end_call(&one, NR_fork, three.tid);
		event(&three, EVENT_EXITED, 0, 0);
		event(&two, EVENT_EXITED, 0, 0);
		simple_call(&one);
		err = sink->ops->close(sink);
	}
	dup2(saved, STDERR_FILENO);
	close(saved);
	options_done(&options);
	assert_int_equal(err, 0);
	assert_string_equal(read_file(output), "getpid()                                = 42\n"
					       "fork()                                  = 12345\n"
					       "faultless: Process 12345 attached\n"
					       "[pid     7] getpid()                    = 42\n"
					       "faultless: Process 123456 attached\n"
					       "[pid 123456] getpid()                   = 42\n"
					       "[pid     7] fork()                      = 123456\n"
					       "[pid 123456] +++ exited with 0 +++\n"
					       "[pid 12345] +++ exited with 0 +++\n"
					       "getpid()                                = 42\n");
}

static void tells_whose_a_threads_execve_becomes(void **state)
{
	(void)state;
	OPEN("-f");
	simple_call(&one);
	begin_part(&two, NR_execve, CALL_ENTRY);
	string("/bin/true", BYTES_STRING | BYTES_PATH);
	end_part(&two, NR_execve, CALL_ENTRY, false, false, 0);
	event(&one, EVENT_SUPERSEDED, two.tid, 0);
	begin_part(&one, NR_execve, CALL_REST);
	end_part(&one, NR_execve, CALL_REST, false, true, 0);
	expect("7     getpid()                          = 42\n"
	       "12345 execve(\"/bin/true\" <pid changed to 7 ...>\n"
	       "7     +++ superseded by execve in pid 12345 +++\n"
	       "7     <... execve resumed>)             = 0\n");
}

static void writes_a_file_for_each(void **state)
{
	char path[sizeof(output) + 16];

	(void)state;
	OPEN("-ff");
	begin_part(&one, NR_pause, CALL_ENTRY);
	end_part(&one, NR_pause, CALL_ENTRY, false, false, 0);
	simple_call(&two);
	begin_part(&two, NR_execve, CALL_ENTRY);
	string("/bin/true", BYTES_STRING | BYTES_PATH);
	end_part(&two, NR_execve, CALL_ENTRY, false, false, 0);
	begin_part(&one, NR_pause, CALL_REST);
	end_part(&one, NR_pause, CALL_REST, false, false, 0);
	event(&one, EVENT_SUPERSEDED, two.tid, 0);
	begin_part(&one, NR_execve, CALL_REST);
	end_part(&one, NR_execve, CALL_REST, false, true, 0);
	assert_int_equal(sink->ops->close(sink), 0);
	options_done(&options);
	snprintf(path, sizeof(path), "%s.7", output);
	assert_string_equal(read_file(path), "pause()                                 = ?\n"
					     "+++ superseded by execve in pid 12345 +++\n"
					     "<... execve resumed>)                   = 0\n");
	unlink(path);
	snprintf(path, sizeof(path), "%s.12345", output);
	assert_string_equal(read_file(path), "getpid()                                = 42\n"
					     "execve(\"/bin/true\" <pid changed to 7 ...>\n");
	unlink(path);
}

/* ---- output ---- */

static void lets_no_raw_byte_through(void **state)
{
	(void)state;
	OPEN("-x");
	begin_call(&one, NR_write);
	sink->ops->field(sink, NULL);
	sink->ops->text(sink, "a\033[31m\n\177\x9b");
	string("\033", 0);
	string("a\n", 0);
	end_call(&one, NR_write, 0);
	expect("write(a?[31m???, \"\\x1b\", \"a\\n\")         = 0\n");
}

static void writes_long_strings(void **state)
{
	enum { LEN = 100000 };
	char *bytes = malloc(LEN);
	const char *text;

	(void)state;
	/* 1 and 7 by turns: every 1 needs three digits, at the edges of pieces, too. */
	for (int i = 0; i < LEN; i++)
		bytes[i] = i & 1 ? '7' : 1;
	OPEN();
	begin_call(&one, NR_write);
	sink->ops->field(sink, NULL);
	sink->ops->bytes(sink, bytes, LEN, 0);
	end_call(&one, NR_write, LEN);
	assert_int_equal(sink->ops->close(sink), 0);
	options_done(&options);
	text = read_file(output);
	assert_int_equal(strlen(text), strlen("write(\"\") = 100000\n") + LEN / 2 * 5);
	for (int i = 0; i < LEN / 2; i++)
		assert_memory_equal(text + 7 + 5 * i, "\\0017", 5);
	free(bytes);
}

static void pipes_to_a_command(void **state)
{
	char command[sizeof(output) + 32],
		expected[] = "GETPID()                                = 42\n";
	char *argv[] = {"faultless", "-o", command, "true", NULL};
	char error[256];

	(void)state;
	snprintf(command, sizeof(command), "|tr a-z A-Z >%s", output);
	optind = 0;
	assert_int_equal(options_parse(4, argv, &options, error, sizeof(error)), 0);
	assert_int_equal(sink_text_open(&options, &sink), 0);
	simple_call(&one);
	expect(expected);
}

static void appends_or_not(void **state)
{
	static const char line[] = "getpid()                                = 42\n";
	char twice[2 * sizeof(line)];

	(void)state;
	OPEN();
	simple_call(&one);
	expect(line);
	OPEN("-A");
	simple_call(&one);
	snprintf(twice, sizeof(twice), "%s%s", line, line);
	expect(twice);
	OPEN();
	simple_call(&one);
	expect(line);
}

static void reports_errors(void **state)
{
	char *full[] = {"faultless", "-o", "/dev/full", "true", NULL};
	char *nowhere[] = {"faultless", "-o", "/nonexistent/file", "true", NULL};
	char *separate[] = {"faultless", "-ff", "-o", "/nonexistent/file", "true", NULL};
	char error[256];

	(void)state;
	optind = 0;
	assert_int_equal(options_parse(4, full, &options, error, sizeof(error)), 0);
	assert_int_equal(sink_text_open(&options, &sink), 0);
	simple_call(&one);
	assert_int_equal(sink->ops->flush(sink), -ENOSPC);
	simple_call(&one);
	assert_int_equal(sink->ops->close(sink), -ENOSPC);
	options_done(&options);
	optind = 0;
	assert_int_equal(options_parse(4, nowhere, &options, error, sizeof(error)), 0);
	assert_int_equal(sink_text_open(&options, &sink), -ENOENT);
	options_done(&options);
	optind = 0;
	assert_int_equal(options_parse(5, separate, &options, error, sizeof(error)), 0);
	assert_int_equal(sink_text_open(&options, &sink), 0);
	simple_call(&one);
	event(&one, EVENT_EXITED, 0, 0);
	simple_call(&two);
	assert_int_equal(sink->ops->close(sink), -ENOENT);
	assert_int_equal(sink_text_open(&options, &sink), 0);
	assert_int_equal(sink_text_begin(sink, one.tid), -ENOENT);
	assert_int_equal(sink->ops->close(sink), -ENOENT);
	options_done(&options);
}

/* ---- the summary ---- */

static void open_summary(bool with_trace)
{
	struct sink *text = with_trace ? sink : NULL;

	if (!with_trace)
		assert_int_equal(sink->ops->close(sink), 0);
	assert_int_equal(sink_summary_open(&options, text, &sink), 0);
}

static void timed_call(unsigned nr, uint64_t us, int64_t ret)
{
	struct call_info call = call_of(&one, nr, ret);

	call.exit_time = call.enter_time + us * US;
	sink->ops->call_begin(sink, &call);
	number(&type_i32, 1);
	sink->ops->call_end(sink, &call, false);
}

static void some_calls(void)
{
	timed_call(NR_close, 4, 0);
	timed_call(NR_openat, 10, 3);
	timed_call(NR_openat, 5, -ENOENT);
	timed_call(NR_read, 1, 0);
	begin_part(&one, NR_pause, CALL_ENTRY);
	end_part(&one, NR_pause, CALL_ENTRY, false, false, 0);
	begin_part(&one, NR_pause, CALL_REST);
	end_part(&one, NR_pause, CALL_REST, false, false, 0);
}

static void counts_calls(void **state)
{
	(void)state;
	OPEN("-c");
	open_summary(false);
	some_calls();
	event(&one, EVENT_EXITED, 0, 0);
	expect("% time     seconds  usecs/call     calls    errors syscall\n"
	       "------ ----------- ----------- --------- --------- ----------------\n"
	       " 75.00    0.000015           7         2         1 openat\n"
	       " 20.00    0.000004           4         1           close\n"
	       "  5.00    0.000001           1         1           read\n"
	       "------ ----------- ----------- --------- --------- ----------------\n"
	       "100.00    0.000020           5         4         1 total\n");
}

static void counts_and_shows(void **state)
{
	(void)state;
	OPEN("-C", "-S", "name", "-U", "name,max-time,min-time,errors");
	open_summary(true);
	timed_call(NR_sched_get_priority_max, 3, 99);
	timed_call(NR_close, 4, -EBADF);
	event(&one, EVENT_EXITED, 0, 0);
	expect("sched_get_priority_max(1)               = 99\n"
	       "close(1)                                = -1 EBADF (Bad file descriptor)\n"
	       "+++ exited with 0 +++\n"
	       "syscall                  longest shortest    errors\n"
	       "----------------------- -------- -------- ---------\n"
	       "close                   0.000004 0.000004         1\n"
	       "sched_get_priority_max  0.000003 0.000003          \n"
	       "----------------------- -------- -------- ---------\n"
	       "total                   0.000004 0.000003         1\n");
}

/* As the kernel counts them, too. */
static void counts_made_calls_as_one(void **state)
{
	static const unsigned made[] = {NR_listen, NR_shutdown};

	(void)state;
	OPEN("-c", "-U", "calls,name");
	open_summary(false);
	for (unsigned i = 0; i < 2; i++) {
		struct call_info call = call_of(&one, made[i], 0);

		call.nr = NR32_socketcall;
		call.compat = true;
		sink->ops->call_begin(sink, &call);
		sink->ops->call_end(sink, &call, false);
	}
	expect("System call usage summary for 32 bit mode:\n"
	       "    calls syscall\n"
	       "--------- ----------------\n"
	       "        2 socketcall\n"
	       "--------- ----------------\n"
	       "        2 total\n");
}

static void takes_off_overhead(void **state)
{
	(void)state;
	OPEN("-c", "-O", "5us", "-U", "total-time,time-percent,name");
	open_summary(false);
	timed_call(NR_close, 4, 0);
	timed_call(NR_read, 5, 0);
	expect("    seconds % time syscall\n"
	       "----------- ------ ----------------\n"
	       "   0.000000   0.00 read\n"
	       "   0.000000   0.00 close\n"
	       "----------- ------ ----------------\n"
	       "   0.000000 100.00 total\n");
}

static void counts_nothing(void **state)
{
	(void)state;
	OPEN("-c");
	open_summary(false);
	expect("");
}

static int make_directory(void **state)
{
	(void)state;
	if (!mkdtemp(directory))
		return -1;
	snprintf(output, sizeof(output), "%s/trace", directory);
	return 0;
}

static int remove_directory(void **state)
{
	(void)state;
	unlink(output);
	return rmdir(directory);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(writes_calls),
		cmocka_unit_test(writes_groups),
		cmocka_unit_test(writes_constants),
		cmocka_unit_test(writes_results),
		cmocka_unit_test(begins_lines),
		cmocka_unit_test(stamps_lines),
		cmocka_unit_test(follows_the_clock),
		cmocka_unit_test(resumes_calls),
		cmocka_unit_test(ends_calls_that_never_return),
		cmocka_unit_test(writes_events),
		cmocka_unit_test(keeps_quiet),
		cmocka_unit_test(ends_what_stays_open),
		cmocka_unit_test(writes_to_stderr),
		cmocka_unit_test(tells_whose_a_threads_execve_becomes),
		cmocka_unit_test(writes_a_file_for_each),
		cmocka_unit_test(lets_no_raw_byte_through),
		cmocka_unit_test(writes_long_strings),
		cmocka_unit_test(pipes_to_a_command),
		cmocka_unit_test(appends_or_not),
		cmocka_unit_test(reports_errors),
		cmocka_unit_test(counts_calls),
		cmocka_unit_test(counts_and_shows),
		cmocka_unit_test(counts_made_calls_as_one),
		cmocka_unit_test(takes_off_overhead),
		cmocka_unit_test(counts_nothing),
	};

	return cmocka_run_group_tests(tests, make_directory, remove_directory);
}
