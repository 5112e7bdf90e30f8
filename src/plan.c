// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * The set of all plans: plan-build.c makes each, here they are laid side by side, and found again by a call's number
 * and arguments.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "plan.h"
#include "plan-build.h"

/* Adds the plan of @call to @set. */
static int add_plan(struct plan_set *set, const struct plan_config *config,
	const struct syscall_desc *call, __u32 *ret_index)
{
	struct op added[PLAN_BUILD_OPS], *ops;
	struct plan plan, *plans;
	int n = plan_build(config, call, added, &plan);

	if (n < 0)
		return n;
	plan.first = set->nops;
	ops = realloc(set->ops, (set->nops + n + 1) * sizeof(*ops));
	if (!ops)
		return -ENOMEM;
	set->ops = ops;
	for (int i = 0; i < n; i++)
		set->describes |= added[i].kind >= OP_FD && added[i].kind <= OP_NAME;
	memcpy(ops + set->nops, added, n * sizeof(*ops));
	set->nops += n;
	plans = realloc(set->plans, (set->nplans + 1) * sizeof(*plans));
	if (!plans)
		return -ENOMEM;
	set->plans = plans;
	*ret_index = set->nplans;
	plans[set->nplans++] = plan;
	return 0;
}

static int compare_cases(const void *a, const void *b)
{
	const struct plan_case *x = a, *y = b;

	if (x->key.nr != y->key.nr)
		return x->key.nr < y->key.nr ? -1 : 1;
	return x->key.key < y->key.key ? -1 : x->key.key > y->key.key;
}

_Static_assert(CASE_ROUGHLY == DESC_ROUGHLY, "one bit in the keys of both");

static int add_case(struct plan_set *set, const struct plan_config *config, const uint64_t *wanted,
	const struct syscall_desc *form, const char **ret_bad)
{
	struct plan_case *c = &set->cases[set->ncases];
	int err;

	if (!(wanted[form->nr / 64] >> (form->nr % 64) & 1))
		return 0;
	*c = (struct plan_case){.key = {.key = form->key, .nr = form->nr}};
	err = add_plan(set, config, form, &c->plan);
	if (err)
		*ret_bad = form->name;
	else
		set->ncases++;
	return err;
}

static int add_cases(struct plan_set *set, const struct plan_config *config, const uint64_t *wanted,
	const char **ret_bad)
{
	unsigned n;
	const struct syscall_desc *narrow = desc_compat_forms(&n);
	int err = 0;

	set->cases = malloc((desc_nforms() + n + 1) * sizeof(*set->cases));
	if (!set->cases)
		return -ENOMEM;
	desc_for_each_form(form)
		if (!err)
			err = add_case(set, config, wanted, form, ret_bad);
	for (unsigned i = 0; !err && i < n; i++)
		err = add_case(set, config, wanted, &narrow[i], ret_bad);
	return err;
}

static int add_call(struct plan_set *set, const struct plan_config *config, uint32_t nr)
{
	const struct syscall_desc *call = desc_syscall(nr);
	struct selector *selector = &set->selectors[nr];
	unsigned n;

	selector->wanted = 1;
	if (!call)
		return 0;
	if (call->switch1) {
		n = desc_nargs(call);
		selector->cases = 1;
		selector->arg1 = desc_sibling(call->args, n, call->switch1);
		selector->arg2 =
			call->switch2 ? desc_sibling(call->args, n, call->switch2) : VALUE_NONE;
		selector->mask1 = call->mask1;
		selector->mask2 = call->mask2;
	}
	return add_plan(set, config, call, &selector->plan);
}

int plan_set_new(const struct plan_config *config, const uint64_t *wanted,
	struct plan_set **ret_set, const char **ret_bad)
{
	static const struct syscall_desc nothing = {.name = "unknown"};
	struct plan_set *set = calloc(1, sizeof(*set));
	__u32 empty;
	int err;

	if (!set)
		return -ENOMEM;
	/* plan 0 reads nothing: calls that have no description */
	err = add_plan(set, config, &nothing, &empty);
	for (uint32_t nr = 0; !err && nr < PLAN_NR; nr++) {
		if (!(wanted[nr / 64] >> (nr % 64) & 1))
			continue;
		err = add_call(set, config, nr);
		if (err)
			*ret_bad = desc_syscall(nr)->name;
	}
	if (!err)
		err = add_cases(set, config, wanted, ret_bad);
	if (err) {
		plan_set_free(set);
		return err;
	}
	qsort(set->cases, set->ncases, sizeof(*set->cases), compare_cases);
	*ret_set = set;
	return 0;
}

void plan_set_free(struct plan_set *set)
{
	if (!set)
		return;
	free(set->ops);
	free(set->plans);
	free(set->cases);
	free(set);
}

const struct plan *plan_find(const struct plan_set *set, uint32_t nr, const __u64 *args)
{
	const struct selector *selector;
	const struct plan_case *found;
	struct plan_case want = {.key = {.nr = nr}};

	if (nr >= PLAN_NR || !set->selectors[nr].plan)
		return NULL;
	selector = &set->selectors[nr];
	if (!selector->cases)
		return &set->plans[selector->plan];
	want.key.key = args[selector->arg1] & selector->mask1;
	if (selector->arg2 != VALUE_NONE)
		want.key.key |= args[selector->arg2] << 32;
	found = bsearch(&want, set->cases, set->ncases, sizeof(want), compare_cases);
	if (!found && selector->mask2) {
		want.key.key = (want.key.key & selector->mask2) | CASE_ROUGHLY;
		found = bsearch(&want, set->cases, set->ncases, sizeof(want), compare_cases);
	}
	return &set->plans[found ? found->plan : selector->plan];
}
