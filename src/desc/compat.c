// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Makes the descriptions of 32-bit calls out of those of 64-bit ones: the same arguments, in other registers' width,
 * with what pointers lead to laid out as 32-bit tasks have it. Made once, when the first is asked for.
 */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include "compat.h"
#include "types.h"

static struct syscall_desc calls[DESC_COMPAT];
static struct syscall_desc *forms;
static unsigned nforms;
static pthread_once_t made = PTHREAD_ONCE_INIT;

static const struct type *narrow_type(const struct type *wide, bool time64)
{
	for (unsigned i = 0; i < desc_ncompat_types; i++)
		if (desc_compat_types[i].wide == wide)
			return time64 && desc_compat_types[i].time ? wide
								   : desc_compat_types[i].narrow;
	return NULL;
}

static void narrow_field(struct field *f, bool time64)
{
	const struct type *type = f->dir == DIR_VALUE ? f->type : narrow_type(f->type, time64);

	/* What utimensat takes has no 32-bit form here. */
	if (type == &type_utimens && !time64)
		type = NULL;
	if (type) {
		f->type = type;
		return;
	}
	*f = (struct field){.name = f->name,
		.type = &type_addr,
		.reg = f->reg,
		.flags = f->flags & FIELD_HIDDEN};
}

static struct syscall_desc narrow_call(
	const struct syscall_desc *wide, const char *name, uint32_t nr, bool time64)
{
	struct syscall_desc call = *wide;

	call.name = name;
	call.nr = nr;
	for (unsigned i = 0; i < MAX_ARGS && call.args[i].name; i++)
		narrow_field(&call.args[i], time64);
	return call;
}

static void narrow_forms(const struct compat_like *like)
{
	desc_for_each_form(wide)
		if (wide->nr == like->like)
			forms[nforms++] =
				narrow_call(wide, like->name, DESC_COMPAT + like->nr, like->time64);
}

/* The call of i386 that has the cases of @nr; 0: none. */
static uint32_t narrow_switch(uint32_t nr)
{
	for (unsigned i = 0; desc_syscall(nr)->switch1 && i < desc_ncompat_likes; i++)
		if (desc_compat_likes[i].like == nr)
			return DESC_COMPAT + desc_compat_likes[i].nr;
	return 0;
}

static struct syscall_desc narrow_made(const struct compat_made *other)
{
	struct syscall_desc form =
		narrow_call(desc_syscall(other->like), other->name, DESC_COMPAT + other->nr, false);

	form.switch1 = form.switch2 = NULL;
	form.key = other->key;
	form.as = narrow_switch(other->like);
	memcpy(form.from, other->from, sizeof(form.from));
	for (unsigned i = 0; i < MAX_ARGS; i++)
		if (form.args[i].name && !other->from[desc_register(&form, i)])
			form.args[i].name = NULL;
	return form;
}

static bool has_own_form(const struct syscall_desc *form)
{
	for (unsigned i = 0; i < desc_ncompat_cases; i++)
		if (desc_compat_cases[i].nr == form->nr && desc_compat_cases[i].key == form->key)
			return true;
	return false;
}

static void make(void)
{
	unsigned room = desc_ncompat_cases + desc_ncompat_made, kept = 0;

	for (unsigned i = 0; i < desc_ncompat_likes; i++) {
		const struct compat_like *like = &desc_compat_likes[i];
		const struct syscall_desc *wide = desc_syscall(like->like);

		calls[like->nr] =
			narrow_call(wide, like->name, DESC_COMPAT + like->nr, like->time64);
		room += wide->switch1 ? desc_nforms() : 0;
	}
	for (unsigned i = 0; i < desc_ncompat_calls; i++)
		calls[desc_compat_calls[i].nr - DESC_COMPAT] = desc_compat_calls[i];
	forms = calloc(room, sizeof(*forms));
	if (!forms)
		return; /* forms are shown as their call's default then */
	for (unsigned i = 0; i < desc_ncompat_likes; i++) {
		if (!desc_syscall(desc_compat_likes[i].like)->switch1)
			continue;
		narrow_forms(&desc_compat_likes[i]);
	}
	for (unsigned i = 0; i < nforms; i++)
		if (!has_own_form(&forms[i]))
			forms[kept++] = forms[i];
	nforms = kept;
	for (unsigned i = 0; i < desc_ncompat_cases; i++)
		forms[nforms++] = desc_compat_cases[i];
	for (unsigned i = 0; i < desc_ncompat_made; i++)
		forms[nforms++] = narrow_made(&desc_compat_made[i]);
}

const struct syscall_desc *compat_syscall(uint32_t nr)
{
	pthread_once(&made, make);
	return nr - DESC_COMPAT < DESC_COMPAT && calls[nr - DESC_COMPAT].name
		       ? &calls[nr - DESC_COMPAT]
		       : NULL;
}

const struct syscall_desc *compat_cases(unsigned *ret_n)
{
	pthread_once(&made, make);
	*ret_n = nforms;
	return forms;
}
