// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Bytes -> options_parse, an argument a line, and -> each of the filter's parsers. What is refused has a message of
 * one line; what is taken is freed.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "filter.h"
#include "options.h"

enum { MAX_ARGC = 32, MAX_TEXT = 512 };

static char error[256];

static void check_error(int err)
{
	if (err && (!error[0] || strchr(error, '\n') || memchr(error, 0, sizeof(error)) == NULL))
		abort();
}

static void parse_options(char *text)
{
	static char name[] = "faultless";
	struct options options;
	char *argv[MAX_ARGC + 1] = {name};
	int argc = 1, err;

	for (char *arg = strtok(text, "\n"); arg && argc < MAX_ARGC; arg = strtok(NULL, "\n"))
		argv[argc++] = arg;
	error[0] = 0;
	err = options_parse(argc, argv, &options, error, sizeof(error));
	check_error(err);
	if (!err)
		options_done(&options);
}

static void parse_filters(const char *text)
{
	struct filter_calls calls;
	struct filter_fds fds;
	struct filter_paths paths = {0};
	uint64_t signals;
	unsigned bits;

	error[0] = 0;
	check_error(filter_parse_calls(text, &calls, error, sizeof(error)));
	error[0] = 0;
	check_error(filter_parse_signals(text, &signals, error, sizeof(error)));
	error[0] = 0;
	check_error(filter_parse_fds(text, &fds, error, sizeof(error)));
	error[0] = 0;
	check_error(filter_parse_words(text, "status", filter_status_words, FILTER_STATUS_ALL,
		&bits, error, sizeof(error)));
	if (!filter_paths_add(&paths, text) && !filter_paths_match(&paths, text))
		abort();
	filter_paths_done(&paths);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char text[MAX_TEXT + 1];

	/* A regular expression with bounds, x{255}{255}, takes the C library all memory: the user's own doing. */
	if (!size || size > MAX_TEXT || memchr(data, '{', size))
		return 0;
	memcpy(text, data, size);
	text[size] = 0;
	parse_filters(text);
	parse_options(text);
	return 0;
}
