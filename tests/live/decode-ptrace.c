// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * ptrace of a child: registers and sets of them, words of struct user, signals, the call that it is in; with NULL, bad
 * addresses, sizes that are too small or too large. The child is one that no other tracer has. Traced by decode.test.
 */
#include <elf.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>
#define BAD			   ((void *)0x1000)
#define TRACE(request, addr, data) syscall(SYS_ptrace, request, child, addr, data)
static pid_t child;
static char *edge; /* the last bytes of a page before one that is not there */
static unsigned char buf[8192];
static void wait_for_child(void)
{
	int status;
	waitpid(child, &status, __WALL);
}
static void registers(void)
{
	struct user_regs_struct regs;
	struct user_fpregs_struct fpregs;
	struct iovec v;
	static const int notes[] = {NT_PRSTATUS, NT_PRFPREG, NT_X86_XSTATE, 0x77, 0};
	TRACE(PTRACE_GETREGS, 0, &regs);
	TRACE(PTRACE_GETREGS, 7, BAD);
	TRACE(PTRACE_GETREGS, 0, NULL);
	TRACE(PTRACE_SETREGS, 0, &regs);
	TRACE(PTRACE_SETREGS, 5, BAD);
	TRACE(PTRACE_GETFPREGS, 0, &fpregs);
	TRACE(PTRACE_SETFPREGS, 0, &fpregs);
	TRACE(PTRACE_GETFPREGS, 1, BAD);
	for (int i = 0; i < 5; i++) {
		v = (struct iovec){buf, sizeof(buf)};
		TRACE(PTRACE_GETREGSET, notes[i], &v);
		v.iov_len = 24;
		TRACE(PTRACE_GETREGSET, notes[i], &v);
		TRACE(PTRACE_SETREGSET, notes[i], &v);
		v.iov_len = 0;
		TRACE(PTRACE_GETREGSET, notes[i], &v);
		v = (struct iovec){BAD, 300};
		TRACE(PTRACE_GETREGSET, notes[i], &v);
		TRACE(PTRACE_SETREGSET, notes[i], &v);
		TRACE(PTRACE_SETREGSET, notes[i], NULL);
		TRACE(PTRACE_GETREGSET, notes[i], BAD);
	}
	v = (struct iovec){&regs, sizeof(regs)};
	TRACE(PTRACE_GETREGSET, NT_PRSTATUS, &v);
	TRACE(PTRACE_SETREGSET, NT_PRSTATUS, &v);
	v = (struct iovec){edge - 24, sizeof(regs)};
	TRACE(PTRACE_GETREGSET, NT_PRSTATUS, &v);
}
static void user(void)
{
	unsigned long word;
	for (size_t at = 0; at < sizeof(struct user) + 40; at += 8)
		TRACE(PTRACE_PEEKUSER, at, &word);
	TRACE(PTRACE_PEEKUSER, 3, &word);
	TRACE(PTRACE_PEEKUSER, 8 * 16 + 4, &word);
	TRACE(PTRACE_PEEKUSER, 5000, &word);
	TRACE(PTRACE_PEEKUSER, 0, BAD);
	TRACE(PTRACE_POKEUSER, 8, 5);
	TRACE(PTRACE_POKEUSER, 9999, 0);
	TRACE(PTRACE_PEEKTEXT, &user, &word);
	TRACE(PTRACE_PEEKDATA, &child, &word);
	TRACE(PTRACE_PEEKDATA, BAD, &word);
	TRACE(PTRACE_POKEDATA, &child, 0x1234);
	TRACE(PTRACE_POKETEXT, BAD, 5);
}
static void signals(void)
{
	siginfo_t info, infos[4];
	struct {
		uint64_t off;
		uint32_t flags, nr;
	} which = {0, 0, 4};
	uint64_t mask = 0;
	kill(child, SIGUSR1);
	kill(child, SIGUSR2);
	TRACE(PTRACE_GETSIGINFO, 0, &info);
	TRACE(PTRACE_GETSIGINFO, 5, BAD);
	TRACE(PTRACE_SETSIGINFO, 0, &info);
	TRACE(PTRACE_SETSIGINFO, 0, BAD);
	TRACE(PTRACE_PEEKSIGINFO, &which, infos);
	which.flags = 1;
	TRACE(PTRACE_PEEKSIGINFO, &which, infos);
	which.off = 1;
	TRACE(PTRACE_PEEKSIGINFO, &which, infos);
	TRACE(PTRACE_PEEKSIGINFO, &which, BAD);
	which.flags = -1;
	TRACE(PTRACE_PEEKSIGINFO, &which, infos);
	TRACE(PTRACE_PEEKSIGINFO, BAD, infos);
	TRACE(PTRACE_PEEKSIGINFO, NULL, NULL);
	TRACE(PTRACE_GETSIGMASK, 8, &mask);
	mask = 1 << (SIGUSR1 - 1) | 1 << (SIGUSR2 - 1);
	TRACE(PTRACE_SETSIGMASK, 8, &mask);
	TRACE(PTRACE_GETSIGMASK, 8, &mask);
	TRACE(PTRACE_GETSIGMASK, 4, &mask);
	TRACE(PTRACE_SETSIGMASK, 8, BAD);
	TRACE(PTRACE_SETSIGMASK, 0, &mask);
}
static void calls(void)
{
	struct user_regs_struct regs;
	unsigned long message;
	TRACE(PTRACE_SETOPTIONS, 0, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);
	TRACE(PTRACE_SETOPTIONS, 5, -1);
	TRACE(PTRACE_GETEVENTMSG, 0, &message);
	TRACE(PTRACE_GETEVENTMSG, 3, BAD);
	for (int i = 0; i < 4; i++) {
		TRACE(PTRACE_SYSCALL, 0, 0);
		wait_for_child();
		TRACE(PTRACE_GET_SYSCALL_INFO, 88, buf);
		TRACE(PTRACE_GET_SYSCALL_INFO, 24, buf);
		TRACE(PTRACE_GET_SYSCALL_INFO, 8 * i, buf);
		TRACE(PTRACE_GET_SYSCALL_INFO, 88, BAD);
		TRACE(PTRACE_GET_SYSCALL_INFO, 0, NULL);
		TRACE(PTRACE_GETREGS, 0, &regs);
	}
	TRACE(PTRACE_SECCOMP_GET_FILTER, 0, buf);
	TRACE(PTRACE_SECCOMP_GET_METADATA, 16, buf);
	TRACE(PTRACE_SECCOMP_GET_METADATA, 8, BAD);
	TRACE(31 /* PTRACE_SYSEMU */, 0, 77);
	TRACE(32 /* PTRACE_SYSEMU_SINGLESTEP */, 0, 77);
	TRACE(33 /* PTRACE_SINGLEBLOCK */, 0, 77);
	TRACE(21 /* PTRACE_OLDSETOPTIONS */, 0, 1);
	TRACE(PTRACE_LISTEN, 1, 2);
	TRACE(PTRACE_INTERRUPT, 1, 2);
	TRACE(PTRACE_ATTACH, 1, 2);
	TRACE(0x7777, 1, 2);
}
int main(void)
{
	edge = (char *)mmap(
		       NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) +
	       4096;
	munmap(edge, 4096);
	child = syscall(SYS_clone, CLONE_UNTRACED | SIGCHLD, 0, 0, 0, 0);
	if (!child) {
		syscall(SYS_ptrace, PTRACE_TRACEME, 0, 0, 0);
		syscall(SYS_kill, syscall(SYS_getpid), SIGSTOP);
		for (;;)
			syscall(SYS_close, -1);
	}
	wait_for_child();
	signals();
	registers();
	user();
	calls();
	kill(child, SIGKILL);
	wait_for_child();
	return 0;
}
