// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * What files.test traces, in an empty directory: calls that use some files and descriptors and not others. Between the
 * umasks are those that count. With "32" all is that calls by the 32-bit entry, whose arguments lie in memory.
 */
#include <fcntl.h>
#include <linux/net.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#include "../../src/desc/nr-i386.h"

enum {
	FILE_FD = 40,
	OTHER_FD = 41,
	PIPE_FD = 42,
	DIR_FD = 44,
	SOCKET_FD = 45,
	MEMORY_FD = 46,
	LONG_FD,
	EIGHT_FD,
	ROOT_FD,
	PROC_FD,
	FAR_FD = 2000
};

/* A name that the kernel keeps apart from the directory's entry. */
#define LONG_NAME \
	"a-name-that-is-longer-than-the-names-that-are-kept-in-the-entry-of-a-directory-itself"

static void open_as(int fd, int at, const char *path, int flags)
{
	int got = syscall(SYS_openat, at, path, flags, 0600);

	if (got < 0 || dup2(got, fd) != fd || close(got)) {
		perror(path);
		exit(1);
	}
}

static void use(int fd)
{
	struct stat st;
	char bytes[16];

	syscall(SYS_lseek, fd, 0, SEEK_SET);
	read(fd, bytes, sizeof(bytes));
	syscall(SYS_fstat, fd, &st);
}

static void open_files(void)
{
	int pipe_fds[2];

	mkdir("dir", 0700);
	open_as(FILE_FD, AT_FDCWD, "dir/file", O_RDWR | O_CREAT);
	open_as(OTHER_FD, AT_FDCWD, "dir/other", O_RDWR | O_CREAT);
	open_as(LONG_FD, AT_FDCWD, "dir/" LONG_NAME, O_RDWR | O_CREAT);
	open_as(EIGHT_FD, AT_FDCWD, "dir/eight888", O_RDWR | O_CREAT);
	open_as(ROOT_FD, AT_FDCWD, "/", O_RDONLY | O_DIRECTORY);
	open_as(PROC_FD, AT_FDCWD, "/proc", O_RDONLY | O_DIRECTORY);
	open_as(DIR_FD, AT_FDCWD, "dir", O_RDONLY | O_DIRECTORY);
	pipe(pipe_fds);
	dup2(pipe_fds[0], PIPE_FD);
	dup2(pipe_fds[1], PIPE_FD + 1);
	dup2(socket(AF_UNIX, SOCK_STREAM, 0), SOCKET_FD);
	dup2(memfd_create("dir/file", 0), MEMORY_FD);
	symlink("dir/file", "link");
	write(FILE_FD, "some bytes", 10);
	write(PIPE_FD + 1, "x", 1);
}

static void use_descriptors(void)
{
	struct pollfd polled = {.fd = PIPE_FD, .events = POLLIN};
	struct rlimit limit = {FAR_FD + 1, FAR_FD + 1};
	struct timeval now = {0};
	fd_set set;

	setrlimit(RLIMIT_NOFILE, &limit);
	use(FILE_FD);
	use(OTHER_FD);
	use(SOCKET_FD);
	use(MEMORY_FD);
	poll(&polled, 1, 0);
	FD_ZERO(&set);
	FD_SET(PIPE_FD, &set);
	syscall(SYS_select, PIPE_FD + 1, &set, NULL, NULL, &now);
	polled.fd = OTHER_FD;
	poll(&polled, 1, 0);
	mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, FILE_FD, 0);
	mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	syscall(SYS_copy_file_range, OTHER_FD, NULL, FILE_FD, NULL, 1, 0);
	dup2(FILE_FD, FAR_FD);
	use(FAR_FD);
	close(FAR_FD);
	use(-1);
}

static void use_paths(void)
{
	struct stat st;
	char text[64];

	syscall(SYS_newfstatat, AT_FDCWD, "dir/file", &st, 0);
	syscall(SYS_newfstatat, AT_FDCWD, "./dir/file", &st, 0);
	syscall(SYS_newfstatat, DIR_FD, "file", &st, 0);
	syscall(SYS_newfstatat, AT_FDCWD, "dir/other", &st, 0);
	syscall(SYS_newfstatat, AT_FDCWD, "link", &st, 0);
	syscall(SYS_readlinkat, AT_FDCWD, "link", text, sizeof(text));
	syscall(SYS_renameat, AT_FDCWD, "dir/file", DIR_FD, "renamed");
	use(FILE_FD);
	syscall(SYS_renameat, DIR_FD, "renamed", AT_FDCWD, "dir/file");
	syscall(SYS_unlinkat, AT_FDCWD, "dir/file", 0);
	use(FILE_FD);
	use(OTHER_FD);
	use(DIR_FD);
	use(LONG_FD);
	use(EIGHT_FD);
	use(ROOT_FD);
	use(PROC_FD);
	syscall(SYS_newfstatat, AT_FDCWD, NULL, &st, 0);
	syscall(SYS_newfstatat, AT_FDCWD, "", &st, 0);
}

static void call_in_memory(unsigned call, const uint32_t *words)
{
	long nr = NR32_socketcall;

	asm volatile("int $0x80"
		     : "+a"(nr)
		     : "b"((long)call), "c"((long)(uintptr_t)words)
		     : "memory", "r8", "r9", "r10", "r11");
}

static int use_descriptors_in_memory(void)
{
	uint32_t *words = mmap(
		NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_32BIT, -1, 0);

	if (words == MAP_FAILED)
		return 1;
	memcpy(words, (uint32_t[]){FILE_FD, OTHER_FD}, 2 * sizeof(*words));
	call_in_memory(SYS_LISTEN, words);
	call_in_memory(SYS_SHUTDOWN, words + 1);
	/* No descriptor is used. */
	call_in_memory(SYS_SOCKET, words);
	call_in_memory(SYS_SHUTDOWN, NULL);
	return 0;
}

int main(int argc, char **argv)
{
	open_files();
	umask(022);
	if (argc > 1 && !strcmp(argv[1], "32"))
		return use_descriptors_in_memory();
	use_descriptors();
	use_paths();
	umask(022);
	return 0;
}
