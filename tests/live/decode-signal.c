// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Signals and time: masks, actions, siginfo of every code, signals that are taken; clocks, timers, sleeps that are
 * interrupted; each with usual arguments, with NULL, with a bad address and with unknown values. Traced by decode.test.
 */
#include <linux/audit.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <sys/times.h>
#include <sys/timex.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <utime.h>

#define BAD    ((void *)0x1000)
#define NOBODY 99999999 /* no process has this id */

static void nothing(int signo)
{
	(void)signo;
}

static void masks(void)
{
	static const uint64_t sets[] = {0, 1, ~0ULL, ~1ULL, 0xffffffff, 0x3fffffffff, 0x7ffffffffff,
		0x8000000180000600, 0xffffffff00000000};
	uint64_t old;

	for (unsigned i = 0; i < sizeof(sets) / sizeof(sets[0]); i++) {
		syscall(SYS_rt_sigprocmask, SIG_BLOCK, &sets[i], &old, 8);
		syscall(SYS_rt_sigprocmask, SIG_SETMASK, &sets[0], &old, 8);
	}
	syscall(SYS_rt_sigprocmask, SIG_UNBLOCK, NULL, &old, 8);
	syscall(SYS_rt_sigprocmask, SIG_UNBLOCK, NULL, NULL, 8);
	syscall(SYS_rt_sigprocmask, 77, &sets[1], &old, 8);
	syscall(SYS_rt_sigprocmask, SIG_BLOCK, &sets[1], &old, 4);
	syscall(SYS_rt_sigprocmask, SIG_BLOCK, &sets[1], &old, 0);
	syscall(SYS_rt_sigprocmask, SIG_BLOCK, BAD, &old, 8);
	syscall(SYS_rt_sigprocmask, SIG_BLOCK, NULL, BAD, 8);
	syscall(SYS_rt_sigpending, &old, 8);
	syscall(SYS_rt_sigpending, &old, 4);
	syscall(SYS_rt_sigpending, BAD, 8);
	syscall(SYS_signalfd4, -1, &sets[7], 8, SFD_CLOEXEC | SFD_NONBLOCK);
	syscall(SYS_signalfd4, -1, &sets[7], 4, -1);
	syscall(SYS_signalfd, -1, BAD, 8);
	syscall(SYS_rt_sigsuspend, BAD, 8);
	syscall(SYS_rt_sigsuspend, &sets[1], 4);
}

static void actions(void)
{
	struct {
		uint64_t handler, flags, restorer, mask;
	} new = {(uintptr_t)nothing, 0x04000000 | SA_RESTART | SA_SIGINFO, 0x1234, 0x200}, old;
	stack_t stack = {.ss_sp = BAD, .ss_size = 100000}, old_stack;
	static const uint64_t handlers[] = {0, 1, -1};

	syscall(SYS_rt_sigaction, SIGUSR2, &new, &old, 8);
	syscall(SYS_rt_sigaction, SIGUSR2, NULL, &old, 8);
	new.flags = -1;
	syscall(SYS_rt_sigaction, SIGUSR2, &new, &old, 8);
	new.flags = 0x123400;
	for (unsigned i = 0; i < 3; i++) {
		new.handler = handlers[i];
		syscall(SYS_rt_sigaction, SIGUSR2, &new, &old, 8);
	}
	syscall(SYS_rt_sigaction, SIGKILL, &new, &old, 8);
	for (int signo = -1; signo < 70; signo += 11)
		syscall(SYS_rt_sigaction, signo, NULL, &old, 8);
	syscall(SYS_rt_sigaction, SIGUSR2, BAD, &old, 8);
	syscall(SYS_rt_sigaction, SIGUSR2, NULL, BAD, 8);
	syscall(SYS_sigaltstack, &stack, &old_stack);
	syscall(SYS_sigaltstack, NULL, &old_stack);
	stack.ss_flags = 99;
	syscall(SYS_sigaltstack, &stack, &old_stack);
	stack.ss_flags = SS_DISABLE;
	syscall(SYS_sigaltstack, &stack, NULL);
	syscall(SYS_sigaltstack, BAD, BAD);
}

static void infos(void)
{
	static const int signals[] = {0, SIGILL, SIGFPE, SIGSEGV, SIGBUS, SIGTRAP, SIGCHLD, SIGPOLL,
		SIGSYS, SIGUSR1, 40, 77};
	static const int codes[] = {SI_USER, SI_KERNEL, SI_QUEUE, SI_TIMER, SI_MESGQ, SI_ASYNCIO,
		SI_SIGIO, SI_TKILL, -100, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100};
	static const unsigned arches[] = {AUDIT_ARCH_I386, AUDIT_ARCH_AARCH64, AUDIT_ARCH_RISCV64,
		AUDIT_ARCH_S390X, AUDIT_ARCH_PPC64LE, AUDIT_ARCH_MIPSEL64N32, AUDIT_ARCH_ARM,
		AUDIT_ARCH_LOONGARCH64, AUDIT_ARCH_SPARC, 0, 0xb7};
	union {
		siginfo_t si;
		int words[32];
	} u;

	for (unsigned s = 0; s < sizeof(signals) / sizeof(signals[0]); s++)
		for (unsigned c = 0; c < sizeof(codes) / sizeof(codes[0]); c++)
			for (int fill = 0; fill < 2; fill++) {
				for (int i = 0; i < 32; i++)
					u.words[i] = fill * i * 0x1010;
				u.si.si_signo = signals[s], u.si.si_code = codes[c],
				u.si.si_errno = fill * c;
				syscall(SYS_rt_sigqueueinfo, NOBODY, signals[s], &u.si);
			}
	u.si.si_signo = SIGSYS, u.si.si_code = 1, u.si.si_syscall = SYS_getpid,
	u.si.si_arch = 0xc000003e;
	syscall(SYS_rt_tgsigqueueinfo, NOBODY, NOBODY, SIGSYS, &u.si);
	for (unsigned i = 0; i < sizeof(arches) / sizeof(arches[0]); i++) {
		u.si.si_arch = arches[i];
		syscall(SYS_rt_tgsigqueueinfo, NOBODY, NOBODY, SIGSYS, &u.si);
	}
	u.si.si_errno = -5;
	syscall(SYS_rt_tgsigqueueinfo, NOBODY, NOBODY, -1, &u.si);
	syscall(SYS_rt_tgsigqueueinfo, NOBODY, NOBODY, SIGSYS, NULL);
	syscall(SYS_rt_sigqueueinfo, NOBODY, SIGSYS, BAD);
	syscall(SYS_kill, NOBODY, 0);
	syscall(SYS_kill, NOBODY, 99);
	syscall(SYS_tgkill, -1, -1, 88);
	syscall(SYS_tkill, NOBODY, SIGRTMIN + 2);
}

/* Signals that are taken, and calls that they interrupt. */
static void taken(void)
{
	struct itimerval soon = {{0, 0}, {0, 20000}}, old;
	/* For what only a signal ends: the first may come before the call has begun. */
	struct itimerval again = {{0, 200000}, {0, 20000}}, never = {{0, 0}, {0, 0}};
	struct timespec rest, sleep = {0, 60000000}, moment = {0, 1};
	uint64_t set = 1 << (SIGUSR1 - 1) | 1 << (SIGCHLD - 1), none = 0;
	siginfo_t si;
	pid_t child;

	signal(SIGALRM, nothing);
	syscall(SYS_setitimer, ITIMER_REAL, &soon, &old);
	syscall(SYS_nanosleep, &sleep, &rest);
	syscall(SYS_setitimer, ITIMER_REAL, &soon, NULL);
	syscall(SYS_nanosleep, &sleep, NULL);
	syscall(SYS_setitimer, ITIMER_REAL, &soon, &old);
	syscall(SYS_clock_nanosleep, CLOCK_MONOTONIC, 0, &sleep, &rest);
	clock_gettime(CLOCK_MONOTONIC, &sleep);
	sleep.tv_sec++;
	syscall(SYS_setitimer, ITIMER_REAL, &soon, &old);
	syscall(SYS_clock_nanosleep, CLOCK_MONOTONIC, TIMER_ABSTIME, &sleep, &rest);
	syscall(SYS_setitimer, ITIMER_REAL, &again, &old);
	syscall(SYS_pause);
	syscall(SYS_setitimer, ITIMER_REAL, &again, &old);
	syscall(SYS_rt_sigsuspend, &none, 8);
	syscall(SYS_setitimer, ITIMER_REAL, &never, &old);
	syscall(SYS_nanosleep, &moment, &rest);
	syscall(SYS_nanosleep, NULL, &rest);
	syscall(SYS_nanosleep, BAD, &rest);
	syscall(SYS_clock_nanosleep, 77, 5, &moment, BAD);
	signal(SIGUSR2, nothing);
	sigqueue(getpid(), SIGUSR2, (union sigval){.sival_ptr = BAD});
	kill(getpid(), SIGUSR2);
	syscall(SYS_rt_sigprocmask, SIG_BLOCK, &set, NULL, 8);
	sigqueue(getpid(), SIGUSR1, (union sigval){.sival_int = 0});
	syscall(SYS_rt_sigtimedwait, &set, &si, NULL, 8);
	syscall(SYS_rt_sigtimedwait, &set, &si, &moment, 8);
	syscall(SYS_rt_sigtimedwait, &set, &si, &moment, 4);
	syscall(SYS_rt_sigtimedwait, BAD, NULL, BAD, 8);
	child = fork();
	if (!child)
		_exit(3);
	syscall(SYS_rt_sigtimedwait, &set, &si, NULL, 8);
	syscall(SYS_waitid, P_PID, child, &si, WEXITED | WNOWAIT, NULL);
	waitpid(child, NULL, 0);
	signal(SIGCHLD, nothing);
	syscall(SYS_rt_sigprocmask, SIG_UNBLOCK, &set, NULL, 8);
	child = fork();
	if (!child)
		pause();
	kill(child, SIGTERM);
	waitpid(child, NULL, 0);
}

/* The way back from a handler, made here: by number. */
#define TEXT_(x_) #x_
#define TEXT(x_)  TEXT_(x_)
asm(".text\nway_back:\n\tmov $" TEXT(SYS_rt_sigreturn) ", %eax\n\tsyscall");
void way_back(void);

static void returns(void)
{
	static const uint64_t masks[] = {0, 0x8, ~0ULL};
	struct {
		void (*handler)(int);
		unsigned long flags;
		void (*restorer)(void);
		uint64_t mask;
	} action = {nothing, 0x04000000 /* SA_RESTORER */, way_back, ~0ULL};
	uint64_t pending = 1ULL << (SIGUSR2 - 1);

	syscall(SYS_rt_sigaction, SIGUSR2, &action, NULL, 8);
	for (unsigned i = 0; i < sizeof(masks) / sizeof(masks[0]); i++) {
		syscall(SYS_rt_sigprocmask, SIG_SETMASK, &masks[i], NULL, 8);
		syscall(SYS_tkill, getpid(), SIGUSR2);
		syscall(SYS_rt_sigprocmask, SIG_UNBLOCK, &pending, NULL, 8);
	}
	syscall(SYS_rt_sigprocmask, SIG_SETMASK, &masks[0], NULL, 8);
}

static void clocks(void)
{
	struct timespec t, wrong = {-1, -1};
	struct timeval tv, bad_tv = {0, -1};
	struct timezone zone;
	struct itimerval it = {{1, 2}, {300, 4}}, old;
	struct itimerspec its = {{1, 2}, {1L << 40, 4}}, old_its;
	struct sigevent event = {.sigev_signo = SIGUSR1, .sigev_value.sival_int = 5};
	struct timex x = {0};
	struct tms tms;
	time_t seconds;
	int id, fd;

	for (int clock = -2; clock < 13; clock++) {
		syscall(SYS_clock_gettime, clock, &t);
		syscall(SYS_clock_getres, clock, NULL);
		syscall(SYS_getitimer, clock, &old);
	}
	syscall(SYS_clock_gettime, CLOCK_MONOTONIC, BAD);
	syscall(SYS_clock_settime, 99, &wrong);
	syscall(SYS_gettimeofday, &tv, &zone);
	syscall(SYS_gettimeofday, BAD, NULL);
	syscall(SYS_settimeofday, &bad_tv, NULL);
	syscall(SYS_time, NULL);
	syscall(SYS_time, &seconds);
	syscall(SYS_time, BAD);
	syscall(SYS_times, &tms);
	syscall(SYS_setitimer, ITIMER_PROF, &it, &old);
	syscall(SYS_setitimer, ITIMER_PROF, NULL, &old);
	syscall(SYS_setitimer, 9, &it, &old);
	syscall(SYS_alarm, 100);
	syscall(SYS_alarm, 0);
	for (int notify = 0; notify < 6; notify++) {
		event.sigev_notify = notify;
		syscall(SYS_timer_create, CLOCK_MONOTONIC, &event, &id);
	}
	syscall(SYS_timer_create, 99, NULL, &id);
	syscall(SYS_timer_create, CLOCK_MONOTONIC, BAD, BAD);
	id = 0;
	syscall(SYS_timer_settime, id, TIMER_ABSTIME | 2, &its, &old_its);
	syscall(SYS_timer_gettime, id, &old_its);
	syscall(SYS_timer_getoverrun, id);
	syscall(SYS_timer_delete, id);
	syscall(SYS_timer_gettime, 777, &old_its);
	fd = syscall(SYS_timerfd_create, CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
	syscall(SYS_timerfd_create, 99, -1);
	syscall(SYS_timerfd_settime, fd, 0, &its, &old_its);
	syscall(SYS_timerfd_settime, fd, -1, BAD, NULL);
	syscall(SYS_timerfd_gettime, fd, &old_its);
	syscall(SYS_adjtimex, &x);
	syscall(SYS_clock_adjtime, CLOCK_REALTIME, &x);
	syscall(SYS_clock_adjtime, 99, &x);
	syscall(SYS_adjtimex, BAD);
}

static void file_times(void)
{
	static const struct timespec times[] = {{5, 6}, {1700000000, 0}, {0, UTIME_NOW},
		{0, UTIME_OMIT}, {-1, 999999999}, {1, 1000000000}};
	struct timeval tv[2] = {{1700000000, 6}, {7, 1000000}};
	struct utimbuf ut = {1, 1700000000};

	for (int i = 0; i < 5; i++)
		syscall(SYS_utimensat, -1, "nowhere", &times[i], i);
	syscall(SYS_utimensat, -1, "nowhere", NULL, 0x100);
	syscall(SYS_utimensat, -1, NULL, BAD, -1);
	syscall(SYS_utimes, "nowhere", tv);
	syscall(SYS_utimes, "nowhere", NULL);
	syscall(SYS_futimesat, -1, "nowhere", tv);
	syscall(SYS_utime, "nowhere", &ut);
	syscall(SYS_utime, "nowhere", BAD);
}

int main(void)
{
	masks();
	actions();
	infos();
	taken();
	returns();
	clocks();
	file_times();
	return 0;
}
