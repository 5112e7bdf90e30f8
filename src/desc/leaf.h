/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What print hooks of several files share.
 */
#ifndef FAULTLESS_LEAF_H
#define FAULTLESS_LEAF_H

struct decode;

/*
 * leaf_in6 - shows the 16 bytes at @addr: inet_pton(AF_INET6, "::1", &MEMBER), which has the member's name in it unless -X
 * has the bytes shown, with its name before them. @member: NULL: none.
 */
void leaf_in6(struct decode *d, const unsigned char *addr, const char *member);

#endif
