/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Calls that leave no record: with -c they are counted here and nothing else of them leaves the kernel; those whose
 * outcome nobody asked for (-z, -Z) and those that were too short (--min-duration) are dropped. Included once, by
 * probe.bpf.c.
 */
struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, PROBE_NR + 1); /* the last one: calls of all other numbers */
	__type(key, __u32);
	__type(value, struct probe_count);
} counts SEC(".maps");

static __always_inline void count_call(const struct task_state *t)
{
	__u32 nr = (t->nr >= PROBE_COMPAT && !(t->flags & TASK_COMPAT)) || t->nr > PROBE_NR
			   ? PROBE_NR
			   : t->nr;
	__u64 ns = t->exit_time - t->enter_time;
	struct probe_count *c = bpf_map_lookup_elem(&counts, &nr);

	if (!c)
		return;
	ns = ns > shared.config.overhead ? ns - shared.config.overhead : 0;
	if (!c->calls || ns < c->shortest)
		c->shortest = ns;
	if (ns > c->longest)
		c->longest = ns;
	c->total += ns;
	c->calls++;
	c->errors += IS_ERROR(t->ret);
}

/* Whether the call that has just returned is over and done with; not if something of it has been sent. */
static __always_inline int leaves_nothing(const struct task_state *t)
{
	int sent = t->flags & (TASK_ENTRY_SENT | TASK_PART_SENT);

	if (choices.min_duration && t->exit_time - t->enter_time < choices.min_duration && !sent)
		return 1;
	if (shared.config.count)
		count_call(t);
	return shared.config.count || (shared.config.unwanted >> IS_ERROR(t->ret) & 1 && !sent);
}
