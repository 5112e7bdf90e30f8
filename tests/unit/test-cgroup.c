// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * cgroup.c: the least limit counts, of whichever group and version; what is not a limit does not.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>
#include "util/cgroup.h"

static char directory[] = "/tmp/faultless-test-cgroup.XXXXXX";

static void put(const char *name, const char *text)
{
	char command[256];
	FILE *file;

	snprintf(command, sizeof(command), "mkdir -p \"$(dirname '%s/%s')\"", directory, name);
	assert_int_equal(system(command), 0);
	snprintf(command, sizeof(command), "%s/%s", directory, name);
	file = fopen(command, "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static uint64_t limit_of(const char *groups)
{
	char list[128], mount[128];

	put("list", groups);
	snprintf(list, sizeof(list), "%s/list", directory);
	snprintf(mount, sizeof(mount), "%s/mount", directory);
	return cgroup_memory_limit(list, mount);
}

static void version_2(void **state)
{
	(void)state;
	put("mount/memory.max", "max\n");
	put("mount/a/memory.max", "1000000\n");
	put("mount/a/b/memory.max", "3000000\n");
	put("mount/a/c/memory.max", "max\n");
	put("mount/a/d/memory.max", "500\n");
	assert_int_equal(limit_of("0::/a\n"), 1000000);
	assert_int_equal(limit_of("0::/a/b\n"), 1000000);
	assert_int_equal(limit_of("0::/a/c\n"), 1000000);
	assert_int_equal(limit_of("0::/a/d\n"), 500);
	assert_true(limit_of("0::/\n") == UINT64_MAX);
	assert_true(limit_of("0::/e\n") == UINT64_MAX);
}

static void version_1(void **state)
{
	(void)state;
	put("mount/memory/memory.limit_in_bytes", "9223372036854771712\n");
	put("mount/memory/f/memory.limit_in_bytes", "2000\n");
	assert_int_equal(limit_of("5:pids:/a\n4:memory:/f\n0::/\n"), 2000);
	assert_int_equal(limit_of("4:cpu,memory:/f/g\n"), 2000);
	assert_int_equal(limit_of("4:cpu,memory:/f\n0::/a/d\n"), 500);
	assert_true(limit_of("4:memory:/\n") > UINT32_MAX);
	assert_true(limit_of("4:memory2:/f\n") == UINT64_MAX);
}

static void nothing_known(void **state)
{
	(void)state;
	assert_true(limit_of("") == UINT64_MAX);
	assert_true(limit_of("what\n::\n:\n") == UINT64_MAX);
	assert_true(cgroup_memory_limit("/nonexistent", "/sys/fs/cgroup") == UINT64_MAX);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(version_2),
		cmocka_unit_test(version_1),
		cmocka_unit_test(nothing_known),
	};
	char command[128];
	int failed;

	if (!mkdtemp(directory))
		return 1;
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	snprintf(command, sizeof(command), "rm -rf %s", directory);
	return system(command) || failed;
}
