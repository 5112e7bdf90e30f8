// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Tests task.c: many tasks, removal, and the joining of a call's two halves.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "task.h"

enum { HEAD = sizeof(struct record) + sizeof(struct call), MANY = 20000 };

static void count_one(struct task *task, void *context)
{
	(void)task;
	++*(unsigned *)context;
}

static unsigned count(const struct task_table *tasks)
{
	unsigned n = 0;

	task_each(tasks, count_one, &n);
	return n;
}

static void finds_only_what_is_there(void **state)
{
	struct task_table *tasks = task_table_new();
	struct task *first;

	(void)state;
	assert_non_null(tasks);
	assert_null(task_find(tasks, 7));
	first = task_get(tasks, 7, 5);
	assert_non_null(first);
	assert_int_equal(first->tid, 7);
	assert_int_equal(first->tgid, 5);
	assert_ptr_equal(task_get(tasks, 7, 99), first);
	assert_int_equal(first->tgid, 5);
	task_remove(tasks, 8);
	assert_int_equal(count(tasks), 1);
	task_remove(tasks, 7);
	assert_int_equal(count(tasks), 0);
	assert_null(task_find(tasks, 7));
	task_table_free(tasks);
	task_table_free(NULL);
}

static void count_visit(struct task *task, void *context)
{
	((unsigned char *)context)[task->tid]++;
}

static void holds_many(void **state)
{
	struct task_table *tasks = task_table_new();
	unsigned char *seen = calloc(MANY + 1, 1);

	(void)state;
	for (uint32_t tid = 1; tid <= MANY; tid++)
		assert_non_null(task_get(tasks, tid, tid));
	for (uint32_t tid = 2; tid <= MANY; tid += 2)
		task_remove(tasks, tid);
	assert_int_equal(count(tasks), MANY / 2);
	for (uint32_t tid = 1; tid <= MANY; tid++)
		assert_int_equal(!!task_find(tasks, tid), tid & 1);
	task_each(tasks, count_visit, seen);
	for (uint32_t tid = 1; tid <= MANY; tid++)
		assert_int_equal(seen[tid], tid & 1);
	free(seen);
	task_table_free(tasks);
}

static struct record *make_record(unsigned type, unsigned char blobs, size_t nblobs)
{
	struct record *record = calloc(1, HEAD + nblobs);

	record->size = HEAD + nblobs;
	record->type = type;
	((struct call *)(record + 1))->ret = type == RECORD_EXIT ? 42 : 0;
	memset((char *)record + HEAD, blobs, nblobs);
	return record;
}

static void finds_siblings(void **state)
{
	struct task_table *tasks = task_table_new();
	struct task *leader = task_get(tasks, 10, 10);

	(void)state;
	task_get(tasks, 12, 12);
	assert_false(task_has_sibling(tasks, leader));
	task_get(tasks, 11, 10);
	assert_true(task_has_sibling(tasks, leader));
	task_table_free(tasks);
}

static void joins_the_halves(void **state)
{
	struct task_table *tasks = task_table_new();
	struct task *task = task_get(tasks, 1, 1);
	struct record *enter = make_record(RECORD_ENTER, 'a', 24);
	struct record *exit = make_record(RECORD_EXIT, 'b', 4096);
	const struct record *whole;

	(void)state;
	assert_int_equal(task_join(tasks, task, exit, &whole), 0);
	assert_ptr_equal(whole, exit);
	for (int round = 0; round < 3; round++) {
		assert_int_equal(task_enter(task, enter), 0);
		assert_int_equal(task_enter(task, enter), 0);
		assert_int_equal(task_join(tasks, task, exit, &whole), 0);
		assert_null(task->pending);
		assert_int_equal(whole->size, HEAD + 24 + 4096);
		assert_int_equal(whole->type, RECORD_EXIT);
		assert_int_equal(((const struct call *)(whole + 1))->ret, 42);
		assert_memory_equal((const char *)whole + HEAD, (char *)enter + HEAD, 24);
		assert_memory_equal((const char *)whole + HEAD + 24, (char *)exit + HEAD, 4096);
	}
	free(enter);
	free(exit);
	task_table_free(tasks);
}

static void holds_records_in_order(void **state)
{
	struct task_table *tasks = task_table_new();
	struct task *task = task_get(tasks, 1, 1);
	struct record *record = make_record(RECORD_SIGNAL, 's', 128);

	(void)state;
	assert_null(task_release(task));
	for (int i = 1; i <= 3; i++) {
		record->time = i;
		assert_int_equal(task_hold(task, record), 0);
	}
	for (int i = 1; i <= 2; i++) {
		struct held_record *held = task_release(task);

		assert_int_equal(held->record.time, i);
		assert_int_equal(held->record.size, HEAD + 128);
		assert_memory_equal((char *)&held->record + HEAD, (char *)record + HEAD, 128);
		free(held);
	}
	free(record);
	task_table_free(tasks); /* with what is still held */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_only_what_is_there),
		cmocka_unit_test(holds_many),
		cmocka_unit_test(finds_siblings),
		cmocka_unit_test(joins_the_halves),
		cmocka_unit_test(holds_records_in_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
