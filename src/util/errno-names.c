// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * See errno-names.h. The ordinary errors are glibc's; numbers and names from 512 on are those of
 * the kernel's include/linux/errno.h.
 */
#include <string.h>
#include "errno-names.h"

enum { FIRST_INTERNAL = 512 };

static const struct {
	const char *name;
	const char *text;
} internal[] = {
	[0] = {"ERESTARTSYS", "To be restarted if SA_RESTART is set"},
	[1] = {"ERESTARTNOINTR", "To be restarted"},
	[2] = {"ERESTARTNOHAND", "To be restarted if no handler"},
	[3] = {"ENOIOCTLCMD", "Unknown error 515"},
	[4] = {"ERESTART_RESTARTBLOCK", "Interrupted by signal"},
	[5] = {"EPROBE_DEFER", "Unknown error 517"},
	[6] = {"EOPENSTALE", "Unknown error 518"},
	[9] = {"EBADHANDLE", "Unknown error 521"},
	[10] = {"ENOTSYNC", "Unknown error 522"},
	[11] = {"EBADCOOKIE", "Unknown error 523"},
	[12] = {"ENOTSUPP", "Unknown error 524"},
	[13] = {"ETOOSMALL", "Unknown error 525"},
	[14] = {"ESERVERFAULT", "Unknown error 526"},
	[15] = {"EBADTYPE", "Unknown error 527"},
	[16] = {"EJUKEBOX", "Unknown error 528"},
	[17] = {"EIOCBQUEUED", "Unknown error 529"},
	[18] = {"ERECALLCONFLICT", "Unknown error 530"},
};

static bool is_internal(int number)
{
	return number >= FIRST_INTERNAL &&
	       number < FIRST_INTERNAL + (int)(sizeof(internal) / sizeof(*internal));
}

const char *errno_name(int number)
{
	if (is_internal(number))
		return internal[number - FIRST_INTERNAL].name;
	if (number == 95)
		return "EOPNOTSUPP"; /* glibc calls it ENOTSUP, which is the same number */
	return strerrorname_np(number);
}

const char *errno_text(int number)
{
	return is_internal(number) ? internal[number - FIRST_INTERNAL].text
				   : strerrordesc_np(number);
}

bool errno_is_restart(int number)
{
	return number == 512 || number == 513 || number == 514 || number == 516;
}
