// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * hostile WHAT: a program that lies to its tracer. Traced by hostile.test. None of its calls does anything to another
 * process or to the system; all it makes is in the current directory, and named with escape bytes.
 *
 *   pointers  every kind of bad pointer with every kind of bad length
 *   endless   strings and arrays that never end
 *   escapes   bytes that a terminal obeys, wherever a name can be
 *   racing    arguments that another thread changes while they are read
 *   killed    dies of a fault at a bad address
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#define PAGE	     4096UL
#define ESCAPE	     "\033]0;owned\007\033[31m\b\r\n\t\177\302\233\377"
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void die(const char *what)
{
	fprintf(stderr, "hostile: %s: %s\n", what, strerror(errno));
	exit(1);
}

/* Size bytes that end where an inaccessible page begins. */
static char *before_the_end(size_t size)
{
	size_t whole = (size + PAGE - 1) / PAGE * PAGE;
	char *map = mmap(
		NULL, whole + PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (map == MAP_FAILED || mprotect(map + whole, PAGE, PROT_NONE))
		die("mmap");
	return map + whole - size;
}

/*
 * Calls and their arguments: p a bad pointer, t one that is not NULL either (a timeout), n a bad length, - a bad
 * descriptor, 0 and 1 themselves.
 * The descriptor, or the pointer, keeps each from doing anything.
 */
/* clang-format off */
static const struct {
	long number;
	const char *arguments;
} calls[] = {
	{SYS_read, "-pn"}, {SYS_write, "-pn"}, {SYS_open, "p0"}, {SYS_stat, "pp"}, {SYS_poll, "pn0"},
	{SYS_rt_sigaction, "1pp0"}, {SYS_rt_sigprocmask, "0ppn"}, {SYS_ioctl, "-np"}, {SYS_pread64, "-pn0"},
	{SYS_pwrite64, "-pn0"}, {SYS_readv, "-pn"}, {SYS_writev, "-pn"}, {SYS_access, "p0"}, {SYS_pipe, "p"},
	{SYS_select, "npppt"}, {SYS_mincore, "pnp"}, {SYS_nanosleep, "pp"}, {SYS_getitimer, "0p"},
	{SYS_sendfile, "--pn"}, {SYS_connect, "-pn"}, {SYS_accept, "-pp"}, {SYS_sendto, "-pn0pn"},
	{SYS_recvfrom, "-pn0pp"}, {SYS_sendmsg, "-p0"}, {SYS_recvmsg, "-p0"}, {SYS_bind, "-pn"},
	{SYS_getsockname, "-pp"}, {SYS_socketpair, "100p"}, {SYS_setsockopt, "-11pn"}, {SYS_getsockopt, "-11pp"},
	{SYS_execve, "ppp"}, {SYS_wait4, "-p1p"}, {SYS_uname, "p"}, {SYS_semop, "-pn"}, {SYS_fcntl, "-np"},
	{SYS_getdents, "-pn"}, {SYS_getcwd, "pn"}, {SYS_chdir, "p"}, {SYS_readlink, "ppn"}, {SYS_times, "p"},
	{SYS_getgroups, "np"}, {SYS_rt_sigpending, "pn"}, {SYS_rt_sigtimedwait, "pppn"}, {SYS_sigaltstack, "pp"},
	{SYS_utime, "pp"}, {SYS_statfs, "pp"}, {SYS_fstatfs, "-p"}, {SYS_setxattr, "pppn0"},
	{SYS_fsetxattr, "-ppn0"}, {SYS_listxattr, "ppn"}, {SYS_futex, "p01pp0"}, {SYS_sched_getaffinity, "-np"},
	{SYS_io_submit, "0np"}, {SYS_getdents64, "-pn"}, {SYS_semtimedop, "-pnp"}, {SYS_clock_gettime, "0p"},
	{SYS_epoll_wait, "-pn0"}, {SYS_epoll_ctl, "-10p"}, {SYS_utimes, "pp"}, {SYS_mq_open, "p00p"},
	{SYS_mq_timedsend, "-pn0p"}, {SYS_waitid, "n-p1p"}, {SYS_openat, "-p0"}, {SYS_newfstatat, "-pp0"},
	{SYS_readlinkat, "-ppn"}, {SYS_pselect6, "nppptp"}, {SYS_ppoll, "pntpn"}, {SYS_vmsplice, "-pn0"},
	{SYS_move_pages, "-npppn"}, {SYS_utimensat, "-pp0"}, {SYS_epoll_pwait, "-pn0pn"}, {SYS_accept4, "-pp0"},
	{SYS_preadv, "-pn0"}, {SYS_pwritev, "-pn0"}, {SYS_perf_event_open, "p0--n"}, {SYS_recvmmsg, "-pn0p"},
	{SYS_prlimit64, "-0pp"}, {SYS_sendmmsg, "-pn0"}, {SYS_process_vm_readv, "-pnpn0"}, {SYS_sched_getattr, "-pn0"},
	{SYS_memfd_create, "p0"}, {SYS_bpf, "npn"}, {SYS_execveat, "-ppp0"}, {SYS_copy_file_range, "-p-pn0"},
	{SYS_statx, "-p00p"}, {SYS_io_uring_setup, "np"}, {SYS_io_uring_enter, "-000pn"}, {SYS_clone3, "pn"},
	{SYS_openat2, "-ppn"}, {SYS_epoll_pwait2, "-pnpp"}, {SYS_mount_setattr, "-p0pn"}, {SYS_capget, "pp"},
	{SYS_prctl, "npp"}, {SYS_arch_prctl, "np"}, {SYS_getrandom, "pn"}, {SYS_timer_settime, "-0pp"},
};
/* clang-format on */

static void pointers(void)
{
	const char *mapped = before_the_end(3);
	const long bad[] = {0, 1, PAGE - 1, 0xdeadbeef, (long)mapped, (long)mapped + 3,
		0x7ffffffff000, 0x7ffffffffffd, LONG_MIN, LONG_MIN + 1, (long)0xffff888000000000,
		(long)0xffffffff81000000, -PAGE, -8, -1};
	const long lengths[] = {
		LONG_MIN, LONG_MAX, -1, 0x80000000, 0x7fffffff, 0xffffffff, 0x10000, 2};

	for (size_t c = 0; c < COUNT(calls); c++) {
		int with_length = strchr(calls[c].arguments, 'n') != NULL;

		for (size_t i = 0; i < COUNT(bad) * (with_length ? COUNT(lengths) : 1); i++) {
			long value[6] = {0};

			for (size_t a = 0; calls[c].arguments[a]; a++) {
				switch (calls[c].arguments[a]) {
				case 'p':
					value[a] = bad[(i + a) % COUNT(bad)];
					break;
				case 't':
					value[a] = bad[1 + i % (COUNT(bad) - 1)];
					break;
				case 'n':
					value[a] = lengths[i / COUNT(bad)];
					break;
				case '-':
					value[a] = -1;
					break;
				default:
					value[a] = calls[c].arguments[a] - '0';
				}
			}
			syscall(calls[c].number, value[0], value[1], value[2], value[3], value[4],
				value[5]);
		}
	}
}

static void endless(void)
{
	const size_t size = 1 << 20;
	char *text = memset(before_the_end(size), 'x', size);
	char **array = (char **)before_the_end(size);
	struct iovec *iov = (struct iovec *)before_the_end(size);
	struct pollfd *fds = (struct pollfd *)memset(before_the_end(size), 0xff, size);
	struct msghdr message = {.msg_iov = iov,
		.msg_iovlen = LONG_MAX,
		.msg_control = text,
		.msg_controllen = -1UL,
		.msg_name = text,
		.msg_namelen = 0x7fffffff};

	for (size_t i = 0; i < size / sizeof(*array); i++)
		array[i] = text + size - 10;
	for (size_t i = 0; i < size / sizeof(*iov); i++)
		iov[i] = (struct iovec){text, i % 2 ? size : -1UL};
	for (size_t end = 1; end < 100; end += 7) {
		syscall(SYS_openat, -1, text + size - end, O_RDONLY);
		syscall(SYS_write, -1, text + size - end, 100L);
		syscall(SYS_writev, -1, (char *)iov + size - end * 8, 100L);
		syscall(SYS_poll, (char *)fds + size - end * 4, 100L, 0);
		syscall(SYS_execve, "no file", (char *)array + size - end, NULL);
	}
	syscall(SYS_openat, -1, text, O_RDONLY);
	syscall(SYS_write, -1, text, size * 2);
	syscall(SYS_execve, text, array, array);
	syscall(SYS_execve, "/bin/true", array, array);
	syscall(SYS_execve, "/bin/true", array, NULL);
	syscall(SYS_writev, -1, iov, 0x7fffffffL);
	syscall(SYS_poll, fds, 0x7fffffffL, 0);
	syscall(SYS_sendmsg, -1, &message, 0);
	syscall(SYS_recvmsg, -1, &message, 0);
	syscall(SYS_sendto, -1, text, LONG_MAX, 0, text, 0x7fffffffL);
	message.msg_iov = (struct iovec *)&message; /* that points to itself */
	message.msg_iovlen = 3;
	syscall(SYS_sendmsg, -1, &message, 0);
}

static void escapes(void)
{
	struct sockaddr_un address = {AF_UNIX, "\0" ESCAPE};
	const char *script = "#!/bin/sh\nexec true " ESCAPE "\n";
	int fd = open(ESCAPE, O_RDWR | O_CREAT | O_TRUNC, 0755);
	int memory = memfd_create(ESCAPE, 0), socket_fd = socket(AF_UNIX, SOCK_STREAM, 0);
	char buffer[100], *argv[] = {ESCAPE, ESCAPE, NULL}, *envp[] = {"A=" ESCAPE, NULL};
	int status;

	if (fd < 0 || memory < 0 || write(fd, script, strlen(script)) < 0)
		die("script");
	syscall(SYS_read, memory, buffer, sizeof(buffer));
	bind(socket_fd, (struct sockaddr *)&address, sizeof(address.sun_family) + sizeof(ESCAPE));
	listen(socket_fd, 1);
	prctl(PR_SET_NAME, ESCAPE);
	if (mkdir("directory " ESCAPE, 0700) || chdir("directory " ESCAPE) ||
		symlink(ESCAPE, "link"))
		die("directory");
	if (readlink("link", buffer, sizeof(buffer)) < 0 || !getcwd(buffer, sizeof(buffer)))
		die("readlink");
	if (unlink("link") || chdir("..") || rmdir("directory " ESCAPE))
		die("rmdir");
	close(fd);
	if (vfork() == 0) {
		execve(ESCAPE, argv, envp);
		_exit(1);
	}
	if (wait(&status) < 0 || unlink(ESCAPE))
		die("wait");
}

static struct {
	struct msghdr message;
	struct iovec iov[4];
	char *argv[4];
	char path[64];
	char *page;
} shared;
static volatile int stop;

/* Changes between what is right and what is not, and takes a page away and brings it back. */
static void *change(void *unused)
{
	for (unsigned n = 0; !stop; n++) {
		for (int i = 0; i < 4; i++) {
			shared.iov[i].iov_len = n & 1 ? LONG_MAX : 5;
			shared.iov[i].iov_base = n & 2 ? (void *)8 : shared.path;
			shared.argv[i] = n & 4 ? (char *)-8 : shared.path;
		}
		shared.message.msg_iovlen = n & 2 ? 4 : LONG_MAX;
		shared.message.msg_controllen = n & 4 ? -1UL : 16;
		shared.message.msg_namelen = n & 8 ? 16 : 0x7fffffff;
		shared.message.msg_iov = n & 16 ? shared.iov : (void *)shared.page;
		memset(shared.path, n & 32 ? 'a' : 0, sizeof(shared.path));
		if (n % 64 == 0)
			mmap(shared.page, PAGE, n & 64 ? PROT_NONE : PROT_READ | PROT_WRITE,
				MAP_FIXED | MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	}
	return unused;
}

static void racing(void)
{
	pthread_t thread;

	shared.page = before_the_end(PAGE);
	shared.message.msg_name = shared.page;
	shared.message.msg_control = shared.page;
	if (pthread_create(&thread, NULL, change, NULL))
		die("pthread_create");
	for (int i = 0; i < 2000; i++) {
		syscall(SYS_sendmsg, -1, &shared.message, 0);
		syscall(SYS_writev, -1, shared.iov, 4);
		syscall(SYS_readv, -1, shared.iov, 4);
		syscall(SYS_openat, -1, shared.path, O_RDONLY);
		syscall(SYS_execve, "no file", shared.argv, shared.argv);
		syscall(SYS_write, -1, shared.page, PAGE);
		syscall(SYS_openat, -1, shared.page, O_RDONLY);
	}
	stop = 1;
	pthread_join(thread, NULL);
}

int main(int argc, char **argv)
{
	const char *what = argc == 2 ? argv[1] : "";

	if (!strcmp(what, "pointers"))
		pointers();
	else if (!strcmp(what, "endless"))
		endless();
	else if (!strcmp(what, "escapes"))
		escapes();
	else if (!strcmp(what, "racing"))
		racing();
	else if (!strcmp(what, "killed"))
		*(volatile char *)LONG_MIN = 0;
	else
		return 2;
	return 0;
}
