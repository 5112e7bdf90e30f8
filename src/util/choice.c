// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * See choice.h.
 */
#include <string.h>
#include "choice.h"

const struct choice *choice_find(const struct choice *choices, const char *text, size_t len)
{
	for (; choices->name; choices++)
		if (strlen(choices->name) == len && !memcmp(choices->name, text, len))
			return choices;
	return NULL;
}

void choice_list(const struct choice *choices, char *ret_list, size_t size)
{
	size_t at = 0;

	ret_list[0] = '\0';
	for (; choices->name; choices++) {
		size_t n = strlen(choices->name);

		if (at + n + 3 > size)
			return;
		if (at) {
			memcpy(ret_list + at, ", ", 2);
			at += 2;
		}
		memcpy(ret_list + at, choices->name, n + 1);
		at += n;
	}
}
