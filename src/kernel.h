/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The few kernel types that the BPF program reads, found in the running kernel by CO-RE; so the program is built
 * without the headers or BTF of the kernel it will run on.
 */
#ifndef FAULTLESS_KERNEL_H
#define FAULTLESS_KERNEL_H

#include <linux/types.h>
#include <linux/bpf.h>

#pragma clang attribute push(__attribute__((preserve_access_index)), apply_to = record)

struct pt_regs {
	unsigned long r15, r14, r13, r12, bp, bx, r11, r10, r9, r8, ax, cx, dx, si, di, orig_ax, ip;
	unsigned long cs, flags, sp, ss;
};

struct thread_info {
	__u32 status;
};

struct mm_struct {
	unsigned long start_stack;
	unsigned long env_end;
};

struct task_struct;
struct files_struct;
struct fs_struct;

struct signal_struct {
	unsigned int flags;
	struct task_struct *group_exec_task;
	int group_exit_code;
};

struct sigpending {
	struct {
		unsigned long sig[1];
	} signal;
};

struct kernel_siginfo {
	int si_signo;
	int si_code;
};

struct task_struct {
	struct thread_info thread_info;
	int pid;
	int tgid;
	unsigned int __state;
	unsigned int flags;
	int exit_state;
	__u64 start_boottime;
	int exit_code;
	unsigned long jobctl;
	struct mm_struct *mm;
	struct pid *thread_pid;
	struct signal_struct *signal;
	struct sigpending pending;
	struct kernel_siginfo *last_siginfo;
	struct files_struct *files;
	struct fs_struct *fs;
};

struct linux_binprm {
	const char *filename;
	const char *interp;
};

struct bpf_iter_meta {
	__u64 session_id;
};

struct bpf_iter__task {
	struct bpf_iter_meta *meta;
	struct task_struct *task;
};

/* complete, because a kfunc's prototype must match the kernel's to the kind */
struct bpf_map {
	__u32 id;
};

#pragma clang attribute pop

struct k_sigaction;

#endif
