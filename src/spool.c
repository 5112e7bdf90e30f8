/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A chain of chunks; see spool.h. The reader publishes with `used`, which the formatter reads first; a chunk is left
 * when it is used up and has a successor.
 */
#include <errno.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include "record.h"
#include "spool.h"

enum { CHUNK_SIZE = 1 << 20 };

struct chunk {
	_Atomic(struct chunk *) next;
	atomic_size_t used;
	size_t size;
	unsigned char bytes[];
};

struct spool {
	struct chunk *head; /* the formatter's */
	size_t head_at;
	struct chunk *tail; /* the reader's */
};

static struct chunk *chunk_new(size_t size)
{
	struct chunk *chunk = malloc(sizeof(*chunk) + size);

	if (chunk) {
		atomic_init(&chunk->next, NULL);
		atomic_init(&chunk->used, 0);
		chunk->size = size;
	}
	return chunk;
}

struct spool *spool_new(void)
{
	struct spool *spool = calloc(1, sizeof(*spool));

	if (!spool)
		return NULL;
	spool->head = spool->tail = chunk_new(CHUNK_SIZE);
	if (!spool->head) {
		free(spool);
		return NULL;
	}
	return spool;
}

void spool_free(struct spool *spool)
{
	struct chunk *chunk, *next;

	if (!spool)
		return;
	for (chunk = spool->head; chunk; chunk = next) {
		next = atomic_load(&chunk->next);
		free(chunk);
	}
	free(spool);
}

int spool_put(struct spool *spool, const struct record *record, size_t len)
{
	struct chunk *tail = spool->tail;
	size_t used = atomic_load_explicit(&tail->used, memory_order_relaxed);

	if (len < sizeof(*record) || len % 8 || record->size != len)
		return -EBADMSG;
	if (tail->size - used < len) {
		struct chunk *next = chunk_new(len > CHUNK_SIZE ? len : CHUNK_SIZE);

		if (!next)
			return -ENOMEM;
		atomic_store_explicit(&tail->next, next, memory_order_release);
		spool->tail = tail = next;
		used = 0;
	}
	memcpy(tail->bytes + used, record, len);
	atomic_store_explicit(&tail->used, used + len, memory_order_release);
	return 0;
}

const struct record *spool_peek(struct spool *spool)
{
	for (;;) {
		struct chunk *head = spool->head;
		struct chunk *next = atomic_load_explicit(&head->next, memory_order_acquire);

		/* `next` was read before `used`: with a successor, `used` is final. */
		if (spool->head_at < atomic_load_explicit(&head->used, memory_order_acquire))
			return (const struct record *)(head->bytes + spool->head_at);
		if (!next)
			return NULL;
		spool->head = next;
		spool->head_at = 0;
		free(head);
	}
}

void spool_drop(struct spool *spool)
{
	const struct record *record = (const struct record *)(spool->head->bytes + spool->head_at);

	spool->head_at += record->size;
}
