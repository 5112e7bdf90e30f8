// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * See proc-status.h.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "proc-status.h"

int proc_status_text(pid_t tid, const char *field, char *ret_text, size_t size)
{
	char path[64], line[512];
	size_t len = strlen(field);
	int err = -ENOENT;
	FILE *file;

	snprintf(path, sizeof(path), "/proc/%d/status", tid);
	file = fopen(path, "re");
	if (!file)
		return -ESRCH;
	/* The pieces of a line that is longer (Groups) begin with digits. */
	while (err && fgets(line, sizeof(line), file)) {
		const char *text = line + len + 1;

		if (strncmp(line, field, len) || line[len] != ':')
			continue;
		text += strspn(text, " \t");
		snprintf(ret_text, size, "%.*s", (int)strcspn(text, "\n"), text);
		err = 0;
	}
	fclose(file);
	return err;
}

long long proc_status(pid_t tid, const char *field, int base)
{
	char text[256], *end;
	long long number;

	if (proc_status_text(tid, field, text, sizeof(text)))
		return -1;
	number = strtoll(text, &end, base);
	return end == text ? -1 : number;
}

const char *proc_status_no_calls(pid_t tid)
{
	char state[8] = "";

	if (proc_status_text(tid, "State", state, sizeof(state)))
		return "there is no such process";
	if (*state == 'Z' || *state == 'X')
		return "it has ended and only waits for its parent (a zombie)";
	if (proc_status(tid, "VmSize", 10) < 0)
		return "it is a thread of the kernel, which makes no system calls";
	return NULL;
}
