/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * One-line error messages for modules, which never print: they name the thing, the cause and the
 * way out; main.c reports them.
 */
#ifndef FAULTLESS_ERROR_H
#define FAULTLESS_ERROR_H

#include <stdarg.h>
#include <stddef.h>

/*
 * error_set - writes a message to @ret_error (@size bytes, cut if it does not fit; may be 0 bytes)
 * and returns @code, so that a caller can `return error_set(...)`. Bytes that a terminal might obey
 * become '?'. UTF-8 passes, except for its C1 control characters.
 */
int error_set(char *ret_error, size_t size, int code, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/* error_vset - the same with the arguments as a va_list. */
int error_vset(char *ret_error, size_t size, int code, const char *format, va_list args)
	__attribute__((format(printf, 4, 0)));

#endif
