/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Fault site `remote`, for kernels where no probe can take a page fault: what was cold at the exit
 * too is fetched from outside, through process_vm_readv, which faults it in. In threads of its own:
 * neither the reader nor the merge waits for a page. For engine-bpf.c and merge.c.
 */
#ifndef FAULTLESS_ENGINE_BPF_REMOTE_H
#define FAULTLESS_ENGINE_BPF_REMOTE_H

#include <stdbool.h>
#include "plan.h"
#include "record.h"

struct engine_bpf_remote;

/* Takes what is in a CPU's ring, as the reader does: calls engine_bpf_remote_fetch. In any thread. */
typedef void engine_bpf_drain(void *context, unsigned cpu);

/*
 * engine_bpf_remote_new - @plans are borrowed; @rings: file descriptors, for each CPU. Returns 0 or
 * -errno.
 */
int engine_bpf_remote_new(const struct plan_set *plans, const int *rings, unsigned ncpus,
	engine_bpf_drain *drain, void *context, struct engine_bpf_remote **ret_remote);
void engine_bpf_remote_free(struct engine_bpf_remote *remote);

/*
 * engine_bpf_remote_watch - for the site `remote`: from now on fetches, on the CPU where it was sent,
 * what a record lacks that wakes its ring. Otherwise only the reader has something fetched.
 */
void engine_bpf_remote_watch(struct engine_bpf_remote *remote);

/*
 * engine_bpf_remote_fetch - begins to fetch what is missing of @record, which has RECORD_PENDING set
 * (borrowed during the call). Called by the reader. Returns 0 or -ENOMEM.
 */
int engine_bpf_remote_fetch(struct engine_bpf_remote *remote, const struct record *record);

/*
 * engine_bpf_remote_take - the record for which engine_bpf_remote_fetch was called with @record,
 * with what was missing; the caller frees it. What could not be fetched, because the task is gone or
 * has another memory by now, or because it took more than some seconds, or is to be given up
 * @at_once, is in its call.lost. Returns 1, 0: not yet, or -ENOMEM.
 */
int engine_bpf_remote_take(struct engine_bpf_remote *remote, const struct record *record,
	bool at_once, struct record **ret_record);

#endif
