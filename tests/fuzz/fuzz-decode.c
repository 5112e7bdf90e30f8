// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Bytes -> records -> trace, decoder and every sink. The first byte chooses the options and where records come from:
 * raw (what a replayed file might hold; only record_check stands before them) or captured: the bytes are a tracee's
 * calls and its memory, and the plans read it as the probe would, so that the decoder finds what it asks for. Nothing
 * but printable text may come out.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include "capture-native.h"
#include "options.h"
#include "sink.h"
#include "trace.h"

enum { BASE = 0x10000, MAX_MEMORY = 8192, MAX_RECORDS = 64, TASK = 0x7ffffff0 };

/* How it is asked to look; each is what stands on a command line. */
static const char *const looks[] = {
	"",
	"-f -v -s 100",
	"-f -x -T -tt -yy -n",
	"-f -xx -r -a 0 -v",
	"-f -X raw -y -s 0",
	"-f -X verbose -ttt -Y -s 4096",
	"-c",
	"-C -w -f",
	"-f -z -e abbrev=none",
	"-f -Z -qq",
};

enum { NLOOKS = sizeof(looks) / sizeof(*looks) };

static struct look {
	struct options options;
	struct plan_set *plans;
	struct decode_config decode;
} made[NLOOKS];

static int output;
static char output_path[64];

static void make_look(struct look *look, const char *words)
{
	static char text[NLOOKS][128];
	static const char *argv[NLOOKS][16];
	char *line = text[look - made];
	const char **args = argv[look - made], *bad;
	char error[256];
	int argc = 0;
	struct plan_config config = {0};
	struct sink *sink, *summary;
	uint64_t wanted[PLAN_NR / 64];

	snprintf(line, sizeof(*text), "faultless -o %s %s true", output_path, words);
	for (char *word = strtok(line, " "); word; word = strtok(NULL, " "))
		args[argc++] = word;
	if (options_parse(argc, (char **)args, &look->options, error, sizeof(error))) {
		fprintf(stderr, "%s\n", error);
		abort();
	}
	if (sink_text_open(&look->options, &sink) ||
		sink_summary_open(&look->options, sink, &summary))
		abort();
	config.string_limit = look->decode.string_limit = look->options.string_limit;
	config.abbrev = look->decode.abbrev = &look->options.abbrev;
	look->decode.verbose = &look->options.verbose;
	look->decode.raw = &look->options.raw;
	config.descriptors = true;
	summary->ops->close(summary);
	memset(wanted, 0xff, sizeof(wanted));
	if (plan_set_new(&config, wanted, &look->plans, &bad))
		abort();
}

int LLVMFuzzerInitialize(int *argc, char ***argv);

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	output = memfd_create("output", 0);
	snprintf(output_path, sizeof(output_path), "/proc/self/fd/%d", output);
	for (unsigned i = 0; i < NLOOKS; i++)
		make_look(&made[i], looks[i]);
	return 0;
}

/* ---- records ---- */

struct input {
	const uint8_t *data;
	size_t size;
	unsigned char memory[MAX_MEMORY];
	size_t memory_size;
};

static uint64_t take(struct input *in, unsigned n)
{
	uint64_t v = 0;

	if (n > in->size)
		n = in->size;
	memcpy(&v, in->data, n);
	in->data += n;
	in->size -= n;
	return v;
}

/* A pointer into the memory, a negative number, or the number itself. */
static uint64_t as_value(uint32_t v)
{
	switch (v >> 24) {
	case 0xff:
		return BASE + (uint16_t)v % MAX_MEMORY;
	case 0xfe:
		return -(uint64_t)(uint16_t)v;
	}
	return v;
}

/* The memory is what is left of the input, with words that end in 0xff made pointers. */
static void make_memory(struct input *in)
{
	in->memory_size = in->size < MAX_MEMORY ? in->size : MAX_MEMORY;
	memcpy(in->memory, in->data, in->memory_size);
	for (size_t i = 0; i + 8 <= in->memory_size; i += 8) {
		uint64_t word;

		if (in->memory[i + 7] != 0xff)
			continue;
		memcpy(&word, in->memory + i, 4);
		word = BASE + (uint16_t)word % MAX_MEMORY;
		memcpy(in->memory + i, &word, 8);
	}
}

static size_t read_memory(void *context, bool fault, void *dst, size_t n, uint64_t addr)
{
	struct input *in = context;
	size_t there;

	(void)fault;
	if (addr < BASE || addr - BASE >= in->memory_size)
		return 0;
	there = in->memory_size - (addr - BASE);
	memcpy(dst, in->memory + (addr - BASE), n < there ? n : there);
	return n < there ? n : there;
}

static void trace_checked(struct trace *trace, const struct record *record, size_t size)
{
	struct record *exact;

	if (!record_check(record, size))
		return;
	/* In an allocation of its own size, so that ASan sees a read behind it. */
	exact = malloc(record->size);
	memcpy(exact, record, record->size);
	if (trace_record(trace, exact) == -ENOMEM)
		abort();
	free(exact);
}

static void trace_event(struct trace *trace, struct input *in, unsigned type, uint32_t tid)
{
	struct {
		struct record record;
		struct task_event event;
		struct blob blob;
		unsigned char siginfo[128];
	} e = {.record = {.type = type, .tgid = TASK, .tid = tid, .seq = 1, .time = 5000}};

	e.event.value = take(in, 1);
	if (type != RECORD_SIGNAL && type != RECORD_STOP)
		e.event.value = TASK + e.event.value % 4;
	if (type == RECORD_TASK_EXIT)
		e.event.value = take(in, 2);
	e.event.other = TASK;
	e.record.size = sizeof(e.record) + sizeof(e.event);
	if (type == RECORD_SIGNAL) {
		e.blob.len = take(in, 1) % (sizeof(e.siginfo) + 1);
		for (unsigned i = 0; i < e.blob.len; i++)
			e.siginfo[i] = take(in, 1);
		e.record.size += sizeof(e.blob) + RECORD_ALIGN(e.blob.len);
	}
	trace_checked(trace, &e.record, e.record.size);
}

static void trace_captured(struct trace *trace, struct look *look, struct input *in)
{
	static struct capture capture;
	struct capture_hooks hooks = {.ops = look->plans->ops,
		.nops = look->plans->nops,
		.memory = read_memory,
		.context = in};
	unsigned ncalls = 1 + take(in, 1) % 8;

	for (unsigned i = 0; i < ncalls; i++) {
		unsigned type = take(in, 1), nr = take(in, 2) % 512;
		uint32_t tid = TASK + (type >> 4) % 4;
		__u64 args[6];
		int64_t ret;
		const struct plan *plan;
		struct record *record;

		if (type % 16 > RECORD_EXIT) {
			trace_event(trace, in, type % 16, tid);
			continue;
		}
		ret = as_value(take(in, 4));
		for (unsigned a = 0; a < 6; a++)
			args[a] = as_value(take(in, 4));
		if (i == 0)
			make_memory(in);
		plan = plan_find(look->plans, nr, args);
		if (!plan)
			plan = &look->plans->plans[0];
		record = native_call(&capture, &hooks, plan, nr, args, ret, NULL);
		record->tid = tid;
		record->tgid = TASK;
		record->type = type % 16 ? type % 16 : RECORD_CALL;
		if (!record_check(record, record->size))
			abort();
		trace_checked(trace, record, record->size);
	}
	free(hooks.bytes);
}

/* Records as they are, each with its size made right. */
static void trace_raw(struct trace *trace, struct input *in)
{
	for (unsigned i = 0; i < MAX_RECORDS && in->size; i++) {
		size_t size = (take(in, 2) % 4096) & ~7u;
		struct record *record;

		if (size < sizeof(*record))
			size = sizeof(*record);
		record = calloc(1, size);
		memcpy(record, in->data, size < in->size ? size : in->size);
		take(in, 0);
		in->data += size < in->size ? size : in->size;
		in->size -= size < in->size ? size : in->size;
		record->size = size;
		record->tid = TASK + record->tid % 4;
		record->type %= RECORD_TYPES + 1;
		trace_checked(trace, record, size);
		free(record);
	}
}

/* Nothing that a terminal would obey. */
static void check_output(void)
{
	static char text[1 << 16];
	ssize_t n;
	off_t at = 0;

	while ((n = pread(output, text, sizeof(text), at)) > 0) {
		for (ssize_t i = 0; i < n; i++)
			if (text[i] != '\n' && (text[i] < 0x20 || text[i] > 0x7e)) {
				fprintf(stderr, "byte %#x in the output\n", (unsigned char)text[i]);
				abort();
			}
		at += n;
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct filter_record files;
	static struct input in;
	struct sink *sink = NULL, *text = NULL;
	struct trace *trace;
	struct look *look;
	bool raw;

	if (!size)
		return 0;
	look = &made[(*data >> 1) % NLOOKS];
	raw = *data & 1;
	in.data = data + 1;
	in.size = size - 1;
	in.memory_size = 0;
	if (look->options.summary != OPTIONS_SUMMARY_ONLY && sink_text_open(&look->options, &text))
		abort();
	sink = text;
	if (look->options.summary != OPTIONS_SUMMARY_NONE &&
		sink_summary_open(&look->options, text, &sink))
		abort();
	files.paths = &look->options.paths;
	files.fds = &look->options.trace_fds;
	trace = trace_new(&look->decode, &look->options.filter, &files, sink);
	if (!trace)
		abort();
	if (raw)
		trace_raw(trace, &in);
	else
		trace_captured(trace, look, &in);
	trace_end(trace, true);
	trace_free(trace);
	if (sink->ops->close(sink))
		abort();
	check_output();
	return 0;
}
