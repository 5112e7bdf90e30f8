/* SPDX-License-Identifier: LGPL-2.1-or-later OR GPL-2.0-only */
/*
 * The plan: for one form of one system call, the list of reads (ops) at entry and at exit. Made by
 * plan-build.c from the description, run by capture.h in the probe and in the ptrace engine. It is a
 * small program over values:
 *
 *   value 0..5  the arguments        6  the stack pointer        7  the return value
 *         8..   loaded from what was read (a pointer or length in a struct, an element's address)
 */
#ifndef FAULTLESS_PLAN_H
#define FAULTLESS_PLAN_H

#include <linux/types.h>

enum {
	VALUE_SP = 6,
	VALUE_RET = 7,
	VALUE_LOADED = 8,
	NVALUES = 32, /* a power of two */
	/* bytes that all elements of an OP_EACH together may still take */
	VALUE_BUDGET = NVALUES - 2,
	VALUE_NONE = NVALUES - 1,
};

enum op_kind {
	OP_END,
	OP_MEM, /* read n bytes at value[ptr] + offset, at least those before a page that is not there */
	OP_STR, /* read a NUL-terminated string there, at most max bytes of it */
	/* value[dst] = the number of `scale` bytes at offset in what the last OP_MEM read */
	OP_LOAD,
	OP_EACH, /* for n elements: value[dst] = value[ptr] + i * scale; the ops up to its OP_NEXT.
		    Sets VALUE_BUDGET to value[cap], unless that is VALUE_NONE */
	/* value[dst] += scale, and again from behind the innermost OP_EACH, if elements are left */
	OP_NEXT,
	OP_STOP, /* leave the innermost OP_EACH, going on at skip, if value[ptr] is 0 */
	/*
	 * a condition on the bits of value[ptr] in the mask (fixed, with max as its upper half): that they are not 0;
	 * or, with OP_EQUAL, OP_DIFFERS, OP_ABOVE, that they are, are not, are more than the number (scale, with offset
	 * as its upper half). Goes on at skip if it does not hold
	 */
	OP_WHEN,
	/* describe file descriptor value[ptr], of 32 bits, which need not be one */
	OP_FD,
	OP_FDSET,  /* describe those in the fd_set of n descriptors at value[ptr] + offset */
	OP_RIGHTS, /* describe those in the n bytes of control messages there (SCM_RIGHTS), whose lengths have scale bytes */
	OP_NAME,   /* the task's command name */
	/*
	 * value[dst] = scale if file descriptor value[ptr] is a netlink socket, whose protocol is told, else max
	 */
	OP_NETLINK,
};

#define OP_CONSUME 0x01 /* OP_MEM: value[cap] -= the bytes that were wanted */
/* OP_MEM, OP_STR in an OP_EACH: if it failed, the elements that follow are not read either */
#define OP_BREAK   0x02
#define OP_S32	   0x04 /* value[len] is 32 bits wide and signed; negative means 0 */
#define OP_U32	   0x08 /* value[len] is 32 bits wide */
#define OP_EQUAL   0x10
#define OP_DIFFERS 0x20
#define OP_ABOVE   0x40
#define OP_LIMITED 0x80 /* OP_MEM: at most value[dst] bytes, too */

/*
 * n, of OP_MEM and OP_RIGHTS (bytes), OP_EACH (elements) and OP_FDSET (descriptors), is value[len], divided by `fixed`
 * and rounded up if that is more than 1; or, with len VALUE_NONE, `fixed`. Of OP_MEM it is multiplied by scale and then
 * at most value[cap] (unless VALUE_NONE). It is never more than max. A pointer that is 0 is not read. An op that fails
 * (or reads nothing) goes on at `skip`; within an OP_EACH that is at most its OP_NEXT.
 */
struct op {
	__u8 kind; /* enum op_kind; ptr, len, cap and dst are indices of values */
	__u8 ptr;
	__u8 len;
	__u8 cap;
	__u8 dst;
	__u8 flags;
	/* index of the first op that does not depend on this one: where to go on if it failed */
	__u16 skip;
	__s32 offset;
	__u32 scale;
	__u32 fixed;
	__u32 max;
};

/* Ops per plan: the bits of a mask. */
#define PLAN_MAX_OPS 64

/* How deep OP_EACH nests: the iovecs of an array of messages. */
#define PLAN_MAX_DEPTH 2

struct plan {
	__u32 first;   /* index in the set's ops */
	__u16 nentry;  /* ops at entry: first .. first + nentry - 1 */
	__u16 nexit;   /* ops at exit, behind them; run if the call did not fail */
	__u64 always;  /* exit ops that run though the call failed */
	__u16 flags;   /* PLAN_* */
	__u8 fds;      /* bit n: argument register n holds a file descriptor; PLAN_FD_SET */
	__u8 paths;    /* bit n: it holds the address of a path */
	__u16 argv_op; /* PLAN_MAY_EXEC: the OP_EACH that reads argv */
	__u16 envp_op; /* and that for envp */
};

#define PLAN_NO_RETURN 0x01 /* exit, exit_group: its entry record leaves at once */
#define PLAN_MAY_EXEC  0x02 /* execve: arguments are in memory that a success replaces */

/* In fds: it uses descriptors that lie in memory. */
#define PLAN_FD_SET 0x80

/*
 * How the plan of a call is found: by selectors[nr]. If it is a switch, the plan is that of the case with the key
 * (args[arg1] & mask1) | args[arg2] << 32; else that of the case with the second key, (that & mask2) | CASE_ROUGHLY;
 * else its own.
 */
struct selector {
	__u32 plan;  /* index in the set's plans */
	__u8 wanted; /* traced at all */
	__u8 arg1;   /* argument registers */
	__u8 arg2;   /* VALUE_NONE: one argument only */
	__u8 cases;  /* 0: not a switch */
	__u64 mask1;
	__u64 mask2; /* 0: there is no second key */
};

#define CASE_ROUGHLY (1ULL << 63) /* in the second key */

struct case_key {
	__u64 key;
	__u32 nr;
	__u32 pad;
};

#ifndef __bpf__
#include <stdbool.h>
#include <stdint.h>
#include "desc/desc.h"

#define PLAN_NR 1024 /* numbers below this have a selector */

struct plan_set {
	struct selector selectors[PLAN_NR];
	struct op *ops;
	unsigned nops;
	struct plan *plans;
	unsigned nplans;
	struct plan_case {
		struct case_key key;
		__u32 plan;
	} * cases; /* sorted by nr, then key */
	unsigned ncases;
	bool describes; /* some plan asks what descriptors are, or for names of tasks */
};

struct plan_config {
	uint32_t string_limit; /* -s, bytes */
	/*
	 * Calls that are abbreviated, borrowed; NULL: all. Of the others envp's strings and the
	 * like are read too.
	 */
	const struct filter_calls *abbrev;
	bool no_data; /* -c: nothing is read, calls are only seen */
	/* -e read=, write=: buffers of calls on a descriptor are read whole */
	bool whole_data;
	bool descriptors; /* -y, -P: what file descriptors are is read too */
	bool names;	  /* -Y: the tasks' command names */
	bool files; /* -P, --trace-fds: of all that lie in memory, not only of those that are shown */
};

/*
 * plan_set_new - plans for all calls whose bit is set in @wanted (bitmap of PLAN_NR bits), made from
 * the description. @config and @wanted are borrowed during the call. Free with plan_set_free. Returns 0, -ENOMEM, or
 * -E2BIG if a description needs more ops or values than a plan has (a defect of the table; *ret_bad
 * names the call).
 */
int plan_set_new(const struct plan_config *config, const uint64_t *wanted,
	struct plan_set **ret_set, const char **ret_bad);
void plan_set_free(struct plan_set *set);

/* plan_find - the plan for call @nr with @args; NULL if @nr has none (unknown number). */
const struct plan *plan_find(const struct plan_set *set, uint32_t nr, const __u64 *args);
#endif

#endif
