// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * See ring.h. The map as the kernel shows it: a page with the consumer's position, a page with the producer's, the
 * data.
 */
#include <errno.h>
#include <linux/bpf.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include "ring.h"

enum {
	LARGEST = 1 << 16, /* bytes of a record */
	GIVE_BACK =
		1 << 16, /* the producer gets its room back in pieces of at least so many bytes */
};

struct ring {
	unsigned long *consumer;
	const unsigned long *producer;
	const unsigned char *data;
	size_t size; /* a power of two */
	size_t page;
	bool awaits;
	uint64_t joined[LARGEST / 8]; /* a record that lies across the end */
};

int ring_new(int fd, size_t size, struct ring **ret_ring)
{
	struct ring *ring = calloc(1, sizeof(*ring));
	void *map;

	if (!ring)
		return -ENOMEM;
	ring->size = size;
	ring->page = sysconf(_SC_PAGESIZE);
	map = mmap(NULL, ring->page, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	if (map != MAP_FAILED) {
		ring->consumer = map;
		map = mmap(NULL, ring->page + size, PROT_READ, MAP_SHARED, fd, ring->page);
	}
	if (map == MAP_FAILED) {
		int err = -errno;

		ring_free(ring);
		return err;
	}
	ring->producer = map;
	ring->data = (const unsigned char *)map + ring->page;
	*ret_ring = ring;
	return 0;
}

void ring_free(struct ring *ring)
{
	if (!ring)
		return;
	if (ring->consumer)
		munmap(ring->consumer, ring->page);
	if (ring->producer)
		munmap((void *)ring->producer, ring->page + ring->size);
	free(ring);
}

/* The @len bytes at @at in one piece. */
static const void *in_one_piece(struct ring *ring, size_t at, size_t len)
{
	size_t first = ring->size - at;

	if (len <= first)
		return ring->data + at;
	memcpy(ring->joined, ring->data + at, first);
	memcpy((char *)ring->joined + first, ring->data, len - first);
	return ring->joined;
}

int ring_drain(struct ring *ring, ring_take *take, void *context)
{
	unsigned long end = __atomic_load_n(ring->producer, __ATOMIC_ACQUIRE);
	unsigned long at = *ring->consumer, given = at;
	int taken = 0, err = 0;

	ring->awaits = false;
	while (at < end && !err) {
		size_t offset = at & (ring->size - 1);
		const uint32_t *head = (const uint32_t *)(ring->data + offset);
		uint32_t len = __atomic_load_n(head, __ATOMIC_ACQUIRE);
		unsigned long next;

		ring->awaits = len & BPF_RINGBUF_BUSY_BIT;
		if (ring->awaits)
			break;
		next = at + ((BPF_RINGBUF_HDR_SZ + (len & ~BPF_RINGBUF_DISCARD_BIT) + 7) & ~7ul);
		if (!(len & BPF_RINGBUF_DISCARD_BIT)) {
			offset = (at + BPF_RINGBUF_HDR_SZ) & (ring->size - 1);
			err = len > LARGEST ? -EBADMSG
					    : take(context, in_one_piece(ring, offset, len), len);
			if (err > 0)
				break;
			taken++;
		}
		at = next;
		if (at - given >= GIVE_BACK) {
			__atomic_store_n(ring->consumer, at, __ATOMIC_RELEASE);
			given = at;
		}
	}
	__atomic_store_n(ring->consumer, at, __ATOMIC_RELEASE);
	return err < 0 ? err : taken;
}

bool ring_awaits(const struct ring *ring)
{
	return ring->awaits;
}
