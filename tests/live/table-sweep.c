// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * table-sweep SEED ROUNDS [CALL...]: makes every form of every call of the table, or these calls only, with arguments
 * made up from their description: known and unknown names, structures and what they point to filled by their members'
 * types, arrays that end at a page's end, bad pointers, lengths that are too large. The kernel carries none of them
 * out: a process beside answers them, by a seccomp filter for what is called at one address, with an error, 0 or a
 * positive number. The same seed makes the same calls at the same addresses. Linked with the table; traced by
 * table-sweep.test.
 */
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>
#include "desc/nr-x86_64.h"
#include "desc/types.h"

/* The calls are made here, by these bytes; the data lie in slots, behind each of which there is no page. */
#define CALLER	 0x30000000UL
#define FIRST	 0x20000000UL
#define NOWHERE	 0x5000UL
#define IN_CALLS 12345 /* close() of this descriptor comes before the first */

enum {
	SLOTS = 48,
	ROOM = 0x4000,
	SLOT = ROOM + 0x1000,
	PAGE = 4096,
	MOST_DEPTH = 6,
	MOST_ELEMENTS = 200,
};

/* Whose members or arguments @fields are: a struct at @at or, with @args, the call's. */
struct owner {
	const struct field *fields;
	unsigned n;
	uint64_t at;
	const struct syscall_desc *call;
	uint64_t *args;
};

static uint64_t state;
static unsigned slot;
static volatile int64_t *answer;

/* ---- numbers ---- */

static uint64_t any(void)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return state * 2685821657736338717ULL >> 11;
}

static unsigned below(unsigned n)
{
	return n ? any() % n : 0;
}

static bool chance(unsigned percent)
{
	return below(100) < percent;
}

static void seed(uint64_t number)
{
	state = number * 7919 + 12345;
	for (int i = 0; i < 10; i++)
		any();
}

static uint64_t number(void)
{
	static const uint64_t some[] = {0, 1, 2, 3, 7, 8, 16, 64, 100, 255, 256, 4095, 4096, 65535,
		INT32_MAX, 1U << 31, UINT32_MAX, 1ULL << 32, INT64_MAX, -1ULL, -2ULL, -100ULL,
		0xdeadbeefcafe1234ULL};

	if (chance(60))
		return some[below(sizeof(some) / sizeof(some[0]))];
	return chance(50) ? below(64) : any() << 11 ^ any();
}

static uint64_t flags(const struct type *type)
{
	uint64_t v = 0;

	for (unsigned i = 1 + below(4); i; i--) {
		const struct symbol *s = &type->symbols[below(type->count)];

		v = s->name[0] == '?' || s->name[0] == '<' ? v | (any() & s->mask & UINT32_MAX)
							   : (v & ~s->mask) | s->value;
	}
	if (chance(15))
		v |= 1ULL << below(type->size ? type->size * 8 : 64);
	return chance(7) ? 0 : v;
}

static uint64_t scalar(const struct type *type)
{
	switch (type->kind) {
	case KIND_FD:
	case KIND_DIRFD:
		return chance(20) ? -100ULL : chance(20) ? -1ULL : chance(5) ? number() : below(12);
	case KIND_PID:
	case KIND_ID:
		return chance(30)   ? -1ULL
		       : chance(30) ? 0
		       : chance(20) ? number()
				    : 1 + below(1000);
	case KIND_FLAGS:
		return chance(12) || !type->count ? number() : flags(type);
	case KIND_ENUM:
		return chance(12) || !type->count ? number()
						  : type->symbols[below(type->count)].value;
	}
	return number();
}

/* What a length of @n is said to be. */
static uint64_t length(uint64_t n)
{
	switch (below(16)) {
	case 0:
		return 0;
	case 1:
		return n + 1;
	case 2:
		return n ? n - 1 : 0;
	case 3:
		return number();
	case 4:
		return below(n + 1);
	case 5:
		return n * 2;
	}
	return n;
}

static unsigned elements(void)
{
	return chance(10) ? 0 : chance(60) ? 1 + below(4) : chance(50) ? 31 + below(5) : below(80);
}

static const char *text(void)
{
	static const char *const some[] = {"", "a", "/dev/null", "name",
		"some longer text that is more than thirty-two bytes", "\t\n\"q\\ \001\377\303\244",
		"0123456789abcdef0123456789abcde", "0123456789abcdef0123456789abcdef",
		"0123456789abcdef0123456789abcdefg", "x/../y"};
	static char longer[5000];
	unsigned i = below(12);

	if (i < 10)
		return some[i];
	memset(longer, 'p', sizeof(longer));
	longer[i == 10 ? 4090 + below(10) : below(300)] = '\0';
	return longer;
}

/* ---- memory ---- */

static bool is_usable(uint64_t at, size_t size)
{
	uint64_t offset = at - FIRST;

	return at >= FIRST && offset < (uint64_t)SLOTS * SLOT && offset % SLOT + size <= ROOM;
}

/* Writes as much as there is room for. */
static void put(uint64_t at, const void *bytes, size_t size)
{
	for (size_t i = 0; i < size && is_usable(at + i, 1); i++)
		*(unsigned char *)(at + i) = ((const unsigned char *)bytes)[i];
}

static uint64_t get(uint64_t at, size_t size)
{
	uint64_t v = 0;

	if (is_usable(at, size))
		memcpy(&v, (void *)at, size < 8 ? size : 8);
	return v;
}

/* Where @size bytes are to lie: at the beginning of a slot, at its end, or so that they do not all fit. */
static uint64_t place(size_t size, size_t unit)
{
	uint64_t begin = FIRST + (uint64_t)(slot++ % SLOTS) * SLOT, end = begin + ROOM;

	if (size > ROOM)
		size = ROOM;
	switch (below(10)) {
	case 0:
		return end - size;
	case 1:
		if (unit && size > unit)
			return end - (1 + below(size / unit)) * unit;
		return size ? end - below(size) : end;
	case 2:
		return size ? end - below(size) : end - 1;
	}
	return begin + below(3) * 64;
}

static uint64_t put_text(void)
{
	const char *s = text();
	uint64_t at = place(strlen(s) + 1, 0);

	put(at, s, strlen(s) + 1);
	return at;
}

static void put_any(uint64_t at, size_t len)
{
	unsigned form = below(4);

	for (size_t i = 0; i < len; i++) {
		unsigned char c = form == 0   ? 0
				  : form == 1 ? (i % 4 ? 0 : below(20))
				  : form == 2 ? 'a' + i % 26
					      : any();

		put(at + i, &c, 1);
	}
}

/* ---- data ---- */

static void set_sibling(const struct owner *o, const char *name, uint64_t v)
{
	int i = desc_sibling(o->fields, o->n, name);
	const struct field *f = &o->fields[i];

	if (i < 0 || (!o->args && f->dir != DIR_VALUE) || f->bits)
		return;
	if (!o->args)
		put(o->at + f->offset, &v, f->size < 8 ? f->size : 8);
	else if (f->dir == DIR_VALUE)
		o->args[desc_register(o->call, i)] = v;
	else
		put(o->args[desc_register(o->call, i)], &v, f->type->size ? f->type->size : 4);
}

/* The type that a CHOICE by a sibling is. */
static const struct type *chosen(const struct owner *o, const struct type *type)
{
	int i = type->by ? desc_sibling(o->fields, o->n, type->by) : -1;
	uint64_t v = 0;

	if (i >= 0)
		v = o->args ? o->args[desc_register(o->call, i)]
			    : get(o->at + o->fields[i].offset, o->fields[i].size);
	for (unsigned k = 0; k + 1 < type->count; k++)
		if (type->members[k].when_value == v)
			return type->members[k].type;
	return type->members[type->count - 1].type;
}

static void fill(
	const struct owner *o, uint64_t at, const struct type *type, size_t len, unsigned depth);

static uint64_t point_to_strings(void)
{
	unsigned n = elements();
	uint64_t at = place(8 * (n + 1), 8);

	for (unsigned i = 0; i <= n; i++) {
		uint64_t address = i == n ? 0 : chance(5) ? NOWHERE : put_text();

		put(at + 8 * i, &address, 8);
	}
	return at;
}

static uint64_t point_to_array(
	const struct owner *o, const struct field *f, const struct type *type, unsigned depth)
{
	size_t size = type->size ? type->size : 8;
	unsigned n = f->fixed ? f->fixed : elements();
	uint64_t at = place(n * size, size);

	for (unsigned i = 0; i < n && i < MOST_ELEMENTS; i++)
		fill(o, at + i * size, type, size, depth + 1);
	if (f->count)
		set_sibling(o, f->count,
			length(f->flags & FIELD_BITS ? n * 64 + below(2)
				: f->per > 1	     ? n * f->per - below(f->per)
						     : n));
	return at;
}

/* Makes what the field points to; returns where it is. */
static uint64_t point(const struct owner *o, const struct field *f, unsigned depth)
{
	const struct type *type = f->type;
	unsigned what = below(20);
	size_t size;
	uint64_t at;

	if (type->kind == KIND_CHOICE && type->by)
		type = chosen(o, type);
	if (type->kind == KIND_DESCRIBED)
		type = type->members[below(type->count)].type;
	if (what == 0)
		return 0;
	if (what == 1 || depth > MOST_DEPTH - 2)
		return chance(50) ? NOWHERE : chance(50) ? -1ULL : 0xffff800000000000ULL;
	if (type->kind == KIND_PATH || type->kind == KIND_STRING)
		return put_text();
	if (type->kind == KIND_STRV || type->kind == KIND_ENVV)
		return point_to_strings();
	if (f->count || (f->fixed && type->kind != KIND_BYTES && type->kind != KIND_BINARY))
		return point_to_array(o, f, type, depth);
	size = type->size ? type->size : f->len && chance(30) ? below(4200) : below(100);
	if (f->len && (type->grows || type->padded))
		size = type->least && chance(50) ? type->least : below(320);
	if (f->flags & FIELD_BITS)
		size = below(300);
	at = place(size, 0);
	fill(o, at, type, size, depth + 1);
	if (f->len)
		set_sibling(o, f->len, length(size));
	return at;
}

static void fill_number_member(const struct owner *self, const struct field *f, unsigned depth)
{
	uint64_t at = self->at + f->offset, v;
	size_t unit = f->type->size ? f->type->size : f->size;

	if (f->bits) {
		v = get(at, f->size) | (scalar(f->type) & ((1ULL << f->bits) - 1)) << f->bit;
		put(at, &v, f->size < 8 ? f->size : 8);
		return;
	}
	for (size_t offset = 0; unit && offset + unit <= f->size && offset < 1024; offset += unit)
		fill(self, at + offset, f->type, unit, depth + 1);
	if (f->when && chance(70))
		set_sibling(self, f->when,
			f->when_test == WHEN_TEST_EQUAL ? f->when_value : f->when_mask);
}

static void fill_struct(uint64_t at, const struct type *type, size_t len, unsigned depth)
{
	struct owner self = {.fields = type->members, .n = type->count, .at = at};
	uint64_t v;
	int by;

	if (chance(40))
		for (size_t i = 0; i < type->size && i < len; i++)
			put(at + i, "", 1);
	for (unsigned i = 0; i < type->count; i++)
		if (!(type->members[i].flags & (FIELD_TAIL | FIELD_END)) &&
			type->members[i].dir == DIR_VALUE)
			fill_number_member(&self, &type->members[i], depth);
	for (unsigned i = 0; i < type->count; i++)
		if (type->members[i].dir != DIR_VALUE) {
			v = point(&self, &type->members[i], depth);
			put(at + type->members[i].offset, &v, 8);
		}
	by = type->by && chance(80) ? desc_sibling(type->members, type->count, type->by) : -1;
	v = chance(60) ? type->least : type->size;
	if (by >= 0)
		put(at + type->members[by].offset, &v, type->members[by].size);
}

/* Control messages; no length is one from which strace would never come back. */
static void fill_control(uint64_t at, size_t len)
{
	static const uint64_t lengths[] = {16, 20, 24, 28, 32, 40, 12, 17, INT32_MAX};

	for (size_t i = 0; i < len; i++)
		put(at + i, "", 1);
	for (size_t offset = 0; offset + 16 <= len;) {
		uint64_t size = lengths[below(sizeof(lengths) / sizeof(lengths[0]))];
		uint32_t level = below(300), type = below(30);

		put(at + offset, &size, 8);
		put(at + offset + 8, &level, 4);
		put(at + offset + 12, &type, 4);
		if (size < 16 || size > 100)
			break;
		offset += (size + 7) & ~7;
	}
}

static void fill_union(uint64_t at, const struct type *type, unsigned depth)
{
	const struct field *m = &type->members[below(type->count)];
	struct owner self = {.fields = m->type->members, .n = m->type->count, .at = at};

	fill(&self, at, m->type, m->type->size, depth + 1);
	put(at + type->select->offset, &m->when_value, type->select->size);
}

/* @o: whose datum it is, for a CHOICE by a sibling. */
static void fill(
	const struct owner *o, uint64_t at, const struct type *type, size_t len, unsigned depth)
{
	const char *s;
	uint64_t v;

	if (!strncmp(type->name, "cmsg", 4)) {
		fill_control(at, len);
		return;
	}
	put_any(at, len);
	if (depth > MOST_DEPTH || chance(4))
		return;
	switch (type->kind) {
	case KIND_STRUCT:
		fill_struct(at, type, len, depth);
		break;
	case KIND_UNION:
		fill_union(at, type, depth);
		break;
	case KIND_CHOICE:
		if (type->by)
			fill(o, at, chosen(o, type), len, depth + 1);
		break;
	case KIND_CHARS:
		s = text();
		put(at, s, strlen(s) + 1 < len ? strlen(s) + 1 : len);
		break;
	case KIND_LEAF:
		v = number();
		if (len <= 8 && chance(50))
			put(at, &v, len);
		break;
	case KIND_BYTES:
	case KIND_BINARY:
	case KIND_MESSAGE:
	case KIND_SET:
	case KIND_RECORDS:
	case KIND_ATTRIBUTES:
	case KIND_HEADED:
	case KIND_LIST:
		break;
	default:
		v = scalar(type);
		put(at, &v, len < 8 ? len : 8);
	}
}

/* ---- calls ---- */

/* Of a call that has several forms what makes it this one. */
static void select_form(
	const struct syscall_desc *call, const struct syscall_desc *form, uint64_t *args)
{
	unsigned n = desc_nargs(call);
	int i = call->switch1 ? desc_sibling(call->args, n, call->switch1) : -1;
	uint64_t key;

	if (i < 0)
		return;
	key = form == call ? scalar(call->args[i].type) : form->key & ~DESC_ROUGHLY;
	if (form->key & DESC_ROUGHLY)
		key |= (8ULL + below(40)) << 16; /* an ioctl of any size */
	args[desc_register(call, i)] = call->switch2 ? (uint32_t)key : key;
	i = call->switch2 ? desc_sibling(call->args, n, call->switch2) : -1;
	if (i >= 0)
		args[desc_register(call, i)] = form == call ? below(80) : form->key >> 32;
}

static bool is_made(const struct field *f, bool of_some_length)
{
	return f->dir != DIR_VALUE && !(f->flags & (FIELD_SP | FIELD_HIDDEN)) &&
	       (f->len || f->count) == of_some_length;
}

static void make_arguments(
	const struct syscall_desc *call, const struct syscall_desc *form, uint64_t *args)
{
	struct owner o = {.fields = form->args, .n = desc_nargs(form), .call = form, .args = args};

	slot = below(SLOTS);
	for (unsigned i = 0; i < MAX_ARGS; i++)
		args[i] = number();
	for (unsigned i = 0; i < o.n; i++)
		if (form->args[i].dir == DIR_VALUE && !(form->args[i].flags & FIELD_SP))
			args[desc_register(form, i)] =
				form->args[i].type->kind == KIND_ADDR && chance(50)
					? FIRST + below(SLOTS) * SLOT + below(64) * 8
					: scalar(form->args[i].type);
	for (unsigned i = 0; i < o.n; i++)
		if (form->args[i].when && form->args[i].when_test <= WHEN_TEST_EQUAL && chance(70))
			set_sibling(&o, form->args[i].when,
				form->args[i].when_test == WHEN_TEST_EQUAL
					? form->args[i].when_value
					: form->args[i].when_mask);
	select_form(call, form, args);
	/* Lengths may themselves be pointed to, so they come first. */
	for (int of_some_length = 0; of_some_length < 2; of_some_length++)
		for (int i = o.n - 1; i >= 0; i--)
			if (is_made(&form->args[i], of_some_length))
				args[desc_register(form, i)] = point(&o, &form->args[i], 0);
}

/* What the call is said to have returned. */
static int64_t answer_of(const struct syscall_desc *form)
{
	static const int64_t some[] = {-EINVAL, -EFAULT, -ENOSYS, -EPERM, -ENOENT, 0, 0, 0, 0, 0, 1,
		1, 2, 3, 4, 7, 8, 16, 32, 64, 100, 1000};
	unsigned n = sizeof(some) / sizeof(some[0]);

	return some[below(form->ret == &type_none ? 10 : n)];
}

static void call_it(const struct syscall_desc *call, const struct syscall_desc *form)
{
	long (*caller)(long, ...) = (void *)CALLER;
	uint64_t args[MAX_ARGS];

	make_arguments(call, form, args);
	*answer = answer_of(form);
	caller(call->nr, args[0], args[1], args[2], args[3], args[4], args[5]);
}

/*
 * Of what the tracers themselves follow, of two that no filter can answer, and of what reads the stack, nothing is made
 * up.
 */
static bool is_left_out(uint32_t nr)
{
	return nr == NR_exit || nr == NR_exit_group || nr == NR_uretprobe || nr == NR_uprobe ||
	       nr == NR_rt_sigreturn;
}

static bool is_wanted(const char *name, char **calls)
{
	if (!*calls)
		return true;
	for (; *calls; calls++)
		if (!strcmp(*calls, name))
			return true;
	return false;
}

static void sweep(uint64_t begin, char **calls)
{
	for (uint32_t nr = 0; nr < DESC_COMPAT; nr++) {
		const struct syscall_desc *call = desc_syscall(nr);
		uint64_t form_number = 0;

		if (!call || !call->name || is_left_out(nr) || !is_wanted(call->name, calls))
			continue;
		/* So that a form's arguments do not depend on how many others there are. */
		seed(begin + nr);
		call_it(call, call);
		desc_for_each_form(form)
			if (form->nr == nr) {
				seed(begin + nr + ++form_number * 104729);
				call_it(call, form);
			}
	}
}

/* ---- who answers ---- */

static void answer_calls(int listener)
{
	for (;;) {
		struct seccomp_notif asked = {0};
		struct seccomp_notif_resp reply = {0};

		if (ioctl(listener, SECCOMP_IOCTL_NOTIF_RECV, &asked)) {
			if (errno == EINTR || errno == ENOENT)
				continue;
			_exit(0);
		}
		reply.id = asked.id;
		if (*answer < 0)
			reply.error = *answer;
		else
			reply.val = *answer;
		ioctl(listener, SECCOMP_IOCTL_NOTIF_SEND, &reply);
	}
}

/* mov rdi to rax, the others one place down; syscall; ret */
static const unsigned char caller_code[] = {0x48, 0x89, 0xf8, 0x48, 0x89, 0xf7, 0x48, 0x89, 0xd6,
	0x48, 0x89, 0xca, 0x4d, 0x89, 0xc2, 0x4d, 0x89, 0xc8, 0x4c, 0x8b, 0x4c, 0x24, 0x08, 0x0f,
	0x05, 0xc3};

/* Has what is called at CALLER answered by a child. Returns 0, or -1: this kernel cannot. */
static int have_calls_answered(void)
{
	const unsigned ip = offsetof(struct seccomp_data, instruction_pointer);
	struct sock_filter code[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, ip + 4),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 3),
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, ip),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, CALLER + sizeof(caller_code) - 1, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_USER_NOTIF),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog program = {sizeof(code) / sizeof(code[0]), code};
	int pipe_fds[2], listener;
	char byte;

	if (pipe(pipe_fds) || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
		return -1;
	listener = syscall(
		SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER, &program);
	if (listener < 0)
		return -1;
	switch (fork()) {
	case -1:
		return -1;
	case 0:
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		if (write(pipe_fds[1], "", 1) == 1)
			answer_calls(listener);
		_exit(1);
	}
	close(listener);
	close(pipe_fds[1]);
	return read(pipe_fds[0], &byte, 1) == 1 ? close(pipe_fds[0]) : -1;
}

static bool map(uint64_t at, size_t size, int more)
{
	return mmap((void *)at, size, PROT_READ | PROT_WRITE | more,
		       MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0) == (void *)at;
}

int main(int argc, char **argv)
{
	uint64_t first;

	if (argc < 3) {
		fputs("usage: table-sweep SEED ROUNDS [CALL...]\n", stderr);
		return 2;
	}
	first = strtoull(argv[1], NULL, 0);
	answer = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	for (unsigned i = 0; i < SLOTS; i++)
		if (!map(FIRST + i * (uint64_t)SLOT, ROOM, 0))
			return 1;
	if (answer == MAP_FAILED || !map(CALLER, PAGE, PROT_EXEC))
		return 1;
	memcpy((void *)CALLER, caller_code, sizeof(caller_code));
	if (have_calls_answered()) {
		perror("table-sweep: seccomp");
		return 77;
	}
	/* A few descriptors that there are: 3 to 5. */
	if (open("/dev/null", O_RDONLY) < 0 || socket(AF_INET, SOCK_STREAM, 0) < 0 ||
		socket(AF_NETLINK, SOCK_RAW, 0) < 0)
		return 1;
	close(IN_CALLS);
	for (int round = 0; round < atoi(argv[2]); round++)
		sweep((first * 1000 + round) * 1000003, argv + 3);
	return 0;
}
