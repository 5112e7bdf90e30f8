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

/* engine_bpf_remote_new - @plans are borrowed. NULL: out of memory. */
struct engine_bpf_remote *engine_bpf_remote_new(const struct plan_set *plans);
void engine_bpf_remote_free(struct engine_bpf_remote *remote);

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
