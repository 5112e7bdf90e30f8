/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The calls of 32-bit tasks: what syscalls-i386.c says of them, and the table that compat.c makes of it for desc.c.
 */
#ifndef FAULTLESS_DESC_COMPAT_H
#define FAULTLESS_DESC_COMPAT_H

#include "desc.h"

/* A call that the 64-bit table describes. */
struct compat_like {
	const char *name;
	uint16_t nr;   /* of i386 */
	uint16_t like; /* of x86-64 */
	bool time64;   /* its times are those of 64-bit tasks */
};

/* A call that another one of i386 makes, as that one's case @key, and that the 64-bit table describes. */
struct compat_made {
	const char *name;
	uint16_t nr;
	uint16_t like; /* of x86-64 */
	uint64_t key;
	uint8_t from[MAX_ARGS]; /* as in struct syscall_desc */
};

/* What stands for a type behind a pointer. One that is not listed is not followed. */
struct compat_type {
	const struct type *wide, *narrow;
	bool time; /* time64: as in a 64-bit task */
};

extern const struct compat_like desc_compat_likes[];
extern const unsigned desc_ncompat_likes;
extern const struct compat_made desc_compat_made[];
extern const unsigned desc_ncompat_made;
extern const struct compat_type desc_compat_types[];
extern const unsigned desc_ncompat_types;
extern const struct syscall_desc desc_compat_calls[], desc_compat_cases[];
extern const unsigned desc_ncompat_calls, desc_ncompat_cases;

/* compat_syscall - the call with @nr, at least DESC_COMPAT; NULL if there is none. */
const struct syscall_desc *compat_syscall(uint32_t nr);

/* compat_cases - all forms of calls, their number in *ret_n; valid for ever. */
const struct syscall_desc *compat_cases(unsigned *ret_n);

#endif
