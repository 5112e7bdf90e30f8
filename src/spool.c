// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * A chain of chunks; see spool.h. The reader publishes with `used`, which the formatter reads first; a chunk is left
 * when it is used up and has a successor. Only then the store's lock is taken. A third thread, the filer, moves full
 * chunks to the file, the newest first: the formatter comes to the oldest soon.
 */
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/statvfs.h>
#include <unistd.h>
#include "record.h"
#include "spool.h"
#include "util/lock.h"

enum {
	/* chunks that a spool may have whatever the limit: without them two spools could wait for each other */
	ALWAYS = 2,
	POOLED = 16, /* most unused chunks that are kept for the next need */
};

struct chunk {
	_Atomic(struct chunk *) next;
	atomic_size_t used;
	struct spool *spool;
	unsigned char *bytes; /* NULL: they are in the file */
	size_t size;
	/* Under the store's lock: */
	struct chunk *older, *newer; /* in the store's list */
	off_t slot;		     /* where in the file */
	bool listed;
	bool filing; /* the filer writes it: only the filer may free it */
	bool kept;   /* and shall leave it in memory: the formatter has come to it */
	bool left;   /* and shall free it: the formatter has passed it */
};

struct spool {
	struct spool_store *store;
	bool owns_store;
	struct chunk *head; /* the formatter's */
	size_t head_at;
	int error;
	struct chunk *tail; /* the reader's */
	unsigned resident;  /* chunks in memory; under the lock */
};

struct spool_store {
	size_t limit;
	int fd; /* -1: no file */
	atomic_size_t used;
	_Atomic uint64_t filed;
	pthread_mutex_t lock;
	pthread_cond_t filer_wanted;
	pthread_t filer;
	/* Under the lock: */
	bool filer_runs, end_filer;
	struct chunk *newest; /* of the chunks that are full and not yet come to */
	unsigned char *pool[POOLED];
	unsigned npooled;
	off_t file_end;
	off_t *free_slots;
	size_t nfree_slots, free_slots_room;
};

/* ---- memory ---- */

static unsigned char *take_bytes(struct spool_store *store, size_t size)
{
	void *bytes;

	if (size == SPOOL_CHUNK && store->npooled) {
		bytes = store->pool[--store->npooled];
	} else {
		bytes = mmap(
			NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
		if (bytes == MAP_FAILED)
			return NULL;
	}
	store->used += size;
	return bytes;
}

static void give_bytes(struct spool_store *store, unsigned char *bytes, size_t size)
{
	store->used -= size;
	if (size == SPOOL_CHUNK && store->npooled < POOLED &&
		store->used + store->npooled * (size_t)SPOOL_CHUNK < store->limit)
		store->pool[store->npooled++] = bytes;
	else
		munmap(bytes, size);
}

static struct chunk *chunk_new(struct spool *spool, size_t size)
{
	struct chunk *chunk = calloc(1, sizeof(*chunk));

	if (!chunk)
		return NULL;
	chunk->bytes = take_bytes(spool->store, size);
	if (!chunk->bytes) {
		free(chunk);
		return NULL;
	}
	chunk->spool = spool;
	chunk->size = size;
	spool->resident++;
	return chunk;
}

static void chunk_free(struct chunk *chunk)
{
	if (chunk->bytes) {
		give_bytes(chunk->spool->store, chunk->bytes, chunk->size);
		chunk->spool->resident--;
	}
	free(chunk);
}

static void list(struct spool_store *store, struct chunk *chunk)
{
	chunk->listed = true;
	chunk->newer = NULL;
	chunk->older = store->newest;
	if (chunk->older)
		chunk->older->newer = chunk;
	store->newest = chunk;
}

static void unlist(struct spool_store *store, struct chunk *chunk)
{
	if (!chunk->listed)
		return;
	chunk->listed = false;
	if (chunk->newer)
		chunk->newer->older = chunk->older;
	else
		store->newest = chunk->older;
	if (chunk->older)
		chunk->older->newer = chunk->newer;
}

/* ---- the file ---- */

static int open_file(void)
{
	const char *dir = getenv("TMPDIR");

	if (!dir || !*dir)
		dir = "/var/tmp";
	return open(dir, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
}

static bool has_room(const struct spool_store *store)
{
	struct statvfs fs;

	return !fstatvfs(store->fd, &fs) && fs.f_bavail > fs.f_blocks / 10;
}

static bool take_slot(struct spool_store *store, off_t *ret_slot)
{
	if (store->nfree_slots) {
		*ret_slot = store->free_slots[--store->nfree_slots];
		return true;
	}
	if (!has_room(store))
		return false;
	*ret_slot = store->file_end;
	store->file_end += SPOOL_CHUNK;
	return true;
}

/* Without memory to note it down the slot stays unused. */
static void give_slot(struct spool_store *store, off_t slot)
{
	if (store->nfree_slots == store->free_slots_room) {
		size_t room = 2 * store->free_slots_room + 64;
		off_t *more = realloc(store->free_slots, room * sizeof(*more));

		if (!more)
			return;
		store->free_slots = more;
		store->free_slots_room = room;
	}
	store->free_slots[store->nfree_slots++] = slot;
}

static bool write_chunk(const struct spool_store *store, const struct chunk *chunk, off_t slot)
{
	size_t len = atomic_load(&chunk->used), done = 0;

	while (done < len) {
		ssize_t n = pwrite(store->fd, chunk->bytes + done, len - done, slot + done);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		done += n;
	}
	return true;
}

static int read_chunk(const struct spool_store *store, const struct chunk *chunk)
{
	size_t len = atomic_load(&chunk->used), done = 0;

	while (done < len) {
		ssize_t n = pread(store->fd, chunk->bytes + done, len - done, chunk->slot + done);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return n ? -errno : -EIO;
		done += n;
	}
	return 0;
}

/* Called with the lock, which it leaves while it writes. Returns whether the file took it. */
static bool file_chunk(struct spool_store *store, struct chunk *chunk)
{
	off_t slot;
	bool written = take_slot(store, &slot);

	if (!written)
		return false;
	unlist(store, chunk);
	chunk->filing = true;
	pthread_mutex_unlock(&store->lock);
	written = write_chunk(store, chunk, slot);
	pthread_mutex_lock(&store->lock);
	chunk->filing = false;
	if (written && !chunk->kept) {
		give_bytes(store, chunk->bytes, chunk->size);
		chunk->bytes = NULL;
		chunk->spool->resident--;
		chunk->slot = slot;
		store->filed += chunk->size;
		return true;
	}
	give_slot(store, slot);
	if (chunk->left)
		chunk_free(chunk);
	else if (!chunk->kept)
		list(store, chunk);
	return written;
}

static bool is_crowded(const struct spool_store *store)
{
	return store->fd >= 0 && store->used > store->limit / 2;
}

static void *run_filer(void *context)
{
	struct spool_store *store = context;

	pthread_mutex_lock(&store->lock);
	while (!store->end_filer)
		if (!is_crowded(store) || !store->newest || !file_chunk(store, store->newest))
			pthread_cond_wait(&store->filer_wanted, &store->lock);
	pthread_mutex_unlock(&store->lock);
	return NULL;
}

static void want_filer(struct spool_store *store)
{
	if (!store->filer_runs)
		store->filer_runs = !pthread_create(&store->filer, NULL, run_filer, store);
	pthread_cond_signal(&store->filer_wanted);
}

/* ---- the store ---- */

struct spool_store *spool_store_new(size_t memory, bool file)
{
	struct spool_store *store = calloc(1, sizeof(*store));

	if (!store)
		return NULL;
	store->limit = memory;
	store->fd = file ? open_file() : -1;
	lock_init(&store->lock);
	pthread_cond_init(&store->filer_wanted, NULL);
	return store;
}

/* The filer is ended before any of the spools goes. */
static void end_filer(struct spool_store *store)
{
	bool runs;

	pthread_mutex_lock(&store->lock);
	runs = store->filer_runs;
	store->end_filer = true;
	store->filer_runs = false;
	pthread_cond_signal(&store->filer_wanted);
	pthread_mutex_unlock(&store->lock);
	if (runs)
		pthread_join(store->filer, NULL);
}

void spool_store_free(struct spool_store *store)
{
	if (!store)
		return;
	end_filer(store);
	while (store->npooled)
		munmap(store->pool[--store->npooled], SPOOL_CHUNK);
	if (store->fd >= 0)
		close(store->fd);
	free(store->free_slots);
	free(store);
}

size_t spool_store_used(const struct spool_store *store)
{
	return store->used;
}

uint64_t spool_store_filed(const struct spool_store *store)
{
	return store->filed;
}

/* ---- the spool ---- */

struct spool *spool_new(struct spool_store *store)
{
	struct spool *spool = calloc(1, sizeof(*spool));

	if (!spool)
		return NULL;
	spool->owns_store = !store;
	spool->store = store ? store : spool_store_new(SIZE_MAX, false);
	if (!spool->store) {
		free(spool);
		return NULL;
	}
	pthread_mutex_lock(&spool->store->lock);
	spool->head = spool->tail = chunk_new(spool, SPOOL_CHUNK);
	pthread_mutex_unlock(&spool->store->lock);
	if (!spool->head) {
		spool_free(spool);
		return NULL;
	}
	return spool;
}

void spool_free(struct spool *spool)
{
	struct spool_store *store;
	struct chunk *chunk, *next;

	if (!spool)
		return;
	store = spool->store;
	end_filer(store);
	for (chunk = spool->head; chunk; chunk = next) {
		next = atomic_load(&chunk->next);
		unlist(store, chunk);
		chunk_free(chunk);
	}
	if (spool->owns_store)
		spool_store_free(store);
	free(spool);
}

/* A new tail with room for @len bytes. */
static int grow(struct spool *spool, size_t len)
{
	struct spool_store *store = spool->store;
	size_t size = len > SPOOL_CHUNK ? len : SPOOL_CHUNK;
	struct chunk *full = spool->tail, *next;
	int err = 0;

	pthread_mutex_lock(&store->lock);
	if (spool->resident >= ALWAYS &&
		(size > store->limit || store->used > store->limit - size)) {
		err = -ENOBUFS;
	} else {
		next = chunk_new(spool, size);
		if (next) {
			if (full != spool->head && full->size == SPOOL_CHUNK)
				list(store, full);
			atomic_store_explicit(&full->next, next, memory_order_release);
			spool->tail = next;
		} else {
			err = -ENOMEM;
		}
	}
	if (is_crowded(store))
		want_filer(store);
	pthread_mutex_unlock(&store->lock);
	return err;
}

int spool_put(struct spool *spool, const struct record *record, size_t len)
{
	struct chunk *tail = spool->tail;
	size_t used = atomic_load_explicit(&tail->used, memory_order_relaxed);

	if (len < sizeof(*record) || len % 8 || record->size != len)
		return -EBADMSG;
	if (tail->size - used < len) {
		int err = grow(spool, len);

		if (err)
			return err;
		tail = spool->tail;
		used = 0;
	}
	memcpy(tail->bytes + used, record, len);
	atomic_store_explicit(&tail->used, used + len, memory_order_release);
	return 0;
}

/* From the head, which is used up, to its successor. */
static int advance(struct spool *spool, struct chunk *next)
{
	struct spool_store *store = spool->store;
	struct chunk *former = spool->head;
	int err = 0;

	pthread_mutex_lock(&store->lock);
	former->left = true;
	if (!former->filing)
		chunk_free(former);
	spool->head = next;
	spool->head_at = 0;
	unlist(store, next);
	next->kept = next->filing;
	if (!next->bytes) {
		next->bytes = take_bytes(store, next->size);
		spool->resident += next->bytes != NULL;
		pthread_mutex_unlock(&store->lock);
		err = next->bytes ? read_chunk(store, next) : -ENOMEM;
		pthread_mutex_lock(&store->lock);
		give_slot(store, next->slot);
		if (is_crowded(store))
			want_filer(store);
	}
	pthread_mutex_unlock(&store->lock);
	return err;
}

const struct record *spool_peek(struct spool *spool)
{
	while (!spool->error) {
		struct chunk *head = spool->head;
		struct chunk *next = atomic_load_explicit(&head->next, memory_order_acquire);

		/* `next` was read before `used`: with a successor, `used` is final. */
		if (spool->head_at < atomic_load_explicit(&head->used, memory_order_acquire))
			return (const struct record *)(head->bytes + spool->head_at);
		if (!next)
			return NULL;
		spool->error = advance(spool, next);
	}
	return NULL;
}

int spool_error(const struct spool *spool)
{
	return spool->error;
}

void spool_drop(struct spool *spool)
{
	const struct record *record = (const struct record *)(spool->head->bytes + spool->head_at);

	spool->head_at += record->size;
}
