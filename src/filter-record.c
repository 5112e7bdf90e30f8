// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * See filter-record.h. As strace: a path is compared as the call was given it, not resolved, and a
 * descriptor by the path of its file. Called by trace.c for each call, by main.c once.
 */
#include <string.h>
#include "desc/types.h"
#include "descriptor.h"
#include "filter-record.h"
#include "image.h"

enum { PATH_ROOM = 4096 };

bool filter_record_asks_fds(const struct filter_record *filter)
{
	return filter->fds->count || !filter->fds->inverted;
}

bool filter_record_asks(const struct filter_record *filter)
{
	return filter->paths->count || filter_record_asks_fds(filter);
}

/* The target of a symbolic link to be made is text, not the name of a file that is used. */
static bool is_path(const struct syscall_desc *call, unsigned i)
{
	bool link_text = i == 0 && !strncmp(call->name, "symlink", strlen("symlink"));

	return call->args[i].dir == DIR_IN && call->args[i].type->kind == KIND_PATH && !link_text;
}

/* ---- calls that may use files ---- */

/* Of descriptors that lie in memory, those that are waited for count; those that are sent do not. */
static bool is_set(const struct field *f)
{
	return f->type == &type_pollfd || f->type == &type_fd_set;
}

unsigned filter_record_fds(const struct syscall_desc *form)
{
	unsigned n = desc_nargs(form), fds = 0;

	for (unsigned i = 0; i < n; i++) {
		unsigned r = desc_register(form, i);

		if (desc_is_descriptor(form->args[i].type) && form->args[i].dir == DIR_VALUE)
			fds |= DESC_IS_WORD(form->from[r]) ? PLAN_FD_SET
							   : 1u << desc_given_in(form, r);
		if (is_set(&form->args[i]))
			fds |= PLAN_FD_SET;
	}
	return fds;
}

unsigned filter_record_paths(const struct syscall_desc *form)
{
	unsigned n = desc_nargs(form), paths = 0;

	for (unsigned i = 0; i < n; i++)
		if (is_path(form, i))
			paths |= 1u << desc_register(form, i);
	return paths;
}

static bool may_be_wanted(const struct filter_record *filter, const struct syscall_desc *form)
{
	return filter_record_fds(form) || (filter->paths->count && filter_record_paths(form));
}

static void add_form(const struct filter_record *filter, const struct syscall_desc *form,
	uint64_t calls[FILTER_CALLS / 64])
{
	if (form && form->nr < FILTER_CALLS && may_be_wanted(filter, form))
		calls[form->nr / 64] |= 1ULL << form->nr % 64;
}

void filter_record_narrow(const struct filter_record *filter, struct filter_calls *calls)
{
	uint64_t some[FILTER_CALLS / 64] = {0};
	unsigned n;
	const struct syscall_desc *compat = desc_compat_forms(&n);

	for (unsigned nr = 0; nr < FILTER_CALLS; nr++)
		add_form(filter, desc_syscall(nr), some);
	desc_for_each_form(form)
		add_form(filter, form, some);
	for (unsigned i = 0; i < n; i++)
		add_form(filter, &compat[i], some);
	for (unsigned i = 0; i < FILTER_CALLS / 64; i++)
		calls->bits[i] &= some[i];
	calls->beyond = false;
}

/* ---- a call ---- */

static bool string_matches(
	const struct filter_paths *paths, const struct record *record, uint64_t addr)
{
	char text[PATH_ROOM];

	for (const struct blob *b = record_first_blob(record); b; b = record_next_blob(record, b)) {
		if (b->addr != addr || b->origin == ORIGIN_EXIT || b->flags & BLOB_FACT ||
			!(b->flags & BLOB_NUL) || b->len >= sizeof(text))
			continue;
		memcpy(text, b + 1, b->len);
		text[b->len] = 0;
		if (filter_paths_match(paths, text))
			return true;
	}
	return false;
}

static bool number_matches(const struct filter_record *filter, int fd)
{
	return fd >= 0 && filter_record_asks_fds(filter) && filter_fds_has(filter->fds, fd);
}

static bool is_descriptor_at_entry(const struct blob *b)
{
	return b->flags & BLOB_FACT && b->op == FACT_DESCRIPTOR && b->origin != ORIGIN_EXIT &&
	       (int)b->addr >= 0;
}

static bool path_matches(const struct filter_record *filter, const struct blob *fact)
{
	unsigned char path[DESCRIPTOR_PATH_MAX + 1];
	struct descriptor_view view;

	if (!filter->paths->count || descriptor_view_of(fact, &view))
		return false;
	path[descriptor_path(&view, path, sizeof(path) - 1)] = 0;
	return filter_paths_match(filter->paths, (const char *)path);
}

static bool descriptor_matches(
	const struct filter_record *filter, const struct record *record, int fd)
{
	if (number_matches(filter, fd))
		return true;
	for (const struct blob *b = record_first_blob(record); b; b = record_next_blob(record, b))
		if (is_descriptor_at_entry(b) && b->addr == (uint32_t)fd)
			return path_matches(filter, b);
	return false;
}

/* The engine has told what is in the call's sets. */
static bool set_matches(const struct filter_record *filter, const struct record *record)
{
	for (const struct blob *b = record_first_blob(record); b; b = record_next_blob(record, b))
		if (is_descriptor_at_entry(b) &&
			(number_matches(filter, b->addr) || path_matches(filter, b)))
			return true;
	return false;
}

/* What is in register @r or, of a call that another makes, would be. Returns false if that was not read. */
static bool register_value(
	const struct record *record, const struct syscall_desc *form, unsigned r, uint64_t *ret)
{
	const unsigned char *bytes;
	struct image image = {0};
	uint32_t word;

	if (!desc_given(form, r, ((const struct call *)(record + 1))->args, ret))
		return true;
	image_begin(&image, record);
	if (image_memory(&image, *ret, sizeof(word), false, &bytes))
		return false;
	memcpy(&word, bytes, sizeof(word));
	*ret = word;
	return true;
}

bool filter_record_wants(const struct filter_record *filter, const struct record *record)
{
	const struct call *call = (const struct call *)(record + 1);
	const struct syscall_desc *desc = desc_call(call->nr, record->flags & RECORD_COMPAT);
	unsigned n;

	if (!desc)
		return false;
	desc = desc_case(desc, call->args);
	n = desc_nargs(desc);
	for (unsigned i = 0; i < n; i++) {
		const struct field *f = &desc->args[i];
		uint64_t value;

		if (!register_value(record, desc, desc_register(desc, i), &value))
			continue;
		if ((is_path(desc, i) && string_matches(filter->paths, record, value)) ||
			(desc_is_descriptor(f->type) && f->dir == DIR_VALUE &&
				descriptor_matches(filter, record, value)) ||
			(is_set(f) && set_matches(filter, record)))
			return true;
	}
	return false;
}
