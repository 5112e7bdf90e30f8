/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * How numbers are written in strace's text: flags, enums, modes, descriptors, results of calls.
 * Used by sink-text.c.
 */
#ifndef FAULTLESS_NOTATION_H
#define FAULTLESS_NOTATION_H

#include "desc/desc.h"
#include "options.h"
#include "sink.h"
#include "util/outbuf.h"
#include "util/quote.h"

/* notation_scalar - @value of @type, of a scalar kind; constants by name, number or both. */
void notation_scalar(
	struct outbuf *out, const struct type *type, uint64_t value, enum options_consts style);

/* notation_result - what stands behind "= " for a call that returned, without its note. */
void notation_result(struct outbuf *out, const struct call_info *call);

/* notation_quote_style - how a string of these bytes is to be quoted. */
enum quote_style notation_quote_style(enum options_hex hex, const unsigned char *bytes, size_t len);

/*
 * notation_descriptor - what file descriptor @fd is, to stand behind its number; of that, what
 * @options ask for (notation-descriptor.c).
 */
void notation_descriptor(struct outbuf *out, const struct options *options, int64_t fd,
	const struct descriptor_view *view);

/* notation_process - <NAME>, and what its id is in our own namespace, to stand behind the id of a process. */
void notation_process(
	struct outbuf *out, const struct options *options, const struct process_view *view);

/* notation_process_name - <NAME> alone. */
void notation_process_name(struct outbuf *out, const struct options *options, const char *name);

/* notation_signal - the name of signal @number, or the number. */
void notation_signal(struct outbuf *out, uint64_t number);

#endif
