// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Calls that strace 6.1 is too old for, or shows less of: with usual arguments, NULL, a bad address and unknown flags.
 * What is to be shown for each stands in newer-calls.test, in the same order.
 */
#include <fcntl.h>
#include <linux/dm-ioctl.h>
#include <linux/io_uring.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>
#include "../../src/desc/nr-x86_64.h"

#define BAD	((void *)0x1000)
#define NO_RING -2 /* -1 is one that need not be there */

/* What is registered with a ring, by opcode. */
static void registrations(void)
{
	uint64_t words[16] = {0}, region[8] = {0x10000, 4096, 1 | 7ULL << 32, 0x20000};
	uint64_t area[6] = {0x30000, 8192, 0x99, 1 | 5ULL << 32};
	uint64_t events[12] = {0x77, 3 | 1ULL << 32, 64};
	uint64_t opcodes[7] = {65 | 38ULL << 32, 1, 2, 8, 1, 4};
	uint64_t filter[2] = {0x28, 0x06 | 0x7fff0000ULL << 32};
	uint32_t halves[32] = {0};
	struct io_uring_params params = {
		.flags = IORING_SETUP_CQSIZE, .sq_entries = 8, .cq_entries = 16};
	struct io_uring_sqe message = {
		.opcode = 0x28, .fd = 6, .off = 0x55, .len = 9, .user_data = 1};

	words[0] = 0x1234;
	words[1] = 5 | 0x2aULL << 32;
	words[2] = words[3] = -1;
	words[4] = 0x16;
	syscall(NR_io_uring_register, NO_RING, 24, words, 1);
	syscall(NR_io_uring_register, NO_RING, 24 | 1U << 31, NULL, 1);
	halves[0] = 3;
	halves[1] = 4;
	syscall(NR_io_uring_register, NO_RING, 25, halves, 0);
	syscall(NR_io_uring_register, NO_RING, 26, halves, 1);
	halves[1] = 1 | 0 << 8;
	halves[2] = 255;
	syscall(NR_io_uring_register, NO_RING, 27, halves, 1);
	halves[1] = 1 | 1 << 8;
	syscall(NR_io_uring_register, NO_RING, 27, halves, 1);
	syscall(NR_io_uring_register, NO_RING, 28, halves, 1);
	halves[0] = CLOCK_BOOTTIME;
	halves[1] = halves[2] = 0;
	syscall(NR_io_uring_register, NO_RING, 29, halves, 0);
	halves[1] = 6;
	syscall(NR_io_uring_register, NO_RING, 30, halves, 1);
	halves[1] = 1;
	syscall(NR_io_uring_register, NO_RING, 30, halves, 1);
	syscall(NR_io_uring_register, NO_RING, 31, &message, 1);
	memset(words, 0, sizeof(words));
	words[0] = 0x7ffffff0 | 2ULL << 32;
	words[1] = 128 | 2ULL << 32;
	words[2] = (uintptr_t)area;
	words[3] = (uintptr_t)region;
	words[4] = 64 | 128ULL << 32;
	words[5] = 192;
	words[8] = 4 | 4096ULL << 32;
	words[9] = (uintptr_t)events;
	syscall(NR_io_uring_register, NO_RING, 32, words, 1);
	words[1] = 128 | 1ULL << 32;
	words[2] = words[3] = words[9] = 0x1000;
	syscall(NR_io_uring_register, NO_RING, 32, words, 1);
	syscall(NR_io_uring_register, NO_RING, 33, &params, 1);
	words[0] = (uintptr_t)region;
	words[1] = 3;
	words[2] = 0;
	words[3] = 0;
	syscall(NR_io_uring_register, NO_RING, 34, words, 1);
	for (unsigned i = 0; i < 5; i++) {
		memset(words, 0, sizeof(words));
		words[0] = 0x1000;
		words[1] = (uintptr_t)opcodes;
		words[2] = i | sizeof(opcodes) << 32;
		syscall(NR_io_uring_register, NO_RING, 35, words, 0);
	}
	for (unsigned i = 0; i < 4; i++) {
		memset(words, 0, sizeof(words));
		words[0] = 1 | (uint64_t)i << 32;
		words[3] = 1;
		syscall(NR_io_uring_register, NO_RING, 36, words, 0);
	}
	words[0] = 1 | 2 << 16;
	words[1] = 0x12 | 1ULL << 32;
	words[2] = 2 | 8ULL << 32;
	words[3] = (uintptr_t)filter;
	syscall(NR_io_uring_register, NO_RING, 37, words, 1);
	words[0] = 2;
	syscall(NR_io_uring_register, NO_RING, 37, words, 1);
	for (unsigned i = 24; i < 39; i++)
		syscall(NR_io_uring_register, NO_RING, i, BAD, i);
}

/* Links to what strace does not know, or shows as bytes. */
static void links(void)
{
	static uint64_t numbers[4] = {16, 7};
	static const char *symbols[] = {"read"};
	static const unsigned types[] = {25 /* FEXIT */, 45 /* NETFILTER */, 46 /* TCX */, 47,
		48 /* UPROBE_MULTI */, 54 /* NETKIT */, 57};
	union {
		uint32_t words[16];
		uint64_t longs[8];
	} a = {{-1, 1, 28, 0}};

	a.longs[2] = (uintptr_t)numbers;
	a.words[6] = 16;
	syscall(NR_bpf, 28, &a, 28);
	a.words[6] = 17;
	syscall(NR_bpf, 28, &a, 28);
	a.longs[2] = 1ULL << 32;
	a.longs[3] = (uintptr_t)symbols;
	a.words[2] = 56;
	syscall(NR_bpf, 28, &a, 48);
	for (unsigned i = 0; i < sizeof(types) / sizeof(*types); i++) {
		a.words[2] = types[i];
		a.words[3] = types[i] == 47 ? 1 << 5 : 0;
		a.longs[2] = 10;
		a.longs[3] = 3 | 1ULL << 32;
		syscall(NR_bpf, 28, &a, 32);
	}
	a.longs[2] = (uintptr_t) "/bin/true";
	a.longs[3] = a.longs[5] = (uintptr_t)numbers;
	a.longs[4] = 0;
	a.words[12] = 2;
	a.words[13] = 1;
	a.words[14] = 9;
	syscall(NR_bpf, 28, &a, 60);
}

static void nothing(int signo)
{
	(void)signo;
}

int main(void)
{
	uint64_t range[2] = {1, 2}, words[32] = {0};
	struct {
		uint64_t val, uaddr;
		uint32_t flags, reserved;
	} waiters[2] = {{1, 0x1000, 0x82, 0}, {2, 0x1000, 0x2, 0}};
	struct {
		uint32_t size, mnt_ns_fd;
		uint64_t mnt_id, param;
	} request = {sizeof(request), 0, 0x11, 3};
	struct {
		uint64_t value;
		uint32_t size, flags;
	} attribute = {(uintptr_t) "value", 5, 1};
	struct timespec none = {1, 2};
	struct dm_ioctl mapper = {.version = {4, 48, 0},
		.data_size = sizeof(mapper),
		.data_start = sizeof(mapper),
		.flags = 1 << 19,
		.name = "linear"};

	syscall(NR_cachestat, -1, range, words, 0);
	syscall(NR_cachestat, -1, NULL, BAD, 0x10);
	syscall(NR_fchmodat2, AT_FDCWD, "/none", 0644, AT_SYMLINK_NOFOLLOW);
	syscall(NR_fchmodat2, -1, BAD, 0, 0x8000);
	syscall(NR_map_shadow_stack, NULL, 4096, 0x10);
	syscall(NR_futex_wake, BAD, 1, 1, 0x40);
	syscall(NR_futex_wait, BAD, 1, 1, 0x42, &none, 77);
	syscall(NR_futex_requeue, waiters, 1, 1, 1);
	syscall(NR_futex_requeue, NULL, 0, 1, 1);
	syscall(NR_statmount, &request, words, 5, 1);
	syscall(NR_statmount, BAD, NULL, 0, 0);
	syscall(NR_listmount, &request, words, 4, 2);
	syscall(NR_listmount, NULL, BAD, 1, 0);
	syscall(NR_lsm_get_self_attr, 100, NULL, NULL, 2);
	syscall(NR_lsm_set_self_attr, 77, BAD, 1, 1);
	syscall(NR_lsm_list_modules, BAD, NULL, 1);
	syscall(NR_mseal, BAD, 1, 0x10);
	syscall(NR_setxattrat, AT_FDCWD, "/none", 0x100, "user.x", &attribute, sizeof(attribute));
	syscall(NR_setxattrat, -1, BAD, 0, NULL, BAD, 16);
	syscall(NR_getxattrat, AT_FDCWD, "/none", 0, "user.x", BAD, 16);
	syscall(NR_listxattrat, AT_FDCWD, "/none", 0, NULL, 0);
	syscall(NR_removexattrat, AT_FDCWD, "/none", 0x1000, "user.x");
	syscall(NR_open_tree_attr, -1, "none", 1, NULL, 0);
	syscall(NR_file_getattr, AT_FDCWD, "/none", words, 24, 0);
	syscall(NR_file_setattr, AT_FDCWD, "/none", BAD, 24, 0);
	syscall(NR_listns, NULL, NULL, 0, 1);
	syscall(NR_rseq_slice_yield);
	syscall(NR_landlock_create_ruleset, words, 24, 0);
	syscall(NR_landlock_add_rule, -1, 2, range, 0);
	syscall(NR_ioctl, -1, DM_GET_TARGET_VERSION, &mapper);
	registrations();
	/* What is shown otherwise than strace does. */
	syscall(NR_restart_syscall);
	syscall(NR_modify_ldt, 0x77, BAD, 5);
	syscall(NR_get_thread_area, BAD);
	syscall(NR_keyctl, 32, -1, -1, 5);
	syscall(NR_bpf, 32, words, 4);
	links();
	memset(words, 0, sizeof(words));
	words[0] = 128ULL << 32;
	words[5] = 1ULL << 38 | 5ULL << 40;
	syscall(NR_perf_event_open, words, 0, -1, -1, 0);
	/* Which only what the kernel maps may make: SIGILL for all others. */
	signal(SIGILL, nothing);
	syscall(NR_uretprobe);
	syscall(NR_uprobe);
	return 0;
}
