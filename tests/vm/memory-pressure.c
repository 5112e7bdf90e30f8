// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * A tracee that touches more memory than its cgroup lets it keep, so that most of what it passes to
 * the kernel is on swap or on disk when it calls: paths and buffers for files, arguments of
 * programs, messages over a loopback connection. It keeps its own list of every such call.
 * memory-pressure -g CGROUP [-s MIB] [-i ITEMS] [-f FILE] [-o LIST]
 * -g: the directory of a cgroup to join. -s: how much to touch. -f: a file to keep the memory in,
 * where there is no swap.
 */
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include "expect.h"

/* What an item uses, each part on a page of its own. */
enum { PATH, DATA, ROOM, WORD, ARGV, MESSAGE, RECEIVED, PARTS };

static char *arena;
static size_t stride; /* bytes from one item to the next: its parts, and memory that only fills */
static int receiver, sender;
static char role[] = "role";

static char *part(int item, int which)
{
	return arena + item * stride + (size_t)which * PAGE;
}

static void path_text(int item, char *text)
{
	sprintf(text, "pressure-%05d", item);
}

static void data_text(int item, char *text)
{
	sprintf(text, "what is in file %05d", item);
}

static void word_text(int item, char *text)
{
	sprintf(text, "argument %05d", item);
}

static void message_text(int item, char *text)
{
	sprintf(text, "message %05d", item);
}

static void prepare(int item)
{
	char **argv = (char **)part(item, ARGV);

	memset(arena + item * stride, item + 1, stride);
	path_text(item, part(item, PATH));
	data_text(item, part(item, DATA));
	word_text(item, part(item, WORD));
	message_text(item, part(item, MESSAGE));
	argv[0] = role;
	argv[1] = part(item, WORD);
	argv[2] = NULL;
}

static void files(int item)
{
	pid_t task = expect_task();
	char path[64], data[64];
	int fd, length;
	long done;

	path_text(item, path);
	data_text(item, data);
	length = strlen(data);
	fd = syscall(SYS_openat, AT_FDCWD, part(item, PATH), O_RDWR | O_CREAT, 0600);
	expect(task, 1, "openat(AT_FDCWD, \"%s\", O_RDWR|O_CREAT, 0600) %s", path,
		expect_result(fd));
	done = syscall(SYS_pwrite64, fd, part(item, DATA), (long)length, 0L);
	expect(task, 1, "pwrite64(%d, \"%s\", %d, 0) %s", fd, data, length, expect_result(done));
	done = syscall(SYS_pread64, fd, part(item, ROOM), (long)length, 0L);
	expect(task, 1, "pread64(%d, \"%s\", %d, 0) %s", fd, data, length, expect_result(done));
	done = syscall(SYS_close, fd);
	expect(task, 1, "close(%d) %s", fd, expect_result(done));
	done = syscall(SYS_unlink, part(item, PATH));
	expect(task, 1, "unlink(\"%s\") %s", path, expect_result(done));
}

static void network(int item)
{
	pid_t task = expect_task();
	char message[64];
	int length;
	long done;

	message_text(item, message);
	length = strlen(message);
	done = syscall(SYS_sendto, sender, part(item, MESSAGE), (long)length, 0, NULL, 0);
	expect(task, 1, "sendto(%d, \"%s\", %d, 0, NULL, 0) %s", sender, message, length,
		expect_result(done));
	done = syscall(SYS_recvfrom, receiver, part(item, RECEIVED), (long)length, MSG_WAITALL,
		NULL, NULL);
	expect(task, 1, "recvfrom(%d, \"%s\", %d, MSG_WAITALL, NULL, NULL) %s", receiver, message,
		length, expect_result(done));
}

/* An exec that works and ends at once. vfork shares the memory and its pages, as a shell's child
 * does. */
static void execute(int item)
{
	pid_t pid;
	char word[64];

	word_text(item, word);
	pid = vfork();
	if (pid == 0) {
		syscall(SYS_execve, "/proc/self/exe", part(item, ARGV), NULL);
		_exit(1);
	}
	if (pid < 0 || waitpid(pid, NULL, 0) != pid)
		err(2, "vfork");
	expect(pid, 1, "execve(\"/proc/self/exe\", [\"role\", \"%s\"], NULL) = 0", word);
	expect(pid, 1, "+++ exited with 0 +++");
}

static void connect_loopback(void)
{
	struct sockaddr_in address = {
		.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t size = sizeof(address);
	int listener = socket(AF_INET, SOCK_STREAM, 0);

	if (listener < 0 || bind(listener, (struct sockaddr *)&address, size) ||
		listen(listener, 1) || getsockname(listener, (struct sockaddr *)&address, &size))
		err(2, "listen");
	sender = socket(AF_INET, SOCK_STREAM, 0);
	if (sender < 0 || connect(sender, (struct sockaddr *)&address, size))
		err(2, "connect");
	/* The listener stays open, as the arena's file does: the numbers in the list are then each
	 * one thing's. */
	receiver = accept(listener, NULL, NULL);
}

static void join(const char *cgroup)
{
	char path[PAGE];
	int fd;

	snprintf(path, sizeof(path), "%s/cgroup.procs", cgroup);
	fd = open(path, O_WRONLY);
	if (fd < 0 || dprintf(fd, "%d", getpid()) < 0)
		err(2, "%s", path);
	close(fd);
}

static void make_arena(const char *file, size_t size)
{
	int fd = -1, flags = MAP_PRIVATE | MAP_ANONYMOUS;

	if (file) {
		fd = open(file, O_RDWR | O_CREAT | O_TRUNC, 0600);
		if (fd < 0 || ftruncate(fd, size))
			err(2, "%s", file);
		flags = MAP_SHARED;
	}
	arena = mmap(NULL, size, PROT_READ | PROT_WRITE, flags, fd, 0);
	if (arena == MAP_FAILED)
		err(2, "mmap");
	madvise(arena, size, MADV_NOHUGEPAGE);
	/* No reading ahead: each page comes back alone. */
	madvise(arena, size, MADV_RANDOM);
}

int main(int argc, char **argv)
{
	const char *list = NULL, *cgroup = NULL, *file = NULL;
	int option, mib = 64, items = 100;

	if (argc > 0 && !strcmp(argv[0], role))
		return 0;
	while ((option = getopt(argc, argv, "g:s:i:f:o:")) != -1) {
		switch (option) {
		case 'g':
			cgroup = optarg;
			break;
		case 's':
			mib = atoi(optarg);
			break;
		case 'i':
			items = atoi(optarg);
			break;
		case 'f':
			file = optarg;
			break;
		case 'o':
			list = optarg;
			break;
		default:
			return 2;
		}
	}
	stride = ((size_t)mib << 20) / items & -PAGE;
	if (stride < (size_t)PARTS * PAGE)
		errx(2, "-s must be at least %d KiB an item", PARTS * PAGE / 1024);
	expect_open(list);
	if (cgroup)
		join(cgroup);
	connect_loopback();
	make_arena(file, items * stride);
	for (int item = 0; item < items; item++)
		prepare(item);
	/* By now the first items have gone; each round drives out what the next one needs. */
	for (int item = 0; item < items; item++) {
		files(item);
		network(item);
		execute(item);
	}
	expect_flush();
	return 0;
}
