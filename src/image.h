/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The blobs of one record as a sparse image of the tracee's memory: ask for an address and find the bytes that were
 * read there, or do not find them. Also the facts that the record tells. For decode.c.
 */
#ifndef FAULTLESS_IMAGE_H
#define FAULTLESS_IMAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "record.h"

struct image {
	const struct record *record;
	const struct blob *cursor; /* where the last blob was found: the next is mostly behind it */
	/*
	 * Strings and facts by their address: offsets in the record, in units of 8; 0: free. Kept from record to
	 * record.
	 */
	uint32_t *slots;
	uint32_t size; /* slots in use, a power of two; 0: not made for this record */
	uint32_t room; /* slots that there is memory for */
	bool fault; /* what the last search did not find, the program could not have read either */
	bool moved; /* the record has bytes that stand for others (BLOB_MOVED) */
};

/* image_begin - from now on @record, which is well formed and borrowed. An image begins as all zeros. */
void image_begin(struct image *image, const struct record *record);
void image_done(struct image *image);

/*
 * image_memory - the @len bytes at tracee address @addr as they were at entry or, @at_exit, at exit; valid as long as
 * the record. Returns 0; -EFAULT if the program could not have read them either; -ENODATA if they were not read.
 */
int image_memory(struct image *image, uint64_t addr, size_t len, bool at_exit,
	const unsigned char **ret_bytes);

/* image_string - the blob of the string that begins at @addr; NULL: it was not read. */
const struct blob *image_string(struct image *image, uint64_t addr, bool at_exit);

/* image_fact - the blob that tells @fact of @subject as it was at entry or, @at_exit, at exit; NULL: there is none. */
const struct blob *image_fact(struct image *image, enum fact fact, uint32_t subject, bool at_exit);

#endif
