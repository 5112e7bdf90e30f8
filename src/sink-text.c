// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * strace's text, learned from the output of strace 6.1. A lane is what is known of one task; a
 * stream is an output with the line that may be open on it: the one that all tasks share, or with
 * -ff one for each task. A line is open while its call has not returned: another line that comes in
 * between ends it with <unfinished ...>. Whatever the tracee holds, only printable ASCII comes out.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include "desc/types.h"
#include "notation.h"
#include "options.h"
#include "sink.h"
#include "task.h"
#include "util/clock.h"
#include "util/outbuf.h"
#include "util/quote.h"

enum {
	SHARED_ROOM = 1 << 16,
	OWN_ROOM = 1 << 13, /* -ff: there may be thousands */
	CHAINS = 1024,
	DUMP_WIDTH = 16, /* bytes in a line of a dump */
	NSEC = 1000000000,
	CLOCK_SLACK = 1000000, /* ns; two looks at two clocks may be so far apart */
};

struct stream {
	struct outbuf out;
	struct lane *open;   /* whose call's line is open; NULL: none */
	uint64_t line_begin; /* position */
};

struct lane {
	uint32_t tid;
	uint32_t last_nr; /* of the last call, for -n */
	struct stream *stream;
	struct lane *next;
};

struct text {
	struct sink sink;
	const struct options *options;
	struct stream shared; /* with -ff only for what belongs to no task */
	pid_t command;	      /* of -o '|command' */
	int error;	      /* -errno of the first stream that could not be opened or failed */

	struct lane nobodys; /* of tasks whose file could not be opened; its stream keeps nothing */
	struct stream dropped;
	struct lane *chains[CHAINS];
	struct lane *last; /* the one looked up last */
	unsigned nlanes;

	/* The line being written. */
	struct outbuf *out; /* where; NULL: none is */
	bool first;	    /* no value yet in this group */
	bool in_note;	    /* behind the return value */
	bool in_comment;

	/* Tasks whose beginning is still to be said, the oldest first. */
	struct announced {
		uint32_t tid;
		uint32_t parent; /* 0: it was there before */
		uint64_t time;
	} * announced;
	unsigned nannounced, announced_room;

	/* Time stamps. */
	uint64_t wall_offset;	/* CLOCK_REALTIME - CLOCK_MONOTONIC, ns */
	uint64_t former_offset; /* what it was before wall_since */
	uint64_t wall_since;	/* ns, CLOCK_MONOTONIC */
	uint64_t wall_checked;
	uint64_t now;	   /* the latest time seen, ns, CLOCK_MONOTONIC */
	uint64_t previous; /* time of the line before, for -r; 0: there was none */
	uint64_t clock_second;
	char clock_text[9]; /* that second as hh:mm:ss */
};

static struct text *text_of(struct sink *sink)
{
	return (struct text *)sink;
}

/* ---- opening and closing ---- */

static int open_file(const struct options *o, const char *path)
{
	int fd =
		open(path, O_WRONLY | O_CREAT | O_CLOEXEC | (o->append ? O_APPEND : O_TRUNC), 0666);

	return fd < 0 ? -errno : fd;
}

/* The shell command's input. It must not take the tracer with it when it ends early. */
static int open_pipe(struct text *t)
{
	char *argv[] = {"sh", "-c", (char *)t->options->output, NULL};
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attr;
	sigset_t signals;
	int fds[2], err;

	if (pipe2(fds, O_CLOEXEC))
		return -errno;
	sigfillset(&signals);
	posix_spawnattr_init(&attr);
	posix_spawnattr_setsigdefault(&attr, &signals);
	sigemptyset(&signals);
	posix_spawnattr_setsigmask(&attr, &signals);
	posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, fds[0], STDIN_FILENO);
	err = posix_spawn(&t->command, "/bin/sh", &actions, &attr, argv, environ);
	posix_spawn_file_actions_destroy(&actions);
	posix_spawnattr_destroy(&attr);
	close(fds[0]);
	if (err) {
		close(fds[1]);
		t->command = 0;
		return -err;
	}
	return fds[1];
}

static bool is_separate(const struct text *t)
{
	return t->options->separately && t->options->output && !t->options->output_pipe;
}

/* As many files as there are tasks at a time: more than are usual. The command, which has begun, does not see it. */
static void raise_file_limit(void)
{
	struct rlimit limit;

	if (getrlimit(RLIMIT_NOFILE, &limit))
		return;
	limit.rlim_cur = limit.rlim_max;
	setrlimit(RLIMIT_NOFILE, &limit);
}

static int open_shared(struct text *t)
{
	const struct options *o = t->options;
	int fd = STDERR_FILENO, err;

	if (is_separate(t))
		raise_file_limit();
	if (o->output && o->output_pipe)
		fd = open_pipe(t);
	else if (o->output && !is_separate(t))
		fd = open_file(o, o->output);
	if (fd < 0)
		return fd;
	err = outbuf_init(&t->shared.out, fd, SHARED_ROOM);
	if (err && fd != STDERR_FILENO)
		close(fd);
	return err;
}

static int close_stream(struct stream *stream)
{
	int err = outbuf_flush(&stream->out);

	if (stream->out.fd != STDERR_FILENO && close(stream->out.fd) && !err)
		err = -errno;
	outbuf_done(&stream->out);
	return err;
}

static void remember(struct text *t, int err)
{
	if (!t->error)
		t->error = err;
}

/* With -ff: the task's own file. */
static int open_own(const struct text *t, uint32_t tid, struct stream **ret_stream)
{
	const char *prefix = t->options->output;
	struct stream *stream = calloc(1, sizeof(*stream));
	size_t size = strlen(prefix) + 16;
	char *path = malloc(size);
	int fd = -ENOMEM, err = -ENOMEM;

	if (!stream || !path)
		goto out;
	snprintf(path, size, "%s.%u", prefix, tid);
	fd = err = open_file(t->options, path);
	if (fd < 0)
		goto out;
	err = outbuf_init(&stream->out, fd, OWN_ROOM);
	if (!err)
		*ret_stream = stream;
	else
		close(fd);
out:
	free(path);
	if (err)
		free(stream);
	return err;
}

/* ---- lanes ---- */

static struct lane **find_lane(struct text *t, uint32_t tid)
{
	struct lane **link = &t->chains[tid % CHAINS];

	while (*link && (*link)->tid != tid)
		link = &(*link)->next;
	return link;
}

/*
 * The task's lane. A task whose lane or file cannot be made shares one that nobody reads; the error
 * is remembered.
 */
static struct lane *lane_of(struct text *t, uint32_t tid)
{
	struct lane **link, *lane;
	int err;

	if (t->last && t->last->tid == tid)
		return t->last;
	link = find_lane(t, tid);
	lane = *link;
	if (!lane) {
		lane = calloc(1, sizeof(*lane));
		err = lane ? 0 : -ENOMEM;
		if (!err && is_separate(t))
			err = open_own(t, tid, &lane->stream);
		else if (!err)
			lane->stream = &t->shared;
		if (err) {
			remember(t, err);
			free(lane);
			return &t->nobodys;
		}
		lane->tid = tid;
		*link = lane;
		t->nlanes++;
	}
	t->last = lane;
	return lane;
}

/* Ends the line that is open on @stream, if any. */
static void end_open_line(struct stream *stream, const char *how)
{
	if (!stream->open)
		return;
	outbuf_text(&stream->out, how);
	stream->open = NULL;
}

static void remove_lane(struct text *t, uint32_t tid, const char *how)
{
	struct lane **link = find_lane(t, tid);
	struct lane *lane = *link;

	if (!lane)
		return;
	if (lane->stream->open == lane)
		end_open_line(lane->stream, how);
	*link = lane->next;
	if (lane->stream != &t->shared) {
		remember(t, close_stream(lane->stream));
		free(lane->stream);
	}
	if (t->last == lane)
		t->last = NULL;
	free(lane);
	t->nlanes--;
}

/* ---- the beginning of a line ---- */

/*
 * The wall clock is set, and goes on while the machine sleeps: records of before and after it are stamped by what it
 * showed then.
 */
static void check_wall_clock(struct text *t)
{
	uint64_t before, offset;
	int64_t moved;

	for (unsigned tries = 0; tries < 3; tries++) {
		before = now_ns();
		offset = clock_ns(CLOCK_REALTIME) - before;
		if (now_ns() - before < CLOCK_SLACK)
			break;
	}
	moved = offset - t->wall_offset;
	if (moved > CLOCK_SLACK || moved < -CLOCK_SLACK) {
		t->former_offset = t->wall_offset;
		t->wall_offset = offset;
		t->wall_since = t->wall_checked;
	}
	t->wall_checked = before;
}

static const uint32_t powers_of_ten[] = {
	1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000};

/* ".123456": the first @digits digits of the fraction; nothing for none. */
static void put_fraction(struct outbuf *out, uint64_t ns, unsigned digits)
{
	if (!digits)
		return;
	if (digits > 9)
		digits = 9;
	outbuf_char(out, '.');
	outbuf_pad(out, ns % NSEC / powers_of_ten[9 - digits], digits, '0');
}

static void put_stamp(struct text *t, struct outbuf *out, uint64_t time)
{
	const struct options *o = t->options;
	uint64_t wall = time + (time < t->wall_since ? t->former_offset : t->wall_offset);

	if (o->stamp == OPTIONS_STAMP_UNIX) {
		outbuf_dec(out, wall / NSEC);
	} else {
		if (wall / NSEC != t->clock_second || !t->clock_text[0]) {
			time_t second = t->clock_second = wall / NSEC;
			struct tm local;

			if (!localtime_r(&second, &local) ||
				!strftime(t->clock_text, sizeof(t->clock_text), "%T", &local))
				strcpy(t->clock_text, "??:??:??");
		}
		outbuf_text(out, t->clock_text);
	}
	put_fraction(out, wall, o->stamp_digits);
	outbuf_char(out, ' ');
}

/* Calls are shown when they return, so a line may have begun before the one above it did. */
static void put_relative(struct text *t, struct outbuf *out, uint64_t time)
{
	const struct options *o = t->options;
	uint64_t since = t->previous && time > t->previous ? time - t->previous : 0;

	if (time > t->previous)
		t->previous = time;
	outbuf_text(out, o->stamp ? "(+" : "");
	outbuf_pad(out, since / NSEC, 6, ' ');
	put_fraction(out, since, o->relative_digits);
	outbuf_text(out, o->stamp ? ") " : " ");
}

static void put_instruction_pointer(struct outbuf *out, uint64_t ip, bool compat)
{
	char text[24];

	if (ip)
		snprintf(text, sizeof(text), "[%0*llx] ", compat ? 8 : 16, (unsigned long long)ip);
	else
		snprintf(text, sizeof(text), "[%.*s] ", compat ? 8 : 16, "????????????????");
	outbuf_text(out, text);
}

static void put_name(struct text *t, struct outbuf *out, const struct task *task)
{
	if (t->options->decode_pids & OPTIONS_PID_COMM && *task->name)
		notation_process_name(out, t->options, task->name);
}

/* Begins a line about a task at @time, when it was at @ip; 0: that is not known. */
static void begin_line(
	struct text *t, struct lane *lane, const struct task *task, uint64_t time, uint64_t ip)
{
	const struct options *o = t->options;
	struct stream *stream = lane->stream;
	struct outbuf *out = &stream->out;

	end_open_line(stream, " <unfinished ...>\n");
	stream->line_begin = outbuf_position(out);
	t->out = out;
	if (time > t->now)
		t->now = time;
	if (!o->output) {
		if (t->nlanes > 1) {
			outbuf_bytes(out, "[pid ", 5);
			outbuf_pad(out, lane->tid, 5, ' ');
			put_name(t, out, task);
			outbuf_bytes(out, "] ", 2);
		}
	} else if (stream == &t->shared && (o->follow || o->npids > 1)) {
		uint64_t at = outbuf_position(out);

		outbuf_dec(out, lane->tid);
		put_name(t, out, task);
		at = outbuf_position(out) - at;
		outbuf_fill(out, ' ', at < 5 ? 6 - at : 1);
	}
	if (o->stamp)
		put_stamp(t, out, time ? time : t->now);
	if (o->relative)
		put_relative(t, out, time ? time : t->now);
	if (o->syscall_number) {
		outbuf_char(out, '[');
		outbuf_pad(out, lane->last_nr, 4, ' ');
		outbuf_text(out, "] ");
	}
	if (o->instruction_pointer)
		put_instruction_pointer(out, ip, task->compat);
}

static void end_line(struct text *t)
{
	outbuf_char(t->out, '\n');
	t->out = NULL;
}

/* ---- tasks that come and go ---- */

/* A message about the tracing itself; it goes to stderr, whatever -o says. */
static void say(struct text *t, uint32_t tid, const char *what)
{
	char line[64];
	int n = snprintf(line, sizeof(line), "faultless: Process %u %s\n", tid, what);

	if (t->options->quiet & OPTIONS_QUIET_ATTACH)
		return;
	if (t->shared.out.fd == STDERR_FILENO) {
		end_open_line(&t->shared, " <unfinished ...>\n");
		outbuf_bytes(&t->shared.out, line, n);
	} else if (write(STDERR_FILENO, line, n) < 0) {
		return; /* a message that nobody can read is not part of the trace */
	}
}

/*
 * A new task is announced behind the line of the call that made it, as under strace; before its own
 * first line, or one that began later, if that comes first. Of those of -p main.c has told.
 */
static void announce(struct text *t, const struct event_info *event)
{
	if (t->nannounced == t->announced_room) {
		unsigned room = 2 * t->announced_room + 16;
		struct announced *more = realloc(t->announced, room * sizeof(*more));

		if (!more) {
			if (event->other)
				say(t, event->value, "attached");
			return;
		}
		t->announced = more;
		t->announced_room = room;
	}
	t->announced[t->nannounced++] = (struct announced){event->value, event->other, event->time};
}

/* Task @tid, and those that began before @time. */
static void make_known(struct text *t, uint32_t tid, uint64_t time)
{
	unsigned kept = 0;

	for (unsigned i = 0; i < t->nannounced; i++) {
		struct announced *a = &t->announced[i];

		if (a->tid == tid || a->time < time) {
			if (a->parent)
				say(t, a->tid, "attached");
			lane_of(t, a->tid);
			if (a->parent)
				lane_of(t, a->parent); /* even if no call of it is shown */
		} else {
			t->announced[kept++] = *a;
		}
	}
	t->nannounced = kept;
}

/* ---- values ---- */

static void text_scalar(struct sink *sink, const struct type *type, uint64_t value)
{
	struct text *t = text_of(sink);

	bool named = t->in_comment || (t->in_note && type->named);

	notation_scalar(t->out, type, value, named ? OPTIONS_CONSTS_ABBREV : t->options->consts);
}

static void text_descriptor(struct sink *sink, const struct type *type, uint64_t value,
	const struct descriptor_view *view)
{
	struct text *t = text_of(sink);

	text_scalar(sink, type, value);
	notation_descriptor(t->out, t->options, value, view);
}

static void text_process(
	struct sink *sink, const struct type *type, uint64_t value, const struct process_view *view)
{
	text_scalar(sink, type, value);
	notation_process(text_of(sink)->out, text_of(sink)->options, view);
}

static void text_field(struct sink *sink, const char *name)
{
	struct text *t = text_of(sink);

	if (!t->first)
		outbuf_bytes(t->out, ", ", 2);
	t->first = false;
	if (name) {
		outbuf_text(t->out, name);
		outbuf_char(t->out, '=');
	}
}

static void text_bytes(struct sink *sink, const void *data, size_t len, unsigned flags)
{
	struct text *t = text_of(sink);
	const unsigned char *bytes = data;
	enum quote_style style =
		flags & BYTES_HEX ? QUOTE_HEX : notation_quote_style(t->options->hex, bytes, len);
	size_t most = OUTBUF_PIECE / QUOTE_WIDEST;

	outbuf_char(t->out, '"');
	while (len) {
		size_t n = len < most ? len : most;
		char *to = outbuf_reserve(t->out, n * QUOTE_WIDEST);

		outbuf_commit(t->out,
			quote(bytes, n, n < len ? bytes[n] : -1, style, QUOTE_IN_QUOTES, to));
		bytes += n;
		len -= n;
	}
	outbuf_char(t->out, '"');
	if (flags & BYTES_CUT)
		outbuf_bytes(t->out, "...", 3);
}

static void text_address(struct sink *sink, uint64_t addr)
{
	text_scalar(sink, &type_addr, addr);
}

/* Outside of a line, whole lines of the caller's (the summary's table). */
static void text_text(struct sink *sink, const char *words)
{
	struct text *t = text_of(sink);
	struct outbuf *out = t->out;

	if (!out) {
		out = &t->shared.out;
		make_known(t, 0, UINT64_MAX);
		end_open_line(&t->shared, " <unfinished ...>\n");
	}
	for (const char *c = words; *c; c++)
		outbuf_char(out, (*c >= ' ' && *c <= '~') || (*c == '\n' && !t->out) ? *c : '?');
}

static void text_comment(struct sink *sink, bool begins)
{
	outbuf_text(text_of(sink)->out, begins ? " /* " : " */");
	text_of(sink)->in_comment = begins;
}

static void text_begin(struct sink *sink, enum group group)
{
	struct text *t = text_of(sink);

	outbuf_char(t->out, group == GROUP_STRUCT ? '{' : '[');
	t->first = true;
}

static void text_end(struct sink *sink, enum group group)
{
	struct text *t = text_of(sink);

	outbuf_char(t->out, group == GROUP_STRUCT ? '}' : ']');
	t->first = false;
}

static void text_changed(struct sink *sink)
{
	outbuf_bytes(text_of(sink)->out, " => ", 4);
}

static void text_more(struct sink *sink)
{
	text_field(sink, NULL);
	outbuf_bytes(text_of(sink)->out, "...", 3);
}

/* ---- calls ---- */

static void text_call_begin(struct sink *sink, const struct call_info *call)
{
	struct text *t = text_of(sink);
	struct lane *lane;

	if (t->nannounced)
		make_known(t, call->task->tid, call->part == CALL_REST ? 0 : call->enter_time);
	lane = lane_of(t, call->task->tid);
	lane->last_nr = call->nr;
	t->in_note = false;
	t->first = true;
	if (call->part == CALL_REST && lane->stream->open == lane) {
		lane->stream->open = NULL;
		t->out = &lane->stream->out;
		return;
	}
	begin_line(t, lane, call->task,
		call->part == CALL_REST ? call->exit_time : call->enter_time, call->ip);
	if (call->part == CALL_REST)
		outbuf_bytes(t->out, "<... ", 5);
	outbuf_text(t->out, call->name);
	if (call->part == CALL_REST)
		outbuf_bytes(t->out, " resumed>", 9);
	else
		outbuf_char(t->out, '(');
}

static void end_arguments(struct text *t, const struct lane *lane)
{
	uint64_t len;

	outbuf_char(t->out, ')');
	len = outbuf_position(t->out) - lane->stream->line_begin;
	outbuf_fill(t->out, ' ', len < t->options->column ? t->options->column - len : 1);
	outbuf_bytes(t->out, "= ", 2);
}

static void text_note(struct sink *sink, const struct call_info *call)
{
	struct text *t = text_of(sink);

	end_arguments(t, lane_of(t, call->task->tid));
	notation_result(t->out, call);
	outbuf_bytes(t->out, " (", 2);
	t->first = true;
	t->in_note = true;
}

static void put_duration(struct text *t, const struct call_info *call)
{
	uint64_t ns = call->exit_time > call->enter_time ? call->exit_time - call->enter_time : 0;

	outbuf_bytes(t->out, " <", 2);
	outbuf_dec(t->out, ns / NSEC);
	put_fraction(t->out, ns, t->options->times_digits);
	outbuf_char(t->out, '>');
}

static void text_call_end(struct sink *sink, const struct call_info *call, bool more)
{
	struct text *t = text_of(sink);
	struct lane *lane = lane_of(t, call->task->tid);

	if (call->part == CALL_ENTRY) {
		if (more && !t->first)
			outbuf_bytes(t->out, ", ", 2);
		lane->stream->open = lane;
		t->out = NULL;
		return;
	}
	if (!call->returned) {
		if (more && call->part == CALL_WHOLE && !t->first)
			outbuf_bytes(t->out, ", ", 2);
		if (more)
			outbuf_text(t->out, " <unfinished ...>");
		end_arguments(t, lane);
		outbuf_char(t->out, '?');
	} else {
		if (t->in_note) {
			outbuf_char(t->out, ')');
		} else {
			end_arguments(t, lane);
			notation_result(t->out, call);
			if (call->descriptor && !call->raw)
				notation_descriptor(
					t->out, t->options, call->ret, call->descriptor);
			if (call->process && !call->raw)
				notation_process(t->out, t->options, call->process);
		}
		if (t->options->times)
			put_duration(t, call);
	}
	end_line(t);
	if (t->nannounced && call->ret > 0)
		make_known(t, call->ret, 0);
}

/* ---- events ---- */

static void put_event(struct text *t, const struct event_info *event)
{
	struct outbuf *out = t->out;

	switch (event->kind) {
	case EVENT_SIGNAL:
		outbuf_text(out, "--- ");
		notation_signal(out, event->value);
		outbuf_char(out, ' ');
		break;
	case EVENT_STOPPED:
		outbuf_text(out, "--- stopped by ");
		notation_signal(out, event->value);
		outbuf_text(out, " ---");
		break;
	case EVENT_EXITED:
		outbuf_text(out, "+++ exited with ");
		outbuf_dec(out, event->value);
		outbuf_text(out, " +++");
		break;
	case EVENT_KILLED:
		outbuf_text(out, "+++ killed by ");
		notation_signal(out, event->value);
		outbuf_text(out, event->other ? " (core dumped) +++" : " +++");
		break;
	case EVENT_SUPERSEDED:
		outbuf_text(out, "+++ superseded by execve in pid ");
		outbuf_dec(out, event->value);
		outbuf_text(out, " +++");
		break;
	case EVENT_LOST:
		outbuf_text(out, "... ");
		outbuf_dec(out, event->other ? event->other : event->value);
		outbuf_text(out, event->other ? " calls of pid " : " records of pid ");
		outbuf_dec(out, event->task->tid);
		outbuf_text(out, " lost here ...");
		break;
	case EVENT_MODE:
		outbuf_text(out, "[ Process PID=");
		outbuf_dec(out, event->task->tid);
		outbuf_text(out, " runs in ");
		outbuf_dec(out, event->value);
		outbuf_text(out, " bit mode. ]");
		break;
	case EVENT_ATTACHED:
	case EVENT_DETACHED:
		break;
	}
}

static bool has_line(const struct text *t, const struct event_info *event)
{
	switch (event->kind) {
	case EVENT_EXITED:
		return !(t->options->quiet & OPTIONS_QUIET_EXIT);
	case EVENT_KILLED:
		return filter_has_signal(&t->options->filter, event->value);
	case EVENT_SUPERSEDED:
		return !(t->options->quiet & OPTIONS_QUIET_THREAD_EXECVE);
	case EVENT_MODE:
		return !(t->options->quiet & OPTIONS_QUIET_PERSONALITY);
	case EVENT_ATTACHED:
	case EVENT_DETACHED:
		return false;
	default:
		return true;
	}
}

/* The thread's call goes on as the leader's. */
static void supersede(struct text *t, uint32_t leader, uint32_t old)
{
	char how[48];

	snprintf(how, sizeof(how), " <pid changed to %u ...>\n", leader);
	remove_lane(t, old, how);
}

static void text_event_begin(struct sink *sink, const struct event_info *event)
{
	struct text *t = text_of(sink);
	struct lane *lane;

	if (event->kind == EVENT_ATTACHED) {
		announce(t, event);
		return;
	}
	if (t->nannounced)
		make_known(t, event->task->tid, event->time);
	if (event->kind == EVENT_SUPERSEDED)
		supersede(t, event->task->tid, event->value);
	if (!has_line(t, event))
		return;
	lane = lane_of(t, event->task->tid);
	begin_line(t, lane, event->task, event->time, event->ip);
	put_event(t, event);
	t->first = true;
	t->in_note = false;
}

static void text_event_end(struct sink *sink, const struct event_info *event)
{
	struct text *t = text_of(sink);

	if (t->out) {
		if (event->kind == EVENT_SIGNAL)
			outbuf_text(t->out, t->first ? "---" : " ---");
		end_line(t);
	}
	switch (event->kind) {
	case EVENT_EXITED:
	case EVENT_KILLED:
		remove_lane(t, event->task->tid, " <unfinished ...>\n");
		break;
	case EVENT_DETACHED:
		remove_lane(t, event->task->tid, " <detached ...>\n");
		say(t, event->task->tid, "detached");
		break;
	default:
		break;
	}
}

/* ---- the end ---- */

static int text_flush(struct sink *sink)
{
	struct text *t = text_of(sink);

	if (t->options->stamp)
		check_wall_clock(t);
	make_known(t, 0, UINT64_MAX);
	remember(t, outbuf_flush(&t->shared.out));
	for (unsigned i = 0; is_separate(t) && i < CHAINS; i++)
		for (struct lane *lane = t->chains[i]; lane; lane = lane->next)
			remember(t, outbuf_flush(&lane->stream->out));
	return t->error;
}

static int text_close(struct sink *sink)
{
	struct text *t = text_of(sink);
	int err;

	make_known(t, 0, UINT64_MAX);
	for (unsigned i = 0; i < CHAINS; i++)
		while (t->chains[i])
			remove_lane(t, t->chains[i]->tid, " <unfinished ...>\n");
	remember(t, close_stream(&t->shared));
	if (t->command)
		while (waitpid(t->command, NULL, 0) < 0 && errno == EINTR)
			;
	err = t->error;
	outbuf_done(&t->dropped.out);
	free(t->announced);
	free(t);
	return err;
}

/* " | 00010  68 65 6c 6c 6f 20 77 6f  72 6c 64 2c 20 74 68 69  hello world, thi |" */
static void dump_line(struct outbuf *out, const unsigned char *bytes, size_t at, size_t n)
{
	char line[96];
	size_t len = snprintf(line, sizeof(line), " | %05zx ", at);

	for (size_t i = 0; i < DUMP_WIDTH; i++) {
		if (i % 8 == 0)
			line[len++] = ' ';
		if (i < n)
			len += snprintf(line + len, sizeof(line) - len, "%02x ", bytes[i]);
		else
			len += snprintf(line + len, sizeof(line) - len, "   ");
	}
	line[len++] = ' ';
	for (size_t i = 0; i < DUMP_WIDTH; i++)
		line[len++] = i >= n				   ? ' '
			      : bytes[i] >= ' ' && bytes[i] < 0x7f ? (char)bytes[i]
								   : '.';
	outbuf_bytes(out, line, len);
	outbuf_bytes(out, " |\n", 3);
}

static void text_dump(
	struct sink *sink, const struct call_info *call, const void *bytes, size_t len, int buffer)
{
	struct text *t = text_of(sink);
	struct outbuf *out = &lane_of(t, call->task->tid)->stream->out;

	if (buffer >= 0) {
		outbuf_text(out, " * ");
		outbuf_dec(out, len);
		outbuf_text(out, " bytes in buffer ");
		outbuf_dec(out, buffer);
		outbuf_char(out, '\n');
	}
	for (size_t at = 0; at < len; at += DUMP_WIDTH)
		dump_line(out, (const unsigned char *)bytes + at, at,
			len - at < DUMP_WIDTH ? len - at : DUMP_WIDTH);
}

static const struct sink_ops text_ops = {
	.name = "text",
	.call_begin = text_call_begin,
	.call_end = text_call_end,
	.note = text_note,
	.field = text_field,
	.scalar = text_scalar,
	.descriptor = text_descriptor,
	.process = text_process,
	.bytes = text_bytes,
	.address = text_address,
	.text = text_text,
	.comment = text_comment,
	.begin = text_begin,
	.end = text_end,
	.changed = text_changed,
	.more = text_more,
	.event_begin = text_event_begin,
	.event_end = text_event_end,
	.dump = text_dump,
	.flush = text_flush,
	.close = text_close,
};

int sink_text_open(const struct options *options, struct sink **ret_sink)
{
	struct text *t = calloc(1, sizeof(*t));
	int err;

	if (!t)
		return -ENOMEM;
	t->sink.ops = &text_ops;
	t->options = options;
	t->wall_checked = now_ns();
	t->wall_offset = clock_ns(CLOCK_REALTIME) - t->wall_checked;
	t->nobodys.stream = &t->dropped;
	err = outbuf_init(&t->dropped.out, -1, OUTBUF_PIECE);
	t->dropped.out.error = -EBADF;
	if (!err)
		err = open_shared(t);
	if (err) {
		outbuf_done(&t->dropped.out);
		free(t);
		return err;
	}
	*ret_sink = &t->sink;
	return 0;
}

int sink_text_begin(struct sink *sink, uint32_t tid)
{
	struct text *t = text_of(sink);

	if (is_separate(t))
		lane_of(t, tid);
	return t->error;
}
