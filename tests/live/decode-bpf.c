/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * bpf with every command, perf_event_open, io_uring: whole attributes, short ones, none and bad ones. Traced by
 * decode.test.
 */
#include <linux/perf_event.h>
#include <linux/bpf.h>
#include <linux/io_uring.h>
#include <fcntl.h>
#include <string.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/socket.h>
#include <unistd.h>
#define BAD ((void *)0x1000)
static void perf(void)
{
	struct perf_event_attr a = {.type = PERF_TYPE_SOFTWARE,
		.size = sizeof(a),
		.config = PERF_COUNT_SW_TASK_CLOCK,
		.disabled = 1,
		.precise_ip = 2,
		.sample_type = PERF_SAMPLE_BRANCH_STACK | PERF_SAMPLE_IP,
		.branch_sample_type = PERF_SAMPLE_BRANCH_ANY | PERF_SAMPLE_BRANCH_USER,
		.freq = 1,
		.sample_freq = 5};
	struct perf_event_attr b = {.type = PERF_TYPE_BREAKPOINT,
		.size = sizeof(b),
		.bp_type = 3,
		.bp_addr = 0x1234,
		.bp_len = 4,
		.watermark = 1,
		.wakeup_watermark = 7,
		.use_clockid = 1,
		.clockid = 4};
	syscall(SYS_perf_event_open, &a, 0, -1, -1, 8);
	syscall(SYS_perf_event_open, &b, 0, -1, -1, 0);
	syscall(SYS_perf_event_open, NULL, 0, -1, -1, 0xf00);
	syscall(SYS_perf_event_open, BAD, 0, -1, -1, 0);
}
static void bpf(void)
{
	union bpf_attr a;
	for (int cmd = 0; cmd < 32; cmd++)
		for (int k = 0; k < 3; k += 2) {
			memset(&a, 0, sizeof a);
			if (k == 2) {
				memset(&a, 0, sizeof(a));
				((int *)&a)[0] = -1;
				((int *)&a)[1] = 5;
			}
			syscall(SYS_bpf, cmd, &a, sizeof(a));
			if (k == 0) {
				syscall(SYS_bpf, cmd, &a, 8);
				syscall(SYS_bpf, cmd, NULL, 72);
				syscall(SYS_bpf, cmd, BAD, 72);
				syscall(SYS_bpf, cmd, &a, 0);
			}
		}
	memset(&a, 0, sizeof a);
	a.map_type = 2;
	a.key_size = 4;
	a.value_size = 4;
	a.max_entries = 3;
	strcpy(a.map_name, "hello");
	int m = syscall(SYS_bpf, BPF_MAP_CREATE, &a, sizeof a);
	uint32_t k = 1, v = 0x01020304;
	memset(&a, 0, sizeof a);
	a.map_fd = m;
	a.key = (uintptr_t)&k;
	a.value = (uintptr_t)&v;
	syscall(SYS_bpf, BPF_MAP_UPDATE_ELEM, &a, 32);
	syscall(SYS_bpf, BPF_MAP_LOOKUP_ELEM, &a, 32);
	struct bpf_map_info mi;
	memset(&a, 0, sizeof a);
	memset(&mi, 0, sizeof mi);
	a.info.bpf_fd = m;
	a.info.info_len = sizeof mi;
	a.info.info = (uintptr_t)&mi;
	syscall(SYS_bpf, BPF_OBJ_GET_INFO_BY_FD, &a, 16);
	struct bpf_insn i[2] = {{.code = 0xb7, .dst_reg = 0, .imm = 0}, {.code = 0x95}};
	char log[100];
	memset(&a, 0, sizeof a);
	a.prog_type = 1;
	a.insn_cnt = 2;
	a.insns = (uintptr_t)i;
	a.license = (uintptr_t) "GPL";
	a.log_level = 1;
	a.log_size = 100;
	a.log_buf = (uintptr_t)log;
	strcpy(a.prog_name, "p");
	int p = syscall(SYS_bpf, BPF_PROG_LOAD, &a, 128);
	struct bpf_prog_info pi;
	memset(&a, 0, sizeof a);
	memset(&pi, 0, sizeof pi);
	a.info.bpf_fd = p;
	a.info.info_len = sizeof pi;
	a.info.info = (uintptr_t)&pi;
	syscall(SYS_bpf, BPF_OBJ_GET_INFO_BY_FD, &a, 16);
	memset(&a, 0, sizeof a);
	a.test.prog_fd = p;
	a.test.data_in = (uintptr_t) "abcdefghijklmnopqrstuvwxyz";
	a.test.data_size_in = 20;
	a.test.repeat = 2;
	syscall(SYS_bpf, BPF_PROG_TEST_RUN, &a, 80);
	syscall(SYS_bpf, BPF_PROG_TEST_RUN, &a, 40);
	memset(&a, 0, sizeof a);
	a.pathname = (uintptr_t) "/sys/fs/bpf/none";
	a.bpf_fd = p;
	syscall(SYS_bpf, BPF_OBJ_PIN, &a, 16);
	syscall(SYS_bpf, BPF_OBJ_GET, &a, 16);
}
static void uring(void)
{
	struct io_uring_params p = {0};
	int fd = syscall(SYS_io_uring_setup, 4, &p);
	struct iovec v = {0, 4};
	static char buf[4096];
	v.iov_base = buf;
	v.iov_len = 64;
	int fds[2] = {0, -1};
	for (int op = 0; op < 4; op++)
		syscall(SYS_io_uring_register, -1, op, NULL, 0);
	syscall(SYS_io_uring_register, fd, IORING_REGISTER_BUFFERS, &v, 1);
	syscall(SYS_io_uring_register, fd, IORING_REGISTER_FILES, fds, 2);
	unsigned long mask = 3;
	syscall(SYS_io_uring_enter, fd, 0, 0, IORING_ENTER_GETEVENTS, &mask, 8);
	syscall(SYS_io_uring_enter, fd, 0, 0, 0x100, NULL, 0);
	syscall(SYS_io_uring_setup, 0xffffffff, BAD);
}
int main()
{
	perf();
	bpf();
	uring();
}
