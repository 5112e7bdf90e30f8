// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Print hooks of netlink messages: addresses, times, and what depends on more than a table says. A hook may only print.
 */
#include <arpa/inet.h>
#include <endian.h>
#include <inttypes.h>
#include <string.h>
#include <sys/socket.h>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include "../decode.h"
#include "leaf.h"
#include "netlink.h"

/* As a datum of this type, if there is enough of it. */
static void show_whole(struct decode *d, const struct value *v, const struct type *type)
{
	decode_as(d, v, v->len >= type->size ? type : &type_binary);
}

static void show_string(struct decode *d, const struct value *v, uint64_t len, bool ended)
{
	uint64_t shown = len < decode_limit(d) ? len : decode_limit(d);

	decode_sink(d)->ops->bytes(decode_sink(d), v->bytes, shown,
		BYTES_STRING | (shown < len || !ended ? BYTES_CUT : 0));
}

/* A string that should end with its attribute. */
static void leaf_nla_string(struct decode *d, const struct value *v)
{
	bool ended = v->len && !v->bytes[v->len - 1];

	show_string(d, v, v->len - ended, ended);
}

LEAF(nla_string, 0, leaf_nla_string);
/* The same: what kind of link it is, which says what its data are. */
LEAF(nla_kind, 0, leaf_nla_string);

/* A string that ends with a NUL or, if there is none, was cut off. */
static void leaf_nla_name(struct decode *d, const struct value *v)
{
	uint64_t len = strnlen((const char *)v->bytes, v->len);

	show_string(d, v, len, len < v->len);
}

LEAF(nla_name, 0, leaf_nla_name);

static void leaf_nla_in(struct decode *d, const struct value *v)
{
	show_whole(d, v, &type_inet_addr);
}

LEAF(nla_in, 4, leaf_nla_in);

static void leaf_nla_in6(struct decode *d, const struct value *v)
{
	leaf_in6(d, v->bytes, NULL);
}

LEAF_WORDS(nla_in6, 16, all_binary, leaf_nla_in6);

/* An address of the family that the message's head begins with. */
static void leaf_nla_address(struct decode *d, const struct value *v)
{
	int family = v->base && v->base_len ? v->base[0] : AF_UNSPEC;
	const struct type *type = family == AF_INET    ? &type_inet_addr
				  : family == AF_INET6 ? &type_nla_in6
						       : &type_binary;
	struct value address = *v;

	if (type->size && type->size < v->len)
		address.len = type->size;
	show_whole(d, &address, type);
}

LEAF(nla_address, 0, leaf_nla_address);

static void show_in6_member(struct decode *d, const struct value *v, const char *member)
{
	if (v->len < 16)
		decode_as(d, v, &type_binary);
	else
		leaf_in6(d, v->bytes, member);
}

static void leaf_via_in6(struct decode *d, const struct value *v)
{
	show_in6_member(d, v, "rtvia_addr");
}

static void leaf_idiag_src(struct decode *d, const struct value *v)
{
	show_in6_member(d, v, "idiag_src");
}

static void leaf_idiag_dst(struct decode *d, const struct value *v)
{
	show_in6_member(d, v, "idiag_dst");
}

static void leaf_hostcond_in6(struct decode *d, const struct value *v)
{
	show_in6_member(d, v, "addr");
}

static void leaf_tcpm_in6(struct decode *d, const struct value *v)
{
	show_in6_member(d, v, "tcpm_addr");
}

LEAF_WITH_NAME(tcpm_in6, 16, all_binary, leaf_tcpm_in6);
LEAF_WITH_NAME(hostcond_in6, 0, all_binary, leaf_hostcond_in6);
LEAF_WITH_NAME(via_in6, 0, all_binary, leaf_via_in6);
LEAF_WITH_NAME(idiag_src, 16, all_binary, leaf_idiag_src);
LEAF_WITH_NAME(idiag_dst, 16, all_binary, leaf_idiag_dst);

static void leaf_nla_hwaddr(struct decode *d, const struct value *v)
{
	decode_as(d, v, v->len > 32 ? &type_binary : &type_mac);
}

LEAF(nla_hwaddr, 0, leaf_nla_hwaddr);

static void leaf_nla_be64(struct decode *d, const struct value *v)
{
	uint64_t n;

	memcpy(&n, v->bytes, sizeof(n));
	decode_text(d, "htobe64(%" PRIu64 ")", be64toh(n));
}

LEAF(nla_be64, 8, leaf_nla_be64);

/* A number of as many bytes as the attribute has. */
static bool sized_number(struct decode *d, const struct value *v, uint64_t *ret_number)
{
	*ret_number = 0;
	if (v->len > sizeof(*ret_number)) {
		decode_as(d, v, &type_binary);
		return false;
	}
	memcpy(ret_number, v->bytes, v->len);
	return true;
}

/* 3 / * 0.03 s * /: USER_HZ is 100 on x86-64. As large as they get, a double would not hold them. */
static void leaf_nla_ticks(struct decode *d, const struct value *v)
{
	uint64_t n;

	if (!sized_number(d, v, &n))
		return;
	decode_text(d, "%" PRIu64, n);
	if (n && decode_constants(d) != OPTIONS_CONSTS_RAW)
		decode_text(d, " /* %" PRIu64 ".%02u s */", n / 100, (unsigned)(n % 100));
}

static void leaf_nla_protocol(struct decode *d, const struct value *v)
{
	uint64_t n;

	if (sized_number(d, v, &n))
		decode_number(d, &type_ip_protocol, n, false);
}

static void leaf_nla_hex(struct decode *d, const struct value *v)
{
	uint64_t n;

	if (sized_number(d, v, &n))
		decode_number(d, &type_x64, n, false);
}

LEAF(nla_ticks, 0, leaf_nla_ticks);
LEAF(nla_protocol, 0, leaf_nla_protocol);
LEAF(nla_hex, 0, leaf_nla_hex);

/* What IFLA_INFO_DATA and IFLA_INFO_XSTATS hold depends on the IFLA_INFO_KIND before. */
static void show_of_kind(struct decode *d, const struct value *v, bool statistics)
{
	static const struct {
		const char *kind;
		const struct type *data, *statistics;
	} kinds[] = {
		{"bridge", &type_ifla_br, NULL},
		{"tun", &type_ifla_tun, NULL},
		{"can", NULL, &type_can_stats},
	};
	const struct value *kind = decode_link_kind(d);
	const struct type *type = NULL;

	for (unsigned i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (kind->len == strlen(kinds[i].kind) + 1 &&
			!memcmp(kind->bytes, kinds[i].kind, kind->len))
			type = statistics ? kinds[i].statistics : kinds[i].data;
	decode_as(d, v,
		type && v->len >= (type->size ? type->size : sizeof(struct nlattr)) ? type
										    : &type_binary);
}

static void leaf_info_data(struct decode *d, const struct value *v)
{
	show_of_kind(d, v, false);
}

static void leaf_info_xstats(struct decode *d, const struct value *v)
{
	show_of_kind(d, v, true);
}

LEAF(info_data, 0, leaf_info_data);
LEAF(info_xstats, 0, leaf_info_xstats);

/* The first byte of a number, or what is too long for one. */
static void leaf_diag_shutdown(struct decode *d, const struct value *v)
{
	const struct type *type =
		decode_constants(d) == OPTIONS_CONSTS_RAW ? &type_x8 : &type_diag_shutdown_flags;

	if (v->len > sizeof(uint64_t))
		decode_as(d, v, &type_binary);
	else
		decode_number(d, type, v->bytes[0], false);
}

LEAF(diag_shutdown, 1, leaf_diag_shutdown);

/* A filter's instructions: where they are. */
static void leaf_diag_filter(struct decode *d, const struct value *v)
{
	decode_sink(d)->ops->address(decode_sink(d), v->addr);
}

LEAF(diag_filter, 8, leaf_diag_filter);

/* What the instruction before it, which begins with its code, compares with (struct inet_diag_bc_op). */
static void leaf_diag_operand(struct decode *d, const struct value *v)
{
	unsigned code = v->base && v->base_len ? v->base[0] : INET_DIAG_BC_NOP;
	bool compares_host = code == INET_DIAG_BC_S_COND || code == INET_DIAG_BC_D_COND;

	if (compares_host && v->len >= sizeof(struct inet_diag_hostcond)) {
		decode_as(d, v, &type_diag_hostcond);
	} else if (code == INET_DIAG_BC_DEV_COND && v->len >= 4) {
		decode_bytes(d, &type_ifindex, v->bytes, 4, v->addr);
	} else if (code >= INET_DIAG_BC_S_GE && code <= INET_DIAG_BC_D_LE && v->len >= 4) {
		decode_as(d, v, &type_diag_bytecode_one);
	} else {
		decode_as(d, v, &type_binary);
	}
}

LEAF(diag_operand, 0, leaf_diag_operand);

/* A number in network byte order; that of the message's subsystem by its name. */
static void leaf_nf_res_id(struct decode *d, const struct value *v)
{
	unsigned subsystem = decode_message_type(d) >> 8, id = ntohs(v->raw);
	const struct netlink_protocol *p = &netlink_filter;

	for (unsigned i = 0; id && id == subsystem && i < p->nsubsystems; i++) {
		if (p->subsystems[i].protocol != id)
			continue;
		decode_text(d, "htons(%s)", p->subsystems[i].name);
		return;
	}
	decode_text(d, "htons(%u)", id);
}

LEAF(nf_res_id, 2, leaf_nf_res_id);
