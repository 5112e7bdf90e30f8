// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Tests what turns data into words: quote.c, errno-names.c, outbuf.c. What is expected was printed
 * by strace 6.1 (errors by -e inject=).
 */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>
#include "util/errno-names.h"
#include "util/outbuf.h"
#include "util/quote.h"

#define QUOTED(bytes_, style_, expected_) \
	assert_quoted(bytes_, sizeof(bytes_) - 1, -1, style_, expected_)

static void assert_quoted(
	const char *bytes, size_t len, int next, enum quote_style style, const char *expected)
{
	/* Heap blocks of just the size, so that the sanitizer sees one byte too many. */
	unsigned char *in = malloc(len + !len);
	char *out = malloc(len * QUOTE_WIDEST + 1);
	size_t n;

	memcpy(in, bytes, len);
	n = quote(in, len, next, style, QUOTE_IN_QUOTES, out);
	assert_true(n <= len * QUOTE_WIDEST);
	out[n] = 0;
	assert_string_equal(out, expected);
	free(in);
	free(out);
}

static void quotes_in_octal(void **state)
{
	(void)state;
	QUOTED("", QUOTE_OCTAL, "");
	QUOTED("plain ~ text", QUOTE_OCTAL, "plain ~ text");
	QUOTED("\t\n\v\f\r", QUOTE_OCTAL, "\\t\\n\\v\\f\\r");
	QUOTED("\"\\'?", QUOTE_OCTAL, "\\\"\\\\'?");
	QUOTED("\0", QUOTE_OCTAL, "\\0");
	QUOTED("\7\10\16\37", QUOTE_OCTAL, "\\7\\10\\16\\37");
	QUOTED("\177\200\377", QUOTE_OCTAL, "\\177\\200\\377");
	QUOTED("\0"
	       "0",
		QUOTE_OCTAL, "\\0000");
	QUOTED("\1"
	       "7",
		QUOTE_OCTAL, "\\0017");
	QUOTED("\1"
	       "8",
		QUOTE_OCTAL, "\\18");
	QUOTED("\10"
	       "7",
		QUOTE_OCTAL, "\\0107");
	QUOTED("\10"
	       "9",
		QUOTE_OCTAL, "\\109");
	QUOTED("\377"
	       "7",
		QUOTE_OCTAL, "\\3777");
	QUOTED("\n7", QUOTE_OCTAL, "\\n7");
	QUOTED("\177ELF\2\1\1\3\0\0", QUOTE_OCTAL, "\\177ELF\\2\\1\\1\\3\\0\\0");
}

static void looks_at_the_next_piece(void **state)
{
	(void)state;
	assert_quoted("a\1", 2, -1, QUOTE_OCTAL, "a\\1");
	assert_quoted("a\1", 2, '7', QUOTE_OCTAL, "a\\001");
	assert_quoted("a\1", 2, '8', QUOTE_OCTAL, "a\\1");
}

static void quotes_in_hex(void **state)
{
	(void)state;
	QUOTED("a\0\n7\xc0", QUOTE_HEX_CHARS, "a\\x00\\n7\\xc0");
	QUOTED("\"\\", QUOTE_HEX_CHARS, "\\\"\\\\");
	QUOTED("a\n/\xc0", QUOTE_HEX, "\\x61\\x0a\\x2f\\xc0");
}

static void knows_ascii(void **state)
{
	(void)state;
	assert_true(quote_is_ascii((const unsigned char *)"a ~\t\n\v\f\r", 8));
	assert_false(quote_is_ascii((const unsigned char *)"a\0", 2));
	assert_false(quote_is_ascii((const unsigned char *)"\x7f", 1));
	assert_false(quote_is_ascii((const unsigned char *)"\x80", 1));
	assert_true(quote_is_ascii(NULL, 0));
}

static void lets_no_raw_byte_through(void **state)
{
	unsigned char all[256];
	char out[256 * QUOTE_WIDEST];

	(void)state;
	for (int i = 0; i < 256; i++)
		all[i] = i;
	for (int style = QUOTE_OCTAL; style <= QUOTE_HEX; style++) {
		size_t n = quote(all, sizeof(all), -1, style, QUOTE_IN_QUOTES, out);

		for (size_t i = 0; i < n; i++)
			assert_in_range(out[i], ' ', '~');
	}
}

static void names_errors(void **state)
{
	(void)state;
	assert_string_equal(errno_name(ENOENT), "ENOENT");
	assert_string_equal(errno_text(ENOENT), "No such file or directory");
	assert_string_equal(errno_name(EAGAIN), "EAGAIN");
	assert_string_equal(errno_name(EDEADLK), "EDEADLK");
	assert_string_equal(errno_name(EOPNOTSUPP), "EOPNOTSUPP");
	assert_string_equal(errno_text(EOPNOTSUPP), "Operation not supported");
	assert_string_equal(errno_name(133), "EHWPOISON");
	assert_string_equal(errno_name(512), "ERESTARTSYS");
	assert_string_equal(errno_text(513), "To be restarted");
	assert_string_equal(errno_text(514), "To be restarted if no handler");
	assert_string_equal(errno_name(516), "ERESTART_RESTARTBLOCK");
	assert_string_equal(errno_text(516), "Interrupted by signal");
	assert_string_equal(errno_name(524), "ENOTSUPP");
	assert_string_equal(errno_text(530), "Unknown error 530");
	for (int i = 0; i < 5000;
		i++) /* numbers without a name: none of the tables' holes has one */
		assert_true(!errno_name(i) || errno_text(i));
	assert_null(errno_name(41));
	assert_null(errno_name(134));
	assert_null(errno_name(519));
	assert_null(errno_name(531));
	assert_null(errno_name(4095));
	assert_true(errno_is_restart(512) && errno_is_restart(514));
	assert_false(errno_is_restart(EINTR) || errno_is_restart(515));
}

static void writes_numbers(void **state)
{
	struct outbuf out;
	char expected[512];
	int n = 0;

	(void)state;
	assert_int_equal(outbuf_init(&out, -1, 0), 0);
	outbuf_int(&out, INT64_MIN);
	outbuf_char(&out, ' ');
	outbuf_dec(&out, UINT64_MAX);
	outbuf_char(&out, ' ');
	outbuf_hex(&out, UINT64_MAX);
	outbuf_hex(&out, 0);
	outbuf_char(&out, ' ');
	outbuf_oct(&out, UINT64_MAX);
	outbuf_oct(&out, 0);
	outbuf_char(&out, '|');
	outbuf_pad(&out, 42, 5, ' ');
	outbuf_pad(&out, 123456, 3, '0');
	outbuf_pad(&out, 0, 3, '0');
	n = snprintf(expected, sizeof(expected), "%lld %llu %#llx%#x %#llo%#o|%5d%d%03d",
		(long long)INT64_MIN, (unsigned long long)UINT64_MAX,
		(unsigned long long)UINT64_MAX, 0, (unsigned long long)UINT64_MAX, 0, 42, 123456,
		0);
	assert_int_equal(out.len, n);
	assert_memory_equal(out.bytes, expected, n);
	outbuf_done(&out);
}

static void flushes_when_full(void **state)
{
	enum { PIECES = 3, LEN = 3 * OUTBUF_PIECE / 2 };
	char *bytes = malloc(LEN), *back = malloc(LEN * PIECES);
	struct outbuf out;
	int fds[2];

	(void)state;
	memset(bytes, 'x', LEN);
	bytes[LEN - 1] = '\n';
	assert_int_equal(pipe(fds), 0);
	assert_int_equal(outbuf_init(&out, fds[1], 0), 0);
	for (int i = 0; i < PIECES; i++)
		outbuf_bytes(&out, bytes, LEN);
	assert_int_equal(outbuf_position(&out), LEN * PIECES);
	assert_int_equal(outbuf_flush(&out), 0);
	assert_int_equal(outbuf_position(&out), LEN * PIECES);
	assert_int_equal(read(fds[0], back, LEN * PIECES), LEN * PIECES);
	for (int i = 0; i < PIECES; i++)
		assert_memory_equal(back + i * LEN, bytes, LEN);
	outbuf_done(&out);
	close(fds[0]);
	close(fds[1]);
	free(bytes);
	free(back);
}

static void remembers_the_first_error(void **state)
{
	struct outbuf out;

	(void)state;
	assert_int_equal(outbuf_init(&out, -1, 0), 0);
	assert_int_equal(outbuf_flush(&out), 0);
	outbuf_fill(&out, 'x', 10 * OUTBUF_PIECE);
	outbuf_char(&out, 'y');
	assert_int_equal(outbuf_flush(&out), -EBADF);
	assert_int_equal(outbuf_flush(&out), -EBADF);
	outbuf_done(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(quotes_in_octal),
		cmocka_unit_test(looks_at_the_next_piece),
		cmocka_unit_test(quotes_in_hex),
		cmocka_unit_test(knows_ascii),
		cmocka_unit_test(lets_no_raw_byte_through),
		cmocka_unit_test(names_errors),
		cmocka_unit_test(writes_numbers),
		cmocka_unit_test(flushes_when_full),
		cmocka_unit_test(remembers_the_first_error),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
