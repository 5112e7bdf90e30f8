/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Arguments at the borders, as the stressors of stress-ng have them: the longest path and those that are longer, masks of no
 * node and of too many, arrays of no element, errors that are unsigned. Traced by decode.test.
 */
#include <asm/mtrr.h>
#include <asm/prctl.h>
#include <fcntl.h>
#include <linux/mempolicy.h>
#include <net/if.h>
#include <stdint.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#define BAD ((void *)0x1000)

static void paths(void)
{
	static char path[5000];

	for (int len = 4093; len < 4099; len++) {
		memset(path, 'a', sizeof(path));
		path[len] = 0;
		syscall(SYS_chmod, path, 0600);
		syscall(SYS_openat, AT_FDCWD, path, O_RDONLY);
		syscall(SYS_symlink, path, path);
	}
}

static void node_masks(void)
{
	static const unsigned long sizes[] = {
		0, 1, 2, 64, 65, 66, 1024, 4096, 32769, UINT32_MAX, -1UL};
	static unsigned long mask[1024] = {5};
	int mode;

	for (unsigned i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		syscall(SYS_mbind, BAD, 4096, MPOL_BIND, mask, sizes[i], MPOL_MF_STRICT);
		syscall(SYS_set_mempolicy, 77, mask, sizes[i]);
		syscall(SYS_get_mempolicy, &mode, mask, sizes[i], NULL, 0);
		syscall(SYS_get_mempolicy, NULL, mask, sizes[i], BAD, 99);
		syscall(SYS_migrate_pages, -1, sizes[i], mask, BAD);
	}
}

static void no_elements(void)
{
	struct ifconf none = {.ifc_len = 7};
	unsigned char present[2];
	int s = socket(AF_INET, SOCK_DGRAM, 0);

	syscall(SYS_mincore, BAD, 0, present);
	syscall(SYS_mincore, (char *)BAD + 1, 0, present);
	syscall(SYS_mincore, (char *)BAD + 1, 0, NULL);
	syscall(SYS_mincore, (char *)BAD + 1, 1, present);
	syscall(SYS_ioctl, s, SIOCGIFCONF, &none);
	none.ifc_buf = BAD;
	syscall(SYS_ioctl, s, SIOCGIFCONF, &none);
	syscall(SYS_ioctl, -1, SIOCGIFCONF, &none);
}

static void results(void)
{
	char desc[16] = "";

	syscall(SYS_modify_ldt, 1, desc, 1);
	syscall(SYS_modify_ldt, 255, desc, 16);
	syscall(SYS_modify_ldt, 0, desc, 0);
	syscall(SYS_alarm, 4000000000U);
	syscall(SYS_alarm, 0);
}

static void names(void)
{
	uint64_t mask;

	for (int option = ARCH_GET_XCOMP_SUPP; option <= ARCH_REQ_XCOMP_GUEST_PERM; option++) {
		syscall(SYS_arch_prctl, option, &mask);
		syscall(SYS_arch_prctl, option, 0);
		syscall(SYS_arch_prctl, option, 18);
	}
	syscall(SYS_syslog, 8, NULL, -1);
	syscall(SYS_syslog, 8, NULL, 0);
	syscall(SYS_syslog, 8, NULL, 9);
	syscall(SYS_ioctl, -1, MTRRIOC_ADD_ENTRY, NULL);
	syscall(SYS_ioctl, -1, MTRRIOC_GET_ENTRY, NULL);
	syscall(SYS_ioctl, -1, MTRRIOC_KILL_PAGE_ENTRY, NULL);
}

int main(void)
{
	paths();
	node_masks();
	no_elements();
	results();
	names();
	return 0;
}
