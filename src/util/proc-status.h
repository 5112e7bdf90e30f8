/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What /proc/TID/status says of a task, for all that ask one thing of it. */
#ifndef FAULTLESS_UTIL_PROC_STATUS_H
#define FAULTLESS_UTIL_PROC_STATUS_H

#include <stddef.h>
#include <sys/types.h>

/*
 * proc_status_text - what stands behind "FIELD:" and blanks, cut at @size - 1. Returns 0, or -errno: -ENOENT for no
 * such line, -ESRCH for no such task.
 */
int proc_status_text(pid_t tid, const char *field, char *ret_text, size_t size);

/* proc_status - the number there, read in @base; -1: no such task, line or number. */
long long proc_status(pid_t tid, const char *field, int base);

/* proc_status_no_calls - why task @tid will make no system calls, in words; NULL if it may. */
const char *proc_status_no_calls(pid_t tid);

#endif
