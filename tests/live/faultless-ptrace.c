// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * faultless with the ptrace engine, for tests that call it by one name. No script: a shell would change the environment
 * of what is traced.
 */
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	char **words = calloc(argc + 2, sizeof(*words)), self[PATH_MAX] = "", path[PATH_MAX + 32];

	if (!words || readlink("/proc/self/exe", self, sizeof(self) - 1) < 0)
		return 1;
	snprintf(path, sizeof(path), "%s/../../faultless", dirname(self));
	words[0] = path;
	words[1] = "--engine=ptrace";
	memcpy(words + 2, argv + 1, argc * sizeof(*argv));
	execv(path, words);
	perror(path);
	return 1;
}
