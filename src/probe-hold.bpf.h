/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * --overflow=block: a task that has just sent a record waits on its way back to user space while its ring is more than
 * half full or the host has no room. There is no helper with which task work could sleep until then, so it looks again
 * and again, preemptibly, for half a millisecond at a time; the host runs at a higher priority. Included once, by
 * probe.bpf.c.
 */
enum {
	HOLD_LOOKS = 1 << 15,	   /* in one task work */
	HOLD_KEY = 1 << 30,	   /* in `works`, above any tid: the works that hold, ... */
	HOLD_KEY_OTHER = 1u << 31, /* ... which follow one another by turns */
};

static __always_inline int must_wait(void)
{
	__u32 cpu = bpf_get_smp_processor_id();
	void *ring;

	if (!shared.config.block)
		return 0;
	if (shared.hold)
		return 1;
	ring = bpf_map_lookup_elem(&rings, &cpu);
	return ring && bpf_ringbuf_query(ring, BPF_RB_AVAIL_DATA) > shared.config.hold_above;
}

#if TASK_WORK
extern struct task_struct *bpf_task_from_pid(int pid) __ksym;
extern void bpf_task_release(struct task_struct *p) __ksym;

/* Nobody would ever make room again if the tracer were gone. */
static __always_inline int tracer_lives(void)
{
	struct task_struct *tracer = bpf_task_from_pid(shared.tracer);
	int lives;

	if (!tracer)
		return 0;
	lives = !tracer->exit_state && tracer->start_boottime == shared.tracer_start;
	bpf_task_release(tracer);
	return lives;
}

static int look(__u32 i, void *ctx)
{
	struct task_struct *current = bpf_get_current_task_btf();

	return current->pending.signal.sig[0] & 1ul << (SIGKILL - 1) || !must_wait();
}

static int wait_on(struct bpf_map *map, void *key, void *value);

static __always_inline int schedule_hold(struct task_state *t, struct task_struct *current)
{
	__u32 key = t->tid | (t->flags & TASK_HOLD_OTHER ? HOLD_KEY_OTHER : HOLD_KEY);
	struct work *w = bpf_map_lookup_elem(&works, &key);

	if (!w) {
		bpf_map_update_elem(&works, &key, &no_work, BPF_NOEXIST);
		w = bpf_map_lookup_elem(&works, &key);
	}
	t->flags ^= TASK_HOLD_OTHER;
	return w ? schedule_task_work(current, &w->work, &works, wait_on) : -1;
}

static __always_inline void end_hold(struct task_state *t)
{
	__u64 held = bpf_ktime_get_ns() - t->held_since;

	__sync_fetch_and_add(&shared.held_ns, held);
	if (held > shared.held_longest)
		shared.held_longest = held;
}

static int wait_on(struct bpf_map *map, void *key, void *value)
{
	struct task_struct *current = bpf_get_current_task_btf();
	struct task_state *t = state_undisturbed(current);

	if (!t)
		return 0;
	bpf_loop(HOLD_LOOKS, look, NULL, 0);
	if (look(0, NULL) || !tracer_lives() || schedule_hold(t, current))
		end_hold(t);
	return 0;
}

static __always_inline void hold_if_full(struct task_state *t, struct task_struct *current)
{
	if (!must_wait())
		return;
	t->held_since = bpf_ktime_get_ns();
	if (!schedule_hold(t, current))
		count(&shared.holds);
}

static __always_inline void forget_hold(__u32 tid)
{
	__u32 keys[] = {tid | HOLD_KEY, tid | HOLD_KEY_OTHER};

	if (!shared.config.block)
		return;
	bpf_map_delete_elem(&works, &keys[0]);
	bpf_map_delete_elem(&works, &keys[1]);
}
#else
static __always_inline void hold_if_full(struct task_state *t, struct task_struct *current)
{
}

static __always_inline void forget_hold(__u32 tid)
{
}
#endif
