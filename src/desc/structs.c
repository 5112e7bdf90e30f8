/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Scalars and structures. Sizes and offsets come from the UAPI headers.
 */
#include <signal.h>
#include <linux/time_types.h>
#include <linux/uio.h>
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
SCALAR(fd, KIND_FD, 4);
SCALAR(dirfd, KIND_DIRFD, 4);
SCALAR(pid, KIND_PID, 4);
SCALAR(uid, KIND_UINT, 4);
SCALAR(gid, KIND_UINT, 4);
SCALAR(umode, KIND_OCT, 2);
SCALAR(path, KIND_PATH, 0);
SCALAR(string, KIND_STRING, 0);
SCALAR(bytes, KIND_BYTES, 0);
SCALAR(chars, KIND_CHARS, 0);
SCALAR(strv, KIND_STRV, 0);
SCALAR(envv, KIND_ENVV, 0);
SCALAR(none, KIND_INT, 8);

/* ---- time ---- */

STRUCT(timespec, struct __kernel_timespec,
	F(struct __kernel_timespec, tv_sec, i64),
	F(struct __kernel_timespec, tv_nsec, u64));

/* ---- files ---- */

STRUCT(iovec, struct iovec,
	P(struct iovec, iov_base, bytes, LEN(iov_len)),
	F(struct iovec, iov_len, size));

/* ---- signals ---- */

STRUCT(siginfo, siginfo_t,
	F(siginfo_t, si_signo, i32),
	F(siginfo_t, si_code, i32));
