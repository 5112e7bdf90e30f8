// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * image.c: facts are found whatever else the record has, and however many: at the ends of it, of either side of the
 * call, the first of several. What is not there is not found.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "descriptor.h"
#include "image.h"

/* A record of a call, made blob by blob. */
struct made {
	struct record *record;
	size_t room;
};

static void begin(struct made *made, size_t room)
{
	made->room = room;
	made->record = calloc(1, room);
	assert_non_null(made->record);
	made->record->type = RECORD_CALL;
	made->record->size = sizeof(struct record) + sizeof(struct call);
}

/* Its first byte is @mark. */
static void add(struct made *made, unsigned flags, unsigned op, uint64_t addr,
	enum blob_origin origin, unsigned len, unsigned char mark)
{
	struct blob *blob = (struct blob *)((char *)made->record + made->record->size);

	made->record->size += sizeof(*blob) + RECORD_ALIGN(len);
	assert_true(made->record->size <= made->room);
	*blob = (struct blob){.addr = addr, .len = len, .op = op, .origin = origin, .flags = flags};
	if (len)
		memset(blob + 1, mark, 1);
}

static void add_descriptor(struct made *made, int fd, enum blob_origin origin, unsigned char mark)
{
	add(made, BLOB_FACT, FACT_DESCRIPTOR, (uint32_t)fd, origin, sizeof(struct descriptor),
		mark);
}

/* The mark of the descriptor that is found; -1: none is. */
static int found(struct image *image, int fd, bool at_exit)
{
	const struct blob *blob = image_fact(image, FACT_DESCRIPTOR, fd, at_exit);

	return blob ? *(const unsigned char *)(blob + 1) : -1;
}

static void check_some(unsigned others)
{
	struct made made;
	struct image image = {0};

	begin(&made, 4096 + 2 * (size_t)others * 256);
	add_descriptor(&made, 3, ORIGIN_ENTRY, 1);
	/* As many as may have the same subject, and as many of all kinds. */
	for (unsigned i = 0; i < others; i++) {
		add_descriptor(&made, 4, ORIGIN_ENTRY, i ? 3 : 2);
		add(&made, BLOB_STRING | BLOB_NUL, 1, 4, ORIGIN_ENTRY, 8, 9);
	}
	for (unsigned i = 0; i < others; i++)
		add_descriptor(&made, 1000 + i, ORIGIN_ENTRY, i);
	add(&made, BLOB_FACT, FACT_NETLINK, 5, ORIGIN_ENTRY, 4, 9);
	add(&made, 0, 0, 5, ORIGIN_ENTRY, 8, 9);
	add_descriptor(&made, 3, ORIGIN_EXIT, 4);
	add_descriptor(&made, -100, ORIGIN_ENTRY, 5);
	image_begin(&image, made.record);
	/* Twice: the index is made while they are looked for. */
	for (unsigned pass = 0; pass < 2; pass++) {
		assert_int_equal(found(&image, 3, false), 1);
		assert_int_equal(found(&image, 3, true), 4);
		assert_int_equal(found(&image, 4, false), others ? 2 : -1);
		assert_int_equal(found(&image, 4, true), -1);
		assert_int_equal(found(&image, 5, false), -1);
		assert_int_equal(found(&image, -100, false), 5);
		assert_int_equal(found(&image, 7, false), -1);
		assert_non_null(image_fact(&image, FACT_NETLINK, 5, false));
		assert_null(image_fact(&image, FACT_NETLINK, 3, false));
		for (unsigned i = 0; i < others; i++)
			assert_int_equal(found(&image, 1000 + i, false), i & 0xff);
	}
	if (others)
		assert_non_null(image_string(&image, 4, false));
	image_done(&image);
	free(made.record);
}

static void few_facts(void **state)
{
	(void)state;
	check_some(0);
	check_some(1);
	check_some(30);
}

/* As a hostile poll(2) has them. */
static void many_facts(void **state)
{
	(void)state;
	check_some(60000);
}

/* An index that was made for one record is none of the next. */
static void next_record(void **state)
{
	struct made first, second;
	struct image image = {0};

	(void)state;
	begin(&first, 1 << 16);
	begin(&second, 1 << 16);
	for (unsigned i = 0; i < 200; i++) {
		add_descriptor(&first, i, ORIGIN_ENTRY, 1);
		add_descriptor(&second, 2 * i, ORIGIN_ENTRY, 2);
	}
	image_begin(&image, first.record);
	assert_int_equal(found(&image, 199, false), 1);
	image_begin(&image, second.record);
	assert_int_equal(found(&image, 199, false), -1);
	assert_int_equal(found(&image, 398, false), 2);
	image_done(&image);
	free(first.record);
	free(second.record);
}

/* Of strings at one address: one that has no end is not the one. */
static void strings_at_one_place(void **state)
{
	struct made made;
	struct image image = {0};

	(void)state;
	begin(&made, 1 << 20);
	add(&made, BLOB_STRING, 1, 0x1000, ORIGIN_ENTRY, 8, 1);
	for (unsigned i = 0; i < 1000; i++)
		add(&made, BLOB_STRING | BLOB_NUL, 1, 0x2000, ORIGIN_ENTRY, 8, 2);
	add(&made, BLOB_STRING | BLOB_NUL, 1, 0x1000, ORIGIN_ENTRY, 8, 3);
	image_begin(&image, made.record);
	assert_int_equal(*(const unsigned char *)(image_string(&image, 0x1000, false) + 1), 3);
	assert_int_equal(*(const unsigned char *)(image_string(&image, 0x2000, false) + 1), 2);
	assert_null(image_string(&image, 0x3000, false));
	image_done(&image);
	free(made.record);
}

static void short_descriptor(void **state)
{
	struct descriptor_view view;
	struct made made;

	(void)state;
	begin(&made, 4096);
	add(&made, BLOB_FACT, FACT_DESCRIPTOR, 3, ORIGIN_ENTRY, sizeof(struct descriptor) - 8, 1);
	assert_int_not_equal(descriptor_view_of(record_first_blob(made.record), &view), 0);
	free(made.record);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(few_facts),
		cmocka_unit_test(many_facts),
		cmocka_unit_test(next_record),
		cmocka_unit_test(strings_at_one_place),
		cmocka_unit_test(short_descriptor),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
