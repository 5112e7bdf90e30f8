// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * The reading end of a ring buffer, over memory laid out as the kernel lays it out (include/uapi/linux/bpf.h and the
 * pages that a ring buffer map shows): a page with the consumer's position, one with the producer's, the data.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <cmocka.h>
#include <linux/bpf.h>
#include "ring.h"

enum { SIZE = 4096 };

struct fixture {
	int fd;
	unsigned char *memory;
	size_t page;
	struct ring *ring;
	char taken[64];
};

static unsigned long *position(struct fixture *f, unsigned page)
{
	return (unsigned long *)(f->memory + page * f->page);
}

static int set_up(void **state)
{
	static struct fixture f;

	f.page = sysconf(_SC_PAGESIZE);
	f.fd = memfd_create("ring", 0);
	assert_int_equal(ftruncate(f.fd, 2 * f.page + SIZE), 0);
	f.memory = mmap(NULL, 2 * f.page + SIZE, PROT_READ | PROT_WRITE, MAP_SHARED, f.fd, 0);
	assert_ptr_not_equal(f.memory, MAP_FAILED);
	assert_int_equal(ring_new(f.fd, SIZE, &f.ring), 0);
	f.taken[0] = 0;
	*state = &f;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;

	ring_free(f->ring);
	munmap(f->memory, 2 * f->page + SIZE);
	close(f->fd);
	return 0;
}

/* Reserves a record of 8 bytes that begins with @letter; returns where its header is. */
static uint32_t *reserve(struct fixture *f, char letter)
{
	unsigned char *at = f->memory + 2 * f->page + *position(f, 1) % SIZE;

	*(uint32_t *)at = 8 | BPF_RINGBUF_BUSY_BIT;
	at[BPF_RINGBUF_HDR_SZ] = letter;
	*position(f, 1) += BPF_RINGBUF_HDR_SZ + 8;
	return (uint32_t *)at;
}

static int take(void *context, const void *record, size_t size)
{
	char *taken = context;

	assert_int_equal(size, 8);
	strncat(taken, record, 1);
	return 0;
}

static int stop_at_b(void *context, const void *record, size_t size)
{
	return *(const char *)record == 'b' ? 1 : take(context, record, size);
}

static void what_stands_behind_an_unwritten_record_waits(void **state)
{
	struct fixture *f = *state;
	uint32_t *b;

	*reserve(f, 'a') = 8;
	b = reserve(f, 'b');
	*reserve(f, 'c') = 8;
	assert_int_equal(ring_drain(f->ring, take, f->taken), 1);
	assert_string_equal(f->taken, "a");
	assert_true(ring_awaits(f->ring));
	assert_int_equal(ring_drain(f->ring, take, f->taken), 0);
	assert_true(ring_awaits(f->ring));
	*b = 8;
	assert_int_equal(ring_drain(f->ring, take, f->taken), 2);
	assert_string_equal(f->taken, "abc");
	assert_false(ring_awaits(f->ring));
	assert_int_equal(*position(f, 0), *position(f, 1));
}

static void what_is_given_up_is_passed_by(void **state)
{
	struct fixture *f = *state;

	*reserve(f, 'a') = 8 | BPF_RINGBUF_DISCARD_BIT;
	*reserve(f, 'b') = 8;
	assert_int_equal(ring_drain(f->ring, take, f->taken), 1);
	assert_string_equal(f->taken, "b");
	assert_false(ring_awaits(f->ring));
}

static void what_has_no_room_stays(void **state)
{
	struct fixture *f = *state;

	*reserve(f, 'a') = 8;
	*reserve(f, 'b') = 8;
	assert_int_equal(ring_drain(f->ring, stop_at_b, f->taken), 1);
	assert_false(ring_awaits(f->ring));
	assert_int_equal(ring_drain(f->ring, take, f->taken), 1);
	assert_string_equal(f->taken, "ab");
}

static void it_goes_round(void **state)
{
	struct fixture *f = *state;

	for (int i = 0; i < 3 * SIZE / 16; i++) {
		*reserve(f, 'a' + i % 26) = 8;
		assert_int_equal(ring_drain(f->ring, take, f->taken), 1);
		assert_int_equal(f->taken[0], 'a' + i % 26);
		f->taken[0] = 0;
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			what_stands_behind_an_unwritten_record_waits, set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_is_given_up_is_passed_by, set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_has_no_room_stays, set_up, tear_down),
		cmocka_unit_test_setup_teardown(it_goes_round, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
