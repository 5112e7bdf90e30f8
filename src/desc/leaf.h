/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What print hooks of several files share.
 */
#ifndef FAULTLESS_LEAF_H
#define FAULTLESS_LEAF_H

#include "../decode.h"

/* leaf_field - begins the member @name, a literal; its value follows. */
static inline void leaf_field(struct decode *d, const char *name)
{
	decode_sink(d)->ops->field(decode_sink(d), name);
}

/* leaf_scalar - the member @name with the number @value, which is shown as @type. */
static inline void leaf_scalar(
	struct decode *d, const char *name, const struct type *type, uint64_t value)
{
	leaf_field(d, name);
	decode_sink(d)->ops->scalar(decode_sink(d), type, value);
}

/*
 * leaf_in6 - shows the 16 bytes at @addr: inet_pton(AF_INET6, "::1", &MEMBER), which has the member's name in it unless -X
 * has the bytes shown, with its name before them. @member: NULL: none.
 */
void leaf_in6(struct decode *d, const unsigned char *addr, const char *member);

#endif
