/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The decoder: see decode.h.
 */
#include "decode.h"

void decode_text(struct decode *d, const char *format, ...)
{
	(void)d;
	(void)format;
}
