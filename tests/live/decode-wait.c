// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Calls that wait: poll, select, epoll, futexes, io_uring; each with usual arguments, with NULL, with a bad address,
 * with more than is shown and with unknown flags. Traced by decode.test.
 */
#include <linux/futex.h>
#include <linux/io_uring.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/select.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define BAD ((void *)0x1000)

static int in, out; /* the ends of a pipe; `in` is ready once something was written */

static void polls(void)
{
	struct pollfd fds[36] = {{in, POLLIN, 0}, {out, POLLOUT | POLLPRI, 0}};
	struct timespec brief = {0, 1000}, second = {1, 0}, wrong = {-1, -1};
	sigset_t set;

	for (int i = 2; i < 36; i++)
		fds[i].fd = -1;
	sigemptyset(&set);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGCHLD);
	syscall(SYS_poll, fds, 1, 1);
	syscall(SYS_poll, fds, 2, -1);
	syscall(SYS_poll, fds, 0, 1);
	syscall(SYS_poll, NULL, 0, 1);
	syscall(SYS_poll, NULL, 1, 0);
	syscall(SYS_poll, BAD, 1, 0);
	syscall(SYS_poll, fds, 36, 0);
	fds[35] = (struct pollfd){777, -1, 0};
	syscall(SYS_poll, fds, 36, 0);
	fds[35].events = 0x800;
	for (int i = 2; i < 35; i++)
		fds[i] = fds[1];
	syscall(SYS_poll, fds, 36, 0);
	syscall(SYS_ppoll, fds, 2, &second, &set, 8);
	syscall(SYS_ppoll, fds, 1, &brief, NULL, 8);
	syscall(SYS_ppoll, fds, 2, NULL, &set, 4);
	syscall(SYS_ppoll, fds, 2, NULL, NULL, 0);
	syscall(SYS_ppoll, fds, 2, &wrong, BAD, 8);
	syscall(SYS_ppoll, fds, 2, BAD, &set, 8);
}

static void selects(void)
{
	struct timeval brief = {0, 1000}, second = {1, 5}, wrong = {-1, 0};
	struct timespec moment = {1, 5};
	struct {
		const void *set;
		size_t size;
	} mask;
	fd_set r, w, e;
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGUSR1);
	FD_ZERO(&r);
	FD_ZERO(&w);
	FD_ZERO(&e);
	FD_SET(in, &r);
	FD_SET(out, &w);
	FD_SET(1, &w);
	FD_SET(in, &e);
	syscall(SYS_select, out + 1, &r, NULL, NULL, &brief);
	FD_SET(in, &r);
	syscall(SYS_select, out + 1, &r, &w, &e, &second);
	syscall(SYS_select, 0, NULL, NULL, NULL, &brief);
	FD_SET(600, &w);
	syscall(SYS_select, 601, NULL, &w, NULL, NULL);
	FD_SET(in, &r);
	syscall(SYS_select, out + 1, &r, NULL, NULL, &wrong);
	syscall(SYS_select, -1, &r, NULL, NULL, NULL);
	syscall(SYS_select, 5, BAD, NULL, NULL, NULL);
	syscall(SYS_select, 5, NULL, NULL, NULL, BAD);
	mask.set = &set, mask.size = 8;
	syscall(SYS_pselect6, out + 1, NULL, &w, NULL, &moment, &mask);
	mask.size = 4;
	syscall(SYS_pselect6, out + 1, NULL, &w, NULL, &moment, &mask);
	mask.set = NULL;
	syscall(SYS_pselect6, out + 1, NULL, &w, NULL, NULL, &mask);
	syscall(SYS_pselect6, out + 1, NULL, &w, NULL, NULL, NULL);
	syscall(SYS_pselect6, out + 1, NULL, &w, NULL, NULL, BAD);
}

static void epolls(void)
{
	struct epoll_event event = {EPOLLIN | EPOLLET | EPOLLRDHUP, {.u64 = 0x1234567812345678}},
			   events[50];
	struct timespec brief = {0, 1000};
	sigset_t set;
	int ep = syscall(SYS_epoll_create1, EPOLL_CLOEXEC), pair[2];

	sigfillset(&set);
	syscall(SYS_epoll_create, 5);
	syscall(SYS_epoll_create, -1);
	syscall(SYS_epoll_create1, 5);
	syscall(SYS_epoll_ctl, ep, EPOLL_CTL_ADD, in, &event);
	event.events = EPOLLOUT | 0x800800;
	syscall(SYS_epoll_ctl, ep, EPOLL_CTL_ADD, out, &event);
	syscall(SYS_epoll_ctl, ep, EPOLL_CTL_MOD, out, &event);
	syscall(SYS_epoll_ctl, ep, EPOLL_CTL_MOD, out, NULL);
	syscall(SYS_epoll_ctl, ep, EPOLL_CTL_MOD, out, BAD);
	syscall(SYS_epoll_ctl, -1, 77, out, &event);
	syscall(SYS_epoll_wait, ep, events, 50, -1);
	syscall(SYS_epoll_wait, ep, events, 1, 0);
	for (int i = 0; i < 40; i++) {
		event.data.u64 = i;
		if (!pipe(pair))
			syscall(SYS_epoll_ctl, ep, EPOLL_CTL_ADD, pair[1], &event);
	}
	syscall(SYS_epoll_wait, ep, events, 50, 0);
	syscall(SYS_epoll_pwait, ep, events, 2, 0, &set, 8);
	syscall(SYS_epoll_pwait, ep, events, 2, 0, &set, 4);
	syscall(SYS_epoll_pwait2, ep, events, 2, &brief, NULL, 8);
	syscall(SYS_epoll_pwait2, ep, events, 2, BAD, NULL, 8);
	syscall(SYS_epoll_wait, ep, events, 0, 0);
	syscall(SYS_epoll_wait, ep, NULL, 1, 0);
	syscall(SYS_epoll_wait, -1, events, 1, 0);
	syscall(SYS_epoll_ctl, ep, EPOLL_CTL_DEL, in, &event);
	syscall(SYS_epoll_ctl, ep, EPOLL_CTL_DEL, out, NULL);
	syscall(SYS_epoll_wait, ep = syscall(SYS_epoll_create1, 0), events, 5, 1);
	for (int i = 0; i < 32; i++)
		syscall(SYS_eventfd2, i, 1u << i);
}

static void futexes(void)
{
	struct timespec brief = {0, 1000};
	struct futex_waitv many[] = {
		{1, 0, FUTEX_32 | FUTEX_PRIVATE_FLAG, 0}, {2, 0, FUTEX_32, 7}, {3, 0, 254, 0}};
	uint32_t word = 1, other = 2;

	for (int op = 0; op < 15; op++) {
		syscall(SYS_futex, BAD, op, -1, NULL, NULL, 0);
		syscall(SYS_futex, BAD, op | FUTEX_PRIVATE_FLAG, 1, &brief, &other, 7);
		syscall(SYS_futex, BAD, op | FUTEX_CLOCK_REALTIME, 1, BAD, &other, -1);
		syscall(SYS_futex, BAD, op | FUTEX_PRIVATE_FLAG | FUTEX_CLOCK_REALTIME, 1, NULL,
			&other, 7);
	}
	syscall(SYS_futex, &word, FUTEX_WAIT_PRIVATE, 1, &brief);
	syscall(SYS_futex, &word, FUTEX_WAIT_PRIVATE, 2, NULL);
	syscall(SYS_futex, &word, FUTEX_WAIT_BITSET_PRIVATE, 1, &brief, NULL,
		FUTEX_BITSET_MATCH_ANY);
	syscall(SYS_futex, &word, FUTEX_WAKE_PRIVATE, INT32_MAX);
	for (unsigned op = 0; op < 16; op++)
		syscall(SYS_futex, &word, FUTEX_WAKE_OP, 1, 2, &other,
			op << 28 | op % 8 << 24 | 5 << 12 | 6);
	syscall(SYS_futex, &word, 0x7f, 1, &brief, &other, 3);
	many[0].uaddr = (uintptr_t)&word, many[1].uaddr = (uintptr_t)&other;
	syscall(SYS_futex_waitv, many, 2, 0, &brief, CLOCK_MONOTONIC);
	syscall(SYS_futex_waitv, many, 3, 1, NULL, 77);
	syscall(SYS_futex_waitv, BAD, 3, 0, BAD, CLOCK_REALTIME);
}

static void rings(void)
{
	struct io_uring_params p = {
		.flags = IORING_SETUP_CQSIZE | IORING_SETUP_CLAMP, .cq_entries = 16};
	int fds[2] = {0, -1};
	sigset_t set;
	int ring = syscall(SYS_io_uring_setup, 4, &p);

	sigemptyset(&set);
	sigaddset(&set, SIGINT);
	memset(&p, 0, sizeof(p));
	p.flags = -1;
	syscall(SYS_io_uring_setup, 4, &p);
	syscall(SYS_io_uring_setup, 4, NULL);
	syscall(SYS_io_uring_setup, 4, BAD);
	syscall(SYS_io_uring_enter, ring, 1, 0, IORING_ENTER_SQ_WAKEUP | 0x1000, &set, 8);
	syscall(SYS_io_uring_enter, ring, -1, 0, 0, &set, 4);
	syscall(SYS_io_uring_register, ring, IORING_REGISTER_FILES, fds, 2);
	syscall(SYS_io_uring_register, ring, IORING_UNREGISTER_FILES, NULL, 0);
	syscall(SYS_io_uring_register, ring, IORING_REGISTER_EVENTFD, fds, 1);
	syscall(SYS_io_uring_register, ring, IORING_REGISTER_BUFFERS, BAD, 1);
	syscall(SYS_io_uring_register, ring, 99, BAD, 1);
}

int main(void)
{
	int ends[2];

	if (pipe(ends))
		return 1;
	in = ends[0], out = ends[1];
	polls();
	selects();
	if (write(out, "x", 1) != 1)
		return 1;
	polls();
	selects();
	epolls();
	futexes();
	rings();
	return 0;
}
