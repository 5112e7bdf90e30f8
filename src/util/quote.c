// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * See quote.h. Learned from the output of strace 6.1 for all bytes and pairs of bytes.
 */
#include <string.h>
#include "quote.h"

/* Letters of the escapes of \t to \r. */
static const char white_space[] = "tnvfr";

static bool is_printable(unsigned char c)
{
	return c >= ' ' && c <= '~';
}

static bool is_white_space(unsigned char c)
{
	return c >= '\t' && c <= '\r';
}

bool quote_is_ascii(const unsigned char *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (!is_printable(bytes[i]) && !is_white_space(bytes[i]))
			return false;
	return true;
}

static char *put_hex(char *to, unsigned char c)
{
	*to++ = '\\';
	*to++ = 'x';
	*to++ = "0123456789abcdef"[c >> 4];
	*to++ = "0123456789abcdef"[c & 15];
	return to;
}

/* As few digits as possible, but so that a digit that follows is not taken for one of them. */
static char *put_octal(char *to, unsigned char c, int next)
{
	bool all = next >= '0' && next <= '7';

	*to++ = '\\';
	if (all || c >= 0100)
		*to++ = '0' + (c >> 6);
	if (all || c >= 010)
		*to++ = '0' + (c >> 3 & 7);
	*to++ = '0' + (c & 7);
	return to;
}

/* How many bytes from here on stand for themselves wherever they are. */
static size_t plain_run(const unsigned char *bytes, size_t len)
{
	static const bool plain[256] = {
		[' ' ... '!'] = true,
		['#' ... ';'] = true,
		['='] = true,
		['?' ... '['] = true,
		[']' ... '~'] = true,
	};
	size_t n = 0;

	while (n < len && plain[bytes[n]])
		n++;
	return n;
}

size_t quote(const unsigned char *bytes, size_t len, int next, enum quote_style style,
	enum quote_marks marks, char *ret_text)
{
	char *to = ret_text;

	for (size_t i = 0; i < len; i++) {
		size_t plain = style == QUOTE_HEX ? 0 : plain_run(bytes + i, len - i);
		unsigned char c;

		memcpy(to, bytes + i, plain);
		to += plain;
		i += plain;
		if (i == len)
			break;
		c = bytes[i];
		if (style == QUOTE_HEX) {
			to = put_hex(to, c);
		} else if (is_printable(c) &&
			   !(marks == QUOTE_IN_ANGLES && (c == '<' || c == '>'))) {
			if (c == '"' || c == '\\')
				*to++ = '\\';
			*to++ = c;
		} else if (is_white_space(c)) {
			*to++ = '\\';
			*to++ = white_space[c - '\t'];
		} else if (style == QUOTE_HEX_CHARS) {
			to = put_hex(to, c);
		} else {
			to = put_octal(to, c, i + 1 < len ? bytes[i + 1] : next);
		}
	}
	return to - ret_text;
}
