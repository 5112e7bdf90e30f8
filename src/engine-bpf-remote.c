// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * See engine-bpf-remote.h. Runs the whole plan once more with the interpreter of capture.h, because a read that failed
 * may need what one that did not fail gave; of data that were read twice the decoder takes the first. A page may be
 * slow to come, so threads do this, each for one record at a time.
 *
 * The tracee does not wait for them. But they run on the CPU on which it made the call, at a higher priority: the
 * record wakes one of them while the tracee is still in the kernel, so that the tracee comes back to user space after
 * the read, unless the read itself has to wait.
 */
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>
#include "engine-bpf-remote.h"
#include "capture.h"
#include "descriptor.h"
#include "util/clock.h"
#include "util/lock.h"

enum {
	PAGE = 4096,
	MAX_FETCHERS = 16,    /* on a CPU */
	MAX_BYTES = 64 << 20, /* of records whose data are being fetched */
};

#define PATIENCE_NS 5000000000ULL /* how long a record waits for its data */

struct place;

/* A thread that fetches, one record at a time. */
struct fetcher {
	struct place *place;
	const struct plan_set *plans;
	pthread_t thread;
	bool reads, ended; /* under the lock */
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

/* One for each CPU: the threads that run on it, and the jobs that wait for them. */
struct place {
	struct engine_bpf_remote *remote;
	unsigned cpu;
	int epoll; /* of its ring, and of: */
	int event; /* there is a job, or it is the end */
	/* Under the lock: */
	struct job *first, *last; /* that no thread has begun */
	unsigned nfetchers, idle;
	struct fetcher *fetchers[MAX_FETCHERS];
};

struct engine_bpf_remote {
	const struct plan_set *plans;
	engine_bpf_drain *drain;
	void *drain_context;
	pthread_mutex_t lock; /* of all that follows, and of all jobs */
	pthread_cond_t ending;
	struct job *jobs; /* the oldest first, for that is asked for first */
	struct job **jobs_end;
	size_t bytes;
	bool end;
	unsigned nplaces;
	struct place places[];
};

struct capture_hooks {
	struct fetcher *fetcher;
	pid_t task; /* whose memory is read: a thread that ends may leave it to the others */
	pid_t process;
	bool in_progress; /* it is still in the call: its file descriptors are what they were */
	const struct record *record; /* as the probe left it */
};

static inline const struct op *capture_op(struct capture_hooks *hooks, __u32 index)
{
	return index < hooks->fetcher->plans->nops ? &hooks->fetcher->plans->ops[index] : NULL;
}

/* A thread that has ended may have left its memory to the others. Returns whether there may be one. */
static bool turn_to_process(struct capture_hooks *hooks)
{
	bool other = hooks->task != hooks->process;

	hooks->task = hooks->process;
	return other;
}

/*
 * engine_bpf_remote_free() does not wait for a thread that is in a read: it stays in here when the read is over, uses
 * nothing any longer, and ends with the process.
 */
static void set_reads(struct fetcher *fetcher, bool reads)
{
	struct engine_bpf_remote *r = fetcher->place->remote;

	pthread_mutex_lock(&r->lock);
	while (fetcher->reads && r->end)
		pthread_cond_wait(&r->ending, &r->lock);
	fetcher->reads = reads;
	if (r->end)
		pthread_cond_broadcast(&r->ending);
	pthread_mutex_unlock(&r->lock);
}

static inline long capture_read(
	struct capture_hooks *hooks, const int fault, void *dst, __u32 n, __u64 addr)
{
	struct iovec local = {dst, n}, remote = {(void *)addr, n};
	ssize_t got;

	(void)fault;
	set_reads(hooks->fetcher, true);
	got = process_vm_readv(hooks->task, &local, 1, &remote, 1, 0);
	if (got < 0 && errno == ESRCH && turn_to_process(hooks))
		got = process_vm_readv(hooks->task, &local, 1, &remote, 1, 0);
	set_reads(hooks->fetcher, false);
	return got == (ssize_t)n ? 0 : -EFAULT;
}

static inline long capture_read_bytes(
	struct capture_hooks *hooks, const int fault, void *dst, __u32 n, __u64 addr)
{
	return capture_read(hooks, fault, dst, n, addr);
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

/* The probe told it when the call was made; a descriptor may be another one by now. */
static inline long capture_netlink(struct capture_hooks *hooks, __s32 fd)
{
	__u32 protocol;

	if (hooks->in_progress)
		return descriptor_netlink(hooks->task, fd);
	return descriptor_netlink_of(hooks->record, fd, &protocol) ? -ENOENT : (long)protocol;
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

/* Whether the task still has the image whose stack begins at @image. */
static bool has_image(struct capture_hooks *hooks, uint64_t image)
{
	uint64_t stack = start_stack(hooks->task);

	if (!stack && turn_to_process(hooks))
		stack = start_stack(hooks->task);
	return stack && stack == image;
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
	struct capture_hooks hooks = {
		.fetcher = r, .task = record->tid, .process = record->tgid, .record = record};
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
	if (!plan || !has_image(&hooks, pending.start_stack))
		return give_up(r->plans, record);
	run_plan(&hooks, plan, false, pending.todo[0]);
	run_plan(&hooks, plan, true, pending.todo[1]);
	if (!has_image(&hooks, pending.start_stack))
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
	if (!job->next)
		r->jobs_end = link;
	r->bytes -= job->record.size;
	free(job->whole);
	free(job);
}

static struct job *next_job(struct place *place)
{
	struct job *job = place->first;

	if (job)
		place->first = job->next_queued;
	return job;
}

static void notify(const struct place *place)
{
	const uint64_t one = 1;

	/* It fails only when there have been so many that nobody has looked at. */
	if (write(place->event, &one, sizeof(one)) < 0)
		return;
}

/* Under the lock, but for the wait. */
static struct job *wait_for_job(struct place *place)
{
	struct engine_bpf_remote *r = place->remote;
	struct epoll_event event;
	struct job *job;

	while (!r->end && !(job = next_job(place))) {
		place->idle++;
		pthread_mutex_unlock(&r->lock);
		epoll_wait(place->epoll, &event, 1, -1);
		pthread_mutex_lock(&r->lock);
		place->idle--;
		if (r->end)
			break;
		pthread_mutex_unlock(&r->lock);
		r->drain(r->drain_context, place->cpu);
		pthread_mutex_lock(&r->lock);
	}
	return r->end ? NULL : job;
}

static void *fetch_some(void *argument)
{
	struct fetcher *fetcher = argument;
	struct place *place = fetcher->place;
	struct engine_bpf_remote *r = place->remote;
	struct job *job;

	pthread_mutex_lock(&r->lock);
	while ((job = wait_for_job(place))) {
		struct record *whole;

		pthread_mutex_unlock(&r->lock);
		whole = fetch(fetcher, &job->record);
		pthread_mutex_lock(&r->lock);
		job->whole = whole;
		job->done = true;
		if (!job->wanted)
			free_job(r, job);
	}
	notify(place); /* the next one */
	fetcher->ended = true;
	pthread_cond_broadcast(&r->ending);
	pthread_mutex_unlock(&r->lock);
	return NULL;
}

/* Under the lock. */
static void add_fetcher(struct place *place)
{
	struct fetcher *fetcher;
	cpu_set_t cpu;

	if (place->nfetchers == MAX_FETCHERS || !(fetcher = calloc(1, sizeof(*fetcher))))
		return;
	fetcher->place = place;
	fetcher->plans = place->remote->plans;
	if (pthread_create(&fetcher->thread, NULL, fetch_some, fetcher)) {
		free(fetcher);
		return;
	}
	place->fetchers[place->nfetchers++] = fetcher;
	/* From here: on a busy machine the thread itself may come to it late. */
	CPU_ZERO(&cpu);
	CPU_SET(place->cpu, &cpu);
	pthread_setaffinity_np(fetcher->thread, sizeof(cpu), &cpu);
	pthread_setschedparam(
		fetcher->thread, SCHED_FIFO, &(struct sched_param){.sched_priority = 1});
}

static int open_place(struct engine_bpf_remote *r, unsigned cpu, int ring)
{
	struct epoll_event event = {.events = EPOLLIN | EPOLLET};
	struct place *place = &r->places[cpu];

	place->remote = r;
	place->cpu = cpu;
	place->event = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	place->epoll = epoll_create1(EPOLL_CLOEXEC);
	if (place->event < 0 || place->epoll < 0 ||
		epoll_ctl(place->epoll, EPOLL_CTL_ADD, place->event, &event) ||
		epoll_ctl(place->epoll, EPOLL_CTL_ADD, ring, &event))
		return -errno;
	return 0;
}

int engine_bpf_remote_new(const struct plan_set *plans, const int *rings, unsigned ncpus,
	engine_bpf_drain *drain, void *context, struct engine_bpf_remote **ret_remote)
{
	struct engine_bpf_remote *r = calloc(1, sizeof(*r) + ncpus * sizeof(*r->places));
	int err = 0;

	if (!r)
		return -ENOMEM;
	r->plans = plans;
	r->drain = drain;
	r->drain_context = context;
	r->jobs_end = &r->jobs;
	lock_init(&r->lock);
	pthread_cond_init(&r->ending, NULL);
	while (!err && r->nplaces < ncpus) {
		err = open_place(r, r->nplaces, rings[r->nplaces]);
		r->nplaces++;
	}
	if (err) {
		engine_bpf_remote_free(r);
		return err;
	}
	*ret_remote = r;
	return 0;
}

void engine_bpf_remote_watch(struct engine_bpf_remote *r)
{
	pthread_mutex_lock(&r->lock);
	/* Two on each CPU: the second waits for records while the first fetches. */
	for (unsigned i = 0; i < 2 * r->nplaces; i++)
		add_fetcher(&r->places[i / 2]);
	pthread_mutex_unlock(&r->lock);
}

/* Under the lock. Returns whether all of the place's threads have ended. */
static bool end_fetchers(struct place *place)
{
	struct engine_bpf_remote *r = place->remote;
	bool all = true;

	notify(place);
	for (unsigned i = 0; i < place->nfetchers; i++) {
		struct fetcher *fetcher = place->fetchers[i];

		while (!fetcher->reads && !fetcher->ended)
			pthread_cond_wait(&r->ending, &r->lock);
		if (!fetcher->ended) {
			all = false;
			continue;
		}
		pthread_join(fetcher->thread, NULL);
		free(fetcher->record);
		free(fetcher);
	}
	return all;
}

void engine_bpf_remote_free(struct engine_bpf_remote *r)
{
	bool all = true;

	if (!r)
		return;
	pthread_mutex_lock(&r->lock);
	r->end = true;
	for (unsigned i = 0; i < r->nplaces; i++)
		all &= end_fetchers(&r->places[i]);
	pthread_mutex_unlock(&r->lock);
	/* A thread that waits for a page that does not come keeps this. */
	if (!all)
		return;
	while (r->jobs)
		free_job(r, r->jobs);
	for (unsigned i = 0; i < r->nplaces; i++) {
		close(r->places[i].epoll);
		close(r->places[i].event);
	}
	pthread_cond_destroy(&r->ending);
	pthread_mutex_destroy(&r->lock);
	free(r);
}

static void queue(struct place *place, struct job *job)
{
	if (place->first)
		place->last->next_queued = job;
	else
		place->first = job;
	place->last = job;
	if (place->idle)
		notify(place);
	else
		add_fetcher(place);
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
	*r->jobs_end = job;
	r->jobs_end = &job->next;
	r->bytes += record->size;
	if (r->bytes <= MAX_BYTES)
		queue(&r->places[record->cpu < r->nplaces ? record->cpu : 0], job);
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
