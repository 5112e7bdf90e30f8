/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Calls of 32-bit tasks: by int 0x80, which a 64-bit program may use too, as long as its pointers fit. Every number once
 * with arguments that are all ones, except those that would wait, end the program or change the machine; then calls that
 * are laid out otherwise than those of 64-bit tasks. Traced by decode.test.
 */
#include <fcntl.h>
#include <linux/filter.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>
#include "../../src/desc/nr-i386.h"

/* All of a pointer that the 32-bit entry takes. */
#define P(p_) ((uint32_t)(uintptr_t)(p_))

static long call32(
	unsigned nr, uint32_t a, uint32_t b, uint32_t c, uint32_t d, uint32_t e, uint32_t f)
{
	unsigned long sixth = f;
	long ret;

	asm volatile("push %%rbp\n\t"
		     "mov %[sixth], %%rbp\n\t"
		     "int $0x80\n\t"
		     "pop %%rbp"
		     : "=a"(ret)
		     : "a"((long)nr), "b"((long)a), "c"((long)b), "d"((long)c), "S"((long)d),
		     "D"((long)e), [sixth] "r"(sixth)
		     : "memory", "r8", "r9", "r10", "r11");
	return ret;
}

/* Ends the program or its memory, waits, or does its work whatever the arguments are. */
static int is_left_out(unsigned nr)
{
	static const unsigned short numbers[] = {NR32_restart_syscall, NR32_exit, NR32_fork,
		NR32_pause, NR32_sync, NR32_ptrace, NR32_signal, NR32_ssetmask, NR32_sigaction,
		NR32_sigsuspend, NR32_reboot, NR32_vhangup, NR32_idle, NR32_ipc, NR32_sigreturn,
		NR32_clone, NR32_modify_ldt, NR32_vm86old, NR32_vm86, NR32_rt_sigreturn, NR32_vfork,
		NR32_exit_group, NR32_clone3, NR32_setsid, NR32_brk};

	for (unsigned i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		if (numbers[i] == nr)
			return 1;
	return nr > NR32_set_mempolicy_home_node; /* strace 6.1 has no names for those */
}

static void every_number(void)
{
	for (unsigned nr = 0; nr <= NR32_set_mempolicy_home_node; nr++)
		if (!is_left_out(nr))
			call32(nr, -1, -1, -1, -1, -1, -1);
}

/* Memory that 32 bits can point to. */
struct low {
	char path[64], text[64], more[64];
	uint32_t words[64], vector[4], time[2];
	int64_t position, time64[2];
	char stat[256];
};

static void some_calls(struct low *low)
{
	int fd;

	strcpy(low->path, "/proc/self/comm");
	strcpy(low->text, "hello");
	fd = call32(NR32_open, P(low->path), O_RDONLY, 0, 0, 0, 0);
	call32(NR32_read, fd, P(low->more), sizeof(low->more), 0, 0, 0);
	call32(NR32_pread64, fd, P(low->more), 3, 1, 0, 0);
	call32(NR32__llseek, fd, 0, 2, P(&low->position), SEEK_SET, 0);
	call32(NR32_lseek, fd, -1, SEEK_CUR, 0, 0, 0);
	low->vector[0] = P(low->text);
	low->vector[1] = 2;
	low->vector[2] = P(low->text + 2);
	low->vector[3] = 3;
	call32(NR32_writev, fd, P(low->vector), 2, 0, 0, 0);
	call32(NR32_readv, fd, P(low->vector), 2, 0, 0, 0);
	call32(NR32_stat64, P(low->path), P(low->stat), 0, 0, 0, 0);
	call32(NR32_fstat64, fd, P(low->stat), 0, 0, 0, 0);
	call32(NR32_statfs64, P(low->path), 84, P(low->stat), 0, 0, 0);
	call32(NR32_fcntl64, fd, F_GETFL, 0, 0, 0, 0);
	call32(NR32_close, fd, 0, 0, 0, 0, 0);
	call32(NR32_mmap2, 0, 8192, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	call32(NR32_getuid, 0, 0, 0, 0, 0, 0);
	call32(NR32_getuid32, 0, 0, 0, 0, 0, 0);
	call32(NR32_getresuid, P(low->words), P(low->words + 1), P(low->words + 2), 0, 0, 0);
	call32(NR32_getresuid32, P(low->words), P(low->words + 1), P(low->words + 2), 0, 0, 0);
	call32(NR32_ugetrlimit, 7, P(low->words), 0, 0, 0, 0);
	call32(NR32_getrusage, 0, P(low->words), 0, 0, 0, 0);
	call32(NR32_rt_sigprocmask, SIG_BLOCK, 0, P(low->words), 8, 0, 0);
	low->time[1] = 1000;
	call32(NR32_nanosleep, P(low->time), 0, 0, 0, 0, 0);
	low->time64[1] = 1000;
	call32(NR32_clock_nanosleep_time64, 1, 0, P(low->time64), 0, 0, 0);
	call32(NR32_clock_gettime, 1, P(low->time), 0, 0, 0, 0);
	call32(NR32_clock_gettime64, 1, P(low->time64), 0, 0, 0, 0);
	call32(NR32_fallocate, -1, 0, 1, 2, 3, 4);
	call32(NR32_fadvise64_64, -1, 1, 2, 3, 4, 5);
	call32(NR32_pipe, P(low->words), 0, 0, 0, 0, 0);
	call32(NR32_write, low->words[1], P(low->text), 5, 0, 0, 0);
	call32(NR32_uname, P(low->stat), 0, 0, 0, 0, 0);
	call32(NR32_waitpid, -1, P(low->words), 0, 0, 0, 0);
	call32(NR32_execve, P(low->text), 0, 0, 0, 0, 0);
}

/* Programs that filter, which point to their instructions. */
static void filters(struct low *low)
{
	int fd = socket(AF_INET, SOCK_DGRAM, 0);

	low->words[0] = 2;
	low->words[1] = P(low->words + 2);
	memcpy(low->words + 2,
		(struct sock_filter[]){BPF_STMT(BPF_LD | BPF_W | BPF_ABS, SKF_AD_OFF),
			BPF_STMT(BPF_RET | BPF_K, 5)},
		2 * sizeof(struct sock_filter));
	low->words[8] = 2;
	call32(NR32_setsockopt, fd, SOL_SOCKET, SO_ATTACH_FILTER, P(low->words), 8, 0);
	call32(NR32_setsockopt, fd, SOL_SOCKET, SO_ATTACH_FILTER, P(low->words), 16, 0);
	call32(NR32_getsockopt, fd, SOL_SOCKET, SO_GET_FILTER, P(low->words + 10),
		P(low->words + 8), 0);
	call32(NR32_seccomp, 1 /* SECCOMP_SET_MODE_FILTER */, -1, P(low->words), 0, 0, 0);
	close(fd);
}

/* System V IPC is one call; signals are laid out otherwise. */
static void ipc_and_signals(struct low *low)
{
	static const uint32_t value = 5;
	int32_t *info = (int32_t *)low->stat;
	uint32_t id;

	for (int nr = 1; nr < 26; nr++)
		if (nr != 12 &&
			nr != 21) /* MSGRCV's message is packed; strace answers with SHMAT's address */
			call32(NR32_ipc, nr, -1, nr != 14 && nr != 24, 0600, P(low->path + 8), 0);
	id = call32(NR32_ipc, 2 /* SEMGET */, 0, 1, 0600, 0, 0);
	low->words[0] = 1 << 16;
	call32(NR32_ipc, 1 /* SEMOP */, id, 1, 0, P(low->words), 0);
	low->time[0] = low->time[1] = 1;
	call32(NR32_ipc, 4 /* SEMTIMEDOP */, id, 1, 0, P(low->words), P(low->time));
	low->words[0] = value;
	call32(NR32_ipc, 3 /* SEMCTL */, id, 0, 12 /* GETVAL */, P(low->words), 0);
	call32(NR32_ipc, 3 /* SEMCTL */, id, 0, 0 /* IPC_RMID */, P(low->words), 0);
	id = call32(NR32_ipc, 23 /* SHMGET */, 0, 4096, 0600, 0, 0);
	call32(NR32_ipc, 24 /* SHMCTL */, id, 0, 0, 0, 0);
	id = call32(NR32_ipc, 13 /* MSGGET */, 0, 0600, 0, 0, 0);
	call32(NR32_ipc, 14 /* MSGCTL */, id, 0, 0, 0, 0);
	for (int code = -7; code < 4; code++)
		for (int signal = SIGSEGV; signal < SIGSEGV + 13; signal += 3) {
			for (int i = 0; i < 32; i++)
				info[i] = i;
			info[0] = signal;
			info[1] = 0;
			info[2] = code;
			call32(NR32_rt_sigqueueinfo, -1, signal, P(info), 0, 0, 0);
		}
}

/* The calls of sockets are one call whose arguments lie in memory. */
static void sockets(struct low *low)
{
	uint32_t *args = low->words, first, second;

	for (int nr = 0; nr < 22; nr++)
		if (nr < 5 || nr == 8 || nr > 20) { /* of these strace has no more than we have */
			call32(NR32_socketcall, nr, -1, 0, 0, 0, 0);
			call32(NR32_socketcall, nr, 0, 0, 0, 0, 0);
		}
	memcpy(args, (uint32_t[]){1, 1, 0, P(low->vector)}, 16);
	call32(NR32_socketcall, 8 /* SYS_SOCKETPAIR */, P(args), 0, 0, 0, 0);
	first = low->vector[0];
	second = low->vector[1];
	memcpy(args, (uint32_t[]){2, 2, 0}, 12);
	call32(NR32_socketcall, 1 /* SYS_SOCKET */, P(args), 0, 0, 0, 0);
	memcpy(args, (uint32_t[]){16, 3, 15}, 12);
	call32(NR32_socketcall, 1 /* SYS_SOCKET */, P(args), 0, 0, 0, 0);
	memcpy(low->path, "\1\0/none", 8);
	memcpy(args, (uint32_t[]){first, P(low->path), 8}, 12);
	call32(NR32_socketcall, 2 /* SYS_BIND */, P(args), 0, 0, 0, 0);
	call32(NR32_socketcall, 3 /* SYS_CONNECT */, P(args), 0, 0, 0, 0);
	memcpy(args, (uint32_t[]){-1, 5}, 8);
	call32(NR32_socketcall, 4 /* SYS_LISTEN */, P(args), 0, 0, 0, 0);
	memcpy(args, (uint32_t[]){first, P(low->text), 5, 0}, 16);
	call32(NR32_socketcall, 9 /* SYS_SEND */, P(args), 0, 0, 0, 0);
	memcpy(args, (uint32_t[]){second, P(low->more), 64, 0x40}, 16);
	call32(NR32_socketcall, 10 /* SYS_RECV */, P(args), 0, 0, 0, 0);
	call32(NR32_socketcall, 10 /* SYS_RECV */, P(args), 0, 0, 0, 0);
	memcpy(args, (uint32_t[]){first, P(low->text), 5, 0, P(low->path), 8}, 24);
	call32(NR32_socketcall, 11 /* SYS_SENDTO */, P(args), 0, 0, 0, 0);
	/* msghdr, iovec, two control messages: descriptors, and one of a level that nobody knows */
	memcpy(low->stat, (uint32_t[]){0, 0, P(low->stat + 32), 1, P(low->stat + 64), 36, 0}, 28);
	memcpy(low->stat + 32, (uint32_t[]){P(low->text), 3}, 8);
	memcpy(low->stat + 64, (uint32_t[]){20, 1, 1, first, second, 15, 77, 5, 0x30201}, 36);
	memcpy(args, (uint32_t[]){first, P(low->stat), 0}, 12);
	call32(NR32_socketcall, 16 /* SYS_SENDMSG */, P(args), 0, 0, 0, 0);
	memcpy(low->stat + 20, (uint32_t[]){20}, 4);
	call32(NR32_socketcall, 16 /* SYS_SENDMSG */, P(args), 0, 0, 0, 0);
	memcpy(args, (uint32_t[]){second, P(low->stat), 0x40}, 12);
	call32(NR32_socketcall, 17 /* SYS_RECVMSG */, P(args), 0, 0, 0, 0);
	call32(NR32_socketcall, 17 /* SYS_RECVMSG */, P(args), 0, 0, 0, 0);
	memcpy(args, (uint32_t[]){second, 1}, 8);
	call32(NR32_socketcall, 13 /* SYS_SHUTDOWN */, P(args), 0, 0, 0, 0);
}

int main(void)
{
	struct low *low = mmap(NULL, sizeof(*low), PROT_READ | PROT_WRITE,
		MAP_PRIVATE | MAP_ANONYMOUS | MAP_32BIT, -1, 0);

	/* A kernel without the 32-bit entry answers with SIGSEGV. */
	if (low == MAP_FAILED || access("/proc/sys/abi", F_OK))
		return 0;
	every_number();
	some_calls(low);
	filters(low);
	ipc_and_signals(low);
	sockets(low);
	return 0;
}
