/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Sets: which calls, signals, descriptors, paths and outcomes are wanted, as -e, -P, -z and -Z name
 * them. Parsed once by options.c; an engine gets the bitmaps of calls and signals (filtering
 * happens in the kernel), the decoder and the sinks ask for the rest.
 *
 * Every set has strace's form: [!]...all | none | word[,word...]; '!' takes everything but the set.
 */
#ifndef FAULTLESS_FILTER_H
#define FAULTLESS_FILTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Call numbers below this have a bit of their own; x86-64 ends below 512. */
#define FILTER_CALLS 1024

struct filter_calls {
	uint64_t bits[FILTER_CALLS / 64];
	bool beyond; /* numbers from FILTER_CALLS on */
};

/* How a call ended; bits of a set. */
enum filter_status {
	FILTER_SUCCESSFUL = 1 << 0,
	FILTER_FAILED = 1 << 1,
	FILTER_UNFINISHED = 1 << 2,  /* did not return */
	FILTER_UNAVAILABLE = 1 << 3, /* returned, but the value could not be had */
	FILTER_DETACHED = 1 << 4,    /* tracing ended first */
	FILTER_STATUS_ALL = (1 << 5) - 1,
};

struct filter {
	struct filter_calls calls;
	uint64_t signals;      /* signal n: bit n - 1 */
	unsigned status;       /* enum filter_status */
	uint64_t min_duration; /* ns that a call took at least */
};

#define FILTER_FDS 64

struct filter_fds {
	bool inverted; /* all but these */
	unsigned count;
	int fds[FILTER_FDS];
};

struct filter_paths {
	unsigned count;
	struct filter_path {
		const char *path; /* as the user wrote it; borrowed */
		/* Absolute, symbolic links followed; NULL: the same, or there is no such file. */
		char *resolved;
	} * paths;
};

/* A name and its bit, for filter_parse_words; a table of them ends with a NULL name. */
struct filter_word {
	const char *name;
	unsigned bit;
};

/* filter_init - wants every call, signal, outcome and duration. */
void filter_init(struct filter *ret_filter);

/*
 * filter_parse_calls - reads a set of system calls: names, numbers, %classes, /regular expressions,
 * each with '?' before it (no error if it names nothing) and "@64" behind it as one likes. Returns
 * 0, or -EINVAL with a message in @ret_error.
 */
int filter_parse_calls(
	const char *text, struct filter_calls *ret_calls, char *ret_error, size_t error_size);

/*
 * filter_parse_signals - a set of signals: names in any case, with or without SIG, or numbers 1 to
 * 64. The same errors.
 */
int filter_parse_signals(
	const char *text, uint64_t *ret_signals, char *ret_error, size_t error_size);

/* filter_parse_fds - a set of at most FILTER_FDS file descriptor numbers. The same errors. */
int filter_parse_fds(
	const char *text, struct filter_fds *ret_fds, char *ret_error, size_t error_size);

/*
 * filter_parse_words - a set of the words of @words; @all is the value of "all", @what names the
 * set in messages ("status"). The same errors.
 */
int filter_parse_words(const char *text, const char *what, const struct filter_word *words,
	unsigned all, unsigned *ret_bits, char *ret_error, size_t error_size);

/* filter_status_words - the words of enum filter_status. */
extern const struct filter_word filter_status_words[];

/*
 * filter_paths_add - adds @path (borrowed) and, if that is another, the file it leads to. Returns 0
 * or -ENOMEM.
 */
int filter_paths_add(struct filter_paths *paths, const char *path);

/* filter_paths_match - whether @path is one of @paths. */
bool filter_paths_match(const struct filter_paths *paths, const char *path);

/* filter_paths_done - frees what filter_paths_add allocated. */
void filter_paths_done(struct filter_paths *paths);

/* filter_calls_has - whether call number @nr is in the set. */
static inline bool filter_calls_has(const struct filter_calls *calls, uint64_t nr)
{
	return nr < FILTER_CALLS ? calls->bits[nr / 64] >> (nr % 64) & 1 : calls->beyond;
}

/* filter_has_signal - whether signal @number (1 to 64) is wanted; others are. */
static inline bool filter_has_signal(const struct filter *filter, unsigned number)
{
	return number < 1 || number > 64 || (filter->signals >> (number - 1) & 1);
}

/* filter_fds_has - whether descriptor @fd is in the set. */
static inline bool filter_fds_has(const struct filter_fds *fds, int fd)
{
	for (unsigned i = 0; i < fds->count; i++)
		if (fds->fds[i] == fd)
			return !fds->inverted;
	return fds->inverted;
}

#endif
