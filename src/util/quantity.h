/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Numbers with a unit, as users write them. Called by options.c, which says what was wrong.
 */
#ifndef FAULTLESS_QUANTITY_H
#define FAULTLESS_QUANTITY_H

#include <stddef.h>
#include <stdint.h>

/*
 * quantity_time - reads "1.5ms": a number as of strtod and s, ms, us (also meant by none) or ns. Returns 0, or -EINVAL
 * if it is none, negative or over @max_ns.
 */
int quantity_time(const char *text, int64_t max_ns, int64_t *ret_ns);

/* quantity_size - reads "64M": digits and K, M, G or nothing. Returns 0, or -EINVAL if it is none or under @min. */
int quantity_size(const char *text, size_t min, size_t *ret_bytes);

#endif
