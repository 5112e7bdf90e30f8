/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The messages of netlink sockets, as tables: for each protocol (NETLINK_ROUTE, ...) its message types, what they carry
 * and the attributes in that. Plain constant data (netlink-*.c), walked by decode-netlink.c alone; nothing of it is
 * needed to capture a message, which is read whole.
 */
#ifndef FAULTLESS_NETLINK_H
#define FAULTLESS_NETLINK_H

#include "types.h"

/* Which bits above the first byte mean something in nlmsg_flags. */
enum netlink_verb { NETLINK_OTHER, NETLINK_NEW, NETLINK_GET, NETLINK_DEL, NETLINK_ACK };

struct netlink_message {
	uint16_t type;
	uint8_t verb; /* enum netlink_verb */
	const char *name;
	const struct type *payload; /* NULL: as the protocol's */
	const struct type *request; /* the same with NLM_F_REQUEST set */
};

/* The messages of a protocol or, of NETLINK_NETFILTER, of one of its subsystems. */
struct netlink_protocol {
	uint32_t protocol;
	const char *unknown;	    /* "RTM_???" */
	const struct type *payload; /* of messages that have none of their own; NULL: bytes */
	const struct type *request; /* the same with NLM_F_REQUEST set; NULL: no other */
	const struct netlink_message *messages;
	unsigned count;
	/* by type >> 8, which is their protocol; NULL: none */
	const struct netlink_protocol *subsystems;
	unsigned nsubsystems;
	const char *name; /* of a subsystem */
	/* shows the type of a message that has no name here; NULL: as a number, or `unknown` */
	void (*print)(struct decode *d, const struct value *v);
};

/* clang-format off */
#define NEW(type_, ...)   { .type = (type_), .verb = NETLINK_NEW, .name = #type_, ##__VA_ARGS__ }
#define GET(type_, ...)   { .type = (type_), .verb = NETLINK_GET, .name = #type_, ##__VA_ARGS__ }
#define DEL(type_, ...)   { .type = (type_), .verb = NETLINK_DEL, .name = #type_, ##__VA_ARGS__ }
#define ACK(type_, ...)   { .type = (type_), .verb = NETLINK_ACK, .name = #type_, ##__VA_ARGS__ }
#define OTHER(type_, ...) { .type = (type_), .verb = NETLINK_OTHER, .name = #type_, ##__VA_ARGS__ }
#define PAYLOAD(t_)       .payload = &type_##t_
#define REQUEST(t_)       .request = &type_##t_

/*
 * ATTRIBUTES(ifla, "IFLA_???", A(IFLA_MTU, u32), ...); one without a type is shown as bytes; WHEN means the message's
 * head.
 */
#define ATTRIBUTES(name_, unknown_, ...) \
	static const struct field members_##name_[] = { __VA_ARGS__ }; \
	const struct type type_##name_ = { .name = #name_, .kind = KIND_ATTRIBUTES, .unknown = (unknown_), \
		.members = members_##name_, .count = sizeof(members_##name_) / sizeof(members_##name_[0]) }
#define A(value_, t_, ...) { .name = #value_, .type = &type_##t_, .offset = (value_), ##__VA_ARGS__ }
#define AB(value_)         { .name = #value_, .offset = (value_) }
#define AV(value_, name_)  { .name = name_, .offset = (value_) } /* no header has the constant */

/*
 * HEADED(link, ifinfomsg, ifla): a struct, and behind it what is there more; of a struct that is cut off the first
 * member is shown, if there are so many bytes.
 */
#define HEADED(name_, head_, rest_) HEADED_MIN(name_, 1, head_, rest_)
#define HEADED_MIN(name_, min_, head_, rest_) \
	static const struct field members_##name_[] = { { .type = &type_##head_ }, { .type = &type_##rest_ } }; \
	const struct type type_##name_ = { .name = #name_, .kind = KIND_HEADED, .size = (min_), .members = members_##name_, .count = 2 }

/* HEADED_OR(name, least, cut, head, rest): what is shorter is of the type @cut_. */
#define HEADED_OR(name_, min_, cut_, head_, rest_) \
	static const struct field members_##name_[] = { { .type = &type_##head_ }, { .type = &type_##rest_ } }; \
	const struct type type_##name_ = { .name = #name_, .kind = KIND_HEADED, .size = (min_), .cut = &type_##cut_, \
		.members = members_##name_, .count = 2 }

/* LIST(name, element): as many as there are. LIST_NAMED: each behind the symbol of its index. */
#define LIST(name_, element_) \
	static const struct field members_##name_[] = { { .type = &type_##element_ } }; \
	const struct type type_##name_ = { .name = #name_, .kind = KIND_LIST, .members = members_##name_, .count = 0 }
#define LIST_NAMED(name_, element_, unknown_, ...) \
	static const struct field members_##name_[] = { { .type = &type_##element_ } }; \
	static const struct symbol symbols_##name_[] = { __VA_ARGS__ }; \
	const struct type type_##name_ = { .name = #name_, .kind = KIND_LIST, .members = members_##name_, .unknown = (unknown_), \
		.symbols = symbols_##name_, .count = sizeof(symbols_##name_) / sizeof(symbols_##name_[0]) }
/* clang-format on */

/* netlink_generic_family - shows the family of a message of NETLINK_GENERIC, whose number the kernel gave out. */
void netlink_generic_family(struct decode *d, const struct value *v);

/* netlink_protocol - the messages of @protocol, NETLINK_*; those that all have, if it is not known. Never NULL. */
const struct netlink_protocol *netlink_protocol(uint32_t protocol);

/* clang-format off */
extern const struct netlink_protocol netlink_control, netlink_route, netlink_diag, netlink_filter, netlink_xfrm,
	netlink_selinux, netlink_audit, netlink_generic, netlink_crypto;

/* of the headers and payloads that all protocols share (netlink.c) */
TYPE(nlmsg_flags); TYPE(nlmsg_flags_new); TYPE(nlmsg_flags_get); TYPE(nlmsg_flags_del); TYPE(nlmsg_flags_ack);
TYPE(nla_flags); TYPE(nlmsgerr_attrs); TYPE(nlmsgerr); TYPE(nlmsg_done); TYPE(nothing);
/* scalars and leaves of attributes (netlink.c, leaf-netlink.c) */
TYPE(nla_string); TYPE(nla_name); TYPE(nla_kind); TYPE(nla_hwaddr); TYPE(nla_address); TYPE(nla_in); TYPE(nla_in6); TYPE(nla_be64);
TYPE(nla_ticks); TYPE(nla_protocol); TYPE(nla_hex); TYPE(via_in6); TYPE(idiag_src); TYPE(idiag_dst);
TYPE(info_data); TYPE(info_xstats); TYPE(diag_shutdown); TYPE(diag_shutdown_flags); TYPE(diag_filter);
TYPE(diag_operand); TYPE(diag_hostcond); TYPE(hostcond_in6); TYPE(tcpm_in6); TYPE(diag_bytecode_one); TYPE(nf_res_id);
/* what the leaves choose from (netlink-route.c) */
TYPE(ifla_br); TYPE(ifla_tun); TYPE(can_stats);
/* clang-format on */

#endif
