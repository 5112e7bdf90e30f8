// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Netlink messages: of each protocol the heads, every attribute of the tables with payloads that are too short, fit and
 * are longer, lists, errors, and messages that are cut off or lie about their length; sent, and received. What would
 * change something has no NLM_F_REQUEST, without which the kernel passes it over. Traced by decode.test.
 */
#include <errno.h>
#include <netinet/in.h>
#include <stdbool.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <linux/cryptouser.h>
#include <linux/if_link.h>
#include <linux/inet_diag.h>
#include <linux/netfilter/nfnetlink.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <linux/sock_diag.h>
#include <linux/tcp.h>

/* A message being made. */
static struct {
	_Alignas(4) unsigned char bytes[4096];
	size_t len;
} m;

static void put(const void *bytes, size_t len)
{
	memcpy(m.bytes + m.len, bytes, len);
	m.len += len;
}

static void align(void)
{
	while (m.len % 4)
		m.bytes[m.len++] = 0;
}

static void begin(unsigned type, unsigned flags)
{
	const struct nlmsghdr h = {0, type, flags, 1, 0};

	m.len = 0;
	put(&h, sizeof(h));
}

/* An attribute whose payload is still to come; the place of its head. */
static size_t open_attribute(unsigned type)
{
	const struct nlattr a = {0, type};
	size_t at = m.len;

	put(&a, sizeof(a));
	return at;
}

static void close_attribute(size_t at)
{
	const unsigned short len = m.len - at;

	memcpy(m.bytes + at, &len, sizeof(len));
	align();
}

static void attribute(unsigned type, const void *bytes, size_t len)
{
	size_t at = open_attribute(type);

	put(bytes, len);
	close_attribute(at);
}

static void send_bytes(int fd, const void *bytes, size_t len)
{
	const struct sockaddr_nl to = {AF_NETLINK, 0, 0, 0};
	unsigned char answer[8192];

	syscall(SYS_sendto, fd, bytes, len, 0, &to, sizeof(to));
	/* Only room for the next answers is made: what they say of links and packets changes from call to call. */
	while (recv(fd, answer, sizeof(answer), MSG_DONTWAIT) > 0)
		;
}

static void end(int fd)
{
	const unsigned len = m.len;

	memcpy(m.bytes, &len, sizeof(len));
	send_bytes(fd, m.bytes, m.len);
}

static int open_netlink(int protocol)
{
	const struct sockaddr_nl any = {AF_NETLINK, 0, 0, 0};
	int fd = socket(AF_NETLINK, SOCK_RAW, protocol);

	bind(fd, (const struct sockaddr *)&any, sizeof(any));
	return fd;
}

/* A message of @head, with an attribute within those of @path, of which each has one inside. */
struct attributes {
	unsigned type, flags;
	unsigned char head[80];
	unsigned char nhead;
	unsigned char path[4], npath;
	unsigned char first, last; /* numbers of the attributes */
	const char *kind;	   /* beside the second of the path: IFLA_INFO_KIND */
};

static void walk(int fd, const struct attributes *a)
{
	static const unsigned char lengths[] = {0, 1, 2, 4, 8};
	unsigned char payload[64];
	size_t places[4];

	for (unsigned i = 0; i < sizeof(payload); i++)
		payload[i] = i + 1;
	for (unsigned t = a->first; t <= a->last; t++)
		for (unsigned i = 0; i < sizeof(lengths); i++) {
			begin(a->type, a->flags);
			put(a->head, a->nhead);
			align();
			for (unsigned p = 0; p < a->npath; p++) {
				if (p == 1 && a->kind)
					attribute(IFLA_INFO_KIND, a->kind, strlen(a->kind) + 1);
				places[p] = open_attribute(a->path[p]);
			}
			attribute(t, payload, lengths[i]);
			for (unsigned p = a->npath; p--;)
				close_attribute(places[p]);
			end(fd);
		}
}

static const struct attributes route[] = {
	{RTM_NEWLINK, 0, {0, 0, 1, 0, 1}, 16, {0}, 0, 3, 53, NULL},
	{RTM_NEWLINK, 0, {0, 0, 1, 0, 1}, 16, {0}, 0, 55, 61, NULL},
	{RTM_NEWLINK, 0, {AF_BRIDGE, 0, 1, 0, 1}, 16, {IFLA_PROTINFO}, 1, 0, 39, NULL},
	{RTM_NEWLINK, 0, {AF_BRIDGE, 0, 1, 0, 1}, 16, {IFLA_AF_SPEC}, 1, 0, 1, NULL},
	{RTM_NEWLINK, 0, {0, 0, 1, 0, 1}, 16, {IFLA_LINKINFO}, 1, 0, 6, NULL},
	{RTM_NEWLINK, 0, {0, 0, 1, 0, 1}, 16, {IFLA_LINKINFO, IFLA_INFO_DATA}, 2, 0, 7, "bridge"},
	{RTM_NEWLINK, 0, {0, 0, 1, 0, 1}, 16, {IFLA_LINKINFO, IFLA_INFO_DATA}, 2, 9, 20, "bridge"},
	{RTM_NEWLINK, 0, {0, 0, 1, 0, 1}, 16, {IFLA_LINKINFO, IFLA_INFO_DATA}, 2, 22, 47, "bridge"},
	{RTM_NEWLINK, 0, {0, 0, 1, 0, 1}, 16, {IFLA_LINKINFO, IFLA_INFO_DATA}, 2, 0, 9, "tun"},
	{RTM_NEWLINK, 0, {0, 0, 1, 0, 1}, 16, {IFLA_LINKINFO, IFLA_INFO_DATA}, 2, 1, 2, "nothing"},
	{RTM_NEWLINK, 0, {0, 0, 1, 0, 1}, 16, {IFLA_VFINFO_LIST, IFLA_VF_INFO}, 2, 0, 9, NULL},
	{RTM_NEWLINK, 0, {0, 0, 1, 0, 1}, 16, {IFLA_VFINFO_LIST, IFLA_VF_INFO, IFLA_VF_STATS}, 3, 0,
		8, NULL},
	{RTM_NEWLINK, 0, {0, 0, 1, 0, 1}, 16, {IFLA_PORT_SELF}, 1, 0, 7, NULL},
	{RTM_NEWLINK, 0, {0, 0, 1, 0, 1}, 16, {IFLA_AF_SPEC}, 1, 0, 45, NULL},
	{RTM_NEWLINK, 0, {0, 0, 1, 0, 1}, 16, {IFLA_AF_SPEC, AF_INET}, 2, 0, 2, NULL},
	{RTM_NEWLINK, 0, {0, 0, 1, 0, 1}, 16, {IFLA_AF_SPEC, AF_INET6}, 2, 0, 9, NULL},
	{RTM_NEWLINK, 0, {0, 0, 1, 0, 1}, 16, {IFLA_XDP}, 1, 0, 8, NULL},
	{RTM_NEWADDR, 0, {AF_INET, 24, 0, 0, 1}, 8, {0}, 0, 0, 11, NULL},
	{RTM_NEWADDR, 0, {AF_INET6, 64, 0x80, 200, 1}, 8, {0}, 0, 0, 11, NULL},
	{RTM_NEWROUTE, 0, {AF_INET, 24, 0, 16, 254, 4, 253, 1, 0}, 12, {0}, 0, 0, 8, NULL},
	{RTM_NEWROUTE, 0, {AF_INET, 24, 0, 16, 254, 4, 253, 1, 0}, 12, {0}, 0, 10, 30, NULL},
	{RTM_NEWROUTE, 0, {AF_INET6, 64, 0, 0, 255, 2, 0, 7, 0}, 12, {0}, 0, 0, 7, NULL},
	{RTM_NEWROUTE, 0, {AF_INET, 24, 0, 0, 254, 4, 0, 1, 0}, 12, {RTA_METRICS}, 1, 0, 18, NULL},
	{RTM_NEWNEIGH, 0, {AF_INET, 0, 0, 0, 1, 0, 0, 0, 2, 0, 1, 1}, 12, {0}, 0, 0, 18, NULL},
	{RTM_NEWNEIGH, 0, {AF_INET6, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0}, 12, {0}, 0, 1, 2, NULL},
	{RTM_NEWNEIGHTBL, 0, {AF_INET}, 4, {0}, 0, 0, 9, NULL},
	{RTM_NEWNEIGHTBL, 0, {AF_INET}, 4, {6}, 1, 0, 19, NULL},
	{RTM_NEWRULE, 0, {AF_INET, 24, 0, 0, 254, 0, 0, 1, 3}, 12, {0}, 0, 0, 25, NULL},
	{RTM_NEWQDISC, 0, {0, 0, 0, 0, 1}, 20, {0}, 0, 0, 15, NULL},
	{RTM_NEWTCLASS, 0, {0, 0, 0, 0, 1}, 20, {7}, 1, 0, 8, NULL},
	{RTM_NEWTFILTER, 0, {0, 0, 0, 0, 1}, 20, {8}, 1, 0, 2, NULL},
	{RTM_NEWACTION, 0, {0}, 4, {0}, 0, 0, 7, NULL},
	{RTM_NEWADDRLABEL, 0, {AF_INET6, 0, 64, 0, 1}, 12, {0}, 0, 0, 3, NULL},
	{RTM_GETDCB, 0, {0, 2}, 4, {0}, 0, 0, 17, NULL},
	{RTM_NEWNETCONF, 0, {AF_INET}, 4, {0}, 0, 0, 9, NULL},
	{RTM_NEWMDB, 0, {AF_BRIDGE, 0, 0, 0, 1}, 8, {1, 1}, 2, 0, 2, NULL},
	{RTM_NEWMDB, 0, {AF_BRIDGE, 0, 0, 0, 1}, 8, {2}, 1, 0, 1, NULL},
	{RTM_NEWNSID, 0, {0}, 4, {0}, 0, 0, 6, NULL},
	{RTM_NEWSTATS, 0, {0, 0, 0, 0, 1, 0, 0, 0, 31}, 12, {0}, 0, 0, 3, NULL},
	{RTM_NEWNEXTHOP, 0, {AF_INET}, 8, {0}, 0, 0, 14, NULL},
	{RTM_NEWNEXTHOP, 0, {AF_INET6}, 8, {12}, 1, 0, 4, NULL},
};

static const struct attributes diag[] = {
	{SOCK_DIAG_BY_FAMILY, 2, {AF_UNIX, 1, 1, 0, 5}, 16, {0}, 0, 0, 8, NULL},
	{SOCK_DIAG_BY_FAMILY, 2, {AF_NETLINK, 3, 0, 1, 5}, 28, {0}, 0, 0, 5, NULL},
	{SOCK_DIAG_BY_FAMILY, 2, {AF_PACKET, 3, 3, 0, 5}, 20, {0}, 0, 0, 6, NULL},
	{SOCK_DIAG_BY_FAMILY, 2, {AF_INET, 1, 0, 0, 0, 80, 0, 90, 127, 0, 0, 1}, 72, {0}, 0, 0, 18,
		NULL},
	{SOCK_DIAG_BY_FAMILY, 2, {AF_INET6, 10, 0, 0, 0, 80, 0, 90, 1, 2, 3, 4, 5, 6}, 72, {0}, 0,
		20, 21, NULL},
	{SOCK_DIAG_BY_FAMILY, 2, {AF_INET, 1}, 72, {19}, 1, 0, 3, NULL},
	{SOCK_DIAG_BY_FAMILY, 2, {AF_INET, 1}, 72, {19, 2}, 2, 0, 5, NULL},
	{SOCK_DIAG_BY_FAMILY, 0x301, {AF_INET, 6, 255, 0, 255, 255, 255, 255}, 56, {0}, 0, 0, 4,
		NULL},
	{TCPDIAG_GETSOCK, 0x301, {AF_INET, 6, 255, 0, 255, 255, 255, 255}, 60, {0}, 0, 0, 0, NULL},
};

/* The heads of every type, of every length to the longest. */
static void heads(int fd, unsigned first, unsigned last, unsigned step, unsigned flags)
{
	unsigned char bytes[80];

	for (unsigned i = 0; i < sizeof(bytes); i++)
		bytes[i] = i + 2;
	for (unsigned type = first; type <= last; type++)
		for (unsigned n = 0; n < 60; n += n < 4 ? 1 : step) {
			if (type == RTM_SETSTATS || type == 0x60e || type == 0x60f)
				continue; /* has a name that strace 6.1 does not know */
			begin(type, flags);
			put(bytes, n);
			end(fd);
		}
}

static void families(int fd)
{
	static const unsigned char all[] = {
		0, AF_UNIX, AF_INET, 5, AF_INET6, AF_NETLINK, AF_PACKET, 40, 43, 44};
	unsigned char head[64] = {0, 6, 3, 0, 0xff, 0xff, 1};

	for (unsigned flags = 1; flags <= 2; flags++)
		for (unsigned i = 0; i < sizeof(all); i++)
			for (unsigned n = 1; n <= 56; n += n < 4 ? 1 : 12) {
				/* strace shows what fills up the message in the answer as bytes. */
				if ((all[i] == 43 && n > 28) || (flags & NLM_F_REQUEST && n % 4))
					continue;
				head[0] = all[i];
				begin(SOCK_DIAG_BY_FAMILY, flags);
				put(head, n);
				end(fd);
			}
}

/* Filters on sockets: an instruction and what it compares with. */
static void filters(int fd)
{
	static const unsigned char host[] = {AF_INET, 24, 0, 0, 80, 0, 0, 0, 127, 0, 0, 1};
	unsigned char head[56] = {AF_INET, 6};
	size_t at;

	for (unsigned char code = 0; code < 15; code++) {
		const unsigned char op[] = {code, 8, 20, 0};

		begin(SOCK_DIAG_BY_FAMILY, 0x301);
		put(head, sizeof(head));
		at = open_attribute(INET_DIAG_REQ_BYTECODE);
		put(op, sizeof(op));
		if (code)
			put(host, code == INET_DIAG_BC_S_COND || code == INET_DIAG_BC_D_COND ? 12
											     : 4);
		close_attribute(at);
		end(fd);
	}
}

/* Keys of a socket of TCP: one, several, one that is cut off, and a length that is longer than the key. */
static void keys(int fd)
{
	static const unsigned char head[72] = {AF_INET, 1};
	const struct tcp_diag_md5sig all[] = {
		{AF_INET, 24, 3, {htonl(INADDR_LOOPBACK)}, "abcdef"},
		{AF_INET6, 64, 0, {1, 2, 3, 4}, "abcdef"},
		{77, 1, 90, {1}, "a"},
	};

	for (size_t len = sizeof(all[0]) - 1; len <= sizeof(all); len += sizeof(all) / 6) {
		begin(SOCK_DIAG_BY_FAMILY, 0);
		put(head, sizeof(head));
		attribute(INET_DIAG_MD5SIG, all, len);
		end(fd);
	}
}

/* How a socket was shut down: flags that nobody knows, and more bytes than a number has. */
static void shutdowns(int fd)
{
	static const unsigned char head[72] = {AF_INET, 1};
	static const unsigned char how[][9] = {{0}, {1}, {2}, {3}, {4}, {0x62, 3}, {0xff}};

	for (unsigned i = 0; i < sizeof(how) / sizeof(how[0]); i++)
		for (size_t len = 1; len <= sizeof(how[0]); len += 4) {
			begin(SOCK_DIAG_BY_FAMILY, 0);
			put(head, sizeof(head));
			attribute(INET_DIAG_SHUTDOWN, how[i], len);
			end(fd);
		}
}

/* What asks for an algorithm and what is told of one, each report whole and cut off. */
static void algorithms(int fd)
{
	static const unsigned short lengths[] = {0, 1, 2, 4, 8, 63, 64, 68, 72, 76, 143, 144, 148};
	struct crypto_user_alg alg = {"sha256", "sha256-generic", "kernel", 0x4e, 0xf, 3, 0x1000};
	unsigned char payload[148] = "a name";

	for (unsigned type = CRYPTO_MSG_NEWALG; type <= CRYPTO_MSG_DELRNG; type++)
		for (size_t len = 0; len <= sizeof(alg); len += sizeof(alg) / 8) {
			begin(type, 0xf04);
			put(&alg, len);
			end(fd);
		}
	memset(alg.cru_name, 'a', sizeof(alg.cru_name));
	for (unsigned t = 0; t <= CRYPTOCFGA_REPORT_ACOMP; t++)
		for (unsigned i = 0; i < 2 * sizeof(lengths) / sizeof(lengths[0]); i++) {
			memset(payload + 6, i % 2 ? 'b' : 0, sizeof(payload) - 6);
			begin(CRYPTO_MSG_NEWALG, 0);
			put(&alg, sizeof(alg));
			attribute(t, payload, lengths[i / 2]);
			end(fd);
		}
}

static void multipath(int fd)
{
	static const unsigned char head[12] = {AF_INET, 24, 0, 0, 254, 4, 0, 1},
				   gateway[] = {10, 0, 0, 1};
	const struct rtnexthop with = {16, RTNH_F_ONLINK, 2, 1}, without = {8, 0, 0, 1};

	for (unsigned n = 1; n < 4; n++) {
		size_t at;

		begin(RTM_NEWROUTE, 0x500); /* no request: nothing is done */
		put(head, sizeof(head));
		at = open_attribute(RTA_MULTIPATH);
		for (unsigned i = 0; i < n; i++) {
			put(&with, sizeof(with));
			attribute(RTA_GATEWAY, gateway, sizeof(gateway));
			if (i)
				put(&without, sizeof(without));
		}
		close_attribute(at);
		end(fd);
	}
}

/* Tables by name, and a port that is a negative number. */
static void named(int fd)
{
	static const unsigned char head[12] = {AF_INET, 24, 0, 0, 254, 4, 0, 1};
	static const unsigned tables[] = {0, 252, 253, 254, 255, 1000};
	const struct nlmsghdr h = {sizeof(h), RTM_GETLINK, 0, 1, 0x80000001};

	for (unsigned i = 0; i < sizeof(tables) / sizeof(tables[0]); i++) {
		begin(RTM_NEWROUTE, 0);
		put(head, sizeof(head));
		attribute(RTA_TABLE, &tables[i], sizeof(tables[i]));
		end(fd);
	}
	send_bytes(fd, &h, sizeof(h));
}

static void many(int fd)
{
	static const unsigned char head[8] = {AF_INET, 24, 0, 0, 1};
	const struct nlmsghdr h = {sizeof(h), RTM_GETLINK, NLM_F_REQUEST, 1, 0};

	begin(RTM_NEWADDR, 0);
	put(head, sizeof(head));
	for (unsigned i = 0; i < 40; i++)
		attribute(9 | (i & 3) << 14, "abcd", 4);
	end(fd);
	m.len = 0;
	for (unsigned i = 0; i < 40; i++)
		put(&h, sizeof(h));
	send_bytes(fd, m.bytes, m.len);
}

/* Answers, as the kernel makes them, and others. */
static void errors(int fd)
{
	const struct nlmsghdr inner = {20, RTM_GETLINK, NLM_F_REQUEST, 7, 0};

	for (int flags = 0; flags < 4; flags++)
		for (int error = -3; error < 3; error++) {
			begin(NLMSG_ERROR, flags << 8);
			put(&error, sizeof(error));
			put(&inner, sizeof(inner));
			if (!(flags & 1))
				put("\2\0\0", 4);
			if (flags & 2) {
				attribute(1, "what is wrong", 14);
				attribute(2, "\4\0\0", 4);
				attribute(3, "cookie", 6);
				attribute(9, "x", 1);
			}
			end(fd);
		}
	for (unsigned type = 0; type < 16; type++)
		for (unsigned n = 0; n < 22; n += 4) {
			begin(type, 0xffff);
			put(m.bytes, n);
			end(fd);
		}
}

/* Lengths that are not those of the bytes. */
static void lies(int fd)
{
	static const unsigned char lengths[] = {0, 1, 15, 16, 17, 18, 20, 40, 200};
	/* Aligned, the last ones do not fit into 32 bits. */
	static const uint32_t huge[] = {
		0x10000, 0x7fffffff, 0x80000000, 0xfffffffc, 0xfffffffd, 0xffffffff};
	static const unsigned short attributes[] = {3, 4, 5, 7, 100, 0xffff};
	static const unsigned char head[8] = {AF_INET, 24, 0, 0, 1};

	for (unsigned n = 1; n < 40; n += 3)
		for (unsigned i = 0; i < sizeof(lengths); i++) {
			begin(RTM_GETLINK, 0);
			m.bytes[0] = lengths[i];
			send_bytes(fd, m.bytes, n);
		}
	for (unsigned i = 0; i < sizeof(huge) / sizeof(huge[0]); i++)
		for (unsigned n = 16; n < 40; n += 7) {
			begin(RTM_GETLINK, 0);
			memcpy(m.bytes, &huge[i], 4);
			send_bytes(fd, m.bytes, n);
		}
	for (unsigned i = 0; i < sizeof(attributes) / sizeof(attributes[0]); i++) {
		begin(RTM_NEWADDR, 0);
		put(head, sizeof(head));
		attribute(9, "abcd", 4);
		memcpy(m.bytes + 24, &attributes[i], 2);
		attribute(9, "abcd", 4);
		end(fd);
	}
	syscall(SYS_sendto, fd, NULL, 16, 0, NULL, 0);
	syscall(SYS_sendto, fd, (void *)0x1000, 16, 0, NULL, 0);
}

/* The calls that carry messages, and those that do not show them. */
static void calls(int fd)
{
	unsigned char answer[256];
	struct iovec parts[2] = {{m.bytes, 0}, {m.bytes, 8}},
		     into[2] = {{answer, 100}, {answer + 100, 156}};
	struct sockaddr_nl to = {AF_NETLINK, 0, 0, 0};
	struct msghdr message = {&to, sizeof(to), parts, 2, NULL, 0, 0},
		      received = {&to, sizeof(to), into, 2, NULL, 0, 0};
	struct mmsghdr several[2] = {{message, 0}, {message, 0}};
	static const unsigned char nobody[8] = {AF_INET, 0, 0, 0, 0x77, 0x77, 0x77, 0x77};
	static const unsigned one = 1;

	setsockopt(fd, SOL_NETLINK, NETLINK_EXT_ACK, &one, sizeof(one));
	begin(RTM_DELADDR, NLM_F_REQUEST | NLM_F_ACK);
	put(nobody, sizeof(nobody));
	attribute(2, "\177\0\0\1", 4);
	m.bytes[0] = m.len;
	parts[0].iov_len = m.len;
	syscall(SYS_write, fd, m.bytes, m.len);
	syscall(SYS_read, fd, answer, sizeof(answer));
	syscall(SYS_sendmsg, fd, &message, 0);
	syscall(SYS_recvmsg, fd, &received, MSG_DONTWAIT);
	syscall(SYS_sendmmsg, fd, several, 2, 0);
	syscall(SYS_recvfrom, fd, answer, 8, MSG_PEEK, NULL, NULL);
	syscall(SYS_recvfrom, fd, answer, sizeof(answer), MSG_DONTWAIT, NULL, NULL);
	received.msg_iovlen = 1;
	several[0].msg_hdr = several[1].msg_hdr = received;
	syscall(SYS_recvmmsg, fd, several, 2, MSG_DONTWAIT, NULL);
}

/* Links that cannot be deleted: that of the machine itself, and ones that are not there. */
static void links(int fd)
{
	static const int indices[] = {1, 0, -1};
	static const char *const names[] = {"lo", "nowhere", ""};

	for (unsigned i = 0; i < sizeof(indices) / sizeof(indices[0]); i++) {
		const struct ifinfomsg link = {.ifi_family = AF_UNSPEC, .ifi_index = indices[i]};

		begin(RTM_DELLINK, NLM_F_REQUEST | NLM_F_ACK);
		put(&link, sizeof(link));
		attribute(IFLA_IFNAME, names[i], strlen(names[i]) + 1);
		end(fd);
	}
}

int main(void)
{
	static const struct {
		unsigned protocol, first, last, step, flags;
	} others[] = {
		{NETLINK_XFRM, 16, 42, 50, 0xff00},
		{NETLINK_AUDIT, 999, 1021, 50, 0},
		{NETLINK_AUDIT, 1300, 1340, 50, 0},
		{NETLINK_AUDIT, 1699, 1703, 50, 0},
		{NETLINK_AUDIT, 1799, 1808, 50, 0},
		{NETLINK_SELINUX, 16, 18, 4, 0},
		{NETLINK_GENERIC, 16, 40, 40, 0},
		{NETLINK_USERSOCK, 16, 17, 40, 0},
		{NETLINK_KOBJECT_UEVENT, 16, 16, 40, 0},
	};
	int fd = open_netlink(NETLINK_ROUTE);

	for (unsigned i = 0; i < sizeof(route) / sizeof(route[0]); i++)
		walk(fd, &route[i]);
	heads(fd, RTM_BASE, RTM_GETNEXTHOPBUCKET, 23, 0);
	multipath(fd);
	named(fd);
	many(fd);
	errors(fd);
	lies(fd);
	calls(fd);
	close(fd);
	fd = open_netlink(NETLINK_ROUTE);
	links(fd);
	close(fd);
	fd = open_netlink(NETLINK_SOCK_DIAG);
	for (unsigned i = 0; i < sizeof(diag) / sizeof(diag[0]); i++)
		walk(fd, &diag[i]);
	families(fd);
	filters(fd);
	keys(fd);
	shutdowns(fd);
	close(fd);
	fd = open_netlink(NETLINK_CRYPTO);
	algorithms(fd);
	close(fd);
	fd = open_netlink(NETLINK_NETFILTER);
	for (unsigned subsystem = 0; subsystem < 14; subsystem++)
		heads(fd, subsystem << 8 | (subsystem ? 0 : 0x10), subsystem << 8 | 14, 9, 0xf04);
	heads(fd, 0x10, 0x11, 9, 0xf04);
	close(fd);
	for (unsigned i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		fd = open_netlink(others[i].protocol);
		heads(fd, others[i].first, others[i].last, others[i].step, others[i].flags);
		close(fd);
	}
	return 0;
}
