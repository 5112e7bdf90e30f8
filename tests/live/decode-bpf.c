// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * bpf with every command, perf_event_open, io_uring: whole attributes, short ones, none and bad ones. Traced by
 * decode.test.
 */
#include <linux/perf_event.h>
#include <linux/bpf.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
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
	for (int i = 0; i < 4; i++) {
		union {
			struct perf_event_attr attr;
			uint16_t halves[PERF_ATTR_SIZE_VER7 / 2];
		} c = {{.size = PERF_ATTR_SIZE_VER7 - 8 * (i == 3),
			.sample_max_stack = 9,
			.aux_sample_size = 7,
			.sig_data = 0x1234}};
		c.halves[110 / 2] = i & 1 ? 0x21 : 0;
		c.halves[116 / 2] = i & 2 ? 0x40 : 0;
		syscall(SYS_perf_event_open, &c, 0, -1, -1, 0);
	}
	syscall(SYS_perf_event_open, NULL, 0, -1, -1, 0xf00);
	syscall(SYS_perf_event_open, BAD, 0, -1, -1, 0);
}
/* What is known of the map or program @fd; of a program its instructions, too. */
static void info(int fd, unsigned len)
{
	static struct {
		struct bpf_prog_info info;
		char behind[256];
		struct bpf_insn xlated[8];
		char jited[256];
		unsigned maps[4];
	} answer;
	union bpf_attr a;
	for (int k = 0; k < 3; k++) {
		memset(&answer, 0, sizeof answer);
		if (k) {
			answer.info.xlated_prog_insns = (uintptr_t)answer.xlated;
			answer.info.xlated_prog_len = k == 1 ? sizeof(answer.xlated) : 8;
			answer.info.map_ids = (uintptr_t)answer.maps;
			answer.info.nr_map_ids = 4;
		}
		memset(&a, 0, sizeof a);
		a.info.bpf_fd = fd;
		a.info.info_len = len;
		a.info.info = (uintptr_t)&answer;
		syscall(SYS_bpf, BPF_OBJ_GET_INFO_BY_FD, &a, 16);
	}
}
/* Every code of instructions, of bpf and of its predecessor; none of them is a program. */
static void codes(void)
{
	struct bpf_insn insns[256];
	struct sock_filter filter[512];
	struct sock_fprog program = {512, filter};
	union bpf_attr a;
	for (unsigned i = 0; i < 256; i++) {
		insns[i] = (struct bpf_insn){
			.code = i, .dst_reg = i, .src_reg = i + 5, .off = -i, .imm = i << 20};
		if ((i & 7) == 6) /* BPF_JMP32 has no operations in old tables */
			insns[i].code = 0;
		filter[i] = (struct sock_filter){i, 0, 0, i << 20};
		filter[256 + i] = (struct sock_filter){i, 1, i, i << 20};
	}
	memset(&a, 0, sizeof a);
	a.insn_cnt = 256;
	a.insns = (uintptr_t)insns;
	syscall(SYS_bpf, BPF_PROG_LOAD, &a, 128);
	a.insn_cnt = 0;
	syscall(SYS_bpf, BPF_PROG_LOAD, &a, 128);
	a.insn_cnt = 5;
	a.insns = (uintptr_t)BAD;
	syscall(SYS_bpf, BPF_PROG_LOAD, &a, 128);
	syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program);
	syscall(SYS_prctl, 22 /* PR_SET_SECCOMP */, SECCOMP_MODE_FILTER, &program, 0, 0);
	program.len = 0;
	syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program);
	program.len = 5;
	program.filter = BAD;
	syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program);
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
	info(m, 24);
	info(m, 40);
	info(m, 80);
	info(m, 88);
	info(m, 300);
	info(0, 40);
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
	info(p, 40);
	info(p, 80);
	info(p, sizeof(struct bpf_prog_info));
	info(p, 300);
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
/* What links are made with, by where they are attached, cut off everywhere. */
static void links(void)
{
	static const char *symbols[] = {"read", BAD, NULL, "write"};
	static uint64_t numbers[40] = {0x1000, 5};
	static const unsigned sizes[] = {16, 20, 24, 28, 32, 37, 40, 48, 64};
	static const unsigned types[] = {BPF_CGROUP_INET_INGRESS, BPF_CGROUP_INET_EGRESS,
		BPF_TRACE_ITER, BPF_PERF_EVENT, BPF_TRACE_KPROBE_MULTI, BPF_SK_LOOKUP};
	union {
		union bpf_attr attr;
		uint32_t words[16];
	} a;
	for (unsigned t = 0; t < sizeof(types) / sizeof(*types); t++)
		for (unsigned i = 0; i < sizeof(sizes) / sizeof(*sizes); i++)
			for (int set = 0; set < 2; set++) {
				memset(&a, 0, sizeof a);
				for (unsigned w = 4; set && w < 16; w++)
					a.words[w] = 0x11 * w;
				a.words[0] = -1;
				a.words[1] = 3;
				a.words[2] = types[t];
				a.words[3] = i;
				syscall(SYS_bpf, BPF_LINK_CREATE, &a, sizes[i]);
			}
	memset(&a, 0, sizeof a);
	a.attr.link_create.attach_type = BPF_TRACE_KPROBE_MULTI;
	a.attr.link_create.kprobe_multi.flags = BPF_F_KPROBE_MULTI_RETURN | 2;
	a.attr.link_create.kprobe_multi.syms = (uintptr_t)symbols;
	a.attr.link_create.kprobe_multi.addrs = (uintptr_t)BAD;
	a.attr.link_create.kprobe_multi.cookies = (uintptr_t)numbers;
	for (unsigned n = 0; n < 5; n += 2) {
		a.attr.link_create.kprobe_multi.cnt = n;
		syscall(SYS_bpf, BPF_LINK_CREATE, &a, 48);
	}
	a.attr.link_create.kprobe_multi.cnt = 40;
	a.attr.link_create.kprobe_multi.syms = 0;
	a.attr.link_create.kprobe_multi.addrs = (uintptr_t)numbers;
	syscall(SYS_bpf, BPF_LINK_CREATE, &a, 48);
	/* strace takes iter_info_len for a number of elements, the kernel for bytes: up to 1 is the same */
	memset(&a, 0, sizeof a);
	a.attr.link_create.attach_type = BPF_TRACE_ITER;
	a.attr.link_create.iter_info = (uintptr_t)numbers;
	syscall(SYS_bpf, BPF_LINK_CREATE, &a, 28);
	a.attr.link_create.iter_info_len = 1;
	syscall(SYS_bpf, BPF_LINK_CREATE, &a, 28);
	a.attr.link_create.iter_info = (uintptr_t)BAD;
	syscall(SYS_bpf, BPF_LINK_CREATE, &a, 28);
}
/* What is asked about attached programs; every question fails. */
static void queries(void)
{
	static const uint64_t bufs[] = {0, 0x1000, 0, 0x1000, 1};
	uint32_t ids[3] = {1, 2, 3};
	char name[40];
	union bpf_attr a;
	memset(name, 'x', sizeof(name));
	for (unsigned i = 0; i < 5; i++) {
		memset(&a, 0, sizeof a);
		a.query.target_fd = -1;
		a.query.query_flags = i;
		a.query.attach_flags = i;
		a.query.prog_ids = i == 2 ? (uintptr_t)ids : bufs[i];
		a.query.prog_cnt = i;
		syscall(SYS_bpf, BPF_PROG_QUERY, &a, i ? 28 : 72);
		memset(&a, 0, sizeof a);
		a.task_fd_query.pid = -1;
		a.task_fd_query.fd = i;
		a.task_fd_query.buf_len = i * 20;
		a.task_fd_query.buf = i == 2 ? (uintptr_t)name : bufs[i];
		syscall(SYS_bpf, BPF_TASK_FD_QUERY, &a, 48);
	}
	memset(&a, 0, sizeof a);
	a.test.flags = 0x40;
	syscall(SYS_bpf, BPF_PROG_TEST_RUN, &a, 72);
	a.test.flags = 5;
	syscall(SYS_bpf, BPF_PROG_TEST_RUN, &a, 72);
	memset(&a, 0, sizeof a);
	a.map_extra = 0x123456789;
	syscall(SYS_bpf, BPF_MAP_CREATE, &a, 72);
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
	links();
	queries();
	codes();
	uring();
}
