// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Look-ups in the description table: by number, by case, by sibling.
 */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include "compat.h"
#include "nr-i386.h"
#include "nr-x86_64.h"

const struct syscall_desc *const desc_tables[] = {desc_cases, desc_ioctls, desc_block_ioctls,
	desc_console_ioctls, desc_device_ioctls, desc_video_ioctls, desc_btrfs_ioctls,
	desc_input_ioctls, NULL};

/* All forms, those of 32-bit calls too, sorted by number, then key. */
static const struct syscall_desc **cases;
static unsigned ncases;
static pthread_once_t cases_once = PTHREAD_ONCE_INIT;

unsigned desc_nforms(void)
{
	unsigned n = 0;

	desc_for_each_form(form)
		n++;
	return n;
}

static int compare_cases(const void *a, const void *b)
{
	const struct syscall_desc *x = *(const struct syscall_desc *const *)a;
	const struct syscall_desc *y = *(const struct syscall_desc *const *)b;

	if (x->nr != y->nr)
		return x->nr < y->nr ? -1 : 1;
	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return 0;
}

static void sort_cases(void)
{
	const struct syscall_desc *narrow;
	unsigned n;

	narrow = compat_cases(&n);
	cases = calloc(desc_nforms() + n + 1, sizeof(*cases));
	if (!cases)
		return; /* forms are shown as their call's default then */
	for (unsigned i = 0; i < n; i++)
		cases[ncases++] = &narrow[i];
	desc_for_each_form(form)
		cases[ncases++] = form;
	qsort(cases, ncases, sizeof(*cases), compare_cases);
}

const struct syscall_desc *desc_syscall(uint32_t nr)
{
	if (nr >= DESC_COMPAT)
		return compat_syscall(nr);
	return nr < desc_nsyscalls && desc_syscalls[nr].name ? &desc_syscalls[nr] : NULL;
}

const struct syscall_desc *desc_call(uint32_t nr, bool compat)
{
	return (nr >= DESC_COMPAT) == compat ? desc_syscall(nr) : NULL;
}

bool desc_is_exec(uint32_t nr)
{
	return nr == NR_execve || nr == NR_execveat || nr == DESC_COMPAT + NR32_execve ||
	       nr == DESC_COMPAT + NR32_execveat;
}

const struct syscall_desc *desc_compat_forms(unsigned *ret_n)
{
	return compat_cases(ret_n);
}

unsigned desc_nargs(const struct syscall_desc *call)
{
	unsigned n = 0;

	while (n < MAX_ARGS && call->args[n].name)
		n++;
	return n;
}

unsigned desc_register(const struct syscall_desc *call, unsigned i)
{
	return call->args[i].reg ? call->args[i].reg - 1u : i;
}

unsigned desc_given_in(const struct syscall_desc *form, unsigned r)
{
	unsigned from = form->from[r];

	if (!from)
		return r;
	return DESC_IS_WORD(from) ? DESC_WORD_REGISTER(from) : from - 1;
}

bool desc_given(const struct syscall_desc *form, unsigned r, const __u64 *args, uint64_t *ret)
{
	unsigned from = form->from[r];

	*ret = args[desc_given_in(form, r)];
	if (!DESC_IS_WORD(from))
		return false;
	*ret += 4 * DESC_WORD(from);
	return true;
}

/* The registers that argument @i reaches to, of the call itself. */
static unsigned last_register(const struct syscall_desc *form, unsigned i)
{
	unsigned r = desc_register(form, i);

	return form->from[r] ? desc_given_in(form, r) : r + !!(form->args[i].flags & FIELD_PAIR);
}

static unsigned form_registers(const struct syscall_desc *form)
{
	unsigned most = 0, n = desc_nargs(form);

	for (unsigned i = 0; i < n; i++)
		if (!(form->args[i].flags & FIELD_SP) && last_register(form, i) >= most)
			most = last_register(form, i) + 1;
	return most;
}

unsigned desc_nregisters(const struct syscall_desc *call)
{
	unsigned most = form_registers(call), n;

	if (!call->switch1)
		return most;
	pthread_once(&cases_once, sort_cases);
	for (unsigned i = 0; i < ncases; i++) {
		n = cases[i]->nr == call->nr ? form_registers(cases[i]) : 0;
		if (n > most)
			most = n;
	}
	return most;
}

unsigned desc_most(const struct type *type)
{
	return type->grows || type->padded ? DESC_MOST : type->size;
}

bool desc_has_results(const struct type *type)
{
	for (unsigned i = 0; type->kind == KIND_STRUCT && i < type->count; i++)
		if (type->members[i].flags & FIELD_RESULT)
			return true;
	return false;
}

int desc_sibling(const struct field *fields, unsigned n, const char *name)
{
	/* The linker keeps equal names once, so mostly they are at the same place. */
	for (unsigned i = 0; i < n; i++)
		if (fields[i].name == name)
			return i;
	for (unsigned i = 0; i < n; i++)
		if (!strcmp(fields[i].name, name))
			return i;
	return -1;
}

int desc_member(
	const struct field *fields, unsigned n, const char *name, const struct field **ret_member)
{
	const char *dot = strchr(name, '.');
	int member;

	for (unsigned i = 0; dot && i < n; i++) {
		const struct type *type = fields[i].type;

		if (strncmp(fields[i].name, name, dot - name) || fields[i].name[dot - name] ||
			type->kind != KIND_STRUCT)
			continue;
		member = desc_sibling(type->members, type->count, dot + 1);
		if (member < 0)
			return -1;
		*ret_member = &type->members[member];
		return i;
	}
	return -1;
}

uint64_t desc_switch_key(const struct syscall_desc *call, const __u64 *args)
{
	unsigned n = desc_nargs(call);
	uint64_t key;
	int i;

	if (!call->switch1)
		return 0;
	i = desc_sibling(call->args, n, call->switch1);
	key = i < 0 ? 0 : args[i] & call->mask1;
	if (call->switch2) {
		i = desc_sibling(call->args, n, call->switch2);
		key |= i < 0 ? 0 : args[i] << 32;
	}
	return key;
}

const struct syscall_desc *desc_case(const struct syscall_desc *call, const __u64 *args)
{
	struct syscall_desc want = {.nr = call->nr};
	const struct syscall_desc *key = &want, **found;

	if (!call->switch1)
		return call;
	pthread_once(&cases_once, sort_cases);
	if (!cases)
		return call;
	want.key = desc_switch_key(call, args);
	found = bsearch(&key, cases, ncases, sizeof(*cases), compare_cases);
	if (!found && call->mask2) {
		want.key = (want.key & call->mask2) | DESC_ROUGHLY;
		found = bsearch(&key, cases, ncases, sizeof(*cases), compare_cases);
	}
	return found ? *found : call;
}
