// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * The calls of the memory, process, scheduling and id families, each with usual arguments, with NULL, with a bad
 * address and with unknown flags. Traced by decode.test.
 */
#include <asm/prctl.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/keyctl.h>
#include <linux/landlock.h>
#include <linux/mempolicy.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/reboot.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/sysinfo.h>
#include <sys/times.h>
#include <sys/uio.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

#define BAD ((void *)0x1000)

static void memory(void)
{
	unsigned char present[3];
	char *p = (char *)syscall(
		SYS_mmap, NULL, 12288, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (p == MAP_FAILED)
		return;
	p[0] = 1;
	syscall(SYS_mincore, p, 12288, present);
	syscall(SYS_mincore, p + 1, 12288, present);
	syscall(SYS_mincore, p, 12288, BAD);
	syscall(SYS_mprotect, p, 4096, PROT_READ);
	syscall(SYS_mprotect, p, 4096, PROT_NONE);
	syscall(SYS_mprotect, BAD, 4096, 0xff0);
	syscall(SYS_madvise, p, 4096, MADV_DONTNEED);
	syscall(SYS_madvise, p, 4096, 77);
	syscall(SYS_msync, p, 4096, MS_SYNC | MS_INVALIDATE);
	syscall(SYS_msync, p, 4096, 0x100);
	syscall(SYS_mlock, BAD, 4096);
	syscall(SYS_mlock2, BAD, 4096, MLOCK_ONFAULT);
	syscall(SYS_munlock, p, 4096);
	syscall(SYS_mlockall, 0x10);
	syscall(SYS_munlockall);
	p = (char *)syscall(SYS_mremap, p, 12288, 16384, MREMAP_MAYMOVE);
	syscall(SYS_mremap, p, 4096, 8192, MREMAP_MAYMOVE | MREMAP_FIXED, BAD);
	syscall(SYS_mremap, p, 4096, 8192, 0x40);
	syscall(SYS_munmap, p, 16384);
	syscall(SYS_munmap, 1, 0);
	syscall(SYS_mmap, NULL, 0, PROT_NONE, MAP_SHARED, 77, 0x1000);
	syscall(SYS_mmap, BAD, 1, PROT_EXEC | 0x100, 0x800000 | MAP_FIXED, -1, 1);
	syscall(SYS_brk, NULL);
	syscall(SYS_pkey_alloc, 1, 1);
	syscall(SYS_pkey_free, 99);
	syscall(SYS_pkey_mprotect, BAD, 4096, PROT_READ, 99);
	syscall(SYS_remap_file_pages, BAD, 4096, 0, 0, MAP_SHARED);
	syscall(SYS_mbind, BAD, 4096, MPOL_DEFAULT, NULL, 0, 0x10);
	syscall(SYS_set_mempolicy, 9, NULL, 0);
	syscall(SYS_membarrier, 0, 0);
	syscall(SYS_membarrier, 77, 1);
	syscall(SYS_process_vm_readv, -1, NULL, 0, NULL, 0, 0);
	syscall(SYS_userfaultfd, 2);
}

static void children(void)
{
	int status = 0;
	struct rusage usage;
	siginfo_t info;
	pid_t pid;

	syscall(SYS_wait4, -1, &status, 0, NULL);
	syscall(SYS_wait4, -1, NULL, WNOHANG | WUNTRACED | 0x100, NULL);
	pid = fork();
	if (!pid)
		_exit(3);
	syscall(SYS_wait4, pid, &status, 0, &usage);
	pid = fork();
	if (!pid)
		raise(SIGKILL);
	syscall(SYS_wait4, pid, &status, __WALL, NULL);
	pid = fork();
	if (!pid) {
		raise(SIGSTOP);
		_exit(0);
	}
	syscall(SYS_wait4, pid, &status, WUNTRACED, NULL);
	syscall(SYS_wait4, pid, &status, WNOHANG, NULL);
	syscall(SYS_kill, pid, SIGCONT);
	syscall(SYS_wait4, pid, &status, WCONTINUED, NULL);
	syscall(SYS_wait4, pid, BAD, 0, NULL);
	syscall(SYS_waitid, P_PID, pid, &info, WEXITED | WNOWAIT, NULL);
	syscall(SYS_waitid, 9, -1, NULL, 0x100, NULL);
	syscall(SYS_kill, 0x7ffffffe, SIGRTMIN);
	syscall(SYS_kill, 0x7ffffffe, 65);
	syscall(SYS_tkill, -1, SIGTERM);
	syscall(SYS_tgkill, -1, -1, 0);
	syscall(SYS_execve, "/none", NULL, NULL);
	syscall(SYS_execve, BAD, BAD, BAD);
	syscall(SYS_execveat, AT_FDCWD, "/none", NULL, NULL, 0x100);
	syscall(SYS_clone, 0x80000000UL | CLONE_THREAD, NULL, NULL, NULL, NULL);
	syscall(SYS_clone3, NULL, 64);
	syscall(SYS_clone3, BAD, 88);
	syscall(SYS_unshare, 0x1);
	syscall(SYS_setns, -1, CLONE_NEWNET | CLONE_NEWNS);
	syscall(SYS_kcmp, 0x7ffffffe, 1, 0, 3, 4);
	syscall(SYS_pidfd_open, 0x7ffffffe, 0);
	syscall(SYS_pidfd_open, -1, 0x800);
	syscall(SYS_pidfd_getfd, -1, 3, 0);
	syscall(SYS_pidfd_send_signal, -1, SIGUSR1, NULL, 0);
}

static void controls(void)
{
	char name[16];
	int n;
	unsigned long word;
	struct sock_fprog none = {1, NULL};

	syscall(SYS_prctl, PR_SET_NAME, "a long name for a task");
	syscall(SYS_prctl, PR_GET_NAME, name);
	syscall(SYS_prctl, PR_SET_NAME, BAD);
	syscall(SYS_prctl, PR_GET_DUMPABLE);
	syscall(SYS_prctl, PR_SET_DUMPABLE, 1);
	syscall(SYS_prctl, PR_SET_PDEATHSIG, SIGUSR1);
	syscall(SYS_prctl, PR_GET_PDEATHSIG, &n);
	syscall(SYS_prctl, PR_SET_PDEATHSIG, 0);
	syscall(SYS_prctl, PR_SET_CHILD_SUBREAPER, 0);
	syscall(SYS_prctl, PR_GET_CHILD_SUBREAPER, &n);
	syscall(SYS_prctl, PR_CAPBSET_READ, CAP_SYS_ADMIN);
	syscall(SYS_prctl, PR_CAPBSET_READ, 99);
	syscall(SYS_prctl, PR_GET_SECUREBITS);
	syscall(SYS_prctl, PR_GET_TIMERSLACK);
	syscall(SYS_prctl, PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0);
	syscall(SYS_prctl, PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0);
	syscall(SYS_prctl, PR_CAP_AMBIENT, PR_CAP_AMBIENT_IS_SET, CAP_CHOWN, 0, 0);
	syscall(SYS_prctl, PR_GET_SECCOMP);
	syscall(SYS_prctl, PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &none);
	syscall(SYS_prctl, PR_GET_TSC, &n);
	syscall(SYS_prctl, PR_SET_PTRACER, -1L);
	syscall(SYS_prctl, PR_SET_PTRACER, 0);
	syscall(SYS_prctl, PR_GET_TID_ADDRESS, &word);
	syscall(SYS_prctl, 0x7777, 1, 2, 3, 4);
	syscall(SYS_arch_prctl, ARCH_GET_FS, &word);
	syscall(SYS_arch_prctl, ARCH_GET_CPUID);
	syscall(SYS_arch_prctl, 0x3001, 0x1234);
	syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_LOG, &none);
	syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &(unsigned){SECCOMP_RET_ALLOW});
	syscall(SYS_seccomp, 77, 1, NULL);
	syscall(SYS_personality, 0xffffffff);
	syscall(SYS_personality, PER_LINUX);
	syscall(SYS_ptrace, PTRACE_ATTACH, 0x7ffffffe, NULL, NULL);
	syscall(SYS_ptrace, PTRACE_SEIZE, 0x7ffffffe, NULL,
		PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);
	syscall(SYS_ptrace, PTRACE_CONT, 0x7ffffffe, NULL, SIGTERM);
	syscall(SYS_ptrace, 0x9999, 1, 2, 3);
	syscall(SYS_landlock_create_ruleset, NULL, 0, 1);
	syscall(SYS_landlock_add_rule, -1, LANDLOCK_RULE_PATH_BENEATH, NULL, 0);
	syscall(SYS_keyctl, KEYCTL_GET_KEYRING_ID, KEY_SPEC_SESSION_KEYRING, 0);
	syscall(SYS_keyctl, 0x7777, 1, 2, 3, 4);
	syscall(SYS_add_key, "user", NULL, "x", 1, KEY_SPEC_PROCESS_KEYRING);
	syscall(SYS_request_key, "none", "none", NULL, 0);
}

static void resources(void)
{
	struct rlimit limit;
	struct rusage usage;
	struct tms times;
	struct utsname name;
	unsigned attr[14] = {sizeof(attr)};
	unsigned long mask[16];
	int priority, cpu, node;

	syscall(SYS_getrlimit, RLIMIT_STACK, &limit);
	syscall(SYS_prlimit64, 0, RLIMIT_NOFILE, NULL, &limit);
	syscall(SYS_prlimit64, 0, RLIMIT_CORE, &(struct rlimit){0, RLIM_INFINITY}, NULL);
	syscall(SYS_prlimit64, 0, 77, NULL, &limit);
	syscall(SYS_setrlimit, RLIMIT_CORE, BAD);
	syscall(SYS_getrusage, RUSAGE_CHILDREN, &usage);
	syscall(SYS_getrusage, 7, &usage);
	syscall(SYS_times, NULL);
	syscall(SYS_times, BAD);
	(void)times;
	syscall(SYS_sysinfo, BAD);
	syscall(SYS_uname, &name);
	syscall(SYS_sched_getscheduler, 0);
	syscall(SYS_sched_setscheduler, 0, SCHED_OTHER, &(int){0});
	syscall(SYS_sched_setscheduler, 0, 77, NULL);
	syscall(SYS_sched_getparam, 0, &priority);
	syscall(SYS_sched_setparam, -1, BAD);
	syscall(SYS_sched_get_priority_max, SCHED_FIFO);
	syscall(SYS_sched_get_priority_min, 77);
	syscall(SYS_sched_getaffinity, 0, sizeof(mask), mask);
	syscall(SYS_sched_setaffinity, 0, sizeof(mask), mask);
	syscall(SYS_sched_getattr, 0, attr, sizeof(attr), 0);
	syscall(SYS_sched_setattr, -1, attr, 0);
	syscall(SYS_sched_rr_get_interval, -1, NULL);
	syscall(SYS_getpriority, PRIO_PROCESS, 0);
	syscall(SYS_setpriority, PRIO_PGRP, -1, 0);
	syscall(SYS_setpriority, 7, 0, 0);
	syscall(SYS_ioprio_get, 1, 0);
	syscall(SYS_ioprio_set, 1, -1, 0x4004);
	syscall(SYS_ioprio_set, 9, -1, 0xffff);
	syscall(SYS_getcpu, &cpu, NULL, NULL);
	syscall(SYS_getcpu, NULL, &node, NULL);
}

static void ids(void)
{
	unsigned r, e, s, groups[64];
	struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0},
					odd = {0x12345678, 0};
	struct __user_cap_data_struct data[2];

	syscall(SYS_getuid);
	syscall(SYS_geteuid);
	syscall(SYS_getgid);
	syscall(SYS_getegid);
	syscall(SYS_getresuid, &r, &e, &s);
	syscall(SYS_getresgid, &r, &e, BAD);
	syscall(SYS_setreuid, -1, -1);
	syscall(SYS_setresgid, -1, -1, -1);
	syscall(SYS_setfsuid, -1);
	syscall(SYS_getgroups, 0, NULL);
	syscall(SYS_getgroups, 64, groups);
	syscall(SYS_getgroups, -1, groups);
	syscall(SYS_setgroups, -1, BAD);
	syscall(SYS_capget, &header, data);
	syscall(SYS_capset, &header, data);
	syscall(SYS_capget, &header, NULL);
	syscall(SYS_capget, &odd, data);
	syscall(SYS_capget, BAD, data);
	syscall(SYS_getpgid, 0);
	syscall(SYS_getsid, -1);
	syscall(SYS_setpgid, -1, 0);
	syscall(SYS_getpgrp);
}

static void system_wide(void)
{
	char bytes[16];

	syscall(SYS_getrandom, bytes, 0, 3);
	syscall(SYS_getrandom, BAD, 16, 0x10);
	syscall(SYS_mount, "none", "/none", "none", 0x200, NULL);
	syscall(SYS_mount, NULL, BAD, NULL, 0xc0ed0000UL | 1, "data");
	syscall(SYS_umount2, "/none", 2);
	syscall(SYS_umount2, "/none", 0x40);
	syscall(SYS_swapon, "/none", 0x8005);
	syscall(SYS_swapoff, "/none");
	syscall(SYS_acct, "/none");
	syscall(SYS_reboot, 1, 2, 3, NULL);
	syscall(SYS_sethostname, BAD, -1);
	syscall(SYS_delete_module, "none", 0x800);
	syscall(SYS_finit_module, -1, "arguments", 4);
	syscall(SYS_init_module, BAD, 0, "");
	syscall(SYS_quotactl, 0x80000700, "/none", 1000, NULL);
	syscall(SYS_quotactl, 0x12345678, NULL, 5, BAD);
	syscall(SYS_bpf, 77, NULL, 0);
	syscall(SYS_open_tree, AT_FDCWD, "/none", 1);
	syscall(SYS_move_mount, -1, "", -1, "", 0x44);
	syscall(SYS_fsopen, "none", 1);
	syscall(SYS_fsconfig, -1, 1, "key", "value", 0);
	syscall(SYS_fsconfig, -1, 77, "key", "value", 0);
	syscall(SYS_fsmount, -1, 1, 0x25);
	syscall(SYS_fspick, -1, "/none", 0x1b);
	syscall(SYS_iopl, 7);
	syscall(SYS_ioperm, -1L, 1L, 1);
	syscall(SYS_nfsservctl, 1, 2, 3);
	syscall(0x1d7 + 1000, 1, 2, 3, 4, 5, 6);
}

/* The first process of a PID namespace restarts it: it has ended by a signal then. */
static void restart(int command)
{
	pid_t pid = syscall(SYS_clone, CLONE_NEWPID | SIGCHLD, NULL, NULL, NULL, NULL);

	if (pid < 0)
		return; /* in the first namespace it would be the machine */
	if (!pid) {
		reboot(command);
		_exit(1);
	}
	syscall(SYS_wait4, pid, NULL, 0, NULL);
}

int main(void)
{
	memory();
	children();
	controls();
	resources();
	ids();
	system_wide();
	restart(RB_POWER_OFF);
	restart(RB_AUTOBOOT);
	return 0;
}
