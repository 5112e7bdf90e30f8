/* SPDX-License-Identifier: LGPL-2.1-or-later OR GPL-2.0-only */
/*
 * The record: one event as it leaves the probe, and the only thing that passes between an engine
 * and the decoder. Compiled into the BPF program and into the host program; both engines make the
 * same bytes. All numbers are in host byte order; every part begins on a multiple of 8.
 *
 *   offset  bytes
 *        0      4  size      of the whole record, blobs included
 *        4      1  type      enum record_type
 *        5      1  flags     RECORD_*
 *        6      2  cpu       where the probe ran
 *        8      4  tgid      process id and
 *       12      4  tid       thread id, both as the kernel's first PID namespace has them
 *       16      8  seq       counts the records of this task from 1; 0: made by another task
 *       24      8  time      CLOCK_MONOTONIC, ns: when the record was made; orders the records of all tasks
 *       32      .  body: struct call, struct task_event
 *        .      .  blobs, to the end of the record
 *
 * A blob is what one read of the tracee's memory gave:
 *        0      8  addr      in the tracee
 *        8      4  len       bytes that follow the blob's header, padding not counted
 *       12      1  op        which op of the plan read it
 *       13      1  origin    enum blob_origin
 *       14      2  flags     BLOB_*
 *       16    len  bytes, then padding to a multiple of 8
 *
 * The blobs are a sparse image of the tracee's memory: the decoder asks for an address and finds
 * the bytes, or does not find them, and then prints the address. A record larger than the probe's
 * scratch leaves in fragments with RECORD_MORE set on all but the last; a blob cut at a fragment's
 * end goes on in one with BLOB_CONTINUED. The engine joins both before anyone else sees the record.
 */
#ifndef FAULTLESS_RECORD_H
#define FAULTLESS_RECORD_H

#include <linux/types.h>

enum record_type {
	RECORD_CALL = 1, /* a call, entry and exit: struct call */
	RECORD_ENTER,	 /* a call that has not returned yet: struct call without ret */
	RECORD_EXIT,	 /* the exit of a call whose RECORD_ENTER went before: struct call */
	/*
	 * tid made a child: struct task_event, value: the child's tid, other: its tgid. Upper 32 bits of value: the
	 * child's id in its own PID namespace; of other: that namespace's inode. Both 0 in the first namespace, or if
	 * not known
	 */
	RECORD_FORK,
	RECORD_EXEC, /* tid has a new image: struct task_event, value: the tid it had before */
	/* tid is gone: struct task_event, value: the wait status, other: the tid whose exec ended it, or 0 */
	RECORD_TASK_EXIT,
	/*
	 * tid takes a signal: struct task_event, value: its number, other: where the program was;
	 * one blob: siginfo_t
	 */
	RECORD_SIGNAL,
	/*
	 * tid stops, with its process, until SIGCONT: struct task_event, value: the signal, other:
	 * where the program was
	 */
	RECORD_STOP,
	RECORD_ATTACH, /* tracing of tid began while it lived: struct task_event */
	/*
	 * records of tid are missing here: struct task_event, value: how many, other: how many calls
	 * have left no record at all for that reason, 0 if it is not known
	 */
	RECORD_LOST,
	RECORD_TYPES
};

#define RECORD_MORE 0x01 /* the same record goes on in the next fragment of this task */
/* the call was made by the 32-bit entry: its number is DESC_COMPAT more */
#define RECORD_COMPAT 0x02
/* between probe and engine only: the last blob holds a struct record_pending */
#define RECORD_PENDING 0x04
/* RECORD_ENTER: not all that belongs to the entry could be read yet; the exit may bring it */
#define RECORD_UNREAD 0x08

struct record {
	__u32 size;
	__u8 type;
	__u8 flags;
	__u16 cpu;
	__u32 tgid;
	__u32 tid;
	__u64 seq;
	__u64 time;
};

/* Body of RECORD_CALL, RECORD_ENTER, RECORD_EXIT. */
struct call {
	__u32 nr;
	/* data of this call that could not be read (with RECORD_UNREAD: not yet) though their addresses may be valid */
	__u32 lost;
	__u64 enter_time; /* CLOCK_MONOTONIC, ns; RECORD_CALL: 0 if nobody asked for it */
	__u64 exit_time;  /* the same; 0 in RECORD_ENTER */
	__s64 ret;	  /* as the kernel returns it: -4095..-1 is an error, restarts included */
	__u64 ip;	  /* where the program was: behind its system call instruction */
	__u64 args[6];
};

/* Body of the other records. */
struct task_event {
	__u64 value;
	__u64 other;
};

/* What the probe could not read at site `remote`: the engine fetches it. */
struct record_pending {
	__u64 todo[2];	   /* ops of the plan's entry and exit, as bits */
	__u64 start_stack; /* of the memory that they are to be read from: mm_struct.start_stack */
};

enum blob_origin {
	ORIGIN_ENTRY, /* read before the kernel acted on the call */
	ORIGIN_EXIT,  /* output of the call, read after it */
	ORIGIN_LATE,  /* input of the call, read after it: may have changed since */
	ORIGIN_FAULT, /* not readable by the program either (EFAULT): no bytes */
	ORIGIN_LOST,  /* could not be read: no bytes */
};

/* a string; without BLOB_NUL and BLOB_CUT its end could not be read: of no use */
#define BLOB_STRING    0x01
#define BLOB_NUL       0x02 /* it ends here, before the NUL */
#define BLOB_CONTINUED 0x04 /* bytes of the same read as the blob before */
#define BLOB_CUT       0x08 /* it goes on, but no more was asked for */
/*
 * what the kernel had copied elsewhere (argv on the stack of a new image): stands for what may have
 * been read at this address before
 */
#define BLOB_MOVED 0x10
/* not the tracee's memory but what the kernel knows of the task: `op` is an enum fact, `addr` its subject */
#define BLOB_FACT 0x20

struct blob {
	__u64 addr;
	__u32 len;
	__u8 op;
	__u8 origin;
	__u16 flags;
};

enum fact {
	/* of file descriptor `addr`, or AT_FDCWD (as 32 bits): struct descriptor */
	FACT_DESCRIPTOR = 1,
	/* the command name of the record's task, padded with NULs; `addr` is 0 */
	FACT_NAME,
	/* file descriptor `addr` is a netlink socket: its protocol, NETLINK_*, 4 bytes */
	FACT_NETLINK,
};

enum descriptor_kind {
	DESCRIPTOR_FILE = 1, /* names: those of its path, from the file up to the root */
	DESCRIPTOR_PIPE,     /* pipe:[ino] */
	/* names: the protocol's; then, of AF_UNIX, the bytes of the address that it is bound to */
	DESCRIPTOR_SOCKET,
	DESCRIPTOR_ANONYMOUS, /* anon_inode:NAME; names: that */
	DESCRIPTOR_PIDFD,     /* anon_inode:[pidfd] */
	DESCRIPTOR_OTHER,     /* NAME:[ino], such as a namespace; names: that */
};

#define DESCRIPTOR_DELETED   0x01 /* FILE: it has no name any longer */
#define DESCRIPTOR_CHARACTER 0x02 /* FILE: a device, major:minor */
#define DESCRIPTOR_BLOCK     0x04
#define DESCRIPTOR_BOUND     0x08 /* SOCKET: it has an address of its own; AF_NETLINK: a port */
#define DESCRIPTOR_CONNECTED 0x10 /* SOCKET: and one at the other end */

/* What a file descriptor is; behind it names, each with its NUL. */
struct descriptor {
	__u8 kind;
	__u8 flags;
	__u16 family;	/* SOCKET: AF_*; 0: none */
	__u32 protocol; /* AF_NETLINK: NETLINK_* */
	__u64 ino;
	__u64 peer; /* AF_UNIX: inode of the other end, 0: none; AF_NETLINK: the port */
	__u32 major;
	__u32 minor;
	__u32 pid;     /* PIDFD: of the process; 0: it is gone */
	__u16 port[2]; /* AF_INET, AF_INET6: own, other end's; host byte order */
	__u8 address[2][16];
};

/* Bytes of a FACT_NAME. */
#define NAME_SIZE 16

/* Most bytes of a struct descriptor and its names; what needs more is not told. */
#define DESCRIPTOR_MAX 1792

#define RECORD_ALIGN(n) (((n) + 7u) & ~7u)

#ifndef __bpf__
#include <stdbool.h>
#include <stddef.h>

/*
 * record_check - whether @record, of which @len bytes are there, is well formed: of a known type,
 * its size within @len, its body and every blob within its size. Whoever takes records from outside
 * calls it first.
 */
bool record_check(const struct record *record, size_t len);

/*
 * record_join_blobs - makes one blob of each read that left in several (BLOB_CONTINUED), in place;
 * the record, well formed, becomes shorter.
 */
void record_join_blobs(struct record *record);

/* record_body_size - bytes of the body of records of @type; 0: no such type. */
size_t record_body_size(unsigned type);

/*
 * record_first_blob, record_next_blob - the blobs of a well-formed record in order; NULL: no more.
 */
const struct blob *record_first_blob(const struct record *record);
const struct blob *record_next_blob(const struct record *record, const struct blob *blob);
#endif

/* Counters of what can be lost in the kernel, by cause; in the BPF program's memory, mapped by the host. */
struct loss {
	__u64 ring_full;   /* records that found no room in a ring */
	__u64 calls;	   /* calls of which, for that, nothing arrived */
	__u64 no_storage;  /* tasks that could not be traced: no memory for their state */
	__u64 no_taskwork; /* times stage two could not be started (their data are in call.lost) */
};

#endif
