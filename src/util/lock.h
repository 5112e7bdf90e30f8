/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The lock between threads of which one must not wait long: whoever holds it has the priority of whoever waits for it.
 * The tracer's reader runs at a high priority and its formatter at the lowest, perhaps on processors that others keep
 * busy.
 */
#ifndef FAULTLESS_UTIL_LOCK_H
#define FAULTLESS_UTIL_LOCK_H

#include <pthread.h>

static inline void lock_init(pthread_mutex_t *lock)
{
	pthread_mutexattr_t attributes;

	pthread_mutexattr_init(&attributes);
	pthread_mutexattr_setprotocol(&attributes, PTHREAD_PRIO_INHERIT);
	pthread_mutex_init(lock, &attributes);
	pthread_mutexattr_destroy(&attributes);
}

#endif
