// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Every ioctl request that the table has a name for, on no descriptor, with a buffer of one form after another at one
 * address. Linked with the table; traced by ioctl-sweep.test.
 */
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>
#include "desc/types.h"

#define BUFFER ((unsigned char *)0x10000000)
enum { SIZE = 0x10000 };

/* Zeros; ones; small numbers of 32 bits; text; addresses of text. */
static void fill(unsigned form)
{
	for (unsigned i = 0; i < SIZE / 4; i++) {
		uint32_t word = 0;

		switch (form) {
		case 1:
			word = UINT32_MAX;
			break;
		case 2:
			word = i % 1024;
			break;
		case 3:
			word = i * 4 % 200 ? 0x61626364 + i % 8 : 0x656667;
			break;
		case 4:
			word = i % 2 ? 0 : 0x10000000 + SIZE - 64;
			break;
		}
		memcpy(BUFFER + i * 4, &word, 4);
	}
	if (form == 4)
		strcpy((char *)BUFFER + SIZE - 64, "\1text behind an address");
}

int main(void)
{
	const struct type *names = &type_ioctl;

	if (mmap(BUFFER, SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1,
		    0) != BUFFER)
		return 1;
	for (unsigned form = 0; form < 5; form++) {
		fill(form);
		for (unsigned i = 0; i < names->count; i++)
			syscall(SYS_ioctl, -1, names->symbols[i].value, BUFFER);
	}
	for (unsigned i = 0; i < names->count; i++) {
		syscall(SYS_ioctl, -1, names->symbols[i].value, NULL);
		syscall(SYS_ioctl, -1, names->symbols[i].value, BUFFER + SIZE - 2);
	}
	return 0;
}
