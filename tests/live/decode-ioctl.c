// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * ioctls of a terminal (a new pseudo terminal), of a file, of a userfaultfd and of no descriptor at all. Traced by
 * decode.test.
 */
#include <asm/ioctls.h>
#include <asm/termbits.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <linux/loop.h>
#include <linux/userfaultfd.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

#define BAD ((void *)0x1000)

struct window {
	unsigned short row, col, x, y;
};

int main(void)
{
	int zero = 0, number = 0, fd = open("/dev/ptmx", O_RDWR | O_NOCTTY);
	struct termios modes = {0};
	struct window window = {25, 80, 0, 0};
	unsigned long long word = 0;
	struct uffdio_api api = {.api = UFFD_API};
	struct file_dedupe_range *dedupe = calloc(1, sizeof(*dedupe) + 4 * sizeof(*dedupe->info));

	dedupe->src_length = 1 << 20;
	dedupe->dest_count = 2;
	dedupe->info[0].dest_fd = -1;
	dedupe->info[1].dest_fd = 4;
	dedupe->info[1].dest_offset = 1;
	syscall(SYS_ioctl, fd, TIOCSPTLCK, &zero);
	syscall(SYS_ioctl, fd, TIOCGPTN, &number);
	syscall(SYS_ioctl, fd, TCGETS, &modes);
	modes.c_lflag = 0;
	modes.c_oflag = 0;
	syscall(SYS_ioctl, fd, TCSETS, &modes);
	syscall(SYS_ioctl, fd, TCSETSW, BAD);
	syscall(SYS_ioctl, fd, TCGETS, NULL);
	syscall(SYS_ioctl, fd, TIOCSWINSZ, &window);
	syscall(SYS_ioctl, fd, TIOCGWINSZ, &window);
	syscall(SYS_ioctl, fd, TIOCGPGRP, &number);
	syscall(SYS_ioctl, fd, TIOCGSID, &number);
	syscall(SYS_ioctl, fd, FIONREAD, &number);
	syscall(SYS_ioctl, fd, FIONBIO, &zero);
	syscall(SYS_ioctl, fd, FIOCLEX);
	syscall(SYS_ioctl, fd, TCFLSH, 2);
	syscall(SYS_ioctl, fd, TCXONC, 9);
	syscall(SYS_ioctl, fd, TCSBRK, 1);
	syscall(SYS_ioctl, fd, TIOCMGET, &number);
	syscall(SYS_ioctl, fd, TIOCEXCL);
	syscall(SYS_ioctl, fd, 0x12345678, 5);
	syscall(SYS_ioctl, fd, 0, 0);
	syscall(SYS_ioctl, fd, 0xdeadbeef, &zero);
	close(fd);
	fd = open(".", O_RDONLY);
	syscall(SYS_ioctl, fd, TCGETS, &modes);
	syscall(SYS_ioctl, fd, FS_IOC_GETFLAGS, &word);
	syscall(SYS_ioctl, fd, FS_IOC_FSGETXATTR, BAD);
	syscall(SYS_ioctl, fd, FICLONE, -1);
	syscall(SYS_ioctl, fd, FIDEDUPERANGE, dedupe);
	number = open("file", O_RDWR | O_CREAT, 0600);
	syscall(SYS_ioctl, number, FIDEDUPERANGE, dedupe);
	dedupe->src_length = 0;
	dedupe->info[1].dest_fd = number;
	syscall(SYS_ioctl, number, FIDEDUPERANGE, dedupe);
	for (dedupe->dest_count = 0; dedupe->dest_count < 5; dedupe->dest_count++)
		syscall(SYS_ioctl, number, FIDEDUPERANGE, dedupe);
	close(number);
	syscall(SYS_ioctl, fd, BLKGETSIZE64, &word);
	syscall(SYS_ioctl, -1, LOOP_CTL_GET_FREE);
	syscall(SYS_ioctl, -1, TIOCSCTTY, 0);
	syscall(SYS_ioctl, -1, FIGETBSZ, &number);
	close(fd);
	fd = syscall(SYS_userfaultfd, O_CLOEXEC);
	syscall(SYS_ioctl, fd, UFFDIO_API, &api);
	syscall(SYS_ioctl, fd, UFFDIO_API, &api);
	close(fd);
	return 0;
}
