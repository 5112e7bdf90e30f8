// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * The command line: what each option means, which ones contradict each other, and that whatever else stands there gives
 * one clean line of error and leaves the result untouched.
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_defaults),
	};
	(void)check_refused;

	return cmocka_run_group_tests(tests, NULL, NULL);
}
