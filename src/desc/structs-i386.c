// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Structures of 32-bit tasks that are laid out otherwise than those of 64-bit ones: those with longs, pointers and times.
 * Their layout is that of the kernel's compat_ structures (include/linux/compat.h, arch/x86/include/asm/ia32.h). See
 * structs.c, and compat.c for which type stands for which.
 */
#include <stdint.h>
#include <signal.h>
#include <sys/socket.h>
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
struct desc_fprog32 { /* struct sock_fprog */
	uint16_t len;
	uint32_t filter;
};
#define FILTER_PROGRAM32(name_, t_) STRUCT_AS((.exact = true), name_, struct desc_fprog32, \
	F(struct desc_fprog32, len, u16), P(struct desc_fprog32, filter, t_, COUNT(len), DEEP))
FILTER_PROGRAM32(sock_fprog32, sock_filter);
FILTER_PROGRAM32(seccomp_fprog32, seccomp_filter);
STRUCT(iovec_remote32, struct desc_iovec32,
	F(struct desc_iovec32, iov_base, addr),
	F(struct desc_iovec32, iov_len, u32));

struct desc_msghdr32 {
	uint32_t msg_name;
	int32_t msg_namelen;
	uint32_t msg_iov, msg_iovlen, msg_control, msg_controllen, msg_flags;
};
STRUCT(msghdr32, struct desc_msghdr32,
	P(struct desc_msghdr32, msg_name, sockaddr, LEN(msg_namelen)),
	F(struct desc_msghdr32, msg_namelen, i32),
	P(struct desc_msghdr32, msg_iov, iovec32, COUNT(msg_iovlen)),
	F(struct desc_msghdr32, msg_iovlen, u32),
	P(struct desc_msghdr32, msg_control, cmsg32, LEN(msg_controllen), WHEN(msg_controllen, ~0ULL)),
	F(struct desc_msghdr32, msg_controllen, u32),
	F(struct desc_msghdr32, msg_flags, msg_flags));
/* What recvmsg fills; @cap_: how many bytes came. */
#define MSGHDR_FILLED32(ctype_, m_, cap_) \
	FN(ctype_, m_ msg_name, msg_name, sockaddr, .dir = DIR_PTR, LEN(msg_namelen), ANSWER), \
	FN(ctype_, m_ msg_namelen, msg_namelen, socklen, CHANGES), \
	FN(ctype_, m_ msg_iov, msg_iov, iovec32, .dir = DIR_PTR, COUNT(msg_iovlen), CAP(cap_), ANSWER), \
	FN(ctype_, m_ msg_iovlen, msg_iovlen, u32, ANSWER), \
	FN(ctype_, m_ msg_control, msg_control, cmsg32, .dir = DIR_PTR, LEN(msg_controllen), WHEN(msg_controllen, ~0ULL), ANSWER), \
	FN(ctype_, m_ msg_controllen, msg_controllen, u32, ANSWER), \
	FN(ctype_, m_ msg_flags, msg_flags, msg_flags, ANSWER)
STRUCT(msghdr_received32, struct desc_msghdr32, MSGHDR_FILLED32(struct desc_msghdr32, , ret));

/* Several of them, as in structs-net.c. */
struct desc_mmsghdr32 {
	struct desc_msghdr32 msg_hdr;
	uint32_t msg_len;
};
STRUCT(mmsghdr32, struct desc_mmsghdr32,
	F(struct desc_mmsghdr32, msg_hdr, msghdr32),
	F(struct desc_mmsghdr32, msg_len, u32, ANSWER));
STRUCT(mmsg_received32, struct desc_mmsghdr32,
	MSGHDR_FILLED32(struct desc_mmsghdr32, msg_hdr., msg_len),
	F(struct desc_mmsghdr32, msg_len, u32, HIDDEN));
STRUCT(mmsghdr_received32, struct desc_mmsghdr32,
	{ .name = "msg_hdr", .type = &type_mmsg_received32, .size = sizeof(struct desc_mmsghdr32) },
	F(struct desc_mmsghdr32, msg_len, u32));
STRUCT(mmsghdr_plain32, struct desc_mmsghdr32, F(struct desc_mmsghdr32, msg_len, u32));

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

SCALAR(addr32, KIND_ADDR, 4);
struct desc_msgbuf32 {
	int32_t mtype;
	char mtext[];
};
STRUCT(msgbuf32, struct desc_msgbuf32,
	F(struct desc_msgbuf32, mtype, i32), TAIL(struct desc_msgbuf32, mtext, bytes, LEN(msgsz)));

/* ---- System V IPC ---- */

/* A number that lies behind a pointer. */
STRUCT_AS((.brackets = true), word32, uint32_t[1], { .name = "", .type = &type_addr32, .size = 4 });

struct desc_ipc64_perm32 {
	int32_t key;
	uint32_t uid, gid, cuid, cgid;
	uint16_t mode, pad1, seq, pad2;
	uint32_t unused[2];
};
struct desc_ipc_perm32 {
	int32_t key;
	uint16_t uid, gid, cuid, cgid, mode, seq;
};
#define IPC_PERM32(name_, set_, ctype_, id_) \
	STRUCT(name_, ctype_, \
		F(ctype_, uid, id_), F(ctype_, gid, id_), F(ctype_, mode, umode), F(ctype_, key, u32), \
		F(ctype_, cuid, id_), F(ctype_, cgid, id_)); \
	STRUCT(set_, ctype_, F(ctype_, uid, id_), F(ctype_, gid, id_), F(ctype_, mode, umode))
IPC_PERM32(ipc64_perm32, ipc64_perm_set32, struct desc_ipc64_perm32, uid);
IPC_PERM32(ipc_perm32, ipc_perm_set32, struct desc_ipc_perm32, uid16);

/* Times have their upper half behind them. */
struct desc_shmid64_ds32 {
	struct desc_ipc64_perm32 shm_perm;
	uint32_t shm_segsz;
	uint64_t shm_atime, shm_dtime, shm_ctime;
	int32_t shm_cpid, shm_lpid;
	uint32_t shm_nattch, unused[2];
} __attribute__((packed));
struct desc_shmid_ds32 {
	struct desc_ipc_perm32 shm_perm;
	uint32_t shm_segsz, shm_atime, shm_dtime, shm_ctime;
	uint16_t shm_cpid, shm_lpid, shm_nattch, unused[5];
};
#define SHMID_DS32(name_, set_, ctype_, perm_, time_, pid_, number_) \
	STRUCT(name_, ctype_, \
		F(ctype_, shm_perm, perm_##perm32), F(ctype_, shm_segsz, u32), F(ctype_, shm_cpid, pid_), F(ctype_, shm_lpid, pid_), \
		F(ctype_, shm_nattch, number_), F(ctype_, shm_atime, time_), F(ctype_, shm_dtime, time_), F(ctype_, shm_ctime, time_)); \
	STRUCT(set_, ctype_, F(ctype_, shm_perm, perm_##perm_set32))
SHMID_DS32(shmid64_ds32, shm_set32, struct desc_shmid64_ds32, ipc64_, u64, pid, u32);
SHMID_DS32(shmid_ds32, shm_set_old32, struct desc_shmid_ds32, ipc_, u32, u16, u16);

struct desc_shminfo32 {
	uint32_t shmmax, shmmin, shmmni, shmseg, shmall, unused[4];
};
#define SHMINFO32(name_, ctype_) STRUCT(name_, ctype_, \
	F(struct desc_shminfo32, shmmax, u32), F(struct desc_shminfo32, shmmin, u32), F(struct desc_shminfo32, shmmni, u32), \
	F(struct desc_shminfo32, shmseg, u32), F(struct desc_shminfo32, shmall, u32))
SHMINFO32(shminfo64_32, struct desc_shminfo32);
SHMINFO32(shminfo_old32, uint32_t[5]);
struct desc_shm_info32 {
	int32_t used_ids;
	uint32_t shm_tot, shm_rss, shm_swp, swap_attempts, swap_successes;
};
STRUCT(shm_info32, struct desc_shm_info32,
	F(struct desc_shm_info32, used_ids, u32), F(struct desc_shm_info32, shm_tot, u32), F(struct desc_shm_info32, shm_rss, u32),
	F(struct desc_shm_info32, shm_swp, u32), F(struct desc_shm_info32, swap_attempts, u32),
	F(struct desc_shm_info32, swap_successes, u32));

struct desc_msqid64_ds32 {
	struct desc_ipc64_perm32 msg_perm;
	uint64_t msg_stime, msg_rtime, msg_ctime;
	uint32_t msg_cbytes, msg_qnum, msg_qbytes;
	int32_t msg_lspid, msg_lrpid;
	uint32_t unused[2];
} __attribute__((packed));
struct desc_msqid_ds32 {
	struct desc_ipc_perm32 msg_perm;
	uint32_t msg_first, msg_last, msg_stime, msg_rtime, msg_ctime, msg_lcbytes, msg_lqbytes;
	uint16_t msg_cbytes, msg_qnum, msg_qbytes, msg_lspid, msg_lrpid;
};
#define MSQID_DS32(name_, set_, ctype_, perm_, time_, pid_, number_) \
	STRUCT(name_, ctype_, \
		F(ctype_, msg_perm, perm_##perm32), F(ctype_, msg_stime, time_), F(ctype_, msg_rtime, time_), F(ctype_, msg_ctime, time_), \
		F(ctype_, msg_qnum, number_), F(ctype_, msg_qbytes, number_), F(ctype_, msg_lspid, pid_), F(ctype_, msg_lrpid, pid_)); \
	STRUCT(set_, ctype_, F(ctype_, msg_perm, perm_##perm_set32), F(ctype_, msg_qbytes, number_))
MSQID_DS32(msqid64_ds32, msg_set32, struct desc_msqid64_ds32, ipc64_, u64, pid, u32);
MSQID_DS32(msqid_ds32, msg_set_old32, struct desc_msqid_ds32, ipc_, u32, u16, u16);

struct desc_semid64_ds32 {
	struct desc_ipc64_perm32 sem_perm;
	uint64_t sem_otime, sem_ctime;
	uint32_t sem_nsems, unused[2];
} __attribute__((packed));
struct desc_semid_ds32 {
	struct desc_ipc_perm32 sem_perm;
	uint32_t sem_otime, sem_ctime, sem_base, sem_pending, sem_pending_last, undo;
	uint16_t sem_nsems;
};
#define SEMID_DS32(name_, set_, ctype_, perm_, time_, number_) \
	STRUCT(name_, ctype_, \
		F(ctype_, sem_perm, perm_##perm32), F(ctype_, sem_otime, time_), F(ctype_, sem_ctime, time_), F(ctype_, sem_nsems, number_)); \
	STRUCT(set_, ctype_, F(ctype_, sem_perm, perm_##perm_set32))
SEMID_DS32(semid64_ds32, sem_set32, struct desc_semid64_ds32, ipc64_, u64, u32);
SEMID_DS32(semid_ds32, sem_set_old32, struct desc_semid_ds32, ipc_, u32, u16);

/* ---- signals ---- */

/* struct siginfo, as structs-net.c has it; the members by where they lie, for their names are macros. */
struct desc_siginfo32 {
	uint32_t words[32];
};
#define SI32(member_, word_, t_, ...) \
	{ .name = #member_, .type = &type_##t_, .offset = 4 * (word_), .size = 4, ##__VA_ARGS__ }
#define SI32_SENDER SI32(si_pid, 3, pid), SI32(si_uid, 4, uid)
#define SI32_VALUE(...) SI32(si_int, 5, i32, ##__VA_ARGS__), SI32(si_ptr, 5, addr, ##__VA_ARGS__)
#define SI32_CODE SI32(si_code, 2, x32, HIDDEN)
STRUCT(si_sender32, struct desc_siginfo32, SI32_SENDER);
STRUCT(si_sent32, struct desc_siginfo32, SI32_SENDER, SI32_VALUE(WHEN(si_ptr, ~0ULL)));
STRUCT(si_timer32, struct desc_siginfo32, SI32(si_timerid, 3, x32), SI32(si_overrun, 4, i32), SI32_VALUE());
STRUCT(si_io32, struct desc_siginfo32, SI32(si_band, 3, i32), SI32(si_fd, 4, fd));
STRUCT(si_fault32, struct desc_siginfo32, SI32(si_addr, 3, addr));
STRUCT(si_bus32, struct desc_siginfo32,
	SI32_CODE, SI32(si_addr, 3, addr), SI32(si_addr_lsb, 4, x16, WHEN_EQ(si_code, ~1, BUS_MCEERR_AR)));
STRUCT(si_segv32, struct desc_siginfo32,
	SI32_CODE, SI32(si_addr, 3, addr), SI32(si_lower, 5, addr, WHEN_IS(si_code, SEGV_BNDERR)),
	SI32(si_upper, 6, addr, WHEN_IS(si_code, SEGV_BNDERR)), SI32(si_pkey, 5, u32, WHEN_IS(si_code, SEGV_PKUERR)));
STRUCT(si_child32, struct desc_siginfo32,
	SI32_CODE, SI32_SENDER, SI32(si_status, 5, i32, WHEN_IS(si_code, CLD_EXITED)),
	SI32(si_status, 5, signal, WHEN_NOT(si_code, ~0ULL, CLD_EXITED)), SI32(si_utime, 6, clock_ticks), SI32(si_stime, 7, clock_ticks));
STRUCT(si_sys32, struct desc_siginfo32, SI32(si_call_addr, 3, addr), SI32(si_syscall, 4, si_call_number), SI32(si_arch, 5, audit_arch));
STRUCT(si_other32, struct desc_siginfo32,
	{ .name = "sender", .type = &type_u64, .offset = 12, .size = 8, HIDDEN }, SI32(si_pid, 3, pid, WHEN(sender, ~0ULL)), SI32(si_uid, 4, uid, WHEN(sender, ~0ULL)),
	SI32_VALUE(WHEN(si_ptr, ~0ULL)));
CHOICE(si_by_code32, 0, si_code, si_sent32,
	V(SI_USER, si_sender32), V(SI_TKILL, si_sender32), V(SI_TIMER, si_timer32), V(SI_SIGIO, si_io32));
CHOICE(si_poll_by_code32, 0, si_code, si_none32,
	V(POLL_IN, si_io32), V(POLL_OUT, si_io32), V(POLL_MSG, si_io32), V(POLL_ERR, si_io32), V(POLL_PRI, si_io32), V(POLL_HUP, si_io32));
STRUCT(si_none32, struct desc_siginfo32, SI32_CODE);
STRUCT(si_poll32, struct desc_siginfo32, SI32_CODE, { .name = "", .type = &type_si_poll_by_code32, SPREAD });
CHOICE(si_by_signal32, 0, si_signo, si_other32, V(SIGCHLD, si_child32), V(SIGILL, si_fault32), V(SIGFPE, si_fault32),
	V(SIGSEGV, si_segv32), V(SIGBUS, si_bus32), V(SIGTRAP, si_fault32), V(SIGPOLL, si_poll32), V(SIGSYS, si_sys32));
STRUCT(si_some32, struct desc_siginfo32,
	SI32(si_signo, 0, signal), SI32(si_code, 2, si_code_raised, WHEN_POSITIVE(si_code)),
	SI32(si_code, 2, si_code, WHEN_NOT_POSITIVE(si_code)), SI32(si_errno, 1, error, WHEN(si_errno, ~0ULL)),
	{ .name = "", .type = &type_si_by_code32, WHEN_NOT_POSITIVE(si_code), SPREAD },
	{ .name = "", .type = &type_si_by_signal32, WHEN_POSITIVE(si_code), SPREAD });
STRUCT(siginfo32, struct desc_siginfo32,
	SI32(si_signo, 0, i32, HIDDEN), { .name = "some", .type = &type_si_some32, WHEN(si_signo, ~0ULL), SPREAD });

/* struct compat_sigevent; names by where they lie, too. */
struct desc_sigevent32 {
	uint32_t value;
	int32_t signo, notify;
	uint32_t function, attributes, pad[11];
};
STRUCT(sigval32, uint32_t[1],
	{ .name = "sival_int", .type = &type_i32, .size = 4 }, { .name = "sival_ptr", .type = &type_addr, .size = 4 });
STRUCT(sigevent32, struct desc_sigevent32,
	FN(struct desc_sigevent32, value, sigev_value, sigval32, IF_NOT_ZERO),
	FN(struct desc_sigevent32, signo, sigev_signo, signal, WHEN_EQ(sigev_notify, ~6ULL, 0)),
	FN(struct desc_sigevent32, signo, sigev_signo, i32, WHEN_NOT(sigev_notify, ~6ULL, 0)),
	FN(struct desc_sigevent32, notify, sigev_notify, sigev_notify),
	{ .name = "sigev_notify_function", .type = &type_addr, .offset = 12, .size = 4, WHEN_IS(sigev_notify, SIGEV_THREAD) },
	{ .name = "sigev_notify_attributes", .type = &type_addr, .offset = 16, .size = 4, WHEN_IS(sigev_notify, SIGEV_THREAD) },
	FN(struct desc_sigevent32, function, sigev_notify_thread_id, pid, WHEN_IS(sigev_notify, SIGEV_THREAD_ID)));
