// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * What matrix.test traces, by the first argument: "threads", "sockets", "tree" (of processes, one of them by exec),
 * "signals". Each makes a few dozen calls of its own and ends with status 0.
 */
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

static const char text[] = "plain \"text\"\n\1\0029\177\200 and more than thirty-two bytes of it";
static int null;

static void *write_and_fail(void *unused)
{
	(void)unused;
	for (int i = 0; i < 3; i++) {
		write(null, text, sizeof(text) - 10 * i);
		write(-1, "nowhere", 7);
	}
	return NULL;
}

static int threads(void)
{
	pthread_t ids[3];

	for (int i = 0; i < 3; i++)
		pthread_create(&ids[i], NULL, write_and_fail, NULL);
	for (int i = 0; i < 3; i++)
		pthread_join(ids[i], NULL);
	return 0;
}

static void pass_a_descriptor(int to, int from)
{
	char room[CMSG_SPACE(sizeof(int))] = {0}, byte = 'x';
	struct iovec iov = {&byte, 1};
	struct msghdr msg = {.msg_iov = &iov,
		.msg_iovlen = 1,
		.msg_control = room,
		.msg_controllen = sizeof(room)};
	struct cmsghdr *c = CMSG_FIRSTHDR(&msg);

	c->cmsg_level = SOL_SOCKET;
	c->cmsg_type = SCM_RIGHTS;
	c->cmsg_len = CMSG_LEN(sizeof(int));
	memcpy(CMSG_DATA(c), &null, sizeof(null));
	sendmsg(to, &msg, MSG_NOSIGNAL);
	msg.msg_controllen = sizeof(room);
	recvmsg(from, &msg, MSG_CMSG_CLOEXEC);
}

static int sockets(void)
{
	struct sockaddr_in in = {.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
	struct sockaddr_un un = {AF_UNIX, "/nowhere/at/all"};
	socklen_t len = sizeof(in);
	char buffer[100];
	int pair[2], listening, client, server;

	socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair);
	pass_a_descriptor(pair[0], pair[1]);
	connect(pair[0], (struct sockaddr *)&un, sizeof(un));
	listening = socket(AF_INET, SOCK_STREAM, IPPROTO_TCP);
	bind(listening, (struct sockaddr *)&in, len);
	getsockname(listening, (struct sockaddr *)&in, &len);
	listen(listening, 5);
	client = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, IPPROTO_TCP);
	setsockopt(client, SOL_SOCKET, SO_KEEPALIVE, &(int){1}, sizeof(int));
	connect(client, (struct sockaddr *)&in, sizeof(in));
	server = accept4(listening, (struct sockaddr *)&in, &len, SOCK_CLOEXEC);
	send(client, text, sizeof(text), MSG_DONTWAIT);
	poll(&(struct pollfd){server, POLLIN, 0}, 1, 1000);
	recv(server, buffer, sizeof(buffer), 0);
	close(client);
	read(server, buffer, sizeof(buffer));
	return 0;
}

static int tree(char *self)
{
	struct stat st;

	stat("/dev/null", &st);
	fstat(null, &st);
	for (int i = 0; i < 2; i++) {
		pid_t pid = fork();

		if (!pid && i) {
			execl("/nowhere", "nowhere", (char *)NULL);
			execl(self, self, "signals", (char *)NULL);
		}
		if (!pid)
			_exit(write(null, text, 5) == 5 ? i + 3 : 9);
		waitpid(pid, NULL, 0);
	}
	mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	chmod("/nowhere", S_ISUID | 0755);
	return 0;
}

static void nothing(int number)
{
	(void)number;
}

static int signals(void)
{
	struct sigaction action = {.sa_handler = nothing, .sa_flags = SA_RESTART};
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGUSR2);
	sigaction(SIGUSR1, &action, NULL);
	sigprocmask(SIG_BLOCK, &set, NULL);
	kill(getpid(), SIGUSR1);
	kill(getpid(), SIGUSR2);
	kill(getpid(), SIGWINCH);
	sigwaitinfo(&set, NULL);
	kill(getpid(), 0);
	kill(getpid(), 99);
	return 0;
}

int main(int argc, char **argv)
{
	const char *what = argc > 1 ? argv[1] : "";

	null = open("/dev/null", O_RDWR | O_CLOEXEC);
	if (!strcmp(what, "threads"))
		return threads();
	if (!strcmp(what, "sockets"))
		return sockets();
	if (!strcmp(what, "tree"))
		return tree(argv[0]);
	return signals();
}
