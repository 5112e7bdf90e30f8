/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Fault site `remote`, for kernels where no probe can take a page fault: what was cold at the exit
 * too is fetched from outside, through process_vm_readv, which faults it in. Called by the reader
 * of engine-bpf.c.
 */
#ifndef FAULTLESS_ENGINE_BPF_REMOTE_H
#define FAULTLESS_ENGINE_BPF_REMOTE_H

#include "plan.h"
#include "record.h"

struct engine_bpf_remote;

/* engine_bpf_remote_new - @plans are borrowed. NULL: out of memory. */
struct engine_bpf_remote *engine_bpf_remote_new(const struct plan_set *plans);
void engine_bpf_remote_free(struct engine_bpf_remote *remote);

/*
 * engine_bpf_remote_complete - @record, which has RECORD_PENDING set, with what is missing fetched;
 * valid until the next call. What could not be fetched, because the task is gone or has another
 * memory by now, is in its call.lost. Returns 0 or -ENOMEM.
 */
int engine_bpf_remote_complete(struct engine_bpf_remote *remote, const struct record *record,
	const struct record **ret_record);

#endif
