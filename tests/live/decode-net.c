// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Sockets: addresses of every family, messages and what is beside them, options, ioctls; each with usual arguments,
 * with NULL, with a bad address, with lengths that do not fit and with unknown values. Traced by decode.test.
 */
#include <arpa/inet.h>
#include <fcntl.h>
#include <linux/ax25.h>
#include <linux/filter.h>
#include <linux/if_packet.h>
#include <linux/netlink.h>
#include <linux/sockios.h>
#include <linux/vm_sockets.h>
#include <net/if.h>
#include <netinet/tcp.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#define BAD ((void *)0x1000)

static void sockets(void)
{
	static const int families[] = {AF_UNIX, AF_INET, AF_INET6, AF_NETLINK, AF_PACKET,
		AF_BLUETOOTH, AF_ALG, AF_VSOCK, AF_CAN, AF_SMC, AF_NFC, AF_KCM, 1000};
	int pair[2];

	for (unsigned i = 0; i < sizeof(families) / sizeof(families[0]); i++)
		for (int protocol = 0; protocol < 20; protocol++)
			syscall(SYS_socket, families[i], 1000, protocol);
	syscall(SYS_socket, AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, IPPROTO_TCP);
	syscall(SYS_socket, AF_INET, 7 | SOCK_CLOEXEC | 0x10000, -1);
	syscall(SYS_socket, AF_INET, SOCK_DGRAM | 0xf00000, 0);
	syscall(SYS_socket, AF_INET, SOCK_DGRAM | SOCK_NONBLOCK | 0xf00000, 0);
	syscall(SYS_socket, AF_PACKET, -1, htons(3));
	syscall(SYS_socket, AF_PACKET, -1, htons(0x1234));
	syscall(SYS_socketpair, AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0, pair);
	syscall(SYS_socketpair, AF_INET, SOCK_DGRAM, 0, pair);
	syscall(SYS_socketpair, AF_UNIX, SOCK_DGRAM, 0, BAD);
	for (int how = 0; how < 4; how++)
		syscall(SYS_shutdown, -1, how);
	syscall(SYS_listen, -1, -1);
}

static void addresses(void)
{
	struct sockaddr_un un = {AF_UNIX, "/nowhere/sock"};
	struct sockaddr_in in = {AF_INET, htons(80), {htonl(INADDR_LOOPBACK)}, ""};
	struct sockaddr_in6 in6 = {AF_INET6, htons(443), htonl(5), IN6ADDR_LOOPBACK_INIT, 1};
	struct sockaddr_nl nl = {AF_NETLINK, 0, 17, 0x10};
	struct sockaddr_ll ll = {AF_PACKET, htons(0x800), 1, 772, 0, 6, {1, 2, 3, 4, 5, 6}};
	struct sockaddr_vm vm = {
		.svm_family = AF_VSOCK, .svm_port = 1234, .svm_cid = VMADDR_CID_ANY};
	struct sockaddr any = {AF_UNSPEC, "abcdefghijkl"};

	for (int len = -1; len < 20; len++) {
		syscall(SYS_bind, -1, &un, len);
		syscall(SYS_bind, -1, &in, len);
		syscall(SYS_bind, -1, &any, len);
	}
	syscall(SYS_connect, -1, &un, sizeof(un));
	memset(un.sun_path, 'x', sizeof(un.sun_path));
	syscall(SYS_connect, -1, &un, sizeof(un));
	memcpy(un.sun_path, "\0hidden\1\0name", 14);
	syscall(SYS_connect, -1, &un, offsetof(struct sockaddr_un, sun_path) + 13);
	syscall(SYS_connect, -1, &un, offsetof(struct sockaddr_un, sun_path) + 1);
	memcpy(un.sun_path, "a\n\"\377", 5);
	syscall(SYS_connect, -1, &un, sizeof(un));
	syscall(SYS_connect, -1, &in6, sizeof(in6));
	syscall(SYS_connect, -1, &in6, sizeof(in6) - 4);
	syscall(SYS_connect, -1, &in6, sizeof(in6) - 5);
	in6.sin6_addr.s6_addr[0] = 0xfe, in6.sin6_addr.s6_addr[1] = 0x80;
	syscall(SYS_connect, -1, &in6, sizeof(in6));
	in6.sin6_scope_id = 7777;
	syscall(SYS_connect, -1, &in6, sizeof(in6));
	syscall(SYS_connect, -1, &nl, sizeof(nl));
	syscall(SYS_connect, -1, &nl, sizeof(nl) - 1);
	nl = (struct sockaddr_nl){AF_NETLINK, 1, -1, 0};
	syscall(SYS_connect, -1, &nl, sizeof(nl));
	syscall(SYS_connect, -1, &ll, sizeof(ll));
	ll.sll_halen = 9, ll.sll_hatype = 0x7777, ll.sll_pkttype = 77, ll.sll_ifindex = 0;
	syscall(SYS_connect, -1, &ll, sizeof(ll));
	ll.sll_halen = 0;
	syscall(SYS_connect, -1, &ll, sizeof(ll));
	syscall(SYS_connect, -1, &vm, sizeof(vm));
	for (int family = 0; family < 50; family++) {
		any.sa_family = family;
		if (family != AF_ALG && family != AF_AX25)
			syscall(SYS_connect, -1, &any, sizeof(any));
	}
	any = (struct sockaddr){AF_XDP, "\2\0\0\0\0\0\0\0\0\0\7"};
	syscall(SYS_connect, -1, &any, sizeof(any));
	any.sa_family = 0x7777;
	syscall(SYS_connect, -1, &any, sizeof(any));
	syscall(SYS_connect, -1, NULL, 16);
	syscall(SYS_connect, -1, BAD, 16);
}

/* Families whose addresses say by their length, or within, what they are. */
static void rare_addresses(void)
{
	static const struct {
		unsigned char bytes[40];
		unsigned char len;
	} all[] = {
		{{AF_NFC, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 4}, 16},
		{{AF_RXRPC, 0, 1, 0, 2, 0, 16, 0, AF_INET, 0, 0, 80, 127, 0, 0, 1}, 36},
		{{AF_RXRPC, 0, 0xc4, 9, 2, 0, 28, 0, AF_INET6, 0, 0, 80, 0, 0, 0, 7, 0xfe, 0x80},
			36},
		{{AF_RXRPC, 0, 9, 0, 1, 0, 2, 0, AF_UNSPEC}, 36},
		{{AF_IEEE802154, 0, 0, 0, 0, 0, 0, 0, 0x34, 0x12}, 20},
		{{AF_IEEE802154, 0, 0, 0, 2, 0, 0, 0, 0x34, 0x12, 7, 6}, 20},
		{{AF_IEEE802154, 0, 0, 0, 3, 0, 0, 0, 0x34, 0x12, 1, 2, 3, 4, 5, 6, 7, 8}, 20},
		{{AF_BLUETOOTH, 0, 1, 0, 3, 0}, 6},
		{{AF_BLUETOOTH, 0, 1, 0, 1, 2, 3, 4, 5, 6, 0x40, 0, 2}, 14},
		{{AF_BLUETOOTH, 0, 0x85, 0, 1, 2, 3, 4, 5, 6, 4, 0, 1}, 14},
	};
	static const unsigned char families[] = {AF_NFC, AF_RXRPC, AF_IEEE802154, AF_BLUETOOTH};
	unsigned char any[128];

	for (unsigned i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		syscall(SYS_connect, -1, all[i].bytes, all[i].len);
	for (unsigned i = 0; i < sizeof(any); i++)
		any[i] = i;
	for (unsigned i = 0; i < sizeof(families); i++)
		for (unsigned len = 2; len < 100; len++) {
			any[0] = families[i], any[1] = 0;
			syscall(SYS_connect, -1, any, len);
		}
}

/* What the kernel answers, into room that fits or does not. */
static void answers(int receiver, const struct sockaddr_in *to)
{
	static const int lengths[] = {16, 128, 4, 2, 0, -4};
	struct sockaddr_storage from;
	char data[40];
	int len, sender = socket(AF_INET, SOCK_DGRAM, 0);

	syscall(SYS_connect, sender, to, sizeof(*to));
	for (unsigned i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++) {
		len = lengths[i];
		syscall(SYS_getsockname, sender, &from, &len);
		len = lengths[i];
		syscall(SYS_getpeername, receiver, &from, &len);
		syscall(SYS_sendto, sender, "question", 8, MSG_NOSIGNAL | 0x4000000, NULL, 0);
		len = lengths[i];
		syscall(SYS_recvfrom, receiver, data, sizeof(data), MSG_DONTWAIT, &from, &len);
	}
	syscall(SYS_getsockname, sender, &from, NULL);
	syscall(SYS_getsockname, sender, &from, BAD);
	len = sizeof(from);
	syscall(SYS_getsockname, sender, BAD, &len);
	syscall(SYS_sendto, sender, "a\0b", 3, 0, to, sizeof(*to));
	syscall(SYS_recvfrom, receiver, data, 2, 0, NULL, NULL);
	syscall(SYS_recvfrom, receiver, data, sizeof(data), MSG_DONTWAIT, NULL, NULL);
	syscall(SYS_sendto, sender, BAD, 3, -1, BAD, 16);
	close(sender);
}

static void messages(int receiver, const struct sockaddr_in *to)
{
	struct iovec parts[] = {{"hello", 5}, {"world", 2}, {NULL, 0}};
	struct msghdr m = {.msg_name = (void *)to,
		.msg_namelen = sizeof(*to),
		.msg_iov = parts,
		.msg_iovlen = 3};
	struct sockaddr_storage from;
	char data[100], control[256];
	struct iovec into[] = {{data, 3}, {data + 10, 60}};
	struct msghdr r = {&from, sizeof(from), into, 2, control, sizeof(control), 0};
	struct mmsghdr many[4];
	struct timespec timeout = {1, 0};
	int sender = socket(AF_INET, SOCK_DGRAM, 0), one = 1;

	setsockopt(receiver, SOL_SOCKET, SO_TIMESTAMPNS, &one, sizeof(one));
	setsockopt(receiver, SOL_IP, IP_PKTINFO, &one, sizeof(one));
	setsockopt(receiver, SOL_IP, IP_RECVTTL, &one, sizeof(one));
	syscall(SYS_sendmsg, sender, &m, MSG_DONTWAIT);
	syscall(SYS_recvmsg, receiver, &r, 0);
	syscall(SYS_recvmsg, receiver, &r, MSG_DONTWAIT);
	syscall(SYS_sendmsg, sender, &m, 0);
	r.msg_namelen = 4, r.msg_controllen = 0, r.msg_iovlen = 1;
	syscall(SYS_recvmsg, receiver, &r, MSG_TRUNC);
	syscall(SYS_recvmsg, -1, NULL, 0);
	syscall(SYS_recvmsg, -1, BAD, 0);
	syscall(SYS_sendmsg, -1, BAD, 0);
	m.msg_iov = BAD;
	syscall(SYS_sendmsg, sender, &m, 0);
	m.msg_iov = parts, parts[1].iov_base = BAD;
	syscall(SYS_sendmsg, sender, &m, 0);
	m.msg_iovlen = 1;
	for (int i = 0; i < 4; i++)
		many[i] = (struct mmsghdr){m, 0};
	many[2].msg_hdr.msg_name = NULL, many[2].msg_hdr.msg_namelen = 0;
	syscall(SYS_sendmmsg, sender, many, 2, 0);
	syscall(SYS_sendmmsg, sender, many, 0, 0);
	syscall(SYS_sendmmsg, -1, many, 3, 0);
	syscall(SYS_sendmmsg, sender, NULL, 1, 0);
	for (int i = 0; i < 4; i++)
		many[i].msg_hdr = (struct msghdr){&from, sizeof(from), into + 1, 1, NULL, 0, 0};
	syscall(SYS_recvmmsg, receiver, many, 4, MSG_DONTWAIT, &timeout);
	syscall(SYS_recvmmsg, receiver, many, 4, MSG_DONTWAIT, NULL);
	syscall(SYS_recvmmsg, -1, many, 4, MSG_DONTWAIT, BAD);
	close(sender);
}

/* Descriptors and credentials beside a message. */
static void control_messages(void)
{
	union {
		char bytes[96];
		struct cmsghdr first;
	} u = {""}, v;
	struct iovec part = {"x", 1};
	struct msghdr m = {NULL, 0, &part, 1, &u, 56, 0}, r = {NULL, 0, &part, 1, &v, sizeof(v), 0};
	struct cmsghdr *c = &u.first;
	struct ucred me = {getpid(), getuid(), getgid()};
	int pair[2], fds[2] = {0, 1}, one = 1;

	socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
	setsockopt(pair[1], SOL_SOCKET, SO_PASSCRED, &one, sizeof(one));
	*c = (struct cmsghdr){CMSG_LEN(sizeof(me)), SOL_SOCKET, SCM_CREDENTIALS};
	memcpy(CMSG_DATA(c), &me, sizeof(me));
	c = (struct cmsghdr *)(u.bytes + CMSG_SPACE(sizeof(me)));
	*c = (struct cmsghdr){CMSG_LEN(sizeof(fds)), SOL_SOCKET, SCM_RIGHTS};
	memcpy(CMSG_DATA(c), fds, sizeof(fds));
	part.iov_base = u.bytes;
	syscall(SYS_sendmsg, pair[0], &m, 0);
	part.iov_base = (char[1]){0};
	syscall(SYS_recvmsg, pair[1], &r, MSG_CMSG_CLOEXEC);
	for (size_t len = 0; len < 40; len += 7) {
		c->cmsg_len = len;
		syscall(SYS_sendmsg, -1, &m, 0);
		m.msg_controllen = 56 - len;
		syscall(SYS_sendmsg, -1, &m, 0);
		m.msg_controllen = 56;
	}
	c->cmsg_len = 24;
	for (int type = 0; type < 30; type++) {
		c->cmsg_type = type;
		c->cmsg_level = SOL_IP;
		syscall(SYS_sendmsg, -1, &m, 0);
		c->cmsg_level = SOL_SOCKET;
		syscall(SYS_sendmsg, -1, &m, 0);
	}
	m.msg_control = NULL;
	syscall(SYS_sendmsg, -1, &m, 0);
	m.msg_control = BAD;
	syscall(SYS_sendmsg, -1, &m, 0);
}

/*
 * Stations of AX.25: names that the words give back or do not, and the stations on the way, as many as said or fewer.
 */
static void stations(void)
{
	static const char *const names[] = {"AB1CD ", "ABCDEF", "      ", " AB   ", "A B   ",
		"ab    ", "A-\"\\  ", "A*    ", "A/    ", "A\x1f    ", "A\x7f    ", "\0\0\0\0\0\0"};
	static const unsigned char lasts[] = {0, 1, 2, 0x1e, 0x20, 0x80, 0xff};
	static const int counts[] = {-1, 0, 1, 2, 8, 9};
	unsigned char bytes[128];
	struct sockaddr_ax25 a = {.sax25_family = AF_AX25};

	for (unsigned n = 0; n < sizeof(names) / sizeof(names[0]); n++)
		for (unsigned l = 0; l < sizeof(lasts); l++) {
			for (unsigned i = 0; i < 6; i++)
				a.sax25_call.ax25_call[i] = names[n][i] << 1;
			a.sax25_call.ax25_call[6] = lasts[l];
			syscall(SYS_connect, -1, &a, sizeof(a));
		}
	a.sax25_call.ax25_call[0] |= 1;
	memset(bytes, 'A' << 1, sizeof(bytes));
	for (unsigned c = 0; c < sizeof(counts) / sizeof(counts[0]); c++) {
		a.sax25_ndigis = counts[c];
		memcpy(bytes, &a, sizeof(a));
		for (unsigned len = 2; len <= 80; len++)
			syscall(SYS_connect, -1, bytes, len);
	}
}

/*
 * Programs that choose packets: what is loaded from where, programs that cannot be read, and the kernel's copy of one.
 */
static void filters(void)
{
	static const unsigned codes[] = {BPF_LD | BPF_B | BPF_ABS, BPF_LD | BPF_W | BPF_ABS,
		BPF_LD | BPF_H | BPF_IND, BPF_LDX | BPF_B | BPF_MSH, BPF_LD | BPF_MEM,
		BPF_ALU | BPF_ADD, BPF_RET | BPF_K};
	static const unsigned starts[] = {SKF_AD_OFF, SKF_AD_OFF + 1, SKF_AD_OFF + SKF_AD_VLAN_TPID,
		SKF_AD_OFF + SKF_AD_MAX, SKF_AD_OFF - 1, SKF_NET_OFF, SKF_NET_OFF - 1,
		SKF_LL_OFF + 12, SKF_LL_OFF - 1, 0x7fffffff, -1};
	struct sock_filter all[96];
	struct sock_filter two[] = {BPF_STMT(BPF_LD | BPF_B | BPF_ABS, SKF_AD_OFF + SKF_AD_MARK),
		BPF_STMT(BPF_RET | BPF_K, 0xffff)};
	struct sock_filter *programs[] = {two, all, NULL, BAD};
	struct sock_fprog p = {0, all};
	int fd = socket(AF_INET, SOCK_DGRAM, 0), len;

	for (unsigned k = 0; k < sizeof(starts) / sizeof(starts[0]); k++)
		for (unsigned c = 0; c < sizeof(codes) / sizeof(codes[0]); c++)
			all[p.len++] = (struct sock_filter)BPF_STMT(codes[c], starts[k]);
	all[p.len++] = (struct sock_filter)BPF_JUMP(BPF_LD | BPF_B | BPF_ABS, SKF_AD_OFF, 1, 0);
	all[p.len++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ, SKF_LL_OFF, 0, 2);
	syscall(SYS_setsockopt, fd, SOL_SOCKET, SO_ATTACH_FILTER, &p, sizeof(p));
	syscall(SYS_setsockopt, -1, SOL_SOCKET, SO_ATTACH_REUSEPORT_CBPF, &p, sizeof(p));
	syscall(SYS_setsockopt, -1, SOL_IP, SO_ATTACH_FILTER, &p, sizeof(p));
	for (unsigned i = 0; i < sizeof(programs) / sizeof(programs[0]); i++)
		for (unsigned short n = 0; n < 3; n++) {
			p = (struct sock_fprog){n, programs[i]};
			syscall(SYS_setsockopt, -1, SOL_SOCKET, SO_ATTACH_FILTER, &p, sizeof(p));
		}
	syscall(SYS_setsockopt, -1, SOL_SOCKET, SO_ATTACH_FILTER, &p, sizeof(p) - 1);
	syscall(SYS_setsockopt, -1, SOL_SOCKET, SO_ATTACH_FILTER, &p, sizeof(p) + 1);
	syscall(SYS_setsockopt, -1, SOL_SOCKET, SO_ATTACH_FILTER, BAD, sizeof(p));
	syscall(SYS_setsockopt, -1, SOL_SOCKET, SO_ATTACH_FILTER, NULL, sizeof(p));
	p = (struct sock_fprog){2, two};
	syscall(SYS_setsockopt, fd, SOL_SOCKET, SO_ATTACH_FILTER, &p, sizeof(p));
	for (unsigned i = 0; i < 5; i++) {
		len = i;
		syscall(SYS_getsockopt, fd, SOL_SOCKET, SO_GET_FILTER, all, &len);
	}
	len = 2;
	syscall(SYS_getsockopt, fd, SOL_SOCKET, SO_GET_FILTER, BAD, &len);
	syscall(SYS_getsockopt, fd, SOL_SOCKET, SO_GET_FILTER, NULL, &len);
	syscall(SYS_getsockopt, fd, SOL_SOCKET, SO_GET_FILTER, all, NULL);
	syscall(SYS_setsockopt, fd, SOL_SOCKET, SO_ATTACH_BPF, &fd, sizeof(fd));
	syscall(SYS_setsockopt, fd, SOL_SOCKET, SO_ATTACH_REUSEPORT_EBPF, &fd, sizeof(fd));
	syscall(SYS_setsockopt, fd, SOL_SOCKET, SO_DETACH_FILTER, &fd, sizeof(fd));
	close(fd);
}

static void options(void)
{
	static const int levels[] = {SOL_SOCKET, SOL_IP, SOL_IPV6, SOL_RAW, SOL_PACKET, SOL_NETLINK,
		IPPROTO_TCP, IPPROTO_UDP, AF_VSOCK, 5555};
	static const int lengths[] = {0, 3, 4, 8};
	unsigned char value[160];
	int len, fd = socket(AF_INET, SOCK_STREAM, 0);

	memset(value, 1, sizeof(value));
	for (unsigned i = 0; i < sizeof(levels) / sizeof(levels[0]); i++)
		for (int name = 0; name < 80; name++) {
			syscall(SYS_setsockopt, -1, levels[i], name, value, 64);
			len = sizeof(value);
			syscall(SYS_getsockopt, fd, levels[i], name, value, &len);
		}
	memset(value, 0, sizeof(value));
	for (unsigned i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++) {
		static const int names[] = {
			SO_REUSEADDR, SO_LINGER, SO_RCVTIMEO, SO_PEERCRED, SO_BINDTODEVICE};

		for (unsigned n = 0; n < sizeof(names) / sizeof(names[0]); n++) {
			syscall(SYS_setsockopt, fd, SOL_SOCKET, names[n], value, lengths[i]);
			len = lengths[i];
			syscall(SYS_getsockopt, fd, SOL_SOCKET, names[n], value, &len);
		}
	}
	syscall(SYS_setsockopt, fd, IPPROTO_TCP, TCP_CONGESTION, "cubic", 5);
	syscall(SYS_setsockopt, fd, SOL_SOCKET, SO_REUSEADDR, BAD, 4);
	syscall(SYS_setsockopt, fd, SOL_SOCKET, SO_REUSEADDR, NULL, 4);
	len = 4;
	syscall(SYS_getsockopt, fd, SOL_SOCKET, SO_TYPE, BAD, &len);
	syscall(SYS_getsockopt, fd, SOL_SOCKET, SO_TYPE, value, BAD);
	syscall(SYS_getsockopt, fd, SOL_SOCKET, SO_TYPE, value, NULL);
	close(fd);
}

static void accepted(void)
{
	struct sockaddr_in a = {AF_INET, 0, {htonl(INADDR_LOOPBACK)}, ""};
	struct sockaddr_storage peer;
	int len = sizeof(a), server = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);

	bind(server, (struct sockaddr *)&a, sizeof(a));
	syscall(SYS_listen, server, 16);
	syscall(SYS_getsockname, server, &a, &len);
	for (int i = 0; i < 3; i++) {
		int client = socket(AF_INET, SOCK_STREAM, 0);

		syscall(SYS_connect, client, &a, sizeof(a));
		len = i == 1 ? 4 : sizeof(peer);
		syscall(SYS_accept4, server, i == 2 ? NULL : &peer, i == 2 ? NULL : &len,
			SOCK_CLOEXEC | SOCK_NONBLOCK);
		close(client);
	}
	syscall(SYS_accept4, server, &peer, &len, 1);
	syscall(SYS_accept, server, &peer, &len);
	syscall(SYS_accept, -1, &peer, BAD);
}

static void interfaces(void)
{
	static const int known[] = {SIOCGIFFLAGS, SIOCGIFADDR, SIOCGIFNETMASK, SIOCGIFMTU,
		SIOCGIFHWADDR, SIOCGIFINDEX, SIOCGIFTXQLEN, SIOCGIFMAP, SIOCGIFMETRIC};
	int fd = socket(AF_INET, SOCK_DGRAM, 0);
	struct ifreq list[4], r;
	struct ifconf all = {sizeof(list), {(char *)list}};

	for (unsigned request = 0x8901; request < 0x89b2; request++) {
		memset(&r, 0, sizeof(r));
		strcpy(r.ifr_name, "nope");
		r.ifr_addr = (struct sockaddr){AF_INET, "\0P\177\0\0\1"};
		syscall(SYS_ioctl, -1, request, &r);
		syscall(SYS_ioctl, -1, request, NULL);
	}
	for (unsigned i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		memset(&r, 0, sizeof(r));
		strcpy(r.ifr_name, "lo");
		syscall(SYS_ioctl, fd, known[i], &r);
	}
	memset(&r, 'x', sizeof(r));
	syscall(SYS_ioctl, fd, SIOCGIFFLAGS, &r);
	r.ifr_ifindex = 1;
	syscall(SYS_ioctl, fd, SIOCGIFNAME, &r);
	syscall(SYS_ioctl, fd, SIOCGIFCONF, &all);
	syscall(SYS_ioctl, fd, SIOCGIFCONF, BAD);
	close(fd);
}

int main(void)
{
	struct sockaddr_in to = {AF_INET, 0, {htonl(INADDR_LOOPBACK)}, ""};
	socklen_t len = sizeof(to);
	int receiver = socket(AF_INET, SOCK_DGRAM, 0);

	bind(receiver, (struct sockaddr *)&to, sizeof(to));
	getsockname(receiver, (struct sockaddr *)&to, &len);
	sockets();
	addresses();
	rare_addresses();
	answers(receiver, &to);
	messages(receiver, &to);
	control_messages();
	options();
	filters();
	stations();
	accepted();
	interfaces();
	return 0;
}
