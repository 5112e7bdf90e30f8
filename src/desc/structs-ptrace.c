// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Structures and words of ptrace: registers of x86-64 and sets of them, the signals and the call that a task is stopped at;
 * see structs.c.
 */
#include <linux/audit.h>
#include <linux/ptrace.h>
#include <stdint.h>
#include <sys/uio.h>
#include <sys/user.h>
#include "types.h"

/* clang-format off */

#define REGISTER(member_) F(struct user_regs_struct, member_, x64)
STRUCT(user_regs, struct user_regs_struct,
	REGISTER(r15), REGISTER(r14), REGISTER(r13), REGISTER(r12), REGISTER(rbp), REGISTER(rbx), REGISTER(r11), REGISTER(r10),
	REGISTER(r9), REGISTER(r8), REGISTER(rax), REGISTER(rcx), REGISTER(rdx), REGISTER(rsi), REGISTER(rdi), REGISTER(orig_rax),
	REGISTER(rip), REGISTER(cs), REGISTER(eflags), REGISTER(rsp), REGISTER(ss), REGISTER(fs_base), REGISTER(gs_base),
	REGISTER(ds), REGISTER(es), REGISTER(fs), REGISTER(gs));
#define FP(member_, t_, ...) F(struct user_fpregs_struct, member_, t_, ##__VA_ARGS__)
STRUCT(user_fpregs, struct user_fpregs_struct,
	FP(cwd, x16), FP(swd, x16), FP(ftw, x16), FP(fop, x16), FP(rip, x64), FP(rdp, x64), FP(mxcsr, x32),
	FN(struct user_fpregs_struct, mxcr_mask, mxcr_mask, x32), FP(st_space, x32, FIXED(32)), FP(xmm_space, x32, FIXED(64)),
	FP(padding, x32, FIXED(24)));
/* struct iovec; what lies in it is chosen by the call's argument. */
CHOICE(register_set, sizeof(struct user_fpregs_struct), addr, none,
	V(1 /* NT_PRSTATUS */, user_regs), V(2 /* NT_PRFPREG */, user_fpregs));
STRUCT(ptrace_iovec, struct iovec,
	P(struct iovec, iov_base, register_set, LEN(iov_len)), F(struct iovec, iov_len, u64, CHANGES));

/* Where a word lies in struct user: the last of these that is not behind it. */
#define RI(index_, name_) XV(8 * (index_), "8*" #name_)
#define UO(member_) { offsetof(struct user, member_), ~0ULL, "offsetof(struct user, " #member_ ")" }
ENUM(user_part, 8, "",
	RI(0, R15), RI(1, R14), RI(2, R13), RI(3, R12), RI(4, RBP), RI(5, RBX), RI(6, R11), RI(7, R10), RI(8, R9), RI(9, R8),
	RI(10, RAX), RI(11, RCX), RI(12, RDX), RI(13, RSI), RI(14, RDI), RI(15, ORIG_RAX), RI(16, RIP), RI(17, CS),
	RI(18, EFL), RI(19, RSP), RI(20, SS), UO(u_fpvalid), UO(i387), UO(u_tsize), UO(u_dsize), UO(u_ssize), UO(start_code),
	UO(start_stack), UO(signal), UO(reserved), UO(u_ar0), UO(u_fpstate), UO(magic), UO(u_comm), UO(u_debugreg),
	XV(sizeof(struct user), "sizeof(struct user)"));

struct desc_peeksiginfo { /* struct ptrace_peeksiginfo_args, <linux/ptrace.h> */
	uint64_t off;
	uint32_t flags, nr;
};
FLAGSET(peeksiginfo_flags, 4, "PTRACE_PEEKSIGINFO_???", X(PTRACE_PEEKSIGINFO_SHARED));
STRUCT(peeksiginfo, struct desc_peeksiginfo,
	F(struct desc_peeksiginfo, off, u64), F(struct desc_peeksiginfo, flags, peeksiginfo_flags),
	F(struct desc_peeksiginfo, nr, u32));
STRUCT(seccomp_metadata, struct seccomp_metadata,
	F(struct seccomp_metadata, filter_off, u64), F(struct seccomp_metadata, flags, x64, ANSWER, WHEN_ABOVE(addr, 8)));

#define CI(member_, t_, ...) F(struct ptrace_syscall_info, member_, t_, ##__VA_ARGS__)
ENUM(syscall_info_op, 1, "PTRACE_SYSCALL_INFO_???",
	X(PTRACE_SYSCALL_INFO_NONE), X(PTRACE_SYSCALL_INFO_ENTRY), X(PTRACE_SYSCALL_INFO_EXIT), X(PTRACE_SYSCALL_INFO_SECCOMP));
struct desc_call_entered { /* the member `entry`, and `seccomp` */
	uint64_t nr, args[6];
	uint32_t ret_data;
};
struct desc_call_left { /* the member `exit` */
	int64_t rval;
	uint8_t is_error;
};
#define ENTERED(nr_) F(struct desc_call_entered, nr, nr_), F(struct desc_call_entered, args, x64, FIXED(6))
#define FILTERED(nr_) ENTERED(nr_), F(struct desc_call_entered, ret_data, u32)
STRUCT(entered_here, struct desc_call_entered, ENTERED(call_number));
STRUCT(entered_32, struct desc_call_entered, ENTERED(call_number32));
STRUCT(entered_elsewhere, struct desc_call_entered, ENTERED(u64));
STRUCT(filtered_here, struct desc_call_entered, FILTERED(call_number));
STRUCT(filtered_32, struct desc_call_entered, FILTERED(call_number32));
STRUCT(filtered_elsewhere, struct desc_call_entered, FILTERED(u64));
CHOICE(call_entered, 0, arch, entered_elsewhere, V(AUDIT_ARCH_X86_64, entered_here), V(AUDIT_ARCH_I386, entered_32));
CHOICE(call_filtered, 0, arch, filtered_elsewhere, V(AUDIT_ARCH_X86_64, filtered_here), V(AUDIT_ARCH_I386, filtered_32));
CHOICE(call_result, 8, is_error, i64, V(1, minus_errno));
STRUCT(call_left, struct desc_call_left,
	F(struct desc_call_left, rval, call_result), F(struct desc_call_left, is_error, u8));
#define WHEN_STOPPED(op_) WHEN_IS(op, PTRACE_SYSCALL_INFO_##op_), .flags = FIELD_REST
STRUCT(syscall_info, struct ptrace_syscall_info,
	CI(op, syscall_info_op), CI(arch, audit_arch), CI(instruction_pointer, x64), CI(stack_pointer, x64),
	CI(entry, call_entered, WHEN_STOPPED(ENTRY)), CI(exit, call_left, WHEN_STOPPED(EXIT)),
	CI(seccomp, call_filtered, WHEN_STOPPED(SECCOMP)));
