// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * The command line. Options are those of strace 6.1, with its meaning, and faultless's own; the one
 * table of them is `longs` below. Parsing collects what was said into struct options_parser;
 * options-settle.c then draws the conclusions that need all of it. Called by main.c;
 * prints nothing, never exits.
 */
#include <ctype.h>
#include <errno.h>
#include <getopt.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "options-private.h"
#include "util/choice.h"
#include "util/error.h"
#include "util/quantity.h"

#define DEFAULT_COLUMN	     40
#define MAX_COPIES	     8 /* of stage two, on one tracepoint */
#define DEFAULT_STRING_LIMIT 32
#define MAX_DURATION_NS	     (876000ll * 3600 * 1000000000) /* a century */
#define MAX_STRING_LIMIT     ((1u << 30) - 1)
#define SEE_HELP	     "faultless -h lists the options"

/* Options without a letter. */
enum {
	OPT_ABBREV = UCHAR_MAX + 1,
	OPT_DECODE_FDS,
	OPT_DECODE_PIDS,
	OPT_ENGINE,
	OPT_MEMORY_LIMIT,
	OPT_MIN_DURATION,
	OPT_FAULT_SITE,
	OPT_FEATURES,
	OPT_FOLLOW_FORKS,
	OPT_HEX,
	OPT_OVERFLOW,
	OPT_PIDNS,
	OPT_QUIET,
	OPT_RAW,
	OPT_READ,
	OPT_REFUSED_INJECT,
	OPT_REFUSED_KVM,
	OPT_SECCOMP_BPF,
	OPT_SEPARATELY,
	OPT_SIGNAL,
	OPT_STAMP,
	OPT_STATS,
	OPT_STATUS,
	OPT_TRACE,
	OPT_TRACE_FDS,
	OPT_VERBOSE,
	OPT_WRITE,
};

/*
 * '+': the first argument that is no option is the command. ':': tell a missing argument from an
 * unknown option.
 */
static const char shorts[] = "+:a:Ab:cCdDe:E:fFhiI:kno:O:p:P:qrs:S:tTu:U:vVwxX:yYzZ";

static const struct option longs[] = {
	{"abbrev", required_argument, NULL, OPT_ABBREV},
	{"absolute-timestamps", optional_argument, NULL, OPT_STAMP},
	{"attach", required_argument, NULL, 'p'},
	{"columns", required_argument, NULL, 'a'},
	{"const-print-style", required_argument, NULL, 'X'},
	{"daemonize", optional_argument, NULL, 'D'},
	{"debug", no_argument, NULL, 'd'},
	{"decode-fds", optional_argument, NULL, OPT_DECODE_FDS},
	{"decode-pids", required_argument, NULL, OPT_DECODE_PIDS},
	{"detach-on", required_argument, NULL, 'b'},
	{"engine", required_argument, NULL, OPT_ENGINE},
	{"env", required_argument, NULL, 'E'},
	{"failed-only", no_argument, NULL, 'Z'},
	{"fault", required_argument, NULL, OPT_REFUSED_INJECT},
	{"fault-site", required_argument, NULL, OPT_FAULT_SITE},
	{"features", no_argument, NULL, OPT_FEATURES},
	{"follow-forks", no_argument, NULL, OPT_FOLLOW_FORKS},
	{"help", no_argument, NULL, 'h'},
	{"inject", required_argument, NULL, OPT_REFUSED_INJECT},
	{"instruction-pointer", no_argument, NULL, 'i'},
	{"interruptible", required_argument, NULL, 'I'},
	{"kvm", required_argument, NULL, OPT_REFUSED_KVM},
	{"memory-limit", required_argument, NULL, OPT_MEMORY_LIMIT},
	{"min-duration", required_argument, NULL, OPT_MIN_DURATION},
	{"no-abbrev", no_argument, NULL, 'v'},
	{"output", required_argument, NULL, 'o'},
	{"output-append-mode", no_argument, NULL, 'A'},
	{"output-separately", no_argument, NULL, OPT_SEPARATELY},
	{"overflow", required_argument, NULL, OPT_OVERFLOW},
	{"pidns-translation", no_argument, NULL, OPT_PIDNS},
	{"quiet", optional_argument, NULL, OPT_QUIET},
	{"raw", required_argument, NULL, OPT_RAW},
	{"read", required_argument, NULL, OPT_READ},
	{"relative-timestamps", optional_argument, NULL, 'r'},
	{"seccomp-bpf", no_argument, NULL, OPT_SECCOMP_BPF},
	{"signal", required_argument, NULL, OPT_SIGNAL},
	{"signals", required_argument, NULL, OPT_SIGNAL},
	{"silence", optional_argument, NULL, OPT_QUIET},
	{"silent", optional_argument, NULL, OPT_QUIET},
	{"stack-traces", no_argument, NULL, 'k'},
	{"stats", no_argument, NULL, OPT_STATS},
	{"status", required_argument, NULL, OPT_STATUS},
	{"string-limit", required_argument, NULL, 's'},
	{"strings-in-hex", optional_argument, NULL, OPT_HEX},
	{"successful-only", no_argument, NULL, 'z'},
	{"summary", no_argument, NULL, 'C'},
	{"summary-columns", required_argument, NULL, 'U'},
	{"summary-only", no_argument, NULL, 'c'},
	{"summary-sort-by", required_argument, NULL, 'S'},
	{"summary-syscall-overhead", required_argument, NULL, 'O'},
	{"summary-wall-clock", no_argument, NULL, 'w'},
	{"syscall-number", no_argument, NULL, 'n'},
	{"syscall-times", optional_argument, NULL, 'T'},
	{"timestamps", optional_argument, NULL, OPT_STAMP},
	{"trace", required_argument, NULL, OPT_TRACE},
	{"trace-fds", required_argument, NULL, OPT_TRACE_FDS},
	{"trace-path", required_argument, NULL, 'P'},
	{"user", required_argument, NULL, 'u'},
	{"verbose", required_argument, NULL, OPT_VERBOSE},
	{"version", no_argument, NULL, 'V'},
	{"write", required_argument, NULL, OPT_WRITE},
	{0},
};

/* clang-format off */
/* The words before '=' in -e WORD=SET. */
static const struct {
	const char *name;
	int option;
} qualifiers[] = {
	{"abbrev", OPT_ABBREV}, {"a", OPT_ABBREV},
	{"decode-fds", OPT_DECODE_FDS}, {"decode-fd", OPT_DECODE_FDS},
	{"decode-pids", OPT_DECODE_PIDS}, {"decode-pid", OPT_DECODE_PIDS},
	{"inject", OPT_REFUSED_INJECT}, {"fault", OPT_REFUSED_INJECT},
	{"kvm", OPT_REFUSED_KVM},
	{"quiet", OPT_QUIET}, {"silent", OPT_QUIET}, {"silence", OPT_QUIET}, {"q", OPT_QUIET},
	{"raw", OPT_RAW}, {"x", OPT_RAW},
	{"read", OPT_READ}, {"reads", OPT_READ}, {"r", OPT_READ},
	{"signal", OPT_SIGNAL}, {"signals", OPT_SIGNAL}, {"s", OPT_SIGNAL},
	{"status", OPT_STATUS},
	{"trace", OPT_TRACE}, {"t", OPT_TRACE},
	{"trace-fds", OPT_TRACE_FDS}, {"trace-fd", OPT_TRACE_FDS},
	{"verbose", OPT_VERBOSE}, {"v", OPT_VERBOSE},
	{"write", OPT_WRITE}, {"writes", OPT_WRITE}, {"w", OPT_WRITE},
};

static const struct filter_word quiet_words[] = {
	{"attach", OPTIONS_QUIET_ATTACH},
	{"exit", OPTIONS_QUIET_EXIT}, {"exits", OPTIONS_QUIET_EXIT},
	{"path-resolution", OPTIONS_QUIET_PATH_RESOLUTION},
	{"personality", OPTIONS_QUIET_PERSONALITY},
	{"thread-execve", OPTIONS_QUIET_THREAD_EXECVE}, {"superseded", OPTIONS_QUIET_THREAD_EXECVE},
	{0},
};

static const struct filter_word fd_words[] = {
	{"dev", OPTIONS_FD_DEV}, {"path", OPTIONS_FD_PATH},
	{"pidfd", OPTIONS_FD_PIDFD}, {"socket", OPTIONS_FD_SOCKET},
	{0},
};

static const struct filter_word pid_words[] = {
	{"comm", OPTIONS_PID_COMM}, {"pidns", OPTIONS_PID_PIDNS},
	{0},
};

static const struct choice digit_choices[] = {{"s", 0}, {"ms", 3}, {"us", 6}, {"ns", 9}, {0}};

static const struct choice stamp_choices[] = {
	{"none", OPTIONS_STAMP_NONE}, {"time", OPTIONS_STAMP_TIME}, {"unix", OPTIONS_STAMP_UNIX},
	{0},
};

static const struct choice hex_choices[] = {
	{"none", OPTIONS_HEX_NONE}, {"non-ascii-chars", OPTIONS_HEX_NON_ASCII_CHARS},
	{"non-ascii", OPTIONS_HEX_NON_ASCII}, {"all", OPTIONS_HEX_ALL},
	{0},
};

static const struct choice const_choices[] = {
	{"raw", OPTIONS_CONSTS_RAW}, {"abbrev", OPTIONS_CONSTS_ABBREV},
	{"verbose", OPTIONS_CONSTS_VERBOSE},
	{0},
};

static const struct choice interruptible_choices[] = {
	{"anywhere", OPTIONS_INTERRUPT_ANYWHERE}, {"1", OPTIONS_INTERRUPT_ANYWHERE},
	{"waiting", OPTIONS_INTERRUPT_WAITING}, {"2", OPTIONS_INTERRUPT_WAITING},
	{"never", OPTIONS_INTERRUPT_NEVER}, {"3", OPTIONS_INTERRUPT_NEVER},
	{"never_tstp", OPTIONS_INTERRUPT_NEVER_TSTP}, {"4", OPTIONS_INTERRUPT_NEVER_TSTP},
	{0},
};

static const struct choice daemonize_choices[] = {
	{"grandchild", 1}, {"pgroup", 2}, {"pgrp", 2}, {"session", 3},
	{0},
};

static const struct choice column_choices[] = {
	{"time-percent", OPTIONS_COLUMN_TIME_PERCENT}, {"time", OPTIONS_COLUMN_TIME_PERCENT},
	{"total-time", OPTIONS_COLUMN_TOTAL_TIME}, {"time-total", OPTIONS_COLUMN_TOTAL_TIME},
	{"min-time", OPTIONS_COLUMN_MIN_TIME}, {"time-min", OPTIONS_COLUMN_MIN_TIME},
	{"shortest", OPTIONS_COLUMN_MIN_TIME},
	{"max-time", OPTIONS_COLUMN_MAX_TIME}, {"time-max", OPTIONS_COLUMN_MAX_TIME},
	{"longest", OPTIONS_COLUMN_MAX_TIME},
	{"avg-time", OPTIONS_COLUMN_AVG_TIME}, {"time-avg", OPTIONS_COLUMN_AVG_TIME},
	{"calls", OPTIONS_COLUMN_CALLS}, {"count", OPTIONS_COLUMN_CALLS},
	{"errors", OPTIONS_COLUMN_ERRORS}, {"error", OPTIONS_COLUMN_ERRORS},
	{"name", OPTIONS_COLUMN_NAME}, {"syscall", OPTIONS_COLUMN_NAME},
	{"syscall-name", OPTIONS_COLUMN_NAME},
	{0},
};

static const struct choice nothing_choices[] = {
	{"nothing", OPTIONS_COLUMN_NOTHING}, {"none", OPTIONS_COLUMN_NOTHING},
	{0},
};

static const struct choice engine_choices[] = {{"bpf", 0}, {"ptrace", 0}, {0}};

static const struct choice fault_site_choices[] = {
	{"tracepoint", 0}, {"function", 0}, {"return", 0}, {"remote", 0},
	{0},
};

static const struct choice overflow_choices[] = {
	{"count", OPTIONS_OVERFLOW_COUNT}, {"block", OPTIONS_OVERFLOW_BLOCK},
	{0},
};
/* clang-format on */

static int bad_choice(struct options_parser *p, const char *option, const char *text, size_t len,
	const struct choice *choices)
{
	char list[256];

	choice_list(choices, list, sizeof(list));
	return options_fail(p, "%s does not know '%.*s': one of %s", option,
		(int)(len < 80 ? len : 80), text, list);
}

static int parse_choice(struct options_parser *p, const char *option, const char *text,
	const struct choice *choices, const struct choice **ret_choice)
{
	const struct choice *found = choice_find(choices, text, strlen(text));

	if (!found)
		return bad_choice(p, option, text, strlen(text), choices);
	*ret_choice = found;
	return 0;
}

/* A decimal number from @min to @max, and nothing else. */
static int parse_number(struct options_parser *p, const char *option, const char *text,
	unsigned long min, unsigned long max, unsigned long *ret_number)
{
	unsigned long number;
	char *end;

	errno = 0;
	number = strtoul(text, &end, 10);
	if (!isdigit((unsigned char)*text) || *end || errno || number < min || number > max)
		return options_fail(p, "%s takes a number from %lu to %lu, not '%.80s'", option,
			min, max, text);
	*ret_number = number;
	return 0;
}

/* "tracepoint:4": with so many copies. */
static int parse_fault_site(struct options_parser *p, const char *text)
{
	const struct choice *site;
	size_t len = strcspn(text, ":");
	unsigned long copies = 0;
	int err = 0;

	site = choice_find(fault_site_choices, text, len);
	if (!site || (text[len] && site != &fault_site_choices[0]))
		return bad_choice(p, "--fault-site", text, strlen(text), fault_site_choices);
	if (text[len])
		err = parse_number(
			p, "--fault-site=tracepoint:", text + len + 1, 1, MAX_COPIES, &copies);
	if (!err) {
		p->options->fault_site = site->name;
		p->options->fault_copies = copies;
	}
	return err;
}

/* The least is what the rings of a small machine and two pieces of a spool take. */
static int parse_memory(struct options_parser *p, const char *text, size_t *ret_bytes)
{
	if (quantity_size(text, OPTIONS_LEAST_MEMORY, ret_bytes))
		return options_fail(
			p, "--memory-limit takes a size of at least 16M, not '%.80s'", text);
	return 0;
}

static int parse_digits(
	struct options_parser *p, const char *option, const char *text, unsigned *ret_digits)
{
	const struct choice *choice;
	int err;

	if (!text) {
		*ret_digits = 6;
		return 0;
	}
	err = parse_choice(p, option, text, digit_choices, &choice);
	if (!err)
		*ret_digits = choice->value;
	return err;
}

/*
 * [[format:]none|time|unix][,[precision:]s|ms|us|ns]; what is not said stays as an earlier option
 * left it.
 */
static int parse_stamp(struct options_parser *p, const char *text)
{
	static const char option[] = "--absolute-timestamps";
	struct options *o = p->options;

	p->long_stamp = true;
	if (o->stamp == OPTIONS_STAMP_NONE)
		o->stamp = OPTIONS_STAMP_TIME;
	for (const char *at = text; at && *at;) {
		size_t len = strcspn(at, ",");
		const struct choice *format = NULL, *digits = NULL;
		const char *word = at;
		bool any = true;

		if (!strncmp(at, "format:", 7)) {
			format = choice_find(stamp_choices, at + 7, len - 7);
			any = false;
		} else if (!strncmp(at, "precision:", 10)) {
			digits = choice_find(digit_choices, at + 10, len - 10);
			any = false;
		}
		if (any) {
			format = choice_find(stamp_choices, word, len);
			digits = choice_find(digit_choices, word, len);
		}
		if (format)
			o->stamp = format->value;
		else if (digits)
			o->stamp_digits = digits->value;
		else
			return options_fail(p,
				"%s does not know '%.*s': a format (none, time, unix) and a "
				"precision "
				"(s, ms, us, ns)",
				option, (int)(len < 80 ? len : 80), word);
		at += len;
		at += *at == ',';
	}
	return 0;
}

/* PID[,PID...]: strace lets blanks separate them too, for -p "$(pidof NAME)". */
static int parse_pids(struct options_parser *p, const char *text)
{
	struct options *o = p->options;

	for (const char *at = text; at += strspn(at, ", \t\n"), *at;) {
		size_t len = strcspn(at, ", \t\n");
		unsigned long pid;
		char *end;

		errno = 0;
		pid = strtoul(at, &end, 10);
		if (!isdigit((unsigned char)*at) || end != at + len || errno || !pid ||
			pid > INT_MAX)
			return options_fail(p, "-p takes process ids, not '%.*s': ps -e lists them",
				(int)(len < 80 ? len : 80), at);
		if ((pid_t)pid == getpid())
			return options_fail(p,
				"-p %lu is this faultless itself: it would trace its own tracing",
				pid);
		if (o->npids == p->max_pids) {
			size_t max = p->max_pids ? 2 * p->max_pids : 16;
			pid_t *more = reallocarray(o->pids, max, sizeof(*more));

			if (!more)
				return error_set(p->ret_error, p->error_size, -ENOMEM,
					"out of memory for the list of -p");
			o->pids = more;
			p->max_pids = max;
		}
		o->pids[o->npids++] = pid;
		at += len;
	}
	return 0;
}

static int parse_env(struct options_parser *p, const char *text)
{
	struct options *o = p->options;
	const char **more;

	if (!*text || *text == '=')
		return options_fail(p,
			"-E '%.80s' has no name of a variable: -E NAME=VALUE sets one, "
			"-E NAME removes it",
			text);
	more = reallocarray(o->env, o->nenv + 1, sizeof(*more));
	if (!more)
		return error_set(p->ret_error, p->error_size, -ENOMEM, "out of memory for -E");
	o->env = more;
	o->env[o->nenv++] = text;
	return 0;
}

static int parse_overhead(struct options_parser *p, const char *text)
{
	/* An hour for one call is more than any overhead. */
	if (quantity_time(text, 3600000000000, &p->options->overhead_ns))
		return options_fail(p,
			"-O takes the overhead of one call, a number and s, ms, us or ns, "
			"not '%.80s'",
			text);
	return 0;
}

static int parse_min_duration(struct options_parser *p, const char *text)
{
	int64_t ns;

	if (quantity_time(text, MAX_DURATION_NS, &ns))
		return options_fail(p,
			"--min-duration takes a time, a number and s, ms, us or ns, not '%.80s'",
			text);
	p->options->filter.min_duration = ns;
	return 0;
}

/* As strace: time_total is time-total. */
static const struct choice *find_column(const char *text, size_t len)
{
	char word[32];

	if (len >= sizeof(word))
		return NULL;
	for (size_t i = 0; i < len; i++)
		word[i] = text[i] == '_' ? '-' : text[i];
	return choice_find(column_choices, word, len);
}

static int parse_columns(struct options_parser *p, const char *text)
{
	struct options *o = p->options;
	unsigned seen = 0;

	p->columns = true;
	o->ncolumns = 0;
	for (const char *at = text;;) {
		size_t len = strcspn(at, ",");
		const struct choice *column = find_column(at, len);

		if (!column)
			return bad_choice(p, "-U", at, len, column_choices);
		if (seen & 1u << column->value)
			return options_fail(p, "-U names the column '%.*s' twice: leave one away",
				(int)len, at);
		seen |= 1u << column->value;
		o->columns[o->ncolumns++] = column->value;
		at += len;
		if (!*at++)
			break;
	}
	if (!(seen & 1u << OPTIONS_COLUMN_NAME))
		o->columns[o->ncolumns++] = OPTIONS_COLUMN_NAME;
	return 0;
}

static int parse_sort(struct options_parser *p, const char *text)
{
	const struct choice *found = find_column(text, strlen(text));

	p->sort = true;
	if (!found)
		found = choice_find(nothing_choices, text, strlen(text));
	if (!found)
		return bad_choice(p, "-S", text, strlen(text), column_choices);
	p->options->sort = found->value;
	/* The share of the time orders as the time does. */
	if (p->options->sort == OPTIONS_COLUMN_TIME_PERCENT)
		p->options->sort = OPTIONS_COLUMN_TOTAL_TIME;
	return 0;
}

static int parse_output(struct options_parser *p, const char *text)
{
	struct options *o = p->options;

	o->output_pipe = *text == '|' || *text == '!';
	o->output = text + o->output_pipe;
	if (!*o->output)
		return options_fail(p, "-o '%s' is empty: a file, or '|COMMAND'", text);
	return 0;
}

/* -e WORD=SET; without a known WORD it is the calls to trace. */
static int parse_qualifier(const char *text, const char **ret_set)
{
	const char *equals = strchr(text, '=');

	if (equals)
		for (size_t i = 0; i < ARRAY_SIZE(qualifiers); i++)
			if (strlen(qualifiers[i].name) == (size_t)(equals - text) &&
				!memcmp(qualifiers[i].name, text, equals - text)) {
				*ret_set = equals + 1;
				return qualifiers[i].option;
			}
	*ret_set = text;
	return OPT_TRACE;
}

/* The sets that -e and its long forms share. */
static int parse_set(struct options_parser *p, int option, const char *text)
{
	struct options *o = p->options;
	char *error = p->ret_error;
	size_t size = p->error_size;

	switch (option) {
	case OPT_TRACE:
		return filter_parse_calls(text, &o->filter.calls, error, size);
	case OPT_ABBREV:
		return filter_parse_calls(text, &o->abbrev, error, size);
	case OPT_VERBOSE:
		return filter_parse_calls(text, &o->verbose, error, size);
	case OPT_RAW:
		return filter_parse_calls(text, &o->raw, error, size);
	case OPT_SIGNAL:
		return filter_parse_signals(text, &o->filter.signals, error, size);
	case OPT_STATUS:
		return filter_parse_words(text, "status", filter_status_words, FILTER_STATUS_ALL,
			&o->filter.status, error, size);
	case OPT_READ:
		return filter_parse_fds(text, &o->read, error, size);
	case OPT_WRITE:
		return filter_parse_fds(text, &o->write, error, size);
	case OPT_TRACE_FDS:
		return filter_parse_fds(text, &o->trace_fds, error, size);
	case OPT_QUIET:
		p->long_quiet = true;
		if (!text)
			text = "attach,personality";
		return filter_parse_words(
			text, "quiet", quiet_words, OPTIONS_QUIET_ALL, &o->quiet, error, size);
	case OPT_DECODE_FDS:
		p->long_fds = true;
		return filter_parse_words(text ? text : "path", "decode-fds", fd_words,
			OPTIONS_FD_ALL, &o->decode_fds, error, size);
	case OPT_DECODE_PIDS:
		return filter_parse_words(text, "decode-pids", pid_words, OPTIONS_PID_ALL,
			&o->decode_pids, error, size);
	case OPT_REFUSED_INJECT:
		return options_fail(p, "fault injection is not supported: faultless only watches, "
				       "strace -e inject= injects");
	case OPT_REFUSED_KVM:
		return options_fail(p,
			"-e kvm= is not supported: perf kvm and strace -e kvm=vcpu show "
			"virtual CPUs");
	}
	return options_fail(p, "option %d is not handled: a defect", option);
}

/* Options that are nothing but a switch. */
static bool parse_switch(struct options_parser *p, int option)
{
	struct options *o = p->options;

	switch (option) {
	case 'A':
		p->append = true;
		return true;
	case 'd':
		o->debug++;
		return true;
	case 'F':
		options_note(o, "-F is an old name of -f");
		o->follow = true;
		return true;
	case 'f':
		p->f++;
		o->follow = true;
		return true;
	case OPT_FOLLOW_FORKS:
		o->follow = true;
		return true;
	case OPT_SEPARATELY:
		p->long_separately = true;
		return true;
	case 'i':
		o->instruction_pointer = true;
		return true;
	case 'n':
		o->syscall_number = true;
		return true;
	case 'q':
		p->q++;
		return true;
	case 't':
		p->t++;
		return true;
	case 'v':
		memset(&o->abbrev, 0, sizeof(o->abbrev));
		return true;
	case 'w':
		o->wall_clock = true;
		return true;
	case 'x':
		p->x++;
		return true;
	case 'y':
		p->y++;
		return true;
	case 'Y':
		o->decode_pids = OPTIONS_PID_COMM;
		return true;
	case OPT_PIDNS:
		o->decode_pids = OPTIONS_PID_PIDNS;
		return true;
	case 'z':
		p->status_options++;
		o->filter.status = FILTER_SUCCESSFUL;
		return true;
	case 'Z':
		p->status_options++;
		o->filter.status = FILTER_FAILED;
		return true;
	case OPT_SECCOMP_BPF:
		o->seccomp_bpf = true;
		return true;
	case OPT_STATS:
		o->stats = true;
		return true;
	}
	return false;
}

static int parse_summary(struct options_parser *p, enum options_summary summary)
{
	struct options *o = p->options;

	if (o->summary != OPTIONS_SUMMARY_NONE && o->summary != summary)
		return options_fail(p,
			"-c (the summary only) and -C (the summary with the trace) contradict "
			"each other: leave one away");
	o->summary = summary;
	return 0;
}

static int parse_option(struct options_parser *p, int option, const char *text)
{
	struct options *o = p->options;
	const struct choice *choice = NULL;
	unsigned long number;
	int err = 0;

	if (parse_switch(p, option))
		return 0;
	switch (option) {
	case 'a':
		err = parse_number(p, "-a", text, 0, INT_MAX, &number);
		if (!err)
			o->column = number;
		return err;
	case 's':
		err = parse_number(p, "-s", text, 0, MAX_STRING_LIMIT, &number);
		if (!err)
			o->string_limit = number;
		return err;
	case 'b':
		return options_fail(
			p, "-b is not supported: -e trace=SET, or no -f, keeps the trace small");
	case 'k':
		return options_fail(p, "-k: stack traces are not supported: strace -k prints them");
	case 'c':
		return parse_summary(p, OPTIONS_SUMMARY_ONLY);
	case 'C':
		return parse_summary(p, OPTIONS_SUMMARY_TOO);
	case 'D':
		if (text) {
			err = parse_choice(p, "--daemonize", text, daemonize_choices, &choice);
			if (!err)
				o->daemonize = choice->value;
		} else if (++o->daemonize > 3) {
			err = options_fail(p, "there are three levels of -D: -DDD at most");
		}
		return err;
	case 'e':
		option = parse_qualifier(text, &text);
		return parse_set(p, option, text);
	case 'E':
		return parse_env(p, text);
	case 'I':
		err = parse_choice(p, "-I", text, interruptible_choices, &choice);
		if (!err)
			o->interruptible = choice->value;
		return err;
	case 'o':
		return parse_output(p, text);
	case 'O':
		return parse_overhead(p, text);
	case 'p':
		return parse_pids(p, text);
	case 'P':
		if (filter_paths_add(&o->paths, text))
			err = error_set(
				p->ret_error, p->error_size, -ENOMEM, "out of memory for -P");
		return err;
	case 'r':
		o->relative = true;
		return parse_digits(p, "--relative-timestamps", text, &o->relative_digits);
	case 'T':
		o->times = true;
		return parse_digits(p, "--syscall-times", text, &o->times_digits);
	case OPT_STAMP:
		return parse_stamp(p, text);
	case 'S':
		return parse_sort(p, text);
	case 'u':
		o->user = text;
		return 0;
	case 'U':
		return parse_columns(p, text);
	case OPT_HEX:
		p->long_hex = true;
		err = parse_choice(
			p, "--strings-in-hex", text ? text : "all", hex_choices, &choice);
		if (!err)
			o->hex = choice->value;
		return err;
	case 'X':
		err = parse_choice(p, "-X", text, const_choices, &choice);
		if (!err)
			o->consts = choice->value;
		return err;
	case OPT_ENGINE:
		err = parse_choice(p, "--engine", text, engine_choices, &choice);
		if (!err)
			o->engine = choice->name;
		return err;
	case OPT_FAULT_SITE:
		return parse_fault_site(p, text);
	case OPT_MEMORY_LIMIT:
		return parse_memory(p, text, &o->memory_limit);
	case OPT_MIN_DURATION:
		return parse_min_duration(p, text);
	case OPT_OVERFLOW:
		err = parse_choice(p, "--overflow", text, overflow_choices, &choice);
		if (!err)
			o->overflow = choice->value;
		return err;
	}
	return parse_set(p, option, text);
}

/*
 * What getopt_long refused: an argument is missing, too much, or the option unknown or ambiguous.
 */
static int bad_option(struct options_parser *p, int answer, const char *word)
{
	size_t matches = 0, len, used = 0;
	char names[400] = "";

	if (answer == ':')
		return options_fail(p, "option '%.80s' needs an argument: " SEE_HELP, word);
	if (strncmp(word, "--", 2))
		return options_fail(p, "unknown option '-%c': " SEE_HELP, optopt);
	len = strcspn(word + 2, "=");
	for (const struct option *l = longs; l->name; l++) {
		if (!strncmp(l->name, word + 2, len) && used < sizeof(names))
			used += snprintf(names + used, sizeof(names) - used, "%s--%s",
				matches++ ? ", " : "", l->name);
		if (strlen(l->name) == len && !memcmp(l->name, word + 2, len))
			return options_fail(p, "option '--%s' takes no argument", l->name);
	}
	if (matches > 1)
		return options_fail(
			p, "option '%.80s' may stand for %s: write it out", word, names);
	return options_fail(p, "unknown option '%.80s': " SEE_HELP, word);
}

static void set_defaults(struct options *o)
{
	static const enum options_column columns[] = {OPTIONS_COLUMN_TIME_PERCENT,
		OPTIONS_COLUMN_TOTAL_TIME, OPTIONS_COLUMN_AVG_TIME, OPTIONS_COLUMN_CALLS,
		OPTIONS_COLUMN_ERRORS, OPTIONS_COLUMN_NAME};

	filter_init(&o->filter);
	o->abbrev = o->verbose = o->filter.calls;
	o->trace_fds.inverted = true;
	o->column = DEFAULT_COLUMN;
	o->string_limit = DEFAULT_STRING_LIMIT;
	o->sort = OPTIONS_COLUMN_TOTAL_TIME;
	memcpy(o->columns, columns, sizeof(columns));
	o->ncolumns = ARRAY_SIZE(columns);
	o->overhead_ns = -1;
}

int options_parse(
	int argc, char **argv, struct options *ret_options, char *ret_error, size_t error_size)
{
	struct options options = {0};
	struct options_parser p = {
		.options = &options, .ret_error = ret_error, .error_size = error_size};
	int option, err = 0;

	set_defaults(&options);
	optind = 0; /* glibc: begin anew */
	opterr = 0;
	for (;;) {
		int word = optind ? optind : 1;

		option = getopt_long(argc, argv, shorts, longs, NULL);
		if (option == -1)
			break;
		if (option == '?' || option == ':')
			err = bad_option(&p, option, argv[word]);
		else if (option == 'h')
			options.action = OPTIONS_HELP;
		else if (option == 'V')
			options.action = OPTIONS_VERSION;
		else if (option == OPT_FEATURES)
			options.action = OPTIONS_FEATURES;
		else
			err = parse_option(&p, option, optarg);
		if (err)
			goto out;
		/* -h answers at once, whatever follows. */
		if (options.action == OPTIONS_HELP)
			break;
	}
	if (options.action == OPTIONS_TRACE) {
		if (optind < argc)
			options.command = argv + optind;
		err = options_settle(&p);
	}
out:
	if (err)
		options_done(&options);
	else
		*ret_options = options;
	return err;
}

void options_done(struct options *options)
{
	free(options->pids);
	free(options->env);
	filter_paths_done(&options->paths);
	options->pids = NULL;
	options->env = NULL;
	options->npids = options->nenv = 0;
}
