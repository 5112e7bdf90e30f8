// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * The plan: what is read for some calls, as text, and rules that the plans of all calls keep, so that the
 * interpreter (capture.h) can run them as they are.
 */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <asm/termbits.h>
#include <asm/ioctls.h>
#include <linux/futex.h>
#include <cmocka.h>
#include "capture-native.h"
#include "desc/nr-i386.h"
#include "desc/nr-x86_64.h"
#include "filter.h"
#include "plan.h"
#include "plan-dump.h"

static const struct filter_calls no_calls;
static const struct plan_config usual = {.string_limit = 32};

static struct plan_set *make(const struct plan_config *config)
{
	static uint64_t wanted[PLAN_NR / 64];
	struct plan_set *set;
	const char *bad = "";
	int err;

	memset(wanted, 0xff, sizeof(wanted));
	err = plan_set_new(config, wanted, &set, &bad);
	if (err)
		fail_msg("%s: %s", bad, strerror(-err));
	return set;
}

static const char *dump(const struct plan_set *set, uint32_t nr, const __u64 *args)
{
	static char text[8192];
	const struct plan *plan = plan_find(set, nr, args);
	size_t len;

	assert_non_null(plan);
	len = plan_dump(set, plan, text, sizeof(text));
	assert_int_equal(len, strlen(text));
	return text;
}

/* ---- golden ---- */

/* clang-format off */
static const struct {
	uint32_t nr;
	__u64 args[6];
	const char *plan;
} golden[] = {
	{NR_read, {0},
		"exit\n"
		" 0 MEM arg1 n ret max 32 skip 1\n"},
	{NR_write, {0},
		"entry\n"
		" 0 MEM arg1 n arg2 max 32 skip 1\n"},
	{NR_openat, {0},
		"entry\n"
		" 0 STR arg1 max 4096\n"},
	{NR_execve, {0},
		"entry\n"
		" 0 STR arg0 max 4096\n"
		" 1 EACH arg1 n 33 max 33 as v8 skip 7\n"
		" 2 MEM v8 n 8 skip 6\n"
		" 3 LOAD v9 = [0:8]\n"
		" 4 STOP v9 skip 7\n"
		" 5 STR v9 max 33\n"
		" 6 NEXT v8 += 8\n"
		" 7 EACH arg2 n 65536 max 65536 as v10 skip 12\n"
		" 8 MEM v10 n 8 skip 11\n"
		" 9 LOAD v11 = [0:8]\n"
		"10 STOP v11 skip 12\n"
		"11 NEXT v10 += 8\n"},
	{NR_readv, {0},
		"entry\n"
		" 0 EACH arg1 n arg2 cap ret max 33 as v8 skip 3\n"
		" 1 MEM v8 n 16 max 16 skip 2\n"
		" 2 NEXT v8 += 16\n"
		"exit\n"
		" 0 EACH arg1 n arg2 cap ret max 33 as v9 skip 6\n"
		" 1 MEM v9 n 16 max 16 skip 5\n"
		" 2 LOAD v10 = [0:8]\n"
		" 3 LOAD v11 = [8:8]\n"
		" 4 MEM v10 n v11 cap budget max 32 skip 5\n"
		" 5 NEXT v9 += 16\n"},
	{NR_writev, {0},
		"entry\n"
		" 0 EACH arg1 n arg2 max 33 as v8 skip 6\n"
		" 1 MEM v8 n 16 max 16 skip 5\n"
		" 2 LOAD v9 = [0:8]\n"
		" 3 LOAD v10 = [8:8]\n"
		" 4 MEM v9 n v10 max 32 skip 5\n"
		" 5 NEXT v8 += 16\n"},
	{NR_sendto, {0},
		"entry\n"
		" 0 NETLINK arg0 ? 1048576 : 32 to v8 skip 1\n"
		" 1 MEM arg1 n arg2 limit v8 max 1048576 skip 2\n"
		" 2 MEM arg4 n arg5:s32 max 128 skip 3\n"},
	{NR_recvmsg, {0},
		"entry\n"
		" 0 MEM arg1 n 56 max 56 skip 1\n"
		"exit\n"
		" 0 NETLINK arg0 ? 1048576 : 32 to v8 skip 1\n"
		" 1 MEM arg1 n 56 max 56 skip 16\n"
		" 2 LOAD v9 = [0:8]\n"
		" 3 LOAD v10 = [8:4]\n"
		" 4 LOAD v11 = [16:8]\n"
		" 5 LOAD v12 = [24:8]\n"
		" 6 LOAD v13 = [32:8]\n"
		" 7 LOAD v14 = [40:8]\n"
		" 8 MEM v9 n v10:s32 max 128 skip 9\n"
		" 9 EACH v11 n v12 cap ret max 33 as v15 skip 15\n"
		"10 MEM v15 n 16 max 16 skip 14\n"
		"11 LOAD v16 = [0:8]\n"
		"12 LOAD v17 = [8:8]\n"
		"13 MEM v16 n v17 cap budget limit v8 max 1048576 skip 14\n"
		"14 NEXT v15 += 16\n"
		"15 MEM v13 n v14 max 65536 skip 16\n"},
	{NR_sendmmsg, {0},
		"entry\n"
		" 0 NETLINK arg0 ? 1048576 : 32 to v8 skip 1\n"
		" 1 EACH arg1 n arg2:u32 max 33 as v9 skip 18\n"
		" 2 MEM v9 n 64 max 64 skip 17\n"
		" 3 LOAD v10 = [0:8]\n"
		" 4 LOAD v11 = [8:4]\n"
		" 5 LOAD v12 = [16:8]\n"
		" 6 LOAD v13 = [24:8]\n"
		" 7 LOAD v14 = [32:8]\n"
		" 8 LOAD v15 = [40:8]\n"
		" 9 MEM v10 n v11:s32 max 128 skip 10\n"
		"10 EACH v12 n v13 max 33 as v16 skip 16\n"
		"11 MEM v16 n 16 max 16 skip 15\n"
		"12 LOAD v17 = [0:8]\n"
		"13 LOAD v18 = [8:8]\n"
		"14 MEM v17 n v18 limit v8 max 1048576 skip 15\n"
		"15 NEXT v16 += 16\n"
		"16 MEM v14 n v15 max 65536 skip 17\n"
		"17 NEXT v9 += 64\n"
		"exit\n"
		" 0 MEM arg1 n arg2:u32*64 max 2112 skip 1\n"},
	{NR_recvmmsg, {0},
		"entry\n"
		" 0 MEM arg4 n 16 max 16 skip 1\n"
		" 1 MEM arg1 n arg2:u32*64 max 2112 skip 2\n"
		"exit\n"
		" 0 NETLINK arg0 ? 1048576 : 32 to v8 skip 1\n"
		" 1 EACH arg1 n ret max 33 as v9 skip 19\n"
		" 2 MEM v9 n 64 max 64 skip 18\n"
		" 3 LOAD v10 = [0:8]\n"
		" 4 LOAD v11 = [8:4]\n"
		" 5 LOAD v12 = [16:8]\n"
		" 6 LOAD v13 = [24:8]\n"
		" 7 LOAD v14 = [56:4]\n"
		" 8 LOAD v15 = [32:8]\n"
		" 9 LOAD v16 = [40:8]\n"
		"10 MEM v10 n v11:s32 max 128 skip 11\n"
		"11 EACH v12 n v13 cap v14 max 33 as v17 skip 17\n"
		"12 MEM v17 n 16 max 16 skip 16\n"
		"13 LOAD v18 = [0:8]\n"
		"14 LOAD v19 = [8:8]\n"
		"15 MEM v18 n v19 cap budget limit v8 max 1048576 skip 16\n"
		"16 NEXT v17 += 16\n"
		"17 MEM v15 n v16 max 65536 skip 18\n"
		"18 NEXT v9 += 64\n"
		"19 MEM arg4 n 16 max 16 skip 20\n"},
	{NR_accept4, {0},
		"entry\n"
		" 0 MEM arg2 n 4 skip 2\n"
		" 1 LOAD v8 = [0:4]\n"
		"exit\n"
		" 0 MEM arg2 n 4 skip 3\n"
		" 1 LOAD v9 = [0:4]\n"
		" 2 MEM arg1 n v9:s32 cap v8 max 128 skip 3\n"
		" 3 MEM arg2 n 1*4 max 4 skip 4\n"},
	{NR_getsockname, {0},
		"entry\n"
		" 0 MEM arg2 n 4 skip 2\n"
		" 1 LOAD v8 = [0:4]\n"
		"exit\n"
		" 0 MEM arg2 n 4 skip 3\n"
		" 1 LOAD v9 = [0:4]\n"
		" 2 MEM arg1 n v9:s32 cap v8 max 128 skip 3\n"
		" 3 MEM arg2 n 1*4 max 4 skip 4\n"},
	{NR_nanosleep, {0},
		"entry\n"
		" 0 MEM arg0 n 16 max 16 skip 1\n"
		"exit\n"
		" 0 MEM arg1 n 16 max 16 skip 1\n"},
	{NR_poll, {0},
		"entry\n"
		" 0 MEM arg0 n arg1:u32*8 max 32768 skip 1\n"
		"exit\n"
		" 0 MEM arg0 n arg1:u32*8 max 32768 skip 1\n"},
	{NR_select, {0},
		"entry\n"
		" 0 MEM arg1 n arg0:s32/64*8 max 65536 skip 1\n"
		" 1 MEM arg2 n arg0:s32/64*8 max 65536 skip 2\n"
		" 2 MEM arg3 n arg0:s32/64*8 max 65536 skip 3\n"
		" 3 MEM arg4 n 16 max 16 skip 4\n"
		"exit\n"
		" 0 MEM arg1 n arg0:s32/64*8 max 65536 skip 1\n"
		" 1 MEM arg2 n arg0:s32/64*8 max 65536 skip 2\n"
		" 2 MEM arg3 n arg0:s32/64*8 max 65536 skip 3\n"
		" 3 MEM arg4 n 16 max 16 skip 4\n"},
	{NR_wait4, {0},
		"exit\n"
		" 0 MEM arg1 n 1*4 max 132 skip 1\n"
		" 1 MEM arg3 n 144 max 144 skip 2\n"},
	{NR_clone3, {0},
		"entry\n"
		" 0 MEM arg0 n arg1 max 88 skip 4\n"
		" 1 LOAD v8 = [64:8]\n"
		" 2 LOAD v9 = [72:8]\n"
		" 3 MEM v8 n v9*4 max 132 skip 4\n"
		" 4 WHEN arg1 & 0xffffffffffffffff > 0x58 skip 6\n"
		" 5 MEM arg0 n arg1 max 4096 skip 6\n"
		"exit\n"
		" 0 MEM arg0 n arg1 max 88 skip 8\n"
		" 1 LOAD v10 = [8:8]\n"
		" 2 LOAD v11 = [0:8]\n"
		" 3 LOAD v12 = [24:8]\n"
		" 4 WHEN v11 & 0x1000 skip 6\n"
		" 5 MEM v10 n 1*4 max 4 skip 6\n"
		" 6 WHEN v11 & 0x100000 skip 8\n"
		" 7 MEM v12 n 1*4 max 4 skip 8\n"
		" 8 WHEN arg1 & 0xffffffffffffffff > 0x58 skip 10\n"
		" 9 MEM arg0 n arg1 max 4096 skip 10\n"},
	{NR_perf_event_open, {0},
		"entry\n"
		" 0 MEM arg0 n 64 skip 3\n"
		" 1 LOAD v8 = [4:4]\n"
		" 2 MEM arg0 n v8 max 144 skip 3\n"
		"exit\n"
		" 0 MEM arg0 n 64 skip 3\n"
		" 1 LOAD v9 = [4:4]\n"
		" 2 MEM arg0 n v9 max 144 skip 3\n"},
	{NR_mincore, {0},
		"exit\n"
		" 0 MEM arg2 n arg1/4096 max 33 skip 1\n"},
	{NR_rt_sigreturn, {0},
		"entry\n"
		" 0 MEM sp+296 n 8 max 8 skip 1\n"},
	{NR_exit_group, {0},
		""},
	{NR_ioctl, {0, TCGETS},
		"exit\n"
		" 0 MEM arg2 n 36 max 36 skip 1\n"},
	{NR_futex, {0, FUTEX_WAIT | FUTEX_PRIVATE_FLAG},
		"entry\n"
		" 0 MEM arg3 n 16 max 16 skip 1\n"},
};
/* clang-format on */

static void plans_are_as_expected(void **state)
{
	struct plan_set *set = make(&usual);

	(void)state;
	for (size_t i = 0; i < sizeof(golden) / sizeof(*golden); i++)
		assert_string_equal(dump(set, golden[i].nr, golden[i].args), golden[i].plan);
	plan_set_free(set);
	plan_set_free(NULL);
}

static void verbose_reads_the_environment(void **state)
{
	static const struct plan_config config = {.string_limit = 100, .abbrev = &no_calls};
	static const __u64 args[6];
	struct plan_set *set = make(&config);

	(void)state;
	assert_string_equal(dump(set, NR_execve, args),
		"entry\n"
		" 0 STR arg0 max 4096\n"
		" 1 EACH arg1 n 65536 max 65536 as v8 skip 7\n"
		" 2 MEM v8 n 8 skip 6\n"
		" 3 LOAD v9 = [0:8]\n"
		" 4 STOP v9 skip 7\n"
		" 5 STR v9 max 101\n"
		" 6 NEXT v8 += 8\n"
		" 7 EACH arg2 n 65536 max 65536 as v10 skip 13\n"
		" 8 MEM v10 n 8 skip 12\n"
		" 9 LOAD v11 = [0:8]\n"
		"10 STOP v11 skip 13\n"
		"11 STR v11 max 101\n"
		"12 NEXT v10 += 8\n");
	plan_set_free(set);
}

static void whole_data_are_read_whole(void **state)
{
	static const struct plan_config config = {.string_limit = 32, .whole_data = true};
	static const __u64 args[6];
	struct plan_set *set = make(&config);

	(void)state;
	assert_string_equal(dump(set, NR_write, args),
		"entry\n"
		" 0 MEM arg1 n arg2 max 1073741824 skip 1\n");
	assert_string_equal(dump(set, NR_getcwd, args), "exit\n"
							" 0 STR arg0 max 4096\n");
	plan_set_free(set);
}

static void descriptors_are_described(void **state)
{
	static const struct plan_config config = {.string_limit = 32, .descriptors = true};
	static const __u64 args[6];
	struct plan_set *set = make(&config);

	(void)state;
	/* Behind the data, whose first op may have a meaning (the path of execve). */
	assert_string_equal(dump(set, NR_openat, args), "entry\n"
							" 0 STR arg1 max 4096\n"
							" 1 FD arg0 skip 2\n"
							"exit\n"
							" 0 FD ret skip 1\n");
	assert_string_equal(dump(set, NR_pipe2, args), "exit\n"
						       " 0 EACH arg0 n 2 max 33 as v8 skip 5\n"
						       " 1 MEM v8 n 4 skip 4\n"
						       " 2 LOAD v9 = [0:4]\n"
						       " 3 FD v9 skip 4\n"
						       " 4 NEXT v8 += 4\n");
	/* Each element at the entry; at the exit only what the note picks from. */
	assert_string_equal(dump(set, NR_poll, args),
		"entry\n"
		" 0 EACH arg0 n arg1:u32 max 33 as v8 skip 5\n"
		" 1 MEM v8 n 8 max 8 skip 4\n"
		" 2 LOAD v9 = [0:4]\n"
		" 3 FD v9 skip 4\n"
		" 4 NEXT v8 += 8\n"
		"exit\n"
		" 0 MEM arg0 n arg1:u32*8 max 32768 skip 1\n");
	plan_set_free(set);
}

static void no_data_reads_nothing(void **state)
{
	static const struct plan_config config = {.string_limit = 32, .no_data = true};
	struct plan_set *set = make(&config);

	(void)state;
	assert_int_equal(set->nops, 0);
	for (unsigned i = 0; i < set->nplans; i++)
		assert_int_equal(set->plans[i].nentry + set->plans[i].nexit, 0);
	plan_set_free(set);
}

static void only_wanted_calls_have_plans(void **state)
{
	static const __u64 args[6] = {0, TCGETS};
	uint64_t wanted[PLAN_NR / 64] = {1 << NR_read | 1 << NR_ioctl};
	struct plan_set *set;
	const char *bad;

	(void)state;
	assert_int_equal(plan_set_new(&usual, wanted, &set, &bad), 0);
	assert_non_null(plan_find(set, NR_read, args));
	assert_null(plan_find(set, NR_write, args));
	assert_null(plan_find(set, PLAN_NR - 1, args));
	assert_null(plan_find(set, PLAN_NR, args));
	assert_null(plan_find(set, UINT32_MAX, args));
	for (unsigned nr = 0; nr < PLAN_NR; nr++)
		assert_int_equal(set->selectors[nr].wanted, nr == NR_read || nr == NR_ioctl);
	for (unsigned i = 0; i < set->ncases; i++)
		assert_int_equal(set->cases[i].key.nr, NR_ioctl);
	plan_set_free(set);
}

static void forms_of_a_call_have_their_own(void **state)
{
	static const __u64 get[6] = {0, TCGETS}, set_[6] = {0, TCSETS}, other[6] = {0, 0x12345678};
	struct plan_set *set = make(&usual);

	(void)state;
	assert_ptr_not_equal(plan_find(set, NR_ioctl, get), plan_find(set, NR_ioctl, set_));
	assert_string_equal(dump(set, NR_ioctl, set_), "entry\n"
						       " 0 MEM arg2 n 36 max 36 skip 1\n");
	assert_string_equal(dump(set, NR_ioctl, other), "");
	plan_set_free(set);
}

static void a_dump_is_cut_to_its_buffer(void **state)
{
	static const __u64 args[6];
	struct plan_set *set = make(&usual);
	const struct plan *plan = plan_find(set, NR_execve, args);
	char whole[4096], *cut;

	(void)state;
	plan_dump(set, plan, whole, sizeof(whole));
	for (size_t size = 0; size < 64; size++) {
		cut = malloc(size + !size);
		assert_int_equal(plan_dump(set, plan, cut, size), size ? size - 1 : 0);
		assert_memory_equal(cut, whole, size ? size - 1 : 0);
		free(cut);
	}
	plan_set_free(set);
}

/* ---- rules ---- */

/* One phase of one plan, as it is checked op by op. */
struct phase {
	const struct op *ops;
	unsigned n, at;
	unsigned loop[PLAN_MAX_DEPTH]; /* the EACHs that `at` is in */
	unsigned depth;
	unsigned set_at[NVALUES]; /* by which op a value is set; ~0: by none */
	unsigned valid[NVALUES];  /* up to which op it is */
	const char *broken;
};

static void expect(struct phase *p, bool good, const char *what)
{
	if (!good && !p->broken)
		p->broken = what;
}

static void check_use(struct phase *p, unsigned v, bool by_exit)
{
	if (v < VALUE_RET || v == VALUE_NONE)
		return;
	if (v == VALUE_RET)
		expect(p, by_exit, "the return value is not there at entry");
	else
		expect(p, p->set_at[v] < p->at && p->at < p->valid[v],
			"an op that needs a value is not among those skipped if it has none");
}

static void define(struct phase *p, unsigned v, unsigned until)
{
	expect(p, v >= VALUE_LOADED && v < VALUE_BUDGET, "a value has no place");
	p->set_at[v] = p->at;
	p->valid[v] = until;
}

static void check_load(struct phase *p, const struct op *op)
{
	unsigned mem = p->at;
	uint64_t most;

	while (mem && p->ops[mem].kind == OP_LOAD)
		mem--;
	expect(p, p->ops[mem].kind == OP_MEM, "a load does not follow a read");
	most = p->ops[mem].len == VALUE_NONE ? (uint64_t)p->ops[mem].fixed * p->ops[mem].scale
					     : ~0ULL;
	if (p->ops[mem].max < most)
		most = p->ops[mem].max;
	expect(p, op->offset >= 0 && op->offset + op->scale <= most,
		"a load is outside what is read");
	expect(p, most <= CAPTURE_CHUNK - 8, "a load is from more than one chunk");
	expect(p, op->scale == 1 || op->scale == 2 || op->scale == 4 || op->scale == 8,
		"a load has an odd width");
	define(p, op->dst, p->ops[mem].skip);
}

static void check_read(struct phase *p, const struct op *op, bool exit)
{
	unsigned end = p->depth ? p->ops[p->loop[p->depth - 1]].skip - 1u : p->n;

	check_use(p, op->ptr, exit);
	expect(p, op->skip > p->at && op->skip <= end, "a read skips out of its loop");
	expect(p, !(op->flags & OP_BREAK) || p->depth, "a read breaks no loop");
	if (op->kind == OP_STR) {
		expect(p, op->max < ~0u, "a string has no bound");
		return;
	}
	expect(p, op->max < ~0u || op->len == VALUE_NONE, "a read has no bound");
	check_use(p, op->len, exit);
	if (op->cap != VALUE_BUDGET && p->set_at[op->cap] != ~0u)
		check_use(p, op->cap, exit);
	if (op->flags & OP_LIMITED)
		check_use(p, op->dst, exit);
	if (op->cap == VALUE_BUDGET)
		expect(p, p->depth && op->flags & OP_CONSUME,
			"a budget is used outside of an array");
}

static void check_each(struct phase *p, const struct op *op, bool exit)
{
	check_use(p, op->ptr, exit);
	check_use(p, op->len, exit);
	expect(p, op->cap != VALUE_BUDGET, "an array is bounded by a budget");
	expect(p, op->max < ~0u || op->len == VALUE_NONE, "an array has no bound");
	expect(p, op->skip > p->at + 1 && op->skip <= p->n && p->ops[op->skip - 1].kind == OP_NEXT,
		"an array does not skip to behind its end");
	expect(p, p->depth < PLAN_MAX_DEPTH, "arrays are too deep");
	if (p->broken)
		return;
	p->loop[p->depth++] = p->at;
	define(p, op->dst, op->skip);
}

static void check_next(struct phase *p, const struct op *op)
{
	const struct op *each;

	expect(p, p->depth, "there is no array to go on with");
	if (p->broken)
		return;
	each = &p->ops[p->loop[--p->depth]];
	expect(p, each->skip == p->at + 1, "an array ends elsewhere than it skips to");
	expect(p, op->dst == each->dst && op->scale == each->scale && op->scale,
		"an array goes on with another");
}

static void check_descriptors(struct phase *p, const struct op *op, bool exit)
{
	check_use(p, op->ptr, exit);
	if (op->kind == OP_FD)
		return;
	check_use(p, op->len, exit);
	expect(p, op->max < ~0u && op->len != VALUE_NONE, "a search for descriptors has no bound");
}

static void check_netlink(struct phase *p, const struct op *op, bool exit)
{
	check_use(p, op->ptr, exit);
	expect(p, op->max && op->max <= op->scale, "a message has a limit that is none");
	define(p, op->dst, p->n);
}

static const char *check_phase(const struct op *ops, unsigned n, bool exit, __u64 always)
{
	struct phase p = {.ops = ops, .n = n};

	memset(p.set_at, 0xff, sizeof(p.set_at));
	expect(&p, n <= PLAN_MAX_OPS, "it has too many ops");
	for (p.at = 0; p.at < n && !p.broken; p.at++) {
		const struct op *op = &ops[p.at];
		bool ran = exit && !(always >> p.at & 1); /* with a return value that is no error */

		if (op->kind == OP_LOAD)
			check_load(&p, op);
		else if (op->kind == OP_EACH)
			check_each(&p, op, ran);
		else if (op->kind == OP_NEXT)
			check_next(&p, op);
		else if (op->kind == OP_MEM || op->kind == OP_STR)
			check_read(&p, op, ran);
		else if (op->kind == OP_NAME)
			expect(&p, !exit, "a name is asked for at the exit");
		else if (op->kind == OP_FD || op->kind == OP_FDSET || op->kind == OP_RIGHTS)
			check_descriptors(&p, op, ran);
		else if (op->kind == OP_NETLINK)
			check_netlink(&p, op, ran);
		else if (op->kind == OP_STOP)
			expect(&p, p.depth && op->skip == ops[p.loop[p.depth - 1]].skip,
				"an array is left for elsewhere");
		else if (op->kind == OP_WHEN)
			expect(&p, op->skip > p.at && op->ptr < NVALUES,
				"what is only there sometimes has no end");
		else
			expect(&p, false, "an op is of no kind");
	}
	expect(&p, !p.depth, "an array does not end");
	return p.broken;
}

static void check_set(const struct plan_config *config)
{
	struct plan_set *set = make(config);

	for (unsigned i = 0; i < set->nplans; i++) {
		const struct plan *plan = &set->plans[i];
		const char *broken;
		char text[8192];

		assert_in_range(plan->first + plan->nentry + plan->nexit, 0, set->nops);
		broken = check_phase(set->ops + plan->first, plan->nentry, false, 0);
		if (!broken)
			broken = check_phase(set->ops + plan->first + plan->nentry, plan->nexit,
				true, plan->always);
		if (broken) {
			plan_dump(set, plan, text, sizeof(text));
			fail_msg("%s:\n%s", broken, text);
		}
	}
	plan_set_free(set);
}

static void every_plan_can_be_run(void **state)
{
	(void)state;
	check_set(&usual);
	check_set(&(struct plan_config){.string_limit = 0});
	check_set(&(struct plan_config){.string_limit = UINT32_MAX, .abbrev = &no_calls});
	check_set(&(struct plan_config){
		.string_limit = 100, .abbrev = &no_calls, .whole_data = true});
	check_set(&(struct plan_config){
		.string_limit = 32, .descriptors = true, .files = true, .names = true});
	check_set(&(struct plan_config){
		.string_limit = 100, .abbrev = &no_calls, .descriptors = true});
}

static void arguments_of_an_exec_are_known(void **state)
{
	static const unsigned numbers[] = {
		NR_execve, NR_execveat, DESC_COMPAT + NR32_execve, DESC_COMPAT + NR32_execveat};
	static const __u64 args[6];
	struct plan_set *set = make(&usual);

	(void)state;
	for (unsigned i = 0; i < set->nplans; i++) {
		const struct plan *plan = &set->plans[i];
		const struct op *ops = set->ops + plan->first;
		bool exec = false;

		for (unsigned n = 0; n < sizeof(numbers) / sizeof(*numbers); n++)
			exec |= plan == plan_find(set, numbers[n], args);
		assert_int_equal(!!(plan->flags & PLAN_MAY_EXEC), exec);
		if (!exec)
			continue;
		assert_int_equal(ops[0].kind, OP_STR);
		assert_int_equal(ops[plan->argv_op].kind, OP_EACH);
		assert_int_equal(ops[plan->envp_op].kind, OP_EACH);
		assert_int_equal(ops[plan->argv_op].ptr + 1, ops[plan->envp_op].ptr);
	}
	assert_int_equal(plan_find(set, NR_exit, args)->flags, PLAN_NO_RETURN);
	assert_int_equal(plan_find(set, NR_exit_group, args)->flags, PLAN_NO_RETURN);
	plan_set_free(set);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plans_are_as_expected),
		cmocka_unit_test(verbose_reads_the_environment),
		cmocka_unit_test(whole_data_are_read_whole),
		cmocka_unit_test(descriptors_are_described),
		cmocka_unit_test(no_data_reads_nothing),
		cmocka_unit_test(only_wanted_calls_have_plans),
		cmocka_unit_test(forms_of_a_call_have_their_own),
		cmocka_unit_test(a_dump_is_cut_to_its_buffer),
		cmocka_unit_test(every_plan_can_be_run),
		cmocka_unit_test(arguments_of_an_exec_are_known),
	};

	return cmocka_run_group_tests_name("plan", tests, NULL, NULL);
}
