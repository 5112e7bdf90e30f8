/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The part of the probe that sees births, execs, signals and ends of the traced tasks, and finds the tasks to attach
 * to. Included once, by probe.bpf.c, which owns the tasks' state and sends the records.
 *
 * None of these events may be missed. A tp_btf program is skipped while another run of it is preempted on the CPU.
 * Switches, signals and the wakeup of a new task are traced with interrupts disabled on every kernel, so that nothing
 * comes between. Fork, exec and exit are not: they run with preemption disabled up to 6.18, but not from 7.2 on. There
 * birth is seen at the wakeup, and exec and exit by perf event programs, which disable preemption themselves.
 */
static __always_inline struct task_state *start_tracing(struct task_struct *task)
{
	struct task_state *t =
		bpf_task_storage_get(&tasks, task, 0, BPF_LOCAL_STORAGE_GET_F_CREATE);

	if (!t) {
		count(&shared.loss.no_storage);
		return NULL;
	}
	t->tgid = task->tgid;
	t->tid = task->pid;
	count(&shared.live);
	return t;
}

/* The task's id in its own PID namespace; false: that is the first one. */
static __always_inline int own_id(struct task_struct *task, struct upid *ret_id)
{
	struct pid *pid = BPF_CORE_READ(task, thread_pid);
	__u32 level = BPF_CORE_READ(pid, level);

	/* One number for each namespace that it is seen in; an index that varies cannot be relocated. */
	return level && !bpf_probe_read_kernel(ret_id, sizeof(*ret_id),
				(const char *)&pid->numbers[0] + level * sizeof(*ret_id));
}

/*
 * For --decode-pids: the child's id in its own PID namespace, and that namespace's inode, in the upper halves; 0 in the
 * first namespace.
 */
static __always_inline void send_birth(struct task_state *t, struct task_struct *child)
{
	struct upid id = {};
	__u64 inode = own_id(child, &id) ? BPF_CORE_READ(id.ns, ns.inum) : 0;

	send_event(t, RECORD_FORK, (__u32)child->pid | (__u64)(__u32)id.nr << 32,
		(__u32)child->tgid | inode << 32);
}

static __always_inline int saw_birth(struct task_struct *parent, struct task_struct *child)
{
	struct task_state *t;

	if (!shared.config.follow)
		return 0;
	t = bpf_task_storage_get(&tasks, parent, 0, 0);
	if (!t || (t->flags & TASK_ARMED))
		return 0;
	if (start_tracing(child))
		send_birth(t, child);
	return 0;
}

SEC("tp_btf/sched_process_fork")
int BPF_PROG(sched_process_fork, struct task_struct *parent, struct task_struct *child)
{
	return saw_birth(parent, child);
}

/* Not attached before 7.2: there a state may not be allocated while a run queue is locked, as it is here. */
SEC("tp_btf/sched_wakeup_new")
int BPF_PROG(sched_wakeup_new, struct task_struct *child)
{
	if (child->flags & (PF_KTHREAD | PF_USER_WORKER | PF_IO_WORKER))
		return 0;
	return saw_birth(bpf_get_current_task_btf(), child);
}

/* A thread that is not the leader takes the leader's id when it executes a program. */
static __always_inline int saw_exec(struct task_struct *p)
{
	struct task_state *t = bpf_task_storage_get(&tasks, p, 0, 0);
	__u32 old;

	if (!t)
		return 0;
	old = t->tid;
	t->tid = p->pid;
	t->tgid = p->tgid;
	send_event(t, RECORD_EXEC, old, 0);
	return 0;
}

SEC("tp_btf/sched_process_exec")
int BPF_PROG(sched_process_exec, struct task_struct *p, int old_pid, struct linux_binprm *bprm)
{
	return saw_exec(p);
}

SEC("tracepoint/sched/sched_process_exec")
int sched_process_exec_perf(void *ctx)
{
	return saw_exec(bpf_get_current_task_btf());
}

/*
 * The wait status as the parent gets it: the first process of a PID namespace that was rebooted ended by a signal, and a
 * task whose process ends by exit_group or a signal ends as the process does (wait_task_zombie() in kernel/exit.c, 6.18).
 */
static __always_inline int exit_status(struct task_struct *p)
{
	struct upid id = {};
	int rebooted = own_id(p, &id) && id.nr == 1 ? BPF_CORE_READ(id.ns, reboot) : 0;

	if (rebooted)
		return rebooted;
	if (BPF_CORE_READ(p, signal, flags) & SIGNAL_GROUP_EXIT)
		return BPF_CORE_READ(p, signal, group_exit_code);
	return p->exit_code;
}

static __always_inline int saw_exit(struct task_struct *p)
{
	struct task_state *t = bpf_task_storage_get(&tasks, p, 0, 0);
	struct task_struct *executing;

	if (!t || t->flags & TASK_GONE)
		return 0;
	executing = BPF_CORE_READ(p, signal, group_exec_task);
	if (t->flags & TASK_FINISHING) {
		give_up(t, 3);
		finish_call(t, bpf_ktime_get_ns());
	}
	if (t->flags & TASK_IN_CALL && !(t->flags & TASK_ENTRY_SENT) && !shared.config.count) {
		give_up(t, 3);
		send_call(t, RECORD_ENTER, 0);
	}
	if (!(t->flags & TASK_ARMED))
		send_event(t, RECORD_TASK_EXIT, exit_status(p),
			executing ? BPF_CORE_READ(executing, pid) : 0);
	t->flags = TASK_GONE;
	__sync_fetch_and_add(&shared.live, -1);
	forget_work(p->pid);
	forget_hold(p->pid);
	return 0;
}

SEC("tp_btf/sched_process_exit")
int BPF_PROG(sched_process_exit, struct task_struct *p)
{
	return saw_exit(p);
}

SEC("tracepoint/sched/sched_process_exit")
int sched_process_exit_perf(void *ctx)
{
	return saw_exit(bpf_get_current_task_btf());
}

/* A call that blocks shows its entry at once, so that a hung program shows where it hangs. */
SEC("tp_btf/sched_switch")
int BPF_PROG(sched_switch, _Bool preempt, struct task_struct *prev, struct task_struct *next,
	unsigned int prev_state)
{
	struct task_state *t;
	__u32 signal;

	if (preempt || !prev_state)
		return 0;
	/*
	 * The task's last switch. The program that sees ends may have been skipped, if another process kept BPF busy.
	 */
	if (prev_state & TASK_DEAD)
		return saw_exit(prev);
	t = bpf_task_storage_get(&tasks, prev, 0, 0);
	if (!t)
		return 0;
	show_entry(t, prev, 1);
	signal = stop_signal(prev, prev_state);
	if (signal && !(t->flags & TASK_ARMED))
		send_event(t, RECORD_STOP, signal, program_place(prev));
	return 0;
}

struct signal_record {
	struct event_record head;
	struct blob blob;
	unsigned char info[48]; /* sizeof(struct kernel_siginfo) */
};

/* One that is about a descriptor, with what that is (-y). */
struct io_signal_record {
	struct signal_record signal;
	struct blob fact;
	unsigned char bytes[CAPTURE_CHUNK];
};

/* Signals are sent and delivered with interrupts disabled: each processor needs one. */
struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct io_signal_record);
} io_signals SEC(".maps");

static __always_inline void send_signal_record(
	struct task_state *t, struct record *record, __u64 size, int own)
{
	record->size = size;
	if (own)
		send_numbered(t, record, size, 0, 0);
	else
		send(record, size);
}

/*
 * Says behind the signal what the descriptor is. Returns the record's size, or 0. Global, as report_lost; @files: a
 * struct files_struct, as a number.
 */
__noinline int describe_signal(struct io_signal_record *io, __u64 files, __s32 fd)
{
	__u64 n;
	long got;

	if (!choices.describe || !io)
		return 0;
	got = describe_descriptor((struct descriptor *)io->bytes, (struct files_struct *)files, fd);
	if (got <= 0)
		return 0;
	n = got;
	CAPTURE_BOUND(n, DESCRIPTOR_MAX);
	io->fact.addr = fd;
	io->fact.len = n;
	io->fact.op = FACT_DESCRIPTOR;
	io->fact.origin = ORIGIN_ENTRY;
	io->fact.flags = BLOB_FACT;
	return sizeof(io->signal) + sizeof(io->fact) + RECORD_ALIGN((__u32)n);
}

/* Returns whether it sent @s with a description behind it. */
static __always_inline int send_io_signal(
	struct task_state *t, struct task_struct *task, const struct signal_record *s, int own)
{
	__s32 fd = capture_signal_fd((const __s32 *)s->info);
	struct io_signal_record *io;
	__u32 zero = 0;
	__u64 size;

	io = fd < 0 ? NULL : bpf_map_lookup_elem(&io_signals, &zero);
	if (!io)
		return 0;
	size = describe_signal(io, (unsigned long)BPF_CORE_READ(task, files), fd);
	if (!size)
		return 0;
	CAPTURE_BOUND(size, sizeof(*io));
	io->signal = *s;
	send_signal_record(t, &io->signal.head.record, size, own);
	return 1;
}

static __always_inline void send_signal(struct task_state *t, struct task_struct *task, int sig,
	const struct kernel_siginfo *info, int own)
{
	struct signal_record s = {};

	if (!is_signal_wanted(sig))
		return;
	s.blob.len = sizeof(s.info);
	if ((unsigned long)info <= SEND_SIG_PRIV ||
		bpf_probe_read_kernel(s.info, sizeof(s.info), info)) {
		/* There is none: what the kernel will put in its place. */
		int *made = (int *)s.info;

		made[0] = sig;
		if ((unsigned long)info == SEND_SIG_PRIV) {
			made[2] = SI_KERNEL;
		} else {
			made[4] = bpf_get_current_pid_tgid() >> 32;
			made[5] = bpf_get_current_uid_gid();
		}
	}
	fill_record(&s.head.record, sizeof(s), RECORD_SIGNAL, 0, bpf_ktime_get_ns());
	s.head.record.tgid = t->tgid;
	s.head.record.tid = t->tid;
	s.head.event.value = sig;
	s.head.event.other = program_place(task);
	if (!choices.describe || !send_io_signal(t, task, &s, own))
		send_signal_record(t, &s.head.record, sizeof(s), own);
}

SEC("tp_btf/signal_deliver")
int BPF_PROG(signal_deliver, int sig, struct kernel_siginfo *info)
{
	struct task_state *t = bpf_task_storage_get(&tasks, bpf_get_current_task_btf(), 0, 0);

	/* SIGKILL is seen as the end of the task, as by ptrace. */
	if (t && !(t->flags & TASK_ARMED) && sig != SIGKILL)
		send_signal(t, bpf_get_current_task_btf(), sig, info, 1);
	return 0;
}

/*
 * Signals that are ignored are not delivered, and one that ends the process without a core dump ends it right away; a
 * tracer by ptrace sees both all the same.
 */
SEC("tp_btf/signal_generate")
int BPF_PROG(signal_generate, int sig, struct kernel_siginfo *info, struct task_struct *task,
	int group, int result)
{
	int ending = BPF_CORE_READ(task, signal, flags) & SIGNAL_GROUP_EXIT;
	int fatal = result == TRACE_SIGNAL_DELIVERED && ending &&
		    BPF_CORE_READ(task, signal, group_exit_code) == sig;
	struct task_state *t;

	if (!(fatal || (result == TRACE_SIGNAL_IGNORED && !ending)) || sig == SIGKILL)
		return 0;
	t = bpf_task_storage_get(&tasks, task, 0, 0);
	if (!t || (t->flags & TASK_ARMED))
		return 0;
	if (fatal)
		t->fatal = sig;
	/* The call by which a task signals itself begins before the signal; the host shows it whole. */
	if (t->tid == (__u32)bpf_get_current_pid_tgid())
		show_entry(t, task, 0);
	send_signal(t, task, sig, info, 0);
	return 0;
}

/* ---- switching tasks on ---- */

/* From another task's context, so without a number. */
static __always_inline void send_unnumbered(
	struct task_state *t, __u8 type, __u64 value, __u64 other)
{
	struct event_record e = {};

	fill_event(&e, t, type, value, other);
	send(&e, sizeof(e));
}

struct attach_record {
	struct record record;
	struct call call;
	struct blob blob;
	struct record_pending pending;
};

/*
 * A task that sleeps in a call when its tracing begins: shows the entry, so that it can be seen where it hangs. The
 * host fetches the data. From another task's context: nothing of the task's buffer is touched, and its flags come last,
 * for it may wake up at any moment.
 */
static __always_inline void send_call_in_progress(struct task_state *t, struct task_struct *task)
{
	struct pt_regs *regs = (struct pt_regs *)bpf_task_pt_regs(task);
	struct attach_record a = {};
	const struct plan *plan;

	/* In a call, not in an exception: ax is the answer that the entry code presets. */
	if (!task->__state || !memory_of(task) || (__s64)regs->orig_ax < 0 ||
		(__s64)regs->ax != -ENOSYS)
		return;
	if (regs->orig_ax >= PROBE_NR || task->thread_info.status & TS_COMPAT)
		return;
	t->nr = regs->orig_ax;
	if (!shared.selectors[t->nr & (PROBE_NR - 1)].wanted)
		return;
	t->c.value[0] = a.call.args[0] = regs->di;
	t->c.value[1] = a.call.args[1] = regs->si;
	t->c.value[2] = a.call.args[2] = regs->dx;
	t->c.value[3] = a.call.args[3] = regs->r10;
	t->c.value[4] = a.call.args[4] = regs->r8;
	t->c.value[5] = a.call.args[5] = regs->r9;
	set_place(t, regs);
	a.call.ip = regs->ip;
	t->plan = find_plan(&shared.selectors[t->nr & (PROBE_NR - 1)], t);
	plan = &shared.plans[t->plan & (PROBE_PLANS - 1)];
	/* What is read at the exit may depend on lengths and pointers that lie in memory. */
	if (plan->nentry && plan->nexit)
		t->c.todo[0] = ~0ULL >> ((64 - plan->nentry) & 63);
	note_memory(t, task);
	t->c.used = CAPTURE_HEAD;
	t->enter_time = bpf_ktime_get_ns();
	fill_record(&a.record, sizeof(a), RECORD_ENTER, RECORD_PENDING, t->enter_time);
	a.record.tgid = t->tgid;
	a.record.tid = t->tid;
	a.call.nr = t->nr;
	a.call.enter_time = t->enter_time;
	a.blob.len = sizeof(a.pending);
	a.blob.origin = ORIGIN_LOST;
	a.pending.todo[0] = ~0ULL;
	a.pending.start_stack = start_of_stack(task);
	send(&a, sizeof(a));
	barrier();
	t->flags = TASK_IN_CALL | TASK_ENTRY_SENT;
}

SEC("iter/task")
int attach_tasks(struct bpf_iter__task *ctx)
{
	struct task_struct *task = ctx->task;
	struct task_state *t;
	__u32 signal;

	if (!shared.tracer) {
		struct task_struct *tracer = bpf_get_current_task_btf();

		shared.tracer_start = tracer->start_boottime;
		shared.tracer = tracer->tgid;
	}
	if (!task || task->tgid != (int)shared.attach.tgid ||
		(shared.attach.tid && task->pid != (int)shared.attach.tid))
		return 0;
	/* Neither will make a call; and no probe sees that one is gone that has ended. */
	if (task->exit_state || task->flags & PF_KTHREAD)
		return 0;
	if (bpf_task_storage_get(&tasks, task, 0, 0))
		return 0;
	t = start_tracing(task);
	if (!t)
		return 0;
	t->flags = shared.attach.armed ? TASK_ARMED : 0;
	shared.attach.found++;
	if (!shared.attach.armed) {
		send_unnumbered(t, RECORD_ATTACH, 0, 0);
		signal = stop_signal(task, task->__state);
		if (signal)
			send_unnumbered(t, RECORD_STOP, signal, program_place(task));
		send_call_in_progress(t, task);
	}
	return 0;
}

/*
 * Where tracepoints may be preempted (7.2) the program that sees a task's end can be skipped; then `live` never comes
 * to 0. This one counts anew.
 */
SEC("iter/task")
int count_tasks(struct bpf_iter__task *ctx)
{
	struct task_struct *task = ctx->task;

	if (task && !task->exit_state && bpf_task_storage_get(&tasks, task, 0, 0))
		shared.counted++;
	return 0;
}
