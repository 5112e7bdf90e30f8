// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * The BPF engine: loads the probe, fills its tables with the plans, switches it on for the chosen tasks, drains its
 * rings. A thread of its own, the reader, does nothing but move records from the rings to the spools; next() merges
 * them. While tracing, no bpf(2) map call is made: the probe's tables and counters are mapped memory.
 */
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>
#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include "desc/nr-x86_64.h"
#include "engine.h"
#include "engine-bpf-remote.h"
#include "filter.h"
#include "merge.h"
#include "probe-object.h"
#include "ring.h"
#include "spool.h"
#include "util/clock.h"
#include "util/error.h"
#include "util/lock.h"
#include "util/proc-status.h"

enum {
	RING_MAX = 128 << 20,	  /* bytes of a ring */
	RING_MIN = 256 << 10,	  /* the same */
	RING_RESERVE = 64 << 10,  /* bytes of a ring that calls leave to events */
	SILENCE_NS = 1000000000,  /* see count_after_silence() */
	DRAIN_EVERY_NS = 2000000, /* the reader's pause while records come, */
	DRAIN_IDLE_NS = 5000000,  /* while none comes, */
	DRAIN_FULL_NS = 500000,	  /* and while the spools have no room */
	/* A record is stamped, then committed: one stamped this long before a drain began was found by it. */
	COMMIT_SLACK_NS = 200000,
};

struct engine_bpf {
	struct engine engine;
	const struct engine_config *config;
	struct probe_object *probe;
	struct probe_shared *shared; /* the probe's memory */
	unsigned ncpus;
	int rings_map; /* an array of maps */
	int *ring_fds;
	struct spool **spools;
	struct ring **rings;
	struct ring_context *contexts;
	unsigned ring_size;
	struct spool_store *store;
	size_t store_size;
	struct merge *merge;
	struct engine_bpf_remote *remote; /* the reader's */
	pthread_t reader;
	bool reader_runs;
	pid_t formatter;       /* the thread that calls next(); 0: its priority stays as it is */
	bool formatter_yields; /* the reader's */
	bool detached;
	atomic_bool end_reader; /* once it has taken all there is */
	atomic_bool abandon;	/* at once */
	atomic_bool stopping;	/* the user waits for the end */
	/* Shared with the reader. */
	pthread_mutex_t lock;
	pthread_cond_t news;
	uint64_t complete_until; /* merge_next()'s; under the lock */
	uint64_t known_until;	 /* what next() last saw of it */
	uint64_t drains;	 /* under the lock */
	int reader_error;	 /* under the lock */
	uint64_t records;
	uint64_t quiet_since; /* ns; 0: records are coming */
};

struct ring_context {
	struct engine_bpf *e;
	pthread_mutex_t
		lock; /* of what follows, and of the reader's end of the ring and the spool */
	struct spool *spool;
	bool fetching;	/* what that record lacks */
	uint64_t waits; /* time of the record for which there was no room; UINT64_MAX: none */
	/* before that time every record of this ring has been taken; stays while one is being written */
	uint64_t complete;
};

/* -d: what the time goes to. @since: when it began, ns; set to now. */
static void note_time(const struct engine_bpf *e, const char *what, uint64_t *since)
{
	uint64_t now = now_ns();

	if (e->config->debug)
		fprintf(stderr, "faultless: start: %s %.1f ms\n", what, (now - *since) / 1e6);
	*since = now;
}

/* ---- setting up ---- */

/* An eighth of the memory for the rings, half for the spools; the rest is for what is being formatted. */
static void share_memory(struct engine_bpf *e)
{
	size_t limit = e->config->memory_limit;

	e->ring_size = RING_MAX;
	while (e->ring_size > RING_MIN && (size_t)e->ring_size * e->ncpus > limit / 8)
		e->ring_size /= 2;
	e->store_size = limit / 2;
}

/* A thread makes the rings while another loads the probe; what it has to say. */
struct ring_maker {
	struct engine_bpf *e;
	int err;
	char error[160];
};

static int make_ring(struct ring_maker *maker, uint32_t cpu)
{
	struct engine_bpf *e = maker->e;
	int fd = bpf_map_create(BPF_MAP_TYPE_RINGBUF, "faultless_ring", 0, 0, e->ring_size, NULL);
	int err = -errno;

	if (fd < 0)
		return error_set(maker->error, sizeof(maker->error), err,
			"cannot make a ring buffer of %u bytes: %s", e->ring_size, strerror(-err));
	e->ring_fds[cpu] = fd;
	err = ring_new(fd, e->ring_size, &e->rings[cpu]);
	if (err)
		error_set(maker->error, sizeof(maker->error), err, "cannot map a ring buffer: %s",
			strerror(-err));
	return err;
}

/* All in one call, because the kernel waits for an RCU grace period at the end of each. */
static int place_rings(struct ring_maker *maker)
{
	struct engine_bpf *e = maker->e;
	uint32_t *cpus = calloc(e->ncpus, sizeof(*cpus)), n = e->ncpus;
	int err = -ENOMEM;

	for (uint32_t cpu = 0; cpus && cpu < e->ncpus; cpu++)
		cpus[cpu] = cpu;
	if (cpus)
		err = bpf_map_update_batch(e->rings_map, cpus, e->ring_fds, &n, NULL) ? -errno : 0;
	free(cpus);
	return err ? error_set(maker->error, sizeof(maker->error), err,
			     "cannot place the ring buffers: %s", strerror(-err))
		   : 0;
}

static void *make_rings(void *ring_maker)
{
	struct ring_maker *maker = ring_maker;

	for (uint32_t cpu = 0; cpu < maker->e->ncpus && !maker->err; cpu++)
		maker->err = make_ring(maker, cpu);
	if (!maker->err)
		maker->err = place_rings(maker);
	return NULL;
}

/* The array that the rings will be put into; the kernel wants one of them to know their kind by. */
static int make_rings_map(struct engine_bpf *e, char *error, size_t error_size)
{
	LIBBPF_OPTS(bpf_map_create_opts, options);
	int kind = bpf_map_create(
		BPF_MAP_TYPE_RINGBUF, "faultless_ring", 0, 0, sysconf(_SC_PAGESIZE), NULL);
	int err = 0;

	if (kind < 0)
		return probe_load_error(error, error_size, -errno);
	options.inner_map_fd = kind;
	e->rings_map =
		bpf_map_create(BPF_MAP_TYPE_ARRAY_OF_MAPS, "rings", 4, 4, e->ncpus, &options);
	if (e->rings_map < 0)
		err = error_set(error, error_size, -errno,
			"cannot make an array of ring buffers: %s", strerror(errno));
	close(kind);
	return err;
}

static int make_spools(struct engine_bpf *e, char *error, size_t error_size)
{
	e->store = spool_store_new(e->store_size, !e->config->block);
	e->ring_fds = calloc(e->ncpus, sizeof(*e->ring_fds));
	e->rings = calloc(e->ncpus, sizeof(*e->rings));
	e->spools = calloc(e->ncpus, sizeof(*e->spools));
	e->contexts = calloc(e->ncpus, sizeof(*e->contexts));
	if (!e->store || !e->ring_fds || !e->rings || !e->spools || !e->contexts)
		return error_set(error, error_size, -ENOMEM, "out of memory");
	for (uint32_t cpu = 0; cpu < e->ncpus; cpu++) {
		e->spools[cpu] = spool_new(e->store);
		if (!e->spools[cpu])
			return error_set(error, error_size, -ENOMEM, "out of memory");
		e->contexts[cpu] = (struct ring_context){
			.e = e, .spool = e->spools[cpu], .complete = now_ns()};
		lock_init(&e->contexts[cpu].lock);
	}
	e->merge = merge_new(e->spools, e->ncpus);
	return e->merge ? 0 : error_set(error, error_size, -ENOMEM, "out of memory");
}

static int fill_cases(struct engine_bpf *e)
{
	const struct plan_set *plans = e->config->plans;
	struct case_key *keys = calloc(plans->ncases + 1, sizeof(*keys));
	__u32 *values = calloc(plans->ncases + 1, sizeof(*values)), n = plans->ncases;
	int err = keys && values ? 0 : -ENOMEM;

	for (unsigned i = 0; !err && i < n; i++) {
		keys[i] = plans->cases[i].key;
		values[i] = plans->cases[i].plan;
	}
	if (!err && n &&
		bpf_map_update_batch(probe_object_map(e->probe, "cases"), keys, values, &n, NULL))
		err = -errno;
	free(keys);
	free(values);
	return err;
}

static void ask_for(struct engine_bpf *e, unsigned nr, unsigned plan)
{
	__u8 *asked = &e->shared->asked[nr % PROBE_COMPAT];

	if (!e->config->plans->selectors[nr].wanted)
		return;
	*asked |= nr < PROBE_COMPAT ? ASKED : ASKED_OF_COMPAT;
	if (e->config->plans->plans[plan].nentry)
		*asked |= ASKED_READS;
}

static void fill_asked(struct engine_bpf *e)
{
	static const unsigned always[] = {NR_execve, NR_execveat, NR_rt_sigreturn};
	const struct plan_set *plans = e->config->plans;

	for (unsigned nr = 0; nr < PROBE_NR; nr++)
		ask_for(e, nr, plans->selectors[nr].plan);
	for (unsigned i = 0; i < plans->ncases; i++)
		ask_for(e, plans->cases[i].key.nr, plans->cases[i].plan);
	for (unsigned i = 0; i < sizeof(always) / sizeof(*always); i++)
		e->shared->asked[always[i]] |= ASKED;
}

static void fill_fds(struct engine_bpf *e)
{
	for (unsigned fd = 0; e->config->fds && fd < PROBE_FDS; fd++)
		e->shared->fds[fd / 64] |= (__u64)filter_fds_has(e->config->fds, fd) << fd % 64;
}

static void add_name(__u64 names[PROBE_NAMES / 64], const char *name)
{
	size_t len = strlen(name);
	__u64 first = 0, last = 0;
	__u32 number;

	memcpy(&first, name, len < sizeof(first) ? len : sizeof(first));
	if (len >= sizeof(last))
		memcpy(&last, name + len - sizeof(last), sizeof(last));
	number = probe_name(len, first, last);
	names[number / 64] |= 1ULL << number % 64;
}

/* The name of a file may have slashes if it is in no directory: "memfd:a/b". */
static void add_path(struct engine_bpf *e, const char *path)
{
	add_name(e->shared->paths, path);
	for (const char *slash = strchr(path, '/'); slash; slash = strchr(slash + 1, '/')) {
		add_name(e->shared->names, slash + 1);
		e->shared->config.lengths |= 1ULL << strlen(slash + 1) % 64;
	}
	e->shared->config.unnamed_wanted |= *path != '/' && strchr(path, ':');
}

static void fill_paths(struct engine_bpf *e)
{
	const struct filter_paths *paths = e->config->paths;

	for (unsigned i = 0; paths && i < paths->count; i++) {
		add_path(e, paths->paths[i].path);
		if (paths->paths[i].resolved)
			add_path(e, paths->paths[i].resolved);
	}
}

static int fill_tables(struct engine_bpf *e, char *error, size_t error_size)
{
	const struct plan_set *plans = e->config->plans;
	struct probe_shared *shared = e->shared;
	int err;

	_Static_assert(
		PROBE_NR == PLAN_NR, "the probe has a selector for every number that has a plan");
	_Static_assert(
		PROBE_COMPAT == DESC_COMPAT, "32-bit calls have the same numbers here and there");
	if (plans->nops > PROBE_OPS || plans->nplans > PROBE_PLANS)
		return error_set(error, error_size, -E2BIG,
			"the description table needs %u ops and %u plans, the probe holds %u and %u",
			plans->nops, plans->nplans, PROBE_OPS, PROBE_PLANS);
	memcpy(shared->selectors, plans->selectors, sizeof(shared->selectors));
	fill_asked(e);
	fill_fds(e);
	fill_paths(e);
	memcpy(shared->plans, plans->plans, plans->nplans * sizeof(*plans->plans));
	memcpy(shared->ops, plans->ops, plans->nops * sizeof(*plans->ops));
	err = fill_cases(e);
	if (err)
		return error_set(error, error_size, err, "cannot fill the probe's tables: %s",
			strerror(-err));
	shared->config.follow = e->config->follow;
	shared->config.unknown_wanted = e->config->filter->calls.beyond;
	shared->config.signals = e->config->filter->signals;
	shared->config.block = e->config->block;
	shared->config.count = e->config->count;
	shared->config.overhead = e->config->overhead;
	shared->config.unwanted = e->config->unwanted;
	shared->config.hold_above = e->ring_size / 2;
	shared->config.full_above = e->ring_size - RING_RESERVE;
	return 0;
}

static int load_probe(struct engine_bpf *e, char *error, size_t error_size)
{
	const struct probe_wish wish = {
		.site = e->config->fault_site,
		.copies = e->config->fault_copies,
		.plans = e->config->plans,
		.rings = e->rings_map,
		.describe = e->config->describe,
		.by_fd = e->config->fds,
		.by_path = e->config->paths,
		.min_duration = e->config->min_duration,
		.entry_times = e->config->entry_times,
		.debug = e->config->debug,
	};
	struct ring_maker maker = {.e = e};
	pthread_t thread;
	int err = pthread_create(&thread, NULL, make_rings, &maker);

	if (err)
		return error_set(
			error, error_size, -err, "cannot start a thread: %s", strerror(err));
	err = probe_object_load(&wish, &e->probe, error, error_size);
	pthread_join(thread, NULL);
	return err || !maker.err ? err : error_set(error, error_size, maker.err, "%s", maker.error);
}

static void drain_for_fetcher(void *engine, unsigned cpu);

static int take_fetched(
	void *remote, const struct record *pending, bool at_once, struct record **ret_record)
{
	return engine_bpf_remote_take(remote, pending, at_once, ret_record);
}

static int load(struct engine_bpf *e, char *error, size_t error_size)
{
	uint64_t since = now_ns();
	int err;

	e->ncpus = libbpf_num_possible_cpus();
	share_memory(e);
	err = make_rings_map(e, error, error_size);
	if (!err)
		err = make_spools(e, error, error_size);
	if (!err)
		err = load_probe(e, error, error_size);
	note_time(e, "loading the probe, making the rings beside it", &since);
	if (err)
		return err;
	e->shared = probe_object_shared(e->probe);
	if (e->config->block && !probe_object_can_hold(e->probe))
		return error_set(error, error_size, -EOPNOTSUPP,
			"this kernel cannot hold a task until there is room (6.18 can); leave --overflow=block out, or "
			"try --engine=ptrace");
	err = engine_bpf_remote_new(
		e->config->plans, e->ring_fds, e->ncpus, drain_for_fetcher, e, &e->remote);
	if (err)
		return error_set(error, error_size, err, "cannot watch the ring buffers: %s",
			strerror(-err));
	merge_set_take(e->merge, take_fetched, e->remote);
	err = fill_tables(e, error, error_size);
	note_time(e, "filling the tables", &since);
	if (!err)
		err = probe_object_attach(e->probe, error, error_size);
	note_time(e, "attaching", &since);
	return err;
}

static int switch_on_error(
	const struct engine_bpf *e, pid_t pid, int err, char *error, size_t error_size)
{
	const char *no_calls = proc_status_no_calls(pid);

	if (!err && e->shared->loss.no_storage)
		return error_set(error, error_size, -ENOMEM,
			"cannot trace process %d: the kernel has no memory for its state", pid);
	if (!err)
		return error_set(error, error_size, -ESRCH, "cannot attach to process %d: %s", pid,
			no_calls ? no_calls
				 : "the kernel does not show it to BPF; try --engine=ptrace");
	return error_set(
		error, error_size, err, "cannot attach to process %d: %s", pid, strerror(-err));
}

/*
 * Switches @what on until a pass finds nothing new: threads made meanwhile are found by the next one, or inherit. Returns
 * how many tasks, or -errno.
 */
static int switch_on_process(
	struct engine_bpf *e, const struct probe_attach *what, char *error, size_t error_size)
{
	int n, found = 0;

	do {
		n = probe_object_switch_on(e->probe, what);
		found += n;
	} while (n > 0);
	if (n < 0 || !found)
		return switch_on_error(e, what->tid ? what->tid : what->tgid, n, error, error_size);
	return found;
}

/* Whether the first @n of -p brought along what the next one names. */
static bool is_given_before(const struct engine_config *config, size_t n, long long tgid)
{
	for (size_t i = 0; i < n; i++)
		if (config->pids[i] == config->pids[n] ||
			(config->follow && proc_status(config->pids[i], "Tgid", 10) == tgid))
			return true;
	return false;
}

/* The next one of -p: a process, or one thread of it by its own id; with follow all of its threads. */
static int switch_on_given(struct engine_bpf *e, size_t n, char *error, size_t error_size)
{
	const struct engine_config *config = e->config;
	pid_t pid = config->pids[n];
	long long tgid = proc_status(pid, "Tgid", 10);
	const struct probe_attach what = {
		.tgid = tgid > 0 ? tgid : pid, .tid = config->follow ? 0 : pid};
	int found = switch_on_process(e, &what, error, error_size);

	config->nattached[n] = found > 0 ? found : 0;
	if (found == -ESRCH && !proc_status_no_calls(pid) && is_given_before(config, n, tgid))
		return 0;
	return found < 0 ? found : 0;
}

static int switch_on(struct engine_bpf *e, char *error, size_t error_size)
{
	const struct engine_config *config = e->config;
	struct probe_attach what = {.tgid = config->command, .armed = 1};
	bool any = config->command;
	int found = config->command ? switch_on_process(e, &what, error, error_size) : 0;
	int err = found < 0 ? found : 0;

	for (size_t i = 0; !err && i < config->npids; i++) {
		err = switch_on_given(e, i, error, error_size);
		any |= !err;
		if (err == -ESRCH && (any || i + 1 < config->npids)) {
			config->left_out(config->context, error);
			err = 0;
		}
	}
	return err;
}

/* ---- the reader ---- */

/*
 * A record for which the spool has no room stays in the ring; when that is full the probe counts losses, or holds
 * tasks.
 */
static int take_record(void *context, const void *data, size_t size)
{
	struct ring_context *ring = context;
	const struct record *record = data;
	int err;

	/* First, for merge asks for it as soon as the record is in the spool; once, though there may be no room yet. */
	if (record->flags & RECORD_PENDING && !ring->fetching) {
		err = engine_bpf_remote_fetch(ring->e->remote, record);
		if (err)
			return err;
		ring->fetching = true;
	}
	err = spool_put(ring->spool, record, size);
	if (err == -ENOBUFS) {
		ring->waits = record->time;
		return 1;
	}
	ring->fetching = false;
	return err;
}

struct drained {
	/* the time before which every record has been taken; UINT64_MAX: all that were there */
	uint64_t complete;
	bool no_room; /* for a record */
};

/* Returns how many records were taken, or -errno. */
static int drain_ring(struct engine_bpf *e, unsigned cpu, struct drained *d)
{
	struct ring_context *ring = &e->contexts[cpu];
	uint64_t begin = now_ns();
	bool no_room, awaits;
	int n;

	pthread_mutex_lock(&ring->lock);
	ring->waits = UINT64_MAX;
	n = ring_drain(e->rings[cpu], take_record, ring);
	no_room = ring->waits != UINT64_MAX;
	awaits = ring_awaits(e->rings[cpu]);
	if (!awaits)
		ring->complete = no_room ? ring->waits : begin;
	if ((awaits || no_room) && ring->complete < d->complete)
		d->complete = ring->complete;
	d->no_room |= no_room;
	pthread_mutex_unlock(&ring->lock);
	return n;
}

/* Drains all rings once. Returns how many records were taken, or -errno. */
static int drain(struct engine_bpf *e, struct drained *ret_drained)
{
	int n, taken = 0;

	*ret_drained = (struct drained){.complete = UINT64_MAX};
	for (unsigned cpu = 0; cpu < e->ncpus; cpu++) {
		n = drain_ring(e, cpu, ret_drained);
		if (n < 0)
			return n;
		taken += n;
	}
	return taken;
}

static bool has_no_room(const struct engine_bpf *e, const struct drained *d)
{
	return d->no_room || spool_store_used(e->store) > e->store_size / 4 * 3;
}

static void publish(struct engine_bpf *e, uint64_t complete_until, int error)
{
	pthread_mutex_lock(&e->lock);
	e->complete_until = complete_until;
	e->drains++;
	if (error && !e->reader_error)
		e->reader_error = error;
	pthread_cond_signal(&e->news);
	pthread_mutex_unlock(&e->lock);
}

/* In a thread of engine-bpf-remote.c. */
static void drain_for_fetcher(void *engine, unsigned cpu)
{
	struct engine_bpf *e = engine;
	struct drained drained = {0};
	int n = drain_ring(e, cpu, &drained);

	if (n >= 0)
		return;
	pthread_mutex_lock(&e->lock);
	if (!e->reader_error)
		e->reader_error = n;
	pthread_mutex_unlock(&e->lock);
}

/*
 * While memory has room for what comes, and nobody waits for the lines, the formatter only gets the processor time that
 * nobody else wants; else it would take its share from a program that keeps all processors busy.
 */
static void let_formatter_yield(struct engine_bpf *e, bool yields)
{
	if (!e->formatter || yields == e->formatter_yields)
		return;
	if (!sched_setscheduler(
		    e->formatter, yields ? SCHED_IDLE : SCHED_OTHER, &(struct sched_param){0}))
		e->formatter_yields = yields;
}

static void *read_rings(void *engine)
{
	struct engine_bpf *e = engine;
	uint64_t complete = 0;
	bool may_raise = !setpriority(PRIO_PROCESS, 0, -20);

	/* The tracees must not keep the reader from its work: what it does not read in time is lost. */
	sched_setscheduler(
		0, SCHED_FIFO | SCHED_RESET_ON_FORK, &(struct sched_param){.sched_priority = 1});
	/* Held tasks wait for it; and whoever may not raise it again must not lower it. */
	if (!e->config->unwatched || e->config->block || !may_raise ||
		sched_getscheduler(e->formatter) != SCHED_OTHER)
		e->formatter = 0;
	while (complete != UINT64_MAX && !atomic_load(&e->abandon)) {
		struct timespec pause = {.tv_nsec = DRAIN_IDLE_NS};
		/* With the last task the last record has been sent. */
		bool last = atomic_load(&e->end_reader) ||
			    !__atomic_load_n(&e->shared->live, __ATOMIC_ACQUIRE);
		bool full;
		uint64_t begin = now_ns();
		struct drained drained;
		int n = drain(e, &drained);

		complete = drained.complete;
		full = n < 0 || has_no_room(e, &drained);
		__atomic_store_n(&e->shared->hold, full, __ATOMIC_RELAXED);
		if (complete != UINT64_MAX)
			pause.tv_nsec = DRAIN_FULL_NS;
		else if (n > 0)
			pause.tv_nsec = DRAIN_EVERY_NS;
		if (!last && complete > begin)
			complete = begin;
		if (complete != UINT64_MAX)
			complete -= COMMIT_SLACK_NS;
		let_formatter_yield(e, !last && !atomic_load(&e->stopping) &&
					       spool_store_used(e->store) < e->store_size / 4);
		publish(e, complete, n < 0 ? n : 0);
		if (n < 0)
			break;
		if (complete != UINT64_MAX && n < 10000)
			nanosleep(&pause, NULL);
	}
	let_formatter_yield(e, false);
	__atomic_store_n(&e->shared->config.block, 0, __ATOMIC_RELAXED);
	return NULL;
}

static int start_reader(struct engine_bpf *e, char *error, size_t error_size)
{
	pthread_condattr_t attributes;
	int err;

	lock_init(&e->lock);
	pthread_condattr_init(&attributes);
	pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
	pthread_cond_init(&e->news, &attributes);
	pthread_condattr_destroy(&attributes);
	e->formatter = gettid();
	err = pthread_create(&e->reader, NULL, read_rings, e);
	if (err)
		return error_set(
			error, error_size, -err, "cannot start the reader: %s", strerror(err));
	e->reader_runs = true;
	if (e->shared->config.remote)
		engine_bpf_remote_watch(e->remote);
	return 0;
}

static void abandon_reader(struct engine_bpf *e)
{
	if (!e->reader_runs)
		return;
	atomic_store(&e->abandon, true);
	pthread_join(e->reader, NULL);
	e->reader_runs = false;
}

/* ---- the engine ---- */

static void engine_bpf_close(struct engine *engine)
{
	struct engine_bpf *e = (struct engine_bpf *)engine;
	uint64_t since = now_ns();

	if (e->probe)
		probe_object_detach(e->probe);
	note_time(e, "detaching", &since);
	abandon_reader(e);
	merge_free(e->merge);
	engine_bpf_remote_free(e->remote);
	for (unsigned cpu = 0; cpu < e->ncpus; cpu++) {
		if (e->spools)
			spool_free(e->spools[cpu]);
		if (e->rings)
			ring_free(e->rings[cpu]);
		if (e->ring_fds && e->ring_fds[cpu] > 0)
			close(e->ring_fds[cpu]);
	}
	spool_store_free(e->store);
	if (e->rings_map > 0)
		close(e->rings_map);
	free(e->rings);
	free(e->spools);
	free(e->ring_fds);
	free(e->contexts);
	probe_object_free(e->probe);
	free(e);
}

static int engine_bpf_open(const struct engine_config *config, struct engine **ret_engine,
	char *ret_error, size_t error_size)
{
	struct engine_bpf *e = calloc(1, sizeof(*e));
	char places[64];
	int err;

	if (!e)
		return error_set(ret_error, error_size, -ENOMEM, "out of memory");
	e->engine.ops = &engine_bpf_ops;
	e->config = config;
	err = load(e, ret_error, error_size);
	if (!err)
		err = switch_on(e, ret_error, error_size);
	if (!err)
		err = start_reader(e, ret_error, error_size);
	/* Held tasks keep their CPUs busy: whoever makes room for them goes first, if that is permitted. */
	if (!err && config->block)
		setpriority(PRIO_PROCESS, 0, -20);
	if (err) {
		engine_bpf_close(&e->engine);
		return err;
	}
	probe_object_places(e->probe, places, sizeof(places));
	if (config->debug)
		fprintf(stderr,
			"faultless: engine bpf, stage one as %s, fault site %s, %u rings of %u bytes\n",
			probe_object_stage_one(e->probe) == STAGE_ONE_PERF ? "perf event"
									   : "tp_btf",
			places, e->ncpus, e->ring_size);
	*ret_engine = &e->engine;
	return 0;
}

/*
 * The end of a task is seen by a probe, and a probe can be skipped (which is counted). So when nothing has come for a
 * while, this looks whether there is still a task to wait for.
 */
static void count_after_silence(struct engine_bpf *e)
{
	uint64_t now = now_ns();

	if (!e->quiet_since) {
		e->quiet_since = now;
	} else if (now - e->quiet_since > SILENCE_NS) {
		e->quiet_since = now;
		if (!probe_object_count_tasks(e->probe))
			__atomic_store_n(&e->shared->live, 0, __ATOMIC_RELEASE);
	}
}

static int engine_bpf_next(struct engine *engine, int timeout_ms, const struct record **ret_record)
{
	struct engine_bpf *e = (struct engine_bpf *)engine;
	uint64_t give_up = 0, complete_until = e->known_until;
	struct timespec until = {0};
	int got;

	/* Most records are known already to be complete: no lock and no clock for these. */
	while (!(got = merge_next(e->merge, complete_until, ret_record))) {
		uint64_t drains;
		bool ending, news;
		int err;

		if (!give_up) {
			give_up = now_ns() + timeout_ms * 1000000ULL;
			until = (struct timespec){give_up / 1000000000, give_up % 1000000000};
		}
		ending = e->detached || !__atomic_load_n(&e->shared->live, __ATOMIC_ACQUIRE);
		pthread_mutex_lock(&e->lock);
		news = e->complete_until != complete_until;
		complete_until = e->known_until = e->complete_until;
		drains = e->drains;
		err = e->reader_error;
		pthread_mutex_unlock(&e->lock);
		if (news)
			continue;
		if (err)
			return err;
		if (complete_until == UINT64_MAX && !merge_waits(e->merge))
			return 0;
		if (complete_until == UINT64_MAX) {
			if (now_ns() >= give_up)
				return -EAGAIN;
			nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
			continue;
		}
		if (ending)
			atomic_store(&e->end_reader, true); /* nothing is sent any longer */
		pthread_mutex_lock(&e->lock);
		err = 0;
		while (e->drains == drains && !err)
			err = pthread_cond_timedwait(&e->news, &e->lock, &until);
		pthread_mutex_unlock(&e->lock);
		if (err || now_ns() >= give_up) {
			count_after_silence(e);
			return -EAGAIN;
		}
	}
	e->records += got > 0;
	e->quiet_since = 0;
	return got;
}

static void engine_bpf_stop(struct engine *engine)
{
	struct engine_bpf *e = (struct engine_bpf *)engine;

	atomic_store(&e->stopping, true);
	e->shared->config.block = 0;
	probe_object_detach(e->probe);
	e->detached = true;
}

static void engine_bpf_stats(struct engine *engine, struct engine_stats *ret_stats)
{
	struct engine_bpf *e = (struct engine_bpf *)engine;

	ret_stats->loss = e->shared->loss;
	ret_stats->records = e->records;
	ret_stats->skipped = probe_object_skipped(e->probe);
	ret_stats->sequence_gaps = merge_gaps(e->merge);
	ret_stats->stage_two = e->shared->stage_two;
	ret_stats->spooled = spool_store_filed(e->store);
	ret_stats->holds = e->shared->holds;
	ret_stats->held_ns = e->shared->held_ns;
	ret_stats->held_longest = e->shared->held_longest;
}

static void add_count(struct engine_count *sum, const struct probe_count *of_cpu)
{
	if (!of_cpu->calls)
		return;
	if (!sum->calls || of_cpu->shortest < sum->shortest)
		sum->shortest = of_cpu->shortest;
	if (of_cpu->longest > sum->longest)
		sum->longest = of_cpu->longest;
	sum->calls += of_cpu->calls;
	sum->errors += of_cpu->errors;
	sum->total += of_cpu->total;
}

static int engine_bpf_counts(struct engine *engine, struct engine_count ret_counts[ENGINE_COUNTS])
{
	struct engine_bpf *e = (struct engine_bpf *)engine;
	int map = probe_object_map(e->probe, "counts"), err = 0;
	struct probe_count *of_cpus = calloc(e->ncpus, sizeof(*of_cpus));

	_Static_assert(ENGINE_COUNTS == PROBE_NR + 1, "a count for each that the probe keeps");
	if (!of_cpus)
		return -ENOMEM;
	memset(ret_counts, 0, ENGINE_COUNTS * sizeof(*ret_counts));
	for (uint32_t nr = 0; !err && nr < ENGINE_COUNTS; nr++) {
		if (bpf_map_lookup_elem(map, &nr, of_cpus))
			err = -errno;
		for (unsigned cpu = 0; !err && cpu < e->ncpus; cpu++)
			add_count(&ret_counts[nr], &of_cpus[cpu]);
	}
	free(of_cpus);
	return err;
}

const struct engine_ops engine_bpf_ops = {
	.name = "bpf",
	.open = engine_bpf_open,
	.next = engine_bpf_next,
	.stop = engine_bpf_stop,
	.stats = engine_bpf_stats,
	.counts = engine_bpf_counts,
	.close = engine_bpf_close,
};
