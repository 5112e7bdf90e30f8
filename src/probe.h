/* SPDX-License-Identifier: LGPL-2.1-or-later OR GPL-2.0-only */
/*
 * What the BPF program (probe.bpf.c) and the host (probe-object.c, engine-bpf.c) share: memory that both
 * have mapped.
 */
#ifndef FAULTLESS_PROBE_H
#define FAULTLESS_PROBE_H

#include "plan.h"
#include "record.h"

enum {
	PROBE_NR = 1024,       /* system call numbers with a selector */
	PROBE_COMPAT = 512,    /* those of 32-bit tasks begin here: DESC_COMPAT */
	PROBE_OPS = 1 << 15,   /* all plans' ops together: a power of two */
	PROBE_PLANS = 1 << 12, /* a power of two */
	PROBE_FDS = 1 << 10,   /* file descriptors below this are told apart: a power of two */
	PROBE_NAMES = 1 << 12, /* values of probe_name(): a power of two */
	PROBE_COPIES = 8,      /* most copies of stage two on one tracepoint */
};

/* Written by the loader before anything is attached. */
struct probe_config {
	__u32 follow;	      /* children are traced too */
	__u32 unknown_wanted; /* calls without a selector are traced */
	__u32 remote; /* the host fetches what is cold at the exit; else task work or fault_exit() does */
	__u32 block;	      /* tasks wait rather than lose records */
	__u64 hold_above;     /* a task waits while its ring holds more than so many bytes */
	__u64 full_above;     /* a ring that holds more bytes takes no calls, only events */
	__u32 count;	      /* calls are only counted, in the map `counts` */
	__u32 unnamed_wanted; /* -P: any file that is in no directory may be one of the paths */
	__u32 unwanted;	      /* outcomes that nothing is sent of, bits: 1: success, 2: failure */
	__u64 overhead;	      /* ns, taken off what a counted call took */
	__u64 signals;	      /* wanted signals, bit n - 1 for signal n */
	__u64 lengths;	      /* bit n: `names` has one whose length is n modulo 64 */
};

/* Calls of one number, on one CPU. */
struct probe_count {
	__u64 calls;
	__u64 errors;
	__u64 total, shortest, longest; /* ns */
};

/*
 * What is asked for by a number below PROBE_COMPAT, bits. Tracing may begin at an execve, and the exit of a sigreturn
 * has no number, so that its entry must be seen: these are asked for always.
 */
enum {
	ASKED = 1,
	ASKED_OF_COMPAT = 2, /* as a number of the 32-bit table */
	ASKED_READS = 4,     /* and something may be read at its entry */
};

/*
 * probe_name - a hash, below PROBE_NAMES, of a name: of its length and its first and last 8 bytes. Those of a shorter
 * name are the low bytes of @first, and @last is 0.
 */
static inline __attribute__((always_inline)) __u32 probe_name(__u64 len, __u64 first, __u64 last)
{
	return (len * 0x9e3779b97f4a7c15 ^ first * 0xc2b2ae3d27d4eb4f ^
		       last * 0x165667b19e3779f9) >>
		       52 &
	       (PROBE_NAMES - 1);
}

/* What the probe is loaded for. */
struct probe_choices {
	__u32 describe;		 /* descriptors are shown by what they are */
	__u32 lookup_takes_turn; /* see state_undisturbed() */
	__u32 by_fd;		 /* only calls that use descriptors in `fds` are asked for, */
	__u32 by_path;		 /* or paths in `paths`, or files of names in `names` */
	__u64 min_duration;	 /* ns; nothing is sent of shorter calls */
	__u32 entry_times; /* calls that leave one record have an enter_time, too: it costs a reading of the clock */
};

/* The tasks that the next run of the attach iterator switches on. */
struct probe_attach {
	__u32 tgid;
	__u32 tid;   /* 0: all threads of tgid */
	__u32 armed; /* tracing begins at the task's next execve */
	__u32 found; /* out: how many were newly switched on */
};

/*
 * The program's only variable, mapped by the host; so filling the tables and reading the counters
 * takes no bpf(2) call, which on 7.2 would blind perf-event programs on that CPU.
 */
struct probe_shared {
	struct probe_config config;
	struct probe_attach attach;
	struct loss loss;
	__u64 live;    /* tasks being traced */
	__u64 counted; /* tasks that the last run of the counting iterator found traced and alive */
	__u32 hold;    /* written by the host: it has no room */
	__s32 tracer;  /* the host's pid; a task that waits looks whether it lives */
	__u64 tracer_start; /* its task_struct.start_boottime, ns: tells it from another process with that pid */
	__u64 holds;		   /* times a task waited for room */
	__u64 held_ns;		   /* of all tasks together */
	__u64 held_longest;	   /* ns */
	__u64 stage_two;	   /* times stage two began to read, at whatever site */
	__u8 asked[PROBE_COMPAT];  /* ASKED, ... */
	__u64 fds[PROBE_FDS / 64]; /* --trace-fds: bit n for descriptor n */
	/* -P: bit probe_name() of each path as it may be given, and of what follows each slash in one */
	__u64 paths[PROBE_NAMES / 64], names[PROBE_NAMES / 64];
	struct selector selectors[PROBE_NR];
	struct plan plans[PROBE_PLANS];
	struct op ops[PROBE_OPS];
};

#endif
