/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What all netlink protocols share: flags, the messages below NLMSG_MIN_TYPE, scalars of attributes; and the protocols
 * whose messages have names only. See netlink.h.
 */
#include <linux/audit.h>
#include <linux/netlink.h>
#include <linux/selinux_netlink.h>
#include <linux/xfrm.h>
#include "netlink.h"

/* clang-format off */

#define FLAGS_OF_ALL \
	X(NLM_F_REQUEST), X(NLM_F_MULTI), X(NLM_F_ACK), X(NLM_F_ECHO), X(NLM_F_DUMP_INTR), X(NLM_F_DUMP_FILTERED)
FLAGSET(nlmsg_flags, 2, "NLM_F_???", FLAGS_OF_ALL);
FLAGSET(nlmsg_flags_new, 2, "NLM_F_???", FLAGS_OF_ALL, X(NLM_F_REPLACE), X(NLM_F_EXCL), X(NLM_F_CREATE), X(NLM_F_APPEND));
FLAGSET(nlmsg_flags_get, 2, "NLM_F_???", FLAGS_OF_ALL, X(NLM_F_DUMP), X(NLM_F_ROOT), X(NLM_F_MATCH), X(NLM_F_ATOMIC));
FLAGSET(nlmsg_flags_del, 2, "NLM_F_???", FLAGS_OF_ALL, X(NLM_F_NONREC), X(NLM_F_BULK));
FLAGSET(nlmsg_flags_ack, 2, "NLM_F_???", FLAGS_OF_ALL, X(NLM_F_CAPPED), X(NLM_F_ACK_TLVS));
FLAGSET(nla_flags, 2, "NLA_F_???", X(NLA_F_NESTED), X(NLA_F_NET_BYTEORDER));

SCALAR(nlmsg_done, KIND_INT, 4);
/* Shown by the decoder, for a message is in it. */
SCALAR(nlmsgerr, KIND_BINARY, 0);

/* What is behind a head is passed over. */
SCALAR(nothing, KIND_BYTES, 0);
LIST(nlmsg_cookie, u8);
ATTRIBUTES(nlmsgerr_attrs, "NLMSGERR_ATTR_???",
	AB(NLMSGERR_ATTR_UNUSED), A(NLMSGERR_ATTR_MSG, nla_string), A(NLMSGERR_ATTR_OFFS, u32),
	A(NLMSGERR_ATTR_COOKIE, nlmsg_cookie), AB(NLMSGERR_ATTR_POLICY), AB(NLMSGERR_ATTR_MISS_TYPE), AB(NLMSGERR_ATTR_MISS_NEST));

static const struct netlink_message control[] = {
	OTHER(NLMSG_NOOP), ACK(NLMSG_ERROR, PAYLOAD(nlmsgerr)), OTHER(NLMSG_DONE, PAYLOAD(nlmsg_done)),
	OTHER(NLMSG_OVERRUN)
};
#define MESSAGES(messages_) .messages = (messages_), .count = sizeof(messages_) / sizeof((messages_)[0])
const struct netlink_protocol netlink_control = { .unknown = "NLMSG_???", MESSAGES(control) };

static const struct netlink_message xfrm[] = {
	NEW(XFRM_MSG_NEWSA), DEL(XFRM_MSG_DELSA), GET(XFRM_MSG_GETSA), NEW(XFRM_MSG_NEWPOLICY), DEL(XFRM_MSG_DELPOLICY),
	GET(XFRM_MSG_GETPOLICY), OTHER(XFRM_MSG_ALLOCSPI), OTHER(XFRM_MSG_ACQUIRE), OTHER(XFRM_MSG_EXPIRE), OTHER(XFRM_MSG_UPDPOLICY),
	OTHER(XFRM_MSG_UPDSA), OTHER(XFRM_MSG_POLEXPIRE), OTHER(XFRM_MSG_FLUSHSA), OTHER(XFRM_MSG_FLUSHPOLICY),
	NEW(XFRM_MSG_NEWAE), GET(XFRM_MSG_GETAE), OTHER(XFRM_MSG_REPORT), OTHER(XFRM_MSG_MIGRATE), NEW(XFRM_MSG_NEWSADINFO),
	GET(XFRM_MSG_GETSADINFO), NEW(XFRM_MSG_NEWSPDINFO), GET(XFRM_MSG_GETSPDINFO), OTHER(XFRM_MSG_MAPPING),
	OTHER(XFRM_MSG_SETDEFAULT), OTHER(XFRM_MSG_GETDEFAULT)
};
const struct netlink_protocol netlink_xfrm = { NETLINK_XFRM, "XFRM_MSG_???", MESSAGES(xfrm) };

STRUCT(selnl_setenforce, struct selnl_msg_setenforce,
	F(struct selnl_msg_setenforce, val, i32));
STRUCT(selnl_policyload, struct selnl_msg_policyload,
	F(struct selnl_msg_policyload, seqno, u32));
static const struct netlink_message selinux[] = {
	OTHER(SELNL_MSG_SETENFORCE, PAYLOAD(selnl_setenforce)), OTHER(SELNL_MSG_POLICYLOAD, PAYLOAD(selnl_policyload))
};
const struct netlink_protocol netlink_selinux = { NETLINK_SELINUX, "SELNL_MSG_???", MESSAGES(selinux) };

static const struct netlink_message audit[] = {
	OTHER(AUDIT_GET), OTHER(AUDIT_SET), OTHER(AUDIT_LIST), OTHER(AUDIT_ADD), OTHER(AUDIT_DEL), OTHER(AUDIT_USER),
	OTHER(AUDIT_LOGIN), OTHER(AUDIT_WATCH_INS), OTHER(AUDIT_WATCH_REM), OTHER(AUDIT_WATCH_LIST), OTHER(AUDIT_SIGNAL_INFO),
	OTHER(AUDIT_ADD_RULE), OTHER(AUDIT_DEL_RULE), OTHER(AUDIT_LIST_RULES), OTHER(AUDIT_TRIM), OTHER(AUDIT_MAKE_EQUIV),
	OTHER(AUDIT_TTY_GET), OTHER(AUDIT_TTY_SET), OTHER(AUDIT_SET_FEATURE), OTHER(AUDIT_GET_FEATURE), OTHER(AUDIT_USER_AVC),
	OTHER(AUDIT_USER_TTY), OTHER(AUDIT_DAEMON_START), OTHER(AUDIT_DAEMON_END), OTHER(AUDIT_DAEMON_ABORT),
	OTHER(AUDIT_DAEMON_CONFIG), OTHER(AUDIT_SYSCALL), OTHER(AUDIT_PATH), OTHER(AUDIT_IPC), OTHER(AUDIT_SOCKETCALL),
	OTHER(AUDIT_CONFIG_CHANGE), OTHER(AUDIT_SOCKADDR), OTHER(AUDIT_CWD), OTHER(AUDIT_EXECVE), OTHER(AUDIT_IPC_SET_PERM),
	OTHER(AUDIT_MQ_OPEN), OTHER(AUDIT_MQ_SENDRECV), OTHER(AUDIT_MQ_NOTIFY), OTHER(AUDIT_MQ_GETSETATTR),
	OTHER(AUDIT_KERNEL_OTHER), OTHER(AUDIT_FD_PAIR), OTHER(AUDIT_OBJ_PID), OTHER(AUDIT_TTY), OTHER(AUDIT_EOE),
	OTHER(AUDIT_BPRM_FCAPS), OTHER(AUDIT_CAPSET), OTHER(AUDIT_MMAP), OTHER(AUDIT_NETFILTER_PKT), OTHER(AUDIT_NETFILTER_CFG),
	OTHER(AUDIT_SECCOMP), OTHER(AUDIT_PROCTITLE), OTHER(AUDIT_FEATURE_CHANGE), OTHER(AUDIT_REPLACE), OTHER(AUDIT_KERN_MODULE),
	OTHER(AUDIT_FANOTIFY), OTHER(AUDIT_TIME_INJOFFSET), OTHER(AUDIT_TIME_ADJNTPVAL), OTHER(AUDIT_BPF), OTHER(AUDIT_EVENT_LISTENER),
	OTHER(AUDIT_AVC), OTHER(AUDIT_SELINUX_ERR), OTHER(AUDIT_AVC_PATH), OTHER(AUDIT_MAC_POLICY_LOAD), OTHER(AUDIT_MAC_STATUS),
	OTHER(AUDIT_MAC_CONFIG_CHANGE), OTHER(AUDIT_INTEGRITY_DATA), OTHER(AUDIT_INTEGRITY_METADATA),
	OTHER(AUDIT_INTEGRITY_STATUS), OTHER(AUDIT_INTEGRITY_HASH), OTHER(AUDIT_INTEGRITY_PCR), OTHER(AUDIT_INTEGRITY_RULE),
	OTHER(AUDIT_KERNEL)
};
const struct netlink_protocol netlink_audit = { NETLINK_AUDIT, "AUDIT_???", MESSAGES(audit) };

/* clang-format on */

const struct netlink_protocol *netlink_protocol(uint32_t protocol)
{
	static const struct netlink_protocol *const all[] = {&netlink_route, &netlink_diag,
		&netlink_filter, &netlink_xfrm, &netlink_selinux, &netlink_audit, &netlink_generic,
		&netlink_crypto};

	for (unsigned i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (all[i]->protocol == protocol)
			return all[i];
	return &netlink_control;
}
