// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Print hooks of sockets: parts of addresses, options, control messages; and of futexes. A hook may only print; what it
 * prints was read by a plan.
 */
#include <arpa/inet.h>
#include <linux/errqueue.h>
#include <linux/filter.h>
#include <linux/futex.h>
#include <net/if.h>
#include <linux/if_packet.h>
#include <linux/netlink.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include "../decode.h"
#include "leaf.h"
#include "types.h"

static void begin(struct decode *d, enum group group)
{
	decode_sink(d)->ops->begin(decode_sink(d), group);
}

static void end(struct decode *d, enum group group)
{
	decode_sink(d)->ops->end(decode_sink(d), group);
}

static void bytes(struct decode *d, const void *data, size_t len, unsigned flags)
{
	decode_sink(d)->ops->bytes(decode_sink(d), data, len, flags);
}

/* ---- addresses ---- */

/* Bytes that are shown whole, however many. */
static void leaf_all_bytes(struct decode *d, const struct value *v)
{
	bytes(d, v->bytes, v->len, 0);
}

LEAF(all_bytes, 0, leaf_all_bytes);

/* "/run/x.sock", or @"x", which is in no file system and may hold NULs. */
static void leaf_sun_path(struct decode *d, const struct value *v)
{
	size_t len = v->len < sizeof(((struct sockaddr_un *)0)->sun_path)
			     ? v->len
			     : sizeof(((struct sockaddr_un *)0)->sun_path);

	if (v->bytes[0]) {
		bytes(d, v->bytes, strnlen((const char *)v->bytes, len), BYTES_STRING | BYTES_PATH);
		return;
	}
	decode_text(d, "@");
	bytes(d, v->bytes + 1, len - 1, 0);
}

LEAF(sun_path, 0, leaf_sun_path);

/* A string that is not the tracee's, quoted as its strings are. */
static void quoted(struct decode *d, const char *text)
{
	bytes(d, text, strlen(text), BYTES_STRING);
}

static void leaf_inet_addr(struct decode *d, const struct value *v)
{
	char text[INET_ADDRSTRLEN] = "";

	inet_ntop(AF_INET, v->bytes, text, sizeof(text));
	decode_text(d, "inet_addr(");
	quoted(d, text);
	decode_text(d, ")");
}

LEAF_WORDS(inet_addr, 4, all_binary, leaf_inet_addr);

void leaf_in6(struct decode *d, const unsigned char *addr, const char *member)
{
	char text[INET6_ADDRSTRLEN] = "";

	inet_ntop(AF_INET6, addr, text, sizeof(text));
	decode_text(d, "inet_pton(AF_INET6, ");
	quoted(d, text);
	if (member && decode_constants(d) == OPTIONS_CONSTS_ABBREV)
		decode_text(d, ", &%s)", member);
	else
		decode_text(d, ")");
}

static void leaf_sin6_addr(struct decode *d, const struct value *v)
{
	leaf_in6(d, v->bytes, "sin6_addr");
}

static void leaf_ipv6mr_addr(struct decode *d, const struct value *v)
{
	leaf_in6(d, v->bytes, "ipv6mr_multiaddr");
}

LEAF_WITH_NAME(sin6_addr, 16, all_binary, leaf_sin6_addr);
LEAF_WITH_NAME(ipv6mr_addr, 16, all_binary, leaf_ipv6mr_addr);

static void leaf_ifindex(struct decode *d, const struct value *v)
{
	char name[IF_NAMESIZE];

	if (!v->raw || !if_indextoname(v->raw, name)) {
		decode_text(d, "%u", (unsigned)v->raw);
	} else if (decode_words_begin(d, &type_u32, v)) {
		decode_text(d, "if_nametoindex(");
		quoted(d, name);
		decode_text(d, ")");
		decode_words_end(d);
	}
}

LEAF(ifindex, 4, leaf_ifindex);

/* An interface, if the address is one of a link. */
static void leaf_scope_id(struct decode *d, const struct value *v)
{
	const struct in6_addr *addr =
		(const void *)(v->base + offsetof(struct sockaddr_in6, sin6_addr));

	if (v->base && (IN6_IS_ADDR_LINKLOCAL(addr) || IN6_IS_ADDR_MC_LINKLOCAL(addr)))
		leaf_ifindex(d, v);
	else
		decode_text(d, "%u", (unsigned)v->raw);
}

LEAF(scope_id, 4, leaf_scope_id);

/* sll_halen bytes of it. */
static void leaf_sll_addr(struct decode *d, const struct value *v)
{
	uint64_t len = v->len;

	decode_sibling(d, v, "sll_halen", &len);
	begin(d, GROUP_ARRAY);
	for (uint64_t i = 0; i < len && i < v->len; i++) {
		leaf_field(d, NULL);
		decode_text(d, "%#02x", v->bytes[i]);
	}
	if (len > v->len)
		decode_sink(d)->ops->more(decode_sink(d));
	end(d, GROUP_ARRAY);
}

LEAF(sll_addr, 0, leaf_sll_addr);

/* 01:02:03:04:05:06 */
static void leaf_mac(struct decode *d, const struct value *v)
{
	for (size_t i = 0; i < v->len; i++)
		decode_text(d, "%s%02x", i ? ":" : "", v->bytes[i]);
}

LEAF_WORDS(mac, 0, all_binary, leaf_mac);

/* Bytes of an array of interfaces. */
static void leaf_ifc_len(struct decode *d, const struct value *v)
{
	int len = v->raw;

	if (len > 0 && len % sizeof(struct ifreq) == 0)
		decode_text(
			d, "%d /* %zu * sizeof(struct ifreq) */", len, len / sizeof(struct ifreq));
	else
		decode_text(d, "%d", len);
}

LEAF(ifc_len, 4, leaf_ifc_len);

/* -1 has no other meaning than "not set". */
static void leaf_uid_signed(struct decode *d, const struct value *v)
{
	if ((uint32_t)v->raw == UINT32_MAX)
		decode_text(d, "-1");
	else
		decode_sink(d)->ops->scalar(decode_sink(d), &type_uid, v->raw);
}

LEAF(uid_signed, 4, leaf_uid_signed);

/* ---- options ---- */

/* Names of options, by level. */
static const struct level {
	int level;
	const struct type *set, *get;
} levels[] = {
	/* clang-format off */
	{ SOL_SOCKET, &type_sockopt_socket, &type_sockopt_socket_get },
	{ SOL_IP, &type_sockopt_ip, &type_sockopt_ip_get },
	{ SOL_IPV6, &type_sockopt_ipv6, &type_sockopt_ipv6_get },
	{ IPPROTO_TCP, &type_sockopt_tcp, &type_sockopt_tcp },
	{ IPPROTO_UDP, &type_sockopt_udp, &type_sockopt_udp },
	{ IPPROTO_SCTP, &type_sockopt_sctp, &type_sockopt_sctp },
	{ SOL_RAW, &type_sockopt_raw, &type_sockopt_raw },
	{ 256, &type_sockopt_ipx, &type_sockopt_ipx },		/* SOL_IPX */
	{ 257, &type_sockopt_ax25, &type_sockopt_ax25 },	/* SOL_AX25 */
	{ SOL_PACKET, &type_sockopt_packet, &type_sockopt_packet },
	{ SOL_IRDA, &type_sockopt_irda, &type_sockopt_irda },
	{ SOL_LLC, &type_sockopt_llc, &type_sockopt_llc },
	{ SOL_DCCP, &type_sockopt_dccp, &type_sockopt_dccp },
	{ SOL_NETLINK, &type_sockopt_netlink, &type_sockopt_netlink },
	{ SOL_TIPC, &type_sockopt_tipc, &type_sockopt_tipc },
	{ SOL_RXRPC, &type_sockopt_rxrpc, &type_sockopt_rxrpc },
	{ SOL_PPPOL2TP, &type_sockopt_pppol2tp, &type_sockopt_pppol2tp },
	{ SOL_BLUETOOTH, &type_sockopt_bluetooth, &type_sockopt_bluetooth },
	{ SOL_PNPIPE, &type_sockopt_pnpipe, &type_sockopt_pnpipe },
	{ SOL_RDS, &type_sockopt_rds, &type_sockopt_rds_get },
	{ SOL_IUCV, &type_sockopt_iucv, &type_sockopt_iucv },
	{ SOL_CAIF, &type_sockopt_caif, &type_sockopt_caif },
	{ SOL_ALG, &type_sockopt_alg, &type_sockopt_alg },
	{ SOL_NFC, &type_sockopt_nfc, &type_sockopt_nfc },
	{ SOL_KCM, &type_sockopt_kcm, &type_sockopt_kcm },
	{ SOL_TLS, &type_sockopt_tls, &type_sockopt_tls },
	{ SOL_XDP, &type_sockopt_xdp, &type_sockopt_xdp },
	{ AF_VSOCK, &type_sockopt_vsock, &type_sockopt_vsock },
	{ 101, &type_sockopt_can_raw, &type_sockopt_can_raw },	/* SOL_CAN_RAW */
	/* clang-format on */
};

static void show_option(struct decode *d, const struct value *v, bool get)
{
	const struct type *type = &type_u32;
	uint64_t level = 0;

	decode_sibling(d, v, "level", &level);
	for (unsigned i = 0; i < sizeof(levels) / sizeof(levels[0]); i++)
		if ((uint32_t)levels[i].level == (uint32_t)level)
			type = get ? levels[i].get : levels[i].set;
	decode_sink(d)->ops->scalar(decode_sink(d), type, (uint32_t)v->raw);
}

static void leaf_sockopt_set(struct decode *d, const struct value *v)
{
	show_option(d, v, false);
}

static void leaf_sockopt_get(struct decode *d, const struct value *v)
{
	show_option(d, v, true);
}

LEAF(sockopt_set, 4, leaf_sockopt_set);
LEAF(sockopt_get, 4, leaf_sockopt_get);

/* How the value of an option is shown; an option that is not here is a number if it has four bytes, else bytes. */
enum option_form {
	FORM_SET = 1,	 /* setsockopt takes it */
	FORM_GET = 2,	 /* getsockopt gives it */
	FORM_EXACT = 4,	 /* setsockopt: no longer than the type either */
	FORM_NUMBER = 8, /* an int, in brackets */
};

static const struct option {
	int level, name;
	unsigned form;
	const struct type *type;
} options[] = {
	/* clang-format off */
	{ SOL_SOCKET, SO_LINGER, FORM_SET | FORM_GET, &type_linger },
	{ SOL_SOCKET, SO_PEERCRED, FORM_GET, &type_ucred },
	{ SOL_SOCKET, SO_ERROR, FORM_GET | FORM_NUMBER, &type_error },
	{ SOL_SOCKET, 74 /* SO_TXREHASH */, FORM_SET | FORM_GET | FORM_NUMBER, &type_txrehash },
	{ SOL_IP, IP_ADD_MEMBERSHIP, FORM_SET, &type_ip_mreq },
	{ SOL_IP, IP_DROP_MEMBERSHIP, FORM_SET, &type_ip_mreq },
	{ SOL_IP, MCAST_JOIN_GROUP, FORM_SET, &type_group_req },
	{ SOL_IP, MCAST_LEAVE_GROUP, FORM_SET, &type_group_req },
	{ SOL_IPV6, MCAST_JOIN_GROUP, FORM_SET, &type_group_req },
	{ SOL_IPV6, MCAST_LEAVE_GROUP, FORM_SET, &type_group_req },
	{ SOL_IPV6, IPV6_ADD_MEMBERSHIP, FORM_SET, &type_ipv6_mreq },
	{ SOL_IPV6, IPV6_DROP_MEMBERSHIP, FORM_SET, &type_ipv6_mreq },
	{ SOL_IPV6, IPV6_JOIN_ANYCAST, FORM_SET, &type_ipv6_mreq },
	{ SOL_IPV6, IPV6_LEAVE_ANYCAST, FORM_SET, &type_ipv6_mreq },
	{ SOL_PACKET, PACKET_ADD_MEMBERSHIP, FORM_SET | FORM_EXACT, &type_packet_mreq },
	{ SOL_PACKET, PACKET_DROP_MEMBERSHIP, FORM_SET | FORM_EXACT, &type_packet_mreq },
	{ SOL_PACKET, PACKET_STATISTICS, FORM_GET, &type_tpacket_stats },
	{ SOL_PACKET, PACKET_RX_RING, FORM_SET | FORM_EXACT, &type_tpacket_req },
	{ SOL_PACKET, PACKET_TX_RING, FORM_SET | FORM_EXACT, &type_tpacket_req },
	/* clang-format on */
};

/* Options that are numbers whatever length they are given: all of SOL_NETLINK, and these of SOL_SOCKET. */
static const unsigned char number_options[] = {
	/* clang-format off */
	SO_DEBUG, SO_REUSEADDR, SO_DONTROUTE, SO_BROADCAST, SO_SNDBUF, SO_RCVBUF, SO_KEEPALIVE, SO_OOBINLINE,
	SO_NO_CHECK, SO_PRIORITY, SO_BSDCOMPAT, SO_REUSEPORT, SO_PASSCRED, SO_RCVLOWAT, SO_SNDLOWAT, SO_DETACH_FILTER,
	SO_TIMESTAMP_OLD, SO_ACCEPTCONN, SO_SNDBUFFORCE, SO_RCVBUFFORCE, SO_PASSSEC, SO_TIMESTAMPNS_OLD, SO_MARK,
	SO_TIMESTAMPING_OLD, SO_RXQ_OVFL, SO_WIFI_STATUS, SO_PEEK_OFF, SO_NOFCS, SO_LOCK_FILTER, SO_SELECT_ERR_QUEUE,
	SO_BUSY_POLL, SO_INCOMING_CPU, SO_CNX_ADVICE, SO_INCOMING_NAPI_ID, SO_ZEROCOPY, SO_TIMESTAMP_NEW,
	SO_TIMESTAMPNS_NEW, SO_TIMESTAMPING_NEW, SO_DETACH_REUSEPORT_BPF, SO_PREFER_BUSY_POLL, SO_BUSY_POLL_BUDGET,
	SO_RESERVE_MEM, 75 /* SO_RCVMARK */,
	/* clang-format on */
};

static bool is_number_option(uint64_t level, uint64_t name)
{
	if (level == SOL_NETLINK)
		return true;
	if (level == SOL_SOCKET)
		for (unsigned i = 0; i < sizeof(number_options); i++)
			if (number_options[i] == name)
				return true;
	return false;
}

static void show_number(struct decode *d, const struct type *type, const struct value *v)
{
	begin(d, GROUP_ARRAY);
	leaf_field(d, NULL);
	decode_bytes(d, type, v->bytes, sizeof(int), v->addr);
	end(d, GROUP_ARRAY);
}

/* Bytes of a number or a member that was cut off: "\x05\x00". */
static void show_piece(struct decode *d, const unsigned char *data, size_t len)
{
	decode_text(d, "\"");
	for (size_t i = 0; i < len; i++)
		decode_text(d, "\\x%02x", data[i]);
	decode_text(d, "\"");
}

/* A struct of which getsockopt gave only the beginning: the member that it ends in is a piece. */
static void show_beginning(struct decode *d, const struct type *type, const struct value *v)
{
	begin(d, GROUP_STRUCT);
	for (unsigned i = 0; i < type->count && type->members[i].offset < v->len; i++) {
		const struct field *f = &type->members[i];

		leaf_field(d, f->name);
		if (f->offset + (size_t)f->size <= v->len)
			decode_bytes(d, f->type, v->bytes + f->offset, f->size, 0);
		else
			show_piece(d, v->bytes + f->offset, v->len - f->offset);
	}
	end(d, GROUP_STRUCT);
}

static void leaf_sockopt_value(struct decode *d, const struct value *v)
{
	unsigned form = v->at_exit ? FORM_GET : FORM_SET;
	uint64_t level = 0, name = 0;
	const struct type *numbers = &type_i32;
	bool number;

	if (!v->len && form == FORM_GET) {
		decode_sink(d)->ops->address(decode_sink(d), v->addr);
		return;
	}
	decode_sibling(d, v, "level", &level);
	decode_sibling(d, v, "optname", &name);
	level = (uint32_t)level;
	name = (uint32_t)name;
	for (unsigned i = 0; i < sizeof(options) / sizeof(options[0]); i++) {
		const struct option *o = &options[i];

		if ((unsigned)o->level != level || (unsigned)o->name != name || !(o->form & form))
			continue;
		if (o->form & FORM_NUMBER) {
			numbers = o->type;
			break;
		}
		if (v->len >= o->type->size && !(o->form & FORM_EXACT && v->len != o->type->size))
			decode_bytes(d, o->type, v->bytes, o->type->size, v->addr);
		else if (form == FORM_GET)
			show_beginning(d, o->type, v);
		else
			decode_sink(d)->ops->address(decode_sink(d), v->addr);
		return;
	}
	number = numbers != &type_i32 || is_number_option(level, name);
	if (level == SOL_RAW && name == 1 /* ICMP_FILTER */ && v->len >= sizeof(int))
		decode_bytes(d, &type_icmp_filter, v->bytes, 4, 0);
	else if (v->len == sizeof(int) || (number && v->len > sizeof(int)))
		show_number(d, numbers, v);
	else if (number && form == FORM_SET)
		decode_sink(d)->ops->address(decode_sink(d), v->addr);
	else if (number)
		show_piece(d, v->bytes, v->len);
	else
		decode_bytes(d, &type_bytes, v->bytes, v->len, v->addr);
}

LEAF(sockopt_value, 0, leaf_sockopt_value);

/* ---- control messages ---- */

static void decode_fd(struct decode *d, const unsigned char *data, bool at_exit)
{
	int fd;

	memcpy(&fd, data, sizeof(fd));
	decode_number(d, &type_fd, fd, at_exit);
}

static void show_numbers(struct decode *d, const struct type *type, const unsigned char *data,
	size_t len, bool at_exit)
{
	uint64_t limit = decode_shows_all(d) ? UINT64_MAX : decode_limit(d);

	begin(d, GROUP_ARRAY);
	for (size_t i = 0; i + type->size <= len; i += type->size) {
		if (!limit--) {
			decode_sink(d)->ops->more(decode_sink(d));
			break;
		}
		leaf_field(d, NULL);
		if (type == &type_fd)
			decode_fd(d, data + i, at_exit);
		else
			decode_bytes(d, type, data + i, type->size, 0);
	}
	end(d, GROUP_ARRAY);
}

static void show_error(struct decode *d, const unsigned char *data, size_t len)
{
	struct sock_extended_err e;

	memcpy(&e, data, sizeof(e));
	begin(d, GROUP_STRUCT);
	leaf_scalar(d, "ee_errno", &type_u32, e.ee_errno);
	leaf_scalar(d, "ee_origin", &type_u8, e.ee_origin);
	leaf_scalar(d, "ee_type", &type_u8, e.ee_type);
	leaf_scalar(d, "ee_code", &type_u8, e.ee_code);
	leaf_scalar(d, "ee_info", &type_u32, e.ee_info);
	leaf_scalar(d, "ee_data", &type_u32, e.ee_data);
	leaf_field(d, "offender");
	decode_bytes(d, &type_sockaddr, data + sizeof(e), len - sizeof(e), 0);
	end(d, GROUP_STRUCT);
}

/*
 * What the data of a control message are: one of @type, or with .array as many as there are. With fewer than .least
 * bytes they are not shown, or as the words .cut.
 */
static const struct control {
	int level, name;
	const struct type *type;
	bool array;
	size_t least;
	const char *cut;
} controls[] = {
	/* clang-format off */
	{ SOL_SOCKET, SCM_RIGHTS, &type_fd, true },
	{ SOL_SOCKET, SCM_CREDENTIALS, &type_ucred, false, sizeof(struct ucred) },
	{ SOL_SOCKET, 3 /* SCM_SECURITY */, &type_all_bytes, false },
	{ SOL_SOCKET, SO_TIMESTAMP_OLD, &type_timeval, false, 16, "???" },
	{ SOL_SOCKET, SO_TIMESTAMP_NEW, &type_timeval, false, 16, "???" },
	{ SOL_SOCKET, SO_TIMESTAMPNS_OLD, &type_timespec, false, 16, "???" },
	{ SOL_SOCKET, SO_TIMESTAMPNS_NEW, &type_timespec, false, 16, "???" },
	{ SOL_SOCKET, SO_TIMESTAMPING_OLD, &type_timespec, true, 48, "???" },
	{ SOL_SOCKET, SO_TIMESTAMPING_NEW, &type_timespec, true, 48, "???" },
	{ SOL_IP, IP_TOS, &type_x8, true },
	{ SOL_IP, IP_TTL, &type_u32, true },
	{ SOL_IP, 3 /* SCM_SECURITY */, &type_all_bytes, false },
	{ SOL_IP, IP_RECVOPTS, &type_x8, true },
	{ SOL_IP, IP_RETOPTS, &type_x8, true },
	{ SOL_IP, IP_PKTINFO, &type_in_pktinfo, false, sizeof(struct in_pktinfo) },
	{ SOL_IP, IP_ORIGDSTADDR, &type_sockaddr, false, sizeof(struct sockaddr_in) },
	{ SOL_IP, IP_CHECKSUM, &type_u32, true },
	/* clang-format on */
};

static void show_control_data(struct decode *d, const struct cmsghdr *c, const unsigned char *data,
	size_t len, bool at_exit)
{
	for (unsigned i = 0; i < sizeof(controls) / sizeof(controls[0]); i++) {
		const struct control *form = &controls[i];

		if (form->level != c->cmsg_level || form->name != c->cmsg_type)
			continue;
		if (!len || (len < form->least && !form->cut) ||
			(form->array && len < form->type->size && !form->cut))
			return;
		leaf_field(d, "cmsg_data");
		if (len < form->least)
			decode_text(d, "%s", form->cut);
		else if (form->array)
			show_numbers(d, form->type, data, form->least ? form->least : len, at_exit);
		else
			decode_bytes(d, form->type, data,
				form->type->kind == KIND_STRUCT ? form->type->size : len, 0);
		return;
	}
	if (c->cmsg_level == SOL_IP && c->cmsg_type == IP_RECVERR &&
		len >= sizeof(struct sock_extended_err) + sizeof(struct sockaddr_in)) {
		leaf_field(d, "cmsg_data");
		show_error(d, data, sizeof(struct sock_extended_err) + sizeof(struct sockaddr_in));
	}
}

/* struct compat_cmsghdr, of 32-bit tasks */
struct narrow_cmsghdr {
	uint32_t cmsg_len;
	int32_t cmsg_level, cmsg_type;
};

static void load_head(const unsigned char *bytes, bool narrow, struct cmsghdr *ret_head)
{
	struct narrow_cmsghdr n;

	if (!narrow) {
		memcpy(ret_head, bytes, sizeof(*ret_head));
		return;
	}
	memcpy(&n, bytes, sizeof(n));
	ret_head->cmsg_len = n.cmsg_len;
	ret_head->cmsg_level = n.cmsg_level;
	ret_head->cmsg_type = n.cmsg_type;
}

/* [{cmsg_len=20, cmsg_level=SOL_SOCKET, cmsg_type=SCM_RIGHTS, cmsg_data=[5]}] */
static void show_messages(struct decode *d, const struct value *v, bool narrow)
{
	size_t head = narrow ? sizeof(struct narrow_cmsghdr) : sizeof(struct cmsghdr);
	size_t at = 0, left = v->len, len;
	struct cmsghdr c;

	if (left < head) {
		decode_sink(d)->ops->address(decode_sink(d), v->addr);
		return;
	}
	begin(d, GROUP_ARRAY);
	while (left) {
		leaf_field(d, NULL);
		if (left < head) {
			decode_text(d, "... /* %#llx */", (unsigned long long)(v->addr + at));
			break;
		}
		load_head(v->bytes + at, narrow, &c);
		begin(d, GROUP_STRUCT);
		leaf_scalar(d, "cmsg_len", &type_size, c.cmsg_len);
		leaf_scalar(d, "cmsg_level", &type_cmsg_level, (uint32_t)c.cmsg_level);
		leaf_scalar(d, "cmsg_type",
			c.cmsg_level == SOL_SOCKET ? &type_scm_socket
			: c.cmsg_level == SOL_IP   ? &type_scm_ip
						   : &type_x32,
			(uint32_t)c.cmsg_type);
		len = c.cmsg_len < left ? c.cmsg_len : left;
		if (len < head)
			len = head;
		show_control_data(d, &c, v->bytes + at + head, len - head, v->at_exit);
		end(d, GROUP_STRUCT);
		len = narrow ? (len + 3) & ~3ULL : CMSG_ALIGN(len);
		if (len >= left)
			break;
		at += len;
		left -= len;
	}
	end(d, GROUP_ARRAY);
}

static void leaf_cmsg(struct decode *d, const struct value *v)
{
	show_messages(d, v, false);
}

static void leaf_cmsg32(struct decode *d, const struct value *v)
{
	show_messages(d, v, true);
}

LEAF(cmsg, 0, leaf_cmsg);
LEAF(cmsg32, 0, leaf_cmsg32);

/* ---- futexes ---- */

static void show_wake(struct decode *d, const struct type *type, unsigned value, unsigned shift)
{
	if (!decode_symbol(type, value)) {
		decode_text(d, "%#x<<%u /* %s */", value, shift, type->unknown);
		return;
	}
	decode_sink(d)->ops->scalar(decode_sink(d), type, value);
	decode_text(d, "<<%u", shift);
}

/* The sixth argument of FUTEX_WAKE_OP. */
static void leaf_futex_wake(struct decode *d, const struct value *v)
{
	uint32_t op = v->raw;

	if (op >> 28 & FUTEX_OP_OPARG_SHIFT) {
		show_wake(d, &type_futex_wake_op, FUTEX_OP_OPARG_SHIFT, 28);
		decode_text(d, "|");
	}
	show_wake(d, &type_futex_wake_op, op >> 28 & 7, 28);
	decode_text(d, "|%#x<<12|", op >> 12 & 0xfff);
	show_wake(d, &type_futex_wake_cmp, op >> 24 & 0xf, 24);
	decode_text(d, "|%#x", op & 0xfff);
}

LEAF(futex_wake, 4, leaf_futex_wake);
