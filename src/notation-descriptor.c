// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * What a file descriptor is, in strace's text: 3</dev/null<char 1:3>>, 4<TCP:[127.0.0.1:80]>. Learned
 * from the output of strace 6.1. Used by sink-text.c.
 */
#include <arpa/inet.h>
#include <fcntl.h>
#include <string.h>
#include <sys/un.h>
#include "desc/types.h"
#include "descriptor.h"
#include "notation.h"

/* Protocols whose addresses are shown; of others only the socket's number. */
static const char *const protocols[] = {
	"TCP", "TCPv6", "UDP", "UDPv6", "RAW", "RAWv6", "UNIX", "UNIX-STREAM", "NETLINK"};

static void put_quoted(struct outbuf *out, enum options_hex hex, const void *bytes, size_t len,
	enum quote_marks marks)
{
	const size_t most = OUTBUF_PIECE / QUOTE_WIDEST;
	enum quote_style style = notation_quote_style(hex, bytes, len);
	const unsigned char *at = bytes;

	while (len) {
		size_t n = len < most ? len : most;
		char *to = outbuf_reserve(out, n * QUOTE_WIDEST);

		outbuf_commit(out, quote(at, n, n < len ? at[n] : -1, style, marks, to));
		at += n;
		len -= n;
	}
}

/* @remark stands behind the path as if it were part of it. */
static void put_path(struct outbuf *out, enum options_hex hex, const struct descriptor_view *view,
	const char *remark)
{
	unsigned char path[DESCRIPTOR_PATH_MAX + 16];
	size_t len = descriptor_path(view, path, DESCRIPTOR_PATH_MAX);

	memcpy(path + len, remark, strlen(remark));
	put_quoted(out, hex, path, len + strlen(remark), QUOTE_IN_ANGLES);
}

/* ---- sockets ---- */

static const char *protocol_of(const struct descriptor_view *view)
{
	for (size_t i = 0; i < sizeof(protocols) / sizeof(*protocols); i++)
		if (view->names_len > strlen(protocols[i]) &&
			!strcmp((const char *)view->names, protocols[i]))
			return protocols[i];
	return NULL;
}

static void put_inet(struct outbuf *out, const struct descriptor *d, unsigned i)
{
	char text[INET6_ADDRSTRLEN] = "";

	inet_ntop(d->family, d->address[i], text, sizeof(text));
	outbuf_text(out, d->family == AF_INET6 ? "[" : "");
	outbuf_text(out, text);
	outbuf_text(out, d->family == AF_INET6 ? "]:" : ":");
	outbuf_dec(out, d->port[i]);
}

/* The address that the socket is bound to: behind the protocol's name. */
static void put_unix_address(
	struct outbuf *out, enum options_hex hex, const struct descriptor_view *view)
{
	size_t skip = strlen((const char *)view->names) + 1;
	const unsigned char *path = view->names + skip;
	size_t len = view->names_len - skip;

	if (!len)
		return;
	outbuf_text(out, *path ? ",\"" : ",@\"");
	if (!*path) {
		path++;
		len--;
	}
	put_quoted(out, hex, path, strnlen((const char *)path, len), QUOTE_IN_QUOTES);
	outbuf_char(out, '"');
}

static void put_netlink(struct outbuf *out, const struct descriptor *d)
{
	static const char prefix[] = "NETLINK_";

	for (unsigned i = 0; i < type_netlink_protocol.count; i++) {
		const struct symbol *s = &type_netlink_protocol.symbols[i];

		if (s->value == d->protocol) {
			outbuf_text(out, s->name + (strncmp(s->name, prefix, sizeof(prefix) - 1)
								   ? 0
								   : sizeof(prefix) - 1));
			outbuf_char(out, ':');
			outbuf_dec(out, d->peer);
			return;
		}
	}
	outbuf_dec(out, d->protocol);
	outbuf_char(out, ':');
	outbuf_dec(out, d->peer);
}

static void put_socket(struct outbuf *out, enum options_hex hex, const struct descriptor_view *view,
	const char *protocol)
{
	const struct descriptor *d = view->d;
	bool inet = d->family == AF_INET || d->family == AF_INET6;

	outbuf_text(out, protocol);
	outbuf_text(out, ":[");
	if (inet && d->flags & DESCRIPTOR_BOUND && strncmp(protocol, "RAW", 3)) {
		put_inet(out, d, 0);
		if (d->flags & DESCRIPTOR_CONNECTED) {
			outbuf_text(out, "->");
			put_inet(out, d, 1);
		}
	} else if (d->family == AF_NETLINK && d->flags & DESCRIPTOR_BOUND) {
		put_netlink(out, d);
	} else {
		outbuf_dec(out, d->ino);
		if (d->family == AF_UNIX && d->peer) {
			outbuf_text(out, "->");
			outbuf_dec(out, d->peer);
		}
		if (d->family == AF_UNIX)
			put_unix_address(out, hex, view);
	}
	outbuf_char(out, ']');
}

/* ---- all ---- */

static void put_file(
	struct outbuf *out, const struct options *o, bool cwd, const struct descriptor_view *view)
{
	unsigned flags = view->d->flags;
	bool deleted = flags & DESCRIPTOR_DELETED;
	bool device =
		flags & (DESCRIPTOR_CHARACTER | DESCRIPTOR_BLOCK) && o->decode_fds & OPTIONS_FD_DEV;

	if (!device && !(o->decode_fds & OPTIONS_FD_PATH))
		return;
	outbuf_char(out, '<');
	put_path(out, o->hex, view, deleted && cwd ? " (deleted)" : "");
	if (device) {
		outbuf_text(out, flags & DESCRIPTOR_CHARACTER ? "<char " : "<block ");
		outbuf_dec(out, view->d->major);
		outbuf_char(out, ':');
		outbuf_dec(out, view->d->minor);
		outbuf_char(out, '>');
	}
	outbuf_char(out, '>');
	if (deleted && !cwd)
		outbuf_text(out, "(deleted)");
}

void notation_descriptor(
	struct outbuf *out, const struct options *o, int64_t fd, const struct descriptor_view *view)
{
	const char *protocol;

	switch (view->d->kind) {
	case DESCRIPTOR_FILE:
		put_file(out, o, fd == AT_FDCWD, view);
		return;
	case DESCRIPTOR_SOCKET:
		if (!(o->decode_fds & (OPTIONS_FD_PATH | OPTIONS_FD_SOCKET)))
			return;
		protocol = protocol_of(view);
		outbuf_char(out, '<');
		if (protocol && o->decode_fds & OPTIONS_FD_SOCKET)
			put_socket(out, o->hex, view, protocol);
		else
			put_path(out, o->hex, view, "");
		outbuf_char(out, '>');
		return;
	case DESCRIPTOR_PIDFD:
		if (!(o->decode_fds & (OPTIONS_FD_PATH | OPTIONS_FD_PIDFD)))
			return;
		outbuf_char(out, '<');
		if (view->d->pid && o->decode_fds & OPTIONS_FD_PIDFD) {
			outbuf_text(out, "pid:");
			outbuf_dec(out, view->d->pid);
		} else if (o->decode_fds & OPTIONS_FD_PIDFD) {
			outbuf_text(out, "anon_inode:[pidfd]"); /* not quoted, even with -xx */
		} else {
			put_path(out, o->hex, view, "");
		}
		outbuf_char(out, '>');
		return;
	default:
		if (!(o->decode_fds & OPTIONS_FD_PATH))
			return;
		outbuf_char(out, '<');
		put_path(out, o->hex, view, "");
		outbuf_char(out, '>');
	}
}

void notation_process_name(struct outbuf *out, const struct options *o, const char *name)
{
	outbuf_char(out, '<');
	put_quoted(out, o->hex, name, strlen(name), QUOTE_IN_ANGLES);
	outbuf_char(out, '>');
}

void notation_process(struct outbuf *out, const struct options *o, const struct process_view *view)
{
	if (view->name)
		notation_process_name(out, o, view->name);
	if (view->outer) {
		outbuf_text(out, " /* ");
		outbuf_dec(out, view->outer);
		outbuf_text(out, " in strace's PID NS */");
	}
}
