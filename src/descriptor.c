// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Reading descriptions of file descriptors: see descriptor.h. A description may come from a hostile
 * file, so nothing in it is trusted. Called by the decoder and the sinks; prints nothing.
 */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include "descriptor.h"

int descriptor_view_of(const struct blob *blob, struct descriptor_view *ret_view)
{
	if (blob->len < sizeof(struct descriptor))
		return -EBADMSG;
	ret_view->d = (const struct descriptor *)(blob + 1);
	ret_view->names = (const unsigned char *)(ret_view->d + 1);
	ret_view->names_len = blob->len - sizeof(struct descriptor);
	return 0;
}

int descriptor_netlink_of(const struct record *record, int fd, uint32_t *ret_protocol)
{
	const struct blob *b;

	for (b = record_first_blob(record); b; b = record_next_blob(record, b)) {
		if (!(b->flags & BLOB_FACT) || b->op != FACT_NETLINK || b->addr != (uint32_t)fd ||
			b->len < sizeof(*ret_protocol))
			continue;
		memcpy(ret_protocol, b + 1, sizeof(*ret_protocol));
		return 0;
	}
	return -ENOENT;
}

struct text {
	unsigned char *at;
	size_t left;
};

static void put_bytes(struct text *t, const void *bytes, size_t n)
{
	n = n < t->left ? n : t->left;
	memcpy(t->at, bytes, n);
	t->at += n;
	t->left -= n;
}

/* The names from the last to the first, each behind a slash. */
static void put_path(struct text *t, const unsigned char *names, size_t len)
{
	size_t end = len, begin;

	if (!len)
		put_bytes(t, "/", 1);
	while (end) {
		end--; /* the NUL */
		for (begin = end; begin && names[begin - 1]; begin--)
			;
		put_bytes(t, "/", 1);
		put_bytes(t, names + begin, end - begin);
		end = begin;
	}
}

static void put(struct text *t, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void put(struct text *t, const char *format, ...)
{
	char words[64];
	va_list args;
	int n;

	va_start(args, format);
	n = vsnprintf(words, sizeof(words), format, args);
	va_end(args);
	put_bytes(t, words, n);
}

size_t descriptor_path(const struct descriptor_view *view, unsigned char *path, size_t size)
{
	unsigned long long ino = view->d->ino;
	size_t name = strnlen((const char *)view->names, view->names_len);
	struct text t = {path, size};

	switch (view->d->kind) {
	case DESCRIPTOR_FILE:
		put_path(&t, view->names, view->names_len);
		break;
	case DESCRIPTOR_PIPE:
		put(&t, "pipe:[%llu]", ino);
		break;
	case DESCRIPTOR_SOCKET:
		put(&t, "socket:[%llu]", ino);
		break;
	case DESCRIPTOR_ANONYMOUS:
		put(&t, "anon_inode:");
		put_bytes(&t, view->names, name);
		break;
	case DESCRIPTOR_PIDFD:
		put(&t, "anon_inode:[pidfd]");
		break;
	case DESCRIPTOR_OTHER:
		put_bytes(&t, view->names, name);
		put(&t, ":[%llu]", ino);
		break;
	}
	return size - t.left;
}
