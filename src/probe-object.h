/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The BPF object on this kernel: which of its builds loads, where stage one is attached, which
 * fault site there is. All of that is found by trying, not by the kernel's version.
 */
#ifndef FAULTLESS_PROBE_OBJECT_H
#define FAULTLESS_PROBE_OBJECT_H

#include <stdbool.h>
#include <stddef.h>
#include "probe.h"

enum fault_site {
	SITE_TRACEPOINT, /* sleepable copies of stage two on the tracepoint itself: at entry */
	SITE_FUNCTION,	 /* sleepable programs before the calls' functions: at entry */
	SITE_RETURN,	 /* re-read at the exit, then task work: late */
	/* re-read at the exit, then by threads of the engine through process_vm_readv: late, or lost */
	SITE_REMOTE,
	SITES
};

enum stage_one {
	STAGE_ONE_BTF,	/* tp_btf: runs with preemption disabled */
	STAGE_ONE_PERF, /* perf event: where tp_btf would be skipped */
};

struct probe_object;

/*
 * probe_site_name - "tracepoint", ...; probe_site_meaning - what it means for the user, in a line.
 */
const char *probe_site_name(enum fault_site site);
const char *probe_site_meaning(enum fault_site site);

/* What is to be loaded. */
struct probe_wish {
	const char *site; /* the fault site to use; NULL: the best there is */
	/* copies of stage two at site tracepoint, where one is not enough: 1 to PROBE_COPIES; 0: as many as are good */
	unsigned copies;
	const struct plan_set *plans; /* NULL: only to see what can be loaded */
	int rings; /* file descriptor of the array of rings, one for each CPU; -1: it will not run */
	bool describe;	       /* with the part that says what file descriptors are */
	bool by_fd;	       /* with the part that looks which descriptors a call uses */
	bool by_path;	       /* and which files */
	uint64_t min_duration; /* ns; of shorter calls nothing is wanted */
	bool entry_times;      /* call.enter_time is wanted */
	bool debug;	       /* libbpf's messages go to stderr */
};

/*
 * probe_object_load - opens and loads the best build. Nothing is attached yet. Returns 0, or -errno
 * with a one-line message in @ret_error.
 */
int probe_object_load(const struct probe_wish *wish, struct probe_object **ret_object,
	char *ret_error, size_t error_size);

/*
 * probe_load_error - says in @error why the kernel refused a part of the probe with @err (-errno). Returns @err, but
 * -EOPNOTSUPP for -ESRCH, which callers would take for a process that is not there.
 */
int probe_load_error(char *error, size_t size, int err);

/* probe_object_shared - the memory shared with the program; valid until it is freed. */
struct probe_shared *probe_object_shared(struct probe_object *object);

/* probe_object_map - the file descriptor of the map @name; the object's. */
int probe_object_map(const struct probe_object *object, const char *name);

/* probe_object_attach - attaches everything, stage one first. Returns as probe_object_load. */
int probe_object_attach(struct probe_object *object, char *ret_error, size_t error_size);

/*
 * probe_object_switch_on - switches tracing on for the tasks that @what names. Returns how many
 * were new, or -errno.
 */
int probe_object_switch_on(struct probe_object *object, const struct probe_attach *what);

/* probe_object_count_tasks - how many traced tasks are alive, counted anew; or -errno. */
int probe_object_count_tasks(struct probe_object *object);

/* probe_object_detach - from here on no record is sent. */
void probe_object_detach(struct probe_object *object);
void probe_object_free(struct probe_object *object);

enum fault_site probe_object_site(const struct probe_object *object);
enum stage_one probe_object_stage_one(const struct probe_object *object);

/* probe_object_is_entry - whether what is not resident is read before the kernel acts on the call. */
bool probe_object_is_entry(const struct probe_object *object);

/* probe_object_places - writes to @text the site in words, with how many copies or functions it is attached to. */
void probe_object_places(const struct probe_object *object, char *text, size_t size);

/* probe_object_can_hold - whether this kernel lets a task wait for room in a ring. */
bool probe_object_can_hold(const struct probe_object *object);

/* probe_object_skipped - how often the kernel's recursion guard skipped a program of stage one. */
uint64_t probe_object_skipped(const struct probe_object *object);

#endif
