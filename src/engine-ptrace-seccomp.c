// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * The seccomp filter that keeps calls nobody asked for from stopping. For calls that it allows whatever their arguments
 * the kernel does not run it, but looks into a bitmap (from 5.11 on, kernel/seccomp.c).
 */
#include <stdbool.h>
#include <linux/audit.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include "desc/desc.h"
#include "desc/nr-x86_64.h"
#include "engine-ptrace-seccomp.h"

struct program {
	struct sock_filter *code;
	size_t len;
};

static void add(struct program *p, struct sock_filter instruction)
{
	p->code[p->len++] = instruction;
}

static void add_return(struct program *p, bool stops)
{
	add(p, (struct sock_filter)BPF_STMT(
		       BPF_RET | BPF_K, stops ? SECCOMP_RET_TRACE : SECCOMP_RET_ALLOW));
}

/*
 * A program that installs a filter of its own may have calls answered by it before the tracer sees them, so these are
 * always seen, and the engine then has every call of that program stop.
 */
static void add_seccomp_calls(struct program *p)
{
	add(p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, NR_seccomp, 3, 0));
	add(p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, NR_prctl, 0, 3));
	add(p, (struct sock_filter)BPF_STMT(
		       BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[0])));
	add(p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, PR_SET_SECCOMP, 0, 1));
	add_return(p, true);
	add(p, (struct sock_filter)BPF_STMT(
		       BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)));
}

/* Whether any call of 32-bit tasks is wanted. */
static bool has_compat(const struct filter_calls *calls)
{
	bool any = calls->beyond;

	for (unsigned nr = DESC_COMPAT; nr < FILTER_CALLS && !any; nr++)
		any = filter_calls_has(calls, nr);
	return any;
}

size_t engine_ptrace_seccomp(
	const struct filter_calls *calls, struct sock_filter ret_filter[ENGINE_PTRACE_FILTER_MAX])
{
	struct program p = {.code = ret_filter};
	bool all = calls->beyond;

	for (unsigned nr = 0; nr < FILTER_CALLS && all; nr++)
		all = filter_calls_has(calls, nr);
	if (all)
		return 0;
	add(&p, (struct sock_filter)BPF_STMT(
			BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)));
	add(&p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AUDIT_ARCH_X86_64, 1, 0));
	add_return(&p, has_compat(calls));
	add(&p, (struct sock_filter)BPF_STMT(
			BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)));
	add_seccomp_calls(&p);
	for (unsigned nr = 0, end; nr < DESC_COMPAT; nr = end) {
		bool wanted = filter_calls_has(calls, nr);

		for (end = nr + 1; end < DESC_COMPAT && filter_calls_has(calls, end) == wanted;
			end++)
			;
		add(&p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, end, 1, 0));
		add_return(&p, wanted);
	}
	add_return(&p, calls->beyond);
	return p.len;
}
