// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Why a task cannot be traced, in words, and what to do about it. The kernel says EPERM for a dozen reasons; which it
 * was is found out here, after the failure, from /proc.
 */
#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <linux/capability.h>
#include "engine-ptrace.h"
#include "util/error.h"
#include "util/proc-status.h"

/* Reads a file of /proc that fits into @buf; ends it with a NUL. Returns its length or -errno. */
static ssize_t read_file(const char *path, char *buf, size_t size)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t got;

	if (fd < 0)
		return -errno;
	got = read(fd, buf, size - 1);
	if (got < 0)
		got = -errno;
	close(fd);
	buf[got < 0 ? 0 : got] = '\0';
	return got;
}

static int ptrace_scope(void)
{
	char text[16];

	return read_file("/proc/sys/kernel/yama/ptrace_scope", text, sizeof(text)) > 0 ? atoi(text)
										       : 0;
}

static const char *user_name(long long uid, char *buf, size_t size)
{
	const struct passwd *user = getpwuid(uid);

	if (user)
		return user->pw_name;
	snprintf(buf, size, "%lld", uid);
	return buf;
}

/* The reasons of EPERM. */
static int permission_error(pid_t tid, char *ret_error, size_t error_size)
{
	long long caps = proc_status(getpid(), "CapEff", 16);
	bool capable = caps >= 0 && (caps >> CAP_SYS_PTRACE & 1);
	long long tracer = proc_status(tid, "TracerPid", 10);
	long long uid = proc_status(tid, "Uid", 10);
	long long seccomp = proc_status(getpid(), "Seccomp", 10);
	const char *no_calls = proc_status_no_calls(tid);
	int scope = ptrace_scope();
	char text[64] = "";

	if (tracer > 0) {
		proc_status_text(tracer, "Name", text, sizeof(text));
		return error_set(ret_error, error_size, -EPERM,
			"cannot trace process %d: process %lld (%s) traces it already: end that one first, or use "
			"--engine=bpf, which can watch beside it",
			tid, tracer, text);
	}
	if (proc_status(tid, "Tgid", 10) == getpid())
		return error_set(ret_error, error_size, -EPERM,
			"cannot trace process %d: it is faultless itself", tid);
	if (no_calls)
		return error_set(ret_error, error_size, -EPERM, "cannot trace process %d: %s", tid,
			no_calls);
	if (scope == 3)
		return error_set(ret_error, error_size, -EPERM,
			"cannot trace process %d: kernel.yama.ptrace_scope is 3, which forbids ptrace until the next boot: "
			"use --engine=bpf as root",
			tid);
	if (!capable && uid >= 0 && uid != getuid())
		return error_set(ret_error, error_size, -EPERM,
			"cannot trace process %d: it belongs to user %s: run faultless as that user or as root (sudo)",
			tid, user_name(uid, text, sizeof(text)));
	if (!capable && scope == 2)
		return error_set(ret_error, error_size, -EPERM,
			"cannot trace process %d: kernel.yama.ptrace_scope is 2: run faultless as root (sudo), or set it "
			"to 0 or 1",
			tid);
	if (!capable && scope == 1)
		return error_set(ret_error, error_size, -EPERM,
			"cannot trace process %d: kernel.yama.ptrace_scope is 1, so only commands that faultless starts "
			"may be traced: run it as root (sudo), or `sysctl kernel.yama.ptrace_scope=0`",
			tid);
	if (seccomp > 0)
		return error_set(ret_error, error_size, -EPERM,
			"cannot trace process %d: a seccomp filter, as containers have, may forbid ptrace: start the "
			"container with --cap-add=SYS_PTRACE",
			tid);
	if (!capable)
		return error_set(ret_error, error_size, -EPERM,
			"cannot trace process %d: it has privileges that faultless lacks (CAP_SYS_PTRACE): run faultless "
			"as root (sudo)",
			tid);
	return error_set(ret_error, error_size, -EPERM,
		"cannot trace process %d: a security module or the limits of this container forbid it: run faultless "
		"outside",
		tid);
}

int engine_ptrace_error(pid_t tid, int err, char *ret_error, size_t error_size)
{
	switch (err) {
	case -ESRCH:
		return error_set(ret_error, error_size, err,
			"cannot trace process %d: there is no such process: ps -e lists them", tid);
	case -EPERM:
		return permission_error(tid, ret_error, error_size);
	case -ENOSYS:
		return error_set(ret_error, error_size, err,
			"cannot trace process %d: there is no ptrace here: use --engine=bpf as root",
			tid);
	}
	return error_set(
		ret_error, error_size, err, "cannot trace process %d: %s", tid, strerror(-err));
}
