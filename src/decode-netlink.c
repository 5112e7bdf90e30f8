// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * The decoder's part for netlink messages: walks messages, attributes and lists over bytes that were read whole, as the
 * tables of desc/netlink.h say. Called by decode.c; knows no protocol. Lengths in the bytes are the tracee's and are
 * not trusted.
 */
#include <string.h>
#include <linux/netlink.h>
#include "decode-private.h"
#include "desc/netlink.h"

/* Elements that lie behind one another, each of which tells its own length. */
struct chain {
	const struct value *v;
	size_t head; /* bytes of the smallest */
	size_t (*length)(const unsigned char *element);
	void (*show)(struct decode *d, const struct value *element, const void *context);
	const void *context;
};

static void field(struct decode *d, const char *name)
{
	d->sink->ops->field(d->sink, name);
}

static void number(struct decode *d, const char *name, const struct type *type, uint64_t value)
{
	field(d, name);
	decode_number(d, type, value, false);
}

/* The part of @v that begins at @at and has @len bytes. */
static struct value part(const struct value *v, const struct type *type, size_t at, size_t len)
{
	struct value p = *v;

	p.type = type;
	p.bytes = v->bytes + at;
	p.len = len;
	p.addr = v->addr + at;
	p.raw = decode_load(type, p.bytes, type->size < len ? type->size : len, false);
	return p;
}

/* Shows one element by itself, several in brackets, and what is too short to be one as bytes. */
static void show_chain(struct decode *d, const struct chain *c)
{
	uint64_t limit = decode_shows_all(d) ? UINT64_MAX : decode_limit(d);
	size_t at = 0, len, next;
	bool several = false;

	if (c->v->len < c->head) {
		decode_as(d, c->v, &type_binary);
		return;
	}
	do {
		size_t left = c->v->len - at;
		struct value e = part(c->v, c->v->type, at, left);

		if (left < c->head) {
			field(d, NULL);
			decode_as(d, &e, &type_binary);
			break;
		}
		len = c->length(e.bytes);
		next = (len + NLMSG_ALIGNTO - 1) / NLMSG_ALIGNTO *
		       NLMSG_ALIGNTO; /* NLMSG_ALIGN has 32 bits */
		if (!at && len >= c->head && next < left) {
			d->sink->ops->begin(d->sink, GROUP_ARRAY);
			several = true;
		}
		if (!limit--) {
			d->sink->ops->more(d->sink);
			break;
		}
		if (several)
			field(d, NULL);
		e.len = len < c->head ? c->head : len < left ? len : left;
		c->show(d, &e, c->context);
		at += next;
	} while (len >= c->head && at < c->v->len);
	if (several)
		d->sink->ops->end(d->sink, GROUP_ARRAY);
}

/* ---- attributes ---- */

static void show_symbol(
	struct decode *d, unsigned value, const char *name, const char *unknown, bool decimal)
{
	const struct symbol symbol = {value, ~0ULL, name};
	const struct type type = {.kind = KIND_ENUM,
		.size = 2,
		.unknown = unknown ? unknown : "",
		.digits = decimal ? 10 : 0,
		.symbols = &symbol,
		.count = !!name};

	decode_number(d, &type, value, false);
}

static size_t attribute_length(const unsigned char *element)
{
	return ((const struct nlattr *)element)->nla_len;
}

static const struct field *find_attribute(
	const struct decode *d, const struct value *v, const struct type *type, unsigned key)
{
	for (unsigned i = 0; i < type->count; i++)
		if (type->members[i].offset == key && decode_is_there(d, v, &type->members[i]))
			return &type->members[i];
	return NULL;
}

/* The least number of bytes that a datum of this type has. */
static size_t least(const struct type *type)
{
	switch (type->kind) {
	case KIND_ATTRIBUTES:
		return sizeof(struct nlattr);
	case KIND_HEADED:
	case KIND_LIST:
		return least(type->members[0].type);
	}
	return type->size ? type->size : 1;
}

/* What @len bytes are that should be of @type and at least @min: NULL is not known. */
static const struct type *fitting(const struct type *type, size_t min, size_t len)
{
	if (!type)
		return &type_binary;
	return len >= min ? type : type->cut ? type->cut : &type_binary;
}

/* A struct, of which the first member may be all that there is. */
static void show_head(struct decode *d, const struct value *v)
{
	const struct field *first = v->type->members;
	struct value member;

	if (v->type->kind != KIND_STRUCT || v->len >= v->type->size) {
		decode_datum(d, v);
		return;
	}
	member = part(v, first->type, first->offset, first->size);
	d->sink->ops->begin(d->sink, GROUP_STRUCT);
	field(d, first->name);
	decode_datum(d, &member);
	d->sink->ops->more(d->sink);
	d->sink->ops->end(d->sink, GROUP_STRUCT);
}

/*
 * As elements of an array that is open: a head and what is behind it, or any other datum. What is behind a head has
 * that for its conditions, unless it is an @element of a list, whose conditions are the message's.
 */
static void show_payload(struct decode *d, const struct value *v, bool element)
{
	const struct type *type = v->type->kind == KIND_UNION ? decode_chosen(v) : v->type, *head;
	struct value p = part(v, type ? type : &type_binary, 0, v->len);
	size_t at;

	field(d, NULL);
	if (p.type->kind != KIND_HEADED) {
		decode_datum(d, &p);
		return;
	}
	head = type->members[0].type;
	at = NLMSG_ALIGN(head->size);
	p = part(v, head, 0, v->len < head->size ? v->len : head->size);
	show_head(d, &p);
	if (at >= v->len || type->members[1].type == &type_nothing)
		return;
	p = part(v, type->members[1].type, at, v->len - at);
	if (!element) {
		p.fields = head->members;
		p.nfields = head->kind == KIND_STRUCT ? head->count : 0;
		p.base = v->bytes;
		p.base_len = head->size;
	}
	field(d, NULL);
	decode_datum(d, &p);
}

static void show_attribute(struct decode *d, const struct value *e, const void *context)
{
	const struct nlattr *nla = (const void *)e->bytes;
	unsigned key = nla->nla_type & NLA_TYPE_MASK;
	const struct type *type = context;
	const struct field *f = find_attribute(d, e, type, key);
	struct value payload;

	if (e->len > sizeof(*nla)) {
		d->sink->ops->begin(d->sink, GROUP_ARRAY);
		field(d, NULL);
	}
	d->sink->ops->begin(d->sink, GROUP_STRUCT);
	number(d, "nla_len", &type_u16, nla->nla_len);
	field(d, "nla_type");
	for (unsigned flag = NLA_F_NESTED; flag >= NLA_F_NET_BYTEORDER; flag >>= 1)
		if (nla->nla_type & flag) {
			decode_number(d, &type_nla_flags, flag, false);
			d->sink->ops->text(d->sink, "|");
		}
	show_symbol(d, key, f ? f->name : NULL, type->unknown, false);
	d->sink->ops->end(d->sink, GROUP_STRUCT);
	if (e->len <= sizeof(*nla))
		return;
	payload = part(e, &type_binary, sizeof(*nla), e->len - sizeof(*nla));
	type = f && f->type ? fitting(f->type, least(f->type), payload.len) : &type_binary;
	payload = part(&payload, type, 0, payload.len);
	if (type->size && (type->kind <= KIND_ENUM || type->kind == KIND_PARTS))
		payload.len = type->size;
	if (type == &type_nla_kind)
		d->link_kind = payload;
	show_payload(d, &payload, false);
	d->sink->ops->end(d->sink, GROUP_ARRAY);
}

void decode_netlink_attributes(struct decode *d, const struct value *v)
{
	const struct chain chain = {
		v, sizeof(struct nlattr), attribute_length, show_attribute, v->type};

	show_chain(d, &chain);
}

/* ---- lists ---- */

/* As a struct rtnexthop: its first two bytes are its length. */
static size_t element_length(const unsigned char *element)
{
	return *(const uint16_t *)element;
}

static void show_headed(struct decode *d, const struct value *v, const void *context)
{
	struct value e = part(v, context, 0, v->len);
	const struct type *head = e.type->members[0].type;

	if (NLMSG_ALIGN(head->size) < v->len) {
		d->sink->ops->begin(d->sink, GROUP_ARRAY);
		show_payload(d, &e, true);
		d->sink->ops->end(d->sink, GROUP_ARRAY);
		return;
	}
	e = part(v, head, 0, v->len < head->size ? v->len : head->size);
	show_head(d, &e);
}

void decode_netlink_list(struct decode *d, const struct value *v)
{
	const struct type *element = v->type->members[0].type;
	const struct chain chain = {v, least(element), element_length, show_headed, element};
	size_t n = v->len / (element->size ? element->size : 1);
	size_t shown = decode_shows_all(d) || n <= decode_limit(d) ? n : decode_limit(d);

	if (element->kind == KIND_HEADED) {
		show_chain(d, &chain);
		return;
	}
	d->sink->ops->begin(d->sink, GROUP_ARRAY);
	for (size_t i = 0; i < shown; i++) {
		struct value e = part(v, element, i * element->size, element->size);
		const char *name = decode_symbol(v->type, i);

		field(d, NULL);
		if (name || v->type->unknown) {
			decode_text(d, "[");
			show_symbol(d, i, name, v->type->unknown, true);
			decode_text(d, "]=");
		}
		decode_datum(d, &e);
	}
	if (shown < n)
		d->sink->ops->more(d->sink);
	d->sink->ops->end(d->sink, GROUP_ARRAY);
}

/* A head alone, outside of an array. */
void decode_netlink_headed(struct decode *d, const struct value *v)
{
	show_headed(d, v, v->type);
}

/* ---- messages ---- */

static size_t message_length(const unsigned char *element)
{
	return ((const struct nlmsghdr *)element)->nlmsg_len;
}

static const struct netlink_message *find_message(const struct netlink_protocol *p, unsigned type)
{
	for (unsigned i = 0; i < p->count; i++)
		if (p->messages[i].type == type)
			return &p->messages[i];
	return NULL;
}

static const struct netlink_protocol unknown_subsystem;

/* Types below 16 are those of all protocols; of netfilter's the upper byte is the subsystem. */
static const struct netlink_protocol *protocol_of(
	const struct netlink_protocol *p, unsigned type, unsigned *ret_key)
{
	*ret_key = type;
	if (type < NLMSG_MIN_TYPE)
		return &netlink_control;
	if (!p->subsystems || find_message(p, type))
		return p;
	*ret_key = type & 0xff;
	for (unsigned i = 0; i < p->nsubsystems; i++)
		if (p->subsystems[i].protocol == type >> 8)
			return &p->subsystems[i];
	return &unknown_subsystem;
}

/* RTM_NEWLINK, or NFNL_SUBSYS_NFTABLES<<8|NFT_MSG_NEWTABLE */
static void show_type(struct decode *d, const struct netlink_protocol *of,
	const struct netlink_protocol *p, const struct netlink_message *m, unsigned type)
{
	const struct value v = {.raw = type};

	if (p != of && p != &netlink_control) {
		show_symbol(d, type >> 8, p->name, of->unknown, false);
		d->sink->ops->text(d->sink, "<<8|");
		type &= 0xff;
	}
	if (p->print && !m)
		p->print(d, &v);
	else
		show_symbol(d, type, m ? m->name : NULL, p->unknown, false);
}

static const struct type *flags_type(const struct netlink_message *m)
{
	static const struct type *const types[] = {[NETLINK_OTHER] = &type_nlmsg_flags,
		[NETLINK_NEW] = &type_nlmsg_flags_new,
		[NETLINK_GET] = &type_nlmsg_flags_get,
		[NETLINK_DEL] = &type_nlmsg_flags_del,
		[NETLINK_ACK] = &type_nlmsg_flags_ack};

	return types[m ? m->verb : NETLINK_OTHER];
}

static void show_message(struct decode *d, const struct value *e, const void *context);

/* The answer to a message: an error and the message, or its head, and attributes. */
static void show_error(struct decode *d, const struct value *v, const struct nlmsghdr *h,
	const struct netlink_protocol *of)
{
	const struct nlmsgerr *error = (const void *)v->bytes;
	size_t room = v->len - sizeof(error->error);
	size_t len = h->nlmsg_flags & NLM_F_CAPPED ? sizeof(error->msg) : error->msg.nlmsg_len;
	struct value code = part(v, &type_minus_errno, 0, sizeof(error->error));
	struct value message, attributes;
	size_t at;

	if (len < sizeof(error->msg))
		len = sizeof(error->msg);
	if (len > room)
		len = room;
	message = part(v, v->type, sizeof(error->error), len);
	at = sizeof(error->error) + len;
	if (NLMSG_ALIGN(at) < v->len) /* else what fills up the message is shown */
		at = NLMSG_ALIGN(at);
	field(d, NULL);
	if (at < v->len)
		d->sink->ops->begin(d->sink, GROUP_ARRAY);
	if (at < v->len)
		field(d, NULL);
	d->sink->ops->begin(d->sink, GROUP_STRUCT);
	field(d, "error");
	decode_datum(d, &code);
	field(d, "msg");
	show_message(d, &message, of);
	d->sink->ops->end(d->sink, GROUP_STRUCT);
	if (at >= v->len)
		return;
	attributes = part(v, &type_nlmsgerr_attrs, at, v->len - at);
	field(d, NULL);
	decode_datum(d, &attributes);
	d->sink->ops->end(d->sink, GROUP_ARRAY);
}

static void show_body(struct decode *d, const struct value *e, const struct nlmsghdr *h,
	const struct netlink_protocol *of, const struct netlink_protocol *p,
	const struct netlink_message *m)
{
	bool asks = h->nlmsg_flags & NLM_F_REQUEST;
	const struct type *type = m && m->request && asks ? m->request
				  : m && m->payload	  ? m->payload
				  : p->request && asks	  ? p->request
				  : p->payload		  ? p->payload
							  : of->payload;
	struct value v = part(e, &type_binary, sizeof(*h), e->len - sizeof(*h));

	if (p == &netlink_control)
		type = m ? m->payload : NULL;
	if (type == &type_nlmsgerr && v.len >= sizeof(struct nlmsgerr)) {
		show_error(d, &v, h, of);
		return;
	}
	if (type && type != &type_nlmsgerr) {
		type = fitting(type, type->kind == KIND_HEADED ? type->size : least(type), v.len);
		v = part(&v, type, 0, v.len);
	}
	if (type == &type_nlmsg_done && v.len != sizeof(int))
		v.type = &type_binary;
	show_payload(d, &v, false);
}

static void show_message(struct decode *d, const struct value *e, const void *context)
{
	const struct nlmsghdr *h = (const void *)e->bytes;
	const struct netlink_protocol *of = context, *p;
	const struct netlink_message *m;
	unsigned key;

	if (!decode_deeper(d))
		return;
	p = protocol_of(of, h->nlmsg_type, &key);
	m = find_message(p, key);
	if (e->len > sizeof(*h)) {
		d->sink->ops->begin(d->sink, GROUP_ARRAY);
		field(d, NULL);
	}
	d->sink->ops->begin(d->sink, GROUP_STRUCT);
	d->netlink_type = h->nlmsg_type;
	number(d, "nlmsg_len", &type_u32, h->nlmsg_len);
	field(d, "nlmsg_type");
	show_type(d, of, p, m, h->nlmsg_type);
	number(d, "nlmsg_flags", flags_type(m), h->nlmsg_flags);
	number(d, "nlmsg_seq", &type_u32, h->nlmsg_seq);
	number(d, "nlmsg_pid", &type_pid, (uint64_t)(int32_t)h->nlmsg_pid);
	d->sink->ops->end(d->sink, GROUP_STRUCT);
	if (e->len > sizeof(*h)) {
		show_body(d, e, h, of, p, m);
		d->sink->ops->end(d->sink, GROUP_ARRAY);
	}
	d->depth--;
}

static const struct netlink_protocol *find_protocol(const struct decode *d)
{
	const struct value call = {.fields = d->desc->args, .nfields = desc_nargs(d->desc)};
	uint32_t protocol;
	uint64_t fd;

	return decode_field_number(d, &call, 0, &fd) ||
			       descriptor_netlink_of(d->record, fd, &protocol) ||
			       protocol == NETLINK_KOBJECT_UEVENT
		       ? NULL
		       : netlink_protocol(protocol);
}

/* NULL: the call's descriptor is no netlink socket. Looked for once: a call may have very many buffers, and blobs. */
static const struct netlink_protocol *call_protocol(struct decode *d)
{
	if (!d->protocol_known)
		d->protocol = find_protocol(d);
	d->protocol_known = true;
	return d->protocol;
}

const struct value *decode_link_kind(const struct decode *d)
{
	return &d->link_kind;
}

uint16_t decode_message_type(const struct decode *d)
{
	return d->netlink_type;
}

bool decode_netlink_buffer(struct decode *d, const struct value *owner, uint64_t addr, uint64_t len)
{
	struct value v = {.type = &type_binary, .len = len, .addr = addr};
	const struct chain chain = {
		&v, sizeof(struct nlmsghdr), message_length, show_message, call_protocol(d)};

	if (d->shallow || !chain.context ||
		image_memory(&d->image, addr, len, owner->at_exit, &v.bytes))
		return false;
	show_chain(d, &chain);
	return true;
}
