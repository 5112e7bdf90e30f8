// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * See trace.h. Called by main.c for every record; formats nothing.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include "descriptor.h"
#include "pid-namespace.h"
#include "task.h"
#include "trace.h"
#include "util/clock.h"

#define UNREAD_WAIT_NS 5000000000ull
/* The call is to be taken up again with what is left of its time (include/linux/errno.h). */
#define ERESTART_RESTARTBLOCK 516
/* ns; an idle engine has delivered every record that is older than this. */
#define DELIVERED_NS 100000000ull

enum { ENDED = 64 };

struct trace {
	struct decode *decode;
	struct sink *sink;
	const struct filter *filter;
	const struct filter_record *files; /* NULL: no such filter */
	struct task_table *tasks;
	struct pid_namespaces *namespaces; /* NULL: nobody asks what processes are */
	bool names, outer;
	struct trace_counts counts;
	uint64_t reached; /* what happened before this time has been told */
	/* Those that ended last: a call may have been made before that and be shown after it. */
	struct ended {
		uint32_t tid;
		uint64_t time;
		char name[NAME_SIZE + 1];
	} ended[ENDED];
	unsigned nended;
};

/* Of a process that is not traced the name is looked up. */
static bool name_of(const struct trace *trace, uint32_t pid, uint64_t time, char *ret_name)
{
	const struct task *task = task_find(trace->tasks, pid);

	if (task && *task->name) {
		memcpy(ret_name, task->name, sizeof(task->name));
		return true;
	}
	for (unsigned i = 0; i < ENDED; i++) {
		const struct ended *e = &trace->ended[i];

		if (e->tid == pid && e->time > time && *e->name) {
			memcpy(ret_name, e->name, sizeof(e->name));
			return true;
		}
	}
	ret_name[NAME_SIZE] = 0;
	return !descriptor_task_name(pid, ret_name);
}

/* What is shown beside a process's id; a name only of one that is known to be meant. */
static bool process_of(const void *context, uint32_t tid, uint32_t pid, uint64_t time, char *name,
	struct process_view *ret_view)
{
	const struct trace *trace = context;
	uint32_t ours = trace->namespaces ? pid_namespaces_outer(trace->namespaces, tid, pid) : pid;

	ret_view->name = trace->names && ours && name_of(trace, ours, time, name) ? name : NULL;
	ret_view->outer = trace->outer && ours != pid ? ours : 0;
	return ret_view->name || ret_view->outer;
}

/*
 * Notes that the task is @inner in its PID namespace; 0: looks it up, as early as can be, because the task may end
 * soon.
 */
static void place(struct trace *trace, struct task *task, uint32_t inner, uint32_t namespace)
{
	if (!trace->namespaces || (task->placed && !inner))
		return;
	if (inner)
		pid_namespaces_set(trace->namespaces, task->tid, namespace, inner);
	else
		pid_namespaces_note(trace->namespaces, task->tid);
	task->placed = true;
}

struct trace *trace_new(const struct decode_config *config, const struct filter *filter,
	const struct filter_record *files, struct sink *sink)
{
	struct decode_config named;
	struct trace *trace = calloc(1, sizeof(*trace));

	if (!trace)
		return NULL;
	trace->sink = sink;
	trace->filter = filter;
	trace->files = files && filter_record_asks(files) ? files : NULL;
	if (config->names || config->outer) {
		named = *config;
		named.process_of = process_of;
		named.process_context = trace;
		config = &named;
		trace->names = config->names;
		trace->outer = config->outer;
		trace->namespaces = pid_namespaces_new();
	}
	trace->decode = decode_new(config, sink);
	trace->tasks = task_table_new();
	if (!trace->decode || !trace->tasks) {
		trace_free(trace);
		return NULL;
	}
	return trace;
}

void trace_free(struct trace *trace)
{
	if (!trace)
		return;
	decode_free(trace->decode);
	task_table_free(trace->tasks);
	pid_namespaces_free(trace->namespaces);
	free(trace);
}

const struct trace_counts *trace_counts(const struct trace *trace)
{
	return &trace->counts;
}

static void tell_event(struct trace *trace, const struct event_info *info)
{
	trace->sink->ops->event_begin(trace->sink, info);
	trace->sink->ops->event_end(trace->sink, info);
}

static void tell(struct trace *trace, const struct task *task, enum event_kind kind,
	const struct record *record, uint64_t value, uint64_t other)
{
	struct event_info info = {
		.task = task,
		.kind = kind,
		.time = record ? record->time : 0,
		.value = value,
		.other = other,
	};

	/* Of a stop it says where. */
	if (kind == EVENT_STOPPED) {
		info.ip = other;
		info.other = 0;
	}
	tell_event(trace, &info);
}

/*
 * Whether a call may be shown before it is over: not if its outcome (-e status, -z, -Z) or duration (--min-duration)
 * decides whether it is shown at all.
 */
static bool shows_entries(const struct trace *trace)
{
	return trace->filter->status == FILTER_STATUS_ALL && !trace->filter->min_duration;
}

static bool is_long(const struct trace *trace, const struct record *record, uint64_t until)
{
	uint64_t least = trace->filter->min_duration;

	return !least || until >= ((const struct call *)(record + 1))->enter_time + least;
}

static bool uses_wanted_file(const struct trace *trace, const struct record *record)
{
	return !trace->files || filter_record_wants(trace->files, record);
}

static bool outcome_wanted(const struct trace *trace, const struct call *call)
{
	bool failed = (uint64_t)call->ret >= (uint64_t)-4095;

	return trace->filter->status & (failed ? FILTER_FAILED : FILTER_SUCCESSFUL);
}

static void count_call(struct trace *trace, const struct record *record)
{
	trace->counts.calls++;
	for (const struct blob *b = record_first_blob(record); b; b = record_next_blob(record, b))
		if (b->origin <= ORIGIN_LOST)
			trace->counts.data[b->origin]++;
}

/* Before a call that came by another entry than the task's last. */
static void tell_mode(struct trace *trace, struct task *task, const struct record *record)
{
	const struct call *call = (const struct call *)(record + 1);
	bool compat = record->flags & RECORD_COMPAT;
	struct event_info info = {
		.task = task,
		.kind = EVENT_MODE,
		.time = call->enter_time,
		.value = compat ? 32 : 64,
		.ip = call->ip,
	};

	if (compat == task->compat)
		return;
	task->compat = compat;
	tell_event(trace, &info);
}

/*
 * Shows a call. The engine says whether any of its data were lost; what is shown as addresses for that is counted here,
 * because one read may be for many data.
 */
static int show_call(struct trace *trace, struct task *task, const struct record *record,
	enum call_part part, bool returned)
{
	uint32_t lost = ((const struct call *)(record + 1))->lost, shown = 0;
	int err;

	if (part != CALL_REST)
		tell_mode(trace, task, record);
	err = decode_record_call(trace->decode, record, task, part, returned);
	if (lost)
		shown = decode_unread(trace->decode);
	if (part == CALL_ENTRY) {
		task->unread = shown;
		trace->counts.lost += shown;
		return err;
	}
	if (part == CALL_REST && lost)
		lost = lost > task->unread ? lost - task->unread : 0;
	task->unread = 0;
	trace->counts.lost += shown > lost ? shown : lost;
	return err;
}

/* A signal, or a stop by one. */
static int show_signal(struct trace *trace, struct task *task, const struct record *record)
{
	const struct task_event *event = (const struct task_event *)(record + 1);

	if (record->type == RECORD_SIGNAL)
		return decode_record_signal(trace->decode, record, task);
	if (record->type == RECORD_STOP)
		tell(trace, task, EVENT_STOPPED, record, event->value, event->other);
	return 0;
}

/* The signals that came while the task was in its call: under a tracer that stops it they come when it returns. */
static int show_held(struct trace *trace, struct task *task)
{
	struct held_record *held;
	int err = 0;

	while ((held = task_release(task))) {
		if (!err)
			err = show_signal(trace, task, &held->record);
		free(held);
	}
	return err;
}

/* The task's end within a call, at the time @end. */
static int show_unreturned(struct trace *trace, struct task *task, uint64_t end)
{
	int err = 0;

	if (!task->pending)
		return 0;
	count_call(trace, task->pending);
	if (task->begun)
		err = show_call(trace, task, task->pending, CALL_REST, false);
	else if (trace->filter->status & FILTER_UNFINISHED && is_long(trace, task->pending, end) &&
		 uses_wanted_file(trace, task->pending))
		err = show_call(trace, task, task->pending, CALL_WHOLE, false);
	else
		trace->counts.lost += ((const struct call *)(task->pending + 1))->lost;
	free(task->pending);
	task->pending = NULL;
	task->begun = false;
	return err;
}

static bool is_other_call(const struct record *enter, const struct record *exit)
{
	return ((const struct call *)(enter + 1))->enter_time !=
	       ((const struct call *)(exit + 1))->enter_time;
}

static void tell_unshown(struct trace *trace, const struct task *task, const struct record *record)
{
	const struct call *call = (const struct call *)(record + 1);
	bool compat = record->flags & RECORD_COMPAT;
	struct call_info info = {
		.task = task,
		.desc = desc_call(call->nr, compat),
		.nr = call->nr - (compat ? DESC_COMPAT : 0),
		.compat = compat,
		.part = CALL_WHOLE,
		.enter_time = call->enter_time,
		.exit_time = call->exit_time,
		.ret = call->ret,
		.returned = true,
	};

	trace->sink->ops->unshown(trace->sink, &info);
}

/* A call that is over; @begun: its entry has been shown. */
static int show_returned(
	struct trace *trace, struct task *task, const struct record *whole, bool begun)
{
	const struct call *call = (const struct call *)(whole + 1);

	if (!begun && (!is_long(trace, whole, call->exit_time) || !uses_wanted_file(trace, whole)))
		return 0;
	if (outcome_wanted(trace, call))
		return show_call(trace, task, whole, begun ? CALL_REST : CALL_WHOLE, true);
	trace->counts.lost += call->lost;
	if (trace->sink->ops->unshown)
		tell_unshown(trace, task, whole);
	return 0;
}

static int show_exit(struct trace *trace, struct task *task, const struct record *record)
{
	const struct record *whole;
	const struct call *call = (const struct call *)(record + 1);
	bool begun;
	int err = 0;

	/* Its exit was not seen: it came while tracing of the task began. */
	if (task->pending && is_other_call(task->pending, record))
		err = show_unreturned(trace, task, call->enter_time);
	if (err)
		return err;
	begun = task->begun;
	err = task_join(trace->tasks, task, record, &whole);
	if (err)
		return err;
	count_call(trace, whole);
	call = (const struct call *)(whole + 1);
	err = show_returned(trace, task, whole, begun);
	/* Not before it is shown: a restart_syscall that is interrupted itself says what it had taken up. */
	if (call->ret == -ERESTART_RESTARTBLOCK)
		task->interrupted = call->nr;
	return err ? err : show_held(trace, task);
}

static int show_begin(struct trace *trace, struct task *task)
{
	if (!uses_wanted_file(trace, task->pending))
		return 0;
	task->begun = true;
	return show_call(trace, task, task->pending, CALL_ENTRY, false);
}

/*
 * An entry whose data are still to be read is not shown at once: its exit brings them, within the time of a page fault.
 * One that is not over by then is shown as it is, so that a hung program shows where it hangs.
 */
static int show_enter(struct trace *trace, struct task *task, const struct record *record)
{
	int err = task_enter(task, record);

	if (err || !shows_entries(trace) || record->flags & RECORD_UNREAD)
		return err;
	return show_begin(trace, task);
}

static void note_end(struct trace *trace, const struct task *task, uint64_t time)
{
	struct ended *e = &trace->ended[trace->nended++ % ENDED];

	e->tid = task->tid;
	e->time = time;
	memcpy(e->name, task->name, sizeof(e->name));
}

static int tell_end(struct trace *trace, struct task *task, const struct record *record)
{
	uint64_t status = ((const struct task_event *)(record + 1))->value;
	unsigned signal = status & 0x7f;
	int err = show_unreturned(trace, task, record->time);

	if (!err)
		err = show_held(trace, task);
	if (signal)
		tell(trace, task, EVENT_KILLED, record, signal, status >> 7 & 1);
	else
		tell(trace, task, EVENT_EXITED, record, status >> 8 & 0xff, 0);
	return err;
}

static int show_end(struct trace *trace, struct task *task, const struct record *record)
{
	int err = tell_end(trace, task, record);

	note_end(trace, task, record->time);
	task_remove(trace->tasks, task->tid);
	return err;
}

static const struct record *held_end(const struct task *task)
{
	for (const struct held_record *held = task->held; held; held = held->next)
		if (held->record.type == RECORD_TASK_EXIT)
			return &held->record;
	return NULL;
}

/* The leader's end that was held for @tid, which has ended with @record: its process ends as its last thread did. */
static int show_held_end(
	struct trace *trace, struct task *leader, uint32_t tid, const struct record *record)
{
	const struct record *end = leader ? held_end(leader) : NULL;
	uint64_t executing = end ? ((const struct task_event *)(end + 1))->other : 0;

	if (!end || (executing && executing != tid) || task_has_sibling(trace->tasks, leader))
		return 0;
	return show_end(trace, leader, record);
}

/*
 * A leader's parent is told of its end when its other threads have ended, too; and if one of these executes a program,
 * the leader does not end at all: see show_exec.
 */
static int show_task_exit(struct trace *trace, struct task *task, const struct record *record)
{
	const struct task_event *event = (const struct task_event *)(record + 1);
	uint32_t tgid = task->tgid, tid = task->tid;
	int err;

	if (tid == tgid && (event->other || task_has_sibling(trace->tasks, task)))
		return task_hold(task, record);
	err = show_end(trace, task, record);
	return err ? err : show_held_end(trace, task_find(trace->tasks, tgid), tid, record);
}

/* An exec by a thread: it goes on under the leader's id, in the call that it began under its own. */
static int show_exec(struct trace *trace, struct task *leader, const struct record *record)
{
	uint32_t old = ((const struct task_event *)(record + 1))->value;
	struct task *thread;
	int err;

	if (old == record->tid)
		return 0;
	thread = task_find(trace->tasks, old);
	if (!thread)
		return 0;
	err = show_unreturned(trace, leader, record->time);
	if (!err)
		err = show_held(trace, leader);
	tell(trace, leader, EVENT_SUPERSEDED, record, old, 0);
	free(leader->pending);
	leader->pending = thread->pending;
	leader->begun = thread->begun;
	leader->compat = thread->compat;
	thread->pending = NULL;
	task_remove(trace->tasks, old);
	return err;
}

/* A task's records say what it is called (FACT_NAME). */
static void note_name(struct task *task, const struct record *record)
{
	for (const struct blob *b = record_first_blob(record); b; b = record_next_blob(record, b))
		if (b->flags & BLOB_FACT && b->op == FACT_NAME && b->len == NAME_SIZE)
			memcpy(task->name, b + 1, NAME_SIZE);
}

int trace_record(struct trace *trace, const struct record *record)
{
	const struct task_event *event = (const struct task_event *)(record + 1);
	struct task *task, *child;

	if (!record_body_size(record->type))
		return -EBADMSG;
	task = task_get(trace->tasks, record->tid, record->tgid);
	if (!task)
		return -ENOMEM;
	if (record->time > trace->reached)
		trace->reached = record->time;
	note_name(task, record);
	place(trace, task, 0, 0);
	switch (record->type) {
	case RECORD_CALL:
	case RECORD_EXIT:
		return show_exit(trace, task, record);
	case RECORD_ENTER:
		return show_enter(trace, task, record);
	case RECORD_FORK:
		child = task_get(trace->tasks, event->value, event->other);
		if (!child)
			return -ENOMEM;
		memcpy(child->name, task->name, sizeof(child->name));
		child->compat = task->compat;
		place(trace, child, event->value >> 32, event->other >> 32);
		tell(trace, child, EVENT_ATTACHED, record, child->tid, record->tid);
		return 0;
	case RECORD_ATTACH:
		tell(trace, task, EVENT_ATTACHED, record, record->tid, 0);
		return 0;
	case RECORD_EXEC:
		return show_exec(trace, task, record);
	case RECORD_TASK_EXIT:
		return show_task_exit(trace, task, record);
	case RECORD_SIGNAL:
	case RECORD_STOP:
		if (task->pending)
			return task_hold(task, record);
		return show_signal(trace, task, record);
	case RECORD_LOST:
		tell(trace, task, EVENT_LOST, record, event->value, event->other);
		return 0;
	}
	return -EBADMSG;
}

/*
 * Whether a call that is not over is to be shown by now. Only of a record that is held up while data are fetched for it
 * can it turn out that its call was over before, and so short after all.
 */
static bool is_overdue(const struct trace *trace, const struct task *task)
{
	const struct record *enter = task->pending;

	if (!enter || task->begun || trace->filter->status != FILTER_STATUS_ALL ||
		!is_long(trace, enter, trace->reached))
		return false;
	return !(enter->flags & RECORD_UNREAD) ||
	       now_ns() >= ((const struct call *)(enter + 1))->enter_time + UNREAD_WAIT_NS;
}

static void show_overdue_entry(struct task *task, void *context)
{
	struct trace *trace = context;

	if (is_overdue(trace, task))
		show_begin(trace, task);
}

void trace_overdue(struct trace *trace, bool idle)
{
	uint64_t delivered = now_ns() - DELIVERED_NS;

	if (idle && delivered > trace->reached)
		trace->reached = delivered;
	task_each(trace->tasks, show_overdue_entry, trace);
}

static void end_task(struct task *task, void *context)
{
	const struct record *held = held_end(task);
	struct {
		struct record record;
		struct task_event event;
	} end;

	if (held) {
		memcpy(&end, held, sizeof(end));
		tell_end(context, task, &end.record);
	}
}

static void detach_task(struct task *task, void *context)
{
	if (held_end(task))
		return end_task(task, context);
	show_overdue_entry(task, context);
	tell(context, task, EVENT_DETACHED, NULL, 0, 0);
}

void trace_end(struct trace *trace, bool detached)
{
	trace->reached = now_ns();
	task_each(trace->tasks, detached ? detach_task : end_task, trace);
}
