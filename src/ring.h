/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The reading end of a BPF ring buffer, for engine-bpf.c. Unlike libbpf's it takes no more than what is there when it
 * begins, stops before a record that its caller has no room for, and maps the data once, which is half the resident
 * memory.
 */
#ifndef FAULTLESS_RING_H
#define FAULTLESS_RING_H

#include <stdbool.h>
#include <stddef.h>

struct ring;

/* ring_new - the ring buffer map @fd (borrowed) of @size bytes. Returns 0 or -errno. */
int ring_new(int fd, size_t size, struct ring **ret_ring);
void ring_free(struct ring *ring);

/* Takes a record (valid during the call). Returns 0; 1: not now, stop before it; -errno: stop behind it. */
typedef int ring_take(void *context, const void *record, size_t size);

/* ring_drain - gives @take what is there. Returns how many records were taken, or -errno. */
int ring_drain(struct ring *ring, ring_take *take, void *context);

/*
 * ring_awaits - whether the last ring_drain stopped at a record that was still being written: who writes it may have
 * been preempted, and what others have written behind it cannot be had before.
 */
bool ring_awaits(const struct ring *ring);

#endif
