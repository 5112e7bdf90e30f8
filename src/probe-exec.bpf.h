/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The part of the probe for the arguments of a successful execve: their memory is gone when the call returns. What was
 * not resident at the entry is tried twice more: just before the old memory goes, when the kernel has copied the
 * arguments and so touched every page of them; and on the new image's stack, where the copy is, with page faults if
 * need be. Included once, by probe.bpf.c.
 */

/* Whether the call has replaced the memory that its arguments were in. */
static __always_inline int has_new_image(struct task_state *t)
{
	return shared.plans[t->plan & (PROBE_PLANS - 1)].flags & PLAN_MAY_EXEC &&
	       compare_memory(t, bpf_get_current_task_btf()) == MEMORY_NEW;
}

struct path_begin {
	unsigned char bytes[24];
};

/*
 * Offset in @path at which the path begins that execveat was given. For one that is relative to a descriptor the kernel
 * makes "/dev/fd/N", or "/dev/fd/N/" and the path (alloc_bprm() in fs/exec.c). A global function, as report_lost().
 */
__noinline int given_path_at(struct path_begin *path)
{
	static const char prefix[8] = "/dev/fd/";

	if (!path)
		return 0;
	for (int i = 0; i < 8; i++)
		if (path->bytes[i] != prefix[i])
			return 0;
	for (int i = 8; i < 20; i++) {
		if (!path->bytes[i])
			return i;
		if (path->bytes[i] == '/')
			return i + 1;
	}
	return 0;
}

/*
 * Where path, argv and envp are now; 0: nowhere. At mm->start_stack stand argc, the pointers of argv, NULL, those of
 * envp, NULL; then, further up, the strings, and behind them (mm->env_end) the path.
 */
static __always_inline void find_moved(struct task_state *t, struct task_struct *current)
{
	__u64 stack = start_of_stack(current), path = end_of_environment(current), argc = 0;
	struct path_begin begin = {};

	t->moved[0] = path;
	if (t->nr == NR_execveat && (__s32)t->c.value[0] >= 0)
		t->moved[0] = capture_read_string(NULL, 0, &begin, sizeof(begin), path) > 0
				      ? path + (given_path_at(&begin) & 31)
				      : 0;
	t->moved[1] = 0;
	t->moved[2] = 0;
	/* An image of 32 bits has smaller pointers. */
	if (stack >> 32 == 0 || capture_read(NULL, 0, &argc, sizeof(argc), stack))
		return;
	/* For a script the new stack holds its interpreter's argv. */
	if ((t->flags & (TASK_IMAGE | TASK_SCRIPT)) == TASK_IMAGE)
		t->moved[1] = stack + 8;
	t->moved[2] = stack + 8 * (argc + 2);
}

/* Reads argument @i of path, argv and envp from where it is now. */
static int read_moved(__u32 i, void *ctx)
{
	struct task_state *t = *(struct task_state **)ctx;
	const struct plan *plan = &shared.plans[t->plan & (PROBE_PLANS - 1)];
	__u32 arg = (t->nr == NR_execveat ? i + 1 : i) & 3;
	__u64 bit = 1ULL << ((i == 0 ? 0 : i == 1 ? plan->argv_op : plan->envp_op) & 63);
	__u64 given = t->c.value[arg], at = t->moved[i & 3], others = t->c.todo[0] & ~bit;

	if (!at || !(t->c.todo[0] & bit))
		return 0;
	t->c.value[arg] = at;
	prepare_run(t, 0, bit, ORIGIN_LATE, 0, at - given);
	run_nofault(t, exit_type(t));
	t->c.value[arg] = given;
	t->c.todo[0] |= others;
	return 0;
}

/* What cannot be read stays to be done. A global function, as report_lost(). */
__noinline int read_exec(struct task_state *t)
{
	/* The new stack is laid out as the new image has it, which need not be as a 32-bit caller gave it. */
	if (!t || t->flags & TASK_COMPAT)
		return 0;
	find_moved(t, bpf_get_current_task_btf());
	bpf_loop(3, read_moved, &t, 0);
	return 0;
}

struct span {
	__u64 from, to;
};

static int touch_page(__u32 i, void *ctx)
{
	struct span *span = ctx;
	char byte;

	bpf_copy_from_user(&byte, 1, (const void *)span->from);
	span->from += PAGE_SIZE;
	return span->from >= span->to;
}

/* Takes the page faults of the new stack, for what has left memory since it was written. */
static __always_inline void touch_stack(struct task_struct *current)
{
	struct span span = {start_of_stack(current), end_of_environment(current) + PATH_MAX};

	bpf_loop(MAX_STACK_PAGES, touch_page, &span, 0);
}

static __always_inline void read_late(struct task_state *t, __u8 type);

/* The kernel has copied the arguments, and is about to give up the memory that they are in. */
static __always_inline int before_new_image(void)
{
	struct task_struct *current = bpf_get_current_task_btf();
	struct task_state *t = bpf_task_storage_get(&tasks, current, 0, 0);

	if (t && (t->flags & (TASK_IN_CALL | TASK_CLAIMED)) == TASK_IN_CALL &&
		shared.plans[t->plan & (PROBE_PLANS - 1)].flags & PLAN_MAY_EXEC)
		read_late(t, exit_type(t));
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
