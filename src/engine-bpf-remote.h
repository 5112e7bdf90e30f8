/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Fault site `remote`, for kernels where no probe can take a page fault: what was not resident at the exit
 * either is fetched from outside, through process_vm_readv, which faults it in. Threads of its own do
 * this, so that neither the reader nor merge.c waits for a page. For engine-bpf.c.
 */
#ifndef FAULTLESS_ENGINE_BPF_REMOTE_H
#define FAULTLESS_ENGINE_BPF_REMOTE_H

#include <stdbool.h>
#include "plan.h"
#include "record.h"

struct engine_bpf_remote;

/* Drains the ring of @cpu, as the reader does, and so calls engine_bpf_remote_fetch. From any thread. */
typedef void engine_bpf_drain(void *context, unsigned cpu);

/*
 * engine_bpf_remote_new - @plans are borrowed until engine_bpf_remote_free; @rings: the file descriptors of
 * the @ncpus rings; @context is passed to @drain. Returns 0 or -errno.
 */
int engine_bpf_remote_new(const struct plan_set *plans, const int *rings, unsigned ncpus,
	engine_bpf_drain *drain, void *context, struct engine_bpf_remote **ret_remote);
void engine_bpf_remote_free(struct engine_bpf_remote *remote);

/*
 * engine_bpf_remote_watch - for the site `remote`: from now on a thread on each CPU waits for records there that
 * lack data, and fetches them at once. Without it, fetching begins when the reader has found the record.
 */
void engine_bpf_remote_watch(struct engine_bpf_remote *remote);

/*
 * engine_bpf_remote_fetch - begins to fetch what is missing of @record, which has RECORD_PENDING set
 * (borrowed during the call). Called by the reader. Returns 0 or -ENOMEM.
 */
int engine_bpf_remote_fetch(struct engine_bpf_remote *remote, const struct record *record);

/*
 * engine_bpf_remote_take - the record for which engine_bpf_remote_fetch was called with @record,
 * with what was missing; the caller frees it. Data that could not be fetched are counted in its call.lost: the task
 * is gone or has another image by now, the page took more than five seconds to come, or the caller gives up @at_once.
 * Returns 1, 0: not yet, or -ENOMEM.
 */
int engine_bpf_remote_take(struct engine_bpf_remote *remote, const struct record *record,
	bool at_once, struct record **ret_record);

#endif
