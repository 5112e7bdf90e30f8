/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Print hooks of devices; see leaf.c.
 */
#include <string.h>
#include "../decode.h"
#include "types.h"

/* 'a', '\n', '\x00' */
static void leaf_character(struct decode *d, const struct value *v)
{
	static const char letters[] = "abtnvfr";
	unsigned char c = v->raw;

	if (c == '\'' || c == '\\')
		decode_text(d, "'\\%c'", c);
	else if (c >= '\a' && c <= '\r')
		decode_text(d, "'\\%c'", letters[c - '\a']);
	else
		decode_text(d, c < ' ' || c > '~' ? "'\\x%02x'" : "'%c'", c);
}

LEAF(character, 1, leaf_character);

/* -EPERM, 5 */
static void leaf_minus_errno(struct decode *d, const struct value *v)
{
	int32_t error = v->raw;
	const char *name = error < 0 ? strerrorname_np(-error) : NULL;

	if (!name) {
		decode_text(d, "%d", error);
	} else if (decode_words_begin(d, &type_i32, v)) {
		decode_text(d, "-%s", name);
		decode_words_end(d);
	}
}

LEAF(minus_errno, 4, leaf_minus_errno);
