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
#include <unistd.h>
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

/* Puts records of 1 KB until there is no room; how many. */
static uint64_t fill(struct spool *spool, uint64_t seq, uint64_t most)
{
	uint64_t words[128] = {0};
	struct record *record = (struct record *)words;
	uint64_t n = 0;
	int err = 0;

	record->size = sizeof(words);
	while (n < most && !err) {
		record->seq = seq + n;
		words[127] = ~record->seq;
		err = spool_put(spool, record, sizeof(words));
		n += !err;
	}
	assert_true(!err || err == -ENOBUFS);
	return n;
}

static void empty(struct spool *spool, uint64_t seq, uint64_t n)
{
	for (uint64_t end = seq + n; seq < end; seq++) {
		const struct record *got = spool_peek(spool);

		assert_non_null(got);
		assert_int_equal(got->seq, seq);
		assert_int_equal(((const uint64_t *)got)[127], ~seq);
		spool_drop(spool);
	}
}

static void the_limit_holds_for_all_spools_together(void **state)
{
	struct spool_store *store = spool_store_new(8 * SPOOL_CHUNK, false);
	struct spool *one = spool_new(store), *other = spool_new(store);
	uint64_t first, second;

	(void)state;
	first = fill(one, 1, UINT64_MAX);
	assert_true(spool_store_used(store) <= 8 * SPOOL_CHUNK);
	assert_true(first >= 6 * 1024);
	second = fill(other, 1, UINT64_MAX);
	assert_true(
		second >=
		2 * 1024); /* two chunks each spool may have, or they could wait for each other */
	assert_true(spool_store_used(store) <= 9 * SPOOL_CHUNK);
	empty(one, 1, first);
	assert_null(spool_peek(one));
	assert_true(fill(other, second + 1, UINT64_MAX) >= 4 * 1024);
	assert_int_equal(spool_store_filed(store), 0);
	spool_free(one);
	spool_free(other);
	spool_store_free(store);
}

/* Many times the memory, put and taken by turns, so that room in the file is used again. */
static void what_is_too_much_for_memory_comes_back_from_the_file(void **state)
{
	enum { RECORDS = 64 << 10, TURN = 24 << 10 };
	struct spool_store *store = spool_store_new(8 * SPOOL_CHUNK, true);
	struct spool *spool = spool_new(store);
	uint64_t put = 0, taken = 0;

	(void)state;
	while (taken < RECORDS) {
		for (int tries = 0; put < RECORDS && put - taken < TURN && tries < 30000; tries++) {
			uint64_t room = TURN - (put - taken), left = RECORDS - put;
			uint64_t n = fill(spool, put + 1, room < left ? room : left);

			put += n;
			if (!n)
				usleep(1000); /* the filer is at work */
		}
		assert_true(put > taken);
		assert_true(spool_store_used(store) <= 9 * SPOOL_CHUNK);
		empty(spool, taken + 1, (put - taken + 1) / 2);
		taken += (put - taken + 1) / 2;
	}
	assert_null(spool_peek(spool));
	assert_int_equal(spool_error(spool), 0);
	assert_true(spool_store_filed(store) > 8 * SPOOL_CHUNK);
	fill(spool, 1, TURN / 2); /* and some are left in it */
	spool_free(spool);
	spool_store_free(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_put_comes_out),
		cmocka_unit_test(a_size_that_lies_is_refused),
		cmocka_unit_test(any_size_fits),
		cmocka_unit_test(two_threads_share_it),
		cmocka_unit_test(what_is_left_over_is_freed),
		cmocka_unit_test(the_limit_holds_for_all_spools_together),
		cmocka_unit_test(what_is_too_much_for_memory_comes_back_from_the_file),
	};

	return cmocka_run_group_tests_name("spool", tests, NULL, NULL);
}
