// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Sets of calls, signals, descriptors and words, in strace's form. What a call is called and which
 * classes it is in, the description table says. Called by options.c; knows nothing of engines.
 */
#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include "filter.h"
#include "desc/desc.h"
#include "util/error.h"

#define WORD_MAX 256

/* A set being read, and where its errors go. */
struct set {
	const char *text; /* the whole of it, for messages */
	char *ret_error;
	size_t error_size;
	void *members; /* what `add` adds to */
	int (*add)(struct set *set, const char *word);
	unsigned first, end; /* numbers among which the word being read is looked for: @64, @32 */
};

/* What the form of a set says about it. */
struct shape {
	bool inverted, all;
};

const struct filter_word filter_status_words[] = {
	{"detached", FILTER_DETACHED},
	{"failed", FILTER_FAILED},
	{"successful", FILTER_SUCCESSFUL},
	{"unavailable", FILTER_UNAVAILABLE},
	{"unfinished", FILTER_UNFINISHED},
	{0},
};

/* Classes and their words; the ones with `old` may stand without the percent sign. */
static const struct {
	const char *name;
	uint32_t classes;
	bool old;
} class_words[] = {
	{"%stat", STAT | LSTAT | FSTAT | STATX, false},
	{"%statfs", STATFS | FSTATFS | STATFS_LIKE, false},
	{"clock", CLOCK, false},
	{"creds", CREDS, false},
	{"desc", DESC, true},
	{"file", FILENAME, true},
	{"fstat", FSTAT | STATX, false},
	{"fstatfs", FSTATFS, false},
	{"ipc", IPC, true},
	{"lstat", LSTAT, false},
	{"memory", MEM, true},
	{"net", NET, false},
	{"network", NET, true},
	{"process", PROC, true},
	{"pure", PURE, false},
	{"signal", SIG, true},
	{"stat", STAT, false},
	{"statfs", STATFS, false},
};

static const char *const signal_names[] = {[1] = "HUP",
	"INT",
	"QUIT",
	"ILL",
	"TRAP",
	"ABRT",
	"BUS",
	"FPE",
	"KILL",
	"USR1",
	"SEGV",
	"USR2",
	"PIPE",
	"ALRM",
	"TERM",
	"STKFLT",
	"CHLD",
	"CONT",
	"STOP",
	"TSTP",
	"TTIN",
	"TTOU",
	"URG",
	"XCPU",
	"XFSZ",
	"VTALRM",
	"PROF",
	"WINCH",
	"IO",
	"PWR",
	"SYS"};

static const struct {
	const char *name;
	unsigned number;
} signal_aliases[] = {{"CLD", 17}, {"IOT", 6}, {"POLL", 29}, {"RTMIN", 32}, {"RTMAX", 64}};

#define ARRAY_SIZE(a)  (sizeof(a) / sizeof((a)[0]))
#define REAL_TIME      32 /* the kernel's SIGRTMIN; the C library keeps the first two to itself */
#define fail(set, ...) error_set((set)->ret_error, (set)->error_size, -EINVAL, __VA_ARGS__)

/*
 * Reads the form of a set and calls `add` for its words. "all" is left to `add` when @all_is_word.
 */
static int parse_shape(struct set *set, bool all_is_word, struct shape *ret_shape)
{
	struct shape shape = {0};
	const char *at = set->text;
	size_t words = 0;

	for (; *at == '!' && at[1]; at++)
		shape.inverted = !shape.inverted;
	if (!strcmp(at, "none") || (!all_is_word && !strcmp(at, "all"))) {
		shape.all = *at == 'a';
		*ret_shape = shape;
		return 0;
	}
	while (*at) {
		size_t len = strcspn(at, ",");
		char word[WORD_MAX];
		int err;

		if (len >= sizeof(word))
			return fail(set, "'%.40s...' is too long: at most %d bytes between commas",
				at, WORD_MAX - 1);
		if (len) {
			memcpy(word, at, len);
			word[len] = '\0';
			err = set->add(set, word);
			if (err)
				return err;
			words++;
		}
		at += len;
		at += *at == ',';
	}
	if (!words)
		return fail(set, "the set '%.80s' is empty: name its members, or say all or none",
			set->text);
	*ret_shape = shape;
	return 0;
}

/* A number of decimal digits from 0 to @max; -1 if it is anything else. */
static long word_number(const char *word, long max)
{
	long number;
	char *end;

	if (!isdigit((unsigned char)*word))
		return -1;
	errno = 0;
	number = strtol(word, &end, 10);
	return *end || errno || number > max ? -1 : number;
}

static void calls_add(struct filter_calls *calls, unsigned nr)
{
	calls->bits[nr / 64] |= 1ULL << (nr % 64);
}

static void calls_invert(struct filter_calls *calls)
{
	for (size_t i = 0; i < ARRAY_SIZE(calls->bits); i++)
		calls->bits[i] = ~calls->bits[i];
	calls->beyond = !calls->beyond;
}

static void calls_all(struct filter_calls *ret_calls)
{
	memset(ret_calls, 0, sizeof(*ret_calls));
	calls_invert(ret_calls);
}

/*
 * regcomp copies what stands before a '+' or a '{': one behind the other they double its memory each time, until there
 * is none left. No system call's name needs so many.
 */
static bool repeats_too_much(const char *expression)
{
	unsigned pluses = 0, braces = 0;

	for (; *expression; expression++) {
		pluses += *expression == '+';
		braces += *expression == '{';
	}
	return pluses + braces > 4 || braces > 1;
}

/* Adds the calls whose name a regular expression finds; returns how many, or -EINVAL. */
static int add_regex(struct set *set, const char *expression)
{
	char reason[128];
	regex_t regex;
	int err, found = 0;

	if (repeats_too_much(expression))
		return fail(set,
			"'/%.80s' repeats too much: it may have four '+' or three '+' and one '{'",
			expression);
	err = regcomp(&regex, expression, REG_EXTENDED | REG_NOSUB);
	if (err) {
		regerror(err, &regex, reason, sizeof(reason));
		return fail(set, "'/%.80s' is no regular expression: %s", expression, reason);
	}
	for (unsigned nr = set->first; nr < set->end; nr++)
		if (desc_syscall(nr) && !regexec(&regex, desc_syscall(nr)->name, 0, NULL, 0)) {
			calls_add(set->members, nr);
			found++;
		}
	regfree(&regex);
	return found;
}

static int add_class(struct set *set, const char *word)
{
	bool percent = *word == '%';
	int found = 0;

	for (size_t i = 0; i < ARRAY_SIZE(class_words); i++) {
		if (strcmp(word + percent, class_words[i].name) ||
			(!percent && !class_words[i].old))
			continue;
		/* A class that none of the table's calls is in is known nevertheless. */
		found = 1;
		for (unsigned nr = set->first; nr < set->end; nr++)
			if (desc_syscall(nr) && desc_syscall(nr)->classes & class_words[i].classes)
				calls_add(set->members, nr);
	}
	return found;
}

static int add_name(struct set *set, const char *word)
{
	int found = 0;

	/* A name may be that of a 64-bit and of a 32-bit call. */
	for (unsigned nr = set->first; nr < set->end; nr++)
		if (desc_syscall(nr) && !strcmp(desc_syscall(nr)->name, word)) {
			calls_add(set->members, nr);
			found = 1;
		}
	return found;
}

static int add_call(struct set *set, const char *word)
{
	char name[WORD_MAX], *suffix;
	bool optional = false;
	int found;

	for (; *word == '?'; word++)
		optional = true;
	strcpy(name, word);
	set->first = 0;
	set->end = FILTER_CALLS;
	suffix = strrchr(name, '@');
	if (suffix && suffix != name) {
		if (!strcmp(suffix, "@32"))
			set->first = DESC_COMPAT;
		else if (!strcmp(suffix, "@64"))
			set->end = DESC_COMPAT;
		else
			return fail(
				set, "'%.80s': there is no ABI '%.40s': @64, @32", word, suffix);
		*suffix = '\0';
	}
	if (isdigit((unsigned char)*name)) {
		long nr = word_number(name, FILTER_CALLS - 1 - set->first);

		if (nr >= 0)
			calls_add(set->members, set->first + nr);
		found = nr >= 0;
	} else if (!strcmp(name, "all")) {
		calls_all(set->members);
		found = 1;
	} else if (*name == '/') {
		found = add_regex(set, name + 1);
	} else {
		found = add_class(set, name);
		if (!found)
			found = add_name(set, name);
	}
	if (found < 0)
		return found;
	if (!found && !optional)
		return fail(set,
			*name == '%'
				? "unknown class of system calls '%.80s': faultless -h lists them"
				: "unknown system call '%.80s': '?' before it ignores that, "
				  "/REGEX matches parts of names",
			name);
	return 0;
}

int filter_parse_calls(
	const char *text, struct filter_calls *ret_calls, char *ret_error, size_t error_size)
{
	struct filter_calls calls = {0};
	struct set set = {text, ret_error, error_size, &calls, add_call, 0, 0};
	struct shape shape;
	int err;

	err = parse_shape(&set, true, &shape);
	if (err)
		return err;
	if (shape.inverted)
		calls_invert(&calls);
	*ret_calls = calls;
	return 0;
}

/* RT_1 to RT_32, as strace numbers the real-time signals. */
static unsigned real_time_number(const char *name)
{
	long n;

	if (strncasecmp(name, "RT_", 3))
		return 0;
	n = word_number(name + 3, 64 - REAL_TIME);
	return n > 0 ? REAL_TIME + n : 0;
}

static int add_signal(struct set *set, const char *word)
{
	const char *name = strncasecmp(word, "SIG", 3) ? word : word + 3;
	unsigned number = real_time_number(name);
	uint64_t *signals = set->members;
	long n = word_number(word, 64);

	if (n > 0)
		number = n;
	for (size_t i = 1; !number && i < ARRAY_SIZE(signal_names); i++)
		if (!strcasecmp(signal_names[i], name))
			number = i;
	for (size_t i = 0; !number && i < ARRAY_SIZE(signal_aliases); i++)
		if (!strcasecmp(signal_aliases[i].name, name))
			number = signal_aliases[i].number;
	if (!number)
		return fail(set,
			"unknown signal '%.80s': a name as of kill -l, SIGRT_1 to SIGRT_32, or "
			"a number from 1 to 64",
			word);
	*signals |= 1ULL << (number - 1);
	return 0;
}

int filter_parse_signals(
	const char *text, uint64_t *ret_signals, char *ret_error, size_t error_size)
{
	uint64_t signals = 0;
	struct set set = {text, ret_error, error_size, &signals, add_signal, 0, 0};
	struct shape shape;
	int err;

	err = parse_shape(&set, false, &shape);
	if (err)
		return err;
	*ret_signals = shape.all != shape.inverted ? ~signals : signals;
	return 0;
}

static int add_fd(struct set *set, const char *word)
{
	struct filter_fds *fds = set->members;
	long fd = word_number(word, INT_MAX);

	if (fd < 0)
		return fail(set, "'%.80s' is no file descriptor: a number from 0", word);
	if (fds->count == FILTER_FDS)
		return fail(set, "more than %d file descriptors: say all, or !FD for all but some",
			FILTER_FDS);
	fds->fds[fds->count++] = fd;
	return 0;
}

int filter_parse_fds(
	const char *text, struct filter_fds *ret_fds, char *ret_error, size_t error_size)
{
	struct filter_fds fds = {0};
	struct set set = {text, ret_error, error_size, &fds, add_fd, 0, 0};
	struct shape shape;
	int err;

	err = parse_shape(&set, false, &shape);
	if (err)
		return err;
	fds.inverted = shape.all != shape.inverted;
	*ret_fds = fds;
	return 0;
}

/* The members of a set of words, with the table to find them in. */
struct words {
	const struct filter_word *table;
	const char *what;
	unsigned bits;
};

static int add_word(struct set *set, const char *word)
{
	struct words *words = set->members;
	char list[256] = "";
	size_t at = 0;

	for (const struct filter_word *w = words->table; w->name; w++) {
		if (!strcmp(w->name, word)) {
			words->bits |= w->bit;
			return 0;
		}
		if (at < sizeof(list))
			at += snprintf(
				list + at, sizeof(list) - at, "%s%s", at ? ", " : "", w->name);
	}
	return fail(
		set, "%s does not know '%.80s': all, none or some of %s", words->what, word, list);
}

int filter_parse_words(const char *text, const char *what, const struct filter_word *words,
	unsigned all, unsigned *ret_bits, char *ret_error, size_t error_size)
{
	struct words members = {words, what, 0};
	struct set set = {text, ret_error, error_size, &members, add_word, 0, 0};
	struct shape shape;
	int err;

	err = parse_shape(&set, false, &shape);
	if (err)
		return err;
	*ret_bits = shape.all != shape.inverted ? all & ~members.bits : members.bits;
	return 0;
}

void filter_init(struct filter *ret_filter)
{
	calls_all(&ret_filter->calls);
	ret_filter->signals = ~0ULL;
	ret_filter->status = FILTER_STATUS_ALL;
	ret_filter->min_duration = 0;
}

int filter_paths_add(struct filter_paths *paths, const char *path)
{
	struct filter_path *more = reallocarray(paths->paths, paths->count + 1, sizeof(*more));
	char *resolved;

	if (!more)
		return -ENOMEM;
	paths->paths = more;
	resolved = realpath(path, NULL);
	if (!resolved && errno == ENOMEM)
		return -ENOMEM;
	if (resolved && !strcmp(resolved, path)) {
		free(resolved);
		resolved = NULL;
	}
	more[paths->count++] = (struct filter_path){path, resolved};
	return 0;
}

bool filter_paths_match(const struct filter_paths *paths, const char *path)
{
	for (unsigned i = 0; i < paths->count; i++) {
		const struct filter_path *p = &paths->paths[i];

		if (!strcmp(p->path, path) || (p->resolved && !strcmp(p->resolved, path)))
			return true;
	}
	return false;
}

void filter_paths_done(struct filter_paths *paths)
{
	for (unsigned i = 0; i < paths->count; i++)
		free(paths->paths[i].resolved);
	free(paths->paths);
	paths->paths = NULL;
	paths->count = 0;
}
