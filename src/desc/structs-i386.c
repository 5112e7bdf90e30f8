/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Structures of 32-bit tasks that are laid out otherwise than those of 64-bit ones: those with longs, pointers and times.
 * Their layout is that of the kernel's compat_ structures (include/linux/compat.h, arch/x86/include/asm/ia32.h). See
 * structs.c, and compat.c for which type stands for which.
 */
#include <stdint.h>
#include "types.h"

/* clang-format off */

struct desc_time32 {
	int32_t tv_sec, tv_nsec;
};
STRUCT(timespec32, struct desc_time32,
	F(struct desc_time32, tv_sec, i32),
	F(struct desc_time32, tv_nsec, u32));
STRUCT(timeval32, struct desc_time32,
	F(struct desc_time32, tv_sec, i32),
	FN(struct desc_time32, tv_nsec, tv_usec, u32));
struct desc_times32 {
	struct desc_time32 it_interval, it_value;
};
STRUCT(itimerspec32, struct desc_times32,
	F(struct desc_times32, it_interval, timespec32),
	F(struct desc_times32, it_value, timespec32));
STRUCT(itimerval32, struct desc_times32,
	F(struct desc_times32, it_interval, timeval32),
	F(struct desc_times32, it_value, timeval32));

struct desc_iovec32 {
	uint32_t iov_base, iov_len;
};
STRUCT(iovec32, struct desc_iovec32,
	P(struct desc_iovec32, iov_base, bytes, LEN(iov_len)),
	F(struct desc_iovec32, iov_len, u32));
STRUCT(iovec_remote32, struct desc_iovec32,
	F(struct desc_iovec32, iov_base, addr),
	F(struct desc_iovec32, iov_len, u32));

struct desc_msghdr32 {
	uint32_t msg_name;
	int32_t msg_namelen;
	uint32_t msg_iov, msg_iovlen, msg_control, msg_controllen, msg_flags;
};
/* Control messages have another form, too: not followed. */
STRUCT(msghdr32, struct desc_msghdr32,
	P(struct desc_msghdr32, msg_name, sockaddr, LEN(msg_namelen)),
	F(struct desc_msghdr32, msg_namelen, i32),
	P(struct desc_msghdr32, msg_iov, iovec32, COUNT(msg_iovlen)),
	F(struct desc_msghdr32, msg_iovlen, u32),
	F(struct desc_msghdr32, msg_control, addr, WHEN(msg_controllen, ~0ULL)),
	F(struct desc_msghdr32, msg_controllen, u32),
	F(struct desc_msghdr32, msg_flags, msg_flags));
STRUCT(msghdr_received32, struct desc_msghdr32,
	P(struct desc_msghdr32, msg_name, sockaddr, LEN(msg_namelen), ANSWER),
	F(struct desc_msghdr32, msg_namelen, socklen, CHANGES),
	P(struct desc_msghdr32, msg_iov, iovec32, COUNT(msg_iovlen), CAP(ret), ANSWER),
	F(struct desc_msghdr32, msg_iovlen, u32, ANSWER),
	F(struct desc_msghdr32, msg_control, addr, WHEN(msg_controllen, ~0ULL)),
	F(struct desc_msghdr32, msg_controllen, u32, ANSWER),
	F(struct desc_msghdr32, msg_flags, msg_flags, ANSWER));

struct desc_rlimit32 {
	uint32_t rlim_cur, rlim_max;
};
STRUCT(rlimit32, struct desc_rlimit32,
	F(struct desc_rlimit32, rlim_cur, rlim32),
	F(struct desc_rlimit32, rlim_max, rlim32));

struct desc_rusage32 {
	struct desc_time32 ru_utime, ru_stime;
	int32_t ru_maxrss, ru_ixrss, ru_idrss, ru_isrss, ru_minflt, ru_majflt, ru_nswap, ru_inblock, ru_oublock, ru_msgsnd,
		ru_msgrcv, ru_nsignals, ru_nvcsw, ru_nivcsw;
};
STRUCT(rusage32, struct desc_rusage32,
	F(struct desc_rusage32, ru_utime, timeval32),
	F(struct desc_rusage32, ru_stime, timeval32),
	F(struct desc_rusage32, ru_maxrss, u32, VERBOSE),
	F(struct desc_rusage32, ru_ixrss, u32, VERBOSE),
	F(struct desc_rusage32, ru_idrss, u32, VERBOSE),
	F(struct desc_rusage32, ru_isrss, u32, VERBOSE),
	F(struct desc_rusage32, ru_minflt, u32, VERBOSE),
	F(struct desc_rusage32, ru_majflt, u32, VERBOSE),
	F(struct desc_rusage32, ru_nswap, u32, VERBOSE),
	F(struct desc_rusage32, ru_inblock, u32, VERBOSE),
	F(struct desc_rusage32, ru_oublock, u32, VERBOSE),
	F(struct desc_rusage32, ru_msgsnd, u32, VERBOSE),
	F(struct desc_rusage32, ru_msgrcv, u32, VERBOSE),
	F(struct desc_rusage32, ru_nsignals, u32, VERBOSE),
	F(struct desc_rusage32, ru_nvcsw, u32, VERBOSE),
	F(struct desc_rusage32, ru_nivcsw, u32, VERBOSE));

struct desc_tms32 {
	int32_t tms_utime, tms_stime, tms_cutime, tms_cstime;
};
STRUCT(tms32, struct desc_tms32,
	F(struct desc_tms32, tms_utime, clock_ticks),
	F(struct desc_tms32, tms_stime, clock_ticks),
	F(struct desc_tms32, tms_cutime, clock_ticks),
	F(struct desc_tms32, tms_cstime, clock_ticks));

struct desc_sysinfo32 {
	int32_t uptime;
	uint32_t loads[3], totalram, freeram, sharedram, bufferram, totalswap, freeswap;
	uint16_t procs, pad;
	uint32_t totalhigh, freehigh, mem_unit;
	char spare[8];
};
STRUCT(sysinfo32, struct desc_sysinfo32,
	F(struct desc_sysinfo32, uptime, i32),
	F(struct desc_sysinfo32, loads, u32, FIXED(3)),
	F(struct desc_sysinfo32, totalram, u32),
	F(struct desc_sysinfo32, freeram, u32),
	F(struct desc_sysinfo32, sharedram, u32),
	F(struct desc_sysinfo32, bufferram, u32),
	F(struct desc_sysinfo32, totalswap, u32),
	F(struct desc_sysinfo32, freeswap, u32),
	F(struct desc_sysinfo32, procs, u16),
	F(struct desc_sysinfo32, totalhigh, u32),
	F(struct desc_sysinfo32, freehigh, u32),
	F(struct desc_sysinfo32, mem_unit, u32));

struct desc_stat64_32 { /* struct stat64 of i386 */
	uint64_t st_dev;
	char pad0[4];
	uint32_t st_ino_low, st_mode, st_nlink, st_uid, st_gid;
	uint64_t st_rdev;
	char pad3[4];
	int64_t st_size;
	uint32_t st_blksize;
	int64_t st_blocks;
	uint32_t st_atime, st_atime_nsec, st_mtime, st_mtime_nsec, st_ctime, st_ctime_nsec;
	uint64_t st_ino;
} __attribute__((packed));
STRUCT(stat64_32, struct desc_stat64_32,
	F(struct desc_stat64_32, st_dev, dev, VERBOSE),
	F(struct desc_stat64_32, st_ino, u64, VERBOSE),
	F(struct desc_stat64_32, st_mode, mode),
	F(struct desc_stat64_32, st_nlink, u32, VERBOSE),
	F(struct desc_stat64_32, st_uid, uid, VERBOSE),
	F(struct desc_stat64_32, st_gid, gid, VERBOSE),
	F(struct desc_stat64_32, st_blksize, u32, VERBOSE),
	F(struct desc_stat64_32, st_blocks, u64, VERBOSE),
	F(struct desc_stat64_32, st_size, u64, WHEN_NOT(st_mode, 0120000, 0020000)),
	F(struct desc_stat64_32, st_rdev, dev, WHEN_EQ(st_mode, 0120000, 0020000)),
	F(struct desc_stat64_32, st_atime, stat_time32, VERBOSE),
	F(struct desc_stat64_32, st_atime_nsec, u32, VERBOSE),
	F(struct desc_stat64_32, st_mtime, stat_time32, VERBOSE),
	F(struct desc_stat64_32, st_mtime_nsec, u32, VERBOSE),
	F(struct desc_stat64_32, st_ctime, stat_time32, VERBOSE),
	F(struct desc_stat64_32, st_ctime_nsec, u32, VERBOSE));

struct desc_stat32 { /* struct stat of i386 */
	uint32_t st_dev, st_ino;
	uint16_t st_mode, st_nlink, st_uid, st_gid;
	uint32_t st_rdev, st_size, st_blksize, st_blocks, st_atime, st_atime_nsec, st_mtime, st_mtime_nsec, st_ctime,
		st_ctime_nsec, unused[2];
};
STRUCT(stat32, struct desc_stat32,
	F(struct desc_stat32, st_dev, dev, VERBOSE),
	F(struct desc_stat32, st_ino, u32, VERBOSE),
	F(struct desc_stat32, st_mode, mode16),
	F(struct desc_stat32, st_nlink, u16, VERBOSE),
	F(struct desc_stat32, st_uid, u16, VERBOSE),
	F(struct desc_stat32, st_gid, u16, VERBOSE),
	F(struct desc_stat32, st_blksize, u32, VERBOSE),
	F(struct desc_stat32, st_blocks, u32, VERBOSE),
	F(struct desc_stat32, st_size, u32, WHEN_NOT(st_mode, 0120000, 0020000)),
	F(struct desc_stat32, st_rdev, dev, WHEN_EQ(st_mode, 0120000, 0020000)),
	F(struct desc_stat32, st_atime, stat_time32, VERBOSE),
	F(struct desc_stat32, st_atime_nsec, u32, VERBOSE),
	F(struct desc_stat32, st_mtime, stat_time32, VERBOSE),
	F(struct desc_stat32, st_mtime_nsec, u32, VERBOSE),
	F(struct desc_stat32, st_ctime, stat_time32, VERBOSE),
	F(struct desc_stat32, st_ctime_nsec, u32, VERBOSE));

#define STATFS32(name_, ctype_, blocks_) \
	STRUCT(name_, ctype_, \
		F(ctype_, f_type, fs_magic), F(ctype_, f_bsize, u32), F(ctype_, f_blocks, blocks_), F(ctype_, f_bfree, blocks_), \
		F(ctype_, f_bavail, blocks_), F(ctype_, f_files, blocks_), F(ctype_, f_ffree, blocks_), \
		F(ctype_, f_fsid, fsid), F(ctype_, f_namelen, u32), F(ctype_, f_frsize, u32), F(ctype_, f_flags, statfs_flags))
struct desc_statfs32 {
	uint32_t f_type, f_bsize, f_blocks, f_bfree, f_bavail, f_files, f_ffree;
	int32_t f_fsid[2];
	uint32_t f_namelen, f_frsize, f_flags, f_spare[4];
};
struct desc_statfs64_32 {
	uint32_t f_type, f_bsize;
	uint64_t f_blocks, f_bfree, f_bavail, f_files, f_ffree;
	int32_t f_fsid[2];
	uint32_t f_namelen, f_frsize, f_flags, f_spare[4];
} __attribute__((packed));
STATFS32(statfs32, struct desc_statfs32, u32);
STATFS32(statfs64_32, struct desc_statfs64_32, u64);

struct desc_flock32 {
	int16_t l_type, l_whence;
	int32_t l_start, l_len, l_pid;
};
struct desc_flock64_32 {
	int16_t l_type, l_whence;
	int64_t l_start, l_len;
	int32_t l_pid;
} __attribute__((packed));
#define FLOCK32(name_, ctype_, off_, ...) \
	STRUCT(name_, ctype_, F(ctype_, l_type, lock_type), F(ctype_, l_whence, whence16), F(ctype_, l_start, off_), \
		F(ctype_, l_len, off_), ##__VA_ARGS__)
FLOCK32(flock32, struct desc_flock32, i32);
FLOCK32(flock_pid32, struct desc_flock32, i32, F(struct desc_flock32, l_pid, pid));
FLOCK32(flock64_32, struct desc_flock64_32, i64);
FLOCK32(flock64_pid32, struct desc_flock64_32, i64, F(struct desc_flock64_32, l_pid, pid));

struct desc_sigaction32 {
	uint32_t handler, flags, restorer;
	uint64_t mask;
} __attribute__((packed));
STRUCT(sigaction32, struct desc_sigaction32,
	FN(struct desc_sigaction32, handler, sa_handler, sighandler),
	FN(struct desc_sigaction32, mask, sa_mask, sigset),
	FN(struct desc_sigaction32, flags, sa_flags, sigaction_flags),
	FN(struct desc_sigaction32, restorer, sa_restorer, addr, WHEN(sa_flags, 0x04000000 /* SA_RESTORER */)));
struct desc_old_sigaction32 {
	uint32_t handler, mask, flags, restorer;
};
STRUCT(old_sigaction32, struct desc_old_sigaction32,
	FN(struct desc_old_sigaction32, handler, sa_handler, sighandler),
	FN(struct desc_old_sigaction32, mask, sa_mask, sigset32),
	FN(struct desc_old_sigaction32, flags, sa_flags, sigaction_flags),
	FN(struct desc_old_sigaction32, restorer, sa_restorer, addr, WHEN(sa_flags, 0x04000000 /* SA_RESTORER */)));
struct desc_sigaltstack32 {
	uint32_t ss_sp, ss_flags, ss_size;
};
STRUCT(sigaltstack32, struct desc_sigaltstack32,
	F(struct desc_sigaltstack32, ss_sp, addr),
	F(struct desc_sigaltstack32, ss_flags, sigaltstack_flags),
	F(struct desc_sigaltstack32, ss_size, u32));

struct desc_utimbuf32 {
	int32_t actime, modtime;
};
STRUCT(utimbuf32, struct desc_utimbuf32,
	F(struct desc_utimbuf32, actime, time_stamp32),
	F(struct desc_utimbuf32, modtime, time_stamp32));
struct desc_mq_attr32 {
	int32_t mq_flags, mq_maxmsg, mq_msgsize, mq_curmsgs;
};
STRUCT(mq_attr32, struct desc_mq_attr32,
	F(struct desc_mq_attr32, mq_flags, x32),
	F(struct desc_mq_attr32, mq_maxmsg, i32),
	F(struct desc_mq_attr32, mq_msgsize, i32),
	F(struct desc_mq_attr32, mq_curmsgs, i32));
struct desc_mmap_args32 { /* struct mmap_arg_struct32 of the kernel */
	uint32_t addr, len, prot, flags, fd, offset;
};
STRUCT(mmap_args32, struct desc_mmap_args32,
	F(struct desc_mmap_args32, addr, addr),
	F(struct desc_mmap_args32, len, u32),
	F(struct desc_mmap_args32, prot, mmap_prot),
	F(struct desc_mmap_args32, flags, mmap_flags),
	F(struct desc_mmap_args32, fd, fd),
	F(struct desc_mmap_args32, offset, x32));
/* What set_thread_area answers: the entry that it chose. */
#define USER_DESC32(member_, t_, ...) { .name = #member_, .type = &type_##t_, .size = 4, ##__VA_ARGS__ }
#define USER_DESC32_BIT(member_, first_, n_) USER_DESC32(member_, u32, .offset = 12, BITFIELD(first_, n_))
static const struct field members_user_desc32[] = {
	USER_DESC32(entry_number, i32),
	USER_DESC32(base_addr, x32_8, .offset = 4),
	USER_DESC32(limit, x32_8, .offset = 8),
	USER_DESC32_BIT(seg_32bit, 0, 1), USER_DESC32_BIT(contents, 1, 2), USER_DESC32_BIT(read_exec_only, 3, 1),
	USER_DESC32_BIT(limit_in_pages, 4, 1), USER_DESC32_BIT(seg_not_present, 5, 1), USER_DESC32_BIT(useable, 6, 1)
};
const struct type type_user_desc32 = { .name = "user_desc32", .kind = KIND_STRUCT, .size = 16,
	.members = members_user_desc32, .count = sizeof(members_user_desc32) / sizeof(members_user_desc32[0]) };

const struct type type_strv32 = { .name = "strv32", .kind = KIND_STRV, .size = 4 };
const struct type type_envv32 = { .name = "envv32", .kind = KIND_ENVV, .size = 4 };
SCALAR(uid16, KIND_ID, 2);
