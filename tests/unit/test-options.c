// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * The command line: what each option means, which ones contradict each other, and that whatever
 * else stands there gives one clean line of error and leaves the result untouched.
 */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>
#include "options.h"

#define MAX_WORDS 64

static char error[256];

/* Parses "faultless" and the words up to NULL. */
static int parse(struct options *ret_options, ...)
{
	char *argv[MAX_WORDS + 2] = {"faultless"};
	static char *kept[MAX_WORDS + 2];
	va_list words;
	int argc = 1;

	va_start(words, ret_options);
	while (argc <= MAX_WORDS && (argv[argc] = va_arg(words, char *)))
		argc++;
	va_end(words);
	memcpy(kept, argv, sizeof(argv));
	memset(error, 0, sizeof(error));
	return options_parse(argc, kept, ret_options, error, sizeof(error));
}

#define accept(o, ...) assert_int_equal(parse(o, __VA_ARGS__, NULL), 0)

/* Refused with a message that holds @part. */
static void check_refused(int err, const char *part)
{
	assert_int_equal(err, -EINVAL);
	if (!strstr(error, part))
		fail_msg("'%s' is not in '%s'", part, error);
	assert_null(strchr(error, '\n'));
}

#define refuse(part, ...)                                                \
	do {                                                             \
		struct options refused;                                  \
		check_refused(parse(&refused, __VA_ARGS__, NULL), part); \
	} while (0)

static void test_defaults(void **state)
{
	struct options o;

	(void)state;
	accept(&o, "ls", "-l");
	assert_int_equal(o.action, OPTIONS_TRACE);
	assert_string_equal(o.command[0], "ls");
	assert_string_equal(o.command[1], "-l");
	assert_null(o.command[2]);
	assert_int_equal(o.column, 40);
	assert_int_equal(o.string_limit, 32);
	assert_int_equal(o.npids, 0);
	assert_int_equal(o.quiet, 0);
	assert_false(o.follow);
	assert_null(o.output);
	assert_true(filter_calls_has(&o.filter.calls, 0));
	assert_true(filter_calls_has(&o.filter.calls, 1023));
	assert_true(filter_calls_has(&o.filter.calls, 0xbadbad));
	assert_true(filter_calls_has(&o.abbrev, 0));
	assert_true(filter_calls_has(&o.verbose, 0));
	assert_false(filter_calls_has(&o.raw, 0));
	assert_false(filter_fds_has(&o.read, 0));
	assert_true(filter_fds_has(&o.trace_fds, 7));
	assert_int_equal(o.filter.status, FILTER_STATUS_ALL);
	assert_int_equal(o.ncolumns, 6);
	assert_int_equal(o.interruptible, OPTIONS_INTERRUPT_WAITING);
	assert_int_equal(o.overhead_ns, -1);
	assert_int_equal(o.nnotes, 0);
	options_done(&o);
}

static void test_where_options_end(void **state)
{
	struct options o;

	(void)state;
	accept(&o, "-f", "ls", "-q", "--help");
	assert_true(o.follow);
	assert_int_equal(o.quiet, 0);
	assert_int_equal(o.action, OPTIONS_TRACE);
	assert_string_equal(o.command[2], "--help");
	options_done(&o);
	accept(&o, "--", "-f");
	assert_string_equal(o.command[0], "-f");
	assert_false(o.follow);
	options_done(&o);
	/* An argument is an argument, even one that looks like an option. */
	accept(&o, "-o", "-f", "ls");
	assert_string_equal(o.output, "-f");
	options_done(&o);
	accept(&o, "-fqqo", "out", "ls");
	assert_true(o.follow);
	assert_string_equal(o.output, "out");
	options_done(&o);
}

static void test_actions(void **state)
{
	struct options o;

	(void)state;
	accept(&o, "-h");
	assert_int_equal(o.action, OPTIONS_HELP);
	accept(&o, "--help", "--no-such-option");
	assert_int_equal(o.action, OPTIONS_HELP);
	accept(&o, "-V");
	assert_int_equal(o.action, OPTIONS_VERSION);
	accept(&o, "--features");
	assert_int_equal(o.action, OPTIONS_FEATURES);
	refuse("unknown option '--no-such-option'", "-V", "--no-such-option");
	refuse("nothing to trace", NULL);
	refuse("nothing to trace", "-f");
	refuse("nothing to trace", "-p", "");
	assert_non_null(strstr(options_help(), "--fault-site="));
	assert_non_null(strstr(options_version(), "faultless "));
}

static void test_unknown_options(void **state)
{
	(void)state;
	refuse("unknown option '-j'", "-j", "ls");
	refuse("unknown option '-j'", "-fjq", "ls");
	refuse("unknown option '-?'", "-\033", "ls");
	refuse("unknown option '--foo=1'", "--foo=1", "ls");
	refuse("'--?[2J'", "--\033[2J", "ls");
	refuse("'--out=x' may stand for --output, --output-append-mode, --output-separately: ",
		"--out=x", "ls");
	refuse("'--stats' takes no argument", "--stats=1", "ls");
	refuse("option '-o' needs an argument", "-o");
	refuse("option '--output' needs an argument", "--output");
	refuse("option '-fo' needs an argument", "-fo");
}

static void test_pids(void **state)
{
	static char many[60000];
	char self[32];
	struct options o;

	(void)state;
	accept(&o, "-p", "12", "-p", "13,14 15\n16\t17,", "--attach=18");
	assert_int_equal(o.npids, 7);
	for (int i = 0; i < 7; i++)
		assert_int_equal(o.pids[i], 12 + i);
	assert_null(o.command);
	options_done(&o);
	assert_null(o.pids);
	accept(&o, "-p", "2147483647", "ls");
	assert_int_equal(o.pids[0], 2147483647);
	assert_string_equal(o.command[0], "ls");
	options_done(&o);
	for (size_t at = 0; at + 9 < sizeof(many); at += 9)
		memcpy(many + at, "10000001,", 9);
	accept(&o, "-p", many);
	assert_int_equal(o.npids, (sizeof(many) - 1) / 9);
	options_done(&o);
	refuse("not '0'", "-p", "0");
	refuse("not '-1'", "-p", "-1");
	refuse("not '+1'", "-p", "+1");
	refuse("not 'abc'", "-p", "1,abc");
	refuse("not '2x'", "-p", "1,2x");
	refuse("not '0x10'", "-p", "0x10");
	refuse("not '2147483648'", "-p", "2147483648");
	refuse("not '18446744073709551617'", "-p", "18446744073709551617");
	snprintf(self, sizeof(self), "%d", getpid());
	refuse("itself", "-p", self);
}

static void test_numbers(void **state)
{
	struct options o;

	(void)state;
	accept(&o, "-a", "0", "-s", "0", "ls");
	assert_int_equal(o.column, 0);
	assert_int_equal(o.string_limit, 0);
	accept(&o, "--columns=2147483647", "--string-limit=1073741823", "ls");
	assert_int_equal(o.column, 2147483647);
	assert_int_equal(o.string_limit, 1073741823);
	accept(&o, "-s", "1000000", "-s", "010", "ls");
	assert_int_equal(o.string_limit, 10);
	refuse("-a takes a number from 0 to 2147483647, not '2147483648'", "-a", "2147483648",
		"ls");
	refuse("not '-1'", "-a", "-1", "ls");
	refuse("not ''", "-a", "", "ls");
	refuse("not '1073741824'", "-s", "1073741824", "ls");
	refuse("not '18446744073709551617'", "-s", "18446744073709551617", "ls");
	refuse("not '0x10'", "-s", "0x10", "ls");
	refuse("not '5k'", "-s", "5k", "ls");
	refuse("not ' 5'", "-s", " 5", "ls");
}

static void test_output(void **state)
{
	struct options o;

	(void)state;
	accept(&o, "-o", "a", "-o", "b", "ls");
	assert_string_equal(o.output, "b");
	assert_false(o.output_pipe);
	assert_false(o.append);
	assert_int_equal(o.quiet, OPTIONS_QUIET_ATTACH | OPTIONS_QUIET_PERSONALITY);
	assert_int_equal(o.interruptible, OPTIONS_INTERRUPT_NEVER);
	accept(&o, "-A", "-o", "b", "-e", "quiet=none", "-I2", "ls");
	assert_true(o.append);
	assert_int_equal(o.quiet, 0);
	assert_int_equal(o.interruptible, OPTIONS_INTERRUPT_WAITING);
	accept(&o, "-o", "b", "-p", "1234");
	assert_int_equal(o.quiet, 0);
	assert_int_equal(o.interruptible, OPTIONS_INTERRUPT_WAITING);
	options_done(&o);
	accept(&o, "-o", "|cat -n", "ls");
	assert_string_equal(o.output, "cat -n");
	assert_true(o.output_pipe);
	accept(&o, "-o", "!cat", "-f", "ls");
	assert_true(o.output_pipe);
	assert_false(o.separately);
	accept(&o, "-ff", "-o", "out", "ls");
	assert_true(o.separately);
	assert_true(o.follow);
	accept(&o, "--output-separately", "-o", "out", "ls");
	assert_true(o.separately);
	assert_false(o.follow);
	accept(&o, "--follow-forks", "--follow-forks", "-o", "out", "ls");
	assert_false(o.separately);
	accept(&o, "-ff", "ls");
	assert_false(o.separately);
	assert_int_equal(o.nnotes, 0);
	accept(&o, "-A", "--output-separately", "ls");
	assert_false(o.append);
	assert_int_equal(o.nnotes, 2);
	refuse("is empty", "-o", "", "ls");
	refuse("is empty", "-o", "|", "ls");
	refuse("one stream", "-ff", "-o", "|cat", "ls");
	refuse("-ff and --output-separately", "-ff", "--output-separately", "-o", "x", "ls");
}

static void test_quiet(void **state)
{
	const unsigned one = OPTIONS_QUIET_ATTACH | OPTIONS_QUIET_PERSONALITY;
	struct options o;

	(void)state;
	accept(&o, "-q", "ls");
	assert_int_equal(o.quiet, one);
	accept(&o, "-qq", "ls");
	assert_int_equal(o.quiet, one | OPTIONS_QUIET_EXIT);
	accept(&o, "-qqq", "ls");
	assert_int_equal(o.quiet, OPTIONS_QUIET_ALL);
	accept(&o, "-qqqq", "ls");
	assert_int_equal(o.quiet, OPTIONS_QUIET_ALL);
	accept(&o, "--quiet", "ls");
	assert_int_equal(o.quiet, one);
	accept(&o, "-e", "quiet=exits", "ls");
	assert_int_equal(o.quiet, OPTIONS_QUIET_EXIT);
	accept(&o, "-e", "quiet=exit", "--silent=attach,superseded", "ls");
	assert_int_equal(o.quiet, OPTIONS_QUIET_ATTACH | OPTIONS_QUIET_THREAD_EXECVE);
	accept(&o, "-e", "q=!exit", "ls");
	assert_int_equal(o.quiet, OPTIONS_QUIET_ALL & ~OPTIONS_QUIET_EXIT);
	refuse("-q and -e quiet=", "-q", "-e", "quiet=exit", "ls");
	refuse("-q and -e quiet=", "--quiet=exit", "-qq", "ls");
	refuse("quiet does not know 'attaching'", "-e", "quiet=attaching", "ls");
	refuse("is empty", "--quiet=", "ls");
}

static void test_times(void **state)
{
	struct options o;

	(void)state;
	accept(&o, "-t", "ls");
	assert_int_equal(o.stamp, OPTIONS_STAMP_TIME);
	assert_int_equal(o.stamp_digits, 0);
	accept(&o, "-tt", "ls");
	assert_int_equal(o.stamp, OPTIONS_STAMP_TIME);
	assert_int_equal(o.stamp_digits, 6);
	accept(&o, "-t", "-tt", "ls");
	assert_int_equal(o.stamp, OPTIONS_STAMP_UNIX);
	assert_int_equal(o.stamp_digits, 6);
	accept(&o, "-tttt", "ls");
	assert_int_equal(o.stamp, OPTIONS_STAMP_UNIX);
	accept(&o, "--timestamps", "ls");
	assert_int_equal(o.stamp, OPTIONS_STAMP_TIME);
	assert_int_equal(o.stamp_digits, 0);
	accept(&o, "--absolute-timestamps=unix", "--timestamps=us", "ls");
	assert_int_equal(o.stamp, OPTIONS_STAMP_UNIX);
	assert_int_equal(o.stamp_digits, 6);
	accept(&o, "--timestamps=precision:ns,format:unix", "ls");
	assert_int_equal(o.stamp, OPTIONS_STAMP_UNIX);
	assert_int_equal(o.stamp_digits, 9);
	accept(&o, "--timestamps=none,ms", "ls");
	assert_int_equal(o.stamp, OPTIONS_STAMP_NONE);
	accept(&o, "-r", "-T", "ls");
	assert_true(o.relative);
	assert_int_equal(o.relative_digits, 6);
	assert_true(o.times);
	assert_int_equal(o.times_digits, 6);
	accept(&o, "--relative-timestamps=s", "--syscall-times=ns", "ls");
	assert_int_equal(o.relative_digits, 0);
	assert_int_equal(o.times_digits, 9);
	refuse("-t and --absolute-timestamps", "-t", "--timestamps", "ls");
	refuse("does not know 'foo'", "--timestamps=foo", "ls");
	refuse("does not know 'format:ns'", "--timestamps=format:ns", "ls");
	refuse("does not know 'precision:'", "--timestamps=precision:", "ls");
	refuse("does not know 'x'", "--relative-timestamps=x", "ls");
	refuse("does not know ''", "--syscall-times=", "ls");
}

static void test_looks(void **state)
{
	struct options o;

	(void)state;
	accept(&o, "-x", "-y", "-Y", "-n", "-i", "-X", "raw", "ls");
	assert_int_equal(o.hex, OPTIONS_HEX_NON_ASCII);
	assert_int_equal(o.decode_fds, OPTIONS_FD_PATH);
	assert_int_equal(o.decode_pids, OPTIONS_PID_COMM);
	assert_int_equal(o.consts, OPTIONS_CONSTS_RAW);
	assert_true(o.syscall_number);
	assert_true(o.instruction_pointer);
	accept(&o, "-xx", "-yy", "-Xverbose", "ls");
	assert_int_equal(o.hex, OPTIONS_HEX_ALL);
	assert_int_equal(o.decode_fds, OPTIONS_FD_ALL);
	assert_int_equal(o.consts, OPTIONS_CONSTS_VERBOSE);
	accept(&o, "--strings-in-hex", "--decode-fds", "--pidns-translation", "ls");
	assert_int_equal(o.hex, OPTIONS_HEX_ALL);
	assert_int_equal(o.decode_fds, OPTIONS_FD_PATH);
	assert_int_equal(o.decode_pids, OPTIONS_PID_PIDNS);
	accept(&o, "--strings-in-hex=non-ascii-chars", "-e", "decode-fds=socket,dev", "ls");
	assert_int_equal(o.hex, OPTIONS_HEX_NON_ASCII_CHARS);
	assert_int_equal(o.decode_fds, OPTIONS_FD_SOCKET | OPTIONS_FD_DEV);
	accept(&o, "-e", "decode-pids=comm,pidns", "ls");
	assert_int_equal(o.decode_pids, OPTIONS_PID_ALL);
	refuse("-x and --strings-in-hex", "-x", "--strings-in-hex", "ls");
	refuse("-y and --decode-fds", "-y", "--decode-fds=none", "ls");
	refuse("-X does not know 'foo': one of raw, abbrev, verbose", "-X", "foo", "ls");
	refuse("does not know 'foo'", "--strings-in-hex=foo", "ls");
	refuse("does not know 'foo'", "--decode-fds=path,foo", "ls");
	refuse("does not know 'foo'", "--decode-pids=foo", "ls");
}

/* -e WORD=SET, its short forms and its long options fill the same sets; the last one counts. */
static void test_sets(void **state)
{
	struct options o;

	(void)state;
	accept(&o, "-e", "read", "ls");
	assert_true(filter_calls_has(&o.filter.calls, 0));
	assert_false(filter_calls_has(&o.filter.calls, 1));
	accept(&o, "-e", "trace=read", "-e", "t=write", "ls");
	assert_false(filter_calls_has(&o.filter.calls, 0));
	assert_true(filter_calls_has(&o.filter.calls, 1));
	accept(&o, "--trace=!read", "ls");
	assert_false(filter_calls_has(&o.filter.calls, 0));
	assert_true(filter_calls_has(&o.filter.calls, 1));
	accept(&o, "-v", "-e", "raw=read", "-e", "verbose=write", "ls");
	assert_false(filter_calls_has(&o.abbrev, 0));
	assert_true(filter_calls_has(&o.raw, 0));
	assert_false(filter_calls_has(&o.raw, 1));
	assert_false(filter_calls_has(&o.verbose, 0));
	accept(&o, "-v", "--abbrev=read", "ls");
	assert_true(filter_calls_has(&o.abbrev, 0));
	accept(&o, "--abbrev=read", "--no-abbrev", "ls");
	assert_false(filter_calls_has(&o.abbrev, 0));
	accept(&o, "-e", "signal=hup", "ls");
	assert_true(o.filter.signals == 1);
	assert_true(filter_has_signal(&o.filter, 1));
	assert_false(filter_has_signal(&o.filter, 2));
	accept(&o, "-e", "read=3,5", "--write=all", "-e", "trace-fds=0", "ls");
	assert_true(filter_fds_has(&o.read, 5));
	assert_false(filter_fds_has(&o.read, 4));
	assert_true(filter_fds_has(&o.write, 1000000));
	assert_false(filter_fds_has(&o.trace_fds, 1));
	accept(&o, "-z", "ls");
	assert_int_equal(o.filter.status, FILTER_SUCCESSFUL);
	accept(&o, "-z", "-Z", "ls");
	assert_int_equal(o.filter.status, FILTER_FAILED);
	assert_int_equal(o.nnotes, 1);
	accept(&o, "-z", "-e", "status=failed,detached", "ls");
	assert_int_equal(o.filter.status, FILTER_FAILED | FILTER_DETACHED);
	refuse("unknown system call 'nosuch=1'", "-e", "nosuch=1", "ls");
	refuse("unknown system call '=read'", "-e", "=read", "ls");
	refuse("unknown signal 'nosuch'", "--signal=nosuch", "ls");
	refuse("status does not know 'foo'", "-e", "status=foo", "ls");
	refuse("is empty", "-e", "trace=", "ls");
	refuse("is empty", "-e", "", "ls");
}

static void test_paths(void **state)
{
	struct options o;

	(void)state;
	accept(&o, "-P", "/nonexistent", "--trace-path=/dev/../dev/null", "ls");
	assert_int_equal(o.paths.count, 2);
	assert_true(filter_paths_match(&o.paths, "/nonexistent"));
	assert_true(filter_paths_match(&o.paths, "/dev/null"));
	assert_true(filter_paths_match(&o.paths, "/dev/../dev/null"));
	assert_false(filter_paths_match(&o.paths, "/dev"));
	options_done(&o);
	assert_int_equal(o.paths.count, 0);
}

static void test_environment(void **state)
{
	struct options o;

	(void)state;
	accept(&o, "-E", "A=1", "--env=B", "-u", "nobody", "ls");
	assert_int_equal(o.nenv, 2);
	assert_string_equal(o.env[0], "A=1");
	assert_string_equal(o.env[1], "B");
	assert_string_equal(o.user, "nobody");
	options_done(&o);
	accept(&o, "-E", "A=1", "-p", "1234");
	assert_int_equal(o.nnotes, 1);
	options_done(&o);
	refuse("has no name", "-E", "=1", "ls");
	refuse("has no name", "-E", "", "ls");
}

static void test_summary(void **state)
{
	struct options o;

	(void)state;
	accept(&o, "-c", "ls");
	assert_int_equal(o.summary, OPTIONS_SUMMARY_ONLY);
	assert_int_equal(o.sort, OPTIONS_COLUMN_TOTAL_TIME);
	accept(&o, "-C", "-w", "-S", "count", "-Ucalls,name", "ls");
	assert_int_equal(o.summary, OPTIONS_SUMMARY_TOO);
	assert_true(o.wall_clock);
	assert_int_equal(o.sort, OPTIONS_COLUMN_CALLS);
	assert_int_equal(o.ncolumns, 2);
	assert_int_equal(o.columns[0], OPTIONS_COLUMN_CALLS);
	assert_int_equal(o.columns[1], OPTIONS_COLUMN_NAME);
	/* The name is a column even if it was not asked for. */
	accept(&o, "-c", "-U", "time,total-time,shortest,longest,avg-time,calls,errors", "ls");
	assert_int_equal(o.ncolumns, OPTIONS_COLUMNS);
	assert_int_equal(o.columns[7], OPTIONS_COLUMN_NAME);
	accept(&o, "-c", "-S", "max_time", "-U", "time_percent,syscall_name", "ls");
	assert_int_equal(o.sort, OPTIONS_COLUMN_MAX_TIME);
	assert_int_equal(o.ncolumns, 2);
	assert_int_equal(o.columns[0], OPTIONS_COLUMN_TIME_PERCENT);
	assert_int_equal(o.columns[1], OPTIONS_COLUMN_NAME);
	accept(&o, "-c", "-S", "none", "-S", "time", "ls");
	assert_int_equal(o.sort, OPTIONS_COLUMN_TOTAL_TIME);
	accept(&o, "-c", "-t", "-r", "-T", "-n", "-i", "-y", "ls");
	assert_int_equal(o.nnotes, 6);
	accept(&o, "-S", "calls", "ls");
	assert_int_equal(o.nnotes, 1);
	refuse("contradict", "-c", "-C", "ls");
	refuse("contradict", "-C", "-c", "ls");
	refuse("-ff writes each apart", "-c", "-ff", "-o", "x", "ls");
	refuse("-ff writes each apart", "-C", "--output-separately", "-o", "x", "ls");
	refuse("it needs -c or -C", "-w", "ls");
	refuse("it needs -c or -C", "-U", "calls", "ls");
	refuse("-U does not know 'foo'", "-c", "-U", "calls,foo", "ls");
	refuse("-U does not know ''", "-c", "-U", "calls,", "ls");
	refuse("-U does not know ''", "-c", "-U", "", "ls");
	refuse("twice", "-c", "-U", "calls,count", "ls");
	refuse("twice", "-c", "-U",
		"name,name,name,name,name,name,name,name,name,name,name,name,name", "ls");
	refuse("-S does not know 'foo'", "-c", "-S", "foo", "ls");
}

static void test_overhead(void **state)
{
	static const struct {
		char *text;
		int64_t ns;
	} good[] = {{"5", 5000}, {"5us", 5000}, {"1.5ms", 1500000}, {"1e3ns", 1000},
		{"2s", 2000000000}, {"0", 0}};
	static char *const bad[] = {"", "x", "-5", "nan", "inf", "1e300", "5m", "5 us", "1x", "us"};
	struct options o;

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		accept(&o, "-c", "-O", good[i].text, "ls");
		assert_true(o.overhead_ns == good[i].ns);
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		refuse("-O takes", "-c", "-O", bad[i], "ls");
}

static void test_min_duration(void **state)
{
	struct options o;

	(void)state;
	accept(&o, "ls");
	assert_int_equal(o.filter.min_duration, 0);
	accept(&o, "--min-duration=1.5ms", "ls");
	assert_int_equal(o.filter.min_duration, 1500000);
	accept(&o, "-c", "--min-duration", "20", "ls");
	assert_int_equal(o.filter.min_duration, 20000);
	refuse("--min-duration takes a time", "--min-duration=", "ls");
	refuse("--min-duration takes a time", "--min-duration=-1s", "ls");
	refuse("--min-duration takes a time", "--min-duration=1e300", "ls");
}

static void test_tracer(void **state)
{
	struct options o;

	(void)state;
	accept(&o, "--engine=ptrace", "--fault-site=remote", "--overflow=block", "--stats", "-dd",
		"-f", "--seccomp-bpf", "ls");
	assert_string_equal(o.engine, "ptrace");
	assert_string_equal(o.fault_site, "remote");
	assert_int_equal(o.overflow, OPTIONS_OVERFLOW_BLOCK);
	assert_true(o.stats);
	assert_true(o.seccomp_bpf);
	assert_int_equal(o.debug, 2);
	assert_int_equal(o.nnotes, 0);
	accept(&o, "--seccomp-bpf", "ls");
	assert_int_equal(o.nnotes, 1);
	accept(&o, "-F", "ls");
	assert_true(o.follow);
	assert_int_equal(o.nnotes, 1);
	accept(&o, "-D", "ls");
	assert_int_equal(o.daemonize, 1);
	assert_int_equal(o.interruptible, OPTIONS_INTERRUPT_NEVER_TSTP);
	accept(&o, "-DDD", "ls");
	assert_int_equal(o.daemonize, 3);
	accept(&o, "--daemonize=pgrp", "-I", "waiting", "ls");
	assert_int_equal(o.daemonize, 2);
	assert_int_equal(o.interruptible, OPTIONS_INTERRUPT_WAITING);
	accept(&o, "-I4", "ls");
	assert_int_equal(o.interruptible, OPTIONS_INTERRUPT_NEVER_TSTP);
	refuse("-I does not know '0'", "-I0", "ls");
	refuse("-I does not know '5'", "-I", "5", "ls");
	refuse("three levels", "-DDDD", "ls");
	refuse("there is none", "-D", "-p", "1234");
	refuse("--daemonize does not know 'foo'", "--daemonize=foo", "ls");
	refuse("one of bpf, ptrace", "--engine=magic", "ls");
	refuse("one of tracepoint, function, return, remote", "--fault-site=", "ls");
	refuse("one of tracepoint, function, return, remote", "--fault-site=return:2", "ls");
	refuse("takes a number from 1 to 8", "--fault-site=tracepoint:9", "ls");
	refuse("takes a number from 1 to 8", "--fault-site=tracepoint:0", "ls");
	refuse("takes a number from 1 to 8", "--fault-site=tracepoint:", "ls");
	refuse("one of count, block", "--overflow=drop", "ls");
	accept(&o, "--fault-site=tracepoint:4", "ls");
	assert_string_equal(o.fault_site, "tracepoint");
	assert_int_equal(o.fault_copies, 4);
}

static void test_refused(void **state)
{
	(void)state;
	refuse("-b is not supported", "-b", "execve", "ls");
	refuse("stack traces are not supported", "-k", "ls");
	refuse("fault injection is not supported", "-e", "inject=read:error=EIO", "ls");
	refuse("fault injection is not supported", "--fault=read", "ls");
	refuse("-e kvm= is not supported", "--kvm=vcpu", "ls");
}

/* No long option of strace 6.1 is unknown but --tips, which is about strace. */
static void test_strace_names(void **state)
{
	static char *const names[] = {"--abbrev", "--absolute-timestamps", "--attach", "--columns",
		"--const-print-style", "--daemonize", "--debug", "--decode-fds", "--decode-pids",
		"--detach-on", "--env", "--failed-only", "--fault", "--follow-forks", "--help",
		"--inject", "--instruction-pointer", "--interruptible", "--kvm", "--no-abbrev",
		"--output", "--output-append-mode", "--output-separately", "--pidns-translation",
		"--quiet", "--raw", "--read", "--relative-timestamps", "--seccomp-bpf", "--signal",
		"--silence", "--silent", "--stack-traces", "--status", "--string-limit",
		"--strings-in-hex", "--successful-only", "--summary", "--summary-columns",
		"--summary-only", "--summary-sort-by", "--summary-syscall-overhead",
		"--summary-wall-clock", "--syscall-number", "--syscall-times", "--timestamps",
		"--trace", "--trace-path", "--user", "--verbose", "--version", "--write"};
	struct options o;

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (!parse(&o, names[i], "1", "ls", NULL))
			options_done(&o);
		if (strstr(error, "unknown option"))
			fail_msg("%s is unknown", names[i]);
	}
}

/* Every long option that @text names after @before must be in @other after @other_before. */
static void check_names(
	const char *text, const char *before, const char *other, const char *other_before)
{
	char name[64];

	for (const char *at = text; (at = strstr(at, before));) {
		size_t len;

		at += strlen(before);
		len = strspn(at, "abcdefghijklmnopqrstuvwxyz-");
		if (!len)
			continue;
		assert_true(len < sizeof(name) - 8);
		snprintf(name, sizeof(name), "%s%.*s", other_before, (int)len, at);
		if (!strstr(other, name))
			fail_msg("'%s' is missing", name);
	}
}

/* The help and the man page name the same long options. */
static void test_texts_agree(void **state)
{
	static char man[64 * 1024];
	FILE *file = fopen("doc/faultless.1", "r");

	(void)state;
	if (!file) {
		skip();
		return;
	}
	man[fread(man, 1, sizeof(man) - 1, file)] = '\0';
	fclose(file);
	check_names(options_help(), " --", man, "Fl -");
	check_names(man, "Fl -", options_help(), " --");
}

/* Whatever fails, what was there before stays, and nothing leaks (the sanitizers see to that). */
static void test_failure_leaves_result(void **state)
{
	struct options o;
	char small[8] = "unset";
	char *argv[] = {
		"faultless", "-p", "1234", "-P", "/dev/../dev/null", "-E", "A=1", "-a", "x", NULL};

	(void)state;
	memset(&o, 0x5a, sizeof(o));
	assert_int_equal(options_parse(9, argv, &o, small, sizeof(small)), -EINVAL);
	assert_string_equal(small, "-a take");
	for (size_t i = 0; i < sizeof(o); i++)
		assert_int_equal(((unsigned char *)&o)[i], 0x5a);
	assert_int_equal(options_parse(9, argv, &o, small, 0), -EINVAL);
	assert_string_equal(small, "-a take");
}

/* Errors quote what stood there, without what a terminal might obey; UTF-8 stays legible. */
static void test_errors_are_clean(void **state)
{
	(void)state;
	refuse("'?]0;title?'", "-X", "\033]0;title\a", "ls");
	refuse("'?31m'", "-X",
		"\x9b"
		"31m",
		"ls");
	refuse("'\?\?'", "-X", "\xc2\x9b", "ls");
	refuse("'\?\?x'", "-X", "\xf0\x9fx", "ls");
	refuse("'\xc3\xbc\xe2\x82\xac'", "-X", "\xc3\xbc\xe2\x82\xac", "ls");
	refuse("'a?b'", "-X", "a\nb", "ls");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_defaults),
		cmocka_unit_test(test_where_options_end),
		cmocka_unit_test(test_actions),
		cmocka_unit_test(test_unknown_options),
		cmocka_unit_test(test_pids),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_output),
		cmocka_unit_test(test_quiet),
		cmocka_unit_test(test_times),
		cmocka_unit_test(test_looks),
		cmocka_unit_test(test_sets),
		cmocka_unit_test(test_paths),
		cmocka_unit_test(test_environment),
		cmocka_unit_test(test_summary),
		cmocka_unit_test(test_overhead),
		cmocka_unit_test(test_min_duration),
		cmocka_unit_test(test_tracer),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_strace_names),
		cmocka_unit_test(test_texts_agree),
		cmocka_unit_test(test_failure_leaves_result),
		cmocka_unit_test(test_errors_are_clean),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
