/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The forms of ioctl, one line each.
 */
#include "nr-x86_64.h"
#include "types.h"

/* clang-format off */

const struct syscall_desc desc_ioctls[] = {
	{ 0 }
};
/* clang-format on */

const unsigned desc_nioctls = sizeof(desc_ioctls) / sizeof(desc_ioctls[0]) - 1;
