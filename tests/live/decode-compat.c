// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Calls of 32-bit tasks: by int 0x80, which a 64-bit program may use too, as long as its pointers fit. Every number
 * once with arguments that are all ones, except those that would wait, end the program or change the machine; then
 * calls that are laid out otherwise than those of 64-bit tasks. Traced by decode.test.
 */
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/ipc.h>
#include <linux/msg.h>
#include <linux/sem.h>
#include <linux/shm.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <unistd.h>
#include "../../src/desc/nr-i386.h"

/* All of a pointer that the 32-bit entry takes. */
#define P(p_) ((uint32_t)(uintptr_t)(p_))

static long call32(
	unsigned nr, uint32_t a, uint32_t b, uint32_t c, uint32_t d, uint32_t e, uint32_t f)
{
	unsigned long sixth = f;
	long ret;

	/* Beyond the red zone. */
	asm volatile("lea -128(%%rsp), %%rsp\n\t"
		     "push %%rbp\n\t"
		     "mov %[sixth], %%rbp\n\t"
		     "int $0x80\n\t"
		     "pop %%rbp\n\t"
		     "lea 128(%%rsp), %%rsp"
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
		NR32_exit_group, NR32_clone3, NR32_setsid, NR32_brk, NR32_io_uring_register};

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
	char path[128], text[64], more[128];
	uint32_t args[6], words[64], vector[4], time[2];
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
	/* A bit of the operation is newer than strace. */
	call32(NR32_io_uring_register, -1, 0x7fffffff, -1, -1, 0, 0);
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

/* All commands of a System V IPC object of @call, by ipc and by the call that it makes; the last one removes it. */
static void ipc_controls(struct low *low, unsigned call, uint32_t id)
{
	static const unsigned commands[] = {IPC_STAT, IPC_SET, IPC_INFO, MSG_STAT, MSG_INFO,
		MSG_STAT_ANY, SHM_STAT, SHM_INFO, SHM_STAT_ANY, SEM_STAT, SEM_INFO, SEM_STAT_ANY,
		77, IPC_RMID};
	uint32_t *behind = low->words + 1;

	*behind = P(low->stat);
	memset(low->stat, 0, sizeof(low->stat));
	for (unsigned i = 0; i < sizeof(commands) / sizeof(commands[0]); i++) {
		unsigned command = commands[i] | IPC_64;

		/* Without the bit ipc has older structures, of which strace does not know. */
		if (call == 3)
			call32(NR32_ipc, call, id, 0, command, P(behind), 0);
		else
			call32(NR32_ipc, call, id, command, 0, P(low->stat), 0);
		if (call == 3)
			call32(NR32_semctl, id, 0, commands[i], P(low->stat), 0, 0);
		else
			call32(call == 14 ? NR32_msgctl : NR32_shmctl, id, commands[i],
				P(low->stat), 0, 0, 0);
	}
}

/* System V IPC is one call; signals are laid out otherwise. */
static void ipc_and_signals(struct low *low)
{
	static const uint32_t value = 5;
	int32_t *info = (int32_t *)low->stat;
	uint32_t id;

	for (int nr = 1; nr < 26; nr++)
		if (nr != 12) /* of MSGRCV that fails strace loses an argument */
			call32(NR32_ipc, nr, -1, nr != 14 && nr != 24, 0600, P(low->path + 8), 0);
	id = call32(NR32_ipc, 2 /* SEMGET */, 0, 1, 0600, 0, 0);
	low->words[0] = 1 << 16;
	call32(NR32_ipc, 1 /* SEMOP */, id, 1, 0, P(low->words), 0);
	low->time[0] = low->time[1] = 1;
	call32(NR32_ipc, 4 /* SEMTIMEDOP */, id, 1, 0, P(low->words), P(low->time));
	low->words[0] = value;
	call32(NR32_ipc, 3 /* SEMCTL */, id, 0, 12 /* GETVAL */, P(low->words), 0);
	ipc_controls(low, 3 /* SEMCTL */, id);
	id = call32(NR32_ipc, 23 /* SHMGET */, 0, 4096, 0600, 0, 0);
	call32(NR32_ipc, 21 /* SHMAT */, id, 0, P(low->words), 0, 0);
	ipc_controls(low, 24 /* SHMCTL */, id);
	call32(NR32_ipc, 22 /* SHMDT */, 0, 0, 0, low->words[0], 0);
	call32(NR32_shmdt, call32(NR32_shmat, id, 0, 0, 0, 0, 0), 0, 0, 0, 0, 0);
	id = call32(NR32_ipc, 13 /* MSGGET */, 0, 0600, 0, 0, 0);
	memcpy(low->more, "\5\0\0\0hello", 10);
	for (int i = 0; i < 4; i++)
		call32(NR32_ipc, 11 /* MSGSND */, id, 5, 0, P(low->more), 0);
	low->words[0] = P(low->more);
	low->words[1] = 5;
	call32(NR32_ipc, 12 /* MSGRCV */, id, 20, IPC_NOWAIT, P(low->words), 0);
	call32(NR32_ipc, 1 << 16 | 12 /* MSGRCV */, id, 20, IPC_NOWAIT, P(low->more), 5);
	call32(NR32_msgrcv, id, P(low->more), 20, 5, IPC_NOWAIT, 0);
	ipc_controls(low, 14 /* MSGCTL */, id);
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

static void nothing(int number)
{
	(void)number;
}

/* Signals that 32-bit calls send, which says what the kernel makes of their structures; all of them are delivered. */
static void signals(struct low *low)
{
	static const int numbers[] = {SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGSEGV, SIGCHLD, SIGIO,
		SIGSYS, SIGUSR1, 34 /* SIGRTMIN */};
	int32_t *info = (int32_t *)low->stat, pid = getpid(), tid = gettid();
	sigset_t blocked, usual;

	for (unsigned i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
		signal(numbers[i], nothing);
		for (int code = -8; code < 9; code++) {
			for (int word = 0; word < 32; word++)
				info[word] = word + 1;
			info[0] = numbers[i];
			info[1] = code == 3 ? ENOENT : 0;
			info[2] = code;
			call32(NR32_rt_sigqueueinfo, pid, numbers[i], P(info), 0, 0, 0);
			call32(NR32_rt_tgsigqueueinfo, pid, tid, numbers[i], P(info), 0, 0);
		}
	}
	call32(NR32_kill, pid, SIGUSR1, 0, 0, 0, 0);
	call32(NR32_tgkill, pid, tid, SIGUSR1, 0, 0, 0);
	call32(NR32_tkill, tid, SIGUSR1, 0, 0, 0, 0);
	/* struct sigevent: sigev_value, sigev_signo, sigev_notify; struct itimerspec */
	memset(low->stat, 0, sizeof(low->stat));
	info[0] = -2;
	info[1] = SIGUSR1;
	call32(NR32_timer_create, 1, P(info), P(low->words), 0, 0, 0);
	memcpy(low->stat, (int32_t[]){0, 0, 0, 1}, 16);
	sigemptyset(&blocked);
	sigaddset(&blocked, SIGUSR1);
	sigprocmask(SIG_BLOCK, &blocked, &usual);
	call32(NR32_timer_settime, low->words[0], 0, P(info), 0, 0, 0);
	sigsuspend(&usual);
	sigprocmask(SIG_SETMASK, &usual, NULL);
	call32(NR32_timer_delete, low->words[0], 0, 0, 0, 0, 0);
	for (int notify = 0; notify < 6; notify++) {
		memcpy(low->stat, (int32_t[]){notify, SIGUSR1, notify, 7, 8}, 20);
		call32(NR32_mq_notify, -1, P(info), 0, 0, 0, 0);
	}
}

/* The calls of sockets are one call whose arguments lie in memory. */
static void sockets(struct low *low)
{
	uint32_t *args = low->words, first, second;

	for (int nr = 0; nr < 22; nr++) {
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

/* One that socketcall makes, with up to six arguments. */
static long call_socket(struct low *low, unsigned nr, const uint32_t args[6])
{
	memcpy(low->args, args, sizeof(low->args));
	return call32(NR32_socketcall, nr, P(low->args), 0, 0, 0, 0);
}
#define SOCKET_CALL(low_, nr_, ...) call_socket(low_, nr_, (const uint32_t[6]){__VA_ARGS__})

/* Those that say who a socket's peer is, and those of options. */
static void socket_names_and_options(struct low *low)
{
	uint32_t *words = low->words, *length = low->words + 32, *value = low->words + 33, server,
		 client, linger[2] = {1, 7};
	struct sockaddr_in *address = (struct sockaddr_in *)low->path;

	server = SOCKET_CALL(low, 1 /* SYS_SOCKET */, AF_INET, SOCK_STREAM, 0);
	client = SOCKET_CALL(low, 1 /* SYS_SOCKET */, AF_INET, SOCK_STREAM, 0);
	memset(address, 0, sizeof(*address));
	address->sin_family = AF_INET;
	address->sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	SOCKET_CALL(low, 2 /* SYS_BIND */, server, P(address), sizeof(*address));
	SOCKET_CALL(low, 4 /* SYS_LISTEN */, server, 1);
	*length = sizeof(*address);
	SOCKET_CALL(low, 6 /* SYS_GETSOCKNAME */, server, P(address), P(length));
	SOCKET_CALL(low, 3 /* SYS_CONNECT */, client, P(address), sizeof(*address));
	*length = sizeof(*address);
	SOCKET_CALL(low, 7 /* SYS_GETPEERNAME */, client, P(words), P(length));
	*length = 4;
	SOCKET_CALL(low, 7 /* SYS_GETPEERNAME */, client, P(words), P(length));
	SOCKET_CALL(low, 7 /* SYS_GETPEERNAME */, server, P(words), P(length));
	SOCKET_CALL(low, 7 /* SYS_GETPEERNAME */, client, P(words), 0);
	SOCKET_CALL(low, 6 /* SYS_GETSOCKNAME */, -1, P(words), P(length));
	*length = 64;
	SOCKET_CALL(low, 5 /* SYS_ACCEPT */, server, P(words), P(length));
	SOCKET_CALL(low, 5 /* SYS_ACCEPT */, -1, 0, 0);
	SOCKET_CALL(low, 18 /* SYS_ACCEPT4 */, -1, P(words), P(length), SOCK_CLOEXEC);
	SOCKET_CALL(low, 3 /* SYS_CONNECT */,
		SOCKET_CALL(low, 1 /* SYS_SOCKET */, AF_INET, SOCK_STREAM, 0), P(address),
		sizeof(*address));
	SOCKET_CALL(low, 18 /* SYS_ACCEPT4 */, server, P(words), P(length),
		SOCK_CLOEXEC | SOCK_NONBLOCK);
	SOCKET_CALL(low, 18 /* SYS_ACCEPT4 */, client, 0, 0, 0x100);

	*value = 1;
	SOCKET_CALL(low, 14 /* SYS_SETSOCKOPT */, client, SOL_SOCKET, SO_KEEPALIVE, P(value), 4);
	SOCKET_CALL(low, 14 /* SYS_SETSOCKOPT */, client, SOL_SOCKET, SO_KEEPALIVE, 0, 4);
	SOCKET_CALL(low, 14 /* SYS_SETSOCKOPT */, client, SOL_SOCKET, SO_KEEPALIVE, P(value), 2);
	SOCKET_CALL(low, 14 /* SYS_SETSOCKOPT */, client, IPPROTO_TCP, TCP_NODELAY, P(value), 4);
	SOCKET_CALL(low, 14 /* SYS_SETSOCKOPT */, client, 77, 77, P(value), 4);
	memcpy(value, linger, sizeof(linger));
	SOCKET_CALL(low, 14 /* SYS_SETSOCKOPT */, client, SOL_SOCKET, SO_LINGER, P(value), 8);
	memset(value, 1, sizeof(linger));
	SOCKET_CALL(low, 14 /* SYS_SETSOCKOPT */, client, SOL_SOCKET, SO_RCVTIMEO, P(value), 8);
	SOCKET_CALL(low, 14 /* SYS_SETSOCKOPT */, client, SOL_SOCKET, 66 /* SO_RCVTIMEO_NEW */,
		P(value), 16);
	value[0] = 1;
	value[1] = P(value + 2);
	value[2] = value[3] = 6;
	SOCKET_CALL(
		low, 14 /* SYS_SETSOCKOPT */, client, SOL_SOCKET, SO_ATTACH_FILTER, P(value), 8);
	*length = 4;
	SOCKET_CALL(low, 15 /* SYS_GETSOCKOPT */, client, SOL_SOCKET, SO_TYPE, P(value), P(length));
	*length = 64;
	SOCKET_CALL(
		low, 15 /* SYS_GETSOCKOPT */, client, SOL_SOCKET, SO_LINGER, P(value), P(length));
	*length = 8;
	SOCKET_CALL(
		low, 15 /* SYS_GETSOCKOPT */, client, SOL_SOCKET, SO_RCVTIMEO, P(value), P(length));
	*length = 2;
	SOCKET_CALL(
		low, 15 /* SYS_GETSOCKOPT */, client, SOL_SOCKET, SO_ERROR, P(value), P(length));
	*length = 12;
	SOCKET_CALL(
		low, 15 /* SYS_GETSOCKOPT */, client, SOL_SOCKET, SO_PEERCRED, P(value), P(length));
	SOCKET_CALL(low, 15 /* SYS_GETSOCKOPT */, client, IPPROTO_TCP, TCP_CONGESTION, P(value),
		P(length));
	SOCKET_CALL(low, 15 /* SYS_GETSOCKOPT */, client, SOL_SOCKET, SO_TYPE, P(value), 0);
	SOCKET_CALL(low, 15 /* SYS_GETSOCKOPT */, client, SOL_SOCKET, SO_TYPE, 0, P(length));
	SOCKET_CALL(low, 15 /* SYS_GETSOCKOPT */, client, SOL_SOCKET, 99, P(value), P(length));
	SOCKET_CALL(low, 15 /* SYS_GETSOCKOPT */, -1, 77, 77, P(value), P(length));
	*length = 16;
	SOCKET_CALL(low, 15 /* SYS_GETSOCKOPT */, client, SOL_SOCKET, SO_GET_FILTER, P(value),
		P(length));
	for (uint32_t fd = server; fd < server + 8; fd++)
		close(fd);
}

/* Messages, more than one at a time. */
static void many_messages(struct low *low)
{
	uint32_t *pair = low->vector, *many = low->words, *length = low->words + 60;
	struct sockaddr_un *name = (struct sockaddr_un *)low->path;

	SOCKET_CALL(low, 8 /* SYS_SOCKETPAIR */, AF_UNIX, SOCK_DGRAM, 0, P(pair));
	SOCKET_CALL(low, 9 /* SYS_SEND */, pair[0], P(low->text), 5, 0);
	*length = sizeof(*name);
	SOCKET_CALL(low, 12 /* SYS_RECVFROM */, pair[1], P(low->more), 64, MSG_DONTWAIT, P(name),
		P(length));
	SOCKET_CALL(low, 12 /* SYS_RECVFROM */, pair[1], P(low->more), 64, MSG_DONTWAIT, P(name),
		P(length));
	SOCKET_CALL(low, 12 /* SYS_RECVFROM */, pair[1], P(low->more), 64, MSG_DONTWAIT, 0, 0);
	/* struct mmsghdr, twice, and struct iovec */
	for (int i = 0; i < 2; i++) {
		memcpy(many + 8 * i, (uint32_t[]){0, 0, P(many + 16 + 2 * i), 1, 0, 0, 0, 0}, 32);
		memcpy(many + 16 + 2 * i, (uint32_t[]){P(low->text) + i, 4 - i}, 8);
	}
	SOCKET_CALL(low, 20 /* SYS_SENDMMSG */, pair[0], P(many), 2, MSG_DONTWAIT);
	SOCKET_CALL(low, 20 /* SYS_SENDMMSG */, -1, P(many), 2, 0);
	SOCKET_CALL(low, 20 /* SYS_SENDMMSG */, pair[0], 0, 2, 0);
	call32(NR32_sendmmsg, pair[0], P(many), 2, MSG_DONTWAIT, 0, 0);
	many[16] = many[18] = P(low->more);
	many[17] = many[19] = 20;
	SOCKET_CALL(low, 19 /* SYS_RECVMMSG */, pair[1], P(many), 2, MSG_DONTWAIT, 0);
	low->time[0] = 0;
	low->time[1] = 1000;
	SOCKET_CALL(low, 19 /* SYS_RECVMMSG */, pair[1], P(many), 2, MSG_DONTWAIT, P(low->time));
	SOCKET_CALL(low, 19 /* SYS_RECVMMSG */, pair[1], P(many), 2, MSG_DONTWAIT, P(low->time));
	SOCKET_CALL(low, 20 /* SYS_SENDMMSG */, pair[0], P(many), 2, MSG_DONTWAIT);
	call32(NR32_recvmmsg, pair[1], P(many), 2, MSG_DONTWAIT, P(low->time), 0);
	call32(NR32_recvmmsg, pair[1], P(many), 2, MSG_DONTWAIT, P(low->time), 0);
	SOCKET_CALL(low, 20 /* SYS_SENDMMSG */, pair[0], P(many), 2, MSG_DONTWAIT);
	call32(NR32_recvmmsg_time64, pair[1], P(many), 2, MSG_DONTWAIT, P(low->time64), 0);
	SOCKET_CALL(low, 19 /* SYS_RECVMMSG */, -1, 0, 2, 0, 1);
	close(pair[0]);
	close(pair[1]);
}

/* By ipc with the structures of the first Linux, then by the calls themselves: old-ipc.test compares what is shown. */
static void old_controls(struct low *low)
{
	static const unsigned commands[] = {IPC_STAT, IPC_SET, IPC_INFO, IPC_RMID};
	uint32_t ids[3];

	low->words[0] = P(low->stat);
	for (int direct = 0; direct < 2; direct++) {
		ids[0] = call32(NR32_semget, 0, 3, 0640, 0, 0, 0);
		ids[1] = call32(NR32_shmget, 0, 4096, 0640, 0, 0, 0);
		ids[2] = call32(NR32_msgget, 0, 0640, 0, 0, 0, 0);
		for (int i = 0; i < 4; i++) {
			if (direct) {
				call32(NR32_semctl, ids[0], 0, commands[i], P(low->stat), 0, 0);
				call32(NR32_shmctl, ids[1], commands[i], P(low->more), 0, 0, 0);
				call32(NR32_msgctl, ids[2], commands[i], P(low->path), 0, 0, 0);
			} else {
				call32(NR32_ipc, 3 /* SEMCTL */, ids[0], 0, commands[i],
					P(low->words), 0);
				call32(NR32_ipc, 24 /* SHMCTL */, ids[1], commands[i], 0,
					P(low->more), 0);
				call32(NR32_ipc, 14 /* MSGCTL */, ids[2], commands[i], 0,
					P(low->path), 0);
			}
		}
	}
}

int main(int argc, char **argv)
{
	struct low *low = mmap(NULL, sizeof(*low), PROT_READ | PROT_WRITE,
		MAP_PRIVATE | MAP_ANONYMOUS | MAP_32BIT, -1, 0);

	/* A kernel without the 32-bit entry answers with SIGSEGV. */
	if (low == MAP_FAILED || access("/proc/sys/abi", F_OK))
		return 0;
	if (argc > 1 && !strcmp(argv[1], "old")) {
		old_controls(low);
		return 0;
	}
	every_number();
	some_calls(low);
	filters(low);
	ipc_and_signals(low);
	signals(low);
	sockets(low);
	socket_names_and_options(low);
	many_messages(low);
	return 0;
}
