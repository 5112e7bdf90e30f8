// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * See outbuf.h.
 */
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>
#include "outbuf.h"

int outbuf_init(struct outbuf *out, int fd, size_t room)
{
	*out = (struct outbuf){.fd = fd, .room = room < OUTBUF_PIECE ? OUTBUF_PIECE : room};
	out->bytes = malloc(out->room);
	return out->bytes ? 0 : -ENOMEM;
}

void outbuf_done(struct outbuf *out)
{
	free(out->bytes);
	out->bytes = NULL;
}

static int write_all(int fd, const char *bytes, size_t len)
{
	while (len) {
		ssize_t n = write(fd, bytes, len);

		if (n >= 0) {
			bytes += n;
			len -= n;
		} else if (errno == EAGAIN) {
			/* A terminal or pipe that another process made non-blocking. */
			struct pollfd p = {.fd = fd, .events = POLLOUT};

			poll(&p, 1, -1);
		} else if (errno != EINTR) {
			return -errno;
		}
	}
	return 0;
}

int outbuf_flush(struct outbuf *out)
{
	if (!out->error && out->len)
		out->error = write_all(out->fd, out->bytes, out->len);
	out->before += out->len;
	out->len = 0;
	return out->error;
}

void outbuf_long(struct outbuf *out, const char *bytes, size_t len)
{
	while (len) {
		size_t n = len < OUTBUF_PIECE ? len : OUTBUF_PIECE;

		memcpy(outbuf_reserve(out, n), bytes, n);
		out->len += n;
		bytes += n;
		len -= n;
	}
}

void outbuf_dec(struct outbuf *out, uint64_t value)
{
	char text[20], *at = text + sizeof(text);

	do {
		*--at = '0' + value % 10;
		value /= 10;
	} while (value);
	outbuf_bytes(out, at, text + sizeof(text) - at);
}

void outbuf_int(struct outbuf *out, int64_t value)
{
	if (value < 0)
		outbuf_char(out, '-');
	outbuf_dec(out, value < 0 ? 0 - (uint64_t)value : (uint64_t)value);
}

static void put_base(struct outbuf *out, uint64_t value, unsigned bits, const char *prefix)
{
	char text[22], *at = text + sizeof(text);

	if (value)
		outbuf_text(out, prefix);
	do {
		*--at = "0123456789abcdef"[value & ((1u << bits) - 1)];
		value >>= bits;
	} while (value);
	outbuf_bytes(out, at, text + sizeof(text) - at);
}

void outbuf_hex(struct outbuf *out, uint64_t value)
{
	put_base(out, value, 4, "0x");
}

void outbuf_oct(struct outbuf *out, uint64_t value)
{
	put_base(out, value, 3, "0");
}

void outbuf_pad(struct outbuf *out, uint64_t value, unsigned width, char fill)
{
	unsigned n = 1;

	for (uint64_t rest = value; rest >= 10; rest /= 10)
		n++;
	if (n < width)
		outbuf_fill(out, fill, width - n);
	outbuf_dec(out, value);
}

void outbuf_fill(struct outbuf *out, char c, size_t n)
{
	while (n) {
		size_t piece = n < OUTBUF_PIECE ? n : OUTBUF_PIECE;

		memset(outbuf_reserve(out, piece), c, piece);
		out->len += piece;
		n -= piece;
	}
}
