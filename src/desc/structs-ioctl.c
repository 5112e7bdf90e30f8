// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Structures of ioctls: extents, virtual machines, seccomp, userfaultfd, clocks, input; see structs.c.
 */
#include <linux/audit.h>
#include <stdint.h>
#include <linux/fiemap.h>
#include <linux/fs.h>
#include <linux/hdreg.h>
#include <linux/input.h>
#include <linux/kvm.h>
#include <linux/rtc.h>
#include <linux/seccomp.h>
#include <linux/userfaultfd.h>
#include "types.h"

/* clang-format off */

/* ---- extents of files ---- */

STRUCT(fiemap_extent, struct fiemap_extent,
	F(struct fiemap_extent, fe_logical, u64),
	F(struct fiemap_extent, fe_physical, u64),
	F(struct fiemap_extent, fe_length, u64),
	F(struct fiemap_extent, fe_flags, fiemap_extent_flags));
STRUCT(fiemap, struct fiemap,
	F(struct fiemap, fm_start, u64),
	F(struct fiemap, fm_length, u64),
	F(struct fiemap, fm_flags, fiemap_flags),
	F(struct fiemap, fm_extent_count, u32),
	FN(struct fiemap, fm_flags, fm_flags, fiemap_flags, RESULT),
	F(struct fiemap, fm_mapped_extents, u32, RESULT),
	{ .name = "fm_extents", .type = &type_fiemap_extent, .offset = offsetof(struct fiemap, fm_extents),
	  .flags = FIELD_TAIL | FIELD_RESULT | FIELD_VERBOSE, COUNT(fm_mapped_extents) });
STRUCT_AS((.few = 2), dedupe_info, struct file_dedupe_range_info,
	FD64(struct file_dedupe_range_info, dest_fd),
	F(struct file_dedupe_range_info, dest_offset, u64));
STRUCT_AS((.few = 2), dedupe_result, struct file_dedupe_range_info,
	F(struct file_dedupe_range_info, bytes_deduped, u64),
	F(struct file_dedupe_range_info, status, i32));
STRUCT(dedupe_range, struct file_dedupe_range,
	F(struct file_dedupe_range, src_offset, u64),
	F(struct file_dedupe_range, src_length, u64),
	F(struct file_dedupe_range, dest_count, u16),
	TAIL(struct file_dedupe_range, info, dedupe_info, COUNT(dest_count)),
	{ .name = "info", .type = &type_dedupe_result, .offset = offsetof(struct file_dedupe_range, info),
	  .flags = FIELD_TAIL | FIELD_RESULT, COUNT(dest_count) });

/* ---- virtual machines ---- */

#define KVM_REGION(member_, t_) F(struct kvm_userspace_memory_region, member_, t_)
STRUCT(kvm_region, struct kvm_userspace_memory_region,
	KVM_REGION(slot, u32), KVM_REGION(flags, kvm_mem_flags), KVM_REGION(guest_phys_addr, x64),
	KVM_REGION(memory_size, u64), KVM_REGION(userspace_addr, x64));
#define KVM_REG(member_, ...) F(struct kvm_regs, member_, x64, ##__VA_ARGS__)
STRUCT(kvm_regs, struct kvm_regs,
	KVM_REG(rax), KVM_REG(rbx, VERBOSE_HERE), KVM_REG(rcx, VERBOSE_HERE), KVM_REG(rdx, VERBOSE_HERE), KVM_REG(rsi, VERBOSE_HERE),
	KVM_REG(rdi, VERBOSE_HERE), KVM_REG(rsp), KVM_REG(rbp), KVM_REG(r8, VERBOSE_HERE), KVM_REG(r9, VERBOSE_HERE),
	KVM_REG(r10, VERBOSE_HERE), KVM_REG(r11, VERBOSE_HERE), KVM_REG(r12, VERBOSE_HERE), KVM_REG(r13, VERBOSE_HERE), KVM_REG(r14, VERBOSE_HERE),
	KVM_REG(r15, VERBOSE_HERE), KVM_REG(rip), KVM_REG(rflags));
#define KVM_SEGMENT(member_, t_) F(struct kvm_segment, member_, t_)
STRUCT(kvm_segment, struct kvm_segment,
	KVM_SEGMENT(base, x64), KVM_SEGMENT(limit, u32), KVM_SEGMENT(selector, u16), KVM_SEGMENT(type, u8),
	KVM_SEGMENT(present, u8), KVM_SEGMENT(dpl, u8), KVM_SEGMENT(db, u8), KVM_SEGMENT(s, u8), KVM_SEGMENT(l, u8),
	KVM_SEGMENT(g, u8), KVM_SEGMENT(avl, u8));
#define KVM_SREG(member_, t_) F(struct kvm_sregs, member_, t_, VERBOSE)
STRUCT(kvm_dtable, struct kvm_dtable,
	F(struct kvm_dtable, base, x64),
	F(struct kvm_dtable, limit, u16));
STRUCT(kvm_sregs, struct kvm_sregs,
	F(struct kvm_sregs, cs, kvm_segment), KVM_SREG(ds, kvm_segment), KVM_SREG(es, kvm_segment), KVM_SREG(fs, kvm_segment),
	KVM_SREG(gs, kvm_segment), KVM_SREG(ss, kvm_segment), KVM_SREG(tr, kvm_segment), KVM_SREG(ldt, kvm_segment),
	KVM_SREG(gdt, kvm_dtable), KVM_SREG(idt, kvm_dtable), KVM_SREG(cr0, u64), KVM_SREG(cr2, u64), KVM_SREG(cr3, u64),
	KVM_SREG(cr4, u64), KVM_SREG(cr8, u64), KVM_SREG(efer, u64), KVM_SREG(apic_base, x64),
	F(struct kvm_sregs, interrupt_bitmap, x64, .fixed = 4, .flags = FIELD_VERBOSE));

/* ---- seccomp, userfaultfd ---- */

STRUCT(seccomp_notif, struct seccomp_notif,
	F(struct seccomp_notif, id, x64),
	F(struct seccomp_notif, pid, pid),
	F(struct seccomp_notif, flags, x32),
	F(struct seccomp_notif, data, seccomp_data));
CHOICE(filter_call_number, 4, arch, u32, V(AUDIT_ARCH_X86_64, call_number), V(AUDIT_ARCH_I386, call_number32));
STRUCT(seccomp_data, struct seccomp_data,
	F(struct seccomp_data, nr, filter_call_number),
	F(struct seccomp_data, arch, audit_arch),
	F(struct seccomp_data, instruction_pointer, addr),
	F(struct seccomp_data, args, x64, FIXED(6)));
STRUCT(seccomp_resp, struct seccomp_notif_resp,
	F(struct seccomp_notif_resp, id, x64),
	F(struct seccomp_notif_resp, val, i64),
	F(struct seccomp_notif_resp, error, minus_errno),
	F(struct seccomp_notif_resp, flags, seccomp_resp_flags));
STRUCT(seccomp_addfd, struct seccomp_notif_addfd,
	F(struct seccomp_notif_addfd, id, x64),
	F(struct seccomp_notif_addfd, flags, seccomp_addfd_flags),
	F(struct seccomp_notif_addfd, srcfd, fd),
	F(struct seccomp_notif_addfd, newfd, i32),
	F(struct seccomp_notif_addfd, newfd_flags, fd_flags));
STRUCT(uffdio_writeprotect, struct uffdio_writeprotect,
	F(struct uffdio_writeprotect, range, uffdio_range),
	F(struct uffdio_writeprotect, mode, uffd_writeprotect_mode));
STRUCT(uffdio_continue, struct uffdio_continue,
	F(struct uffdio_continue, range, uffdio_range),
	F(struct uffdio_continue, mode, uffd_continue_mode),
	F(struct uffdio_continue, mapped, i64, ANSWER));
struct desc_uffdio_move { /* struct uffdio_move, <linux/userfaultfd.h> */
	uint64_t dst, src, len, mode;
	int64_t move;
};
STRUCT(uffdio_move, struct desc_uffdio_move,
	F(struct desc_uffdio_move, dst, x64),
	F(struct desc_uffdio_move, src, x64),
	F(struct desc_uffdio_move, len, x64),
	F(struct desc_uffdio_move, mode, uffd_move_mode),
	F(struct desc_uffdio_move, move, i64, ANSWER));
STRUCT(rtc_time, struct rtc_time,
	F(struct rtc_time, tm_sec, i32),
	F(struct rtc_time, tm_min, i32),
	F(struct rtc_time, tm_hour, i32),
	F(struct rtc_time, tm_mday, i32),
	F(struct rtc_time, tm_mon, i32),
	F(struct rtc_time, tm_year, i32),
	F(struct rtc_time, tm_wday, i32, VERBOSE),
	F(struct rtc_time, tm_yday, i32, VERBOSE),
	F(struct rtc_time, tm_isdst, i32, VERBOSE));
STRUCT(rtc_alarm, struct rtc_wkalrm,
	F(struct rtc_wkalrm, enabled, u8),
	F(struct rtc_wkalrm, pending, u8),
	F(struct rtc_wkalrm, time, rtc_time));
STRUCT(input_id, struct input_id,
	F(struct input_id, bustype, u16),
	F(struct input_id, vendor, u16),
	F(struct input_id, product, u16),
	F(struct input_id, version, u16));
STRUCT(hd_geometry, struct hd_geometry,
	F(struct hd_geometry, heads, u8),
	F(struct hd_geometry, sectors, u8),
	F(struct hd_geometry, cylinders, u16),
	F(struct hd_geometry, start, u64));
STRUCT(fstrim_range, struct fstrim_range,
	F(struct fstrim_range, start, x64),
	F(struct fstrim_range, len, u64),
	F(struct fstrim_range, minlen, u64));
