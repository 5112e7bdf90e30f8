// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * The messages of NETLINK_ROUTE: links, addresses, routes, neighbours, rules, queueing, and what else rtnetlink has. See
 * netlink.h. Where the installed headers have no name AV() states the number; it is then that of Linux 7.2.
 */
#include <netinet/in.h>
#include <sys/socket.h>
#include <linux/dcbnl.h>
#include <linux/fib_rules.h>
#include <linux/gen_stats.h>
#include <linux/if.h>
#include <linux/if_addr.h>
#include <linux/if_addrlabel.h>
#include <linux/if_bonding.h>
#include <linux/if_bridge.h>
#include <linux/if_link.h>
#include <linux/if_tun.h>
#include <linux/ip.h>
#include <linux/ipv6.h>
#include <linux/can/netlink.h>
#include <linux/lwtunnel.h>
#include <linux/neighbour.h>
#include <linux/net_namespace.h>
#include <linux/netconf.h>
#include <linux/netlink.h>
#include <linux/nexthop.h>
#include <linux/pkt_cls.h>
#include <linux/pkt_sched.h>
#include <linux/rtnetlink.h>
#include <linux/snmp.h>
#include "netlink.h"

/* clang-format off */

#define IF_SET(member_) WHEN(member_, ~0ULL)
/* A head of which only the first byte counts, though it takes four. */
#define FAMILY_ONLY 1

/* named before they are defined */
TYPE(rta); TYPE(nda); TYPE(nfea); TYPE(stats_af_spec); TYPE(nha_res_group); TYPE(nha_res_bucket); TYPE(ifla_inet); TYPE(tca_stab);

/* ---- names ---- */

#define XB(c_) { 1ULL << (c_), 1ULL << (c_), "1<<" #c_ }
FLAGSET(link_flags, 4, "IFF_???",
	X(IFF_UP), X(IFF_BROADCAST), X(IFF_DEBUG), X(IFF_LOOPBACK), X(IFF_POINTOPOINT), X(IFF_NOTRAILERS), X(IFF_RUNNING),
	X(IFF_NOARP), X(IFF_PROMISC), X(IFF_ALLMULTI), X(IFF_MASTER), X(IFF_SLAVE), X(IFF_MULTICAST), X(IFF_PORTSEL),
	X(IFF_AUTOMEDIA), X(IFF_DYNAMIC), X(IFF_LOWER_UP), X(IFF_DORMANT), X(IFF_ECHO));
FLAGSET(rtext_filter, 4, "RTEXT_FILTER_???",
	X(RTEXT_FILTER_VF), X(RTEXT_FILTER_BRVLAN), X(RTEXT_FILTER_BRVLAN_COMPRESSED), X(RTEXT_FILTER_SKIP_STATS),
	X(RTEXT_FILTER_MRP), X(RTEXT_FILTER_CFM_CONFIG), X(RTEXT_FILTER_CFM_STATUS), X(RTEXT_FILTER_MST));
FLAGSET(ifa_flags, 4, "IFA_F_???",
	X(IFA_F_SECONDARY), X(IFA_F_NODAD), X(IFA_F_OPTIMISTIC), X(IFA_F_DADFAILED), X(IFA_F_HOMEADDRESS), X(IFA_F_DEPRECATED),
	X(IFA_F_TENTATIVE), X(IFA_F_PERMANENT), X(IFA_F_MANAGETEMPADDR), X(IFA_F_NOPREFIXROUTE), X(IFA_F_MCAUTOJOIN),
	X(IFA_F_STABLE_PRIVACY));
ENUM(rt_scope, 1, "", X(RT_SCOPE_UNIVERSE), X(RT_SCOPE_SITE), X(RT_SCOPE_LINK), X(RT_SCOPE_HOST), X(RT_SCOPE_NOWHERE));
ENUM(rt_table, 1, "", X(RT_TABLE_UNSPEC), X(RT_TABLE_COMPAT), X(RT_TABLE_DEFAULT), X(RT_TABLE_MAIN), X(RT_TABLE_LOCAL));
ENUM(table_id, 4, "", X(RT_TABLE_UNSPEC), X(RT_TABLE_COMPAT), X(RT_TABLE_DEFAULT), X(RT_TABLE_MAIN), X(RT_TABLE_LOCAL));
ENUM(rule_table, 1, "RT_TABLE_???",
	X(RT_TABLE_UNSPEC), X(RT_TABLE_COMPAT), X(RT_TABLE_DEFAULT), X(RT_TABLE_MAIN), X(RT_TABLE_LOCAL));
ENUM(rtprot, 1, "RTPROT_???",
	X(RTPROT_UNSPEC), X(RTPROT_REDIRECT), X(RTPROT_KERNEL), X(RTPROT_BOOT), X(RTPROT_STATIC), X(RTPROT_GATED), X(RTPROT_RA),
	X(RTPROT_MRT), X(RTPROT_ZEBRA), X(RTPROT_BIRD), X(RTPROT_DNROUTED), X(RTPROT_XORP), X(RTPROT_NTK), X(RTPROT_DHCP),
	X(RTPROT_MROUTED), X(RTPROT_KEEPALIVED), X(RTPROT_BABEL), X(RTPROT_OPENR), X(RTPROT_BGP), X(RTPROT_ISIS), X(RTPROT_OSPF),
	X(RTPROT_RIP), X(RTPROT_EIGRP));
ENUM(rt_type, 1, "RTN_???",
	X(RTN_UNSPEC), X(RTN_UNICAST), X(RTN_LOCAL), X(RTN_BROADCAST), X(RTN_ANYCAST), X(RTN_MULTICAST), X(RTN_BLACKHOLE),
	X(RTN_UNREACHABLE), X(RTN_PROHIBIT), X(RTN_THROW), X(RTN_NAT), X(RTN_XRESOLVE));
FLAGSET(rt_tos, 1, "IPTOS_TOS_???", X(IPTOS_LOWDELAY), X(IPTOS_THROUGHPUT), X(IPTOS_RELIABILITY), X(IPTOS_MINCOST));
FLAGSET(rtm_flags, 4, "RTM_F_???",
	X(RTM_F_NOTIFY), X(RTM_F_CLONED), X(RTM_F_EQUALIZE), X(RTM_F_PREFIX), X(RTM_F_LOOKUP_TABLE), X(RTM_F_FIB_MATCH),
	X(RTM_F_OFFLOAD), X(RTM_F_TRAP), X(RTM_F_OFFLOAD_FAILED));
FLAGSET(rtnh_flags, 4, "RTNH_F_???",
	X(RTNH_F_DEAD), X(RTNH_F_PERVASIVE), X(RTNH_F_ONLINK), X(RTNH_F_OFFLOAD), X(RTNH_F_LINKDOWN), X(RTNH_F_UNRESOLVED),
	X(RTNH_F_TRAP));
ENUM(lwtunnel_encap, 2, "LWTUNNEL_ENCAP_???",
	X(LWTUNNEL_ENCAP_NONE), X(LWTUNNEL_ENCAP_MPLS), X(LWTUNNEL_ENCAP_IP), X(LWTUNNEL_ENCAP_ILA), X(LWTUNNEL_ENCAP_IP6),
	X(LWTUNNEL_ENCAP_SEG6), X(LWTUNNEL_ENCAP_BPF), X(LWTUNNEL_ENCAP_SEG6_LOCAL), X(LWTUNNEL_ENCAP_RPL), X(LWTUNNEL_ENCAP_IOAM6),
	X(LWTUNNEL_ENCAP_XFRM));
FLAGSET(nud_state, 2, "NUD_???",
	X(NUD_INCOMPLETE), X(NUD_REACHABLE), X(NUD_STALE), X(NUD_DELAY), X(NUD_PROBE), X(NUD_FAILED), X(NUD_NOARP),
	X(NUD_PERMANENT), { 0, 0xffff, "NUD_NONE" });
FLAGSET(ntf_flags, 1, "NTF_???",
	X(NTF_USE), X(NTF_SELF), X(NTF_MASTER), X(NTF_PROXY), X(NTF_EXT_LEARNED), X(NTF_OFFLOADED), X(NTF_STICKY), X(NTF_ROUTER));
FLAGSET(ntf_ext, 4, "NTF_EXT_???", X(NTF_EXT_MANAGED));
FLAGSET(fdb_notify, 1, "FDB_NOTIFY_???", X(FDB_NOTIFY_BIT), X(FDB_NOTIFY_INACTIVE_BIT));
ENUM(fr_action, 1, "FR_ACT_???",
	X(FR_ACT_UNSPEC), X(FR_ACT_TO_TBL), X(FR_ACT_GOTO), X(FR_ACT_NOP), X(FR_ACT_BLACKHOLE), X(FR_ACT_UNREACHABLE),
	X(FR_ACT_PROHIBIT));
FLAGSET(fib_rule_flags, 4, "FIB_RULE_???",
	X(FIB_RULE_PERMANENT), X(FIB_RULE_INVERT), X(FIB_RULE_UNRESOLVED), X(FIB_RULE_IIF_DETACHED), X(FIB_RULE_OIF_DETACHED),
	X(FIB_RULE_FIND_SADDR));
FLAGSET(tca_act_flags, 4, "TCA_ACT_FLAGS_???", X(TCA_ACT_FLAGS_NO_PERCPU_STATS), X(TCA_ACT_FLAGS_SKIP_HW), X(TCA_ACT_FLAGS_SKIP_SW));
ENUM(dcb_cmd, 1, "DCB_CMD_???",
	X(DCB_CMD_UNDEFINED), X(DCB_CMD_GSTATE), X(DCB_CMD_SSTATE), X(DCB_CMD_PGTX_GCFG), X(DCB_CMD_PGTX_SCFG),
	X(DCB_CMD_PGRX_GCFG), X(DCB_CMD_PGRX_SCFG), X(DCB_CMD_PFC_GCFG), X(DCB_CMD_PFC_SCFG), X(DCB_CMD_SET_ALL),
	X(DCB_CMD_GPERM_HWADDR), X(DCB_CMD_GCAP), X(DCB_CMD_GNUMTCS), X(DCB_CMD_SNUMTCS), X(DCB_CMD_PFC_GSTATE),
	X(DCB_CMD_PFC_SSTATE), X(DCB_CMD_BCN_GCFG), X(DCB_CMD_BCN_SCFG), X(DCB_CMD_GAPP), X(DCB_CMD_SAPP), X(DCB_CMD_IEEE_SET),
	X(DCB_CMD_IEEE_GET), X(DCB_CMD_GDCBX), X(DCB_CMD_SDCBX), X(DCB_CMD_GFEATCFG), X(DCB_CMD_SFEATCFG), X(DCB_CMD_CEE_GET),
	X(DCB_CMD_IEEE_DEL));
ENUM(nexthop_group_type, 2, "NEXTHOP_GRP_TYPE_???", X(NEXTHOP_GRP_TYPE_MPATH), X(NEXTHOP_GRP_TYPE_RES));
FLAGSET(stats_filter, 4, "IFLA_STATS_???",
	XB(IFLA_STATS_UNSPEC), XB(IFLA_STATS_LINK_64), XB(IFLA_STATS_LINK_XSTATS), XB(IFLA_STATS_LINK_XSTATS_SLAVE),
	XB(IFLA_STATS_LINK_OFFLOAD_XSTATS), XB(IFLA_STATS_AF_SPEC));
FLAGSET(bridge_vlan_flags, 2, "BRIDGE_VLAN_INFO_???",
	X(BRIDGE_VLAN_INFO_MASTER), X(BRIDGE_VLAN_INFO_PVID), X(BRIDGE_VLAN_INFO_UNTAGGED), X(BRIDGE_VLAN_INFO_RANGE_BEGIN),
	X(BRIDGE_VLAN_INFO_RANGE_END), X(BRIDGE_VLAN_INFO_BRENTRY), X(BRIDGE_VLAN_INFO_ONLY_OPTS));
FLAGSET(bridge_flags, 2, "BRIDGE_FLAGS_???", X(BRIDGE_FLAGS_MASTER), X(BRIDGE_FLAGS_SELF));
ENUM(bridge_mode, 2, "BRIDGE_MODE_???", X(BRIDGE_MODE_VEB), X(BRIDGE_MODE_VEPA), X(BRIDGE_MODE_UNDEF));
FLAGSET(br_boolopts, 4, "BR_BOOLOPT_???", XB(BR_BOOLOPT_NO_LL_LEARN), XB(BR_BOOLOPT_MCAST_VLAN_SNOOPING), XB(BR_BOOLOPT_MST_ENABLE));
ENUM(mdb_state, 1, "MDB_???", X(MDB_TEMPORARY), X(MDB_PERMANENT));
FLAGSET(mdb_flags, 1, "MDB_FLAGS_???", X(MDB_FLAGS_OFFLOAD), X(MDB_FLAGS_FAST_LEAVE), X(MDB_FLAGS_STAR_EXCL), X(MDB_FLAGS_BLOCKED));
ENUM(mdb_router_type, 1, "MDB_RTR_TYPE_???",
	X(MDB_RTR_TYPE_DISABLED), X(MDB_RTR_TYPE_TEMP_QUERY), X(MDB_RTR_TYPE_PERM), X(MDB_RTR_TYPE_TEMP));
ENUM(tun_type, 1, "IFF_???", X(IFF_TUN), X(IFF_TAP));
ENUM(xdp_attached, 1, "XDP_ATTACHED_???",
	X(XDP_ATTACHED_NONE), X(XDP_ATTACHED_DRV), X(XDP_ATTACHED_SKB), X(XDP_ATTACHED_HW), X(XDP_ATTACHED_MULTI));
FLAGSET(xdp_attach_flags, 4, "XDP_FLAGS_???",
	X(XDP_FLAGS_MODES), X(XDP_FLAGS_UPDATE_IF_NOEXIST), X(XDP_FLAGS_SKB_MODE), X(XDP_FLAGS_DRV_MODE), X(XDP_FLAGS_HW_MODE),
	X(XDP_FLAGS_REPLACE));
ENUM(ifla_event, 4, "IFLA_EVENT_???",
	X(IFLA_EVENT_NONE), X(IFLA_EVENT_REBOOT), X(IFLA_EVENT_FEATURES), X(IFLA_EVENT_BONDING_FAILOVER),
	X(IFLA_EVENT_NOTIFY_PEERS), X(IFLA_EVENT_IGMP_RESEND), X(IFLA_EVENT_BONDING_OPTIONS));
/* include/net/if_inet6.h */
FLAGSET(inet6_flags, 4, "IF_???",
	XV(0x10, "IF_RS_SENT"), XV(0x20, "IF_RA_RCVD"), XV(0x40, "IF_RA_MANAGED"), XV(0x80, "IF_RA_OTHERCONF"),
	XV(0x80000000, "IF_READY"));
ENUM(addr_gen_mode, 1, "IN6_ADDR_GEN_MODE_???",
	X(IN6_ADDR_GEN_MODE_EUI64), X(IN6_ADDR_GEN_MODE_NONE), X(IN6_ADDR_GEN_MODE_STABLE_PRIVACY), X(IN6_ADDR_GEN_MODE_RANDOM));
ENUM(vf_link_state_value, 4, "IFLA_VF_LINK_STATE_???",
	X(IFLA_VF_LINK_STATE_AUTO), X(IFLA_VF_LINK_STATE_ENABLE), X(IFLA_VF_LINK_STATE_DISABLE));

/* ---- what attributes hold ---- */

#define LS(member_) F(struct rtnl_link_stats, member_, u32)
STRUCT_MIN(link_stats, offsetof(struct rtnl_link_stats, rx_nohandler),
	LS(rx_packets), LS(tx_packets), LS(rx_bytes), LS(tx_bytes), LS(rx_errors), LS(tx_errors),
	LS(rx_dropped), LS(tx_dropped), LS(multicast), LS(collisions), LS(rx_length_errors), LS(rx_over_errors),
	LS(rx_crc_errors), LS(rx_frame_errors), LS(rx_fifo_errors), LS(rx_missed_errors), LS(tx_aborted_errors),
	LS(tx_carrier_errors), LS(tx_fifo_errors), LS(tx_heartbeat_errors), LS(tx_window_errors),
	LS(rx_compressed), LS(tx_compressed), LS(rx_nohandler));
#undef LS
#define LS(member_) F(struct rtnl_link_stats64, member_, u64)
STRUCT_MIN(link_stats64, offsetof(struct rtnl_link_stats64, rx_nohandler),
	LS(rx_packets), LS(tx_packets), LS(rx_bytes), LS(tx_bytes), LS(rx_errors), LS(tx_errors),
	LS(rx_dropped), LS(tx_dropped), LS(multicast), LS(collisions), LS(rx_length_errors), LS(rx_over_errors),
	LS(rx_crc_errors), LS(rx_frame_errors), LS(rx_fifo_errors), LS(rx_missed_errors), LS(tx_aborted_errors),
	LS(tx_carrier_errors), LS(tx_fifo_errors), LS(tx_heartbeat_errors), LS(tx_window_errors),
	LS(rx_compressed), LS(tx_compressed), LS(rx_nohandler), LS(rx_otherhost_dropped));
#undef LS

STRUCT_MIN(link_map, offsetof(struct rtnl_link_ifmap, port) + 1,
	F(struct rtnl_link_ifmap, mem_start, x64), F(struct rtnl_link_ifmap, mem_end, x64), F(struct rtnl_link_ifmap, base_addr, x64),
	F(struct rtnl_link_ifmap, irq, u16), F(struct rtnl_link_ifmap, dma, u8), F(struct rtnl_link_ifmap, port, u8));

struct desc_bridge_id { /* struct ifla_bridge_id */
	uint8_t prio[2], addr[6];
};
STRUCT(bridge_id, struct desc_bridge_id,
	F(struct desc_bridge_id, prio, u8, FIXED(2)),
	F(struct desc_bridge_id, addr, nla_hwaddr));
STRUCT(br_boolopt, struct br_boolopt_multi,
	F(struct br_boolopt_multi, optval, br_boolopts),
	F(struct br_boolopt_multi, optmask, br_boolopts));
STRUCT(port_vsi, struct ifla_port_vsi,
	F(struct ifla_port_vsi, vsi_mgr_id, u8),
	F(struct ifla_port_vsi, vsi_type_id, binary),
	F(struct ifla_port_vsi, vsi_type_version, u8),
	F(struct ifla_port_vsi, pad, binary));
STRUCT(vf_mac, struct ifla_vf_mac,
	F(struct ifla_vf_mac, vf, u32),
	F(struct ifla_vf_mac, mac, nla_hwaddr));
STRUCT(vf_broadcast, struct ifla_vf_broadcast,
	F(struct ifla_vf_broadcast, broadcast, nla_hwaddr));
STRUCT(vf_vlan, struct ifla_vf_vlan,
	F(struct ifla_vf_vlan, vf, u32),
	F(struct ifla_vf_vlan, vlan, u32),
	F(struct ifla_vf_vlan, qos, u32));
STRUCT_MIN(vf_vlan_info, offsetof(struct ifla_vf_vlan_info, vlan_proto) + 2,
	F(struct ifla_vf_vlan_info, vf, u32),
	F(struct ifla_vf_vlan_info, vlan, u32),
	F(struct ifla_vf_vlan_info, qos, u32),
	F(struct ifla_vf_vlan_info, vlan_proto, ethernet_htons));
STRUCT(vf_tx_rate, struct ifla_vf_tx_rate,
	F(struct ifla_vf_tx_rate, vf, u32),
	F(struct ifla_vf_tx_rate, rate, u32));
STRUCT(vf_rate, struct ifla_vf_rate,
	F(struct ifla_vf_rate, vf, u32),
	F(struct ifla_vf_rate, min_tx_rate, u32),
	F(struct ifla_vf_rate, max_tx_rate, u32));
STRUCT(vf_setting, struct ifla_vf_spoofchk,
	F(struct ifla_vf_spoofchk, vf, u32),
	F(struct ifla_vf_spoofchk, setting, u32));
STRUCT(vf_link_state, struct ifla_vf_link_state,
	F(struct ifla_vf_link_state, vf, u32),
	F(struct ifla_vf_link_state, link_state, vf_link_state_value));
STRUCT(vf_guid, struct ifla_vf_guid,
	F(struct ifla_vf_guid, vf, u32),
	F(struct ifla_vf_guid, guid, x64));
STRUCT(inet6_cacheinfo, struct ifla_cacheinfo,
	F(struct ifla_cacheinfo, max_reasm_len, u32),
	F(struct ifla_cacheinfo, tstamp, u32),
	F(struct ifla_cacheinfo, reachable_time, u32),
	F(struct ifla_cacheinfo, retrans_time, u32));
STRUCT(can_stats, struct can_device_stats,
	F(struct can_device_stats, bus_error, u32),
	F(struct can_device_stats, error_warning, u32),
	F(struct can_device_stats, error_passive, u32),
	F(struct can_device_stats, bus_off, u32),
	F(struct can_device_stats, arbitration_lost, u32),
	F(struct can_device_stats, restarts, u32));
STRUCT(bridge_vlan_info, struct bridge_vlan_info,
	F(struct bridge_vlan_info, flags, bridge_vlan_flags),
	F(struct bridge_vlan_info, vid, u16));
STRUCT(bridge_vlan_xstats, struct bridge_vlan_xstats,
	F(struct bridge_vlan_xstats, rx_bytes, u64),
	F(struct bridge_vlan_xstats, rx_packets, u64),
	F(struct bridge_vlan_xstats, tx_bytes, u64),
	F(struct bridge_vlan_xstats, tx_packets, u64),
	F(struct bridge_vlan_xstats, vid, u16),
	F(struct bridge_vlan_xstats, flags, bridge_vlan_flags),
	F(struct bridge_vlan_xstats, pad2, x32, IF_SET(pad2)));
STRUCT(bridge_stp_xstats, struct bridge_stp_xstats,
	F(struct bridge_stp_xstats, transition_blk, u64),
	F(struct bridge_stp_xstats, transition_fwd, u64),
	F(struct bridge_stp_xstats, rx_bpdu, u64),
	F(struct bridge_stp_xstats, tx_bpdu, u64),
	F(struct bridge_stp_xstats, rx_tcn, u64),
	F(struct bridge_stp_xstats, tx_tcn, u64));
STRUCT(ifa_cacheinfo, struct ifa_cacheinfo,
	F(struct ifa_cacheinfo, ifa_prefered, u32),
	F(struct ifa_cacheinfo, ifa_valid, u32),
	F(struct ifa_cacheinfo, cstamp, u32),
	F(struct ifa_cacheinfo, tstamp, u32));
STRUCT(rta_cacheinfo, struct rta_cacheinfo,
	F(struct rta_cacheinfo, rta_clntref, u32),
	F(struct rta_cacheinfo, rta_lastuse, u32),
	F(struct rta_cacheinfo, rta_expires, u32),
	F(struct rta_cacheinfo, rta_error, u32),
	F(struct rta_cacheinfo, rta_used, u32),
	F(struct rta_cacheinfo, rta_id, x32),
	F(struct rta_cacheinfo, rta_ts, u32),
	F(struct rta_cacheinfo, rta_tsage, u32));
STRUCT(rta_mfc_stats, struct rta_mfc_stats,
	F(struct rta_mfc_stats, mfcs_packets, u64),
	F(struct rta_mfc_stats, mfcs_bytes, u64),
	F(struct rta_mfc_stats, mfcs_wrong_if, u64));
struct desc_rtvia { /* struct rtvia */
	uint16_t rtvia_family;
	uint8_t rtvia_addr[16];
};
STRUCT_MIN(rtvia, sizeof(uint16_t),
	F(struct desc_rtvia, rtvia_family, address_family),
	F(struct desc_rtvia, rtvia_addr, nla_in, REST, WHEN_IS(rtvia_family, AF_INET)),
	F(struct desc_rtvia, rtvia_addr, via_in6, REST, WHEN_IS(rtvia_family, AF_INET6)),
	F(struct desc_rtvia, rtvia_addr, binary, REST, WHEN_NOT(rtvia_family, ~8ULL, AF_INET)));
STRUCT(nda_cacheinfo, struct nda_cacheinfo,
	F(struct nda_cacheinfo, ndm_confirmed, u32),
	F(struct nda_cacheinfo, ndm_used, u32),
	F(struct nda_cacheinfo, ndm_updated, u32),
	F(struct nda_cacheinfo, ndm_refcnt, u32));
HEX_WIDE(hash_mask, 4, 8);
STRUCT(ndt_config, struct ndt_config,
	F(struct ndt_config, ndtc_key_len, u16),
	F(struct ndt_config, ndtc_entry_size, u16),
	F(struct ndt_config, ndtc_entries, u32),
	F(struct ndt_config, ndtc_last_flush, u32),
	F(struct ndt_config, ndtc_last_rand, u32),
	F(struct ndt_config, ndtc_hash_rnd, u32),
	F(struct ndt_config, ndtc_hash_mask, hash_mask),
	F(struct ndt_config, ndtc_hash_chain_gc, u32),
	F(struct ndt_config, ndtc_proxy_qlen, u32));
STRUCT_MIN(ndt_stats, offsetof(struct ndt_stats, ndts_table_fulls),
	F(struct ndt_stats, ndts_allocs, u64),
	F(struct ndt_stats, ndts_destroys, u64),
	F(struct ndt_stats, ndts_hash_grows, u64),
	F(struct ndt_stats, ndts_res_failed, u64),
	F(struct ndt_stats, ndts_lookups, u64),
	F(struct ndt_stats, ndts_hits, u64),
	F(struct ndt_stats, ndts_rcv_probes_mcast, u64),
	F(struct ndt_stats, ndts_rcv_probes_ucast, u64),
	F(struct ndt_stats, ndts_periodic_gc_runs, u64),
	F(struct ndt_stats, ndts_forced_gc_runs, u64),
	F(struct ndt_stats, ndts_table_fulls, u64));
STRUCT(fra_uids, struct fib_rule_uid_range,
	F(struct fib_rule_uid_range, start, u32),
	F(struct fib_rule_uid_range, end, u32));
STRUCT(fra_ports, struct fib_rule_port_range,
	F(struct fib_rule_port_range, start, u16),
	F(struct fib_rule_port_range, end, u16));
STRUCT_MIN(gnet_basic, offsetof(struct gnet_stats_basic, packets) + 4,
	F(struct gnet_stats_basic, bytes, u64),
	F(struct gnet_stats_basic, packets, u32));
STRUCT(gnet_rate, struct gnet_stats_rate_est,
	F(struct gnet_stats_rate_est, bps, u32),
	F(struct gnet_stats_rate_est, pps, u32));
STRUCT(gnet_rate64, struct gnet_stats_rate_est64,
	F(struct gnet_stats_rate_est64, bps, u64),
	F(struct gnet_stats_rate_est64, pps, u64));
STRUCT(gnet_queue, struct gnet_stats_queue,
	F(struct gnet_stats_queue, qlen, u32),
	F(struct gnet_stats_queue, backlog, u32),
	F(struct gnet_stats_queue, drops, u32),
	F(struct gnet_stats_queue, requeues, u32),
	F(struct gnet_stats_queue, overlimits, u32));
STRUCT_MIN(tc_stats, offsetof(struct tc_stats, backlog) + 4,
	F(struct tc_stats, bytes, u64),
	F(struct tc_stats, packets, u32),
	F(struct tc_stats, drops, u32),
	F(struct tc_stats, overlimits, u32),
	F(struct tc_stats, bps, u32),
	F(struct tc_stats, pps, u32),
	F(struct tc_stats, qlen, u32),
	F(struct tc_stats, backlog, u32));
STRUCT(tc_rate, struct tc_estimator,
	F(struct tc_estimator, interval, i8),
	F(struct tc_estimator, ewma_log, u8));
STRUCT(tc_sizespec, struct tc_sizespec,
	F(struct tc_sizespec, cell_log, u8),
	F(struct tc_sizespec, size_log, u8),
	F(struct tc_sizespec, cell_align, i16),
	F(struct tc_sizespec, overhead, i32),
	F(struct tc_sizespec, linklayer, u32),
	F(struct tc_sizespec, mpu, u32),
	F(struct tc_sizespec, mtu, u32),
	F(struct tc_sizespec, tsize, u32));
struct desc_nexthop_grp { /* struct nexthop_grp, whose first reserved byte was to become the weight's upper half */
	uint32_t id;
	uint8_t weight, resvd1;
	uint16_t resvd2;
};
STRUCT(nexthop_member, struct desc_nexthop_grp,
	F(struct desc_nexthop_grp, id, u32),
	F(struct desc_nexthop_grp, weight, u8),
	F(struct desc_nexthop_grp, resvd1, x8, IF_SET(resvd1)),
	F(struct desc_nexthop_grp, resvd2, x16, IF_SET(resvd2)));
struct desc_mdb_addr {
	uint8_t u[16];
	uint16_t proto, pad;
};
struct desc_mdb_entry { /* struct br_mdb_entry */
	uint32_t ifindex;
	uint8_t state, flags;
	uint16_t vid;
	struct desc_mdb_addr addr;
};
STRUCT(mdb_addr, struct desc_mdb_addr,
	F(struct desc_mdb_addr, u, binary),
	F(struct desc_mdb_addr, proto, ethernet_htons));
STRUCT(mdb_entry, struct desc_mdb_entry,
	F(struct desc_mdb_entry, ifindex, ifindex),
	F(struct desc_mdb_entry, state, mdb_state),
	F(struct desc_mdb_entry, flags, mdb_flags),
	F(struct desc_mdb_entry, vid, u16),
	F(struct desc_mdb_entry, addr, mdb_addr));
LIST(tc_sizes, u16);
LIST(nexthop_group, nexthop_member);

/* ---- links ---- */

LIST_NAMED(inet_conf, i32, "IPV4_DEVCONF_???",
	X(IPV4_DEVCONF_FORWARDING-1), X(IPV4_DEVCONF_MC_FORWARDING-1), X(IPV4_DEVCONF_PROXY_ARP-1),
	X(IPV4_DEVCONF_ACCEPT_REDIRECTS-1), X(IPV4_DEVCONF_SECURE_REDIRECTS-1), X(IPV4_DEVCONF_SEND_REDIRECTS-1),
	X(IPV4_DEVCONF_SHARED_MEDIA-1), X(IPV4_DEVCONF_RP_FILTER-1), X(IPV4_DEVCONF_ACCEPT_SOURCE_ROUTE-1),
	X(IPV4_DEVCONF_BOOTP_RELAY-1), X(IPV4_DEVCONF_LOG_MARTIANS-1), X(IPV4_DEVCONF_TAG-1),
	X(IPV4_DEVCONF_ARPFILTER-1), X(IPV4_DEVCONF_MEDIUM_ID-1), X(IPV4_DEVCONF_NOXFRM-1),
	X(IPV4_DEVCONF_NOPOLICY-1), X(IPV4_DEVCONF_FORCE_IGMP_VERSION-1), X(IPV4_DEVCONF_ARP_ANNOUNCE-1),
	X(IPV4_DEVCONF_ARP_IGNORE-1), X(IPV4_DEVCONF_PROMOTE_SECONDARIES-1), X(IPV4_DEVCONF_ARP_ACCEPT-1),
	X(IPV4_DEVCONF_ARP_NOTIFY-1), X(IPV4_DEVCONF_ACCEPT_LOCAL-1), X(IPV4_DEVCONF_SRC_VMARK-1),
	X(IPV4_DEVCONF_PROXY_ARP_PVLAN-1), X(IPV4_DEVCONF_ROUTE_LOCALNET-1),
	X(IPV4_DEVCONF_IGMPV2_UNSOLICITED_REPORT_INTERVAL-1), X(IPV4_DEVCONF_IGMPV3_UNSOLICITED_REPORT_INTERVAL-1),
	X(IPV4_DEVCONF_IGNORE_ROUTES_WITH_LINKDOWN-1), X(IPV4_DEVCONF_DROP_UNICAST_IN_L2_MULTICAST-1),
	X(IPV4_DEVCONF_DROP_GRATUITOUS_ARP-1), X(IPV4_DEVCONF_BC_FORWARDING-1),
	X(IPV4_DEVCONF_ARP_EVICT_NOCARRIER-1));

LIST_NAMED(inet6_conf, i32, "DEVCONF_???",
	X(DEVCONF_FORWARDING), X(DEVCONF_HOPLIMIT), X(DEVCONF_MTU6), X(DEVCONF_ACCEPT_RA),
	X(DEVCONF_ACCEPT_REDIRECTS), X(DEVCONF_AUTOCONF), X(DEVCONF_DAD_TRANSMITS), X(DEVCONF_RTR_SOLICITS),
	X(DEVCONF_RTR_SOLICIT_INTERVAL), X(DEVCONF_RTR_SOLICIT_DELAY), X(DEVCONF_USE_TEMPADDR),
	X(DEVCONF_TEMP_VALID_LFT), X(DEVCONF_TEMP_PREFERED_LFT), X(DEVCONF_REGEN_MAX_RETRY),
	X(DEVCONF_MAX_DESYNC_FACTOR), X(DEVCONF_MAX_ADDRESSES), X(DEVCONF_FORCE_MLD_VERSION),
	X(DEVCONF_ACCEPT_RA_DEFRTR), X(DEVCONF_ACCEPT_RA_PINFO), X(DEVCONF_ACCEPT_RA_RTR_PREF),
	X(DEVCONF_RTR_PROBE_INTERVAL), X(DEVCONF_ACCEPT_RA_RT_INFO_MAX_PLEN), X(DEVCONF_PROXY_NDP),
	X(DEVCONF_OPTIMISTIC_DAD), X(DEVCONF_ACCEPT_SOURCE_ROUTE), X(DEVCONF_MC_FORWARDING), X(DEVCONF_DISABLE_IPV6),
	X(DEVCONF_ACCEPT_DAD), X(DEVCONF_FORCE_TLLAO), X(DEVCONF_NDISC_NOTIFY),
	X(DEVCONF_MLDV1_UNSOLICITED_REPORT_INTERVAL), X(DEVCONF_MLDV2_UNSOLICITED_REPORT_INTERVAL),
	X(DEVCONF_SUPPRESS_FRAG_NDISC), X(DEVCONF_ACCEPT_RA_FROM_LOCAL), X(DEVCONF_USE_OPTIMISTIC),
	X(DEVCONF_ACCEPT_RA_MTU), X(DEVCONF_STABLE_SECRET), X(DEVCONF_USE_OIF_ADDRS_ONLY),
	X(DEVCONF_ACCEPT_RA_MIN_HOP_LIMIT), X(DEVCONF_IGNORE_ROUTES_WITH_LINKDOWN),
	X(DEVCONF_DROP_UNICAST_IN_L2_MULTICAST), X(DEVCONF_DROP_UNSOLICITED_NA), X(DEVCONF_KEEP_ADDR_ON_DOWN),
	X(DEVCONF_RTR_SOLICIT_MAX_INTERVAL), X(DEVCONF_SEG6_ENABLED), X(DEVCONF_SEG6_REQUIRE_HMAC),
	X(DEVCONF_ENHANCED_DAD), X(DEVCONF_ADDR_GEN_MODE), X(DEVCONF_DISABLE_POLICY),
	X(DEVCONF_ACCEPT_RA_RT_INFO_MIN_PLEN), X(DEVCONF_NDISC_TCLASS), X(DEVCONF_RPL_SEG_ENABLED),
	X(DEVCONF_RA_DEFRTR_METRIC), X(DEVCONF_IOAM6_ENABLED), X(DEVCONF_IOAM6_ID), X(DEVCONF_IOAM6_ID_WIDE),
	X(DEVCONF_NDISC_EVICT_NOCARRIER), X(DEVCONF_ACCEPT_UNTRACKED_NA));

LIST_NAMED(inet6_stats, u64, "IPSTATS_MIB_???",
	X(IPSTATS_MIB_NUM), X(IPSTATS_MIB_INPKTS), X(IPSTATS_MIB_INOCTETS), X(IPSTATS_MIB_INDELIVERS),
	X(IPSTATS_MIB_OUTFORWDATAGRAMS), X(IPSTATS_MIB_OUTPKTS), X(IPSTATS_MIB_OUTOCTETS), X(IPSTATS_MIB_INHDRERRORS),
	X(IPSTATS_MIB_INTOOBIGERRORS), X(IPSTATS_MIB_INNOROUTES), X(IPSTATS_MIB_INADDRERRORS),
	X(IPSTATS_MIB_INUNKNOWNPROTOS), X(IPSTATS_MIB_INTRUNCATEDPKTS), X(IPSTATS_MIB_INDISCARDS),
	X(IPSTATS_MIB_OUTDISCARDS), X(IPSTATS_MIB_OUTNOROUTES), X(IPSTATS_MIB_REASMTIMEOUT),
	X(IPSTATS_MIB_REASMREQDS), X(IPSTATS_MIB_REASMOKS), X(IPSTATS_MIB_REASMFAILS), X(IPSTATS_MIB_FRAGOKS),
	X(IPSTATS_MIB_FRAGFAILS), X(IPSTATS_MIB_FRAGCREATES), X(IPSTATS_MIB_INMCASTPKTS), X(IPSTATS_MIB_OUTMCASTPKTS),
	X(IPSTATS_MIB_INBCASTPKTS), X(IPSTATS_MIB_OUTBCASTPKTS), X(IPSTATS_MIB_INMCASTOCTETS),
	X(IPSTATS_MIB_OUTMCASTOCTETS), X(IPSTATS_MIB_INBCASTOCTETS), X(IPSTATS_MIB_OUTBCASTOCTETS),
	X(IPSTATS_MIB_CSUMERRORS), X(IPSTATS_MIB_NOECTPKTS), X(IPSTATS_MIB_ECT1PKTS), X(IPSTATS_MIB_ECT0PKTS),
	X(IPSTATS_MIB_CEPKTS), X(IPSTATS_MIB_REASM_OVERLAPS));

LIST_NAMED(icmp6_stats, u64, "ICMP6_MIB_???",
	X(ICMP6_MIB_NUM), X(ICMP6_MIB_INMSGS), X(ICMP6_MIB_INERRORS), X(ICMP6_MIB_OUTMSGS), X(ICMP6_MIB_OUTERRORS),
	X(ICMP6_MIB_CSUMERRORS));


ATTRIBUTES(ifla_inet, "IFLA_INET_???", AB(IFLA_INET_UNSPEC), A(IFLA_INET_CONF, inet_conf));
ATTRIBUTES(ifla_inet6, "IFLA_INET6_???",
	AB(IFLA_INET6_UNSPEC), AB(IFLA_INET6_MCAST),
	A(IFLA_INET6_FLAGS, inet6_flags), A(IFLA_INET6_CONF, inet6_conf), A(IFLA_INET6_STATS, inet6_stats),
	A(IFLA_INET6_CACHEINFO, inet6_cacheinfo), A(IFLA_INET6_ICMP6STATS, icmp6_stats),
	A(IFLA_INET6_TOKEN, nla_in6), A(IFLA_INET6_ADDR_GEN_MODE, addr_gen_mode), A(IFLA_INET6_RA_MTU, u32));
ATTRIBUTES(ifla_mctp, "IFLA_MCTP_???", AB(IFLA_MCTP_UNSPEC), A(IFLA_MCTP_NET, u32));
ATTRIBUTES(af_specs, "AF_???",
	AB(AF_UNSPEC), AB(AF_UNIX), A(AF_INET, ifla_inet), AB(AF_AX25), AB(AF_IPX), AB(AF_APPLETALK), AB(AF_NETROM),
	AB(AF_BRIDGE), AB(AF_ATMPVC), AB(AF_X25), A(AF_INET6, ifla_inet6), AB(AF_ROSE), AB(AF_DECnet),
	AB(AF_NETBEUI), AB(AF_SECURITY), AB(AF_KEY), AB(AF_NETLINK), AB(AF_PACKET), AB(AF_ASH), AB(AF_ECONET),
	AB(AF_ATMSVC), AB(AF_RDS), AB(AF_SNA), AB(AF_IRDA), AB(AF_PPPOX), AB(AF_WANPIPE), AB(AF_LLC), AB(AF_IB),
	AB(AF_MPLS), AB(AF_CAN), AB(AF_TIPC), AB(AF_BLUETOOTH), AB(AF_IUCV), AB(AF_RXRPC), AB(AF_ISDN),
	AB(AF_PHONET), AB(AF_IEEE802154), AB(AF_CAIF), AB(AF_ALG), AB(AF_NFC), AB(AF_VSOCK), AB(AF_KCM),
	AB(AF_QIPCRTR), AB(AF_SMC), AB(AF_XDP), A(AF_MCTP, ifla_mctp));
ATTRIBUTES(bridge_querier, "BRIDGE_QUERIER_???",
	AB(BRIDGE_QUERIER_UNSPEC), A(BRIDGE_QUERIER_IP_ADDRESS, nla_in), A(BRIDGE_QUERIER_IP_PORT, ifindex),
	A(BRIDGE_QUERIER_IP_OTHER_TIMER, nla_ticks), AB(BRIDGE_QUERIER_PAD), A(BRIDGE_QUERIER_IPV6_ADDRESS, nla_in6),
	A(BRIDGE_QUERIER_IPV6_PORT, ifindex), A(BRIDGE_QUERIER_IPV6_OTHER_TIMER, nla_ticks));
ATTRIBUTES(ifla_br, "IFLA_BR_???",
	AB(IFLA_BR_UNSPEC), A(IFLA_BR_FORWARD_DELAY, nla_ticks), A(IFLA_BR_HELLO_TIME, nla_ticks),
	A(IFLA_BR_MAX_AGE, nla_ticks), A(IFLA_BR_AGEING_TIME, nla_ticks), A(IFLA_BR_STP_STATE, u32),
	A(IFLA_BR_PRIORITY, u16), A(IFLA_BR_VLAN_FILTERING, u8), A(IFLA_BR_VLAN_PROTOCOL, ethernet_htons),
	A(IFLA_BR_GROUP_FWD_MASK, x16), A(IFLA_BR_ROOT_ID, bridge_id), A(IFLA_BR_BRIDGE_ID, bridge_id),
	A(IFLA_BR_ROOT_PORT, u16), A(IFLA_BR_ROOT_PATH_COST, u32), A(IFLA_BR_TOPOLOGY_CHANGE, u8),
	A(IFLA_BR_TOPOLOGY_CHANGE_DETECTED, u8), A(IFLA_BR_HELLO_TIMER, nla_ticks), A(IFLA_BR_TCN_TIMER, nla_ticks),
	A(IFLA_BR_TOPOLOGY_CHANGE_TIMER, nla_ticks), A(IFLA_BR_GC_TIMER, nla_ticks),
	A(IFLA_BR_GROUP_ADDR, nla_hwaddr), AB(IFLA_BR_FDB_FLUSH), A(IFLA_BR_MCAST_ROUTER, u8),
	A(IFLA_BR_MCAST_SNOOPING, u8), A(IFLA_BR_MCAST_QUERY_USE_IFADDR, u8), A(IFLA_BR_MCAST_QUERIER, u8),
	A(IFLA_BR_MCAST_HASH_ELASTICITY, u32), A(IFLA_BR_MCAST_HASH_MAX, u32), A(IFLA_BR_MCAST_LAST_MEMBER_CNT, u32),
	A(IFLA_BR_MCAST_STARTUP_QUERY_CNT, u32), A(IFLA_BR_MCAST_LAST_MEMBER_INTVL, nla_ticks),
	A(IFLA_BR_MCAST_MEMBERSHIP_INTVL, nla_ticks), A(IFLA_BR_MCAST_QUERIER_INTVL, nla_ticks),
	A(IFLA_BR_MCAST_QUERY_INTVL, nla_ticks), A(IFLA_BR_MCAST_QUERY_RESPONSE_INTVL, nla_ticks),
	A(IFLA_BR_MCAST_STARTUP_QUERY_INTVL, nla_ticks), A(IFLA_BR_NF_CALL_IPTABLES, u8),
	A(IFLA_BR_NF_CALL_IP6TABLES, u8), A(IFLA_BR_NF_CALL_ARPTABLES, u8), A(IFLA_BR_VLAN_DEFAULT_PVID, u16),
	AB(IFLA_BR_PAD), A(IFLA_BR_VLAN_STATS_ENABLED, u8), A(IFLA_BR_MCAST_STATS_ENABLED, u8),
	A(IFLA_BR_MCAST_IGMP_VERSION, u8), A(IFLA_BR_MCAST_MLD_VERSION, u8), A(IFLA_BR_VLAN_STATS_PER_PORT, u8),
	A(IFLA_BR_MULTI_BOOLOPT, br_boolopt), A(IFLA_BR_MCAST_QUERIER_STATE, bridge_querier));
ATTRIBUTES(ifla_tun, "IFLA_TUN_???",
	AB(IFLA_TUN_UNSPEC), A(IFLA_TUN_OWNER, u32), A(IFLA_TUN_GROUP, u32), A(IFLA_TUN_TYPE, tun_type),
	A(IFLA_TUN_PI, u8), A(IFLA_TUN_VNET_HDR, u8), A(IFLA_TUN_PERSIST, u8), A(IFLA_TUN_MULTI_QUEUE, u8),
	A(IFLA_TUN_NUM_QUEUES, u32), A(IFLA_TUN_NUM_DISABLED_QUEUES, u32));
ATTRIBUTES(ifla_brport, "IFLA_BRPORT_???",
	AB(IFLA_BRPORT_UNSPEC), A(IFLA_BRPORT_STATE, u8), A(IFLA_BRPORT_PRIORITY, u16), A(IFLA_BRPORT_COST, u32),
	A(IFLA_BRPORT_MODE, u8), A(IFLA_BRPORT_GUARD, u8), A(IFLA_BRPORT_PROTECT, u8), A(IFLA_BRPORT_FAST_LEAVE, u8),
	A(IFLA_BRPORT_LEARNING, u8), A(IFLA_BRPORT_UNICAST_FLOOD, u8), A(IFLA_BRPORT_PROXYARP, u8),
	A(IFLA_BRPORT_LEARNING_SYNC, u8), A(IFLA_BRPORT_PROXYARP_WIFI, u8), A(IFLA_BRPORT_ROOT_ID, bridge_id),
	A(IFLA_BRPORT_BRIDGE_ID, bridge_id), A(IFLA_BRPORT_DESIGNATED_PORT, u16),
	A(IFLA_BRPORT_DESIGNATED_COST, u16), A(IFLA_BRPORT_ID, u16), A(IFLA_BRPORT_NO, u16),
	A(IFLA_BRPORT_TOPOLOGY_CHANGE_ACK, u8), A(IFLA_BRPORT_CONFIG_PENDING, u8),
	A(IFLA_BRPORT_MESSAGE_AGE_TIMER, nla_ticks), A(IFLA_BRPORT_FORWARD_DELAY_TIMER, nla_ticks),
	A(IFLA_BRPORT_HOLD_TIMER, nla_ticks), AB(IFLA_BRPORT_FLUSH), A(IFLA_BRPORT_MULTICAST_ROUTER, u8),
	AB(IFLA_BRPORT_PAD), A(IFLA_BRPORT_MCAST_FLOOD, u8), A(IFLA_BRPORT_MCAST_TO_UCAST, u8),
	A(IFLA_BRPORT_VLAN_TUNNEL, u8), A(IFLA_BRPORT_BCAST_FLOOD, u8), A(IFLA_BRPORT_GROUP_FWD_MASK, x16),
	A(IFLA_BRPORT_NEIGH_SUPPRESS, u8), A(IFLA_BRPORT_ISOLATED, u8), A(IFLA_BRPORT_BACKUP_PORT, ifindex),
	A(IFLA_BRPORT_MRP_RING_OPEN, u8), A(IFLA_BRPORT_MRP_IN_OPEN, u8), A(IFLA_BRPORT_MCAST_EHT_HOSTS_LIMIT, u32),
	A(IFLA_BRPORT_MCAST_EHT_HOSTS_CNT, u32), A(IFLA_BRPORT_LOCKED, u8));
ATTRIBUTES(bridge_tunnel, "IFLA_BRIDGE_VLAN_TUNNEL_???",
	AB(IFLA_BRIDGE_VLAN_TUNNEL_UNSPEC), A(IFLA_BRIDGE_VLAN_TUNNEL_ID, u32), A(IFLA_BRIDGE_VLAN_TUNNEL_VID, u16),
	A(IFLA_BRIDGE_VLAN_TUNNEL_FLAGS, bridge_vlan_flags));
ATTRIBUTES(bridge_af_spec, "IFLA_BRIDGE_???",
	A(IFLA_BRIDGE_FLAGS, bridge_flags), A(IFLA_BRIDGE_MODE, bridge_mode), A(IFLA_BRIDGE_VLAN_INFO, bridge_vlan_info),
	A(IFLA_BRIDGE_VLAN_TUNNEL_INFO, bridge_tunnel), AB(IFLA_BRIDGE_MRP), AB(IFLA_BRIDGE_CFM), AB(IFLA_BRIDGE_MST));
ATTRIBUTES(ifla_info, "IFLA_INFO_???",
	AB(IFLA_INFO_UNSPEC), A(IFLA_INFO_KIND, nla_kind), A(IFLA_INFO_DATA, info_data), A(IFLA_INFO_XSTATS, info_xstats),
	A(IFLA_INFO_SLAVE_KIND, nla_string), AB(IFLA_INFO_SLAVE_DATA));
ATTRIBUTES(ifla_vf_stats, "IFLA_VF_STATS_???",
	A(IFLA_VF_STATS_RX_PACKETS, u64), A(IFLA_VF_STATS_TX_PACKETS, u64), A(IFLA_VF_STATS_RX_BYTES, u64),
	A(IFLA_VF_STATS_TX_BYTES, u64), A(IFLA_VF_STATS_BROADCAST, u64), A(IFLA_VF_STATS_MULTICAST, u64),
	AB(IFLA_VF_STATS_PAD), A(IFLA_VF_STATS_RX_DROPPED, u64), A(IFLA_VF_STATS_TX_DROPPED, u64));
ATTRIBUTES(ifla_vf_vlans, "IFLA_VF_VLAN_INFO_???", AB(IFLA_VF_VLAN_INFO_UNSPEC), A(IFLA_VF_VLAN_INFO, vf_vlan_info));
ATTRIBUTES(ifla_vf, "IFLA_VF_???",
	AB(IFLA_VF_UNSPEC),
	A(IFLA_VF_MAC, vf_mac), A(IFLA_VF_VLAN, vf_vlan), A(IFLA_VF_TX_RATE, vf_tx_rate),
	A(IFLA_VF_SPOOFCHK, vf_setting), A(IFLA_VF_LINK_STATE, vf_link_state), A(IFLA_VF_RATE, vf_rate),
	A(IFLA_VF_RSS_QUERY_EN, vf_setting), A(IFLA_VF_STATS, ifla_vf_stats), A(IFLA_VF_TRUST, vf_setting),
	A(IFLA_VF_IB_NODE_GUID, vf_guid), A(IFLA_VF_IB_PORT_GUID, vf_guid), A(IFLA_VF_VLAN_LIST, ifla_vf_vlans),
	A(IFLA_VF_BROADCAST, vf_broadcast));
ATTRIBUTES(ifla_vfinfo, "IFLA_VF_INFO_???", AB(IFLA_VF_INFO_UNSPEC), A(IFLA_VF_INFO, ifla_vf));
ATTRIBUTES(ifla_port, "IFLA_VF_PORT_???",
	AB(IFLA_PORT_UNSPEC), A(IFLA_PORT_VF, u32), A(IFLA_PORT_PROFILE, nla_string),
	A(IFLA_PORT_VSI_TYPE, port_vsi), AB(IFLA_PORT_INSTANCE_UUID), AB(IFLA_PORT_HOST_UUID),
	A(IFLA_PORT_REQUEST, u8), A(IFLA_PORT_RESPONSE, u16));
ATTRIBUTES(ifla_vf_ports, "IFLA_VF_PORT_???", AB(IFLA_VF_PORT_UNSPEC), A(IFLA_VF_PORT, ifla_port));
ATTRIBUTES(ifla_xdp, "IFLA_XDP_???",
	AB(IFLA_XDP_UNSPEC), A(IFLA_XDP_FD, u32), A(IFLA_XDP_ATTACHED, xdp_attached),
	A(IFLA_XDP_FLAGS, xdp_attach_flags), A(IFLA_XDP_PROG_ID, u32), A(IFLA_XDP_DRV_PROG_ID, u32),
	A(IFLA_XDP_SKB_PROG_ID, u32), A(IFLA_XDP_HW_PROG_ID, u32), A(IFLA_XDP_EXPECTED_FD, u32));
ATTRIBUTES(ifla_props, "IFLA_???", AB(IFLA_UNSPEC), A(IFLA_ALT_IFNAME, nla_string));
ATTRIBUTES(ifla_proto_down, "IFLA_PROTO_DOWN_REASON_???",
	AB(IFLA_PROTO_DOWN_REASON_UNSPEC), A(IFLA_PROTO_DOWN_REASON_MASK, x32), A(IFLA_PROTO_DOWN_REASON_VALUE, x32));
ATTRIBUTES(ifla, "IFLA_???",
	AB(IFLA_UNSPEC), A(IFLA_ADDRESS, nla_hwaddr), A(IFLA_BROADCAST, nla_hwaddr), A(IFLA_IFNAME, nla_string),
	A(IFLA_MTU, u32), A(IFLA_LINK, u32), A(IFLA_QDISC, nla_string), A(IFLA_STATS, link_stats), AB(IFLA_COST),
	AB(IFLA_PRIORITY), A(IFLA_MASTER, u32), AB(IFLA_WIRELESS), A(IFLA_PROTINFO, ifla_brport, WHEN_IS(ifi_family, AF_BRIDGE)),
	A(IFLA_PROTINFO, ifla_inet6, WHEN_IS(ifi_family, AF_INET6)), AB(IFLA_PROTINFO), A(IFLA_TXQLEN, u32),
	A(IFLA_MAP, link_map), A(IFLA_WEIGHT, u32), A(IFLA_OPERSTATE, u8), A(IFLA_LINKMODE, u8),
	A(IFLA_LINKINFO, ifla_info), A(IFLA_NET_NS_PID, u32), A(IFLA_IFALIAS, nla_string), A(IFLA_NUM_VF, u32),
	A(IFLA_VFINFO_LIST, ifla_vfinfo), A(IFLA_STATS64, link_stats64), A(IFLA_VF_PORTS, ifla_vf_ports),
	A(IFLA_PORT_SELF, ifla_port), A(IFLA_AF_SPEC, bridge_af_spec, WHEN_IS(ifi_family, AF_BRIDGE)),
	A(IFLA_AF_SPEC, af_specs), A(IFLA_GROUP, u32), A(IFLA_NET_NS_FD, i32),
	A(IFLA_EXT_MASK, rtext_filter), A(IFLA_PROMISCUITY, u32), A(IFLA_NUM_TX_QUEUES, u32),
	A(IFLA_NUM_RX_QUEUES, u32), A(IFLA_CARRIER, u8), AB(IFLA_PHYS_PORT_ID), A(IFLA_CARRIER_CHANGES, u32),
	AB(IFLA_PHYS_SWITCH_ID), A(IFLA_LINK_NETNSID, i32), A(IFLA_PHYS_PORT_NAME, nla_string),
	A(IFLA_PROTO_DOWN, u8), A(IFLA_GSO_MAX_SEGS, u32), A(IFLA_GSO_MAX_SIZE, u32), AB(IFLA_PAD),
	A(IFLA_XDP, ifla_xdp), A(IFLA_EVENT, ifla_event), A(IFLA_NEW_NETNSID, i32), A(IFLA_IF_NETNSID, i32),
	A(IFLA_CARRIER_UP_COUNT, u32), A(IFLA_CARRIER_DOWN_COUNT, u32), A(IFLA_NEW_IFINDEX, ifindex),
	A(IFLA_MIN_MTU, u32), A(IFLA_MAX_MTU, u32), A(IFLA_PROP_LIST, ifla_props), A(IFLA_ALT_IFNAME, nla_string),
	A(IFLA_PERM_ADDRESS, nla_hwaddr), A(IFLA_PROTO_DOWN_REASON, ifla_proto_down),
	A(IFLA_PARENT_DEV_NAME, nla_string), A(IFLA_PARENT_DEV_BUS_NAME, nla_string), A(IFLA_GRO_MAX_SIZE, u32),
	A(IFLA_TSO_MAX_SIZE, u32), A(IFLA_TSO_MAX_SEGS, u32), A(IFLA_ALLMULTI, u32),
	AV(62, "IFLA_DEVLINK_PORT"), AV(63, "IFLA_GSO_IPV4_MAX_SIZE"), AV(64, "IFLA_GRO_IPV4_MAX_SIZE"), AV(65, "IFLA_DPLL_PIN"),
	AV(66, "IFLA_MAX_PACING_OFFLOAD_HORIZON"), AV(67, "IFLA_NETNS_IMMUTABLE"), AV(68, "IFLA_HEADROOM"), AV(69, "IFLA_TAILROOM"));
STRUCT(ifinfomsg, struct ifinfomsg,
	F(struct ifinfomsg, ifi_family, address_family),
	F(struct ifinfomsg, ifi_type, arp_hardware),
	F(struct ifinfomsg, ifi_index, ifindex),
	F(struct ifinfomsg, ifi_flags, link_flags),
	F(struct ifinfomsg, ifi_change, x32));
HEADED(link, ifinfomsg, ifla);

/* ---- addresses, routes, rules, neighbours ---- */

ATTRIBUTES(ifa, "IFA_???",
	AB(IFA_UNSPEC), A(IFA_ADDRESS, nla_address), A(IFA_LOCAL, nla_address), A(IFA_LABEL, nla_string),
	A(IFA_BROADCAST, nla_address), A(IFA_ANYCAST, nla_address), A(IFA_CACHEINFO, ifa_cacheinfo),
	A(IFA_MULTICAST, nla_address), A(IFA_FLAGS, ifa_flags), A(IFA_RT_PRIORITY, u32), A(IFA_TARGET_NETNSID, u32),
	AB(IFA_PROTO));
STRUCT(ifaddrmsg, struct ifaddrmsg,
	F(struct ifaddrmsg, ifa_family, address_family),
	F(struct ifaddrmsg, ifa_prefixlen, u8),
	F(struct ifaddrmsg, ifa_flags, ifa_flags),
	F(struct ifaddrmsg, ifa_scope, rt_scope),
	F(struct ifaddrmsg, ifa_index, ifindex));
HEADED(ifaddr, ifaddrmsg, ifa);

STRUCT(rtnexthop, struct rtnexthop,
	F(struct rtnexthop, rtnh_len, u16),
	F(struct rtnexthop, rtnh_flags, rtnh_flags),
	F(struct rtnexthop, rtnh_hops, u8),
	F(struct rtnexthop, rtnh_ifindex, ifindex));
HEADED(rtnexthop_headed, rtnexthop, rta);
LIST(rtnexthops, rtnexthop_headed);
ATTRIBUTES(rtax, "RTAX_???",
	AB(RTAX_UNSPEC), A(RTAX_LOCK, u32), A(RTAX_MTU, u32), A(RTAX_WINDOW, u32), A(RTAX_RTT, u32),
	A(RTAX_RTTVAR, u32), A(RTAX_SSTHRESH, u32), A(RTAX_CWND, u32), A(RTAX_ADVMSS, u32), A(RTAX_REORDERING, u32),
	A(RTAX_HOPLIMIT, u32), A(RTAX_INITCWND, u32), A(RTAX_FEATURES, u32), A(RTAX_RTO_MIN, u32),
	A(RTAX_INITRWND, u32), A(RTAX_QUICKACK, u32), A(RTAX_CC_ALGO, nla_string), AB(RTAX_FASTOPEN_NO_COOKIE));
ATTRIBUTES(rta, "RTA_???",
	AB(RTA_UNSPEC), A(RTA_DST, nla_address), A(RTA_SRC, nla_address), A(RTA_IIF, ifindex), A(RTA_OIF, ifindex),
	A(RTA_GATEWAY, nla_address), A(RTA_PRIORITY, u32), A(RTA_PREFSRC, nla_address), A(RTA_METRICS, rtax),
	A(RTA_MULTIPATH, rtnexthops), A(RTA_PROTOINFO, u32), A(RTA_FLOW, u32), A(RTA_CACHEINFO, rta_cacheinfo),
	AB(RTA_SESSION), A(RTA_MP_ALGO, u32), A(RTA_TABLE, table_id), A(RTA_MARK, u32), A(RTA_MFC_STATS, rta_mfc_stats),
	A(RTA_VIA, rtvia), A(RTA_NEWDST, nla_address), A(RTA_PREF, u8), A(RTA_ENCAP_TYPE, lwtunnel_encap),
	AB(RTA_ENCAP), A(RTA_EXPIRES, u64), AB(RTA_PAD), A(RTA_UID, u32), A(RTA_TTL_PROPAGATE, u8),
	A(RTA_IP_PROTO, u8), A(RTA_SPORT, u16), A(RTA_DPORT, u16), AB(RTA_NH_ID));
STRUCT(rtmsg, struct rtmsg,
	F(struct rtmsg, rtm_family, address_family),
	F(struct rtmsg, rtm_dst_len, u8),
	F(struct rtmsg, rtm_src_len, u8),
	F(struct rtmsg, rtm_tos, rt_tos),
	F(struct rtmsg, rtm_table, rt_table),
	F(struct rtmsg, rtm_protocol, rtprot),
	F(struct rtmsg, rtm_scope, rt_scope),
	F(struct rtmsg, rtm_type, rt_type),
	F(struct rtmsg, rtm_flags, rtm_flags));
HEADED(route, rtmsg, rta);

ATTRIBUTES(nfea, "NFEA_???",
	AB(NFEA_UNSPEC), A(NFEA_ACTIVITY_NOTIFY, fdb_notify), AB(NFEA_DONT_REFRESH));
PARTS(nda_port, 2, NULL, "htons(%)", PIECE(0xffff, 0, u16, BE)); /* whatever -X says */
ATTRIBUTES(nda, "NDA_???",
	AB(NDA_UNSPEC), A(NDA_DST, nla_address), A(NDA_LLADDR, nla_hwaddr), A(NDA_CACHEINFO, nda_cacheinfo),
	A(NDA_PROBES, u32), A(NDA_VLAN, u16), A(NDA_PORT, nda_port), A(NDA_VNI, u32), A(NDA_IFINDEX, ifindex),
	A(NDA_MASTER, ifindex), A(NDA_LINK_NETNSID, u32), A(NDA_SRC_VNI, u32), A(NDA_PROTOCOL, nla_protocol),
	A(NDA_NH_ID, u32), A(NDA_FDB_EXT_ATTRS, nfea), A(NDA_FLAGS_EXT, ntf_ext), A(NDA_NDM_STATE_MASK, nud_state),
	A(NDA_NDM_FLAGS_MASK, ntf_flags));
STRUCT(ndmsg, struct ndmsg,
	F(struct ndmsg, ndm_family, address_family),
	F(struct ndmsg, ndm_ifindex, ifindex),
	F(struct ndmsg, ndm_state, nud_state),
	F(struct ndmsg, ndm_flags, ntf_flags),
	F(struct ndmsg, ndm_type, rt_type));
HEADED(neigh, ndmsg, nda);

ATTRIBUTES(ndtpa, "NDTPA_???",
	AB(NDTPA_UNSPEC), A(NDTPA_IFINDEX, ifindex), A(NDTPA_REFCNT, u32), A(NDTPA_REACHABLE_TIME, u64),
	A(NDTPA_BASE_REACHABLE_TIME, u64), A(NDTPA_RETRANS_TIME, u64), A(NDTPA_GC_STALETIME, u64),
	A(NDTPA_DELAY_PROBE_TIME, u64), A(NDTPA_QUEUE_LEN, u32), A(NDTPA_APP_PROBES, u32),
	A(NDTPA_UCAST_PROBES, u32), A(NDTPA_MCAST_PROBES, u32), A(NDTPA_ANYCAST_DELAY, u64),
	A(NDTPA_PROXY_DELAY, u64), A(NDTPA_PROXY_QLEN, u32), A(NDTPA_LOCKTIME, u64), A(NDTPA_QUEUE_LENBYTES, u32),
	A(NDTPA_MCAST_REPROBES, u32), AB(NDTPA_PAD), A(NDTPA_INTERVAL_PROBE_TIME_MS, u64));
ATTRIBUTES(ndta, "NDTA_???",
	AB(NDTA_UNSPEC), A(NDTA_NAME, nla_string), A(NDTA_THRESH1, u32), A(NDTA_THRESH2, u32), A(NDTA_THRESH3, u32),
	A(NDTA_CONFIG, ndt_config), A(NDTA_PARMS, ndtpa), A(NDTA_STATS, ndt_stats), A(NDTA_GC_INTERVAL, u64),
	AB(NDTA_PAD));
STRUCT_MIN(ndtmsg_short, FAMILY_ONLY,
	F(struct ndtmsg, ndtm_family, address_family));
HEADED(neightbl, ndtmsg_short, ndta);

ATTRIBUTES(fra, "FRA_???",
	AB(FRA_UNSPEC), A(FRA_DST, nla_address), A(FRA_SRC, nla_address), A(FRA_IIFNAME, nla_string),
	A(FRA_GOTO, u32), AB(FRA_UNUSED2), A(FRA_PRIORITY, u32), AB(FRA_UNUSED3), AB(FRA_UNUSED4), AB(FRA_UNUSED5),
	A(FRA_FWMARK, u32), A(FRA_FLOW, u32), A(FRA_TUN_ID, nla_be64), A(FRA_SUPPRESS_IFGROUP, u32),
	A(FRA_SUPPRESS_PREFIXLEN, u32), A(FRA_TABLE, table_id), A(FRA_FWMASK, u32), A(FRA_OIFNAME, nla_string),
	AB(FRA_PAD), A(FRA_L3MDEV, u8), A(FRA_UID_RANGE, fra_uids), A(FRA_PROTOCOL, rtprot),
	A(FRA_IP_PROTO, nla_protocol), A(FRA_SPORT_RANGE, fra_ports), A(FRA_DPORT_RANGE, fra_ports));
STRUCT(rulemsg, struct fib_rule_hdr,
	F(struct fib_rule_hdr, family, address_family),
	F(struct fib_rule_hdr, dst_len, u8),
	F(struct fib_rule_hdr, src_len, u8),
	F(struct fib_rule_hdr, tos, rt_tos),
	F(struct fib_rule_hdr, table, rule_table),
	F(struct fib_rule_hdr, action, fr_action),
	F(struct fib_rule_hdr, flags, fib_rule_flags));
HEADED(rule, rulemsg, fra);

ATTRIBUTES(ifal, "IFAL_???", A(IFAL_ADDRESS, nla_address), A(IFAL_LABEL, u32));
STRUCT(ifaddrlblmsg, struct ifaddrlblmsg,
	F(struct ifaddrlblmsg, ifal_family, address_family),
	F(struct ifaddrlblmsg, ifal_prefixlen, u8),
	F(struct ifaddrlblmsg, ifal_flags, u8),
	F(struct ifaddrlblmsg, ifal_index, ifindex),
	F(struct ifaddrlblmsg, ifal_seq, u32));
HEADED(addrlabel, ifaddrlblmsg, ifal);

ATTRIBUTES(nha_res_group, "NHA_RES_GROUP_???",
	AB(NHA_RES_GROUP_PAD), A(NHA_RES_GROUP_BUCKETS, u16), A(NHA_RES_GROUP_IDLE_TIMER, nla_ticks),
	A(NHA_RES_GROUP_UNBALANCED_TIMER, nla_ticks), A(NHA_RES_GROUP_UNBALANCED_TIME, nla_ticks));
ATTRIBUTES(nha_res_bucket, "NHA_RES_BUCKET_???",
	AB(NHA_RES_BUCKET_PAD), A(NHA_RES_BUCKET_INDEX, u16), A(NHA_RES_BUCKET_IDLE_TIME, nla_ticks),
	A(NHA_RES_BUCKET_NH_ID, u32));
ATTRIBUTES(nha, "NHA_???",
	AB(NHA_UNSPEC), A(NHA_ID, u32), A(NHA_GROUP, nexthop_group), A(NHA_GROUP_TYPE, nexthop_group_type),
	A(NHA_BLACKHOLE, u32), A(NHA_OIF, ifindex), A(NHA_GATEWAY, nla_address), A(NHA_ENCAP_TYPE, lwtunnel_encap),
	AB(NHA_ENCAP), A(NHA_GROUPS, u32), A(NHA_MASTER, ifindex), A(NHA_FDB, u32), A(NHA_RES_GROUP, nha_res_group),
	A(NHA_RES_BUCKET, nha_res_bucket));
STRUCT(nhmsg, struct nhmsg,
	F(struct nhmsg, nh_family, address_family),
	F(struct nhmsg, nh_scope, rt_scope),
	F(struct nhmsg, nh_protocol, rtprot),
	F(struct nhmsg, resvd, x8, IF_SET(resvd)),
	F(struct nhmsg, nh_flags, rtnh_flags));
HEADED(nexthop, nhmsg, nha);

/* ---- queueing ---- */

ATTRIBUTES(tca_stats2, "TCA_STATS_???",
	AB(TCA_STATS_UNSPEC), A(TCA_STATS_BASIC, gnet_basic), A(TCA_STATS_RATE_EST, gnet_rate),
	A(TCA_STATS_QUEUE, gnet_queue), AB(TCA_STATS_APP), A(TCA_STATS_RATE_EST64, gnet_rate64), AB(TCA_STATS_PAD),
	A(TCA_STATS_BASIC_HW, gnet_basic), A(TCA_STATS_PKT64, u64));
ATTRIBUTES(tca_stab, "TCA_STAB_???",
	AB(TCA_STAB_UNSPEC), A(TCA_STAB_BASE, tc_sizespec), A(TCA_STAB_DATA, tc_sizes));
ATTRIBUTES(tca, "TCA_???",
	AB(TCA_UNSPEC), A(TCA_KIND, nla_string), AB(TCA_OPTIONS), A(TCA_STATS, tc_stats), AB(TCA_XSTATS),
	A(TCA_RATE, tc_rate), A(TCA_FCNT, u32), A(TCA_STATS2, tca_stats2), A(TCA_STAB, tca_stab), AB(TCA_PAD),
	AB(TCA_DUMP_INVISIBLE), A(TCA_CHAIN, u32), A(TCA_HW_OFFLOAD, u8), A(TCA_INGRESS_BLOCK, u32),
	A(TCA_EGRESS_BLOCK, u32), A(TCA_DUMP_FLAGS, u32));
STRUCT(tcmsg, struct tcmsg,
	F(struct tcmsg, tcm_family, address_family),
	F(struct tcmsg, tcm_ifindex, ifindex),
	F(struct tcmsg, tcm_handle, u32),
	F(struct tcmsg, tcm_parent, u32),
	F(struct tcmsg, tcm_info, u32));
HEADED(tc, tcmsg, tca);
ATTRIBUTES(tca_act, "TCA_ACT_???",
	AB(TCA_ACT_UNSPEC), A(TCA_ACT_KIND, nla_string), AB(TCA_ACT_OPTIONS), A(TCA_ACT_INDEX, u32),
	A(TCA_ACT_STATS, tca_stats2), AB(TCA_ACT_PAD), AB(TCA_ACT_COOKIE), A(TCA_ACT_FLAGS, tca_act_flags));
STRUCT_MIN(tcamsg, FAMILY_ONLY,
	F(struct tcamsg, tca_family, address_family));
HEADED(action, tcamsg, tca_act);

/* ---- others ---- */

ATTRIBUTES(dcb, "DCB_ATTR_???",
	AB(DCB_ATTR_UNDEFINED), AB(DCB_ATTR_IFNAME), AB(DCB_ATTR_STATE), AB(DCB_ATTR_PFC_STATE),
	AB(DCB_ATTR_PFC_CFG), AB(DCB_ATTR_NUM_TC), AB(DCB_ATTR_PG_CFG), AB(DCB_ATTR_SET_ALL),
	AB(DCB_ATTR_PERM_HWADDR), AB(DCB_ATTR_CAP), AB(DCB_ATTR_NUMTCS), AB(DCB_ATTR_BCN), AB(DCB_ATTR_APP),
	AB(DCB_ATTR_IEEE), AB(DCB_ATTR_DCBX), AB(DCB_ATTR_FEATCFG), AB(DCB_ATTR_CEE));
STRUCT_MIN(dcbmsg, sizeof(struct dcbmsg),
	F(struct dcbmsg, dcb_family, address_family),
	F(struct dcbmsg, cmd, dcb_cmd));
HEADED(dcb_headed, dcbmsg, dcb);
ATTRIBUTES(netconfa, "NETCONFA_???",
	AB(NETCONFA_UNSPEC), A(NETCONFA_IFINDEX, ifindex), A(NETCONFA_FORWARDING, u32), A(NETCONFA_RP_FILTER, u32),
	A(NETCONFA_MC_FORWARDING, u32), A(NETCONFA_PROXY_NEIGH, u32), A(NETCONFA_IGNORE_ROUTES_WITH_LINKDOWN, u32),
	A(NETCONFA_INPUT, u32), A(NETCONFA_BC_FORWARDING, u32));
STRUCT_MIN(netconfmsg, FAMILY_ONLY,
	F(struct netconfmsg, ncm_family, address_family));
HEADED(netconf, netconfmsg, netconfa);
ATTRIBUTES(netnsa, "NETNSA_???",
	AB(NETNSA_NONE), A(NETNSA_NSID, u32), A(NETNSA_PID, u32), A(NETNSA_FD, u32), A(NETNSA_TARGET_NSID, u32),
	A(NETNSA_CURRENT_NSID, u32));
STRUCT_MIN(rtgenmsg, FAMILY_ONLY,
	F(struct rtgenmsg, rtgen_family, address_family));
HEADED(nsid, rtgenmsg, netnsa);
HEADED(cachereport, rtgenmsg, binary);

ATTRIBUTES(mdb_eattr, "MDBA_MDB_EATTR_???", AB(MDBA_MDB_EATTR_UNSPEC), A(MDBA_MDB_EATTR_TIMER, nla_ticks));
HEADED(mdb_entry_headed, mdb_entry, mdb_eattr);
ATTRIBUTES(mdb_entries, "MDBA_MDB_ENTRY_???", AB(MDBA_MDB_ENTRY_UNSPEC), A(MDBA_MDB_ENTRY_INFO, mdb_entry_headed));
ATTRIBUTES(mdb_mdb, "MDBA_MDB_???", AB(MDBA_MDB_UNSPEC), A(MDBA_MDB_ENTRY, mdb_entries));
ATTRIBUTES(mdb_pattr, "MDBA_ROUTER_PATTR_???",
	AB(MDBA_ROUTER_PATTR_UNSPEC), A(MDBA_ROUTER_PATTR_TIMER, nla_ticks), A(MDBA_ROUTER_PATTR_TYPE, mdb_router_type),
	A(MDBA_ROUTER_PATTR_INET_TIMER, nla_ticks), A(MDBA_ROUTER_PATTR_INET6_TIMER, nla_ticks));
HEADED(mdb_port, ifindex, mdb_pattr);
ATTRIBUTES(mdb_router, "MDBA_ROUTER_???", AB(MDBA_ROUTER_UNSPEC), A(MDBA_ROUTER_PORT, mdb_port));
ATTRIBUTES(mdba, "MDBA_???", AB(MDBA_UNSPEC), A(MDBA_MDB, mdb_mdb), A(MDBA_ROUTER, mdb_router));
STRUCT(br_port_msg, struct br_port_msg,
	F(struct br_port_msg, family, address_family),
	F(struct br_port_msg, ifindex, ifindex));
HEADED(mdb, br_port_msg, mdba);

ATTRIBUTES(bridge_xstats, "BRIDGE_XSTATS_???",
	AB(BRIDGE_XSTATS_UNSPEC), A(BRIDGE_XSTATS_VLAN, bridge_vlan_xstats), AB(BRIDGE_XSTATS_MCAST), AB(BRIDGE_XSTATS_PAD),
	A(BRIDGE_XSTATS_STP, bridge_stp_xstats));
ATTRIBUTES(bond_xstats, "BOND_XSTATS_???", AB(BOND_XSTATS_UNSPEC), AB(BOND_XSTATS_3AD));
ATTRIBUTES(link_xstats, "LINK_XSTATS_TYPE_???",
	AB(LINK_XSTATS_TYPE_UNSPEC), A(LINK_XSTATS_TYPE_BRIDGE, bridge_xstats), A(LINK_XSTATS_TYPE_BOND, bond_xstats));
ATTRIBUTES(offload_xstats, "IFLA_OFFLOAD_XSTATS_???",
	AB(IFLA_OFFLOAD_XSTATS_UNSPEC), A(IFLA_OFFLOAD_XSTATS_CPU_HIT, link_stats64), AB(IFLA_OFFLOAD_XSTATS_HW_S_INFO),
	AB(IFLA_OFFLOAD_XSTATS_L3_STATS));
ATTRIBUTES(ifla_stats, "IFLA_STATS_???",
	AB(IFLA_STATS_UNSPEC), A(IFLA_STATS_LINK_64, link_stats64), A(IFLA_STATS_LINK_XSTATS, link_xstats),
	A(IFLA_STATS_LINK_XSTATS_SLAVE, link_xstats), A(IFLA_STATS_LINK_OFFLOAD_XSTATS, offload_xstats),
	A(IFLA_STATS_AF_SPEC, stats_af_spec));
ATTRIBUTES(stats_af_spec, "AF_???", AB(AF_UNSPEC), AB(AF_INET), AB(AF_INET6), AB(AF_BRIDGE), AB(AF_MPLS));
STRUCT(if_stats_msg, struct if_stats_msg,
	F(struct if_stats_msg, family, address_family),
	F(struct if_stats_msg, pad1, x8, IF_SET(pad1)),
	F(struct if_stats_msg, pad2, x16, IF_SET(pad2)),
	F(struct if_stats_msg, ifindex, ifindex),
	F(struct if_stats_msg, filter_mask, stats_filter));
HEADED(stats, if_stats_msg, ifla_stats);

/* Of messages whose payload is not known: all begin with a family. */
struct desc_family {
	uint8_t family, data[];
};
STRUCT_MIN(any_family, 1,
	F(struct desc_family, family, address_family),
	{ .name = "data", .type = &type_binary, .offset = 1, .flags = FIELD_REST });

static const struct netlink_message messages[] = {
	NEW(RTM_NEWLINK, PAYLOAD(link)), DEL(RTM_DELLINK, PAYLOAD(link)), GET(RTM_GETLINK, PAYLOAD(link)),
	NEW(RTM_NEWADDR, PAYLOAD(ifaddr)), DEL(RTM_DELADDR, PAYLOAD(ifaddr)), GET(RTM_GETADDR, PAYLOAD(ifaddr)),
	NEW(RTM_NEWROUTE, PAYLOAD(route)), DEL(RTM_DELROUTE, PAYLOAD(route)), GET(RTM_GETROUTE, PAYLOAD(route)),
	NEW(RTM_NEWNEIGH, PAYLOAD(neigh)), DEL(RTM_DELNEIGH, PAYLOAD(neigh)), GET(RTM_GETNEIGH, PAYLOAD(neigh)),
	NEW(RTM_NEWRULE, PAYLOAD(rule)), DEL(RTM_DELRULE, PAYLOAD(rule)), GET(RTM_GETRULE, PAYLOAD(rule)),
	NEW(RTM_NEWQDISC, PAYLOAD(tc)), DEL(RTM_DELQDISC, PAYLOAD(tc)), GET(RTM_GETQDISC, PAYLOAD(tc)),
	NEW(RTM_NEWTCLASS, PAYLOAD(tc)), DEL(RTM_DELTCLASS, PAYLOAD(tc)), GET(RTM_GETTCLASS, PAYLOAD(tc)),
	NEW(RTM_NEWTFILTER, PAYLOAD(tc)), DEL(RTM_DELTFILTER, PAYLOAD(tc)), GET(RTM_GETTFILTER, PAYLOAD(tc)),
	NEW(RTM_NEWACTION, PAYLOAD(action)), DEL(RTM_DELACTION, PAYLOAD(action)), GET(RTM_GETACTION, PAYLOAD(action)),
	NEW(RTM_NEWPREFIX),
	GET(RTM_GETMULTICAST, PAYLOAD(ifaddr)),
	GET(RTM_GETANYCAST, PAYLOAD(ifaddr)),
	NEW(RTM_NEWNEIGHTBL, PAYLOAD(neightbl)), GET(RTM_GETNEIGHTBL, PAYLOAD(neightbl)),
	NEW(RTM_NEWNDUSEROPT),
	NEW(RTM_NEWADDRLABEL, PAYLOAD(addrlabel)), DEL(RTM_DELADDRLABEL, PAYLOAD(addrlabel)), GET(RTM_GETADDRLABEL, PAYLOAD(addrlabel)),
	GET(RTM_GETDCB, PAYLOAD(dcb_headed)),
	NEW(RTM_NEWNETCONF, PAYLOAD(netconf)), DEL(RTM_DELNETCONF, PAYLOAD(netconf)), GET(RTM_GETNETCONF, PAYLOAD(netconf)),
	NEW(RTM_NEWMDB, PAYLOAD(mdb)), DEL(RTM_DELMDB, PAYLOAD(mdb)), GET(RTM_GETMDB, PAYLOAD(mdb)),
	NEW(RTM_NEWNSID, PAYLOAD(nsid)), DEL(RTM_DELNSID, PAYLOAD(nsid)), GET(RTM_GETNSID, PAYLOAD(nsid)),
	NEW(RTM_NEWSTATS, PAYLOAD(stats)), GET(RTM_GETSTATS, PAYLOAD(stats)),
	NEW(RTM_NEWCACHEREPORT, PAYLOAD(cachereport)),
	NEW(RTM_NEWCHAIN, PAYLOAD(tc)), DEL(RTM_DELCHAIN, PAYLOAD(tc)), GET(RTM_GETCHAIN, PAYLOAD(tc)),
	NEW(RTM_NEWNEXTHOP, PAYLOAD(nexthop)), DEL(RTM_DELNEXTHOP, PAYLOAD(nexthop)), GET(RTM_GETNEXTHOP, PAYLOAD(nexthop)),
	NEW(RTM_NEWLINKPROP), DEL(RTM_DELLINKPROP), GET(RTM_GETLINKPROP),
	NEW(RTM_NEWVLAN), DEL(RTM_DELVLAN), GET(RTM_GETVLAN),
	NEW(RTM_NEWNEXTHOPBUCKET), DEL(RTM_DELNEXTHOPBUCKET), GET(RTM_GETNEXTHOPBUCKET),
	NEW(RTM_NEWTUNNEL), DEL(RTM_DELTUNNEL), GET(RTM_GETTUNNEL),
	OTHER(RTM_SETLINK, PAYLOAD(link)), OTHER(RTM_SETNEIGHTBL, PAYLOAD(neightbl)), OTHER(RTM_SETDCB, PAYLOAD(dcb_headed)),
	OTHER(RTM_SETSTATS)
};
const struct netlink_protocol netlink_route = {
	NETLINK_ROUTE, "RTM_???", &type_any_family, .messages = messages, .count = sizeof(messages) / sizeof(messages[0])
};
