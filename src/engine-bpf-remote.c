/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * See engine-bpf-remote.h. Runs the plan once more with the interpreter of capture.h, all of it,
 * for what a read needs may have come from one that did not fail; the decoder takes what was read
 * first.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>
#include "engine-bpf-remote.h"
#include "capture.h"
#include "descriptor.h"

enum { PAGE = 4096 };

struct engine_bpf_remote {
	const struct plan_set *plans;
	struct capture capture;
	unsigned char *record; /* being put together */
	size_t len, size;
	bool out_of_memory;
};

struct capture_hooks {
	struct engine_bpf_remote *remote;
	pid_t task;	  /* whose memory is read */
	bool in_progress; /* it is still in the call: its file descriptors are what they were */
};

static inline const struct op *capture_op(struct capture_hooks *hooks, __u32 index)
{
	return index < hooks->remote->plans->nops ? &hooks->remote->plans->ops[index] : NULL;
}

static inline long capture_read(
	struct capture_hooks *hooks, const int fault, void *dst, __u32 n, __u64 addr)
{
	struct iovec local = {dst, n}, remote = {(void *)addr, n};

	(void)fault;
	return process_vm_readv(hooks->task, &local, 1, &remote, 1, 0) == (ssize_t)n ? 0 : -EFAULT;
}

static inline long capture_read_string(
	struct capture_hooks *hooks, const int fault, void *dst, __u32 size, __u64 addr)
{
	__u32 got = 0;

	while (got < size - 1) {
		__u32 n = PAGE - (addr + got) % PAGE;
		const char *end;

		n = n < size - 1 - got ? n : size - 1 - got;
		if (capture_read(hooks, fault, (char *)dst + got, n, addr + got))
			return -EFAULT;
		end = memchr((char *)dst + got, 0, n);
		if (end)
			return end - (char *)dst + 1;
		got += n;
	}
	((char *)dst)[got] = 0;
	return size;
}

static void append(struct engine_bpf_remote *r, const void *bytes, size_t n)
{
	if (r->len + n > r->size) {
		unsigned char *grown = realloc(r->record, (r->len + n) * 2);

		if (!grown) {
			r->out_of_memory = true;
			return;
		}
		r->record = grown;
		r->size = (r->len + n) * 2;
	}
	memcpy(r->record + r->len, bytes, n);
	r->len += n;
}

static inline long capture_describe(struct capture_hooks *hooks, void *dst, __s32 fd)
{
	return hooks->in_progress ? descriptor_proc(hooks->task, fd, dst) : -ENOENT;
}

static inline void capture_flush(struct capture_hooks *hooks, struct capture *c)
{
	append(hooks->remote, c->buf + CAPTURE_HEAD, c->used - CAPTURE_HEAD);
	c->used = CAPTURE_HEAD;
}

/* Where the stack of the task's image begins: tells one image from another. 0: the task is gone. */
static uint64_t start_stack(pid_t tid)
{
	char path[64], text[1024], *at;
	unsigned long value = 0;
	ssize_t n;
	int fd;

	snprintf(path, sizeof(path), "/proc/%d/stat", tid);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return 0;
	n = read(fd, text, sizeof(text) - 1);
	close(fd);
	if (n <= 0)
		return 0;
	text[n] = 0;
	at = strrchr(text, ')'); /* behind the name: fields 3 and on */
	for (int field = 3; at && field <= 28; field++)
		at = strchr(at + 1, ' ');
	if (at)
		sscanf(at, " %lu", &value);
	return value;
}

static void run_plan(struct capture_hooks *hooks, const struct plan *plan, bool exit, uint64_t todo)
{
	struct capture *c = &hooks->remote->capture;
	struct capture_run *run;

	if (!todo)
		return;
	run = capture_begin(
		c, plan->first + (exit ? plan->nentry : 0), exit ? plan->nexit : plan->nentry);
	run->exit = exit;
	run->origin = exit ? ORIGIN_EXIT : ORIGIN_LATE;
	run->failed = ORIGIN_FAULT;
	for (unsigned i = 0; i < CAPTURE_STEPS && !capture_step(c, hooks, 1); i++)
		;
	capture_flush(hooks, c);
}

static uint64_t lost_ops(const struct plan *plan, const struct record_pending *pending)
{
	uint64_t of_plan[2] = {
		plan->nentry < 64 ? (1ULL << plan->nentry) - 1 : ~0ULL,
		plan->nexit < 64 ? (1ULL << plan->nexit) - 1 : ~0ULL,
	};

	return __builtin_popcountll(pending->todo[0] & of_plan[0]) +
	       __builtin_popcountll(pending->todo[1] & of_plan[1]);
}

struct engine_bpf_remote *engine_bpf_remote_new(const struct plan_set *plans)
{
	struct engine_bpf_remote *r = calloc(1, sizeof(*r));

	if (r)
		r->plans = plans;
	return r;
}

void engine_bpf_remote_free(struct engine_bpf_remote *r)
{
	if (!r)
		return;
	free(r->record);
	free(r);
}

int engine_bpf_remote_complete(
	struct engine_bpf_remote *r, const struct record *record, const struct record **ret_record)
{
	const struct call *call = (const struct call *)(record + 1);
	const struct plan *plan = plan_find(r->plans, call->nr, call->args);
	/* A thread that has ended may have left its memory to the others. */
	struct capture_hooks hooks = {
		r, start_stack(record->tid) ? record->tid : record->tgid, false};
	const struct blob *blob, *last = NULL;
	struct record_pending pending;
	struct record *whole;
	uint32_t lost = 0;
	size_t kept;

	for (blob = record_first_blob(record); blob; blob = record_next_blob(record, blob))
		last = blob;
	memcpy(&pending, last + 1, sizeof(pending));
	hooks.in_progress = record->type == RECORD_ENTER && pending.todo[0] == ~0ULL;
	r->len = 0;
	r->out_of_memory = false;
	append(r, record, (const char *)last - (const char *)record);
	kept = r->len;
	r->capture.used = CAPTURE_HEAD;
	memcpy(r->capture.value, call->args, sizeof(call->args));
	r->capture.value[VALUE_RET] = call->ret;
	if (plan && start_stack(hooks.task) == pending.start_stack) {
		run_plan(&hooks, plan, false, pending.todo[0]);
		run_plan(&hooks, plan, true, pending.todo[1]);
	}
	if (!plan || start_stack(hooks.task) != pending.start_stack) {
		r->len = kept; /* it is not certain whose memory was read */
		lost = plan ? lost_ops(plan, &pending) : 0;
	}
	if (r->out_of_memory)
		return -ENOMEM;
	whole = (struct record *)r->record;
	whole->size = r->len;
	whole->flags &= ~RECORD_PENDING;
	((struct call *)(whole + 1))->lost += lost;
	*ret_record = whole;
	return 0;
}
