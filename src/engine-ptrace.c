// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * The ptrace engine: for users without privileges and kernels without BPF, and the BPF engine's oracle; it makes the
 * same records. A thread of its own, the tracer, does all that ptrace wants from one thread: it attaches, waits for
 * stops, runs plans over the stopped tracee, lets it go on and puts records into the spool. next() takes them out;
 * formatting never keeps a tracee waiting.
 */
#include <dirent.h>
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include "engine.h"
#include "engine-ptrace.h"
#include "spool.h"
#include "util/clock.h"
#include "util/error.h"
#include "util/proc-status.h"

enum {
	TICK_BUSY_NS = 10000000, /* how often the wait for a stop is interrupted */
	TICK_IDLE_NS = 50000000,
	POLL_NS = 4000000,	    /* how often next() looks into the spool */
	CENSUS_NS = 1000000000,	    /* how often it is asked whether the tracees still are */
	CLOSE_WAIT_NS = 1000000000, /* how long close() waits for tracees that cannot be stopped */
};

/* Wakes the tracer from its wait; sent to that thread only. */
#define WAKE SIGRTMIN

/* ---- the tracer ---- */

static void set_tick(struct engine_ptrace *e, long ns)
{
	struct itimerspec period = {.it_interval.tv_nsec = ns, .it_value.tv_nsec = ns};

	if (e->tick == ns)
		return;
	e->tick = ns;
	timer_settime(e->timer, 0, &period, NULL);
}

/*
 * Waits until tasks have stopped or ended, and collects them all, so that none that stops again at once keeps the
 * others waiting. Returns 0 or -errno: -EINTR at every tick.
 */
static int collect(struct engine_ptrace *e)
{
	/* Not the children of other threads: they are not traced. */
	int options = __WALL | __WNOTHREAD;

	for (;;) {
		int status;
		pid_t tid = waitpid(-1, &status, options);

		if (tid <= 0)
			return e->nstops ? 0 : -errno;
		engine_ptrace_collected(e, tid, status);
		if (e->ntracees <= 1 || e->nstops == e->stops_size)
			return 0;
		options |= WNOHANG;
	}
}

static void be_idle(struct engine_ptrace *e)
{
	if (engine_ptrace_idle(e))
		set_tick(e, TICK_IDLE_NS);
	if (e->census + CENSUS_NS < e->now) {
		engine_ptrace_census(e);
		e->census = e->now;
	}
}

static void trace_until_end(struct engine_ptrace *e)
{
	set_tick(e, TICK_BUSY_NS);
	while (e->ntracees) {
		int err = collect(e);

		if (!e->silent && atomic_load(&e->stop_wanted))
			engine_ptrace_let_go(e);
		if (err == -EINTR) {
			be_idle(e);
		} else if (err == -ECHILD) {
			engine_ptrace_census(e);
		} else if (err) {
			engine_ptrace_set_error(e, err);
			return;
		} else {
			set_tick(e, TICK_BUSY_NS);
		}
		engine_ptrace_handle_all(e);
	}
}

/* Returns 1, 0 for a task that is already traced by us, or -errno. */
static int seize(struct engine_ptrace *e, pid_t tid, pid_t tgid, bool armed)
{
	int err;

	if (engine_ptrace_tracee_known(e, tid))
		return 0;
	if (ptrace(PTRACE_SEIZE, tid, NULL, e->options)) {
		/* A thread made by one that was seized has come along by itself; its stop will tell. */
		if (errno == EPERM && proc_status(tid, "TracerPid", 10) == e->tid)
			return 0;
		return -errno;
	}
	err = engine_ptrace_tracee_new(e, tid, tgid, armed);
	ptrace(err ? PTRACE_DETACH : PTRACE_INTERRUPT, tid, NULL, NULL);
	return err ? err : 1;
}

/* Seizes the threads of @pid that are not seized yet. Returns how many there were, or -errno. */
static int seize_threads(struct engine_ptrace *e, pid_t pid, pid_t tgid)
{
	char path[64];
	const struct dirent *entry;
	int found = 0, got = 0;
	DIR *dir;

	snprintf(path, sizeof(path), "/proc/%d/task", pid);
	dir = opendir(path);
	if (!dir)
		return errno == ENOENT ? -ESRCH : -errno;
	while ((entry = readdir(dir))) {
		if (*entry->d_name == '.')
			continue;
		got = seize(e, atoi(entry->d_name), tgid, false);
		/* Threads come and go. */
		if (got < 0 && got != -ESRCH)
			break;
		found += got > 0;
		got = 0;
	}
	closedir(dir);
	return got < 0 ? got : found;
}

/* Returns how many tasks were seized, or -errno. */
static int seize_process(struct engine_ptrace *e, pid_t pid)
{
	long long tgid = proc_status(pid, "Tgid", 10);
	int got, found;

	if (tgid < 0)
		return -ESRCH;
	/* The given one first: why it cannot be traced is what the user wants to know. */
	found = got = seize(e, pid, tgid, false);
	while (got >= 0 && e->config->follow) {
		got = seize_threads(e, pid, tgid);
		if (got <= 0)
			break;
		found += got;
	}
	/* Whole process gone meanwhile: its end will be seen. */
	return got < 0 && !(got == -ESRCH && engine_ptrace_tracee_known(e, pid)) ? got : found;
}

static int switch_on(struct engine_ptrace *e, char *error, size_t error_size)
{
	const struct engine_config *config = e->config;

	if (config->command) {
		int got = seize(e, config->command, config->command, true);

		if (got < 0)
			return engine_ptrace_error(config->command, got, error, error_size);
	}
	for (size_t i = 0; i < config->npids; i++) {
		int got = seize_process(e, config->pids[i]);

		config->nattached[i] = got > 0 ? got : 0;
		if (got >= 0)
			continue;
		got = engine_ptrace_error(config->pids[i], got, error, error_size);
		if (!e->ntracees && i + 1 == config->npids)
			return got;
		config->left_out(config->context, error);
	}
	return 0;
}

static int start_timer(struct engine_ptrace *e)
{
	struct sigevent event = {.sigev_notify = SIGEV_THREAD_ID, .sigev_signo = WAKE};
	sigset_t all;

	/*
	 * Signals to faultless are not the tracer's business, but for the one that wakes it. SIGCHLD comes with
	 * every stop: it is ignored, which it is not where it is blocked, but kept and sent to another thread.
	 */
	sigfillset(&all);
	sigdelset(&all, WAKE);
	sigdelset(&all, SIGCHLD);
	pthread_sigmask(SIG_SETMASK, &all, NULL);
	event._sigev_un._tid = e->tid;
	if (timer_create(CLOCK_MONOTONIC, &event, &e->timer))
		return -errno;
	e->has_timer = true;
	return 0;
}

static void publish(struct engine_ptrace *e, bool *what)
{
	pthread_mutex_lock(&e->lock);
	*what = true;
	pthread_cond_broadcast(&e->news);
	pthread_mutex_unlock(&e->lock);
}

static void *tracer(void *engine)
{
	struct engine_ptrace *e = engine;

	e->tid = gettid();
	e->open_result = start_timer(e);
	if (e->open_result)
		error_set(e->open_error, e->open_error_size, e->open_result,
			"cannot make a timer: %s", strerror(-e->open_result));
	else
		e->open_result = switch_on(e, e->open_error, e->open_error_size);
	if (e->open_result)
		atomic_store(&e->stop_wanted, true);
	publish(e, &e->opened);
	if (e->has_timer) {
		trace_until_end(e);
		timer_delete(e->timer);
	}
	atomic_store(&e->ended, true);
	pthread_mutex_lock(&e->lock);
	pthread_cond_broadcast(&e->news);
	pthread_mutex_unlock(&e->lock);
	return NULL;
}

/* ---- the engine ---- */

static void on_wake(int signal)
{
	(void)signal;
}

static void engine_ptrace_stop(struct engine *engine)
{
	struct engine_ptrace *e = (struct engine_ptrace *)engine;

	atomic_store(&e->stop_wanted, true);
	/* Should it come just before the wait, the next tick does the same. */
	if (e->thread_runs)
		pthread_kill(e->thread, WAKE);
}

/*
 * Returns false if the tracer does not end, because a tracee does not stop: the tracer then runs until faultless ends,
 * when the kernel detaches all tracees. Those with the filter are waited for as long as they live.
 */
static bool join_tracer(struct engine_ptrace *e)
{
	struct timespec until;
	int err;

	if (!e->thread_runs)
		return true;
	do {
		clock_gettime(CLOCK_MONOTONIC, &until);
		until.tv_sec += CLOSE_WAIT_NS / 1000000000;
		err = pthread_clockjoin_np(e->thread, NULL, CLOCK_MONOTONIC, &until);
	} while (err && atomic_load(&e->nfiltered));
	e->thread_runs = err;
	return !err;
}

static void engine_ptrace_close(struct engine *engine)
{
	struct engine_ptrace *e = (struct engine_ptrace *)engine;

	atomic_store(&e->closing, true);
	engine_ptrace_stop(engine);
	if (!join_tracer(e))
		return;
	engine_ptrace_free_tracees(e);
	spool_free(e->spool);
	spool_store_free(e->store);
	pthread_cond_destroy(&e->news);
	pthread_mutex_destroy(&e->lock);
	free(e);
}

static int start_tracer(struct engine_ptrace *e)
{
	struct sigaction wake = {.sa_handler = on_wake}; /* without SA_RESTART: a wait is to end */
	int err;

	if (sigaction(WAKE, &wake, NULL))
		return -errno;
	err = pthread_create(&e->thread, NULL, tracer, e);
	if (err)
		return -err;
	e->thread_runs = true;
	pthread_mutex_lock(&e->lock);
	while (!e->opened)
		pthread_cond_wait(&e->news, &e->lock);
	pthread_mutex_unlock(&e->lock);
	return 0;
}

static unsigned long ptrace_options(const struct engine_config *config)
{
	unsigned long options = PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACEEXEC;

	if (config->follow)
		options |= PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK | PTRACE_O_TRACECLONE |
			   PTRACE_O_TRACESECCOMP;
	return options;
}

static int engine_ptrace_open(const struct engine_config *config, struct engine **ret_engine,
	char *ret_error, size_t error_size)
{
	struct engine_ptrace *e = calloc(1, sizeof(*e));
	pthread_condattr_t attributes;
	int err;

	if (!e)
		return error_set(ret_error, error_size, -ENOMEM, "out of memory");
	e->engine.ops = &engine_ptrace_ops;
	e->config = config;
	e->options = ptrace_options(config);
	e->open_error = ret_error;
	e->open_error_size = error_size;
	pthread_mutex_init(&e->lock, NULL);
	pthread_condattr_init(&attributes);
	pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
	pthread_cond_init(&e->news, &attributes);
	pthread_condattr_destroy(&attributes);
	e->store = spool_store_new(config->memory_limit / 2, !config->block);
	e->spool = e->store ? spool_new(e->store) : NULL;
	err = e->spool ? start_tracer(e) : -ENOMEM;
	if (err)
		error_set(
			ret_error, error_size, err, "cannot start the tracer: %s", strerror(-err));
	else
		err = e->open_result;
	if (err) {
		engine_ptrace_close(&e->engine);
		return err;
	}
	if (config->debug)
		fprintf(stderr, "faultless: engine ptrace\n");
	*ret_engine = &e->engine;
	return 0;
}

/* Waits until something may have come, or @until. */
static void wait_for_news(struct engine_ptrace *e, uint64_t until)
{
	uint64_t at = now_ns() + POLL_NS;
	struct timespec t;

	if (at > until)
		at = until;
	t = (struct timespec){at / 1000000000, at % 1000000000};
	pthread_mutex_lock(&e->lock);
	if (!atomic_load(&e->ended))
		pthread_cond_timedwait(&e->news, &e->lock, &t);
	pthread_mutex_unlock(&e->lock);
}

static int engine_ptrace_next(
	struct engine *engine, int timeout_ms, const struct record **ret_record)
{
	struct engine_ptrace *e = (struct engine_ptrace *)engine;
	uint64_t until = now_ns() + timeout_ms * 1000000ULL;

	if (e->given)
		spool_drop(e->spool);
	e->given = false;
	for (;;) {
		bool ended = atomic_load(&e->ended);
		const struct record *record = spool_peek(e->spool);

		if (record) {
			e->given = true;
			e->records++;
			*ret_record = record;
			return 1;
		}
		if (atomic_load(&e->error))
			return atomic_load(&e->error);
		if (spool_error(e->spool))
			return spool_error(e->spool);
		if (ended)
			return 0;
		if (now_ns() >= until)
			return -EAGAIN;
		wait_for_news(e, until);
	}
}

static void engine_ptrace_stats(struct engine *engine, struct engine_stats *ret_stats)
{
	struct engine_ptrace *e = (struct engine_ptrace *)engine;

	*ret_stats = (struct engine_stats){.loss = e->loss, .records = e->records};
}

const struct engine_ops engine_ptrace_ops = {
	.name = "ptrace",
	.open = engine_ptrace_open,
	.next = engine_ptrace_next,
	.stop = engine_ptrace_stop,
	.stats = engine_ptrace_stats,
	.close = engine_ptrace_close,
};
