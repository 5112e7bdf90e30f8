// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * The names of the families of generic netlink, whose numbers the kernel gives out: asked for once, when the first
 * message of such a family is shown. Called by the decoder for messages whose type no table has.
 */
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <linux/genetlink.h>
#include <linux/netlink.h>
#include "decode.h"
#include "desc/netlink.h"

enum { MAX_FAMILIES = 128 };

/* The families that the kernel has, asked for once. */
static char names[MAX_FAMILIES][GENL_NAMSIZ];
static struct symbol symbols[MAX_FAMILIES];
static struct type families = {
	.kind = KIND_ENUM, .size = 2, .unknown = "GENERIC_FAMILY_???", .symbols = symbols};
static pthread_once_t families_once = PTHREAD_ONCE_INIT;

static void add_family(const struct nlmsghdr *h)
{
	const char *at = (const char *)(h + 1) + GENL_HDRLEN;
	size_t left = h->nlmsg_len > sizeof(*h) + GENL_HDRLEN
			      ? h->nlmsg_len - sizeof(*h) - GENL_HDRLEN
			      : 0;
	const char *name = NULL;
	uint16_t id = 0;

	while (left >= sizeof(struct nlattr)) {
		const struct nlattr *a = (const void *)at;
		size_t next = NLA_ALIGN(a->nla_len);

		if (a->nla_len < sizeof(*a) || a->nla_len > left)
			return;
		if (a->nla_type == CTRL_ATTR_FAMILY_ID && a->nla_len >= sizeof(*a) + sizeof(id))
			memcpy(&id, a + 1, sizeof(id));
		if (a->nla_type == CTRL_ATTR_FAMILY_NAME)
			name = (const char *)(a + 1);
		at += next;
		left = next < left ? left - next : 0;
	}
	if (!id || !name || families.count == MAX_FAMILIES)
		return;
	snprintf(names[families.count], GENL_NAMSIZ, "%.*s", GENL_NAMSIZ - 1, name);
	symbols[families.count] = (struct symbol){id, ~0ULL, names[families.count]};
	families.count++;
}

static void ask_families(void)
{
	struct {
		struct nlmsghdr n;
		struct genlmsghdr g;
	} ask = {{sizeof(ask), GENL_ID_CTRL, NLM_F_REQUEST | NLM_F_DUMP, 1, 0},
		{CTRL_CMD_GETFAMILY, 1, 0}};
	_Alignas(struct nlmsghdr) char answer[16384];
	int fd = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_GENERIC);
	bool more = fd >= 0 && send(fd, &ask, sizeof(ask), 0) == sizeof(ask);

	while (more) {
		ssize_t n = recv(fd, answer, sizeof(answer), 0);
		const struct nlmsghdr *h = (const void *)answer;

		more = n > 0;
		for (; more && n >= (ssize_t)sizeof(*h) && NLMSG_OK(h, n); h = NLMSG_NEXT(h, n))
			if (h->nlmsg_type == GENL_ID_CTRL)
				add_family(h);
			else
				more = false;
	}
	if (fd >= 0)
		close(fd);
}

void netlink_generic_family(struct decode *d, const struct value *v)
{
	pthread_once(&families_once, ask_families);
	decode_number(d, &families, v->raw, false);
}
