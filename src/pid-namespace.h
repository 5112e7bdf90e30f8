/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What the ids of processes in other PID namespaces are in our own (--decode-pids=pidns). Known from the record of
 * its birth, or else from /proc while the task lives. Used by trace.c; whether there is one at all, by probe-object.c.
 */
#ifndef FAULTLESS_PID_NAMESPACE_H
#define FAULTLESS_PID_NAMESPACE_H

#include <stdbool.h>
#include <stdint.h>

/*
 * pid_namespace_is_first - whether our ids of processes are those that the kernel has, and no container's. True where
 * /proc does not tell.
 */
bool pid_namespace_is_first(void);

struct pid_namespaces;

/* pid_namespaces_new - NULL: out of memory, or /proc has no namespaces. */
struct pid_namespaces *pid_namespaces_new(void);
void pid_namespaces_free(struct pid_namespaces *namespaces);

/* pid_namespaces_note - looks task @tid up; to be called while it lives, as early as can be. */
void pid_namespaces_note(struct pid_namespaces *namespaces, uint32_t tid);

/* pid_namespaces_set - task @tid is @inner in the namespace with this inode. */
void pid_namespaces_set(
	struct pid_namespaces *namespaces, uint32_t tid, uint64_t namespace, uint32_t inner);

/*
 * pid_namespaces_outer - our id of the process that task @tid knows as @pid: @pid itself, if the task is in our
 * namespace or its own is not known. 0: the process is not known.
 */
uint32_t pid_namespaces_outer(struct pid_namespaces *namespaces, uint32_t tid, uint32_t pid);

#endif
