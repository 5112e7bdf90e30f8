// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Bytes -> merge: a program of puts and takes with any numbers, times, fragments, ends and renames. What comes
 * out must be well formed, and no more than what went in.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "merge.h"
#include "record.h"

enum { SPOOLS = 3 };

struct step {
	uint8_t what; /* 0 to 2: put into this spool; else take */
	uint8_t type;
	uint8_t flags;
	uint8_t tid;
	uint8_t seq;
	uint8_t time;
	uint8_t blob; /* its length; 0: none */
	uint8_t blob_flags;
};

static void put(struct spool *spool, const struct step *s)
{
	_Alignas(8) unsigned char bytes[512] = {0};
	struct record *record = (struct record *)bytes;
	struct blob *blob;

	*record = (struct record){.type = s->type % (RECORD_TYPES + 1),
		.flags = s->flags & (RECORD_MORE | RECORD_COMPAT),
		.tid = s->tid % 4 * 1024,
		.seq = s->seq,
		.time = s->time * 100000000ULL};
	record->size = sizeof(*record) + record_body_size(record->type);
	if (record->type == RECORD_EXEC)
		((struct task_event *)(record + 1))->value = s->blob % 4 * 1024;
	if (s->blob) {
		blob = (struct blob *)(bytes + record->size);
		blob->addr = s->time;
		blob->len = s->blob;
		blob->op = s->seq & 1;
		blob->flags = s->blob_flags;
		record->size += sizeof(*blob) + RECORD_ALIGN(blob->len);
	}
	if (s->flags & 0x80)
		record->size += 8; /* what follows is no blob, or one of no length */
	if (spool_put(spool, record, record->size))
		abort();
}

static unsigned take(struct merge *merge, uint64_t until)
{
	const struct record *record;
	unsigned n = 0;
	int got;

	while ((got = merge_next(merge, until, &record))) {
		if (got < 0)
			continue;
		if (!record_check(record, record->size))
			abort();
		for (const struct blob *b = record_first_blob(record); b;
			b = record_next_blob(record, b))
			if (b->len && ((const unsigned char *)(b + 1))[b->len - 1])
				abort();
		if (record->type != RECORD_LOST)
			n++;
	}
	return n;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct spool *spools[SPOOLS];
	struct merge *merge;
	unsigned in = 0, out = 0;

	for (unsigned i = 0; i < SPOOLS; i++)
		spools[i] = spool_new(NULL);
	merge = merge_new(spools, SPOOLS);
	for (; size >= sizeof(struct step);
		size -= sizeof(struct step), data += sizeof(struct step)) {
		struct step s;

		memcpy(&s, data, sizeof(s));
		if (s.what % 4 < SPOOLS) {
			put(spools[s.what % 4], &s);
			in++;
		} else {
			out += take(merge, s.time * 100000000ULL);
		}
	}
	out += take(merge, UINT64_MAX);
	if (out > in)
		abort();
	merge_free(merge);
	for (unsigned i = 0; i < SPOOLS; i++)
		spool_free(spools[i]);
	return 0;
}
