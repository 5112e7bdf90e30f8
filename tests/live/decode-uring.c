// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * io_uring: what a ring is made of, what is registered with it, entering it. Traced by decode.test.
 */
#include <linux/io_uring.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>
#define BAD		     ((void *)0x1000)
#define REGISTER(op, arg, n) syscall(SYS_io_uring_register, ring, op, arg, n)
static char *edge; /* the last bytes of a page before one that is not there */
static char buf[4096] __attribute__((aligned(8)));
static int ring;
static void setup(void)
{
	static const unsigned flags[] = {
		IORING_SETUP_SQPOLL | IORING_SETUP_SQ_AFF | IORING_SETUP_CQSIZE,
		IORING_SETUP_ATTACH_WQ,
		IORING_SETUP_IOPOLL | IORING_SETUP_CLAMP | IORING_SETUP_R_DISABLED, 0x80000000};
	struct io_uring_params p = {0};
	ring = syscall(SYS_io_uring_setup, 8, &p);
	for (int i = 0; i < 4; i++) {
		p = (struct io_uring_params){
			.flags = flags[i], .sq_thread_idle = 100, .cq_entries = 32, .wq_fd = ring};
		close(syscall(SYS_io_uring_setup, 4, &p));
		p = (struct io_uring_params){.flags = flags[i], .resv = {0, 5}};
		close(syscall(SYS_io_uring_setup, 4, &p));
	}
	syscall(SYS_io_uring_setup, 4, NULL);
	syscall(SYS_io_uring_setup, 4, BAD);
	syscall(SYS_io_uring_setup, 4, edge - 8);
}
/* Every operation with addresses that hold nothing. */
static void operations(void)
{
	for (int op = 0; op < IORING_REGISTER_SYNC_CANCEL; op++) {
		REGISTER(op, NULL, 0);
		REGISTER(op, BAD, 1);
		REGISTER(op, NULL, 3);
		REGISTER(op, edge - 1, 1);
	}
	REGISTER(77, buf, 1);
}
static void resources(void)
{
	struct iovec v[2] = {{buf, 64}, {buf + 64, 64}};
	int fds[4] = {0, -1, 1, -2};
	uint64_t tags[4] = {7, 8, 0, 0};
	struct io_uring_files_update files = {.fds = (uintptr_t)fds};
	REGISTER(IORING_REGISTER_BUFFERS, v, 2);
	REGISTER(IORING_UNREGISTER_BUFFERS, NULL, 0);
	REGISTER(IORING_REGISTER_FILES, fds, 2);
	REGISTER(IORING_REGISTER_FILES_UPDATE, &files, 2);
	files.resv = 9;
	REGISTER(IORING_REGISTER_FILES_UPDATE, &files, 2);
	files.fds = 0x1000;
	REGISTER(IORING_REGISTER_FILES_UPDATE, &files, 2);
	REGISTER(IORING_UNREGISTER_FILES, NULL, 0);
	for (int op = IORING_REGISTER_FILES2; op <= IORING_REGISTER_BUFFERS_UPDATE; op++)
		for (int k = 0; k < 4; k++) {
			int file =
				op == IORING_REGISTER_FILES2 || op == IORING_REGISTER_FILES_UPDATE2;
			void *data = k == 2 ? BAD : file ? (void *)fds : (void *)v;
			struct {
				struct io_uring_rsrc_register data;
				uint64_t behind;
			} all = {{.nr = 2,
					 .flags = k,
					 .resv2 = k == 3,
					 .data = (uintptr_t)data,
					 .tags = k ? (uintptr_t)tags : 0},
				0};
			struct {
				struct io_uring_rsrc_update2 data;
				uint64_t behind;
			} some = {{.offset = k,
					  .resv = k == 3,
					  .nr = 2,
					  .data = (uintptr_t)data,
					  .tags = k ? (uintptr_t)tags : 0},
				5};
			int update = op == IORING_REGISTER_FILES_UPDATE2 ||
				     op == IORING_REGISTER_BUFFERS_UPDATE;
			REGISTER(op, update ? (void *)&some : (void *)&all, 32);
			REGISTER(op, update ? (void *)&some : (void *)&all, 31);
			REGISTER(op, update ? (void *)&some : (void *)&all, 40);
		}
}
static void others(void)
{
	struct io_uring_probe *probe = (void *)buf;
	struct io_uring_restriction limits[4] = {{.register_op = 1}, {.opcode = 1, .sqe_op = 2},
		{.opcode = 2, .sqe_flags = 3},
		{.opcode = 3, .sqe_flags = 0x80, .resv = 1, .resv2 = {1, 2, 3}}};
	struct io_uring_rsrc_update fds[2] = {
		{.offset = -1, .data = ring}, {.offset = 1, .resv = 3, .data = 5}};
	struct io_uring_buf_reg buffers = {
		.ring_addr = 0x10000, .ring_entries = 8, .bgid = 3, .resv = {1, 2, 3}};
	uint64_t cpus = 1;
	unsigned workers[2] = {3, 4};
	int event[2] = {5, 0};
	REGISTER(IORING_REGISTER_EVENTFD, event, 1);
	REGISTER(IORING_REGISTER_EVENTFD_ASYNC, event, 2);
	REGISTER(IORING_REGISTER_PROBE, probe, 4);
	memset(buf, 0, sizeof(buf));
	REGISTER(IORING_REGISTER_PROBE, probe, 0);
	memset(buf, 0, sizeof(buf));
	REGISTER(IORING_REGISTER_PROBE, probe, 40);
	REGISTER(IORING_REGISTER_RESTRICTIONS, limits, 4);
	REGISTER(IORING_REGISTER_RESTRICTIONS, limits, 0);
	REGISTER(IORING_REGISTER_ENABLE_RINGS, NULL, 0);
	REGISTER(IORING_REGISTER_IOWQ_AFF, &cpus, 8);
	REGISTER(IORING_REGISTER_IOWQ_AFF, &cpus, 1);
	REGISTER(IORING_UNREGISTER_IOWQ_AFF, NULL, 0);
	REGISTER(IORING_REGISTER_IOWQ_MAX_WORKERS, workers, 2);
	REGISTER(IORING_REGISTER_IOWQ_MAX_WORKERS, workers, 2);
	REGISTER(IORING_REGISTER_RING_FDS, fds, 1);
	REGISTER(IORING_REGISTER_RING_FDS, fds, 2);
	REGISTER(IORING_UNREGISTER_RING_FDS, fds, 1);
	REGISTER(IORING_UNREGISTER_RING_FDS, fds, 2);
	REGISTER(IORING_REGISTER_PBUF_RING, &buffers, 1);
	memset(buffers.resv, 0, sizeof(buffers.resv));
	REGISTER(IORING_UNREGISTER_PBUF_RING, &buffers, 1);
}
static void enter(void)
{
	sigset_t mask;
	sigemptyset(&mask);
	sigaddset(&mask, SIGUSR1);
	for (unsigned flags = 0; flags <= IORING_ENTER_REGISTERED_RING;
		flags = flags ? flags * 2 : 1) {
		syscall(SYS_io_uring_enter, ring, 0, 0, flags, NULL, 0);
		syscall(SYS_io_uring_enter, ring, 0, 0, flags, &mask, 8);
		syscall(SYS_io_uring_enter, -1, 1, 2, flags, BAD, 8);
	}
}
int main(void)
{
	edge = (char *)mmap(
		       NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) +
	       4096;
	munmap(edge, 4096);
	setup();
	operations();
	resources();
	others();
	enter();
	return 0;
}
