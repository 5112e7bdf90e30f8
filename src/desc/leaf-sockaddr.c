/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Print hooks of the rarer addresses of sockets (structs-sockaddr.c). A hook may only print; what it prints was read by a
 * plan.
 */
#include "../decode.h"
#include "types.h"

/* 0x1 / * CM_SERVICE * /, or with -X raw the number alone. */
static void show_commented(struct decode *d, const struct type *names, uint64_t value)
{
	const char *name = decode_symbol(names, value);

	if (decode_constants(d) == OPTIONS_CONSTS_RAW)
		decode_text(d, "%#llx", (unsigned long long)value);
	else
		decode_text(d, "%#llx /* %s */", (unsigned long long)value,
			name ? name : names->unknown);
}

static void leaf_rxrpc_service(struct decode *d, const struct value *v)
{
	show_commented(d, &type_rxrpc_service_name, v->raw);
}

static void leaf_ieee802154_addr_type(struct decode *d, const struct value *v)
{
	show_commented(d, &type_ieee802154_addr_name, v->raw);
}

LEAF(rxrpc_service, 2, leaf_rxrpc_service);
LEAF(ieee802154_addr_type, 4, leaf_ieee802154_addr_type);

/* htobs(L2CAP_CID_DYN_START+1): a number within a range that has a name for its first. */
static void show_dynamic(struct decode *d, const struct type *names, unsigned value, unsigned first)
{
	const char *name = decode_symbol(names, value), *start = decode_symbol(names, first);
	enum options_consts consts = decode_constants(d);

	if (consts == OPTIONS_CONSTS_RAW)
		decode_text(d, "htobs(%#x)", value);
	else if (!name && (!first || value < first))
		decode_text(d, "htobs(%#x /* %s */)", value, names->unknown);
	else if (consts == OPTIONS_CONSTS_VERBOSE && name)
		decode_text(d, "htobs(%#x /* %s */)", value, name);
	else if (consts == OPTIONS_CONSTS_VERBOSE)
		decode_text(
			d, "htobs(%#x /* %#x /* %s */+%u */)", value, first, start, value - first);
	else if (name)
		decode_text(d, "htobs(%s)", name);
	else
		decode_text(d, "htobs(%s+%u)", start, value - first);
}

static void leaf_l2_psm(struct decode *d, const struct value *v)
{
	show_dynamic(d, &type_l2cap_psm, v->raw,
		v->raw > 0x1001 ? 0x1001
		: v->raw < 0xff ? 0x80
				: 0);
}

static void leaf_l2_cid(struct decode *d, const struct value *v)
{
	show_dynamic(d, &type_l2cap_cid, v->raw, 0x40);
}

LEAF(l2_psm, 2, leaf_l2_psm);
LEAF(l2_cid, 2, leaf_l2_cid);
