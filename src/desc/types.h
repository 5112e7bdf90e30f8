/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Every type a field may have, declared once: scalars and structs (structs.c), flag sets and enums (flags.c), leaves
 * (leaf.c). A new type is defined there and named here.
 */
#ifndef FAULTLESS_DESC_TYPES_H
#define FAULTLESS_DESC_TYPES_H

#include "desc.h"

/* clang-format off */
#define TYPE(name_) extern const struct type type_##name_

/* scalars (structs.c) */
TYPE(i8); TYPE(u8); TYPE(i16); TYPE(u16); TYPE(i32); TYPE(u32); TYPE(i64); TYPE(u64);	/* decimal */
TYPE(x8); TYPE(x16); TYPE(x32); TYPE(x64);						/* hexadecimal */
TYPE(size); TYPE(ssize); TYPE(off); TYPE(socklen);
TYPE(addr); TYPE(fd); TYPE(dirfd); TYPE(pid); TYPE(uid); TYPE(gid);
TYPE(umode);			/* 16 bits, octal */
TYPE(path); TYPE(string); TYPE(bytes); TYPE(chars); TYPE(strv); TYPE(envv);
TYPE(none);			/* return value of calls that give nothing but 0 or an error */

/* structs (structs.c) */
TYPE(timespec); TYPE(iovec); TYPE(siginfo);

/* flag sets and enums (flags.c) */
TYPE(open_flags);

/* leaves (leaf.c) */
TYPE(dev);

/* clang-format on */
#endif
