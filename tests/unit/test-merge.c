// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * The merge: order within and between tasks, fragments, what is missing, and the ends and renames of
 * tasks. What comes out is compared as text: "TID.SEQ " a record, "TID-N " N records lost.
 */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "merge.h"
#include "record.h"

enum { SPOOLS = 3, SECOND = 1000000000 };

static struct spool *spools[SPOOLS];
static struct merge *merge;

static int set_up(void **state)
{
	(void)state;
	for (unsigned i = 0; i < SPOOLS; i++)
		spools[i] = spool_new(NULL);
	merge = merge_new(spools, SPOOLS);
	return merge ? 0 : -1;
}

static int tear_down(void **state)
{
	(void)state;
	merge_free(merge);
	for (unsigned i = 0; i < SPOOLS; i++)
		spool_free(spools[i]);
	return 0;
}

/* A record of @type with, if @text is not NULL, one blob of its bytes at @addr. */
static void put_blob(unsigned spool, unsigned type, unsigned flags, uint32_t tid, uint64_t seq,
	uint64_t time, const char *text, uint64_t addr, unsigned blob_flags)
{
	_Alignas(8) unsigned char bytes[512] = {0};
	struct record *record = (struct record *)bytes;
	struct blob *blob;

	*record = (struct record){
		.type = type, .flags = flags, .tgid = tid, .tid = tid, .seq = seq, .time = time};
	record->size = sizeof(*record) + record_body_size(type);
	if (text) {
		blob = (struct blob *)(bytes + record->size);
		*blob = (struct blob){
			.addr = addr, .len = strlen(text), .op = 1, .flags = blob_flags};
		memcpy(blob + 1, text, blob->len);
		record->size += sizeof(*blob) + RECORD_ALIGN(blob->len);
	}
	assert_int_equal(spool_put(spools[spool], record, record->size), 0);
}

static void put(unsigned spool, uint32_t tid, uint64_t seq, uint64_t time)
{
	put_blob(spool, RECORD_CALL, 0, tid, seq, time, NULL, 0, 0);
}

static void put_event(
	unsigned spool, unsigned type, uint32_t tid, uint64_t seq, uint64_t time, uint64_t value)
{
	struct {
		struct record record;
		struct task_event event;
	} e = {{.size = sizeof(e), .type = type, .tid = tid, .seq = seq, .time = time}, {value, 0}};

	assert_int_equal(spool_put(spools[spool], &e.record, sizeof(e)), 0);
}

/* All that the merge gives now, as text; valid until the next call. */
static const char *take(uint64_t complete_until)
{
	static char text[4096];
	const struct record *record;
	size_t len = 0;
	int got;

	text[0] = 0;
	while ((got = merge_next(merge, complete_until, &record)) > 0) {
		assert_true(record_check(record, record->size));
		if (record->type == RECORD_LOST)
			len += sprintf(text + len, "%u-%u ", record->tid,
				(unsigned)((const struct task_event *)(record + 1))->value);
		else
			len += sprintf(text + len, "%u.%u ", record->tid, (unsigned)record->seq);
		assert_true(len < sizeof(text) - 64);
	}
	assert_int_equal(got, 0);
	return text;
}

/* The next record has the blobs @expected: "ADDR:bytes " each. */
static void check_blobs(const char *expected)
{
	const struct record *record;
	char text[512] = "";
	size_t len = 0;

	assert_int_equal(merge_next(merge, UINT64_MAX, &record), 1);
	assert_true(record_check(record, record->size));
	for (const struct blob *b = record_first_blob(record); b; b = record_next_blob(record, b)) {
		assert_false(b->flags & BLOB_CONTINUED);
		len += sprintf(text + len, "%llu:%.*s ", (unsigned long long)b->addr, (int)b->len,
			(const char *)(b + 1));
	}
	assert_string_equal(text, expected);
}

/* ---- order ---- */

static void nothing_comes_of_nothing(void **state)
{
	(void)state;
	assert_string_equal(take(UINT64_MAX), "");
	assert_int_equal(merge_gaps(merge), 0);
}

static void tasks_are_merged_by_time(void **state)
{
	(void)state;
	put(0, 7, 1, 10);
	put(0, 8, 1, 40);
	put(1, 8, 2, 50);
	put(1, 7, 2, 60);
	put(2, 9, 1, 5);
	put(2, 9, 2, 55);
	assert_string_equal(take(UINT64_MAX), "9.1 7.1 8.1 8.2 9.2 7.2 ");
	assert_int_equal(merge_gaps(merge), 0);
}

static void what_is_not_complete_waits(void **state)
{
	(void)state;
	put(0, 7, 1, 10);
	put(0, 7, 2, 30);
	put(1, 8, 1, 20);
	assert_string_equal(take(9), "");
	assert_string_equal(take(20), "7.1 8.1 ");
	put(1, 8, 2, 25);
	assert_string_equal(take(30), "8.2 7.2 ");
}

static void records_of_others_have_no_number(void **state)
{
	(void)state;
	put(0, 7, 1, 10);
	put_event(1, RECORD_SIGNAL, 7, 0, 15, 10);
	put(0, 7, 2, 20);
	assert_string_equal(take(UINT64_MAX), "7.1 7.0 7.2 ");
	assert_int_equal(merge_gaps(merge), 0);
}

/* ---- what is missing ---- */

static void a_late_predecessor_is_waited_for(void **state)
{
	(void)state;
	put(0, 7, 1, 10);
	put(0, 7, 3, 30);
	put(0, 8, 1, 40);
	assert_string_equal(take(50), "7.1 8.1 ");
	put(1, 7, 2, 20);
	assert_string_equal(take(60), "7.2 7.3 ");
	assert_int_equal(merge_gaps(merge), 0);
}

static void a_gap_is_told_after_patience(void **state)
{
	(void)state;
	put(0, 7, 1, 10);
	put(0, 7, 5, 30);
	put(1, 7, 6, 40);
	assert_string_equal(take(SECOND), "7.1 ");
	assert_string_equal(take(SECOND + 29), "");
	assert_string_equal(take(SECOND + 30), "7-3 7.5 7.6 ");
	assert_int_equal(merge_gaps(merge), 3);
}

static void a_gap_is_told_at_the_end(void **state)
{
	(void)state;
	put(0, 7, 3, 30);
	put(0, 7, 5, 40);
	put(0, 7, 6, 50);
	assert_string_equal(take(UINT64_MAX), "7-2 7.3 7-1 7.5 7.6 ");
	assert_int_equal(merge_gaps(merge), 3);
}

static void one_that_stands_in_another_spool_is_not_given_up(void **state)
{
	(void)state;
	put(0, 7, 2, 10);
	put(0, 7, 3, 20);
	put(1, 7, 1, 10);
	put(1, 7, 4, 30);
	assert_string_equal(take(UINT64_MAX), "7.1 7.2 7.3 7.4 ");
	assert_int_equal(merge_gaps(merge), 0);
}

static void one_given_up_that_comes_after_all_is_no_second_gap(void **state)
{
	(void)state;
	put(0, 7, 1, 10);
	put(0, 7, 3, 30);
	assert_string_equal(take(2ULL * SECOND), "7.1 7-1 7.3 ");
	put(1, 7, 2, 20);
	put(0, 7, 4, 2ULL * SECOND);
	assert_string_equal(take(2ULL * SECOND), "7.2 7.4 ");
	assert_int_equal(merge_gaps(merge), 1);
}

static void tasks_of_one_bucket_do_not_mix(void **state)
{
	(void)state;
	put(0, 7, 1, 10);
	put(0, 7 + 1024, 2, 20);
	put(0, 7 + 2048, 2, 30);
	put(0, 7, 3, 40);
	assert_string_equal(take(50), "7.1 ");
	put(1, 7 + 1024, 1, 15);
	assert_string_equal(take(60), "1031.1 1031.2 ");
	put(1, 7, 2, 15);
	assert_string_equal(take(70), "7.2 7.3 ");
	assert_string_equal(take(UINT64_MAX), "2055-1 2055.2 ");
}

/* ---- fragments ---- */

static void fragments_become_one_record(void **state)
{
	(void)state;
	put_blob(0, RECORD_CALL, RECORD_MORE, 7, 1, 10, "abcde", 1000, 0);
	put_blob(1, RECORD_CALL, RECORD_MORE, 7, 2, 20, "fgh", 1005, BLOB_CONTINUED);
	put_blob(0, RECORD_CALL, 0, 7, 3, 30, "xyz", 2000, 0);
	put(0, 7, 4, 40);
	check_blobs("1000:abcdefgh 2000:xyz ");
	assert_string_equal(take(UINT64_MAX), "7.4 ");
}

static void the_last_fragment_says_what_it_is(void **state)
{
	const struct record *record;

	(void)state;
	put_blob(0, RECORD_CALL, RECORD_MORE, 7, 1, 10, "abc", 1000, 0);
	put_blob(0, RECORD_ENTER, 0, 7, 2, 20, "def", 2000, 0);
	assert_int_equal(merge_next(merge, UINT64_MAX, &record), 1);
	assert_int_equal(record->type, RECORD_ENTER);
	assert_int_equal(record->flags, 0);
	assert_int_equal(record->seq, 2);
	assert_int_equal(record->time, 20);
}

/* As in an execve whose arguments need more than one fragment: they leave before the event. */
static void an_event_within_a_call_does_not_take_its_fragments(void **state)
{
	(void)state;
	put_blob(0, RECORD_CALL, RECORD_MORE, 7, 1, 10, "abc", 1000, 0);
	put_event(0, RECORD_EXEC, 7, 2, 20, 7);
	put_blob(0, RECORD_CALL, 0, 7, 3, 30, "def", 2000, 0);
	check_blobs("");
	check_blobs("1000:abc 2000:def ");
}

static void fragments_of_two_tasks_do_not_mix(void **state)
{
	(void)state;
	put_blob(0, RECORD_CALL, RECORD_MORE, 7, 1, 10, "abc", 1000, 0);
	put_blob(1, RECORD_CALL, RECORD_MORE, 8, 1, 15, "ABC", 1000, 0);
	put_blob(0, RECORD_CALL, 0, 7, 2, 20, "def", 2000, 0);
	put_blob(1, RECORD_CALL, 0, 8, 2, 25, "DEF", 2000, 0);
	check_blobs("1000:abc 2000:def ");
	check_blobs("1000:ABC 2000:DEF ");
}

static void fragments_that_waited_are_joined(void **state)
{
	(void)state;
	put_blob(0, RECORD_CALL, RECORD_MORE, 7, 2, 20, "abc", 1000, 0);
	put_blob(0, RECORD_CALL, 0, 7, 3, 30, "def", 1003, BLOB_CONTINUED);
	put(0, 7, 4, 40);
	assert_string_equal(take(50), "");
	assert_string_equal(take(UINT64_MAX), "7-1 7.3 7.4 ");
}

/* The probe's own word on what it lost stands for the gap, at once; of a longer gap only for its part. */
static void a_loss_that_the_probe_tells_is_not_told_twice(void **state)
{
	(void)state;
	put(0, 7, 1, 10);
	put_event(0, RECORD_LOST, 7, 5, 20, 3);
	put(0, 7, 6, 30);
	assert_string_equal(take(40), "7.1 7-3 7.6 ");
	assert_int_equal(merge_gaps(merge), 3);
	put_event(0, RECORD_LOST, 7, 10, 50, 2);
	put(0, 7, 11, 60);
	assert_string_equal(take(70), "");
	assert_string_equal(take(UINT64_MAX), "7-3 7-2 7.11 ");
}

static void what_a_gap_tore_apart_is_not_joined(void **state)
{
	(void)state;
	put_blob(0, RECORD_CALL, RECORD_MORE, 7, 1, 10, "abc", 1000, 0);
	put_blob(0, RECORD_CALL, 0, 7, 3, 30, "def", 2000, 0);
	check_blobs("");
	check_blobs("2000:def ");
	assert_int_equal(merge_gaps(merge), 1);
}

/* ---- ends and renames ---- */

static void a_number_used_again_begins_anew(void **state)
{
	(void)state;
	put(0, 7, 1, 10);
	put_event(0, RECORD_TASK_EXIT, 7, 2, 20, 0);
	put(0, 7, 1, 30);
	put(0, 7, 2, 40);
	assert_string_equal(take(UINT64_MAX), "7.1 7.2 7.1 7.2 ");
	assert_int_equal(merge_gaps(merge), 0);
}

static void so_it_does_after_an_end_that_waited(void **state)
{
	(void)state;
	put(0, 7, 1, 10);
	put_event(0, RECORD_TASK_EXIT, 7, 3, 20, 0);
	assert_string_equal(take(2ULL * SECOND), "7.1 7-1 7.3 ");
	put(0, 7, 2, 2ULL * SECOND);
	assert_string_equal(take(4ULL * SECOND), "7-1 7.2 ");
	assert_int_equal(merge_gaps(merge), 2);
}

static void so_it_does_after_an_end_that_was_lost(void **state)
{
	(void)state;
	put_blob(0, RECORD_CALL, RECORD_MORE, 7, 1, 10, "abc", 1000, 0);
	put_blob(0, RECORD_CALL, 0, 7, 1, 30, "def", 2000, 0);
	put(0, 7, 3, 40);
	check_blobs("2000:def ");
	assert_string_equal(take(UINT64_MAX), "7-1 7.3 ");
}

static void exec_by_a_thread_goes_on_with_its_numbers(void **state)
{
	(void)state;
	put(0, 7, 1, 10);
	put(1, 8, 1, 20);
	put(1, 8, 2, 30);
	put_event(0, RECORD_TASK_EXIT, 7, 2, 40, 0);
	put_event(1, RECORD_EXEC, 7, 3, 50, 8);
	put(1, 7, 4, 60);
	put(1, 7, 6, 70);
	assert_string_equal(take(UINT64_MAX), "7.1 8.1 8.2 7.2 7.3 7.4 7-1 7.6 ");
	assert_int_equal(merge_gaps(merge), 1);
}

static void exec_takes_the_fragments_of_the_call_along(void **state)
{
	(void)state;
	put_blob(0, RECORD_CALL, RECORD_MORE, 8, 1, 10, "abc", 1000, 0);
	put_event(0, RECORD_EXEC, 7, 2, 20, 8);
	put_blob(0, RECORD_CALL, 0, 7, 3, 30, "def", 2000, 0);
	check_blobs("");
	check_blobs("1000:abc 2000:def ");
}

static void exec_does_not_swallow_what_the_leader_left(void **state)
{
	(void)state;
	put(1, 8, 1, 10);
	put(0, 7, 2, 20);
	put_event(0, RECORD_TASK_EXIT, 7, 4, 30, 0);
	put_event(1, RECORD_EXEC, 7, 2, 40, 8);
	put(1, 7, 3, 50);
	assert_string_equal(take(60), "8.1 7-1 7.2 7-1 7.4 7.2 7.3 ");
	assert_int_equal(merge_gaps(merge), 2);
}

static void exec_by_a_thread_never_heard_of(void **state)
{
	(void)state;
	put(0, 7, 1, 10);
	put(0, 7, 2, 20);
	put_event(1, RECORD_EXEC, 7, 1, 40, 8);
	put(1, 7, 2, 50);
	assert_string_equal(take(UINT64_MAX), "7.1 7.2 7.1 7.2 ");
	assert_int_equal(merge_gaps(merge), 0);
}

/* By a clock that goes by ticks all has the same time; in the spool that comes first is the exec. */
static void exec_comes_after_the_end_of_the_leader(void **state)
{
	(void)state;
	put(1, 7, 1, 9);
	put(0, 8, 1, 10);
	put_event(0, RECORD_EXEC, 7, 2, 10, 8);
	put(0, 7, 3, 10);
	put(0, 7, 4, 10);
	put_event(1, RECORD_TASK_EXIT, 7, 2, 10, 0);
	put(1, 7, 5, 10);
	put(0, 7, 6, 10);
	assert_string_equal(take(UINT64_MAX), "7.1 8.1 7.2 7.2 7.3 7.4 7.5 7.6 ");
	assert_int_equal(merge_gaps(merge), 0);
}

static void the_end_of_the_leader_may_come_too_late(void **state)
{
	(void)state;
	put(0, 7, 1, 10);
	put(1, 8, 1, 11);
	put_event(1, RECORD_EXEC, 7, 2, 20, 8);
	assert_string_equal(take(20), "7.1 8.1 7.2 ");
	put_event(0, RECORD_TASK_EXIT, 7, 9, 15, 0);
	put(1, 7, 3, 30);
	assert_string_equal(take(UINT64_MAX), "7.9 7.3 ");
	assert_int_equal(merge_gaps(merge), 0);
}

static void exec_comes_after_what_the_thread_did(void **state)
{
	(void)state;
	put_event(0, RECORD_EXEC, 7, 3, 10, 8);
	put(0, 7, 5, 10);
	put(1, 8, 1, 10);
	put(1, 8, 2, 10);
	put(1, 7, 4, 10);
	assert_string_equal(take(UINT64_MAX), "8.1 8.2 7.3 7.4 7.5 ");
	assert_int_equal(merge_gaps(merge), 0);
}

static void exec_comes_when_nothing_else_has_its_time(void **state)
{
	(void)state;
	put(0, 7, 1, 10);
	put_event(0, RECORD_EXEC, 7, 3, 20, 8);
	put(1, 8, 1, 10);
	put(1, 9, 1, 30);
	assert_string_equal(take(40), "7.1 8.1 9.1 ");
	assert_string_equal(take(UINT64_MAX), "7-1 7.3 ");
}

static void the_end_of_another_task_of_that_id_ends_nothing(void **state)
{
	(void)state;
	put(0, 7, 1, 10);
	put(1, 8, 1, 10);
	put(1, 8, 2, 20);
	put_event(1, RECORD_EXEC, 7, 3, 30, 8);
	put_event(0, RECORD_TASK_EXIT, 7, 2, 35, 0);
	put(1, 7, 4, 40);
	assert_string_equal(take(UINT64_MAX), "7.1 8.1 8.2 7.3 7.2 7.4 ");
	assert_int_equal(merge_gaps(merge), 0);
}

/* ---- hostile ---- */

static bool fetched;

static int take_whole(
	void *context, const struct record *pending, bool at_once, struct record **ret_record)
{
	(void)context;
	if (!fetched && !at_once)
		return 0;
	*ret_record = malloc(pending->size);
	assert_non_null(*ret_record);
	memcpy(*ret_record, pending, pending->size);
	(*ret_record)->flags &= ~RECORD_PENDING;
	return 1;
}

static void put_pending(uint32_t tid, uint64_t seq, uint64_t time)
{
	put_blob(0, RECORD_CALL, RECORD_PENDING, tid, seq, time, "pending!", 0, 0);
}

static void a_pending_record_holds_up_its_task_alone(void **state)
{
	(void)state;
	fetched = false;
	merge_set_take(merge, take_whole, NULL);
	put(0, 7, 1, 10);
	put_pending(7, 2, 20);
	put(1, 8, 1, 30);
	put(2, 7, 3, 40);
	put(1, 8, 2, 50);
	assert_string_equal(take(60), "7.1 8.1 8.2 ");
	assert_true(merge_waits(merge));
	/* However long it takes, even after the last record. */
	put(2, 7, 4, 70);
	assert_string_equal(take(100ull * SECOND), "");
	assert_string_equal(take(UINT64_MAX), "");
	fetched = true;
	assert_string_equal(take(UINT64_MAX), "7.2 7.3 7.4 ");
	assert_false(merge_waits(merge));
}

static void a_pending_record_does_not_hold_up_an_exec(void **state)
{
	(void)state;
	fetched = false;
	merge_set_take(merge, take_whole, NULL);
	put_pending(7, 1, 10);
	put(1, 8, 1, 20);
	put_event(1, RECORD_EXEC, 7, 2, 30, 8);
	put(1, 7, 3, 40);
	assert_string_equal(take(UINT64_MAX), "8.1 7.1 7.2 7.3 ");
}

static void without_take_no_record_is_pending(void **state)
{
	const struct record *record;

	(void)state;
	put_pending(7, 1, 10);
	assert_int_equal(merge_next(merge, UINT64_MAX, &record), -EBADMSG);
}

static void a_bad_record_is_dropped(void **state)
{
	const struct record *given;
	struct record record = {.size = sizeof(record), .type = RECORD_CALL, .tid = 7, .seq = 1};

	(void)state;
	assert_int_equal(spool_put(spools[0], &record, sizeof(record)), 0); /* no body */
	put(0, 7, 1, 10);
	assert_int_equal(merge_next(merge, UINT64_MAX, &given), -EBADMSG);
	assert_string_equal(take(UINT64_MAX), "7.1 ");
}

static void what_is_left_over_is_freed(void **state)
{
	const struct record *record;

	(void)state;
	put_blob(0, RECORD_CALL, RECORD_MORE, 7, 1, 10, "abc", 1000, 0);
	put(0, 8, 5, 20);
	put(0, 9, 1, 30);
	assert_int_equal(
		merge_next(merge, 40, &record), 1); /* tear_down, under ASan, sees the rest */
}

int main(void)
{
#define TEST(f_) cmocka_unit_test_setup_teardown(f_, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(nothing_comes_of_nothing),
		TEST(tasks_are_merged_by_time),
		TEST(what_is_not_complete_waits),
		TEST(records_of_others_have_no_number),
		TEST(a_late_predecessor_is_waited_for),
		TEST(a_gap_is_told_after_patience),
		TEST(a_gap_is_told_at_the_end),
		TEST(one_that_stands_in_another_spool_is_not_given_up),
		TEST(one_given_up_that_comes_after_all_is_no_second_gap),
		TEST(tasks_of_one_bucket_do_not_mix),
		TEST(a_loss_that_the_probe_tells_is_not_told_twice),
		TEST(fragments_become_one_record),
		TEST(the_last_fragment_says_what_it_is),
		TEST(an_event_within_a_call_does_not_take_its_fragments),
		TEST(fragments_of_two_tasks_do_not_mix),
		TEST(fragments_that_waited_are_joined),
		TEST(what_a_gap_tore_apart_is_not_joined),
		TEST(a_number_used_again_begins_anew),
		TEST(so_it_does_after_an_end_that_waited),
		TEST(so_it_does_after_an_end_that_was_lost),
		TEST(exec_by_a_thread_goes_on_with_its_numbers),
		TEST(exec_takes_the_fragments_of_the_call_along),
		TEST(exec_does_not_swallow_what_the_leader_left),
		TEST(exec_by_a_thread_never_heard_of),
		TEST(exec_comes_after_the_end_of_the_leader),
		TEST(the_end_of_the_leader_may_come_too_late),
		TEST(exec_comes_after_what_the_thread_did),
		TEST(exec_comes_when_nothing_else_has_its_time),
		TEST(the_end_of_another_task_of_that_id_ends_nothing),
		TEST(a_pending_record_holds_up_its_task_alone),
		TEST(a_pending_record_does_not_hold_up_an_exec),
		TEST(without_take_no_record_is_pending),
		TEST(a_bad_record_is_dropped),
		TEST(what_is_left_over_is_freed),
	};

	return cmocka_run_group_tests_name("merge", tests, NULL, NULL);
}
