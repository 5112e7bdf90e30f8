/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A buffer in front of a file descriptor, for writing text fast: numbers and strings are appended
 * without stdio; write(2) is called when it is full and on outbuf_flush(). The first error is
 * remembered and what follows it is dropped, so callers need not check each piece.
 */
#ifndef FAULTLESS_OUTBUF_H
#define FAULTLESS_OUTBUF_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* The most that outbuf_reserve() gives at a time; the smallest size of a buffer. */
#define OUTBUF_PIECE 4096

struct outbuf {
	char *bytes;
	size_t len;
	size_t room;
	uint64_t before; /* bytes that were in the buffer before and left it */
	int fd;
	int error; /* -errno of the first write that failed, 0 */
};

/*
 * outbuf_init - a buffer of @room bytes (at least OUTBUF_PIECE) for @fd, which stays the caller's.
 * Returns 0 or -ENOMEM.
 */
int outbuf_init(struct outbuf *out, int fd, size_t room);

/* outbuf_done - frees the buffer, without flushing. */
void outbuf_done(struct outbuf *out);

/*
 * outbuf_flush - writes what is buffered. Returns 0 or -errno of the first write that failed since
 * outbuf_init.
 */
int outbuf_flush(struct outbuf *out);

/* outbuf_dec, outbuf_int, outbuf_hex, outbuf_oct - as %llu, %lld, %#llx and %#llo show it. */
void outbuf_dec(struct outbuf *out, uint64_t value);
void outbuf_int(struct outbuf *out, int64_t value);
void outbuf_hex(struct outbuf *out, uint64_t value);
void outbuf_oct(struct outbuf *out, uint64_t value);

/* outbuf_pad - appends @value in decimal, @fill before it up to @width (at most 32) characters. */
void outbuf_pad(struct outbuf *out, uint64_t value, unsigned width, char fill);

/* outbuf_fill - appends @n times @c. */
void outbuf_fill(struct outbuf *out, char c, size_t n);

/* outbuf_reserve - room for @n bytes, at most OUTBUF_PIECE; outbuf_commit says how many were used. */
static inline char *outbuf_reserve(struct outbuf *out, size_t n)
{
	if (out->room - out->len < n)
		outbuf_flush(out);
	return out->bytes + out->len;
}

static inline void outbuf_commit(struct outbuf *out, size_t n)
{
	out->len += n;
}

static inline void outbuf_char(struct outbuf *out, char c)
{
	*outbuf_reserve(out, 1) = c;
	out->len++;
}

/* outbuf_long - appends more bytes than there is room for; for outbuf_bytes. */
void outbuf_long(struct outbuf *out, const char *bytes, size_t len);

/* outbuf_bytes - appends @len bytes. */
static inline void outbuf_bytes(struct outbuf *out, const void *bytes, size_t len)
{
	if (out->room - out->len < len) {
		outbuf_long(out, bytes, len);
		return;
	}
	memcpy(out->bytes + out->len, bytes, len);
	out->len += len;
}

static inline void outbuf_text(struct outbuf *out, const char *text)
{
	outbuf_bytes(out, text, strlen(text));
}

/* outbuf_position - how many bytes were appended since outbuf_init. */
static inline uint64_t outbuf_position(const struct outbuf *out)
{
	return out->before + out->len;
}

#endif
