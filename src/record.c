// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Walking records: see record.h for their form.
 */
#include <string.h>
#include "record.h"

size_t record_body_size(unsigned type)
{
	switch (type) {
	case RECORD_CALL:
	case RECORD_ENTER:
	case RECORD_EXIT:
		return sizeof(struct call);
	case RECORD_FORK:
	case RECORD_EXEC:
	case RECORD_TASK_EXIT:
	case RECORD_SIGNAL:
	case RECORD_STOP:
	case RECORD_ATTACH:
	case RECORD_LOST:
		return sizeof(struct task_event);
	}
	return 0;
}

bool record_check(const struct record *record, size_t len)
{
	size_t at, body;

	if (len < sizeof(*record) || record->size > len || record->size % 8)
		return false;
	body = record_body_size(record->type);
	at = sizeof(*record) + body;
	if (!body || at > record->size)
		return false;
	while (at < record->size) {
		const struct blob *blob = (const struct blob *)((const char *)record + at);

		if (record->size - at < sizeof(*blob))
			return false;
		at += sizeof(*blob);
		if (blob->len > record->size - at || RECORD_ALIGN(blob->len) > record->size - at)
			return false;
		at += RECORD_ALIGN(blob->len);
	}
	return true;
}

const struct blob *record_first_blob(const struct record *record)
{
	size_t at = sizeof(*record) + record_body_size(record->type);

	return at < record->size ? (const struct blob *)((const char *)record + at) : NULL;
}

const struct blob *record_next_blob(const struct record *record, const struct blob *blob)
{
	const char *next = (const char *)(blob + 1) + RECORD_ALIGN(blob->len);

	return next < (const char *)record + record->size ? (const struct blob *)next : NULL;
}

void record_join_blobs(struct record *record)
{
	const struct blob *from = record_first_blob(record);
	struct blob *to = NULL;
	char *end = (char *)from;

	while (from) {
		const struct blob *next = record_next_blob(record, from);
		size_t size = sizeof(*from) + RECORD_ALIGN(from->len);
		bool continues = from->flags & BLOB_CONTINUED;

		if (continues && to && to->op == from->op && to->addr + to->len == from->addr) {
			__u32 len = from->len;
			__u16 flags = from->flags;

			memmove((char *)(to + 1) + to->len, from + 1, len);
			to->len += len;
			to->flags |= flags & (BLOB_NUL | BLOB_CUT);
			memset((char *)(to + 1) + to->len, 0, RECORD_ALIGN(to->len) - to->len);
			end = (char *)(to + 1) + RECORD_ALIGN(to->len);
		} else {
			memmove(end, from, size);
			to = (struct blob *)end;
			to->flags &= ~BLOB_CONTINUED;
			end += size;
		}
		from = next;
	}
	if (end)
		record->size = end - (char *)record;
}
