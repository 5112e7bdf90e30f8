/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The bytes of strings, made printable as strace does. Whatever goes in, only printable ASCII comes
 * out.
 */
#ifndef FAULTLESS_QUOTE_H
#define FAULTLESS_QUOTE_H

#include <stdbool.h>
#include <stddef.h>

enum quote_style {
	QUOTE_OCTAL,	 /* \n, \1, \001 before a digit, \" */
	QUOTE_HEX_CHARS, /* \n, \x01 */
	QUOTE_HEX,	 /* every byte: \x0a */
};

/* What stands around the bytes, and so may not stand among them as it is. */
enum quote_marks {
	QUOTE_IN_QUOTES,
	QUOTE_IN_ANGLES, /* <...>: these two too */
};

/* The most characters that one byte becomes. */
#define QUOTE_WIDEST 4

/* quote_is_ascii - whether @bytes are printable ASCII or white space only. */
bool quote_is_ascii(const unsigned char *bytes, size_t len);

/*
 * quote - writes @bytes to @ret_text, which has room for QUOTE_WIDEST * @len characters; no @marks
 * around them. @next is the byte that follows them, -1 if none does: the shortest octal form
 * depends on it. Returns the characters written.
 */
size_t quote(const unsigned char *bytes, size_t len, int next, enum quote_style style,
	enum quote_marks marks, char *ret_text);

#endif
