/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Every type a field may have, declared once: scalars and structs (structs.c), flag sets and enums (flags.c), leaves
 * (leaf.c). A new type is defined there and named here.
 */
#ifndef FAULTLESS_DESC_TYPES_H
#define FAULTLESS_DESC_TYPES_H

#include "desc.h"

/* clang-format off */
#define TYPE(name_) extern const struct type type_##name_

/* scalars (structs.c) */
TYPE(i8); TYPE(u8); TYPE(i16); TYPE(u16); TYPE(i32); TYPE(u32); TYPE(i64); TYPE(u64);	/* decimal */
TYPE(x8); TYPE(x16); TYPE(x32); TYPE(x64);						/* hexadecimal */
TYPE(size); TYPE(ssize); TYPE(off); TYPE(socklen);
TYPE(addr); TYPE(fd); TYPE(dirfd); TYPE(pid); TYPE(pgid); TYPE(uid); TYPE(gid);
TYPE(umode);			/* 16 bits, octal */
TYPE(path); TYPE(string); TYPE(bytes); TYPE(message); TYPE(binary); TYPE(chars); TYPE(strv); TYPE(envv);
TYPE(omode);			/* 64 bits, octal */
TYPE(none);			/* return value of calls that give nothing but 0 or an error */

/* structs (structs.c) */
TYPE(timespec); TYPE(timeval); TYPE(iovec); TYPE(iovec_remote); TYPE(stat); TYPE(statx); TYPE(statfs); TYPE(fsid);
TYPE(utimbuf); TYPE(open_how); TYPE(cachestat_range); TYPE(cachestat); TYPE(file_attr); TYPE(xattr_args);
TYPE(mount_attr); TYPE(landlock_net_port_attr); TYPE(mnt_id_req); TYPE(listmount_req); TYPE(statmount); TYPE(ns_id_req); TYPE(clone_args); TYPE(perf_event_attr);
TYPE(perf_reserved); TYPE(perf_max_stack_reserved); TYPE(perf_aux_reserved);
TYPE(sched_attr); TYPE(rlimit); TYPE(rusage); TYPE(tms); TYPE(sysinfo); TYPE(utsname); TYPE(cap_header);
TYPE(landlock_ruleset_attr); TYPE(landlock_path_beneath_attr); TYPE(sembuf); TYPE(mq_attr); TYPE(io_event);
TYPE(siginfo);
TYPE(flock); TYPE(flock_pid); TYPE(f_owner_ex); TYPE(dqblk); TYPE(dqinfo); TYPE(sock_fprog);
TYPE(seccomp_notif_sizes); TYPE(ipc_perm); TYPE(ipc_perm_set); TYPE(shmid64_ds); TYPE(shm_set); TYPE(shminfo64);
TYPE(shm_info); TYPE(msqid64_ds); TYPE(msg_set); TYPE(semid64_ds); TYPE(sem_set); TYPE(termios);
TYPE(termios2); TYPE(winsize); TYPE(fsxattr_get); TYPE(fsxattr_set); TYPE(file_clone_range); TYPE(loop_info64);
TYPE(loop_config); TYPE(uffdio_range); TYPE(uffdio_api); TYPE(uffdio_register); TYPE(uffdio_copy);
TYPE(uffdio_zeropage);
TYPE(msginfo); TYPE(seminfo);

/* flag sets and enums (flags.c) */
TYPE(signal); TYPE(open_flags); TYPE(fd_flags); TYPE(at_flags); TYPE(faccessat_flags); TYPE(handle_flags); TYPE(statx_flags);
TYPE(statx_mask); TYPE(access_mode); TYPE(whence); TYPE(fcntl_cmd); TYPE(flock_cmd); TYPE(rwf_flags);
TYPE(splice_flags); TYPE(close_range_flags); TYPE(rename_flags); TYPE(fallocate_flags); TYPE(fadvise); TYPE(sync_file_range_flags);
TYPE(xattr_flags); TYPE(memfd_flags); TYPE(memfd_secret_flags); TYPE(eventfd_flags); TYPE(userfaultfd_flags);
TYPE(pidfd_flags); TYPE(inotify_init_flags); TYPE(inotify_mask); TYPE(fanotify_init_flags);
TYPE(fanotify_mark_flags); TYPE(fanotify_mask); TYPE(mount_flags); TYPE(umount_flags); TYPE(open_tree_flags);
TYPE(move_mount_flags); TYPE(mount_setattr_flags); TYPE(fsopen_flags); TYPE(fsmount_flags); TYPE(mount_attr_flags);
TYPE(fspick_flags); TYPE(fsconfig_cmd); TYPE(swap_flags); TYPE(mmap_prot); TYPE(mmap_flags); TYPE(mremap_flags);
TYPE(msync_flags); TYPE(madvise); TYPE(mlock_flags); TYPE(mlockall_flags); TYPE(pkey_rights); TYPE(mempolicy_mode);
TYPE(mempolicy_mode32); TYPE(mbind_flags); TYPE(get_mempolicy_flags); TYPE(move_pages_flags); TYPE(clone_flags);
TYPE(clone3_flags); TYPE(unshare_flags); TYPE(setns_flags); TYPE(wait_options); TYPE(waitid_which); TYPE(membarrier_cmd);
TYPE(membarrier_flags); TYPE(kcmp_type); TYPE(prctl_option); TYPE(arch_prctl_option); TYPE(personality);
TYPE(ptrace_request); TYPE(perf_flags); TYPE(sched_policy); TYPE(priority_which); TYPE(ioprio_which);
TYPE(rlimit_resource); TYPE(rusage_who); TYPE(seccomp_op); TYPE(landlock_create_flags); TYPE(landlock_rule_type);
TYPE(keyctl_option); TYPE(shmctl_cmd); TYPE(msgctl_cmd); TYPE(semctl_cmd); TYPE(shmat_flags); TYPE(msg_ipc_flags);
TYPE(getrandom_flags); TYPE(bpf_cmd); TYPE(reboot_magic1); TYPE(reboot_magic2); TYPE(reboot_cmd);
TYPE(kexec_flags); TYPE(kexec_file_flags); TYPE(module_init_flags); TYPE(delete_module_flags); TYPE(lsm_attr);
TYPE(shadow_stack_flags); TYPE(statx_attributes); TYPE(resolve_flags); TYPE(mount_attr_flags64);
TYPE(mount_propagation); TYPE(statfs_flags); TYPE(sched_attr_flags); TYPE(landlock_access_fs); TYPE(semop_flags);
TYPE(cap_version); TYPE(caps); TYPE(perf_type); TYPE(perf_attr_size); TYPE(perf_sample_type);
TYPE(perf_read_format); TYPE(fs_magic); TYPE(quota_subcmd); TYPE(open_flags64); TYPE(ipcget_bits);
TYPE(shmget_bits);
TYPE(fcntl_fd_flags); TYPE(ret_fd_flags); TYPE(ret_file_flags); TYPE(ret_signal); TYPE(lease); TYPE(ret_lease);
TYPE(seals); TYPE(ret_seals); TYPE(dnotify); TYPE(lock_type); TYPE(whence16); TYPE(f_owner_type); TYPE(dumpable);
TYPE(seccomp_mode); TYPE(capability); TYPE(securebits); TYPE(tsc_mode32); TYPE(mce_kill);
TYPE(mce_policy); TYPE(prctl_mm); TYPE(cap_ambient); TYPE(speculation); TYPE(speculation_set); TYPE(speculation_value);
TYPE(ambient_capability); TYPE(signal_wide); TYPE(pac_address_keys); TYPE(sve_flags); TYPE(sme_flags);
TYPE(sve_vector_length); TYPE(sme_vector_length);
TYPE(speculation_state); TYPE(vma_option); TYPE(ret_dumpable); TYPE(ret_securebits); TYPE(ret_mce_policy);
TYPE(ret_speculation); TYPE(ret_personality); TYPE(ret_sched_policy); TYPE(seccomp_flags); TYPE(seccomp_action);
TYPE(ptrace_options); TYPE(nt_regset); TYPE(quota_format); TYPE(bpf_map_type); TYPE(bpf_map_flags);
TYPE(bpf_update); TYPE(bpf_prog_type); TYPE(bpf_attach_type); TYPE(bpf_prog_flags); TYPE(tty_iflag_bits);
TYPE(tty_oflag_bits); TYPE(tty_speed); TYPE(tty_cflag_bits); TYPE(tty_lflag_bits);
TYPE(tty_line); TYPE(tty_flow); TYPE(tty_flush); TYPE(modem_bits); TYPE(fs_flags); TYPE(fs_xflags);
TYPE(loop_flags); TYPE(perf_ioc_flags); TYPE(uffd_register_mode); TYPE(ret_nstype);
TYPE(membarrier_cmds); TYPE(ret_membarrier);
TYPE(bpf_attach_flags); TYPE(perf_hw); TYPE(perf_sw); TYPE(perf_cache); TYPE(perf_cache_op);
TYPE(perf_cache_result);

/* leaves (leaf.c) */
TYPE(dev); TYPE(mode); TYPE(mode16); TYPE(time_stamp); TYPE(stat_time); TYPE(statx_timestamp); TYPE(utimeval);
TYPE(utimens); TYPE(fan_dirfd); TYPE(dirents); TYPE(dirents64); TYPE(ioctl); TYPE(wait_status); TYPE(cpuset);
TYPE(ioprio); TYPE(rlim); TYPE(clock_ticks); TYPE(cap_data); TYPE(quota_cmd); TYPE(ipc_key);
TYPE(ipcget_flags); TYPE(shmget_flags); TYPE(syslog_action); TYPE(log_level); TYPE(xfeature); TYPE(xfeature_mask);
TYPE(tty_iflag); TYPE(tty_oflag); TYPE(tty_cflag); TYPE(tty_cflag_one_speed); TYPE(tty_cflag_two_speeds); TYPE(tty_lflag); TYPE(tty_cc); TYPE(kernel_version);
TYPE(ret_ioprio); TYPE(ptracer);
TYPE(swapon_flags); TYPE(task_name); TYPE(new_task_name); TYPE(personality_arg);
TYPE(dev32);
TYPE(perf_config); TYPE(precise_ip); TYPE(nodemask);

/* flags-net.c */
TYPE(address_family); TYPE(socket_domain); TYPE(socket_type); TYPE(socket_flags); TYPE(ip_protocol);
TYPE(netlink_protocol); TYPE(bluetooth_protocol); TYPE(nfc_protocol); TYPE(caif_protocol); TYPE(ax25_protocol);
TYPE(phonet_protocol); TYPE(smc_protocol); TYPE(can_protocol); TYPE(isdn_protocol); TYPE(ethernet_protocol);
TYPE(arp_hardware); TYPE(packet_type); TYPE(socket_level); TYPE(sockopt_ip); TYPE(sockopt_ip_get);
TYPE(sockopt_socket); TYPE(sockopt_socket_get); TYPE(sockopt_tcp); TYPE(sockopt_udp);
TYPE(sockopt_ipv6); TYPE(sockopt_ipv6_get); TYPE(sockopt_can_raw); TYPE(sockopt_sctp); TYPE(sockopt_raw);
TYPE(sockopt_ipx); TYPE(sockopt_ax25); TYPE(sockopt_packet); TYPE(sockopt_irda); TYPE(sockopt_llc);
TYPE(sockopt_dccp); TYPE(sockopt_netlink); TYPE(sockopt_tipc); TYPE(sockopt_rxrpc); TYPE(sockopt_pppol2tp);
TYPE(sockopt_bluetooth); TYPE(sockopt_pnpipe); TYPE(sockopt_rds); TYPE(sockopt_iucv); TYPE(sockopt_caif);
TYPE(sockopt_alg); TYPE(sockopt_nfc); TYPE(sockopt_kcm); TYPE(sockopt_tls); TYPE(sockopt_xdp);
TYPE(msg_flags); TYPE(txrehash); TYPE(shutdown_how); TYPE(vsock_cid); TYPE(vsock_flags); TYPE(xdp_flags); TYPE(alg_feat);
TYPE(packet_mr_type); TYPE(icmp_filter_type); TYPE(scm_socket); TYPE(scm_ip); TYPE(poll_events);
TYPE(epoll_events); TYPE(epoll_op); TYPE(epoll_flags); TYPE(sigmask_how); TYPE(sigaction_flags);
TYPE(si_code); TYPE(si_code_ill); TYPE(si_code_fpe); TYPE(si_code_segv); TYPE(si_code_bus);
TYPE(si_code_trap); TYPE(si_code_chld); TYPE(si_code_poll); TYPE(si_code_sys); TYPE(audit_arch);
TYPE(sigaltstack_flags); TYPE(signalfd_flags); TYPE(clockid); TYPE(timer_flags); TYPE(timerfd_flags);
TYPE(itimer_which); TYPE(sigev_notify); TYPE(timex_modes); TYPE(timex_status); TYPE(timex_state); TYPE(ret_timex);
TYPE(futex_op); TYPE(futex2_flags); TYPE(futex_bitset); TYPE(futex_wake_op); TYPE(futex_wake_cmp);
TYPE(uring_setup_flags); TYPE(uring_features); TYPE(uring_enter_flags); TYPE(uring_register);

/* structs-net.c */
TYPE(sockaddr_data); TYPE(sockaddr_un); TYPE(sockaddr_in); TYPE(sockaddr_in6); TYPE(sockaddr_nl);
TYPE(sockaddr_ll); TYPE(sockaddr_vm); TYPE(sockaddr_xdp); TYPE(sockaddr_alg); TYPE(sockaddr_qrtr); TYPE(sockaddr_ipx); TYPE(x25_address);
TYPE(sockaddr_x25); TYPE(mctp_addr); TYPE(sockaddr_mctp); TYPE(mctp_network); TYPE(mctp_address);
TYPE(htonl_hex); TYPE(octet);
TYPE(sockaddr); TYPE(message_part); TYPE(msghdr); TYPE(msghdr_received); TYPE(mmsghdr); TYPE(mmsg_received);
TYPE(mmsghdr_received); TYPE(mmsghdr_plain); TYPE(ucred); TYPE(linger); TYPE(in_pktinfo); TYPE(ip_mreq);
TYPE(ipv6_mreq); TYPE(group_req); TYPE(packet_mreq); TYPE(tpacket_stats); TYPE(tpacket_req); TYPE(pollfd); TYPE(epoll_data);
TYPE(epoll_event); TYPE(pselect_mask); TYPE(sigaction); TYPE(sigaltstack); TYPE(sigframe); TYPE(sigval);
TYPE(sigevent); TYPE(timezone); TYPE(itimerval); TYPE(itimerspec); TYPE(timex); TYPE(futex_waitv);
TYPE(uring_sq_offsets); TYPE(uring_cq_offsets); TYPE(uring_params);

/* structs-uring.c, flags of it (flags-net.c) */
TYPE(uring_files2); TYPE(uring_buffers2); TYPE(uring_files_update2); TYPE(uring_buffers_update2); TYPE(uring_files_update);
TYPE(uring_ring_fd); TYPE(uring_ring_fd_index); TYPE(uring_probe_op); TYPE(uring_probe); TYPE(uring_restriction);
TYPE(uring_workers); TYPE(uring_buf_reg); TYPE(uring_rsrc_flags); TYPE(uring_op_flags); TYPE(uring_sqe_flags);
TYPE(uring_restriction_op); TYPE(uring_register8); TYPE(uring_register_opcode); TYPE(uring_registered); TYPE(uring_op32); TYPE(uring_cancel); TYPE(uring_range);
TYPE(uring_buf_status); TYPE(uring_napi); TYPE(uring_napi_before); TYPE(uring_clock); TYPE(uring_clone); TYPE(uring_message);
TYPE(zcrx); TYPE(uring_resize); TYPE(uring_mem_region); TYPE(uring_query); TYPE(zcrx_ctrl); TYPE(uring_bpf);


/* structs-sockaddr.c, leaf-sockaddr.c */
TYPE(sockaddr_ax25); TYPE(ax25_station); TYPE(ax25_call); TYPE(ax25_route);
TYPE(sockaddr_nfc); TYPE(sockaddr_nfc_cut); TYPE(sockaddr_nfc_llcp); TYPE(sockaddr_hci4); TYPE(sockaddr_hci); TYPE(sockaddr_sco);
TYPE(sockaddr_rc); TYPE(sockaddr_l2_12); TYPE(sockaddr_l2); TYPE(sockaddr_rxrpc); TYPE(sockaddr_ieee802154);
TYPE(l2cap_psm); TYPE(l2cap_cid); TYPE(rxrpc_service_name); TYPE(ieee802154_addr_name);
TYPE(l2_psm); TYPE(l2_cid); TYPE(rxrpc_service); TYPE(ieee802154_addr_type);

/* leaf-net.c */
TYPE(all_bytes); TYPE(sun_path); TYPE(htons); TYPE(htonl); TYPE(ethernet_htons); TYPE(inet_addr);
TYPE(sin6_addr); TYPE(ipv6mr_addr); TYPE(ifindex); TYPE(scope_id); TYPE(nl_groups); TYPE(sll_addr); TYPE(mac); TYPE(hardware_other); 
TYPE(uid_signed); TYPE(sockopt_set); TYPE(sockopt_get); TYPE(sockopt_value); TYPE(cmsg); TYPE(cmsg32); TYPE(cmsg_level); TYPE(futex_wake);

/* leaf-signal.c */
TYPE(sigset); TYPE(sigset_sized); TYPE(sighandler); TYPE(ret_poll); TYPE(ret_ppoll);
TYPE(fd_set); TYPE(ret_select); TYPE(ret_recvmmsg); TYPE(time_answer); TYPE(ret_time);

/* ioctls of sockets (structs-net.c, leaf-net.c, flags-net.c) */
TYPE(ifreq_set_flags); TYPE(ifreq_get_flags); TYPE(ifreq_set_addr); TYPE(ifreq_get_addr);
TYPE(ifreq_set_dstaddr); TYPE(ifreq_get_dstaddr); TYPE(ifreq_set_broadaddr); TYPE(ifreq_get_broadaddr);
TYPE(ifreq_set_netmask); TYPE(ifreq_get_netmask); TYPE(ifreq_set_metric); TYPE(ifreq_get_metric);
TYPE(ifreq_set_mtu); TYPE(ifreq_get_mtu); TYPE(ifreq_set_hwaddr); TYPE(ifreq_get_hwaddr);
TYPE(ifreq_set_slave); TYPE(ifreq_get_slave); TYPE(ifreq_set_newname);
TYPE(ifreq_get_index); TYPE(ifreq_set_qlen); TYPE(ifreq_get_qlen); TYPE(ifreq_set_map); TYPE(ifreq_get_map);
TYPE(ifmap); TYPE(ifreq_get_name); TYPE(ifreq_index); TYPE(ifconf); TYPE(hardware_address); TYPE(ifc_len);
TYPE(interface_flags); TYPE(kcm_protocol); TYPE(sockopt_vsock);

TYPE(loop_info); TYPE(fiemap_extent); TYPE(fiemap); TYPE(dedupe_info); TYPE(dedupe_result); TYPE(dedupe_range); TYPE(kvm_region);
TYPE(kvm_regs); TYPE(kvm_segment); TYPE(kvm_dtable); TYPE(kvm_sregs); TYPE(seccomp_notif); TYPE(seccomp_data);
TYPE(seccomp_resp); TYPE(seccomp_addfd); TYPE(uffdio_writeprotect); TYPE(uffdio_continue); TYPE(uffdio_move);
TYPE(rtc_time); TYPE(rtc_alarm); TYPE(input_id); TYPE(hd_geometry); TYPE(fstrim_range); TYPE(fiemap_extent_flags);
TYPE(fiemap_flags); TYPE(kvm_mem_flags); TYPE(seccomp_resp_flags); TYPE(seccomp_addfd_flags);

/* structs-ptrace.c */
TYPE(user_regs); TYPE(user_fpregs); TYPE(register_set); TYPE(ptrace_iovec); TYPE(user_part); TYPE(peeksiginfo);
TYPE(peeksiginfo_flags); TYPE(seccomp_metadata); TYPE(syscall_info_op); TYPE(entered_here); TYPE(entered_elsewhere);
TYPE(entered_32); TYPE(filtered_32);
TYPE(filtered_here); TYPE(filtered_elsewhere); TYPE(call_entered); TYPE(call_filtered); TYPE(call_result); TYPE(call_left);
TYPE(syscall_info); TYPE(user_offset);

/* leaf-device.c, and what its hooks look up */
TYPE(boot_time); TYPE(btrfs_paths); TYPE(character); TYPE(fourcc_character); TYPE(v4l2_format_name); TYPE(v4l2_pixel_format); TYPE(uuid); TYPE(more);
TYPE(ioctl_sized); TYPE(ioctl_sized_name); TYPE(input_ev_code); TYPE(input_abs_code);
TYPE(minus_errno); TYPE(ubi_name);

/* structs-sys.c */
TYPE(file_handle); TYPE(file_handle_got); TYPE(msgbuf); TYPE(iocb); TYPE(iocb_pointer); TYPE(iocb_cancel);
TYPE(aio_sigset); TYPE(dh_params); TYPE(kdf_params); TYPE(pkey_query); TYPE(pkey_params); TYPE(pkey_verify_params);
TYPE(nextdqblk); TYPE(xfs_dqblk); TYPE(xfs_qfile); TYPE(xfs_qfilev); TYPE(xfs_quota_stat); TYPE(xfs_quota_statv);
TYPE(sysctl_args); TYPE(epoll_slot); TYPE(interrupted_call); TYPE(ret_thread_area); TYPE(ret_sgetmask); TYPE(time_answer32); TYPE(stat_time32); TYPE(ret_ssetmask);
TYPE(sched_core); TYPE(pidtype); TYPE(pr_endian); TYPE(pr_dispatch); TYPE(pac_keys); TYPE(pr_unalign); TYPE(pr_fpemu); TYPE(fp_mode); TYPE(ret_fp_mode); TYPE(xfs_quota_types); TYPE(dqinfo_flags); TYPE(dqinfo_valid); TYPE(mq_flags); TYPE(mq_attr_set); TYPE(vsock_port); TYPE(qrtr_node); TYPE(qrtr_port); TYPE(llcp_sap); TYPE(sockopt_rds_get); TYPE(rtc_features); TYPE(rtc_switch_mode); TYPE(fd_of_pid1); TYPE(fd_of_pid2);
TYPE(clone_signal); TYPE(xattr_value); TYPE(mode_long); TYPE(pr_fpexc);
TYPE(kexec_segment); TYPE(user_desc); TYPE(x32_8);

/* flags of them (flags.c), leaves (leaf.c) */
TYPE(iocb_cmd); TYPE(iocb_flags); TYPE(poll_events32); TYPE(pkey_ops); TYPE(key_perm); TYPE(key_move_flags);
TYPE(key_caps0); TYPE(key_caps1); TYPE(dqblk_valid); TYPE(xfs_dqblk_flags); TYPE(xfs_quota_flags);
TYPE(xfs_quota_flags16); TYPE(key_caps); TYPE(text_read); TYPE(all_binary); TYPE(addr0); TYPE(ret_modify_ldt);

/* structs-bpf.c, flags of it (flags.c) */
TYPE(bpf_map_create); TYPE(bpf_map_lookup); TYPE(bpf_map_update); TYPE(bpf_map_delete);
TYPE(bpf_map_next_key); TYPE(bpf_map_freeze); TYPE(bpf_prog_load); TYPE(bpf_obj); TYPE(bpf_prog_attach);
TYPE(bpf_prog_detach); TYPE(bpf_test_run); TYPE(bpf_next_id); TYPE(bpf_prog_by_id); TYPE(bpf_map_by_id);
TYPE(bpf_btf_by_id); TYPE(bpf_link_by_id); TYPE(bpf_info_by_fd); TYPE(bpf_query); TYPE(bpf_raw_tracepoint);
TYPE(bpf_btf_load); TYPE(bpf_task_fd_query); TYPE(bpf_lookup_batch); TYPE(bpf_update_batch);
TYPE(bpf_delete_batch); TYPE(bpf_link_create);
TYPE(bpf_iter_map); TYPE(bpf_iter_info); TYPE(bpf_symbol); TYPE(bpf_link_rest); TYPE(bpf_link_perf_event);
TYPE(bpf_link_tracing); TYPE(bpf_link_netfilter); TYPE(bpf_link_tcx); TYPE(bpf_link_netkit); TYPE(bpf_link_kprobes);
TYPE(bpf_link_uprobes); TYPE(bpf_kprobe_multi_flags);
TYPE(bpf_uprobe_multi_flags); TYPE(bpf_netfilter_flags); TYPE(nfproto);
TYPE(bpf_link_update); TYPE(bpf_link_detach);
TYPE(bpf_iter_create); TYPE(bpf_enable_stats); TYPE(bpf_bind_map); TYPE(bpf_token_create);
TYPE(bpf_stream_read); TYPE(bpf_assoc_struct_ops); TYPE(bpf_open_flags); TYPE(bpf_query_flags);
TYPE(bpf_info); TYPE(bpf_prog_info); TYPE(bpf_map_info); TYPE(bpf_insn); TYPE(bpf_code);
TYPE(bpf_memory_code); TYPE(bpf_operation_code); TYPE(bpf_jump_code); TYPE(bpf_register); TYPE(filter_load_code);
TYPE(filter_store_code); TYPE(filter_operation_code); TYPE(filter_jump_code); TYPE(filter_return_code);
TYPE(filter_misc_code); TYPE(filter_code); TYPE(filter_action); TYPE(filter_statement); TYPE(filter_verdict);
TYPE(filter_jump); TYPE(sock_filter); TYPE(seccomp_filter); TYPE(seccomp_fprog);
TYPE(bpf_fd_type); TYPE(bpf_batch_flags); TYPE(bpf_link_flags); TYPE(bpf_stats_type); TYPE(bpf_test_flags);

/* structs-i386.c, of 32-bit tasks */
TYPE(timespec32); TYPE(timeval32); TYPE(itimerspec32); TYPE(itimerval32); TYPE(iovec32);
TYPE(iovec_remote32); TYPE(msghdr32); TYPE(msghdr_received32); TYPE(mmsghdr32); TYPE(mmsg_received32);
TYPE(mmsghdr_received32); TYPE(mmsghdr_plain32); TYPE(rlimit32); TYPE(rusage32); TYPE(tms32);
TYPE(sysinfo32); TYPE(stat64_32); TYPE(stat32); TYPE(statfs32); TYPE(statfs64_32); TYPE(flock32);
TYPE(flock_pid32); TYPE(flock64_32); TYPE(flock64_pid32); TYPE(sigaction32); TYPE(old_sigaction32);
TYPE(sigaltstack32); TYPE(utimbuf32); TYPE(mq_attr32); TYPE(mmap_args32); TYPE(user_desc32); TYPE(strv32);
TYPE(sock_fprog32); TYPE(seccomp_fprog32); TYPE(envv32); TYPE(uid16); TYPE(rlim32); TYPE(sigset32); TYPE(pages_offset); TYPE(socketcall);
TYPE(ipc_call); TYPE(addr32); TYPE(msgbuf32);
TYPE(word32); TYPE(ipc64_perm32); TYPE(ipc64_perm_set32); TYPE(ipc_perm32); TYPE(ipc_perm_set32); TYPE(shmid64_ds32); TYPE(shm_set32);
TYPE(shmid_ds32); TYPE(shm_set_old32); TYPE(shminfo64_32); TYPE(shminfo_old32); TYPE(shm_info32); TYPE(msqid64_ds32); TYPE(msg_set32);
TYPE(msqid_ds32); TYPE(msg_set_old32); TYPE(semid64_ds32); TYPE(sem_set32); TYPE(semid_ds32); TYPE(sem_set_old32); TYPE(siginfo32); TYPE(si_some32); TYPE(si_sender32); TYPE(si_sent32); TYPE(si_timer32);
TYPE(si_io32); TYPE(si_fault32); TYPE(si_bus32); TYPE(si_segv32); TYPE(si_child32); TYPE(si_sys32); TYPE(si_other32);
TYPE(si_none32); TYPE(si_poll32); TYPE(si_poll_by_code32); TYPE(sigval32); TYPE(sigevent32); TYPE(si_by_code32); TYPE(si_by_signal32);

/* parts of numbers, records, sets, forms of struct siginfo, dates */
TYPE(error); TYPE(statx_sync); TYPE(statx_bits); TYPE(fanotify_class); TYPE(fanotify_init_bits); TYPE(mount_magic);
TYPE(mount_bits); TYPE(clone_bits); TYPE(ipc_64); TYPE(shmctl_name); TYPE(msgctl_name); TYPE(semctl_name); TYPE(caps_low);
TYPE(caps_high); TYPE(quota_type); TYPE(ioprio_class); TYPE(ioprio_words); TYPE(perf_cache_config); TYPE(tty_nl); TYPE(tty_cr); TYPE(tty_tab);
TYPE(tty_bs); TYPE(tty_vt); TYPE(tty_ff); TYPE(tty_size); TYPE(set_signal); TYPE(dirent_type); TYPE(file_type);
TYPE(mode_bits); TYPE(mode_words); TYPE(socket_kind); TYPE(socket_bits); TYPE(utimens_time); TYPE(utime_now);
TYPE(utime_omit); TYPE(time_stamp32); TYPE(dirent); TYPE(dirent64); TYPE(ioctl_direction); TYPE(ioctl_number);
TYPE(icmp_filter); TYPE(si_sender); TYPE(si_sent); TYPE(si_timer); TYPE(si_io); TYPE(si_poll); TYPE(si_fault);
TYPE(si_bus); TYPE(si_segv); TYPE(si_child); TYPE(si_sys); TYPE(si_other); TYPE(si_none); TYPE(si_by_code);
TYPE(si_poll_by_code); TYPE(si_by_signal); TYPE(si_code_raised); TYPE(si_some); TYPE(call_number); TYPE(call_number32); TYPE(si_call_number); TYPE(filter_call_number); TYPE(ethernet_port); TYPE(kexec_arch); TYPE(kexec_bits);

/* newer than the installed headers may be (flags.c, flags-net.c) */
TYPE(execveat_flags); TYPE(fs_xflags64); TYPE(pidfd_signal_flags); TYPE(uffd_features); TYPE(uffd_api_ioctls); TYPE(uffd_range_ioctls); TYPE(uffd_copy_mode);
TYPE(uffd_zeropage_mode); TYPE(uffd_writeprotect_mode); TYPE(uffd_continue_mode); TYPE(uffd_move_mode);
TYPE(statmount_mask); TYPE(listmount_flags); TYPE(perf_branch_type); TYPE(perf_breakpoint); TYPE(landlock_restrict_flags);
TYPE(landlock_access_net); TYPE(landlock_scope); TYPE(key_serial); TYPE(reqkey_default); TYPE(lsm_id);
TYPE(lsm_flags); TYPE(uring_op); TYPE(uring_op_decimal);

/* clang-format on */
#endif
