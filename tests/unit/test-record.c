// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * The record's form: what record_check lets pass and what not, the walk over blobs, and the joining of
 * blobs that left in pieces. Every record lies at the end of its allocation, so that ASan sees a read
 * behind it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "record.h"

static const size_t head = sizeof(struct record) + sizeof(struct call);

/* A copy of @record of exactly @len bytes; to be freed. */
static struct record *exact(const struct record *record, size_t len)
{
	struct record *copy = malloc(len);

	assert_non_null(copy);
	memcpy(copy, record, len);
	return copy;
}

static bool check(const void *record, size_t len)
{
	struct record *copy = exact(record, len);
	bool good = record_check(copy, len);

	free(copy);
	return good;
}

/* A RECORD_CALL that grows by add(). */
struct sample {
	union {
		struct record record;
		unsigned char bytes[8192];
	};
};

static void begin(struct sample *s)
{
	memset(s, 0, sizeof(*s));
	s->record = (struct record){.size = head, .type = RECORD_CALL, .tid = 7, .seq = 1};
}

static struct blob *add(
	struct sample *s, uint64_t addr, const char *bytes, unsigned op, unsigned flags)
{
	struct blob *blob = (struct blob *)(s->bytes + s->record.size);

	*blob = (struct blob){.addr = addr, .len = strlen(bytes), .op = op, .flags = flags};
	memcpy(blob + 1, bytes, blob->len);
	s->record.size += sizeof(*blob) + RECORD_ALIGN(blob->len);
	assert_true(s->record.size < sizeof(*s));
	return blob;
}

/* The blobs in words: "op@addr:bytes" each, ! for a NUL. */
static const char *words(const struct record *record)
{
	static char text[8192];
	size_t len = 0;

	text[0] = 0;
	for (const struct blob *b = record_first_blob(record); b; b = record_next_blob(record, b))
		len += sprintf(text + len, "%s%u@%llu:%.*s%s", len ? " " : "", b->op,
			(unsigned long long)b->addr, (int)b->len, (const char *)(b + 1),
			b->flags & BLOB_NUL ? "!" : "");
	return text;
}

static const char *joined(const struct sample *s)
{
	static char text[8192];
	struct record *copy = exact(&s->record, s->record.size);

	assert_true(record_check(copy, copy->size));
	record_join_blobs(copy);
	assert_true(record_check(copy, copy->size));
	strcpy(text, words(copy));
	free(copy);
	return text;
}

/* ---- record_check ---- */

static void every_type_has_its_body(void **state)
{
	unsigned char bytes[256] = {0};
	struct record *record = (struct record *)bytes;

	(void)state;
	for (unsigned type = 0; type < 256; type++) {
		size_t body = record_body_size(type);

		assert_int_equal(body != 0, type >= RECORD_CALL && type < RECORD_TYPES);
		record->type = type;
		record->size = sizeof(*record) + body;
		assert_int_equal(check(bytes, record->size), body != 0);
		record->size -= 8;
		assert_false(check(bytes, sizeof(*record) + body));
	}
}

static void a_short_record_is_refused(void **state)
{
	struct sample s;

	(void)state;
	begin(&s);
	add(&s, 1000, "hello", 0, 0);
	assert_true(check(&s, s.record.size));
	for (size_t len = 0; len < s.record.size; len++)
		assert_false(check(&s, len));
	assert_true(check(&s, s.record.size + 8)); /* more than the record is there */
}

static void a_size_that_lies_is_refused(void **state)
{
	struct sample s;

	(void)state;
	begin(&s);
	add(&s, 1000, "hello", 0, 0);
	for (uint64_t size = 0; size < 1ULL << 33; size = size < 300 ? size + 1 : size * 2 - 7) {
		bool is = size == s.record.size || size == head;
		uint32_t kept = s.record.size;

		s.record.size = size;
		if ((uint32_t)size == size)
			assert_int_equal(check(&s, kept), is);
		s.record.size = kept;
	}
}

static void a_blob_that_lies_is_refused(void **state)
{
	static const uint32_t bad[] = {9, 16, 17, 1000, 0x7fffffff, 0x80000000, 0xfffffff0,
		0xfffffff8, 0xfffffff9, 0xffffffff};
	struct sample s;
	struct blob *blob;

	(void)state;
	begin(&s);
	blob = add(&s, 1000, "hello", 0, 0);
	for (uint32_t len = 1; len <= 8; len++) {
		blob->len = len;
		assert_true(check(&s, s.record.size));
	}
	blob->len = 0; /* then the padding would be half a blob */
	assert_false(check(&s, s.record.size));
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		blob->len = bad[i];
		assert_false(check(&s, s.record.size));
	}
}

/* Whatever the bytes are: what record_check lets pass can be walked to its end. */
static void what_passes_can_be_walked(void **state)
{
	struct sample s;
	unsigned passed = 0;

	(void)state;
	srand(1);
	for (unsigned i = 0; i < 100000; i++) {
		unsigned pieces = rand() % 5;
		struct record *copy;

		begin(&s);
		for (unsigned p = 0; p < pieces; p++)
			add(&s, 1000 + rand() % 4, &"abcdefgh"[rand() % 9], rand() % 2, rand() % 8);
		if (rand() % 2)
			s.bytes[rand() % s.record.size] ^= 1 << rand() % 8;
		if (s.record.size >= sizeof(s))
			continue;
		copy = exact(&s.record, s.record.size > head ? s.record.size : head);
		if (record_check(copy, copy->size)) {
			passed++;
			words(copy);
			record_join_blobs(copy);
			assert_true(record_check(copy, copy->size));
		}
		free(copy);
	}
	assert_in_range(passed, 1000, 99999);
}

/* ---- blobs ---- */

static void a_record_without_blobs_has_none(void **state)
{
	struct sample s;

	(void)state;
	begin(&s);
	assert_null(record_first_blob(&s.record));
	assert_string_equal(joined(&s), "");
}

static void blobs_come_in_order(void **state)
{
	struct sample s;

	(void)state;
	begin(&s);
	add(&s, 1000, "12345678", 0, 0);
	add(&s, 2000, "", 1, 0);
	add(&s, 3000, "x", 2, BLOB_STRING | BLOB_NUL);
	assert_string_equal(words(&s.record), "0@1000:12345678 1@2000: 2@3000:x!");
}

static void pieces_of_one_read_are_joined(void **state)
{
	struct sample s;

	(void)state;
	begin(&s);
	add(&s, 1000, "abcdefghi", 0, 0);
	add(&s, 1009, "jk", 0, BLOB_CONTINUED);
	add(&s, 1011, "lmnopqrstuvwxyz", 0, BLOB_CONTINUED);
	add(&s, 2000, "next", 1, 0);
	assert_string_equal(joined(&s), "0@1000:abcdefghijklmnopqrstuvwxyz 1@2000:next");
}

static void a_string_ends_where_its_last_piece_does(void **state)
{
	struct sample s;

	(void)state;
	begin(&s);
	add(&s, 1000, "path", 0, BLOB_STRING);
	add(&s, 1004, "", 0, BLOB_STRING | BLOB_CONTINUED | BLOB_NUL);
	add(&s, 2000, "cut", 1, BLOB_STRING);
	add(&s, 2003, "off", 1, BLOB_STRING | BLOB_CONTINUED);
	assert_string_equal(joined(&s), "0@1000:path! 1@2000:cutoff");
}

static void what_does_not_fit_is_not_joined(void **state)
{
	struct sample s;

	(void)state;
	begin(&s);
	add(&s, 1000, "first", 0, BLOB_CONTINUED); /* its beginning was lost */
	add(&s, 1006, "gap", 0, BLOB_CONTINUED);
	add(&s, 1009, "other", 1, BLOB_CONTINUED);
	add(&s, 1014, "own", 1, 0);
	assert_string_equal(joined(&s), "0@1000:first 0@1006:gap 1@1009:other 1@1014:own");
}

static void padding_behind_joined_bytes_is_zero(void **state)
{
	struct sample s;
	const struct blob *blob;

	(void)state;
	begin(&s);
	add(&s, 1000, "12345678", 0, 0);
	add(&s, 1008, "9", 0, BLOB_CONTINUED);
	memset(s.bytes + s.record.size - 7, 0xaa, 7);
	record_join_blobs(&s.record);
	blob = record_first_blob(&s.record);
	assert_int_equal(blob->len, 9);
	assert_int_equal(s.record.size, head + sizeof(*blob) + 16);
	assert_memory_equal(blob + 1, "123456789\0\0\0\0\0\0\0", 16);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_type_has_its_body),
		cmocka_unit_test(a_short_record_is_refused),
		cmocka_unit_test(a_size_that_lies_is_refused),
		cmocka_unit_test(a_blob_that_lies_is_refused),
		cmocka_unit_test(what_passes_can_be_walked),
		cmocka_unit_test(a_record_without_blobs_has_none),
		cmocka_unit_test(blobs_come_in_order),
		cmocka_unit_test(pieces_of_one_read_are_joined),
		cmocka_unit_test(a_string_ends_where_its_last_piece_does),
		cmocka_unit_test(what_does_not_fit_is_not_joined),
		cmocka_unit_test(padding_behind_joined_bytes_is_zero),
	};

	return cmocka_run_group_tests_name("record", tests, NULL, NULL);
}
