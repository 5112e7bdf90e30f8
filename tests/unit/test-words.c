// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * -X over every print hook and every number of parts that the description has: with raw, no name of a constant is
 * shown; with verbose, what raw shows, and words only behind it, as a comment.
 */
#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "decode.h"
#include "desc/types.h"
#include "sink-recorder.h"

enum { MAX_TYPES = 4096 };

static const struct type *seen[MAX_TYPES];
static unsigned nseen, ntried;

/* Those that show names whatever -X says, as strace does, and why. */
static bool is_excepted(const struct type *type)
{
	return type == &type_wait_status ||	 /* macros of <sys/wait.h>, not constants */
	       type == &type_interrupted_call || /* the name of a call */
	       type == &type_futex_wake ||	 /* that an operation has no name is always said */
	       type == &type_utime_now || type == &type_utime_omit; /* words of a struct */
}

/* Two capitals in a row, or one and '_', within words that a hook shows. */
static bool has_name(const char *shown)
{
	bool words = false;

	for (; *shown; shown++) {
		words ^= *shown == '`';
		if (words && isupper((unsigned char)shown[0]) &&
			(isupper((unsigned char)shown[1]) || shown[1] == '_'))
			return true;
	}
	return false;
}

static const char *show(
	const struct type *type, const unsigned char *bytes, enum options_consts consts)
{
	struct decode_config config = {.string_limit = 32, .consts = consts};
	struct decode *d = decode_new(&config, &recorder);
	const char *shown;

	assert_non_null(d);
	recorded_len = 0;
	decode_bytes(d, type, bytes, type->size, 0x1000);
	shown = recorder_take();
	decode_free(d);
	return shown;
}

static void try(const struct type *type)
{
	static const uint64_t samples[] = {0, 1, 2, 9, 0100644, 04755, 0x8001, 0x80000001,
		8192 * 1024, 0x0102030405060708, 0xfffffffe, UINT32_MAX, UINT64_MAX};
	unsigned char bytes[256] = {0};
	char raw[4096], *end;

	for (unsigned i = 0; i < sizeof(samples) / sizeof(samples[0]); i++) {
		const char *verbose;

		memcpy(bytes, &samples[i], sizeof(samples[i]));
		snprintf(raw, sizeof(raw), "%s", show(type, bytes, OPTIONS_CONSTS_RAW));
		if (has_name(raw))
			fail_msg("%s: -X raw shows %s", type->name, raw);
		verbose = show(type, bytes, OPTIONS_CONSTS_VERBOSE);
		end = strchr(raw, '\0');
		if (type->plain && (strncmp(verbose, raw, end - raw) ||
					   strncmp(verbose + (end - raw), "/*", 2)))
			fail_msg("%s: -X verbose shows %s, raw %s", type->name, verbose, raw);
	}
	ntried++;
}

static void visit_fields(const struct field *fields, unsigned n);

static void visit(const struct type *type)
{
	for (unsigned i = 0; i < nseen; i++)
		if (seen[i] == type)
			return;
	assert_true(nseen < MAX_TYPES);
	seen[nseen++] = type;
	if ((type->kind == KIND_LEAF || type->kind == KIND_PARTS) && type->size &&
		type->size <= 16 && !is_excepted(type))
		try(type);
	if (type->members)
		visit_fields(type->members, type->count);
	if (type->of)
		visit(type->of);
}

static void visit_fields(const struct field *fields, unsigned n)
{
	for (unsigned i = 0; i < n; i++)
		visit(fields[i].type);
}

static void words_obey_the_option(void **state)
{
	(void)state;
	for (unsigned nr = 0; nr < desc_nsyscalls; nr++)
		if (desc_syscall(nr))
			visit_fields(desc_syscall(nr)->args, desc_nargs(desc_syscall(nr)));
	desc_for_each_form(form)
		visit_fields(form->args, desc_nargs(form));
	assert_true(ntried > 30);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_obey_the_option),
	};

	return cmocka_run_group_tests_name("words", tests, NULL, NULL);
}
