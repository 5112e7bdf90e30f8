/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Print hooks of signals and of the calls that wait: signal sets, siginfo, what poll and select found. A hook may only
 * print; what it prints was read by a plan.
 */
#include <errno.h>
#include <linux/audit.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <time.h>
#include "../decode.h"
#include "types.h"

#define NSIGNALS 64

static void field(struct decode *d, const char *name)
{
	decode_sink(d)->ops->field(decode_sink(d), name);
}

static void scalar(struct decode *d, const char *name, const struct type *type, uint64_t value)
{
	field(d, name);
	decode_sink(d)->ops->scalar(decode_sink(d), type, value);
}

static void address(struct decode *d, uint64_t addr)
{
	decode_sink(d)->ops->address(decode_sink(d), addr);
}

/* ---- signal sets ---- */

static const char *signal_name(unsigned sig)
{
	for (unsigned i = 0; i < type_signal.count; i++)
		if (type_signal.symbols[i].value == sig)
			return type_signal.symbols[i].name + strlen("SIG");
	return NULL;
}

/* [INT CHLD]; ~[KILL STOP] if at least two thirds of all signals are in the set: then what is missing is named. */
static void leaf_sigset(struct decode *d, const struct value *v)
{
	struct sink *sink = decode_sink(d);
	uint64_t set, shown;
	const char *separator = "";
	bool inverted;

	memcpy(&set, v->bytes, sizeof(set));
	inverted = __builtin_popcountll(set) >= NSIGNALS * 2 / 3;
	shown = inverted ? ~set : set;
	decode_text(d, inverted ? "~[" : "[");
	for (; shown; shown &= shown - 1) {
		unsigned sig = __builtin_ctzll(shown) + 1;
		const char *name = signal_name(sig);

		sink->ops->text(sink, separator);
		if (name)
			sink->ops->text(sink, name);
		else
			decode_text(d, "%u", sig);
		separator = " ";
	}
	decode_text(d, "]");
}

LEAF(sigset, 8, leaf_sigset);

/* The first 32 signals: the set of the old calls of 32-bit tasks. */
static void leaf_sigset32(struct decode *d, const struct value *v)
{
	uint64_t set = (uint32_t)v->raw;
	struct value wide = *v;

	/* The others count as those that are left out. */
	if (__builtin_popcountll(set) >= 32 * 2 / 3)
		set |= ~0ULL << 32;
	wide.bytes = (const unsigned char *)&set;
	leaf_sigset(d, &wide);
}

LEAF(sigset32, 4, leaf_sigset32);

static void note_mask(struct decode *d, const struct value *v, const char *what)
{
	decode_note(d);
	decode_text(d, "%s ", what);
	leaf_sigset32(d, v);
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

/* A set whose size the program states: the kernel takes no other than its own. */
static void leaf_sigset_sized(struct decode *d, const struct value *v)
{
	if (v->len == sizeof(uint64_t))
		leaf_sigset(d, v);
	else
		address(d, v->addr);
}

LEAF(sigset_sized, 128, leaf_sigset_sized);

static void leaf_sighandler(struct decode *d, const struct value *v)
{
	if (v->raw == (uint64_t)(uintptr_t)SIG_DFL)
		decode_text(d, "SIG_DFL");
	else if (v->raw == (uint64_t)(uintptr_t)SIG_IGN)
		decode_text(d, "SIG_IGN");
	else if (v->raw == (uint64_t)(uintptr_t)SIG_ERR)
		decode_text(d, "SIG_ERR");
	else
		address(d, v->raw);
}

LEAF(sighandler, 8, leaf_sighandler);

/* ---- siginfo ---- */

static const struct type *code_type(unsigned signo, int code)
{
	if (code <= 0 || code == SI_KERNEL)
		return &type_si_code;
	switch (signo) {
	case SIGILL:
		return &type_si_code_ill;
	case SIGFPE:
		return &type_si_code_fpe;
	case SIGSEGV:
		return &type_si_code_segv;
	case SIGBUS:
		return &type_si_code_bus;
	case SIGTRAP:
		return &type_si_code_trap;
	case SIGCHLD:
		return &type_si_code_chld;
	case SIGPOLL:
		return &type_si_code_poll;
	case SIGSYS:
		return &type_si_code_sys;
	}
	return &type_si_code;
}

static void show_sender(struct decode *d, const siginfo_t *si)
{
	field(d, "si_pid");
	decode_number(d, &type_pid, si->si_pid, false);
	scalar(d, "si_uid", &type_uid, si->si_uid);
}

static void show_value(struct decode *d, const siginfo_t *si)
{
	scalar(d, "si_int", &type_i32, si->si_int);
	field(d, "si_ptr");
	address(d, (uintptr_t)si->si_ptr);
}

/* Made by a program or by a timer, queue or socket: the code alone tells what else there is. */
static void show_sent(struct decode *d, const siginfo_t *si, bool at_exit)
{
	switch (si->si_code) {
	case SI_USER:
	case SI_TKILL:
		show_sender(d, si);
		return;
	case SI_TIMER:
		scalar(d, "si_timerid", &type_x32, (uint32_t)si->si_timerid);
		scalar(d, "si_overrun", &type_i32, si->si_overrun);
		show_value(d, si);
		return;
	case SI_SIGIO:
		scalar(d, "si_band", &type_i64, si->si_band);
		field(d, "si_fd");
		decode_number(d, &type_fd, si->si_fd, at_exit);
		return;
	}
	show_sender(d, si);
	if (si->si_ptr)
		show_value(d, si);
}

static void show_fault(struct decode *d, const siginfo_t *si)
{
	field(d, "si_addr");
	address(d, (uintptr_t)si->si_addr);
	if (si->si_signo == SIGBUS &&
		(si->si_code == BUS_MCEERR_AR || si->si_code == BUS_MCEERR_AO)) {
		scalar(d, "si_addr_lsb", &type_x16, (uint16_t)si->si_addr_lsb);
	} else if (si->si_signo == SIGSEGV && si->si_code == SEGV_BNDERR) {
		field(d, "si_lower");
		address(d, (uintptr_t)si->si_lower);
		field(d, "si_upper");
		address(d, (uintptr_t)si->si_upper);
	} else if (si->si_signo == SIGSEGV && si->si_code == SEGV_PKUERR) {
		scalar(d, "si_pkey", &type_u32, si->si_pkey);
	}
}

static void show_child(struct decode *d, const siginfo_t *si)
{
	show_sender(d, si);
	if (si->si_code != CLD_EXITED && signal_name(si->si_status))
		scalar(d, "si_status", &type_signal, si->si_status);
	else
		scalar(d, "si_status", &type_i32, si->si_status);
	field(d, "si_utime");
	decode_bytes(d, &type_clock_ticks, (const unsigned char *)&si->si_utime,
		sizeof(si->si_utime), 0);
	field(d, "si_stime");
	decode_bytes(d, &type_clock_ticks, (const unsigned char *)&si->si_stime,
		sizeof(si->si_stime), 0);
}

static void show_raised(struct decode *d, const siginfo_t *si, bool at_exit)
{
	const struct syscall_desc *call;

	switch (si->si_signo) {
	case SIGCHLD:
		show_child(d, si);
		return;
	case SIGILL:
	case SIGFPE:
	case SIGSEGV:
	case SIGBUS:
	case SIGTRAP:
		show_fault(d, si);
		return;
	case SIGPOLL:
		if (si->si_code >= POLL_IN && si->si_code <= POLL_HUP) {
			scalar(d, "si_band", &type_i64, si->si_band);
			field(d, "si_fd");
			decode_number(d, &type_fd, si->si_fd, at_exit);
		}
		return;
	case SIGSYS:
		field(d, "si_call_addr");
		address(d, (uintptr_t)si->si_call_addr);
		field(d, "si_syscall");
		call = si->si_arch == AUDIT_ARCH_X86_64 ? desc_syscall(si->si_syscall) : NULL;
		if (call)
			decode_text(d, "__NR_%s", call->name);
		else
			decode_text(d, "%u", si->si_syscall);
		scalar(d, "si_arch", &type_audit_arch, si->si_arch);
		return;
	}
	if (si->si_pid || si->si_uid)
		show_sender(d, si);
	if (si->si_ptr)
		show_value(d, si);
}

static void leaf_siginfo(struct decode *d, const struct value *v)
{
	struct sink *sink = decode_sink(d);
	siginfo_t si = {0};

	memcpy(&si, v->bytes, v->len < sizeof(si) ? v->len : sizeof(si));
	sink->ops->begin(sink, GROUP_STRUCT);
	if (si.si_signo) {
		const char *error = si.si_errno > 0 ? strerrorname_np(si.si_errno) : NULL;

		if (signal_name(si.si_signo))
			scalar(d, "si_signo", &type_signal, si.si_signo);
		else
			scalar(d, "si_signo", &type_i32, si.si_signo);
		scalar(d, "si_code", code_type(si.si_signo, si.si_code), (uint32_t)si.si_code);
		if (si.si_errno) {
			field(d, "si_errno");
			if (error)
				decode_text(d, "%s", error);
			else
				decode_text(d, "%u", si.si_errno);
		}
		if (si.si_code <= 0)
			show_sent(d, &si, v->at_exit);
		else
			show_raised(d, &si, v->at_exit);
	}
	sink->ops->end(sink, GROUP_STRUCT);
}

LEAF(siginfo, sizeof(siginfo_t), leaf_siginfo);

/* ---- poll and select ---- */

static void note_timeout(struct decode *d)
{
	decode_note(d);
	field(d, NULL);
	decode_text(d, "Timeout");
}

/* What is left of the time that argument @i gave: "left {tv_sec=0, tv_nsec=5}". */
static void show_left(struct decode *d, unsigned i, size_t size)
{
	const unsigned char *bytes;

	if (decode_memory(d, decode_call_body(d)->args[i], size, true, &bytes))
		return;
	decode_note(d);
	field(d, NULL);
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
	field(d, NULL);
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
		field(d, NULL);
		sink->ops->begin(sink, GROUP_STRUCT);
		scalar(d, "fd", &type_fd, fd.fd);
		scalar(d, "revents", &type_poll_events, (uint16_t)fd.revents);
		sink->ops->end(sink, GROUP_STRUCT);
	}
	sink->ops->end(sink, GROUP_ARRAY);
}

static void note_ppoll(struct decode *d, const struct value *v)
{
	note_poll(d, v);
	if (v->raw && decode_follows(d))
		show_left(d, 2, sizeof(struct timespec));
}

RETURN(ret_poll, KIND_INT, 4, note_poll);
RETURN(ret_ppoll, KIND_INT, 4, note_ppoll);

/* [3 5 7]: those below @nfds; no more than @most. Returns how many it shows. */
static uint64_t show_fds(
	struct decode *d, const unsigned char *bytes, uint64_t nfds, uint64_t most, bool at_exit)
{
	const char *separator = "";
	uint64_t n = 0;

	decode_text(d, "[");
	for (uint64_t fd = 0; fd < nfds && n < most; fd++) {
		if (!(bytes[fd / 8] >> fd % 8 & 1))
			continue;
		decode_text(d, "%s", separator);
		decode_number(d, &type_fd, fd, at_exit);
		separator = " ";
		n++;
	}
	decode_text(d, "]");
	return n;
}

static void leaf_fd_set(struct decode *d, const struct value *v)
{
	uint64_t nfds = 0;

	decode_sibling(d, v, "n", &nfds);
	if (v->len)
		show_fds(d, v->bytes, nfds, UINT64_MAX, false);
	else
		address(d, v->addr);
}

LEAF(fd_set, 0, leaf_fd_set);

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
		field(d, NULL);
		decode_text(d, "%s ", words[i]);
		left -= show_fds(d, bytes, nfds, left, true);
	}
	show_left(d, 4, sizeof(struct timespec));
}

RETURN(ret_select, KIND_INT, 4, note_select);

/* = 1 (left {tv_sec=0, tv_nsec=5}) */
static void note_recvmmsg(struct decode *d, const struct value *v)
{
	if (!decode_call_body(d)->args[4])
		return;
	if (v->raw && decode_follows(d))
		show_left(d, 4, sizeof(struct timespec));
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

/* [1795659578 / * 2026-11-26T02:19:38+0000 * /] */
static void leaf_time_answer(struct decode *d, const struct value *v)
{
	decode_text(d, "[");
	decode_bytes(d, &type_time_stamp, v->bytes, v->len, v->addr);
	decode_text(d, "]");
}

LEAF(time_answer, 8, leaf_time_answer);
LEAF(time_answer32, 4, leaf_time_answer);

static void note_time(struct decode *d, const struct value *v)
{
	char text[64];
	const char *date = date_of(v->raw, text, sizeof(text));

	if (!date)
		return;
	decode_note(d);
	field(d, NULL);
	decode_text(d, "%s", date);
}

RETURN(ret_time, KIND_INT, 8, note_time);
