# SPDX-License-Identifier: LGPL-2.1-or-later
"""What table.test asks of the headers: families of constants, and which types of the description must name each of
them. What is left out on purpose stands here too, with the reason. Only data.
"""
import dataclasses
import typing


@dataclasses.dataclass
class Family:
    pattern: str  # of the constants' names
    headers: tuple  # where they are
    types: tuple  # every one of which must name each of them
    shown: typing.Callable = lambda value: value  # the value as it stands in the type


def family(pattern, headers, types, shown=None):
    made = Family(pattern, tuple(headers.split()), tuple(types.split()))
    if shown:
        made.shown = shown
    return made


FAMILIES = [
    # files
    family(r"O_(?!LARGEFILE|NDELAY)\w+", "asm/fcntl.h", "open_flags open_flags64"),
    family(r"F_(?!RDLCK|WRLCK|UNLCK|EXLCK|SHLCK|OWNER_|SEAL_)\w+", "linux/fcntl.h", "fcntl_cmd"),
    family(r"F_SEAL_\w+", "linux/fcntl.h", "seals"),
    family(r"F_OWNER_\w+", "linux/fcntl.h", "f_owner_type"),
    family(r"DN_\w+", "linux/fcntl.h", "dnotify"),
    family(r"LOCK_(SH|EX|NB|UN|MAND|READ|WRITE|RW)", "asm/fcntl.h", "flock_cmd"),
    family(r"AT_(SYMLINK_NOFOLLOW|SYMLINK_FOLLOW|REMOVEDIR|NO_AUTOMOUNT|EMPTY_PATH|RECURSIVE)", "linux/fcntl.h", "at_flags"),
    family(r"AT_STATX_(?!SYNC_TYPE)\w+", "linux/fcntl.h", "statx_sync"),
    family(r"AT_HANDLE_\w+", "linux/fcntl.h", "handle_flags"),
    family(r"AT_EXECVE_CHECK", "linux/fcntl.h", "execveat_flags"),
    family(r"SEEK_\w+", "linux/fs.h", "whence"),
    family(r"RENAME_\w+", "linux/fs.h", "rename_flags"),
    family(r"RWF_(?!SUPPORTED)\w+", "linux/fs.h", "rwf_flags"),
    family(r"FALLOC_FL_(?!ALLOCATE_RANGE)\w+", "linux/falloc.h", "fallocate_flags"),
    family(r"SYNC_FILE_RANGE_(?!WRITE_AND_WAIT)\w+", "linux/fs.h", "sync_file_range_flags"),
    family(r"POSIX_FADV_\w+", "linux/fadvise.h", "fadvise"),
    family(r"XATTR_(CREATE|REPLACE)", "linux/xattr.h", "xattr_flags"),
    family(r"MFD_(?!HUGE_)\w+", "linux/memfd.h", "memfd_flags"),
    family(r"EFD_\w+", "linux/eventfd.h", "eventfd_flags"),
    family(r"PIDFD_(NONBLOCK|THREAD|AUTOKILL)", "linux/pidfd.h", "pidfd_flags"),
    family(r"PIDFD_SIGNAL_\w+", "linux/pidfd.h", "pidfd_signal_flags"),
    family(r"UFFD_USER_MODE_ONLY", "linux/userfaultfd.h", "userfaultfd_flags"),
    family(r"UFFD_FEATURE_\w+", "linux/userfaultfd.h", "uffd_features"),
    family(r"UFFDIO_REGISTER_MODE_\w+", "linux/userfaultfd.h", "uffd_register_mode"),
    family(r"UFFDIO_COPY_MODE_\w+", "linux/userfaultfd.h", "uffd_copy_mode"),
    family(r"UFFDIO_ZEROPAGE_MODE_\w+", "linux/userfaultfd.h", "uffd_zeropage_mode"),
    family(r"UFFDIO_WRITEPROTECT_MODE_\w+", "linux/userfaultfd.h", "uffd_writeprotect_mode"),
    family(r"UFFDIO_CONTINUE_MODE_\w+", "linux/userfaultfd.h", "uffd_continue_mode"),
    family(r"UFFDIO_MOVE_MODE_\w+", "linux/userfaultfd.h", "uffd_move_mode"),
    family(r"IN_(?!CLOSE$|MOVE$|ALL_EVENTS|CLOEXEC|NONBLOCK|CLASS\w*|LOOPBACK\w*|MULTICAST\w*|BADCLASS\w*|EXPERIMENTAL\w*)\w+",
           "linux/inotify.h", "inotify_mask"),
    family(r"IN_(CLOEXEC|NONBLOCK)", "linux/inotify.h", "inotify_init_flags"),
    family(r"FAN_(CLOEXEC|NONBLOCK|UNLIMITED_\w+|ENABLE_AUDIT|REPORT_(?!DFID_NAME)\w+)", "linux/fanotify.h", "fanotify_init_bits"),
    family(r"FAN_CLASS_(?!BITS)\w+", "linux/fanotify.h", "fanotify_class"),
    family(r"FAN_MARK_(?!IGNORE_SURV|INODE)\w+", "linux/fanotify.h", "fanotify_mark_flags"),
    family(r"FAN_(ACCESS|MODIFY|ATTRIB|CLOSE_WRITE|CLOSE_NOWRITE|OPEN|MOVED_FROM|MOVED_TO|CREATE|DELETE|DELETE_SELF|MOVE_SELF|"
           r"OPEN_EXEC|Q_OVERFLOW|FS_ERROR|OPEN_PERM|ACCESS_PERM|OPEN_EXEC_PERM|PRE_ACCESS|MNT_ATTACH|MNT_DETACH|EVENT_ON_CHILD|"
           r"RENAME|ONDIR)", "linux/fanotify.h", "fanotify_mask"),
    family(r"STATX_(?!ATTR_|_RESERVED|ALL|BASIC_STATS)\w+", "linux/stat.h", "statx_mask"),
    family(r"STATX_ATTR_\w+", "linux/stat.h", "statx_attributes"),
    family(r"CLOSE_RANGE_\w+", "linux/close_range.h", "close_range_flags"),
    family(r"RESOLVE_\w+", "linux/openat2.h", "resolve_flags"),
    family(r"FS_XFLAG_\w+", "linux/fs.h", "fs_xflags fs_xflags64"),
    family(r"FS_\w+_FL", "linux/fs.h", "fs_flags"),
    family(r"(?!STACK_END)\w+_(SUPER_)?MAGIC", "linux/magic.h", "fs_magic"),
    # mounts
    family(r"MS_(?!SYNC$|ASYNC$|INVALIDATE$|MGC_MSK|MGC_VAL|RMT_MASK)\w+", "linux/mount.h", "mount_bits"),
    family(r"MNT_(?!NS_\w+|ID_\w+)\w+|UMOUNT_NOFOLLOW", "linux/mount.h", "umount_flags"),
    family(r"OPEN_TREE_\w+", "linux/mount.h", "open_tree_flags"),
    family(r"MOVE_MOUNT_(?!_MASK)\w+", "linux/mount.h", "move_mount_flags"),
    family(r"FSOPEN_\w+", "linux/mount.h", "fsopen_flags"),
    family(r"FSMOUNT_\w+", "linux/mount.h", "fsmount_flags"),
    family(r"FSPICK_\w+", "linux/mount.h", "fspick_flags"),
    family(r"FSCONFIG_\w+", "linux/mount.h", "fsconfig_cmd"),
    family(r"MOUNT_ATTR_(?!_ATIME|RELATIME|SIZE_\w+)\w+", "linux/mount.h", "mount_attr_flags64 mount_attr_flags"),
    family(r"STATMOUNT_(?!BY_FD|SUPPORTED_MASK)\w+", "linux/mount.h", "statmount_mask"),
    family(r"LISTMOUNT_\w+", "linux/mount.h", "listmount_flags"),
    family(r"SWAP_FLAG_\w+", "linux/swap.h", "swap_flags"),
    # memory
    family(r"MAP_(?!TYPE|HUGE_\w+|UNINITIALIZED|ABOVE4G)\w+", "linux/mman.h", "mmap_flags"),
    family(r"PROT_\w+", "asm/mman.h", "mmap_prot"),
    family(r"MREMAP_\w+", "linux/mman.h", "mremap_flags"),
    family(r"MS_(SYNC|ASYNC|INVALIDATE)", "asm/mman.h", "msync_flags"),
    family(r"MADV_\w+", "asm/mman.h", "madvise"),
    family(r"MLOCK_\w+", "asm/mman.h", "mlock_flags"),
    family(r"MCL_\w+", "asm/mman.h", "mlockall_flags"),
    family(r"PKEY_(?!ACCESS_MASK|UNRESTRICTED)\w+", "asm/mman.h", "pkey_rights"),
    family(r"SHADOW_STACK_SET_\w+", "asm/mman.h", "shadow_stack_flags"),
    family(r"MPOL_(?!F_\w+|MF_\w+|MAX|MODE_FLAGS|USER_NODEMASK\w*)\w+|MPOL_F_(STATIC_NODES|RELATIVE_NODES|NUMA_BALANCING)", "linux/mempolicy.h",
           "mempolicy_mode mempolicy_mode32"),
    family(r"MPOL_MF_(STRICT|MOVE|MOVE_ALL)", "linux/mempolicy.h", "mbind_flags"),
    family(r"MPOL_F_(NODE|ADDR|MEMS_ALLOWED)", "linux/mempolicy.h", "get_mempolicy_flags"),
    # processes
    family(r"CLONE_(?!DETACHED|NEWTIME|ARGS_\w+|CLEAR_SIGHAND|INTO_CGROUP|AUTOREAP|NNP|PIDFD_AUTOKILL|EMPTY_MNTNS)\w+", "linux/sched.h", "clone_bits clone3_flags"),
    family(r"CLONE_(NEWTIME|CLEAR_SIGHAND|INTO_CGROUP|AUTOREAP|NNP|PIDFD_AUTOKILL|EMPTY_MNTNS)", "linux/sched.h", "clone3_flags"),
    family(r"CLONE_NEW\w+|CLONE_(VM|FS|FILES|SIGHAND|THREAD|SYSVSEM)", "linux/sched.h", "unshare_flags"),
    family(r"CLONE_NEW\w+", "linux/sched.h", "setns_flags"),
    family(r"W(NOHANG|UNTRACED|STOPPED|EXITED|CONTINUED|NOWAIT)|__W(ALL|CLONE|NOTHREAD)", "linux/wait.h", "wait_options"),
    family(r"P_(ALL|PID|PGID|PIDFD)", "linux/wait.h", "waitid_which"),
    family(r"MEMBARRIER_CMD_(?!FLAG_\w+|SHARED)\w+", "linux/membarrier.h", "membarrier_cmd"),
    family(r"MEMBARRIER_CMD_FLAG_\w+", "linux/membarrier.h", "membarrier_flags"),
    family(r"KCMP_(?!TYPES)\w+", "linux/kcmp.h", "kcmp_type"),
    family(r"PR_(?!MCE_KILL_(CLEAR|SET|LATE|EARLY|DEFAULT)|SCHED_CORE_\w+|SET_PTRACER_ANY|SET_VMA_\w+|SET_MM_\w+|S[MV]E_(VL_\w+|SET_VL_ONEXEC)|"
           r"PPC_DEXCR_\w+|RISCV_(CTX|SCOPE|V_VSTATE)\w*|CFI_\w+|TIMER_CREATE_RESTORE_IDS_\w+|FUTEX_HASH_\w+|RSEQ_SLICE_EXT_\w+|CAP_AMBIENT_\w+|"
           r"SPEC_\w+|TSC_\w+|FP_\w+|MTE_\w+|TAGGED_\w+|PMLEN_\w+|SYS_DISPATCH_\w+|MDWE_\w+|ENDIAN_\w+|FPEMU_\w+|UNALIGN_\w+|TIMING_\w+|"
           r"PAC_AP\w+|THP_DISABLE_\w+|SHADOW_STACK_\w+)\w+", "linux/prctl.h", "prctl_option"),
    family(r"PR_SET_MM_\w+", "linux/prctl.h", "prctl_mm"),
    family(r"PR_CAP_AMBIENT_\w+", "linux/prctl.h", "cap_ambient"),
    family(r"PR_SPEC_(STORE_BYPASS|INDIRECT_BRANCH|L1D_FLUSH)", "linux/prctl.h", "speculation"),
    family(r"PR_SPEC_(PRCTL|ENABLE|DISABLE|FORCE_DISABLE|DISABLE_NOEXEC)", "linux/prctl.h", "speculation_state"),
    family(r"ARCH_(?!SHSTK_SHSTK|SHSTK_WRSS|XCOMP_\w+)\w+", "asm/prctl.h", "arch_prctl_option"),
    family(r"PTRACE_(?!O_\w+|EVENT_\w+|SYSCALL_INFO_\w+|PEEKSIGINFO_\w+|EVENTMSG_\w+)\w+", "linux/ptrace.h asm/ptrace-abi.h", "ptrace_request"),
    family(r"PTRACE_O_(?!MASK)\w+", "linux/ptrace.h", "ptrace_options"),
    family(r"NT_(PR|PPC|386|X86|S390|ARM|ARC|MIPS|RISCV|LOONGARCH|VMCOREDD|AUXV|TASKSTRUCT|SIGINFO|FILE)\w*", "linux/elf.h", "nt_regset"),
    family(r"PERF_FLAG_\w+", "linux/perf_event.h", "perf_flags"),
    family(r"PERF_TYPE_(?!MAX)\w+", "linux/perf_event.h", "perf_type"),
    family(r"PERF_COUNT_HW_(?!MAX|CACHE_(L1D|L1I|LL|DTLB|ITLB|BPU|NODE|MAX|OP_\w+|RESULT_\w+)$)\w+", "linux/perf_event.h", "perf_hw"),
    family(r"PERF_COUNT_SW_(?!MAX)\w+", "linux/perf_event.h", "perf_sw"),
    family(r"PERF_SAMPLE_(?!BRANCH_(?!STACK)\w+|MAX|WEIGHT_TYPE|REGS_ABI\w*)\w+", "linux/perf_event.h", "perf_sample_type"),
    family(r"PERF_SAMPLE_BRANCH_(?!STACK|MAX\w*|\w+_SHIFT|PLM_ALL)\w+", "linux/perf_event.h", "perf_branch_type"),
    family(r"PERF_FORMAT_(?!MAX)\w+", "linux/perf_event.h", "perf_read_format"),
    family(r"PERF_ATTR_SIZE_VER\w+", "linux/perf_event.h", "perf_attr_size"),
    # scheduling, resources, rights
    family(r"SCHED_(?!FLAG_\w+|RESET_ON_FORK|ATTR_\w+)\w+", "linux/sched.h", "sched_policy"),
    family(r"SCHED_FLAG_(?!ALL|KEEP_ALL|UTIL_CLAMP$)\w+", "linux/sched.h", "sched_attr_flags"),
    family(r"IOPRIO_WHO_\w+", "linux/ioprio.h", "ioprio_which"),
    family(r"PRIO_(PROCESS|PGRP|USER)", "linux/resource.h", "priority_which"),
    family(r"RLIMIT_\w+", "linux/resource.h", "rlimit_resource"),
    family(r"RUSAGE_\w+", "linux/resource.h", "rusage_who"),
    family(r"SECCOMP_(SET_MODE|GET)_\w+", "linux/seccomp.h", "seccomp_op"),
    family(r"SECCOMP_MODE_\w+", "linux/seccomp.h", "seccomp_mode"),
    family(r"SECCOMP_FILTER_FLAG_\w+", "linux/seccomp.h", "seccomp_flags"),
    family(r"SECCOMP_RET_(?!ACTION\w*|DATA|KILL$)\w+", "linux/seccomp.h", "seccomp_action"),
    family(r"LANDLOCK_CREATE_RULESET_\w+", "linux/landlock.h", "landlock_create_flags"),
    family(r"LANDLOCK_RESTRICT_SELF_\w+", "linux/landlock.h", "landlock_restrict_flags"),
    family(r"LANDLOCK_RULE_\w+", "linux/landlock.h", "landlock_rule_type"),
    family(r"LANDLOCK_ACCESS_FS_\w+", "linux/landlock.h", "landlock_access_fs"),
    family(r"LANDLOCK_ACCESS_NET_\w+", "linux/landlock.h", "landlock_access_net"),
    family(r"LANDLOCK_SCOPE_\w+", "linux/landlock.h", "landlock_scope"),
    family(r"KEYCTL_(?!CAPS\w+|SUPPORTS_\w+|MOVE_EXCL)\w+", "linux/keyctl.h", "keyctl_option"),
    family(r"KEY_SPEC_\w+", "linux/keyctl.h", "key_serial"),
    family(r"KEY_REQKEY_DEFL_\w+", "linux/keyctl.h", "reqkey_default"),
    family(r"LSM_ATTR_\w+", "linux/lsm.h", "lsm_attr"),
    family(r"LSM_ID_\w+", "linux/lsm.h", "lsm_id"),
    family(r"LSM_FLAG_\w+", "linux/lsm.h", "lsm_flags"),
    family(r"CAP_(?!LAST_CAP|TO_\w+|OPT_\w+)\w+", "linux/capability.h", "capability"),
    family(r"SECBIT_\w+", "linux/securebits.h", "securebits"),
    # IPC, the system
    family(r"(IPC_(RMID|SET|STAT|INFO)|SHM_(LOCK|UNLOCK|STAT|INFO|STAT_ANY))", "linux/shm.h", "shmctl_name"),
    family(r"(IPC_(RMID|SET|STAT|INFO)|MSG_(STAT|INFO|STAT_ANY))", "linux/msg.h", "msgctl_name"),
    family(r"(IPC_(RMID|SET|STAT|INFO)|SEM_(STAT|INFO|STAT_ANY)|GETPID|GETVAL|GETALL|GETNCNT|GETZCNT|SETVAL|SETALL)", "linux/sem.h",
           "semctl_name"),
    family(r"SHM_(RDONLY|RND|REMAP|EXEC)", "linux/shm.h", "shmat_flags"),
    family(r"GRND_\w+", "linux/random.h", "getrandom_flags"),
    family(r"LINUX_REBOOT_CMD_\w+", "linux/reboot.h", "reboot_cmd"),
    family(r"LINUX_REBOOT_MAGIC2\w*", "linux/reboot.h", "reboot_magic2"),
    family(r"KEXEC_(ON_CRASH|PRESERVE_CONTEXT|UPDATE_ELFCOREHDR|CRASH_HOTPLUG_SUPPORT)", "linux/kexec.h", "kexec_bits"),
    family(r"KEXEC_ARCH_(?!MASK|PPC|S390|ARM|IA|MIPS|SH|PARISC|LOONG|RISC|AARCH)\w+", "linux/kexec.h", "kexec_arch"),
    family(r"KEXEC_FILE_\w+", "linux/kexec.h", "kexec_file_flags"),
    family(r"MODULE_INIT_\w+", "linux/module.h", "module_init_flags"),
    family(r"Q_(?!GETPOLICY)\w+", "linux/quota.h linux/dqblk_xfs.h", "quota_subcmd"),
    family(r"QFMT_\w+", "linux/quota.h", "quota_format"),
    family(r"LO_FLAGS_\w+", "linux/loop.h", "loop_flags"),
    # bpf
    family(r"BPF_(MAP|OBJ|PROG|RAW|BTF|TASK|LINK|ENABLE|ITER|TOKEN)_(CREATE|LOOKUP\w*|UPDATE\w*|DELETE\w*|GET\w*|LOAD|PIN|ATTACH|DETACH|TEST_RUN|QUERY|"
           r"TRACEPOINT_OPEN|FD_QUERY|FREEZE|BIND_MAP|STATS|STREAM_READ_BY_FD|ASSOC_STRUCT_OPS)", "linux/bpf.h", "bpf_cmd"),
    family(r"BPF_MAP_TYPE_\w+", "linux/bpf.h", "bpf_map_type"),
    family(r"BPF_PROG_TYPE_\w+", "linux/bpf.h", "bpf_prog_type"),
    family(r"BPF_(CGROUP_(?!ITER\w*|STORAGE\w*)\w+|SK_\w+|LIRC_MODE2|FLOW_DISSECTOR|TRACE_RAW_TP|TRACE_FENTRY|TRACE_FEXIT|TRACE_FSESSION|MODIFY_RETURN|"
           r"LSM_MAC|TRACE_ITER|XDP\w*|PERF_EVENT|TRACE_KPROBE_\w+|LSM_CGROUP|STRUCT_OPS|NETFILTER|TCX_\w+|TRACE_UPROBE_\w+|"
           r"NETKIT_\w+)", "linux/bpf.h", "bpf_attach_type"),
    # sockets
    family(r"IPPROTO_(?!MAX)\w+", "linux/in.h linux/in6.h", "ip_protocol"),
    family(r"NETLINK_(ROUTE|UNUSED|USERSOCK|FIREWALL|SOCK_DIAG|NFLOG|XFRM|SELINUX|ISCSI|AUDIT|FIB_LOOKUP|CONNECTOR|NETFILTER|IP6_FW|"
           r"DNRTMSG|KOBJECT_UEVENT|GENERIC|SCSITRANSPORT|ECRYPTFS|RDMA|CRYPTO|SMC)", "linux/netlink.h", "netlink_protocol"),
    family(r"NETLINK_(ADD_\w+|DROP_\w+|PKTINFO|BROADCAST_ERROR|NO_ENOBUFS|\w+_RING|LISTEN_\w+|LIST_\w+|CAP_ACK|EXT_ACK|GET_\w+)",
           "linux/netlink.h", "sockopt_netlink"),
    family(r"ETH_P_\w+", "linux/if_ether.h", "ethernet_protocol"),
    family(r"ARPHRD_\w+", "linux/if_arp.h", "arp_hardware"),
    family(r"PACKET_(HOST|BROADCAST|MULTICAST|OTHERHOST|OUTGOING|LOOPBACK|USER|KERNEL)", "linux/if_packet.h", "packet_type"),
    family(r"PACKET_(?!HOST$|BROADCAST$|MULTICAST$|OTHERHOST$|OUTGOING$|LOOPBACK$|USER$|KERNEL$|FASTROUTE$|MR_\w+|FANOUT_(?!DATA)\w+)\w+",
           "linux/if_packet.h", "sockopt_packet"),
    family(r"PACKET_MR_\w+", "linux/if_packet.h", "packet_mr_type"),
    family(r"SO_(?!ORIGINAL_DST|ATTACH_FILTER|GET_FILTER|VM_\w+|RDS_\w+)\w+", "asm/socket.h", "sockopt_socket sockopt_socket_get"),
    family(r"IP_(?!PMTUDISC_\w+|DEFAULT_\w+|LOCAL_PORT_RANGE_\w+|MAX_\w+|CT_\w+)[A-Z_]+|MCAST_(JOIN|LEAVE|BLOCK|UNBLOCK|MSFILTER)\w*", "linux/in.h",
           "sockopt_ip sockopt_ip_get"),
    family(r"IPV6_(?!PMTUDISC_\w+|TLV_\w+|OPT_\w+|PRIORITY_\w+|FL_\w+|SRCRT_\w+|MIN_MTU|PREFER_\w+|FLOWINFO_\w+|USER_FLOW|FLOW|DEFRAG\w*)\w+",
           "linux/in6.h linux/ipv6.h", "sockopt_ipv6 sockopt_ipv6_get"),
    family(r"TCP_(NODELAY|MAXSEG|CORK|KEEP\w+|SYNCNT|LINGER2|DEFER_ACCEPT|WINDOW_CLAMP|INFO|QUICKACK|CONGESTION|MD5SIG(_EXT)?|THIN_\w+|"
           r"USER_TIMEOUT|REPAIR(_QUEUE|_OPTIONS|_WINDOW)?|QUEUE_SEQ|FASTOPEN(_\w+)?|TIMESTAMP|NOTSENT_LOWAT|CC_INFO|SAVED?_SYN|ULP|ZEROCOPY_RECEIVE|"
           r"INQ|TX_DELAY|AO_\w+|IS_MPTCP|RTO_M\w+|DELACK_MAX_US)", "linux/tcp.h", "sockopt_tcp"),
    family(r"UDP_(?!ENCAP_\w+)\w+", "linux/udp.h", "sockopt_udp"),
    family(r"SCTP_(SOCKOPT_(?!CONNECTX_OLD|PEELOFF_FLAGS)\w+|RTOINFO|ASSOCINFO|INITMSG|NODELAY|AUTOCLOSE|MAXSEG|STATUS)",
           "stdint.h sys/socket.h linux/sctp.h", "sockopt_sctp"),
    family(r"TIPC_(IMPORTANCE|SRC_DROPPABLE|DEST_DROPPABLE|CONN_TIMEOUT|NODE_RECVQ_DEPTH|SOCK_RECVQ_\w+|MCAST_\w+|GROUP_JOIN|GROUP_LEAVE|NODELAY)",
           "linux/tipc.h", "sockopt_tipc"),
    family(r"TLS_(TX|RX|TX_ZEROCOPY_RO|RX_EXPECT_NO_PAD|TX_MAX_PAYLOAD_LEN)", "linux/tls.h", "sockopt_tls"),
    family(r"XDP_(MMAP_OFFSETS|RX_RING|TX_RING|UMEM_REG|UMEM_FILL_RING|UMEM_COMPLETION_RING|STATISTICS|OPTIONS|MAX_TX_SKB_BUDGET)", "linux/if_xdp.h",
           "sockopt_xdp"),
    family(r"XDP_(SHARED_UMEM|COPY|ZEROCOPY|USE_NEED_WAKEUP|USE_SG)", "linux/if_xdp.h", "xdp_flags"),
    family(r"ALG_SET_\w+", "linux/if_alg.h", "sockopt_alg"),
    family(r"CAN_RAW_(?!FILTER_MAX|XL_\w+_\w+)\w+", "linux/can/raw.h", "sockopt_can_raw"),
    # polling, signals, time
    family(r"POLL(?!FREE|_BUSY_LOOP)[A-Z]+", "asm/poll.h", "poll_events"),
    family(r"EPOLL(?!_)[A-Z]+", "linux/eventpoll.h", "epoll_events"),
    family(r"EPOLL_CTL_\w+", "linux/eventpoll.h", "epoll_op"),
    family(r"SIG(?!RTMAX|IOT|POLL|UNUSED|LOST|EV_\w+|CLD|STKSZ)[A-Z][A-Z0-9]+", "asm/signal.h", "signal"),
    family(r"SA_(?!UNSUPPORTED|EXPOSE\w*|NOMASK|ONESHOT)\w+", "asm/signal.h", "sigaction_flags"),
    family(r"SI_(?!EXPANSION_\w+|MAX_SIZE|PAD_SIZE|LOAD_SHIFT)\w+", "asm/siginfo.h", "si_code"),
    family(r"ILL_\w+", "asm/siginfo.h", "si_code_ill"),
    family(r"FPE_(?!DECOVF|DECDIV|DECERR|INVASC|INVDEC)\w+", "asm/siginfo.h", "si_code_fpe"),
    family(r"SEGV_\w+", "asm/siginfo.h", "si_code_segv"),
    family(r"BUS_\w+", "asm/siginfo.h", "si_code_bus"),
    family(r"TRAP_(?!PERF_\w+)\w+", "asm/siginfo.h", "si_code_trap"),
    family(r"CLD_\w+", "asm/siginfo.h", "si_code_chld"),
    family(r"SFD_\w+", "linux/signalfd.h", "signalfd_flags"),
    family(r"CLOCK_(?!TYPE|INT|EXT|TX\w*|DEFAULT|AUX\w*)\w+", "linux/time.h", "clockid"),
    family(r"TFD_(?!IOC_)\w+", "linux/timerfd.h", "timerfd_flags"),
    family(r"ITIMER_\w+", "linux/time.h", "itimer_which"),
    family(r"ADJ_\w+", "linux/timex.h", "timex_modes"),
    family(r"STA_(?!RONLY)\w+", "linux/timex.h", "timex_status"),
    # futexes, io_uring
    family(r"FUTEX_(?!32|NO_NODE|OP_\w+|CLOCK_\w+|PRIVATE_\w+|CMD_\w+|WAITERS|OWNER_\w+|TID_\w+|BITSET_\w+|WAITV_\w+|ROBUST\w*)[A-Z]\w+", "linux/futex.h", "futex_op"),
    family(r"FUTEX2_(?!SIZE_MASK|SIZE_U8|SIZE_U32)\w+", "linux/futex.h", "futex2_flags"),
    family(r"IORING_SETUP_\w+", "linux/io_uring.h", "uring_setup_flags"),
    family(r"IORING_FEAT_\w+", "linux/io_uring.h", "uring_features"),
    family(r"IORING_ENTER_\w+", "linux/io_uring.h", "uring_enter_flags"),
    family(r"IORING_(UN)?REGISTER_(?!LAST|FILES_SKIP|SRC_\w+|DST_\w+|USE_\w+)\w+", "linux/io_uring.h", "uring_register"),
    family(r"IORING_OP_\w+", "linux/io_uring.h", "uring_op"),
]

# Constants that a family's pattern fits and no type names; may be a pattern.
LEFT_OUT = {
    "KEXEC_ARCH_(?!DEFAULT|386|X86_64).+": "another architecture's",
    "NT_(?!PR|PPC|386|X86|AUXV|PLATFORM|GWINDOWS|ASRS|PSTATUS|PSINFO|UTSNAME).+": "a register set that x86-64 does not have",
    "NT_X86_XSAVE_LAYOUT": "a note of core files only",
    "MS_(BORN|ACTIVE|NOUSER)": "mount_bits has MS_NOUSER as the 32 bits that mount takes",
    "SO_DEVMEM_(LINEAR|DMABUF)": "numbers of control messages",
    r"\w+_LAST|\w+_MAX|__\w+_MAX\w*": "the end of an enum",
}

# Names that have another value in one type, by (type, name).
OTHER_VALUE = {
    ("mount_bits", "MS_NOUSER"): "negative in the header",
}

# Types of structures that are not the kernel's of that name.
OTHER_LAYOUT = {
    "msghdr": "the kernel has two, user space this one",
    "msghdr_received": "the same",
    "mmsghdr_received": "a view of the whole, for the sibling msg_len",
    "bpf_info_by_fd_info": "a part of the union, with the names of its own members",
    "bpf_raw_tracepoint": "the part that the installed headers know",
    "bpf_link_create_args": "a part of the union, with the names of its own members",
    "bpf_link_create": "the part that the installed headers know",
    "dedupe_info": "a descriptor in 64 bits, of which the kernel takes 32",
    "uring_ring_fd": "the same",
    "file_clone_range": "the same",
}

# Functions of the kernel whose call has another name, or no number of x86-64's.
KERNEL_NAMES = {
    "newstat": "stat",
    "newfstat": "fstat",
    "newlstat": "lstat",
    "newuname": "uname",
    "sendfile64": "sendfile",
    "umount": "umount2",
}
NO_CALLS = {
    r".*(16|_time32|32|64)": "of the table of 32-bit tasks",
    r"ia32_.*|old.*|llseek|mmap_pgoff|ipc|nice|readdir|recv|send|socketcall|signal|sig\w+|[gs]etmask|ssetmask|sgetmask|stime|vm86\w*|waitpid|gethostname|"
    r"fadvise64_64": "of the table of 32-bit tasks, or of no table",
    r"pciconfig_.*|rtas|s390_.*|spu_.*|subpage_prot|sync_file_range2": "of other architectures: names of the kernel's `not implemented`",
}

# Headers outside linux/ with ioctls; headers and requests that are not looked at.
IOCTL_HEADERS = ("asm-generic/ioctls.h", "rdma/rdma_user_ioctl.h", "mtd/mtd-abi.h", "mtd/ubi-user.h", "sound/asound.h", "drm/drm.h")
NO_IOCTLS = {
    "linux/ivtvfb.h": "one request, for which the header of the C library has to be included before the kernel's",
    "linux/atm_eni.h": "needs a structure that it does not include; so do the others",
    "linux/atm_he.h": "",
    "linux/atm_zatm.h": "",
    "linux/sonet.h": "",
    "linux/radeonfb.h": "",
    "linux/matroxfb.h": "",
    "linux/meye.h": "",
    "linux/coda.h": "",
    "linux/raid/md_u.h": "",
}
NO_IOCTL = {}
