// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Error messages of modules, made safe for a terminal: they quote what the user or a file said.
 */
#include <stdio.h>
#include "error.h"

/* Length of the UTF-8 sequence at @text (well-formed, no control character), or 0. */
static size_t utf8_length(const unsigned char *text)
{
	size_t n = text[0] >= 0xf0 && text[0] <= 0xf4  ? 4
		   : (text[0] & 0xf0) == 0xe0	       ? 3
		   : text[0] >= 0xc2 && text[0] < 0xe0 ? 2
						       : 0;

	for (size_t i = 1; i < n; i++)
		if ((text[i] & 0xc0) != 0x80)
			return 0;
	if (n == 2 && text[0] == 0xc2 && text[1] < 0xa0)
		return 0;
	return n;
}

int error_vset(char *ret_error, size_t size, int code, const char *format, va_list args)
{
	unsigned char *at = (unsigned char *)ret_error;

	if (!size)
		return code;
	vsnprintf(ret_error, size, format, args);
	while (*at) {
		size_t n = utf8_length(at);

		if (n) {
			at += n;
			continue;
		}
		if (*at < 0x20 || *at > 0x7e)
			*at = '?';
		at++;
	}
	return code;
}

int error_set(char *ret_error, size_t size, int code, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	error_vset(ret_error, size, code, format, args);
	va_end(args);
	return code;
}
