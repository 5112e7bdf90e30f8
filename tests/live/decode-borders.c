// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Arguments at the borders, as the stressors of stress-ng have them: the longest path and those that are longer, masks
 * of no node and of too many, arrays of no element and those that end before their last, errors that are unsigned.
 * Traced by decode.test.
 */
#include <asm/mtrr.h>
#include <asm/prctl.h>
#include <fcntl.h>
#include <linux/aio_abi.h>
#include <linux/dqblk_xfs.h>
#include <linux/io_uring.h>
#include <linux/mempolicy.h>
#include <net/if.h>
#include <sched.h>
#include <stdint.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/quota.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/timex.h>
#include <time.h>
#include <unistd.h>

#define BAD ((void *)0x1000)

static void paths(void)
{
	static char path[5000];

	for (int len = 4093; len < 4099; len++) {
		memset(path, 'a', sizeof(path));
		path[len] = 0;
		syscall(SYS_chmod, path, 0600);
		syscall(SYS_openat, AT_FDCWD, path, O_RDONLY);
		syscall(SYS_symlink, path, path);
	}
}

static void node_masks(void)
{
	static const unsigned long sizes[] = {
		0, 1, 2, 64, 65, 66, 1024, 4096, 32769, UINT32_MAX, -1UL};
	static unsigned long mask[1024] = {5};
	int mode;

	for (unsigned i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		syscall(SYS_mbind, BAD, 4096, MPOL_BIND, mask, sizes[i], MPOL_MF_STRICT);
		syscall(SYS_set_mempolicy, 77, mask, sizes[i]);
		syscall(SYS_get_mempolicy, &mode, mask, sizes[i], NULL, 0);
		syscall(SYS_get_mempolicy, NULL, mask, sizes[i], BAD, 99);
		syscall(SYS_migrate_pages, -1, sizes[i], mask, BAD);
	}
}

static void no_elements(void)
{
	struct ifconf none = {.ifc_len = 7};
	unsigned char present[2];
	int s = socket(AF_INET, SOCK_DGRAM, 0);

	syscall(SYS_mincore, BAD, 0, present);
	syscall(SYS_mincore, (char *)BAD + 1, 0, present);
	syscall(SYS_mincore, (char *)BAD + 1, 0, NULL);
	syscall(SYS_mincore, (char *)BAD + 1, 1, present);
	syscall(SYS_ioctl, s, SIOCGIFCONF, &none);
	none.ifc_buf = BAD;
	syscall(SYS_ioctl, s, SIOCGIFCONF, &none);
	syscall(SYS_ioctl, -1, SIOCGIFCONF, &none);
}

/* Arrays of which the memory ends within: the beginning of each lies @bytes before a page that is not there. */
static void cut_off(char *end, unsigned bytes)
{
	char *at = end - bytes;
	int epoll = epoll_create1(0), pair[2] = {-1, -1};
	struct timespec no_time = {0};
	struct timeval now = {0};

	memset(at, 0, bytes);
	syscall(SYS_poll, at, 9, 0);
	syscall(SYS_ppoll, at, 9, &no_time, NULL, 8);
	syscall(SYS_writev, -1, at, 9);
	syscall(SYS_readv, -1, at, 9);
	syscall(SYS_preadv2, -1, at, 2000, 0, 0, 0);
	syscall(SYS_semop, -1, at, 9);
	syscall(SYS_semtimedop, -1, at, 40, NULL);
	syscall(SYS_io_submit, NULL, 9, at);
	syscall(SYS_move_pages, 0, 9, at, at, NULL, 0);
	syscall(SYS_setgroups, 9, at);
	syscall(SYS_setgroups, 4000, at);
	syscall(SYS_utimensat, -1, NULL, at, 0);
	syscall(SYS_utimes, "/", at);
	syscall(SYS_sendmmsg, -1, at, 9, 0);
	syscall(SYS_recvmmsg, -1, at, 9, 0, NULL);
	syscall(SYS_process_madvise, -1, at, 9, 0, 0);
	syscall(SYS_process_vm_readv, -1, at, 9, at, 9, 0);
	syscall(SYS_execve, "/none", at, at);
	syscall(SYS_pipe2, at, 0);
	/* The kernel looks at no more descriptors than there may be, and writes its answer where its input was. */
	memset(at, 0, bytes);
	if (bytes)
		*at = 1;
	syscall(SYS_select, 200, at, at, at, &now);
	syscall(SYS_sched_setaffinity, -1, 100, at);
	syscall(SYS_sendto, -1, at, 100, 0, at, 100);
	syscall(SYS_bpf, 1, at, 64);
	pipe(pair);
	write(pair[1], "x", 1);
	for (int i = 0; i < 4; i++) {
		struct epoll_event event = {EPOLLIN, {.u32 = i}};

		syscall(SYS_epoll_ctl, epoll, EPOLL_CTL_ADD, dup(pair[0]), &event);
	}
	syscall(SYS_epoll_wait, epoll, at, 4, 0);
}

static void cut_off_arrays(void)
{
	char *end = (char *)mmap(NULL, 12288, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS,
			    -1, 0) +
		    8192;
	static const unsigned bytes[] = {
		1, 3, 4, 8, 12, 16, 20, 24, 40, 48, 64, 100, 160, 2040, 3000, 4096, 5000};

	munmap(end, 4096);
	for (unsigned i = 0; i < sizeof(bytes) / sizeof(bytes[0]); i++)
		cut_off(end, bytes[i]);
}

static void results(void)
{
	char desc[16] = "";

	syscall(SYS_modify_ldt, 1, desc, 1);
	syscall(SYS_modify_ldt, 255, desc, 16);
	syscall(SYS_modify_ldt, 0, desc, 0);
	syscall(SYS_alarm, 4000000000U);
	syscall(SYS_alarm, 0);
}

static void names(void)
{
	uint64_t mask;

	for (int option = ARCH_GET_XCOMP_SUPP; option <= ARCH_REQ_XCOMP_GUEST_PERM; option++) {
		syscall(SYS_arch_prctl, option, &mask);
		syscall(SYS_arch_prctl, option, 0);
		syscall(SYS_arch_prctl, option, 18);
	}
	syscall(SYS_syslog, 8, NULL, -1);
	syscall(SYS_syslog, 8, NULL, 0);
	syscall(SYS_syslog, 8, NULL, 9);
	syscall(SYS_ioctl, -1, MTRRIOC_ADD_ENTRY, NULL);
	syscall(SYS_ioctl, -1, MTRRIOC_GET_ENTRY, NULL);
	syscall(SYS_ioctl, -1, MTRRIOC_KILL_PAGE_ENTRY, NULL);
}

/* Arguments that mean something only together with some flags. */
static void by_flags(void)
{
	struct {
		uint32_t size, policy;
		uint64_t flags;
		int32_t nice;
		uint32_t priority, rest[8];
	} attr = {56, 6, 0, -5, 6, {7, 0, 8, 0, 9, 0, 10, 11}};
	struct {
		uint64_t grace[2];
		uint32_t flags, valid;
	} quota = {{1, 2}};
	uint32_t types;

	for (int bit = 0; bit < 32; bit++)
		syscall(SYS_mount, "a", "/nonexistent", "t", MS_NOEXEC | 1UL << bit, "data");
	for (int bit = 0; bit < 17; bit++)
		syscall(SYS_mount, "a", "/nonexistent", "t", MS_MGC_VAL | 1UL << bit, "data");
	for (int bit = 0; bit < 21; bit++) {
		syscall(SYS_mount, NULL, "/nonexistent", "t", MS_REMOUNT | 1UL << bit, "data");
		syscall(SYS_mount, NULL, "/nonexistent", BAD, MS_REC | MS_BIND | 1UL << bit, BAD);
	}
	for (int flags = 0; flags < 16; flags++)
		syscall(SYS_mremap, 0x1001, 4096, 4096, flags, 0x5000);
	for (attr.flags = 0; attr.flags < 0x80; attr.flags += 8)
		syscall(SYS_sched_setattr, -1, &attr, 0);
	for (mode_t mode = 0; mode < 1 << 17; mode += 1 << 12)
		syscall(SYS_mknod, "/nonexistent/x", mode | 0600, 0x103);
	for (types = 0; types < 9; types++)
		syscall(SYS_quotactl, QCMD(Q_XQUOTARM, USRQUOTA), NULL, 0, &types);
	for (unsigned n = 0; n < 4; n++) {
		quota.flags = (uint32_t[]){0, 1, 0x10001, 6}[n];
		quota.valid = (uint32_t[]){0, 7, 0x19, 0x40}[n];
		syscall(SYS_quotactl, QCMD(Q_SETINFO, USRQUOTA), NULL, 0, &quota);
	}
}

/* Numbers that are wider, or of another sign, than what the kernel takes of them. */
static void wide(void)
{
	static const uint64_t numbers[] = {0, 1, 8, 0x800, 0x7fffffff, 0x80000000, UINT32_MAX,
		1ULL << 32, 1ULL << 63, UINT64_MAX};
	int s = socket(AF_INET, SOCK_DGRAM, 0);

	for (unsigned i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
		uint64_t n = numbers[i], mq[8] = {n, 1, 2, 3}, how[3] = {O_CREAT, n, 0};
		uint64_t clone[8] = {CLONE_SIGHAND, 0, 0, 0, n};
		struct iocb iocb = {.aio_data = n, .aio_rw_flags = n, .aio_fildes = n};
		struct timex timex = {.modes = ADJ_OFFSET, .maxerror = n, .precision = n};

		syscall(SYS_fcntl, -1, F_DUPFD, n);
		syscall(SYS_fcntl, -1, F_DUPFD_CLOEXEC, n);
		syscall(SYS_fcntl, -1, F_SETPIPE_SZ, n);
		syscall(SYS_fcntl, -1, F_ADD_SEALS, n);
		syscall(SYS_fcntl, -1, F_NOTIFY, n);
		syscall(SYS_mmap, NULL, 1, n, n | MAP_PRIVATE, -1, 1);
		syscall(SYS_mq_getsetattr, -1, mq, NULL);
		syscall(SYS_mq_open, "/nonexistent/x", O_CREAT, 0600, mq);
		syscall(SYS_openat2, -1, "x", how, sizeof(how));
		how[0] = 0;
		syscall(SYS_openat2, -1, "x", how, sizeof(how));
		syscall(SYS_clone3, clone, sizeof(clone));
		syscall(SYS_io_cancel, NULL, &iocb, NULL);
		syscall(SYS_clock_adjtime, -1, &timex);
		syscall(SYS_prctl, PR_SCHED_CORE, n, -1, 1, mq);
		syscall(SYS_prctl, PR_SET_FP_MODE, n);
		syscall(SYS_prctl, PR_SET_UNALIGN, n);
		syscall(SYS_setxattr, "/nonexistent", "user.x", mq, n < 65 ? n : 8, 0);
	}
	close(s);
}

static void values(void)
{
	static const unsigned long wide[] = {
		1UL << 32 | 5, UINT32_MAX, 0xfffffffe, 6, 0x20010, 0x50000, ~0UL};
	static const int options[] = {PR_SET_PDEATHSIG, PR_SET_PTRACER, PR_SET_TSC, PR_SET_MM,
		PR_SVE_SET_VL, PR_SME_SET_VL, PR_PAC_SET_ENABLED_KEYS};
	char value[64];

	for (unsigned i = 0; i < sizeof(options) / sizeof(options[0]); i++)
		for (unsigned n = 0; n < sizeof(wide) / sizeof(wide[0]); n++)
			syscall(SYS_prctl, options[i], wide[n], 1, 2, 3);
	syscall(SYS_prctl, PR_SET_PDEATHSIG, 0);
	for (int op = 1; op < 6; op++)
		syscall(SYS_prctl, PR_CAP_AMBIENT, op, 3, 1, 0);
	for (int kind = 0; kind < 5; kind += 1 + kind / 2)
		for (int state = 0; state < 33; state++)
			syscall(SYS_prctl, PR_SET_SPECULATION_CTRL, kind, state, 1, 2);
	syscall(SYS_prctl, PR_SET_SECCOMP, 5, 1, 2, 3);
	for (int n = 0; n < 10; n++) {
		struct flock lock = {.l_type = n * n, .l_whence = n};
		unsigned char probe[32] = {240 + n, 1, [16] = 255 - n};
		unsigned char restriction[16] = {n, n / 9, 80 + n * 10};
		struct iocb request = {.aio_lio_opcode = 0x8000 * (n & 1) + 300 * n};
		syscall(SYS_fcntl, -1, F_SETLK, &lock);
		syscall(SYS_io_uring_register, -1, IORING_REGISTER_PROBE, probe, 1);
		syscall(SYS_io_uring_register, -1, IORING_REGISTER_RESTRICTIONS, restriction, 1);
		syscall(SYS_io_cancel, NULL, &request, NULL);
		syscall(SYS_ptrace, 0x4204 /* PTRACE_GETREGSET */, -1, (1UL << 32) * (n & 1) | n,
			NULL);
	}
	for (unsigned i = 0; i < sizeof(value); i++)
		value[i] = i % 4 ? 0 : 'a';
	for (unsigned i = 0; i < sizeof(value); i++)
		syscall(SYS_setxattr, "/nonexistent", "user.x", value, i, 0);
	syscall(SYS_fcntl, -1, F_GETLK, value);
	syscall(SYS_fcntl, -1, F_OFD_GETLK, value);
	syscall(SYS_create_module, 1, 2);
	syscall(SYS_sendfile, -1, -1, BAD, 3);
	syscall(SYS_prctl, PR_GET_FP_MODE);
	syscall(SYS_prctl, PR_SVE_GET_VL);
}

int main(void)
{
	paths();
	node_masks();
	no_elements();
	cut_off_arrays();
	results();
	names();
	by_flags();
	wide();
	values();
	return 0;
}
