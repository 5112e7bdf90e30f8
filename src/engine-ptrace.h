/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What the parts of the ptrace engine know of each other: engine-ptrace.c (the thread that waits for stops, and the
 * engine's face), engine-ptrace-tracee.c (what a stop means: calls, signals, births and deaths, and their records),
 * engine-ptrace-memory.c (the tracee's memory), engine-ptrace-error.c (why a task cannot be traced). Nobody else
 * includes it.
 */
#ifndef FAULTLESS_ENGINE_PTRACE_H
#define FAULTLESS_ENGINE_PTRACE_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>
#include <sys/types.h>
#include "engine.h"

struct spool;

/* ---- memory ---- */

enum {
	ENGINE_PTRACE_PAGE = 4096,
	ENGINE_PTRACE_PAGES = 8,
};

/*
 * Pages of one stopped tracee, as read during one stop: what several ops want from one page costs one call. Whole
 * pages, because a page is readable or not as a whole.
 */
struct engine_ptrace_memory {
	pid_t tid;
	unsigned used; /* pages in the slots */
	unsigned next; /* slot to replace */
	uint64_t addr[ENGINE_PTRACE_PAGES];
	unsigned char page[ENGINE_PTRACE_PAGES][ENGINE_PTRACE_PAGE];
};

/* engine_ptrace_memory_begin - from now on reads are of @tid, which is stopped; forgets what was read before. */
void engine_ptrace_memory_begin(struct engine_ptrace_memory *memory, pid_t tid);

/*
 * engine_ptrace_memory_read - reads @n bytes at @addr, all of them. Returns 0; -EFAULT if the tracee cannot read them
 * either; another -errno if they could not be read for another reason (it was killed).
 */
int engine_ptrace_memory_read(
	struct engine_ptrace_memory *memory, void *dst, size_t n, uint64_t addr);

/*
 * engine_ptrace_memory_string - reads a string of at most @size - 1 characters (@size > 0) and ends it with a NUL.
 * Returns its bytes, the NUL included: @size if it was cut; or -errno as engine_ptrace_memory_read.
 */
long engine_ptrace_memory_string(
	struct engine_ptrace_memory *memory, char *dst, size_t size, uint64_t addr);

/* ---- the engine and its tracees ---- */

struct tracee;

enum { ENGINE_PTRACE_BUCKETS = 4096 }; /* of the tracees' hash table: a power of two */

/* What a wait gave. */
struct stop {
	pid_t tid; /* 0: void */
	int status;
};

struct engine_ptrace {
	struct engine engine;
	const struct engine_config *config;
	unsigned long options; /* PTRACE_O_* */
	struct spool_store *store;
	struct spool *spool;
	bool given;	  /* next() gave the spool's oldest record */
	uint64_t records; /* given so far */

	/* Between the tracer and the others; conditions under the lock. */
	pthread_t thread;
	bool thread_runs; /* the others' */
	pthread_mutex_t lock;
	pthread_cond_t news;
	bool opened;
	int open_result;
	char *open_error;
	size_t open_error_size;
	atomic_bool ended;
	atomic_bool stop_wanted;
	atomic_bool closing;   /* nobody takes records any longer */
	atomic_uint nfiltered; /* tracees that have the filter */
	atomic_int error;

	/* The tracer's own. */
	pid_t tid;
	timer_t timer;
	bool has_timer;
	long tick;	 /* ns; the timer's present period */
	bool silent;	 /* stop() was called: no more records */
	uint64_t now;	 /* CLOCK_MONOTONIC, ns: when the stop being handled was looked at */
	uint64_t census; /* when the last one was, likewise */
	struct tracee *buckets[ENGINE_PTRACE_BUCKETS];
	unsigned ntracees;
	unsigned nheld;	       /* new ones whose creator has not told of them yet */
	struct tracee *unused; /* for the next new ones */
	struct tracee *open;   /* the last that entered a call, if its entry has not been sent */
	struct stop *stops;
	size_t nstops, stops_size;
	struct loss loss;
	struct engine_ptrace_memory memory;
	unsigned char *whole; /* a record put together from parts */
	size_t whole_size;
};

/* ---- tracees; all of these are for the tracer thread only ---- */

/*
 * engine_ptrace_tracee_new - @tid, of process @tgid, is seized from now on. An @armed one is traced from its next
 * execve; of others a RECORD_ATTACH is sent. Returns 0 or -ENOMEM.
 */
int engine_ptrace_tracee_new(struct engine_ptrace *e, pid_t tid, pid_t tgid, bool armed);

/* engine_ptrace_tracee_known - whether @tid is a tracee. */
bool engine_ptrace_tracee_known(struct engine_ptrace *e, pid_t tid);

/* engine_ptrace_collected - adds a stop, or end, that a wait gave to those that are to be handled. */
void engine_ptrace_collected(struct engine_ptrace *e, pid_t tid, int status);

/* engine_ptrace_handle_all - handles the stops that were collected: sends their records and lets the tasks go on. */
void engine_ptrace_handle_all(struct engine_ptrace *e);

/* engine_ptrace_idle - nothing has stopped for a while: tells what is left to tell. Returns whether all is told. */
bool engine_ptrace_idle(struct engine_ptrace *e);

/* engine_ptrace_census - notices tasks that are gone without a word. */
void engine_ptrace_census(struct engine_ptrace *e);

/*
 * engine_ptrace_let_go - sends what is known, no more records after that, and has the tasks stop, in order to detach.
 * Those with the filter need a tracer and are kept, silently, until they end.
 */
void engine_ptrace_let_go(struct engine_ptrace *e);

/* engine_ptrace_free_tracees - frees the memory of all. */
void engine_ptrace_free_tracees(struct engine_ptrace *e);

/* engine_ptrace_set_error - the error that next() will return; the first stays. */
void engine_ptrace_set_error(struct engine_ptrace *e, int err);

/* ---- errors ---- */

/*
 * engine_ptrace_error - says in @ret_error why attaching to @tid failed with @err (-errno), and the way out. Returns
 * @err.
 */
int engine_ptrace_error(pid_t tid, int err, char *ret_error, size_t error_size);

#endif
