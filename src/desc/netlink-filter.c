// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * The messages of NETLINK_NETFILTER, by subsystem, and of NETLINK_GENERIC, whose types the kernel gives out. Of both the
 * head and the attributes' numbers are shown. See netlink.h.
 */
#include <linux/netlink.h>
#include <linux/netfilter/ipset/ip_set.h>
#include <linux/netfilter/nf_tables.h>
#include <linux/netfilter/nf_tables_compat.h>
#include <linux/netfilter/nfnetlink.h>
#include <linux/netfilter/nfnetlink_acct.h>
#include <linux/netfilter/nfnetlink_conntrack.h>
#include <linux/netfilter/nfnetlink_cthelper.h>
#include <linux/netfilter/nfnetlink_cttimeout.h>
#include <linux/netfilter/nfnetlink_hook.h>
#include <linux/netfilter/nfnetlink_log.h>
#include <linux/netfilter/nfnetlink_osf.h>
#include <linux/netfilter/nfnetlink_queue.h>
#include "netlink.h"

/* clang-format off */

ENUM(nfnetlink_version, 1, "NFNETLINK_???", X(NFNETLINK_V0));
STRUCT(nfgenmsg, struct nfgenmsg,
	F(struct nfgenmsg, nfgen_family, address_family),
	F(struct nfgenmsg, version, nfnetlink_version),
	F(struct nfgenmsg, res_id, nf_res_id));
ATTRIBUTES(nf_attrs, "");
HEADED_MIN(nf_message, sizeof(struct nfgenmsg), nfgenmsg, nf_attrs);
HEADED_MIN(nf_batch, sizeof(struct nfgenmsg), nfgenmsg, binary);

static const struct netlink_message conntrack[] = {
	NEW(IPCTNL_MSG_CT_NEW), GET(IPCTNL_MSG_CT_GET), DEL(IPCTNL_MSG_CT_DELETE), GET(IPCTNL_MSG_CT_GET_CTRZERO),
	GET(IPCTNL_MSG_CT_GET_STATS_CPU), GET(IPCTNL_MSG_CT_GET_STATS), GET(IPCTNL_MSG_CT_GET_DYING), GET(IPCTNL_MSG_CT_GET_UNCONFIRMED)
};
static const struct netlink_message expected[] = {
	NEW(IPCTNL_MSG_EXP_NEW), GET(IPCTNL_MSG_EXP_GET), DEL(IPCTNL_MSG_EXP_DELETE), GET(IPCTNL_MSG_EXP_GET_STATS_CPU)
};
static const struct netlink_message queue[] = {
	OTHER(NFQNL_MSG_PACKET), OTHER(NFQNL_MSG_VERDICT), OTHER(NFQNL_MSG_CONFIG), OTHER(NFQNL_MSG_VERDICT_BATCH)
};
static const struct netlink_message ulog[] = { OTHER(NFULNL_MSG_PACKET), OTHER(NFULNL_MSG_CONFIG) };
static const struct netlink_message osf[] = { OTHER(OSF_MSG_ADD), OTHER(OSF_MSG_REMOVE) };
static const struct netlink_message ipset[] = {
	OTHER(IPSET_CMD_NONE), OTHER(IPSET_CMD_PROTOCOL), OTHER(IPSET_CMD_CREATE), OTHER(IPSET_CMD_DESTROY), OTHER(IPSET_CMD_FLUSH),
	OTHER(IPSET_CMD_RENAME), OTHER(IPSET_CMD_SWAP), OTHER(IPSET_CMD_LIST), OTHER(IPSET_CMD_SAVE), OTHER(IPSET_CMD_ADD),
	OTHER(IPSET_CMD_DEL), OTHER(IPSET_CMD_TEST), OTHER(IPSET_CMD_HEADER), OTHER(IPSET_CMD_TYPE), OTHER(IPSET_CMD_GET_BYNAME),
	OTHER(IPSET_CMD_GET_BYINDEX), OTHER(IPSET_CMD_RESTORE), OTHER(IPSET_CMD_HELP), OTHER(IPSET_CMD_VERSION), OTHER(IPSET_CMD_QUIT),
	OTHER(IPSET_CMD_COMMIT)
};
static const struct netlink_message acct[] = {
	NEW(NFNL_MSG_ACCT_NEW), GET(NFNL_MSG_ACCT_GET), GET(NFNL_MSG_ACCT_GET_CTRZERO), DEL(NFNL_MSG_ACCT_DEL),
	OTHER(NFNL_MSG_ACCT_OVERQUOTA)
};
static const struct netlink_message timeout[] = {
	NEW(IPCTNL_MSG_TIMEOUT_NEW), GET(IPCTNL_MSG_TIMEOUT_GET), DEL(IPCTNL_MSG_TIMEOUT_DELETE), OTHER(IPCTNL_MSG_TIMEOUT_DEFAULT_SET),
	OTHER(IPCTNL_MSG_TIMEOUT_DEFAULT_GET)
};
static const struct netlink_message helper[] = {
	NEW(NFNL_MSG_CTHELPER_NEW), GET(NFNL_MSG_CTHELPER_GET), DEL(NFNL_MSG_CTHELPER_DEL)
};
static const struct netlink_message nftables[] = {
	NEW(NFT_MSG_NEWTABLE), GET(NFT_MSG_GETTABLE), DEL(NFT_MSG_DELTABLE), NEW(NFT_MSG_NEWCHAIN), GET(NFT_MSG_GETCHAIN),
	DEL(NFT_MSG_DELCHAIN), NEW(NFT_MSG_NEWRULE), GET(NFT_MSG_GETRULE), DEL(NFT_MSG_DELRULE), NEW(NFT_MSG_NEWSET),
	GET(NFT_MSG_GETSET), DEL(NFT_MSG_DELSET), NEW(NFT_MSG_NEWSETELEM), GET(NFT_MSG_GETSETELEM), DEL(NFT_MSG_DELSETELEM),
	NEW(NFT_MSG_NEWGEN), GET(NFT_MSG_GETGEN), OTHER(NFT_MSG_TRACE), NEW(NFT_MSG_NEWOBJ), GET(NFT_MSG_GETOBJ), DEL(NFT_MSG_DELOBJ),
	GET(NFT_MSG_GETOBJ_RESET), NEW(NFT_MSG_NEWFLOWTABLE), GET(NFT_MSG_GETFLOWTABLE), DEL(NFT_MSG_DELFLOWTABLE),
	/* 6.2 to 6.4 */
	{ 25, NETLINK_GET, "NFT_MSG_GETRULE_RESET" }, { 26, NETLINK_DEL, "NFT_MSG_DESTROYTABLE" },
	{ 27, NETLINK_DEL, "NFT_MSG_DESTROYCHAIN" }, { 28, NETLINK_DEL, "NFT_MSG_DESTROYRULE" },
	{ 29, NETLINK_DEL, "NFT_MSG_DESTROYSET" }, { 30, NETLINK_DEL, "NFT_MSG_DESTROYSETELEM" },
	{ 31, NETLINK_DEL, "NFT_MSG_DESTROYOBJ" }, { 32, NETLINK_DEL, "NFT_MSG_DESTROYFLOWTABLE" },
	{ 33, NETLINK_GET, "NFT_MSG_GETSETELEM_RESET" }
};
static const struct netlink_message compat[] = { GET(NFNL_MSG_COMPAT_GET) };
static const struct netlink_message hook[] = { GET(NFNL_MSG_HOOK_GET) };

#define SUBSYSTEM(id_, unknown_, messages_) \
	{ .protocol = (id_), .name = #id_, .unknown = (unknown_), .messages = (messages_), .count = sizeof(messages_) / sizeof((messages_)[0]) }
static const struct netlink_protocol subsystems[] = {
	{ .protocol = NFNL_SUBSYS_NONE, .name = "NFNL_SUBSYS_NONE" },
	SUBSYSTEM(NFNL_SUBSYS_CTNETLINK, "IPCTNL_MSG_CT_???", conntrack),
	SUBSYSTEM(NFNL_SUBSYS_CTNETLINK_EXP, "IPCTNL_MSG_EXP_???", expected),
	SUBSYSTEM(NFNL_SUBSYS_QUEUE, "NFQNL_MSG_???", queue),
	SUBSYSTEM(NFNL_SUBSYS_ULOG, "NFULNL_MSG_???", ulog),
	SUBSYSTEM(NFNL_SUBSYS_OSF, "OSF_MSG_???", osf),
	SUBSYSTEM(NFNL_SUBSYS_IPSET, "IPSET_CMD_???", ipset),
	SUBSYSTEM(NFNL_SUBSYS_ACCT, "NFNL_MSG_ACCT_???", acct),
	SUBSYSTEM(NFNL_SUBSYS_CTNETLINK_TIMEOUT, "IPCTNL_MSG_TIMEOUT_???", timeout),
	SUBSYSTEM(NFNL_SUBSYS_CTHELPER, "NFNL_MSG_CTHELPER_???", helper),
	SUBSYSTEM(NFNL_SUBSYS_NFTABLES, "NFT_MSG_???", nftables),
	SUBSYSTEM(NFNL_SUBSYS_NFT_COMPAT, "NFNL_MSG_COMPAT_???", compat),
	SUBSYSTEM(NFNL_SUBSYS_HOOK, "NFT_MSG_HOOK_???", hook)
};

static const struct netlink_message batch[] = {
	OTHER(NFNL_MSG_BATCH_BEGIN, PAYLOAD(nf_batch)), OTHER(NFNL_MSG_BATCH_END, PAYLOAD(nf_batch))
};
const struct netlink_protocol netlink_filter = {
	NETLINK_NETFILTER, "NFNL_SUBSYS_???", &type_nf_message, .messages = batch, .count = sizeof(batch) / sizeof(batch[0]),
	.subsystems = subsystems, .nsubsystems = sizeof(subsystems) / sizeof(subsystems[0])
};

const struct netlink_protocol netlink_generic = {
	NETLINK_GENERIC, "GENERIC_FAMILY_???", .print = netlink_generic_family
};
