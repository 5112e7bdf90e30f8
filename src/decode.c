// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * The decoder: see decode.h. One value is shown by decode_datum (its bytes are at hand), what a pointer leads to by
 * decode_pointer (its bytes must be found among the record's blobs). Both walk the same description that plan-build.c
 * made the reads from, so what is asked for here was asked for there.
 */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "decode-private.h"
#include "desc/types.h"
#include "descriptor.h"

enum {
	MAX_DEPTH = 16,
	MAX_COUNTED = 1 << 16, /* as plan-build.c has them read */
};

struct decode *decode_new(const struct decode_config *config, struct sink *sink)
{
	struct decode *d = calloc(1, sizeof(*d));

	if (d) {
		d->config = *config;
		d->sink = sink;
	}
	return d;
}

void decode_free(struct decode *d)
{
	if (!d)
		return;
	image_done(&d->image);
	free(d);
}

struct sink *decode_sink(const struct decode *d)
{
	return d->sink;
}

const struct call *decode_call_body(const struct decode *d)
{
	return d->call;
}

bool decode_shows_all(const struct decode *d)
{
	return d->all;
}

bool decode_follows(const struct decode *d)
{
	return !d->shallow;
}

const struct task *decode_task(const struct decode *d)
{
	return d->info.task;
}

void decode_text(struct decode *d, const char *format, ...)
{
	char text[512];
	va_list args;

	if (!strchr(format, '%')) {
		d->sink->ops->text(d->sink, format);
		return;
	}
	va_start(args, format);
	vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	d->sink->ops->text(d->sink, text);
}

void decode_note(struct decode *d)
{
	if (!d->note_begun)
		d->sink->ops->note(d->sink, &d->info);
	d->note_begun = true;
}

int decode_memory(const struct decode *d, uint64_t addr, size_t len, bool at_exit,
	const unsigned char **ret_bytes)
{
	return image_memory((struct image *)&d->image, addr, len, at_exit, ret_bytes);
}

int decode_descriptor(
	const struct decode *d, int fd, bool at_exit, struct descriptor_view *ret_view)
{
	const struct blob *blob =
		image_fact((struct image *)&d->image, FACT_DESCRIPTOR, fd, at_exit);

	return blob && !descriptor_view_of(blob, ret_view) ? 0 : -ENOENT;
}

/* ---- data ---- */

static uint64_t time_of(const struct decode *d, bool at_exit)
{
	if (!d->call)
		return d->record->time;
	return at_exit ? d->call->exit_time : d->call->enter_time;
}

static bool find_process(const struct decode *d, uint32_t pid, uint64_t time, char *name,
	struct process_view *ret_view)
{
	return d->config.process_of && d->config.process_of(d->config.process_context,
					       d->record->tid, pid, time, name, ret_view);
}

void decode_number(struct decode *d, const struct type *type, uint64_t value, bool at_exit)
{
	struct descriptor_view view;
	struct process_view process;
	char name[NAME_SIZE + 1];

	/* Only of an argument that may be AT_FDCWD does that number mean the working directory. */
	if (desc_is_descriptor(type) && (type->kind == KIND_DIRFD || (int)value >= 0) &&
		d->sink->ops->descriptor && !decode_descriptor(d, value, at_exit, &view))
		d->sink->ops->descriptor(d->sink, type, value, &view);
	else if (type->kind == KIND_PID && d->sink->ops->process && (int)value > 0 &&
		 find_process(d, value, time_of(d, at_exit), name, &process))
		d->sink->ops->process(d->sink, type, value, &process);
	else
		d->sink->ops->scalar(d->sink, type, value);
}

void decode_shown_bytes(
	struct decode *d, const unsigned char *bytes, uint64_t len, uint64_t wanted, unsigned flags)
{
	uint64_t limit = flags & BYTES_PATH ? PATH_MAX - 1 : d->config.string_limit;
	uint64_t shown = len < limit ? len : limit;

	d->sink->ops->bytes(d->sink, bytes, shown, flags | (shown < wanted ? BYTES_CUT : 0));
}

static unsigned bytes_flags(const struct type *type)
{
	return type->kind == KIND_BINARY ? BYTES_HEX : 0;
}

uint64_t decode_limit(const struct decode *d)
{
	return d->config.string_limit;
}

uint64_t decode_shown_elements(const struct decode *d, uint64_t n)
{
	return d->all || n <= d->config.string_limit ? n : d->config.string_limit;
}

bool decode_deeper(struct decode *d)
{
	if (d->depth >= MAX_DEPTH) {
		d->sink->ops->more(d->sink);
		return false;
	}
	d->depth++;
	return true;
}

/* Whether @v is a descriptor of a process other than the caller: nobody has asked what it is there. */
static bool is_of_another(const struct decode *d, const struct value *v)
{
	uint64_t pid;

	return desc_is_descriptor(v->type) && v->type->by &&
	       (decode_sibling(d, v, v->type->by, &pid) || (uint32_t)pid != d->record->tgid);
}

void decode_datum(struct decode *d, const struct value *v)
{
	size_t len;

	if (!decode_deeper(d))
		return;
	switch (v->type->kind) {
	case KIND_BYTES:
	case KIND_BINARY:
		decode_shown_bytes(d, v->bytes, v->len, v->len, bytes_flags(v->type));
		break;
	case KIND_CHARS:
		len = strnlen((const char *)v->bytes, v->len);
		/* Whole; one that is not terminated is shown without the byte that should end it. */
		d->sink->ops->bytes(d->sink, v->bytes, len - (len && len == v->len),
			BYTES_STRING | (len == v->len ? BYTES_CUT : 0));
		break;
	case KIND_STRING:
	case KIND_PATH:
		len = strnlen((const char *)v->bytes, v->len);
		decode_shown_bytes(d, v->bytes, len, len,
			BYTES_STRING | (v->type->kind == KIND_PATH ? BYTES_PATH : 0));
		break;
	case KIND_STRUCT:
		decode_struct(d, v);
		break;
	case KIND_UNION:
		decode_union(d, v);
		break;
	case KIND_SET:
		decode_bits(d, v);
		break;
	case KIND_RECORDS:
		decode_records(d, v);
		break;
	case KIND_CHOICE:
		decode_as(d, v, decode_choice(d, v));
		break;
	case KIND_ATTRIBUTES:
		decode_netlink_attributes(d, v);
		break;
	case KIND_LIST:
		decode_netlink_list(d, v);
		break;
	case KIND_HEADED:
		decode_netlink_headed(d, v);
		break;
	case KIND_PARTS:
	case KIND_LEAF:
		decode_words(d, v);
		break;
	case KIND_ENUM:
		if (v->type->of && !decode_symbol(v->type, v->raw)) {
			decode_as(d, v, v->type->of);
			break;
		}
		/* fall through */
	default:
		if (is_of_another(d, v))
			d->sink->ops->scalar(d->sink, v->type, v->raw);
		else
			decode_number(d, v->type, v->raw, v->at_exit);
	}
	d->depth--;
}

void decode_bytes(struct decode *d, const struct type *type, const unsigned char *bytes, size_t len,
	uint64_t addr)
{
	struct value v = {.type = type, .bytes = bytes, .len = len, .addr = addr};

	v.raw = decode_load(type, bytes, type->size && type->size < len ? type->size : len, false);
	decode_datum(d, &v);
}

/* ---- what a pointer leads to ---- */

static bool is_scalar(const struct type *type)
{
	return type->kind <= KIND_ENUM;
}

void decode_unread_datum(struct decode *d, uint64_t addr)
{
	d->unread += !d->image.fault;
	d->sink->ops->address(d->sink, addr);
}

/* The same of an element of an array that has others before it. */
static void show_absent(struct decode *d, uint64_t addr)
{
	d->unread += !d->image.fault;
	decode_text(d, "... /* %#llx */", (unsigned long long)addr);
}

static void show_string(struct decode *d, const struct type *type, uint64_t addr, bool at_exit)
{
	const struct blob *blob = image_string(&d->image, addr, at_exit);
	unsigned flags = BYTES_STRING | (type->kind == KIND_PATH ? BYTES_PATH : 0);

	if (!blob)
		decode_unread_datum(d, addr);
	else
		decode_shown_bytes(d, (const unsigned char *)(blob + 1), blob->len,
			blob->len + !(blob->flags & BLOB_NUL), flags);
}

/* argv and envp */
static void show_strings(struct decode *d, const struct type *type, uint64_t addr, bool at_exit)
{
	bool count_only = type->kind == KIND_ENVV && !d->all;
	const unsigned char *bytes;
	size_t size = type->size ? type->size : sizeof(uint64_t);
	uint64_t n = 0, pointer;

	if (image_memory(&d->image, addr, size, at_exit, &bytes)) {
		decode_unread_datum(d, addr);
		return;
	}
	if (count_only) {
		int err = 0;

		while (!err && decode_load(&type_addr, bytes, size, false))
			err = image_memory(&d->image, addr + size * ++n, size, at_exit, &bytes);
		d->unread += err == -ENODATA && n < MAX_COUNTED;
		decode_text(d, "%#llx /* %llu var%s%s */", (unsigned long long)addr,
			(unsigned long long)n, n == 1 ? "" : "s", err ? ", unterminated" : "");
		return;
	}
	d->sink->ops->begin(d->sink, GROUP_ARRAY);
	for (;; n++) {
		if (image_memory(&d->image, addr + size * n, size, at_exit, &bytes)) {
			if (decode_shown_elements(d, n + 1) <= n) {
				d->sink->ops->more(d->sink);
			} else {
				d->sink->ops->field(d->sink, NULL);
				show_absent(d, addr + size * n);
			}
			break;
		}
		pointer = decode_load(&type_addr, bytes, size, false);
		if (!pointer)
			break;
		if (decode_shown_elements(d, n + 1) <= n) {
			d->sink->ops->more(d->sink);
			break;
		}
		d->sink->ops->field(d->sink, NULL);
		show_string(d, &type_string, pointer, at_exit);
	}
	d->sink->ops->end(d->sink, GROUP_ARRAY);
}

/* The elements of an array; each is looked for by itself, because it may have been read by itself. */
static void show_array(
	struct decode *d, const struct field *f, uint64_t addr, uint64_t n, bool at_exit)
{
	uint64_t shown = decode_shown_elements(d, n);
	const unsigned char *bytes;
	size_t size = f->type->size;
	/* A fixed number is one datum, but for descriptors, each of which is read by itself. */
	size_t least = f->fixed && !desc_is_descriptor(f->type) ? n * size : size;

	if (f->type->kind == KIND_STRUCT && f->type->few && !d->all && shown > f->type->few)
		shown = f->type->few;
	if (n && image_memory(&d->image, addr, least, at_exit, &bytes)) {
		decode_unread_datum(d, addr);
		return;
	}
	d->sink->ops->begin(d->sink, GROUP_ARRAY);
	for (uint64_t i = 0; i < shown; i++) {
		struct value v = {
			.type = f->type, .len = size, .addr = addr + i * size, .at_exit = at_exit};

		d->sink->ops->field(d->sink, NULL);
		if (image_memory(&d->image, v.addr, size, at_exit, &v.bytes)) {
			show_absent(d, v.addr);
			shown = n;
			break;
		}
		v.raw = decode_load(f->type, v.bytes, size, f->flags & FIELD_BE);
		decode_datum(d, &v);
	}
	if (shown < n)
		d->sink->ops->more(d->sink);
	d->sink->ops->end(d->sink, GROUP_ARRAY);
}

uint64_t decode_buffer_length(
	struct decode *d, const struct field *f, const struct value *owner, bool *ret_known)
{
	uint64_t len = f->fixed, cap;

	*ret_known =
		!f->len || (!decode_sibling(d, owner, f->len, &len) && !(f->most && len > f->most));
	if (f->flags & FIELD_BITS)
		len = (len + 63) / 64 * 8;
	if (*ret_known && f->cap && !decode_sibling(d, owner, f->cap, &cap) && cap < len)
		len = cap;
	if (d->in_budget) {
		*ret_known &= d->budget_known;
		if (len > d->budget)
			len = d->budget;
		d->budget -= len;
	}
	return len;
}

/* One datum: a number in brackets, as an array of one; anything else by itself. */
static void show_single(struct decode *d, const struct type *type, const unsigned char *bytes,
	size_t len, const struct value *owner, uint64_t addr, const unsigned char *before)
{
	struct value v = *owner;

	v.type = type;
	v.bytes = bytes;
	v.len = len;
	v.addr = addr;
	v.raw = decode_load(type, bytes, type->size && type->size < len ? type->size : len, false);
	if (type->padded && len < type->size && type->size <= sizeof(d->padded)) {
		memset(d->padded, 0, sizeof(d->padded));
		v.bytes = memcpy(d->padded, bytes, len);
		d->unpadded = len;
		v.len = type->size;
	}
	if (!is_scalar(type)) {
		struct value entry = v;
		bool results = owner->at_exit && desc_has_results(type);

		entry.at_exit = false;
		if (results && !image_memory(&d->image, addr, len, false, &entry.bytes))
			decode_datum(d, &entry);
		else
			decode_datum(d, &v);
		if (results)
			decode_results(d, &v);
		return;
	}
	d->sink->ops->begin(d->sink, GROUP_ARRAY);
	d->sink->ops->field(d->sink, NULL);
	if (before && memcmp(before, bytes, len)) {
		d->sink->ops->scalar(d->sink, type, decode_load(type, before, len, false));
		d->sink->ops->changed(d->sink);
	}
	decode_number(d, type, v.raw, v.at_exit);
	d->sink->ops->end(d->sink, GROUP_ARRAY);
}

/* Whether an empty datum of @type has a notation of its own; else its address is shown. */
static bool is_shown_empty(const struct type *type)
{
	return type->kind == KIND_LEAF || type->kind == KIND_RECORDS ||
	       (type->kind == KIND_STRUCT && type->brackets) ||
	       (type->kind == KIND_SET && !type->size && !type->by);
}

/* Bytes of a length that the field says. */
static bool is_buffer(const struct type *type)
{
	return type->kind == KIND_BYTES || type->kind == KIND_BINARY || type->kind == KIND_MESSAGE;
}

static void show_buffer(
	struct decode *d, const struct type *type, const unsigned char *bytes, uint64_t len)
{
	uint64_t shown = len < d->config.string_limit ? len : d->config.string_limit;

	if (type->nul && shown && !bytes[shown - 1])
		d->sink->ops->bytes(d->sink, bytes, shown - 1, 0);
	else
		decode_shown_bytes(d, bytes, len, len, bytes_flags(type));
}

/* Whether a struct of @len bytes, which begins with @bytes, ends with the last element behind it. */
static bool fits(const struct decode *d, const struct type *type, const struct value *owner,
	const unsigned char *bytes, uint64_t len)
{
	struct value self = *owner;
	uint64_t n;

	if (!type->fits)
		return true;
	self.bytes = bytes;
	self.len = type->size;
	self = decode_as_owner(&self, type);
	for (unsigned i = 0; i < type->count; i++) {
		const struct field *f = &type->members[i];

		if (f->flags & FIELD_TAIL && !decode_sibling(d, &self, f->count, &n))
			return len >= type->size && (len - type->size) / f->type->size == n &&
			       (len - type->size) % f->type->size == 0;
	}
	return false;
}

/* A struct that could not be read whole: its beginning, if only its end is missing; else its address. */
static void show_begin(
	struct decode *d, const struct type *type, const struct value *owner, uint64_t addr)
{
	const unsigned char *bytes;

	if (!type->grows || image_memory(&d->image, addr, type->size, owner->at_exit, &bytes)) {
		decode_unread_datum(d, addr);
		return;
	}
	d->end_unread = true;
	show_single(d, type, bytes, type->size, owner, addr, NULL);
	d->end_unread = false;
}

static void show_variable(
	struct decode *d, const struct field *f, const struct value *owner, uint64_t addr)
{
	const unsigned char *bytes = NULL;
	bool known;
	uint64_t len = decode_buffer_length(d, f, owner, &known);
	uint64_t limit = d->config.string_limit ? d->config.string_limit : 1; /* as it was read */
	uint64_t given = len;

	if (f->type->kind == KIND_MESSAGE && known && len &&
		decode_netlink_buffer(d, owner, addr, len))
		return;
	if (is_buffer(f->type)) {
		if (!known)
			d->sink->ops->address(d->sink, addr);
		else if (len && image_memory(&d->image, addr, len < limit ? len : limit,
					owner->at_exit, &bytes))
			decode_unread_datum(d, addr);
		else
			show_buffer(d, f->type, bytes, len);
		return;
	}
	if ((f->type->exact && len != f->type->size) || len < f->type->least)
		known = false;
	if (f->type->size && len > desc_most(f->type))
		len = desc_most(f->type);
	if (known && !len && is_shown_empty(f->type))
		show_single(d, f->type, (const unsigned char *)"", 0, owner, addr, NULL);
	else if (!known || !len)
		d->sink->ops->address(d->sink, addr);
	else if (image_memory(&d->image, addr, len, owner->at_exit, &bytes))
		show_begin(d, f->type, owner, addr);
	else if (!fits(d, f->type, owner, bytes, given))
		d->sink->ops->address(d->sink, addr);
	else
		show_single(d, f->type, bytes, len, owner, addr, NULL);
}

static void show_counted(
	struct decode *d, const struct field *f, const struct value *owner, uint64_t addr)
{
	uint64_t n = f->fixed, cap;
	bool outer = d->in_budget;

	if (f->count && decode_sibling(d, owner, f->count, &n)) {
		d->sink->ops->address(d->sink, addr);
		return;
	}
	if (f->flags & FIELD_BITS && n)
		n = n > 1 ? n - 1 : UINT64_MAX;
	if (f->count && ((int64_t)n < 0 || (f->most && n > f->most) ||
				(!n && f->flags & FIELD_OR_ADDRESS))) {
		d->sink->ops->address(d->sink, addr);
		return;
	}
	if (f->per > 1)
		n = (n + f->per - 1) / f->per;
	if (f->cap) {
		d->budget_known = !decode_sibling(d, owner, f->cap, &cap);
		d->budget = d->budget_known ? cap : 0;
		d->in_budget = true;
	}
	show_array(d, f, addr, n, owner->at_exit);
	d->in_budget = outer;
}

/* A struct that says itself how many bytes it has. */
static void show_self_sized(
	struct decode *d, const struct type *type, const struct value *owner, uint64_t addr)
{
	const struct field *by = &type->members[desc_sibling(type->members, type->count, type->by)];
	struct value self = *owner;
	uint64_t len;

	self.type = type;
	self.addr = addr;
	self.len = type->least;
	if (image_memory(&d->image, addr, self.len, self.at_exit, &self.bytes)) {
		decode_unread_datum(d, addr);
		return;
	}
	self = decode_as_owner(&self, type);
	if (decode_sibling(d, &self, type->by, &len) || !len)
		len = type->least;
	if (len < type->least && type->exact) {
		d->sink->ops->address(d->sink, addr);
		return;
	}
	if (len < type->least)
		len = by->offset + by->size;
	if (len > type->size)
		len = type->size;
	if (image_memory(&d->image, addr, len, self.at_exit, &self.bytes))
		decode_unread_datum(d, addr);
	else
		show_single(d, type, self.bytes, len, owner, addr, NULL);
}

static bool is_text(const struct type *type)
{
	return type->kind == KIND_PATH || type->kind == KIND_STRING || is_buffer(type) ||
	       type == &type_new_task_name || type == &type_task_name;
}

static bool is_empty_array(const struct decode *d, const struct field *f, const struct value *owner)
{
	uint64_t n;

	return f->dir != DIR_IN && f->count && !decode_sibling(d, owner, f->count, &n) && !n;
}

void decode_pointer(
	struct decode *d, const struct field *f, const struct value *owner, uint64_t addr)
{
	const struct type *type = f->type;
	const unsigned char *bytes, *before = NULL;
	struct field chosen = *f;

	if (type->kind == KIND_DESCRIBED) {
		chosen.type = type = decode_described(d, owner, type);
		f = &chosen;
	} else if (type->kind == KIND_CHOICE && type->by) {
		struct value v = *owner;

		v.type = type;
		chosen.type = type = decode_choice(d, &v);
		f = &chosen;
	}
	if (!addr || !type || type == &type_none || (f->flags & FIELD_DEEP && !d->all)) {
		d->sink->ops->address(d->sink, addr);
	} else if (d->shallow && !is_text(type) && !is_empty_array(d, f, owner)) {
		d->sink->ops->address(d->sink, addr);
	} else if (type->kind == KIND_PATH || type->kind == KIND_STRING) {
		show_string(d, type, addr, owner->at_exit);
	} else if (type->kind == KIND_STRV || type->kind == KIND_ENVV) {
		show_strings(d, type, addr, owner->at_exit);
	} else if (f->count || (f->fixed && !is_buffer(type))) {
		show_counted(d, f, owner, addr);
	} else if (f->len || f->fixed) {
		show_variable(d, f, owner, addr);
	} else if (type->kind == KIND_STRUCT && type->by) {
		show_self_sized(d, type, owner, addr);
	} else if (image_memory(&d->image, addr, type->size, owner->at_exit, &bytes)) {
		decode_unread_datum(d, addr);
	} else {
		if (f->dir == DIR_INOUT && owner->at_exit && !(f->flags & FIELD_NOTE) &&
			image_memory(&d->image, addr, type->size, false, &before))
			before = NULL;
		show_single(d, type, bytes, type->size, owner, addr, before);
	}
}

/* ---- calls ---- */

static bool call_failed(const struct call *call)
{
	return (uint64_t)call->ret >= (uint64_t)-4095;
}

/* By a signal, to be taken up again with what is left of the time: ERESTART_RESTARTBLOCK (include/linux/errno.h). */
static bool was_interrupted(const struct call *call)
{
	return call->ret == -516;
}

bool decode_needs_exit(const struct field *f)
{
	return f->dir == DIR_OUT || (f->dir == DIR_INOUT && !(f->flags & FIELD_NOTE));
}

/* Address of a datum on the stack: the only thing that was read at entry. */
static uint64_t stack_address(const struct decode *d)
{
	const struct blob *blob = record_first_blob(d->record);

	return blob ? blob->addr : 0;
}

/* [3] => [8] */
static void show_result_argument(
	struct decode *d, const struct field *f, const struct value *owner, uint64_t addr)
{
	struct value entry = *owner;
	struct field result = *f;
	const unsigned char *bytes;

	entry.at_exit = false;
	decode_pointer(d, f, &entry, addr);
	if (!owner->at_exit || d->call->ret <= 0 || d->shallow ||
		image_memory(&d->image, addr, f->type->size, false, &bytes))
		return;
	result.dir = DIR_OUT;
	d->sink->ops->changed(d->sink);
	decode_pointer(d, &result, owner, addr);
}

static void show_argument(struct decode *d, unsigned i, bool at_exit)
{
	const struct field *f = &d->desc->args[i];
	struct value owner = {
		.fields = d->desc->args, .nfields = desc_nargs(d->desc), .at_exit = at_exit};
	struct value v = owner;

	v.type = f->type;
	v.raw = d->call->args[desc_register(d->desc, i)];
	/* An array counted in parts of its elements (mincore) that has none is shown even if the call failed. */
	if (f->dir == DIR_OUT && !at_exit && !(f->per && is_empty_array(d, f, &owner))) {
		d->sink->ops->address(d->sink, v.raw);
	} else if (f->dir == DIR_INOUT && f->flags & FIELD_RESULT) {
		show_result_argument(d, f, &owner, v.raw);
	} else if (f->dir != DIR_VALUE) {
		decode_pointer(d, f, &owner, f->flags & FIELD_SP ? stack_address(d) : v.raw);
	} else {
		v.bytes = (const unsigned char *)&d->call->args[desc_register(d->desc, i)];
		v.len = f->type->size && f->type->size < 8 ? f->type->size : 8;
		v.raw = decode_argument_number(d, i);
		decode_datum(d, &v);
	}
}

void decode_argument(struct decode *d, unsigned i, bool at_exit)
{
	if (d->call && d->desc && i < desc_nargs(d->desc))
		show_argument(d, i, at_exit);
}

size_t decode_argument_size(const struct decode *d, unsigned i)
{
	return d->desc->args[i].type->size;
}

static void show_arguments(struct decode *d, enum call_part part, bool returned, bool *ret_more)
{
	struct value owner = {.fields = d->desc->args, .nfields = desc_nargs(d->desc)};
	bool succeeded = returned && !call_failed(d->call);
	bool waiting = false; /* an argument that needs the exit was met */

	for (unsigned i = 0; i < owner.nfields; i++) {
		const struct field *f = &d->desc->args[i];
		bool at_exit = decode_needs_exit(f) &&
			       (succeeded || (returned && f->flags & FIELD_ALWAYS) ||
				       (returned && was_interrupted(d->call) &&
					       f->flags & FIELD_INTERRUPTED));

		if (succeeded && (f->flags & FIELD_INTERRUPTED ||
					 (f->flags & FIELD_POSITIVE && !d->call->ret)))
			at_exit = false;

		bool there = decode_is_there(d, &owner, f);

		if ((!there && !(f->flags & FIELD_OR_ADDRESS)) || f->flags & FIELD_HIDDEN)
			continue;
		waiting |= decode_needs_exit(f);
		if (!returned && waiting) {
			*ret_more = true;
			return;
		}
		if (part == CALL_REST && !waiting)
			continue;
		d->sink->ops->field(d->sink, f->flags & FIELD_NAMED ? f->name : NULL);
		if (there)
			show_argument(d, i, at_exit);
		else
			d->sink->ops->address(d->sink, d->call->args[desc_register(d->desc, i)]);
	}
}

/* The first @n argument registers as they are. */
static void show_registers(struct decode *d, unsigned n, enum call_part part)
{
	static const struct type word = {.name = "word", .kind = KIND_HEX, .size = 8};

	for (unsigned i = 0; i < n && part != CALL_REST; i++) {
		d->sink->ops->field(d->sink, NULL);
		d->sink->ops->scalar(d->sink, &word, d->call->args[i]);
	}
}

/* Whether the value 0 is one that the flag set or enum has a name for. */
static bool names_zero(const struct type *type)
{
	for (unsigned i = 0; i < type->count; i++)
		if (!type->symbols[i].value)
			return true;
	return false;
}

static void show_note(struct decode *d)
{
	const struct type *type = d->desc->ret;
	struct value v = {.type = type, .raw = d->call->ret, .len = type->size};
	bool named = d->call->ret || names_zero(type);

	v.bytes = (const unsigned char *)&d->call->ret;
	if (type->print) {
		type->print(d, &v);
	} else if (type->note && (type->kind == KIND_ENUM ? !!decode_symbol(type, v.raw) : named)) {
		decode_note(d);
		d->sink->ops->text(d->sink, type->note);
		d->sink->ops->scalar(d->sink, type, decode_cut(type, d->call->ret, type->size));
	}
}

static void choose_detail(struct decode *d, uint32_t nr)
{
	const struct decode_config *config = &d->config;

	d->all = config->abbrev && !filter_calls_has(config->abbrev, nr);
	d->shallow = config->verbose && !filter_calls_has(config->verbose, nr);
}

/* Reads a word of 32 bits that the call, made by a 32-bit task, points to. */
static bool find_word(struct decode *d, uint64_t addr, bool at_exit, __u64 *ret)
{
	const unsigned char *bytes;

	if (image_memory(&d->image, addr, 4, at_exit, &bytes))
		return false;
	*ret = decode_load(&type_u32, bytes, 4, false);
	return true;
}

/* The case of the call that @form makes with @args, or @form. */
static const struct syscall_desc *made_case(const struct syscall_desc *form, const __u64 *args)
{
	const struct syscall_desc *found;
	__u64 given[MAX_ARGS];

	memcpy(given, args, sizeof(given));
	if (form->version && !(given[form->version - 1] & DESC_IPC_64))
		given[form->version - 1] |= DESC_OLD;
	found = desc_case(desc_syscall(form->as), given);
	for (unsigned i = 0; form->version && i < desc_nargs(found); i++)
		if (found->args[i].dir != DIR_VALUE)
			return found;
	return form->version ? form : found;
}

/*
 * For a call that makes another (socketcall, ipc): finds that one and its arguments, as if they were in registers.
 * Returns whether they were read.
 */
static bool find_made_call(struct decode *d)
{
	const struct call *call = d->call;
	const struct syscall_desc *form = d->desc;
	__u64 answer;

	d->made = *call;
	for (unsigned r = 0; r < MAX_ARGS; r++) {
		uint64_t value;

		if (!desc_given(form, r, call->args, &value))
			d->made.args[r] = value;
		else if (!find_word(d, value, false, &d->made.args[r]))
			return false;
		if (form->from[r])
			d->nmade = r + 1;
	}
	if (form->answer && !call->ret && find_word(d, call->args[form->answer - 1], true, &answer))
		d->made.ret = answer;
	d->call = &d->made;
	if (form->as)
		d->desc = made_case(form, d->made.args);
	return true;
}

int decode_record_call(struct decode *d, const struct record *record, const struct task *task,
	enum call_part part, bool returned)
{
	const struct call *call = (const struct call *)(record + 1);
	const struct syscall_desc *desc = desc_call(call->nr, record->flags & RECORD_COMPAT);
	bool more = false;
	char unknown[32];

	if (record_body_size(record->type) != sizeof(*call))
		return -EBADMSG;
	d->record = record;
	d->call = call;
	image_begin(&d->image, record);
	d->note_begun = false;
	d->in_budget = false;
	d->depth = 0;
	d->unread = 0;
	d->protocol_known = false;
	d->desc = desc ? desc_case(desc, call->args) : NULL;
	choose_detail(d, call->nr);
	d->compat = record->flags & RECORD_COMPAT;
	if (d->desc && d->desc->from[0] && !find_made_call(d))
		d->desc = desc;
	/* The kernel takes the low half of the register as an int. */
	if (!desc)
		snprintf(unknown, sizeof(unknown), "syscall_%#llx",
			d->compat ? call->nr - DESC_COMPAT : (unsigned long long)(int)call->nr);
	d->info = (struct call_info){
		.task = task,
		.desc = d->desc,
		.name = d->desc ? d->desc->name : unknown,
		.nr = call->nr - (d->compat ? DESC_COMPAT : 0),
		.compat = d->compat,
		.part = part,
		.enter_time = call->enter_time ? call->enter_time : call->exit_time,
		.exit_time = call->exit_time,
		.ret = d->call->ret,
		.returned = returned,
		.lost = call->lost,
		.ip = call->ip,
		.raw = d->config.raw && filter_calls_has(d->config.raw, call->nr),
	};
	if (d->desc && desc_is_descriptor(d->desc->ret) && returned &&
		!decode_descriptor(d, call->ret, true, &d->returned))
		d->info.descriptor = &d->returned;
	if (d->desc && d->desc->ret->kind == KIND_PID && returned && call->ret > 0 &&
		find_process(d, call->ret, call->exit_time, d->returned_name, &d->returned_process))
		d->info.process = &d->returned_process;
	d->sink->ops->call_begin(d->sink, &d->info);
	if (!d->desc)
		show_registers(d, MAX_ARGS, part);
	else if (d->info.raw)
		show_registers(d, d->call == call ? desc_nregisters(desc) : d->nmade, part);
	else
		show_arguments(d, part, returned, &more);
	if (d->desc && !d->info.raw && part != CALL_ENTRY && returned && !call_failed(call))
		show_note(d);
	d->sink->ops->call_end(d->sink, &d->info, more);
	if (d->desc && part != CALL_ENTRY && returned && !call_failed(call))
		decode_dump_buffers(d);
	d->call = NULL;
	return 0;
}

unsigned decode_unread(const struct decode *d)
{
	return d->unread;
}

int decode_record_signal(struct decode *d, const struct record *record, const struct task *task)
{
	const struct task_event *event = (const struct task_event *)(record + 1);
	struct event_info info = {.task = task,
		.kind = EVENT_SIGNAL,
		.time = record->time,
		.value = event->value,
		.ip = event->other};
	const struct blob *blob = record_first_blob(record);

	if (record->type != RECORD_SIGNAL)
		return -EBADMSG;
	d->record = record;
	d->call = NULL;
	d->desc = NULL;
	d->all = d->shallow = false;
	image_begin(&d->image, record);
	d->depth = 0;
	d->sink->ops->event_begin(d->sink, &info);
	if (blob)
		decode_bytes(d, &type_siginfo, (const unsigned char *)(blob + 1), blob->len, 0);
	d->sink->ops->event_end(d->sink, &info);
	return 0;
}
