// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * What follows from all options together: defaults, contradictions, remarks. Called by options.c at the end.
 */
#include "options-private.h"

void options_note(struct options *options, const char *text)
{
	if (options->nnotes < OPTIONS_NOTES)
		options->notes[options->nnotes++] = text;
}

/* Options with a letter that counts and a long form that says it in words: not both. */
static int settle_letters(struct options_parser *p)
{
	struct options *o = p->options;
	const struct {
		unsigned letters;
		bool longer;
		const char *name;
	} pairs[] = {
		{p->q, p->long_quiet, "-q and -e quiet="},
		{p->t, p->long_stamp, "-t and --absolute-timestamps"},
		{p->x, p->long_hex, "-x and --strings-in-hex"},
		{p->y, p->long_fds, "-y and --decode-fds"},
		{p->f > 1, p->long_separately, "-ff and --output-separately"},
	};

	for (size_t i = 0; i < ARRAY_SIZE(pairs); i++)
		if (pairs[i].letters && pairs[i].longer)
			return options_fail(p, "%s are two ways to say the same: leave one away",
				pairs[i].name);
	if (p->q)
		o->quiet = OPTIONS_QUIET_ATTACH | OPTIONS_QUIET_PERSONALITY;
	if (p->q > 1)
		o->quiet |= OPTIONS_QUIET_EXIT;
	if (p->q > 2)
		o->quiet = OPTIONS_QUIET_ALL;
	if (p->t) {
		o->stamp = p->t > 2 ? OPTIONS_STAMP_UNIX : OPTIONS_STAMP_TIME;
		o->stamp_digits = p->t > 1 ? 6 : 0;
	}
	if (p->x)
		o->hex = p->x > 1 ? OPTIONS_HEX_ALL : OPTIONS_HEX_NON_ASCII;
	if (p->y)
		o->decode_fds = p->y > 1 ? OPTIONS_FD_ALL : OPTIONS_FD_PATH;
	return 0;
}

static int settle_summary(struct options_parser *p)
{
	struct options *o = p->options;
	const struct {
		bool given;
		const char *text;
	} idle[] = {
		{o->instruction_pointer, "-i has no effect with -c"},
		{o->syscall_number, "-n has no effect with -c"},
		{o->relative, "-r has no effect with -c"},
		{o->stamp != OPTIONS_STAMP_NONE, "-t has no effect with -c"},
		{o->times, "-T has no effect with -c"},
		{o->decode_fds != 0, "-y has no effect with -c"},
	};

	if (o->summary == OPTIONS_SUMMARY_NONE) {
		if (o->wall_clock || p->columns)
			return options_fail(p, "%s is about the summary: it needs -c or -C",
				o->wall_clock ? "-w" : "-U");
		if (p->sort)
			options_note(o, "-S has no effect without -c or -C");
		return 0;
	}
	if (p->f > 1 || p->long_separately)
		return options_fail(p,
			"-c and -C count all processes together and -ff writes each apart: "
			"leave one away");
	if (o->summary == OPTIONS_SUMMARY_ONLY)
		for (size_t i = 0; i < ARRAY_SIZE(idle); i++)
			if (idle[i].given)
				options_note(o, idle[i].text);
	return 0;
}

/* Defaults and contradictions that only all options together show. */
int options_settle(struct options_parser *p)
{
	struct options *o = p->options;
	int err;

	err = settle_letters(p);
	if (!err)
		err = settle_summary(p);
	if (err)
		return err;
	if (!o->command && !o->npids)
		return options_fail(
			p, "nothing to trace: give a command, or -p PID (faultless -h for help)");
	if (!o->command && o->daemonize)
		return options_fail(p, "-D is about the command to start, and there is none");
	if (!o->command && (o->user || o->nenv))
		options_note(o, "-u and -E are for a command to start: there is none");
	o->separately = p->f > 1 || p->long_separately;
	if (o->separately && o->output_pipe)
		return options_fail(p,
			"-ff writes a file for each process and -o '|COMMAND' has one stream: "
			"use -f");
	if (!o->output) {
		if (p->long_separately)
			options_note(o, "--output-separately has no effect without -o");
		if (p->append)
			options_note(o, "-A has no effect without -o");
		o->separately = false;
	}
	o->append = p->append && o->output;
	if (p->status_options > 1)
		options_note(
			o, "only the last of several -z and -Z counts: -e status= takes a set");
	if (o->seccomp_bpf && !o->follow)
		options_note(o, "--seccomp-bpf has no effect without -f");
	/*
	 * As strace: the user of `-o FILE COMMAND` reads the file later and is not at the terminal
	 * for messages.
	 */
	if (o->output && o->command && !p->q && !p->long_quiet)
		o->quiet = OPTIONS_QUIET_ATTACH | OPTIONS_QUIET_PERSONALITY;
	if (!o->interruptible)
		o->interruptible = o->daemonize		     ? OPTIONS_INTERRUPT_NEVER_TSTP
				   : o->output && o->command ? OPTIONS_INTERRUPT_NEVER
							     : OPTIONS_INTERRUPT_WAITING;
	return 0;
}
