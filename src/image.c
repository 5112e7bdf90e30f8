// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * See image.h. Strings and facts are looked up in an index once a record has too many blobs to look through, for a
 * hostile argv, or array of file descriptors, may have a hundred thousand.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "image.h"

enum { NEAR_BLOBS = 64 }; /* looked at before the index is made */

static bool blob_is_of(const struct blob *blob, bool at_exit)
{
	return blob->origin == ORIGIN_FAULT || blob->origin == ORIGIN_LOST ||
	       (blob->origin == ORIGIN_EXIT) == at_exit;
}

/* What is asked of a blob: the @len bytes at @addr or, with @string, the string that begins there. */
struct want {
	uint64_t addr;
	size_t len;
	bool string;
	bool at_exit;
	bool moved; /* only what stands for other bytes */
};

/* *ret_fault: a read there failed because the program could not have read it either. */
static bool blob_fits(const struct blob *blob, const struct want *want, bool *ret_fault)
{
	uint64_t skip = want->addr - blob->addr;

	if (blob->flags & BLOB_FACT || !blob_is_of(blob, want->at_exit) ||
		!!(blob->flags & BLOB_STRING) != want->string ||
		(want->moved && !(blob->flags & BLOB_MOVED)))
		return false;
	if (blob->origin >= ORIGIN_FAULT) {
		*ret_fault |= blob->origin == ORIGIN_FAULT &&
			      blob->addr - want->addr < (want->len ? want->len : 1);
		return false;
	}
	if (want->string)
		return !skip && blob->flags & (BLOB_NUL | BLOB_CUT);
	return skip <= blob->len && blob->len - skip >= want->len;
}

static uint32_t *index_slot(struct image *image, uint64_t addr)
{
	return &image->slots[(addr * 0x9e3779b97f4a7c15ULL >> 32) & (image->size - 1)];
}

static uint32_t *index_next(struct image *image, uint32_t *slot)
{
	return ++slot == image->slots + image->size ? image->slots : slot;
}

static bool is_indexed(const struct blob *blob)
{
	return blob->flags & (BLOB_STRING | BLOB_FACT);
}

/* Whether @blob is found wherever @later would be; then @later, one of many alike, is not kept. */
static bool stands_for(const struct blob *blob, const struct blob *later)
{
	return blob->addr == later->addr && blob->flags == later->flags &&
	       blob->origin == later->origin &&
	       (!(blob->flags & BLOB_FACT) || blob->op == later->op);
}

static const struct blob *indexed(const struct image *image, const uint32_t *slot)
{
	return (const struct blob *)((const char *)image->record + 8ULL * *slot);
}

/* Puts all strings and facts of the record into the index. Without memory for it there is none. */
static void make_index(struct image *image)
{
	const struct blob *blob;
	uint32_t n = 0, size = 256;

	for (blob = record_first_blob(image->record); blob;
		blob = record_next_blob(image->record, blob))
		n += is_indexed(blob);
	while (size < 2 * n)
		size *= 2;
	if (size > image->room) {
		free(image->slots);
		image->slots = malloc(size * sizeof(*image->slots));
		image->room = image->slots ? size : 0;
	}
	image->size = image->room ? size : 0;
	if (!image->size)
		return;
	memset(image->slots, 0, size * sizeof(*image->slots));
	for (blob = record_first_blob(image->record); blob;
		blob = record_next_blob(image->record, blob)) {
		uint32_t *slot = index_slot(image, blob->addr);

		if (!is_indexed(blob))
			continue;
		while (*slot && !stands_for(indexed(image, slot), blob))
			slot = index_next(image, slot);
		if (*slot)
			continue;
		*slot = ((const char *)blob - (const char *)image->record) /
			8; /* never 0: the head is before it */
	}
}

static const struct blob *find_indexed(
	struct image *image, const struct want *want, bool *ret_fault)
{
	for (uint32_t *slot = index_slot(image, want->addr); *slot;
		slot = index_next(image, slot)) {
		const struct blob *blob = indexed(image, slot);

		if (blob->addr == want->addr && blob_fits(blob, want, ret_fault))
			return image->cursor = blob;
	}
	return NULL;
}

/* The blob that fits. The next is mostly behind the last; a string that is not near is looked up in the index. */
static const struct blob *find_blob(struct image *image, const struct want *want, bool *ret_fault)
{
	const struct blob *first = record_first_blob(image->record);
	const struct blob *blob = image->cursor ? image->cursor : first;
	const struct blob *begin = blob;
	unsigned looked = 0;

	if (!blob)
		return NULL;
	do {
		if (blob_fits(blob, want, ret_fault))
			return image->cursor = blob;
		if (want->string && ++looked == NEAR_BLOBS) {
			if (!image->size)
				make_index(image);
			if (image->size)
				return find_indexed(image, want, ret_fault);
		}
		blob = record_next_blob(image->record, blob);
		if (!blob)
			blob = first;
	} while (blob != begin);
	return NULL;
}

void image_begin(struct image *image, const struct record *record)
{
	const struct blob *blob;

	image->record = record;
	image->cursor = NULL;
	image->size = 0;
	image->moved = false;
	for (blob = record_first_blob(record); blob && !image->moved;
		blob = record_next_blob(record, blob))
		image->moved = blob->flags & BLOB_MOVED;
}

void image_done(struct image *image)
{
	free(image->slots);
}

int image_memory(struct image *image, uint64_t addr, size_t len, bool at_exit,
	const unsigned char **ret_bytes)
{
	struct want want = {.addr = addr, .len = len, .at_exit = at_exit, .moved = image->moved};
	const struct blob *blob;

	image->fault = false;
	blob = find_blob(image, &want, &image->fault);
	if (!blob && image->moved) {
		want.moved = false;
		blob = find_blob(image, &want, &image->fault);
	}
	if (!blob)
		return image->fault ? -EFAULT : -ENODATA;
	*ret_bytes = (const unsigned char *)(blob + 1) + (addr - blob->addr);
	return 0;
}

const struct blob *image_string(struct image *image, uint64_t addr, bool at_exit)
{
	const struct want want = {.addr = addr, .string = true, .at_exit = at_exit};

	image->fault = false;
	return find_blob(image, &want, &image->fault);
}

static bool fact_fits(const struct blob *blob, enum fact fact, uint32_t subject, bool at_exit)
{
	return blob->flags & BLOB_FACT && blob->op == fact && blob->addr == subject &&
	       (blob->origin == ORIGIN_EXIT) == at_exit;
}

static const struct blob *find_indexed_fact(
	struct image *image, enum fact fact, uint32_t subject, bool at_exit)
{
	for (uint32_t *slot = index_slot(image, subject); *slot; slot = index_next(image, slot)) {
		const struct blob *blob = indexed(image, slot);

		if (fact_fits(blob, fact, subject, at_exit))
			return blob;
	}
	return NULL;
}

const struct blob *image_fact(struct image *image, enum fact fact, uint32_t subject, bool at_exit)
{
	unsigned looked = 0;

	for (const struct blob *blob = record_first_blob(image->record); blob;
		blob = record_next_blob(image->record, blob)) {
		if (fact_fits(blob, fact, subject, at_exit))
			return blob;
		if (++looked != NEAR_BLOBS)
			continue;
		if (!image->size)
			make_index(image);
		if (image->size)
			return find_indexed_fact(image, fact, subject, at_exit);
	}
	return NULL;
}
