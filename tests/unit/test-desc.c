// SPDX-License-Identifier: LGPL-2.1-or-later
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
#include "desc/nr-x86_64.h"

static void check_sibling(const struct syscall_desc *call, const char *owner,
	const struct field *fields, unsigned n, const char *name)
{
	const struct field *member;

	if (name && strcmp(name, "ret") && desc_sibling(fields, n, name) < 0 &&
		desc_sibling(call->args, desc_nargs(call), name) < 0 &&
		desc_member(call->args, desc_nargs(call), name, &member) < 0)
		fail_msg("%s, %s: no sibling is called %s", call->name, owner, name);
}

static void check_fields(const struct syscall_desc *call, const char *owner,
	const struct field *fields, unsigned n, int depth)
{
	for (unsigned i = 0; i < n; i++) {
		const struct field *f = &fields[i];

		if (!f->type)
			fail_msg("%s.%s: no type", owner, f->name);
		check_sibling(call, owner, fields, n, f->len);
		check_sibling(call, owner, fields, n, f->count);
		check_sibling(call, owner, fields, n, f->cap);
		check_sibling(call, owner, fields, n, f->when);
		if ((f->type->kind == KIND_BYTES || f->type->kind == KIND_BINARY) &&
			f->dir != DIR_VALUE && !f->len && !f->fixed)
			fail_msg("%s.%s: bytes without a length", owner, f->name);
		if (depth < 8 && (f->type->kind == KIND_STRUCT || f->type->kind == KIND_UNION))
			check_fields(
				call, f->type->name, f->type->members, f->type->count, depth + 1);
	}
}

static void check_call(const struct syscall_desc *call)
{
	unsigned n = desc_nargs(call);

	if (!call->ret)
		fail_msg("%s: no return type", call->name);
	check_fields(call, "arguments", call->args, n, 0);
	check_sibling(call, "switch", call->args, n, call->switch1);
	check_sibling(call, "switch", call->args, n, call->switch2);
}

static void every_sibling_resolves(void **state)
{
	(void)state;
	for (unsigned nr = 0; nr < desc_nsyscalls; nr++)
		if (desc_syscall(nr))
			check_call(desc_syscall(nr));
	desc_for_each_form(form)
		check_call(form);
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
		fail_msg("%s: two cases have the key %#llx, or its bits are outside the mask",
			c->name, (unsigned long long)c->key);
	if (!c->args[arg1].name || strcmp(c->args[arg1].name, call->switch1))
		fail_msg("%s, case %#llx: argument %d is not %s", c->name,
			(unsigned long long)c->key, arg1, call->switch1);
}

static void every_case_is_found(void **state)
{
	(void)state;
	desc_for_each_form(form)
		check_case(form);
}

/* The table of Linux 7.2 has no holes but the numbers that all architectures share from 424 on. */
static void every_number_is_described(void **state)
{
	(void)state;
	for (uint32_t nr = 0; nr <= NR_rseq_slice_yield; nr++) {
		bool assigned = nr <= NR_uprobe || nr >= NR_pidfd_send_signal;

		if (assigned != !!desc_syscall(nr))
			fail_msg("number %u %s", nr,
				assigned ? "has no description" : "is not assigned");
		if (assigned && desc_syscall(nr)->nr != nr)
			fail_msg("%s stands at %u", desc_syscall(nr)->name, nr);
	}
	assert_null(desc_syscall(NR_rseq_slice_yield + 1));
	assert_null(desc_syscall(UINT32_MAX));
}

static void every_name_is_unique(void **state)
{
	(void)state;
	for (unsigned a = 0; a < desc_nsyscalls; a++)
		for (unsigned b = a + 1; b < desc_nsyscalls; b++)
			if (desc_syscall(a) && desc_syscall(b) &&
				!strcmp(desc_syscall(a)->name, desc_syscall(b)->name))
				fail_msg("%u and %u are both %s", a, b, desc_syscall(a)->name);
}

static void check_symbols(const struct type *type)
{
	uint64_t fits = type->size < 8 ? (1ULL << (8 * type->size)) - 1 : UINT64_MAX;

	if (!type->size || type->size > 8)
		fail_msg("%s: a number of %u bytes", type->name, type->size);
	if (!type->count)
		fail_msg("%s: no symbols", type->name);
	for (unsigned i = 0; i < type->count; i++) {
		const struct symbol *s = &type->symbols[i];

		if (s->name[0] == '?' || s->name[0] == '<')
			continue; /* a form, not a symbol */
		if (type->kind == KIND_FLAGS && s->value & ~s->mask)
			fail_msg("%s: %s can never be there", type->name, s->name);
		if (s->value & ~fits)
			fail_msg("%s: %s does not fit into %u bytes", type->name, s->name,
				type->size);
		for (unsigned k = 0; k < i; k++)
			if (type->symbols[k].value == s->value && type->symbols[k].name[0] != '?' &&
				(type->kind == KIND_ENUM || type->symbols[k].mask == s->mask))
				fail_msg("%s: %s and %s are one value", type->name,
					type->symbols[k].name, s->name);
	}
}

static void check_types(const struct field *fields, unsigned n, int depth)
{
	for (unsigned i = 0; i < n && depth < 8; i++) {
		const struct type *type = fields[i].type;

		if (type->kind == KIND_FLAGS || type->kind == KIND_ENUM)
			check_symbols(type);
		else if (type->kind == KIND_LEAF && !type->print)
			fail_msg("%s: nothing prints it", type->name);
		else if (type->kind == KIND_STRUCT || type->kind == KIND_UNION)
			check_types(type->members, type->count, depth + 1);
	}
}

static void every_symbol_can_be_shown(void **state)
{
	(void)state;
	for (unsigned nr = 0; nr < desc_nsyscalls; nr++)
		if (desc_syscall(nr))
			check_types(desc_syscall(nr)->args, desc_nargs(desc_syscall(nr)), 0);
	desc_for_each_form(form)
		check_types(form->args, desc_nargs(form), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_number_is_described),
		cmocka_unit_test(every_name_is_unique),
		cmocka_unit_test(every_symbol_can_be_shown),
		cmocka_unit_test(every_sibling_resolves),
		cmocka_unit_test(every_case_is_found),
	};

	return cmocka_run_group_tests_name("desc", tests, NULL, NULL);
}
