/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * --features: what faultless can do on this kernel, on one screen.
 */
#ifndef FAULTLESS_KERNEL_FEATURES_H
#define FAULTLESS_KERNEL_FEATURES_H

#include <stdio.h>

struct options;

/*
 * kernel_features_print - writes to @out what this kernel offers, with the fault site that @options force or the best.
 * Loads the probe, attaches nothing. Returns the exit status: 0: data can be captured at entry; 3: some only late;
 * 1: no tracing with BPF.
 */
int kernel_features_print(const struct options *options, FILE *out);

#endif
