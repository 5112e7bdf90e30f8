// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * The decoder's structures: their members, what lies behind them, what the call answered in them. Called by decode.c;
 * shows only bytes that are at hand, and through decode_pointer() what they point to.
 */
#include <string.h>
#include <time.h>
#include "decode-private.h"
#include "desc/types.h"

#define NSEC 1000000000ULL

size_t decode_string_end(const unsigned char *bytes, size_t len, size_t at)
{
	return at + strnlen((const char *)bytes + at, len - at) + 1;
}

/* A string that reaches to the end of what was read: one that is not terminated goes on behind it. */
static void show_last_string(struct decode *d, const unsigned char *bytes, size_t size)
{
	size_t len = strnlen((const char *)bytes, size);

	decode_shown_bytes(d, bytes, len, len + (len && len == size), BYTES_STRING);
}

/* Where @f begins, a member of @owner. */
static size_t member_offset(const struct value *owner, const struct field *f)
{
	if (f->flags & FIELD_END)
		return owner->base_len - f->offset;
	if (f->flags & FIELD_BEHIND)
		return (decode_string_end(owner->base, owner->base_len, f->offset) + 7) & ~7ULL;
	return f->offset;
}

void decode_member(struct decode *d, const struct value *owner, unsigned i)
{
	const struct field *f = &owner->fields[i];
	size_t offset = member_offset(owner, f);
	const unsigned char *bytes = owner->base + offset, *before;
	size_t size = f->flags & FIELD_REST ? owner->base_len - f->offset : f->size;
	struct value v = {.type = f->type, .len = size, .addr = owner->addr + offset};
	uint64_t length = 0;
	unsigned n;

	if (f->flags & FIELD_ANSWER && !owner->at_exit)
		image_memory(&d->image, v.addr, size, true, &bytes);
	v.bytes = bytes;
	if (f->flags & FIELD_TAIL) {
		decode_pointer(d, f, owner, v.addr);
		return;
	}
	if (f->dir != DIR_VALUE) {
		decode_pointer(d, f, owner, decode_load(&type_addr, bytes, f->size, false));
		return;
	}
	v.fields = owner->fields;
	v.nfields = owner->nfields;
	v.base = owner->base;
	v.base_len = owner->base_len;
	v.at_exit = owner->at_exit;
	if (f->flags & (FIELD_CHANGES | FIELD_THEN) &&
		!decode_member_before(d, owner, f, &before) &&
		(f->flags & FIELD_THEN || memcmp(before, bytes, size))) {
		decode_bytes(d, f->type, before, size, v.addr);
		d->sink->ops->changed(d->sink);
		if (f->flags & FIELD_AGAIN)
			decode_text(d, "%s=", f->name);
	}
	if (f->len && !decode_sibling(d, owner, f->len, &length) && length < v.len)
		v.len = length;
	/* A struct larger than its member reaches into those behind. */
	if (f->type->kind == KIND_STRUCT && f->type->size > size &&
		offset + f->type->size <= owner->base_len)
		v.len = f->type->size;
	if (f->flags & FIELD_REST && f->type->kind == KIND_STRING) {
		show_last_string(d, bytes, size);
		return;
	}
	if (!f->fixed || !f->type->size) {
		v.raw = decode_member_number(f, bytes, size);
		decode_datum(d, &v);
		return;
	}
	d->sink->ops->begin(d->sink, GROUP_ARRAY);
	n = size / f->type->size < f->fixed ? size / f->type->size : f->fixed;
	if (f->count && !decode_sibling(d, owner, f->count, &length) && length < n)
		n = length;
	for (unsigned e = 0; e < decode_shown_elements(d, n); e++) {
		v.bytes = bytes + e * f->type->size;
		v.len = f->type->size;
		v.addr = owner->addr + f->offset + e * f->type->size;
		v.raw = decode_load(f->type, v.bytes, v.len, f->flags & FIELD_BE);
		d->sink->ops->field(d->sink, NULL);
		decode_datum(d, &v);
	}
	if (decode_shown_elements(d, n) < n || (f->flags & FIELD_REST && f->count && n < length))
		d->sink->ops->more(d->sink);
	d->sink->ops->end(d->sink, GROUP_ARRAY);
}

/*
 * How far @self goes: to the end of its last member. Of a struct that begins where it does only the members count, and
 * if it is SPREAD, only those that are there.
 */
static size_t members_end(struct decode *d, const struct value *self, bool spread)
{
	size_t end = 0, member;

	for (unsigned i = 0; i < self->nfields; i++) {
		const struct field *f = &self->fields[i];
		struct value inner = decode_as_owner(self, f->type);

		if (spread && !decode_is_there(d, self, f))
			continue;
		member = f->offset + f->size;
		if (f->type->kind == KIND_STRUCT && f->dir == DIR_VALUE && !f->offset)
			member = members_end(d, &inner, f->flags & FIELD_SPREAD);
		if (member > end)
			end = member;
	}
	return end;
}

/* What lies behind the last member of a padded struct, or of one that grows, unless it is nothing but zeros. */
static void show_rest(struct decode *d, const struct value *v)
{
	struct value self = decode_as_owner(v, v->type);
	size_t len = v->bytes == d->padded ? d->unpadded : v->len;
	size_t end = members_end(d, &self, false), i;

	if (d->end_unread) {
		d->sink->ops->field(d->sink, NULL);
		decode_text(d, "???");
		return;
	}
	for (i = end; i < len && !v->bytes[i]; i++)
		;
	if (i >= len)
		return;
	if (v->type->grows) {
		d->sink->ops->field(d->sink, NULL);
		decode_text(d, "/* bytes %zu..%zu */ ", end, len - 1);
		decode_shown_bytes(d, v->bytes + end, len - end, len - end, BYTES_HEX);
		return;
	}
	if (!d->all) {
		d->sink->ops->more(d->sink);
		return;
	}
	d->sink->ops->field(d->sink, "extra_data");
	d->sink->ops->bytes(d->sink, v->bytes + end, len - end, BYTES_HEX);
	decode_text(d, " /* bytes %zu..%zu */", end, len - 1);
}

/* Whether the member is left out because it holds nothing but zeros. */
static bool is_unset(const struct decode *d, const struct field *f, const unsigned char *bytes)
{
	if (!(f->flags & FIELD_IF_SET) && !(f->flags & FIELD_NONZERO && !d->all))
		return false;
	if (f->bits)
		return !decode_member_number(f, bytes, f->size);
	if (f->type->kind == KIND_CHARS)
		return !bytes[0];
	for (unsigned i = 0; i < f->size; i++)
		if (bytes[i])
			return false;
	return true;
}

/* Whether bytes of the member are there. A string that reaches to the end of the struct may be empty. */
static bool has_bytes(const struct value *self, const struct field *f)
{
	if (f->flags & FIELD_TAIL)
		return self->len >= self->type->size;
	if (f->flags & FIELD_REST)
		return self->len >= f->offset + (f->type->kind == KIND_STRING ? 0u : 1u);
	if (f->flags & FIELD_BEHIND)
		return self->len >= member_offset(self, f) + f->size;
	return self->len >= (size_t)f->offset + f->size;
}

static bool show_spread(struct decode *d, const struct value *owner, const struct field *f);

static const char *member_name(const struct decode *d, const struct field *f)
{
	return !f->name[0] || (f->type->with_name && d->config.consts == OPTIONS_CONSTS_ABBREV)
		       ? NULL
		       : f->name;
}

/* The members of a struct, between its brackets. Returns whether some that only -v shows are missing at its end. */
static bool show_members(struct decode *d, const struct value *self)
{
	const unsigned char *answer;
	bool left_out = false, gap = false;

	for (unsigned i = 0; i < self->nfields; i++) {
		const struct field *f = &self->fields[i];

		if (f->flags & (FIELD_HIDDEN | FIELD_RESULT) || !decode_is_there(d, self, f))
			continue;
		if (f->flags & FIELD_ANSWER && !self->at_exit &&
			image_memory(&d->image, self->addr + f->offset, f->size, true, &answer))
			continue;
		if (f->flags & FIELD_VERBOSE && !d->all) {
			if (f->flags & FIELD_HERE && !gap)
				d->sink->ops->more(d->sink);
			gap = true;
			left_out |= !(f->flags & FIELD_HERE);
			continue;
		}
		gap = false;
		if (f->flags & FIELD_SPREAD) {
			left_out |= show_spread(d, self, f);
			continue;
		}
		if (!has_bytes(self, f))
			continue; /* shorter than the struct: the member is not there */
		if (f->type->kind == KIND_LINKED) {
			decode_linked(d, self, f);
			continue;
		}
		if (is_unset(d, f, self->bytes + f->offset))
			continue;
		d->sink->ops->field(d->sink, member_name(d, f));
		decode_member(d, self, i);
	}
	return left_out;
}

struct value decode_as_owner(const struct value *v, const struct type *type)
{
	struct value self = *v;

	self.type = type;
	self.fields = type->members;
	self.nfields = type->count;
	self.base = v->bytes;
	self.base_len = v->len;
	return self;
}

/* @f is a struct that begins where its owner does, so its members find their siblings in it. */
static bool show_spread(struct decode *d, const struct value *owner, const struct field *f)
{
	struct value v = *owner;

	v.type = f->type;
	v = decode_as_owner(&v, f->type->kind == KIND_CHOICE ? decode_choice(d, &v) : f->type);
	return show_members(d, &v);
}

/* A time since the machine was started as one since 1970, in seconds. */
static uint64_t since_1970(uint64_t since_start)
{
	struct timespec now, started;

	clock_gettime(CLOCK_REALTIME, &now);
	clock_gettime(CLOCK_BOOTTIME, &started);
	return now.tv_sec - started.tv_sec +
	       (since_start + NSEC + now.tv_nsec - started.tv_nsec) / NSEC - 1;
}

static void show_date(struct decode *d, const struct value *self)
{
	uint64_t seconds, fraction = 0;

	if (decode_field_number(d, self, 0, &seconds) ||
		(self->nfields > 1 && decode_field_number(d, self, 1, &fraction)))
		return;
	if (self->type->since_start && d->config.consts == OPTIONS_CONSTS_RAW)
		return; /* made of the number, which is asked for alone */
	if (self->type->since_start)
		seconds = since_1970(seconds);
	decode_date(d, seconds, fraction, self->type->date);
}

/* Whether a struct says that it has more bytes than are known. */
static bool goes_on(const struct decode *d, const struct value *self)
{
	uint64_t len;

	return self->type->by && !decode_sibling(d, self, self->type->by, &len) &&
	       len > self->type->size;
}

void decode_struct(struct decode *d, const struct value *v)
{
	const struct type *type = v->type;
	enum group group = type->brackets ? GROUP_ARRAY : GROUP_STRUCT;
	struct value self = decode_as_owner(v, type);
	bool alone =
		!type->brackets && !type->members[0].name[0] && (type->count == 1 || type->date);

	if (alone) {
		decode_member(d, &self, 0);
	} else {
		d->sink->ops->begin(d->sink, group);
		if (show_members(d, &self) || goes_on(d, &self))
			d->sink->ops->more(d->sink);
		if (type->padded || type->grows)
			show_rest(d, v);
		d->sink->ops->end(d->sink, group);
	}
	if (type->date)
		show_date(d, &self);
	if (type->note)
		decode_text(d, " /* %s */", type->note);
}

void decode_results(struct decode *d, const struct value *v)
{
	enum group group = v->type->brackets ? GROUP_ARRAY : GROUP_STRUCT;
	struct value self = decode_as_owner(v, v->type);
	bool begun = false, left_out = false, alone = false;

	for (unsigned i = 0; i < self.nfields; i++) {
		const struct field *f = &self.fields[i];

		if (!(f->flags & FIELD_RESULT) || !decode_is_there(d, &self, f) ||
			(size_t)f->offset + f->size > v->len ||
			is_unset(d, f, v->bytes + f->offset))
			continue;
		if (f->flags & FIELD_VERBOSE && !d->all) {
			left_out = true;
			continue;
		}
		if (!begun) {
			d->sink->ops->changed(d->sink);
			alone = !v->type->brackets && !f->name[0];
			if (!alone)
				d->sink->ops->begin(d->sink, group);
			begun = true;
		}
		if (f->flags & FIELD_SPREAD) {
			left_out |= show_spread(d, &self, f);
			continue;
		}
		if (f->type->kind == KIND_LINKED) {
			decode_linked(d, &self, f);
			continue;
		}
		if (!alone)
			d->sink->ops->field(d->sink, f->name[0] ? f->name : NULL);
		decode_member(d, &self, i);
	}
	if (begun && left_out)
		d->sink->ops->more(d->sink);
	if (begun && !alone)
		d->sink->ops->end(d->sink, group);
}
