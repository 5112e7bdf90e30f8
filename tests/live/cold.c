// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * cold MODE[-32] EXPECTED: makes calls whose every pointer argument is on a page that is not resident, and writes to the
 * file EXPECTED the line that each must have in a trace. Traced by cold.test. Ends by executing true(1), with cold
 * arguments as well. Modes: how a page is made cold:
 *
 *   dontneed  private mapping of a file, MADV_DONTNEED: the page is in the page cache
 *   uncached  the same, and dropped from the page cache: reading it takes the disk
 *   split     the datum lies across two pages, of which only the second is cold
 *   swapped   anonymous memory, MADV_PAGEOUT (needs swap)
 *
 * With "-32" behind the mode nothing but the execve is made, by the 32-bit entry.
 *
 * Some calls succeed, some fail before the kernel looks at the argument (a bad descriptor), and from some the kernel
 * never copies (a write to /dev/null). A page that is resident after all is an error.
 */
#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <linux/futex.h>
#include <linux/openat2.h>
#include <netinet/in.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include "../../src/desc/nr-i386.h"

#define PAGE  4096UL
#define SLOTS 16

static enum { DONTNEED, UNCACHED, SPLIT, SWAPPED } mode;
static bool narrow; /* by the 32-bit entry */
static int backing = -1, pagemap;
static char *arena;   /* SLOTS slots of two pages, one datum each */
static unsigned used; /* slots used by the call in preparation */
static struct {
	char *at;
	size_t size;
} slot[SLOTS];
static long ret; /* of the last call; -errno */
static char expected[64 * 1024];
static size_t filled;

static void die(const char *what)
{
	fprintf(stderr, "cold: %s: %s\n", what, strerror(errno));
	exit(1);
}

static int is_resident(const char *page)
{
	uint64_t entry;

	if (pread(pagemap, &entry, sizeof(entry), (uintptr_t)page / PAGE * sizeof(entry)) !=
		sizeof(entry))
		die("pagemap");
	return entry >> 63;
}

/* Puts a copy of the datum where it will be cold when the call is made; its address. */
static long data(const void *from, size_t size)
{
	char *base = arena + used * 2 * PAGE;
	char *at = mode == SPLIT ? base + PAGE - size / 2 : base;

	if (used == SLOTS || size > PAGE) {
		errno = E2BIG;
		die("too much data");
	}
	if (backing < 0)
		memcpy(at, from, size);
	else if (pwrite(backing, from, size, at - arena) != (ssize_t)size)
		die("pwrite");
	slot[used].at = at;
	slot[used++].size = size;
	return (long)at;
}

static long string(const char *text)
{
	return data(text, strlen(text) + 1);
}

/* Room for the kernel to write to. */
static long room(size_t size)
{
	static const char zeros[PAGE];

	return data(zeros, size);
}

/* Makes the data of the call in preparation cold. */
static void chill_once(void)
{
	if (mode == UNCACHED &&
		(fdatasync(backing) || madvise(arena, SLOTS * 2 * PAGE, MADV_DONTNEED) ||
			posix_fadvise(backing, 0, 0, POSIX_FADV_DONTNEED)))
		die("uncache");
	for (unsigned i = 0; i < used; i++) {
		/* All that was prepared may have been mapped by the kernel's fault-around for another. */
		if (mode != SWAPPED && madvise(arena + i * 2 * PAGE, 2 * PAGE, MADV_DONTNEED))
			die("MADV_DONTNEED");
	}
	for (unsigned i = 0; mode == SPLIT && i < used; i++)
		*(volatile char *)slot[i].at;
	for (unsigned i = 0; i < used; i++) {
		char *cold = arena + i * 2 * PAGE + (mode == SPLIT ? PAGE : 0);

		if (mode == SPLIT && madvise(cold, PAGE, MADV_DONTNEED))
			die("MADV_DONTNEED");
		/* A page that is still being written from the last time is not taken again yet. */
		for (int tries = 0; mode == SWAPPED && is_resident(cold) && tries < 1000; tries++)
			if (madvise(cold, PAGE, MADV_PAGEOUT) || (tries && usleep(1000)))
				die("MADV_PAGEOUT");
	}
}

static int is_chilled(void)
{
	for (unsigned i = 0; i < used; i++) {
		if (is_resident(arena + i * 2 * PAGE + (mode == SPLIT ? PAGE : 0)) ||
			(mode == SPLIT && !is_resident(arena + i * 2 * PAGE)))
			return 0;
	}
	return 1;
}

/*
 * Nothing may touch the data from here on. A tracer that reads from outside, late, may bring in a page of the call
 * before, so more than one attempt.
 */
static void chill(void)
{
	int tries = 0;

	do
		chill_once();
	while (!is_chilled() && ++tries < 100);
	errno = 0;
	if (!is_chilled())
		die("a page is not as it should be");
	used = 0;
}

static void call(long number, const long *arg)
{
	chill();
	ret = syscall(number, arg[0], arg[1], arg[2], arg[3], arg[4], arg[5]);
	if (ret == -1)
		ret = -errno;
}
#define CALL(name, ...) call(SYS_##name, (const long[6]){__VA_ARGS__})

__attribute__((format(printf, 1, 0))) static size_t append(const char *format, va_list args)
{
	size_t size = vsnprintf(expected + filled, sizeof(expected) - filled, format, args);

	if (size >= sizeof(expected) - filled) {
		errno = E2BIG;
		die("expected lines");
	}
	filled += size;
	return size;
}

__attribute__((format(printf, 1, 2))) static void print(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	append(format, args);
	va_end(args);
}

/* The last call's line, up to the closing parenthesis; the result is added. */
__attribute__((format(printf, 1, 2))) static void line(const char *format, ...)
{
	va_list args;
	size_t size;

	va_start(args, format);
	size = append(format, args);
	va_end(args);
	print("%*s", size < 39 ? (int)(40 - size) : 1, "");
	if (ret >= 0)
		print("= %ld\n", ret);
	else
		print("= -1 %s (%s)\n", strerrorname_np(-ret), strerror(-ret));
}

/* What follows the result on the last line. */
static void note(const char *text)
{
	filled--;
	print("%s\n", text);
}

static void paths(void)
{
	struct open_how how = {.flags = O_RDONLY | O_CLOEXEC, .resolve = RESOLVE_NO_SYMLINKS};
	struct timespec stamps[2] = {{1000000000, 7}, {1000000001, 0}};
	struct timeval times[2] = {{1000000000, 7}, {1000000001, 0}};

	CALL(open, string("/dev/null"), O_RDONLY);
	line("open(\"/dev/null\", O_RDONLY)");
	CALL(openat, AT_FDCWD, string("no/such/file"), O_RDWR | O_CREAT, 0640);
	line("openat(AT_FDCWD, \"no/such/file\", O_RDWR|O_CREAT, 0640)");
	CALL(openat2, AT_FDCWD, string("/dev/null"), data(&how, sizeof(how)), sizeof(how));
	line("openat2(AT_FDCWD, \"/dev/null\", {flags=O_RDONLY|O_CLOEXEC, resolve=RESOLVE_NO_SYMLINKS}, 24)");
	CALL(creat, string("created"), 0600);
	line("creat(\"created\", 0600)");
	CALL(access, string("created"), R_OK | W_OK);
	line("access(\"created\", R_OK|W_OK)");
	CALL(faccessat, AT_FDCWD, string("created"), F_OK);
	line("faccessat(AT_FDCWD, \"created\", F_OK)");
	CALL(faccessat2, -1, string("created"), F_OK, AT_EACCESS);
	line("faccessat2(-1, \"created\", F_OK, AT_EACCESS)");
	CALL(mkdir, string("directory"), 0700);
	line("mkdir(\"directory\", 0700)");
	CALL(mkdirat, -1, string("directory"), 0700);
	line("mkdirat(-1, \"directory\", 0700)");
	CALL(chmod, string("created"), 0644);
	line("chmod(\"created\", 0644)");
	CALL(fchmodat, AT_FDCWD, string("created"), 0600);
	line("fchmodat(AT_FDCWD, \"created\", 0600)");
	CALL(chown, string("created"), -1, -1);
	line("chown(\"created\", -1, -1)");
	CALL(lchown, string("created"), -1, 0);
	line("lchown(\"created\", -1, 0)");
	CALL(fchownat, -1, string("created"), 0, 0, AT_SYMLINK_NOFOLLOW);
	line("fchownat(-1, \"created\", 0, 0, AT_SYMLINK_NOFOLLOW)");
	CALL(truncate, string("created"), 100);
	line("truncate(\"created\", 100)");
	CALL(utimensat, AT_FDCWD, string("created"), data(stamps, sizeof(stamps)), 0);
	line("utimensat(AT_FDCWD, \"created\", [{tv_sec=1000000000, tv_nsec=7} /* 2001-09-09T01:46:40.000000007+0000 */, "
	     "{tv_sec=1000000001, tv_nsec=0} /* 2001-09-09T01:46:41+0000 */], 0)");
	CALL(utimes, string("created"), data(times, sizeof(times)));
	line("utimes(\"created\", [{tv_sec=1000000000, tv_usec=7} /* 2001-09-09T01:46:40.000007+0000 */, "
	     "{tv_sec=1000000001, tv_usec=0} /* 2001-09-09T01:46:41+0000 */])");
	CALL(link, string("created"), string("linked"));
	line("link(\"created\", \"linked\")");
	CALL(linkat, -1, string("created"), -1, string("linked"), 0);
	line("linkat(-1, \"created\", -1, \"linked\", 0)");
	CALL(symlink, string("a target"), string("symbolic"));
	line("symlink(\"a target\", \"symbolic\")");
	CALL(symlinkat, string("a target"), -1, string("symbolic"));
	line("symlinkat(\"a target\", -1, \"symbolic\")");
	CALL(readlink, string("symbolic"), room(100), 100);
	line("readlink(\"symbolic\", \"a target\", 100)");
	long unread = room(100);
	CALL(readlinkat, -1, string("symbolic"), unread, 100);
	line("readlinkat(-1, \"symbolic\", %#lx, 100)", unread);
	CALL(rename, string("linked"), string("renamed"));
	line("rename(\"linked\", \"renamed\")");
	CALL(renameat, -1, string("linked"), -1, string("renamed"));
	line("renameat(-1, \"linked\", -1, \"renamed\")");
	CALL(renameat2, AT_FDCWD, string("renamed"), AT_FDCWD, string("created"), RENAME_EXCHANGE);
	line("renameat2(AT_FDCWD, \"renamed\", AT_FDCWD, \"created\", RENAME_EXCHANGE)");
	CALL(mknod, string("fifo"), S_IFIFO | 0600, 0);
	line("mknod(\"fifo\", S_IFIFO|0600)");
	CALL(mknodat, -1, string("fifo"), S_IFCHR | 0600, 0x103);
	line("mknodat(-1, \"fifo\", S_IFCHR|0600, makedev(0x1, 0x3))");
	CALL(unlink, string("renamed"));
	line("unlink(\"renamed\")");
	CALL(unlinkat, -1, string("created"), AT_REMOVEDIR);
	line("unlinkat(-1, \"created\", AT_REMOVEDIR)");
	CALL(rmdir, string("directory"));
	line("rmdir(\"directory\")");
	CALL(chdir, string("no directory"));
	line("chdir(\"no directory\")");
	CALL(memfd_create, string("a memfd"), MFD_CLOEXEC);
	line("memfd_create(\"a memfd\", MFD_CLOEXEC)");
	CALL(inotify_add_watch, -1, string("created"), 2);
	line("inotify_add_watch(-1, \"created\", IN_MODIFY)");
	CALL(setxattr, string("created"), string("user.name"), string("a value"), 7, 0);
	line("setxattr(\"created\", \"user.name\", \"a value\", 7, 0)");
	CALL(fsetxattr, -1, string("user.name"), string("a value"), 7, 1);
	line("fsetxattr(-1, \"user.name\", \"a value\", 7, XATTR_CREATE)");
	CALL(removexattr, string("no file"), string("user.name"));
	line("removexattr(\"no file\", \"user.name\")");
	unread = room(64);
	CALL(getxattr, string("no file"), string("user.name"), unread, 64);
	line("getxattr(\"no file\", \"user.name\", %#lx, 64)", unread);
	unread = room(144);
	CALL(stat, string("no file"), unread);
	line("stat(\"no file\", %#lx)", unread);
	unread = room(144);
	CALL(newfstatat, -1, string("no file"), unread, 0);
	line("newfstatat(-1, \"no file\", %#lx, 0)", unread);
	unread = room(256);
	CALL(statx, -1, string("no file"), 0, 0x7ff, unread);
	line("statx(-1, \"no file\", AT_STATX_SYNC_AS_STAT, STATX_BASIC_STATS, %#lx)", unread);
	unread = room(120);
	CALL(statfs, string("no file"), unread);
	line("statfs(\"no file\", %#lx)", unread);
}

static void bytes(void)
{
	int null = open("/dev/null", O_RDWR), zero = open("/dev/zero", O_RDONLY);
	struct iovec iov[2], out;
	long unread;

	CALL(write, null, string("never copied"), 12);
	line("write(%d, \"never copied\", 12)", null);
	CALL(pwrite64, -1, string("not written"), 11, 1000);
	line("pwrite64(-1, \"not written\", 11, 1000)");
	iov[0] = (struct iovec){(void *)string("one"), 3};
	iov[1] = (struct iovec){(void *)string("three"), 5};
	CALL(writev, null, data(iov, sizeof(iov)), 2);
	line("writev(%d, [{iov_base=\"one\", iov_len=3}, {iov_base=\"three\", iov_len=5}], 2)",
		null);
	iov[0] = (struct iovec){(void *)string("one"), 3};
	CALL(pwritev, -1, data(iov, sizeof(*iov)), 1, 0);
	line("pwritev(-1, [{iov_base=\"one\", iov_len=3}], 1, 0)");
	CALL(read, zero, room(8), 8);
	line("read(%d, \"\\0\\0\\0\\0\\0\\0\\0\\0\", 8)", zero);
	unread = room(8);
	CALL(pread64, -1, unread, 8, 0);
	line("pread64(-1, %#lx, 8, 0)", unread);
	out = (struct iovec){(void *)room(4), 4};
	CALL(readv, zero, data(&out, sizeof(out)), 1);
	line("readv(%d, [{iov_base=\"\\0\\0\\0\\0\", iov_len=4}], 1)", zero);
	CALL(getcwd, room(PAGE), PAGE);
	if (ret > 0) {
		char here[PAGE];

		if (!getcwd(here, sizeof(here)))
			die("getcwd");
		line("getcwd(\"%s\", 4096)", here);
	}
	CALL(execve, string("no/such/program"),
		data((const long[]){string("argument zero"), string("one"), 0}, 3 * sizeof(long)),
		0);
	line("execve(\"no/such/program\", [\"argument zero\", \"one\"], NULL)");
	CALL(execveat, -1, string("no program"),
		data((const long[]){string("zero"), 0}, 2 * sizeof(long)), 0, 0);
	line("execveat(-1, \"no program\", [\"zero\"], NULL, 0)");
	close(null);
	close(zero);
}

static void sockets(void)
{
	struct sockaddr_in address = {
		.sin_family = AF_INET, .sin_port = htons(80), .sin_addr.s_addr = htonl(0x7f000001)};
	struct iovec iov;
	struct msghdr message = {0};
	int on = 1, pair[2];
	long at;

	CALL(connect, -1, data(&address, sizeof(address)), sizeof(address));
	line("connect(-1, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr(\"127.0.0.1\")}, 16)");
	CALL(bind, -1, data(&address, sizeof(address)), sizeof(address));
	line("bind(-1, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr(\"127.0.0.1\")}, 16)");
	CALL(sendto, -1, string("a message"), 9, MSG_DONTWAIT, data(&address, sizeof(address)),
		sizeof(address));
	line("sendto(-1, \"a message\", 9, MSG_DONTWAIT, {sa_family=AF_INET, sin_port=htons(80), "
	     "sin_addr=inet_addr(\"127.0.0.1\")}, 16)");
	iov = (struct iovec){(void *)string("a message"), 9};
	message.msg_iov = (void *)data(&iov, sizeof(iov));
	message.msg_iovlen = 1;
	message.msg_name = (void *)data(&address, sizeof(address));
	message.msg_namelen = sizeof(address);
	CALL(sendmsg, -1, data(&message, sizeof(message)), 0);
	line("sendmsg(-1, {msg_name={sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr(\"127.0.0.1\")}, "
	     "msg_namelen=16, msg_iov=[{iov_base=\"a message\", iov_len=9}], msg_iovlen=1, msg_controllen=0, "
	     "msg_flags=0}, 0)");
	CALL(setsockopt, -1, SOL_SOCKET, SO_REUSEADDR, data(&on, sizeof(on)), sizeof(on));
	line("setsockopt(-1, SOL_SOCKET, SO_REUSEADDR, [1], 4)");
	at = room(sizeof(pair));
	CALL(socketpair, AF_UNIX, SOCK_STREAM, 0, at);
	memcpy(pair, (void *)at, sizeof(pair));
	line("socketpair(AF_UNIX, SOCK_STREAM, 0, [%d, %d])", pair[0], pair[1]);
	close(pair[0]);
	close(pair[1]);
	at = room(sizeof(pair));
	CALL(pipe2, at, O_CLOEXEC);
	memcpy(pair, (void *)at, sizeof(pair));
	line("pipe2([%d, %d], O_CLOEXEC)", pair[0], pair[1]);
	close(pair[0]);
	close(pair[1]);
	at = room(60);
	CALL(ioctl, -1, 0x5401 /* TCGETS */, at);
	line("ioctl(-1, TCGETS, %#lx)", at);
}

static void times(void)
{
	struct timespec zero = {0}, short_time = {0, 1000};
	struct itimerval timer = {{0, 0}, {1000, 5}};
	struct rlimit64 limit = {1000, RLIM64_INFINITY};
	struct pollfd fds = {-1, POLLIN | POLLOUT, 0};
	struct epoll_event event = {EPOLLIN | EPOLLET, {.u64 = 5}};
	struct __user_cap_header_struct header = {
		.version = _LINUX_CAPABILITY_VERSION_3, .pid = -1};
	struct timeval none = {0};
	uint64_t mask = 1ULL << (SIGUSR1 - 1);
	uint32_t word = 1;
	fd_set set;
	long at, status;

	CALL(nanosleep, data(&zero, sizeof(zero)), 0);
	line("nanosleep({tv_sec=0, tv_nsec=0}, NULL)");
	CALL(clock_nanosleep, CLOCK_MONOTONIC, 0, data(&short_time, sizeof(short_time)), 0);
	line("clock_nanosleep(CLOCK_MONOTONIC, 0, {tv_sec=0, tv_nsec=1000}, NULL)");
	at = room(sizeof(timer));
	CALL(setitimer, ITIMER_REAL, data(&timer, sizeof(timer)), at);
	line("setitimer(ITIMER_REAL, {it_interval={tv_sec=0, tv_usec=0}, it_value={tv_sec=1000, tv_usec=5}}, "
	     "{it_interval={tv_sec=0, tv_usec=0}, it_value={tv_sec=0, tv_usec=0}})");
	CALL(clock_settime, CLOCK_MONOTONIC, data(&short_time, sizeof(short_time)));
	line("clock_settime(CLOCK_MONOTONIC, {tv_sec=0, tv_nsec=1000})");
	CALL(prlimit64, 0x7fffffff, RLIMIT_NOFILE, data(&limit, sizeof(limit)), 0);
	line("prlimit64(2147483647, RLIMIT_NOFILE, {rlim_cur=1000, rlim_max=RLIM64_INFINITY}, NULL)");
	CALL(futex, (long)&word, FUTEX_WAIT | FUTEX_PRIVATE_FLAG, 1,
		data(&short_time, sizeof(short_time)));
	line("futex(%p, FUTEX_WAIT_PRIVATE, 1, {tv_sec=0, tv_nsec=1000})", (void *)&word);
	CALL(poll, data(&fds, sizeof(fds)), 1, 0);
	line("poll([{fd=-1}], 1, 0)");
	note(" (Timeout)");
	CALL(ppoll, data(&fds, sizeof(fds)), 1, data(&zero, sizeof(zero)),
		data(&mask, sizeof(mask)), 8);
	line("ppoll([{fd=-1}], 1, {tv_sec=0, tv_nsec=0}, [USR1], 8)");
	note(" (Timeout)");
	FD_ZERO(&set);
	FD_SET(1000, &set);
	CALL(select, 1001, data(&set, sizeof(set)), 0, 0, data(&none, sizeof(none)));
	line("select(1001, [1000], NULL, NULL, {tv_sec=0, tv_usec=0})");
	note(" (Timeout)");
	CALL(epoll_ctl, -1, EPOLL_CTL_ADD, 0, data(&event, sizeof(event)));
	line("epoll_ctl(-1, EPOLL_CTL_ADD, 0, {events=EPOLLIN|EPOLLET, data={u32=5, u64=5}})");
	CALL(rt_sigprocmask, 1000, data(&mask, sizeof(mask)), 0, 8);
	line("rt_sigprocmask(0x3e8 /* SIG_??? */, [USR1], NULL, 8)");
	CALL(rt_sigtimedwait, data(&mask, sizeof(mask)), 0, data(&zero, sizeof(zero)), 8);
	line("rt_sigtimedwait([USR1], NULL, {tv_sec=0, tv_nsec=0}, 8)");
	CALL(sched_setaffinity, 0x7fffffff, 8, data(&(uint64_t){3}, 8));
	line("sched_setaffinity(2147483647, 8, [0 1])");
	CALL(prctl, PR_SET_NAME, string("cold"));
	line("prctl(PR_SET_NAME, \"cold\")");
	at = room(2 * sizeof(struct __user_cap_data_struct));
	CALL(capget, data(&header, sizeof(header)), at);
	line("capget({version=_LINUX_CAPABILITY_VERSION_3, pid=-1}, %#lx)", at);
	status = room(sizeof(int));
	at = room(sizeof(struct rusage));
	CALL(wait4, 0x7fffffff, status, WNOHANG, at);
	line("wait4(2147483647, %#lx, WNOHANG, %#lx)", status, at);
}

/* An array of pointers, as the entry takes it. */
static long pointers(const long *wide, unsigned n)
{
	uint32_t low[SLOTS];

	if (!narrow)
		return data(wide, n * sizeof(*wide));
	for (unsigned i = 0; i < n; i++)
		low[i] = wide[i];
	return data(low, n * sizeof(*low));
}

static void execve32(long path, long argv, long envp)
{
	long number = NR32_execve;

	chill();
	asm volatile("int $0x80"
		     : "+a"(number)
		     : "b"(path), "c"(argv), "d"(envp)
		     : "memory", "r8", "r9", "r10", "r11");
	errno = -number;
}

/* The program is replaced by another, and its memory with it. Writes the expected lines before, as it is the last. */
static void replace(int out)
{
	const long argv[] = {string("true"), string("an argument"), 0},
		   envp[] = {string("A=B"), string("C=D"), 0};
	long at = pointers(envp, 3), path, args;

	ret = 0;
	line("execve(\"/bin/true\", [\"true\", \"an argument\"], %#lx /* 2 vars */)", at);
	if (write(out, expected, filled) != (ssize_t)filled)
		die("expected lines");
	path = string("/bin/true");
	args = pointers(argv, 3);
	if (narrow)
		execve32(path, args, at);
	else
		CALL(execve, path, args, at);
	die("/bin/true");
}

int main(int argc, char **argv)
{
	static const char *const modes[] = {"dontneed", "uncached", "split", "swapped"};
	char name[] = "cold.XXXXXX", *suffix = argc == 3 ? strstr(argv[1], "-32") : NULL;
	cpu_set_t one;
	int out;

	narrow = suffix;
	if (narrow)
		*suffix = '\0';

	/* MADV_PAGEOUT takes only pages that are on the LRU list, and drains to it only this CPU's. */
	CPU_ZERO(&one);
	CPU_SET(sched_getcpu(), &one);
	if (sched_setaffinity(0, sizeof(one), &one))
		die("sched_setaffinity");
	for (mode = 0; argc == 3 && mode <= SWAPPED && strcmp(argv[1], modes[mode]); mode++)
		;
	if (argc != 3 || mode > SWAPPED) {
		fputs("usage: cold dontneed|uncached|split|swapped[-32] EXPECTED\n", stderr);
		return 2;
	}
	out = open(argv[2], O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	pagemap = open("/proc/self/pagemap", O_RDONLY | O_CLOEXEC);
	if (mode != SWAPPED)
		backing = mkostemp(name, O_CLOEXEC);
	if (out < 0 || pagemap < 0 ||
		(mode != SWAPPED &&
			(backing < 0 || ftruncate(backing, SLOTS * 2 * PAGE) || unlink(name))))
		die("files");
	arena = mmap(NULL, SLOTS * 2 * PAGE, PROT_READ | PROT_WRITE,
		MAP_PRIVATE | (narrow ? MAP_32BIT : 0) | (mode == SWAPPED ? MAP_ANONYMOUS : 0),
		backing, 0);
	if (arena == MAP_FAILED)
		die("mmap");
	if (!narrow) {
		paths();
		bytes();
		sockets();
		times();
	}
	replace(out);
}
