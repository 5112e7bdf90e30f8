// SPDX-License-Identifier: GPL-2.0-only
/*
 * The part of the probe that sees births, execs, signals and ends of the traced tasks, and finds the tasks to attach
 * to. Included once, by probe.bpf.c, which owns the tasks' state and sends the records.
 */
SEC("tp_btf/sched_process_fork")
int BPF_PROG(sched_process_fork, struct task_struct *parent, struct task_struct *child)
{
	struct task_state *t, *c;

	if (!shared.config.follow)
		return 0;
	t = bpf_task_storage_get(&tasks, parent, 0, 0);
	if (!t || (t->flags & TASK_ARMED))
		return 0;
	c = bpf_task_storage_get(&tasks, child, 0, BPF_LOCAL_STORAGE_GET_F_CREATE);
	if (!c) {
		count(&shared.loss.no_storage);
		return 0;
	}
	c->tgid = child->tgid;
	c->tid = child->pid;
	count(&shared.live);
	send_event(t, RECORD_FORK, child->pid, child->tgid);
	return 0;
}

/*
 * The path as execveat was given it: the kernel puts "/dev/fd/N", or "/dev/fd/N/" and the path, for one that is
 * relative to a descriptor.
 */
static __always_inline __u32 given_path_at(const unsigned char *path)
{
	static const char prefix[8] = "/dev/fd/";

	for (int i = 0; i < 8; i++)
		if (path[i] != prefix[i])
			return 0;
	for (int i = 8; i < 20; i++) {
		if (!path[i])
			return i;
		if (path[i] == '/')
			return i + 1;
	}
	return 0;
}

static __always_inline void read_exec_path(
	struct task_state *t, struct linux_binprm *bprm, __u64 addr)
{
	struct capture_hooks hooks = {.t = t, .type = exit_type(t)};
	const char *filename = bprm->filename;
	struct blob *blob;
	long got;

	if (t->c.used + sizeof(*blob) + CAPTURE_CHUNK > CAPTURE_FULL)
		capture_flush(&hooks, &t->c);
	blob = capture_blob(&t->c);
	got = bpf_probe_read_kernel_str(blob + 1, CAPTURE_CHUNK, filename);
	if (got > 0 && t->nr == NR_execveat && (__s32)t->c.value[0] >= 0)
		got = bpf_probe_read_kernel_str(blob + 1, CAPTURE_CHUNK,
			filename + given_path_at((unsigned char *)(blob + 1)));
	if (got <= 0) {
		t->c.data_lost++;
		return;
	}
	blob->addr = addr;
	blob->len = got - 1;
	blob->op = 0;
	blob->origin = ORIGIN_LATE;
	blob->flags = BLOB_STRING | BLOB_NUL;
	t->c.used = (t->c.used & (CAPTURE_FULL - 1)) + sizeof(*blob) + RECORD_ALIGN((__u32)got - 1);
}

/* Reads argv or envp, argument @i of the call, from where it is now. Its pointers keep the address of the argument. */
static __always_inline void read_exec_strings(struct task_state *t, __u32 i, __u16 op, __u64 at)
{
	__u64 given = t->c.value[i & 7];

	t->c.value[i & 7] = at;
	prepare_run(t, 0, 1ULL << (op & 63), ORIGIN_LATE, ORIGIN_LOST, at - given);
	run_nofault(t, exit_type(t));
	t->c.value[i & 7] = given;
}

/*
 * A successful exec: what had not been read of its arguments is on the new stack, or in the kernel's copy. At
 * mm->start_stack stand argc, the pointers of argv, NULL, those of envp, NULL.
 */
static __always_inline void read_exec(
	struct task_state *t, struct task_struct *p, struct linux_binprm *bprm)
{
	const struct plan *plan = &shared.plans[t->plan & (PROBE_PLANS - 1)];
	__u32 path = t->nr == NR_execveat ? 1 : 0;
	__u64 todo = t->c.todo[0], stack = p->mm->start_stack, argc = 0;

	if (todo & 1)
		read_exec_path(t, bprm, t->c.value[path & 7]);
	if (bpf_probe_read_user(&argc, sizeof(argc), (void *)stack))
		return;
	/* For a script the new stack holds the interpreter's argv: what the script was given is lost. */
	if (todo >> (plan->argv_op & 63) & 1 && bprm->interp != bprm->filename)
		t->c.data_lost++;
	else if (todo >> (plan->argv_op & 63) & 1)
		read_exec_strings(t, path + 1, plan->argv_op, stack + 8);
	if (todo >> (plan->envp_op & 63) & 1)
		read_exec_strings(t, path + 2, plan->envp_op, stack + 8 * (argc + 2));
	t->c.todo[0] = 0;
}

SEC("tp_btf/sched_process_exec")
int BPF_PROG(sched_process_exec, struct task_struct *p, int old_pid, struct linux_binprm *bprm)
{
	struct task_state *t = bpf_task_storage_get(&tasks, p, 0, 0);

	if (!t)
		return 0;
	t->tid = p->pid;
	t->tgid = p->tgid;
	if (t->flags & TASK_IN_CALL && t->c.todo[0])
		read_exec(t, p, bprm);
	send_event(t, RECORD_EXEC, old_pid, 0);
	return 0;
}

SEC("tp_btf/sched_process_exit")
int BPF_PROG(sched_process_exit, struct task_struct *p)
{
	struct task_state *t = bpf_task_storage_get(&tasks, p, 0, 0);
	struct task_struct *executing;
	__u32 tid;

	if (!t)
		return 0;
	tid = p->pid;
	executing = p->signal->group_exec_task;
	if (t->flags & TASK_FINISHING) {
		give_up(t);
		finish_call(t, bpf_ktime_get_ns());
	}
	if (t->flags & TASK_IN_CALL && !(t->flags & TASK_ENTRY_SENT)) {
		give_up(t);
		send_call(t, RECORD_ENTER, 0);
	}
	if (!(t->flags & TASK_ARMED))
		send_event(t, RECORD_TASK_EXIT, p->exit_code, executing ? executing->pid : 0);
	t->flags = 0;
	__sync_fetch_and_add(&shared.live, -1);
	forget_work(tid);
	return 0;
}

struct signal_record {
	struct event_record head;
	struct blob blob;
	unsigned char info[48]; /* sizeof(struct kernel_siginfo) */
};

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
	s.head.record.seq = own ? ++t->seq : 0;
	s.head.event.value = sig;
	s.head.event.other = ((struct pt_regs *)bpf_task_pt_regs(task))->ip;
	send(&s, sizeof(s));
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
	int ending = task->signal->flags & SIGNAL_GROUP_EXIT;
	int fatal =
		result == TRACE_SIGNAL_DELIVERED && ending && task->signal->group_exit_code == sig;
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
		show_entry(t);
	send_signal(t, task, sig, info, 0);
	return 0;
}

/* ---- switching tasks on ---- */

/* From another task's context, so without a number. */
static __always_inline void send_unnumbered(struct task_state *t, __u8 type, __u64 value)
{
	struct event_record e = {};

	fill_record(&e.record, sizeof(e), type, 0, bpf_ktime_get_ns());
	e.record.tgid = t->tgid;
	e.record.tid = t->tid;
	e.event.value = value;
	send(&e, sizeof(e));
}

struct attach_record {
	struct record record;
	struct call call;
	struct blob blob;
	struct record_pending pending;
};

/*
 * A task that sleeps in a call when its tracing begins: shows the entry, so that it can be seen where it hangs. The host
 * fetches the data. From another task's context: nothing of the task's buffer is touched, and its flags come last,
 * for it may wake up at any moment.
 */
static __always_inline void send_call_in_progress(struct task_state *t, struct task_struct *task)
{
	struct pt_regs *regs = (struct pt_regs *)bpf_task_pt_regs(task);
	struct attach_record a = {};

	/* In a call, not in an exception: ax is the answer that the entry code presets. */
	if (!task->__state || !task->mm || (__s64)regs->orig_ax < 0 || (__s64)regs->ax != -ENOSYS)
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
	a.pending.start_stack = task->mm->start_stack;
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

	if (!task || task->tgid != (int)shared.attach.tgid ||
		(shared.attach.tid && task->pid != (int)shared.attach.tid))
		return 0;
	if (bpf_task_storage_get(&tasks, task, 0, 0))
		return 0;
	t = bpf_task_storage_get(&tasks, task, 0, BPF_LOCAL_STORAGE_GET_F_CREATE);
	if (!t) {
		count(&shared.loss.no_storage);
		return 0;
	}
	t->tgid = task->tgid;
	t->tid = task->pid;
	t->flags = shared.attach.armed ? TASK_ARMED : 0;
	count(&shared.live);
	shared.attach.found++;
	if (!shared.attach.armed) {
		send_unnumbered(t, RECORD_ATTACH, 0);
		signal = stop_signal(task, task->__state);
		if (signal)
			send_unnumbered(t, RECORD_STOP, signal);
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
