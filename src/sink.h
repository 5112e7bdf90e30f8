/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The sink: what consumes decoded calls. decode.c walks the description and makes these calls;
 * every output format is one implementation (sink-text.c, sink-summary.c, ...). A sink sees no
 * record and no tracee memory, only data that were read. What a call is given is valid during that
 * call only, unless it is said who owns it.
 *
 * For a call:  call_begin { field value }* [ note { field value }* ] call_end
 * A value is:  scalar | bytes | address | text | begin { field value }* end
 * Between the value at entry and the value at exit of one in-out datum stands changed().
 */
#ifndef FAULTLESS_SINK_H
#define FAULTLESS_SINK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "desc/desc.h"

struct task;
struct options;
struct descriptor_view;

/* What is known of a process whose id is shown. */
struct process_view {
	const char *name; /* its command; NULL: not known, or not asked for */
	uint32_t outer; /* its id in our own PID namespace, if the id shown is another's; else 0 */
};

/* Which part of a call is being shown. */
enum call_part {
	CALL_WHOLE,
	CALL_ENTRY, /* it has not returned: what is known at entry */
	CALL_REST,  /* what came after the CALL_ENTRY part */
};

struct call_info {
	const struct task *task;
	const struct syscall_desc *desc; /* NULL: not in the table */
	const char *name;		 /* "openat", or "syscall_0x1d7" */
	uint32_t nr;
	bool compat; /* made by the 32-bit entry: nr is one of its numbers */
	enum call_part part;
	/* ns, CLOCK_MONOTONIC; of a whole call, if nobody asked for it: exit_time */
	uint64_t enter_time;
	uint64_t exit_time; /* ns; 0 in a CALL_ENTRY part */
	int64_t ret;	    /* as the kernel returned it; not in a CALL_ENTRY part */
	bool returned;	    /* false: never returned, "= ?" */
	uint32_t lost;	    /* data of this call that were lost */
	uint64_t ip;	    /* where the program was */
	bool raw;	    /* numbers without meaning: -e raw= */
	/* what the file descriptor is that it returned; NULL: none, or not known */
	const struct descriptor_view *descriptor;
	const struct process_view *process; /* of the id that it returned; NULL: nothing is known */
};

enum event_kind {
	/* value: signal number; siginfo is shown by values between event_begin and event_end */
	EVENT_SIGNAL,
	EVENT_STOPPED,	  /* value: the signal that stopped it, until SIGCONT */
	EVENT_EXITED,	  /* value: exit status */
	EVENT_KILLED,	  /* value: signal number; other: 1 if it dumped core */
	EVENT_SUPERSEDED, /* exec by another thread; value: that thread's tid */
	/* a task began to be traced; value: its tid; other: that of the task that made it, or 0 */
	EVENT_ATTACHED,
	EVENT_DETACHED, /* tracing of it ended while it lived */
	/*
	 * value: how many records of this task were lost here; other: how many calls have left no
	 * record at all for that reason, 0 if it is not known
	 */
	EVENT_LOST,
	EVENT_MODE, /* its calls are those of another table from here on; value: 32 or 64, its bits */
};

struct event_info {
	const struct task *task;
	enum event_kind kind;
	uint64_t time; /* ns, CLOCK_MONOTONIC */
	uint64_t value;
	uint64_t other;
	uint64_t ip; /* where the program was; 0: not known */
};

enum group { GROUP_STRUCT, GROUP_ARRAY };

/* How bytes() are to be shown. */
#define BYTES_CUT    0x01 /* there was more in the tracee than is shown */
#define BYTES_STRING 0x02 /* a NUL-terminated string (the NUL is not among the bytes) */
#define BYTES_PATH   0x04 /* a file name */
#define BYTES_HEX    0x08 /* no text: every byte in hexadecimal */

struct sink;

struct sink_ops {
	const char *name;
	/* Begins a call; with CALL_REST it goes on where the CALL_ENTRY part ended. */
	void (*call_begin)(struct sink *sink, const struct call_info *call);
	/*
	 * Ends the part. @more: arguments follow in the CALL_REST part (with CALL_ENTRY), or would
	 * have followed if the call had returned.
	 */
	void (*call_end)(struct sink *sink, const struct call_info *call, bool more);
	/*
	 * Ends the arguments: the values from here to call_end say what the return value means
	 * ("Timeout", "flags O_RDWR", the descriptors that are ready).
	 */
	void (*note)(struct sink *sink, const struct call_info *call);
	/*
	 * Begins an argument, member or element. @name is NULL for an element. Owned by the table.
	 */
	void (*field)(struct sink *sink, const char *name);
	/* Integers, flags, enums, descriptors, ids: @value, sign-extended as its @type says. */
	void (*scalar)(struct sink *sink, const struct type *type, uint64_t value);
	/* The same for a file descriptor of which is known what it is. NULL: scalar() will do. */
	void (*descriptor)(struct sink *sink, const struct type *type, uint64_t value,
		const struct descriptor_view *view);
	/* The same for the id of a process. */
	void (*process)(struct sink *sink, const struct type *type, uint64_t value,
		const struct process_view *view);
	/* A string or buffer; @flags: BYTES_*. */
	void (*bytes)(struct sink *sink, const void *bytes, size_t len, unsigned flags);
	/* A pointer that is not followed, or whose datum was not read; 0 is NULL. */
	void (*address)(struct sink *sink, uint64_t addr);
	/*
	 * Words of the notation itself, printed as they are: "WNOHANG", "/\* 20 entries *\/".
	 * Printable ASCII only.
	 */
	void (*text)(struct sink *sink, const char *text);
	/*
	 * Begins, or ends, words that only say once more what stands before them; no number in them is shown by a name.
	 */
	void (*comment)(struct sink *sink, bool begins);
	void (*begin)(struct sink *sink, enum group group);
	void (*end)(struct sink *sink, enum group group);
	void (*changed)(struct sink *sink);
	/* Stands for members or elements that are not shown. */
	void (*more)(struct sink *sink);
	/*
	 * A call whose outcome nobody asked for (-z, -Z), which is not shown. NULL: this sink does not
	 * count calls.
	 */
	void (*unshown)(struct sink *sink, const struct call_info *call);
	void (*event_begin)(struct sink *sink, const struct event_info *event);
	void (*event_end)(struct sink *sink, const struct event_info *event);
	/*
	 * Behind a call: all the bytes of a buffer that it read or wrote (-e read=, write=).
	 * @buffer: which one, of a call that has several; -1: of one that has one. NULL: this sink
	 * has no use for them.
	 */
	void (*dump)(struct sink *sink, const struct call_info *call, const void *bytes, size_t len,
		int buffer);
	/*
	 * Writes out what is buffered. Returns 0 or -errno of the first write that failed since it
	 * was opened.
	 */
	int (*flush)(struct sink *sink);
	/* Flushes, writes what comes at the end (a summary's table), frees. Returns as flush. */
	int (*close)(struct sink *sink);
};

struct sink {
	const struct sink_ops *ops;
};

/*
 * sink_text_open - strace's text. @options are borrowed until close (output file, prefixes, time
 * stamps, quoting). Returns 0, or -errno if the output cannot be opened.
 */
int sink_text_open(const struct options *options, struct sink **ret_sink);

/*
 * sink_text_begin - with -ff, opens the file of task @tid at once, so that an error is known before the task runs;
 * other files are opened for their first line. Returns 0 or -errno.
 */
int sink_text_begin(struct sink *sink, uint32_t tid);

/*
 * sink_summary_open - -c: counts and times calls; the table is written at close. With @next (-C; from now on this
 * sink's) every call is passed on to it as well, and it is closed with this one. Returns as sink_text_open, or -ENOMEM;
 * then @next stays the caller's.
 */
int sink_summary_open(const struct options *options, struct sink *next, struct sink **ret_sink);

struct engine_count;

/*
 * sink_summary_add - adds what an engine has counted of the calls with number @nr, the overhead (-O) taken off already.
 */
void sink_summary_add(struct sink *sink, uint32_t nr, const struct engine_count *count);

#endif
