/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Words of which one is taken.
 */
#ifndef FAULTLESS_UTIL_CHOICE_H
#define FAULTLESS_UTIL_CHOICE_H

#include <stddef.h>

/* An array of them ends with one without a name. */
struct choice {
	const char *name;
	int value;
};

/* choice_find - the one whose name are the @len bytes at @text; NULL: there is none. */
const struct choice *choice_find(const struct choice *choices, const char *text, size_t len);

/* choice_list - puts "a, b, c" into @ret_list, as many as fit into @size bytes. */
void choice_list(const struct choice *choices, char *ret_list, size_t size);

#endif
