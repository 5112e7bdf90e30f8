// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Structures of sockets, polling, signals, time, futexes and io_uring; see structs.c.
 */
#include <linux/audit.h>
#include <arpa/inet.h>
#include <net/if.h>
#include <linux/if_arp.h>
#include <linux/futex.h>
#include <linux/if_alg.h>
#include <linux/if_packet.h>
#include <linux/if_xdp.h>
#include <linux/io_uring.h>
#include <linux/mctp.h>
#include <linux/netlink.h>
#include <linux/qrtr.h>
#include <linux/time_types.h>
#include <linux/vm_sockets.h>
#include <poll.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/timex.h>
#include <sys/un.h>
#include <time.h>
#include <ucontext.h>
#include "types.h"

/* clang-format off */

/* Shown if it is not 0. */
#define IF_SET(member_) WHEN(member_, ~0ULL)

/* ---- addresses of sockets, by family ---- */

STRUCT_MIN(sockaddr_data, sizeof(sa_family_t),
	F(struct sockaddr, sa_family, address_family),
	F(struct sockaddr, sa_data, all_bytes, REST));
STRUCT_MIN(sockaddr_un, sizeof(sa_family_t),
	FN(struct sockaddr_un, sun_family, sa_family, address_family),
	F(struct sockaddr_un, sun_path, sun_path, REST));
/* Numbers in network byte order. */
PARTS(htons, 2, &type_all_binary, "htons(%)", PIECE(0xffff, 0, u16, BE));
PARTS(htonl, 4, &type_all_binary, "htonl(%)", PIECE(0xffffffff, 0, u32, BE));
PARTS(htonl_hex, 4, NULL, "htonl(%)", PIECE(0xffffffff, 0, x32, BE));
PARTS(ethernet_port, 2, &type_all_binary, "htons(%)", PIECE(0xffff, 0, ethernet_protocol, BE));
PARTS(ethernet_htons, 2, NULL, "htons(%)", PIECE(0xffff, 0, ethernet_protocol, BE));
/* An address of the link layer, in a struct sockaddr whose family is the kind of hardware. */
#define HARDWARE(name_, n_) \
	STRUCT(name_, struct sockaddr, F(struct sockaddr, sa_family, arp_hardware), \
		{ .name = "sa_data", .type = &type_mac, .offset = offsetof(struct sockaddr, sa_data), .size = (n_) })
HARDWARE(hardware_1, 1);
HARDWARE(hardware_2, 2);
HARDWARE(hardware_4, 4);
HARDWARE(hardware_5, 5);
HARDWARE(hardware_6, 6);
HARDWARE(hardware_7, 7);
HARDWARE(hardware_8, 8);
HARDWARE(hardware_other, 14);
STRUCT_BY(hardware_address, struct sockaddr, sa_family, u16, hardware_other,
	V(ARPHRD_ETHER, hardware_6), V(ARPHRD_LOOPBACK, hardware_6), V(ARPHRD_IEEE802, hardware_6), V(ARPHRD_FDDI, hardware_6),
	V(ARPHRD_HIPPI, hardware_6), V(ARPHRD_IEEE80211, hardware_6), V(ARPHRD_IEEE80211_PRISM, hardware_6),
	V(ARPHRD_IEEE80211_RADIOTAP, hardware_6), V(ARPHRD_ARCNET, hardware_1), V(ARPHRD_LOCALTLK, hardware_1),
	V(ARPHRD_PHONET, hardware_1), V(ARPHRD_PHONET_PIPE, hardware_1), V(ARPHRD_CAIF, hardware_1), V(290 /* ARPHRD_MCTP */, hardware_1),
	V(ARPHRD_DLCI, hardware_2), V(ARPHRD_TUNNEL, hardware_4), V(ARPHRD_SIT, hardware_4), V(ARPHRD_IPDDP, hardware_4),
	V(ARPHRD_IPGRE, hardware_4), V(ARPHRD_PIMREG, hardware_4), V(ARPHRD_IRDA, hardware_4), V(ARPHRD_ROSE, hardware_5),
	V(ARPHRD_X25, hardware_5), V(ARPHRD_AX25, hardware_7), V(ARPHRD_NETROM, hardware_7), V(ARPHRD_EUI64, hardware_8),
	V(ARPHRD_IEEE802154, hardware_8), V(ARPHRD_IEEE802154_MONITOR, hardware_8), V(ARPHRD_6LOWPAN, hardware_8),
	V(ARPHRD_VSOCKMON, hardware_8));
HEX_WIDE(octet, 1, 2);
HEX_WIDE(nl_groups, 4, 8);

STRUCT(sockaddr_in, struct sockaddr_in,
	FN(struct sockaddr_in, sin_family, sa_family, address_family),
	F(struct sockaddr_in, sin_port, htons),
	F(struct sockaddr_in, sin_addr, inet_addr));
STRUCT_MIN(sockaddr_in6, offsetof(struct sockaddr_in6, sin6_scope_id),
	FN(struct sockaddr_in6, sin6_family, sa_family, address_family),
	F(struct sockaddr_in6, sin6_port, htons),
	F(struct sockaddr_in6, sin6_flowinfo, htonl),
	F(struct sockaddr_in6, sin6_addr, sin6_addr),
	F(struct sockaddr_in6, sin6_scope_id, scope_id));
STRUCT(sockaddr_nl, struct sockaddr_nl,
	FN(struct sockaddr_nl, nl_family, sa_family, address_family),
	F(struct sockaddr_nl, nl_pad, x16, IF_SET(nl_pad)),
	F(struct sockaddr_nl, nl_pid, pid),
	F(struct sockaddr_nl, nl_groups, nl_groups));
STRUCT(sockaddr_ll, struct sockaddr_ll,
	FN(struct sockaddr_ll, sll_family, sa_family, address_family),
	F(struct sockaddr_ll, sll_protocol, ethernet_port),
	F(struct sockaddr_ll, sll_ifindex, ifindex),
	F(struct sockaddr_ll, sll_hatype, arp_hardware),
	F(struct sockaddr_ll, sll_pkttype, packet_type),
	F(struct sockaddr_ll, sll_halen, u8),
	F(struct sockaddr_ll, sll_addr, sll_addr, REST, IF_SET(sll_halen)));
STRUCT(sockaddr_vm, struct sockaddr_vm,
	FN(struct sockaddr_vm, svm_family, sa_family, address_family),
	F(struct sockaddr_vm, svm_reserved1, x16, IF_SET(svm_reserved1)),
	F(struct sockaddr_vm, svm_cid, vsock_cid),
	F(struct sockaddr_vm, svm_port, vsock_port),
	F(struct sockaddr_vm, svm_flags, vsock_flags),
	F(struct sockaddr_vm, svm_zero, binary, IF_SET(svm_zero)));
STRUCT(sockaddr_xdp, struct sockaddr_xdp,
	FN(struct sockaddr_xdp, sxdp_family, sa_family, address_family),
	F(struct sockaddr_xdp, sxdp_flags, xdp_flags),
	F(struct sockaddr_xdp, sxdp_ifindex, ifindex),
	F(struct sockaddr_xdp, sxdp_queue_id, u32),
	F(struct sockaddr_xdp, sxdp_shared_umem_fd, fd, WHEN(sxdp_flags, XDP_SHARED_UMEM)),
	F(struct sockaddr_xdp, sxdp_shared_umem_fd, x32, WHEN_EQ(sxdp_flags, XDP_SHARED_UMEM, 0)));
STRUCT(sockaddr_alg, struct sockaddr_alg,
	FN(struct sockaddr_alg, salg_family, sa_family, address_family),
	F(struct sockaddr_alg, salg_type, chars),
	F(struct sockaddr_alg, salg_feat, alg_feat),
	F(struct sockaddr_alg, salg_mask, alg_feat),
	F(struct sockaddr_alg, salg_name, chars));
STRUCT(sockaddr_qrtr, struct sockaddr_qrtr,
	FN(struct sockaddr_qrtr, sq_family, sa_family, address_family),
	F(struct sockaddr_qrtr, sq_node, qrtr_node),
	F(struct sockaddr_qrtr, sq_port, qrtr_port));
struct desc_sockaddr_ipx { /* struct sockaddr_ipx, <linux/ipx.h>, which Linux 5.15 gave up */
	uint16_t sipx_family, sipx_port;
	uint32_t sipx_network;
	uint8_t sipx_node[6], sipx_type, sipx_zero;
};
STRUCT(sockaddr_ipx, struct desc_sockaddr_ipx,
	FN(struct desc_sockaddr_ipx, sipx_family, sa_family, address_family),
	F(struct desc_sockaddr_ipx, sipx_port, htons),
	F(struct desc_sockaddr_ipx, sipx_network, htonl_hex),
	F(struct desc_sockaddr_ipx, sipx_node, octet, FIXED(6)),
	F(struct desc_sockaddr_ipx, sipx_type, octet),
	F(struct desc_sockaddr_ipx, sipx_zero, octet, IF_SET(sipx_zero)));
struct desc_x25_address { /* struct x25_address, <linux/x25.h> */
	char x25_addr[16];
};
STRUCT(x25_address, struct desc_x25_address,
	F(struct desc_x25_address, x25_addr, chars));
struct desc_sockaddr_x25 { /* struct sockaddr_x25, <linux/x25.h> */
	uint16_t sx25_family;
	struct desc_x25_address sx25_addr;
};
STRUCT(sockaddr_x25, struct desc_sockaddr_x25,
	FN(struct desc_sockaddr_x25, sx25_family, sa_family, address_family),
	F(struct desc_sockaddr_x25, sx25_addr, x25_address));
STRUCT(mctp_addr, struct mctp_addr,
	F(struct mctp_addr, s_addr, mctp_address));
STRUCT(sockaddr_mctp, struct sockaddr_mctp,
	FN(struct sockaddr_mctp, smctp_family, sa_family, address_family),
	F(struct sockaddr_mctp, __smctp_pad0, x16, IF_SET(__smctp_pad0)),
	F(struct sockaddr_mctp, smctp_network, mctp_network),
	F(struct sockaddr_mctp, smctp_addr, mctp_addr),
	F(struct sockaddr_mctp, smctp_type, x8),
	F(struct sockaddr_mctp, smctp_tag, x8),
	F(struct sockaddr_mctp, __smctp_pad1, x8, IF_SET(__smctp_pad1)));
STRUCT_BY(sockaddr, struct sockaddr_storage, ss_family, address_family, sockaddr_data,
	V(AF_UNIX, sockaddr_un), V(AF_INET, sockaddr_in), V(AF_INET6, sockaddr_in6), V(AF_NETLINK, sockaddr_nl),
	V(AF_PACKET, sockaddr_ll), V(AF_VSOCK, sockaddr_vm), V(AF_XDP, sockaddr_xdp), V(AF_ALG, sockaddr_alg),
	V(AF_QIPCRTR, sockaddr_qrtr), V(AF_IPX, sockaddr_ipx), V(AF_X25, sockaddr_x25), V(AF_MCTP, sockaddr_mctp),
	V(AF_AX25, sockaddr_ax25), V(AF_NFC, sockaddr_nfc), V(AF_NFC, sockaddr_nfc_cut), V(AF_NFC, sockaddr_nfc_llcp), V(AF_RXRPC, sockaddr_rxrpc),
	V(AF_IEEE802154, sockaddr_ieee802154), V(AF_BLUETOOTH, sockaddr_hci4), V(AF_BLUETOOTH, sockaddr_hci),
	V(AF_BLUETOOTH, sockaddr_sco), V(AF_BLUETOOTH, sockaddr_rc), V(AF_BLUETOOTH, sockaddr_l2_12), V(AF_BLUETOOTH, sockaddr_l2));

/* ---- messages ---- */

/* The parts of a message. */
STRUCT(message_part, struct iovec,
	P(struct iovec, iov_base, message, LEN(iov_len)),
	F(struct iovec, iov_len, size));
STRUCT(msghdr, struct msghdr,
	P(struct msghdr, msg_name, sockaddr, LEN(msg_namelen)),
	F(struct msghdr, msg_namelen, socklen),
	P(struct msghdr, msg_iov, message_part, COUNT(msg_iovlen)),
	F(struct msghdr, msg_iovlen, size),
	P(struct msghdr, msg_control, cmsg, LEN(msg_controllen), IF_SET(msg_controllen)),
	F(struct msghdr, msg_controllen, size),
	F(struct msghdr, msg_flags, msg_flags));

/* What recvmsg fills; @cap_: how many bytes came. */
#define MSGHDR_FILLED(ctype_, m_, cap_) \
	FN(ctype_, m_ msg_name, msg_name, sockaddr, .dir = DIR_PTR, LEN(msg_namelen), ANSWER), \
	FN(ctype_, m_ msg_namelen, msg_namelen, socklen, CHANGES), \
	FN(ctype_, m_ msg_iov, msg_iov, message_part, .dir = DIR_PTR, COUNT(msg_iovlen), CAP(cap_), ANSWER), \
	FN(ctype_, m_ msg_iovlen, msg_iovlen, size, ANSWER), \
	FN(ctype_, m_ msg_control, msg_control, cmsg, .dir = DIR_PTR, LEN(msg_controllen), IF_SET(msg_controllen), ANSWER), \
	FN(ctype_, m_ msg_controllen, msg_controllen, size, ANSWER), \
	FN(ctype_, m_ msg_flags, msg_flags, msg_flags, ANSWER)
STRUCT(msghdr_received, struct msghdr, MSGHDR_FILLED(struct msghdr, , ret));

STRUCT(mmsghdr, struct mmsghdr,
	F(struct mmsghdr, msg_hdr, msghdr),
	F(struct mmsghdr, msg_len, u32, ANSWER));
/* The message of a struct mmsghdr, with the length beside it that bounds its bytes. */
STRUCT(mmsg_received, struct mmsghdr,
	MSGHDR_FILLED(struct mmsghdr, msg_hdr., msg_len),
	F(struct mmsghdr, msg_len, u32, HIDDEN));
STRUCT(mmsghdr_received, struct mmsghdr,
	{ .name = "msg_hdr", .type = &type_mmsg_received, .size = sizeof(struct mmsghdr) },
	F(struct mmsghdr, msg_len, u32));
/* The bytes alone. */
STRUCT(mmsghdr_plain, struct mmsghdr,
	F(struct mmsghdr, msg_len, u32));

STRUCT(ucred, struct ucred,
	F(struct ucred, pid, pid),
	F(struct ucred, uid, uid_signed),
	F(struct ucred, gid, uid_signed));
STRUCT(linger, struct linger,
	F(struct linger, l_onoff, i32),
	F(struct linger, l_linger, i32));
STRUCT(in_pktinfo, struct in_pktinfo,
	F(struct in_pktinfo, ipi_ifindex, ifindex),
	F(struct in_pktinfo, ipi_spec_dst, inet_addr),
	F(struct in_pktinfo, ipi_addr, inet_addr));
STRUCT(ip_mreq, struct ip_mreq,
	F(struct ip_mreq, imr_multiaddr, inet_addr),
	F(struct ip_mreq, imr_interface, inet_addr));
STRUCT(ipv6_mreq, struct ipv6_mreq,
	F(struct ipv6_mreq, ipv6mr_multiaddr, ipv6mr_addr),
	F(struct ipv6_mreq, ipv6mr_interface, ifindex));
STRUCT(group_req, struct group_req,
	F(struct group_req, gr_interface, ifindex),
	F(struct group_req, gr_group, sockaddr));
STRUCT(packet_mreq, struct packet_mreq,
	F(struct packet_mreq, mr_ifindex, ifindex),
	F(struct packet_mreq, mr_type, packet_mr_type),
	F(struct packet_mreq, mr_alen, u16),
	F(struct packet_mreq, mr_address, mac, LEN(mr_alen)));
STRUCT(tpacket_stats, struct tpacket_stats,
	F(struct tpacket_stats, tp_packets, u32),
	F(struct tpacket_stats, tp_drops, u32));
STRUCT(tpacket_req, struct tpacket_req,
	F(struct tpacket_req, tp_block_size, u32),
	F(struct tpacket_req, tp_block_nr, u32),
	F(struct tpacket_req, tp_frame_size, u32),
	F(struct tpacket_req, tp_frame_nr, u32));

/* ---- ioctls of sockets ---- */

STRUCT(ifmap, struct ifmap,
	F(struct ifmap, mem_start, x64),
	F(struct ifmap, mem_end, x64),
	F(struct ifmap, base_addr, x16),
	F(struct ifmap, irq, x8),
	F(struct ifmap, dma, x8),
	F(struct ifmap, port, x8));
/* The headers have these names for members of the union. */
#undef ifr_name
#undef ifr_hwaddr
#undef ifr_addr
#undef ifr_dstaddr
#undef ifr_broadaddr
#undef ifr_netmask
#undef ifr_flags
#undef ifr_metric
#undef ifr_mtu
#undef ifr_map
#undef ifr_slave
#undef ifr_ifindex
#undef ifr_qlen
#undef ifr_newname

/* An interface by its name, and one thing of it: to set, or to get. */
#define IFREQ(name_, member_, shown_, t_, ...) \
	STRUCT(name_, struct ifreq, FN(struct ifreq, ifr_ifrn.ifrn_name, ifr_name, chars), \
		FN(struct ifreq, member_, shown_, t_, ##__VA_ARGS__))
IFREQ(ifreq_set_flags, ifr_ifru.ifru_flags, ifr_flags, interface_flags);
IFREQ(ifreq_get_flags, ifr_ifru.ifru_flags, ifr_flags, interface_flags, ANSWER);
IFREQ(ifreq_set_addr, ifr_ifru.ifru_addr, ifr_addr, sockaddr);
IFREQ(ifreq_get_addr, ifr_ifru.ifru_addr, ifr_addr, sockaddr, ANSWER);
IFREQ(ifreq_set_dstaddr, ifr_ifru.ifru_dstaddr, ifr_dstaddr, sockaddr);
IFREQ(ifreq_get_dstaddr, ifr_ifru.ifru_dstaddr, ifr_dstaddr, sockaddr, ANSWER);
IFREQ(ifreq_set_broadaddr, ifr_ifru.ifru_broadaddr, ifr_broadaddr, sockaddr);
IFREQ(ifreq_get_broadaddr, ifr_ifru.ifru_broadaddr, ifr_broadaddr, sockaddr, ANSWER);
IFREQ(ifreq_set_netmask, ifr_ifru.ifru_netmask, ifr_netmask, sockaddr);
IFREQ(ifreq_get_netmask, ifr_ifru.ifru_netmask, ifr_netmask, sockaddr, ANSWER);
IFREQ(ifreq_set_metric, ifr_ifru.ifru_ivalue, ifr_metric, i32);
IFREQ(ifreq_get_metric, ifr_ifru.ifru_ivalue, ifr_metric, i32, ANSWER);
IFREQ(ifreq_set_mtu, ifr_ifru.ifru_mtu, ifr_mtu, i32);
IFREQ(ifreq_get_mtu, ifr_ifru.ifru_mtu, ifr_mtu, i32, ANSWER);
IFREQ(ifreq_set_hwaddr, ifr_ifru.ifru_hwaddr, ifr_hwaddr, hardware_address);
IFREQ(ifreq_get_hwaddr, ifr_ifru.ifru_hwaddr, ifr_hwaddr, hardware_address, ANSWER);
IFREQ(ifreq_set_slave, ifr_ifru.ifru_slave, ifr_slave, chars);
IFREQ(ifreq_get_slave, ifr_ifru.ifru_slave, ifr_slave, chars, ANSWER);
IFREQ(ifreq_set_newname, ifr_ifru.ifru_newname, ifr_newname, chars);
IFREQ(ifreq_get_index, ifr_ifru.ifru_ivalue, ifr_ifindex, i32, ANSWER);
IFREQ(ifreq_set_qlen, ifr_ifru.ifru_ivalue, ifr_qlen, i32);
IFREQ(ifreq_get_qlen, ifr_ifru.ifru_ivalue, ifr_qlen, i32, ANSWER);
IFREQ(ifreq_set_map, ifr_ifru.ifru_map, ifr_map, ifmap);
IFREQ(ifreq_get_map, ifr_ifru.ifru_map, ifr_map, ifmap, ANSWER);
STRUCT(ifreq_get_name, struct ifreq,
	FN(struct ifreq, ifr_ifru.ifru_ivalue, ifr_ifindex, i32),
	FN(struct ifreq, ifr_ifrn.ifrn_name, ifr_name, chars, ANSWER));
STRUCT(ifreq_index, struct ifreq,
	FN(struct ifreq, ifr_ifru.ifru_ivalue, ifr_ifindex, ifindex));
STRUCT(ifconf, struct ifconf,
	{ .name = "buffer", .type = &type_x64, .offset = offsetof(struct ifconf, ifc_ifcu), .size = sizeof(void *), HIDDEN },
	F(struct ifconf, ifc_len, ifc_len, CHANGES, WHEN_NOT(buffer, ~0ULL, 0)),
	F(struct ifconf, ifc_len, ifc_len, WHEN_IS(buffer, 0)),
	{ .name = "ifc_buf", .type = &type_ifreq_set_addr, .offset = offsetof(struct ifconf, ifc_ifcu), .size = sizeof(void *),
	  .dir = DIR_PTR, COUNT(ifc_len), PER(sizeof(struct ifreq)) });

/* ---- polling ---- */

/* A negative descriptor is passed over. */
STRUCT(pollfd, struct pollfd,
	F(struct pollfd, fd, fd),
	F(struct pollfd, events, poll_events, WHEN_EQ(fd, 0x80000000, 0)));
STRUCT(epoll_data, union epoll_data,
	F(union epoll_data, u32, u32),
	F(union epoll_data, u64, u64));
STRUCT(epoll_event, struct epoll_event,
	F(struct epoll_event, events, epoll_events),
	F(struct epoll_event, data, epoll_data));
/* The sixth argument of pselect6. */
struct desc_sigmask {
	uint64_t sigmask, sigsetsize;
};
STRUCT(pselect_mask, struct desc_sigmask,
	P(struct desc_sigmask, sigmask, sigset_sized, LEN(sigsetsize)),
	F(struct desc_sigmask, sigsetsize, size));

/* ---- signals ---- */

struct desc_sigaction { /* struct sigaction of <asm/signal.h>, which does not go with the C library's */
	uint64_t handler, flags, restorer, mask;
};
STRUCT(sigaction, struct desc_sigaction,
	FN(struct desc_sigaction, handler, sa_handler, sighandler),
	FN(struct desc_sigaction, mask, sa_mask, sigset),
	FN(struct desc_sigaction, flags, sa_flags, sigaction_flags),
	FN(struct desc_sigaction, restorer, sa_restorer, addr, WHEN(sa_flags, 0x04000000 /* SA_RESTORER */)));
STRUCT(sigaltstack, stack_t,
	F(stack_t, ss_sp, addr),
	F(stack_t, ss_flags, sigaltstack_flags),
	F(stack_t, ss_size, size));
/* What lies at uc_sigmask of the ucontext that a handler returns to. */
struct desc_sigframe {
	uint64_t mask;
};
STRUCT(sigframe, struct desc_sigframe,
	F(struct desc_sigframe, mask, sigset));
/*
 * struct siginfo: who sent it, and why. A code over 0 means something else for every signal; any other tells alone what else
 * there is. The members of a form find signal and code among their own, so each has them, hidden.
 */
#define SI(member_, t_, ...) /* not F: the members are macros */ \
	{ .name = #member_, .type = &type_##t_, .offset = offsetof(siginfo_t, member_), \
	  .size = sizeof(((siginfo_t *)0)->member_), ##__VA_ARGS__ }
#define SI_SENDER SI(si_pid, pid), SI(si_uid, uid)
#define SI_VALUE SI(si_int, i32), SI(si_ptr, addr)
#define SI_VALUE_IF_ANY SI(si_int, i32, WHEN(si_ptr, ~0ULL)), SI(si_ptr, addr, WHEN(si_ptr, ~0ULL))
#define SI_CODE SI(si_code, x32, HIDDEN)
STRUCT(si_sender, siginfo_t, SI_SENDER);
STRUCT(si_sent, siginfo_t, SI_SENDER, SI_VALUE_IF_ANY);
STRUCT(si_timer, siginfo_t, SI(si_timerid, x32), SI(si_overrun, i32), SI_VALUE);
STRUCT(si_io, siginfo_t, SI(si_band, i64), SI(si_fd, fd));
STRUCT(si_fault, siginfo_t, SI(si_addr, addr));
STRUCT(si_bus, siginfo_t, SI_CODE, SI(si_addr, addr), SI(si_addr_lsb, x16, WHEN_EQ(si_code, ~1, BUS_MCEERR_AR)));
STRUCT(si_segv, siginfo_t, SI_CODE, SI(si_addr, addr), SI(si_lower, addr, WHEN_IS(si_code, SEGV_BNDERR)),
	SI(si_upper, addr, WHEN_IS(si_code, SEGV_BNDERR)), SI(si_pkey, u32, WHEN_IS(si_code, SEGV_PKUERR)));
STRUCT(si_child, siginfo_t, SI_CODE, SI_SENDER, SI(si_status, i32, WHEN_IS(si_code, CLD_EXITED)),
	SI(si_status, signal, WHEN_NOT(si_code, ~0ULL, CLD_EXITED)), SI(si_utime, clock_ticks), SI(si_stime, clock_ticks));
CHOICE(si_call_number, 4, si_arch, u32, V(AUDIT_ARCH_X86_64, call_number), V(AUDIT_ARCH_I386, call_number32));
STRUCT(si_sys, siginfo_t, SI(si_call_addr, addr), SI(si_syscall, si_call_number), SI(si_arch, audit_arch));
/* Two ids as one number, which is 0 if neither is there. */
STRUCT(si_other, siginfo_t, { .name = "sender", .type = &type_u64, .offset = offsetof(siginfo_t, si_pid), .size = 8, .flags = FIELD_HIDDEN },
	SI(si_pid, pid, WHEN(sender, ~0ULL)), SI(si_uid, uid, WHEN(sender, ~0ULL)), SI_VALUE_IF_ANY);
CHOICE(si_by_code, 0, si_code, si_sent, V(SI_USER, si_sender), V(SI_TKILL, si_sender), V(SI_TIMER, si_timer), V(SI_SIGIO, si_io));
CHOICE(si_poll_by_code, 0, si_code, si_none,
	V(POLL_IN, si_io), V(POLL_OUT, si_io), V(POLL_MSG, si_io), V(POLL_ERR, si_io), V(POLL_PRI, si_io), V(POLL_HUP, si_io));
STRUCT(si_none, siginfo_t, SI_CODE);
STRUCT(si_poll, siginfo_t, SI_CODE, { .name = "", .type = &type_si_poll_by_code, SPREAD });
CHOICE(si_by_signal, 0, si_signo, si_other, V(SIGCHLD, si_child), V(SIGILL, si_fault), V(SIGFPE, si_fault),
	V(SIGSEGV, si_segv), V(SIGBUS, si_bus), V(SIGTRAP, si_fault), V(SIGPOLL, si_poll), V(SIGSYS, si_sys));
CHOICE(si_code_raised, 4, si_signo, si_code, V(SIGILL, si_code_ill), V(SIGFPE, si_code_fpe), V(SIGSEGV, si_code_segv),
	V(SIGBUS, si_code_bus), V(SIGTRAP, si_code_trap), V(SIGCHLD, si_code_chld), V(SIGPOLL, si_code_poll), V(SIGSYS, si_code_sys));
STRUCT(si_some, siginfo_t, SI(si_signo, signal), SI(si_code, si_code_raised, WHEN_POSITIVE(si_code)),
	SI(si_code, si_code, WHEN_NOT_POSITIVE(si_code)), SI(si_errno, error, WHEN(si_errno, ~0ULL)),
	{ .name = "", .type = &type_si_by_code, WHEN_NOT_POSITIVE(si_code), SPREAD },
	{ .name = "", .type = &type_si_by_signal, WHEN_POSITIVE(si_code), SPREAD });
STRUCT(siginfo, siginfo_t, SI(si_signo, i32, HIDDEN),
	{ .name = "some", .type = &type_si_some, WHEN(si_signo, ~0ULL), SPREAD });
STRUCT(sigval, union sigval,
	F(union sigval, sival_int, i32),
	F(union sigval, sival_ptr, addr));
/* A thread is named by what the C library calls sigev_notify_function. */
STRUCT(sigevent, struct sigevent,
	F(struct sigevent, sigev_value, sigval, IF_SET(sigev_value)),
	/* The signal has a name where one is sent: SIGEV_SIGNAL, SIGEV_THREAD, SIGEV_THREAD_ID are 0, 2, 4. */
	F(struct sigevent, sigev_signo, signal, WHEN_EQ(sigev_notify, ~6ULL, 0)),
	F(struct sigevent, sigev_signo, i32, WHEN_NOT(sigev_notify, ~6ULL, 0)),
	F(struct sigevent, sigev_notify, sigev_notify),
	F(struct sigevent, sigev_notify_function, addr, WHEN_IS(sigev_notify, SIGEV_THREAD)),
	F(struct sigevent, sigev_notify_attributes, addr, WHEN_IS(sigev_notify, SIGEV_THREAD)),
	{ .name = "sigev_notify_thread_id", .type = &type_pid, .offset = offsetof(struct sigevent, sigev_notify_function),
	  .size = sizeof(pid_t), WHEN_IS(sigev_notify, SIGEV_THREAD_ID) });

/* ---- time ---- */

STRUCT(timezone, struct timezone,
	F(struct timezone, tz_minuteswest, i32),
	F(struct timezone, tz_dsttime, i32));
STRUCT(itimerval, struct itimerval,
	F(struct itimerval, it_interval, timeval),
	F(struct itimerval, it_value, timeval));
STRUCT(itimerspec, struct __kernel_itimerspec,
	F(struct __kernel_itimerspec, it_interval, timespec),
	F(struct __kernel_itimerspec, it_value, timespec));
STRUCT(timex, struct timex,
	F(struct timex, modes, timex_modes),
	F(struct timex, offset, i64),
	F(struct timex, freq, i64),
	F(struct timex, maxerror, i64),
	F(struct timex, esterror, i64),
	F(struct timex, status, timex_status),
	F(struct timex, constant, i64),
	F(struct timex, precision, i64),
	F(struct timex, tolerance, i64),
	F(struct timex, time, timeval),
	F(struct timex, tick, i64),
	F(struct timex, ppsfreq, i64),
	F(struct timex, jitter, i64),
	F(struct timex, shift, i32),
	F(struct timex, stabil, i64),
	F(struct timex, jitcnt, i64),
	F(struct timex, calcnt, i64),
	F(struct timex, errcnt, i64),
	F(struct timex, stbcnt, i64),
	F(struct timex, tai, i32));

/* ---- futexes ---- */

STRUCT(futex_waitv, struct futex_waitv,
	F(struct futex_waitv, val, x64),
	F(struct futex_waitv, uaddr, addr),
	F(struct futex_waitv, flags, futex2_flags),
	F(struct futex_waitv, __reserved, x32, IF_SET(__reserved)));
