/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The engine: what produces records. engine-bpf.c and engine-ptrace.c implement it. Everything behind
 * it sees whole records only: fragments joined, records of one task in order, tasks merged by time.
 */
#ifndef FAULTLESS_ENGINE_H
#define FAULTLESS_ENGINE_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/types.h>
#include "record.h"

struct plan_set;
struct filter;
struct filter_fds;
struct filter_paths;

struct engine_config {
	const struct plan_set *plans; /* what to read for each call */
	const struct filter *filter;  /* which calls and signals are wanted */
	/* -p: processes to attach to, all their threads with follow */
	const pid_t *pids;
	size_t npids;
	int *nattached; /* set in open: how many tasks each of pids stands for; 0: left out, or another one's */
	/*
	 * Called in open for one of pids that cannot be traced, with the reason, if open goes on with the others or the
	 * command. If none can be traced, open fails with the reason of the last one.
	 */
	void (*left_out)(void *context, const char *why);
	void *context; /* for left_out */
	/* the command, waiting to be released; 0: none. Tracing begins at its execve */
	pid_t command;
	int follow;	     /* -f: children too */
	size_t memory_limit; /* bytes, rings and spools together */
	int block;	     /* hold tasks rather than lose records */
	int unwatched; /* nobody waits for the lines: they go to a file, not to a terminal or pipe */
	/*
	 * counts() will be asked what was called; an engine that counts in the kernel then gives no
	 * records of calls
	 */
	int count;
	/* A wish, as the members that say so: the engine may send these records all the same. */
	/* outcomes of which no records are needed, bits: 1: success, 2: failure; a wish */
	int unwanted;
	uint64_t min_duration; /* ns; shorter calls need no records; a wish */
	int entry_times;       /* when calls began is asked for; else call.enter_time may be 0 */
	/* calls that use none of these need no records; both NULL: all may be wanted; a wish */
	const struct filter_fds *fds;
	const struct filter_paths *paths;
	uint64_t overhead;	/* ns, taken off what each counted call took */
	int describe;		/* what file descriptors are is asked for */
	const char *fault_site; /* forced by --fault-site, or NULL */
	unsigned fault_copies;	/* of stage two at site tracepoint; 0: as many as are good */
	int debug;		/* -d: notes on stderr */
};

/* What an engine says of itself, for -d, --features and --stats. */
struct engine_stats {
	struct loss loss;
	uint64_t records;	/* that came out of next() */
	uint64_t skipped;	/* probe runs that the kernel skipped by its recursion guard */
	uint64_t sequence_gaps; /* records that the reader found missing by their numbers */
	uint64_t stage_two;	/* times stage two began to read, at whatever site */
	uint64_t spooled;	/* bytes that went through the spool's file */
	uint64_t holds;		/* times a task was held until there was room (overflow=block) */
	uint64_t held_ns;	/* of all tasks together */
	uint64_t held_longest;	/* ns */
};

/* One count for each call number with a plan (PLAN_NR), and one for all other numbers together. */
#define ENGINE_COUNTS 1025

struct engine_count {
	uint64_t calls;
	uint64_t errors;		   /* calls of these that failed */
	uint64_t total, shortest, longest; /* ns, from entry to return, the overhead taken off */
};

struct engine;

struct engine_ops {
	const char *name;
	/*
	 * Makes everything ready and switches tracing on for config's tasks; the command, if any,
	 * may be released when it returns. @config is borrowed until close. Returns 0 or -errno
	 * with a one-line cause and way out in @ret_error; nothing stays attached then.
	 */
	int (*open)(const struct engine_config *config, struct engine **ret_engine, char *ret_error,
		size_t error_size);
	/*
	 * The next record, valid until the next call. Returns 1; 0 when all tasks are gone, or
	 * detached by stop(), and all is delivered; -EAGAIN when nothing came for about @timeout_ms
	 * (flush the sink), or a signal came; another -errno if the engine failed.
	 */
	int (*next)(struct engine *engine, int timeout_ms, const struct record **ret_record);
	/* Detaches from all tasks, which go on living; next() then delivers what is left. */
	void (*stop)(struct engine *engine);
	void (*stats)(struct engine *engine, struct engine_stats *ret_stats);
	/*
	 * What was counted, after next() gave 0. Returns 0 or -errno. NULL: the engine gives records
	 * of calls, whatever the config says.
	 */
	int (*counts)(struct engine *engine, struct engine_count ret_counts[ENGINE_COUNTS]);
	void (*close)(struct engine *engine);
};

/* Every engine's own struct begins with this. */
struct engine {
	const struct engine_ops *ops;
};

extern const struct engine_ops engine_bpf_ops;
extern const struct engine_ops engine_ptrace_ops;

#endif
