// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Calls by the 32-bit entry, and others that have the same numbers or names by the 64-bit one: each is to be counted by
 * itself. Traced by count.test.
 */
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static long call32(unsigned nr, unsigned arg)
{
	long ret;

	asm volatile("int $0x80"
		     : "=a"(ret)
		     : "a"(nr), "b"(arg)
		     : "memory", "r8", "r9", "r10", "r11");
	return ret;
}

int main(void)
{
	enum { GETPID32 = 20, CLOSE32 = 6, LSTAT64 = 6 };
	struct iovec nothing = {"", 0};

	/* 20 is writev of the 64-bit entry, 6 lstat. */
	for (int i = 0; i < 5; i++)
		call32(GETPID32, 0);
	for (int i = 0; i < 4; i++)
		call32(CLOSE32, -1);
	for (int i = 0; i < 3; i++)
		writev(STDOUT_FILENO, &nothing, 1);
	for (int i = 0; i < 2; i++)
		syscall(SYS_getpid);
	syscall(LSTAT64, 0, 0);
	return 0;
}
