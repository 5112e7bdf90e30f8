/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The description table: what the arguments of every system call are. Plain constant data, read by plan-build.c (what
 * the probe must read), decode.c (how to show it) and filter.c (names and classes); nothing else knows a system call.
 *
 * A system call is a struct of up to six words, so an argument and a struct member are the same thing: a field. A
 * pointer is not a type but a direction on a field. A length is named by the sibling that holds it, or "ret". A name
 * that no sibling of a member has is that of the call's argument; "arg2.in_len" is a member of what an argument points
 * to. A misspelt type does not compile; a misspelt sibling fails tests/unit/test-desc.c.
 */
#ifndef FAULTLESS_DESC_H
#define FAULTLESS_DESC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <linux/types.h>

struct type;
struct decode;
struct value;

enum direction {
	DIR_VALUE, /* the field is the datum */
	DIR_IN,	   /* the field points to it; read at entry */
	DIR_OUT,   /* read at exit, if the call succeeded */
	DIR_INOUT, /* both */
	DIR_PTR,   /* member of a struct: as the struct itself was read */
};

enum field_flags {
	FIELD_ALWAYS = 1 << 0,	/* DIR_OUT, DIR_INOUT: read at exit even if the call failed */
	FIELD_VERBOSE = 1 << 1, /* shown with -v only; "..." stands for it otherwise */
	/* member: all the bytes from here to the end of what was read */
	FIELD_REST = 1 << 2,
	FIELD_BE = 1 << 3,     /* member: in network byte order */
	FIELD_HIDDEN = 1 << 4, /* never shown; there for its siblings (lengths, selectors) */
	/* DIR_INOUT: shown as at entry; what was read at exit is for the return type's note */
	FIELD_NOTE = 1 << 5,
	/* argument: lies on the caller's stack, `offset` above the stack pointer (rt_sigreturn) */
	FIELD_SP = 1 << 6,
	FIELD_NAMED = 1 << 7, /* argument: shown as name=value, as a member is */
	/* `len` counts bits, in words of 64 (fd_set); `count` is one more than the bits (a nodemask), 1 meaning none */
	FIELD_BITS = 1 << 8,
	/* DIR_OUT: written only if the call was interrupted (nanosleep's rem) */
	FIELD_INTERRUPTED = 1 << 9,
	/* DIR_OUT: written only if the call returned more than 0 (wait4) */
	FIELD_POSITIVE = 1 << 10,
	/*
	 * Member of a DIR_INOUT struct: shown behind the struct, as "=> {name=value}", if the call succeeded. If the
	 * first such member has no name, it is the only one and stands without braces. A DIR_INOUT argument: shown as
	 * at entry, and behind it, "=> value", what a call that returned more than 0 made of it (sendfile).
	 */
	FIELD_RESULT = 1 << 11,
	/* member: written by the call; shown as it was at exit, or not at all */
	FIELD_ANSWER = 1 << 12,
	/* member of an in-out struct: shown as 128 => 16 if the call changed it */
	FIELD_CHANGES = 1 << 13,
	/* member: lies behind the struct, `offset` from its beginning; as long as LEN or COUNT says */
	FIELD_TAIL = 1 << 14,
	FIELD_NONZERO = 1 << 15, /* member: without -v shown only if it is not 0 */
	/* argument of a 32-bit task: 64 bits in two registers, the low half in the first */
	FIELD_PAIR = 1 << 16,
	FIELD_HIGH_FIRST = 1 << 17, /* with PAIR: the high half is in the first */
	FIELD_HERE = 1 << 18,	    /* with VERBOSE: "..." stands where the member would */
	/* member of an in-out struct: shown as 1 => 1, even if the call did not change it */
	FIELD_THEN = 1 << 19,
	FIELD_IF_SET = 1 << 20, /* member: left out if all its bytes are 0 (reserved ones) */
	/* member that is a struct or a CHOICE of structs: its members stand among those around it */
	FIELD_SPREAD = 1 << 21,
	FIELD_END = 1 << 22, /* member: `offset` counts from the end of the struct */
	/* member that points: followed with -v only; its address otherwise */
	FIELD_DEEP = 1 << 23,
	/* member: begins behind the string at `offset`, at the next multiple of 8 */
	FIELD_BEHIND = 1 << 24,
	/* argument: where it is not there, or is an empty array, its address is shown */
	FIELD_OR_ADDRESS = 1 << 25,
	FIELD_AGAIN = 1 << 26, /* with CHANGES: by name both times, a=128 => a=16 */
};

struct field {
	const char *name;
	const struct type *type;
	/* member: where it begins, in bytes from the beginning of the struct unless a flag says otherwise */
	uint16_t offset;
	uint16_t size;	/* member: its bytes; argument: 0 */
	uint32_t flags; /* enum field_flags */
	uint8_t dir;	/* enum direction */
	/* COUNT as a constant: an array of that many; of BYTES, BINARY: LEN as a constant */
	uint16_t fixed;
	/* Names of siblings, or "ret". A sibling that is itself a pointer stands for what it points to. */
	const char *len; /* bytes behind the pointer, or of the member itself */
	/* elements behind the pointer: the datum is an array; or of the member itself */
	const char *count;
	/* bounds the bytes, or those of all the strings behind an array (an iovec's) */
	const char *cap;
	/* of `count`: units of the sibling that make one element, rounded up (mincore: 4096); 0: 1 */
	uint16_t per;
	uint32_t most; /* LEN, COUNT: of what is longer the address is shown; 0: no bound */
	uint8_t bit;   /* member: the bit at which the number begins, 0 being the lowest */
	uint8_t bits;  /* how many bits it has; 0: all of the member's */
	/* argument: one more than the register's number, if it is not its position; 0: its position */
	uint8_t reg;
	/* Only there if `when_test` holds for the sibling: */
	uint8_t when_test; /* enum when_test */
	const char *when;
	uint64_t when_mask;
	uint64_t when_value;
};

enum when_test {
	WHEN_TEST_ANY,	    /* (sibling & mask) != 0 */
	WHEN_TEST_EQUAL,    /* (sibling & mask) == value */
	WHEN_TEST_DIFFERS,  /* (sibling & mask) != value */
	WHEN_TEST_ABOVE,    /* (sibling & mask) > value */
	WHEN_TEST_POSITIVE, /* sibling, 32 bits wide and signed, > 0 */
	WHEN_TEST_NOT_POSITIVE,
};

#define MAX_ARGS 6

/* Classes of calls, for -e trace=%class; as in strace(1). */
enum class {
	DESC = 1 << 0,	       /* uses or makes a file descriptor */
	FILENAME = 1 << 1,     /* takes a file name */
	PROC = 1 << 2,	       /* process life */
	NET = 1 << 3,	       /* network */
	SIG = 1 << 4,	       /* signals */
	IPC = 1 << 5,	       /* System V IPC */
	MEM = 1 << 6,	       /* memory mappings */
	CREDS = 1 << 7,	       /* user and group ids, capabilities */
	CLOCK = 1 << 8,	       /* the system's clock */
	PURE = 1 << 9,	       /* always succeeds, no arguments */
	STAT = 1 << 10,	       /* %stat: stat and its like by name, 64-bit forms included */
	LSTAT = 1 << 11,       /* %lstat */
	FSTAT = 1 << 12,       /* %fstat: by descriptor, newfstatat too */
	STATX = 1 << 13,       /* statx: part of %%stat */
	STATFS = 1 << 14,      /* %statfs */
	FSTATFS = 1 << 15,     /* %fstatfs */
	STATFS_LIKE = 1 << 16, /* only in %%statfs: ustat */
	NEVER_FAILS = 1 << 17, /* no error return: the value is printed as it is */
	NO_RETURN = 1 << 18,   /* exit, exit_group: "= ?" */
	SYNC = 1 << 19,	       /* futexes and their like: no class of strace's */
};

struct syscall_desc {
	const char *name;
	uint32_t nr;
	uint32_t classes; /* enum class */
	const struct type *ret;
	struct field args[MAX_ARGS]; /* ends at the first without a name */
	/*
	 * A call whose arguments depend on the value of one or two of them (ioctl's request, futex's operation) is a
	 * SWITCH; each of its forms is a CASE with the same nr. key = (args[arg1] & mask1) | args[arg2] << 32.
	 */
	const char *switch1; /* name of the argument, NULL: not a switch */
	uint64_t mask1;
	const char *switch2; /* second argument or NULL */
	uint64_t key;	     /* of a case */
	/* Looked for where no case has that key: (args[arg1] & mask2) | DESC_ROUGHLY; 0: nothing is. */
	uint64_t mask2;
	/*
	 * Of a case that makes another call (socketcall, ipc): where each argument of that one is, DESC_IN_REGISTER or
	 * DESC_IN_WORD; 0: it has none. from[0] is 0 if the case makes no other call. If the arguments could not be
	 * read, the call is shown by its default form.
	 */
	uint8_t from[MAX_ARGS];
	uint32_t as; /* number of that call, if it has cases itself; else 0 */
	/*
	 * One more than the register of the other call's command, if its structures have two versions; else 0. Without
	 * IPC_64 in the command a case with DESC_OLD is looked for; one that reads nothing is no case.
	 */
	uint8_t version;
	/* one more than the register that points to what is returned, 32 bits; 0: nothing does */
	uint8_t answer;
};

#define DESC_OLD	     (1u << 31)
#define DESC_IPC_64	     0x100 /* IPC_64, include/uapi/linux/ipc.h */
#define DESC_IN_REGISTER(r_) ((r_) + 1)
#define DESC_IN_WORD(r_, i_) \
	(0x80 | (r_) << 4 | (i_)) /* a word of 32 bits, the @i_th one behind a register */
#define DESC_IS_WORD(from_)	  ((from_)&0x80)
#define DESC_WORD_REGISTER(from_) ((from_) >> 4 & 7)
#define DESC_WORD(from_)	  ((from_)&15)

/* ---- the entries of syscalls.c and ioctls.c ---- */

/* clang-format off */
#define SYSCALL(name_, classes_, ret_, ...) \
	[NR_##name_] = { .name = #name_, .nr = NR_##name_, .classes = (classes_), .ret = &type_##ret_, \
			 .args = { __VA_ARGS__ } }
/* SWITCH(call, argument, mask, ...): the arguments are those of a value that has no CASE. */
#define SWITCH(name_, arg_, mask_, classes_, ret_, ...) \
	[NR_##name_] = { .name = #name_, .nr = NR_##name_, .classes = (classes_), .ret = &type_##ret_, \
			 .args = { __VA_ARGS__ }, .switch1 = #arg_, .mask1 = (mask_) }
/* SWITCH2: by two arguments, both 32 bits wide (setsockopt: level, optname). */
#define SWITCH2(name_, arg1_, arg2_, classes_, ret_, ...) \
	[NR_##name_] = { .name = #name_, .nr = NR_##name_, .classes = (classes_), .ret = &type_##ret_, \
			 .args = { __VA_ARGS__ }, .switch1 = #arg1_, .mask1 = 0xffffffff, .switch2 = #arg2_ }
#define CASE(name_, value_, classes_, ret_, ...) \
	{ .name = #name_, .nr = NR_##name_, .classes = (classes_), .ret = &type_##ret_, \
	  .args = { __VA_ARGS__ }, .key = (value_) }
#define CASE2(name_, value1_, value2_, classes_, ret_, ...) \
	CASE(name_, (uint32_t)(value1_) | (uint64_t)(uint32_t)(value2_) << 32, classes_, ret_, __VA_ARGS__)
/* SWITCH_ROUGHLY(call, argument, mask, second mask, ...): tries the second one, too; for that, CASE_ROUGHLY. */
#define DESC_ROUGHLY (1ULL << 63)
#define SWITCH_ROUGHLY(name_, arg_, mask_, mask2_, classes_, ret_, ...) \
	[NR_##name_] = { .name = #name_, .nr = NR_##name_, .classes = (classes_), .ret = &type_##ret_, \
			 .args = { __VA_ARGS__ }, .switch1 = #arg_, .mask1 = (mask_), .mask2 = (mask2_) }
/* One ioctl: IOCTL(TCGETS, OUT(argp, termios)). */
#define IOCTL(request_, ...) IOCTL_RET(request_, i32, __VA_ARGS__)
/* One whose result is more than a number: IOCTL_RET(KVM_CREATE_VM, fd, ARG(argp, x64)). */
#define IOCTL_RET(request_, ret_, ...) \
	CASE(ioctl, (uint32_t)(request_), DESC, ret_, ARG(fd, fd), ARG(request, ioctl), __VA_ARGS__)

/* An ioctl whose request says how large the buffer is, which may be of any size: IOCTL_SIZED(EVIOCGNAME(0), ...). */
#define IOCTL_SIZED(request_, ...) \
	CASE(ioctl, ((uint32_t)(request_) & IOCTL_WITHOUT_SIZE) | DESC_ROUGHLY, DESC, i32, ARG(fd, fd), \
		ARG(request, ioctl), __VA_ARGS__)
#define IOCTL_WITHOUT_SIZE 0xc000ffff
/* An ioctl without a third argument. */
#define IOCTL0(request_) IOCTL0_RET(request_, i32)
#define IOCTL0_RET(request_, ret_) CASE(ioctl, (uint32_t)(request_), DESC, ret_, ARG(fd, fd), ARG(request, ioctl))

/* ---- arguments: ARG(flags, open_flags), IN(buf, bytes, LEN(count)) ---- */
#define ARG(name_, t_, ...)   { .name = #name_, .type = &type_##t_, ##__VA_ARGS__ }
#define IN(name_, t_, ...)    { .name = #name_, .type = &type_##t_, .dir = DIR_IN, ##__VA_ARGS__ }
#define OUT(name_, t_, ...)   { .name = #name_, .type = &type_##t_, .dir = DIR_OUT, ##__VA_ARGS__ }
#define INOUT(name_, t_, ...) { .name = #name_, .type = &type_##t_, .dir = DIR_INOUT, ##__VA_ARGS__ }

/* ---- attributes of a field ---- */
#define LEN(sibling_)            .len = #sibling_
#define COUNT(sibling_)          .count = #sibling_
#define FIXED(n_)                .fixed = (n_)
#define MOST(n_)                 .most = (n_)
#define CAP(sibling_)            .cap = #sibling_
#define WHEN(sibling_, mask_)    .when = #sibling_, .when_mask = (mask_)
#define WHEN_EQ(sibling_, mask_, v_) \
	.when = #sibling_, .when_test = WHEN_TEST_EQUAL, .when_mask = (uint64_t)(mask_), .when_value = (uint64_t)(v_)
#define WHEN_NOT(sibling_, mask_, v_) \
	.when = #sibling_, .when_test = WHEN_TEST_DIFFERS, .when_mask = (uint64_t)(mask_), .when_value = (uint64_t)(v_)
#define WHEN_IS(sibling_, v_)    WHEN_EQ(sibling_, ~0ULL, v_)
#define WHEN_ABOVE(sibling_, v_) \
	.when = #sibling_, .when_test = WHEN_TEST_ABOVE, .when_mask = ~0ULL, .when_value = (v_)
#define WHEN_POSITIVE(sibling_)     .when = #sibling_, .when_test = WHEN_TEST_POSITIVE
#define WHEN_NOT_POSITIVE(sibling_) .when = #sibling_, .when_test = WHEN_TEST_NOT_POSITIVE
#define PER(n_)                  .per = (n_)
#define REG(n_)                  .reg = (n_) + 1
#define BITFIELD(first_, n_)     .bit = (first_), .bits = (n_)
#define MASK(sibling_)           .count = #sibling_, .per = 64, .flags = FIELD_BITS
#define INTERRUPTED              .flags = FIELD_INTERRUPTED
#define POSITIVE                 .flags = FIELD_POSITIVE
#define RESULT                   .flags = FIELD_RESULT
#define ANSWER                   .flags = FIELD_ANSWER
#define CHANGES                  .flags = FIELD_CHANGES
#define CHANGES_AGAIN            .flags = FIELD_CHANGES | FIELD_AGAIN
#define IF_NOT_ZERO              .flags = FIELD_IF_SET
#define THEN                     .flags = FIELD_THEN
#define NAMED                    .flags = FIELD_NAMED
#define ALWAYS                   .flags = FIELD_ALWAYS
#define VERBOSE                  .flags = FIELD_VERBOSE
#define VERBOSE_HERE             .flags = FIELD_VERBOSE | FIELD_HERE
#define NONZERO                  .flags = FIELD_NONZERO
#define REST                     .flags = FIELD_REST
#define BE                       .flags = FIELD_BE
#define HIDDEN                   .flags = FIELD_HIDDEN
#define SPREAD                   .flags = FIELD_SPREAD
#define DEEP                     .flags = FIELD_DEEP
#define NOTE                     .flags = FIELD_NOTE
#define OR_ADDRESS               .flags = FIELD_OR_ADDRESS
#define AT_SP(offset_)           .flags = FIELD_SP, .offset = (offset_)

/* ---- types ---- */
enum kind {
	KIND_INT,    /* signed decimal */
	KIND_UINT,   /* unsigned decimal */
	KIND_HEX,    /* 0x1f; 0 is 0 */
	KIND_OCT,    /* 0644; 0 is 000 when `size` is 2 (a mode), 0 otherwise */
	KIND_ADDR,   /* an address that is not followed: 0x7f.., NULL */
	KIND_FD,     /* file descriptor: decimal (and what it is, with -y) */
	KIND_DIRFD,  /* the same; its symbols have their names (AT_FDCWD) */
	KIND_PID,    /* task id: decimal */
	KIND_ID,     /* user or group: unsigned decimal, but -1 is -1 */
	KIND_ERROR,  /* ENOENT; unsigned decimal if no error has the number */
	KIND_FLAGS,  /* A|B|0x10; symbols */
	KIND_ENUM,   /* A, or 0x7 and a note with `unknown` */
	KIND_PATH,   /* NUL-terminated, shown whole */
	KIND_STRING, /* NUL-terminated, cut by -s */
	KIND_BYTES,  /* LEN bytes, shown as a string, cut by -s */
	KIND_MESSAGE, /* LEN bytes of a message on the socket that is the first argument: as its protocol says, or as BYTES */
	KIND_BINARY, /* LEN bytes that are no text, shown in hexadecimal, cut by -s */
	KIND_CHARS,  /* NUL-terminated within its size: char name[16] */
	KIND_STRV,   /* argv: NULL-terminated array of pointers to strings */
	KIND_ENVV,   /* the same; only counted without -v */
	KIND_STRUCT, /* members */
	KIND_UNION,  /* a struct chosen by the value at `select` (a sockaddr by its family): members[].type by when_value */
	KIND_PARTS,  /* a number of parts: each of `members` is some of its bits */
	KIND_SET,    /* the bits of a set: [0 3 5]; each a number of the type `of` */
	KIND_RECORDS, /* an array of structs `of` that say themselves, in the member `by`, how long they are */
	/*
	 * Member whose bytes begin where its struct does: structs `of` somewhere in them, that say themselves, in the
	 * member `by`, how far the next one is; they stand among the struct's members.
	 */
	KIND_LINKED,
	/*
	 * What the sibling `by` says, or the datum itself: members[].type by when_value, the last one for any other
	 * value.
	 */
	KIND_CHOICE,
	KIND_DESCRIBED, /* behind a pointer: what the descriptor `by` is says, members[].type by its anonymous inode's name */
	KIND_ATTRIBUTES, /* of a netlink message (netlink.h): members[].offset is the attribute's type */
	KIND_HEADED, /* a struct, members[0], and behind it, aligned to 4 bytes, members[1] */
	KIND_LIST,   /* members[0], as many as there are; `symbols` by index */
	KIND_LEAF,   /* `print` shows it; may only print */
};

/*
 * Two names are no symbols of flags but forms: "?PER_???", what is left of the bits in the mask, in hexadecimal with
 * this comment; "<MAP_HUGE_SHIFT", the bits in the mask as the number that they are, shifted by value, behind all
 * others.
 */
struct symbol {
	uint64_t value;
	uint64_t mask; /* it is there if (v & mask) == value; for an ENUM all ones */
	const char *name;
};

struct type {
	const char *name;
	uint8_t kind;	/* enum kind */
	uint16_t size;	/* bytes of one datum in memory; 0: by LEN, or a string. Arguments are cut to it. */
	uint16_t count; /* symbols or members; a struct of one member without a name is shown as that member alone */
	bool brackets;	/* STRUCT: shown as an array is */
	/* ENUM, FLAGS: the name stands behind the number, as a comment; -X raw leaves it out, unless numbers are decimal */
	bool commented;
	bool apart;	/* FLAGS: -X shows the number of each name, 0x7|0|0xb0, not of all */
	bool named;	/* return type: its note shows names, whatever -X says */
	bool with_name;	/* its words hold the member's name, so none stands before them */
	bool exact;	/* with LEN: of another length than `size`, its address is shown; with `by`, of one below `least` */
	bool nul;	/* BYTES: if the last byte that is shown is 0, it is left out, and nothing says that there are more */
	bool fits;	/* STRUCT, with LEN: of another length than it and its TAIL have, its address is shown */
	bool padded;	/* STRUCT: what is missing of it counts as zeros; what lies behind its members, if not 0, is told */
	bool grows;	/* STRUCT: what lies behind its members, if not 0, is shown with its place */
	uint16_t least;	/* STRUCT, with LEN: of fewer bytes, its address is shown */
	uint8_t digits; /* HEX: characters that it has at least, 0x included. ENUM: 10: others in decimal, for all `unknown` */
	/*
	 * FLAGS, ENUM: what a value none of the symbols covers might be: "O_???". An ENUM without it shows such a value
	 * in decimal, with "" in plain hexadecimal.
	 */
	const char *unknown;
	const struct symbol *symbols;
	const struct field *members;
	const struct field *select; /* UNION: the member that selects; its own type says how wide it is */
	/* -X raw shows this in place of the words of PARTS or LEAF, -X verbose both. NULL: the words have no number. */
	const struct type *plain;
	const struct type *cut; /* STRUCT, HEADED: what fewer bytes are, in a netlink message. NULL: binary */
	/*
	 * SET, RECORDS, LINKED: of each element. ENUM: shown as this if no symbol has the value; PARTS: if the first
	 * part has no name.
	 */
	const struct type *of;
	/*
	 * CHOICE, RECORDS, LINKED: a sibling, a member; SET: a sibling that says how many bits count; STRUCT: the
	 * member that says how many bytes it has: 0 is `least`, and of fewer only that member and those before it are
	 * shown; FD: the process whose descriptor it is.
	 */
	const char *by;
	/*
	 * LINKED: the siblings that say where the first one is, and how many there are; NULL: as many as are linked.
	 * One that is not within the bytes is told by the word `note`. RECORDS: how many there are; NULL: as many as
	 * lie there.
	 */
	const char *start;
	const char *number;
	bool from_first; /* `by` counts from the first one */
	bool behind;	 /* RECORDS: `by` says how many bytes lie behind the struct */
	/* PARTS: the words around the parts, each of which stands for a '%'; NULL: '|' between those that are not 0 */
	const char *pattern;
	uint8_t first;	/* SET: the number of its first bit */
	uint8_t few;	/* SET; an array of STRUCT: without -v so many are shown; 0: all */
	uint8_t invert; /* SET: with at least so many bits the others are shown, ~[1 4]; 0: never */
	/*
	 * STRUCT: the first member is a time, and its date stands behind; digits of the fraction in the second; 0: no
	 * time
	 */
	uint8_t date;
	bool since_start; /* it is the time, in nanoseconds, since the machine was started */
	uint8_t skip;	/* ENUM: so many characters before each name are not shown */
	/* STRUCT: a comment behind it; return type: the words before what explains it, "= 0x8002 (flags O_RDWR)" */
	const char *note;
	/*
	 * LEAF: prints the datum by the calls of sink.h. @v is never without bytes (or, for an argument, its number).
	 * Return type of any kind: may show what the value means, behind decode_note().
	 */
	void (*print)(struct decode *d, const struct value *v);
};

/* A scalar type: SCALAR(u32, KIND_UINT, 4) */
#define SCALAR(name_, kind_, size_) const struct type type_##name_ = { .name = #name_, .kind = (kind_), .size = (size_) }
/* A number in hexadecimal that is padded with zeros: HEX_WIDE(x32_8, 4, 8), 0x00001f */
#define HEX_WIDE(name_, size_, digits_) \
	const struct type type_##name_ = { .name = #name_, .kind = KIND_HEX, .size = (size_), .digits = (digits_) }
#define LEAF(name_, size_, print_) \
	const struct type type_##name_ = { .name = #name_, .kind = KIND_LEAF, .size = (size_), .print = (print_) }

/* The same; -X shows its words as it does the names of constants, with the number @plain_. */
#define LEAF_WORDS(name_, size_, plain_, print_) \
	const struct type type_##name_ = { .name = #name_, .kind = KIND_LEAF, .size = (size_), .plain = &type_##plain_, \
		.print = (print_) }
#define LEAF_WITH_NAME(name_, size_, plain_, print_) \
	const struct type type_##name_ = { .name = #name_, .kind = KIND_LEAF, .size = (size_), .plain = &type_##plain_, \
		.print = (print_), .with_name = true }

/* PARTS(kernel_version, 4, &type_x32, "KERNEL_VERSION(%, %, %)", PIECE(0xff0000, 16, u32), ...): plain may be NULL. */
#define PARTS_OF_(name_, size_, pattern_, plain_, of_, ...) \
	static const struct field members_##name_[] = { __VA_ARGS__ }; \
	const struct type type_##name_ = { .name = #name_, .kind = KIND_PARTS, .size = (size_), .pattern = (pattern_), \
		.plain = (plain_), .of = (of_), \
		.members = members_##name_, .count = sizeof(members_##name_) / sizeof(members_##name_[0]) }
#define PARTS(name_, size_, plain_, pattern_, ...) PARTS_OF_(name_, size_, pattern_, plain_, NULL, __VA_ARGS__)
/* Parts with '|' between them; one that is 0 is left out, unless it is ALWAYS, or there is no other. */
#define JOINED(name_, size_, ...) PARTS_OF_(name_, size_, NULL, NULL, NULL, __VA_ARGS__)
/* The same, but the whole as @of_ if the first part has no name. */
#define JOINED_IF(name_, size_, of_, ...) PARTS_OF_(name_, size_, NULL, NULL, &type_##of_, __VA_ARGS__)
#define PIECE(mask_, shift_, t_, ...) \
	{ .name = "", .type = &type_##t_, .when_mask = (mask_), .bit = (shift_), ##__VA_ARGS__ }
/* BITSET(cpuset, 0, u32): .first, .invert, .by, .few may follow. */
#define BITSET(name_, size_, of_, ...) \
	const struct type type_##name_ = { .name = #name_, .kind = KIND_SET, .size = (size_), .of = &type_##of_, ##__VA_ARGS__ }
/* RECORDS(dirents64, dirent64, d_reclen, "entries"): without -v only their number, with that word. */
#define RECORDS(name_, of_, by_, word_, ...) \
	const struct type type_##name_ = { .name = #name_, .kind = KIND_RECORDS, .of = &type_##of_, .by = #by_, \
		.note = (word_), ##__VA_ARGS__ }
/*
 * LINKED(dm_names, "struct dm_name_list", dm_name, "next", data_start): .number, .from_first may follow. NULL: only
 * one.
 */
#define LINKED(name_, word_, of_, by_, start_, ...) \
	const struct type type_##name_ = { .name = #name_, .kind = KIND_LINKED, .size = 0xfff8, .of = &type_##of_, .by = (by_), \
		.start = #start_, .note = (word_), ##__VA_ARGS__ }
/*
 * CHOICE(perf_config, 8, type, x64, V(PERF_TYPE_HARDWARE, perf_hw), ...). Behind a pointer, the default `none` means
 * that the address is shown.
 */
#define CHOICE(name_, size_, by_, default_, ...) \
	static const struct field members_##name_[] = { __VA_ARGS__, { .name = "", .type = &type_##default_ } }; \
	const struct type type_##name_ = { .name = #name_, .kind = KIND_CHOICE, .size = (size_), .by = #by_, \
		.members = members_##name_, .count = sizeof(members_##name_) / sizeof(members_##name_[0]) }

/* CHOICE_ITSELF(sock_filter, 8, bpf_jump, VM(0xffff0000, 0, bpf_stmt), ...): by the bits of the number itself */
#define CHOICE_ITSELF(name_, size_, default_, ...) \
	static const struct field members_##name_[] = { __VA_ARGS__, { .name = "", .type = &type_##default_ } }; \
	const struct type type_##name_ = { .name = #name_, .kind = KIND_CHOICE, .size = (size_), \
		.members = members_##name_, .count = sizeof(members_##name_) / sizeof(members_##name_[0]) }
/*
 * DESCRIBED(bpf_info, bpf_fd, W("bpf-prog", bpf_prog_info), ...): of a descriptor that is nothing of these the address.
 * What the first one points to is read of all of them.
 */
#define DESCRIBED(name_, by_, ...) \
	static const struct field members_##name_[] = { __VA_ARGS__ }; \
	const struct type type_##name_ = { .name = #name_, .kind = KIND_DESCRIBED, .by = #by_, \
		.members = members_##name_, .count = sizeof(members_##name_) / sizeof(members_##name_[0]) }
#define W(inode_, t_) { .name = (inode_), .type = &type_##t_ }

/* The type of a return value that @print_ explains: RETURN(ret_poll, KIND_INT, 8, print) */
#define RETURN(name_, kind_, size_, print_) \
	const struct type type_##name_ = { .name = #name_, .kind = (kind_), .size = (size_), .print = (print_) }

/* FLAGSET(open_flags, 4, "O_???", X(O_CREAT), XM(O_ACCMODE, O_RDONLY), ...): shown in this order. */
#define X(c_)         { (uint64_t)(c_), (uint64_t)(c_), #c_ }
#define XM(mask_, c_) { (uint64_t)(c_), (uint64_t)(mask_), #c_ }
#define XMN(mask_, v_, name_) { (uint64_t)(v_), (uint64_t)(mask_), name_ } /* as XV */
#define XU(mask_, comment_) { 0, (uint64_t)(mask_), "?" comment_ }
#define XS(mask_, shift_, name_) { (shift_), (uint64_t)(mask_), "<" name_ }
#define XV(v_, name_) { (uint64_t)(v_), (uint64_t)(v_), name_ }   /* where no header has the constant; say which source */
#define SYMBOLS_OF_(name_, kind_, size_, unknown_, ...) \
	static const struct symbol symbols_##name_[] = { __VA_ARGS__ }; \
	const struct type type_##name_ = { .name = #name_, .kind = (kind_), .size = (size_), .unknown = (unknown_), \
		.symbols = symbols_##name_, .count = sizeof(symbols_##name_) / sizeof(symbols_##name_[0]) }
#define FLAGSET(name_, size_, unknown_, ...) SYMBOLS_OF_(name_, KIND_FLAGS, size_, unknown_, __VA_ARGS__)
#define ENUM(name_, size_, unknown_, ...)    SYMBOLS_OF_(name_, KIND_ENUM, size_, unknown_, __VA_ARGS__)
#define FLAGSET_AS(more_, name_, size_, unknown_, ...) \
	static const struct symbol symbols_##name_[] = { __VA_ARGS__ }; \
	const struct type type_##name_ = { .name = #name_, .kind = KIND_FLAGS, .size = (size_), .unknown = (unknown_), MORE_ more_, \
		.symbols = symbols_##name_, .count = sizeof(symbols_##name_) / sizeof(symbols_##name_[0]) }
/* More of the type may follow: ENUM_AS((.of = &type_x32), ioctl, 4, "", X(TCGETS), ...) */
#define MORE_(...) __VA_ARGS__
#define ENUM_AS(more_, name_, size_, unknown_, ...) \
	static const struct symbol symbols_##name_[] = { __VA_ARGS__ }; \
	const struct type type_##name_ = { .name = #name_, .kind = KIND_ENUM, .size = (size_), .unknown = (unknown_), MORE_ more_, \
		.symbols = symbols_##name_, .count = sizeof(symbols_##name_) / sizeof(symbols_##name_[0]) }
#define ENUM_DECIMAL(name_, size_, unknown_, ...) ENUM_AS((.digits = 10), name_, size_, unknown_, __VA_ARGS__)
/* A return type with the symbols of @of_, a flag set or enum of the same file, explained behind the number. */
#define NOTED(name_, of_, size_, kind_, note_) NOTED_(name_, of_, size_, kind_, note_, false)
/* The same; by name, whatever -X says. */
#define NOTED_NAMED(name_, of_, size_, kind_, note_) NOTED_(name_, of_, size_, kind_, note_, true)
#define NOTED_(name_, of_, size_, kind_, note_, named_) \
	const struct type type_##name_ = { .name = #name_, .kind = (kind_), .size = (size_), .note = (note_), .named = (named_), \
		.symbols = symbols_##of_, .count = sizeof(symbols_##of_) / sizeof(symbols_##of_[0]) }

/* STRUCT(name, C type, members...): F(C type, member, type[, attributes]), P(C type, member, dir, type, attributes). */
#define STRUCT(name_, ctype_, ...) \
	static const struct field members_##name_[] = { __VA_ARGS__ }; \
	const struct type type_##name_ = { .name = #name_, .kind = KIND_STRUCT, .size = sizeof(ctype_), \
		.members = members_##name_, .count = sizeof(members_##name_) / sizeof(members_##name_[0]) }
/* More of the type: STRUCT_AS((.brackets = true), pair, int[2], ...) */
#define STRUCT_AS(more_, name_, ctype_, ...) \
	static const struct field members_##name_[] = { __VA_ARGS__ }; \
	const struct type type_##name_ = { .name = #name_, .kind = KIND_STRUCT, .size = sizeof(ctype_), MORE_ more_, \
		.members = members_##name_, .count = sizeof(members_##name_) / sizeof(members_##name_[0]) }
/*
 * A struct of @least_ bytes in its first version, of which the call says how many there are. What later versions may
 * have is read, too: DESC_MOST bytes.
 */
#define STRUCT_GROWS(name_, ctype_, least_, ...) \
	static const struct field members_##name_[] = { __VA_ARGS__ }; \
	const struct type type_##name_ = { .name = #name_, .kind = KIND_STRUCT, .size = sizeof(ctype_), .grows = true, .least = (least_), \
		.members = members_##name_, .count = sizeof(members_##name_) / sizeof(members_##name_[0]) }
#define STRUCT_PADDED(name_, ctype_, ...) STRUCT_AS((.padded = true), name_, ctype_, __VA_ARGS__)
/* Of a struct that may be cut off, or have more behind it: how many bytes must be there. */
#define STRUCT_MIN(name_, min_, ...) \
	static const struct field members_##name_[] = { __VA_ARGS__ }; \
	const struct type type_##name_ = { .name = #name_, .kind = KIND_STRUCT, .size = (min_), \
		.members = members_##name_, .count = sizeof(members_##name_) / sizeof(members_##name_[0]) }
#define F(ctype_, member_, t_, ...) \
	{ .name = #member_, .type = &type_##t_, .offset = offsetof(ctype_, member_), \
	  .size = sizeof(((ctype_ *)0)->member_), ##__VA_ARGS__ }
/* The same, shown by another name than the C member's; by none with FN(type, member, , type). */
#define FN(ctype_, member_, shown_, t_, ...) \
	{ .name = #shown_, .type = &type_##t_, .offset = offsetof(ctype_, member_), \
	  .size = sizeof(((ctype_ *)0)->member_), ##__VA_ARGS__ }
/* A descriptor in 64 bits, of which the kernel takes 32. */
#define FD64(ctype_, member_, ...) \
	{ .name = #member_, .type = &type_fd, .offset = offsetof(ctype_, member_), .size = 4, ##__VA_ARGS__ }
/* What lies behind a struct: TAIL(struct msgbuf, mtext, bytes, LEN(msgsz)) */
#define TAIL(ctype_, member_, t_, ...) \
	{ .name = #member_, .type = &type_##t_, .offset = offsetof(ctype_, member_), .flags = FIELD_TAIL, ##__VA_ARGS__ }
/* A member that points: P(struct msghdr, msg_name, sockaddr, LEN(msg_namelen)) */
#define P(ctype_, member_, t_, ...) F(ctype_, member_, t_, .dir = DIR_PTR, ##__VA_ARGS__)

/*
 * STRUCT_BY(sockaddr, struct sockaddr, sa_family, default type, V(AF_INET, sockaddr_in), ...): a union on a struct; the
 * whole datum is shown as the struct that the selecting member's value names, or as the default if it is too short. The
 * C type is the largest that is read (struct sockaddr_storage). Of several V() with one value the last that is not too
 * long is chosen; one that is `exact` only for its very length.
 */
#define STRUCT_BY(name_, ctype_, select_, select_type_, default_, ...) \
	static const struct field select_##name_ = F(ctype_, select_, select_type_); \
	static const struct field members_##name_[] = { __VA_ARGS__, { .name = "", .type = &type_##default_ } }; \
	const struct type type_##name_ = { .name = #name_, .kind = KIND_UNION, .size = sizeof(ctype_), .select = &select_##name_, \
		.members = members_##name_, .count = sizeof(members_##name_) / sizeof(members_##name_[0]) }
#define V(value_, t_) { .name = #value_, .type = &type_##t_, .when_value = (uint64_t)(value_) }
/* The same of the bits in the mask, for CHOICE_ITSELF. */
#define VM(mask_, value_, t_) \
	{ .name = #value_, .type = &type_##t_, .when_mask = (uint64_t)(mask_), .when_value = (uint64_t)(value_) }
/* clang-format on */

/* ---- the tables ---- */
extern const struct syscall_desc
	desc_syscalls[]; /* by number; an entry without a name is not assigned */
extern const unsigned desc_nsyscalls;
/* The forms of calls: the CASEs of a file each, in any order, ended by one without a name; the tables by NULL. */
extern const struct syscall_desc desc_cases[];	      /* syscalls.c */
extern const struct syscall_desc desc_ioctls[];	      /* ioctls.c */
extern const struct syscall_desc desc_block_ioctls[]; /* ioctls-block.c, and so on */
extern const struct syscall_desc desc_console_ioctls[];
extern const struct syscall_desc desc_device_ioctls[];
extern const struct syscall_desc desc_video_ioctls[]; /* ioctls-v4l2.c */
extern const struct syscall_desc desc_btrfs_ioctls[];
extern const struct syscall_desc desc_input_ioctls[];
extern const struct syscall_desc *const desc_tables[];
#define desc_for_each_form(form_)                                                       \
	for (const struct syscall_desc *const *table_ = desc_tables; *table_; table_++) \
		for (const struct syscall_desc *form_ = *table_; form_->name; form_++)
/* desc_nforms - how many there are. */
unsigned desc_nforms(void);
/* desc_compat_forms - the cases of 32-bit calls, their number in *ret_n. */
const struct syscall_desc *desc_compat_forms(unsigned *ret_n);

/*
 * desc_most - the most bytes of one datum of @type that are read where a length says how many there are; 0: any number.
 */
unsigned desc_most(const struct type *type);

/* Bytes of a struct that grows which are read at most: the kernel takes none longer than a page. */
#define DESC_MOST 4096

/* The calls of 32-bit tasks have numbers, too: theirs, and this more. */
#define DESC_COMPAT 512

/*
 * desc_syscall - the description of system call @nr, or NULL if there is none.
 */
const struct syscall_desc *desc_syscall(uint32_t nr);

/*
 * desc_call - the description of call @nr, which is above DESC_COMPAT if it was made by the 32-bit entry, @compat, and
 * only then; NULL if it has none.
 */
const struct syscall_desc *desc_call(uint32_t nr, bool compat);

/* desc_is_exec - whether call @nr, numbered as desc_call() has it, is an execve or execveat. */
bool desc_is_exec(uint32_t nr);

/*
 * desc_case - the description of the form of @call that the arguments @args (MAX_ARGS words) select: one of its
 * CASEs, or @call itself. Never NULL.
 */
const struct syscall_desc *desc_case(const struct syscall_desc *call, const __u64 *args);

/*
 * desc_switch_key - the key by which @call's CASEs are chosen for @args; 0 for a call that is not a SWITCH.
 */
uint64_t desc_switch_key(const struct syscall_desc *call, const __u64 *args);

/*
 * desc_has_results - whether @type is a struct of which some members are FIELD_RESULT.
 */
bool desc_has_results(const struct type *type);

/* desc_is_descriptor - whether a datum of @type is the number of a file descriptor. */
static inline bool desc_is_descriptor(const struct type *type)
{
	return type->kind == KIND_FD || type->kind == KIND_DIRFD;
}

/*
 * desc_sibling - index of the field named @name among @n @fields; -1 if there is none.
 */
int desc_sibling(const struct field *fields, unsigned n, const char *name);

/*
 * desc_member - for a @name with a dot, "arg2.in_len": the index among @n @fields of the one before the dot, and in
 * *ret_member the member of what it points to; -1 if there is none.
 */
int desc_member(
	const struct field *fields, unsigned n, const char *name, const struct field **ret_member);

/*
 * desc_register - which argument register (0 to 5) holds argument @i of @call.
 */
unsigned desc_register(const struct syscall_desc *call, unsigned i);

/*
 * desc_given_in - if a call of this @form makes another one: the register of the first that holds the other's argument
 * register @r, or points to it. Else @r.
 */
unsigned desc_given_in(const struct syscall_desc *form, unsigned r);

/*
 * desc_given - what is in argument register @r of a call of this @form with @args or, if that makes another one, of the
 * other. Returns false if *ret is that; true if it lies in memory, and *ret is the address of its 32 bits.
 */
bool desc_given(const struct syscall_desc *form, unsigned r, const __u64 *args, uint64_t *ret);

/*
 * desc_nargs - number of arguments of @call, 0 to MAX_ARGS.
 */
unsigned desc_nargs(const struct syscall_desc *call);

/*
 * desc_nregisters - how many argument registers @call takes, whichever of its forms it is.
 */
unsigned desc_nregisters(const struct syscall_desc *call);

#endif
