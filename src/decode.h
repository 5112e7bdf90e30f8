/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The decoder: walks the description of a call over the blobs of its record and tells a sink what
 * it finds. It prints only bytes that are in the record; what is not there is shown as its address.
 * It never allocates for an event and trusts neither the record's bytes (a replayed file may be
 * hostile) nor the tracee's.
 */
#ifndef FAULTLESS_DECODE_H
#define FAULTLESS_DECODE_H

#include <stdarg.h>
#include "desc/desc.h"
#include "filter.h"
#include "options.h"
#include "record.h"
#include "sink.h"

struct decode;

/* A datum on its way to the sink; what a leaf's print function gets. */
struct value {
	const struct type *type;
	/* the number, for a datum of at most 8 bytes; sign-extended for signed kinds */
	uint64_t raw;
	/* its bytes in host memory; of an argument, those of its register */
	const unsigned char *bytes;
	size_t len;
	uint64_t addr; /* where the bytes were in the tracee; 0: a register */
	/* Whose member it is, for siblings. */
	const struct field *fields;
	unsigned nfields;
	const unsigned char *base; /* bytes of the struct; NULL: fields are the call's arguments */
	size_t base_len;
	bool at_exit; /* read at exit (a DIR_OUT datum, or the second of an in-out pair) */
};

/* decode_sink - the sink that a leaf prints to: decode_sink(d)->ops->text(decode_sink(d), "...") */
struct sink *decode_sink(const struct decode *d);

/* decode_call_body - the call being shown: arguments, return value. NULL during an event. */
const struct call *decode_call_body(const struct decode *d);

/* decode_task - whose call is being shown. NULL: not known. */
const struct task *decode_task(const struct decode *d);

/* decode_text - formats and prints words of the notation. At most 511 characters are shown. */
void decode_text(struct decode *d, const char *format, ...) __attribute__((format(printf, 2, 3)));

/*
 * decode_note - for the print function of a return type: what is shown from here on stands in
 * parentheses behind the return value. A function that shows nothing does not call it. Not called
 * for calls that failed.
 */
void decode_note(struct decode *d);

/*
 * decode_argument - argument @i of the call being shown; shown as it was read at entry or,
 * @at_exit, at exit.
 */
void decode_argument(struct decode *d, unsigned i, bool at_exit);

/* decode_argument_size - bytes of one datum of the type that argument @i, a pointer, leads to. */
size_t decode_argument_size(const struct decode *d, unsigned i);

/* decode_shows_all - whether nothing of the call is abbreviated (-v, -e abbrev=). */
bool decode_shows_all(const struct decode *d);

/* decode_follows - whether what structures hold is shown, not only where they are (-e verbose=). */
bool decode_follows(const struct decode *d);

/* decode_limit - how many bytes of a string (-s) or elements of an array are shown without -v. */
uint64_t decode_limit(const struct decode *d);

/*
 * decode_memory - the bytes that were read at tracee address @addr. Returns 0 and at least @len
 * bytes in *ret_bytes, valid until the next record; -ENODATA if they were not read (show the
 * address), -EFAULT if they cannot be read by the program itself either.
 */
int decode_memory(const struct decode *d, uint64_t addr, size_t len, bool at_exit,
	const unsigned char **ret_bytes);

/*
 * decode_sibling - value of the field @name beside @v; of a sibling that is a pointer, what it
 * points to. Returns 0 or -ENOENT (no such sibling, or not read).
 */
int decode_sibling(
	const struct decode *d, const struct value *v, const char *name, uint64_t *ret_value);

/*
 * decode_number - shows a number: as the sink's scalar(), but of a file descriptor also what it was at
 * entry or, @at_exit, at exit.
 */
void decode_number(struct decode *d, const struct type *type, uint64_t value, bool at_exit);

/*
 * decode_words_begin - the words that follow stand for @v, which is a number of the type @plain: -X raw shows that
 * alone, -X verbose both. Returns whether the words are wanted; then decode_words_end() behind them.
 */
bool decode_words_begin(struct decode *d, const struct type *plain, const struct value *v);
void decode_words_end(struct decode *d);

/* decode_constants - how names of numbers are shown: -X. */
enum options_consts decode_constants(const struct decode *d);

/* decode_symbol - the name that @type, an ENUM, has for @value; NULL: none. */
const char *decode_symbol(const struct type *type, uint64_t value);

/* decode_set - shows at most @most of the @nbits bits of a set of @type. Returns how many it shows. */
uint64_t decode_set(struct decode *d, const struct type *type, const unsigned char *bytes,
	uint64_t nbits, uint64_t most, bool at_exit);

/*
 * decode_bytes - shows a datum of @type that lies in the @len bytes @bytes (nested data of a leaf).
 */
void decode_bytes(struct decode *d, const struct type *type, const unsigned char *bytes, size_t len,
	uint64_t addr);

/* decode_as - shows the bytes of @v as another type. */
void decode_as(struct decode *d, const struct value *v, const struct type *type);

/* decode_link_kind - what kind of link the netlink message being shown is about: its IFLA_INFO_KIND so far. */
const struct value *decode_link_kind(const struct decode *d);

/* decode_message_type - the nlmsg_type of the netlink message being shown. */
uint16_t decode_message_type(const struct decode *d);

/* ---- for the driver (main.c, tests) ---- */

struct decode_config {
	uint32_t string_limit;	    /* -s */
	enum options_consts consts; /* -X */
	/* Calls that are abbreviated, whose structures are read, that are shown as numbers: -e abbrev=, verbose=, raw=;
	 * borrowed; NULL: all, all, none. */
	const struct filter_calls *abbrev, *verbose, *raw;
	bool names; /* -Y: processes have their command names beside them */
	bool outer; /* --decode-pids=pidns: ids of other PID namespaces have ours beside them */
	/*
	 * Set by trace.c. What is known of the process that task @tid called @pid at @time (CLOCK_MONOTONIC, ns); its
	 * name is written to the NAME_SIZE + 1 bytes @name. Returns whether anything is.
	 */
	bool (*process_of)(const void *context, uint32_t tid, uint32_t pid, uint64_t time,
		char *name, struct process_view *ret_view);
	const void *process_context;
	/* -e read=, write=: descriptors whose data is dumped whole; borrowed; NULL: none. */
	const struct filter_fds *dump_read, *dump_write;
};

/*
 * decode_unread - how many data of the last call were shown as their addresses because they were not read, though the
 * program could have read them.
 */
unsigned decode_unread(const struct decode *d);

/* decode_new - a decoder that tells @sink (borrowed). NULL: out of memory. */
struct decode *decode_new(const struct decode_config *config, struct sink *sink);
void decode_free(struct decode *d);

/*
 * decode_record_call - shows @record (RECORD_CALL, _ENTER or _EXIT; blobs of the entry joined in
 * for _EXIT) as @part of a call of @task. @returned: false for a call whose task ended within it.
 * Returns 0, or -EBADMSG if the record is not well formed.
 */
int decode_record_call(struct decode *d, const struct record *record, const struct task *task,
	enum call_part part, bool returned);

/* decode_record_signal - shows a RECORD_SIGNAL. Returns as decode_record_call. */
int decode_record_signal(struct decode *d, const struct record *record, const struct task *task);

#endif
