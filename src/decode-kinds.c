// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * The decoder's kinds that are made of others: numbers of parts, sets, records, choices, dates; and the words that
 * stand for a number, which -X has shown as that number. Called by decode.c; shows only bytes that are at hand.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include "decode-private.h"

/* ---- words in place of numbers ---- */

bool decode_words_begin(struct decode *d, const struct type *plain, const struct value *v)
{
	struct value number = *v;

	if (d->config.consts == OPTIONS_CONSTS_ABBREV)
		return true;
	number.type = plain;
	number.raw = decode_load(plain, v->bytes, v->len < 8 ? v->len : 8, false);
	decode_datum(d, &number);
	if (d->config.consts == OPTIONS_CONSTS_RAW)
		return false;
	d->sink->ops->comment(d->sink, true);
	return true;
}

void decode_words_end(struct decode *d)
{
	if (d->config.consts == OPTIONS_CONSTS_VERBOSE)
		d->sink->ops->comment(d->sink, false);
}

enum options_consts decode_constants(const struct decode *d)
{
	return d->config.consts;
}

const char *decode_symbol(const struct type *type, uint64_t value)
{
	for (unsigned i = 0; i < type->count; i++)
		if (type->symbols[i].value == value)
			return type->symbols[i].name;
	return NULL;
}

/* ---- unions ---- */

const struct type *decode_chosen(const struct value *v)
{
	const struct field *select = v->type->select;
	const struct type *chosen = v->type->members[v->type->count - 1].type;
	uint64_t key;

	if ((size_t)select->offset + select->size > v->len)
		return NULL;
	key = decode_load(
		select->type, v->bytes + select->offset, select->size, select->flags & FIELD_BE);
	for (unsigned i = 0; i + 1 < v->type->count; i++) {
		const struct type *type = v->type->members[i].type;

		if (v->type->members[i].when_value == key && type->size <= v->len &&
			!(type->exact && type->size != v->len))
			chosen = type;
	}
	return chosen;
}

void decode_union(struct decode *d, const struct value *v)
{
	const struct type *chosen = decode_chosen(v);

	if (chosen)
		decode_as(d, v, chosen);
	else
		d->sink->ops->address(d->sink, v->addr);
}

void decode_as(struct decode *d, const struct value *v, const struct type *type)
{
	struct value other = *v;

	other.type = type;
	other.raw = decode_load(type, v->bytes, v->len, false);
	decode_datum(d, &other);
}

/* ---- parts ---- */

static struct value part_of(const struct value *v, const struct field *part)
{
	struct value p = *v;

	p.type = part->type;
	p.raw = part->flags & FIELD_BE ? decode_load(v->type, v->bytes, v->len, true) : v->raw;
	p.raw = (p.raw & part->when_mask) >> part->bit;
	p.len = part->type->size && part->type->size < 8 ? part->type->size : 8;
	return p;
}

static void show_part(struct decode *d, const struct value *v, const struct field *part)
{
	struct value p = part_of(v, part);

	p.bytes = (const unsigned char *)&p.raw;
	decode_datum(d, &p);
}

static void show_joined(struct decode *d, const struct value *v)
{
	unsigned n = v->type->count;
	bool begun = false;

	for (unsigned i = 0; i < n; i++) {
		const struct field *part = &v->type->members[i];

		if (!part_of(v, part).raw && !(part->flags & FIELD_ALWAYS) && (begun || i + 1 < n))
			continue;
		if (begun)
			d->sink->ops->text(d->sink, "|");
		show_part(d, v, part);
		begun = true;
	}
}

static void show_parts(struct decode *d, const struct value *v)
{
	const struct field *part = v->type->members;
	const char *c = v->type->pattern;
	char word[] = " ";

	if (!c && v->type->of && !decode_symbol(part->type, part_of(v, part).raw)) {
		struct value whole = *v;

		whole.type = v->type->of;
		decode_datum(d, &whole);
	} else if (!c) {
		show_joined(d, v);
	}
	for (; c && *c; c++) {
		if (*c != '%') {
			word[0] = *c;
			d->sink->ops->text(d->sink, word);
			continue;
		}
		if (!(part->flags & FIELD_NONZERO) || part_of(v, part).raw)
			show_part(d, v, part);
		part++;
	}
}

void decode_words(struct decode *d, const struct value *v)
{
	if (v->type->plain && !decode_words_begin(d, v->type->plain, v))
		return;
	if (v->type->kind == KIND_PARTS)
		show_parts(d, v);
	else
		v->type->print(d, v);
	if (v->type->plain)
		decode_words_end(d);
}

/* ---- sets ---- */

static bool is_set(const unsigned char *bytes, uint64_t bit)
{
	return bytes[bit / 8] >> bit % 8 & 1;
}

uint64_t decode_set(struct decode *d, const struct type *type, const unsigned char *bytes,
	uint64_t nbits, uint64_t most, bool at_exit)
{
	uint64_t in_it = 0, shown = 0;
	bool inverted;

	for (uint64_t bit = 0; bit < nbits && type->invert; bit++)
		in_it += is_set(bytes, bit);
	inverted = type->invert && in_it >= type->invert;
	d->sink->ops->text(d->sink, inverted ? "~[" : "[");
	for (uint64_t bit = 0; bit < nbits && shown < most; bit++) {
		if (is_set(bytes, bit) == inverted)
			continue;
		if (type->few && shown == type->few && !d->all) {
			d->sink->ops->text(d->sink, " ...");
			break;
		}
		if (shown++)
			d->sink->ops->text(d->sink, " ");
		decode_number(d, type->of, bit + type->first, at_exit);
	}
	d->sink->ops->text(d->sink, "]");
	return shown;
}

void decode_bits(struct decode *d, const struct value *v)
{
	uint64_t nbits = v->len * 8, bound;

	if (v->type->by && !decode_sibling(d, v, v->type->by, &bound) && bound < nbits)
		nbits = bound;
	decode_set(d, v->type, v->bytes, nbits, UINT64_MAX, v->at_exit);
}

/* ---- records ---- */

/* The length of the record that begins at @at of @v; 0: none does. */
static size_t record_length(const struct value *v, size_t at)
{
	const struct type *of = v->type->of;
	int by = desc_sibling(of->members, of->count, v->type->by);
	uint64_t len;

	if (by < 0 || v->len - at < of->size)
		return 0;
	len = decode_load(of->members[by].type, v->bytes + at + of->members[by].offset,
		of->members[by].size, false);
	if (v->type->behind && len > v->len - at - of->size)
		return v->len - at;
	len += v->type->behind ? of->size : 0;
	return len < of->size || len > v->len - at ? 0 : len;
}

void decode_records(struct decode *d, const struct value *v)
{
	struct value record = *v;
	uint64_t n = 0, number;
	size_t at = 0;

	if (!d->all) {
		for (; (record.len = record_length(v, at)); at += record.len)
			n++;
		d->sink->ops->address(d->sink, v->addr);
		decode_text(d, " /* %" PRIu64 " %s */", n, v->type->note);
		return;
	}
	if (!v->type->number || decode_sibling(d, v, v->type->number, &number))
		number = UINT64_MAX;
	record.type = v->type->of;
	d->sink->ops->begin(d->sink, GROUP_ARRAY);
	for (; n < number && (record.len = record_length(v, at)); at += record.len, n++) {
		record.bytes = v->bytes + at;
		record.addr = v->addr + at;
		d->sink->ops->field(d->sink, NULL);
		decode_datum(d, &record);
	}
	if (v->type->number && n < number)
		d->sink->ops->more(d->sink);
	d->sink->ops->end(d->sink, GROUP_ARRAY);
}

/* ---- linked records ---- */

/* How many bytes a linked record has: its struct and the string behind it. */
static uint64_t record_size(const struct value *record)
{
	for (unsigned i = 0; i < record->type->count; i++) {
		const struct field *f = &record->type->members[i];

		if (f->flags & FIELD_REST && f->type->kind == KIND_STRING)
			return decode_string_end(record->bytes, record->len, f->offset);
	}
	return record->type->size;
}

/* Shows the record at @at, one of @v. Returns where the one behind it is to begin; 0: there is none. */
static uint64_t show_linked(
	struct decode *d, const struct value *v, uint64_t at, uint64_t start, uint64_t *ret_least)
{
	const struct type *type = v->type, *of = type->of;
	struct value record = {.type = of, .at_exit = v->at_exit};
	int by = type->by ? desc_sibling(of->members, of->count, type->by) : -1;
	uint64_t next = 0, size;

	record.bytes = v->bytes + at;
	record.len = v->len - at;
	record.addr = v->addr + at;
	if (by >= 0)
		next = decode_load(of->members[by].type, record.bytes + of->members[by].offset,
			of->members[by].size, false);
	if (by >= 0 && (next || type->number)) {
		next += type->from_first ? start : at;
		size = record_size(&record);
		*ret_least = at + of->size + (size > of->size);
		if (next > at + size)
			size = next - at;
		if (size < record.len)
			record.len = size;
	}
	d->sink->ops->field(d->sink, NULL);
	decode_datum(d, &record);
	return next;
}

void decode_linked(struct decode *d, const struct value *owner, const struct field *f)
{
	const struct type *type = f->type;
	struct value v = {.type = type, .addr = owner->addr, .at_exit = owner->at_exit};
	uint64_t len, start, at, number = UINT64_MAX, least = 0;
	size_t size = type->of->size;

	if (decode_sibling(d, owner, f->len, &len) ||
		decode_sibling(d, owner, type->start, &start) ||
		(type->number && decode_sibling(d, owner, type->number, &number)))
		return;
	if (start == len && size && !type->number)
		return; /* there is nothing behind the struct */
	if (f->flags & FIELD_DEEP && !d->all) {
		d->sink->ops->more(d->sink);
		return;
	}
	v.len = len < type->size ? len : type->size; /* as it was read */
	if (image_memory(&d->image, v.addr, v.len, v.at_exit, &v.bytes)) {
		d->sink->ops->field(d->sink, NULL);
		decode_unread_datum(d, v.addr + start);
		return;
	}
	for (at = start; number && at >= least && at <= v.len && v.len - at >= size; number--) {
		at = show_linked(d, &v, at, start, &least);
		if (!at)
			return;
	}
	if (!number)
		return;
	if (at >= least && at <= len && len - at >= size) {
		d->sink->ops->more(d->sink); /* it was not read */
		return;
	}
	d->sink->ops->field(d->sink, NULL);
	decode_text(d, "??? /* misplaced %s */", type->note);
}

/* ---- choices ---- */

const struct type *decode_choice(const struct decode *d, const struct value *v)
{
	const struct type *type = v->type;
	unsigned last = type->count - 1u;
	uint64_t key = v->raw, mask;

	if (type->by && decode_sibling(d, v, type->by, &key))
		return type->members[last].type;
	for (unsigned i = 0; i < last; i++) {
		mask = type->by ? UINT32_MAX : type->members[i].when_mask;
		if ((type->members[i].when_value & mask) == (key & mask))
			return type->members[i].type;
	}
	return type->members[last].type;
}

const struct type *decode_described(
	const struct decode *d, const struct value *owner, const struct type *type)
{
	struct descriptor_view view;
	uint64_t fd;

	if (decode_sibling(d, owner, type->by, &fd) || decode_descriptor(d, fd, false, &view) ||
		view.d->kind != DESCRIPTOR_ANONYMOUS)
		return NULL;
	for (unsigned i = 0; i < type->count; i++) {
		size_t len = strlen(type->members[i].name);

		if (strnlen((const char *)view.names, view.names_len) == len &&
			!memcmp(view.names, type->members[i].name, len))
			return type->members[i].type;
	}
	return NULL;
}

/* ---- dates ---- */

void decode_date(struct decode *d, int64_t seconds, uint64_t fraction, unsigned digits)
{
	static const uint32_t units[] = {[6] = 1000000, [9] = 1000000000};
	char date[64], zone[16], part[24] = "";
	time_t t = seconds;
	struct tm tm;

	if ((!seconds && !fraction) || (fraction && fraction >= units[digits]) ||
		!localtime_r(&t, &tm) || !strftime(date, sizeof(date), "%FT%T", &tm) ||
		!strftime(zone, sizeof(zone), "%z", &tm))
		return;
	if (fraction)
		snprintf(part, sizeof(part), ".%0*" PRIu64, digits, fraction);
	decode_text(d, " /* %s%s%s */", date, part, zone);
}
