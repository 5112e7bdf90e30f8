/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * From spools of raw records, one a CPU, to the one stream that the decoder gets: fragments joined, records of one
 * task in order of their numbers, tasks merged by time. Finds by the numbers what is missing.
 */
#ifndef FAULTLESS_MERGE_H
#define FAULTLESS_MERGE_H

#include <stdbool.h>
#include <stdint.h>
#include "spool.h"

struct merge;

/* merge_new - merges @n spools (borrowed). NULL: out of memory. */
struct merge *merge_new(struct spool *const *spools, unsigned n);
void merge_free(struct merge *merge);

/*
 * A record with RECORD_PENDING set holds up its task, and no other, until this gives the whole one, which merge frees.
 * Returns 1; 0: not yet, which is no answer to @at_once; or -errno.
 */
typedef int merge_take(
	void *context, const struct record *pending, bool at_once, struct record **ret_record);

/* merge_set_take - @take and its @context for pending records; without it they are taken for not well formed. */
void merge_set_take(struct merge *merge, merge_take *take, void *context);

/* merge_waits - whether a task is held up by a pending record. */
bool merge_waits(const struct merge *merge);

/*
 * merge_next - the next record, valid until the next call. @complete_until: every record made before that time (ns,
 * CLOCK_MONOTONIC) is in the spools; UINT64_MAX: all that will ever come. Returns 1, 0 (none that can be given
 * yet), or -ENOMEM, -EBADMSG for a record that is not well formed (it is dropped), or what spool_error says.
 */
int merge_next(struct merge *merge, uint64_t complete_until, const struct record **ret_record);

/* merge_gaps - records found missing so far. */
uint64_t merge_gaps(const struct merge *merge);

#endif
