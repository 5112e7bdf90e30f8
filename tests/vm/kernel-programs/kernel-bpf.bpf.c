// SPDX-License-Identifier: GPL-2.0-only
/*
 * kernel-bpf.bpf.c: the programs that kernel-bpf.c loads, sleepable or not, at the system call tracepoints of a
 * kernel with the faultable-tracepoint series. They look only at calls whose first argument is MARK.
 */
#include <linux/bpf.h>
#include <linux/types.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

#include "kernel-user.h"

#define NR_openat  257
#define NR_getppid 110

/* In the pt_regs of x86-64, which are an interface (ptrace). No CO-RE: the object has to load where there is no BTF. */
#define REGS_SI 104
#define REGS_DI 112

struct pt_regs {
	unsigned long before_si[REGS_SI / sizeof(unsigned long)], si, di;
};

struct enter {
	__u64 unused;
	int nr, pad;
	unsigned long args[6];
};

char LICENSE[] SEC("license") = "GPL";
__u64 seen, others, copied, failed, cold;
char path[64];

struct {
	__uint(type, BPF_MAP_TYPE_TASK_STORAGE);
	__uint(map_flags, BPF_F_NO_PREALLOC);
	__type(key, int);
	__type(value, __u64);
} storage SEC(".maps");

static __always_inline void look(unsigned long arg0, const char *arg1, long nr)
{
	char buf[16];

	if (arg0 != MARK)
		return;
	if (nr == NR_getppid)
		__sync_fetch_and_add(&seen, 1);
	if (nr != NR_openat)
		return;
	__sync_fetch_and_add(&others, 1);
	if (bpf_probe_read_user(buf, sizeof(buf), arg1))
		__sync_fetch_and_add(&cold, 1);
}

static __always_inline void copy(const char *from)
{
	if (bpf_copy_from_user(path, sizeof(path), from))
		__sync_fetch_and_add(&failed, 1);
	else
		__sync_fetch_and_add(&copied, 1);
}

SEC("tp_btf/sys_enter")
int BPF_PROG(tp_btf_sleepable, struct pt_regs *regs, long id)
{
	look(regs->di, (const char *)regs->si, id);
	if (regs->di == MARK && id == NR_openat)
		copy((const char *)regs->si);
	return 0;
}

SEC("tp_btf/sys_enter")
int BPF_PROG(tp_btf_plain, struct pt_regs *regs, long id)
{
	look(regs->di, (const char *)regs->si, id);
	return 0;
}

/*
 * Makes a storage for the task, finds it again and again, so that where it is preempted it mostly is in there, and
 * deletes it. Nothing of this may fail because another task does the same.
 */
static __always_inline void store(unsigned long arg0, long nr)
{
	struct task_struct *task = bpf_get_current_task_btf();

	if (arg0 != MARK || nr != NR_getppid)
		return;
	__sync_fetch_and_add(&seen, 1);
	if (!bpf_task_storage_get(&storage, task, 0, BPF_LOCAL_STORAGE_GET_F_CREATE))
		__sync_fetch_and_add(&failed, 1);
	for (int i = 0; i < 50; i++)
		if (!bpf_task_storage_get(&storage, task, 0, 0))
			__sync_fetch_and_add(&failed, 1);
	if (bpf_task_storage_delete(&storage, task))
		__sync_fetch_and_add(&failed, 1);
}

SEC("tp_btf/sys_enter")
int BPF_PROG(tp_btf_storage_sleepable, struct pt_regs *regs, long id)
{
	store(regs->di, id);
	return 0;
}

SEC("tp_btf/sys_enter")
int BPF_PROG(tp_btf_storage_plain, struct pt_regs *regs, long id)
{
	store(regs->di, id);
	return 0;
}

/* Reads the registers without BTF, so that it also runs on kernels that have none. */
SEC("raw_tp/sys_enter")
int raw_sleepable(struct bpf_raw_tracepoint_args *ctx)
{
	unsigned long di = 0, si = 0;

	bpf_probe_read_kernel(&di, sizeof(di), (void *)(ctx->args[0] + REGS_DI));
	bpf_probe_read_kernel(&si, sizeof(si), (void *)(ctx->args[0] + REGS_SI));
	look(di, (const char *)si, ctx->args[1]);
	if (di == MARK && ctx->args[1] == NR_openat)
		copy((const char *)si);
	return 0;
}

SEC("tracepoint/syscalls/sys_enter_openat")
int tp_sleepable(struct enter *ctx)
{
	unsigned long di = ctx->args[0], si = ctx->args[1];

	look(di, (const char *)si, NR_openat);
	if (di == MARK)
		copy((const char *)si);
	return 0;
}

/* A pair that does nothing: what is measured is the way to it and back. */
SEC("raw_tp/sys_enter")
int cost_enter(void *ctx)
{
	return 0;
}

SEC("raw_tp/sys_exit")
int cost_exit(void *ctx)
{
	return 0;
}

/* These three must be refused. */
SEC("tp_btf/sched_switch")
int BPF_PROG(tp_btf_classic, _Bool preempt)
{
	return 0;
}

SEC("raw_tp/sched_switch")
int raw_classic(struct bpf_raw_tracepoint_args *ctx)
{
	return 0;
}

SEC("tracepoint/sched/sched_switch")
int tp_classic(void *ctx)
{
	return 0;
}
