// SPDX-License-Identifier: GPL-2.0-only
/*
 * The probe: sees every system call and life event (probe-life.bpf.h) of the traced tasks and sends records. Stage one
 * (sys_enter, sys_exit) never sleeps. Only when a read faulted does stage two run, where it may fault: at the entry,
 * where the kernel lets a program sleep there (fault_at_entry()), else at the exit, if the page is still not there
 * (finish_late(), or the host).
 *
 * Stage one runs with preemption disabled and only for the current task, so a task's state needs no lock: whoever
 * holds it is the task itself. Nothing is reserved in a ring across a read; a record is built in the task's state
 * and copied out whole.
 */
#include "kernel.h"
#include <bpf/bpf_core_read.h>
#include <bpf/bpf_endian.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>
#include "probe.h"

/* Set before loading; constants to the verifier. */
const volatile struct probe_choices choices SEC(".rodata.choices");
#define CAPTURE_DESCRIBES choices.describe
#include "capture.h"

char LICENSE[] SEC("license") = "GPL";

#ifndef TASK_WORK
#error "TASK_WORK: 0: the kernel has no task work for BPF; 1: the kfunc of 6.18; 2: that of 7.2"
#endif

#define TS_COMPAT	       0x0002 /* thread_info.status, arch/x86/include/asm/thread_info.h */
#define TASK_DEAD	       0x0080 /* include/linux/sched.h */
#define PF_IO_WORKER	       0x00000010
#define PF_USER_WORKER	       0x00004000 /* a vhost worker; before 6.4 another flag */
#define PF_KTHREAD	       0x00200000
#define SIGNAL_GROUP_EXIT      0x0004 /* signal_struct.flags, include/linux/sched/signal.h */
#define TRACE_SIGNAL_DELIVERED 0      /* include/trace/events/signal.h */
#define TRACE_SIGNAL_IGNORED   1
#define SEND_SIG_PRIV	       1 /* include/linux/signal.h, in place of a pointer; SEND_SIG_NOINFO is 0 */
#define SI_KERNEL	       0x80 /* include/uapi/asm-generic/siginfo.h */
#define SIGKILL		       9
#define SIGTRAP		       5
#define TASK_STOPPED	       4 /* task_struct.__state, include/linux/sched.h */
#define TASK_TRACED	       8
#define JOBCTL_STOP_SIGMASK    0xffff /* task_struct.jobctl, include/linux/sched/jobctl.h */
#define PTRACE_EVENT_STOP      128    /* include/uapi/linux/ptrace.h */
#define PAGE_SIZE	       4096
#define PATH_MAX	       4096
#define MAX_STACK_PAGES	       2048 /* of arguments: the kernel takes no more than 6 MB */
#define IS_ERROR(ret)	       ((__u64)(ret) >= (__u64)-4095)
#define ENOSYS		       38
#define NR_execve	       59
#define NR_execveat	       322

enum task_flags {
	TASK_ARMED = 1,	     /* waits for its execve */
	TASK_IN_CALL = 2,    /* between entry and exit of a call that is wanted */
	TASK_ENTRY_SENT = 4, /* its RECORD_ENTER has left */
	TASK_FINISHING = 8,  /* stage two owes the record */
	TASK_COMPAT = 16,
	TASK_CLAIMED = 32, /* stage two reads at the entry; its buffer is in use across a sleep */
	TASK_IMAGE = 64,   /* the new image of the execve that it is in has been looked at */
	TASK_SCRIPT = 128, /* and what was executed is run by another program */
	TASK_GONE = 256,   /* its end has been told */
	TASK_HOLD_OTHER = 512, /* which of its two works holds it next */
	TASK_PART_SENT = 1024, /* a fragment of the call's record has left */
	TASK_OUTSIDE = 2048,   /* out of a call whose exit was seen */
};

struct task_state {
	struct capture c;
	__u64 seq;
	__u64 enter_time;
	__u64 exit_time;
	__u64 mm; /* the mm_struct that the call's arguments are in */
	/*
	 * Where an execve's path, argv and envp are on the new stack; 0: nowhere. A power of two: 6.1 knows no other
	 * bound.
	 */
	__u64 moved[4];
	__s64 ret;
	__u64 ip;
	__u32 flags; /* enum task_flags */
	__u32 nr;
	__u32 plan;
	__u32 tgid;
	__u32 tid;
	__u32 lost_records; /* since the last one that found room */
	__u32 lost_calls;   /* of which nothing arrived */
	__u64 held_since;
	__u32 fatal; /* the signal that ends the process, if it was sent to this task; written by the sender */
};

struct {
	__uint(type, BPF_MAP_TYPE_TASK_STORAGE);
	__uint(map_flags, BPF_F_NO_PREALLOC);
	__type(key, int);
	__type(value, struct task_state);
} tasks SEC(".maps");

struct ring {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 4096); /* the loader makes the real ones */
};

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY_OF_MAPS);
	__uint(max_entries, 1); /* set by the loader: one a CPU */
	__type(key, __u32);
	__array(values, struct ring);
} rings SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, PROBE_PLANS);
	__type(key, struct case_key);
	__type(value, __u32);
} cases SEC(".maps");

#if TASK_WORK
/* Task work must live in a hash map (6.18: not in task storage). */
struct bpf_task_work {
	__u64 __opaque;
} __attribute__((aligned(8)));

struct work {
	struct bpf_task_work work;
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(map_flags, BPF_F_NO_PREALLOC);
	__uint(max_entries, 1 << 17);
	__type(key, __u32);
	__type(value, struct work);
} works SEC(".maps");

static const struct work no_work;
#endif

extern int bpf_copy_from_user_str(
	void *dst, __u32 dst__sz, const void *unsafe_ptr__ign, __u64 flags) __weak __ksym;
extern void bpf_preempt_disable(void) __weak __ksym;
extern void bpf_preempt_enable(void) __weak __ksym;
#if TASK_WORK == 1
extern int bpf_task_work_schedule_resume_impl(struct task_struct *task, struct bpf_task_work *tw,
	void *map__map, int (*callback)(struct bpf_map *map, void *key, void *value),
	void *aux__prog) __ksym;
#define schedule_task_work(task, tw, map, callback) \
	bpf_task_work_schedule_resume_impl(task, tw, map, callback, NULL)
#elif TASK_WORK == 2
extern int bpf_task_work_schedule_resume(struct task_struct *task, struct bpf_task_work *tw,
	void *map__map, int (*callback)(struct bpf_map *map, void *key, void *value)) __ksym;
#define schedule_task_work bpf_task_work_schedule_resume
#endif

struct probe_shared shared;

static __always_inline void count(__u64 *counter)
{
	__sync_fetch_and_add(counter, 1);
}

/*
 * The state of the current task, for a program that may be preempted. In a kernel that has bpf_task_storage_busy (a
 * counter for each processor, kernel/bpf/bpf_task_storage.c), no storage can be made on a processor while a task is
 * preempted in this lookup there; the child of a traced task would then not be traced.
 */
static __always_inline struct task_state *state_undisturbed(struct task_struct *current)
{
	struct task_state *t;

	if (!choices.lookup_takes_turn)
		return bpf_task_storage_get(&tasks, current, 0, 0);
	bpf_preempt_disable();
	t = bpf_task_storage_get(&tasks, current, 0, 0);
	bpf_preempt_enable();
	return t;
}

/*
 * Pointers of the kernel's are followed by BPF_CORE_READ and never by ->, here and in what is included: for each -> the
 * verifier of 6.18 searches the names of all types, several times over.
 */
static __always_inline struct mm_struct *memory_of(struct task_struct *task)
{
	return BPF_CORE_READ(task, mm);
}

static __always_inline void note_memory(struct task_state *t, struct task_struct *current)
{
	t->mm = (unsigned long)memory_of(current);
}

enum { MEMORY_NONE, MEMORY_SAME, MEMORY_NEW };

/* What the current task has, compared with what its call began in. */
static __always_inline int compare_memory(const struct task_state *t, struct task_struct *current)
{
	struct mm_struct *mm = memory_of(current);

	if (!mm)
		return MEMORY_NONE;
	return (unsigned long)mm == t->mm ? MEMORY_SAME : MEMORY_NEW;
}

/* 0: it has no memory. */
static __always_inline __u64 start_of_stack(struct task_struct *task)
{
	return BPF_CORE_READ(task, mm, start_stack);
}

static __always_inline __u64 end_of_environment(struct task_struct *task)
{
	return BPF_CORE_READ(task, mm, env_end);
}

/* ---- rings ---- */

/*
 * Returns whether it found room. Calls leave a little of it to the events: that a task ends, and what it lost before,
 * can still be said.
 */
static __always_inline int put(void *data, __u64 size, const int is_call)
{
	__u32 cpu = bpf_get_smp_processor_id();
	void *ring = bpf_map_lookup_elem(&rings, &cpu);

	if (!ring ||
		(is_call && bpf_ringbuf_query(ring, BPF_RB_AVAIL_DATA) > shared.config.full_above))
		return 0;
	/* No wakeup: it costs several times the record; the reader looks by itself every few milliseconds. */
	return !bpf_ringbuf_output(ring, data, size,
		((struct record *)data)->flags & RECORD_PENDING ? BPF_RB_FORCE_WAKEUP
								: BPF_RB_NO_WAKEUP);
}

/* A record without a number. */
static __always_inline void send(void *data, __u64 size)
{
	if (!put(data, size, 0))
		count(&shared.loss.ring_full);
}

static __always_inline void fill_record(
	struct record *record, __u32 size, __u8 type, __u8 flags, __u64 time)
{
	record->size = size;
	record->type = type;
	record->flags = flags;
	record->cpu = bpf_get_smp_processor_id();
	record->time = time;
}

struct event_record {
	struct record record;
	struct task_event event;
};

/*
 * Before the next record of a task, says how many of its records found no room. Returns whether this one did. A
 * global function, because the verifier looks at such a one only once.
 */
__noinline int report_lost(struct task_state *t, int before_call)
{
	struct event_record e = {};

	if (!t)
		return 0;
	fill_record(&e.record, sizeof(e), RECORD_LOST, 0, bpf_ktime_get_ns());
	e.record.tgid = t->tgid;
	e.record.tid = t->tid;
	e.record.seq = t->seq + 1;
	e.event.value = t->lost_records;
	e.event.other = t->lost_calls;
	if (before_call ? !put(&e, sizeof(e), 1) : !put(&e, sizeof(e), 0))
		return 0;
	t->seq++;
	t->lost_records = 0;
	t->lost_calls = 0;
	return 1;
}

/* The task's next record. @calls: how many calls are lost without it. Returns whether it found room. */
static __always_inline int send_numbered(
	struct task_state *t, struct record *record, __u64 size, const int is_call, const int calls)
{
	int sent = !t->lost_records || report_lost(t, is_call);

	record->seq = ++t->seq;
	if (sent && put(record, size, is_call))
		return 1;
	t->lost_records++;
	count(&shared.loss.ring_full);
	if (calls) {
		t->lost_calls += calls;
		count(&shared.loss.calls);
	}
	return 0;
}

/* The head of a record of the call that the task is in, in its buffer. Returns the record's size. */
static __always_inline __u64 fill_call(struct task_state *t, __u8 type, __u8 flags, __u64 time)
{
	struct record *record = (struct record *)t->c.buf;
	struct call *call = (struct call *)(record + 1);
	__u64 size = t->c.used;

	CAPTURE_BOUND(size, CAPTURE_BUF);
	/* An exit is told from that of another call by the time of its entry. */
	if (!t->enter_time && type == RECORD_ENTER)
		t->enter_time = time;
	if (t->flags & TASK_COMPAT)
		flags |= RECORD_COMPAT;
	fill_record(record, size, type, flags, time);
	record->tgid = t->tgid;
	record->tid = t->tid;
	call->nr = t->nr;
	call->lost = t->c.data_lost;
	if (flags & RECORD_UNREAD)
		call->lost += __builtin_popcountll(t->c.todo[0]);
	call->enter_time = t->enter_time;
	call->exit_time = type == RECORD_ENTER ? 0 : t->exit_time;
	call->ret = type == RECORD_ENTER ? 0 : t->ret;
	call->ip = t->ip;
	for (int i = 0; i < 6; i++)
		call->args[i] = t->c.value[i];
	return size;
}

/*
 * Sends what is in the task's buffer as a record of the call it is in, or as a fragment of one. Global, as report_lost.
 */
__noinline int send_call_at(struct task_state *t, __u32 type, __u32 flags, __u64 time)
{
	__u64 size;

	if (!t)
		return 0;
	size = fill_call(t, type, flags, time);
	/* Without a branch, which the verifier would follow. */
	t->flags |= (flags & RECORD_MORE) * TASK_PART_SENT;
	CAPTURE_BOUND(size, CAPTURE_BUF);
	send_numbered(t, (struct record *)t->c.buf, size, 1,
		!(flags & RECORD_MORE) && type != RECORD_EXIT);
	t->c.used = CAPTURE_HEAD;
	return 0;
}

static __always_inline void send_call(struct task_state *t, __u8 type, __u8 flags)
{
	send_call_at(t, type, flags, bpf_ktime_get_ns());
}

/* A call's entry that its exit can still do without: if there is no room now, nothing is lost. */
static __always_inline int try_send_entry(struct task_state *t, __u8 flags)
{
	struct record *record = (struct record *)t->c.buf;
	__u64 size;

	if (t->lost_records)
		return 0;
	size = fill_call(t, RECORD_ENTER, flags, bpf_ktime_get_ns());
	CAPTURE_BOUND(size, CAPTURE_BUF);
	record->seq = t->seq + 1;
	if (!put(record, size, 1))
		return 0;
	t->seq++;
	t->c.used = CAPTURE_HEAD;
	return 1;
}

static __always_inline void fill_event(
	struct event_record *e, const struct task_state *t, __u8 type, __u64 value, __u64 other)
{
	fill_record(&e->record, sizeof(*e), type, 0, bpf_ktime_get_ns());
	e->record.tgid = t->tgid;
	e->record.tid = t->tid;
	e->event.value = value;
	e->event.other = other;
}

/* An event of the current task. */
static __always_inline void send_event(struct task_state *t, __u8 type, __u64 value, __u64 other)
{
	struct event_record e = {};

	fill_event(&e, t, type, value, other);
	send_numbered(t, &e.record, sizeof(e), 0, 0);
}

#include "probe-run.bpf.h"

static __always_inline __u8 exit_type(struct task_state *t)
{
	return t->flags & TASK_ENTRY_SENT ? RECORD_EXIT : RECORD_CALL;
}

#include "probe-exec.bpf.h"

/* What faulted at entry, read again without faulting: the kernel has usually touched the page since. */
static __always_inline void read_late(struct task_state *t, __u8 type)
{
	if (!t->c.todo[0] || has_new_image(t))
		return;
	prepare_run(t, 0, t->c.todo[0], ORIGIN_LATE, 0, 0);
	run_nofault(t, type);
}

/* What could not be read and will not be: lost, and counted. @sets: as bits, 1: the entry's, 2: the exit's. */
__noinline int give_up(struct task_state *t, int sets)
{
	for (int i = 0; t && i < 2; i++)
		if (sets >> i & 1) {
			t->c.data_lost += __builtin_popcountll(t->c.todo[i]);
			t->c.todo[i] = 0;
		}
	return 0;
}

static __always_inline void finish_call(struct task_state *t, __u64 time)
{
	send_call_at(t, exit_type(t), 0, time);
}

/* Stage two: reads what is still wanted, taking the page faults. Memory is the program's own, unless it is ending. */
static __always_inline void read_faulting(
	struct task_state *t, struct task_struct *current, int exit, __u8 origin)
{
	struct capture_hooks hooks = {.t = t, .type = exit_type(t)};

	if (!t->c.todo[exit])
		return;
	prepare_run(t, exit, t->c.todo[exit], origin,
		compare_memory(t, current) == MEMORY_NONE ? ORIGIN_LOST : ORIGIN_FAULT, 0);
	bpf_loop(CAPTURE_STEPS, step_fault, &hooks, 0);
}

#include "probe-hold.bpf.h"

/* Once for the entry's ops, once for the exit's: the verifier follows both as one. */
static int read_set_late(__u32 exit, void *ctx)
{
	struct task_state *t = *(struct task_state **)ctx;

	exit &= 1;
	read_faulting(t, bpf_get_current_task_btf(), exit, exit ? ORIGIN_EXIT : ORIGIN_LATE);
	return 0;
}

/* Stage two at the end of a call that exit_call() has left to it. */
static __always_inline int finish_late(void)
{
	struct task_struct *current = bpf_get_current_task_btf();
	struct task_state *t = state_undisturbed(current);

	if (!t || !(t->flags & TASK_FINISHING))
		return 0;
	if (t->c.todo[0] && has_new_image(t)) {
		touch_stack(current);
		read_exec(t);
		give_up(t, 1);
	}
	bpf_loop(2, read_set_late, &t, 0);
	t->flags &= ~TASK_FINISHING;
	finish_call(t, bpf_ktime_get_ns());
	hold_if_full(t, current);
	return 0;
}

#if TASK_WORK
/* Site `return`: on the way back to user space. */
static int finish_in_task_work(struct bpf_map *map, void *key, void *value)
{
	return finish_late();
}

static __always_inline int start_stage_two(struct task_state *t, struct task_struct *current)
{
	struct work *w = bpf_map_lookup_elem(&works, &t->tid);

	if (!w) {
		bpf_map_update_elem(&works, &t->tid, &no_work, BPF_NOEXIST);
		w = bpf_map_lookup_elem(&works, &t->tid);
	}
	if (!w || schedule_task_work(current, &w->work, &works, finish_in_task_work)) {
		count(&shared.loss.no_taskwork);
		return -1;
	}
	count(&shared.stage_two);
	return 0;
}

static __always_inline void forget_work(__u32 tid)
{
	bpf_map_delete_elem(&works, &tid);
}
#else
/* Called only where fault_exit() is attached, which then does the reading. */
static __always_inline int start_stage_two(struct task_state *t, struct task_struct *current)
{
	count(&shared.stage_two);
	return 0;
}

static __always_inline void forget_work(__u32 tid)
{
}
#endif

#include "probe-filter.bpf.h"

/* ---- system calls ---- */

static __always_inline __u32 find_plan(const struct selector *selector, const struct task_state *t)
{
	struct case_key key = {.nr = t->nr};
	__u32 *found;

	if (!selector->cases)
		return selector->plan;
	key.key = t->c.value[selector->arg1 & 7] & selector->mask1;
	if (selector->arg2 != VALUE_NONE)
		key.key |= t->c.value[selector->arg2 & 7] << 32;
	found = bpf_map_lookup_elem(&cases, &key);
	if (!found && selector->mask2) {
		key.key = (key.key & selector->mask2) | CASE_ROUGHLY;
		found = bpf_map_lookup_elem(&cases, &key);
	}
	return found ? *found : selector->plan;
}

/* Where the program is (its instruction pointer), and its stack. */
static __always_inline void set_place(struct task_state *t, const struct pt_regs *regs)
{
	t->c.value[VALUE_SP] = regs->sp;
	t->ip = regs->ip;
}

static __always_inline __u64 program_place(struct task_struct *task)
{
	return ((struct pt_regs *)bpf_task_pt_regs(task))->ip;
}

/* The arguments are in the task's values, and its place is set. */
static __always_inline int enter_call(struct task_state *t, struct task_struct *current, __u64 id)
{
	const struct plan *plan;

	if (t->flags & TASK_ARMED) {
		if (id != NR_execve && id != NR_execveat)
			return 0;
		t->flags &= ~TASK_ARMED;
	}
	t->flags &= ~(TASK_IN_CALL | TASK_PART_SENT | TASK_ENTRY_SENT | TASK_COMPAT | TASK_IMAGE |
		      TASK_SCRIPT | TASK_OUTSIDE);
	t->nr = id;
	t->plan = 0;
	if (current->thread_info.status & TS_COMPAT) {
		struct pt_regs *regs = (struct pt_regs *)bpf_task_pt_regs(current);

		/* i386: bx, cx, dx, si, di, bp */
		t->c.value[0] = (__u32)regs->bx;
		t->c.value[1] = (__u32)regs->cx;
		t->c.value[2] = (__u32)regs->dx;
		t->c.value[3] = (__u32)regs->si;
		t->c.value[4] = (__u32)regs->di;
		t->c.value[5] = (__u32)regs->bp;
		t->flags |= TASK_COMPAT;
		t->nr += PROBE_COMPAT;
	}
	if (t->nr < PROBE_NR && (t->nr < PROBE_COMPAT || t->flags & TASK_COMPAT)) {
		const struct selector *selector = &shared.selectors[t->nr];

		if (!selector->wanted)
			return 0;
		t->plan = find_plan(selector, t);
		if ((choices.by_fd || choices.by_path) && !may_use_wanted_file(t))
			return 0;
	} else if (!shared.config.unknown_wanted) {
		return 0;
	}
	t->tgid = current->tgid;
	t->tid = current->pid;
	t->enter_time = choices.entry_times ? bpf_ktime_get_ns() : 0;
	t->c.todo[0] = 0;
	t->c.todo[1] = 0;
	t->c.data_lost = 0;
	t->c.used = CAPTURE_HEAD;
	t->flags |= TASK_IN_CALL;
	plan = &shared.plans[t->plan & (PROBE_PLANS - 1)];
	if (plan->flags & PLAN_MAY_EXEC)
		note_memory(t, current);
	if (plan->nentry) {
		prepare_run(t, 0, ~0ULL, ORIGIN_ENTRY, 0, 0);
		run_nofault(t, RECORD_CALL);
	}
	if (plan->flags & PLAN_NO_RETURN && !shared.config.count) {
		send_call(t, RECORD_ENTER, 0);
		t->flags |= TASK_ENTRY_SENT;
	}
	return 0;
}

/* Site `remote`: the reader fetches what is missing. */
static __always_inline int leave_to_host(struct task_state *t, struct task_struct *current)
{
	struct capture_hooks hooks = {.t = t, .type = exit_type(t)};
	struct record_pending *pending;
	struct blob *blob;

	if (t->c.used + sizeof(*blob) + sizeof(*pending) > CAPTURE_FULL)
		capture_flush(&hooks, &t->c);
	blob = capture_blob(&t->c);
	pending = (struct record_pending *)(blob + 1);
	blob->addr = 0;
	blob->len = sizeof(*pending);
	blob->op = 0;
	blob->origin = ORIGIN_LOST;
	blob->flags = 0;
	pending->todo[0] = t->c.todo[0];
	pending->todo[1] = t->c.todo[1];
	pending->start_stack = start_of_stack(current);
	t->c.used = (t->c.used & (CAPTURE_FULL - 1)) + sizeof(*blob) + sizeof(*pending);
	count(&shared.stage_two);
	send_call(t, exit_type(t), RECORD_PENDING);
	return 0;
}

/*
 * Whether the program will never see this call return, because SIGKILL is pending: sent to the task itself, or because
 * the process ends or another of its threads executes a program. The task's end then closes the call. Under a tracer by
 * ptrace the task that got a fatal signal still returns, so that the signal is delivered.
 */
static __always_inline int is_cut_off(const struct task_state *t, const struct task_struct *current)
{
	return current->pending.signal.sig[0] & 1ul << (SIGKILL - 1) && !t->fatal;
}

#include "probe-count.bpf.h"

static __always_inline int exit_call(struct task_state *t, struct task_struct *current, __s64 ret)
{
	const struct plan *plan = &shared.plans[t->plan & (PROBE_PLANS - 1)];
	__u64 only;

	if (is_cut_off(t, current)) {
		read_late(t, exit_type(t));
		return 0;
	}
	t->flags &= ~TASK_IN_CALL;
	t->exit_time = bpf_ktime_get_ns();
	t->ret = ret;
	t->c.value[VALUE_RET] = ret;
	if (leaves_nothing(t))
		return 0;
	if (t->c.todo[0] && has_new_image(t))
		read_exec(t);
	else
		read_late(t, exit_type(t));
	only = IS_ERROR(ret) ? plan->always : ~0ULL;
	if (plan->nexit && only) {
		prepare_run(t, 1, only, ORIGIN_EXIT, 0, 0);
		run_nofault(t, exit_type(t));
	}
	if (t->c.todo[0] | t->c.todo[1]) {
		t->flags |= TASK_FINISHING;
		if (!shared.config.remote && !start_stage_two(t, current))
			return 0;
		t->flags &= ~TASK_FINISHING;
		if (shared.config.remote && !has_new_image(t))
			return leave_to_host(t, current);
		give_up(t, 3);
	}
	finish_call(t, t->exit_time);
	hold_if_full(t, current);
	return 0;
}

static __always_inline void take_arguments(struct task_state *t, const struct pt_regs *regs)
{
	t->c.value[0] = regs->di;
	t->c.value[1] = regs->si;
	t->c.value[2] = regs->dx;
	t->c.value[3] = regs->r10;
	t->c.value[4] = regs->r8;
	t->c.value[5] = regs->r9;
	set_place(t, regs);
}

/*
 * A call that the program's seccomp filter refuses passes no tracepoint but this one: the kernel has not acted on it,
 * and the registers still hold its arguments. The call of a task that is killed on its way into it passes only this
 * one, too; but that call was not made.
 */
static __always_inline int leave_call(struct task_state *t, struct task_struct *current, __s64 ret)
{
	if (t->flags & TASK_ARMED)
		return 0;
	if ((t->flags & (TASK_OUTSIDE | TASK_IN_CALL)) == TASK_OUTSIDE && !is_cut_off(t, current)) {
		struct pt_regs *regs = (struct pt_regs *)bpf_task_pt_regs(current);

		take_arguments(t, regs);
		enter_call(t, current, regs->orig_ax);
	}
	t->flags |= TASK_OUTSIDE;
	return t->flags & TASK_IN_CALL ? exit_call(t, current, ret) : 0;
}

/*
 * The state of the current task if it is traced and call @nr may be asked for, or NULL. For a call that is not asked
 * for not even the task is looked up, neither at its entry nor at its exit.
 */
static __always_inline struct task_state *traced_in(__u64 nr, struct task_struct **ret_current)
{
	__u8 asked = nr < PROBE_COMPAT ? shared.asked[nr] : ASKED;

	if (!asked)
		return NULL;
	*ret_current = bpf_get_current_task_btf();
	if (!(asked & ASKED) && !((*ret_current)->thread_info.status & TS_COMPAT))
		return NULL;
	return bpf_task_storage_get(&tasks, *ret_current, 0, 0);
}

/*
 * Stage one is attached in one of two ways, so that it sees every call: up to 6.18 as tp_btf, the cheaper one, which
 * runs with preemption disabled; where syscall tracepoints may fault (7.2) tp_btf runs preemptible under a per-CPU
 * recursion guard and would be skipped, so there as a perf event.
 */
SEC("tp_btf/sys_enter")
int BPF_PROG(sys_enter_btf, struct pt_regs *regs, long id)
{
	struct task_struct *current;
	struct task_state *t = traced_in(id, &current);

	if (!t)
		return 0;
	take_arguments(t, regs);
	return enter_call(t, current, id);
}

SEC("tp_btf/sys_exit")
int BPF_PROG(sys_exit_btf, struct pt_regs *regs, long ret)
{
	struct task_struct *current;
	struct task_state *t = traced_in(regs->orig_ax, &current);

	return t ? leave_call(t, current, ret) : 0;
}

/* /sys/kernel/tracing/events/raw_syscalls/{sys_enter,sys_exit}/format */
struct raw_sys_enter {
	__u64 common;
	long id;
	unsigned long args[6];
};

struct raw_sys_exit {
	__u64 common;
	long id;
	long ret;
};

SEC("tracepoint/raw_syscalls/sys_enter")
int sys_enter_perf(struct raw_sys_enter *ctx)
{
	struct task_struct *current;
	struct task_state *t = traced_in(ctx->id, &current);

	if (!t)
		return 0;
		/*
		 * One by one: a copy of all would read through a modified context pointer, which the verifier refuses.
		 */
#define TAKE_ARGUMENT(i)                  \
	do {                              \
		__u64 arg = ctx->args[i]; \
		barrier_var(arg);         \
		t->c.value[i] = arg;      \
	} while (0)
	TAKE_ARGUMENT(0);
	TAKE_ARGUMENT(1);
	TAKE_ARGUMENT(2);
	TAKE_ARGUMENT(3);
	TAKE_ARGUMENT(4);
	TAKE_ARGUMENT(5);
	set_place(t, (struct pt_regs *)bpf_task_pt_regs(current));
	return enter_call(t, current, ctx->id);
}

SEC("tracepoint/raw_syscalls/sys_exit")
int sys_exit_perf(struct raw_sys_exit *ctx)
{
	struct task_struct *current;
	struct task_state *t = traced_in(ctx->id, &current);

	return t ? leave_call(t, current, ctx->ret) : 0;
}

/*
 * Site `tracepoint`: sleepable, on the same tracepoint, attached behind stage one. The first copy that is not skipped
 * claims what is to be read; one is skipped while another task sleeps in it on that CPU.
 */
static __always_inline int fault_at_entry(void)
{
	struct task_struct *current = bpf_get_current_task_btf();
	struct task_state *t = state_undisturbed(current);

	if (!t || (t->flags & (TASK_IN_CALL | TASK_CLAIMED)) != TASK_IN_CALL || !t->c.todo[0])
		return 0;
	t->flags |= TASK_CLAIMED;
	count(&shared.stage_two);
	read_faulting(t, current, 0, ORIGIN_ENTRY);
	t->flags &= ~TASK_CLAIMED;
	return 0;
}

/* Whether call @nr may have anything to read at its entry; most have not, and need no look at the task. */
static __always_inline int may_read(__u64 nr)
{
	return nr >= PROBE_COMPAT || shared.asked[nr] & ASKED_READS;
}

#define FAULT_COPY(n)                                          \
	SEC("tp_btf/sys_enter")                                \
	int BPF_PROG(fault_##n, struct pt_regs *regs, long id) \
	{                                                      \
		return may_read(id) ? fault_at_entry() : 0;    \
	}
FAULT_COPY(0)
FAULT_COPY(1)
FAULT_COPY(2)
FAULT_COPY(3)
FAULT_COPY(4)
FAULT_COPY(5)
FAULT_COPY(6)
FAULT_COPY(7)

/* The same at the exit, where sleepable programs are guarded by task: none is skipped there, as it must not be. */
SEC("tp_btf/sys_exit")
int BPF_PROG(fault_exit, struct pt_regs *regs, long ret)
{
	return finish_late();
}

/* Site `function`: the same, before the kernel's function for one call. Loaded once for each (probe-function.c). */
SEC("fault")
int BPF_PROG(fault_function, const struct pt_regs *regs)
{
	return fault_at_entry();
}

/* @late: what is cold is looked at once more. */
static __always_inline void show_entry(
	struct task_state *t, struct task_struct *current, const int late)
{
	if ((t->flags & (TASK_IN_CALL | TASK_ENTRY_SENT | TASK_CLAIMED)) != TASK_IN_CALL ||
		shared.config.count)
		return;
	if (late)
		read_late(t, RECORD_ENTER);
	/* It may well sleep in the very fault that brings in its arguments: then the host waits for them. */
	if (try_send_entry(t, t->c.todo[0] ? RECORD_UNREAD : 0))
		t->flags |= TASK_ENTRY_SENT;
}

static __always_inline int is_signal_wanted(__u32 signal)
{
	return shared.config.signals >> ((signal - 1) & 63) & 1;
}

/*
 * The signal that stopped @task, in @state, with its process; 0: it is not, or that signal is not wanted. One that a
 * tracer has seized stops to tell its tracer, by this code; its other stops have others. The code is taken from the
 * siginfo, because exit_code is 0 as soon as the tracer has waited, perhaps before the task is off its processor.
 */
static __always_inline __u32 stop_signal(struct task_struct *task, __u32 state)
{
	__u32 signal = 0;

	if (state & TASK_STOPPED)
		signal = task->jobctl & JOBCTL_STOP_SIGMASK;
	else if (state & TASK_TRACED)
		signal = BPF_CORE_READ(task, last_siginfo, si_code) ^ PTRACE_EVENT_STOP << 8;
	return signal > 64 || signal == SIGTRAP || !is_signal_wanted(signal) ? 0 : signal;
}

#include "probe-life.bpf.h"
