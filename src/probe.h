/* SPDX-License-Identifier: LGPL-2.1-or-later OR GPL-2.0-only */
/*
 * What the BPF program (probe.bpf.c) and its loader (engine-bpf.c) agree on: sizes of the tables in the program's
 * memory. Included before the skeleton.
 */
#ifndef FAULTLESS_PROBE_H
#define FAULTLESS_PROBE_H

#include "plan.h"
#include "record.h"

enum {
	PROBE_NR = 1024,	/* system call numbers with a selector */
	PROBE_OPS = 1 << 15,	/* all plans' ops together: a power of two */
	PROBE_PLANS = 1 << 12,	/* a power of two */
	PROBE_SIGNALS = 65,
};

/* Written by the loader before anything is attached. */
struct probe_config {
	__u32 follow;	      /* children are traced too */
	__u32 unknown_wanted; /* calls without a selector are traced */
	__u64 signals;	      /* wanted signals, bit n - 1 for signal n */
};

/* The tasks that the next run of the attach iterator switches on. */
struct probe_attach {
	__u32 tgid;
	__u32 tid;   /* 0: all threads of tgid */
	__u32 armed; /* tracing begins at the task's next execve */
	__u32 found; /* out: how many were newly switched on */
};

#endif
