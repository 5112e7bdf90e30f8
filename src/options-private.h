/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What options.c, which reads the command line, and options-settle.c, which draws conclusions from it, share; nobody
 * else includes it.
 */
#ifndef FAULTLESS_OPTIONS_PRIVATE_H
#define FAULTLESS_OPTIONS_PRIVATE_H

#include <errno.h>
#include "options.h"
#include "util/error.h"

#define ARRAY_SIZE(a) (sizeof(a) / sizeof((a)[0]))

/* The command line as far as it was read. */
struct options_parser {
	struct options *options;
	char *ret_error;
	size_t error_size;
	size_t max_pids;

	/* How often a letter stood there, and whether the long form that means the same did. */
	unsigned f, q, t, x, y;
	bool long_separately, long_quiet, long_stamp, long_hex, long_fds;
	unsigned status_options; /* -z, -Z */
	bool append, sort, columns;
};

/* The one-line message of a usage error. */
#define options_fail(p, ...) error_set((p)->ret_error, (p)->error_size, -EINVAL, __VA_ARGS__)

/*
 * options_settle - defaults, contradictions and remarks that only all options together show. Returns as options_parse.
 */
int options_settle(struct options_parser *p);

/* options_note - a remark for the user. */
void options_note(struct options *options, const char *text);

#endif
