/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The kernel's clocks as one number, for all that compares times with those of records. */
#ifndef FAULTLESS_CLOCK_H
#define FAULTLESS_CLOCK_H

#include <stdint.h>
#include <time.h>

/* clock_ns - what @clock shows, in ns. */
static inline uint64_t clock_ns(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return t.tv_sec * 1000000000ULL + t.tv_nsec;
}

/* now_ns - CLOCK_MONOTONIC, that of records, in ns. */
static inline uint64_t now_ns(void)
{
	return clock_ns(CLOCK_MONOTONIC);
}

#endif
