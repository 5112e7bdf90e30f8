/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Which calls are shown because of the files that they use: -P, --trace-fds. Decided from a call's
 * record, so by what it held when it was made.
 */
#ifndef FAULTLESS_FILTER_RECORD_H
#define FAULTLESS_FILTER_RECORD_H

#include <stdbool.h>
#include "desc/desc.h"
#include "filter.h"
#include "plan.h"
#include "record.h"

struct filter_record {
	const struct filter_paths *paths; /* borrowed */
	const struct filter_fds *fds;
};

/* filter_record_asks - whether one of the two options was given: the others want all calls. */
bool filter_record_asks(const struct filter_record *filter);

/* filter_record_asks_fds - whether --trace-fds was given. */
bool filter_record_asks_fds(const struct filter_record *filter);

/*
 * filter_record_narrow - takes out of @calls those that cannot be wanted whatever their arguments, so that
 * engines need not tell of them.
 */
void filter_record_narrow(const struct filter_record *filter, struct filter_calls *calls);

/*
 * filter_record_fds - which argument registers of a call of this @form hold file descriptors that it uses, bit i for
 * register i, with PLAN_FD_SET if some lie in memory: of those that it waits for, and of 32-bit socketcall.
 */
unsigned filter_record_fds(const struct syscall_desc *form);

/* filter_record_paths - which hold addresses of the paths that it uses. */
unsigned filter_record_paths(const struct syscall_desc *form);

/*
 * filter_record_wants - whether the call of @record (RECORD_ENTER, or with the data of its entry)
 * names one of the paths or uses one of the file descriptors.
 */
bool filter_record_wants(const struct filter_record *filter, const struct record *record);

#endif
