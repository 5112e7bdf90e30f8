/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The system calls of x86-64, one line each, by number.
 */
#include <fcntl.h>
#include "nr-x86_64.h"
#include "types.h"

/* clang-format off */

const struct syscall_desc desc_syscalls[] = {
	SYSCALL(read,    DESC, ssize, ARG(fd, fd), OUT(buf, bytes, LEN(ret)), ARG(count, size)),
	SYSCALL(write,   DESC, ssize, ARG(fd, fd), IN(buf, bytes, LEN(count)), ARG(count, size)),
	SYSCALL(close,   DESC, none,  ARG(fd, fd)),
	SYSCALL(writev,  DESC, ssize, ARG(fd, fd), IN(iov, iovec, COUNT(iovcnt)), ARG(iovcnt, i32)),
	SYSCALL(readv,   DESC, ssize, ARG(fd, fd), OUT(iov, iovec, COUNT(iovcnt), CAP(ret)), ARG(iovcnt, i32)),
	SYSCALL(getppid, PROC | PURE, pid),
	SYSCALL(execve,  FILENAME | PROC, none, IN(pathname, path), IN(argv, strv), IN(envp, envv)),
	SYSCALL(exit_group, PROC | NO_RETURN, none, ARG(status, i32)),
	SYSCALL(openat,  DESC | FILENAME, fd, ARG(dirfd, dirfd), IN(pathname, path), ARG(flags, open_flags),
		ARG(mode, umode, WHEN(flags, O_CREAT | __O_TMPFILE))),
};

const struct syscall_desc desc_cases[] = {
	{ 0 }
};
/* clang-format on */

const unsigned desc_nsyscalls = sizeof(desc_syscalls) / sizeof(desc_syscalls[0]);
const unsigned desc_ncases = sizeof(desc_cases) / sizeof(desc_cases[0]) - 1;
