// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * The op interpreter over a memory of our own, whose pages are there, cold (only a read that may fault
 * finds them) or absent. What comes out is compared as text: "op@address:bytes " for each blob, ! behind a
 * string that ends there, ~ behind one that was cut; FAULT and LOST for what could not be read.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "capture-native.h"

enum { PAGE = 4096, NPAGES = 32, BASE = 0x10000, END = BASE + NPAGES * PAGE, MAX_OPS = 16 };
enum page { PAGE_THERE, PAGE_COLD, PAGE_ABSENT };

static unsigned char memory[NPAGES * PAGE];
static enum page pages[NPAGES];
static struct op ops[MAX_OPS];
static unsigned nops;
static struct capture capture;
static unsigned steps;

static size_t copy_memory(void *context, bool fault, void *dst, size_t n, uint64_t addr)
{
	size_t got = 0;

	(void)context;
	while (got < n) {
		uint64_t at = addr + got;
		size_t piece = PAGE - at % PAGE;

		if (at < BASE || at >= END || pages[(at - BASE) / PAGE] == PAGE_ABSENT)
			break;
		if (pages[(at - BASE) / PAGE] == PAGE_COLD) {
			if (!fault)
				break;
			pages[(at - BASE) / PAGE] = PAGE_THERE;
		}
		if (piece > n - got)
			piece = n - got;
		memcpy((char *)dst + got, memory + (at - BASE), piece);
		got += piece;
	}
	return got;
}

static struct capture_hooks hooks = {.ops = ops, .memory = copy_memory};

static int set_up(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(memory); i++)
		memory[i] = 'a' + i % 23;
	memset(pages, 0, sizeof(pages));
	memset(ops, 0, sizeof(ops));
	nops = 0;
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	free(hooks.bytes);
	hooks.bytes = NULL;
	hooks.size = 0;
	return 0;
}

static void set_page(uint64_t addr, enum page page)
{
	pages[(addr - BASE) / PAGE] = page;
}

static void poke(uint64_t addr, const void *bytes, size_t n)
{
	memcpy(memory + (addr - BASE), bytes, n);
}

static void poke_word(uint64_t addr, uint64_t word)
{
	poke(addr, &word, sizeof(word));
}

static void poke_string(uint64_t addr, const char *string)
{
	poke(addr, string, strlen(string) + 1);
}

/* Ops by hand, with the neutral values of plan-build.c. */
static struct op *op(enum op_kind kind, unsigned ptr, unsigned skip)
{
	struct op *new = &ops[nops++];

	assert_true(nops <= MAX_OPS);
	*new = (struct op){.kind = kind,
		.ptr = ptr,
		.len = VALUE_NONE,
		.cap = VALUE_NONE,
		.scale = 1,
		.max = ~0u,
		.skip = skip};
	hooks.nops = nops;
	return new;
}

static void mem(unsigned ptr, unsigned n, unsigned skip)
{
	op(OP_MEM, ptr, skip)->fixed = n;
}

static void str(unsigned ptr, unsigned max, unsigned skip)
{
	op(OP_STR, ptr, skip)->max = max;
}

static void load(unsigned dst, unsigned offset, unsigned width)
{
	struct op *o = op(OP_LOAD, 0, 0);

	o->dst = dst;
	o->offset = offset;
	o->scale = width;
}

static void each(unsigned ptr, unsigned n, unsigned dst, unsigned scale, unsigned skip)
{
	struct op *o = op(OP_EACH, ptr, skip);

	o->fixed = n;
	o->dst = dst;
	o->scale = scale;
}

static void next(unsigned dst, unsigned scale)
{
	struct op *o = op(OP_NEXT, 0, 0);

	o->dst = dst;
	o->scale = scale;
}

/* ---- what comes out ---- */

static const char *words(const struct record *record)
{
	static char text[1 << 16];
	size_t len = 0;

	text[0] = 0;
	assert_true(record_check(record, record->size));
	for (const struct blob *b = record_first_blob(record); b; b = record_next_blob(record, b)) {
		len += sprintf(text + len, "%u@%#llx:", b->op, (unsigned long long)b->addr);
		if (b->origin == ORIGIN_FAULT || b->origin == ORIGIN_LOST)
			len += sprintf(text + len, b->origin == ORIGIN_FAULT ? "FAULT" : "LOST");
		else if (b->len > 40)
			len += sprintf(text + len, "<%u>", b->len);
		else
			len += sprintf(text + len, "%.*s", (int)b->len, (const char *)(b + 1));
		len += sprintf(text + len, "%s%s ", b->flags & BLOB_NUL ? "!" : "",
			b->flags & BLOB_CUT ? "~" : "");
		assert_true(len < sizeof(text) - 128);
	}
	return text;
}

static const __u64 *arguments(uint64_t a, uint64_t b, uint64_t c)
{
	static __u64 args[6];

	args[0] = a;
	args[1] = b;
	args[2] = c;
	return args;
}

/* Runs the ops as an entry; @failed as in capture_run. */
static const char *run(const __u64 *args, unsigned failed, bool fault)
{
	native_begin(&capture, &hooks, args);
	native_prepare(&capture, 0, nops, 0, ~0ULL, ORIGIN_ENTRY, failed);
	steps = native_run(&capture, &hooks, fault);
	return words(native_end(&capture, &hooks, 0, 0));
}

static const char *entry(uint64_t a, uint64_t b, uint64_t c)
{
	return run(arguments(a, b, c), 0, false);
}

/* ---- OP_MEM ---- */

static void memory_is_read_or_noted(void **state)
{
	(void)state;
	mem(0, 4, 1);
	assert_string_equal(entry(BASE, 0, 0), "0@0x10000:abcd ");
	assert_int_equal(capture.todo[0], 0);
	assert_string_equal(entry(BASE + PAGE - 4, 0, 0), "0@0x10ffc:vwab ");
	set_page(BASE + PAGE, PAGE_COLD);
	assert_string_equal(entry(BASE + PAGE - 3, 0, 0), "0@0x10ffd:wab ");
	assert_int_equal(capture.todo[0], 1);
	assert_string_equal(entry(BASE + PAGE, 0, 0), "");
	assert_int_equal(capture.todo[0], 1);
	assert_string_equal(entry(END - 3, 0, 0), "0@0x2fffd:pqr ");
	assert_int_equal(capture.todo[0], 1);
	assert_string_equal(entry(UINT64_MAX - 1, 0, 0), "");
}

static void nothing_is_read_at_null_or_of_no_length(void **state)
{
	(void)state;
	op(OP_MEM, 0, 1)->len = 1;
	assert_string_equal(entry(0, 8, 0), "");
	assert_string_equal(entry(BASE, 0, 0), "");
	assert_string_equal(entry(5, 0, 0), "");
	assert_int_equal(capture.todo[0], 0);
}

static void a_length_is_as_wide_as_it_says(void **state)
{
	struct op *o = op(OP_MEM, 0, 1);

	(void)state;
	o->len = 1;
	o->max = 8;
	assert_string_equal(entry(BASE, 3, 0), "0@0x10000:abc ");
	assert_string_equal(entry(BASE, 9, 0), "0@0x10000:abcdefgh ");
	assert_string_equal(entry(BASE, 1ULL << 63, 0), "0@0x10000:abcdefgh ");
	assert_string_equal(entry(BASE, 0xabcd00000003, 0), "0@0x10000:abcdefgh ");
	o->flags = OP_U32;
	assert_string_equal(entry(BASE, 0xabcd00000003, 0), "0@0x10000:abc ");
	assert_string_equal(entry(BASE, 0xffffffff, 0), "0@0x10000:abcdefgh ");
	o->flags = OP_S32;
	assert_string_equal(entry(BASE, 0xabcd00000003, 0), "0@0x10000:abc ");
	assert_string_equal(entry(BASE, 0xffffffff, 0), "");
}

static void lengths_scale_and_are_bounded(void **state)
{
	struct op *o = op(OP_MEM, 0, 1);

	(void)state;
	o->len = 1;
	o->scale = 4;
	assert_string_equal(entry(BASE, 2, 0), "0@0x10000:abcdefgh ");
	o->cap = 2;
	assert_string_equal(entry(BASE, 2, 3), "0@0x10000:abc ");
	assert_string_equal(entry(BASE, UINT64_MAX, 3), "0@0x10000:abc ");
	o->fixed = 4096; /* as mincore: one element a page */
	o->scale = 1;
	assert_string_equal(entry(BASE, 4097, 9), "0@0x10000:ab ");
	o->offset = -8;
	assert_string_equal(entry(BASE + 16, 4096, 9), "0@0x10008:i ");
}

static void chunks_and_fragments_join(void **state)
{
	const struct record *record;
	const struct blob *blob;

	(void)state;
	mem(0, 3 * PAGE + 5, 1);
	mem(1, 4, 2);
	assert_string_equal(entry(BASE + 100, BASE, 0), "0@0x10064:<12293> 1@0x10000:abcd ");
	assert_true(hooks.fragments > 3);
	record = (const struct record *)hooks.bytes;
	blob = record_first_blob(record);
	assert_memory_equal(blob + 1, memory + 100, 3 * PAGE + 5);
}

static void of_what_ends_at_a_page_the_part_before_it_is_read(void **state)
{
	(void)state;
	mem(0, 3 * PAGE, 1);
	set_page(BASE + PAGE, PAGE_ABSENT);
	assert_string_equal(entry(BASE + PAGE - 4, 0, 0), "0@0x10ffc:vwab ");
	assert_int_equal(capture.todo[0], 1);
	native_begin(&capture, &hooks, arguments(BASE + PAGE - 4, 0, 0));
	native_prepare(&capture, 0, nops, 0, ~0ULL, ORIGIN_LATE, 0);
	native_run(&capture, &hooks, false);
	assert_string_equal(words(native_end(&capture, &hooks, 0, 0)), "");
	assert_int_equal(capture.todo[0], 1);
	assert_string_equal(run(arguments(BASE + PAGE - 4, 0, 0), ORIGIN_FAULT, true),
		"0@0x10ffc:vwab 0@0x11000:FAULT ");
	assert_string_equal(run(arguments(BASE + 10, 0, 0), ORIGIN_FAULT, true),
		"0@0x1000a:<4086> 0@0x11000:FAULT ");
	assert_string_equal(
		run(arguments(BASE + PAGE + 1, 0, 0), ORIGIN_FAULT, true), "0@0x11001:FAULT ");
	assert_int_equal(capture.todo[0], 0);
	assert_int_equal(capture.data_lost, 0);
}

/* ---- OP_STR ---- */

static void strings_end_at_the_nul_or_are_cut(void **state)
{
	(void)state;
	str(0, 5, 1);
	poke_string(BASE, "");
	poke_string(BASE + 8, "abcd");
	poke_string(BASE + 16, "abcde");
	assert_string_equal(entry(BASE, 0, 0), "0@0x10000:! ");
	assert_string_equal(entry(BASE + 8, 0, 0), "0@0x10008:abcd! ");
	assert_string_equal(entry(BASE + 16, 0, 0), "0@0x10010:abcde~ ");
	assert_string_equal(entry(BASE + 32, 0, 0), "0@0x10020:jklmn~ ");
	assert_string_equal(entry(0, 0, 0), "");
}

static void a_string_whose_second_page_is_absent_is_not_there(void **state)
{
	(void)state;
	str(0, 100, 1);
	set_page(BASE + PAGE, PAGE_ABSENT);
	assert_string_equal(entry(BASE + PAGE - 10, 0, 0), "");
	assert_int_equal(capture.todo[0], 1);
	assert_string_equal(
		run(arguments(BASE + PAGE - 10, 0, 0), ORIGIN_FAULT, true), "0@0x10ff6:FAULT ");
	assert_int_equal(capture.todo[0], 0);
	assert_int_equal(capture.data_lost, 0);
	poke_string(BASE + PAGE - 3, "ab");
	assert_string_equal(entry(BASE + PAGE - 3, 0, 0), "0@0x10ffd:ab! ");
}

static void long_strings_go_on_from_chunk_to_chunk(void **state)
{
	static const unsigned lengths[] = {2038, 2039, 2040, 2041, 4079, 4080, 4081, 6120, 9000};

	(void)state;
	str(0, 9001, 1);
	for (size_t i = 0; i < sizeof(lengths) / sizeof(*lengths); i++) {
		const struct blob *blob;
		char text[64];

		set_up(NULL);
		str(0, 9001, 1);
		memory[lengths[i] + 8] = 0;
		snprintf(text, sizeof(text), "0@0x10008:<%u>! ", lengths[i]);
		assert_string_equal(entry(BASE + 8, 0, 0), text);
		blob = record_first_blob((struct record *)hooks.bytes);
		assert_memory_equal(blob + 1, memory + 8, lengths[i]);
	}
	set_up(NULL);
	str(0, 5000, 1);
	assert_string_equal(entry(BASE, 0, 0), "0@0x10000:<5000>~ ");
}

/* Its first chunks have left when it fails: no end, so nobody takes it for the string. */
static void a_long_string_that_fails_has_no_end(void **state)
{
	(void)state;
	str(0, 100000, 1);
	set_page(BASE + 3 * PAGE, PAGE_ABSENT);
	assert_string_equal(run(arguments(BASE, 0, 0), ORIGIN_FAULT, true),
		"0@0x10000:<12240> 0@0x10000:FAULT ");
	assert_string_equal(run(arguments(BASE + 2 * PAGE, 0, 0), ORIGIN_LOST, true),
		"0@0x12000:<4080> 0@0x12000:LOST ");
	assert_int_equal(capture.data_lost, 1);
}

/* ---- OP_LOAD ---- */

static void numbers_are_loaded_from_what_was_read(void **state)
{
	(void)state;
	poke_word(BASE, 0x8877665544332211);
	poke_word(BASE + 8, 0x0102030405060708);
	mem(0, 16, 6);
	load(8, 0, 8);
	load(9, 0, 4);
	load(10, 2, 2);
	load(11, 7, 1);
	load(12, 8, 8);
	entry(BASE, 0, 0);
	assert_true(capture.value[8] == 0x8877665544332211);
	assert_true(capture.value[9] == 0x44332211);
	assert_true(capture.value[10] == 0x4433);
	assert_true(capture.value[11] == 0x88);
	assert_true(capture.value[12] == 0x0102030405060708);
}

/* A struct that the program gave shorter than it is: members that it lacks lead nowhere. */
static void what_was_not_read_is_loaded_as_nothing(void **state)
{
	(void)state;
	poke_word(BASE, BASE + 64);
	poke_word(BASE + 8, BASE + 80);
	op(OP_MEM, 0, 5)->len = 1;
	load(8, 0, 8);
	load(9, 8, 8);
	mem(8, 2, 4);
	mem(9, 2, 5);
	memory[64] = 'X';
	memory[80] = 'Y';
	entry(BASE, 16, 0);
	assert_true(capture.value[9] == BASE + 80);
	entry(BASE, 12, 0);
	assert_true(capture.value[8] == BASE + 64);
	assert_true(capture.value[9] == 0);
	entry(BASE, 7, 0);
	assert_true(capture.value[8] == 0);
}

static void what_depends_on_a_failed_read_is_skipped(void **state)
{
	(void)state;
	mem(0, 8, 3);
	load(8, 0, 8);
	mem(8, 4, 3);
	mem(1, 4, 4);
	poke_word(BASE, BASE + 32);
	assert_non_null(strstr(entry(BASE, BASE + 8, 0), "2@0x10020:jklm 3@0x10008:ijkl "));
	assert_string_equal(entry(END, BASE + 8, 0), "3@0x10008:ijkl ");
	assert_int_equal(capture.todo[0], 1);
}

/* ---- arrays ---- */

/* argv: pointers to strings at value[0], ended by NULL, at most @max. */
static void argv_ops(unsigned max)
{
	each(0, max, 8, 8, 6);
	mem(8, 8, 5);
	ops[1].flags = OP_BREAK;
	load(9, 0, 8);
	op(OP_STOP, 9, 6);
	str(9, 10, 5);
	next(8, 8);
	mem(1, 4, 7);
}

/* argv at BASE with @n strings "s0", "s1", ... at @strings, 16 bytes apart. */
static void poke_argv(unsigned n, uint64_t strings)
{
	for (unsigned i = 0; i < n; i++) {
		char text[16];

		snprintf(text, sizeof(text), "s%u", i);
		poke_string(strings + 16 * i, text);
		poke_word(BASE + 8 * i, strings + 16 * i);
	}
	poke_word(BASE + 8 * n, 0);
}

/* The strings of the blobs of op 4, which is argv_ops' OP_STR, and op 6. */
static const char *only_strings(const char *text)
{
	static char kept[4096];

	kept[0] = 0;
	for (const char *p = text; *p; p = strchr(p, ' ') + 1)
		if (*p == '4' || *p == '6')
			strncat(kept, strchr(p, ':') + 1, strchr(p, ' ') - strchr(p, ':'));
	return kept;
}

static void an_array_ends_at_its_null(void **state)
{
	(void)state;
	argv_ops(10);
	poke_argv(3, BASE + PAGE);
	assert_string_equal(only_strings(entry(BASE, BASE + 1024, 0)), "s0! s1! s2! mnop ");
	poke_word(BASE, 0);
	assert_string_equal(only_strings(entry(BASE, BASE + 1024, 0)), "mnop ");
	assert_string_equal(only_strings(entry(0, BASE + 1024, 0)), "mnop ");
}

static void an_array_ends_at_its_bound(void **state)
{
	(void)state;
	argv_ops(2);
	poke_argv(3, BASE + PAGE);
	assert_string_equal(only_strings(entry(BASE, BASE + 1024, 0)), "s0! s1! mnop ");
}

static void an_array_breaks_at_an_element_that_is_absent(void **state)
{
	(void)state;
	argv_ops(100);
	set_page(BASE + PAGE, PAGE_ABSENT);
	for (unsigned i = 1; i <= 2; i++)
		poke_word(BASE + PAGE - 8 * i, BASE + 2 * PAGE);
	poke_string(BASE + 2 * PAGE, "x");
	assert_string_equal(only_strings(entry(BASE + PAGE - 16, BASE + 1024, 0)), "x! x! mnop ");
	assert_int_equal(capture.todo[0], 1); /* the array, not the op within it */
	assert_non_null(strstr(
		run(arguments(BASE + PAGE - 16, 0, 0), ORIGIN_FAULT, true), "1@0x11000:FAULT "));
}

static void a_string_that_is_absent_does_not_break_the_array(void **state)
{
	(void)state;
	argv_ops(100);
	poke_argv(3, BASE + PAGE);
	poke_word(BASE + 8, END);
	assert_string_equal(only_strings(entry(BASE, 0, 0)), "s0! s2! ");
	assert_int_equal(capture.todo[0], 1);
	assert_string_equal(
		only_strings(run(arguments(BASE, 0, 0), ORIGIN_FAULT, true)), "s0! FAULT s2! ");
}

/* Iovecs at value[0], value[1] of them, their bytes together at most value[2]. */
static void iovec_ops(void)
{
	each(0, 0, 8, 16, 6);
	ops[0].len = 1;
	ops[0].max = 8;
	ops[0].cap = 2;
	mem(8, 16, 5);
	ops[1].flags = OP_BREAK;
	load(9, 0, 8);
	load(10, 8, 8);
	op(OP_MEM, 9, 5)->len = 10;
	ops[4].cap = VALUE_BUDGET;
	ops[4].flags = OP_CONSUME;
	ops[4].max = 6;
	next(8, 16);
}

static void the_bytes_of_an_array_share_a_budget(void **state)
{
	(void)state;
	iovec_ops();
	for (unsigned i = 0; i < 4; i++) {
		poke_word(BASE + 16 * i, BASE + PAGE + 23 * 10 * i);
		poke_word(BASE + 16 * i + 8, 10);
	}
	/* 6 of each are read, but 10 were wanted: the budget counts these. */
	assert_string_equal(only_strings(entry(BASE, 4, 100)), "cdefgh cdefgh cdefgh cdefgh ");
	assert_string_equal(only_strings(entry(BASE, 4, 23)), "cdefgh cdefgh cde ");
	assert_string_equal(only_strings(entry(BASE, 4, 20)), "cdefgh cdefgh ");
	assert_string_equal(only_strings(entry(BASE, 1, 100)), "cdefgh ");
	assert_string_equal(only_strings(entry(BASE, 4, 0)), "");
	poke_word(BASE + 8, UINT64_MAX);
	assert_string_equal(only_strings(entry(BASE, 4, 100)), "cdefgh ");
}

static void an_array_without_end_is_bounded(void **state)
{
	(void)state;
	iovec_ops();
	entry(BASE, UINT64_MAX, UINT64_MAX);
	assert_in_range(steps, 8, 60);
	set_up(NULL);
	each(0, 1 << 16, 8, 8, 3); /* longer than all memory */
	mem(8, 8, 2);
	ops[1].flags = OP_BREAK;
	next(8, 8);
	native_begin(&capture, &hooks, arguments(BASE, 0, 0));
	native_prepare(&capture, 0, nops, 0, ~0ULL, ORIGIN_ENTRY, 0);
	assert_in_range(native_run(&capture, &hooks, false), 2 * NPAGES * PAGE / 8, 3 << 16);
}

/* Arrays in arrays: at value[0] two groups {pointer, count} of bytes. */
static void arrays_nest(void **state)
{
	const char *text;

	(void)state;
	each(0, 3, 8, 16, 8);
	mem(8, 16, 7);
	ops[1].flags = OP_BREAK;
	load(9, 0, 8);
	load(10, 8, 8);
	each(9, 0, 11, 4, 7);
	ops[4].len = 10;
	ops[4].max = 3;
	mem(11, 2, 6);
	ops[5].flags = OP_BREAK;
	next(11, 4);
	next(8, 16);
	for (unsigned i = 0; i < 3; i++) {
		poke_word(BASE + 16 * i, BASE + PAGE + 23 * 8 * i);
		poke_word(BASE + 16 * i + 8, 3 - i);
	}
	text = entry(BASE, 0, 0);
	assert_non_null(strstr(text, "5@0x11000:cd 5@0x11004:gh 5@0x11008:kl 1@"));
	assert_non_null(strstr(text, "5@0x110b8:cd 5@0x110bc:gh 1@"));
	assert_non_null(strstr(text, "5@0x11170:cd "));
	/* The inner array breaks; the outer goes on. */
	poke_word(BASE, BASE + 2 * PAGE - 4);
	set_page(BASE + 2 * PAGE, PAGE_COLD);
	text = entry(BASE, 0, 0);
	assert_non_null(strstr(text, "5@0x11ffc:"));
	assert_null(strstr(text, "5@0x12000:"));
	assert_non_null(strstr(text, "5@0x110b8:cd 5@0x110bc:gh 1@"));
	assert_int_equal(capture.todo[0], 1);
	assert_int_equal(capture.run.depth, 0);
}

/* ---- stage two ---- */

static void only_what_is_asked_for_runs_with_what_depends_on_it(void **state)
{
	(void)state;
	mem(0, 8, 3);
	load(8, 0, 8);
	mem(8, 2, 3);
	argv_ops(4);
	for (unsigned i = 3; i < nops; i++)
		ops[i].skip += ops[i].skip ? 3 : 0;
	ops[3].ptr = 1;
	ops[9].ptr = 2;
	poke_word(BASE + 512, BASE + 600);
	poke_argv(2, BASE + PAGE);
	native_begin(&capture, &hooks, arguments(BASE + 512, BASE, BASE + 1024));
	native_prepare(&capture, 0, nops, 0, 1 << 0 | 1 << 9, ORIGIN_LATE, 0);
	native_run(&capture, &hooks, false);
	assert_non_null(
		strstr(words(native_end(&capture, &hooks, 0, 0)), " 2@0x10258:cd 9@0x10400:mnop "));
	native_begin(&capture, &hooks, arguments(BASE + 512, BASE, BASE + 1024));
	native_prepare(&capture, 0, nops, 0, 1 << 3, ORIGIN_LATE, 0);
	native_run(&capture, &hooks, false);
	assert_non_null(strstr(words(native_end(&capture, &hooks, 0, 0)), "7@0x11010:s1! "));
	assert_int_equal(((struct blob *)(hooks.bytes + CAPTURE_HEAD))->op, 4);
	assert_int_equal(((struct blob *)(hooks.bytes + CAPTURE_HEAD))->origin, ORIGIN_LATE);
}

static void moved_memory_keeps_its_old_addresses(void **state)
{
	(void)state;
	argv_ops(4);
	poke_argv(1, BASE + PAGE);
	native_begin(&capture, &hooks, arguments(BASE, 0, 0));
	native_prepare(&capture, 0, 6, 0, 1, ORIGIN_LATE, ORIGIN_LOST)->rebase = 0x1000;
	native_run(&capture, &hooks, false);
	native_end(&capture, &hooks, 0, 0);
	assert_int_equal(((struct blob *)(hooks.bytes + CAPTURE_HEAD))->addr, BASE - 0x1000);
	assert_non_null(strstr(words((struct record *)hooks.bytes), " 4@0x11000:s0! "));
	set_page(BASE, PAGE_ABSENT);
	native_begin(&capture, &hooks, arguments(BASE, 0, 0));
	native_prepare(&capture, 0, 6, 0, 1, ORIGIN_LATE, ORIGIN_LOST)->rebase = 0x1000;
	native_run(&capture, &hooks, false);
	assert_string_equal(words(native_end(&capture, &hooks, 0, 0)), "1@0xf000:LOST ");
}

/* By address, op, those that failed first, then the longer first. */
static int compare_blobs(const void *a, const void *b)
{
	const struct blob *x = *(const struct blob *const *)a, *y = *(const struct blob *const *)b;

	if (x->addr != y->addr)
		return x->addr < y->addr ? -1 : 1;
	if (x->op != y->op)
		return x->op < y->op ? -1 : 1;
	if ((x->origin >= ORIGIN_FAULT) != (y->origin >= ORIGIN_FAULT))
		return x->origin >= ORIGIN_FAULT ? -1 : 1;
	return x->len == y->len ? 0 : x->len > y->len ? -1 : 1;
}

/* The usable data of a record, sorted, each once, a byte's origin aside. To be freed. */
static char *image(const struct record *record)
{
	static const struct blob *blobs[1 << 18];
	const struct blob *last = NULL;
	unsigned n = 0;
	size_t at = 0;
	char *text;

	for (const struct blob *b = record_first_blob(record); b; b = record_next_blob(record, b)) {
		if (b->origin < ORIGIN_FAULT && b->flags & BLOB_STRING &&
			!(b->flags & (BLOB_NUL | BLOB_CUT)))
			continue;
		blobs[n++] = b;
		assert_true(n < sizeof(blobs) / sizeof(*blobs));
	}
	qsort(blobs, n, sizeof(*blobs), compare_blobs);
	text = calloc(64, n + 1);
	for (unsigned i = 0; i < n; last = blobs[i++]) {
		uint64_t sum = 0;

		/* A beginning of one that was read whole, or that failed, is what left before a chunk failed. */
		if (last && last->addr == blobs[i]->addr && last->op == blobs[i]->op)
			continue;
		for (unsigned byte = 0; byte < blobs[i]->len; byte++)
			sum = sum * 31 + ((const unsigned char *)(blobs[i] + 1))[byte];
		at += sprintf(text + at, "%u@%llx/%x:%u:%llx\n", blobs[i]->op,
			(unsigned long long)blobs[i]->addr, blobs[i]->flags, blobs[i]->len,
			(unsigned long long)sum);
	}
	return text;
}

static struct plan_set *all_plans(void)
{
	static const struct plan_config config = {.string_limit = 100};
	static uint64_t wanted[PLAN_NR / 64];
	struct plan_set *set;
	const char *bad;

	memset(wanted, 0xff, sizeof(wanted));
	assert_int_equal(plan_set_new(&config, wanted, &set, &bad), 0);
	return set;
}

/* Memory full of pointers into itself, so that every plan has much to follow. */
static void fill_with_pointers(void)
{
	for (unsigned i = 0; i < sizeof(memory); i += 8) {
		unsigned kind = rand() % 8;

		poke_word(BASE + i, kind == 0	? 0
				    : kind == 1 ? (unsigned)rand() % 40
				    : kind == 2 ? END - 50u + (unsigned)rand() % 100
						: BASE + (unsigned)rand() % sizeof(memory));
	}
}

/*
 * For every plan there is: a run that found pages cold, followed by runs of what it left to do, gives the
 * data that one run gives where all is warm.
 */
static void stage_two_completes_stage_one(void **state)
{
	struct plan_set *set = all_plans();
	unsigned cold = 0;

	(void)state;
	srand(7);
	hooks.ops = set->ops;
	hooks.nops = set->nops;
	for (unsigned i = 0; i < 4 * set->nplans; i++) {
		const struct plan *plan = &set->plans[i % set->nplans];
		__u64 args[6];
		char *warm, *completed;

		if (i % set->nplans == 0)
			fill_with_pointers();
		for (unsigned a = 0; a < 6; a++)
			args[a] = rand() % 3 ? BASE + (unsigned)rand() % sizeof(memory)
					     : (unsigned)rand() % 100;
		memset(pages, 0, sizeof(pages));
		warm = image(native_call(&capture, &hooks, plan, 0, args, 50, NULL));
		for (unsigned p = 0; p < NPAGES; p++)
			pages[p] = rand() % 2 ? PAGE_COLD : PAGE_THERE;
		completed = image(native_call(&capture, &hooks, plan, 0, args, 50, NULL));
		cold += capture.run.failed == ORIGIN_FAULT;
		if (strcmp(warm, completed)) {
			size_t same = 0;

			while (warm[same] == completed[same])
				same++;
			while (same && warm[same - 1] != '\n')
				same--;
			fail_msg("plan %u: warm\n%.200s\ncompleted\n%.200s", i % set->nplans,
				warm + same, completed + same);
		}
		free(warm);
		free(completed);
	}
	assert_in_range(cold, 100, 1 << 20);
	plan_set_free(set);
	hooks.ops = ops;
}

int main(void)
{
#define TEST(f_) cmocka_unit_test_setup_teardown(f_, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(memory_is_read_or_noted),
		TEST(nothing_is_read_at_null_or_of_no_length),
		TEST(a_length_is_as_wide_as_it_says),
		TEST(lengths_scale_and_are_bounded),
		TEST(chunks_and_fragments_join),
		TEST(of_what_ends_at_a_page_the_part_before_it_is_read),
		TEST(strings_end_at_the_nul_or_are_cut),
		TEST(a_string_whose_second_page_is_absent_is_not_there),
		TEST(long_strings_go_on_from_chunk_to_chunk),
		TEST(a_long_string_that_fails_has_no_end),
		TEST(numbers_are_loaded_from_what_was_read),
		TEST(what_was_not_read_is_loaded_as_nothing),
		TEST(what_depends_on_a_failed_read_is_skipped),
		TEST(an_array_ends_at_its_null),
		TEST(an_array_ends_at_its_bound),
		TEST(an_array_breaks_at_an_element_that_is_absent),
		TEST(a_string_that_is_absent_does_not_break_the_array),
		TEST(the_bytes_of_an_array_share_a_budget),
		TEST(an_array_without_end_is_bounded),
		TEST(arrays_nest),
		TEST(only_what_is_asked_for_runs_with_what_depends_on_it),
		TEST(moved_memory_keeps_its_old_addresses),
		TEST(stage_two_completes_stage_one),
	};

	return cmocka_run_group_tests_name("capture", tests, NULL, NULL);
}
