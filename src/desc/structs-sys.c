// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Structures of file handles, messages, asynchronous I/O, keys, quota, kexec and descriptor tables; see structs.c.
 */
#include <asm/ldt.h>
#include <fcntl.h>
#include <linux/aio_abi.h>
#include <linux/dqblk_xfs.h>
#include <linux/kcmp.h>
#include <linux/kexec.h>
#include <linux/keyctl.h>
#include <linux/quota.h>
#include <sys/msg.h>
#include <sys/stat.h>
#include "types.h"

/* clang-format off */

#define IF_SET(member_) WHEN(member_, ~0ULL)

/* ---- file handles ---- */

/* Or UTIME_NOW, UTIME_OMIT in place of one. */
STRUCT_AS((.date = 9), utimens_time, struct timespec, F(struct timespec, tv_sec, i64), F(struct timespec, tv_nsec, u64));
PARTS(utime_now, 8, &type_timespec, "UTIME_NOW");
PARTS(utime_omit, 8, &type_timespec, "UTIME_OMIT");
STRUCT_BY(utimens, struct timespec, tv_nsec, u64, utimens_time, V(UTIME_NOW, utime_now), V(UTIME_OMIT, utime_omit));

STRUCT(file_handle, struct file_handle,
	F(struct file_handle, handle_bytes, u32),
	F(struct file_handle, handle_type, i32),
	TAIL(struct file_handle, f_handle, all_binary, LEN(handle_bytes)));
/* The kernel says how many bytes it would have needed even if the call failed. */
STRUCT(file_handle_got, struct file_handle,
	F(struct file_handle, handle_bytes, u32, CHANGES),
	F(struct file_handle, handle_type, i32, WHEN_IS(ret, 0)),
	TAIL(struct file_handle, f_handle, all_binary, LEN(handle_bytes), WHEN_IS(ret, 0)));

/* ---- messages, asynchronous I/O ---- */

struct desc_msgbuf { /* struct msgbuf, <linux/msg.h>, without the text */
	int64_t mtype;
	char mtext[];
};
STRUCT(msgbuf, struct desc_msgbuf,
	F(struct desc_msgbuf, mtype, i64),
	TAIL(struct desc_msgbuf, mtext, bytes, LEN(msgsz)));

#define IOCB(member_, t_, ...) F(struct iocb, member_, t_, ##__VA_ARGS__)
#define IOCB_BUF(t_, op_, dir_, ...) \
	F(struct iocb, aio_buf, t_, .dir = (dir_), WHEN_IS(aio_lio_opcode, op_), ##__VA_ARGS__)
STRUCT(iocb, struct iocb,
	IOCB(aio_data, x64),
	IOCB(aio_key, u32, IF_SET(aio_key)),
	IOCB(aio_rw_flags, rwf_flags, IF_SET(aio_rw_flags)),
	IOCB(aio_lio_opcode, iocb_cmd),
	IOCB(aio_reqprio, i16, IF_SET(aio_reqprio)),
	IOCB(aio_fildes, fd),
	IOCB(aio_buf, addr0, WHEN_IS(aio_lio_opcode, IOCB_CMD_PREAD)),
	IOCB_BUF(bytes, IOCB_CMD_PWRITE, DIR_PTR, LEN(aio_nbytes)),
	IOCB(aio_nbytes, u64, WHEN_EQ(aio_lio_opcode, ~1ULL, 0)),
	IOCB_BUF(iovec_remote, IOCB_CMD_PREADV, DIR_PTR, COUNT(aio_nbytes)),
	IOCB_BUF(iovec, IOCB_CMD_PWRITEV, DIR_PTR, COUNT(aio_nbytes)),
	IOCB(aio_offset, i64, WHEN_EQ(aio_lio_opcode, ~1ULL, 0)),
	IOCB(aio_offset, i64, WHEN_IS(aio_lio_opcode, IOCB_CMD_PREADV)),
	IOCB(aio_offset, i64, WHEN_IS(aio_lio_opcode, IOCB_CMD_PWRITEV)),
	IOCB(aio_buf, poll_events32, WHEN_IS(aio_lio_opcode, IOCB_CMD_POLL)),
	IOCB(aio_flags, iocb_flags, IF_SET(aio_flags)),
	IOCB(aio_resfd, fd, WHEN(aio_flags, IOCB_FLAG_RESFD)));
STRUCT(iocb_pointer, void *,
	{ .name = "", .type = &type_iocb, .size = 8, .dir = DIR_PTR });
STRUCT(iocb_cancel, struct iocb,
	IOCB(aio_data, x64),
	IOCB(aio_key, u32, IF_SET(aio_key)),
	IOCB(aio_rw_flags, rwf_flags, IF_SET(aio_rw_flags)),
	IOCB(aio_lio_opcode, iocb_cmd),
	IOCB(aio_reqprio, i16, IF_SET(aio_reqprio)),
	IOCB(aio_fildes, fd));
struct desc_aio_sigset { /* struct __aio_sigset of fs/aio.c */
	uint64_t sigmask, sigsetsize;
};
STRUCT(aio_sigset, struct desc_aio_sigset,
	P(struct desc_aio_sigset, sigmask, sigset_sized, LEN(sigsetsize)),
	F(struct desc_aio_sigset, sigsetsize, size));

/* ---- keys ---- */

/* Two words of what the kernel can do with keys. */
STRUCT_AS((.brackets = true), key_caps, uint8_t[2],
	{ .name = "", .type = &type_key_caps0, .size = 1 }, { .name = "", .type = &type_key_caps1, .offset = 1, .size = 1 });
STRUCT(dh_params, struct keyctl_dh_params,
	FN(struct keyctl_dh_params, private, private, key_serial),
	F(struct keyctl_dh_params, prime, key_serial),
	F(struct keyctl_dh_params, base, key_serial));
STRUCT(kdf_params, struct keyctl_kdf_params,
	P(struct keyctl_kdf_params, hashname, string),
	P(struct keyctl_kdf_params, otherinfo, bytes, LEN(otherinfolen)),
	F(struct keyctl_kdf_params, otherinfolen, u32),
	F(struct keyctl_kdf_params, __spare, x32, FIXED(8), IF_NOT_ZERO));
STRUCT(pkey_query, struct keyctl_pkey_query,
	F(struct keyctl_pkey_query, supported_ops, pkey_ops),
	F(struct keyctl_pkey_query, key_size, u32),
	F(struct keyctl_pkey_query, max_data_size, u16),
	F(struct keyctl_pkey_query, max_sig_size, u16),
	F(struct keyctl_pkey_query, max_enc_size, u16),
	F(struct keyctl_pkey_query, max_dec_size, u16));
#define PKEY_PARAMS(name_, second_) \
	STRUCT(name_, struct keyctl_pkey_params, \
		F(struct keyctl_pkey_params, key_id, key_serial), \
		F(struct keyctl_pkey_params, in_len, u32), \
		F(struct keyctl_pkey_params, second_, u32), \
		F(struct keyctl_pkey_params, __spare, x32, FIXED(7), IF_NOT_ZERO))
PKEY_PARAMS(pkey_params, out_len);
PKEY_PARAMS(pkey_verify_params, in2_len);

/* ---- quota ---- */

STRUCT(nextdqblk, struct if_nextdqblk,
	F(struct if_nextdqblk, dqb_bhardlimit, u64),
	F(struct if_nextdqblk, dqb_bsoftlimit, u64),
	F(struct if_nextdqblk, dqb_curspace, u64),
	F(struct if_nextdqblk, dqb_ihardlimit, u64),
	F(struct if_nextdqblk, dqb_isoftlimit, u64),
	F(struct if_nextdqblk, dqb_curinodes, u64),
	F(struct if_nextdqblk, dqb_btime, u64, VERBOSE),
	F(struct if_nextdqblk, dqb_itime, u64, VERBOSE),
	F(struct if_nextdqblk, dqb_valid, dqblk_valid, VERBOSE),
	F(struct if_nextdqblk, dqb_id, u32));
#define XFS_DQ(member_, t_, ...) F(struct fs_disk_quota, member_, t_, ##__VA_ARGS__)
STRUCT(xfs_dqblk, struct fs_disk_quota,
	XFS_DQ(d_version, i8), XFS_DQ(d_flags, xfs_dqblk_flags), XFS_DQ(d_fieldmask, x16), XFS_DQ(d_id, u32),
	XFS_DQ(d_blk_hardlimit, u64), XFS_DQ(d_blk_softlimit, u64), XFS_DQ(d_ino_hardlimit, u64),
	XFS_DQ(d_ino_softlimit, u64), XFS_DQ(d_bcount, u64), XFS_DQ(d_icount, u64), XFS_DQ(d_itimer, i32, VERBOSE),
	XFS_DQ(d_btimer, i32, VERBOSE), XFS_DQ(d_iwarns, u16, VERBOSE), XFS_DQ(d_bwarns, u16, VERBOSE),
	XFS_DQ(d_rtb_hardlimit, u64, VERBOSE), XFS_DQ(d_rtb_softlimit, u64, VERBOSE), XFS_DQ(d_rtbcount, u64, VERBOSE),
	XFS_DQ(d_rtbtimer, i32, VERBOSE), XFS_DQ(d_rtbwarns, u16, VERBOSE));
#define QFILE(name_, ctype_) \
	STRUCT(name_, ctype_, F(ctype_, qfs_ino, u64), F(ctype_, qfs_nblks, u64), F(ctype_, qfs_nextents, u32))
QFILE(xfs_qfile, struct fs_qfilestat);
QFILE(xfs_qfilev, struct fs_qfilestatv);
#define XFS_QS(ctype_, member_, t_) F(ctype_, member_, t_, VERBOSE)
STRUCT(xfs_quota_stat, struct fs_quota_stat,
	F(struct fs_quota_stat, qs_version, i8), XFS_QS(struct fs_quota_stat, qs_flags, xfs_quota_flags16),
	XFS_QS(struct fs_quota_stat, qs_uquota, xfs_qfile), XFS_QS(struct fs_quota_stat, qs_gquota, xfs_qfile),
	XFS_QS(struct fs_quota_stat, qs_incoredqs, u32), XFS_QS(struct fs_quota_stat, qs_btimelimit, i32),
	XFS_QS(struct fs_quota_stat, qs_itimelimit, i32), XFS_QS(struct fs_quota_stat, qs_rtbtimelimit, i32),
	XFS_QS(struct fs_quota_stat, qs_bwarnlimit, u16), XFS_QS(struct fs_quota_stat, qs_iwarnlimit, u16));
STRUCT(xfs_quota_statv, struct fs_quota_statv,
	F(struct fs_quota_statv, qs_version, i8), XFS_QS(struct fs_quota_statv, qs_flags, xfs_quota_flags16),
	XFS_QS(struct fs_quota_statv, qs_incoredqs, u32), XFS_QS(struct fs_quota_statv, qs_uquota, xfs_qfilev),
	XFS_QS(struct fs_quota_statv, qs_gquota, xfs_qfilev), XFS_QS(struct fs_quota_statv, qs_pquota, xfs_qfilev),
	XFS_QS(struct fs_quota_statv, qs_btimelimit, i32), XFS_QS(struct fs_quota_statv, qs_itimelimit, i32),
	XFS_QS(struct fs_quota_statv, qs_rtbtimelimit, i32), XFS_QS(struct fs_quota_statv, qs_bwarnlimit, u16),
	XFS_QS(struct fs_quota_statv, qs_iwarnlimit, u16));

/* ---- others ---- */

struct desc_sysctl_args { /* struct __sysctl_args, <linux/sysctl.h> */
	uint64_t name;
	int32_t nlen;
	uint64_t oldval, oldlenp, newval, newlen;
};
STRUCT(sysctl_args, struct desc_sysctl_args,
	F(struct desc_sysctl_args, name, addr),
	F(struct desc_sysctl_args, nlen, i32),
	F(struct desc_sysctl_args, oldval, addr),
	F(struct desc_sysctl_args, oldlenp, addr),
	F(struct desc_sysctl_args, newval, addr),
	F(struct desc_sysctl_args, newlen, size));
/* Descriptors of another process than the caller, perhaps. */
#define FD_OF(pid_) const struct type type_fd_of_##pid_ = { .name = "fd_of_" #pid_, .kind = KIND_FD, .size = 4, .by = #pid_ }
FD_OF(pid1);
FD_OF(pid2);
STRUCT(epoll_slot, struct kcmp_epoll_slot,
	F(struct kcmp_epoll_slot, efd, fd_of_pid2),
	F(struct kcmp_epoll_slot, tfd, fd_of_pid2),
	F(struct kcmp_epoll_slot, toff, u32));

/* ---- kexec, descriptor tables ---- */

STRUCT(kexec_segment, struct kexec_segment,
	F(struct kexec_segment, buf, addr),
	F(struct kexec_segment, bufsz, size),
	F(struct kexec_segment, mem, addr),
	F(struct kexec_segment, memsz, size));

/* The word of single bits is the last. */
#define USER_DESC_BIT(name_, first_, n_) \
	{ .name = #name_, .type = &type_u32, .offset = 12, .size = 4, BITFIELD(first_, n_) }
STRUCT(user_desc, struct user_desc,
	F(struct user_desc, entry_number, uid),
	F(struct user_desc, base_addr, x32_8),
	F(struct user_desc, limit, x32_8),
	USER_DESC_BIT(seg_32bit, 0, 1), USER_DESC_BIT(contents, 1, 2), USER_DESC_BIT(read_exec_only, 3, 1),
	USER_DESC_BIT(limit_in_pages, 4, 1), USER_DESC_BIT(seg_not_present, 5, 1), USER_DESC_BIT(useable, 6, 1),
	USER_DESC_BIT(lm, 7, 1));
HEX_WIDE(x32_8, 4, 8);
