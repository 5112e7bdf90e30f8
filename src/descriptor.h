/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What a file descriptor is: a struct descriptor and its names (record.h), as engines without a
 * probe find it in /proc, and as the decoder's side reads it. The probe makes the same bytes
 * (probe-descriptor.bpf.h).
 */
#ifndef FAULTLESS_DESCRIPTOR_H
#define FAULTLESS_DESCRIPTOR_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include "record.h"

/* descriptor_proc - describes descriptor @fd (or AT_FDCWD) of task @tid, which should be stopped, in
 * the DESCRIPTOR_MAX bytes at @dst. Returns its bytes, or -errno: -ENOENT if there is none. */
long descriptor_proc(pid_t tid, int fd, void *dst);

/*
 * descriptor_netlink - the protocol of descriptor @fd of task @tid, if it is a netlink socket. Returns it, or -errno.
 */
int descriptor_netlink(pid_t tid, int fd);

/* descriptor_task_name - the command name of task @pid, NAME_SIZE bytes, in @dst. Returns 0 or -errno. */
int descriptor_task_name(pid_t pid, char *dst);

/* A description as it lies in a record; borrowed from it. */
struct descriptor_view {
	const struct descriptor *d;
	const unsigned char *names;
	size_t names_len;
};

/* descriptor_view_of - @blob, a FACT_DESCRIPTOR. Returns 0, or -EBADMSG if it is too short. */
int descriptor_view_of(const struct blob *blob, struct descriptor_view *ret_view);

/*
 * descriptor_netlink_of - the protocol of descriptor @fd, if @record says that it is a netlink socket. Returns 0 or
 * -ENOENT.
 */
int descriptor_netlink_of(const struct record *record, int fd, uint32_t *ret_protocol);

/*
 * descriptor_path - the file's path, or what stands for one ("pipe:[5]"), in the @size bytes at
 * @path; it may hold any byte but NUL and is not ended by one. Returns its length, cut at @size.
 */
size_t descriptor_path(const struct descriptor_view *view, unsigned char *path, size_t size);

#define DESCRIPTOR_PATH_MAX (DESCRIPTOR_MAX + 64)

#endif
