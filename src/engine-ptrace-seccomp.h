/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The seccomp filter of the ptrace engine's command. Called by main.c, which hands it to command.c.
 */
#ifndef FAULTLESS_ENGINE_PTRACE_SECCOMP_H
#define FAULTLESS_ENGINE_PTRACE_SECCOMP_H

#include <stddef.h>
#include <linux/filter.h>
#include "filter.h"

/* Instructions of the longest filter. */
#define ENGINE_PTRACE_FILTER_MAX (2 * FILTER_CALLS + 16)

/*
 * engine_ptrace_seccomp - a seccomp filter by which only the calls in @calls stop; for the traced command to install
 * before its execve. Its tasks must be traced all their life: without a tracer those calls fail with ENOSYS. Returns
 * the instructions written to @ret_filter; 0: every call is wanted, a filter would be of no use.
 */
size_t engine_ptrace_seccomp(
	const struct filter_calls *calls, struct sock_filter ret_filter[ENGINE_PTRACE_FILTER_MAX]);

#endif
