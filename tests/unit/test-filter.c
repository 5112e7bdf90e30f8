// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Sets of calls, signals, descriptors and words: strace's form of them, its classes, and that bad
 * ones are refused by name.
 */
#include <errno.h>
#include <linux/net.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "desc/nr-i386.h"
#include "desc/nr-x86_64.h"
#include "filter.h"
#include "filter-record.h"
#include "desc/desc.h"
#include "plan.h"
#include "strace-classes.h"

enum { READ, WRITE, CLOSE = 3, EXECVE = 59, OPENAT = 257, EXECVEAT = 322 };

static char error[256];

static struct filter_calls calls(const char *text)
{
	struct filter_calls set;

	if (filter_parse_calls(text, &set, error, sizeof(error)))
		fail_msg("'%s': %s", text, error);
	return set;
}

/* Those of 32-bit tasks, which go with their names, are not counted. */
static bool is_counted(unsigned nr)
{
	return nr < DESC_COMPAT || !desc_syscall(nr);
}

static unsigned all(void)
{
	unsigned n = 0;

	for (unsigned nr = 0; nr < FILTER_CALLS; nr++)
		n += is_counted(nr);
	return n;
}

static unsigned count(const struct filter_calls *set)
{
	unsigned n = 0;

	for (unsigned nr = 0; nr < FILTER_CALLS; nr++)
		n += filter_calls_has(set, nr) && is_counted(nr);
	return n;
}

/* @text is exactly the @n calls that follow, and nothing beyond the bitmap. */
static void check_calls(const char *text, unsigned n, ...)
{
	struct filter_calls set = calls(text);
	va_list numbers;

	va_start(numbers, n);
	for (unsigned i = 0; i < n; i++)
		if (!filter_calls_has(&set, va_arg(numbers, int)))
			fail_msg("'%s' lacks number %u of its calls", text, i);
	va_end(numbers);
	if (count(&set) != n)
		fail_msg("'%s' has %u calls, not %u", text, count(&set), n);
	assert_false(filter_calls_has(&set, FILTER_CALLS));
}

/* @text is everything but the @n calls that follow. */
static void check_all_but(const char *text, unsigned n, ...)
{
	struct filter_calls set = calls(text);
	va_list numbers;

	va_start(numbers, n);
	for (unsigned i = 0; i < n; i++)
		assert_false(filter_calls_has(&set, va_arg(numbers, int)));
	va_end(numbers);
	assert_int_equal(count(&set), all() - n);
	assert_true(filter_calls_has(&set, FILTER_CALLS));
	assert_true(filter_calls_has(&set, UINT64_MAX));
}

static void check_refused(int err, const char *text, const char *part)
{
	assert_int_equal(err, -EINVAL);
	if (!strstr(error, part))
		fail_msg("'%s': '%s' is not in '%s'", text, part, error);
}

static void refuse_calls(const char *text, const char *part)
{
	struct filter_calls set;

	memset(&set, 0x5a, sizeof(set));
	check_refused(filter_parse_calls(text, &set, error, sizeof(error)), text, part);
	assert_true(set.bits[0] == 0x5a5a5a5a5a5a5a5a);
}

static void test_names(void **state)
{
	(void)state;
	check_calls("read", 1, READ);
	check_calls("read,write,close", 3, READ, WRITE, CLOSE);
	check_calls("read,,read,", 1, READ);
	check_calls("3", 1, CLOSE);
	check_calls("003,0", 2, READ, CLOSE);
	check_calls("1023", 1, 1023);
	check_calls("read@64,3@64", 2, READ, CLOSE);
	check_calls("?nosuch,?%nosuch,?/nosuch,?5000", 0);
	check_calls("?read,??close", 2, READ, CLOSE);
}

static void test_negation(void **state)
{
	(void)state;
	check_all_but("!read,close", 2, READ, CLOSE);
	check_calls("!!read", 1, READ);
	check_all_but("!!!read", 1, READ);
	check_all_but("!?nosuch", 0);
	check_all_but("all", 0);
	check_all_but("read,all", 0);
	check_all_but("!none", 0);
	check_calls("none", 0);
	check_calls("!all", 0);
	check_all_but("!3", 1, CLOSE);
}

static void test_regex(void **state)
{
	struct filter_calls set;

	(void)state;
	check_calls("/^(openat|close)$", 2, OPENAT, CLOSE);
	check_calls("/^openat$@64", 1, OPENAT);
	set = calls("/read");
	assert_true(filter_calls_has(&set, READ));
	assert_true(filter_calls_has(&set, 19)); /* readv */
	assert_false(filter_calls_has(&set, WRITE));
	set = calls("!/.");
	assert_false(filter_calls_has(&set, READ));
	refuse_calls("/nosuchcall", "unknown system call '/nosuchcall'");
	refuse_calls("/READ$", "unknown system call");
	refuse_calls("/(", "no regular expression");
	refuse_calls("/[", "no regular expression");
	refuse_calls("/a+++++", "repeats too much");
	refuse_calls("/a{9}{9}", "repeats too much");
	check_calls("/^op+e*n{1}at$", 1, OPENAT);
	refuse_calls("?/[", "no regular expression");
}

static void test_unknown(void **state)
{
	char huge[1000];

	(void)state;
	refuse_calls("nosuch", "unknown system call 'nosuch'");
	refuse_calls("read,nosuch,write", "'nosuch'");
	refuse_calls("!nosuch", "'nosuch'");
	refuse_calls("READ", "'READ'");
	refuse_calls("rea", "'rea'");
	refuse_calls(" read", "' read'");
	refuse_calls("%nosuch", "unknown class of system calls '%nosuch'");
	refuse_calls("%%file", "unknown class");
	refuse_calls("creds", "'creds'"); /* only with its percent sign */
	refuse_calls("read,none", "'none'");
	refuse_calls("-1", "'-1'");
	refuse_calls("0x3", "'0x3'");
	refuse_calls("1024", "'1024'");
	refuse_calls("4294967299", "'4294967299'");
	refuse_calls("18446744073709551619", "'18446744073709551619'");
	refuse_calls("3x", "'3x'");
	refuse_calls("@64", "'@64'");
	refuse_calls("read@foo", "no ABI '@foo'");
	refuse_calls("read@64@64", "'read@64'");
	refuse_calls("read@x32", "no ABI '@x32'");
	refuse_calls("%file@x32", "no ABI '@x32'");
	refuse_calls("", "is empty");
	refuse_calls(",", "is empty");
	refuse_calls("!", "unknown system call '!'");
	refuse_calls("\033[2J", "'?[2J'");
	memset(huge, 'x', sizeof(huge));
	huge[255] = '\0';
	refuse_calls(huge, "unknown system call 'xxx");
	huge[255] = 'x';
	huge[sizeof(huge) - 1] = '\0';
	refuse_calls(huge, "too long");
}

/* Every class, as strace has it, for every call that the table describes. */
static void test_classes(void **state)
{
	unsigned differ = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(strace_classes) / sizeof(strace_classes[0]); i++) {
		struct filter_calls set = calls(strace_classes[i].name);
		bool strace[451] = {0};

		for (char *at = (char *)strace_classes[i].numbers; *at;)
			strace[strtoul(at, &at, 10)] = true;
		for (unsigned nr = 0; nr < 451; nr++) {
			const struct syscall_desc *desc = desc_syscall(nr);

			if (!desc || nr == EXECVE || nr == EXECVEAT ||
				filter_calls_has(&set, nr) == strace[nr])
				continue;
			print_error("%s is %sin %s, against strace\n", desc->name,
				strace[nr] ? "not " : "", strace_classes[i].name);
			differ++;
		}
	}
	assert_int_equal(differ, 0);
}

static void test_class_words(void **state)
{
	static const char *const pairs[][2] = {{"file", "%file"}, {"process", "%process"},
		{"network", "%network"}, {"%net", "%network"}, {"signal", "%signal"},
		{"ipc", "%ipc"}, {"desc", "%desc"}, {"memory", "%memory"}};
	struct filter_calls set;

	(void)state;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		struct filter_calls a = calls(pairs[i][0]), b = calls(pairs[i][1]);

		assert_memory_equal(a.bits, b.bits, sizeof(a.bits));
	}
	set = calls("%file,%process");
	assert_true(filter_calls_has(&set, EXECVE));
	set = calls("%desc,close");
	assert_false(filter_calls_has(&set, EXECVE));
	set = calls("!%file");
	assert_false(filter_calls_has(&set, OPENAT));
	assert_true(filter_calls_has(&set, FILTER_CALLS));
	set = calls("%file@64");
	assert_true(filter_calls_has(&set, OPENAT));
}

static uint64_t signals(const char *text)
{
	uint64_t set;

	if (filter_parse_signals(text, &set, error, sizeof(error)))
		fail_msg("'%s': %s", text, error);
	return set;
}

#define BIT(n) (1ULL << ((n)-1))

static void test_signals(void **state)
{
	static const char *const bad[] = {"", ",", "nosuch", "SIG", "65", "0", "-1", "1x", "0x1",
		"99999999999999999999", "SIGRT_0", "SIGRT_33", "RT_1x", "SIGRTMIN+1", "usr",
		"hup,nosuch"};

	(void)state;
	assert_true(signals("SIGUSR1") == BIT(10));
	assert_true(signals("usr1,Sigusr2") == (BIT(10) | BIT(12)));
	assert_true(signals("HUP") == BIT(1));
	assert_true(signals("sys,1,31") == (BIT(31) | BIT(1)));
	assert_true(signals("SIGRT_1") == BIT(33));
	assert_true(signals("rt_32,64") == BIT(64));
	assert_true(signals("SIGRTMIN,RTMAX") == (BIT(32) | BIT(64)));
	assert_true(signals("SIGPOLL,io") == BIT(29));
	assert_true(signals("cld,iot") == (BIT(17) | BIT(6)));
	assert_true(signals("!io") == ~BIT(29));
	assert_true(signals("!!io") == BIT(29));
	assert_true(signals("all") == UINT64_MAX);
	assert_true(signals("none") == 0);
	assert_true(signals("!all") == 0);
	assert_true(signals("!none") == UINT64_MAX);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		uint64_t set = 42;

		assert_int_equal(filter_parse_signals(bad[i], &set, error, sizeof(error)), -EINVAL);
		assert_true(set == 42);
	}
	assert_non_null(strstr(error, "'nosuch'"));
}

static void test_has_signal(void **state)
{
	struct filter filter;

	(void)state;
	filter_init(&filter);
	filter.signals = BIT(1) | BIT(64);
	assert_true(filter_has_signal(&filter, 1));
	assert_false(filter_has_signal(&filter, 2));
	assert_true(filter_has_signal(&filter, 64));
	/* Numbers that no signal has are not hidden. */
	assert_true(filter_has_signal(&filter, 0));
	assert_true(filter_has_signal(&filter, 65));
}

static void test_fds(void **state)
{
	static const char *const bad[] = {"", "-1", "x", "2147483648", "5000000000",
		"99999999999999999999", "0x1", "1.5", "all,2", "1,none", "3 4"};
	struct filter_fds fds;
	char many[FILTER_FDS * 4 + 4] = "";

	(void)state;
	assert_int_equal(filter_parse_fds("3,2147483647,0", &fds, error, sizeof(error)), 0);
	assert_true(filter_fds_has(&fds, 0));
	assert_true(filter_fds_has(&fds, 3));
	assert_true(filter_fds_has(&fds, 2147483647));
	assert_false(filter_fds_has(&fds, 1));
	assert_false(filter_fds_has(&fds, -1));
	assert_int_equal(filter_parse_fds("!3", &fds, error, sizeof(error)), 0);
	assert_false(filter_fds_has(&fds, 3));
	assert_true(filter_fds_has(&fds, 4));
	assert_int_equal(filter_parse_fds("all", &fds, error, sizeof(error)), 0);
	assert_true(filter_fds_has(&fds, 12345));
	assert_int_equal(filter_parse_fds("!all", &fds, error, sizeof(error)), 0);
	assert_false(filter_fds_has(&fds, 0));
	assert_int_equal(filter_parse_fds("none", &fds, error, sizeof(error)), 0);
	assert_false(filter_fds_has(&fds, 0));
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_int_equal(filter_parse_fds(bad[i], &fds, error, sizeof(error)), -EINVAL);
	for (int i = 0; i < FILTER_FDS; i++)
		strcat(many, "77,");
	assert_int_equal(filter_parse_fds(many, &fds, error, sizeof(error)), 0);
	strcat(many, "78");
	assert_int_equal(filter_parse_fds(many, &fds, error, sizeof(error)), -EINVAL);
	assert_non_null(strstr(error, "more than 64"));
}

static void test_status(void **state)
{
	const struct filter_word *words = filter_status_words;
	unsigned bits = 42;

	(void)state;
	assert_int_equal(filter_parse_words("failed,unfinished", "status", words, FILTER_STATUS_ALL,
				 &bits, error, sizeof(error)),
		0);
	assert_int_equal(bits, FILTER_FAILED | FILTER_UNFINISHED);
	assert_int_equal(filter_parse_words("!failed", "status", words, FILTER_STATUS_ALL, &bits,
				 error, sizeof(error)),
		0);
	assert_int_equal(bits, FILTER_STATUS_ALL & ~FILTER_FAILED);
	assert_int_equal(filter_parse_words("fail", "status", words, FILTER_STATUS_ALL, &bits,
				 error, sizeof(error)),
		-EINVAL);
	assert_string_equal(error,
		"status does not know 'fail': all, none or some of detached, failed, "
		"successful, unavailable, unfinished");
	assert_int_equal(filter_parse_words("all,failed", "status", words, FILTER_STATUS_ALL, &bits,
				 error, sizeof(error)),
		-EINVAL);
	assert_int_equal(bits, FILTER_STATUS_ALL & ~FILTER_FAILED);
}

/* ---- by record ---- */

static struct {
	struct record record;
	struct call call;
	unsigned char blobs[512];
} made;

static const struct record *make_call(unsigned nr, __u64 a, __u64 b)
{
	memset(&made, 0, sizeof(made));
	made.record = (struct record){
		.size = sizeof(made.record) + sizeof(made.call), .type = RECORD_CALL};
	made.call = (struct call){.nr = nr, .args = {a, b}};
	return &made.record;
}

static void add_blob(struct blob blob, const void *bytes)
{
	struct blob *to = (struct blob *)((char *)&made + made.record.size);

	*to = blob;
	memcpy(to + 1, bytes, blob.len);
	made.record.size += sizeof(blob) + RECORD_ALIGN(blob.len);
}

/* Descriptor @fd is /dir/f. */
static void add_file(int fd, unsigned origin)
{
	struct {
		struct descriptor d;
		char names[6];
	} file = {{.kind = DESCRIPTOR_FILE}, "f\0dir"};

	add_blob((struct blob){.addr = (__u32)fd,
			 .len = sizeof(file.d) + sizeof(file.names),
			 .op = FACT_DESCRIPTOR,
			 .origin = origin,
			 .flags = BLOB_FACT},
		&file);
}

static void calls_are_chosen_by_their_files(void **state)
{
	struct filter_path path = {"/dir/f", NULL};
	struct filter_paths paths = {1, &path}, no_paths = {0};
	struct filter_fds three = {.count = 1, .fds = {3}}, all = {.inverted = true};
	const struct filter_record by_path = {&paths, &all}, by_fd = {&no_paths, &three};
	const struct filter_record none = {&no_paths, &all};

	(void)state;
	assert_false(filter_record_asks(&none));
	assert_true(filter_record_asks(&by_path));
	assert_true(filter_record_asks(&by_fd));
	make_call(NR_openat, (__u64)-100, 4096);
	add_blob((struct blob){.addr = 4096, .len = 6, .flags = BLOB_STRING | BLOB_NUL}, "/dir/f");
	assert_true(filter_record_wants(&by_path, &made.record));
	assert_false(filter_record_wants(&by_fd, &made.record));
	made.blobs[sizeof(struct blob)] = 'x';
	assert_false(filter_record_wants(&by_path, &made.record));
	make_call(NR_read, 3, 0);
	assert_false(filter_record_wants(&by_path, &made.record));
	assert_true(filter_record_wants(&by_fd, &made.record));
	add_file(3, ORIGIN_ENTRY);
	assert_true(filter_record_wants(&by_path, &made.record));
	/* What a call makes is not what it uses; nor is where it is. */
	make_call(NR_dup, 4, 0);
	add_file(4, ORIGIN_EXIT);
	assert_false(filter_record_wants(&by_path, &made.record));
	make_call(NR_openat, (__u64)-100, 0);
	add_file(-100, ORIGIN_ENTRY);
	assert_false(filter_record_wants(&by_path, &made.record));
	make_call(NR_poll, 4096, 1);
	add_file(7, ORIGIN_ENTRY);
	assert_true(filter_record_wants(&by_path, &made.record));
	/* A 32-bit call that lies in memory: listen(3, 4). */
	make_call(DESC_COMPAT + NR32_socketcall, SYS_LISTEN, 4096);
	made.record.flags = RECORD_COMPAT;
	assert_false(filter_record_wants(&by_fd, &made.record));
	add_blob((struct blob){.addr = 4096, .len = 8}, (__u32[]){3, 4});
	assert_true(filter_record_wants(&by_fd, &made.record));
	assert_false(filter_record_wants(&by_path, &made.record));
	add_file(3, ORIGIN_ENTRY);
	assert_true(filter_record_wants(&by_path, &made.record));
	made.call.args[0] = SYS_SOCKET;
	assert_false(filter_record_wants(&by_fd, &made.record));
	assert_false(filter_record_wants(&by_path, make_call(NR_getpid, 3, 0)));
	assert_false(filter_record_wants(&by_path, make_call(1000, 3, 0)));
}

static void calls_without_files_are_not_asked_for(void **state)
{
	struct filter_path path = {"/dir/f", NULL};
	struct filter_paths paths = {1, &path}, no_paths = {0};
	struct filter_fds three = {.count = 1, .fds = {3}}, all = {.inverted = true};
	const struct filter_record by_path = {&paths, &all}, by_fd = {&no_paths, &three};
	struct filter filter;

	(void)state;
	filter_init(&filter);
	filter_record_narrow(&by_path, &filter.calls);
	assert_true(filter_calls_has(&filter.calls, NR_read));
	assert_true(filter_calls_has(&filter.calls, NR_chdir));
	assert_true(filter_calls_has(&filter.calls, NR_poll));
	assert_true(filter_calls_has(&filter.calls, NR_select));
	assert_false(filter_calls_has(&filter.calls, NR_getpid));
	assert_false(filter_calls_has(&filter.calls, NR_futex));
	assert_false(filter_calls_has(&filter.calls, 5000));
	filter_record_narrow(&by_fd, &filter.calls);
	assert_true(filter_calls_has(&filter.calls, NR_read));
	assert_true(filter_calls_has(&filter.calls, NR_poll));
	assert_true(filter_calls_has(&filter.calls, DESC_COMPAT + 3)); /* read */
	assert_false(filter_calls_has(&filter.calls, NR_chdir));
	assert_false(filter_calls_has(&filter.calls, DESC_COMPAT + 12)); /* chdir */
}

static void files_are_in_known_registers(void **state)
{
	static const struct {
		unsigned nr, fds, paths;
	} calls[] = {{NR_read, 1}, {NR_openat, 1, 2}, {NR_open, 0, 1}, {NR_mmap, 1 << 4},
		{NR_dup2, 3}, {NR_copy_file_range, 1 | 1 << 2}, {NR_epoll_ctl, 1 | 1 << 2},
		{NR_getpid, 0}, {NR_symlink, 0, 2}, {NR_symlinkat, 2, 4}, {NR_rename, 0, 3},
		{NR_poll, PLAN_FD_SET}, {NR_select, PLAN_FD_SET}};

	(void)state;
	for (size_t i = 0; i < sizeof(calls) / sizeof(*calls); i++) {
		const struct syscall_desc *call = desc_syscall(calls[i].nr);

		assert_int_equal(filter_record_fds(call), calls[i].fds);
		assert_int_equal(filter_record_paths(call), calls[i].paths);
	}
}

/* What the probe does with the plan of a call. */
static bool plan_may_use(const struct plan *plan, const __u64 *args, int wanted)
{
	bool may = plan->fds & PLAN_FD_SET;

	for (unsigned i = 0; i < MAX_ARGS; i++)
		may |= plan->fds >> i & 1 && (int)args[i] == wanted;
	return may;
}

/* A call of this form with one argument, @value, that may be meant; the others are no descriptors and no addresses. */
static __u64 *make_form(const struct syscall_desc *form, unsigned argument, __u64 value)
{
	const struct syscall_desc *call = desc_syscall(form->nr);
	unsigned n = desc_nargs(call);
	__u64 *args = made.call.args;

	make_call(form->nr, 0, 0);
	if (form->nr >= DESC_COMPAT)
		made.record.flags |= RECORD_COMPAT;
	for (unsigned i = 0; i < MAX_ARGS; i++)
		args[i] = i == argument ? value : (__u64)-100;
	if (call->switch1)
		args[desc_sibling(call->args, n, call->switch1)] = (__u32)form->key;
	if (call->switch2)
		args[desc_sibling(call->args, n, call->switch2)] = form->key >> 32;
	return args;
}

static void check_plan(const struct plan_set *plans, const struct syscall_desc *form)
{
	struct filter_path path = {"/dir/f", NULL};
	struct filter_paths paths = {1, &path}, no_paths = {0};
	struct filter_fds three = {.count = 1, .fds = {3}}, all = {.inverted = true};
	const struct filter_record by_path = {&paths, &all}, by_fd = {&no_paths, &three};
	__u64 *args;

	for (unsigned i = 0; i < MAX_ARGS; i++) {
		args = make_form(form, i, 0xffffffff00000003);
		if (filter_record_wants(&by_fd, &made.record) &&
			!plan_may_use(plan_find(plans, form->nr, args), args, 3))
			fail_msg("%s with descriptor 3 as argument %u is not sent", form->name, i);
		args = make_form(form, i, 4096);
		add_blob((struct blob){.addr = 4096, .len = 6, .flags = BLOB_STRING | BLOB_NUL},
			"/dir/f");
		if (filter_record_wants(&by_path, &made.record) &&
			!(plan_find(plans, form->nr, args)->paths >> i & 1))
			fail_msg("%s with a path as argument %u is not sent", form->name, i);
	}
}

/* The probe goes by plans, the host by descriptions: the probe must not drop what the host wants. */
static void plans_know_the_files(void **state)
{
	const struct plan_config config = {.no_data = true};
	struct filter filter;
	struct plan_set *plans;
	const char *bad;
	unsigned n;
	const struct syscall_desc *compat = desc_compat_forms(&n);

	(void)state;
	filter_init(&filter);
	assert_int_equal(plan_set_new(&config, filter.calls.bits, &plans, &bad), 0);
	for (unsigned nr = 0; nr < PLAN_NR; nr++)
		if (desc_syscall(nr))
			check_plan(plans, desc_syscall(nr));
	desc_for_each_form(form)
		check_plan(plans, form);
	for (unsigned i = 0; i < n; i++)
		check_plan(plans, &compat[i]);
	plan_set_free(plans);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_negation),
		cmocka_unit_test(test_regex),
		cmocka_unit_test(test_unknown),
		cmocka_unit_test(test_classes),
		cmocka_unit_test(test_class_words),
		cmocka_unit_test(test_signals),
		cmocka_unit_test(test_has_signal),
		cmocka_unit_test(test_fds),
		cmocka_unit_test(test_status),
		cmocka_unit_test(calls_are_chosen_by_their_files),
		cmocka_unit_test(calls_without_files_are_not_asked_for),
		cmocka_unit_test(files_are_in_known_registers),
		cmocka_unit_test(plans_know_the_files),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
