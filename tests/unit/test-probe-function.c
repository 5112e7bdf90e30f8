// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * probe-function.c finds one function of the kernel for each call that is wanted and has something to read at its
 * entry, whether or not there is a call of that name by the 32-bit entry too.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>
#include <cmocka.h>
#include "filter.h"
#include "kernel-btf.h"
#include "probe-function.h"

static struct kernel_btf *kernel;

static size_t functions_of(const char *calls)
{
	struct plan_config config = {.string_limit = 32};
	struct filter_calls wanted = {0};
	struct probe_functions *functions;
	struct plan_set *plans;
	const char *bad;
	char error[256] = "";
	size_t count;

	assert_int_equal(filter_parse_calls(calls, &wanted, error, sizeof(error)), 0);
	assert_int_equal(plan_set_new(&config, wanted.bits, &plans, &bad), 0);
	assert_int_equal(probe_functions_new(kernel, plans, &functions), 0);
	count = probe_functions_count(functions);
	probe_functions_free(functions);
	plan_set_free(plans);
	return count;
}

static void one_for_each_call(void **state)
{
	(void)state;
	assert_int_equal(functions_of("openat"), 1);
	assert_int_equal(functions_of("openat@64"), 1);
	assert_int_equal(functions_of("openat,write,close,getpid"), 2);
	assert_in_range(functions_of("all"), 100, 512);
}

static void none_for_the_32_bit_entry(void **state)
{
	struct plan_config config = {.string_limit = 32};
	struct filter_calls wanted = {0};
	struct probe_functions *functions = NULL;
	struct plan_set *plans;
	const char *bad;
	char error[256] = "";

	(void)state;
	assert_int_equal(filter_parse_calls("openat@32", &wanted, error, sizeof(error)), 0);
	assert_int_equal(plan_set_new(&config, wanted.bits, &plans, &bad), 0);
	assert_int_not_equal(probe_functions_new(kernel, plans, &functions), 0);
	plan_set_free(plans);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_for_each_call),
		cmocka_unit_test(none_for_the_32_bit_entry),
	};
	int failed;

	if (kernel_btf_open(&kernel)) {
		puts("the kernel has no BTF");
		return 77;
	}
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	kernel_btf_free(kernel);
	return failed;
}
