// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * What the stops of a tracee mean: it enters or leaves a call, takes a signal, makes a child, has a new image, ends.
 * Reads what the plan says while the task is stopped, sends the record, lets the task go on. Called by
 * engine-ptrace.c, by the tracer thread only; never waits.
 *
 * Death may come to a tracee at any moment, a stopped one included: then ptrace says ESRCH, which is ignored, because
 * the wait for its end says all about it.
 */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <linux/audit.h>
#include <linux/prctl.h>
#include <linux/seccomp.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include "capture.h"
#include "desc/nr-x86_64.h"
#include "descriptor.h"
#include "engine-ptrace.h"
#include "filter.h"
#include "spool.h"
#include "util/clock.h"
#include "util/proc-status.h"

enum {
	BUCKETS = ENGINE_PTRACE_BUCKETS,
	SIGINFO_SIZE =
		48, /* bytes of a siginfo_t that the kernel fills, and that a RECORD_SIGNAL has */
	SYSCALL_STOP = SIGTRAP | 0x80,
	AGE_NS = 1000000, /* a call that takes longer shows its entry first */
};

enum tracee_flags {
	TRACEE_ARMED = 1,      /* waits for its execve */
	TRACEE_IN_CALL = 2,    /* between entry and exit of a call that is wanted */
	TRACEE_ENTRY_SENT = 4, /* its RECORD_ENTER has left */
	TRACEE_COMPAT = 8,
	TRACEE_IN_SECCOMP = 16, /* armed, and installing the filter that main.c gave the command */
	TRACEE_FILTERED = 32,	/* has that filter: without a tracer the wanted calls would fail */
	/* has a filter of its own, too, which may answer first: every call is to stop */
	TRACEE_BYPASS = 64,
	TRACEE_HELD = 128, /* new, stopped, and its parent has not told of it yet */
};

struct tracee {
	pid_t tid;
	pid_t tgid;
	unsigned flags; /* enum tracee_flags */
	uint32_t nr;
	const struct plan *plan;
	uint64_t seq;
	uint64_t ip;
	uint64_t enter_time;
	uint64_t exit_time;
	int64_t ret;
	long stop;	      /* index of its stop that is still to be handled; -1: none */
	struct tracee *next;  /* in its hash chain, or in the list of unused ones */
	unsigned char *parts; /* blobs that found no room in the capture */
	size_t parts_len, parts_size;
	struct capture capture;
};

void engine_ptrace_set_error(struct engine_ptrace *e, int err)
{
	int none = 0;

	atomic_compare_exchange_strong(&e->error, &none, err);
}

/* Makes *@buf, of *@size units of @unit bytes, as large as @wanted or larger. Returns 0 or -ENOMEM. */
static int grow(void *buf, size_t *size, size_t unit, size_t wanted)
{
	void *grown;

	if (wanted <= *size)
		return 0;
	wanted += wanted / 2;
	grown = realloc(*(void **)buf, wanted * unit);
	if (!grown)
		return -ENOMEM;
	*(void **)buf = grown;
	*size = wanted;
	return 0;
}

/* ---- tracees ---- */

static struct tracee **tracee_slot(struct engine_ptrace *e, pid_t tid)
{
	struct tracee **slot = &e->buckets[(unsigned)tid % BUCKETS];

	while (*slot && (*slot)->tid != tid)
		slot = &(*slot)->next;
	return slot;
}

static struct tracee *tracee_find(struct engine_ptrace *e, pid_t tid)
{
	return *tracee_slot(e, tid);
}

static void tracee_insert(struct engine_ptrace *e, struct tracee *t)
{
	struct tracee **bucket = &e->buckets[(unsigned)t->tid % BUCKETS];

	t->next = *bucket;
	*bucket = t;
}

/* NULL: out of memory; the task is let go then. */
static struct tracee *tracee_new(struct engine_ptrace *e, pid_t tid, pid_t tgid, unsigned flags)
{
	struct tracee *t = e->unused;

	/* A tracee has a stop and perhaps its end to be handled at once. */
	if (grow(&e->stops, &e->stops_size, sizeof(*e->stops), 2 * (e->ntracees + 8))) {
		e->loss.no_storage++;
		return NULL;
	}
	if (t)
		e->unused = t->next;
	else
		t = calloc(1, sizeof(*t));
	if (!t) {
		e->loss.no_storage++;
		return NULL;
	}
	t->tid = tid;
	t->tgid = tgid;
	t->flags = flags;
	t->seq = 0;
	t->stop = -1;
	t->parts_len = 0;
	tracee_insert(e, t);
	e->ntracees++;
	if (flags & TRACEE_FILTERED)
		atomic_fetch_add(&e->nfiltered, 1);
	if (flags & TRACEE_HELD)
		e->nheld++;
	return t;
}

static void close_entry(struct engine_ptrace *e, const struct tracee *t)
{
	if (e->open == t)
		e->open = NULL;
}

static void tracee_remove(struct engine_ptrace *e, struct tracee *t)
{
	close_entry(e, t);
	*tracee_slot(e, t->tid) = t->next;
	t->next = e->unused;
	e->unused = t;
	e->ntracees--;
	if (t->flags & TRACEE_FILTERED)
		atomic_fetch_sub(&e->nfiltered, 1);
	if (t->flags & TRACEE_HELD)
		e->nheld--;
	if (t->stop >= 0)
		e->stops[t->stop].tid = 0;
}

/* ---- records ---- */

static void put(struct engine_ptrace *e, const struct record *record)
{
	int err;

	if (e->silent)
		return;
	/* Without room the tracees wait: they are stopped. */
	while ((err = spool_put(e->spool, record, record->size)) == -ENOBUFS &&
		!atomic_load(&e->closing))
		nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
	if (err && err != -ENOBUFS)
		engine_ptrace_set_error(e, err);
}

static void send_entry(struct engine_ptrace *e, struct tracee *t);

/* Before another task's record is put, the entry of the call that a task is in is shown. */
static void send_open_entry(struct engine_ptrace *e, const struct tracee *but)
{
	if (e->open && e->open != but)
		send_entry(e, e->open);
}

/* Begins a record of @t, which is to be put next. */
static void fill_record(struct record *record, struct engine_ptrace *e, struct tracee *t,
	uint8_t type, uint32_t size)
{
	send_open_entry(e, t);
	*record = (struct record){
		.size = size,
		.type = type,
		.tgid = t->tgid,
		.tid = t->tid,
		.seq = ++t->seq,
		.time = e->now,
	};
}

/* The record in the capture, with the parts that were flushed from it, its blobs joined. NULL: out of memory. */
static struct record *join_parts(struct engine_ptrace *e, struct tracee *t)
{
	struct capture *c = &t->capture;
	size_t size = c->used + t->parts_len;
	struct record *whole;

	if (grow(&e->whole, &e->whole_size, 1, size))
		return NULL;
	memcpy(e->whole, c->buf, CAPTURE_HEAD);
	memcpy(e->whole + CAPTURE_HEAD, t->parts, t->parts_len);
	memcpy(e->whole + CAPTURE_HEAD + t->parts_len, c->buf + CAPTURE_HEAD,
		c->used - CAPTURE_HEAD);
	t->parts_len = 0;
	whole = (struct record *)e->whole;
	whole->size = size;
	record_join_blobs(whole);
	return whole;
}

static void send_call(struct engine_ptrace *e, struct tracee *t, uint8_t type)
{
	struct capture *c = &t->capture;
	struct record *record = (struct record *)c->buf;
	struct call *call = (struct call *)(record + 1);

	close_entry(e, t);
	fill_record(record, e, t, type, c->used);
	if (t->flags & TRACEE_COMPAT)
		record->flags |= RECORD_COMPAT;
	*call = (struct call){
		.nr = t->nr,
		.lost = c->data_lost,
		.enter_time = t->enter_time,
		.exit_time = type == RECORD_ENTER ? 0 : t->exit_time,
		.ret = type == RECORD_ENTER ? 0 : t->ret,
		.ip = t->ip,
	};
	memcpy(call->args, c->value, sizeof(call->args));
	/* A read is in several blobs only behind a full chunk. */
	if (t->parts_len)
		record = join_parts(e, t);
	else if (c->used > CAPTURE_CHUNK)
		record_join_blobs(record);
	if (record)
		put(e, record);
	else
		engine_ptrace_set_error(e, -ENOMEM);
	c->used = CAPTURE_HEAD;
}

static void send_entry(struct engine_ptrace *e, struct tracee *t)
{
	if ((t->flags & (TRACEE_IN_CALL | TRACEE_ENTRY_SENT)) != TRACEE_IN_CALL)
		return;
	send_call(e, t, RECORD_ENTER);
	t->flags |= TRACEE_ENTRY_SENT;
}

/* A call that takes its time shows its entry though nobody says anything. */
static void send_aged_entry(struct engine_ptrace *e, const struct tracee *but)
{
	if (e->open && e->open->enter_time + AGE_NS < e->now)
		send_open_entry(e, but);
}

static void send_event(
	struct engine_ptrace *e, struct tracee *t, uint8_t type, uint64_t value, uint64_t other)
{
	struct {
		struct record record;
		struct task_event event;
	} r = {.event = {value, other}};

	fill_record(&r.record, e, t, type, sizeof(r));
	put(e, &r.record);
}

/* Where the program is, of a task that is stopped; 0: it is not any more. */
static uint64_t program_place(const struct tracee *t)
{
	struct __ptrace_syscall_info info = {0};

	ptrace(PTRACE_GET_SYSCALL_INFO, t->tid, sizeof(info), &info);
	return info.instruction_pointer;
}

/* What the descriptor that the signal is about is. Returns the bytes of the fact, none if there is no such thing. */
static size_t describe_signal(struct tracee *t, const siginfo_t *info, struct blob *ret_fact)
{
	int fd = capture_signal_fd((const __s32 *)info);
	long got = fd < 0 ? -1 : descriptor_proc(t->tid, fd, ret_fact + 1);

	if (got <= 0)
		return 0;
	*ret_fact = (struct blob){.addr = (uint32_t)fd,
		.len = got,
		.op = FACT_DESCRIPTOR,
		.origin = ORIGIN_ENTRY,
		.flags = BLOB_FACT};
	return sizeof(*ret_fact) + RECORD_ALIGN((size_t)got);
}

static void send_signal(struct engine_ptrace *e, struct tracee *t, int signal)
{
	struct {
		struct record record;
		struct task_event event;
		struct blob blob;
		unsigned char info[SIGINFO_SIZE];
		struct blob fact;
		unsigned char description[DESCRIPTOR_MAX];
	} r = {.event = {.value = signal}, .blob = {.len = SIGINFO_SIZE}};
	size_t size = offsetof(typeof(r), fact);
	siginfo_t info;

	if (ptrace(PTRACE_GETSIGINFO, t->tid, NULL, &info))
		return;
	r.event.other = program_place(t);
	memcpy(r.info, &info, SIGINFO_SIZE);
	if (e->config->describe)
		size += describe_signal(t, &info, &r.fact);
	fill_record(&r.record, e, t, RECORD_SIGNAL, size);
	put(e, &r.record);
}

/* ---- the interpreter's hooks ---- */

struct capture_hooks {
	struct engine_ptrace *e;
	struct tracee *t;
};

static inline const struct op *capture_op(struct capture_hooks *hooks, __u32 index)
{
	return index < hooks->e->config->plans->nops ? &hooks->e->config->plans->ops[index] : NULL;
}

/* What a read that failed with @err is to be called. */
static inline long note_failure(struct capture_hooks *hooks, long err)
{
	hooks->t->capture.run.failed = err == -EFAULT ? ORIGIN_FAULT : ORIGIN_LOST;
	return err;
}

static inline long capture_read(
	struct capture_hooks *hooks, const int fault, void *dst, __u32 n, __u64 addr)
{
	int err = engine_ptrace_memory_read(&hooks->e->memory, dst, n, addr);

	(void)fault;
	return err ? note_failure(hooks, err) : 0;
}

static inline long capture_read_bytes(
	struct capture_hooks *hooks, const int fault, void *dst, __u32 n, __u64 addr)
{
	return capture_read(hooks, fault, dst, n, addr);
}

static inline long capture_read_string(
	struct capture_hooks *hooks, const int fault, void *dst, __u32 size, __u64 addr)
{
	long got = engine_ptrace_memory_string(&hooks->e->memory, dst, size, addr);

	(void)fault;
	return got < 0 ? note_failure(hooks, got) : got;
}

static inline long capture_name(struct capture_hooks *hooks, void *dst)
{
	return descriptor_task_name(hooks->t->tid, dst);
}

static inline long capture_describe(struct capture_hooks *hooks, void *dst, __s32 fd)
{
	return descriptor_proc(hooks->t->tid, fd, dst);
}

static inline long capture_netlink(struct capture_hooks *hooks, __s32 fd)
{
	return descriptor_netlink(hooks->t->tid, fd);
}

static inline void capture_flush(struct capture_hooks *hooks, struct capture *c)
{
	struct tracee *t = hooks->t;
	size_t len = c->used - CAPTURE_HEAD;

	c->used = CAPTURE_HEAD;
	if (grow(&t->parts, &t->parts_size, 1, t->parts_len + len)) {
		engine_ptrace_set_error(hooks->e, -ENOMEM);
		return;
	}
	memcpy(t->parts + t->parts_len, c->buf + CAPTURE_HEAD, len);
	t->parts_len += len;
}

static void run_ops(struct engine_ptrace *e, struct tracee *t, bool exit, uint64_t only)
{
	struct capture_hooks hooks = {e, t};
	struct capture_run *run;

	engine_ptrace_memory_begin(&e->memory, t->tid);
	run = capture_begin(&t->capture, t->plan->first + (exit ? t->plan->nentry : 0),
		exit ? t->plan->nexit : t->plan->nentry);
	run->only = only;
	run->exit = exit;
	run->origin = exit ? ORIGIN_EXIT : ORIGIN_ENTRY;
	run->failed = ORIGIN_FAULT;
	for (unsigned i = 0; i < CAPTURE_STEPS && !capture_step(&t->capture, &hooks, 1); i++)
		;
}

/* ---- system calls ---- */

static bool is_wanted(struct engine_ptrace *e, const struct tracee *t)
{
	if (t->nr >= PLAN_NR || (t->nr >= DESC_COMPAT && !(t->flags & TRACEE_COMPAT)))
		return e->config->filter->calls.beyond;
	return e->config->plans->selectors[t->nr].wanted;
}

/* Whether an armed task goes on without a record: only its execve begins the tracing. */
static bool is_before_execve(struct tracee *t)
{
	if (!(t->flags & TRACEE_ARMED))
		return false;
	if (t->nr == NR_execve || t->nr == NR_execveat)
		t->flags &= ~TRACEE_ARMED;
	else if (t->nr == NR_seccomp)
		t->flags |= TRACEE_IN_SECCOMP;
	return t->flags & TRACEE_ARMED;
}

static void enter_call(
	struct engine_ptrace *e, struct tracee *t, const struct __ptrace_syscall_info *info)
{
	struct capture *c = &t->capture;
	const struct plan *plan = NULL;

	t->flags &= ~(TRACEE_IN_CALL | TRACEE_ENTRY_SENT | TRACEE_COMPAT);
	close_entry(e, t);
	t->nr = info->entry.nr;
	if (info->arch != AUDIT_ARCH_X86_64) {
		t->flags |= TRACEE_COMPAT;
		t->nr += DESC_COMPAT;
	}
	if (is_before_execve(t) || e->silent || !is_wanted(e, t))
		return;
	for (int i = 0; i < 6; i++)
		c->value[i] = t->flags & TRACEE_COMPAT ? (uint32_t)info->entry.args[i]
						       : info->entry.args[i];
	c->value[VALUE_SP] = info->stack_pointer;
	t->ip = info->instruction_pointer;
	if (t->nr < DESC_COMPAT || t->flags & TRACEE_COMPAT)
		plan = plan_find(e->config->plans, t->nr, c->value);
	t->plan = plan ? plan : &e->config->plans->plans[0];
	t->enter_time = e->now;
	t->parts_len = 0;
	c->todo[0] = c->todo[1] = 0;
	c->data_lost = 0;
	c->used = CAPTURE_HEAD;
	t->flags |= TRACEE_IN_CALL;
	if (t->plan->nentry)
		run_ops(e, t, false, ~0ULL);
	if (t->plan->flags & PLAN_NO_RETURN) {
		send_entry(e, t);
	} else {
		send_open_entry(e, t);
		e->open = t;
	}
}

static void leave_call(
	struct engine_ptrace *e, struct tracee *t, const struct __ptrace_syscall_info *info)
{
	uint64_t only;

	if (t->flags & TRACEE_IN_SECCOMP) {
		t->flags &= ~TRACEE_IN_SECCOMP;
		if (!info->exit.rval) {
			t->flags |= TRACEE_FILTERED;
			atomic_fetch_add(&e->nfiltered, 1);
		}
	}
	if (!(t->flags & TRACEE_IN_CALL))
		return;
	t->flags &= ~TRACEE_IN_CALL;
	t->exit_time = e->now;
	t->ret = info->exit.rval;
	t->capture.value[VALUE_RET] = t->ret;
	only = (uint64_t)t->ret >= (uint64_t)-4095 ? t->plan->always : ~0ULL;
	if (t->plan->nexit && only)
		run_ops(e, t, true, only);
	send_call(e, t, t->flags & TRACEE_ENTRY_SENT ? RECORD_EXIT : RECORD_CALL);
}

/* Returns false if the task is not in a stop of a call any longer: it was killed, or an exec took its place. */
static bool handle_call(struct engine_ptrace *e, struct tracee *t)
{
	struct __ptrace_syscall_info info;

	if (ptrace(PTRACE_GET_SYSCALL_INFO, t->tid, sizeof(info), &info) <= 0) {
		if (errno == ESRCH)
			return false;
		/* A kernel before 5.3. */
		engine_ptrace_set_error(e, -errno);
		return true;
	}
	switch (info.op) {
	case PTRACE_SYSCALL_INFO_ENTRY:
		enter_call(e, t, &info);
		return true;
	case PTRACE_SYSCALL_INFO_EXIT:
		leave_call(e, t, &info);
		return true;
	}
	return false;
}

/*
 * A filter that the program installs may answer calls before ours has them stop. From here on all calls of the process
 * stop; its other threads are shaken if the filter is for them too.
 */
static void bypass_filter(struct engine_ptrace *e, struct tracee *t, bool for_all)
{
	for (unsigned i = 0; i < BUCKETS; i++) {
		for (struct tracee *other = e->buckets[i]; other; other = other->next) {
			if (other->tgid != t->tgid)
				continue;
			other->flags |= TRACEE_BYPASS;
			if (for_all && other != t)
				ptrace(PTRACE_INTERRUPT, other->tid, NULL, NULL);
		}
	}
}

/* A call that the filter has stop; its exit stops because of how the task is resumed. */
static void handle_filtered_call(struct engine_ptrace *e, struct tracee *t)
{
	struct __ptrace_syscall_info info;
	const uint64_t *args = (const uint64_t *)info.seccomp.args;

	if (!(t->flags & TRACEE_FILTERED) || t->flags & TRACEE_BYPASS)
		return;
	/* Before the execve every call stops twice at its entry. */
	if (t->flags & TRACEE_IN_CALL)
		return;
	if (ptrace(PTRACE_GET_SYSCALL_INFO, t->tid, sizeof(info), &info) <= 0 ||
		info.op != PTRACE_SYSCALL_INFO_SECCOMP)
		return;
	enter_call(e, t, &info);
	if (t->flags & TRACEE_COMPAT)
		return;
	if (t->nr == NR_seccomp && args[0] == SECCOMP_SET_MODE_FILTER)
		bypass_filter(e, t, args[1] & SECCOMP_FILTER_FLAG_TSYNC);
	else if (t->nr == NR_prctl && args[0] == PR_SET_SECCOMP)
		bypass_filter(e, t, false);
}

/* ---- the life of tasks ---- */

static void resume(struct tracee *t, int signal)
{
	bool every = !(t->flags & TRACEE_FILTERED) ||
		     t->flags & (TRACEE_BYPASS | TRACEE_ARMED | TRACEE_IN_CALL);

	ptrace(every ? PTRACE_SYSCALL : PTRACE_CONT, t->tid, NULL, (long)signal);
}

static void release(struct engine_ptrace *e, struct tracee *t)
{
	if (!(t->flags & TRACEE_HELD))
		return;
	t->flags &= ~TRACEE_HELD;
	e->nheld--;
	resume(t, 0);
}

/* Lets new tasks go on whose parent will not tell of them: it may be dead. */
static void release_held(struct engine_ptrace *e)
{
	for (unsigned i = 0; e->nheld && i < BUCKETS; i++) {
		for (struct tracee *t = e->buckets[i]; t; t = t->next) {
			long long tgid;

			if (!(t->flags & TRACEE_HELD))
				continue;
			tgid = proc_status(t->tid, "Tgid", 10);
			if (tgid > 0)
				t->tgid = tgid;
			/* Whether it has the filter its parent would have told. */
			if (atomic_load(&e->nfiltered) && !(t->flags & TRACEE_FILTERED)) {
				t->flags |= TRACEE_FILTERED | TRACEE_BYPASS;
				atomic_fetch_add(&e->nfiltered, 1);
			}
			release(e, t);
		}
	}
}

static void handle_fork(struct engine_ptrace *e, struct tracee *t)
{
	unsigned long tid;
	struct tracee *child;
	pid_t tgid;

	if (ptrace(PTRACE_GETEVENTMSG, t->tid, NULL, &tid))
		return;
	/* The cheapest way to tell a thread of the group from a new process. */
	tgid = tgkill(t->tgid, tid, 0) && errno == ESRCH ? (pid_t)tid : t->tgid;
	child = tracee_find(e, tid);
	if (!child)
		child = tracee_new(e, tid, tgid, t->flags & TRACEE_BYPASS);
	if (!child)
		return;
	child->tgid = tgid;
	if (t->flags & TRACEE_FILTERED && !(child->flags & TRACEE_FILTERED)) {
		child->flags |= TRACEE_FILTERED | (t->flags & TRACEE_BYPASS);
		atomic_fetch_add(&e->nfiltered, 1);
	}
	send_event(e, t, RECORD_FORK, tid, tgid);
	release(e, child);
}

/*
 * The task has a new image. If it was not the leader, it has taken the leader's id, and nothing more comes of the
 * leader. Returns the task.
 */
static struct tracee *handle_exec(struct engine_ptrace *e, struct tracee *t)
{
	unsigned long old = t->tid;
	struct tracee *thread;

	if (ptrace(PTRACE_GETEVENTMSG, t->tid, NULL, &old))
		return t;
	thread = (pid_t)old == t->tid ? NULL : tracee_find(e, old);
	if (thread) {
		pid_t tid = t->tid;

		send_entry(e, t);
		send_entry(e, thread);
		send_event(e, t, RECORD_TASK_EXIT, 0, 0);
		tracee_remove(e, t);
		*tracee_slot(e, old) = thread->next;
		thread->tid = thread->tgid = tid;
		tracee_insert(e, thread);
		t = thread;
	}
	send_event(e, t, RECORD_EXEC, old, 0);
	return t;
}

static void handle_end(struct engine_ptrace *e, struct tracee *t, int status)
{
	send_entry(e, t);
	send_event(e, t, RECORD_TASK_EXIT, status, 0);
	tracee_remove(e, t);
	release_held(e);
}

/* A task that is traced because its creator is, and whose creator has perhaps not told of it yet. */
static void handle_unknown(struct engine_ptrace *e, pid_t tid, int status)
{
	if (!WIFSTOPPED(status))
		return;
	if (status >> 16 != PTRACE_EVENT_STOP || (e->silent && !atomic_load(&e->nfiltered))) {
		ptrace(PTRACE_DETACH, tid, NULL, NULL);
		return;
	}
	/* Which process it belongs to is known when its creator tells of it. */
	if (!tracee_new(e, tid, tid, TRACEE_HELD))
		ptrace(PTRACE_DETACH, tid, NULL, NULL);
}

static void detach(struct engine_ptrace *e, struct tracee *t, int signal)
{
	ptrace(PTRACE_DETACH, t->tid, NULL, (long)signal);
	tracee_remove(e, t);
}

static bool is_signal_wanted(const struct engine_ptrace *e, const struct tracee *t, int signal)
{
	return !(t->flags & TRACEE_ARMED) && filter_has_signal(e->config->filter, signal);
}

static void handle_signal(struct engine_ptrace *e, struct tracee *t, int signal)
{
	if (is_signal_wanted(e, t, signal))
		send_signal(e, t, signal);
	resume(t, signal);
}

static void handle_stop(struct engine_ptrace *e, struct tracee *t, int status)
{
	int signal = WSTOPSIG(status);

	if (e->silent && !(t->flags & TRACEE_FILTERED)) {
		detach(e, t, status >> 16 || signal == SYSCALL_STOP ? 0 : signal);
		return;
	}
	switch (status >> 16) {
	case 0:
		if (signal != SYSCALL_STOP)
			handle_signal(e, t, signal);
		else if (handle_call(e, t))
			resume(t, 0);
		return;
	case PTRACE_EVENT_STOP:
		/* With another signal the task was stopped by it, and stays so until SIGCONT. */
		if (signal == SIGTRAP) {
			resume(t, 0);
			return;
		}
		if (is_signal_wanted(e, t, signal))
			send_event(e, t, RECORD_STOP, signal, program_place(t));
		ptrace(PTRACE_LISTEN, t->tid, NULL, NULL);
		return;
	case PTRACE_EVENT_FORK:
	case PTRACE_EVENT_VFORK:
	case PTRACE_EVENT_CLONE:
		handle_fork(e, t);
		break;
	case PTRACE_EVENT_EXEC:
		t = handle_exec(e, t);
		break;
	case PTRACE_EVENT_SECCOMP:
		handle_filtered_call(e, t);
		break;
	}
	resume(t, 0);
}

static void handle(struct engine_ptrace *e, const struct stop *stop)
{
	struct tracee *t = tracee_find(e, stop->tid);

	e->now = now_ns();
	if (!t) {
		handle_unknown(e, stop->tid, stop->status);
		return;
	}
	t->stop = -1;
	send_aged_entry(e, t);
	if (WIFSTOPPED(stop->status))
		handle_stop(e, t, stop->status);
	else
		handle_end(e, t, stop->status);
}

/* ---- for the tracer ---- */

int engine_ptrace_tracee_new(struct engine_ptrace *e, pid_t tid, pid_t tgid, bool armed)
{
	struct tracee *t = tracee_new(e, tid, tgid, armed ? TRACEE_ARMED : 0);

	if (!t)
		return -ENOMEM;
	e->now = now_ns();
	if (!armed)
		send_event(e, t, RECORD_ATTACH, 0, 0);
	return 0;
}

bool engine_ptrace_tracee_known(struct engine_ptrace *e, pid_t tid)
{
	return tracee_find(e, tid);
}

void engine_ptrace_collected(struct engine_ptrace *e, pid_t tid, int status)
{
	struct tracee *t = tracee_find(e, tid);

	/* One stop after another without having been resumed: killed, or replaced by an exec. The first is void. */
	if (t) {
		if (t->stop >= 0)
			e->stops[t->stop].tid = 0;
		t->stop = e->nstops;
	}
	e->stops[e->nstops++] = (struct stop){tid, status};
}

void engine_ptrace_handle_all(struct engine_ptrace *e)
{
	for (size_t i = 0; i < e->nstops; i++)
		if (e->stops[i].tid)
			handle(e, &e->stops[i]);
	e->nstops = 0;
}

bool engine_ptrace_idle(struct engine_ptrace *e)
{
	e->now = now_ns();
	send_aged_entry(e, NULL);
	release_held(e);
	return !e->open;
}

void engine_ptrace_census(struct engine_ptrace *e)
{
	const int options = WEXITED | WSTOPPED | WNOHANG | WNOWAIT | __WALL | __WNOTHREAD;

	e->now = now_ns();
	for (unsigned i = 0; i < BUCKETS; i++) {
		struct tracee *next;

		for (struct tracee *t = e->buckets[i]; t; t = next) {
			siginfo_t info;

			next = t->next;
			if (waitid(P_PID, t->tid, &info, options) && errno == ECHILD)
				handle_end(e, t, 0);
		}
	}
}

void engine_ptrace_let_go(struct engine_ptrace *e)
{
	e->now = now_ns();
	send_open_entry(e, NULL);
	e->silent = true;
	for (unsigned i = 0; i < BUCKETS; i++)
		for (struct tracee *t = e->buckets[i]; t; t = t->next)
			if (!(t->flags & TRACEE_FILTERED))
				ptrace(PTRACE_INTERRUPT, t->tid, NULL, NULL);
	release_held(e);
}

static void free_list(struct tracee *t)
{
	while (t) {
		struct tracee *next = t->next;

		free(t->parts);
		free(t);
		t = next;
	}
}

void engine_ptrace_free_tracees(struct engine_ptrace *e)
{
	for (unsigned i = 0; i < BUCKETS; i++)
		free_list(e->buckets[i]);
	free_list(e->unused);
	free(e->stops);
	free(e->whole);
}
