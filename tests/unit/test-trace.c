// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * From records to what a sink is told: the pairing of entries and exits, the choice by outcome, births, signals, ends
 * and execs. For the notation see sink-recorder.h.
 */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "desc/nr-x86_64.h"
#include "record.h"
#include "sink-recorder.h"
#include "trace.h"

#define ERESTART_RESTARTBLOCK 516 /* include/linux/errno.h */

static const struct decode_config config = {.string_limit = 32};
static struct filter filter;
static struct trace *trace;
static uint64_t now;

static int set_up(void **state)
{
	(void)state;
	filter_init(&filter);
	recorded_len = 0;
	now = 0;
	trace = trace_new(&config, &filter, NULL, &recorder);
	return trace ? 0 : -1;
}

static int tear_down(void **state)
{
	(void)state;
	trace_free(trace);
	return 0;
}

struct call_record {
	struct record record;
	struct call call;
	struct blob blob;
	char bytes[8];
};

/* A call of the task @tid of process 7; @entered: when, so that a RECORD_ENTER and its RECORD_EXIT belong together. */
static struct call_record call_record(
	unsigned type, uint32_t tid, unsigned nr, uint64_t entered, int64_t ret)
{
	struct call_record r = {
		.record = {.type = type, .tgid = 7, .tid = tid, .seq = 1, .time = ++now},
		.call = {.nr = nr, .enter_time = entered, .ret = ret, .args = {3, 0x1000, 5}},
	};

	r.record.size = sizeof(r.record) + sizeof(r.call);
	return r;
}

static void call(unsigned type, uint32_t tid, unsigned nr, uint64_t entered, int64_t ret)
{
	struct call_record r = call_record(type, tid, nr, entered, ret);

	assert_int_equal(trace_record(trace, &r.record), 0);
}

static void event(unsigned type, uint32_t tid, uint64_t value, uint64_t other)
{
	struct {
		struct record record;
		struct task_event event;
	} e = {{.size = sizeof(e), .type = type, .tgid = 7, .tid = tid, .seq = 1, .time = ++now},
		{value, other}};

	assert_int_equal(trace_record(trace, &e.record), 0);
}

static void check(const char *expected)
{
	assert_string_equal(recorder_take(), expected);
}

/* ---- calls ---- */

static void a_call_in_one_record(void **state)
{
	(void)state;
	call(RECORD_CALL, 7, NR_getpid, 1, 7);
	check("7 getpid()=7;");
	call(RECORD_CALL, 7, NR_close, 1, -EBADF);
	check("7 close(,3)=-9;");
	assert_int_equal(trace_counts(trace)->calls, 2);
}

static void a_call_in_two_records(void **state)
{
	(void)state;
	call(RECORD_ENTER, 7, NR_read, 1, 0);
	check("7 +read(,3)...;");
	call(RECORD_EXIT, 7, NR_read, 1, -EINTR);
	check("7 -read(,@0x1000,5)=-4;");
	assert_int_equal(trace_counts(trace)->calls, 1);
}

static void data_of_the_entry_are_there_at_the_exit(void **state)
{
	struct call_record enter = call_record(RECORD_ENTER, 7, NR_write, 1, 0);

	(void)state;
	enter.blob = (struct blob){.addr = 0x1000, .len = 5};
	memcpy(enter.bytes, "hello", 5);
	enter.record.size = sizeof(enter);
	filter.status = FILTER_SUCCESSFUL; /* so that it is shown at its end */
	assert_int_equal(trace_record(trace, &enter.record), 0);
	check("");
	call(RECORD_EXIT, 7, NR_write, 1, 5);
	check("7 write(,3,b\"hello\",5)=5;");
	assert_int_equal(trace_counts(trace)->data[ORIGIN_ENTRY], 1);
}

static void calls_of_tasks_do_not_mix(void **state)
{
	(void)state;
	call(RECORD_ENTER, 7, NR_close, 1, 0);
	call(RECORD_ENTER, 8, NR_getpid, 2, 0);
	call(RECORD_EXIT, 7, NR_close, 1, 0);
	call(RECORD_EXIT, 8, NR_getpid, 2, 7);
	check("7 +close(,3);8 +getpid();7 -close()=0;8 -getpid()=7;");
}

static void a_restart_says_what_it_takes_up(void **state)
{
	(void)state;
	call(RECORD_CALL, 7, NR_restart_syscall, 1, -EINTR);
	check("7 restart_syscall(,`<... resuming interrupted system call ...>`)=-4;");
	call(RECORD_CALL, 7, NR_clock_nanosleep, 2, -ERESTART_RESTARTBLOCK);
	recorder_take();
	call(RECORD_CALL, 7, NR_restart_syscall, 3, -ERESTART_RESTARTBLOCK);
	check("7 restart_syscall(,`<... resuming interrupted clock_nanosleep ...>`)=-516;");
	call(RECORD_ENTER, 7, NR_restart_syscall, 4, 0);
	check("7 +restart_syscall(,`<... resuming interrupted restart_syscall ...>`);");
}

static void an_exit_without_its_entry(void **state)
{
	(void)state;
	call(RECORD_EXIT, 7, NR_close, 1, 0);
	check("7 close(,3)=0;");
}

static void an_exit_that_was_not_seen(void **state)
{
	(void)state;
	call(RECORD_ENTER, 7, NR_close, 1, 0);
	call(RECORD_CALL, 7, NR_getpid, 2, 7);
	check("7 +close(,3);7 -close()=?;7 getpid()=7;");
}

/* ... and is not wanted either: its data must not come to the next. */
static void an_exit_that_was_not_seen_leaves_nothing(void **state)
{
	struct call_record enter = call_record(RECORD_ENTER, 7, NR_write, 1, 0);

	(void)state;
	enter.blob = (struct blob){.addr = 0x1000, .len = 5};
	memcpy(enter.bytes, "hello", 5);
	enter.record.size = sizeof(enter);
	filter.status = FILTER_SUCCESSFUL;
	assert_int_equal(trace_record(trace, &enter.record), 0);
	call(RECORD_CALL, 7, NR_write, 2, 5);
	check("7 write(,3,@0x1000,5)=5;");
}

static void outcomes_are_chosen(void **state)
{
	(void)state;
	filter.status = FILTER_SUCCESSFUL;
	call(RECORD_CALL, 7, NR_close, 1, 0);
	call(RECORD_CALL, 7, NR_close, 2, -EBADF);
	call(RECORD_CALL, 7, NR_mmap, 3, -4096);
	call(RECORD_CALL, 7, NR_mmap, 4, -4095);
	check("7 close(,3)=0;7 mmap(,3,4096,5,0,0,0)=-4096;");
	filter.status = FILTER_FAILED;
	call(RECORD_ENTER, 7, NR_close, 5, 0);
	check("");
	call(RECORD_EXIT, 7, NR_close, 5, -EBADF);
	call(RECORD_CALL, 7, NR_close, 6, 0);
	check("7 close(,3)=-9;");
	call(RECORD_ENTER, 7, NR_close, 7, 0);
	event(RECORD_TASK_EXIT, 7, 0, 0);
	check("7!exited 0,0();");
	assert_int_equal(trace_counts(trace)->calls, 7);
}

/* ---- lives ---- */

/* A call from @entered to @left. */
static void timed_call(unsigned type, uint64_t entered, uint64_t left)
{
	struct call_record r = call_record(type, 7, NR_close, entered, 0);

	r.call.exit_time = left;
	r.record.time = now = type == RECORD_ENTER ? entered : left;
	assert_int_equal(trace_record(trace, &r.record), 0);
}

static void short_calls_are_not_shown(void **state)
{
	(void)state;
	filter.min_duration = 10;
	timed_call(RECORD_CALL, 1, 10);
	check("");
	timed_call(RECORD_CALL, 11, 21);
	check("7 close(,3)=0;");
	timed_call(RECORD_ENTER, 30, 0);
	timed_call(RECORD_EXIT, 30, 35);
	check("");
	timed_call(RECORD_ENTER, 40, 0);
	timed_call(RECORD_EXIT, 40, 55);
	check("7 close(,3)=0;");
}

static void a_call_is_shown_as_soon_as_it_is_long(void **state)
{
	(void)state;
	filter.min_duration = 10;
	timed_call(RECORD_ENTER, 100, 0);
	trace_overdue(trace, false);
	check("");
	now = 105;
	call(RECORD_CALL, 8, NR_getpid, 105, 8);
	trace_overdue(trace, false);
	check("");
	now = 109;
	call(RECORD_CALL, 8, NR_getpid, 105, 8);
	trace_overdue(trace, false);
	check("7 +close(,3);");
	trace_overdue(trace, true);
	check("");
	timed_call(RECORD_EXIT, 100, 200);
	check("7 -close()=0;");
	/* Long ago by now. */
	timed_call(RECORD_ENTER, 300, 0);
	trace_overdue(trace, true);
	check("7 +close(,3);");
	timed_call(RECORD_EXIT, 300, 400);
	check("7 -close()=0;");
}

static void a_call_that_does_not_return_is_shown_if_it_was_long(void **state)
{
	(void)state;
	filter.min_duration = 10;
	timed_call(RECORD_ENTER, 100, 0);
	now = 108;
	event(RECORD_TASK_EXIT, 7, 0, 0);
	check("7!exited 0,0();");
	timed_call(RECORD_ENTER, 200, 0);
	now = 209;
	event(RECORD_TASK_EXIT, 7, 0, 0);
	check("7 close(,3)=?;7!exited 0,0();");
	timed_call(RECORD_ENTER, 300, 0);
	trace_end(trace, true);
	check("7 +close(,3);7!detached 0,0();");
}

static void tasks_are_born_and_end(void **state)
{
	(void)state;
	event(RECORD_FORK, 7, 8, 7);
	check("8!attached 8,7();");
	event(RECORD_ATTACH, 9, 0, 0);
	check("9!attached 9,0();");
	event(RECORD_TASK_EXIT, 8, 3 << 8, 0);
	check("8!exited 3,0();");
	event(RECORD_TASK_EXIT, 9, 6 | 0x80, 0);
	check("9!killed 6,1();");
	event(RECORD_TASK_EXIT, 7, 9, 0);
	check("7!killed 9,0();");
	trace_end(trace, true);
	check("");
}

static void an_end_within_a_call(void **state)
{
	(void)state;
	call(RECORD_ENTER, 7, NR_read, 1, 0);
	event(RECORD_TASK_EXIT, 7, 9, 0);
	check("7 +read(,3)...;7 -read()=?;7!killed 9,0();");
}

static void who_lives_on_is_told_of(void **state)
{
	(void)state;
	call(RECORD_CALL, 7, NR_getpid, 1, 7);
	check("7 getpid()=7;");
	trace_end(trace, true);
	check("7!detached 0,0();");
}

static void what_is_lost_is_told(void **state)
{
	(void)state;
	event(RECORD_LOST, 7, 12, 0);
	check("7!lost 12,0();");
}

static void what_is_shown_unread_is_counted(void **state)
{
	struct call_record r = call_record(RECORD_ENTER, 7, NR_rename, 100, 0);

	(void)state;
	r.call.args[0] = 0x2000;
	/* Nobody says that anything is missing: the program could not have read it either. */
	trace_record(trace, &r.record);
	assert_int_equal(trace_counts(trace)->lost, 0);
	/* One read, for both paths; the task is killed before it returns. */
	r.call.lost = 1;
	r.call.enter_time = 200;
	r.record.flags = RECORD_UNREAD;
	trace_record(trace, &r.record);
	assert_int_equal(trace_counts(trace)->lost, 0);
	event(RECORD_TASK_EXIT, 7, 9, 0);
	assert_int_equal(trace_counts(trace)->lost, 2);
	/* Begun with both missing, of which the exit brings nothing. */
	r = call_record(RECORD_ENTER, 8, NR_rename, 300, 0);
	r.call.args[0] = 0x2000;
	r.call.lost = 2;
	trace_record(trace, &r.record);
	assert_int_equal(trace_counts(trace)->lost, 4);
	r = call_record(RECORD_EXIT, 8, NR_rename, 300, 0);
	r.call.args[0] = 0x2000;
	r.call.lost = 2;
	trace_record(trace, &r.record);
	assert_int_equal(trace_counts(trace)->lost, 4);
}

static void signals_come_between_calls(void **state)
{
	(void)state;
	event(RECORD_SIGNAL, 7, 10, 0);
	check("7!signal 10,0();");
	call(RECORD_ENTER, 7, NR_close, 1, 0);
	event(RECORD_SIGNAL, 7, 12, 0);
	check("7 +close(,3);");
	call(RECORD_EXIT, 7, NR_close, 1, 0);
	event(RECORD_STOP, 7, 19, 0);
	check("7 -close()=0;7!signal 12,0();7!stopped 19,0();");
	call(RECORD_ENTER, 7, NR_close, 2, 0);
	event(RECORD_SIGNAL, 7, 12, 0);
	event(RECORD_STOP, 7, 19, 0);
	event(RECORD_TASK_EXIT, 7, 12, 0);
	check("7 +close(,3);7 -close()=?;7!signal 12,0();7!stopped 19,0();7!killed 12,0();");
}

/* ---- exec ---- */

static void an_exec_by_the_leader_is_a_call_like_others(void **state)
{
	(void)state;
	event(RECORD_EXEC, 7, 7, 0);
	call(RECORD_CALL, 7, NR_execve, 1, 0);
	check("7 execve(,@0x3,@0x1000,@0x5)=0;");
}

static void an_exec_by_a_thread_goes_on_as_the_leader(void **state)
{
	(void)state;
	call(RECORD_ENTER, 7, NR_pause, 1, 0);
	call(RECORD_ENTER, 8, NR_execve, 2, 0);
	check("7 +pause();8 +execve(,@0x3,@0x1000,@0x5);");
	event(RECORD_TASK_EXIT, 7, 0, 0); /* no end: the thread takes its place */
	check("");
	event(RECORD_EXEC, 7, 8, 0);
	check("7 -pause()=?;7!superseded 8,0();");
	call(RECORD_EXIT, 7, NR_execve, 2, 0);
	check("7 -execve()=0;");
	event(RECORD_TASK_EXIT, 7, 0, 0);
	check("7!exited 0,0();");
	trace_end(trace, true);
	check("");
}

static void a_thread_killed_in_execve_does_not_hide_the_leaders_end(void **state)
{
	(void)state;
	call(RECORD_ENTER, 8, NR_execve, 1, 0);
	call(RECORD_CALL, 7, NR_getpid, 2, 7);
	check("8 +execve(,@0x3,@0x1000,@0x5);7 getpid()=7;");
	event(RECORD_TASK_EXIT, 7, 9, 0);
	check("");
	event(RECORD_TASK_EXIT, 8, 9, 0);
	check("8 -execve()=?;8!killed 9,0();7!killed 9,0();");
	trace_end(trace, true);
	check("");
}

/* As wait(2) tells it. */
static void a_leader_ends_with_its_last_thread(void **state)
{
	(void)state;
	call(RECORD_CALL, 7, NR_getpid, 1, 7);
	call(RECORD_CALL, 8, NR_getpid, 1, 7);
	call(RECORD_CALL, 9, NR_getpid, 1, 7);
	recorder_take();
	event(RECORD_TASK_EXIT, 7, 0, 0);
	event(RECORD_TASK_EXIT, 9, 5 << 8, 0);
	check("9!exited 5,0();");
	event(RECORD_TASK_EXIT, 8, 3 << 8, 0);
	check("8!exited 3,0();7!exited 3,0();");
	trace_end(trace, true);
	check("");
}

static void a_leader_ends_though_a_threads_end_is_missing(void **state)
{
	(void)state;
	call(RECORD_CALL, 7, NR_getpid, 1, 7);
	call(RECORD_CALL, 8, NR_getpid, 1, 7);
	recorder_take();
	event(RECORD_TASK_EXIT, 7, 4 << 8, 0);
	check("");
	trace_end(trace, false);
	check("7!exited 4,0();");
}

/* The engine knows whose exec it was; the other threads' ends are no sign that it failed. */
static void an_exec_that_ends_several_threads(void **state)
{
	(void)state;
	call(RECORD_CALL, 7, NR_getpid, 1, 7);
	call(RECORD_CALL, 8, NR_getpid, 1, 7);
	call(RECORD_CALL, 9, NR_getpid, 1, 7);
	recorder_take();
	event(RECORD_TASK_EXIT, 7, 0, 8);
	event(RECORD_TASK_EXIT, 9, 0, 8);
	check("9!exited 0,0();");
	event(RECORD_EXEC, 7, 8, 0);
	call(RECORD_CALL, 7, NR_execve, 2, 0);
	check("7!superseded 8,0();7 execve(,@0x3,@0x1000,@0x5)=0;");
	event(RECORD_TASK_EXIT, 7, 0, 0);
	check("7!exited 0,0();");
}

/* ---- hostile ---- */

static void a_record_of_no_type_is_refused(void **state)
{
	struct call_record r = call_record(RECORD_TYPES, 7, NR_read, 1, 0);

	(void)state;
	assert_int_equal(trace_record(trace, &r.record), -EBADMSG);
	r.record.type = 0;
	assert_int_equal(trace_record(trace, &r.record), -EBADMSG);
	check("");
}

int main(void)
{
#define TEST(f_) cmocka_unit_test_setup_teardown(f_, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(a_call_in_one_record),
		TEST(a_call_in_two_records),
		TEST(data_of_the_entry_are_there_at_the_exit),
		TEST(calls_of_tasks_do_not_mix),
		TEST(a_restart_says_what_it_takes_up),
		TEST(an_exit_without_its_entry),
		TEST(an_exit_that_was_not_seen),
		TEST(an_exit_that_was_not_seen_leaves_nothing),
		TEST(outcomes_are_chosen),
		TEST(short_calls_are_not_shown),
		TEST(a_call_is_shown_as_soon_as_it_is_long),
		TEST(a_call_that_does_not_return_is_shown_if_it_was_long),
		TEST(tasks_are_born_and_end),
		TEST(an_end_within_a_call),
		TEST(who_lives_on_is_told_of),
		TEST(what_is_lost_is_told),
		TEST(what_is_shown_unread_is_counted),
		TEST(signals_come_between_calls),
		TEST(an_exec_by_the_leader_is_a_call_like_others),
		TEST(an_exec_by_a_thread_goes_on_as_the_leader),
		TEST(a_thread_killed_in_execve_does_not_hide_the_leaders_end),
		TEST(a_leader_ends_with_its_last_thread),
		TEST(a_leader_ends_though_a_threads_end_is_missing),
		TEST(an_exec_that_ends_several_threads),
		TEST(a_record_of_no_type_is_refused),
	};

	return cmocka_run_group_tests_name("trace", tests, NULL, NULL);
}
