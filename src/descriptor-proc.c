// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * What a file descriptor of another task is, from /proc: its link, and of a socket the addresses,
 * by way of a duplicate of the descriptor. Makes the bytes that the probe makes, for the ptrace
 * engine and for what the probe leaves to the host. Nothing here waits for a file system.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <linux/unix_diag.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <sys/un.h>
#include <sys/xattr.h>
#include "descriptor.h"

/* A description being made. */
struct description {
	struct descriptor *d;
	unsigned char *names;
	size_t len; /* of the names */
	pid_t tid;
	int fd;
	char link[64]; /* /proc/TID/fd/FD */
};

enum { MAX_NAMES = DESCRIPTOR_MAX - sizeof(struct descriptor) };

static int add_bytes(struct description *n, const void *bytes, size_t len)
{
	if (n->len + len > MAX_NAMES)
		return -ENAMETOOLONG;
	memcpy(n->names + n->len, bytes, len);
	n->len += len;
	return 0;
}

static int add_name(struct description *n, const char *name, size_t len)
{
	int err = add_bytes(n, name, len);

	return err ? err : add_bytes(n, "", 1);
}

/* ---- files ---- */

/* The names of @path from the last to the first. */
static int add_path(struct description *n, const char *path, size_t len)
{
	int err = 0;

	while (!err && len) {
		size_t end = len;

		while (len && path[len - 1] != '/')
			len--;
		if (len < end)
			err = add_name(n, path + len, end - len);
		len -= len > 0; /* the slash */
	}
	return err;
}

/* Whether " (deleted)" at the end of @path is the kernel's remark and not part of the name. */
static bool is_deleted(const char *path, const struct statx *now)
{
	struct statx named;

	if (!now->stx_nlink && now->stx_mask & STATX_NLINK)
		return true;
	return statx(AT_FDCWD, path, AT_SYMLINK_NOFOLLOW | AT_STATX_DONT_SYNC, STATX_INO, &named) ||
	       named.stx_ino != now->stx_ino || named.stx_dev_major != now->stx_dev_major ||
	       named.stx_dev_minor != now->stx_dev_minor;
}

static int describe_file(struct description *n, char *path, size_t len)
{
	static const char remark[] = " (deleted)";
	const size_t remark_len = sizeof(remark) - 1;
	struct statx now = {0};

	if (statx(AT_FDCWD, n->link, AT_STATX_DONT_SYNC, STATX_TYPE | STATX_NLINK | STATX_INO,
		    &now))
		return -errno;
	n->d->kind = DESCRIPTOR_FILE;
	if (S_ISCHR(now.stx_mode) || S_ISBLK(now.stx_mode)) {
		n->d->flags |= S_ISCHR(now.stx_mode) ? DESCRIPTOR_CHARACTER : DESCRIPTOR_BLOCK;
		n->d->major = now.stx_rdev_major;
		n->d->minor = now.stx_rdev_minor;
	}
	if (len > remark_len && !strcmp(path + len - remark_len, remark) &&
		is_deleted(path, &now)) {
		n->d->flags |= DESCRIPTOR_DELETED;
		len -= remark_len;
	}
	return add_path(n, path, len);
}

/* The number in line @field of the descriptor's fdinfo; 0: there is none. */
static long info_number(const struct description *n, const char *field)
{
	char path[64], line[256];
	size_t len = strlen(field);
	long number = 0;
	FILE *file;

	snprintf(path, sizeof(path), "/proc/%d/fdinfo/%d", n->tid, n->fd);
	file = fopen(path, "re");
	if (!file)
		return 0;
	while (fgets(line, sizeof(line), file))
		if (!strncmp(line, field, len) && line[len] == ':')
			number = strtol(line + len + 1, NULL, 10);
	fclose(file);
	return number;
}

static int describe_anonymous(struct description *n, const char *name)
{
	long pid;

	if (strcmp(name, "[pidfd]")) {
		n->d->kind = DESCRIPTOR_ANONYMOUS;
		return add_name(n, name, strlen(name));
	}
	pid = info_number(n, "Pid");
	n->d->kind = DESCRIPTOR_PIDFD;
	n->d->pid = pid > 0 ? pid : 0;
	return 0;
}

/* ---- sockets ---- */

static void take_address(struct descriptor *d, unsigned i, const struct sockaddr_storage *addr)
{
	const struct sockaddr_in *in = (const void *)addr;
	const struct sockaddr_in6 *in6 = (const void *)addr;

	if (addr->ss_family == AF_INET) {
		d->port[i] = ntohs(in->sin_port);
		memcpy(d->address[i], &in->sin_addr, sizeof(in->sin_addr));
	} else if (addr->ss_family == AF_INET6) {
		d->port[i] = ntohs(in6->sin6_port);
		memcpy(d->address[i], &in6->sin6_addr, sizeof(in6->sin6_addr));
	}
}

static void describe_inet(struct descriptor *d, int copy, const struct sockaddr_storage *own)
{
	struct sockaddr_storage other = {0};
	socklen_t len = sizeof(other);

	take_address(d, 0, own);
	if (!d->port[0]) {
		memset(d->address[0], 0, sizeof(d->address[0]));
		return;
	}
	d->flags |= DESCRIPTOR_BOUND;
	if (getpeername(copy, (struct sockaddr *)&other, &len))
		return;
	take_address(d, 1, &other);
	d->flags |= DESCRIPTOR_CONNECTED;
}

/* The inode of the socket at the other end, which no call on the socket itself gives; 0: none. */
static uint32_t unix_peer(uint32_t ino)
{
	struct {
		struct nlmsghdr head;
		struct unix_diag_req body;
	} request = {
		.head = {.nlmsg_len = sizeof(request),
			.nlmsg_type = SOCK_DIAG_BY_FAMILY,
			.nlmsg_flags = NLM_F_REQUEST},
		.body = {.sdiag_family = AF_UNIX,
			.udiag_states = ~0u,
			.udiag_ino = ino,
			.udiag_show = UDIAG_SHOW_PEER,
			.udiag_cookie = {~0u, ~0u}},
	};
	union {
		struct nlmsghdr head;
		char bytes[1024];
	} answer;
	int diag = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_SOCK_DIAG);
	struct unix_diag_msg *message = NLMSG_DATA(&answer.head);
	const struct nlattr *attr = (const void *)(message + 1);
	ssize_t got = -1;
	uint32_t peer = 0;

	if (diag < 0)
		return 0;
	if (send(diag, &request, sizeof(request), 0) == sizeof(request))
		got = recv(diag, &answer, sizeof(answer), 0);
	close(diag);
	if (got < (ssize_t)NLMSG_LENGTH(sizeof(*message)) ||
		answer.head.nlmsg_type != SOCK_DIAG_BY_FAMILY)
		return 0;
	while ((const char *)(attr + 1) <= answer.bytes + got && attr->nla_len >= sizeof(*attr) &&
		(const char *)attr + attr->nla_len <= answer.bytes + got) {
		if (attr->nla_type == UNIX_DIAG_PEER &&
			attr->nla_len >= sizeof(*attr) + sizeof(peer))
			memcpy(&peer, attr + 1, sizeof(peer));
		attr = (const void *)((const char *)attr + NLA_ALIGN(attr->nla_len));
	}
	return peer;
}

static int describe_unix(struct description *n, const struct sockaddr_storage *own, socklen_t len)
{
	const size_t head = offsetof(struct sockaddr_un, sun_path);

	n->d->peer = unix_peer(n->d->ino);
	if (n->d->peer)
		n->d->flags |= DESCRIPTOR_CONNECTED;
	if (len <= head)
		return 0;
	n->d->flags |= DESCRIPTOR_BOUND;
	return add_bytes(n, (const char *)own + head, len - head);
}

static int describe_addresses(struct description *n, int copy)
{
	struct sockaddr_storage own = {0};
	socklen_t len = sizeof(own), size = sizeof(int);
	int protocol = 0, domain = 0;

	if (getsockopt(copy, SOL_SOCKET, SO_DOMAIN, &domain, &size) ||
		getsockname(copy, (struct sockaddr *)&own, &len))
		return 0;
	n->d->family = domain;
	switch (domain) {
	case AF_INET:
	case AF_INET6:
		describe_inet(n->d, copy, &own);
		return 0;
	case AF_UNIX:
		return describe_unix(n, &own, len);
	case AF_NETLINK:
		n->d->peer = ((const struct sockaddr_nl *)&own)->nl_pid;
		if (n->d->peer)
			n->d->flags |= DESCRIPTOR_BOUND;
		if (!getsockopt(copy, SOL_SOCKET, SO_PROTOCOL, &protocol, &size))
			n->d->protocol = protocol;
	}
	return 0;
}

/* A duplicate of the descriptor, with which the socket can be asked; -1: it cannot. */
static int duplicate(const struct description *n)
{
	/* PIDFD_THREAD (6.9): the task may be a thread that is not its process's first. */
	int pidfd = syscall(SYS_pidfd_open, n->tid, O_EXCL), copy;

	if (pidfd < 0)
		pidfd = syscall(SYS_pidfd_open, n->tid, 0);
	if (pidfd < 0)
		return -1;
	copy = syscall(SYS_pidfd_getfd, pidfd, n->fd, 0);
	close(pidfd);
	return copy;
}

static int describe_socket(struct description *n, uint64_t ino)
{
	char protocol[64];
	ssize_t len = getxattr(n->link, "system.sockprotoname", protocol, sizeof(protocol));
	int copy, err;

	n->d->kind = DESCRIPTOR_SOCKET;
	n->d->ino = ino;
	if (len > 0 && !protocol[len - 1])
		len--;
	err = add_name(n, protocol, len > 0 ? len : 0);
	copy = duplicate(n);
	if (copy < 0)
		return err;
	if (!err)
		err = describe_addresses(n, copy);
	close(copy);
	return err;
}

/* ---- all ---- */

/* "NAME:[INO]" */
static int describe_other(struct description *n, const char *text)
{
	const char *colon = strstr(text, ":[");
	char *end = NULL;
	uint64_t ino = colon ? strtoull(colon + 2, &end, 10) : 0;

	if (!colon || strcmp(end, "]"))
		return -ENOENT;
	if (!strncmp(text, "socket:", 7))
		return describe_socket(n, ino);
	n->d->ino = ino;
	if (!strncmp(text, "pipe:", 5)) {
		n->d->kind = DESCRIPTOR_PIPE;
		return 0;
	}
	n->d->kind = DESCRIPTOR_OTHER;
	return add_name(n, text, colon - text);
}

long descriptor_proc(pid_t tid, int fd, void *dst)
{
	struct description n = {.d = dst, .tid = tid, .fd = fd};
	char text[PATH_MAX];
	ssize_t len;
	int err;

	n.names = (unsigned char *)dst + sizeof(*n.d);
	memset(n.d, 0, sizeof(*n.d));
	if (fd == AT_FDCWD)
		snprintf(n.link, sizeof(n.link), "/proc/%d/cwd", tid);
	else
		snprintf(n.link, sizeof(n.link), "/proc/%d/fd/%d", tid, fd);
	len = readlink(n.link, text, sizeof(text) - 1);
	if (len < 0)
		return -errno;
	text[len] = 0;
	if (*text == '/')
		err = describe_file(&n, text, len);
	else if (!strncmp(text, "anon_inode:", 11))
		err = describe_anonymous(&n, text + 11);
	else
		err = describe_other(&n, text);
	return err ? err : (long)(sizeof(*n.d) + n.len);
}

int descriptor_netlink(pid_t tid, int fd)
{
	struct description n = {.tid = tid, .fd = fd};
	char name[64];
	socklen_t size = sizeof(int);
	int copy, protocol, err = 0;

	snprintf(n.link, sizeof(n.link), "/proc/%d/fd/%d", tid, fd);
	if (getxattr(n.link, "system.sockprotoname", name, sizeof(name)) != sizeof("NETLINK") ||
		strcmp(name, "NETLINK"))
		return -ENOTSOCK;
	copy = duplicate(&n);
	if (copy < 0)
		return -EBADF;
	if (getsockopt(copy, SOL_SOCKET, SO_PROTOCOL, &protocol, &size))
		err = -errno;
	close(copy);
	return err ? err : protocol;
}

int descriptor_task_name(pid_t pid, char *dst)
{
	char path[64];
	ssize_t len;
	int fd;

	snprintf(path, sizeof(path), "/proc/%d/comm", pid);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return -errno;
	memset(dst, 0, NAME_SIZE);
	len = read(fd, dst, NAME_SIZE);
	close(fd);
	if (len <= 0)
		return -ESRCH;
	dst[len - 1] = 0; /* the line's end */
	return 0;
}
