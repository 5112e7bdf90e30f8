/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Flag sets and enums: names of values, in the order they are shown. Values come from the UAPI headers; where those
 * are older than the constant, XV() states it and the comment its source.
 */
#include <fcntl.h>
#include "types.h"

/* clang-format off */

/* ---- files ---- */

FLAGSET(open_flags, 4, "O_???",
	XM(O_ACCMODE, O_RDONLY), XM(O_ACCMODE, O_WRONLY), XM(O_ACCMODE, O_RDWR), X(O_CREAT), X(O_EXCL), X(O_CLOEXEC));
