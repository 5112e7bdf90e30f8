/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The command line: everything it says, already parsed and checked for contradictions. main.c
 * parses it once and hands the parts to the modules; what this build or this kernel cannot do is
 * main.c's to refuse, not decided here.
 */
#ifndef FAULTLESS_OPTIONS_H
#define FAULTLESS_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include "filter.h"

enum options_action {
	OPTIONS_TRACE,
	OPTIONS_HELP,	  /* -h: print options_help() */
	OPTIONS_VERSION,  /* -V: print options_version() */
	OPTIONS_FEATURES, /* --features: say what this kernel offers */
};

/* Messages that -q and -e quiet= suppress; bits of a set. */
enum options_quiet {
	OPTIONS_QUIET_ATTACH = 1 << 0,
	OPTIONS_QUIET_EXIT = 1 << 1,
	OPTIONS_QUIET_PATH_RESOLUTION = 1 << 2,
	OPTIONS_QUIET_PERSONALITY = 1 << 3,
	OPTIONS_QUIET_THREAD_EXECVE = 1 << 4,
	OPTIONS_QUIET_ALL = (1 << 5) - 1,
};

/* What is shown of a file descriptor; bits of a set. */
enum options_decode_fds {
	OPTIONS_FD_PATH = 1 << 0,
	OPTIONS_FD_SOCKET = 1 << 1,
	OPTIONS_FD_DEV = 1 << 2,
	OPTIONS_FD_PIDFD = 1 << 3,
	OPTIONS_FD_ALL = (1 << 4) - 1,
};

/* What is shown of a process id; bits of a set. */
enum options_decode_pids {
	OPTIONS_PID_COMM = 1 << 0,
	OPTIONS_PID_PIDNS = 1 << 1,
	OPTIONS_PID_ALL = (1 << 2) - 1,
};

enum options_stamp {
	OPTIONS_STAMP_NONE,
	OPTIONS_STAMP_TIME, /* local time of day */
	OPTIONS_STAMP_UNIX, /* seconds since the epoch */
};

enum options_hex {
	OPTIONS_HEX_NONE,	     /* escape sequences are octal */
	OPTIONS_HEX_NON_ASCII_CHARS, /* escape sequences are hexadecimal */
	OPTIONS_HEX_NON_ASCII,	     /* whole strings that hold a byte outside of ASCII are */
	OPTIONS_HEX_ALL,	     /* all strings are */
};

enum options_consts {
	OPTIONS_CONSTS_ABBREV,
	OPTIONS_CONSTS_RAW,
	OPTIONS_CONSTS_VERBOSE,
};

enum options_summary {
	OPTIONS_SUMMARY_NONE,
	OPTIONS_SUMMARY_ONLY, /* -c */
	OPTIONS_SUMMARY_TOO,  /* -C: with the trace */
};

/* Columns of the summary, and what it can be sorted by. */
enum options_column {
	OPTIONS_COLUMN_TIME_PERCENT,
	OPTIONS_COLUMN_TOTAL_TIME,
	OPTIONS_COLUMN_MIN_TIME,
	OPTIONS_COLUMN_MAX_TIME,
	OPTIONS_COLUMN_AVG_TIME,
	OPTIONS_COLUMN_CALLS,
	OPTIONS_COLUMN_ERRORS,
	OPTIONS_COLUMN_NAME,
	OPTIONS_COLUMNS,
	OPTIONS_COLUMN_NOTHING = OPTIONS_COLUMNS, /* sort: not at all */
};

/* When a signal from the terminal or kill(1) ends the tracing. */
enum options_interruptible {
	OPTIONS_INTERRUPT_ANYWHERE = 1,
	OPTIONS_INTERRUPT_WAITING, /* as above: faultless never stops in the middle of a line */
	OPTIONS_INTERRUPT_NEVER,
	OPTIONS_INTERRUPT_NEVER_TSTP, /* nor does SIGTSTP stop it */
};

enum options_overflow {
	OPTIONS_OVERFLOW_COUNT, /* a record that finds no room is counted as lost */
	OPTIONS_OVERFLOW_BLOCK, /* the task waits for room */
};

#define OPTIONS_NOTES 16

/* Bytes: the least that --memory-limit takes. */
#define OPTIONS_LEAST_MEMORY ((size_t)16 << 20)

struct options {
	enum options_action action;

	/* What to trace. Strings are borrowed from argv. */
	char **command; /* NULL-terminated; NULL: none */
	pid_t *pids;	/* -p */
	size_t npids;
	bool follow;	  /* -f */
	const char *user; /* -u, or NULL */
	const char **env; /* -E, in order: "VAR=VALUE" sets, "VAR" removes */
	size_t nenv;
	/* -D 1, -DD 2, -DDD 3: the tracer is a grandchild; in its own process group; session */
	unsigned daemonize;
	enum options_interruptible interruptible; /* -I, or its default */

	/* What is wanted of it. */
	struct filter filter;	     /* -e trace=, signal=, status=, -z, -Z, --min-duration */
	struct filter_paths paths;   /* -P; none: all */
	struct filter_fds trace_fds; /* --trace-fds; all of them unless given */
	struct filter_fds read;	     /* -e read= */
	struct filter_fds write;     /* -e write= */

	/* Where it goes. */
	const char *output; /* -o: path or, for a pipe, shell command; NULL: stderr */
	bool output_pipe;   /* -o '|command' */
	bool append;	    /* -A */
	bool separately;    /* -ff, --output-separately: to OUTPUT.PID; only with output */

	/* How it looks. */
	unsigned column;	     /* -a */
	size_t string_limit;	     /* -s, bytes */
	struct filter_calls abbrev;  /* -e abbrev=, -v: none */
	struct filter_calls verbose; /* -e verbose= */
	struct filter_calls raw;     /* -e raw= */
	unsigned quiet;		     /* enum options_quiet */
	unsigned decode_fds;	     /* enum options_decode_fds */
	unsigned decode_pids;	     /* enum options_decode_pids */
	enum options_stamp stamp;    /* -t */
	unsigned stamp_digits;	     /* digits behind the second: 0, 3, 6, 9 */
	bool relative;		     /* -r */
	unsigned relative_digits;
	bool times; /* -T */
	unsigned times_digits;
	enum options_hex hex;	    /* -x */
	enum options_consts consts; /* -X */
	bool syscall_number;	    /* -n */
	bool instruction_pointer;   /* -i */

	/* The summary. */
	enum options_summary summary;
	enum options_column sort;		      /* -S */
	enum options_column columns[OPTIONS_COLUMNS]; /* -U, in order; the name is among them */
	unsigned ncolumns;
	bool wall_clock;     /* -w */
	int64_t overhead_ns; /* -O; -1: not given */

	/* faultless's own. */
	const char *engine; /* --engine: "bpf", "ptrace"; NULL: choose */
	/* --fault-site: "tracepoint", "function", "return", "remote"; NULL: choose */
	const char *fault_site;
	unsigned fault_copies; /* --fault-site=tracepoint:N; 0: as many as are good */
	enum options_overflow overflow;
	size_t memory_limit; /* --memory-limit, bytes; 0: not given */
	bool seccomp_bpf;    /* --seccomp-bpf: a wish for the ptrace engine */
	bool stats;
	unsigned debug; /* -d, how often */

	/* Remarks for the user on options that have no effect: one line each, not errors. */
	const char *notes[OPTIONS_NOTES];
	unsigned nnotes;
};

/*
 * options_parse - reads the command line into @ret_options, which the caller frees with
 * options_done() and must not outlive @argv. Prints nothing, changes no state but getopt's. Returns
 * 0, or -EINVAL (usage) or -ENOMEM with a one-line message in @ret_error that names the thing, the
 * cause and the way out; there is nothing to free then.
 */
int options_parse(
	int argc, char **argv, struct options *ret_options, char *ret_error, size_t error_size);

/* options_done - frees what options_parse allocated. */
void options_done(struct options *options);

/* options_help - the text of -h. */
const char *options_help(void);

/* options_version - the text of -V. */
const char *options_version(void);

#endif
