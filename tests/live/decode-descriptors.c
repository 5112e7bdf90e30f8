// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Every kind of file descriptor, used by calls: what -y and -yy show of them. For tests/live/detail.test, which traces
 * it with strace at the same time; and decode.test.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <linux/kcmp.h>
#include <linux/kvm.h>
#include <linux/netlink.h>
#include <linux/nsfs.h>
#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/select.h>
#include <sys/sendfile.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <sys/un.h>
#include <sys/wait.h>

static char byte[1];

/* A call on it, and away with it. */
static void use(int fd)
{
	syscall(SYS_fcntl, fd, F_GETFD);
	close(fd);
}

/* Descriptors that ioctls answer with. */
static void answers(void)
{
	int fd = open("/proc/self/ns/pid", O_RDONLY), machine;

	use(ioctl(fd, NS_GET_USERNS));
	use(ioctl(fd, NS_GET_PARENT));
	ioctl(fd, NS_GET_NSTYPE);
	close(fd);
	fd = open("/proc/self/ns/time", O_RDONLY);
	ioctl(fd, NS_GET_NSTYPE);
	close(fd);
	fd = open("/dev/kvm", O_RDWR);
	machine = ioctl(fd, KVM_CREATE_VM, 0);
	use(ioctl(machine, KVM_CREATE_VCPU, 0));
	close(machine);
	close(fd);
}

static void files(void)
{
	static const char odd[] = "a b\n\"<>\\\303\251";
	int fd, dir;

	use(open("/dev/null", O_RDWR));
	use(open("/", O_RDONLY | O_DIRECTORY));
	use(open("/etc/passwd", O_PATH));
	use(open("/proc/self/status", O_RDONLY));
	use(open("/proc/self/ns/mnt", O_RDONLY));
	use(open("/dev/ptmx", O_RDWR | O_NOCTTY));
	use(open(".", O_TMPFILE | O_RDWR, 0600));
	use(open("not there", O_RDONLY));
	mkfifo("fifo", 0600);
	use(open("fifo", O_RDWR));
	use(open("x (deleted)", O_CREAT | O_RDWR, 0600));
	fd = open(odd, O_CREAT | O_RDWR, 0600);
	syscall(SYS_write, fd, "x", 1);
	unlink(odd);
	syscall(SYS_write, fd, "x", 1);
	use(dup(fd));
	use(fcntl(fd, F_DUPFD, 50));
	dup2(fd, 60);
	dup3(fd, 61, O_CLOEXEC);
	syscall(SYS_close_range, 60, 61, 0);
	munmap(mmap(NULL, 4096, PROT_READ, MAP_SHARED, fd, 0), 4096);
	use(fd);
	mkdir("dir", 0700);
	dir = open("dir", O_RDONLY | O_DIRECTORY);
	chdir("dir");
	openat(AT_FDCWD, "x", O_RDONLY);
	openat(dir, "x", O_RDONLY);
	rmdir("../dir");
	openat(AT_FDCWD, "x", O_RDONLY);
	openat(dir, "x", O_RDONLY);
	linkat(dir, "x", AT_FDCWD, "y", 0);
	renameat2(AT_FDCWD, "x", dir, "y", 0);
	symlinkat("x", dir, "y");
	fchdir(dir);
	chdir("/");
	use(dir);
}

/* A path that is as deep as paths get, and one of long names. */
static void deep(void)
{
	char name[256];
	int fd;

	for (int i = 0; i < 100; i++) {
		snprintf(name, sizeof(name), "%d", i);
		mkdir(name, 0700);
		chdir(name);
	}
	openat(AT_FDCWD, "x", O_RDONLY);
	memset(name, 'n', 255);
	name[255] = 0;
	for (int i = 0; i < 4; i++) {
		mkdir(name, 0700);
		chdir(name);
	}
	fd = open(".", O_RDONLY | O_DIRECTORY);
	use(fd);
}

static void kinds(void)
{
	sigset_t none;
	int fd = memfd_create("mem", 0);
	pid_t child;

	sigemptyset(&none);
	use(fd);
	use(eventfd(0, 0));
	use(epoll_create1(0));
	use(timerfd_create(CLOCK_MONOTONIC, 0));
	use(signalfd(-1, &none, 0));
	use(inotify_init());
	use(syscall(SYS_userfaultfd, 1));
	use(syscall(SYS_pidfd_open, getpid(), 0));
	child = fork();
	if (!child)
		_exit(0);
	fd = syscall(SYS_pidfd_open, child, 0);
	waitpid(child, NULL, 0);
	use(fd);
	use(2000);
	use(-1);
	dup2(2000, 2001);
}

static void inet(int family, struct sockaddr *addr, socklen_t len)
{
	int server = socket(family, SOCK_STREAM, 0), client = socket(family, SOCK_STREAM, 0), fd;

	bind(server, addr, len);
	listen(server, 1);
	getsockname(server, addr, &len);
	connect(client, addr, len);
	fd = accept(server, NULL, NULL);
	send(client, "x", 1, 0);
	recv(fd, byte, 1, 0);
	use(fd);
	use(client);
	use(server);
	fd = socket(family, SOCK_DGRAM, 0);
	send(fd, "x", 1, 0);
	bind(fd, addr, len);
	send(fd, "x", 1, 0);
	use(fd);
}

static void sockets(void)
{
	struct sockaddr_in in = {.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
	struct sockaddr_in6 in6 = {.sin6_family = AF_INET6, .sin6_addr = IN6ADDR_LOOPBACK_INIT};
	struct sockaddr_un un = {.sun_family = AF_UNIX, .sun_path = "/tmp/faultless\"<\303"};
	struct sockaddr_un abstract = {.sun_family = AF_UNIX};
	struct sockaddr_nl nl = {.nl_family = AF_NETLINK};
	static const int types[] = {SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET};
	int pair[2], server, client, fd;

	inet(AF_INET, (struct sockaddr *)&in, sizeof(in));
	inet(AF_INET6, (struct sockaddr *)&in6, sizeof(in6));
	use(socket(AF_INET, SOCK_RAW, IPPROTO_ICMP));
	for (int i = 0; i < 3; i++) {
		socketpair(AF_UNIX, types[i], 0, pair);
		send(pair[0], "x", 1, 0);
		use(pair[0]);
		send(pair[1], "x", 1, MSG_NOSIGNAL);
		use(pair[1]);
	}
	snprintf(un.sun_path + strlen(un.sun_path), 40, "%d", getpid());
	server = socket(AF_UNIX, SOCK_STREAM, 0);
	client = socket(AF_UNIX, SOCK_STREAM, 0);
	bind(server, (struct sockaddr *)&un, sizeof(un));
	listen(server, 1);
	connect(client, (struct sockaddr *)&un, sizeof(un));
	send(client, "x", 1, 0);
	fd = accept(server, NULL, NULL);
	recv(fd, byte, 1, 0);
	send(client, "x", 1, 0);
	unlink(un.sun_path);
	use(fd);
	use(client);
	use(server);
	fd = socket(AF_UNIX, SOCK_DGRAM, 0);
	snprintf(abstract.sun_path + 1, 40, "faultless %d", getpid());
	bind(fd, (struct sockaddr *)&abstract, 2 + 20);
	use(fd);
	for (int i = 0; i < 3; i++) {
		fd = socket(AF_NETLINK, SOCK_RAW,
			i == 0	 ? NETLINK_ROUTE
			: i == 1 ? NETLINK_KOBJECT_UEVENT
				 : NETLINK_GENERIC);
		listen(fd, 1);
		bind(fd, (struct sockaddr *)&nl, sizeof(nl));
		use(fd);
	}
}

static void structures(void)
{
	int fds[2], pair[2];
	struct epoll_event event = {.events = EPOLLIN};
	struct pollfd many[34];
	fd_set set;
	union {
		struct cmsghdr head;
		char room[CMSG_SPACE(sizeof(fds))];
	} control = {0};
	struct iovec vector = {byte, 1};
	struct msghdr message = {.msg_iov = &vector,
		.msg_iovlen = 1,
		.msg_control = &control,
		.msg_controllen = sizeof(control)};

	pipe(fds);
	write(fds[1], "x", 1);
	for (int i = 0; i < 34; i++)
		many[i] = (struct pollfd){.fd = i < 2	 ? fds[i]
						: i == 2 ? -1
							 : 3000,
			.events = POLLIN};
	poll(many, 2, 0);
	poll(many, 34, 0);
	ppoll(many, 1, NULL, NULL);
	FD_ZERO(&set);
	FD_SET(fds[0], &set);
	FD_SET(fds[1], &set);
	select(fds[1] + 1, &set, NULL, NULL, NULL);
	use(epoll_ctl(epoll_create1(0), EPOLL_CTL_ADD, fds[0], &event));
	sendfile(fds[1], fds[0], NULL, 1);
	splice(fds[0], NULL, fds[1], NULL, 1, 0);
	socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
	control.head = (struct cmsghdr){CMSG_LEN(sizeof(fds)), SOL_SOCKET, SCM_RIGHTS};
	memcpy(CMSG_DATA(&control.head), fds, sizeof(fds));
	sendmsg(pair[0], &message, 0);
	recvmsg(pair[1], &message, 0);
}

static void nothing(int number)
{
	(void)number;
}

/* One that says of itself what it is about. */
static void send_claim(int signal, int code, int fd)
{
	siginfo_t info = {.si_code = code};

	info.si_band = 5;
	info.si_fd = fd;
	syscall(SYS_rt_tgsigqueueinfo, getpid(), gettid(), signal, &info);
}

/* Signals that say which descriptor they are about: caught, ignored, of another number, late, and untrue ones. */
static void signals(void)
{
	sigset_t io;
	int pair[2];

	signal(SIGIO, nothing);
	if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair))
		return;
	fcntl(pair[0], F_SETOWN, getpid());
	fcntl(pair[0], F_SETFL, O_ASYNC | O_NONBLOCK);
	write(pair[1], "x", 1);
	fcntl(pair[0], F_SETSIG, SIGIO);
	write(pair[1], "x", 1);
	signal(SIGIO, SIG_IGN);
	write(pair[1], "x", 1);
	signal(SIGIO, nothing);
	fcntl(pair[0], F_SETSIG, SIGCHLD);
	write(pair[1], "x", 1);
	fcntl(pair[0], F_SETSIG, SIGIO);
	sigemptyset(&io);
	sigaddset(&io, SIGIO);
	sigprocmask(SIG_BLOCK, &io, NULL);
	write(pair[1], "x", 1);
	close(pair[0]);
	sigprocmask(SIG_UNBLOCK, &io, NULL);
	for (int code = POLL_IN - 1; code <= POLL_HUP + 1; code++)
		send_claim(SIGIO, code, pair[1]);
	send_claim(SIGIO, SI_SIGIO, pair[1]);
	signal(SIGUSR1, nothing);
	send_claim(SIGUSR1, POLL_IN, pair[1]);
	send_claim(SIGURG, SI_SIGIO, pair[1]);
	send_claim(SIGURG, SI_SIGIO, -1);
	send_claim(SIGURG, SI_SIGIO, 1 << 20);
	send_claim(SIGURG, SI_SIGIO, AT_FDCWD);
	close(pair[1]);
}

/* Numbers that are descriptors of another process, and AT_FDCWD where it is none. */
static void others(void)
{
	struct kcmp_epoll_slot slot = {.efd = 1, .tfd = 2};

	for (int type = KCMP_FILE; type <= KCMP_EPOLL_TFD; type += KCMP_EPOLL_TFD - KCMP_FILE) {
		void *second = type == KCMP_FILE ? (void *)1 : &slot;

		syscall(SYS_kcmp, getpid(), getpid(), type, 0, second);
		syscall(SYS_kcmp, getpid(), 1, type, 0, second);
		syscall(SYS_kcmp, 1, getpid(), type, 0, second);
	}
	syscall(SYS_pidfd_getfd, -1, 0, 0);
	syscall(SYS_dup, AT_FDCWD);
	syscall(SYS_bind, AT_FDCWD, NULL, 0);
}

int main(void)
{
	others();
	files();
	answers();
	kinds();
	sockets();
	structures();
	signals();
	if (!chdir(getenv("PWD") ? getenv("PWD") : "/"))
		deep();
	return 0;
}
