// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * The decoder's numbers: of arguments, of members, of the siblings that a field names (lengths, selectors, conditions).
 * Called by decode.c and its companions; shows nothing.
 */
#include <errno.h>
#include <string.h>
#include "decode-private.h"
#include "desc/types.h"

static bool is_signed(const struct type *type)
{
	return type->kind == KIND_INT || type->kind == KIND_FD || type->kind == KIND_DIRFD ||
	       type->kind == KIND_PID;
}

uint64_t decode_cut(const struct type *type, uint64_t v, size_t size)
{
	unsigned shift = size && size < 8 ? 64 - 8 * size : 0;

	v <<= shift;
	return is_signed(type) ? (uint64_t)((int64_t)v >> shift) : v >> shift;
}

uint64_t decode_load(
	const struct type *type, const unsigned char *bytes, size_t size, bool big_endian)
{
	uint64_t v = 0;

	if (size > 8)
		size = 8;
	for (size_t i = 0; i < size; i++)
		v |= (uint64_t)bytes[i] << 8 * (big_endian ? size - 1 - i : i);
	return decode_cut(type, v, size);
}

/* The number of a member whose bytes are these. */
uint64_t decode_member_number(const struct field *f, const unsigned char *bytes, size_t size)
{
	uint64_t v = decode_load(f->type, bytes, size, f->flags & FIELD_BE);

	return f->bits ? v >> f->bit & ((1ULL << f->bits) - 1) : v;
}

/* A length that the kernel answered: no more was written than the program had given room for. */
static uint64_t lesser(uint64_t answered, uint64_t given)
{
	return given < answered ? given : answered;
}

/* The number of argument @i, which is no pointer: of a 32-bit task, it has 32 bits or two registers. */
uint64_t decode_argument_number(const struct decode *d, unsigned i)
{
	const struct field *f = &d->desc->args[i];
	const __u64 *word = &d->call->args[desc_register(d->desc, i)];
	size_t size = f->type->size;

	if (f->flags & FIELD_HIGH_FIRST)
		return word[0] << 32 | (uint32_t)word[1];
	if (f->flags & FIELD_PAIR)
		return (uint32_t)word[0] | word[1] << 32;
	return decode_cut(f->type, word[0], d->compat && size > 4 ? 4 : size);
}

/* What @f, a member of the struct of @v, was at entry, if @v was read at exit. */
int decode_member_before(const struct decode *d, const struct value *v, const struct field *f,
	const unsigned char **ret_bytes)
{
	uint64_t base = v->addr - (v->bytes - v->base);

	return v->at_exit ? decode_memory(d, base + f->offset, f->size, false, ret_bytes)
			  : -ENODATA;
}

/* What there is of the bytes at @addr: of the side asked for or, if that was not read, of the other. */
static int either_side(const struct decode *d, uint64_t addr, size_t len, bool at_exit,
	const unsigned char **ret_bytes)
{
	return decode_memory(d, addr, len, at_exit, ret_bytes)
		       ? decode_memory(d, addr, len, !at_exit, ret_bytes)
		       : 0;
}

/* The number of a field: of an argument, or of a member if its bytes are there. */
int decode_field_number(
	const struct decode *d, const struct value *v, unsigned i, uint64_t *ret_number)
{
	const struct field *f = &v->fields[i];
	const unsigned char *bytes, *before;
	size_t size;
	uint64_t raw;

	if (!v->base) {
		if (!d->call)
			return -ENOENT;
		raw = d->call->args[desc_register(d->desc, i)];
		if (f->dir == DIR_VALUE) {
			*ret_number = decode_argument_number(d, i);
			return 0;
		}
	} else {
		if ((size_t)f->offset + f->size > v->base_len)
			return -ENOENT;
		if (f->dir == DIR_VALUE) {
			*ret_number = decode_member_number(f, v->base + f->offset, f->size);
			if (f->flags & FIELD_CHANGES && !decode_member_before(d, v, f, &before))
				*ret_number = lesser(
					*ret_number, decode_load(f->type, before, f->size, false));
			return 0;
		}
		raw = decode_load(&type_addr, v->base + f->offset, f->size, false);
	}
	size = f->type->size;
	if (!size || size > 8 || !raw)
		return -ENOENT;
	if (either_side(d, raw, size, v->at_exit, &bytes))
		return -ENOENT;
	*ret_number = decode_load(f->type, bytes, size, false);
	if (f->dir == DIR_INOUT && v->at_exit && !decode_memory(d, raw, size, false, &before))
		*ret_number = lesser(*ret_number, decode_load(f->type, before, size, false));
	return 0;
}

/* A member of what argument @i points to. */
static int pointed_member(const struct decode *d, unsigned i, const struct field *member,
	bool at_exit, uint64_t *ret_number)
{
	uint64_t addr = d->call->args[desc_register(d->desc, i)] + member->offset;
	const unsigned char *bytes;

	if (either_side(d, addr, member->size, at_exit, &bytes))
		return -ENOENT;
	*ret_number = decode_member_number(member, bytes, member->size);
	return 0;
}

int decode_sibling(
	const struct decode *d, const struct value *v, const char *name, uint64_t *ret_number)
{
	const struct field *member;
	int i;

	if (name[0] == 'r' && !strcmp(name, "ret")) {
		if (!d->call || d->call->ret < 0)
			return -ENOENT;
		*ret_number = d->call->ret;
		return 0;
	}
	i = desc_sibling(v->fields, v->nfields, name);
	if (i < 0 && v->base && d->desc) {
		struct value call = {.fields = d->desc->args,
			.nfields = desc_nargs(d->desc),
			.at_exit = v->at_exit};

		return decode_sibling(d, &call, name, ret_number);
	}
	if (i >= 0)
		return decode_field_number(d, v, i, ret_number);
	i = d->call ? desc_member(d->desc->args, desc_nargs(d->desc), name, &member) : -1;
	return i < 0 ? -ENOENT : pointed_member(d, i, member, v->at_exit, ret_number);
}

bool decode_is_there(const struct decode *d, const struct value *v, const struct field *f)
{
	uint64_t n;

	if (!f->when)
		return true;
	if (decode_sibling(d, v, f->when, &n))
		return false;
	switch (f->when_test) {
	case WHEN_TEST_EQUAL:
		return (n & f->when_mask) == f->when_value;
	case WHEN_TEST_DIFFERS:
		return (n & f->when_mask) != f->when_value;
	case WHEN_TEST_ABOVE:
		return (n & f->when_mask) > f->when_value;
	case WHEN_TEST_POSITIVE:
		return (int32_t)n > 0;
	case WHEN_TEST_NOT_POSITIVE:
		return (int32_t)n <= 0;
	}
	return n & f->when_mask;
}
