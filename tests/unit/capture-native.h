/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * capture.h compiled natively, for the tests: the same interpreter as in the probe, over a memory
 * that the test provides. Fragments are joined at once, so that what comes out is one record.
 */
#ifndef FAULTLESS_TESTS_CAPTURE_NATIVE_H
#define FAULTLESS_TESTS_CAPTURE_NATIVE_H

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "plan.h"
#include "record.h"

/*
 * Copies at most @n bytes at @addr, up to the first that is not there; the number of those copied.
 */
typedef size_t (*native_memory)(void *context, bool fault, void *dst, size_t n, uint64_t addr);

struct capture_hooks {
	const struct op *ops;
	unsigned nops;
	native_memory memory;
	void *context;
	unsigned fragments; /* sent so far */
	unsigned char *bytes;
	size_t len; /* of the record so far; 0: none */
	size_t size;
};

#include "capture.h"

static inline const struct op *capture_op(struct capture_hooks *hooks, __u32 index)
{
	return index < hooks->nops ? &hooks->ops[index] : NULL;
}

static inline long capture_read(
	struct capture_hooks *hooks, const int fault, void *dst, __u32 n, __u64 addr)
{
	return hooks->memory(hooks->context, fault, dst, n, addr) == n ? 0 : -EFAULT;
}

/* As bpf_probe_read_user_str: of @size bytes that are not ended, the last becomes the NUL. */
static inline long capture_read_bytes(
	struct capture_hooks *hooks, const int fault, void *dst, __u32 n, __u64 addr)
{
	return capture_read(hooks, fault, dst, n, addr);
}

static inline long capture_read_string(
	struct capture_hooks *hooks, const int fault, void *dst, __u32 size, __u64 addr)
{
	size_t got = hooks->memory(hooks->context, fault, dst, size, addr);
	char *end = memchr(dst, 0, got);

	if (end)
		return end - (char *)dst + 1;
	if (got < size)
		return -EFAULT;
	((char *)dst)[size - 1] = 0;
	return size;
}

static inline long capture_name(struct capture_hooks *hooks, void *dst)
{
	(void)hooks;
	memcpy(dst, "native\0\0\0\0\0\0\0\0\0", NAME_SIZE);
	return 0;
}

/* Descriptors 3 to 9 are files "/dir/N". */
static inline long capture_describe(struct capture_hooks *hooks, void *dst, __s32 fd)
{
	struct descriptor *d = dst;
	char names[] = "N\0dir";

	(void)hooks;
	if (fd < 3 || fd > 9)
		return -ENOENT;
	names[0] = '0' + fd;
	memset(d, 0, sizeof(*d));
	d->kind = DESCRIPTOR_FILE;
	memcpy(d + 1, names, sizeof(names));
	return sizeof(*d) + sizeof(names);
}

/* Descriptor 16 is a netlink socket of protocol 4. */
static inline long capture_netlink(struct capture_hooks *hooks, __s32 fd)
{
	(void)hooks;
	return fd == 16 ? 4 : -ENOTSOCK;
}

static inline void capture_flush(struct capture_hooks *hooks, struct capture *c)
{
	size_t from = hooks->len ? CAPTURE_HEAD : 0;

	if (hooks->len + c->used > hooks->size) {
		hooks->size = 2 * (hooks->len + c->used);
		hooks->bytes = realloc(hooks->bytes, hooks->size);
		if (!hooks->bytes)
			abort();
	}
	memcpy(hooks->bytes + hooks->len, c->buf + from, c->used - from);
	hooks->len += c->used - from;
	hooks->fragments++;
	c->used = CAPTURE_HEAD;
}

/* Begins a call with these arguments. */
static inline void native_begin(struct capture *c, struct capture_hooks *hooks, const __u64 args[6])
{
	memset(c, 0xa5, sizeof(*c)); /* what the interpreter does not set, it must not use */
	memcpy(c->value, args, 6 * sizeof(*args));
	memset(c->todo, 0, sizeof(c->todo));
	c->data_lost = 0;
	c->used = CAPTURE_HEAD;
	memset(c->buf, 0, CAPTURE_HEAD);
	hooks->len = 0;
	hooks->fragments = 0;
}

/* Runs the ops `only` of the @n from @first. */
static inline struct capture_run *native_prepare(struct capture *c, unsigned first, unsigned n,
	int exit, uint64_t only, unsigned origin, unsigned failed)
{
	struct capture_run *run = capture_begin(c, first, n);

	run->only = only;
	run->exit = exit;
	run->origin = origin;
	run->failed = failed;
	c->todo[exit] = 0;
	return run;
}

/* Returns the steps it took. */
static inline unsigned native_run(struct capture *c, struct capture_hooks *hooks, bool fault)
{
	unsigned steps = 1;

	/* As in the probe, two copies: @fault is a constant to the interpreter. */
	if (fault)
		while (!capture_step(c, hooks, 1) && steps < CAPTURE_STEPS)
			steps++;
	else
		while (!capture_step(c, hooks, 0) && steps < CAPTURE_STEPS)
			steps++;
	return steps;
}

/* Ends the call. The record is valid until the next native_begin; free hooks->bytes at last. */
static inline struct record *native_end(
	struct capture *c, struct capture_hooks *hooks, unsigned nr, int64_t ret)
{
	struct record *record;
	struct call *call;

	capture_flush(hooks, c);
	record = (struct record *)hooks->bytes;
	*record = (struct record){.size = hooks->len,
		.type = RECORD_CALL,
		.tgid = 7,
		.tid = 7,
		.seq = 1,
		.time = 1000};
	call = (struct call *)(record + 1);
	call->nr = nr;
	call->lost = c->data_lost;
	call->enter_time = 900;
	call->exit_time = 1000;
	call->ret = ret;
	memcpy(call->args, c->value, sizeof(call->args));
	record_join_blobs(record);
	return record;
}

/*
 * A whole call as the probe captures it: entry and exit without faulting, then stage two for what
 * is still cold. @at_exit, if any, is called between entry and exit: the kernel's part.
 */
static inline struct record *native_call(struct capture *c, struct capture_hooks *hooks,
	const struct plan *plan, unsigned nr, const __u64 args[6], int64_t ret,
	void (*at_exit)(void *context))
{
	bool failed = ret < 0 && ret >= -4095;
	unsigned exit = plan->first + plan->nentry;
	uint64_t todo;

	native_begin(c, hooks, args);
	native_prepare(c, plan->first, plan->nentry, 0, ~0ULL, ORIGIN_ENTRY, 0);
	native_run(c, hooks, false);
	if (at_exit)
		at_exit(hooks->context);
	c->value[VALUE_RET] = ret;
	if (c->todo[0]) {
		native_prepare(c, plan->first, plan->nentry, 0, c->todo[0], ORIGIN_LATE, 0);
		native_run(c, hooks, false);
	}
	native_prepare(c, exit, plan->nexit, 1, failed ? plan->always : ~0ULL, ORIGIN_EXIT, 0);
	native_run(c, hooks, false);
	todo = c->todo[0];
	if (todo) {
		native_prepare(c, plan->first, plan->nentry, 0, todo, ORIGIN_LATE, ORIGIN_FAULT);
		native_run(c, hooks, true);
	}
	todo = c->todo[1];
	if (todo) {
		native_prepare(c, exit, plan->nexit, 1, todo, ORIGIN_EXIT, ORIGIN_FAULT);
		native_run(c, hooks, true);
	}
	return native_end(c, hooks, nr, ret);
}

#endif
