// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * -c and -C: counts and times calls, and at the end writes strace's table to where the trace goes or
 * would go; another for calls by the 32-bit entry, which have numbers and names in common with the
 * rest. All times are from a call's entry to its return: a tracer that does not stop its tracees
 * cannot ask for their time on the CPU.
 */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "engine.h"
#include "options.h"
#include "sink.h"

enum {
	UNKNOWN = DESC_COMPAT, /* all calls that are not in the description */
	ROWS,
	MIN_NAME = 16,
	MAX_ERRNO = 4095,
};

struct row {
	const char *name; /* NULL: never called */
	uint64_t calls;
	uint64_t errors;
	uint64_t total, shortest, longest; /* ns */
};

struct summary {
	struct sink sink;
	const struct options *options;
	struct sink *next;	  /* takes the table at the end */
	bool forwards;		  /* -C: next takes the calls, too */
	struct row rows[2][ROWS]; /* of the 64-bit entry, of the 32-bit one */
};

static struct summary *summary_of(struct sink *sink)
{
	return (struct summary *)sink;
}

static struct sink *forward_to(struct sink *sink)
{
	return summary_of(sink)->forwards ? summary_of(sink)->next : NULL;
}

/* ---- counting ---- */

/* Of socketcall and ipc: theirs, not that of one of the calls they make, for the kernel counts by number, too. */
static struct row *row_of(struct summary *s, uint32_t nr, bool compat)
{
	const struct syscall_desc *desc = desc_call(nr + (compat ? DESC_COMPAT : 0), compat);
	struct row *row = &s->rows[compat][desc && nr < UNKNOWN ? nr : UNKNOWN];

	row->name = desc ? desc->name : "(unknown)";
	return row;
}

static void count(struct summary *s, const struct call_info *call)
{
	struct row *row = row_of(s, call->nr, call->compat);
	uint64_t ns = call->exit_time > call->enter_time ? call->exit_time - call->enter_time : 0;
	uint64_t overhead = s->options->overhead_ns > 0 ? s->options->overhead_ns : 0;

	ns = ns > overhead ? ns - overhead : 0;
	if (!row->calls || ns < row->shortest)
		row->shortest = ns;
	if (ns > row->longest)
		row->longest = ns;
	row->total += ns;
	row->calls++;
	row->errors += call->ret < 0 && call->ret >= -MAX_ERRNO;
}

static void summary_unshown(struct sink *sink, const struct call_info *call)
{
	count(summary_of(sink), call);
}

void sink_summary_add(struct sink *sink, uint32_t nr, const struct engine_count *count)
{
	bool compat = nr >= DESC_COMPAT && nr < 2 * DESC_COMPAT;
	struct row *row;

	if (!count->calls)
		return;
	row = row_of(summary_of(sink), nr - (compat ? DESC_COMPAT : 0), compat);
	if (!row->calls || count->shortest < row->shortest)
		row->shortest = count->shortest;
	if (count->longest > row->longest)
		row->longest = count->longest;
	row->total += count->total;
	row->calls += count->calls;
	row->errors += count->errors;
}

static void summary_call_begin(struct sink *sink, const struct call_info *call)
{
	struct sink *next = forward_to(sink);

	if (next)
		next->ops->call_begin(next, call);
}

static void summary_call_end(struct sink *sink, const struct call_info *call, bool more)
{
	struct sink *next = forward_to(sink);

	if (call->part != CALL_ENTRY && call->returned)
		count(summary_of(sink), call);
	if (next)
		next->ops->call_end(next, call, more);
}

static void summary_note(struct sink *sink, const struct call_info *call)
{
	struct sink *next = forward_to(sink);

	if (next)
		next->ops->note(next, call);
}

static void summary_field(struct sink *sink, const char *name)
{
	struct sink *next = forward_to(sink);

	if (next)
		next->ops->field(next, name);
}

static void summary_scalar(struct sink *sink, const struct type *type, uint64_t value)
{
	struct sink *next = forward_to(sink);

	if (next)
		next->ops->scalar(next, type, value);
}

static void summary_bytes(struct sink *sink, const void *bytes, size_t len, unsigned flags)
{
	struct sink *next = forward_to(sink);

	if (next)
		next->ops->bytes(next, bytes, len, flags);
}

static void summary_address(struct sink *sink, uint64_t addr)
{
	struct sink *next = forward_to(sink);

	if (next)
		next->ops->address(next, addr);
}

static void summary_text(struct sink *sink, const char *text)
{
	struct sink *next = forward_to(sink);

	if (next)
		next->ops->text(next, text);
}

static void summary_begin(struct sink *sink, enum group group)
{
	struct sink *next = forward_to(sink);

	if (next)
		next->ops->begin(next, group);
}

static void summary_end(struct sink *sink, enum group group)
{
	struct sink *next = forward_to(sink);

	if (next)
		next->ops->end(next, group);
}

static void summary_descriptor(struct sink *sink, const struct type *type, uint64_t value,
	const struct descriptor_view *view)
{
	struct sink *next = forward_to(sink);

	if (next)
		next->ops->descriptor(next, type, value, view);
}

static void summary_process(
	struct sink *sink, const struct type *type, uint64_t value, const struct process_view *view)
{
	struct sink *next = forward_to(sink);

	if (next)
		next->ops->process(next, type, value, view);
}

static void summary_comment(struct sink *sink, bool begins)
{
	struct sink *next = forward_to(sink);

	if (next)
		next->ops->comment(next, begins);
}

static void summary_changed(struct sink *sink)
{
	struct sink *next = forward_to(sink);

	if (next)
		next->ops->changed(next);
}

static void summary_more(struct sink *sink)
{
	struct sink *next = forward_to(sink);

	if (next)
		next->ops->more(next);
}

/* Tasks are announced with -c as well, and what was lost is said. */
static bool is_shown(struct sink *sink, const struct event_info *event)
{
	return summary_of(sink)->forwards || event->kind == EVENT_ATTACHED ||
	       event->kind == EVENT_DETACHED || event->kind == EVENT_LOST;
}

static void summary_event_begin(struct sink *sink, const struct event_info *event)
{
	struct sink *next = summary_of(sink)->next;

	if (is_shown(sink, event))
		next->ops->event_begin(next, event);
}

static void summary_event_end(struct sink *sink, const struct event_info *event)
{
	struct sink *next = summary_of(sink)->next;

	if (is_shown(sink, event))
		next->ops->event_end(next, event);
}

/* ---- the table ---- */

static uint64_t average(const struct row *row)
{
	return row->calls ? row->total / row->calls : 0;
}

static uint64_t sort_key(const struct row *row, enum options_column column)
{
	switch (column) {
	case OPTIONS_COLUMN_TIME_PERCENT:
	case OPTIONS_COLUMN_TOTAL_TIME:
		return row->total;
	case OPTIONS_COLUMN_MIN_TIME:
		return row->shortest;
	case OPTIONS_COLUMN_MAX_TIME:
		return row->longest;
	case OPTIONS_COLUMN_AVG_TIME:
		return average(row);
	case OPTIONS_COLUMN_CALLS:
		return row->calls;
	case OPTIONS_COLUMN_ERRORS:
		return row->errors;
	default:
		return 0;
	}
}

static int compare_rows(const void *a, const void *b, void *column)
{
	const struct row *x = *(const struct row *const *)a, *y = *(const struct row *const *)b;
	enum options_column by = *(const enum options_column *)column;
	uint64_t kx = sort_key(x, by), ky = sort_key(y, by);

	if (by == OPTIONS_COLUMN_NAME)
		return strcmp(x->name, y->name);
	if (kx != ky)
		return kx < ky ? 1 : -1;
	return x < y ? -1 : x > y; /* by number */
}

static void put(struct summary *s, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void put(struct summary *s, const char *format, ...)
{
	char words[128];
	va_list args;

	va_start(args, format);
	vsnprintf(words, sizeof(words), format, args);
	va_end(args);
	s->next->ops->text(s->next, words);
}

static const struct {
	const char *title;
	int width;
} columns[] = {
	[OPTIONS_COLUMN_TIME_PERCENT] = {"% time", 6},
	[OPTIONS_COLUMN_TOTAL_TIME] = {"seconds", 11},
	[OPTIONS_COLUMN_MIN_TIME] = {"shortest", 8},
	[OPTIONS_COLUMN_MAX_TIME] = {"longest", 8},
	[OPTIONS_COLUMN_AVG_TIME] = {"usecs/call", 11},
	[OPTIONS_COLUMN_CALLS] = {"calls", 9},
	[OPTIONS_COLUMN_ERRORS] = {"errors", 9},
	[OPTIONS_COLUMN_NAME] = {"syscall", 0},
};

/* Names are on the left of their column; nothing is padded at the end of a line. */
static void put_name(struct summary *s, unsigned i, const char *name, int width)
{
	put(s, "%-*s", i + 1 < s->options->ncolumns ? width : 0, name);
}

static void put_titles(struct summary *s, int name_width)
{
	for (unsigned i = 0; i < s->options->ncolumns; i++) {
		enum options_column column = s->options->columns[i];

		put(s, "%s", i ? " " : "");
		if (column == OPTIONS_COLUMN_NAME)
			put_name(s, i, columns[column].title, name_width);
		else
			put(s, "%*s", columns[column].width, columns[column].title);
	}
	put(s, "\n");
}

static void put_rule(struct summary *s, int name_width)
{
	for (unsigned i = 0; i < s->options->ncolumns; i++) {
		enum options_column column = s->options->columns[i];
		int width = column == OPTIONS_COLUMN_NAME ? name_width : columns[column].width;

		put(s, "%s", i ? " " : "");
		while (width-- > 0)
			put(s, "-");
	}
	put(s, "\n");
}

static void put_cell(
	struct summary *s, enum options_column column, const struct row *row, double percent)
{
	int width = columns[column].width;

	switch (column) {
	case OPTIONS_COLUMN_TIME_PERCENT:
		put(s, "%*.2f", width, percent);
		break;
	case OPTIONS_COLUMN_TOTAL_TIME:
		put(s, "%*.6f", width, row->total / 1e9);
		break;
	case OPTIONS_COLUMN_MIN_TIME:
		put(s, "%*.6f", width, row->shortest / 1e9);
		break;
	case OPTIONS_COLUMN_MAX_TIME:
		put(s, "%*.6f", width, row->longest / 1e9);
		break;
	case OPTIONS_COLUMN_AVG_TIME:
		put(s, "%*llu", width, (unsigned long long)average(row) / 1000);
		break;
	case OPTIONS_COLUMN_CALLS:
		put(s, "%*llu", width, (unsigned long long)row->calls);
		break;
	case OPTIONS_COLUMN_ERRORS:
		if (row->errors)
			put(s, "%*llu", width, (unsigned long long)row->errors);
		else
			put(s, "%*s", width, "");
		break;
	default:
		break;
	}
}

static void put_row(struct summary *s, const struct row *row, double percent, int name_width)
{
	for (unsigned i = 0; i < s->options->ncolumns; i++) {
		enum options_column column = s->options->columns[i];

		put(s, "%s", i ? " " : "");
		if (column == OPTIONS_COLUMN_NAME)
			put_name(s, i, row->name, name_width);
		else
			put_cell(s, column, row, percent);
	}
	put(s, "\n");
}

static void put_table(struct summary *s, bool compat)
{
	struct row *rows[ROWS];
	struct row total = {.name = "total"};
	enum options_column by = s->options->sort;
	unsigned n = 0;
	int name_width = MIN_NAME;

	for (unsigned i = 0; i < ROWS; i++) {
		struct row *row = &s->rows[compat][i];

		if (!row->calls)
			continue;
		if (!n || row->shortest < total.shortest)
			total.shortest = row->shortest;
		if (row->longest > total.longest)
			total.longest = row->longest;
		total.calls += row->calls;
		total.errors += row->errors;
		total.total += row->total;
		if ((int)strlen(row->name) >= name_width)
			name_width = strlen(row->name) + 1;
		rows[n++] = row;
	}
	if (!n)
		return;
	if (compat)
		put(s, "System call usage summary for 32 bit mode:\n");
	qsort_r(rows, n, sizeof(*rows), compare_rows, &by);
	put_titles(s, name_width);
	put_rule(s, name_width);
	for (unsigned i = 0; i < n; i++)
		put_row(s, rows[i], total.total ? 100.0 * rows[i]->total / total.total : 0,
			name_width);
	put_rule(s, name_width);
	put_row(s, &total, 100, name_width);
}

static int summary_flush(struct sink *sink)
{
	struct sink *next = summary_of(sink)->next;

	return next->ops->flush(next);
}

static int summary_close(struct sink *sink)
{
	struct summary *s = summary_of(sink);
	int err;

	put_table(s, false);
	put_table(s, true);
	err = s->next->ops->close(s->next);
	free(s);
	return err;
}

static const struct sink_ops summary_ops = {
	.name = "summary",
	.call_begin = summary_call_begin,
	.call_end = summary_call_end,
	.note = summary_note,
	.field = summary_field,
	.scalar = summary_scalar,
	.bytes = summary_bytes,
	.address = summary_address,
	.text = summary_text,
	.begin = summary_begin,
	.end = summary_end,
	.descriptor = summary_descriptor,
	.process = summary_process,
	.comment = summary_comment,
	.changed = summary_changed,
	.more = summary_more,
	.unshown = summary_unshown,
	.event_begin = summary_event_begin,
	.event_end = summary_event_end,
	.flush = summary_flush,
	.close = summary_close,
};

int sink_summary_open(const struct options *options, struct sink *next, struct sink **ret_sink)
{
	struct summary *s = calloc(1, sizeof(*s));
	int err = 0;

	if (!s)
		return -ENOMEM;
	s->sink.ops = &summary_ops;
	s->options = options;
	s->forwards = next;
	s->next = next;
	if (!next)
		err = sink_text_open(options, &s->next);
	if (err) {
		free(s);
		return err;
	}
	*ret_sink = &s->sink;
	return 0;
}
