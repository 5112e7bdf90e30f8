// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * The calls of the 32-bit entry, whose numbers stand DESC_COMPAT above those of the 64-bit one. Most are calls that the
 * 64-bit table describes (SAME, or LIKE one of another name): compat.c makes theirs out of it, with the types that are
 * laid out otherwise (desc_compat_types), and leaves the address of what has none. TIME64 calls have the times of 64-bit
 * tasks. The others have a line of their own here.
 */
#include <fcntl.h>
#include <linux/ipc.h>
#include <linux/msg.h>
#include <linux/net.h>
#include <linux/sem.h>
#include <linux/shm.h>
#include <sched.h>
#include "compat.h"
#include "nr-i386.h"
#include "nr-x86_64.h"
#include "types.h"

/* __O_TMPFILE of the kernel; the C library's has O_DIRECTORY in it. */
#define O_TMPFILE_BIT 020000000

/* clang-format off */

#define SAME(name_)          { .nr = NR32_##name_, .name = #name_, .like = NR_##name_ }
#define LIKE(name_, like_)   { .nr = NR32_##name_, .name = #name_, .like = NR_##like_ }
#define TIME64(name_, like_) { .nr = NR32_##name_, .name = #name_, .like = NR_##like_, .time64 = true }

const struct compat_like desc_compat_likes[] = {
	SAME(restart_syscall), SAME(exit), SAME(fork), SAME(read), SAME(write), SAME(open), SAME(close),
	SAME(creat), SAME(link), SAME(unlink), SAME(chdir), SAME(mknod), SAME(chmod), SAME(lseek), SAME(getpid),
	SAME(mount), SAME(getuid), SAME(ptrace), SAME(alarm), SAME(pause), SAME(utime), SAME(access), SAME(sync),
	SAME(kill), SAME(rename), SAME(mkdir), SAME(rmdir), SAME(dup), SAME(pipe), SAME(times), SAME(brk),
	SAME(getgid), SAME(geteuid), SAME(getegid), SAME(acct), SAME(umount2), SAME(ioctl), SAME(fcntl),
	SAME(setpgid), SAME(umask), SAME(chroot), SAME(ustat), SAME(dup2), SAME(getppid), SAME(getpgrp),
	SAME(setsid), SAME(sethostname), SAME(getrusage), SAME(gettimeofday), SAME(settimeofday), SAME(symlink),
	SAME(readlink), SAME(uselib), SAME(swapon), SAME(reboot), SAME(munmap), SAME(truncate), SAME(ftruncate),
	SAME(fchmod), SAME(getpriority), SAME(setpriority), SAME(statfs), SAME(fstatfs), SAME(ioperm),
	SAME(syslog), SAME(setitimer), SAME(getitimer), SAME(stat), SAME(lstat), SAME(fstat), SAME(iopl),
	SAME(vhangup), SAME(wait4), SAME(swapoff), SAME(sysinfo), SAME(fsync), SAME(setdomainname), SAME(uname),
	SAME(modify_ldt), SAME(adjtimex), SAME(mprotect), SAME(create_module), SAME(init_module),
	SAME(delete_module), SAME(get_kernel_syms), SAME(quotactl), SAME(getpgid), SAME(fchdir), SAME(sysfs),
	SAME(personality), SAME(afs_syscall), LIKE(_newselect, select), SAME(flock), SAME(msync), SAME(readv),
	SAME(writev), SAME(getsid), SAME(fdatasync), SAME(_sysctl), SAME(mlock), SAME(munlock), SAME(mlockall),
	SAME(munlockall), SAME(sched_setparam), SAME(sched_getparam), SAME(sched_setscheduler),
	SAME(sched_getscheduler), SAME(sched_yield), SAME(sched_get_priority_max), SAME(sched_get_priority_min),
	SAME(sched_rr_get_interval), SAME(nanosleep), SAME(mremap), SAME(query_module), SAME(poll),
	SAME(nfsservctl), SAME(prctl), SAME(rt_sigprocmask), SAME(rt_sigpending), SAME(rt_sigtimedwait),
	SAME(rt_sigqueueinfo), SAME(rt_sigsuspend), SAME(getcwd), SAME(capget), SAME(capset), SAME(sigaltstack),
	SAME(getpmsg), SAME(putpmsg), SAME(vfork), LIKE(ugetrlimit, getrlimit), LIKE(lchown32, lchown),
	LIKE(getuid32, getuid), LIKE(getgid32, getgid), LIKE(geteuid32, geteuid), LIKE(getegid32, getegid),
	LIKE(setreuid32, setreuid), LIKE(setregid32, setregid), LIKE(getgroups32, getgroups),
	LIKE(setgroups32, setgroups), LIKE(fchown32, fchown), LIKE(setresuid32, setresuid),
	LIKE(getresuid32, getresuid), LIKE(setresgid32, setresgid), LIKE(getresgid32, getresgid),
	LIKE(chown32, chown), LIKE(setuid32, setuid), LIKE(setgid32, setgid), LIKE(setfsuid32, setfsuid),
	LIKE(setfsgid32, setfsgid), SAME(pivot_root), SAME(mincore), SAME(madvise), SAME(getdents64),
	LIKE(fcntl64, fcntl), SAME(gettid), SAME(setxattr), SAME(lsetxattr), SAME(fsetxattr), SAME(getxattr),
	SAME(lgetxattr), SAME(fgetxattr), SAME(listxattr), SAME(llistxattr), SAME(flistxattr), SAME(removexattr),
	SAME(lremovexattr), SAME(fremovexattr), SAME(tkill), LIKE(sendfile64, sendfile), SAME(futex),
	SAME(sched_setaffinity), SAME(sched_getaffinity), SAME(io_setup), SAME(io_destroy), SAME(io_getevents),
	SAME(io_submit), SAME(io_cancel), SAME(exit_group), SAME(epoll_create), SAME(epoll_ctl), SAME(epoll_wait),
	SAME(remap_file_pages), SAME(set_tid_address), SAME(timer_create), SAME(timer_settime),
	SAME(timer_gettime), SAME(timer_getoverrun), SAME(timer_delete), SAME(clock_settime), SAME(clock_gettime),
	SAME(clock_getres), SAME(clock_nanosleep), SAME(tgkill), SAME(utimes), SAME(vserver), SAME(mbind),
	SAME(get_mempolicy), SAME(set_mempolicy), SAME(mq_open), SAME(mq_unlink), SAME(mq_timedsend),
	SAME(mq_timedreceive), SAME(mq_notify), SAME(mq_getsetattr), SAME(kexec_load), SAME(waitid), SAME(add_key),
	SAME(request_key), SAME(keyctl), SAME(ioprio_set), SAME(ioprio_get), SAME(inotify_init),
	SAME(inotify_add_watch), SAME(inotify_rm_watch), SAME(migrate_pages), SAME(openat), SAME(mkdirat),
	SAME(mknodat), SAME(fchownat), SAME(futimesat), SAME(unlinkat), SAME(renameat), SAME(linkat),
	SAME(symlinkat), SAME(readlinkat), SAME(fchmodat), SAME(faccessat), SAME(pselect6), SAME(ppoll),
	SAME(unshare), SAME(set_robust_list), SAME(get_robust_list), SAME(splice), SAME(tee), SAME(vmsplice),
	SAME(move_pages), SAME(getcpu), SAME(epoll_pwait), SAME(utimensat), SAME(signalfd), SAME(timerfd_create),
	SAME(eventfd), SAME(timerfd_settime), SAME(timerfd_gettime), SAME(signalfd4), SAME(eventfd2),
	SAME(epoll_create1), SAME(dup3), SAME(pipe2), SAME(inotify_init1), SAME(rt_tgsigqueueinfo),
	SAME(perf_event_open), SAME(recvmmsg), SAME(fanotify_init), SAME(prlimit64), SAME(name_to_handle_at),
	SAME(open_by_handle_at), SAME(clock_adjtime), SAME(syncfs), SAME(sendmmsg), SAME(setns),
	SAME(process_vm_readv), SAME(process_vm_writev), SAME(kcmp), SAME(finit_module), SAME(sched_setattr),
	SAME(sched_getattr), SAME(renameat2), SAME(seccomp), SAME(getrandom), SAME(memfd_create), SAME(bpf),
	SAME(socket), SAME(socketpair), SAME(bind), SAME(connect), SAME(listen), SAME(accept4), SAME(getsockopt),
	SAME(setsockopt), SAME(getsockname), SAME(getpeername), SAME(sendto), SAME(sendmsg), SAME(recvfrom),
	SAME(recvmsg), SAME(shutdown), SAME(userfaultfd), SAME(membarrier), SAME(mlock2), SAME(copy_file_range),
	SAME(pkey_mprotect), SAME(pkey_alloc), SAME(pkey_free), SAME(statx), SAME(arch_prctl), SAME(io_pgetevents),
	SAME(rseq), SAME(semget), SAME(semctl), SAME(shmget), SAME(shmctl), SAME(shmat), SAME(shmdt), SAME(msgget),
	SAME(msgsnd), SAME(msgrcv), SAME(msgctl), TIME64(clock_gettime64, clock_gettime),
	TIME64(clock_settime64, clock_settime), TIME64(clock_adjtime64, clock_adjtime),
	TIME64(clock_getres_time64, clock_getres), TIME64(clock_nanosleep_time64, clock_nanosleep),
	TIME64(timer_gettime64, timer_gettime), TIME64(timer_settime64, timer_settime),
	TIME64(timerfd_gettime64, timerfd_gettime), TIME64(timerfd_settime64, timerfd_settime),
	TIME64(utimensat_time64, utimensat), TIME64(pselect6_time64, pselect6), TIME64(ppoll_time64, ppoll),
	TIME64(io_pgetevents_time64, io_pgetevents), TIME64(recvmmsg_time64, recvmmsg),
	TIME64(mq_timedsend_time64, mq_timedsend), TIME64(mq_timedreceive_time64, mq_timedreceive),
	TIME64(semtimedop_time64, semtimedop), TIME64(rt_sigtimedwait_time64, rt_sigtimedwait),
	TIME64(futex_time64, futex), TIME64(sched_rr_get_interval_time64, sched_rr_get_interval),
	SAME(pidfd_send_signal), SAME(io_uring_setup), SAME(io_uring_enter), SAME(io_uring_register),
	SAME(open_tree), SAME(move_mount), SAME(fsopen), SAME(fsconfig), SAME(fsmount), SAME(fspick),
	SAME(pidfd_open), SAME(clone3), SAME(close_range), SAME(openat2), SAME(pidfd_getfd), SAME(faccessat2),
	SAME(process_madvise), TIME64(epoll_pwait2, epoll_pwait2), SAME(mount_setattr), SAME(quotactl_fd),
	SAME(landlock_create_ruleset), SAME(landlock_add_rule), SAME(landlock_restrict_self), SAME(memfd_secret),
	SAME(process_mrelease), SAME(futex_waitv), SAME(set_mempolicy_home_node), SAME(cachestat), SAME(fchmodat2),
	SAME(map_shadow_stack), SAME(futex_wake), SAME(futex_wait), SAME(futex_requeue), SAME(statmount),
	SAME(listmount), SAME(lsm_get_self_attr), SAME(lsm_set_self_attr), SAME(lsm_list_modules), SAME(mseal),
	SAME(setxattrat), SAME(getxattrat), SAME(listxattrat), SAME(removexattrat), SAME(open_tree_attr),
	SAME(file_getattr), SAME(file_setattr), SAME(listns), SAME(rseq_slice_yield)
};
const unsigned desc_ncompat_likes = sizeof(desc_compat_likes) / sizeof(desc_compat_likes[0]);

const struct compat_type desc_compat_types[] = {
	/* laid out otherwise */
	{ &type_iovec, &type_iovec32 }, { &type_iovec_remote, &type_iovec_remote32 }, { &type_strv, &type_strv32 },
	{ &type_envv, &type_envv32 }, { &type_timespec, &type_timespec32, true }, { &type_timeval, &type_timeval32 },
	{ &type_itimerspec, &type_itimerspec32, true }, { &type_itimerval, &type_itimerval32 },
	{ &type_rlimit, &type_rlimit32 }, { &type_rusage, &type_rusage32 }, { &type_tms, &type_tms32 },
	{ &type_sysinfo, &type_sysinfo32 }, { &type_stat, &type_stat32 }, { &type_statfs, &type_statfs32 },
	{ &type_flock, &type_flock32 }, { &type_flock_pid, &type_flock_pid32 }, { &type_utimbuf, &type_utimbuf32 },
	{ &type_sigaltstack, &type_sigaltstack32 }, { &type_msghdr, &type_msghdr32 },
	{ &type_msghdr_received, &type_msghdr_received32 }, { &type_mmsghdr, &type_mmsghdr32 },
	{ &type_mmsghdr_received, &type_mmsghdr_received32 }, { &type_mmsghdr_plain, &type_mmsghdr_plain32 }, { &type_siginfo, &type_siginfo32 }, { &type_mq_attr, &type_mq_attr32 },
	{ &type_sock_fprog, &type_sock_fprog32 }, { &type_seccomp_fprog, &type_seccomp_fprog32 },
	{ &type_shmid64_ds, &type_shmid64_ds32 }, { &type_shm_set, &type_shm_set32 }, { &type_shminfo64, &type_shminfo64_32 },
	{ &type_shm_info, &type_shm_info32 }, { &type_msqid64_ds, &type_msqid64_ds32 }, { &type_msg_set, &type_msg_set32 },
	{ &type_sigevent, &type_sigevent32 }, { &type_semid64_ds, &type_semid64_ds32 }, { &type_sem_set, &type_sem_set32 }, { &type_msgbuf, &type_msgbuf32 },
	/* the same */
	{ &type_msginfo, &type_msginfo }, { &type_seminfo, &type_seminfo },
	{ &type_sock_filter, &type_sock_filter },
	{ &type_path, &type_path }, { &type_string, &type_string }, { &type_bytes, &type_bytes }, { &type_message, &type_message },
	{ &type_binary, &type_binary }, { &type_text_read, &type_text_read }, { &type_fd, &type_fd }, { &type_pid, &type_pid },
	{ &type_uid, &type_uid }, { &type_gid, &type_gid }, { &type_i32, &type_i32 }, { &type_u32, &type_u32 },
	{ &type_x32, &type_x32 }, { &type_u8, &type_u8 }, { &type_off, &type_off }, { &type_socklen, &type_socklen },
	{ &type_signal, &type_signal }, { &type_statx, &type_statx }, { &type_open_how, &type_open_how },
	{ &type_clone_args, &type_clone_args }, { &type_file_handle, &type_file_handle },
	{ &type_file_handle_got, &type_file_handle_got }, { &type_cachestat_range, &type_cachestat_range },
	{ &type_cachestat, &type_cachestat }, { &type_file_attr, &type_file_attr }, { &type_mount_attr, &type_mount_attr },
	{ &type_mnt_id_req, &type_mnt_id_req }, { &type_listmount_req, &type_listmount_req }, { &type_sched_attr, &type_sched_attr }, { &type_utsname, &type_utsname },
	{ &type_cap_header, &type_cap_header }, { &type_cap_data, &type_cap_data }, { &type_sembuf, &type_sembuf },
	{ &type_landlock_ruleset_attr, &type_landlock_ruleset_attr }, { &type_pollfd, &type_pollfd },
	{ &type_landlock_path_beneath_attr, &type_landlock_path_beneath_attr }, { &type_epoll_event, &type_epoll_event },
	{ &type_sockaddr, &type_sockaddr }, { &type_wait_status, &type_wait_status }, { &type_cpuset, &type_cpuset },
	{ &type_sigset, &type_sigset }, { &type_sigset_sized, &type_sigset_sized }, { &type_dirents64, &type_dirents64 },
	{ &type_futex_waitv, &type_futex_waitv }, { &type_uring_params, &type_uring_params }, { &type_timezone, &type_timezone },
	{ &type_new_task_name, &type_new_task_name }, { &type_task_name, &type_task_name }, { &type_winsize, &type_winsize },
	{ &type_termios, &type_termios }, { &type_termios2, &type_termios2 }, { &type_f_owner_ex, &type_f_owner_ex },
	{ &type_sockopt_value, &type_sockopt_value }, { &type_utimens, &type_utimens, true }, { &type_user_desc, &type_user_desc32 },
	{ &type_bpf_map_create, &type_bpf_map_create }, { &type_perf_event_attr, &type_perf_event_attr },
	{ &type_fd_set, &type_fd_set }
};
const unsigned desc_ncompat_types = sizeof(desc_compat_types) / sizeof(desc_compat_types[0]);

#define CALL32(name_, classes_, ret_, ...) \
	{ .name = #name_, .nr = DESC_COMPAT + NR32_##name_, .classes = (classes_), .ret = &type_##ret_, .args = { __VA_ARGS__ } }
#define SWITCH32(name_, arg_, mask_, classes_, ret_, ...) \
	{ .name = #name_, .nr = DESC_COMPAT + NR32_##name_, .classes = (classes_), .ret = &type_##ret_, \
	  .args = { __VA_ARGS__ }, .switch1 = #arg_, .mask1 = (mask_) }
/* 64 bits in two registers, the low half in the first, or (HIGH_LOW) in the second. */
#define PAIR(first_)     .reg = (first_) + 1, .flags = FIELD_PAIR
#define HIGH_LOW(first_) .reg = (first_) + 1, .flags = FIELD_PAIR | FIELD_HIGH_FIRST

const struct syscall_desc desc_compat_calls[] = {
	/* ---- files ---- */
	CALL32(oldstat, FILENAME | STAT, none, IN(filename, path), ARG(statbuf, addr)),
	CALL32(oldlstat, FILENAME | LSTAT, none, IN(filename, path), ARG(statbuf, addr)),
	CALL32(oldfstat, DESC | FSTAT, none, ARG(fd, fd), ARG(statbuf, addr)),
	CALL32(stat64, FILENAME | STAT, none, IN(filename, path), OUT(statbuf, stat64_32)),
	CALL32(lstat64, FILENAME | LSTAT, none, IN(filename, path), OUT(statbuf, stat64_32)),
	CALL32(fstat64, DESC | FSTAT, none, ARG(fd, fd), OUT(statbuf, stat64_32)),
	CALL32(fstatat64, DESC | FILENAME | FSTAT, none, ARG(dfd, dirfd), IN(filename, path), OUT(statbuf, stat64_32),
		ARG(flag, at_flags)),
	CALL32(statfs64, FILENAME | STATFS, none, IN(pathname, path), ARG(sz, u32), OUT(buf, statfs64_32)),
	CALL32(fstatfs64, DESC | FSTATFS, none, ARG(fd, fd), ARG(sz, u32), OUT(buf, statfs64_32)),
	CALL32(truncate64, FILENAME, none, IN(path, path), ARG(length, u64, PAIR(1))),
	CALL32(ftruncate64, DESC, none, ARG(fd, fd), ARG(length, u64, PAIR(1))),
	CALL32(pread64, DESC, ssize, ARG(fd, fd), OUT(buf, bytes, LEN(ret)), ARG(count, u32), ARG(pos, off, PAIR(3))),
	CALL32(pwrite64, DESC, ssize, ARG(fd, fd), IN(buf, bytes, LEN(count)), ARG(count, u32), ARG(pos, off, PAIR(3))),
	CALL32(preadv, DESC, ssize, ARG(fd, fd), INOUT(vec, iovec32, COUNT(vlen), CAP(ret)), ARG(vlen, u32),
		ARG(pos, off, PAIR(3))),
	CALL32(pwritev, DESC, ssize, ARG(fd, fd), IN(vec, iovec32, COUNT(vlen)), ARG(vlen, u32), ARG(pos, off, PAIR(3))),
	CALL32(preadv2, DESC, ssize, ARG(fd, fd), INOUT(vec, iovec32, COUNT(vlen), CAP(ret)), ARG(vlen, u32),
		ARG(pos, off, PAIR(3)), ARG(flags, rwf_flags, REG(5))),
	CALL32(pwritev2, DESC, ssize, ARG(fd, fd), IN(vec, iovec32, COUNT(vlen)), ARG(vlen, u32), ARG(pos, off, PAIR(3)),
		ARG(flags, rwf_flags, REG(5))),
	CALL32(_llseek, DESC, none, ARG(fd, fd), ARG(offset, off, HIGH_LOW(1)), OUT(result, off, REG(3), FIXED(1)),
		ARG(whence, whence, REG(4))),
	CALL32(readahead, DESC, none, ARG(fd, fd), ARG(offset, off, PAIR(1)), ARG(count, u32, REG(3))),
	CALL32(fadvise64, DESC, none, ARG(fd, fd), ARG(offset, off, PAIR(1)), ARG(len, u32, REG(3)),
		ARG(advice, fadvise, REG(4))),
	CALL32(fadvise64_64, DESC, none, ARG(fd, fd), ARG(offset, off, PAIR(1)), ARG(len, off, PAIR(3)),
		ARG(advice, fadvise, REG(5))),
	CALL32(sync_file_range, DESC, none, ARG(fd, fd), ARG(offset, off, PAIR(1)), ARG(nbytes, off, PAIR(3)),
		ARG(flags, sync_file_range_flags, REG(5))),
	CALL32(fallocate, DESC, none, ARG(fd, fd), ARG(mode, fallocate_flags), ARG(offset, off, PAIR(2)),
		ARG(len, off, PAIR(4))),
	CALL32(sendfile, DESC | NET, ssize, ARG(out_fd, fd), ARG(in_fd, fd), INOUT(offset, u32, RESULT), ARG(count, u32)),
	CALL32(fanotify_mark, DESC | FILENAME, none, ARG(fanotify_fd, fd), ARG(flags, fanotify_mark_flags),
		ARG(mask, fanotify_mask, PAIR(2)), ARG(dfd, fan_dirfd, REG(4)), IN(pathname, path, REG(5))),
	CALL32(umount, FILENAME, none, IN(name, path)),
	CALL32(readdir, DESC, i32, ARG(fd, fd), ARG(dirent, addr), ARG(count, u32)),
	CALL32(getdents, DESC, i32, ARG(fd, fd), ARG(dirent, addr), ARG(count, u32)),
	CALL32(lookup_dcookie, 0, ssize, ARG(cookie, u64, PAIR(0)), ARG(buf, addr, REG(2)), ARG(len, u32, REG(3))),

	/* ---- memory, processes ---- */
	CALL32(mmap, DESC | MEM, x64, IN(args, mmap_args32)),
	CALL32(mmap2, DESC | MEM, x64, ARG(addr, addr), ARG(len, u32), ARG(prot, mmap_prot), ARG(flags, mmap_flags),
		ARG(fd, fd), ARG(pgoff, pages_offset)),
	CALL32(execve, FILENAME | PROC, none, IN(filename, path), IN(argv, strv32), IN(envp, envv32)),
	CALL32(execveat, DESC | FILENAME | PROC, none, ARG(fd, dirfd), IN(filename, path), IN(argv, strv32), IN(envp, envv32),
		ARG(flags, at_flags)),
	CALL32(clone, PROC, pid, ARG(child_stack, addr, REG(1), NAMED), ARG(flags, clone_flags, REG(0), NAMED),
		OUT(parent_tid, pid, REG(2), NAMED, WHEN(flags, CLONE_PIDFD | CLONE_PARENT_SETTID)),
		IN(tls, user_desc32, REG(3), NAMED, WHEN(flags, CLONE_SETTLS)),
		ARG(child_tidptr, addr, REG(4), NAMED, WHEN(flags, CLONE_CHILD_SETTID | CLONE_CHILD_CLEARTID))),
	CALL32(waitpid, PROC, pid, ARG(pid, pid), OUT(stat_addr, wait_status, FIXED(1), POSITIVE),
		ARG(options, wait_options)),
	CALL32(set_thread_area, 0, ret_thread_area, INOUT(u_info, user_desc32, NOTE)),
	CALL32(get_thread_area, 0, none, INOUT(u_info, user_desc32)),
	CALL32(nice, 0, none, ARG(increment, i32)),
	CALL32(vm86old, 0, none, ARG(info, addr)),
	CALL32(vm86, 0, none, ARG(cmd, x32), ARG(arg, addr)),
	CALL32(setrlimit, 0, none, ARG(resource, rlimit_resource), IN(rlim, rlimit32)),
	CALL32(getrlimit, 0, none, ARG(resource, rlimit_resource), OUT(rlim, rlimit32)),

	/* ---- signals ---- */
	CALL32(signal, SIG, i32, ARG(sig, signal), ARG(handler, sighandler)),
	CALL32(sigaction, SIG, none, ARG(sig, signal), IN(act, old_sigaction32), OUT(oact, old_sigaction32)),
	CALL32(rt_sigaction, SIG, none, ARG(sig, signal), IN(act, sigaction32), OUT(oact, sigaction32), ARG(sigsetsize, u32)),
	CALL32(sgetmask, SIG | NEVER_FAILS, ret_sgetmask),
	CALL32(ssetmask, SIG | NEVER_FAILS, ret_ssetmask, ARG(newmask, sigset32)),
	CALL32(sigsuspend, SIG, none, ARG(mask, sigset32, REG(2))),
	CALL32(sigpending, SIG, none, OUT(set, sigset32)),
	CALL32(sigprocmask, SIG, none, ARG(how, sigmask_how), IN(nset, sigset32), OUT(oset, sigset32)),
	CALL32(sigreturn, SIG, i32),
	CALL32(rt_sigreturn, SIG, i32),

	/* ---- ids of 16 bits ---- */
	CALL32(chown, FILENAME, none, IN(filename, path), ARG(user, uid16), ARG(group, uid16)),
	CALL32(lchown, FILENAME, none, IN(filename, path), ARG(user, uid16), ARG(group, uid16)),
	CALL32(fchown, DESC, none, ARG(fd, fd), ARG(user, uid16), ARG(group, uid16)),
	CALL32(setuid, CREDS, none, ARG(uid, uid16)),
	CALL32(setgid, CREDS, none, ARG(gid, uid16)),
	CALL32(setfsuid, CREDS, uid16, ARG(uid, uid16)),
	CALL32(setfsgid, CREDS, uid16, ARG(gid, uid16)),
	CALL32(setreuid, CREDS, none, ARG(ruid, uid16), ARG(euid, uid16)),
	CALL32(setregid, CREDS, none, ARG(rgid, uid16), ARG(egid, uid16)),
	CALL32(setresuid, CREDS, none, ARG(ruid, uid16), ARG(euid, uid16), ARG(suid, uid16)),
	CALL32(setresgid, CREDS, none, ARG(rgid, uid16), ARG(egid, uid16), ARG(sgid, uid16)),
	CALL32(getresuid, CREDS, none, OUT(ruidp, uid16, FIXED(1)), OUT(euidp, uid16, FIXED(1)), OUT(suidp, uid16, FIXED(1))),
	CALL32(getresgid, CREDS, none, OUT(rgidp, uid16, FIXED(1)), OUT(egidp, uid16, FIXED(1)), OUT(sgidp, uid16, FIXED(1))),
	CALL32(getgroups, CREDS, i32, ARG(gidsetsize, i32), OUT(grouplist, uid16, COUNT(ret))),
	CALL32(setgroups, CREDS, none, ARG(gidsetsize, i32), IN(grouplist, uid16, COUNT(gidsetsize))),

	/* ---- the others ---- */
	CALL32(time, CLOCK, ret_time, OUT(tloc, time_answer32)),
	CALL32(stime, CLOCK, none, IN(tptr, i32, FIXED(1))),
	CALL32(select, DESC, i32, ARG(args, addr)),
	SWITCH32(socketcall, call, 0xffffffff, NET, i32, ARG(call, socketcall), ARG(args, addr)),
	/* The upper half of the first one is a version. */
	{ .name = "ipc", .nr = DESC_COMPAT + NR32_ipc, .classes = IPC, .ret = &type_i32, .switch1 = "call", .mask1 = 0xffffffff, .mask2 = 0xffff,
	  .args = { ARG(call, ipc_call), ARG(first, x32), ARG(second, x32), ARG(third, x32), ARG(ptr, addr), ARG(fifth, x32) } },
	CALL32(olduname, 0, none, ARG(name, addr)),
	CALL32(oldolduname, 0, none, ARG(name, addr)),
	CALL32(break, 0, i32), CALL32(ftime, 0, i32), CALL32(prof, 0, i32), CALL32(lock, 0, i32), CALL32(mpx, 0, i32),
	CALL32(idle, 0, i32),
	CALL32(stty, 0, i32, ARG(arg1, x32), ARG(arg2, x32)),
	CALL32(gtty, 0, i32, ARG(arg1, x32), ARG(arg2, x32)),
	CALL32(ulimit, 0, i32, ARG(arg1, x32), ARG(arg2, x32)),
	CALL32(bdflush, 0, i32, ARG(arg1, x32), ARG(arg2, x32)),
	CALL32(profil, 0, i32, ARG(arg1, x32), ARG(arg2, x32), ARG(arg3, x32), ARG(arg4, x32)),
};
const unsigned desc_ncompat_calls = sizeof(desc_compat_calls) / sizeof(desc_compat_calls[0]);

const struct syscall_desc desc_compat_cases[] = {
#define FCNTL64(cmd_, ret_, ...) \
	{ .name = "fcntl64", .nr = DESC_COMPAT + NR32_fcntl64, .classes = DESC, .ret = &type_##ret_, .key = (cmd_), \
	  .args = { ARG(fd, fd), ARG(cmd, fcntl_cmd), __VA_ARGS__ } }
	FCNTL64(12 /* F_GETLK64 */, none, INOUT(arg, flock64_pid32)),
	FCNTL64(13 /* F_SETLK64 */, none, IN(arg, flock64_32)),
	FCNTL64(14 /* F_SETLKW64 */, none, IN(arg, flock64_32)),
	FCNTL64(F_OFD_GETLK, none, INOUT(arg, flock64_pid32)),
	FCNTL64(F_OFD_SETLK, none, IN(arg, flock64_32)),
	FCNTL64(F_OFD_SETLKW, none, IN(arg, flock64_32)),
#define R(r_) DESC_IN_REGISTER(r_)
#define BEHIND(r_, i_) DESC_IN_WORD(r_, i_)
/* A call that ipc makes, with arguments of its own; more of the form in brackets. */
#define IPC32_MADE(key_, name_, ret_, more_, ...) \
	{ .name = #name_, .nr = DESC_COMPAT + NR32_ipc, .classes = IPC, .ret = &type_##ret_, .key = (key_), MORE_ more_, .args = { __VA_ARGS__ } }
	IPC32_MADE(3 | DESC_ROUGHLY, semctl, i32, (.from = { R(1), R(2), R(3), BEHIND(4, 0) }, .as = DESC_COMPAT + NR32_semctl, .version = 3),
		ARG(semid, i32), ARG(semnum, i32), ARG(cmd, semctl_cmd), ARG(arg, word32)),
	IPC32_MADE(14 | DESC_ROUGHLY, msgctl, i32, (.from = { R(1), R(2), R(4) }, .as = DESC_COMPAT + NR32_msgctl, .version = 2),
		ARG(msqid, i32), ARG(cmd, msgctl_cmd), ARG(buf, addr)),
	IPC32_MADE(24 | DESC_ROUGHLY, shmctl, i32, (.from = { R(1), R(2), R(4) }, .as = DESC_COMPAT + NR32_shmctl, .version = 2),
		ARG(shmid, i32), ARG(cmd, shmctl_cmd), ARG(buf, addr)),
#define MSGRCV32(key_, ...) \
	IPC32_MADE(key_, msgrcv, i32, (.from = { __VA_ARGS__ }), \
		ARG(msqid, i32), OUT(msgp, msgbuf32), ARG(msgsz, u32), ARG(msgtyp, i32), ARG(msgflg, msg_ipc_flags))
	MSGRCV32(12 | DESC_ROUGHLY, R(1), BEHIND(4, 0), R(2), BEHIND(4, 1), R(3)), MSGRCV32(1 << 16 | 12, R(1), R(4), R(2), R(5), R(3)),
	/* Where it was attached is written to memory. */
	IPC32_MADE(21 | DESC_ROUGHLY, shmat, x64, (.from = { R(1), R(4), R(2), R(3) }, .answer = 4),
		ARG(shmid, i32), ARG(shmaddr, addr), ARG(shmflg, shmat_flags), OUT(raddr, addr32, FIXED(1), HIDDEN)),
/* Without IPC_64 the structures are those of the first Linux. */
#define OLD_CTL(name_, cmd_, ret_, ...) \
	{ .name = #name_, .nr = DESC_COMPAT + NR32_##name_, .classes = IPC, .ret = &type_##ret_, .key = (cmd_) | DESC_OLD, .args = { __VA_ARGS__ } }
#define OLD_SEM(cmd_, ret_, ...) OLD_CTL(semctl, cmd_, ret_, ARG(semid, i32), ARG(semnum, i32), ARG(cmd, semctl_cmd), __VA_ARGS__)
#define OLD_MSG(cmd_, ret_, ...) OLD_CTL(msgctl, cmd_, ret_, ARG(msqid, i32), ARG(cmd, msgctl_cmd), __VA_ARGS__)
#define OLD_SHM(cmd_, ret_, ...) OLD_CTL(shmctl, cmd_, ret_, ARG(shmid, i32), ARG(cmd, shmctl_cmd), __VA_ARGS__)
	OLD_SEM(IPC_STAT, none, OUT(arg, semid_ds32)), OLD_SEM(SEM_STAT, i32, OUT(arg, semid_ds32)),
	OLD_SEM(SEM_STAT_ANY, i32, OUT(arg, semid_ds32)), OLD_SEM(IPC_SET, none, IN(arg, sem_set_old32)),
	OLD_SEM(IPC_INFO, i32, OUT(arg, seminfo)), OLD_SEM(SEM_INFO, i32, OUT(arg, seminfo)),
	OLD_MSG(IPC_STAT, none, OUT(buf, msqid_ds32)), OLD_MSG(MSG_STAT, i32, OUT(buf, msqid_ds32)),
	OLD_MSG(MSG_STAT_ANY, i32, OUT(buf, msqid_ds32)), OLD_MSG(IPC_SET, none, IN(buf, msg_set_old32)),
	OLD_MSG(IPC_INFO, i32, OUT(buf, msginfo)), OLD_MSG(MSG_INFO, i32, OUT(buf, msginfo)),
	OLD_SHM(IPC_STAT, none, OUT(buf, shmid_ds32)), OLD_SHM(SHM_STAT, i32, OUT(buf, shmid_ds32)),
	OLD_SHM(SHM_STAT_ANY, i32, OUT(buf, shmid_ds32)), OLD_SHM(IPC_SET, none, IN(buf, shm_set_old32)),
	OLD_SHM(IPC_INFO, i32, OUT(buf, shminfo_old32)), OLD_SHM(SHM_INFO, i32, OUT(buf, shm_info32)),
};
const unsigned desc_ncompat_cases = sizeof(desc_compat_cases) / sizeof(desc_compat_cases[0]);

/* Its arguments lie in memory: so many words. */
#define SOCKET32(call_, name_, like_, ...) \
	{ .name = #name_, .nr = NR32_socketcall, .like = NR_##like_, .key = (call_), .from = { __VA_ARGS__ } }
/* The registers that its arguments are in. */
#define IPC32(call_, name_, ...) \
	{ .name = #name_, .nr = NR32_ipc, .like = NR_##name_, .key = (call_) | DESC_ROUGHLY, .from = { __VA_ARGS__ } }
#define WORDS2 DESC_IN_WORD(1, 0), DESC_IN_WORD(1, 1)
#define WORDS3 WORDS2, DESC_IN_WORD(1, 2)
#define WORDS4 WORDS3, DESC_IN_WORD(1, 3)
#define WORDS5 WORDS4, DESC_IN_WORD(1, 4)
#define WORDS6 WORDS5, DESC_IN_WORD(1, 5)
const struct compat_made desc_compat_made[] = {
	SOCKET32(SYS_SOCKET, socket, socket, WORDS3), SOCKET32(SYS_BIND, bind, bind, WORDS3),
	SOCKET32(SYS_CONNECT, connect, connect, WORDS3), SOCKET32(SYS_LISTEN, listen, listen, WORDS2),
	SOCKET32(SYS_ACCEPT, accept, accept, WORDS3), SOCKET32(SYS_GETSOCKNAME, getsockname, getsockname, WORDS3),
	SOCKET32(SYS_GETPEERNAME, getpeername, getpeername, WORDS3), SOCKET32(SYS_SOCKETPAIR, socketpair, socketpair, WORDS4),
	SOCKET32(SYS_SEND, send, sendto, WORDS4), SOCKET32(SYS_RECV, recv, recvfrom, WORDS4),
	SOCKET32(SYS_SENDTO, sendto, sendto, WORDS6), SOCKET32(SYS_RECVFROM, recvfrom, recvfrom, WORDS6),
	SOCKET32(SYS_SHUTDOWN, shutdown, shutdown, WORDS2), SOCKET32(SYS_SETSOCKOPT, setsockopt, setsockopt, WORDS5),
	SOCKET32(SYS_GETSOCKOPT, getsockopt, getsockopt, WORDS5), SOCKET32(SYS_SENDMSG, sendmsg, sendmsg, WORDS3),
	SOCKET32(SYS_RECVMSG, recvmsg, recvmsg, WORDS3), SOCKET32(SYS_ACCEPT4, accept4, accept4, WORDS4),
	SOCKET32(SYS_RECVMMSG, recvmmsg, recvmmsg, WORDS5), SOCKET32(SYS_SENDMMSG, sendmmsg, sendmmsg, WORDS4),
	IPC32(1, semop, R(1), R(4), R(2)), IPC32(2, semget, R(1), R(2), R(3)), IPC32(4, semtimedop, R(1), R(4), R(2), R(5)),
	IPC32(11, msgsnd, R(1), R(4), R(2), R(3)), IPC32(13, msgget, R(1), R(2)), IPC32(22, shmdt, R(4)),
	IPC32(23, shmget, R(1), R(2), R(3))
};
const unsigned desc_ncompat_made = sizeof(desc_compat_made) / sizeof(desc_compat_made[0]);
