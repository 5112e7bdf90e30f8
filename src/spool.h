/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The spool between the reader, which only drains a ring, and the formatter, which may be slow: an unbounded queue of
 * records from one thread to another, without a lock.
 */
#ifndef FAULTLESS_SPOOL_H
#define FAULTLESS_SPOOL_H

#include <stddef.h>
#include <stdint.h>

struct record;
struct spool;

/* spool_new - NULL: out of memory. */
struct spool *spool_new(void);
void spool_free(struct spool *spool);

/*
 * spool_put - appends a copy of @record. Called by the reader only. Returns 0; or, and then the record is not in the
 * spool, -ENOMEM, or -EBADMSG if its size is not @len, a multiple of 8.
 */
int spool_put(struct spool *spool, const struct record *record, size_t len);

/*
 * spool_peek - the oldest record, or NULL. It stays until spool_drop. Called by the formatter only.
 */
const struct record *spool_peek(struct spool *spool);

/* spool_drop - forgets the record that spool_peek last gave. Called by the formatter only. */
void spool_drop(struct spool *spool);

#endif
