/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The spool: records on their way from the reader, which must never wait, to the formatter, which
 * may be slow. A queue of whole records, one writer and one reader, without locks but when a chunk
 * of them is full or used up. All spools of an engine share a store: memory up to a limit, then a
 * file.
 */
#ifndef FAULTLESS_SPOOL_H
#define FAULTLESS_SPOOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct record;
struct spool;
struct spool_store;

enum { SPOOL_CHUNK = 1 << 20 }; /* bytes; what memory is counted in */

/*
 * spool_store_new - room for records: @memory bytes and, when these are used up, with @file an unlinked file
 * in $TMPDIR or /var/tmp, as long as a tenth of that file system stays free. NULL: out of
 * memory. The spools must be freed before it.
 */
struct spool_store *spool_store_new(size_t memory, bool file);
void spool_store_free(struct spool_store *store);

/* spool_store_used - bytes of memory in use. Any thread. */
size_t spool_store_used(const struct spool_store *store);

/* spool_store_filed - bytes that went through the file so far. Any thread. */
uint64_t spool_store_filed(const struct spool_store *store);

/* spool_new - @store is borrowed; NULL: no limit, no file. Returns NULL if out of memory. */
struct spool *spool_new(struct spool_store *store);
void spool_free(struct spool *spool);

/*
 * spool_put - appends a copy of the @len bytes of @record. Called by the reader only. Returns 0; or,
 * and then the record is not in the spool, -ENOBUFS (no room now; two chunks each spool always has),
 * -ENOMEM, or -EBADMSG if its size is not @len, a multiple of 8.
 */
int spool_put(struct spool *spool, const struct record *record, size_t len);

/*
 * spool_peek - the oldest record, or NULL: none is there, or spool_error says why it cannot be had.
 * It stays until spool_drop. Called by the formatter only.
 */
const struct record *spool_peek(struct spool *spool);

/* spool_error - 0, or -errno: what is in the file cannot be read back. Called by the formatter only. */
int spool_error(const struct spool *spool);

/* spool_drop - forgets the record that spool_peek last gave. Called by the formatter only. */
void spool_drop(struct spool *spool);

#endif
