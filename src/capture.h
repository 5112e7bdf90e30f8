/* SPDX-License-Identifier: LGPL-2.1-or-later OR GPL-2.0-only */
/*
 * The op interpreter: runs a plan (plan.h) over a tracee's memory and leaves blobs (record.h). Compiled twice: into the
 * BPF program, and into the host program for the ptrace engine and the tests. It knows nothing of either; whoever
 * includes it defines the hooks declared below (capture_op to capture_flush). @fault says whether a read may take page
 * faults. Bounds are written so that the BPF verifier can follow them.
 */
#ifndef FAULTLESS_CAPTURE_H
#define FAULTLESS_CAPTURE_H

#include "plan.h"
#include "record.h"

enum {
	CAPTURE_CHUNK = 2048, /* most bytes of one read */
	CAPTURE_PAGE = 4096,
	/* blobs begin below this offset: a power of two */
	CAPTURE_FULL = 4096,
	CAPTURE_BUF = CAPTURE_FULL + sizeof(struct blob) + CAPTURE_CHUNK,
	CAPTURE_HEAD = sizeof(struct record) + sizeof(struct call), /* where the blobs begin */
	/* UAPI, asm/signal.h and asm-generic/siginfo.h */
	CAPTURE_SIGPOLL = 29,
	CAPTURE_POLL_IN = 1,
	CAPTURE_POLL_HUP = 6,
	CAPTURE_SI_SIGIO = -5,
};

/*
 * One run over the ops of a plan's entry or exit. Not on the stack, because there the verifier would follow
 * every value that a member can have from step to step.
 */
struct capture_run {
	__u64 only; /* ops to run, as bits; ops within an OP_EACH run if it does */
	__u64 at;   /* within an op of several chunks: the next address */
	__u64 left; /* and the bytes still wanted; 0 between ops */
	/*
	 * bytes by which what an argument points to has moved (exec): its blobs get the old address, those
	 * of what it points to in turn the new one
	 */
	__u64 rebase;
	__u32 first; /* index in the set's ops of op 0 */
	__u32 n;     /* ops */
	__u32 pc;
	__u32 redo; /* ops below this depend on one that ran */
	__u32 top;  /* the outermost OP_EACH */
	__u32 depth;
	__u32 begin; /* where in buf the blob of the current op begins */
	__u32 len;   /* bytes of the chunk being read */
	__u32 clip;  /* not 0: the next chunk has only so many bytes, to end with its page */
	__u16 flags; /* of its blob */
	__u8 exit;   /* 0: entry, 1: exit */
	__u8 origin; /* of what is read */
	/*
	 * what becomes of a read that fails: 0: it is noted in todo; else the origin of an empty
	 * blob
	 */
	__u8 failed;
	struct {
		__u32 start;
		__u32 left;
	} loop[PLAN_MAX_DEPTH];
};

/*
 * State of one task's capture; lives as long as the call. Below 8,112 bytes, the most that task
 * storage of 7.2 holds.
 */
struct capture {
	__u64 value[NVALUES];
	__u64 todo[2];	 /* ops that faulted, as bits: of the entry, of the exit */
	__u32 used;	 /* bytes in buf */
	__u32 last;	 /* where in buf the bytes of the last OP_MEM begin */
	__u32 last_len;	 /* and how many they are; 0 if they needed more than one chunk */
	__u32 data_lost; /* reads given up */
	struct capture_run run;
	unsigned char buf[CAPTURE_BUF];
};

struct capture_hooks;

/* An op of the set; NULL out of bounds. */
static inline const struct op *capture_op(struct capture_hooks *hooks, __u32 index);
/* Reads @n bytes at @addr, all of them. Returns 0 or <0. */
static inline long capture_read(
	struct capture_hooks *hooks, const int fault, void *dst, __u32 n, __u64 addr);
/* The same; @dst has room for CAPTURE_CHUNK bytes, all of which may be overwritten. */
static inline long capture_read_bytes(
	struct capture_hooks *hooks, const int fault, void *dst, __u32 n, __u64 addr);
/*
 * Reads a string of at most @size - 1 characters and ends it with a NUL. Returns its bytes, NUL
 * included, or <0.
 */
static inline long capture_read_string(
	struct capture_hooks *hooks, const int fault, void *dst, __u32 size, __u64 addr);
/*
 * Writes what file descriptor @fd of the task is, a struct descriptor and names, to @dst, which has
 * room for CAPTURE_CHUNK bytes. Returns its size, at most DESCRIPTOR_MAX, or <0: there is no such
 * descriptor.
 */
static inline long capture_describe(struct capture_hooks *hooks, void *dst, __s32 fd);
/* Writes the task's command name, NAME_SIZE bytes, to @dst. Returns 0 or <0. */
static inline long capture_name(struct capture_hooks *hooks, void *dst);
/* The protocol of file descriptor @fd of the task; <0: it is no netlink socket. */
static inline long capture_netlink(struct capture_hooks *hooks, __s32 fd);
/* Sends buf[0 .. used) as a fragment of the record and sets used to CAPTURE_HEAD. */
static inline void capture_flush(struct capture_hooks *hooks, struct capture *c);

/* Whether there are ops that ask what descriptors are; where it is a constant 0 they are dead code. */
#ifndef CAPTURE_DESCRIBES
#define CAPTURE_DESCRIBES 1
#endif

/* The verifier must see the bound on the very register that is used. */
#ifdef __bpf__
#define CAPTURE_BOUND(n, max) asm volatile("if %0 <= %1 goto +1\n%0 = %1" : "+r"(n) : "i"(max))
#else
#define CAPTURE_BOUND(n, max) ((n) = (n) <= (max) ? (n) : (max))
#endif

/* capture_signal_fd - the file descriptor that a siginfo of the kernel's, given as words, is about; <0: none. */
static inline __s32 capture_signal_fd(const __s32 *info)
{
	__s32 signal = info[0], code = info[2];
	int polled =
		signal == CAPTURE_SIGPOLL && code >= CAPTURE_POLL_IN && code <= CAPTURE_POLL_HUP;

	return polled || code == CAPTURE_SI_SIGIO ? info[6] : -1;
}

/*
 * capture_begin - begins a run over the @n ops from index @first of the set; the caller may then
 * set run.only, exit, origin, failed and rebase.
 */
static inline struct capture_run *capture_begin(struct capture *c, __u32 first, __u32 n)
{
	struct capture_run *run = &c->run;

	__builtin_memset(run, 0, sizeof(*run));
	run->only = ~0ULL;
	run->first = first;
	run->n = n;
	return run;
}

static inline struct blob *capture_blob(struct capture *c)
{
	__u64 used = c->used;

	used &= CAPTURE_FULL - 1;
	return (struct blob *)&c->buf[used];
}

static inline __u64 capture_value(const struct capture *c, __u8 i)
{
	return c->value[i & (NVALUES - 1)];
}

/* Bytes or elements that the op asks for, before chunks. */
static inline __u64 capture_amount(struct capture *c, const struct op *op)
{
	__u64 n = op->fixed;

	if (op->len != VALUE_NONE) {
		n = capture_value(c, op->len);
		if (op->flags & (OP_U32 | OP_S32))
			n = (__u32)n;
		if ((op->flags & OP_S32) && n > 0x7fffffff)
			n = 0;
		if (op->fixed > 1)
			n = (n + op->fixed - 1) / op->fixed;
	}
	if (op->kind == OP_MEM) {
		if (n > 0xffffffff)
			n = 0xffffffff;
		n *= op->scale;
	}
	if (op->kind == OP_MEM && op->cap != VALUE_NONE) {
		__u64 cap = capture_value(c, op->cap);

		if (n > cap)
			n = cap;
		if (op->flags & OP_CONSUME)
			c->value[op->cap & (NVALUES - 1)] = cap - n;
	}
	if (op->kind == OP_MEM && op->flags & OP_LIMITED) {
		__u64 limit = capture_value(c, op->dst);

		if (n > limit)
			n = limit;
	}
	return n < op->max ? n : op->max;
}

/* The address that the blob of an op gets: where the argument said, or an element of its array. */
static inline __u64 capture_address(const struct capture_run *run, const struct op *op, __u64 at)
{
	return op->kind == OP_MEM || op->ptr < VALUE_SP ? at - run->rebase : at;
}

/* A string, or memory from run->at on, that could not be read: goes on behind what depends on it. */
static inline void capture_fail(struct capture *c, struct capture_hooks *hooks, const struct op *op)
{
	struct capture_run *run = &c->run;

	if (run->failed) {
		struct blob *blob;

		if (c->used >= CAPTURE_FULL)
			capture_flush(hooks, c);
		blob = capture_blob(c);
		blob->addr = capture_address(run, op,
			op->kind == OP_MEM ? run->at : capture_value(c, op->ptr) + op->offset);
		blob->len = 0;
		blob->op = run->pc;
		blob->origin = run->failed;
		blob->flags = 0;
		c->used = (c->used & (CAPTURE_FULL - 1)) + sizeof(*blob);
		if (run->failed == ORIGIN_LOST)
			c->data_lost++;
	} else {
		c->todo[run->exit & 1] |= 1ULL << ((run->depth ? run->top : run->pc) & 63);
	}
	if (run->depth && (op->flags & OP_BREAK))
		run->loop[(run->depth - 1) & 1].left = 1;
	run->left = 0;
	run->pc = op->skip;
}

/* Reads the next chunk of an OP_MEM or OP_STR to behind its blob. Returns 0 or <0. */
static inline __attribute__((always_inline)) long capture_fetch(
	struct capture *c, struct capture_hooks *hooks, const struct op *op, const int fault)
{
	struct capture_run *run = &c->run;
	struct blob *blob = capture_blob(c);
	__u32 n = run->len;
	long got;

	CAPTURE_BOUND(n, CAPTURE_CHUNK - 8);
	if (op->kind == OP_MEM)
		return capture_read_bytes(hooks, fault, blob + 1, n, run->at);
	got = capture_read_string(hooks, fault, blob + 1, n + 1, run->at);
	if (got < 0)
		return got;
	if (got <= n) {
		run->len = got - 1;
		run->left = 0;
		run->flags |= BLOB_NUL;
	} else if (run->left == n) {
		run->flags |= BLOB_CUT;
	}
	return 0;
}

/* One chunk of an OP_MEM or OP_STR. */
static inline __attribute__((always_inline)) void capture_chunk(
	struct capture *c, struct capture_hooks *hooks, const struct op *op, const int fault)
{
	struct capture_run *run = &c->run;
	struct blob *blob;

	if (!run->left) {
		__u64 addr = capture_value(c, op->ptr);

		run->left = op->kind == OP_STR ? op->max : capture_amount(c, op);
		if (!addr || !run->left) {
			run->left = 0;
			run->pc = op->skip;
			return;
		}
		run->at = addr + op->offset;
		run->begin = c->used;
		run->flags =
			(op->kind == OP_STR ? BLOB_STRING : 0) | (run->rebase ? BLOB_MOVED : 0);
	}
	run->len = run->left < CAPTURE_CHUNK - 8 ? run->left : CAPTURE_CHUNK - 8;
	if (run->clip) {
		run->len = run->clip;
		run->clip = 0;
	}
	if (c->used > CAPTURE_HEAD && c->used + sizeof(*blob) + run->len > CAPTURE_FULL) {
		capture_flush(hooks, c);
		run->begin = c->used;
	}
	if (capture_fetch(c, hooks, op, fault)) {
		/*
		 * Of a string cut off by an unreadable page nothing is of use. Of memory the bytes before that page are
		 * read by themselves: the elements of an array are shown, and what the call may overwrite is read
		 * before it does, even if the rest must wait. The decoder sees that it is too short. What is in
		 * fragments already sent stays.
		 */
		if (op->kind == OP_STR)
			c->used = run->begin;
		else if (run->len > CAPTURE_PAGE - run->at % CAPTURE_PAGE)
			run->clip = CAPTURE_PAGE - run->at % CAPTURE_PAGE;
		else if (!run->failed && run->origin != ORIGIN_ENTRY)
			c->used = run->begin;
		if (!run->clip)
			capture_fail(c, hooks, op);
		return;
	}
	blob = capture_blob(c);
	blob->addr = capture_address(run, op, run->at);
	blob->len = run->len;
	blob->op = run->pc;
	blob->origin = run->origin;
	blob->flags = run->flags;
	c->last = (c->used & (CAPTURE_FULL - 1)) + sizeof(*blob);
	c->last_len = run->flags & BLOB_CONTINUED ? 0 : run->len;
	c->used = c->last + RECORD_ALIGN(run->len);
	run->at += run->len;
	if (run->left)
		run->left -= run->len;
	run->flags |= BLOB_CONTINUED;
	if (!run->left)
		run->pc++;
}

#define CAPTURE_FDCWD	   (-100) /* AT_FDCWD */
#define CAPTURE_NO_FD	   (-1)
#define CAPTURE_SOL_SOCKET 1
#define CAPTURE_SCM_RIGHTS 1

/* struct cmsghdr */
struct capture_cmsg {
	__u64 len;
	__s32 level;
	__s32 type;
};

/* OP_FDSET: the next descriptor of the set; run->at and left are those of the bits. */
static inline __attribute__((always_inline)) __s32 capture_next_in_set(
	struct capture *c, struct capture_hooks *hooks, const struct op *op, const int fault)
{
	struct capture_run *run = &c->run;
	__u64 word, skip = run->at & 63;

	if (capture_read(hooks, fault, &word, sizeof(word),
		    capture_value(c, op->ptr) + op->offset + run->at / 64 * 8)) {
		run->left = 0;
		return CAPTURE_NO_FD;
	}
	word >>= skip;
	/* clang 14 has no count of trailing zeros for BPF. */
	skip = word ? (__u64)__builtin_popcountll((word & -word) - 1) : 63 - skip;
	if (run->left <= skip) {
		run->left = 0;
		return CAPTURE_NO_FD;
	}
	run->at += skip + 1;
	run->left -= skip + 1;
	return word ? (__s32)run->at - 1 : CAPTURE_NO_FD;
}

/* OP_RIGHTS: the next descriptor in control messages; run->begin counts those of the message at run->at. */
static inline __attribute__((always_inline)) __s32 capture_next_right(
	struct capture *c, struct capture_hooks *hooks, const struct op *op, const int fault)
{
	struct capture_run *run = &c->run;
	/* The length has `scale` bytes. Only the last ones of m are read: the others stay 0. */
	const __u32 missing = op->scale == 4 ? 4 : 0, head = sizeof(struct capture_cmsg) - missing;
	__u64 behind = head + 4 * (__u64)run->begin;
	struct capture_cmsg m = {};
	__s32 fd;

	if (run->left < head ||
		capture_read(hooks, fault, (char *)&m + missing, sizeof(m) - missing, run->at)) {
		run->left = 0;
		return CAPTURE_NO_FD;
	}
	if (missing)
		m.len >>= 32;
	if (m.len < head) {
		run->left = 0;
		return CAPTURE_NO_FD;
	}
	if (m.level == CAPTURE_SOL_SOCKET && m.type == CAPTURE_SCM_RIGHTS && behind + 4 <= m.len &&
		behind + 4 <= run->left &&
		!capture_read(hooks, fault, &fd, sizeof(fd), run->at + behind)) {
		run->begin++;
		return fd;
	}
	run->begin = 0;
	m.len = (m.len + 7 - missing) & ~(__u64)(7 - missing);
	if (m.len >= run->left) {
		run->left = 0;
		return CAPTURE_NO_FD;
	}
	run->at += m.len;
	run->left -= m.len;
	return CAPTURE_NO_FD;
}

/* One descriptor that an OP_FD, OP_FDSET or OP_RIGHTS asks for. */
static inline __attribute__((always_inline)) __s32 capture_next_fd(
	struct capture *c, struct capture_hooks *hooks, const struct op *op, const int fault)
{
	struct capture_run *run = &c->run;
	__s32 fd;

	if (op->kind == OP_FD) {
		run->pc++;
		return capture_value(c, op->ptr);
	}
	if (!run->left) {
		run->left = capture_value(c, op->ptr) ? capture_amount(c, op) : 0;
		run->at = op->kind == OP_FDSET ? 0 : capture_value(c, op->ptr) + op->offset;
		run->begin = 0;
		if (!run->left) {
			run->pc++;
			return CAPTURE_NO_FD;
		}
	}
	fd = op->kind == OP_FDSET ? capture_next_in_set(c, hooks, op, fault)
				  : capture_next_right(c, hooks, op, fault);
	if (!run->left)
		run->pc++;
	return fd;
}

/* One descriptor of an OP_FD, OP_FDSET or OP_RIGHTS. */
static inline __attribute__((always_inline)) void capture_descriptor(
	struct capture *c, struct capture_hooks *hooks, const struct op *op, const int fault)
{
	__s32 fd = capture_next_fd(c, hooks, op, fault);
	struct blob *blob;
	__u64 n;
	long got;

	if (fd < 0 && fd != CAPTURE_FDCWD)
		return;
	if (c->used > CAPTURE_HEAD && c->used + sizeof(*blob) + CAPTURE_CHUNK > CAPTURE_FULL)
		capture_flush(hooks, c);
	blob = capture_blob(c);
	got = capture_describe(hooks, blob + 1, fd);
	if (got <= 0)
		return;
	n = got;
	CAPTURE_BOUND(n, DESCRIPTOR_MAX);
	blob->addr = (__u32)fd;
	blob->len = n;
	blob->op = FACT_DESCRIPTOR;
	blob->origin = c->run.origin;
	blob->flags = BLOB_FACT;
	c->used = (c->used & (CAPTURE_FULL - 1)) + sizeof(*blob) + RECORD_ALIGN((__u32)n);
}

static inline __attribute__((always_inline)) void capture_task_name(
	struct capture *c, struct capture_hooks *hooks)
{
	struct blob *blob;

	c->run.pc++;
	if (c->used >= CAPTURE_FULL)
		capture_flush(hooks, c);
	blob = capture_blob(c);
	if (capture_name(hooks, blob + 1))
		return;
	blob->addr = 0;
	blob->len = NAME_SIZE;
	blob->op = FACT_NAME;
	blob->origin = c->run.origin;
	blob->flags = BLOB_FACT;
	c->used = (c->used & (CAPTURE_FULL - 1)) + sizeof(*blob) + NAME_SIZE;
}

static inline __attribute__((always_inline)) void capture_protocol(
	struct capture *c, struct capture_hooks *hooks, const struct op *op)
{
	__s32 fd = capture_value(c, op->ptr);
	long protocol = capture_netlink(hooks, fd);
	struct blob *blob;

	c->run.pc++;
	c->value[op->dst & (NVALUES - 1)] = protocol < 0 ? op->max : op->scale;
	if (protocol < 0)
		return;
	if (c->used >= CAPTURE_FULL)
		capture_flush(hooks, c);
	blob = capture_blob(c);
	blob->addr = (__u32)fd;
	blob->len = 4;
	blob->op = FACT_NETLINK;
	blob->origin = c->run.origin;
	blob->flags = BLOB_FACT;
	*(__u64 *)(blob + 1) = protocol;
	c->used = (c->used & (CAPTURE_FULL - 1)) + sizeof(*blob) + 8;
}

static inline void capture_load(struct capture *c, const struct op *op)
{
	struct capture_run *run = &c->run;
	__u64 at = c->last + op->offset, v = 0;

	/* A member behind the bytes that there are is as good as 0: not followed. */
	if (at <= CAPTURE_BUF - 8 && op->offset + op->scale <= c->last_len) {
		__u64 word;

		__builtin_memcpy(&word, &c->buf[at], 8);
		v = op->scale == 4   ? (__u32)word
		    : op->scale == 2 ? (__u16)word
		    : op->scale == 1 ? (__u8)word
				     : word;
	}
	c->value[op->dst & (NVALUES - 1)] = v;
	run->pc++;
}

static inline void capture_each(struct capture *c, const struct op *op)
{
	struct capture_run *run = &c->run;
	__u64 n = capture_amount(c, op);
	__u64 addr = capture_value(c, op->ptr);

	if (!addr || !n || run->depth >= PLAN_MAX_DEPTH) {
		run->pc = op->skip;
		return;
	}
	if (!run->depth)
		run->top = run->pc;
	if (op->cap != VALUE_NONE)
		c->value[VALUE_BUDGET] = capture_value(c, op->cap);
	c->value[op->dst & (NVALUES - 1)] = addr + op->offset;
	run->pc++;
	run->loop[run->depth & 1].start = run->pc;
	run->loop[run->depth & 1].left = n;
	run->depth++;
}

static inline void capture_next(struct capture *c, const struct op *op)
{
	struct capture_run *run = &c->run;
	__u32 i = (run->depth - 1) & 1;

	if (--run->loop[i].left) {
		c->value[op->dst & (NVALUES - 1)] += op->scale;
		run->pc = run->loop[i].start;
	} else {
		run->depth--;
		run->pc++;
	}
}

static inline int capture_holds(const struct capture *c, const struct op *op)
{
	__u64 bits = capture_value(c, op->ptr) & (op->fixed | (__u64)op->max << 32);
	__u64 number = op->scale | (__u64)(__u32)op->offset << 32;

	return op->flags & OP_EQUAL	? bits == number
	       : op->flags & OP_DIFFERS ? bits != number
	       : op->flags & OP_ABOVE	? bits > number
					: bits != 0;
}

/*
 * capture_step - runs one op, or one chunk of it. Returns 1 when the run is over, else 0. @fault
 * must be a constant, so that a BPF program that may not sleep has no sleepable call in it.
 */
static inline __attribute__((always_inline)) int capture_step(
	struct capture *c, struct capture_hooks *hooks, const int fault)
{
	struct capture_run *run = &c->run;
	const struct op *op;

	if (run->pc >= run->n)
		return 1;
	op = capture_op(hooks, run->first + run->pc);
	if (!op)
		return 1;
	if (!run->depth && !run->left && run->pc >= run->redo) {
		if (!(run->only >> (run->pc & 63) & 1)) {
			run->pc = op->kind == OP_EACH ? op->skip : run->pc + 1;
			return 0;
		}
		if (op->skip > run->redo)
			run->redo = op->skip;
	}
	switch (op->kind) {
	case OP_MEM:
	case OP_STR:
		capture_chunk(c, hooks, op, fault);
		break;
	case OP_FD:
	case OP_FDSET:
	case OP_RIGHTS:
		if (!CAPTURE_DESCRIBES)
			return 1;
		capture_descriptor(c, hooks, op, fault);
		break;
	case OP_NAME:
		if (!CAPTURE_DESCRIBES)
			return 1;
		capture_task_name(c, hooks);
		break;
	case OP_NETLINK:
		capture_protocol(c, hooks, op);
		break;
	case OP_LOAD:
		capture_load(c, op);
		break;
	case OP_EACH:
		capture_each(c, op);
		break;
	case OP_NEXT:
		capture_next(c, op);
		break;
	case OP_WHEN:
		run->pc = capture_holds(c, op) ? run->pc + 1 : op->skip;
		break;
	case OP_STOP:
		if (capture_value(c, op->ptr)) {
			run->pc++;
		} else {
			run->depth--;
			run->pc = op->skip;
		}
		break;
	default:
		return 1;
	}
	return run->pc >= run->n;
}

/* Most steps of one run: the chunks of the largest datum and the elements of the longest array. */
#define CAPTURE_STEPS (1 << 22)

#endif
