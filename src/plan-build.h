/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * From the description of a call to its plan: which reads, in which order, give the decoder all it will ask for. Called
 * by plan.c.
 */
#ifndef FAULTLESS_PLAN_BUILD_H
#define FAULTLESS_PLAN_BUILD_H

#include "plan.h"

#define PLAN_BUILD_OPS (2 * PLAN_MAX_OPS)

/*
 * plan_build - the plan of @call: its ops in @ret_ops, and what else it says, but for where they will be, in @ret_plan.
 * Returns how many ops, or -E2BIG if it needs more ops or values than a plan has.
 */
int plan_build(const struct plan_config *config, const struct syscall_desc *call,
	struct op ret_ops[PLAN_BUILD_OPS], struct plan *ret_plan);

#endif
