// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Print hooks of signals and of the calls that wait: signal sets, siginfo, what poll and select found. A hook may only
 * print; what it prints was read by a plan.
 */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <time.h>
#include "../decode.h"
#include "leaf.h"
#include "types.h"

/* ---- signals ---- */

static void note_mask(struct decode *d, const struct value *v, const char *what)
{
	decode_note(d);
	decode_text(d, "%s ", what);
	decode_bytes(d, &type_sigset32, v->bytes, 4, 0);
}

static void note_sgetmask(struct decode *d, const struct value *v)
{
	note_mask(d, v, "mask");
}

static void note_ssetmask(struct decode *d, const struct value *v)
{
	note_mask(d, v, "old mask");
}

RETURN(ret_sgetmask, KIND_HEX, 4, note_sgetmask);
RETURN(ret_ssetmask, KIND_HEX, 4, note_ssetmask);

/* The number of a call of this machine, by its name. */
static void leaf_call_number(struct decode *d, const struct value *v)
{
	const struct syscall_desc *call = v->raw < DESC_COMPAT ? desc_syscall(v->raw) : NULL;
	enum options_consts style = decode_constants(d);

	if (!call || style == OPTIONS_CONSTS_RAW)
		decode_text(d, "%u", (unsigned)v->raw);
	else if (style == OPTIONS_CONSTS_VERBOSE)
		decode_text(d, "%u /* __NR_%s */", (unsigned)v->raw, call->name);
	else
		decode_text(d, "__NR_%s", call->name);
}

/* That of a 32-bit call, with its name behind it. */
static void leaf_call_number32(struct decode *d, const struct value *v)
{
	const struct syscall_desc *call =
		v->raw < DESC_COMPAT ? desc_syscall(DESC_COMPAT + v->raw) : NULL;

	decode_text(d, "%u", (unsigned)v->raw);
	if (call && decode_constants(d) != OPTIONS_CONSTS_RAW)
		decode_text(d, " /* %s */", call->name);
}

LEAF(call_number, 4, leaf_call_number);
LEAF(call_number32, 4, leaf_call_number32);

/* ---- poll and select ---- */

static void note_timeout(struct decode *d)
{
	decode_note(d);
	leaf_field(d, NULL);
	decode_text(d, "Timeout");
}

/* What is left of the time that argument @i gave: "left {tv_sec=0, tv_nsec=5}". */
static void show_left(struct decode *d, unsigned i)
{
	size_t size = decode_argument_size(d, i);
	const unsigned char *bytes;

	if (decode_memory(d, decode_call_body(d)->args[i], size, true, &bytes))
		return;
	decode_note(d);
	leaf_field(d, NULL);
	decode_text(d, "left ");
	decode_argument(d, i, true);
}

/* = 1 ([{fd=4, revents=POLLOUT}], left {tv_sec=0, tv_nsec=5}) */
static void note_poll(struct decode *d, const struct value *v)
{
	const struct call *call = decode_call_body(d);
	struct sink *sink = decode_sink(d);
	const unsigned char *bytes;
	uint64_t ready = 0, shown = decode_shows_all(d) ? UINT64_MAX : decode_limit(d);

	if (!v->raw) {
		note_timeout(d);
		return;
	}
	if (!decode_follows(d))
		return;
	decode_note(d);
	leaf_field(d, NULL);
	sink->ops->begin(sink, GROUP_ARRAY);
	for (uint32_t i = 0; i < (uint32_t)call->args[1] && ready < v->raw; i++) {
		struct pollfd fd;

		if (decode_memory(d, call->args[0] + i * sizeof(fd), sizeof(fd), true, &bytes))
			break;
		memcpy(&fd, bytes, sizeof(fd));
		if (!fd.revents)
			continue;
		if (ready++ == shown) {
			sink->ops->more(sink);
			break;
		}
		leaf_field(d, NULL);
		sink->ops->begin(sink, GROUP_STRUCT);
		leaf_scalar(d, "fd", &type_fd, fd.fd);
		leaf_scalar(d, "revents", &type_poll_events, (uint16_t)fd.revents);
		sink->ops->end(sink, GROUP_STRUCT);
	}
	sink->ops->end(sink, GROUP_ARRAY);
}

static void note_ppoll(struct decode *d, const struct value *v)
{
	note_poll(d, v);
	if (v->raw && decode_follows(d))
		show_left(d, 2);
}

RETURN(ret_poll, KIND_INT, 4, note_poll);
RETURN(ret_ppoll, KIND_INT, 4, note_ppoll);

static bool has_fds(const unsigned char *bytes, uint64_t nfds)
{
	for (uint64_t fd = 0; fd < nfds; fd++)
		if (bytes[fd / 8] >> fd % 8 & 1)
			return true;
	return false;
}

/* = 2 (in [3], out [4], left {tv_sec=0, tv_usec=5}) */
static void note_select(struct decode *d, const struct value *v)
{
	static const char *const words[] = {"in", "out", "except"};
	const struct call *call = decode_call_body(d);
	uint64_t nfds = (uint32_t)call->args[0];
	const unsigned char *bytes;
	uint64_t left = v->raw;

	if (!v->raw) {
		note_timeout(d);
		return;
	}
	decode_note(d);
	/* Bits beyond the descriptors that are open are not the kernel's: count those that it returned. */
	for (unsigned i = 0; i < 3 && left; i++) {
		uint64_t set = call->args[1 + i];

		if (!set || decode_memory(d, set, (nfds + 63) / 64 * 8, true, &bytes) ||
			!has_fds(bytes, nfds))
			continue;
		leaf_field(d, NULL);
		decode_text(d, "%s ", words[i]);
		left -= decode_set(d, &type_fd_set, bytes, nfds, left, true);
	}
	show_left(d, 4);
}

RETURN(ret_select, KIND_INT, 4, note_select);

/* = 1 (left {tv_sec=0, tv_nsec=5}) */
static void note_recvmmsg(struct decode *d, const struct value *v)
{
	if (!decode_call_body(d)->args[4])
		return;
	if (v->raw && decode_follows(d))
		show_left(d, 4);
	else if (v->raw)
		return;
	else
		note_timeout(d);
}

RETURN(ret_recvmmsg, KIND_INT, 4, note_recvmmsg);

/* ---- time ---- */

/* The date alone, as the note of time(2) has it; NULL if there is none. */
static const char *date_of(uint64_t seconds, char *text, size_t size)
{
	time_t t = seconds;
	struct tm tm;

	return localtime_r(&t, &tm) && strftime(text, size, "%FT%T%z", &tm) ? text : NULL;
}

static void note_time(struct decode *d, const struct value *v)
{
	char text[64];
	const char *date = date_of(v->raw, text, sizeof(text));

	if (!date)
		return;
	decode_note(d);
	leaf_field(d, NULL);
	decode_text(d, "%s", date);
}

RETURN(ret_time, KIND_INT, 8, note_time);
