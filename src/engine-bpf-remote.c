/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * See engine-bpf-remote.h. Runs the plan once more with the interpreter of capture.h, all of it,
 * for what a read needs may have come from one that did not fail; the decoder takes what was read
 * first. A page may be slow to come, and there may be several: so threads do this, each a record.
 */
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>
#include "engine-bpf-remote.h"
#include "capture.h"
#include "descriptor.h"
#include "util/clock.h"

enum {
	PAGE = 4096,
	MAX_FETCHERS = 16,
	MAX_BYTES = 64 << 20, /* of records whose data are being fetched */
};

#define PATIENCE_NS 5000000000ULL

/* One thread's. */
struct fetcher {
	struct engine_bpf_remote *remote;
	const struct plan_set *plans;
	struct capture capture;
	unsigned char *record; /* being put together */
	size_t len, size;
	bool out_of_memory;
};

/* A record whose data are being fetched. */
struct job {
	struct job *next;
	struct job *next_queued;
	uint64_t since;
	int error;
	bool done;
	bool wanted;	      /* nobody has given it up */
	struct record *whole; /* once it is done */
	struct record record; /* as the probe sent it */
};

struct engine_bpf_remote {
	const struct plan_set *plans;
	pthread_mutex_t lock; /* of all that follows, and of all jobs */
	pthread_cond_t work;
	struct job *jobs;
	struct job *first, *last; /* that no thread has begun */
	size_t bytes;
	unsigned nfetchers, idle;
	pthread_t fetchers[MAX_FETCHERS];
	bool end;
};

struct capture_hooks {
	struct fetcher *fetcher;
	pid_t task;	  /* whose memory is read */
	bool in_progress; /* it is still in the call: its file descriptors are what they were */
};

static inline const struct op *capture_op(struct capture_hooks *hooks, __u32 index)
{
	return index < hooks->fetcher->plans->nops ? &hooks->fetcher->plans->ops[index] : NULL;
}

static inline long capture_read(
	struct capture_hooks *hooks, const int fault, void *dst, __u32 n, __u64 addr)
{
	struct iovec local = {dst, n}, remote = {(void *)addr, n};

	(void)fault;
	return process_vm_readv(hooks->task, &local, 1, &remote, 1, 0) == (ssize_t)n ? 0 : -EFAULT;
}

static inline long capture_read_string(
	struct capture_hooks *hooks, const int fault, void *dst, __u32 size, __u64 addr)
{
	__u32 got = 0;

	while (got < size - 1) {
		__u32 n = PAGE - (addr + got) % PAGE;
		const char *end;

		n = n < size - 1 - got ? n : size - 1 - got;
		if (capture_read(hooks, fault, (char *)dst + got, n, addr + got))
			return -EFAULT;
		end = memchr((char *)dst + got, 0, n);
		if (end)
			return end - (char *)dst + 1;
		got += n;
	}
	((char *)dst)[got] = 0;
	return size;
}

static void append(struct fetcher *r, const void *bytes, size_t n)
{
	if (r->len + n > r->size) {
		unsigned char *grown = realloc(r->record, (r->len + n) * 2);

		if (!grown) {
			r->out_of_memory = true;
			return;
		}
		r->record = grown;
		r->size = (r->len + n) * 2;
	}
	memcpy(r->record + r->len, bytes, n);
	r->len += n;
}

static inline long capture_name(struct capture_hooks *hooks, void *dst)
{
	return hooks->in_progress ? descriptor_task_name(hooks->task, dst) : -ENOENT;
}

static inline long capture_describe(struct capture_hooks *hooks, void *dst, __s32 fd)
{
	return hooks->in_progress ? descriptor_proc(hooks->task, fd, dst) : -ENOENT;
}

static inline void capture_flush(struct capture_hooks *hooks, struct capture *c)
{
	append(hooks->fetcher, c->buf + CAPTURE_HEAD, c->used - CAPTURE_HEAD);
	c->used = CAPTURE_HEAD;
}

/* Where the stack of the task's image begins: tells one image from another. 0: the task is gone. */
static uint64_t start_stack(pid_t tid)
{
	char path[64], text[1024], *at;
	unsigned long value = 0;
	ssize_t n;
	int fd;

	snprintf(path, sizeof(path), "/proc/%d/stat", tid);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return 0;
	n = read(fd, text, sizeof(text) - 1);
	close(fd);
	if (n <= 0)
		return 0;
	text[n] = 0;
	at = strrchr(text, ')'); /* behind the name: fields 3 and on */
	for (int field = 3; at && field <= 28; field++)
		at = strchr(at + 1, ' ');
	if (at)
		sscanf(at, " %lu", &value);
	return value;
}

static void run_plan(struct capture_hooks *hooks, const struct plan *plan, bool exit, uint64_t todo)
{
	struct capture *c = &hooks->fetcher->capture;
	struct capture_run *run;

	if (!todo)
		return;
	run = capture_begin(
		c, plan->first + (exit ? plan->nentry : 0), exit ? plan->nexit : plan->nentry);
	run->exit = exit;
	run->origin = exit ? ORIGIN_EXIT : ORIGIN_LATE;
	run->failed = ORIGIN_FAULT;
	for (unsigned i = 0; i < CAPTURE_STEPS && !capture_step(c, hooks, 1); i++)
		;
	capture_flush(hooks, c);
}

static uint64_t lost_ops(const struct plan *plan, const struct record_pending *pending)
{
	uint64_t of_plan[2] = {
		plan->nentry < 64 ? (1ULL << plan->nentry) - 1 : ~0ULL,
		plan->nexit < 64 ? (1ULL << plan->nexit) - 1 : ~0ULL,
	};

	return __builtin_popcountll(pending->todo[0] & of_plan[0]) +
	       __builtin_popcountll(pending->todo[1] & of_plan[1]);
}

/* The last blob, which is there and holds the struct record_pending. */
static const struct blob *last_pending(
	const struct record *record, struct record_pending *ret_pending)
{
	const struct blob *last = NULL, *blob;

	for (blob = record_first_blob(record); blob; blob = record_next_blob(record, blob))
		last = blob;
	memcpy(ret_pending, last + 1, sizeof(*ret_pending));
	return last;
}

/* The record without its data, which are lost. */
static struct record *give_up(const struct plan_set *plans, const struct record *record)
{
	const struct call *call = (const struct call *)(record + 1);
	const struct plan *plan = plan_find(plans, call->nr, call->args);
	struct record_pending pending;
	const struct blob *last;
	struct record *whole;
	size_t size;

	last = last_pending(record, &pending);
	size = (const char *)last - (const char *)record;
	whole = malloc(size);
	if (!whole)
		return NULL;
	memcpy(whole, record, size);
	whole->size = size;
	whole->flags &= ~RECORD_PENDING;
	((struct call *)(whole + 1))->lost += plan ? lost_ops(plan, &pending) : 0;
	return whole;
}

/* The record with its data; NULL: out of memory. */
static struct record *fetch(struct fetcher *r, const struct record *record)
{
	const struct call *call = (const struct call *)(record + 1);
	const struct plan *plan = plan_find(r->plans, call->nr, call->args);
	/* A thread that has ended may have left its memory to the others. */
	struct capture_hooks hooks = {
		r, start_stack(record->tid) ? record->tid : record->tgid, false};
	struct record_pending pending;
	const struct blob *last;
	struct record *whole;

	last = last_pending(record, &pending);
	hooks.in_progress = record->type == RECORD_ENTER && pending.todo[0] == ~0ULL;
	r->len = 0;
	r->out_of_memory = false;
	append(r, record, (const char *)last - (const char *)record);
	r->capture.used = CAPTURE_HEAD;
	memcpy(r->capture.value, call->args, sizeof(call->args));
	r->capture.value[VALUE_RET] = call->ret;
	if (plan && start_stack(hooks.task) == pending.start_stack) {
		run_plan(&hooks, plan, false, pending.todo[0]);
		run_plan(&hooks, plan, true, pending.todo[1]);
	}
	if (!plan || start_stack(hooks.task) != pending.start_stack)
		return give_up(r->plans, record); /* it is not certain whose memory was read */
	whole = r->out_of_memory ? NULL : malloc(r->len);
	if (!whole)
		return NULL;
	memcpy(whole, r->record, r->len);
	whole->size = r->len;
	whole->flags &= ~RECORD_PENDING;
	return whole;
}

/* ---- jobs ---- */

static void free_job(struct engine_bpf_remote *r, struct job *job)
{
	struct job **link = &r->jobs;

	while (*link != job)
		link = &(*link)->next;
	*link = job->next;
	r->bytes -= job->record.size;
	free(job->whole);
	free(job);
}

static void *fetch_some(void *remote)
{
	struct engine_bpf_remote *r = remote;
	struct fetcher *fetcher = calloc(1, sizeof(*fetcher));
	struct job *job;

	/* The tracee may be gone at any moment. */
	sched_setscheduler(0, SCHED_FIFO, &(struct sched_param){.sched_priority = 1});
	if (fetcher)
		fetcher->plans = r->plans;
	pthread_mutex_lock(&r->lock);
	for (;;) {
		struct record *whole;

		r->idle++;
		while (!r->first && !r->end)
			pthread_cond_wait(&r->work, &r->lock);
		r->idle--;
		if (r->end)
			break;
		job = r->first;
		r->first = job->next_queued;
		pthread_mutex_unlock(&r->lock);
		whole = fetcher ? fetch(fetcher, &job->record) : NULL;
		pthread_mutex_lock(&r->lock);
		job->whole = whole;
		job->done = true;
		if (!job->wanted)
			free_job(r, job);
	}
	pthread_mutex_unlock(&r->lock);
	if (fetcher)
		free(fetcher->record);
	free(fetcher);
	return NULL;
}

struct engine_bpf_remote *engine_bpf_remote_new(const struct plan_set *plans)
{
	struct engine_bpf_remote *r = calloc(1, sizeof(*r));

	if (!r)
		return NULL;
	r->plans = plans;
	pthread_mutex_init(&r->lock, NULL);
	pthread_cond_init(&r->work, NULL);
	return r;
}

void engine_bpf_remote_free(struct engine_bpf_remote *r)
{
	bool stuck = false;

	if (!r)
		return;
	pthread_mutex_lock(&r->lock);
	r->end = true;
	for (struct job *job = r->jobs; job; job = job->next)
		stuck |= !job->done;
	pthread_cond_broadcast(&r->work);
	pthread_mutex_unlock(&r->lock);
	/* A thread that waits for a page that does not come ends with the process, and so keeps its memory until then. */
	if (stuck)
		return;
	for (unsigned i = 0; i < r->nfetchers; i++)
		pthread_join(r->fetchers[i], NULL);
	while (r->jobs)
		free_job(r, r->jobs);
	pthread_cond_destroy(&r->work);
	pthread_mutex_destroy(&r->lock);
	free(r);
}

static void queue(struct engine_bpf_remote *r, struct job *job)
{
	if (r->first)
		r->last->next_queued = job;
	else
		r->first = job;
	r->last = job;
	if (!r->idle && r->nfetchers < MAX_FETCHERS &&
		!pthread_create(&r->fetchers[r->nfetchers], NULL, fetch_some, r))
		r->nfetchers++;
	pthread_cond_signal(&r->work);
}

int engine_bpf_remote_fetch(struct engine_bpf_remote *r, const struct record *record)
{
	struct job *job = calloc(1, sizeof(*job) + record->size);

	if (!job)
		return -ENOMEM;
	memcpy(&job->record, record, record->size);
	job->since = now_ns();
	job->wanted = true;
	pthread_mutex_lock(&r->lock);
	job->next = r->jobs;
	r->jobs = job;
	r->bytes += record->size;
	if (r->bytes <= MAX_BYTES)
		queue(r, job);
	job->done = r->bytes > MAX_BYTES; /* without data */
	pthread_mutex_unlock(&r->lock);
	return 0;
}

static bool is_same(const struct record *a, const struct record *b)
{
	return a->tid == b->tid && a->seq == b->seq && a->time == b->time;
}

int engine_bpf_remote_take(struct engine_bpf_remote *r, const struct record *record, bool at_once,
	struct record **ret_record)
{
	struct record *whole = NULL;
	struct job *job;
	bool waits;

	pthread_mutex_lock(&r->lock);
	for (job = r->jobs; job && !(job->wanted && is_same(&job->record, record)); job = job->next)
		;
	waits = job && !job->done && !at_once && now_ns() - job->since < PATIENCE_NS;
	if (job && job->done) {
		whole = job->whole;
		job->whole = NULL;
		free_job(r, job);
	} else if (job && !waits) {
		job->wanted = false;
	}
	if (!waits && !whole)
		whole = give_up(r->plans, record);
	pthread_mutex_unlock(&r->lock);
	if (waits)
		return 0;
	*ret_record = whole;
	return whole ? 1 : -ENOMEM;
}
