// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * The messages of NETLINK_SOCK_DIAG: what is asked about sockets of a family, and what is told of each. See netlink.h.
 */
#include <netinet/in.h>
#include <sys/socket.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <linux/inet_diag.h>
#include <linux/mptcp.h>
#include <linux/netlink.h>
#include <linux/netlink_diag.h>
#include <linux/packet_diag.h>
#include <linux/smc_diag.h>
#include <linux/sock_diag.h>
#include <linux/tcp.h>
#include <linux/tls.h>
#include <linux/unix_diag.h>
#include "netlink.h"

/* clang-format off */

/* named before it is defined */
TYPE(mptcp_flags);

/* ---- names ---- */

/* include/net/tcp_states.h */
#define TCP_STATES(S_) \
	S_(1, "TCP_ESTABLISHED"), S_(2, "TCP_SYN_SENT"), S_(3, "TCP_SYN_RECV"), S_(4, "TCP_FIN_WAIT1"), S_(5, "TCP_FIN_WAIT2"), \
	S_(6, "TCP_TIME_WAIT"), S_(7, "TCP_CLOSE"), S_(8, "TCP_CLOSE_WAIT"), S_(9, "TCP_LAST_ACK"), S_(10, "TCP_LISTEN"), \
	S_(11, "TCP_CLOSING"), S_(12, "TCP_NEW_SYN_RECV")
#define STATE_BIT(v_, name_) { 1U << (v_), 1U << (v_), "1<<" name_ }
ENUM(tcp_state, 1, "TCP_???", TCP_STATES(XV));
FLAGSET(tcp_states, 4, "1<<TCP_???", TCP_STATES(STATE_BIT));
#define EXT(c_) { 1ULL << ((c_) - 1), 1ULL << ((c_) - 1), "1<<(" #c_ "-1)" }
FLAGSET(inet_diag_ext, 1, "1<<INET_DIAG_??" "?-1",
	EXT(INET_DIAG_MEMINFO), EXT(INET_DIAG_INFO), EXT(INET_DIAG_VEGASINFO), EXT(INET_DIAG_CONG), EXT(INET_DIAG_TOS),
	EXT(INET_DIAG_TCLASS), EXT(INET_DIAG_SKMEMINFO), EXT(INET_DIAG_SHUTDOWN));
FLAGSET(smc_diag_ext, 1, "1<<SMC_DIAG_??" "?-1",
	EXT(SMC_DIAG_CONNINFO), EXT(SMC_DIAG_LGRINFO), EXT(SMC_DIAG_SHUTDOWN), EXT(SMC_DIAG_DMBINFO), EXT(SMC_DIAG_FALLBACK));
FLAGSET(unix_diag_show, 4, "UDIAG_SHOW_???",
	X(UDIAG_SHOW_NAME), X(UDIAG_SHOW_VFS), X(UDIAG_SHOW_PEER), X(UDIAG_SHOW_ICONS), X(UDIAG_SHOW_RQLEN),
	X(UDIAG_SHOW_MEMINFO), X(UDIAG_SHOW_UID));
FLAGSET(netlink_diag_show, 4, "NDIAG_SHOW_???",
	X(NDIAG_SHOW_MEMINFO), X(NDIAG_SHOW_GROUPS), X(NDIAG_SHOW_RING_CFG), X(NDIAG_SHOW_FLAGS));
FLAGSET(netlink_diag_flags, 4, "NDIAG_FLAG_???",
	X(NDIAG_FLAG_CB_RUNNING), X(NDIAG_FLAG_PKTINFO), X(NDIAG_FLAG_BROADCAST_ERROR), X(NDIAG_FLAG_NO_ENOBUFS),
	X(NDIAG_FLAG_LISTEN_ALL_NSID), X(NDIAG_FLAG_CAP_ACK));
FLAGSET(packet_diag_show, 4, "PACKET_SHOW_???",
	X(PACKET_SHOW_INFO), X(PACKET_SHOW_MCLIST), X(PACKET_SHOW_RING_CFG), X(PACKET_SHOW_FANOUT), X(PACKET_SHOW_MEMINFO),
	X(PACKET_SHOW_FILTER));
FLAGSET(packet_diag_flags, 4, "PDI_???",
	X(PDI_RUNNING), X(PDI_AUXDATA), X(PDI_ORIGDEV), X(PDI_VNETHDR), X(PDI_LOSS));
ENUM(packet_version, 4, "TPACKET_???", X(TPACKET_V1), X(TPACKET_V2), X(TPACKET_V3));
/* NETLINK_CONNECTED: net/netlink/af_netlink.c */
ENUM(netlink_state, 1, "NETLINK_???", XV(0, "NETLINK_UNCONNECTED"), XV(1, "NETLINK_CONNECTED"), XV(7, "TCP_CLOSE"));
ENUM(diag_netlink_protocol, 1, "NETLINK_???",
	X(NDIAG_PROTO_ALL), X(NETLINK_ROUTE), X(NETLINK_UNUSED), X(NETLINK_USERSOCK), X(NETLINK_FIREWALL), X(NETLINK_SOCK_DIAG),
	X(NETLINK_NFLOG), X(NETLINK_XFRM), X(NETLINK_SELINUX), X(NETLINK_ISCSI), X(NETLINK_AUDIT), X(NETLINK_FIB_LOOKUP),
	X(NETLINK_CONNECTOR), X(NETLINK_NETFILTER), X(NETLINK_IP6_FW), X(NETLINK_DNRTMSG), X(NETLINK_KOBJECT_UEVENT),
	X(NETLINK_GENERIC), X(NETLINK_SCSITRANSPORT), X(NETLINK_ECRYPTFS), X(NETLINK_RDMA), X(NETLINK_CRYPTO), X(NETLINK_SMC));
ENUM(diag_bytecode_op, 1, "INET_DIAG_BC_???",
	X(INET_DIAG_BC_NOP), X(INET_DIAG_BC_JMP), X(INET_DIAG_BC_S_GE), X(INET_DIAG_BC_S_LE), X(INET_DIAG_BC_D_GE),
	X(INET_DIAG_BC_D_LE), X(INET_DIAG_BC_AUTO), X(INET_DIAG_BC_S_COND), X(INET_DIAG_BC_D_COND), X(INET_DIAG_BC_DEV_COND),
	X(INET_DIAG_BC_MARK_COND), X(INET_DIAG_BC_S_EQ), X(INET_DIAG_BC_D_EQ), X(INET_DIAG_BC_CGROUP_COND));
ENUM(tls_version, 2, "TLS_???_VERSION", X(TLS_1_2_VERSION), X(TLS_1_3_VERSION));
ENUM(tls_cipher, 2, "TLS_CIPHER_???",
	X(TLS_CIPHER_AES_GCM_128), X(TLS_CIPHER_AES_GCM_256), X(TLS_CIPHER_AES_CCM_128), X(TLS_CIPHER_CHACHA20_POLY1305),
	X(TLS_CIPHER_SM4_GCM), X(TLS_CIPHER_SM4_CCM), X(TLS_CIPHER_ARIA_GCM_128), X(TLS_CIPHER_ARIA_GCM_256));
ENUM(tls_conf, 2, "TLS_CONF_???", X(TLS_CONF_BASE), X(TLS_CONF_SW), X(TLS_CONF_HW), X(TLS_CONF_HW_RECORD));
/* SMC_*: net/smc/smc.h */
ENUM(smc_state, 1, "SMC_???",
	XV(1, "SMC_ACTIVE"), XV(2, "SMC_INIT"), XV(7, "SMC_CLOSED"), XV(10, "SMC_LISTEN"), XV(20, "SMC_PEERCLOSEWAIT1"),
	XV(21, "SMC_PEERCLOSEWAIT2"), XV(22, "SMC_APPFINCLOSEWAIT"), XV(23, "SMC_APPCLOSEWAIT1"), XV(24, "SMC_APPCLOSEWAIT2"),
	XV(25, "SMC_PEERFINCLOSEWAIT"), XV(26, "SMC_PEERABORTWAIT"), XV(27, "SMC_PROCESSABORT"));
ENUM(smc_mode, 1, "SMC_DIAG_MODE_???", X(SMC_DIAG_MODE_SMCR), X(SMC_DIAG_MODE_FALLBACK_TCP), X(SMC_DIAG_MODE_SMCD));

/* include/net/sock.h */
FLAGSET_AS((.commented = true), diag_shutdown_flags, 1, "???_SHUTDOWN", XV(1, "RCV_SHUTDOWN"), XV(2, "SEND_SHUTDOWN"));

/* ---- what attributes hold ---- */

LIST_NAMED(sk_meminfo, u32, "SK_MEMINFO_???",
	X(SK_MEMINFO_RMEM_ALLOC), X(SK_MEMINFO_RCVBUF), X(SK_MEMINFO_WMEM_ALLOC), X(SK_MEMINFO_SNDBUF), X(SK_MEMINFO_FWD_ALLOC),
	X(SK_MEMINFO_WMEM_QUEUED), X(SK_MEMINFO_OPTMEM), X(SK_MEMINFO_BACKLOG), X(SK_MEMINFO_DROPS));
LIST(diag_peers, u32);
LIST(diag_groups, x64);

STRUCT(unix_vfs, struct unix_diag_vfs,
	F(struct unix_diag_vfs, udiag_vfs_dev, dev32),
	F(struct unix_diag_vfs, udiag_vfs_ino, u32));
STRUCT(unix_rqlen, struct unix_diag_rqlen,
	F(struct unix_diag_rqlen, udiag_rqueue, u32),
	F(struct unix_diag_rqlen, udiag_wqueue, u32));
STRUCT(netlink_ring, struct netlink_diag_ring,
	F(struct netlink_diag_ring, ndr_block_size, u32),
	F(struct netlink_diag_ring, ndr_block_nr, u32),
	F(struct netlink_diag_ring, ndr_frame_size, u32),
	F(struct netlink_diag_ring, ndr_frame_nr, u32));
STRUCT(packet_info, struct packet_diag_info,
	F(struct packet_diag_info, pdi_index, ifindex),
	F(struct packet_diag_info, pdi_version, packet_version),
	F(struct packet_diag_info, pdi_reserve, u32),
	F(struct packet_diag_info, pdi_copy_thresh, u32),
	F(struct packet_diag_info, pdi_tstamp, u32),
	F(struct packet_diag_info, pdi_flags, packet_diag_flags));
STRUCT(packet_mclist_entry, struct packet_diag_mclist,
	F(struct packet_diag_mclist, pdmc_index, ifindex),
	F(struct packet_diag_mclist, pdmc_count, u32),
	F(struct packet_diag_mclist, pdmc_type, u16),
	F(struct packet_diag_mclist, pdmc_alen, u16),
	F(struct packet_diag_mclist, pdmc_addr, all_binary, LEN(pdmc_alen)));
LIST(packet_mclist, packet_mclist_entry);
STRUCT(packet_ring, struct packet_diag_ring,
	F(struct packet_diag_ring, pdr_block_size, u32),
	F(struct packet_diag_ring, pdr_block_nr, u32),
	F(struct packet_diag_ring, pdr_frame_size, u32),
	F(struct packet_diag_ring, pdr_frame_nr, u32),
	F(struct packet_diag_ring, pdr_retire_tmo, u32),
	F(struct packet_diag_ring, pdr_sizeof_priv, u32),
	F(struct packet_diag_ring, pdr_features, u32));
STRUCT(inet_meminfo, struct inet_diag_meminfo,
	F(struct inet_diag_meminfo, idiag_rmem, u32),
	F(struct inet_diag_meminfo, idiag_wmem, u32),
	F(struct inet_diag_meminfo, idiag_fmem, u32),
	F(struct inet_diag_meminfo, idiag_tmem, u32));
STRUCT(tcp_vegas, struct tcpvegas_info,
	F(struct tcpvegas_info, tcpv_enabled, u32),
	F(struct tcpvegas_info, tcpv_rttcnt, u32),
	F(struct tcpvegas_info, tcpv_rtt, u32),
	F(struct tcpvegas_info, tcpv_minrtt, u32));
STRUCT(tcp_dctcp, struct tcp_dctcp_info,
	F(struct tcp_dctcp_info, dctcp_enabled, u16),
	F(struct tcp_dctcp_info, dctcp_ce_state, u16),
	F(struct tcp_dctcp_info, dctcp_alpha, u32),
	F(struct tcp_dctcp_info, dctcp_ab_ecn, u32),
	F(struct tcp_dctcp_info, dctcp_ab_tot, u32));
STRUCT(tcp_bbr, struct tcp_bbr_info,
	F(struct tcp_bbr_info, bbr_bw_lo, x32),
	F(struct tcp_bbr_info, bbr_bw_hi, x32),
	F(struct tcp_bbr_info, bbr_min_rtt, u32),
	F(struct tcp_bbr_info, bbr_pacing_gain, u32),
	F(struct tcp_bbr_info, bbr_cwnd_gain, u32));
STRUCT(tcp_md5sig, struct tcp_diag_md5sig,
	F(struct tcp_diag_md5sig, tcpm_family, address_family),
	F(struct tcp_diag_md5sig, tcpm_prefixlen, u8),
	F(struct tcp_diag_md5sig, tcpm_keylen, u16),
	F(struct tcp_diag_md5sig, tcpm_addr, nla_in, WHEN_IS(tcpm_family, AF_INET)),
	F(struct tcp_diag_md5sig, tcpm_addr, tcpm_in6, WHEN_IS(tcpm_family, AF_INET6)),
	F(struct tcp_diag_md5sig, tcpm_addr, all_binary, WHEN_NOT(tcpm_family, ~8ULL, AF_INET)),
	F(struct tcp_diag_md5sig, tcpm_key, all_binary, LEN(tcpm_keylen)));
LIST(tcp_md5sigs, tcp_md5sig);
PARTS(sockopt_unused, 2, NULL, "% /* bits 3..8 */", PIECE(0xffff, 0, x16));
struct desc_inet_sockopt { /* struct inet_diag_sockopt, whose bits have no offset */
	uint16_t bits;
};
#define OPTION(bit_, name_) \
	{ .name = #name_, .type = &type_u16, .size = 2, BITFIELD(bit_, 1), NONZERO }
STRUCT(inet_sockopt, struct desc_inet_sockopt,
	OPTION(0, recverr), OPTION(1, is_icsk), OPTION(2, freebind), OPTION(3, hdrincl), OPTION(4, mc_loop), OPTION(5, transparent),
	OPTION(6, mc_all), OPTION(7, nodefrag), OPTION(8, bind_address_no_port), OPTION(9, recverr_rfc4884),
	OPTION(10, defer_connect),
	{ .name = "unused", .type = &type_sockopt_unused, .size = 2, BITFIELD(11, 5), NONZERO });
/* Addresses take a struct sockaddr_storage each. */
struct desc_diag_address {
	struct sockaddr_storage address;
};
STRUCT(diag_address, struct desc_diag_address,
	FN(struct desc_diag_address, address, , sockaddr));
LIST(diag_addresses, diag_address);

ATTRIBUTES(bpf_storage, "SK_DIAG_BPF_STORAGE_???",
	AB(SK_DIAG_BPF_STORAGE_NONE), AB(SK_DIAG_BPF_STORAGE_PAD), A(SK_DIAG_BPF_STORAGE_MAP_ID, u32),
	A(SK_DIAG_BPF_STORAGE_MAP_VALUE, nla_hex));
ATTRIBUTES(bpf_storages, "SK_DIAG_BPF_STORAGE_???",
	AB(SK_DIAG_BPF_STORAGE_REP_NONE), A(SK_DIAG_BPF_STORAGE, bpf_storage));
ATTRIBUTES(tls_info, "TLS_INFO_???",
	AB(TLS_INFO_UNSPEC), A(TLS_INFO_VERSION, tls_version), A(TLS_INFO_CIPHER, tls_cipher), A(TLS_INFO_TXCONF, tls_conf),
	A(TLS_INFO_RXCONF, tls_conf), AB(TLS_INFO_ZC_RO_TX));
ATTRIBUTES(mptcp_info, "MPTCP_SUBFLOW_ATTR_???",
	AB(MPTCP_SUBFLOW_ATTR_UNSPEC), A(MPTCP_SUBFLOW_ATTR_TOKEN_REM, x32), A(MPTCP_SUBFLOW_ATTR_TOKEN_LOC, x32),
	A(MPTCP_SUBFLOW_ATTR_RELWRITE_SEQ, u32), A(MPTCP_SUBFLOW_ATTR_MAP_SEQ, u64), A(MPTCP_SUBFLOW_ATTR_MAP_SFSEQ, u32),
	A(MPTCP_SUBFLOW_ATTR_SSN_OFFSET, u32), A(MPTCP_SUBFLOW_ATTR_MAP_DATALEN, u16), A(MPTCP_SUBFLOW_ATTR_FLAGS, mptcp_flags),
	A(MPTCP_SUBFLOW_ATTR_ID_REM, u8), A(MPTCP_SUBFLOW_ATTR_ID_LOC, u8), AB(MPTCP_SUBFLOW_ATTR_PAD));
FLAGSET(mptcp_flags, 4, "MPTCP_SUBFLOW_FLAG_???",
	X(MPTCP_SUBFLOW_FLAG_MCAP_REM), X(MPTCP_SUBFLOW_FLAG_MCAP_LOC), X(MPTCP_SUBFLOW_FLAG_JOIN_REM),
	X(MPTCP_SUBFLOW_FLAG_JOIN_LOC), X(MPTCP_SUBFLOW_FLAG_BKUP_REM), X(MPTCP_SUBFLOW_FLAG_BKUP_LOC),
	X(MPTCP_SUBFLOW_FLAG_FULLY_ESTABLISHED), X(MPTCP_SUBFLOW_FLAG_CONNECTED), X(MPTCP_SUBFLOW_FLAG_MAPVALID));
ATTRIBUTES(ulp_info, "INET_ULP_INFO_???",
	AB(INET_ULP_INFO_UNSPEC), A(INET_ULP_INFO_NAME, nla_string), A(INET_ULP_INFO_TLS, tls_info), A(INET_ULP_INFO_MPTCP, mptcp_info));

/* ---- by family ---- */

/* A filter: its first instruction, and what that compares with. */
STRUCT(diag_bytecode_one, struct inet_diag_bc_op,
	F(struct inet_diag_bc_op, code, diag_bytecode_op),
	F(struct inet_diag_bc_op, yes, u8),
	F(struct inet_diag_bc_op, no, u16));
STRUCT_MIN(diag_hostcond, offsetof(struct inet_diag_hostcond, addr),
	F(struct inet_diag_hostcond, family, address_family),
	F(struct inet_diag_hostcond, prefix_len, u8),
	F(struct inet_diag_hostcond, port, u32),
	{ .name = "addr", .type = &type_nla_in, .offset = offsetof(struct inet_diag_hostcond, addr), .flags = FIELD_REST,
	  WHEN_IS(family, AF_INET) },
	{ .name = "addr", .type = &type_hostcond_in6, .offset = offsetof(struct inet_diag_hostcond, addr), .flags = FIELD_REST,
	  WHEN_IS(family, AF_INET6) },
	{ .name = "addr", .type = &type_binary, .offset = offsetof(struct inet_diag_hostcond, addr), .flags = FIELD_REST,
	  WHEN_NOT(family, ~8ULL, AF_INET) });
HEADED(diag_bytecode, diag_bytecode_one, diag_operand);

STRUCT(inet_sockid, struct inet_diag_sockid,
	F(struct inet_diag_sockid, idiag_sport, htons),
	F(struct inet_diag_sockid, idiag_dport, htons),
	F(struct inet_diag_sockid, idiag_src, nla_in),
	F(struct inet_diag_sockid, idiag_dst, nla_in),
	F(struct inet_diag_sockid, idiag_if, ifindex),
	F(struct inet_diag_sockid, idiag_cookie, u32, FIXED(2)));
STRUCT(inet6_sockid, struct inet_diag_sockid,
	F(struct inet_diag_sockid, idiag_sport, htons),
	F(struct inet_diag_sockid, idiag_dport, htons),
	F(struct inet_diag_sockid, idiag_src, idiag_src),
	F(struct inet_diag_sockid, idiag_dst, idiag_dst),
	F(struct inet_diag_sockid, idiag_if, ifindex),
	F(struct inet_diag_sockid, idiag_cookie, u32, FIXED(2)));

ATTRIBUTES(inet_request_attrs, "INET_DIAG_REQ_???",
	AB(INET_DIAG_REQ_NONE), A(INET_DIAG_REQ_BYTECODE, diag_bytecode), AB(INET_DIAG_REQ_SK_BPF_STORAGES),
	A(INET_DIAG_REQ_PROTOCOL, nla_protocol));
ATTRIBUTES(inet_attrs, "INET_DIAG_???",
	AB(INET_DIAG_NONE), A(INET_DIAG_MEMINFO, inet_meminfo), AB(INET_DIAG_INFO), A(INET_DIAG_VEGASINFO, tcp_vegas),
	A(INET_DIAG_CONG, nla_string), A(INET_DIAG_TOS, u8), A(INET_DIAG_TCLASS, u8), A(INET_DIAG_SKMEMINFO, sk_meminfo),
	A(INET_DIAG_SHUTDOWN, diag_shutdown), A(INET_DIAG_DCTCPINFO, tcp_dctcp), A(INET_DIAG_PROTOCOL, nla_protocol),
	A(INET_DIAG_SKV6ONLY, u8), A(INET_DIAG_LOCALS, diag_addresses), A(INET_DIAG_PEERS, diag_addresses), AB(INET_DIAG_PAD),
	A(INET_DIAG_MARK, u32), A(INET_DIAG_BBRINFO, tcp_bbr), A(INET_DIAG_CLASS_ID, u32), A(INET_DIAG_MD5SIG, tcp_md5sigs),
	A(INET_DIAG_ULP_INFO, ulp_info), A(INET_DIAG_SK_BPF_STORAGES, bpf_storages), A(INET_DIAG_CGROUP_ID, u64),
	A(INET_DIAG_SOCKOPT, inet_sockopt));
#define INET_REQUEST(name_, sockid_) \
	STRUCT(name_, struct inet_diag_req_v2, \
		F(struct inet_diag_req_v2, sdiag_family, address_family), \
		F(struct inet_diag_req_v2, sdiag_protocol, ip_protocol), \
		F(struct inet_diag_req_v2, idiag_ext, inet_diag_ext), \
		F(struct inet_diag_req_v2, idiag_states, tcp_states), \
		F(struct inet_diag_req_v2, id, sockid_))
#define INET_ANSWER(name_, sockid_) \
	STRUCT(name_, struct inet_diag_msg, \
		F(struct inet_diag_msg, idiag_family, address_family), \
		F(struct inet_diag_msg, idiag_state, tcp_state), \
		F(struct inet_diag_msg, idiag_timer, u8), \
		F(struct inet_diag_msg, idiag_retrans, u8), \
		F(struct inet_diag_msg, id, sockid_), \
		F(struct inet_diag_msg, idiag_expires, u32), \
		F(struct inet_diag_msg, idiag_rqueue, u32), \
		F(struct inet_diag_msg, idiag_wqueue, u32), \
		F(struct inet_diag_msg, idiag_uid, u32), \
		F(struct inet_diag_msg, idiag_inode, u32))
#define INET_OLD_REQUEST(name_, sockid_) \
	STRUCT(name_, struct inet_diag_req, \
		F(struct inet_diag_req, idiag_family, address_family), \
		F(struct inet_diag_req, idiag_src_len, u8), \
		F(struct inet_diag_req, idiag_dst_len, u8), \
		F(struct inet_diag_req, idiag_ext, inet_diag_ext), \
		F(struct inet_diag_req, id, sockid_), \
		F(struct inet_diag_req, idiag_states, tcp_states), \
		F(struct inet_diag_req, idiag_dbs, u32))
INET_REQUEST(inet_request_head, inet_sockid);
INET_REQUEST(inet6_request_head, inet6_sockid);
INET_ANSWER(inet_answer_head, inet_sockid);
INET_ANSWER(inet6_answer_head, inet6_sockid);
INET_OLD_REQUEST(inet_old_request_head, inet_sockid);
INET_OLD_REQUEST(inet6_old_request_head, inet6_sockid);
HEADED_MIN(inet_request, 2, inet_request_head, inet_request_attrs);
HEADED_MIN(inet6_request, 2, inet6_request_head, inet_request_attrs);
HEADED_MIN(inet_answer, 2, inet_answer_head, inet_attrs);
HEADED_MIN(inet6_answer, 2, inet6_answer_head, inet_attrs);
HEADED_MIN(inet_old_request, 2, inet_old_request_head, inet_request_attrs);
HEADED_MIN(inet6_old_request, 2, inet6_old_request_head, inet_request_attrs);

ATTRIBUTES(unix_attrs, "UNIX_DIAG_???",
	A(UNIX_DIAG_NAME, nla_string), A(UNIX_DIAG_VFS, unix_vfs), A(UNIX_DIAG_PEER, u32), A(UNIX_DIAG_ICONS, diag_peers),
	A(UNIX_DIAG_RQLEN, unix_rqlen), A(UNIX_DIAG_MEMINFO, sk_meminfo), A(UNIX_DIAG_SHUTDOWN, u8), A(UNIX_DIAG_UID, u32));
STRUCT(unix_request, struct unix_diag_req,
	F(struct unix_diag_req, sdiag_family, address_family),
	F(struct unix_diag_req, sdiag_protocol, u8),
	F(struct unix_diag_req, udiag_states, tcp_states),
	F(struct unix_diag_req, udiag_ino, u32),
	F(struct unix_diag_req, udiag_show, unix_diag_show),
	F(struct unix_diag_req, udiag_cookie, u32, FIXED(2)));
STRUCT(unix_answer_head, struct unix_diag_msg,
	F(struct unix_diag_msg, udiag_family, address_family),
	F(struct unix_diag_msg, udiag_type, socket_type),
	F(struct unix_diag_msg, udiag_state, tcp_state),
	F(struct unix_diag_msg, udiag_ino, u32),
	F(struct unix_diag_msg, udiag_cookie, u32, FIXED(2)));
HEADED_MIN(unix_answer, 2, unix_answer_head, unix_attrs);

ATTRIBUTES(netlink_attrs, "NETLINK_DIAG_???",
	A(NETLINK_DIAG_MEMINFO, sk_meminfo), A(NETLINK_DIAG_GROUPS, diag_groups), A(NETLINK_DIAG_RX_RING, netlink_ring),
	A(NETLINK_DIAG_TX_RING, netlink_ring), A(NETLINK_DIAG_FLAGS, netlink_diag_flags));
STRUCT(netlink_request, struct netlink_diag_req,
	F(struct netlink_diag_req, sdiag_family, address_family),
	F(struct netlink_diag_req, sdiag_protocol, diag_netlink_protocol),
	F(struct netlink_diag_req, ndiag_ino, u32),
	F(struct netlink_diag_req, ndiag_show, netlink_diag_show),
	F(struct netlink_diag_req, ndiag_cookie, u32, FIXED(2)));
STRUCT(netlink_answer_head, struct netlink_diag_msg,
	F(struct netlink_diag_msg, ndiag_family, address_family),
	F(struct netlink_diag_msg, ndiag_type, socket_type),
	F(struct netlink_diag_msg, ndiag_protocol, netlink_protocol),
	F(struct netlink_diag_msg, ndiag_state, netlink_state),
	F(struct netlink_diag_msg, ndiag_portid, u32),
	F(struct netlink_diag_msg, ndiag_dst_portid, u32),
	F(struct netlink_diag_msg, ndiag_dst_group, u32),
	F(struct netlink_diag_msg, ndiag_ino, u32),
	F(struct netlink_diag_msg, ndiag_cookie, u32, FIXED(2)));
HEADED_MIN(netlink_answer, 2, netlink_answer_head, netlink_attrs);

ATTRIBUTES(packet_attrs, "PACKET_DIAG_???",
	A(PACKET_DIAG_INFO, packet_info), A(PACKET_DIAG_MCLIST, packet_mclist), A(PACKET_DIAG_RX_RING, packet_ring),
	A(PACKET_DIAG_TX_RING, packet_ring), A(PACKET_DIAG_FANOUT, u32), A(PACKET_DIAG_UID, u32),
	A(PACKET_DIAG_MEMINFO, sk_meminfo), A(PACKET_DIAG_FILTER, diag_filter));
STRUCT(packet_request, struct packet_diag_req,
	F(struct packet_diag_req, sdiag_family, address_family),
	F(struct packet_diag_req, sdiag_protocol, x8),
	F(struct packet_diag_req, pdiag_ino, u32),
	F(struct packet_diag_req, pdiag_show, packet_diag_show),
	F(struct packet_diag_req, pdiag_cookie, u32, FIXED(2)));
STRUCT(packet_answer_head, struct packet_diag_msg,
	F(struct packet_diag_msg, pdiag_family, address_family),
	F(struct packet_diag_msg, pdiag_type, socket_type),
	F(struct packet_diag_msg, pdiag_num, ethernet_protocol),
	F(struct packet_diag_msg, pdiag_ino, u32),
	F(struct packet_diag_msg, pdiag_cookie, u32, FIXED(2)));
HEADED_MIN(packet_answer, 2, packet_answer_head, packet_attrs);

STRUCT(smc_request, struct smc_diag_req,
	F(struct smc_diag_req, diag_family, address_family),
	F(struct smc_diag_req, diag_ext, smc_diag_ext),
	F(struct smc_diag_req, id, inet_sockid));

struct desc_smc_diag_msg { /* struct smc_diag_msg */
	uint8_t diag_family, diag_state, diag_fallback, diag_shutdown;
	struct inet_diag_sockid id;
	uint32_t diag_uid;
	uint64_t diag_inode;
};
STRUCT(smc_answer_head, struct desc_smc_diag_msg,
	F(struct desc_smc_diag_msg, diag_family, address_family),
	F(struct desc_smc_diag_msg, diag_state, smc_state),
	F(struct desc_smc_diag_msg, diag_fallback, smc_mode),
	F(struct desc_smc_diag_msg, diag_shutdown, u8),
	F(struct desc_smc_diag_msg, id, inet_sockid),
	F(struct desc_smc_diag_msg, diag_uid, u32),
	F(struct desc_smc_diag_msg, diag_inode, u64));
ATTRIBUTES(smc_attrs, "SMC_DIAG_???",
	AB(SMC_DIAG_NONE), AB(SMC_DIAG_CONNINFO), AB(SMC_DIAG_LGRINFO), A(SMC_DIAG_SHUTDOWN, u8), AB(SMC_DIAG_DMBINFO),
	AB(SMC_DIAG_FALLBACK));
HEADED_MIN(smc_answer, 2, smc_answer_head, smc_attrs);

/* Of families that are not known, and where nothing but the family is there. */
struct desc_diag_family {
	uint8_t family, data[];
};
static const struct field members_diag_any[] = {
	F(struct desc_diag_family, family, address_family),
	{ .name = "data", .type = &type_binary, .offset = 1, .flags = FIELD_REST }
};
const struct type type_diag_any = { .name = "diag_any", .kind = KIND_STRUCT, .size = 1, .members = members_diag_any, .count = 2 };
HEADED_MIN(unix_request_headed, 2, unix_request, nothing);
HEADED_MIN(netlink_request_headed, 2, netlink_request, nothing);
HEADED_MIN(packet_request_headed, 2, packet_request, nothing);
HEADED_MIN(smc_request_headed, 2, smc_request, nothing);
STRUCT_BY(diag_request, struct desc_diag_family, family, address_family, diag_any,
	V(AF_INET, inet_request), V(AF_INET6, inet6_request), V(AF_UNIX, unix_request_headed), V(AF_NETLINK, netlink_request_headed),
	V(AF_PACKET, packet_request_headed), V(AF_SMC, smc_request_headed));
STRUCT_BY(diag_answer, struct desc_diag_family, family, address_family, diag_any,
	V(AF_INET, inet_answer), V(AF_INET6, inet6_answer), V(AF_UNIX, unix_answer), V(AF_NETLINK, netlink_answer),
	V(AF_PACKET, packet_answer), V(AF_SMC, smc_answer));
STRUCT_BY(diag_old_request, struct desc_diag_family, family, address_family, diag_any,
	V(AF_INET, inet_old_request), V(AF_INET6, inet6_old_request));

static const struct netlink_message messages[] = {
	GET(SOCK_DIAG_BY_FAMILY), GET(TCPDIAG_GETSOCK, REQUEST(diag_old_request)), GET(DCCPDIAG_GETSOCK, REQUEST(diag_old_request)), GET(SOCK_DESTROY)
};
const struct netlink_protocol netlink_diag = {
	NETLINK_SOCK_DIAG, "SOCK_DIAG_???", &type_diag_answer, &type_diag_request, .messages = messages,
	.count = sizeof(messages) / sizeof(messages[0])
};
