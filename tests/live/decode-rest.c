// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * The calls that no other decode-*.c makes: with usual arguments, NULL, a bad address and unknown flags. Traced by
 * decode.test.
 */
#include <fcntl.h>
#include <mqueue.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define BAD ((void *)0x1000)

static void shared_memory(void)
{
	struct sembuf operations[2] = {{0, 1, 0}, {1, -1, IPC_NOWAIT | SEM_UNDO}};
	struct timespec brief = {0, 1000};
	struct shmid_ds state;
	long id = syscall(SYS_shmget, IPC_PRIVATE, 8192, IPC_CREAT | 0600), at;

	at = syscall(SYS_shmat, id, NULL, SHM_RDONLY);
	syscall(SYS_shmctl, id, IPC_STAT, &state);
	syscall(SYS_shmctl, id, IPC_STAT, BAD);
	syscall(SYS_shmdt, at);
	syscall(SYS_shmat, -1, BAD, SHM_RND | 0x20000);
	syscall(SYS_shmdt, NULL);
	syscall(SYS_shmctl, id, IPC_RMID, NULL);
	syscall(SYS_shmctl, -1, 77, NULL);
	syscall(SYS_shmget, 0x1234, -1L, 0x10000);
	id = syscall(SYS_semget, IPC_PRIVATE, 2, 0600);
	syscall(SYS_semop, id, operations, 2);
	syscall(SYS_semop, id, BAD, 2);
	syscall(SYS_semop, -1, NULL, 0);
	syscall(SYS_semtimedop, id, operations, 1, &brief);
	syscall(SYS_semtimedop, id, operations + 1, 1, NULL);
	syscall(SYS_semctl, id, 0, IPC_RMID, 0);
}

static void message_queues(void)
{
	struct mq_attr attr = {.mq_maxmsg = 4, .mq_msgsize = 16};
	struct timespec brief = {0, 1000};
	unsigned priority;
	char text[16];
	int mq = syscall(SYS_mq_open, "faultless-test", O_RDWR | O_CREAT, 0600, &attr);

	syscall(SYS_mq_timedsend, mq, "hello", 5, 3, NULL);
	syscall(SYS_mq_timedsend, mq, BAD, 5, 3, &brief);
	syscall(SYS_mq_timedsend, -1, NULL, 0, 0, NULL);
	syscall(SYS_mq_timedreceive, mq, text, sizeof(text), &priority, NULL);
	syscall(SYS_mq_timedreceive, mq, text, 1, NULL, &brief);
	syscall(SYS_mq_getsetattr, mq, NULL, &attr);
	syscall(SYS_mq_getsetattr, mq, &attr, NULL);
	syscall(SYS_mq_getsetattr, -1, BAD, BAD);
	syscall(SYS_mq_unlink, "faultless-test");
	syscall(SYS_mq_unlink, BAD);
	syscall(SYS_mq_open, NULL, O_RDONLY);
	syscall(SYS_mq_open, "none", O_CREAT | O_EXCL, 0600, BAD);
}

static void ids(void)
{
	unsigned long head, len;

	syscall(SYS_setuid, getuid());
	syscall(SYS_setgid, -1);
	syscall(SYS_setregid, -1, -1);
	syscall(SYS_setresuid, -1, -1, -1);
	syscall(SYS_setfsgid, -1);
	syscall(SYS_getppid);
	syscall(SYS_gettid);
	syscall(SYS_sched_yield);
	syscall(SYS_get_robust_list, 0, &head, &len);
	syscall(SYS_get_robust_list, -1, NULL, BAD);
	syscall(SYS_set_robust_list, BAD, 1);
	syscall(SYS_rseq, NULL, 0, 7, 0);
	syscall(SYS_sync);
}

static void descriptors(void)
{
	struct iovec local = {"x", 1}, remote = {BAD, 1};

	syscall(SYS_eventfd, 7);
	syscall(SYS_inotify_init);
	syscall(SYS_fanotify_init, 0x33, O_RDWR);
	syscall(SYS_fanotify_mark, -1, 1, 0x40000008, AT_FDCWD, "/none");
	syscall(SYS_fanotify_mark, -1, 0x80, 0, -1, NULL);
	syscall(SYS_process_vm_writev, -1, &local, 1, &remote, 1, 0);
	syscall(SYS_process_vm_writev, -1, BAD, 1, NULL, 0, 1);
	syscall(SYS_process_madvise, -1, &remote, 1, MADV_COLD, 0);
	syscall(SYS_process_mrelease, -1, 1);
	syscall(SYS_memfd_secret, O_CLOEXEC);
	syscall(SYS_mount_setattr, -1, "none", 0x8000, NULL, 0);
	syscall(SYS_mount_setattr, -1, BAD, 1, BAD, 32);
	syscall(SYS_landlock_restrict_self, -1, 0);
	syscall(SYS_kexec_file_load, -1, -1, 4, "none", 8);
	syscall(SYS_setdomainname, BAD, 5);
}

static void memory(void)
{
	unsigned long node;
	int mode, status;
	void *page = &mode;

	syscall(SYS_get_mempolicy, &mode, NULL, 0, NULL, 0);
	syscall(SYS_get_mempolicy, &mode, &node, 64, &mode, 3);
	syscall(SYS_get_mempolicy, BAD, BAD, 64, NULL, 0x10);
	syscall(SYS_move_pages, 0, 1, &page, NULL, &status, 0);
	syscall(SYS_move_pages, 0, 1, BAD, NULL, BAD, 2);
	syscall(SYS_move_pages, -1, 0, NULL, NULL, NULL, 8);
	syscall(SYS_migrate_pages, -1, 1, NULL, NULL);
	syscall(SYS_migrate_pages, 0, 64, BAD, BAD);
	syscall(SYS_set_mempolicy_home_node, BAD, 4096, 0, 0);
}

/* Numbers that no kernel serves any longer. */
static void gone(void)
{
	syscall(SYS_create_module, "none", 4096);
	syscall(SYS_get_kernel_syms, NULL);
	syscall(SYS_query_module, NULL, 0, NULL, 0, NULL);
	syscall(SYS_getpmsg, 1, 2, 3, 4, 5);
	syscall(SYS_putpmsg, 1, 2, 3, 4, 5);
	syscall(SYS_afs_syscall, 1, 2, 3, 4, 5);
	syscall(SYS_tuxcall, 1, 2, 3);
	syscall(SYS_security, 1, 2, 3);
	syscall(SYS_vserver, 1, 2, 3, 4, 5);
	syscall(SYS_epoll_ctl_old, 1, 2, 3, 4);
	syscall(SYS_epoll_wait_old, 1, 2, 3, 4);
	syscall(SYS__sysctl, BAD);
}

/* In one piece: a child that returned to C would spoil the stack, which it shares with its parent. */
static pid_t vfork_and_end(int status)
{
	long pid = SYS_vfork;

	asm volatile("syscall\n\t"
		     "test %%rax, %%rax\n\t"
		     "jnz 1f\n\t"
		     "mov %[exit], %%eax\n\t"
		     "syscall\n"
		     "1:"
		     : "+a"(pid)
		     : "D"((long)status), [exit] "i"(SYS_exit_group)
		     : "rcx", "r11", "memory");
	return pid;
}

static void nameless(void)
{
	syscall(1000, 1, 2, 3, 4, 5, 6);
	syscall(0x80000027L, 1, 2, 3, 4, 5, 6);
	syscall(-1, 1, 2, 3, 4, 5, 6);
}

static void children(void)
{
	pid_t pid = syscall(SYS_fork);

	if (!pid) {
		syscall(SYS_setsid);
		syscall(SYS_vhangup); /* it has no terminal any more */
		syscall(SYS_setresuid, 65534, 65534, 65534);
		syscall(SYS_vhangup);
		syscall(SYS_set_tid_address, BAD);
		syscall(SYS_exit, 3);
	}
	syscall(SYS_wait4, pid, NULL, 0, NULL);
	pid = vfork_and_end(4);
	syscall(SYS_wait4, pid, NULL, 0, NULL);
}

int main(void)
{
	shared_memory();
	message_queues();
	ids();
	descriptors();
	memory();
	gone();
	nameless();
	children();
	return 0;
}
