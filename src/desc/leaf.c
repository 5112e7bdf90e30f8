/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Print hooks: the few data whose notation is no table's. A hook may only print; what it prints was read by a plan.
 */
#include <sys/sysmacros.h>
#include "../decode.h"
#include "types.h"

static void leaf_dev(struct decode *d, const struct value *v)
{
	decode_text(d, "makedev(%#x, %#x)", major(v->raw), minor(v->raw));
}

LEAF(dev, 8, leaf_dev);
