// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * The seccomp filter of the ptrace engine: which calls stop, and that the kernel can keep its answers to all others in
 * its bitmap, so that it need not run the filter for them. It does so for a call whose answer depends on nothing but
 * its number and the architecture, found by instructions out of a short list (Linux 5.11).
 */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <linux/audit.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <cmocka.h>
#include "desc/desc.h"
#include "desc/nr-x86_64.h"
#include "engine-ptrace-seccomp.h"

#define DEPENDS 1u /* no SECCOMP_RET_*: on more than number and architecture */

static struct sock_filter filter[ENGINE_PTRACE_FILTER_MAX];
static size_t len;

/* The answer to @data; without @with_args as far as the kernel can know it beforehand. */
static uint32_t answer(const struct seccomp_data *data, bool with_args)
{
	uint32_t a = 0;

	for (size_t at = 0; at < len; at++) {
		const struct sock_filter *i = &filter[at];

		switch (i->code) {
		case BPF_LD | BPF_W | BPF_ABS:
			assert_true(i->k + sizeof(a) <= sizeof(*data));
			if (!with_args && i->k != offsetof(struct seccomp_data, nr) &&
				i->k != offsetof(struct seccomp_data, arch))
				return DEPENDS;
			memcpy(&a, (const char *)data + i->k, sizeof(a));
			break;
		case BPF_JMP | BPF_JEQ | BPF_K:
			at += a == i->k ? i->jt : i->jf;
			break;
		case BPF_JMP | BPF_JGE | BPF_K:
			at += a >= i->k ? i->jt : i->jf;
			break;
		case BPF_RET | BPF_K:
			return i->k;
		default:
			fail_msg("instruction %zu has code 0x%x", at, i->code);
		}
	}
	fail_msg("the filter has no end");
	return 0;
}

static uint32_t answer_to(uint32_t nr, uint32_t arch, uint64_t arg)
{
	struct seccomp_data data = {.nr = nr, .arch = arch, .args = {arg}};

	return answer(&data, true);
}

static void check(const struct filter_calls *calls)
{
	uint32_t beyond = calls->beyond ? SECCOMP_RET_TRACE : SECCOMP_RET_ALLOW;
	bool compat = calls->beyond;

	len = engine_ptrace_seccomp(calls, filter);
	assert_in_range(len, 1, BPF_MAXINSNS);
	for (uint32_t nr = 0; nr < FILTER_CALLS + 10; nr++) {
		struct seccomp_data data = {.nr = nr, .arch = AUDIT_ARCH_X86_64};
		/* The bits above are those of 32-bit calls. */
		bool has = nr < DESC_COMPAT ? filter_calls_has(calls, nr) : calls->beyond;
		uint32_t wanted = has ? SECCOMP_RET_TRACE : SECCOMP_RET_ALLOW;

		assert_int_equal(
			answer(&data, true), nr == NR_seccomp ? SECCOMP_RET_TRACE : wanted);
		if (nr == NR_prctl)
			assert_int_equal(answer(&data, false), DEPENDS);
		else
			assert_int_equal(answer(&data, false), answer(&data, true));
	}
	assert_int_equal(answer_to(NR_prctl, AUDIT_ARCH_X86_64, PR_SET_SECCOMP), SECCOMP_RET_TRACE);
	/* Calls of other tables: by the 32-bit entry, all of them if one is wanted; of x32. */
	for (uint32_t nr = DESC_COMPAT; nr < FILTER_CALLS; nr++)
		compat |= filter_calls_has(calls, nr);
	assert_int_equal(answer_to(NR_read, AUDIT_ARCH_I386, 0),
		compat ? SECCOMP_RET_TRACE : SECCOMP_RET_ALLOW);
	assert_int_equal(answer_to(0x40000000 | NR_read, AUDIT_ARCH_X86_64, 0), beyond);
}

static void want(struct filter_calls *calls, unsigned nr)
{
	calls->bits[nr / 64] |= 1ull << nr % 64;
}

static void lets_pass_what_is_not_wanted(void **state)
{
	struct filter_calls calls = {0};

	(void)state;
	check(&calls);
	want(&calls, NR_read);
	check(&calls);
	want(&calls, NR_prctl - 1);
	want(&calls, NR_prctl + 1);
	want(&calls, NR_seccomp - 1);
	want(&calls, FILTER_CALLS - 1);
	check(&calls);
	want(&calls, NR_prctl);
	want(&calls, NR_seccomp);
	calls.beyond = true;
	check(&calls);
}

static void is_never_too_long(void **state)
{
	struct filter_calls calls = {0};

	(void)state;
	for (unsigned nr = 0; nr < FILTER_CALLS; nr += 2)
		want(&calls, nr);
	check(&calls);
	assert_in_range(len, DESC_COMPAT, ENGINE_PTRACE_FILTER_MAX);
}

static void is_none_where_all_is_wanted(void **state)
{
	struct filter_calls calls = {.beyond = true};

	(void)state;
	memset(calls.bits, 0xff, sizeof(calls.bits));
	assert_int_equal(engine_ptrace_seccomp(&calls, filter), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lets_pass_what_is_not_wanted),
		cmocka_unit_test(is_never_too_long),
		cmocka_unit_test(is_none_where_all_is_wanted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
