/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Lint of the description table: what the compiler cannot see.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "desc/desc.h"

static void check_sibling(const char *call, const struct field *fields, unsigned n, const char *name,
			  bool ret_allowed)
{
	if (!name || (ret_allowed && !strcmp(name, "ret")))
		return;
	if (desc_sibling(fields, n, name) < 0)
		fail_msg("%s: no sibling is called %s", call, name);
}

static void check_fields(const char *owner, const struct field *fields, unsigned n, int depth)
{
	for (unsigned i = 0; i < n; i++) {
		const struct field *f = &fields[i];

		if (!f->type)
			fail_msg("%s.%s: no type", owner, f->name);
		check_sibling(owner, fields, n, f->len, true);
		check_sibling(owner, fields, n, f->count, true);
		check_sibling(owner, fields, n, f->cap, true);
		check_sibling(owner, fields, n, f->when, false);
		if ((f->type->kind == KIND_BYTES || f->type->kind == KIND_BINARY) && f->dir != DIR_VALUE && !f->len && !f->fixed)
			fail_msg("%s.%s: bytes without a length", owner, f->name);
		if (depth < 8 && (f->type->kind == KIND_STRUCT || f->type->kind == KIND_UNION))
			check_fields(f->type->name, f->type->members, f->type->count, depth + 1);
	}
}

static void check_call(const struct syscall_desc *call)
{
	unsigned n = desc_nargs(call);

	if (!call->ret)
		fail_msg("%s: no return type", call->name);
	check_fields(call->name, call->args, n, 0);
	check_sibling(call->name, call->args, n, call->switch1, false);
	check_sibling(call->name, call->args, n, call->switch2, false);
}

static void every_sibling_resolves(void **state)
{
	(void)state;
	for (unsigned nr = 0; nr < desc_nsyscalls; nr++)
		if (desc_syscall(nr))
			check_call(desc_syscall(nr));
	for (unsigned i = 0; i < desc_ncases; i++)
		check_call(&desc_cases[i]);
	for (unsigned i = 0; i < desc_nioctls; i++)
		check_call(&desc_ioctls[i]);
}

static void check_case(const struct syscall_desc *c)
{
	const struct syscall_desc *call = desc_syscall(c->nr);
	__u64 args[MAX_ARGS] = {0};
	int arg1, arg2;

	if (!call || !call->switch1)
		fail_msg("%s: a case of a call that is no switch", c->name);
	arg1 = desc_sibling(call->args, desc_nargs(call), call->switch1);
	args[arg1] = call->switch2 ? (uint32_t)c->key : c->key;
	if (call->switch2) {
		arg2 = desc_sibling(call->args, desc_nargs(call), call->switch2);
		args[arg2] = c->key >> 32;
	}
	if (desc_case(call, args) != c)
		fail_msg("%s: two cases have the key %#llx, or its bits are outside the mask", c->name,
			 (unsigned long long)c->key);
	if (!c->args[arg1].name || strcmp(c->args[arg1].name, call->switch1))
		fail_msg("%s, case %#llx: argument %d is not %s", c->name, (unsigned long long)c->key, arg1,
			 call->switch1);
}

static void every_case_is_found(void **state)
{
	(void)state;
	for (unsigned i = 0; i < desc_ncases; i++)
		check_case(&desc_cases[i]);
	for (unsigned i = 0; i < desc_nioctls; i++)
		check_case(&desc_ioctls[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_sibling_resolves),
		cmocka_unit_test(every_case_is_found),
	};

	return cmocka_run_group_tests_name("desc", tests, NULL, NULL);
}
