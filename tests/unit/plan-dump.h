/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A plan in words, one op a line, for the golden plans of test-plan.c.
 */
#ifndef FAULTLESS_TESTS_PLAN_DUMP_H
#define FAULTLESS_TESTS_PLAN_DUMP_H

#include <stdarg.h>
#include <stdio.h>
#include "plan.h"

struct text {
	char *buf;
	size_t size;
	size_t len;
};

static void put(struct text *t, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void put(struct text *t, const char *format, ...)
{
	va_list args;
	int n;

	va_start(args, format);
	n = vsnprintf(t->buf + t->len, t->size - t->len, format, args);
	va_end(args);
	if (n > 0)
		t->len = t->len + n < t->size ? t->len + n : t->size - 1;
}

static void put_value(struct text *t, __u8 v)
{
	if (v < 6)
		put(t, "arg%u", v);
	else if (v == VALUE_SP)
		put(t, "sp");
	else if (v == VALUE_RET)
		put(t, "ret");
	else if (v == VALUE_BUDGET)
		put(t, "budget");
	else
		put(t, "v%u", v);
}

static void put_amount(struct text *t, const struct op *op)
{
	if (op->len == VALUE_NONE) {
		put(t, "%u", op->fixed);
	} else {
		put_value(t, op->len);
		if (op->flags & (OP_S32 | OP_U32))
			put(t, op->flags & OP_S32 ? ":s32" : ":u32");
		if (op->fixed > 1)
			put(t, "/%u", op->fixed);
	}
	if (op->kind == OP_MEM && op->scale > 1)
		put(t, "*%u", op->scale);
	if (op->cap != VALUE_NONE) {
		put(t, " cap ");
		put_value(t, op->cap);
	}
	if (op->kind == OP_MEM && op->flags & OP_LIMITED) {
		put(t, " limit ");
		put_value(t, op->dst);
	}
	if (op->max != ~0u)
		put(t, " max %u", op->max);
}

static void put_op(struct text *t, const struct op *op, unsigned i)
{
	static const char *const names[] = {"END", "MEM", "STR", "LOAD", "EACH", "NEXT", "STOP",
		"WHEN", "FD", "FDSET", "RIGHTS", "NAME", "NETLINK"};

	put(t, "%2u %s ", i, op->kind < sizeof(names) / sizeof(*names) ? names[op->kind] : "?");
	if (op->kind == OP_LOAD) {
		put_value(t, op->dst);
		put(t, " = [%d:%u]\n", op->offset, op->scale);
		return;
	}
	if (op->kind == OP_NEXT) {
		put_value(t, op->dst);
		put(t, " += %u\n", op->scale);
		return;
	}
	put_value(t, op->ptr);
	if (op->offset && op->kind != OP_WHEN)
		put(t, "%+d", op->offset);
	if (op->kind == OP_STR) {
		put(t, " max %u\n", op->max);
		return;
	}
	if (op->kind == OP_NETLINK) {
		put(t, " ? %u : %u to ", op->scale, op->max);
		put_value(t, op->dst);
		put(t, " skip %u\n", op->skip);
		return;
	}
	if (op->kind == OP_WHEN) {
		put(t, " & %#llx", op->fixed | (unsigned long long)op->max << 32);
		if (op->flags)
			put(t, " %s %#llx",
				op->flags & OP_EQUAL   ? "=="
				: op->flags & OP_ABOVE ? ">"
						       : "!=",
				op->scale | (unsigned long long)(__u32)op->offset << 32);
		put(t, " skip %u\n", op->skip);
		return;
	}
	if (op->kind != OP_STOP && op->kind != OP_FD && op->kind != OP_NAME) {
		put(t, " n ");
		put_amount(t, op);
	}
	if (op->kind == OP_EACH) {
		put(t, " as ");
		put_value(t, op->dst);
	}
	put(t, " skip %u\n", op->skip);
}

/* Returns the bytes written to @buf without the NUL, cut at @size - 1. */
static size_t plan_dump(const struct plan_set *set, const struct plan *plan, char *buf, size_t size)
{
	struct text t = {buf, size, 0};
	const struct op *ops = set->ops + plan->first;

	if (!size)
		return 0;
	buf[0] = 0;
	for (unsigned i = 0; i < plan->nentry; i++) {
		if (!i)
			put(&t, "entry\n");
		put_op(&t, &ops[i], i);
	}
	for (unsigned i = 0; i < plan->nexit; i++) {
		if (!i)
			put(&t, "exit\n");
		put_op(&t, &ops[plan->nentry + i], i);
	}
	return t.len;
}

#endif
