/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The part of the probe that runs plans: the hooks through which the op interpreter (capture.h) reads the current
 * task's memory, and stage one's runs of a call's entry or exit. Included once, by probe.bpf.c.
 */

/* ---- the interpreter's hooks: their state is the task's ---- */

struct capture_hooks {
	struct task_state *t;
	__u8 type; /* of the record that a fragment belongs to */
};

static __always_inline const struct op *capture_op(struct capture_hooks *hooks, __u32 index)
{
	return index < PROBE_OPS ? &shared.ops[index & (PROBE_OPS - 1)] : NULL;
}

static __always_inline long capture_read(
	struct capture_hooks *hooks, const int fault, void *dst, __u32 n, __u64 addr)
{
	if (fault)
		return bpf_copy_from_user(dst, n, (const void *)addr);
	return bpf_probe_read_user(dst, n, (const void *)addr);
}

/*
 * Short data are read to the stack first. For a read into a task's state the kernel would look up what memory that is
 * (CONFIG_HARDENED_USERCOPY, mm/usercopy.c), which takes longer than the read. It must be the task's stack: the private
 * stack that tracing programs have from 6.13 on is looked up as well. Programs that task work runs, too, have none.
 */
#define SHORT_WORDS 18 /* a struct stat */

static __always_inline long capture_read_bytes(
	struct capture_hooks *hooks, const int fault, void *dst, __u32 n, __u64 addr)
{
	__u64 words[SHORT_WORDS] = {};
	long err;

	if (fault || n > sizeof(words))
		return capture_read(hooks, fault, dst, n, addr);
	err = bpf_probe_read_user(words, n, (const void *)addr);
	for (int i = 0; i < SHORT_WORDS; i++)
		((__u64 *)dst)[i] = words[i];
	return err;
}

static __always_inline long capture_read_string(
	struct capture_hooks *hooks, const int fault, void *dst, __u32 size, __u64 addr)
{
	long n;

	if (fault && bpf_copy_from_user_str)
		return bpf_copy_from_user_str(dst, size, (const void *)addr, 0);
	/* Before 6.12: brings in the page, and the next one, which a string may reach; they may be gone at once. */
	for (int tries = 0; fault && tries < 4; tries++) {
		char byte;

		if (bpf_copy_from_user(&byte, 1, (const void *)addr))
			return -1;
		bpf_copy_from_user(&byte, 1, (const void *)((addr | 4095) + 1));
		n = bpf_probe_read_user_str(dst, size, (const void *)addr);
		if (n >= 0)
			return n ? n : 1;
	}
	n = bpf_probe_read_user_str(dst, size, (const void *)addr);
	return n ? n : 1; /* 6.1 and 6.12 answer 0 for an empty string, which is a NUL too */
}

#include "probe-descriptor.bpf.h"

static __always_inline void capture_flush(struct capture_hooks *hooks, struct capture *c)
{
	send_call(hooks->t, hooks->type, RECORD_MORE);
}

/* ---- running plans ---- */

static int step_nofault(__u32 i, void *ctx)
{
	struct capture_hooks *hooks = ctx;

	return capture_step(&hooks->t->c, hooks, 0);
}

static int step_fault(__u32 i, void *ctx)
{
	struct capture_hooks *hooks = ctx;

	return capture_step(&hooks->t->c, hooks, 1);
}

/*
 * Prepares a run over the ops `only` of the call's entry or exit. Reads that fail are noted in todo, unless @failed
 * says otherwise. @rebase: how far memory has moved from the address that its blob gets.
 */
static __always_inline void prepare_run(
	struct task_state *t, int exit, __u64 only, __u8 origin, __u8 failed, __u64 rebase)
{
	const struct plan *plan = &shared.plans[t->plan & (PROBE_PLANS - 1)];
	struct capture_run *run;

	run = capture_begin(
		&t->c, plan->first + (exit ? plan->nentry : 0), exit ? plan->nexit : plan->nentry);
	run->only = only;
	run->exit = exit;
	run->origin = origin;
	run->failed = failed;
	run->rebase = rebase;
	t->c.todo[exit] = 0;
}

/* @type: of the record. A global function, as report_lost(). */
__noinline int run_nofault(struct task_state *t, __u32 type)
{
	struct capture_hooks hooks = {.t = t, .type = type};

	if (t)
		bpf_loop(CAPTURE_STEPS, step_nofault, &hooks, 0);
	return 0;
}
