// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * The decoder's dumps (-e read=, write=): finds the buffers of a call on one of the wanted descriptors and gives them
 * to the sink, whole. Called by decode.c behind a call.
 */
#include <string.h>
#include "decode-private.h"

static uint64_t number_at(const unsigned char *bytes, size_t size)
{
	uint64_t n = 0;

	memcpy(&n, bytes, size <= sizeof(n) ? size : sizeof(n));
	return n;
}

static void dump_pointer(struct decode *d, const struct field *f, const struct value *owner,
	uint64_t addr, int buffer);

/* The buffers that the elements of an array, or the members of one struct, point to. */
static void dump_members(struct decode *d, const struct type *type, uint64_t addr, uint64_t n,
	bool array, bool at_exit)
{
	for (uint64_t e = 0; e < n; e++) {
		struct value v = {
			.fields = type->members, .nfields = type->count, .at_exit = at_exit};

		v.base_len = type->size;
		if (image_memory(&d->image, addr + e * type->size, type->size, at_exit, &v.base))
			return;
		for (unsigned i = 0; i < type->count; i++)
			if (type->members[i].dir == DIR_PTR)
				dump_pointer(d, &type->members[i], &v,
					number_at(v.base + type->members[i].offset,
						type->members[i].size),
					array ? (int)e : -1);
	}
}

static void dump_pointer(struct decode *d, const struct field *f, const struct value *owner,
	uint64_t addr, int buffer)
{
	const unsigned char *bytes;
	uint64_t n = 1, len;
	bool known, outer = d->in_budget;

	if (!addr)
		return;
	if (f->type->kind == KIND_STRUCT) {
		if (f->count && decode_sibling(d, owner, f->count, &n))
			return;
		if (f->cap && !decode_sibling(d, owner, f->cap, &d->budget))
			d->in_budget = true;
		dump_members(d, f->type, addr, n, f->count, owner->at_exit);
		d->in_budget = outer;
	} else if ((f->type->kind == KIND_BYTES || f->type->kind == KIND_MESSAGE) && f->len) {
		len = decode_buffer_length(d, f, owner, &known);
		if (known && len && !image_memory(&d->image, addr, len, owner->at_exit, &bytes))
			d->sink->ops->dump(d->sink, &d->info, bytes, len, buffer);
	}
}

void decode_dump_buffers(struct decode *d)
{
	struct value owner = {.fields = d->desc->args, .nfields = desc_nargs(d->desc)};
	uint64_t fd;

	if (!d->sink->ops->dump || !owner.nfields || owner.fields[0].type->kind != KIND_FD ||
		decode_field_number(d, &owner, 0, &fd))
		return;
	for (unsigned i = 1; i < owner.nfields; i++) {
		const struct field *f = &owner.fields[i];
		const struct filter_fds *wanted =
			decode_needs_exit(f) ? d->config.dump_read : d->config.dump_write;

		owner.at_exit = decode_needs_exit(f);
		if (f->dir != DIR_VALUE && wanted && filter_fds_has(wanted, fd))
			dump_pointer(d, f, &owner, d->call->args[desc_register(d->desc, i)], -1);
	}
}
