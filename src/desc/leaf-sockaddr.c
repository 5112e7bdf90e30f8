// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Print hooks of the rarer addresses of sockets (structs-sockaddr.c). A hook may only print; what it prints was read by
 * a plan.
 */
#include <linux/ax25.h>
#include <string.h>
#include <sys/socket.h>
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

/* ---- AX.25 ---- */

/* Characters of a station's name, each shifted by one bit; its number is behind them. */
enum { AX25_NAME = 6 };

/*
 * AB1CDE-3, or * for nobody; the bytes, of a call that these words do not give back, with the words behind them if they
 * can stand in a comment.
 */
static void leaf_ax25_call(struct decode *d, const struct value *v)
{
	unsigned last = v->bytes[AX25_NAME], number = last >> 1 & 0xf;
	bool exact = !(last & ~0x1e), shown = true, ended = false;
	char words[AX25_NAME + 1] = "";
	size_t len = 0;

	for (unsigned i = 0; i < AX25_NAME; i++) {
		unsigned char c = v->bytes[i] >> 1;

		if (c < ' ' || c > '~' || c == '*' || c == '/')
			shown = false;
		words[i] = c;
		if (c != ' ')
			len = i + 1;
		exact = exact && !(v->bytes[i] & 1) && !(ended && c != ' ') &&
			(c == ' ' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'));
		ended = ended || c == ' ';
	}
	words[len] = '\0';
	exact = exact && (len || !number);
	if (!exact || decode_constants(d) != OPTIONS_CONSTS_ABBREV) {
		decode_text(d, "{ax25_call=");
		decode_bytes(d, &type_all_binary, v->bytes, sizeof(ax25_address), v->addr);
		decode_text(d, "}");
		if (!shown || (exact && decode_constants(d) == OPTIONS_CONSTS_RAW))
			return;
		decode_text(d, " /* ");
	}
	if (len || number)
		decode_text(d, "%s-%u", words, number);
	else
		decode_text(d, "*");
	if (!exact || decode_constants(d) != OPTIONS_CONSTS_ABBREV)
		decode_text(d, " */");
}

LEAF(ax25_call, sizeof(ax25_address), leaf_ax25_call);

static void show_digipeaters(struct decode *d, const struct value *v, unsigned n)
{
	const struct sink_ops *ops = decode_sink(d)->ops;
	size_t at = sizeof(struct sockaddr_ax25);

	ops->field(decode_sink(d), "fsa_digipeater");
	ops->begin(decode_sink(d), GROUP_ARRAY);
	for (; n && v->len - at >= sizeof(ax25_address); n--, at += sizeof(ax25_address)) {
		ops->field(decode_sink(d), NULL);
		decode_bytes(d, &type_ax25_call, v->bytes + at, sizeof(ax25_address), 0);
	}
	if (n)
		ops->more(decode_sink(d));
	ops->end(decode_sink(d), GROUP_ARRAY);
}

/* The members of a station's address or, if there is more of it than one, of those on the way as well. */
static void leaf_ax25_route(struct decode *d, const struct value *v)
{
	const struct sink_ops *ops = decode_sink(d)->ops;
	struct sockaddr_ax25 station;

	memcpy(&station, v->bytes, sizeof(station));
	if (v->len == sizeof(station) && !station.sax25_ndigis) {
		decode_text(d, "sax25_call=");
		decode_bytes(d, &type_ax25_call,
			v->bytes + offsetof(struct sockaddr_ax25, sax25_call), sizeof(ax25_address),
			0);
		ops->field(decode_sink(d), "sax25_ndigis");
		decode_number(d, &type_i32, 0, false);
		return;
	}
	decode_text(d, "fsa_ax25=");
	decode_bytes(d, &type_ax25_station, v->bytes, sizeof(station), v->addr);
	if (station.sax25_ndigis > 0)
		show_digipeaters(d, v,
			station.sax25_ndigis < AX25_MAX_DIGIS ? station.sax25_ndigis
							      : AX25_MAX_DIGIS);
	if ((v->len - sizeof(station)) % sizeof(ax25_address) ||
		v->len > sizeof(struct full_sockaddr_ax25))
		ops->more(decode_sink(d));
}

LEAF(ax25_route, sizeof(struct sockaddr_ax25), leaf_ax25_route);
