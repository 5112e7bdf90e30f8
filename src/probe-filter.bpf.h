/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Whether a call that begins may be one that is asked for by the files that it uses: if not, nothing of it is read or
 * sent. The host decides (filter-record.c); here only what it would certainly drop is dropped. Included once, by
 * probe.bpf.c.
 */
/*
 * Mounts on top of one another that are followed; of a file below more the host decides. The root mount is on itself.
 */
#define MOST_MOUNTS 4

static __always_inline int is_in(const __u64 *names, __u64 len, __u64 first, __u64 last)
{
	__u32 number;

	if (len < 8) {
		first &= (1ULL << 8 * len) - 1;
		last = 0;
	}
	number = probe_name(len, first, last);
	return names[number / 64 & (PROBE_NAMES / 64 - 1)] >> number % 64 & 1;
}

/* --trace-fds. Of descriptors from PROBE_FDS on the host decides. */
static __always_inline int may_be_wanted_fd(__s32 fd)
{
	if (!choices.by_fd || fd < 0)
		return 0;
	return fd >= PROBE_FDS || shared.fds[fd / 64 & (PROBE_FDS / 64 - 1)] >> fd % 64 & 1;
}

/*
 * -P: whether the file behind @fd may be one of the paths, by its name alone, without the directories; the root of a
 * mount has the name of the directory that it is mounted on. The path of a file that is in no directory is "/" and its
 * name, or has a colon ("pipe:[5]"). A global function, because the verifier looks at such a one only once.
 */
__noinline int may_be_wanted_file(__s32 fd)
{
	struct file *file;
	struct dentry *dentry;
	struct mount *mount;
	const unsigned char *name;
	__u64 len, first = 0, last = 0;

	if (!choices.by_path || fd < 0)
		return 0;
	if (shared.config.unnamed_wanted)
		return 1;
	file = file_of_current(fd);
	if (!file)
		return 0;
	dentry = BPF_CORE_READ(file, f_path.dentry);
	mount = mount_of(BPF_CORE_READ(file, f_path.mnt));
	for (int i = 0; dentry == BPF_CORE_READ(mount, mnt.mnt_root); i++) {
		if (i == MOST_MOUNTS)
			return 1;
		dentry = BPF_CORE_READ(mount, mnt_mountpoint);
		mount = BPF_CORE_READ(mount, mnt_parent);
	}
	len = BPF_CORE_READ(dentry, d_name.len);
	if (!(shared.config.lengths >> len % 64 & 1))
		return 0;
	name = BPF_CORE_READ(dentry, d_name.name);
	/* The room for a short name is longer than that. */
	if (bpf_probe_read_kernel(&first, sizeof(first), name))
		return 1;
	if (len >= sizeof(last) &&
		bpf_probe_read_kernel(&last, sizeof(last), name + len - sizeof(last)))
		return 1;
	return is_in(shared.names, len, first, last);
}

/* -P: whether argument @i may be one of the paths; it may if it cannot be read now. The task's buffer is free yet. */
__noinline int may_be_wanted_path(struct task_state *t, __u32 i)
{
	unsigned char *text;
	__u64 at, last;
	long n;

	if (!choices.by_path || !t)
		return 0;
	text = t->c.buf;
	at = t->c.value[i & 7];
	if (!at)
		return 0;
	n = bpf_probe_read_user_str(text, PATH_MAX, (const void *)at);
	if (n < 0)
		return 1;
	at = n > 1 ? n - 1 : 0; /* without the NUL; 6.1 and 6.12 answer 0 for an empty string */
	last = at > 8 ? at - 8 : 0;
	CAPTURE_BOUND(last, PATH_MAX);
	return is_in(shared.paths, at, *(__u64 *)text, *(__u64 *)(text + last));
}

/* Whether the call that the task begins may be asked for. Global, too. */
__noinline int may_use_wanted_file(struct task_state *t)
{
	const struct plan *plan;

	if (!t || !(choices.by_fd || choices.by_path))
		return 1;
	plan = &shared.plans[t->plan & (PROBE_PLANS - 1)];
	if (plan->fds & PLAN_FD_SET)
		return 1;
	for (int i = 0; i < 6; i++) {
		if (plan->fds >> i & 1 &&
			(may_be_wanted_fd(t->c.value[i]) || may_be_wanted_file(t->c.value[i])))
			return 1;
		if (plan->paths >> i & 1 && may_be_wanted_path(t, i))
			return 1;
	}
	return 0;
}
