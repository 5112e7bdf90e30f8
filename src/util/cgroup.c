// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * See cgroup.h.
 */
#include <ctype.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "cgroup.h"

/* The number in @file; UINT64_MAX: there is none ("max"). */
static uint64_t read_limit(const char *file)
{
	FILE *f = fopen(file, "re");
	char text[32];
	uint64_t limit = UINT64_MAX;

	if (f && fgets(text, sizeof(text), f) && isdigit((unsigned char)*text))
		limit = strtoull(text, NULL, 10);
	if (f)
		fclose(f);
	return limit;
}

/* The least limit of the group @path and those around it. A container may see none of the path but its end, as "/". */
static uint64_t least_limit(const char *mount, char *path, const char *file)
{
	uint64_t least = UINT64_MAX, limit;
	char name[2 * PATH_MAX];
	char *end = path + strlen(path);

	for (;;) {
		snprintf(name, sizeof(name), "%s%s/%s", mount, path, file);
		limit = read_limit(name);
		if (limit < least)
			least = limit;
		if (end == path)
			return least;
		while (end > path && *--end != '/')
			;
		*end = 0;
	}
}

static bool has_word(const char *words, const char *word)
{
	size_t len = strlen(word);

	for (; *words; words += strcspn(words, ","), words += *words == ',')
		if (strcspn(words, ",") == len && !memcmp(words, word, len))
			return true;
	return false;
}

uint64_t cgroup_memory_limit(const char *list, const char *mount)
{
	FILE *f = fopen(list, "re");
	uint64_t least = UINT64_MAX, limit;
	char line[PATH_MAX + 256], version_1[PATH_MAX];

	if (!f)
		return UINT64_MAX;
	snprintf(version_1, sizeof(version_1), "%s/memory", mount);
	/* "4:memory:/a/b" is version 1, "0::/a/b" is version 2. */
	while (fgets(line, sizeof(line), f)) {
		char *controllers = strchr(line, ':');
		char *path = controllers ? strchr(controllers + 1, ':') : NULL;

		if (!path)
			continue;
		*controllers++ = 0;
		*path++ = 0;
		path[strcspn(path, "\n")] = 0;
		limit = UINT64_MAX;
		if (!*controllers)
			limit = least_limit(mount, path, "memory.max");
		else if (has_word(controllers, "memory"))
			limit = least_limit(version_1, path, "memory.limit_in_bytes");
		if (limit < least)
			least = limit;
	}
	fclose(f);
	return least;
}
