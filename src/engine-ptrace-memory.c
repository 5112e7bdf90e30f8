// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Reading a stopped tracee's memory: by process_vm_readv, whole pages; where that is not permitted (the tracee made
 * itself undumpable, a container's seccomp filter), word by word through ptrace. Called by engine-ptrace.c only, by
 * the thread that traces.
 */
#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/uio.h>
#include <sys/user.h>
#include "engine-ptrace.h"

enum { PAGE = ENGINE_PTRACE_PAGE, PAGES = ENGINE_PTRACE_PAGES };

#define NO_PAGE 1ULL /* no page begins there */

void engine_ptrace_memory_begin(struct engine_ptrace_memory *memory, pid_t tid)
{
	memory->tid = tid;
	memory->used = 0;
	memory->next = 0;
}

static const unsigned char *find_page(const struct engine_ptrace_memory *memory, uint64_t addr)
{
	for (unsigned i = 0; i < memory->used; i++)
		if (memory->addr[i] == addr)
			return memory->page[i];
	return NULL;
}

/* Reads the page at @addr, and the one behind it into the next slot if @two. Returns 0 or -errno. */
static int fetch(struct engine_ptrace_memory *memory, uint64_t addr, int two)
{
	unsigned slot = memory->next + two < PAGES ? memory->next : 0;
	struct iovec local = {memory->page[slot], PAGE * (1 + two)};
	struct iovec remote[2] = {{(void *)addr, PAGE}, {(void *)(addr + PAGE), PAGE}};
	ssize_t got;

	for (unsigned i = 0; i <= (unsigned)two; i++)
		memory->addr[slot + i] = NO_PAGE;
	got = process_vm_readv(memory->tid, &local, 1, remote, 1 + two, 0);
	if (got < 0)
		return -errno;
	if (got < PAGE)
		return -EFAULT;
	memory->addr[slot] = addr;
	if (got == 2 * PAGE)
		memory->addr[slot + 1] = addr + PAGE;
	memory->next = slot + 1 + two;
	if (memory->used < memory->next)
		memory->used = memory->next;
	return 0;
}

static int get_page(
	struct engine_ptrace_memory *memory, uint64_t addr, int two, const unsigned char **ret_page)
{
	int err;

	*ret_page = find_page(memory, addr);
	if (*ret_page)
		return 0;
	err = fetch(memory, addr, two);
	if (!err)
		*ret_page = find_page(memory, addr);
	return err;
}

static bool is_forbidden(int err)
{
	return err == -EPERM || err == -ENOSYS;
}

static int peek(pid_t tid, uint64_t addr, long *ret_word)
{
	errno = 0;
	*ret_word = ptrace(PTRACE_PEEKDATA, tid, addr, NULL);
	/* EIO is what unmapped memory gives here. */
	return errno == EIO ? -EFAULT : -errno;
}

/*
 * The error to return if reading through ptrace has failed with @err, too. Of a tracee that made itself undumpable
 * nothing can be read, which proves no address invalid. A try to read its stack tells this case from that of a filter
 * which only forbids process_vm_readv.
 */
static long peek_error(pid_t tid, long err)
{
	long sp, word;

	if (err != -EFAULT)
		return err;
	errno = 0;
	sp = ptrace(PTRACE_PEEKUSER, tid, offsetof(struct user, regs.rsp), NULL);
	return errno || peek(tid, sp & -sizeof(long), &word) ? -EPERM : err;
}

static int peek_bytes(pid_t tid, unsigned char *dst, size_t n, uint64_t addr)
{
	while (n) {
		size_t skip = addr % sizeof(long);
		size_t part = sizeof(long) - skip < n ? sizeof(long) - skip : n;
		long word;
		int err = peek(tid, addr - skip, &word);

		if (err)
			return err;
		memcpy(dst, (const char *)&word + skip, part);
		dst += part;
		addr += part;
		n -= part;
	}
	return 0;
}

static long peek_string(pid_t tid, char *dst, size_t size, uint64_t addr)
{
	for (size_t len = 0, part; len < size - 1; len += part) {
		const char *end;
		int err;

		/* A word at most, which is readable or not as a whole. */
		part = sizeof(long) - (addr + len) % sizeof(long);
		if (part > size - 1 - len)
			part = size - 1 - len;
		err = peek_bytes(tid, (unsigned char *)dst + len, part, addr + len);
		if (err)
			return err;
		end = memchr(dst + len, 0, part);
		if (end)
			return end - dst + 1;
	}
	dst[size - 1] = '\0';
	return size;
}

int engine_ptrace_memory_read(
	struct engine_ptrace_memory *memory, void *dst, size_t n, uint64_t addr)
{
	unsigned char *to = dst;

	while (n) {
		size_t skip = addr % PAGE;
		size_t part = PAGE - skip < n ? PAGE - skip : n;
		const unsigned char *page;
		int err = get_page(memory, addr - skip, part < n, &page);

		if (is_forbidden(err))
			return peek_error(memory->tid, peek_bytes(memory->tid, to, n, addr));
		if (err)
			return err;
		memcpy(to, page + skip, part);
		to += part;
		addr += part;
		n -= part;
	}
	return 0;
}

long engine_ptrace_memory_string(
	struct engine_ptrace_memory *memory, char *dst, size_t size, uint64_t addr)
{
	size_t len = 0;

	while (len < size - 1) {
		size_t skip = addr % PAGE;
		size_t part = PAGE - skip < size - 1 - len ? PAGE - skip : size - 1 - len;
		const unsigned char *page, *end;
		int err = get_page(memory, addr - skip, 0, &page);

		if (is_forbidden(err)) {
			long got = peek_string(memory->tid, dst + len, size - len, addr);

			return got < 0 ? peek_error(memory->tid, got) : (long)len + got;
		}
		if (err)
			return err;
		end = memchr(page + skip, 0, part);
		if (end) {
			part = end - (page + skip) + 1;
			memcpy(dst + len, page + skip, part);
			return len + part;
		}
		memcpy(dst + len, page + skip, part);
		len += part;
		addr += part;
	}
	dst[size - 1] = '\0';
	return size;
}
