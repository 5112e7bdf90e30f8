// SPDX-License-Identifier: GPL-2.0-only
/*
 * The part of the probe for the arguments of a successful execve: their memory is gone when the call returns. What was
 * not resident at the entry is read twice more: just before the old memory goes, when the kernel has copied it and so
 * has touched every page; and on the new image's stack, where the copy is, with page faults if need be. Included once,
 * by probe.bpf.c.
 */

/* Whether the call has replaced the memory that its arguments were in. */
static __always_inline int has_new_image(const struct task_state *t, struct task_struct *current)
{
	return shared.plans[t->plan & (PROBE_PLANS - 1)].flags & PLAN_MAY_EXEC && current->mm &&
	       (unsigned long)current->mm != t->mm;
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

/* Runs the op @op, of argument @i, over what has moved to @at. */
static __always_inline void read_moved(
	struct task_state *t, const int fault, __u32 i, __u32 op, __u64 at)
{
	__u64 given = t->c.value[i & 7], bit = 1ULL << (op & 63), others = t->c.todo[0] & ~bit;

	if (!(t->c.todo[0] & bit))
		return;
	t->c.value[i & 7] = at;
	prepare_run(t, 0, bit, ORIGIN_LATE, fault ? ORIGIN_LOST : 0, at - given);
	if (fault)
		run_fault(t, exit_type(t));
	else
		run_nofault(t, exit_type(t));
	t->c.value[i & 7] = given;
	t->c.todo[0] |= others;
}

/* The arguments of an execve: path, argv, envp. */
struct moved {
	struct task_state *t;
	__u64 at[4]; /* a power of two, for the verifier's sake */
	__u32 op[4];
	__u32 first; /* which argument the path is */
};

/* For bpf_loop: so the verifier looks at reading with faults once, not once for each argument. */
static int read_moved_fault(__u32 i, void *ctx)
{
	struct moved *moved = ctx;

	read_moved(moved->t, 1, moved->first + i, moved->op[i & 3], moved->at[i & 3]);
	return 0;
}

/* That of the argument of one op cannot be read. */
static __always_inline void lose(struct task_state *t, __u16 op)
{
	__u64 bit = 1ULL << (op & 63);

	t->c.data_lost += !!(t->c.todo[0] & bit);
	t->c.todo[0] &= ~bit;
}

/*
 * The new stack: at mm->start_stack stand argc, the pointers of argv, NULL, those of envp, NULL; then, further up, the
 * strings, and behind them (mm->env_end) the path. What then still faults stays to be done, unless @fault.
 */
static __always_inline void read_exec(
	struct task_state *t, struct task_struct *current, const int fault)
{
	const struct plan *plan = &shared.plans[t->plan & (PROBE_PLANS - 1)];
	__u64 stack = current->mm->start_stack, path = current->mm->env_end, argc = 0;
	struct moved moved = {
		.t = t, .op = {0, plan->argv_op, plan->envp_op}, .first = t->nr == NR_execveat};
	unsigned char begin[24] = {};
	int known = 1;

	if (t->nr == NR_execveat && (__s32)t->c.value[0] >= 0 && t->c.todo[0] & 1)
		known = capture_read_string(NULL, fault, begin, sizeof(begin), path) > 0;
	moved.at[0] = path + given_path_at(begin);
	if (known && !fault)
		read_moved(t, 0, moved.first, 0, moved.at[0]);
	else if (!known && fault)
		lose(t, 0);
	/* An image of 32 bits has smaller pointers; for a script the new stack holds its interpreter's argv. */
	if (stack >> 32 == 0 || !(t->flags & TASK_IMAGE) || t->flags & TASK_SCRIPT)
		lose(t, plan->argv_op);
	if (stack >> 32 == 0)
		lose(t, plan->envp_op);
	if (!capture_read(NULL, fault, &argc, sizeof(argc), stack)) {
		moved.at[1] = stack + 8;
		moved.at[2] = stack + 8 * (argc + 2);
		if (!fault) {
			read_moved(t, 0, moved.first + 1, plan->argv_op, moved.at[1]);
			read_moved(t, 0, moved.first + 2, plan->envp_op, moved.at[2]);
		}
	} else if (fault) {
		lose(t, plan->argv_op);
		lose(t, plan->envp_op);
	}
	if (fault)
		bpf_loop(3, read_moved_fault, &moved, 0);
}

static __always_inline void read_late(struct task_state *t, struct task_struct *current, __u8 type);

/* The kernel has copied the arguments, and is about to give up the memory that they are in. */
static __always_inline int before_new_image(void)
{
	struct task_struct *current = bpf_get_current_task_btf();
	struct task_state *t = bpf_task_storage_get(&tasks, current, 0, 0);

	if (t && (t->flags & (TASK_IN_CALL | TASK_CLAIMED)) == TASK_IN_CALL &&
		shared.plans[t->plan & (PROBE_PLANS - 1)].flags & PLAN_MAY_EXEC)
		read_late(t, current, exit_type(t));
	return 0;
}

/* One of the two: the tracepoint came with 6.10. */
SEC("tp_btf/sched_prepare_exec")
int BPF_PROG(exec_prepare, struct task_struct *p, struct linux_binprm *bprm)
{
	return before_new_image();
}

SEC("fentry/begin_new_exec")
int BPF_PROG(exec_prepare_function, struct linux_binprm *bprm)
{
	return before_new_image();
}

/* Notes what is not known any longer when the call returns. */
SEC("tp_btf/sched_process_exec")
int BPF_PROG(exec_image, struct task_struct *p, int old_pid, struct linux_binprm *bprm)
{
	struct task_state *t = bpf_task_storage_get(&tasks, p, 0, 0);

	if (t && bprm->interp != bprm->filename)
		t->flags |= TASK_IMAGE | TASK_SCRIPT;
	else if (t)
		t->flags |= TASK_IMAGE;
	return 0;
}
