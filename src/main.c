// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Puts the parts together: options choose the engine, the tasks, the calls and the sink; records go from one to the
 * other. The only place that reports errors.
 */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include "command.h"
#include "desc/nr-x86_64.h"
#include "engine.h"
#include "engine-ptrace-seccomp.h"
#include "kernel-features.h"
#include "options.h"
#include "plan.h"
#include "sink.h"
#include "trace.h"
#include "util/cgroup.h"
#include "util/error.h"

enum {
	EXIT_FAILED = 1,
	EXIT_USAGE = 2,
	WAIT_MS = 50,
	FLUSH_NS = 50000000,
	MOST_MEMORY = 256 << 20, /* without --memory-limit */
};

/* Everything that a run holds. */
struct session {
	struct options options;
	struct command *command;
	struct plan_set *plans;
	struct sink *sink;
	struct trace *trace;
	struct engine *engine;
	struct engine_config engine_config;
	struct filter_record files; /* -P, --trace-fds */
};

static void report(const char *format, ...) __attribute__((format(printf, 1, 2)));

static void report(const char *format, ...)
{
	char message[1024];
	va_list args;

	va_start(args, format);
	error_vset(message, sizeof(message), 0, format, args);
	va_end(args);
	fprintf(stderr, "faultless: %s\n", message);
}

/* Where the trace goes, as the user would say it. */
static const char *output_name(const struct options *o, char *buf, size_t size)
{
	snprintf(buf, size, "%s%s%s", o->output_pipe ? "|" : "", o->output ? o->output : "stderr",
		o->output && o->separately ? ".PID" : "");
	return buf;
}

static int open_sink(struct session *s)
{
	const struct options *o = &s->options;
	struct sink *text = NULL;
	char name[256];
	int err = 0;

	if (o->summary != OPTIONS_SUMMARY_ONLY)
		err = sink_text_open(o, &text);
	if (!err && text && s->command) {
		err = sink_text_begin(text, command_pid(s->command));
		if (err)
			text->ops->close(text);
	}
	if (!err && o->summary != OPTIONS_SUMMARY_NONE)
		err = sink_summary_open(o, text, &s->sink);
	else if (!err)
		s->sink = text;
	if (err)
		report("cannot write to %s: %s; choose another file with -o",
			output_name(o, name, sizeof(name)), strerror(-err));
	return err;
}

static bool dumps(const struct filter_fds *fds)
{
	return fds->count || fds->inverted;
}

/* Whether nothing but counts is wanted, and only such as the probe can make. */
static bool counts_only(const struct session *s)
{
	return s->options.summary == OPTIONS_SUMMARY_ONLY && !filter_record_asks(&s->files);
}

static bool asks_for_descriptors(const struct session *s)
{
	return s->options.decode_fds || s->files.paths->count;
}

static int make_plans(struct session *s)
{
	const struct options *o = &s->options;
	struct plan_config config = {
		.string_limit = o->string_limit > UINT32_MAX ? UINT32_MAX : o->string_limit,
		.abbrev = &o->abbrev,
		.no_data = counts_only(s),
		.whole_data = dumps(&o->read) || dumps(&o->write),
		.descriptors = asks_for_descriptors(s),
		.files = filter_record_asks(&s->files),
		.names = o->decode_pids & OPTIONS_PID_COMM,
	};
	const char *bad = "";
	int err = plan_set_new(&config, o->filter.calls.bits, &s->plans, &bad);

	if (err)
		report("cannot plan what to read for %s: %s", bad, strerror(-err));
	return err;
}

/*
 * Gives the command a filter by which calls nobody asked for do not stop. Not without -f: an untraced child would have
 * it, too, and the wanted calls would fail there.
 */
static void filter_command(struct session *s)
{
	struct sock_filter filter[ENGINE_PTRACE_FILTER_MAX];
	size_t n;

	if (!s->command || !s->options.follow)
		return;
	n = engine_ptrace_seccomp(&s->options.filter.calls, filter);
	if (n)
		command_filter(s->command, filter, n);
}

/* The engine asked for; else BPF, and where that cannot be, ptrace. */
static int choose_engine(struct session *s)
{
	const struct options *o = &s->options;
	char error[512] = "", why_not_bpf[512] = "";
	int err = -ENOSYS;

	if (!o->engine || !strcmp(o->engine, engine_bpf_ops.name)) {
		err = engine_bpf_ops.open(&s->engine_config, &s->engine, error, sizeof(error));
		if (!err)
			return 0;
		/* No other engine can do more about a process that is not there. */
		if (o->engine || o->fault_site || err == -ESRCH) {
			report("%s", error);
			return err;
		}
		snprintf(why_not_bpf, sizeof(why_not_bpf), "%.*s", (int)strcspn(error, ";"), error);
	}
	err = engine_ptrace_ops.open(&s->engine_config, &s->engine, error, sizeof(error));
	if (err)
		report("%s", error);
	if (err && *why_not_bpf)
		report("nor can it be traced by BPF: %s", why_not_bpf);
	if (!err && *why_not_bpf && !(o->quiet & OPTIONS_QUIET_ATTACH))
		report("tracing by ptrace, which slows programs down: %s", why_not_bpf);
	if (!err)
		filter_command(s);
	return err;
}

/* A summary counts calls whatever their outcome. */
static int unwanted_outcomes(const struct options *o)
{
	if (o->summary != OPTIONS_SUMMARY_NONE)
		return 0;
	return (o->filter.status & FILTER_SUCCESSFUL ? 0 : 1) |
	       (o->filter.status & FILTER_FAILED ? 0 : 2);
}

/* Process ids are shown by what they were when the call began. */
static bool needs_entry_times(const struct options *o)
{
	return o->stamp != OPTIONS_STAMP_NONE || o->relative || o->times || o->decode_pids ||
	       o->summary != OPTIONS_SUMMARY_NONE || o->filter.min_duration;
}

/* Whether the text goes to a file. */
static bool is_unwatched(const struct options *o)
{
	struct stat st;

	return o->output && !o->output_pipe && (stat(o->output, &st) || S_ISREG(st.st_mode));
}

/* The user's; or by default less than what a container, or a service, would be killed for. */
static size_t memory_limit(const struct options *o)
{
	uint64_t half = cgroup_memory_limit("/proc/self/cgroup", "/sys/fs/cgroup") / 2;

	if (o->memory_limit)
		return o->memory_limit;
	if (half < OPTIONS_LEAST_MEMORY)
		return OPTIONS_LEAST_MEMORY;
	return half < MOST_MEMORY ? half : MOST_MEMORY;
}

/* -p "$(pidof NAME)": one that has ended meanwhile does not keep the others from being traced. */
static void left_out(void *session, const char *why)
{
	struct session *s = session;

	s->options.npids--; /* with one left, its lines need not say whose they are */
	report("%s", why);
}

static void report_attached(const struct engine_config *config)
{
	for (size_t i = 0; i < config->npids; i++)
		if (config->nattached[i] > 1)
			report("Process %d attached with %d threads", config->pids[i],
				config->nattached[i]);
		else if (config->nattached[i])
			report("Process %d attached", config->pids[i]);
}

static int open_engine(struct session *s)
{
	const struct options *o = &s->options;
	int *nattached = calloc(o->npids + 1, sizeof(*nattached));
	int err;

	if (!nattached) {
		report("%s", strerror(ENOMEM));
		return -ENOMEM;
	}
	s->engine_config = (struct engine_config){
		.plans = s->plans,
		.filter = &o->filter,
		.pids = o->pids,
		.npids = o->npids,
		.nattached = nattached,
		.left_out = left_out,
		.context = s,
		.command = s->command ? command_pid(s->command) : 0,
		.follow = o->follow,
		.describe = s->plans->describes || o->decode_fds || o->decode_pids,
		.fault_site = o->fault_site,
		.fault_copies = o->fault_copies,
		.debug = o->debug,
		.memory_limit = memory_limit(o),
		.unwatched = is_unwatched(o),
		.block = o->overflow == OPTIONS_OVERFLOW_BLOCK,
		.count = counts_only(s),
		.unwanted = unwanted_outcomes(o),
		.min_duration = o->filter.min_duration,
		.entry_times = needs_entry_times(o),
		.fds = filter_record_asks_fds(&s->files) ? s->files.fds : NULL,
		.paths = s->files.paths->count ? s->files.paths : NULL,
		.overhead = o->overhead_ns > 0 ? o->overhead_ns : 0,
	};
	err = choose_engine(s);
	if (!err && !(o->quiet & OPTIONS_QUIET_ATTACH))
		report_attached(&s->engine_config);
	s->engine_config.nattached = NULL;
	free(nattached);
	return err;
}

/* -P, --trace-fds */
static void choose_files(struct session *s)
{
	struct options *o = &s->options;

	s->files = (struct filter_record){.paths = &o->paths, .fds = &o->trace_fds};
	if (!filter_record_asks(&s->files))
		return;
	filter_record_narrow(&s->files, &o->filter.calls);
	for (unsigned i = 0; i < o->paths.count && !(o->quiet & OPTIONS_QUIET_PATH_RESOLUTION); i++)
		if (o->paths.paths[i].resolved)
			report("Requested path \"%s\" resolved into \"%s\"", o->paths.paths[i].path,
				o->paths.paths[i].resolved);
}

static int set_up(struct session *s)
{
	struct options *o = &s->options;
	struct decode_config decode = {
		.string_limit = o->string_limit > UINT32_MAX ? UINT32_MAX : o->string_limit,
		.consts = o->consts};
	char error[512];
	int err;

	if (o->command) {
		err = command_spawn(o, &s->command, error, sizeof(error));
		if (err) {
			report("%s", error);
			return err;
		}
	}
	err = command_catch_signals(o->interruptible);
	if (err) {
		report("cannot catch signals: %s", strerror(-err));
		return err;
	}
	err = open_sink(s);
	choose_files(s);
	if (!err)
		err = make_plans(s);
	if (err)
		return err;
	decode.abbrev = &o->abbrev;
	decode.verbose = &o->verbose;
	decode.raw = &o->raw;
	decode.names = o->decode_pids & OPTIONS_PID_COMM;
	decode.outer = o->decode_pids & OPTIONS_PID_PIDNS;
	decode.dump_read = &o->read;
	decode.dump_write = &o->write;
	s->trace = trace_new(&decode, &o->filter, &s->files, s->sink);
	if (!s->trace) {
		report("out of memory");
		return -ENOMEM;
	}
	return open_engine(s);
}

/* The command's own code ends it when its execve failed; that is no call of the program. */
static bool is_exit_after_exec_error(const struct session *s, const struct record *record)
{
	const struct call *call = (const struct call *)(record + 1);

	return s->command && (pid_t)record->tid == command_pid(s->command) &&
	       command_exec_error(s->command) &&
	       (record->type == RECORD_ENTER || record->type == RECORD_EXIT ||
		       record->type == RECORD_CALL) &&
	       call->nr == NR_exit_group;
}

static void note_command_end(struct session *s, const struct record *record)
{
	const struct task_event *event = (const struct task_event *)(record + 1);

	if (s->command && record->type == RECORD_TASK_EXIT &&
		(pid_t)record->tid == command_pid(s->command))
		command_ended(s->command, event->value);
}

/* Until all tasks are gone, or a signal asks for the end. */
static int run(struct session *s)
{
	const struct engine_ops *engine = s->engine->ops;
	const struct record *record;
	uint64_t flushed = 0;
	bool stopped = false;
	int got, err = 0;

	/* A signal came while everything was made ready: the command does not begin. */
	if (command_caught())
		return 0;
	if (s->command) {
		err = command_release(s->command);
		if (err) {
			report("the command is gone: %s", strerror(-err));
			return err;
		}
	}
	while ((got = engine->next(s->engine, WAIT_MS, &record)) != 0) {
		if (got > 0) {
			note_command_end(s, record);
			if (!is_exit_after_exec_error(s, record))
				err = trace_record(s->trace, record);
			if (err)
				break;
		} else if (got != -EAGAIN) {
			err = got;
			break;
		}
		if (got == -EAGAIN || record->time - flushed > FLUSH_NS) {
			if (got > 0)
				flushed = record->time;
			trace_overdue(s->trace, got == -EAGAIN);
			if (s->sink->ops->flush(s->sink) && !stopped && !s->options.separately) {
				/* Nobody would see the rest. */
				engine->stop(s->engine);
				stopped = true;
			}
			if (command_caught() && !stopped) {
				command_interrupt(s->command, command_caught());
				engine->stop(s->engine);
				stopped = true;
			}
		}
	}
	if (err)
		report("tracing ended early: %s", strerror(-err));
	else
		trace_end(s->trace, stopped);
	return err;
}

static void print_stats(
	const struct engine_stats *stats, const struct trace_counts *counts, uint64_t counted)
{
	fprintf(stderr,
		"faultless: %llu records, %llu calls; data read at entry %llu, at exit %llu, late %llu, fault %llu, "
		"lost %llu; stage two ran %llu times\n",
		(unsigned long long)stats->records, (unsigned long long)(counts->calls + counted),
		(unsigned long long)counts->data[ORIGIN_ENTRY],
		(unsigned long long)counts->data[ORIGIN_EXIT],
		(unsigned long long)counts->data[ORIGIN_LATE],
		(unsigned long long)counts->data[ORIGIN_FAULT], (unsigned long long)counts->lost,
		(unsigned long long)stats->stage_two);
	if (stats->spooled)
		report("%llu MB went through a file: more than memory may hold (--memory-limit)",
			(unsigned long long)stats->spooled >> 20);
}

static void print_holds(const struct engine_stats *stats)
{
	report("tasks were held %llu times until there was room: %.3f s of all together, %.3f s the longest",
		(unsigned long long)stats->holds, stats->held_ns / 1e9, stats->held_longest / 1e9);
}

/* What was lost, by cause: always said when it is not nothing. Returns whether it is nothing. */
static bool report_losses(const struct engine_stats *stats, uint64_t data, bool always)
{
	const struct {
		uint64_t n;
		const char *what;
	} causes[] = {
		{stats->loss.calls, "calls, for want of room"},
		{stats->loss.ring_full - stats->loss.calls, "other records, for want of room"},
		{stats->skipped, "probe runs were skipped by the kernel's recursion guard"},
		{stats->loss.no_storage, "tasks could not be traced for want of memory"},
		{data, "data could not be read"},
		/* The reader finds by the numbers what is missing; what no counter explains is said as well. */
		{stats->sequence_gaps > stats->loss.ring_full
				? stats->sequence_gaps - stats->loss.ring_full
				: 0,
			"records are missing by their numbers, for no known cause"},
	};
	bool nothing = true;

	for (size_t i = 0; i < sizeof(causes) / sizeof(*causes); i++) {
		if (causes[i].n)
			report("lost: %llu %s", (unsigned long long)causes[i].n, causes[i].what);
		nothing &= !causes[i].n;
	}
	if (nothing && always)
		report("lost: nothing");
	return nothing;
}

/* What the engine counted, and so gave no records of. */
static int add_counts(struct session *s, uint64_t *ret_calls)
{
	static struct engine_count counts[ENGINE_COUNTS];
	int err = s->engine->ops->counts(s->engine, counts);

	for (uint32_t nr = 0; !err && nr < ENGINE_COUNTS; nr++) {
		sink_summary_add(s->sink, nr, &counts[nr]);
		*ret_calls += counts[nr].calls;
	}
	if (err)
		report("cannot read the counts: %s", strerror(-err));
	return err;
}

static int finish(struct session *s, int err)
{
	struct engine_stats stats = {0};
	uint64_t counted = 0;
	char name[256];
	int written, status;

	if (s->engine)
		s->engine->ops->stats(s->engine, &stats);
	if (s->engine && s->engine_config.count && s->engine->ops->counts && !err)
		err = add_counts(s, &counted);
	written = s->sink ? s->sink->ops->close(s->sink) : 0;
	if (written) {
		report("the trace is not complete: cannot write to %s: %s",
			output_name(&s->options, name, sizeof(name)), strerror(-written));
		err = written;
	}
	/* The program runs on, untraced: whoever started it waits for its end. */
	if (written && s->command && s->engine && !command_caught())
		command_wait(s->command, &status);
	if (s->engine) {
		if (s->options.stats)
			print_stats(&stats, trace_counts(s->trace), counted);
		if (stats.holds)
			print_holds(&stats);
		report_losses(&stats, trace_counts(s->trace)->lost, s->options.stats);
		s->engine->ops->close(s->engine);
	}
	return err;
}

/* What is only asked for words. */
static int answer(const struct options *o)
{
	int status = 0, bad;

	if (o->action == OPTIONS_FEATURES)
		status = kernel_features_print(o, stdout);
	else
		fputs(o->action == OPTIONS_HELP ? options_help() : options_version(), stdout);
	bad = fflush(stdout);
	if (!bad && !ferror(stdout))
		return status;
	report("cannot write to stdout: %s", strerror(errno));
	return EXIT_FAILED;
}

/* Why the kernel does not execute a file that is there. */
static const char *exec_hint(int err)
{
	switch (err) {
	case ENOENT:
		return "; the interpreter that it names is missing";
	case ENOEXEC:
		return "; it is no program for this machine, and no script that begins with #!";
	default:
		return "";
	}
}

int main(int argc, char **argv)
{
	static struct session s;
	char error[512];
	int err, status = 0;

	err = command_standard_fds();
	if (err) {
		report("cannot open /dev/null in place of a closed standard descriptor: %s",
			strerror(-err));
		return EXIT_FAILED;
	}
	if (options_parse(argc, argv, &s.options, error, sizeof(error))) {
		report("%s", error);
		return EXIT_USAGE;
	}
	if (s.options.action != OPTIONS_TRACE)
		return answer(&s.options);
	for (unsigned i = 0; i < s.options.nnotes; i++)
		report("%s", s.options.notes[i]);
	err = set_up(&s);
	if (!err)
		err = run(&s);
	err = finish(&s, err);
	if (!err && s.command && command_exec_error(s.command)) {
		report("cannot execute %s: %s%s", s.options.command[0],
			strerror(command_exec_error(s.command)),
			exec_hint(command_exec_error(s.command)));
		err = -command_exec_error(s.command);
	}
	if (err)
		status = EXIT_FAILED;
	else if (command_caught())
		command_end_by(command_caught());
	else if (s.command && command_wait(s.command, &status) > 0)
		command_end_like(status);
	command_free(s.command);
	trace_free(s.trace);
	plan_set_free(s.plans);
	options_done(&s.options);
	return status;
}
