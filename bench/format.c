// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * format record RECORDS TEXT COMMAND...: traces the command, keeps its records in one file and their text in another.
 * format replay RECORDS TEXT TIMES: makes text of the same records, so many times; prints lines and seconds of the CPU.
 * So the formatter is measured alone, over real records, and its text can be compared with that of the live trace.
 * Linked with all of faultless but main.c; run by bench/run.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include "command.h"
#include "engine.h"
#include "options.h"
#include "plan.h"
#include "sink.h"
#include "trace.h"

struct bench {
	struct options options;
	struct sink *sink;
	struct trace *trace;
};

static int fail(const char *what, int err)
{
	fprintf(stderr, "format: %s: %s\n", what, strerror(-err));
	return 1;
}

/* As `faultless -f -o TEXT COMMAND...` would be set up. */
static int open_bench(struct bench *b, char *text, char **command)
{
	static char *argv[64]; /* the options borrow it */
	struct decode_config decode = {0};
	char error[512];
	int argc = 0, err;

	for (char *word[] = {"faultless", "-f", "-o", text, "--"}; argc < 5; argc++)
		argv[argc] = word[argc];
	while (*command && argc < 63)
		argv[argc++] = *command++;
	argv[argc] = NULL;
	err = options_parse(argc, argv, &b->options, error, sizeof(error));
	if (!err)
		err = sink_text_open(&b->options, &b->sink);
	if (err)
		return err;
	decode.string_limit = b->options.string_limit;
	decode.dump_read = &b->options.read;
	decode.dump_write = &b->options.write;
	decode.abbrev = &b->options.abbrev;
	decode.verbose = &b->options.verbose;
	decode.raw = &b->options.raw;
	b->trace = trace_new(&decode, &b->options.filter, NULL, b->sink);
	return b->trace ? 0 : -ENOMEM;
}

static int record(const char *records, char *text, char **command)
{
	struct bench b = {0};
	struct engine_config config = {.follow = 1, .block = 1, .memory_limit = (size_t)256 << 20};
	struct plan_config plan = {0};
	struct plan_set *plans = NULL;
	struct command *spawned = NULL;
	struct engine *engine = NULL;
	const struct record *r;
	const char *bad = "";
	char error[512] = "";
	FILE *out = fopen(records, "w");
	int err = out ? open_bench(&b, text, command) : -errno, got;

	if (err)
		return fail(records, err);
	plan.string_limit = b.options.string_limit;
	err = command_spawn(&b.options, &spawned, error, sizeof(error));
	if (!err)
		err = plan_set_new(&plan, b.options.filter.calls.bits, &plans, &bad);
	config.plans = plans;
	config.filter = &b.options.filter;
	config.command = spawned ? command_pid(spawned) : 0;
	if (!err)
		err = engine_bpf_ops.open(&config, &engine, error, sizeof(error));
	if (!err)
		err = command_release(spawned);
	while (!err && (got = engine->ops->next(engine, 50, &r)) != 0) {
		if (got == -EAGAIN)
			continue;
		err = got < 0 ? got : trace_record(b.trace, r);
		if (!err && fwrite(r, r->size, 1, out) != 1)
			err = -errno;
	}
	if (!err)
		err = b.sink->ops->close(b.sink);
	if (fclose(out) && !err)
		err = -errno;
	return err ? fail(error, err) : 0;
}

static double cpu_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return t.tv_sec + t.tv_nsec / 1e9;
}

static int replay(const char *records, char *text, unsigned times)
{
	char *nothing[] = {"true", NULL};
	int fd = open(records, O_RDONLY);
	struct stat st;
	const char *map;
	unsigned long n = 0;
	double begin;

	if (fd < 0 || fstat(fd, &st))
		return fail(records, -errno);
	map = mmap(NULL, st.st_size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, fd, 0);
	if (map == MAP_FAILED)
		return fail(records, -errno);
	begin = cpu_now();
	for (unsigned i = 0; i < times; i++) {
		struct bench b = {0};
		int err = open_bench(&b, text, nothing);

		for (off_t at = 0; !err && at < st.st_size;) {
			const struct record *r = (const struct record *)(map + at);

			err = record_check(r, st.st_size - at) ? trace_record(b.trace, r)
							       : -EBADMSG;
			at += r->size;
			n += r->type == RECORD_CALL || r->type == RECORD_EXIT;
		}
		if (!err)
			err = b.sink->ops->close(b.sink);
		if (err)
			return fail(text, err);
		trace_free(b.trace);
		options_done(&b.options);
	}
	printf("%lu calls %.3f s\n", n, cpu_now() - begin);
	return 0;
}

int main(int argc, char **argv)
{
	if (argc > 4 && !strcmp(argv[1], "record"))
		return record(argv[2], argv[3], argv + 4);
	if (argc == 5 && !strcmp(argv[1], "replay"))
		return replay(argv[2], argv[3], atoi(argv[4]));
	fputs("usage: format record RECORDS TEXT COMMAND... | format replay RECORDS TEXT TIMES\n",
		stderr);
	return 2;
}
