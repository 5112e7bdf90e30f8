// SPDX-License-Identifier: GPL-2.0-only
/*
 * Whether a call that begins may be one that is asked for by the files that it uses: if not, nothing of it is read or
 * sent. The host decides (filter-record.c); here only what it would certainly drop is dropped. Included once, by
 * probe.bpf.c.
 */
/* --trace-fds: whether the call may use one of the descriptors. Of those from PROBE_FDS on the host knows. */
static __always_inline int may_use_wanted_fd(const struct task_state *t)
{
	__u32 fds = shared.plans[t->plan & (PROBE_PLANS - 1)].fds;

	if (fds & PLAN_FD_SET)
		return 1;
	for (int i = 0; i < 6; i++) {
		__s32 fd = t->c.value[i];

		if (!(fds >> i & 1) || fd < 0)
			continue;
		if (fd >= PROBE_FDS || shared.fds[fd / 64 & (PROBE_FDS / 64 - 1)] >> fd % 64 & 1)
			return 1;
	}
	return 0;
}
