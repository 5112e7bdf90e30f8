// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * See merge.h. A record whose number is ahead of its task's next one waits in the task's list: the one before it may
 * have been stamped earlier but committed later, by a (virtual) CPU that was stopped in between. Only after PATIENCE_NS
 * is that one taken for lost.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "merge.h"
#include "record.h"

#define PATIENCE_NS 1000000000ULL

enum { BUCKETS = 1024 }; /* of the hash table of streams */

struct held {
	struct held *next;
	struct record record;
};

/* The records of one task. */
struct stream {
	uint32_t tid;
	uint64_t expected;   /* number of the task's next record */
	uint64_t since;	     /* when it took the id over from its leader, or 0 */
	struct held *held;   /* by number */
	struct held *last;   /* of held, if there is one */
	bool over;	     /* nobody waits for what is missing before `held` */
	unsigned char *part; /* fragments so far: one record of a call without its last fragment */
	size_t part_len, part_size;
	struct stream *next; /* in its hash chain */
};

struct merge {
	struct spool *const *spools;
	unsigned nspools;
	struct stream *buckets[BUCKETS];
	struct held *given;    /* records that had waited, freed at the next call */
	struct spool *to_drop; /* whose head was given */
	unsigned char *whole;  /* a record joined from fragments */
	size_t whole_size;
	struct {
		struct record record;
		struct task_event event;
	} lost;
	unsigned nheld;
	merge_take *take; /* NULL: no record is pending */
	void *take_context;
	uint64_t gaps;
};

struct merge *merge_new(struct spool *const *spools, unsigned n)
{
	struct merge *merge = calloc(1, sizeof(*merge));

	if (merge) {
		merge->spools = spools;
		merge->nspools = n;
	}
	return merge;
}

static void free_list(struct held *held)
{
	while (held) {
		struct held *next = held->next;

		free(held);
		held = next;
	}
}

static void stream_free(struct merge *merge, struct stream *stream)
{
	for (struct held *held = stream->held; held; held = held->next)
		merge->nheld--;
	free_list(stream->held);
	free(stream->part);
	free(stream);
}

void merge_free(struct merge *merge)
{
	if (!merge)
		return;
	for (unsigned i = 0; i < BUCKETS; i++) {
		while (merge->buckets[i]) {
			struct stream *stream = merge->buckets[i];

			merge->buckets[i] = stream->next;
			stream_free(merge, stream);
		}
	}
	free_list(merge->given);
	free(merge->whole);
	free(merge);
}

uint64_t merge_gaps(const struct merge *merge)
{
	return merge->gaps;
}

static struct stream **stream_slot(struct merge *merge, uint32_t tid)
{
	struct stream **slot = &merge->buckets[tid % BUCKETS];

	while (*slot && (*slot)->tid != tid)
		slot = &(*slot)->next;
	return slot;
}

static struct stream *stream_get(struct merge *merge, uint32_t tid)
{
	struct stream **slot = stream_slot(merge, tid);

	if (!*slot) {
		*slot = calloc(1, sizeof(**slot));
		if (*slot) {
			(*slot)->tid = tid;
			(*slot)->expected = 1;
		}
	}
	return *slot;
}

static void stream_remove(struct merge *merge, uint32_t tid)
{
	struct stream **slot = stream_slot(merge, tid), *stream = *slot;

	if (stream) {
		*slot = stream->next;
		stream_free(merge, stream);
	}
}

/* An exec by a thread that was not the leader: from now on it has the leader's id, and goes on with its own numbers. */
static void stream_rename(struct merge *merge, uint32_t from, uint32_t to)
{
	struct stream **slot = stream_slot(merge, from), *stream = *slot;

	if (stream)
		*slot = stream->next;
	stream_remove(merge, to);
	if (!stream)
		return;
	stream->tid = to;
	stream->next = merge->buckets[to % BUCKETS];
	merge->buckets[to % BUCKETS] = stream;
}

static int grow(unsigned char **buf, size_t *size, size_t wanted)
{
	unsigned char *grown;

	if (wanted <= *size)
		return 0;
	if (wanted > UINT32_MAX) /* more than a record's size can say */
		return -ENOMEM;
	wanted += wanted / 2;
	grown = realloc(*buf, wanted);
	if (!grown)
		return -ENOMEM;
	*buf = grown;
	*size = wanted;
	return 0;
}

static int hold(struct merge *merge, struct stream *stream, const struct record *record)
{
	bool behind = stream->held && stream->last->record.seq < record->seq;
	struct held **at = behind ? &stream->last->next : &stream->held;
	struct held *held = malloc(sizeof(*held) + record->size);

	if (!held)
		return -ENOMEM;
	memcpy(&held->record, record, record->size);
	while (*at && (*at)->record.seq < record->seq)
		at = &(*at)->next;
	held->next = *at;
	*at = held;
	if (!held->next)
		stream->last = held;
	merge->nheld++;
	return 0;
}

/* Keeps a fragment. Its blobs go behind those before it; the head of the last fragment will count. */
static int keep_part(struct stream *stream, const struct record *record)
{
	size_t head = sizeof(*record) + record_body_size(record->type);
	size_t from = stream->part_len ? head : 0;
	int err = grow(&stream->part, &stream->part_size, stream->part_len + record->size);

	if (err)
		return err;
	memcpy(stream->part + stream->part_len, (const unsigned char *)record + from,
		record->size - from);
	stream->part_len += record->size - from;
	return 0;
}

/* The whole record whose last fragment is @record. */
static int join_parts(struct merge *merge, struct stream *stream, const struct record *record,
	const struct record **ret_record)
{
	size_t head = sizeof(*record) + record_body_size(record->type);
	struct record *whole;
	int err;

	err = grow(&merge->whole, &merge->whole_size, stream->part_len + record->size);
	if (err)
		return err;
	whole = (struct record *)merge->whole;
	memcpy(whole, record, head);
	if (stream->part_len) {
		memcpy(merge->whole + head, stream->part + head, stream->part_len - head);
		memcpy(merge->whole + stream->part_len, (const unsigned char *)record + head,
			record->size - head);
		whole->size = stream->part_len + record->size - head;
		stream->part_len = 0;
	} else {
		memcpy(merge->whole + head, (const unsigned char *)record + head,
			record->size - head);
	}
	record_join_blobs(whole);
	*ret_record = whole;
	return 0;
}

static bool needs_joining(const struct record *record)
{
	for (const struct blob *b = record_first_blob(record); b; b = record_next_blob(record, b))
		if (b->flags & BLOB_CONTINUED)
			return true;
	return false;
}

/*
 * Gives @record, which is its task's next one or comes too late. Returns 1 with a whole record, 0 if there is none yet,
 * or -errno. May free @stream.
 */
static int give(struct merge *merge, struct stream *stream, const struct record *record,
	const struct record **ret_record)
{
	int err;

	if (record->seq == 1)
		stream->part_len = 0; /* another task has got the number */
	if (record->type == RECORD_LOST) {
		merge->gaps += record->seq > stream->expected ? record->seq - stream->expected : 0;
		stream->part_len = 0;
	}
	if (record->seq == 1 || record->seq >= stream->expected)
		stream->expected = record->seq + 1;
	if (record_body_size(record->type) != sizeof(struct call)) {
		/*
		 * An event within a call (an exec) passes by the call's fragments. An end that is older than what
		 * there is was another task's, of the same id.
		 */
		if (record->type == RECORD_TASK_EXIT && !stream->held &&
			stream->expected == record->seq + 1)
			stream_remove(merge, stream->tid);
		*ret_record = record;
		return 1;
	}
	if (record->flags & RECORD_MORE)
		return keep_part(stream, record);
	if (stream->part_len || needs_joining(record)) {
		err = join_parts(merge, stream, record, ret_record);
		return err ? err : 1;
	}
	*ret_record = record;
	return 1;
}

/* The probe says itself that it lost what is missing before @record: there is nothing to wait for. */
static bool explains_gap(const struct stream *stream, const struct record *record)
{
	return record->type == RECORD_LOST &&
	       ((const struct task_event *)(record + 1))->value >= record->seq - stream->expected;
}

static int lost_record(struct merge *merge, const struct record *before, uint64_t n,
	const struct record **ret_record)
{
	merge->gaps += n;
	merge->lost.record = *before;
	merge->lost.record.size = sizeof(merge->lost);
	merge->lost.record.type = RECORD_LOST;
	merge->lost.record.flags = 0;
	merge->lost.event.value = n;
	merge->lost.event.other = 0;
	*ret_record = &merge->lost.record;
	return 1;
}

void merge_set_take(struct merge *merge, merge_take *take, void *context)
{
	merge->take = take;
	merge->take_context = context;
}

static bool is_pending(const struct stream *stream)
{
	return stream->held && stream->held->record.flags & RECORD_PENDING;
}

bool merge_waits(const struct merge *merge)
{
	for (unsigned i = 0; merge->nheld && i < BUCKETS; i++)
		for (struct stream *s = merge->buckets[i]; s; s = s->next)
			if (is_pending(s))
				return true;
	return false;
}

/* Puts the whole record in the place of a pending one. Returns 1, 0: not yet, or -errno. */
static int complete(struct merge *merge, struct stream *stream)
{
	struct held *pending = stream->held, *held;
	struct record *whole;
	int got = merge->take(merge->take_context, &pending->record, stream->over, &whole);

	if (got <= 0)
		return got;
	held = malloc(sizeof(*held) + whole->size);
	if (held) {
		memcpy(&held->record, whole, whole->size);
		held->next = pending->next;
		stream->held = held;
		if (stream->last == pending)
			stream->last = held;
		free(pending);
	}
	free(whole);
	return held ? 1 : -ENOMEM;
}

/*
 * The next record of one task that waited and whose turn has come, or for whose predecessors nobody waits any longer.
 */
static int take_from(struct merge *merge, struct stream *stream, uint64_t complete_until,
	const struct record **ret_record)
{
	struct held *held;
	int got = 0;

	while (!got && (held = stream->held)) {
		uint64_t missing = held->record.seq > stream->expected
					   ? held->record.seq - stream->expected
					   : 0;

		if (missing && !explains_gap(stream, &held->record)) {
			if (!stream->over && complete_until != UINT64_MAX &&
				held->record.time + PATIENCE_NS > complete_until)
				return 0;
			stream->expected = held->record.seq;
			stream->part_len = 0;
			return lost_record(merge, &held->record, missing, ret_record);
		}
		if (is_pending(stream)) {
			got = complete(merge, stream);
			if (got <= 0)
				return got;
			held = stream->held;
		}
		stream->held = held->next;
		merge->nheld--;
		held->next = merge->given;
		merge->given = held;
		got = give(merge, stream, &held->record, ret_record);
	}
	return got;
}

static int take_held(struct merge *merge, uint64_t complete_until, const struct record **ret_record)
{
	int got = 0;

	for (unsigned i = 0; merge->nheld && i < BUCKETS; i++)
		for (struct stream *s = merge->buckets[i], *next; s && !got; s = next) {
			next = s->next;
			got = take_from(merge, s, complete_until, ret_record);
		}
	return got;
}

/* Whether @record is the exec of a thread that takes the id of its leader. */
static bool takes_over(const struct record *record)
{
	return record->type == RECORD_EXEC &&
	       ((const struct task_event *)(record + 1))->value != record->tid;
}

/*
 * Whether the exec @record comes after records that have not been seen: of the thread, or the end of the leader. Where
 * the clock only goes by ticks they may have the same time.
 */
static bool comes_too_early(struct merge *merge, const struct record *record)
{
	const struct stream *thread, *leader;
	uint64_t seen = 0;

	if (!takes_over(record))
		return false;
	thread = *stream_slot(merge, ((const struct task_event *)(record + 1))->value);
	leader = *stream_slot(merge, record->tid);
	if (thread)
		seen = thread->held ? thread->last->record.seq : thread->expected - 1;
	return seen + 1 < record->seq ||
	       (leader && !(leader->held && leader->last->record.type == RECORD_TASK_EXIT));
}

static struct spool *oldest(
	struct merge *merge, uint64_t complete_until, const struct record **ret_record)
{
	struct spool *found = NULL;

	for (unsigned i = 0; i < merge->nspools; i++) {
		const struct record *record = spool_peek(merge->spools[i]);

		if (!record || (complete_until != UINT64_MAX && record->time > complete_until))
			continue;
		if (!found || record->time < (*ret_record)->time ||
			(record->time == (*ret_record)->time &&
				comes_too_early(merge, *ret_record))) {
			found = merge->spools[i];
			*ret_record = record;
		}
	}
	return found;
}

static int spools_error(const struct merge *merge)
{
	int err = 0;

	for (unsigned i = 0; !err && i < merge->nspools; i++)
		err = spool_error(merge->spools[i]);
	return err;
}

int merge_next(struct merge *merge, uint64_t complete_until, const struct record **ret_record)
{
	const struct record *record = NULL;
	struct stream *stream;
	struct spool *spool;
	int got;

	if (merge->to_drop)
		spool_drop(merge->to_drop);
	merge->to_drop = NULL;
	free_list(merge->given);
	merge->given = NULL;
	for (;;) {
		spool = oldest(merge, complete_until, &record);
		/* What is missing before a record that waits may stand in a spool. */
		got = take_held(merge, spool ? record->time : complete_until, ret_record);
		if (got)
			return got;
		if (!spool)
			return spools_error(merge);
		merge->to_drop = spool;
		if (!record_check(record, record->size))
			return -EBADMSG;
		if (record->flags & RECORD_PENDING && !merge->take)
			return -EBADMSG;
		if (!record->seq && !(record->flags & RECORD_PENDING)) {
			*ret_record = record;
			return 1;
		}
		if (takes_over(record)) {
			stream = *stream_slot(merge, record->tid);
			if (stream && stream->held) {
				/* First what there is of the leader; then this record is looked at again. */
				merge->to_drop = NULL;
				stream->over = true;
				continue;
			}
			stream_rename(merge, ((const struct task_event *)(record + 1))->value,
				record->tid);
		}
		stream = stream_get(merge, record->tid);
		if (!stream)
			return -ENOMEM;
		if (takes_over(record))
			stream->since = record->time;
		if (record->type == RECORD_TASK_EXIT && record->time < stream->since) {
			/* The leader's end. It comes too late where the processor that sent it had to stop. */
			*ret_record = record;
			return 1;
		}
		if (record->flags & RECORD_PENDING || is_pending(stream) ||
			(record->seq > stream->expected && !explains_gap(stream, record))) {
			got = hold(merge, stream, record);
		} else {
			got = give(merge, stream, record, ret_record);
			if (got > 0)
				return 1;
		}
		spool_drop(spool);
		merge->to_drop = NULL;
		if (got < 0)
			return got;
	}
}
