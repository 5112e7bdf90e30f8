/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A sink that writes down every call it gets, in a notation of its own: what the decoder says, not how a sink shows it.
 *
 *   7 read(        call_begin, tid and name; +read( for CALL_ENTRY, -read( for CALL_REST
 *   name=  ,       field, with a name and without
 *   5  @0x10  NULL scalar, address
 *   5</a/b>        descriptor
 *   s"ab"  b"ab"~  bytes, of a string and not; p"ab" a path; ~ cut
 *   `text`         text
 *   { }  [ ]       groups
 *   =>  ...  |     changed, more, note
 *   )=0;           call_end; )...; if more follows, )=?; if it never returned
 *   7!exited 1,0(  event_begin with value and other, );  event_end
 */
#ifndef FAULTLESS_TESTS_SINK_RECORDER_H
#define FAULTLESS_TESTS_SINK_RECORDER_H

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include "descriptor.h"
#include "sink.h"
#include "task.h"

static char recorded[1 << 16];
static size_t recorded_len;

static void recorder_put(const char *format, ...) __attribute__((format(printf, 1, 2)));

static void recorder_put(const char *format, ...)
{
	va_list args;
	int n;

	va_start(args, format);
	n = vsnprintf(recorded + recorded_len, sizeof(recorded) - recorded_len, format, args);
	va_end(args);
	if (n > 0 && recorded_len + n < sizeof(recorded))
		recorded_len += n;
}

/* What was recorded since the last call of this. */
static inline const char *recorder_take(void)
{
	static char taken[sizeof(recorded)];

	memcpy(taken, recorded, recorded_len);
	taken[recorded_len] = 0;
	recorded_len = 0;
	return taken;
}

static void recorder_call_begin(struct sink *sink, const struct call_info *call)
{
	(void)sink;
	recorder_put("%u %s%s(", call->task->tid,
		call->part == CALL_ENTRY  ? "+"
		: call->part == CALL_REST ? "-"
					  : "",
		call->name);
}

static void recorder_scalar(struct sink *sink, const struct type *type, uint64_t value)
{
	(void)sink;
	(void)type;
	recorder_put("%lld", (long long)value);
}

static void recorder_descriptor(struct sink *sink, const struct type *type, uint64_t value,
	const struct descriptor_view *view)
{
	unsigned char path[DESCRIPTOR_PATH_MAX];
	size_t len = descriptor_path(view, path, sizeof(path));

	recorder_scalar(sink, type, value);
	recorder_put("<%.*s>", (int)len, (const char *)path);
}

static void recorder_call_end(struct sink *sink, const struct call_info *call, bool more)
{
	(void)sink;
	if (call->part == CALL_ENTRY)
		recorder_put(more ? ")...;" : ");");
	else if (!call->returned)
		recorder_put(")=?;");
	else {
		recorder_put(")=");
		if (call->descriptor)
			recorder_descriptor(sink, NULL, call->ret, call->descriptor);
		else
			recorder_put("%lld", (long long)call->ret);
		recorder_put(";");
	}
}

static void recorder_note(struct sink *sink, const struct call_info *call)
{
	(void)sink;
	(void)call;
	recorder_put("|");
}

static void recorder_field(struct sink *sink, const char *name)
{
	(void)sink;
	recorder_put(name ? "%s=" : ",", name);
}

static void recorder_bytes(struct sink *sink, const void *bytes, size_t len, unsigned flags)
{
	(void)sink;
	recorder_put("%c\"%.*s\"%s",
		flags & BYTES_PATH     ? 'p'
		: flags & BYTES_STRING ? 's'
				       : 'b',
		(int)len, (const char *)bytes, flags & BYTES_CUT ? "~" : "");
}

static void recorder_address(struct sink *sink, uint64_t addr)
{
	(void)sink;
	if (addr)
		recorder_put("@%#llx", (unsigned long long)addr);
	else
		recorder_put("NULL");
}

static void recorder_text(struct sink *sink, const char *text)
{
	(void)sink;
	recorder_put("`%s`", text);
}

static void recorder_begin(struct sink *sink, enum group group)
{
	(void)sink;
	recorder_put(group == GROUP_ARRAY ? "[" : "{");
}

static void recorder_end(struct sink *sink, enum group group)
{
	(void)sink;
	recorder_put(group == GROUP_ARRAY ? "]" : "}");
}

static void recorder_comment(struct sink *sink, bool begins)
{
	(void)sink;
	recorder_put(begins ? "/*" : "*/");
}

static void recorder_changed(struct sink *sink)
{
	(void)sink;
	recorder_put("=>");
}

static void recorder_more(struct sink *sink)
{
	(void)sink;
	recorder_put("...");
}

static void recorder_event_begin(struct sink *sink, const struct event_info *event)
{
	static const char *const names[] = {"signal", "stopped", "exited", "killed", "superseded",
		"attached", "detached", "lost"};

	(void)sink;
	recorder_put("%u!%s %lld,%lld(", event->task->tid, names[event->kind],
		(long long)event->value, (long long)event->other);
}

static void recorder_event_end(struct sink *sink, const struct event_info *event)
{
	(void)sink;
	(void)event;
	recorder_put(");");
}

static int recorder_flush(struct sink *sink)
{
	(void)sink;
	return 0;
}

static const struct sink_ops recorder_ops = {
	.name = "recorder",
	.call_begin = recorder_call_begin,
	.call_end = recorder_call_end,
	.note = recorder_note,
	.field = recorder_field,
	.scalar = recorder_scalar,
	.descriptor = recorder_descriptor,
	.bytes = recorder_bytes,
	.address = recorder_address,
	.text = recorder_text,
	.begin = recorder_begin,
	.end = recorder_end,
	.comment = recorder_comment,
	.changed = recorder_changed,
	.more = recorder_more,
	.event_begin = recorder_event_begin,
	.event_end = recorder_event_end,
	.flush = recorder_flush,
	.close = recorder_flush,
};

static struct sink recorder = {.ops = &recorder_ops};

#endif
