// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * See plan-build.h. The rules are those of desc.h: IN is read at entry, OUT at exit if the call succeeded, INOUT both
 * (what a struct points to then only at exit, or, if some members are its RESULT, only those at exit and the others at
 * entry); a length comes from a sibling, which may itself have to be read first.
 */
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/select.h>
#include "desc/types.h"
#include "filter.h"
#include "filter-record.h"
#include "plan-build.h"

enum {
	MAX_PATH = 4096,
	/* most bytes of a datum that has no size of its own but is no buffer (cmsgs, messages) */
	MAX_VARIABLE = 1 << 16,
	MAX_ELEMENTS = 1 << 16, /* most elements with -v, most environment strings counted */
	MAX_NOTED = 4096,	/* most elements of an array that is searched for a note */
	MAX_WHOLE = 1 << 30,
	MAX_MESSAGE = 1 << 20, /* most bytes of a netlink message */
	MAX_SET = 1 << 10,     /* most elements of an array that is searched for a file */
	MAX_RIGHTS = 1 << 12, /* most bytes of control messages that are searched for descriptors */
	MAX_LOADS = 24,
	/* of a larger struct, which is read in pieces, nothing can be loaded (capture.h) */
	MAX_LOADED = 2040,
};

/* One plan being made. */
struct builder {
	const struct plan_config *config;
	const struct syscall_desc *call;
	bool whole;
	bool all; /* nothing is abbreviated */
	bool descriptors;
	struct op *ops; /* PLAN_BUILD_OPS */
	unsigned nops;
	unsigned first; /* of this phase */
	unsigned next_value;
	unsigned depth;
	bool exit;
	__u8 message_limit; /* how many bytes of a message are read */
	bool budget;	    /* within an array whose strings share a bound */
	/*
	 * Of arguments that are pointers: what they point to, at entry and at exit; 0: not loaded.
	 */
	__u8 argument_value[2][MAX_ARGS];
	unsigned lengths[3]; /* ops that read a length for the argument being added */
	unsigned nlengths;
	__u8 word
		[MAX_ARGS]; /* of a call that makes another: what is read of that one's registers */
	bool too_big;
};

/* A member of a struct that was loaded into a value. */
struct load {
	const struct field *field;
	const struct field *fields; /* its siblings */
	unsigned nfields;
	unsigned base; /* where its struct begins */
	__u8 value;
};

struct loads {
	struct load list[MAX_LOADS];
	unsigned n;
};

static struct op *add_op(struct builder *b, enum op_kind kind)
{
	struct op *op;

	if (b->nops - b->first >= PLAN_MAX_OPS) {
		b->too_big = true;
		b->nops = b->first; /* the plan is thrown away */
	}
	op = &b->ops[b->nops++];
	*op = (struct op){
		.kind = kind, .len = VALUE_NONE, .cap = VALUE_NONE, .scale = 1, .max = ~0u};
	return op;
}

static __u8 new_value(struct builder *b)
{
	if (b->next_value >= VALUE_BUDGET) {
		b->too_big = true;
		return VALUE_LOADED;
	}
	return b->next_value++;
}

/* The value that register @r of the call is, or, of the call that it makes, would be. */
static __u8 register_value(const struct builder *b, unsigned r)
{
	return DESC_IS_WORD(b->call->from[r]) ? b->word[r] : desc_given_in(b->call, r);
}

/* The value that argument @i is. */
static __u8 argument_register(const struct builder *b, unsigned i)
{
	return register_value(b, desc_register(b->call, i));
}

static unsigned here(const struct builder *b)
{
	return b->nops - b->first;
}

static __u8 width_flag(const struct type *type)
{
	if (type->size != 4)
		return 0;
	return type->kind == KIND_INT || type->kind == KIND_FD || type->kind == KIND_PID ? OP_S32
											 : OP_U32;
}

/* Whether a member has data of its own, outside the struct. */
static bool is_read(const struct field *f)
{
	return f->dir != DIR_VALUE || f->flags & FIELD_TAIL;
}

static bool has_pointers(const struct type *type)
{
	if (type->kind == KIND_STRV || type->kind == KIND_ENVV)
		return true;
	if (type->kind != KIND_STRUCT)
		return false;
	for (unsigned i = 0; i < type->count; i++)
		if (is_read(&type->members[i]) || has_pointers(type->members[i].type))
			return true;
	return false;
}

static bool has_descriptors(const struct type *type)
{
	if (type->kind != KIND_STRUCT)
		return false;
	for (unsigned i = 0; i < type->count; i++)
		if (type->members[i].dir == DIR_VALUE &&
			(desc_is_descriptor(type->members[i].type) ||
				has_descriptors(type->members[i].type)))
			return true;
	return false;
}

/* The most bytes that a datum of this type can have. */
static unsigned type_extent(const struct type *type)
{
	return type->size ? type->size : MAX_VARIABLE;
}

/* How a length is found: which value, and how wide it is. */
struct length {
	__u8 value;
	__u8 flags;
	/*
	 * the length that the program gave, where the kernel answers with another; else VALUE_NONE
	 */
	__u8 cap;
};

static void load_member(struct builder *b, struct loads *loads, const struct type *in,
	const struct field *f, unsigned base)
{
	struct op *op;

	for (unsigned i = 0; i < loads->n; i++)
		if (loads->list[i].field == f)
			return;
	if (loads->n == MAX_LOADS) {
		b->too_big = true;
		return;
	}
	if (f->flags & FIELD_TAIL) { /* it is where the struct is: nothing to load */
		loads->list[loads->n++] =
			(struct load){f, in->members, in->count, base, VALUE_NONE};
		return;
	}
	op = add_op(b, OP_LOAD);
	op->offset = base + f->offset;
	op->scale = f->size;
	op->dst = new_value(b);
	loads->list[loads->n++] = (struct load){f, in->members, in->count, base, op->dst};
}

/* Loads the file descriptors of a struct. */
static void load_descriptors(
	struct builder *b, struct loads *loads, const struct type *type, unsigned base)
{
	for (unsigned i = 0; i < type->count; i++) {
		const struct field *f = &type->members[i];

		if (is_read(f) || f->fixed)
			continue;
		if (desc_is_descriptor(f->type))
			load_member(b, loads, type, f, base);
		else if (f->type->kind == KIND_STRUCT)
			load_descriptors(b, loads, f->type, base + f->offset);
	}
}

static void add_descriptor(struct builder *b, __u8 value)
{
	struct op *op = add_op(b, OP_FD);

	op->ptr = value;
	op->skip = here(b);
}

static void load_sibling(struct builder *b, struct loads *loads, const struct type *in,
	const char *name, unsigned base)
{
	int i = name ? desc_sibling(in->members, in->count, name) : -1;

	if (i >= 0)
		load_member(b, loads, in, &in->members[i], base);
}

/* Whether the member is read now: of a struct with RESULT members, these are read at exit and the others at entry. */
static bool is_read_now(const struct builder *b, const struct type *type, const struct field *f)
{
	return !desc_has_results(type) || !!(f->flags & FIELD_RESULT) == b->exit;
}

/*
 * Loads every pointer of a struct, and the lengths that belong to them, out of the bytes just read.
 */
static void load_members(struct builder *b, struct loads *loads, const struct type *type,
	unsigned base, bool shallow)
{
	for (unsigned i = 0; i < type->count; i++) {
		const struct field *f = &type->members[i];

		if (!is_read_now(b, type, f) || (f->flags & FIELD_DEEP && !b->all))
			continue;
		if (is_read(f) && shallow && f->dir != DIR_INOUT)
			continue;
		if (is_read(f)) {
			load_member(b, loads, type, f, base);
			if (f->type->kind == KIND_DESCRIBED)
				load_sibling(b, loads, type, f->type->by, base);
			load_sibling(b, loads, type, f->len, base);
			load_sibling(b, loads, type, f->count, base);
			load_sibling(b, loads, type, f->cap, base);
			load_sibling(b, loads, type, f->when, base);
		} else if (f->type->kind == KIND_STRUCT) {
			load_members(b, loads, f->type, base + f->offset, shallow);
		}
	}
}

static __u8 loaded(const struct loads *loads, const struct field *f)
{
	for (unsigned i = 0; i < loads->n; i++)
		if (loads->list[i].field == f)
			return loads->list[i].value;
	return VALUE_NONE;
}

static __u8 argument_value(struct builder *b, int i)
{
	const struct field *f = &b->call->args[i];
	struct op *op;

	if (f->dir == DIR_VALUE)
		return argument_register(b, i);
	if (!b->argument_value[b->exit][i]) {
		unsigned mem = b->nops;

		op = add_op(b, OP_MEM);
		op->ptr = argument_register(b, i);
		op->fixed = type_extent(f->type);
		op = add_op(b, OP_LOAD);
		op->scale = f->type->size;
		op->dst = new_value(b);
		b->argument_value[b->exit][i] = op->dst;
		b->ops[mem].skip = here(b);
		b->lengths[b->nlengths++] = mem; /* at most len, count and cap */
	}
	return b->argument_value[b->exit][i];
}

/* A member of what an argument points to. */
static __u8 member_value(struct builder *b, int i, const struct field *member)
{
	unsigned mem = b->nops;
	struct op *op = add_op(b, OP_MEM);
	__u8 value;

	op->ptr = argument_register(b, i);
	op->offset = member->offset;
	op->fixed = member->size;
	op = add_op(b, OP_LOAD);
	op->scale = member->size;
	op->dst = value = new_value(b);
	b->ops[mem].skip = here(b);
	b->lengths[b->nlengths++] = mem;
	return value;
}

/*
 * Where the length named @name is: among @loads (members) or, with @loads NULL, among the
 * arguments.
 */
static struct length find_length(struct builder *b, const struct loads *loads,
	const struct field *fields, unsigned nfields, const char *name)
{
	struct length length = {VALUE_NONE, 0, VALUE_NONE};
	const struct field *member;
	int i;

	if (!name)
		return length;
	if (!strcmp(name, "ret"))
		return (struct length){VALUE_RET, 0, VALUE_NONE};
	i = desc_sibling(fields, nfields, name);
	if (i < 0 && loads) {
		loads = NULL;
		fields = b->call->args;
		i = desc_sibling(fields, desc_nargs(b->call), name);
	}
	if (i < 0 && (i = desc_member(b->call->args, desc_nargs(b->call), name, &member)) >= 0)
		return (struct length){
			member_value(b, i, member), width_flag(member->type), VALUE_NONE};
	if (i < 0)
		return length;
	length.value = loads ? loaded(loads, &fields[i]) : argument_value(b, i);
	length.flags = width_flag(fields[i].type);
	if (!loads && b->exit && fields[i].dir == DIR_INOUT && b->argument_value[0][i])
		length.cap = b->argument_value[0][i];
	return length;
}

static unsigned string_limit(const struct builder *b)
{
	return b->whole				     ? MAX_WHOLE
	       : b->config->string_limit < MAX_WHOLE ? b->config->string_limit
						     : MAX_WHOLE;
}

/* Most bytes of a message on a netlink socket. */
static unsigned message_most(const struct builder *b)
{
	return string_limit(b) > MAX_MESSAGE ? string_limit(b) : MAX_MESSAGE;
}

/*
 * Without -v an array shows no more elements than a string shows bytes. One more is read, to know whether there are
 * more.
 */
static unsigned element_limit(const struct builder *b)
{
	unsigned n = b->config->string_limit + 1;

	return b->all || n > MAX_ELEMENTS ? MAX_ELEMENTS : n;
}

/* A note may pick any element (of poll's array, those that are ready). */
static unsigned field_elements(const struct builder *b, const struct field *f)
{
	return f->flags & FIELD_NOTE ? MAX_NOTED : element_limit(b);
}

static void add_datum(struct builder *b, const struct field *f, __u8 ptr, unsigned offset,
	const struct loads *loads, const struct field *fields, unsigned nfields);

/*
 * Put before a datum that is only there sometimes: if it is not, goes on behind it. Returns the op whose skip is to be
 * set, or -1.
 */
static int add_when(struct builder *b, const struct field *f, const struct loads *loads,
	const struct field *fields, unsigned nfields)
{
	static const __u8 tests[] = {[WHEN_TEST_EQUAL] = OP_EQUAL,
		[WHEN_TEST_DIFFERS] = OP_DIFFERS,
		[WHEN_TEST_ABOVE] = OP_ABOVE};
	struct length value = find_length(b, loads, fields, nfields, f->when);
	int i = f->when ? desc_sibling(fields, nfields, f->when) : -1;
	uint64_t mask = f->when_mask;
	struct op *op;

	/* Nothing is read where the length is 0 anyway. */
	if (f->when && f->when_test == WHEN_TEST_ANY && f->when_mask == ~0ULL &&
		((f->len && !strcmp(f->len, f->when)) || (f->count && !strcmp(f->count, f->when))))
		return -1;
	if (value.value == VALUE_NONE || (value.value == VALUE_RET && !b->exit))
		return -1;
	if (i >= 0 && fields[i].bits)
		return -1; /* looked at by the decoder only */
	if (i >= 0 && fields[i].type->size && fields[i].type->size < 8)
		mask &= (1ULL << 8 * fields[i].type->size) - 1;
	op = add_op(b, OP_WHEN);
	op->ptr = value.value;
	op->flags = tests[f->when_test];
	op->fixed = mask;
	op->max = mask >> 32;
	op->scale = f->when_value & mask;
	op->offset = (f->when_value & mask) >> 32;
	return b->nops - 1;
}

/* Reads the first version of a struct, and out of it how many bytes it has. */
static __u8 add_own_length(struct builder *b, const struct type *type, __u8 ptr, unsigned offset)
{
	struct loads loads = {.n = 0};
	struct op *op = add_op(b, OP_MEM);

	op->ptr = ptr;
	op->offset = offset;
	op->fixed = type->least;
	load_sibling(b, &loads, type, type->by, 0);
	return loads.list[0].value;
}

/* Asks what the descriptor is that decides the type of a DESCRIBED member. */
static void add_describing(struct builder *b, const struct load *l, const struct loads *loads)
{
	const struct type *type = l->field->type;

	if (type->kind == KIND_DESCRIBED && !b->exit)
		add_descriptor(b, find_length(b, loads, l->fields, l->nfields, type->by).value);
}

/* Reads all of a struct that is longer than the part that the table knows. */
static void add_longer(
	struct builder *b, const struct type *type, __u8 ptr, unsigned offset, struct length length)
{
	unsigned when = b->nops;
	struct op *op = add_op(b, OP_WHEN);

	op->ptr = length.value;
	op->flags = OP_ABOVE;
	op->fixed = ~0u;
	op->max = length.flags ? 0 : ~0u;
	op->scale = type->size;
	op = add_op(b, OP_MEM);
	op->ptr = ptr;
	op->offset = offset;
	op->len = length.value;
	op->flags = length.flags;
	op->max = desc_most(type);
	op->skip = b->ops[when].skip = here(b);
}

/* A struct at value[ptr] + offset, with what its members point to; if @shallow, only those that are INOUT. */
static void add_struct(struct builder *b, const struct type *type, __u8 ptr, unsigned offset,
	struct length length, __u8 mem_flags, bool shallow)
{
	struct loads loads = {.n = 0};
	bool by = type->kind == KIND_STRUCT && type->by && length.value == VALUE_NONE;
	unsigned least = b->nops, mem;
	struct op *op;

	if (by)
		length.value = add_own_length(b, type, ptr, offset);
	mem = b->nops;
	op = add_op(b, OP_MEM);
	op->ptr = ptr;
	op->offset = offset;
	op->len = length.value;
	op->flags = length.flags | mem_flags;
	op->fixed = length.value == VALUE_NONE ? type_extent(type) : 0;
	op->max = type_extent(type);
	if (b->descriptors && type->kind == KIND_STRUCT && type->size <= MAX_LOADED)
		load_descriptors(b, &loads, type, 0);
	if (type->kind == KIND_STRUCT)
		load_members(b, &loads, type, 0, shallow);
	for (unsigned i = 0; b->descriptors && i < loads.n; i++)
		if (loads.list[i].field->dir == DIR_VALUE &&
			desc_is_descriptor(loads.list[i].field->type))
			add_descriptor(b, loads.list[i].value);
	if (type->kind == KIND_STRUCT) {
		for (unsigned i = 0; i < loads.n; i++) {
			const struct load *l = &loads.list[i];
			bool tail = l->field->flags & FIELD_TAIL;
			int when;

			if (!is_read(l->field))
				continue;
			when = add_when(b, l->field, &loads, l->fields, l->nfields);
			add_describing(b, l, &loads);
			add_datum(b, l->field, tail ? ptr : l->value,
				tail ? offset + l->base + l->field->offset : 0, &loads, l->fields,
				l->nfields);
			if (when >= 0)
				b->ops[when].skip = here(b);
		}
	}
	b->ops[mem].skip = here(b);
	if (by)
		b->ops[least].skip = here(b);
	if (length.value != VALUE_NONE && !by && desc_most(type) > type->size)
		add_longer(b, type, ptr, offset, length);
}

/* Begins a loop over elements of @size bytes at @ptr + @offset; the address of each is the value op->dst. */
static struct op *begin_each(struct builder *b, __u8 ptr, unsigned offset, unsigned size)
{
	struct op *op = add_op(b, OP_EACH);

	op->ptr = ptr;
	op->offset = offset;
	op->dst = new_value(b);
	op->scale = size;
	return op;
}

/* Ends the loop that began at op @each. */
static void end_each(struct builder *b, unsigned each)
{
	struct op *op = add_op(b, OP_NEXT);

	op->dst = b->ops[each].dst;
	op->scale = b->ops[each].scale;
	b->ops[each].skip = here(b);
}

/* An array of pointers to strings, ended by NULL. */
static void add_strings(struct builder *b, const struct field *f, __u8 ptr)
{
	unsigned size = f->type->size ? f->type->size : 8;
	bool count_only = f->type->kind == KIND_ENVV && !b->all;
	unsigned each = b->nops, mem, stop, next;
	struct op *op = begin_each(b, ptr, 0, size);
	__u8 element = op->dst, string = new_value(b);

	op->fixed = op->max = count_only ? MAX_ELEMENTS : element_limit(b);
	mem = b->nops;
	op = add_op(b, OP_MEM);
	op->ptr = element;
	op->fixed = size;
	op->flags = OP_BREAK;
	op = add_op(b, OP_LOAD);
	op->scale = size;
	op->dst = string;
	stop = b->nops;
	op = add_op(b, OP_STOP);
	op->ptr = string;
	if (!count_only) {
		op = add_op(b, OP_STR);
		op->ptr = string;
		op->max = string_limit(b) + 1;
		op->skip = here(b);
	}
	next = here(b);
	end_each(b, each);
	b->ops[mem].skip = next;
	b->ops[stop].skip = here(b);
}

/* An array whose elements point on: each is read by itself, then what it points to. */
static void add_each(struct builder *b, const struct field *f, __u8 ptr, unsigned offset,
	struct length count, struct length cap, bool shallow)
{
	unsigned each = b->nops;
	struct op *op = begin_each(b, ptr, offset, f->type->size);
	__u8 element = op->dst;
	bool outer_budget = b->budget;

	op->len = count.value;
	op->flags = count.flags;
	op->fixed = count.value == VALUE_NONE ? f->fixed : f->per;
	op->cap = cap.value;
	op->max = element_limit(b);
	if (b->config->files && has_descriptors(f->type) && op->max < MAX_SET)
		op->max = MAX_SET;
	if (cap.value != VALUE_NONE)
		b->budget = true;
	if (++b->depth > PLAN_MAX_DEPTH)
		b->too_big = true;
	add_struct(b, f->type, element, 0, (struct length){VALUE_NONE, 0, VALUE_NONE}, OP_BREAK,
		shallow);
	b->depth--;
	b->budget = outer_budget;
	end_each(b, each);
}

/* File descriptors, one or an array. */
static void add_descriptors(
	struct builder *b, const struct field *f, __u8 ptr, unsigned offset, struct length count)
{
	unsigned each = b->nops, mem;
	struct op *op = begin_each(b, ptr, offset, f->type->size);
	__u8 element = op->dst, fd = new_value(b);

	op->len = count.value;
	op->flags = count.flags;
	op->fixed = count.value != VALUE_NONE ? f->per : f->fixed ? f->fixed : 1;
	op->max = element_limit(b);
	mem = b->nops;
	op = add_op(b, OP_MEM);
	op->ptr = element;
	op->fixed = f->type->size;
	op->flags = OP_BREAK;
	op = add_op(b, OP_LOAD);
	op->scale = f->type->size;
	op->dst = fd;
	add_descriptor(b, fd);
	b->ops[mem].skip = here(b);
	end_each(b, each);
}

/* Bytes or elements that lie in one piece. */
static void add_memory(struct builder *b, const struct field *f, __u8 ptr, unsigned offset,
	struct length length, struct length cap, unsigned scale, unsigned max)
{
	struct op *op = add_op(b, OP_MEM);

	op->ptr = ptr;
	op->offset = offset;
	op->len = length.value;
	op->flags = length.flags;
	op->cap = cap.value;
	op->scale = scale;
	op->fixed = length.value != VALUE_NONE ? f->per : f->fixed ? f->fixed : 1;
	op->max = max;
	if (b->budget && cap.value == VALUE_NONE) {
		op->cap = VALUE_BUDGET;
		op->flags |= OP_CONSUME;
	}
	op->skip = here(b);
}

static void add_string(struct builder *b, __u8 ptr, unsigned offset, unsigned max)
{
	struct op *op = add_op(b, OP_STR);

	op->ptr = ptr;
	op->offset = offset;
	op->max = max;
	op->skip = here(b);
}

/* What the field @f points to, but for descriptors that do not show in its type. */
static void add_plain_datum(struct builder *b, const struct field *f, __u8 ptr, unsigned offset,
	const struct loads *loads, const struct field *fields, unsigned nfields)
{
	struct length length = find_length(b, loads, fields, nfields, f->len);
	struct length count = find_length(b, loads, fields, nfields, f->count);
	struct length cap = find_length(b, loads, fields, nfields, f->cap);
	const struct type *type =
		f->type->kind == KIND_DESCRIBED ? f->type->members[0].type : f->type;
	bool array = f->count || f->fixed;
	bool shallow = f->dir == DIR_INOUT && !b->exit && !desc_has_results(type);
	/* What a note picks from at the exit is not described. */
	bool in_pieces = b->descriptors && has_descriptors(type) &&
			 !(b->exit && f->flags & FIELD_NOTE) && b->depth < PLAN_MAX_DEPTH;

	if (cap.value == VALUE_NONE)
		cap.value = length.cap;

	switch (type->kind) {
	case KIND_PATH:
		add_string(b, ptr, offset, MAX_PATH);
		return;
	case KIND_STRING:
		add_string(b, ptr, offset, string_limit(b) + 1);
		return;
	case KIND_STRV:
	case KIND_ENVV:
		add_strings(b, f, ptr);
		return;
	case KIND_BINARY:
	case KIND_BYTES:
		/* With -s 0 a byte tells whether the buffer is there. */
		add_memory(
			b, f, ptr, offset, length, cap, 1, string_limit(b) ? string_limit(b) : 1);
		return;
	case KIND_MESSAGE:
		add_memory(b, f, ptr, offset, length, cap, 1, message_most(b));
		b->ops[b->nops - 1].flags |= OP_LIMITED;
		b->ops[b->nops - 1].dst = b->message_limit;
		return;
	case KIND_STRUCT:
		if (array && (has_pointers(type) || in_pieces))
			add_each(b, f, ptr, offset, count, cap, shallow);
		else if (!array)
			add_struct(b, type, ptr, offset, length, 0, shallow);
		else
			add_memory(b, f, ptr, offset, count, cap, type->size,
				field_elements(b, f) * type->size);
		return;
	}
	if (b->descriptors && desc_is_descriptor(type) && !f->len && b->depth < PLAN_MAX_DEPTH) {
		add_descriptors(b, f, ptr, offset, count);
	} else if (array) {
		add_memory(b, f, ptr, offset, count, cap, type->size,
			field_elements(b, f) * type->size);
	} else if (f->flags & FIELD_BITS) {
		add_memory(b, f, ptr, offset, length, cap, 8, MAX_VARIABLE);
		b->ops[b->nops - 1].fixed = 64;
	} else if (f->len) {
		add_memory(b, f, ptr, offset, length, cap, 1, type_extent(type));
	} else {
		add_memory(b, f, ptr, offset, length, cap, type_extent(type), type_extent(type));
	}
}

/* As 64-bit or 32-bit tasks have it. */
static bool is_either(const struct type *type, const struct type *wide, const struct type *narrow)
{
	return type == wide || type == narrow;
}

/* Descriptors that lie in data of a form of its own, behind the op that reads it. */
static void add_hidden_descriptors(
	struct builder *b, const struct field *f, __u8 ptr, unsigned offset, struct length length)
{
	bool rights = is_either(f->type, &type_cmsg, &type_cmsg32);
	struct op *op;

	if (is_either(f->type, &type_siginfo, &type_siginfo32)) {
		op = add_op(b, OP_LOAD);
		op->offset = f->type == &type_siginfo ? offsetof(siginfo_t, si_fd) : 16;
		op->scale = 4;
		op->dst = new_value(b);
		add_descriptor(b, op->dst);
		return;
	}
	op = add_op(b, rights ? OP_RIGHTS : OP_FDSET);
	op->ptr = ptr;
	op->offset = offset;
	op->len = length.value;
	op->flags = length.flags;
	op->max = rights ? MAX_RIGHTS : FD_SETSIZE;
	op->scale = f->type == &type_cmsg32 ? 4 : 8; /* bytes of a control message's length */
	op->skip = here(b);
}

static bool hides_descriptors(const struct builder *b, const struct field *f)
{
	const struct type *type = f->type;

	return b->descriptors &&
	       ((type == &type_fd_set && !b->exit) || is_either(type, &type_cmsg, &type_cmsg32) ||
		       (is_either(type, &type_siginfo, &type_siginfo32) && !f->count));
}

/* What the field @f points to: its address is value[ptr] + offset. */
static void add_datum(struct builder *b, const struct field *f, __u8 ptr, unsigned offset,
	const struct loads *loads, const struct field *fields, unsigned nfields)
{
	unsigned first = b->nops;

	add_plain_datum(b, f, ptr, offset, loads, fields, nfields);
	if (!hides_descriptors(b, f))
		return;
	add_hidden_descriptors(b, f, ptr, offset, find_length(b, loads, fields, nfields, f->len));
	b->ops[first].skip = here(b);
}

static bool read_in_phase(const struct field *f, bool exit)
{
	return f->dir == DIR_INOUT || f->dir == (exit ? DIR_OUT : DIR_IN);
}

/* Whether @f, a pointer to a number, says how long another argument is. */
static bool is_length(const struct syscall_desc *call, unsigned n, const struct field *f)
{
	if (f->type->kind > KIND_ENUM || f->count || f->fixed)
		return false;
	for (unsigned i = 0; i < n; i++)
		if (call->args[i].len && !strcmp(call->args[i].len, f->name))
			return true;
	return false;
}

/* Behind the data: the first op of execve is its path. */
static void add_argument_descriptors(struct builder *b, bool exit)
{
	if (exit && b->call->ret && desc_is_descriptor(b->call->ret))
		add_descriptor(b, VALUE_RET);
	for (unsigned i = 0; !exit && i < desc_nargs(b->call); i++)
		if (b->call->args[i].dir == DIR_VALUE && desc_is_descriptor(b->call->args[i].type))
			add_descriptor(b, argument_register(b, i));
}

static bool has_message(const struct type *type)
{
	if (type->kind == KIND_MESSAGE)
		return true;
	for (unsigned i = 0; type->kind == KIND_STRUCT && i < type->count; i++)
		if (has_message(type->members[i].type))
			return true;
	return false;
}

/*
 * Put before the ops that read messages of the socket in the first argument: those of a netlink socket are read whole.
 */
static void add_message_limit(struct builder *b, bool exit)
{
	for (unsigned i = 0; i < desc_nargs(b->call); i++) {
		const struct field *f = &b->call->args[i];
		struct op *op;

		if (!read_in_phase(f, exit) || (f->dir == DIR_INOUT && !exit) ||
			!has_message(f->type))
			continue;
		op = add_op(b, OP_NETLINK);
		op->ptr = argument_register(b, 0);
		op->dst = b->message_limit = new_value(b);
		op->max = string_limit(b) ? string_limit(b) : 1;
		op->scale = message_most(b);
		op->skip = here(b);
		return;
	}
}

/*
 * The arguments of the call that this one makes, as far as they lie in memory. Returns the op whose skip is to be set
 * behind all that needs them, or -1.
 */
static int add_words(struct builder *b)
{
	unsigned mem = b->nops, words = 0;

	for (unsigned r = 0; r < MAX_ARGS; r++) {
		__u8 from = b->call->from[r];
		struct op *op;

		if (!DESC_IS_WORD(from))
			continue;
		if (!words) {
			op = add_op(b, OP_MEM);
			op->ptr = DESC_WORD_REGISTER(from);
		}
		words = DESC_WORD(from) + 1;
		b->ops[mem].fixed = 4 * words;
		op = add_op(b, OP_LOAD);
		op->offset = 4 * DESC_WORD(from);
		op->scale = 4;
		op->dst = b->word[r] = b->word[r] ? b->word[r] : new_value(b);
	}
	return words ? (int)mem : -1;
}

static bool reads_in_phase(const struct syscall_desc *call, bool exit)
{
	for (unsigned i = 0; i < desc_nargs(call); i++)
		if (read_in_phase(&call->args[i], exit))
			return true;
	return false;
}

static void add_arguments(struct builder *b, bool exit, struct plan *plan)
{
	unsigned n = desc_nargs(b->call);

	add_message_limit(b, exit);
	for (unsigned i = 0; i < n; i++) {
		const struct field *f = &b->call->args[i];
		unsigned before = here(b);
		bool sp = f->flags & FIELD_SP;
		int when;

		if (!read_in_phase(f, exit))
			continue;
		b->nlengths = 0;
		if (!exit && f->dir == DIR_INOUT && is_length(b->call, n, f)) {
			argument_value(b, i); /* the exit is bounded by it */
			continue;
		}
		when = add_when(b, f, NULL, b->call->args, n);
		add_datum(b, f, sp ? VALUE_SP : argument_register(b, i), sp ? f->offset : 0, NULL,
			b->call->args, n);
		/*
		 * If its length cannot be read, the datum is not read either; when the length is read again, so is the
		 * datum.
		 */
		for (unsigned l = 0; l < b->nlengths; l++)
			b->ops[b->lengths[l]].skip = here(b);
		if (when >= 0)
			b->ops[when].skip = here(b);
		if (exit && f->flags & (FIELD_ALWAYS | FIELD_INTERRUPTED))
			for (unsigned op = before; op < here(b) && op < 64; op++)
				plan->always |= 1ULL << op;
	}
}

/* Goes on only if the argument named @name is @number, 32 bits wide. Returns the op whose skip is to be set. */
static unsigned add_equal(struct builder *b, const char *name, uint32_t number)
{
	const struct syscall_desc *call = b->call;
	struct op *op = add_op(b, OP_WHEN);

	op->ptr = argument_register(b, desc_sibling(call->args, desc_nargs(call), name));
	op->flags = OP_EQUAL;
	op->fixed = ~0u;
	op->max = 0;
	op->scale = number;
	return b->nops - 1;
}

/* What the cases of the call that this one makes read. */
static void add_made_cases(struct builder *b, bool exit, struct plan *plan)
{
	const struct syscall_desc *call = b->call, *made = call->as ? desc_syscall(call->as) : NULL;
	const struct syscall_desc *cases;
	unsigned n;

	if (!made || (!made->switch2 && !call->version))
		return;
	cases = desc_compat_forms(&n);
	for (unsigned i = 0; i < n; i++) {
		struct syscall_desc form = cases[i];
		__u8 values[2][MAX_ARGS];
		unsigned whens[2];

		if (form.nr != made->nr || !reads_in_phase(&form, exit))
			continue;
		memcpy(form.from, call->from, sizeof(form.from));
		memcpy(values, b->argument_value, sizeof(values));
		memset(b->argument_value, 0, sizeof(b->argument_value));
		b->call = &form;
		if (call->version)
			form.key ^= form.key & DESC_OLD ? DESC_OLD : DESC_IPC_64;
		whens[0] = whens[1] = add_equal(b, made->switch1, form.key);
		if (made->switch2)
			whens[1] = add_equal(b, made->switch2, form.key >> 32);
		add_arguments(b, exit, plan);
		b->ops[whens[0]].skip = b->ops[whens[1]].skip = here(b);
		memcpy(b->argument_value, values, sizeof(values));
	}
	b->call = call;
}

static void build_phase(struct builder *b, bool exit, struct plan *plan)
{
	int words;

	b->first = b->nops;
	b->exit = exit;
	words = !exit || b->call->version || reads_in_phase(b->call, exit) ? add_words(b) : -1;
	add_arguments(b, exit, plan);
	add_made_cases(b, exit, plan);
	if (b->descriptors)
		add_argument_descriptors(b, exit);
	if (words >= 0)
		b->ops[words].skip = here(b);
	if (b->config->names && !exit) {
		struct op *op = add_op(b, OP_NAME);

		op->skip = here(b);
	}
	if (exit)
		plan->nexit = here(b);
	else
		plan->nentry = here(b);
}

static void mark_exec(const struct builder *b, struct plan *plan)
{
	plan->flags |= PLAN_MAY_EXEC;
	for (unsigned i = plan->nentry; i-- > 0;) {
		if (b->ops[i].kind != OP_EACH)
			continue;
		if (!plan->envp_op)
			plan->envp_op = i;
		else
			plan->argv_op = i;
	}
}

int plan_build(const struct plan_config *config, const struct syscall_desc *call,
	struct op ret_ops[PLAN_BUILD_OPS], struct plan *ret_plan)
{
	struct builder b = {
		.config = config, .call = call, .ops = ret_ops, .next_value = VALUE_LOADED};
	struct plan plan = {0};

	b.whole = config->whole_data && call->args[0].name && call->args[0].type->kind == KIND_FD;
	b.all = config->abbrev && !filter_calls_has(config->abbrev, call->nr);
	plan.fds = filter_record_fds(call);
	plan.paths = filter_record_paths(call);
	b.descriptors = config->descriptors || (config->files && plan.fds & PLAN_FD_SET);
	if (!config->no_data) {
		build_phase(&b, false, &plan);
		build_phase(&b, true, &plan);
	}
	if (b.too_big)
		return -E2BIG;
	if (call->classes & NO_RETURN)
		plan.flags |= PLAN_NO_RETURN;
	if (desc_is_exec(call->nr))
		mark_exec(&b, &plan);
	*ret_plan = plan;
	return b.nops;
}
