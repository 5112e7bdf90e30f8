// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Scalars and structures. Sizes and offsets come from the UAPI headers.
 */
#include <signal.h>
#include <asm/stat.h>
#include <asm/statfs.h>
#include <asm/termbits.h>
#include <linux/aio_abi.h>
#include <linux/capability.h>
#include <linux/fcntl.h>
#include <linux/filter.h>
#include <linux/fs.h>
#include <linux/landlock.h>
#include <linux/mount.h>
#include <linux/mqueue.h>
#include <linux/msg.h>
#include <linux/openat2.h>
#include <linux/perf_event.h>
#include <linux/quota.h>
#include <linux/resource.h>
#include <linux/sched.h>
#include <linux/sched/types.h>
#include <linux/seccomp.h>
#include <linux/sem.h>
#include <linux/shm.h>
#include <linux/stat.h>
#include <linux/sysinfo.h>
#include <linux/time_types.h>
#include <linux/times.h>
#include <linux/uio.h>
#include <linux/userfaultfd.h>
#include <linux/utime.h>
#include <linux/utsname.h>
#include "types.h"

/* clang-format off */

SCALAR(i8, KIND_INT, 1);
SCALAR(u8, KIND_UINT, 1);
SCALAR(i16, KIND_INT, 2);
SCALAR(u16, KIND_UINT, 2);
SCALAR(i32, KIND_INT, 4);
SCALAR(u32, KIND_UINT, 4);
SCALAR(i64, KIND_INT, 8);
SCALAR(u64, KIND_UINT, 8);
SCALAR(x8, KIND_HEX, 1);
SCALAR(x16, KIND_HEX, 2);
SCALAR(x32, KIND_HEX, 4);
SCALAR(x64, KIND_HEX, 8);
SCALAR(size, KIND_UINT, 8);
SCALAR(ssize, KIND_INT, 8);
SCALAR(off, KIND_INT, 8);
SCALAR(socklen, KIND_INT, 4);
SCALAR(addr, KIND_ADDR, 8);
SCALAR(addr0, KIND_HEX, 8);		/* an address that is 0, not NULL */
SCALAR(ret_modify_ldt, KIND_UINT, 4);
SCALAR(fd, KIND_FD, 4);
#define DIRFD(name_, ...) \
	static const struct symbol symbols_##name_[] = { __VA_ARGS__ }; \
	const struct type type_##name_ = { .name = #name_, .kind = KIND_DIRFD, .size = 4, \
		.symbols = symbols_##name_, .count = sizeof(symbols_##name_) / sizeof(symbols_##name_[0]) }
DIRFD(dirfd, X(AT_FDCWD));
DIRFD(fan_dirfd, X(AT_FDCWD), XV(-1, "FAN_NOFD"));
SCALAR(error, KIND_ERROR, 4);
SCALAR(pid, KIND_PID, 4);
SCALAR(pgid, KIND_INT, 4);
SCALAR(uid, KIND_ID, 4);
SCALAR(gid, KIND_ID, 4);
SCALAR(umode, KIND_OCT, 2);
SCALAR(path, KIND_PATH, 0);
SCALAR(string, KIND_STRING, 0);
SCALAR(bytes, KIND_BYTES, 0);
SCALAR(message, KIND_MESSAGE, 0);
SCALAR(binary, KIND_BINARY, 0);
SCALAR(chars, KIND_CHARS, 0);
SCALAR(strv, KIND_STRV, 0);
SCALAR(envv, KIND_ENVV, 0);
SCALAR(none, KIND_INT, 8);
SCALAR(omode, KIND_OCT, 8);
HEX_WIDE(nodemask, 8, 16);

/* ---- time ---- */

STRUCT(timespec, struct __kernel_timespec,
	F(struct __kernel_timespec, tv_sec, i64),
	F(struct __kernel_timespec, tv_nsec, u64));

STRUCT(timeval, struct __kernel_old_timeval,
	F(struct __kernel_old_timeval, tv_sec, i64),
	F(struct __kernel_old_timeval, tv_usec, u64));

/* ---- files ---- */

STRUCT(iovec, struct iovec,
	P(struct iovec, iov_base, bytes, LEN(iov_len)),
	F(struct iovec, iov_len, size));

/* An array of them that describes memory of another process, or none to read. */
STRUCT(iovec_remote, struct iovec,
	F(struct iovec, iov_base, addr),
	F(struct iovec, iov_len, size));

/* Times with their dates. The word behind one of struct stat holds its nanoseconds. */
#define TIME(name_, type_, ...) \
	struct desc_##name_ { type_ sec, part; }; \
	STRUCT_AS((.date = 9), name_, struct desc_##name_, __VA_ARGS__)
TIME(stat_time, uint64_t, FN(struct desc_stat_time, sec, , i64), F(struct desc_stat_time, part, u64, HIDDEN));
TIME(stat_time32, uint32_t, FN(struct desc_stat_time32, sec, , u32), F(struct desc_stat_time32, part, u32, HIDDEN));
STRUCT_AS((.date = 9), time_stamp, int64_t, { .name = "", .type = &type_i64, .size = 8 });
STRUCT_AS((.date = 9), time_stamp32, uint32_t, { .name = "", .type = &type_u32, .size = 4 });
STRUCT_AS((.date = 9), statx_timestamp, struct statx_timestamp,
	F(struct statx_timestamp, tv_sec, i64), F(struct statx_timestamp, tv_nsec, u32));
STRUCT_AS((.date = 6), utimeval, struct timeval, F(struct timeval, tv_sec, i64), F(struct timeval, tv_usec, u64));
/* What time(2) wrote. */
STRUCT_AS((.brackets = true), time_answer, int64_t, { .name = "", .type = &type_time_stamp, .size = 8 });
STRUCT_AS((.brackets = true), time_answer32, uint32_t, { .name = "", .type = &type_time_stamp32, .size = 4 });

struct desc_dirent { /* struct linux_dirent; the last byte of an entry is its type */
	uint64_t d_ino, d_off;
	uint16_t d_reclen;
	char d_name[6];
};
STRUCT(dirent, struct desc_dirent,
	F(struct desc_dirent, d_ino, u64), F(struct desc_dirent, d_off, u64), F(struct desc_dirent, d_reclen, u16),
	F(struct desc_dirent, d_name, path, REST), { .name = "d_type", .type = &type_dirent_type, .offset = 1, .size = 1, .flags = FIELD_END });
struct desc_dirent64 { /* struct linux_dirent64 */
	uint64_t d_ino, d_off;
	uint16_t d_reclen;
	uint8_t d_type;
	char d_name[5];
};
STRUCT(dirent64, struct desc_dirent64,
	F(struct desc_dirent64, d_ino, u64), F(struct desc_dirent64, d_off, u64), F(struct desc_dirent64, d_reclen, u16),
	F(struct desc_dirent64, d_type, dirent_type), F(struct desc_dirent64, d_name, path, REST));
RECORDS(dirents, dirent, d_reclen, "entries");
RECORDS(dirents64, dirent64, d_reclen, "entries");

STRUCT(stat, struct stat,
	F(struct stat, st_dev, dev, VERBOSE),
	F(struct stat, st_ino, u64, VERBOSE),
	F(struct stat, st_mode, mode),
	F(struct stat, st_nlink, u64, VERBOSE),
	F(struct stat, st_uid, u32, VERBOSE),
	F(struct stat, st_gid, u32, VERBOSE),
	F(struct stat, st_blksize, u64, VERBOSE),
	F(struct stat, st_blocks, u64, VERBOSE),
	/* Character and block devices: S_IFCHR, S_IFBLK. */
	F(struct stat, st_size, u64, WHEN_NOT(st_mode, 0120000, 0020000)),
	F(struct stat, st_rdev, dev, WHEN_EQ(st_mode, 0120000, 0020000)),
	F(struct stat, st_atime, stat_time, VERBOSE),
	F(struct stat, st_atime_nsec, u64, VERBOSE),
	F(struct stat, st_mtime, stat_time, VERBOSE),
	F(struct stat, st_mtime_nsec, u64, VERBOSE),
	F(struct stat, st_ctime, stat_time, VERBOSE),
	F(struct stat, st_ctime_nsec, u64, VERBOSE));

/* Only what stx_mask says was answered. */
STRUCT(statx, struct statx,
	F(struct statx, stx_mask, statx_mask),
	F(struct statx, stx_blksize, u32, VERBOSE),
	F(struct statx, stx_attributes, statx_attributes),
	F(struct statx, stx_nlink, u32, VERBOSE, WHEN(stx_mask, STATX_NLINK)),
	F(struct statx, stx_uid, uid, VERBOSE, WHEN(stx_mask, STATX_UID)),
	F(struct statx, stx_gid, gid, VERBOSE, WHEN(stx_mask, STATX_GID)),
	F(struct statx, stx_mode, mode16, WHEN(stx_mask, STATX_TYPE | STATX_MODE)),
	F(struct statx, stx_ino, u64, VERBOSE, WHEN(stx_mask, STATX_INO)),
	F(struct statx, stx_size, u64, WHEN(stx_mask, STATX_SIZE)),
	F(struct statx, stx_blocks, u64, VERBOSE, WHEN(stx_mask, STATX_BLOCKS)),
	F(struct statx, stx_attributes_mask, statx_attributes, VERBOSE),
	F(struct statx, stx_atime, statx_timestamp, VERBOSE, WHEN(stx_mask, STATX_ATIME)),
	F(struct statx, stx_btime, statx_timestamp, VERBOSE, WHEN(stx_mask, STATX_BTIME)),
	F(struct statx, stx_ctime, statx_timestamp, VERBOSE, WHEN(stx_mask, STATX_CTIME)),
	F(struct statx, stx_mtime, statx_timestamp, VERBOSE, WHEN(stx_mask, STATX_MTIME)),
	F(struct statx, stx_rdev_major, u32, VERBOSE),
	F(struct statx, stx_rdev_minor, u32, VERBOSE),
	F(struct statx, stx_dev_major, u32, VERBOSE),
	F(struct statx, stx_dev_minor, u32, VERBOSE),
	F(struct statx, stx_mnt_id, x64, VERBOSE, WHEN(stx_mask, STATX_MNT_ID)),
	F(struct statx, stx_dio_mem_align, u32, VERBOSE, WHEN(stx_mask, STATX_DIOALIGN)),
	F(struct statx, stx_dio_offset_align, u32, VERBOSE, WHEN(stx_mask, STATX_DIOALIGN)));

STRUCT(statfs, struct statfs,
	F(struct statfs, f_type, fs_magic),
	F(struct statfs, f_bsize, u64),
	F(struct statfs, f_blocks, u64),
	F(struct statfs, f_bfree, u64),
	F(struct statfs, f_bavail, u64),
	F(struct statfs, f_files, u64),
	F(struct statfs, f_ffree, u64),
	F(struct statfs, f_fsid, fsid),
	F(struct statfs, f_namelen, u64),
	F(struct statfs, f_frsize, u64),
	F(struct statfs, f_flags, statfs_flags, WHEN(f_flags, 0x20 /* ST_VALID */)));

STRUCT(fsid, __kernel_fsid_t,
	F(__kernel_fsid_t, val, x32, FIXED(2)));

STRUCT(utimbuf, struct utimbuf,
	F(struct utimbuf, actime, time_stamp),
	F(struct utimbuf, modtime, time_stamp));

STRUCT(flock, struct flock,
	F(struct flock, l_type, lock_type),
	F(struct flock, l_whence, whence16),
	F(struct flock, l_start, i64),
	F(struct flock, l_len, i64));

/* Where the kernel says who holds it. */
STRUCT(flock_pid, struct flock,
	F(struct flock, l_type, lock_type),
	F(struct flock, l_whence, whence16),
	F(struct flock, l_start, i64),
	F(struct flock, l_len, i64),
	F(struct flock, l_pid, pid));

STRUCT(f_owner_ex, struct f_owner_ex,
	F(struct f_owner_ex, type, f_owner_type),
	F(struct f_owner_ex, pid, pid));

CHOICE_ITSELF(mode_long, 8, omode, VM(~0xffffULL, 0, umode));
STRUCT_GROWS(open_how, struct open_how, sizeof(struct open_how),
	F(struct open_how, flags, open_flags64),
	F(struct open_how, mode, mode_long, WHEN(flags, 020000100) /* O_CREAT, __O_TMPFILE */),
	F(struct open_how, mode, mode_long, WHEN_EQ(flags, 020000100, 0), IF_NOT_ZERO),
	F(struct open_how, resolve, resolve_flags));

/* Structures of Linux 7.2 that the headers may be too old for: their layout is that of the name beside them. */
struct desc_cachestat_range { /* struct cachestat_range, <linux/mman.h> */
	uint64_t off, len;
};
STRUCT(cachestat_range, struct desc_cachestat_range,
	F(struct desc_cachestat_range, off, u64),
	F(struct desc_cachestat_range, len, u64));

struct desc_cachestat { /* struct cachestat, <linux/mman.h> */
	uint64_t nr_cache, nr_dirty, nr_writeback, nr_evicted, nr_recently_evicted;
};
STRUCT(cachestat, struct desc_cachestat,
	F(struct desc_cachestat, nr_cache, u64),
	F(struct desc_cachestat, nr_dirty, u64),
	F(struct desc_cachestat, nr_writeback, u64),
	F(struct desc_cachestat, nr_evicted, u64),
	F(struct desc_cachestat, nr_recently_evicted, u64));

struct desc_file_attr { /* struct file_attr, <linux/fs.h> */
	uint64_t fa_xflags;
	uint32_t fa_extsize, fa_nextents, fa_projid, fa_cowextsize;
};
STRUCT(file_attr, struct desc_file_attr,
	F(struct desc_file_attr, fa_xflags, fs_xflags64),
	F(struct desc_file_attr, fa_extsize, u32),
	F(struct desc_file_attr, fa_nextents, u32),
	F(struct desc_file_attr, fa_projid, u32),
	F(struct desc_file_attr, fa_cowextsize, u32));

const struct type type_xattr_value = { .name = "xattr_value", .kind = KIND_BYTES, .nul = true };
struct desc_xattr_args { /* struct xattr_args, <linux/xattr.h> */
	uint64_t value;
	uint32_t size, flags;
};
STRUCT(xattr_args, struct desc_xattr_args,
	P(struct desc_xattr_args, value, xattr_value, LEN(size)),
	F(struct desc_xattr_args, size, u32),
	F(struct desc_xattr_args, flags, xattr_flags));

/* ---- mounts ---- */

STRUCT_GROWS(mount_attr, struct mount_attr, sizeof(struct mount_attr),
	F(struct mount_attr, attr_set, mount_attr_flags64),
	F(struct mount_attr, attr_clr, mount_attr_flags64),
	F(struct mount_attr, propagation, mount_propagation),
	F(struct mount_attr, userns_fd, u64));

struct desc_mnt_id_req { /* struct mnt_id_req, <linux/mount.h> */
	uint32_t size, mnt_ns_fd;
	uint64_t mnt_id, param, mnt_ns_id;
};
STRUCT(mnt_id_req, struct desc_mnt_id_req,
	F(struct desc_mnt_id_req, size, u32),
	F(struct desc_mnt_id_req, mnt_ns_fd, u32),
	F(struct desc_mnt_id_req, mnt_id, x64),
	F(struct desc_mnt_id_req, param, statmount_mask),
	F(struct desc_mnt_id_req, mnt_ns_id, x64, WHEN_ABOVE(size, 24)));
STRUCT(listmount_req, struct desc_mnt_id_req,
	F(struct desc_mnt_id_req, size, u32),
	F(struct desc_mnt_id_req, mnt_ns_fd, u32),
	F(struct desc_mnt_id_req, mnt_id, x64),
	F(struct desc_mnt_id_req, param, x64),
	F(struct desc_mnt_id_req, mnt_ns_id, x64, WHEN_ABOVE(size, 24)));

struct desc_statmount { /* the head of struct statmount, <linux/mount.h> */
	uint32_t size, mnt_opts;
	uint64_t mask;
	uint32_t sb_dev_major, sb_dev_minor;
	uint64_t sb_magic;
	uint32_t sb_flags, fs_type;
	uint64_t mnt_id, mnt_parent_id;
};
STRUCT(statmount, struct desc_statmount,
	F(struct desc_statmount, size, u32),
	F(struct desc_statmount, mask, statmount_mask),
	F(struct desc_statmount, sb_dev_major, u32, VERBOSE),
	F(struct desc_statmount, sb_dev_minor, u32, VERBOSE),
	F(struct desc_statmount, sb_magic, x64, VERBOSE),
	F(struct desc_statmount, sb_flags, x32, VERBOSE),
	F(struct desc_statmount, mnt_id, x64, VERBOSE),
	F(struct desc_statmount, mnt_parent_id, x64, VERBOSE));

struct desc_ns_id_req { /* struct ns_id_req, <linux/nsfs.h> */
	uint32_t size, spare;
	uint64_t ns_id;
	uint32_t ns_type, spare2;
	uint64_t user_ns_id;
};
STRUCT(ns_id_req, struct desc_ns_id_req,
	F(struct desc_ns_id_req, size, u32),
	F(struct desc_ns_id_req, ns_id, x64),
	F(struct desc_ns_id_req, ns_type, setns_flags),
	F(struct desc_ns_id_req, user_ns_id, x64));

STRUCT(dqblk, struct if_dqblk,
	F(struct if_dqblk, dqb_bhardlimit, u64),
	F(struct if_dqblk, dqb_bsoftlimit, u64),
	F(struct if_dqblk, dqb_curspace, u64),
	F(struct if_dqblk, dqb_ihardlimit, u64),
	F(struct if_dqblk, dqb_isoftlimit, u64),
	F(struct if_dqblk, dqb_curinodes, u64),
	F(struct if_dqblk, dqb_btime, u64, VERBOSE),
	F(struct if_dqblk, dqb_itime, u64, VERBOSE),
	F(struct if_dqblk, dqb_valid, dqblk_valid, VERBOSE));

STRUCT(dqinfo, struct if_dqinfo,
	F(struct if_dqinfo, dqi_bgrace, u64),
	F(struct if_dqinfo, dqi_igrace, u64),
	F(struct if_dqinfo, dqi_flags, dqinfo_flags),
	F(struct if_dqinfo, dqi_valid, dqinfo_valid));

/* ---- processes ---- */

CHOICE_ITSELF(clone_signal, 8, u64, VM(~0x7fffffffULL, 0, signal));
struct desc_clone_args { /* struct clone_args, <linux/sched.h> */
	uint64_t flags, pidfd, child_tid, parent_tid, exit_signal, stack, stack_size, tls, set_tid, set_tid_size, cgroup;
};
#define CA(member_, t_, ...) F(struct desc_clone_args, member_, t_, ##__VA_ARGS__)
#define CAP_(member_, t_, ...) P(struct desc_clone_args, member_, t_, ##__VA_ARGS__)
STRUCT_GROWS(clone_args, struct desc_clone_args, 64,
	CA(flags, clone3_flags),
	CA(pidfd, addr, WHEN(flags, CLONE_PIDFD)),
	CA(child_tid, addr, WHEN(flags, CLONE_CHILD_SETTID | CLONE_CHILD_CLEARTID)),
	CA(parent_tid, addr, WHEN(flags, CLONE_PARENT_SETTID)),
	CA(exit_signal, clone_signal),
	CA(stack, addr),
	CA(stack_size, x64),
	CA(tls, addr, WHEN(flags, CLONE_SETTLS)),
	CA(set_tid, addr, WHEN_IS(set_tid_size, 0), IF_NOT_ZERO),
	CAP_(set_tid, pid, COUNT(set_tid_size), MOST(32), WHEN(set_tid_size, ~0ULL)),
	CA(set_tid_size, u64, WHEN_IS(set_tid, 0), IF_NOT_ZERO),
	CA(set_tid_size, u64, WHEN(set_tid, ~0ULL)),
	CA(cgroup, u64, WHEN(flags, CLONE_INTO_CGROUP)),
	CAP_(pidfd, fd, RESULT, WHEN(flags, CLONE_PIDFD)),
	CAP_(parent_tid, pid, RESULT, WHEN(flags, CLONE_PARENT_SETTID)));

/* The word of single bits behind read_format; freq is bit 10, watermark 14, use_clockid 25. */
#define PERF_BITS(name_, t_, ...) \
	{ .name = (name_), .type = &type_##t_, .offset = offsetof(struct perf_event_attr, read_format) + 8, .size = 8, \
	  ##__VA_ARGS__ }
#define PERF_BIT(name_, bit_) PERF_BITS(#name_, u64, BITFIELD(bit_, 1), NONZERO)
#define NEWER_BIT(name_, bit_) PERF_BITS(#name_, u64, BITFIELD(bit_, 1), IF_NOT_ZERO)
#define PA(member_, t_, ...) F(struct perf_event_attr, member_, t_, ##__VA_ARGS__)
/* Members that reserved bytes follow, which are only shown if they are not 0. */
PARTS(perf_reserved, 8, NULL, "% /* Bits 63..40 */", PIECE(~0ULL, 0, x64));
PARTS(perf_max_stack_reserved, 4, NULL, "sample_max_stack=% /* bytes 110..111: % */",
	PIECE(0xffff, 0, u32), PIECE(0xffff0000, 16, x32));
PARTS(perf_aux_reserved, 8, NULL, "aux_sample_size=% /* bytes 116..119: % */",
	PIECE(0xffffffff, 0, u32), PIECE(~7ULL << 32, 32, x32));
#define PERF_TOLD(first_, size_, t_, ...) \
	{ .name = "", .type = &type_##t_, .size = (size_), .offset = offsetof(struct perf_event_attr, first_), VERBOSE, ##__VA_ARGS__ }
#define PERF_AUX (offsetof(struct perf_event_attr, aux_sample_size) + 4)
#define AUX_BIT(name_, bit_) \
	{ .name = #name_, .type = &type_u32, .offset = PERF_AUX, .size = 4, BITFIELD(bit_, 1), .flags = FIELD_VERBOSE | FIELD_IF_SET }
/* The members of 6.19 (<linux/perf_event.h>) that those of VER7 do not have. */
struct desc_perf_event_attr {
	unsigned char ver7[PERF_ATTR_SIZE_VER7];
	uint64_t config3, config4;
};

STRUCT_AS((.by = "size", .least = PERF_ATTR_SIZE_VER0, .exact = true), perf_event_attr, struct desc_perf_event_attr,
	PA(type, perf_type),
	PA(size, perf_attr_size, CHANGES),
	PA(config, perf_config),
	PERF_BITS("bits", x64, HIDDEN),
	PA(sample_period, u64, WHEN_EQ(bits, 1 << 10, 0)),
	PA(sample_freq, u64, WHEN(bits, 1 << 10)),
	PA(sample_type, perf_sample_type),
	PA(read_format, perf_read_format),
	PERF_BIT(disabled, 0), PERF_BIT(inherit, 1), PERF_BIT(pinned, 2), PERF_BIT(exclusive, 3),
	PERF_BIT(exclude_user, 4), PERF_BIT(exclude_kernel, 5), PERF_BIT(exclude_hv, 6), PERF_BIT(exclude_idle, 7),
	PERF_BIT(mmap, 8), PERF_BIT(comm, 9), PERF_BIT(freq, 10), PERF_BIT(inherit_stat, 11),
	PERF_BIT(enable_on_exec, 12), PERF_BIT(task, 13), PERF_BIT(watermark, 14),
	PERF_BITS("precise_ip", precise_ip, BITFIELD(15, 2)), PERF_BIT(mmap_data, 17), PERF_BIT(sample_id_all, 18),
	PERF_BIT(exclude_host, 19), PERF_BIT(exclude_guest, 20), PERF_BIT(exclude_callchain_kernel, 21),
	PERF_BIT(exclude_callchain_user, 22), PERF_BIT(mmap2, 23), PERF_BIT(comm_exec, 24),
	PERF_BIT(use_clockid, 25), PERF_BIT(context_switch, 26), PERF_BIT(write_backward, 27),
	PERF_BIT(namespaces, 28), PERF_BIT(ksymbol, 29), PERF_BIT(bpf_event, 30), PERF_BIT(aux_output, 31),
	PERF_BIT(cgroup, 32), PERF_BIT(text_poke, 33), PERF_BIT(build_id, 34), PERF_BIT(inherit_thread, 35),
	PERF_BIT(remove_on_exec, 36), PERF_BIT(sigtrap, 37), NEWER_BIT(defer_callchain, 38),
	NEWER_BIT(defer_output, 39),
	PERF_BITS("__reserved_1", perf_reserved, BITFIELD(40, 24), WHEN(bits, ~0ULL << 40)),
	PA(wakeup_events, u32, VERBOSE, WHEN_EQ(bits, 1 << 14, 0)),
	PA(wakeup_watermark, u32, VERBOSE, WHEN(bits, 1 << 14)),
	PA(bp_type, perf_breakpoint, VERBOSE, WHEN_IS(type, PERF_TYPE_BREAKPOINT)),
	PA(config1, x64, VERBOSE, WHEN_NOT(type, ~0U, PERF_TYPE_BREAKPOINT)),
	PA(bp_addr, x64, VERBOSE, WHEN_IS(type, PERF_TYPE_BREAKPOINT)),
	PA(config2, x64, VERBOSE, WHEN_NOT(type, ~0U, PERF_TYPE_BREAKPOINT)),
	PA(bp_len, u64, VERBOSE, WHEN_IS(type, PERF_TYPE_BREAKPOINT)),
	PA(branch_sample_type, perf_branch_type, VERBOSE, WHEN(sample_type, PERF_SAMPLE_BRANCH_STACK)),
	PA(sample_regs_user, x64, VERBOSE),
	PA(sample_stack_user, x32, VERBOSE, WHEN(sample_type, PERF_SAMPLE_STACK_USER)),
	PA(clockid, clockid, VERBOSE, WHEN(bits, 1 << 25)),
	PA(sample_regs_intr, x64, VERBOSE),
	PA(aux_watermark, u32, VERBOSE),
	{ .name = "reserved_2", .type = &type_u16, .offset = offsetof(struct perf_event_attr, sample_max_stack) + 2, .size = 2, HIDDEN },
	{ .name = "aux", .type = &type_u32, .offset = PERF_AUX, .size = 4, HIDDEN },
	PA(sample_max_stack, u16, VERBOSE, WHEN_IS(reserved_2, 0)),
	PERF_TOLD(sample_max_stack, 4, perf_max_stack_reserved, WHEN(reserved_2, ~0ULL)),
	PA(aux_sample_size, u32, VERBOSE, WHEN_EQ(aux, ~7ULL, 0)),
	PERF_TOLD(aux_sample_size, 8, perf_aux_reserved, WHEN(aux, ~7ULL)),
	AUX_BIT(aux_start_paused, 0), AUX_BIT(aux_pause, 1), AUX_BIT(aux_resume, 2),
	PA(sig_data, x64, VERBOSE),
	F(struct desc_perf_event_attr, config3, x64, VERBOSE), F(struct desc_perf_event_attr, config4, x64, VERBOSE));

/* ---- scheduling, resources ---- */

STRUCT_AS((.by = "size", .least = SCHED_ATTR_SIZE_VER0), sched_attr, struct sched_attr,
	F(struct sched_attr, size, u32),
	F(struct sched_attr, sched_policy, sched_policy, WHEN_EQ(sched_flags, SCHED_FLAG_KEEP_POLICY | SCHED_FLAG_KEEP_PARAMS, 0)),
	F(struct sched_attr, sched_flags, sched_attr_flags),
	F(struct sched_attr, sched_nice, i32, WHEN_EQ(sched_flags, SCHED_FLAG_KEEP_PARAMS, 0)),
	F(struct sched_attr, sched_priority, u32, WHEN_EQ(sched_flags, SCHED_FLAG_KEEP_PARAMS, 0)),
	F(struct sched_attr, sched_runtime, u64, WHEN_EQ(sched_flags, SCHED_FLAG_KEEP_PARAMS, 0)),
	F(struct sched_attr, sched_deadline, u64, WHEN_EQ(sched_flags, SCHED_FLAG_KEEP_PARAMS, 0)),
	F(struct sched_attr, sched_period, u64, WHEN_EQ(sched_flags, SCHED_FLAG_KEEP_PARAMS, 0)),
	/* Not in the first version of the structure. */
	F(struct sched_attr, sched_util_min, u32, WHEN_ABOVE(size, SCHED_ATTR_SIZE_VER1 - 1)),
	F(struct sched_attr, sched_util_max, u32, WHEN_ABOVE(size, SCHED_ATTR_SIZE_VER1 - 1)));

STRUCT(rlimit, struct rlimit64,
	F(struct rlimit64, rlim_cur, rlim),
	F(struct rlimit64, rlim_max, rlim));

STRUCT(rusage, struct rusage,
	F(struct rusage, ru_utime, timeval),
	F(struct rusage, ru_stime, timeval),
	F(struct rusage, ru_maxrss, u64, VERBOSE),
	F(struct rusage, ru_ixrss, u64, VERBOSE),
	F(struct rusage, ru_idrss, u64, VERBOSE),
	F(struct rusage, ru_isrss, u64, VERBOSE),
	F(struct rusage, ru_minflt, u64, VERBOSE),
	F(struct rusage, ru_majflt, u64, VERBOSE),
	F(struct rusage, ru_nswap, u64, VERBOSE),
	F(struct rusage, ru_inblock, u64, VERBOSE),
	F(struct rusage, ru_oublock, u64, VERBOSE),
	F(struct rusage, ru_msgsnd, u64, VERBOSE),
	F(struct rusage, ru_msgrcv, u64, VERBOSE),
	F(struct rusage, ru_nsignals, u64, VERBOSE),
	F(struct rusage, ru_nvcsw, u64, VERBOSE),
	F(struct rusage, ru_nivcsw, u64, VERBOSE));

STRUCT(tms, struct tms,
	F(struct tms, tms_utime, clock_ticks),
	F(struct tms, tms_stime, clock_ticks),
	F(struct tms, tms_cutime, clock_ticks),
	F(struct tms, tms_cstime, clock_ticks));

STRUCT(sysinfo, struct sysinfo,
	F(struct sysinfo, uptime, u64),
	F(struct sysinfo, loads, u64, FIXED(3)),
	F(struct sysinfo, totalram, u64),
	F(struct sysinfo, freeram, u64),
	F(struct sysinfo, sharedram, u64),
	F(struct sysinfo, bufferram, u64),
	F(struct sysinfo, totalswap, u64),
	F(struct sysinfo, freeswap, u64),
	F(struct sysinfo, procs, u16),
	F(struct sysinfo, totalhigh, u64),
	F(struct sysinfo, freehigh, u64),
	F(struct sysinfo, mem_unit, u32));

STRUCT(utsname, struct new_utsname,
	F(struct new_utsname, sysname, chars),
	F(struct new_utsname, nodename, chars),
	F(struct new_utsname, release, chars, VERBOSE),
	F(struct new_utsname, version, chars, VERBOSE),
	F(struct new_utsname, machine, chars, VERBOSE),
	F(struct new_utsname, domainname, chars, VERBOSE));

/* ---- rights ---- */

STRUCT(cap_header, struct __user_cap_header_struct,
	F(struct __user_cap_header_struct, version, cap_version),
	F(struct __user_cap_header_struct, pid, pid));

struct desc_landlock_net_port_attr { /* struct landlock_net_port_attr, <linux/landlock.h> */
	uint64_t allowed_access, port;
};
struct desc_landlock_ruleset_attr { /* struct landlock_ruleset_attr, <linux/landlock.h>; what follows is to come */
	uint64_t handled_access_fs, handled_access_net, scoped, rest[5];
};
STRUCT_AS((.padded = true, .least = 8), landlock_ruleset_attr, struct desc_landlock_ruleset_attr,
	F(struct desc_landlock_ruleset_attr, handled_access_fs, landlock_access_fs),
	F(struct desc_landlock_ruleset_attr, handled_access_net, landlock_access_net, WHEN_ABOVE(size, 8)),
	F(struct desc_landlock_ruleset_attr, scoped, landlock_scope, WHEN_ABOVE(size, 16)));
STRUCT(landlock_net_port_attr, struct desc_landlock_net_port_attr,
	F(struct desc_landlock_net_port_attr, allowed_access, landlock_access_net),
	F(struct desc_landlock_net_port_attr, port, u64));

STRUCT(landlock_path_beneath_attr, struct landlock_path_beneath_attr,
	F(struct landlock_path_beneath_attr, allowed_access, landlock_access_fs),
	F(struct landlock_path_beneath_attr, parent_fd, fd));

STRUCT(seccomp_notif_sizes, struct seccomp_notif_sizes,
	F(struct seccomp_notif_sizes, seccomp_notif, u16),
	F(struct seccomp_notif_sizes, seccomp_notif_resp, u16),
	F(struct seccomp_notif_sizes, seccomp_data, u16));

/* ---- System V IPC, message queues, asynchronous I/O ---- */

STRUCT(sembuf, struct sembuf,
	F(struct sembuf, sem_num, u16),
	F(struct sembuf, sem_op, i16),
	F(struct sembuf, sem_flg, semop_flags));

STRUCT(ipc_perm, struct ipc64_perm,
	F(struct ipc64_perm, uid, uid),
	F(struct ipc64_perm, gid, gid),
	F(struct ipc64_perm, mode, umode),
	F(struct ipc64_perm, key, u32),
	F(struct ipc64_perm, cuid, uid),
	F(struct ipc64_perm, cgid, gid));

/* What IPC_SET takes of it. */
STRUCT(ipc_perm_set, struct ipc64_perm,
	F(struct ipc64_perm, uid, uid),
	F(struct ipc64_perm, gid, gid),
	F(struct ipc64_perm, mode, umode));

STRUCT(shmid64_ds, struct shmid64_ds,
	F(struct shmid64_ds, shm_perm, ipc_perm),
	F(struct shmid64_ds, shm_segsz, u64),
	F(struct shmid64_ds, shm_cpid, pid),
	F(struct shmid64_ds, shm_lpid, pid),
	F(struct shmid64_ds, shm_nattch, u64),
	F(struct shmid64_ds, shm_atime, u64),
	F(struct shmid64_ds, shm_dtime, u64),
	F(struct shmid64_ds, shm_ctime, u64));
STRUCT(shm_set, struct shmid64_ds, F(struct shmid64_ds, shm_perm, ipc_perm_set));

STRUCT(shminfo64, struct shminfo64,
	F(struct shminfo64, shmmax, u64),
	F(struct shminfo64, shmmin, u64),
	F(struct shminfo64, shmmni, u64),
	F(struct shminfo64, shmseg, u64),
	F(struct shminfo64, shmall, u64));

STRUCT(shm_info, struct shm_info,
	F(struct shm_info, used_ids, i32),
	F(struct shm_info, shm_tot, u64),
	F(struct shm_info, shm_rss, u64),
	F(struct shm_info, shm_swp, u64),
	F(struct shm_info, swap_attempts, u64),
	F(struct shm_info, swap_successes, u64));

STRUCT(msqid64_ds, struct msqid64_ds,
	F(struct msqid64_ds, msg_perm, ipc_perm),
	F(struct msqid64_ds, msg_stime, u64),
	F(struct msqid64_ds, msg_rtime, u64),
	F(struct msqid64_ds, msg_ctime, u64),
	F(struct msqid64_ds, msg_qnum, u64),
	F(struct msqid64_ds, msg_qbytes, u64),
	F(struct msqid64_ds, msg_lspid, pid),
	F(struct msqid64_ds, msg_lrpid, pid));
STRUCT(msg_set, struct msqid64_ds,
	F(struct msqid64_ds, msg_perm, ipc_perm_set),
	F(struct msqid64_ds, msg_qbytes, u64));

STRUCT(msginfo, struct msginfo,
	F(struct msginfo, msgpool, i32),
	F(struct msginfo, msgmap, i32),
	F(struct msginfo, msgmax, i32),
	F(struct msginfo, msgmnb, i32),
	F(struct msginfo, msgmni, i32),
	F(struct msginfo, msgssz, i32),
	F(struct msginfo, msgtql, i32),
	F(struct msginfo, msgseg, u16));

STRUCT(semid64_ds, struct semid64_ds,
	F(struct semid64_ds, sem_perm, ipc_perm),
	F(struct semid64_ds, sem_otime, u64),
	F(struct semid64_ds, sem_ctime, u64),
	F(struct semid64_ds, sem_nsems, u64));
STRUCT(seminfo, struct seminfo,
	F(struct seminfo, semmap, i32),
	F(struct seminfo, semmni, i32),
	F(struct seminfo, semmns, i32),
	F(struct seminfo, semmnu, i32),
	F(struct seminfo, semmsl, i32),
	F(struct seminfo, semopm, i32),
	F(struct seminfo, semume, i32),
	F(struct seminfo, semusz, i32),
	F(struct seminfo, semvmx, i32),
	F(struct seminfo, semaem, i32));
STRUCT(sem_set, struct semid64_ds, F(struct semid64_ds, sem_perm, ipc_perm_set));

#define MQ_ATTR(name_, flags_) STRUCT(name_, struct mq_attr, \
	F(struct mq_attr, mq_flags, flags_), F(struct mq_attr, mq_maxmsg, i64), F(struct mq_attr, mq_msgsize, i64), \
	F(struct mq_attr, mq_curmsgs, i64))
MQ_ATTR(mq_attr, x64);
MQ_ATTR(mq_attr_set, mq_flags);

STRUCT(io_event, struct io_event,
	F(struct io_event, data, x64),
	F(struct io_event, obj, x64),
	F(struct io_event, res, i64),
	F(struct io_event, res2, i64));

/* ---- ioctl ---- */

/* Control characters: [[VINTR]=0x3, [VQUIT]=0x1c, ...] */
#define CC(c_) { .name = "[" #c_ "]", .type = &type_x8, .offset = c_, .size = 1 }
STRUCT_AS((.brackets = true), tty_cc, cc_t[NCCS],
	CC(VINTR), CC(VQUIT), CC(VERASE), CC(VKILL), CC(VEOF), CC(VTIME), CC(VMIN), CC(VSWTC), CC(VSTART), CC(VSTOP), CC(VSUSP),
	CC(VEOL), CC(VREPRINT), CC(VDISCARD), CC(VWERASE), CC(VLNEXT), CC(VEOL2), CC(17), CC(18));
STRUCT(termios, struct termios,
	F(struct termios, c_iflag, tty_iflag),
	F(struct termios, c_oflag, tty_oflag),
	F(struct termios, c_cflag, tty_cflag),
	F(struct termios, c_lflag, tty_lflag),
	F(struct termios, c_line, tty_line, VERBOSE),
	F(struct termios, c_cc, tty_cc, VERBOSE));

STRUCT(termios2, struct termios2,
	F(struct termios2, c_iflag, tty_iflag),
	F(struct termios2, c_oflag, tty_oflag),
	F(struct termios2, c_cflag, tty_cflag),
	F(struct termios2, c_lflag, tty_lflag),
	F(struct termios2, c_line, tty_line, VERBOSE),
	F(struct termios2, c_cc, tty_cc, VERBOSE),
	F(struct termios2, c_ispeed, u32, VERBOSE),
	F(struct termios2, c_ospeed, u32, VERBOSE));

struct desc_winsize { /* struct winsize, <asm-generic/termios.h> */
	uint16_t ws_row, ws_col, ws_xpixel, ws_ypixel;
};
STRUCT(winsize, struct desc_winsize,
	F(struct desc_winsize, ws_row, u16),
	F(struct desc_winsize, ws_col, u16),
	F(struct desc_winsize, ws_xpixel, u16),
	F(struct desc_winsize, ws_ypixel, u16));

STRUCT(fsxattr_get, struct fsxattr,
	F(struct fsxattr, fsx_xflags, fs_xflags),
	F(struct fsxattr, fsx_extsize, u32),
	F(struct fsxattr, fsx_nextents, u32),
	F(struct fsxattr, fsx_projid, x32),
	F(struct fsxattr, fsx_cowextsize, u32));
STRUCT(fsxattr_set, struct fsxattr,
	F(struct fsxattr, fsx_xflags, fs_xflags),
	F(struct fsxattr, fsx_extsize, u32),
	F(struct fsxattr, fsx_projid, x32),
	F(struct fsxattr, fsx_cowextsize, u32));

STRUCT(file_clone_range, struct file_clone_range,
	FD64(struct file_clone_range, src_fd),
	F(struct file_clone_range, src_offset, u64),
	F(struct file_clone_range, src_length, u64),
	F(struct file_clone_range, dest_offset, u64));

STRUCT(uffdio_range, struct uffdio_range,
	F(struct uffdio_range, start, x64),
	F(struct uffdio_range, len, x64));
STRUCT(uffdio_api, struct uffdio_api,
	F(struct uffdio_api, api, x64),
	F(struct uffdio_api, features, uffd_features, CHANGES_AGAIN),
	F(struct uffdio_api, ioctls, uffd_api_ioctls, ANSWER));
STRUCT(uffdio_register, struct uffdio_register,
	F(struct uffdio_register, range, uffdio_range),
	F(struct uffdio_register, mode, uffd_register_mode),
	F(struct uffdio_register, ioctls, uffd_range_ioctls, ANSWER));
STRUCT(uffdio_copy, struct uffdio_copy,
	F(struct uffdio_copy, dst, x64),
	F(struct uffdio_copy, src, x64),
	F(struct uffdio_copy, len, x64),
	F(struct uffdio_copy, mode, uffd_copy_mode),
	F(struct uffdio_copy, copy, x64, ANSWER));
STRUCT(uffdio_zeropage, struct uffdio_zeropage,
	F(struct uffdio_zeropage, range, uffdio_range),
	F(struct uffdio_zeropage, mode, uffd_zeropage_mode),
	F(struct uffdio_zeropage, zeropage, x64, ANSWER));
