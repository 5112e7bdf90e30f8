/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * From an engine's records to a sink: which task they belong to, which entry goes with which exit,
 * what has ended.
 */
#ifndef FAULTLESS_TRACE_H
#define FAULTLESS_TRACE_H

#include <stdbool.h>
#include "decode.h"
#include "engine.h"
#include "filter.h"
#include "filter-record.h"
#include "sink.h"

struct trace;

/* Data shown by trace_record, by where they came from (enum blob_origin). */
struct trace_counts {
	uint64_t calls;
	uint64_t data[ORIGIN_LOST + 1];
	uint64_t lost; /* data that were not read: shown as addresses, or known to be missing */
};

/*
 * trace_new - a trace that tells @sink of the calls whose outcome and duration @filter wants and whose files @files
 * wants (NULL: any); all borrowed. NULL: out of memory.
 */
struct trace *trace_new(const struct decode_config *config, const struct filter *filter,
	const struct filter_record *files, struct sink *sink);
void trace_free(struct trace *trace);

/*
 * trace_record - tells the sink of @record. Returns 0, -ENOMEM, or -EBADMSG if the record is not
 * well formed.
 */
int trace_record(struct trace *trace, const struct record *record);

/*
 * trace_overdue - shows where tasks hang whose arguments could not be read yet or whose call has only now lasted long
 * enough; to be called now and then. @idle: the engine had nothing to deliver for a while.
 */
void trace_overdue(struct trace *trace, bool idle);

/*
 * trace_end - tells the sink of the ends that were held for other threads' whose records are missing; and, if they were
 * @detached, of the tasks that live on untraced, and of the calls they are in.
 */
void trace_end(struct trace *trace, bool detached);

/* trace_counts - what was shown so far. */
const struct trace_counts *trace_counts(const struct trace *trace);

#endif
