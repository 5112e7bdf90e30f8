// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * The spool: what is put comes out, in order and whole, also between two threads and through many
 * chunks.
 */
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "record.h"
#include "spool.h"

enum { MANY = 2000000, LARGE = 3 << 20 };

static void what_is_put_comes_out(void **state)
{
	struct spool *spool = spool_new(NULL);
	struct record record = {.size = sizeof(record)};

	(void)state;
	assert_null(spool_peek(spool));
	for (record.seq = 1; record.seq <= 3; record.seq++)
		assert_int_equal(spool_put(spool, &record, record.size), 0);
	for (uint64_t seq = 1; seq <= 3; seq++) {
		assert_int_equal(spool_peek(spool)->seq, seq);
		assert_int_equal(spool_peek(spool)->seq, seq); /* it stays until it is dropped */
		spool_drop(spool);
	}
	assert_null(spool_peek(spool));
	assert_int_equal(spool_put(spool, &record, record.size), 0);
	assert_int_equal(spool_peek(spool)->seq, 4);
	spool_free(spool);
	spool_free(NULL);
}

static void a_size_that_lies_is_refused(void **state)
{
	struct spool *spool = spool_new(NULL);
	struct record records[2] = {{.size = sizeof(*records)}};

	(void)state;
	assert_int_equal(spool_put(spool, records, sizeof(*records) - 8), -EBADMSG);
	assert_int_equal(spool_put(spool, records, sizeof(*records) + 8), -EBADMSG);
	records->size = 0;
	assert_int_equal(spool_put(spool, records, 0), -EBADMSG);
	records->size = sizeof(*records) + 4;
	assert_int_equal(spool_put(spool, records, sizeof(*records) + 4), -EBADMSG);
	assert_null(spool_peek(spool));
	spool_free(spool);
}

/* Records larger than a chunk, between small ones. */
static void any_size_fits(void **state)
{
	struct spool *spool = spool_new(NULL);
	struct record *record = calloc(1, LARGE);
	unsigned char *bytes = (unsigned char *)record;

	(void)state;
	for (unsigned i = 0; i < 8; i++) {
		record->size = i % 2 ? LARGE : sizeof(*record);
		record->seq = i;
		memset(record + 1, i, record->size - sizeof(*record));
		assert_int_equal(spool_put(spool, record, record->size), 0);
	}
	for (unsigned i = 0; i < 8; i++) {
		const struct record *got = spool_peek(spool);

		record->size = i % 2 ? LARGE : sizeof(*record);
		record->seq = i;
		memset(record + 1, i, record->size - sizeof(*record));
		assert_memory_equal(got, bytes, record->size);
		spool_drop(spool);
	}
	assert_null(spool_peek(spool));
	free(record);
	spool_free(spool);
}

/* Records of 32 to 280 bytes whose contents follow from their number. */
static size_t make_numbered(uint64_t seq, uint64_t words[35])
{
	struct record *record = (struct record *)words;
	unsigned n = 4 + seq * 2654435761 % 32;

	*record = (struct record){.size = n * 8, .seq = seq, .time = ~seq};
	for (unsigned i = 4; i < n; i++)
		words[i] = seq * i;
	return record->size;
}

static void *put_many(void *context)
{
	struct spool *spool = context;
	uint64_t words[35];
	long failed = 0;

	for (uint64_t seq = 0; seq < MANY; seq++) {
		size_t size = make_numbered(seq, words);

		failed |= spool_put(spool, (struct record *)words, size);
	}
	return (void *)failed;
}

static void two_threads_share_it(void **state)
{
	struct spool *spool = spool_new(NULL);
	uint64_t words[35];
	pthread_t reader;
	void *failed;

	(void)state;
	assert_int_equal(pthread_create(&reader, NULL, put_many, spool), 0);
	for (uint64_t seq = 0; seq < MANY; seq++) {
		size_t size = make_numbered(seq, words);
		const struct record *got;

		while (!(got = spool_peek(spool)))
			sched_yield();
		if (got->size != size || memcmp(got, words, size))
			fail_msg("record %llu came out changed", (unsigned long long)seq);
		spool_drop(spool);
	}
	assert_int_equal(pthread_join(reader, &failed), 0);
	assert_null(failed);
	assert_null(spool_peek(spool));
	spool_free(spool);
}

static void what_is_left_over_is_freed(void **state)
{
	struct spool *spool = spool_new(NULL);

	(void)state;
	put_many(spool);
	for (unsigned i = 0; i < MANY / 2; i++) {
		assert_non_null(spool_peek(spool));
		spool_drop(spool);
	}
	spool_free(spool); /* ASan sees what it forgets */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_put_comes_out),
		cmocka_unit_test(a_size_that_lies_is_refused),
		cmocka_unit_test(any_size_fits),
		cmocka_unit_test(two_threads_share_it),
		cmocka_unit_test(what_is_left_over_is_freed),
	};

	return cmocka_run_group_tests_name("spool", tests, NULL, NULL);
}
