// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * The decoder over records that the interpreter (capture.h) made of this process's own memory, by the plans: what a
 * sink is told of it. Then over records made by hand. For the notation see sink-recorder.h.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>
#include "capture-native.h"
#include "decode.h"
#include "desc/nr-x86_64.h"
#include "plan.h"
#include "sink-recorder.h"

enum { PAGE = 4096 };

static const struct task task = {.tid = 7, .tgid = 7};
static struct plan_set *plans;
static struct decode *decode;
static struct capture capture;
static struct capture_hooks hooks;
static char *page; /* readable, and followed by nothing */

/* What is there of @n bytes of our own memory, found by the kernel, which does not mind bad addresses. */
static size_t own_memory(void *context, bool fault, void *dst, size_t n, uint64_t addr)
{
	size_t got = 0;

	(void)context;
	(void)fault;
	while (got < n) {
		size_t piece = PAGE - (addr + got) % PAGE;
		struct iovec to = {(char *)dst + got, piece < n - got ? piece : n - got};
		struct iovec from = {(void *)(uintptr_t)(addr + got), to.iov_len};

		if (process_vm_readv(getpid(), &to, 1, &from, 1, 0) != (ssize_t)to.iov_len)
			break;
		got += to.iov_len;
	}
	return got;
}

static const struct filter_calls no_calls;

static void begin(uint32_t string_limit, bool verbose)
{
	struct plan_config config = {
		.string_limit = string_limit, .abbrev = verbose ? &no_calls : NULL};
	struct decode_config decode_config = {
		.string_limit = string_limit, .abbrev = verbose ? &no_calls : NULL};
	uint64_t wanted[PLAN_NR / 64];
	const char *bad;

	free(hooks.bytes);
	plan_set_free(plans);
	decode_free(decode);
	memset(wanted, 0xff, sizeof(wanted));
	assert_int_equal(plan_set_new(&config, wanted, &plans, &bad), 0);
	hooks = (struct capture_hooks){
		.ops = plans->ops, .nops = plans->nops, .memory = own_memory};
	decode = decode_new(&decode_config, &recorder);
	recorded_len = 0;
}

static int set_up(void **state)
{
	(void)state;
	page = mmap(NULL, 2 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (page == MAP_FAILED)
		return -1;
	munmap(page + PAGE, PAGE);
	begin(32, false);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	plan_set_free(plans);
	decode_free(decode);
	free(hooks.bytes);
	hooks.bytes = NULL;
	plans = NULL;
	decode = NULL;
	munmap(page, PAGE);
	return 0;
}

static __u64 at(const void *p)
{
	return (uintptr_t)p;
}

/* What happens between entry and exit; NULL: nothing. */
static void (*kernel)(void *context);

static struct record *captured(unsigned nr, int64_t ret, __u64 a, __u64 b, __u64 c, __u64 d)
{
	__u64 args[6] = {a, b, c, d};

	return native_call(&capture, &hooks, plan_find(plans, nr, args), nr, args, ret, kernel);
}

static const char *shown(const struct record *record, enum call_part part, bool returned)
{
	assert_true(record_check(record, record->size));
	assert_int_equal(decode_record_call(decode, record, &task, part, returned), 0);
	return recorder_take();
}

/* A call, captured and decoded. */
static const char *call(unsigned nr, int64_t ret, __u64 a, __u64 b, __u64 c, __u64 d)
{
	return shown(captured(nr, ret, a, b, c, d), CALL_WHOLE, true);
}

/* @format, in a buffer of its own. */
static const char *text(const char *format, ...) __attribute__((format(printf, 1, 2)));

static const char *text(const char *format, ...)
{
	static char buf[4096];
	va_list args;

	va_start(args, format);
	vsnprintf(buf, sizeof(buf), format, args);
	va_end(args);
	return buf;
}

/* ---- buffers and strings ---- */

static void a_buffer_is_as_long_as_was_read(void **state)
{
	char buf[100] = "hello, world";

	(void)state;
	assert_string_equal(call(NR_read, 5, 3, at(buf), 100, 0), "7 read(,3,b\"hello\",100)=5;");
	assert_string_equal(call(NR_read, 0, 3, at(buf), 100, 0), "7 read(,3,b\"\",100)=0;");
	assert_string_equal(call(NR_read, -EBADF, 3, at(buf), 100, 0),
		text("7 read(,3,@%#llx,100)=-9;", at(buf)));
	assert_string_equal(call(NR_read, 5, 3, 0, 100, 0), "7 read(,3,NULL,100)=5;");
	assert_string_equal(call(NR_read, 5, 3, 16, 100, 0), "7 read(,3,@0x10,100)=5;");
}

static void a_long_buffer_is_cut(void **state)
{
	char buf[64];

	(void)state;
	memset(buf, 'x', sizeof(buf));
	assert_string_equal(call(NR_write, 32, 3, at(buf), 32, 0),
		"7 write(,3,b\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\",32)=32;");
	assert_string_equal(call(NR_write, 33, 3, at(buf), 33, 0),
		"7 write(,3,b\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"~,33)=33;");
	begin(3, false);
	assert_string_equal(call(NR_write, 4, 3, at(buf), 4, 0), "7 write(,3,b\"xxx\"~,4)=4;");
	begin(0, false);
	assert_string_equal(call(NR_write, 4, 3, at(buf), 4, 0), "7 write(,3,b\"\"~,4)=4;");
	assert_string_equal(call(NR_write, -EFAULT, 3, 16, 4, 0), "7 write(,3,@0x10,4)=-14;");
}

/* The buffer's end is not there: nothing of it is shown, as the program could not have given it. */
static void a_buffer_that_is_not_all_there_is_an_address(void **state)
{
	(void)state;
	assert_string_equal(call(NR_write, -EFAULT, 3, at(page + PAGE - 4), 8, 0),
		text("7 write(,3,@%#llx,8)=-14;", at(page + PAGE - 4)));
}

static void a_path_is_shown_whole(void **state)
{
	char path[3001];

	(void)state;
	memset(path, 'p', 3000);
	path[3000] = 0;
	assert_string_equal(
		call(NR_unlink, 0, at(path), 0, 0, 0), text("7 unlink(,p\"%s\")=0;", path));
	memset(page, 'p', PAGE);
	assert_string_equal(call(NR_unlink, -EFAULT, at(page + 10), 0, 0, 0),
		text("7 unlink(,@%#llx)=-14;", at(page + 10)));
	page[PAGE - 1] = 0;
	assert_string_equal(
		call(NR_unlink, 0, at(page + PAGE - 5), 0, 0, 0), "7 unlink(,p\"pppp\")=0;");
}

static void an_argument_may_not_be_there(void **state)
{
	(void)state;
	assert_string_equal(
		call(NR_open, 3, at("file"), O_RDONLY, 0644, 0), "7 open(,p\"file\",0)=3;");
	assert_string_equal(
		call(NR_open, 3, at("file"), O_CREAT, 0644, 0), "7 open(,p\"file\",64,420)=3;");
}

/* ---- arrays ---- */

static void the_strings_of_an_exec(void **state)
{
	char *argv[] = {"ls", "", "a long argument that is longer than 32 bytes", NULL};
	char *envp[] = {"A=1", "B=2", NULL};
	const char *got;

	(void)state;
	got = call(NR_execve, 0, at("/bin/ls"), at(argv), at(envp), 0);
	assert_string_equal(got,
		text("7 execve(,p\"/bin/ls\",[,s\"ls\",s\"\",s\"a long argument that is longer t\"~],"
		     "`%#llx /* 2 vars */`)=0;",
			at(envp)));
	envp[1] = NULL;
	got = call(NR_execve, -ENOENT, at("x"), 0, at(envp), 0);
	assert_string_equal(got, text("7 execve(,p\"x\",NULL,`%#llx /* 1 var */`)=-2;", at(envp)));
	begin(100, true);
	got = call(NR_execve, 0, at("x"), at(argv + 1), at(envp), 0);
	assert_string_equal(got,
		"7 execve(,p\"x\",[,s\"\",s\"a long argument that is longer than 32 bytes\"],"
		"[,s\"A=1\"])=0;");
}

static void strings_that_are_not_there(void **state)
{
	char **argv = (char **)(page + PAGE) - 2, *bad[] = {"a", (char *)16, "b", NULL};

	(void)state;
	argv[0] = "a";
	argv[1] = "b";
	assert_string_equal(call(NR_execve, -EFAULT, at("x"), at(argv), 16, 0),
		text("7 execve(,p\"x\",[,s\"a\",s\"b\",`... /* %#llx */`],@0x10)=-14;",
			at(page + PAGE)));
	assert_string_equal(call(NR_execve, -EFAULT, at("x"), at(bad), at(argv), 0),
		text("7 execve(,p\"x\",[,s\"a\",@0x10,s\"b\"],`%#llx /* 2 vars, unterminated */`)=-14;",
			at(argv)));
	assert_string_equal(
		call(NR_execve, -EFAULT, at("x"), 16, 0, 0), "7 execve(,p\"x\",@0x10,NULL)=-14;");
}

static void a_long_array_is_abbreviated(void **state)
{
	char *argv[40];

	(void)state;
	for (int i = 0; i < 39; i++)
		argv[i] = "x";
	argv[39] = NULL;
	begin(3, false);
	assert_string_equal(call(NR_execve, 0, at("x"), at(argv), 0, 0),
		"7 execve(,p\"x\",[,s\"x\",s\"x\",s\"x\"...],NULL)=0;");
	argv[3] = NULL;
	assert_string_equal(call(NR_execve, 0, at("x"), at(argv), 0, 0),
		"7 execve(,p\"x\",[,s\"x\",s\"x\",s\"x\"],NULL)=0;");
}

static void buffers_of_a_vector_share_what_was_read(void **state)
{
	struct iovec v[] = {{"abcde", 5}, {"fghij", 5}, {"klmno", 5}};

	(void)state;
	assert_string_equal(call(NR_readv, 7, 3, at(v), 3, 0),
		"7 readv(,3,[,{iov_base=b\"abcde\"iov_len=5},{iov_base=b\"fg\"iov_len=5},{iov_base=b\"\"iov_len=5}],3)"
		"=7;");
	assert_string_equal(call(NR_writev, 7, 3, at(v), 2, 0),
		"7 writev(,3,[,{iov_base=b\"abcde\"iov_len=5},{iov_base=b\"fghij\"iov_len=5}],2)=7;");
	assert_string_equal(call(NR_writev, 0, 3, at(v), 0, 0), "7 writev(,3,[],0)=0;");
	v[1].iov_base = (void *)16;
	assert_string_equal(call(NR_writev, -EFAULT, 3, at(v), 2, 0),
		"7 writev(,3,[,{iov_base=b\"abcde\"iov_len=5},{iov_base=@0x10iov_len=5}],2)=-14;");
}

static void numbers_that_come_back(void **state)
{
	int fds[2] = {3, 4};

	(void)state;
	assert_string_equal(call(NR_pipe2, 0, at(fds), 0, 0, 0), "7 pipe2(,[,3,4],0)=0;");
	assert_string_equal(call(NR_pipe2, -EMFILE, at(fds), 0, 0, 0),
		text("7 pipe2(,@%#llx,0)=-24;", at(fds)));
}

/* ---- structs, in and out ---- */

static struct sockaddr_un peer;
static socklen_t peer_len;

static void accept_peer(void *context)
{
	(void)context;
	strcpy(peer.sun_path, "socket");
	peer_len = offsetof(struct sockaddr_un, sun_path) + 7;
}

static void an_address_is_as_long_as_the_kernel_says(void **state)
{
	(void)state;
	peer.sun_family = AF_UNIX;
	memset(peer.sun_path, 'x', sizeof(peer.sun_path));
	peer_len = sizeof(peer);
	kernel = accept_peer;
	assert_string_equal(call(NR_accept4, 4, 3, at(&peer), at(&peer_len), 0),
		"7 accept4(,3,{sa_family=1sun_path=p\"socket\"},[,110=>9],0)=4;");
	kernel = NULL;
	assert_string_equal(call(NR_accept4, 4, 3, 0, 0, 0), "7 accept4(,3,NULL,NULL,0)=4;");
	peer_len = sizeof(peer);
	assert_string_equal(call(NR_accept4, -EAGAIN, 3, at(&peer), at(&peer_len), 0),
		text("7 accept4(,3,@%#llx,[,110],0)=-11;", at(&peer)));
}

static void what_is_left_of_a_sleep(void **state)
{
	struct timespec t[2] = {{5, 6}, {3, 4}};

	(void)state;
	assert_string_equal(call(NR_nanosleep, 0, at(&t[0]), at(&t[1]), 0, 0),
		text("7 nanosleep(,{tv_sec=5tv_nsec=6},@%#llx)=0;", at(&t[1])));
	assert_string_equal(call(NR_nanosleep, -516, at(&t[0]), at(&t[1]), 0, 0),
		"7 nanosleep(,{tv_sec=5tv_nsec=6},{tv_sec=3tv_nsec=4})=-516;");
	assert_string_equal(
		call(NR_nanosleep, -EFAULT, 16, 0, 0, 0), "7 nanosleep(,@0x10,NULL)=-14;");
}

static void a_return_value_is_explained(void **state)
{
	(void)state;
	assert_string_equal(
		call(NR_fcntl, 02002, 3, F_GETFL, 0, 0), "7 fcntl(,3,3|`flags `1026)=1026;");
}

/* ---- parts ---- */

static void parts_of_a_call(void **state)
{
	char buf[] = "hello";
	struct record *record = captured(NR_read, 5, 3, at(buf), 5, 0);

	(void)state;
	assert_string_equal(shown(record, CALL_ENTRY, false), "7 +read(,3)...;");
	assert_string_equal(shown(record, CALL_REST, true), "7 -read(,b\"hello\",5)=5;");
	record = captured(NR_write, 5, 3, at(buf), 5, 0);
	assert_string_equal(shown(record, CALL_ENTRY, false), "7 +write(,3,b\"hello\",5);");
	assert_string_equal(shown(record, CALL_REST, true), "7 -write()=5;");
	assert_string_equal(shown(record, CALL_REST, false), "7 -write()=?;");
	assert_string_equal(shown(record, CALL_WHOLE, false), "7 write(,3,b\"hello\",5)=?;");
}

/* The native hook knows descriptors 3 to 9, as /dir/N. */
static void descriptors_are_named(void **state)
{
	struct plan_config config = {.string_limit = 32, .descriptors = true};
	uint64_t wanted[PLAN_NR / 64];
	struct pollfd *fds = (struct pollfd *)page;
	int *pair = (int *)page;
	fd_set *set = (fd_set *)page;
	struct {
		size_t cmsg_len; /* struct cmsghdr, which ends in an array without length */
		int cmsg_level, cmsg_type, fds[3];
	} rights = {20 + 4, SOL_SOCKET, SCM_RIGHTS, {4, 1000, 5}};
	struct msghdr message = {.msg_control = &rights, .msg_controllen = sizeof(rights)};
	const char *bad, *got;

	(void)state;
	plan_set_free(plans);
	memset(wanted, 0xff, sizeof(wanted));
	assert_int_equal(plan_set_new(&config, wanted, &plans, &bad), 0);
	hooks.ops = plans->ops;
	hooks.nops = plans->nops;
	assert_string_equal(call(NR_dup, 5, 3, 0, 0, 0), "7 dup(,3</dir/3>)=5</dir/5>;");
	assert_string_equal(call(NR_dup, -EBADF, 11, 0, 0, 0), "7 dup(,11)=-9;");
	fds[0] = (struct pollfd){.fd = 4, .revents = POLLIN};
	fds[1] = (struct pollfd){.fd = -1};
	got = call(NR_poll, 1, at(page), 2, -1, 0);
	assert_non_null(strstr(got, "[,{fd=4</dir/4>events=0},{fd=-1"));
	assert_non_null(strstr(got, "|,[,{fd=4revents=1}])=1;"));
	pair[0] = 3;
	pair[1] = 100;
	assert_string_equal(
		call(NR_pipe2, 0, at(page), 0, 0, 0), "7 pipe2(,[,3</dir/3>,100],0)=0;");
	FD_ZERO(set);
	FD_SET(3, set);
	FD_SET(9, set);
	FD_SET(64, set);
	FD_SET(1000, set);
	assert_non_null(strstr(call(NR_select, 1, 1024, at(set), 0, 0),
		"`[`3</dir/3>` `9</dir/9>` `64` `1000`]`"));
	assert_non_null(strstr(call(NR_select, 1, 9, at(set), 0, 0), "`[`3</dir/3>`]`"));
	assert_non_null(
		strstr(call(NR_sendmsg, 1, 6, at(&message), 0, 0), "cmsg_data=[,4</dir/4>,1000]}"));
}

/* -e raw=, verbose=, abbrev=: of the calls they name only. */
static void detail_is_chosen_by_call(void **state)
{
	static struct filter_calls all_but_poll, only_read;
	struct decode_config config = {
		.string_limit = 32, .verbose = &all_but_poll, .raw = &only_read};
	struct pollfd *fds = (struct pollfd *)page;

	(void)state;
	memset(all_but_poll.bits, 0xff, sizeof(all_but_poll.bits));
	all_but_poll.bits[NR_poll / 64] &= ~(1ULL << NR_poll % 64);
	only_read.bits[NR_read / 64] = 1ULL << NR_read % 64;
	decode_free(decode);
	decode = decode_new(&config, &recorder);
	*fds = (struct pollfd){.fd = 3, .events = POLLIN, .revents = POLLIN};
	assert_string_equal(call(NR_poll, 1, at(page), 1, -1, 0),
		text("7 poll(,@%#llx,1,-1)=1;", (unsigned long long)at(page)));
	assert_string_equal(call(NR_poll, 0, at(page), 0, -1, 0), "7 poll(,[],0,-1|,`Timeout`)=0;");
	assert_string_equal(call(NR_read, 3, 4, at(page), 3, 0),
		text("7 read(,4,%llu,3)=3;", (unsigned long long)at(page)));
	assert_string_equal(call(NR_write, 2, 4, at("ab"), 2, 0), "7 write(,4,b\"ab\",2)=2;");
}

static void calls_that_have_no_description(void **state)
{
	__u64 args[6] = {1, 2, 3};
	struct record *record;

	(void)state;
	assert_null(plan_find(plans, 999, args));
	record = native_call(&capture, &hooks, &plans->plans[0], 999, args, -ENOSYS, NULL);
	assert_string_equal(shown(record, CALL_WHOLE, true), "7 syscall_0x3e7(,1,2,3,0,0,0)=-38;");
	assert_string_equal(shown(record, CALL_ENTRY, false), "7 +syscall_0x3e7(,1,2,3,0,0,0);");
	((struct call *)(record + 1))->nr = -1;
	assert_string_equal(
		shown(record, CALL_WHOLE, true), "7 syscall_0xffffffffffffffff(,1,2,3,0,0,0)=-38;");
	record = captured(NR_close, 0, 3, 0, 0, 0);
	((struct call *)(record + 1))->nr = DESC_COMPAT + 500;
	record->flags |= RECORD_COMPAT; /* another table, which does not have it either */
	assert_string_equal(shown(record, CALL_WHOLE, true), "7 syscall_0x1f4(,3,0,0,0,0,0)=0;");
}

static void calls_of_32_bit_tasks(void **state)
{
	struct record *record = captured(NR_close, 0, -1, 0, 0, 0);
	struct call *call = (struct call *)(record + 1);

	(void)state;
	record->flags |= RECORD_COMPAT;
	call->nr = DESC_COMPAT + 6;
	assert_string_equal(shown(record, CALL_WHOLE, true), "7 close(,-1)=0;");
	/* The high half of the offset comes first. */
	call->nr = DESC_COMPAT + 140;
	call->args[0] = 3;
	call->args[1] = call->args[2] = UINT32_MAX;
	assert_string_equal(shown(record, CALL_WHOLE, true), "7 _llseek(,3,-1,NULL,0)=0;");
}

/* ---- records made by hand ---- */

static struct {
	struct record record;
	struct call call;
	unsigned char blobs[4096];
} made;

static void make(unsigned nr, int64_t ret, __u64 a, __u64 b, __u64 c)
{
	memset(&made, 0, sizeof(made));
	made.record = (struct record){
		.size = sizeof(made.record) + sizeof(made.call), .type = RECORD_CALL};
	made.call = (struct call){.nr = nr, .ret = ret, .args = {a, b, c}};
}

static void add(__u64 addr, const char *bytes, unsigned origin, unsigned flags)
{
	struct blob *blob = (struct blob *)((char *)&made + made.record.size);

	*blob = (struct blob){.addr = addr, .len = strlen(bytes), .origin = origin, .flags = flags};
	memcpy(blob + 1, bytes, blob->len);
	made.record.size += sizeof(*blob) + RECORD_ALIGN(blob->len);
}

static const char *decoded(void)
{
	return shown(&made.record, CALL_WHOLE, true);
}

static void a_string_without_its_end_is_not_shown(void **state)
{
	(void)state;
	make(NR_unlink, 0, 0x1000, 0, 0);
	add(0x1000, "begin", ORIGIN_ENTRY, BLOB_STRING);
	assert_string_equal(decoded(), "7 unlink(,@0x1000)=0;");
	add(0x1000, "beginning", ORIGIN_LATE, BLOB_STRING | BLOB_NUL);
	assert_string_equal(decoded(), "7 unlink(,p\"beginning\")=0;");
}

static void data_of_entry_and_exit_are_told_apart(void **state)
{
	(void)state;
	make(NR_read, 3, 3, 0x1000, 3);
	add(0x1000, "old", ORIGIN_ENTRY, 0);
	assert_string_equal(decoded(), "7 read(,3,@0x1000,3)=3;");
	add(0x1000, "new", ORIGIN_EXIT, 0);
	assert_string_equal(decoded(), "7 read(,3,b\"new\",3)=3;");
	make(NR_write, 3, 3, 0x1000, 3);
	add(0x1000, "new", ORIGIN_EXIT, 0);
	assert_string_equal(decoded(), "7 write(,3,@0x1000,3)=3;");
	add(0x1000, "old", ORIGIN_LATE, 0);
	assert_string_equal(decoded(), "7 write(,3,b\"old\",3)=3;");
}

static void only_whole_data_are_shown(void **state)
{
	(void)state;
	make(NR_write, 9, 3, 0x1000, 9);
	add(0x1000, "12345678", ORIGIN_ENTRY, 0);
	assert_string_equal(decoded(), "7 write(,3,@0x1000,9)=9;");
	make(NR_write, 4, 3, 0x1004, 4);
	add(0x1000, "12345678", ORIGIN_ENTRY, 0); /* they lie within */
	assert_string_equal(decoded(), "7 write(,3,b\"5678\",4)=4;");
	make(NR_write, 5, 3, 0x1004, 5);
	add(0x1000, "12345678", ORIGIN_ENTRY, 0);
	assert_string_equal(decoded(), "7 write(,3,@0x1004,5)=5;");
	make(NR_write, 4, 3, 0x1000, 4);
	add(0x1000, "", ORIGIN_FAULT, 0);
	add(0x1000, "", ORIGIN_LOST, 0);
	add(0x1000, "1234", 77, 0); /* of no origin there is */
	assert_string_equal(decoded(), "7 write(,3,@0x1000,4)=4;");
}

static void lengths_from_nowhere(void **state)
{
	(void)state;
	make(NR_write, -EINVAL, 3, 0x1000, ~0ULL);
	add(0x1000, "1234", ORIGIN_ENTRY, 0);
	assert_string_equal(decoded(), "7 write(,3,@0x1000,-1)=-22;");
	make(NR_writev, -EINVAL, 3, 0x1000, ~0ULL);
	add(0x1000, "123456781234567812345678", ORIGIN_ENTRY, 0);
	decoded(); /* it ends */
	make(NR_readv, 1, 3, 0xfffffffffffffff0, 3);
	add(0xfffffffffffffff0, "1234567812345678", ORIGIN_EXIT, 0);
	decoded();
}

static void a_signal_and_its_siginfo(void **state)
{
	struct {
		struct record record;
		struct task_event event;
		struct blob blob;
		int32_t info[12];
	} s = {{.size = sizeof(s), .type = RECORD_SIGNAL}, {10, 0}, {.len = sizeof(s.info)},
		{10, 0, 0, 0, 42, 1000}};

	(void)state;
	assert_int_equal(decode_record_signal(decode, &s.record, &task), 0);
	assert_string_equal(
		recorder_take(), "7!signal 10,0({si_signo=10si_code=0si_pid=42si_uid=1000});");
	s.record.size = sizeof(s.record) + sizeof(s.event);
	assert_int_equal(decode_record_signal(decode, &s.record, &task), 0);
	assert_string_equal(recorder_take(), "7!signal 10,0();");
	s.record.type = RECORD_EXEC;
	assert_int_equal(decode_record_signal(decode, &s.record, &task), -EBADMSG);
	assert_int_equal(decode_record_call(decode, &s.record, &task, CALL_WHOLE, true), -EBADMSG);
	assert_string_equal(recorder_take(), "");
}

int main(void)
{
#define TEST(f_) cmocka_unit_test_setup_teardown(f_, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(a_buffer_is_as_long_as_was_read),
		TEST(a_long_buffer_is_cut),
		TEST(a_buffer_that_is_not_all_there_is_an_address),
		TEST(a_path_is_shown_whole),
		TEST(an_argument_may_not_be_there),
		TEST(the_strings_of_an_exec),
		TEST(strings_that_are_not_there),
		TEST(a_long_array_is_abbreviated),
		TEST(buffers_of_a_vector_share_what_was_read),
		TEST(numbers_that_come_back),
		TEST(an_address_is_as_long_as_the_kernel_says),
		TEST(what_is_left_of_a_sleep),
		TEST(a_return_value_is_explained),
		TEST(parts_of_a_call),
		TEST(descriptors_are_named),
		TEST(detail_is_chosen_by_call),
		TEST(calls_that_have_no_description),
		TEST(calls_of_32_bit_tasks),
		TEST(a_string_without_its_end_is_not_shown),
		TEST(data_of_entry_and_exit_are_told_apart),
		TEST(only_whole_data_are_shown),
		TEST(lengths_from_nowhere),
		TEST(a_signal_and_its_siginfo),
	};

	return cmocka_run_group_tests_name("decode", tests, NULL, NULL);
}
