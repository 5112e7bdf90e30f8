/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Errors that system calls return: names and texts, those included that the kernel keeps to itself
 * and only a tracer sees.
 */
#ifndef FAULTLESS_ERRNO_NAMES_H
#define FAULTLESS_ERRNO_NAMES_H

#include <stdbool.h>

/* errno_name - "ENOENT"; NULL if @number (positive) has none. */
const char *errno_name(int number);

/* errno_text - "No such file or directory"; NULL if @number has no text of its own. */
const char *errno_text(int number);

/* errno_is_restart - whether the kernel restarts the call or turns the error into EINTR. */
bool errno_is_restart(int number);

#endif
