// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * test-engines [COMMAND...]: both engines on the same execution, at once, of COMMAND or of some that it knows: for
 * every task the same calls with the same data, read by the same ops, the same births, signals and deaths. The two
 * share no kernel code, so each is the other's oracle. Not compared: times, numbers, processors; whether a call's entry
 * left before its exit; whether a cold datum was read at entry (by ptrace always) or late. Without BPF there is nothing
 * to compare: exit 77. ptrace-same-execution.test runs it on many commands.
 */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>
#include "command.h"
#include "desc/desc.h"
#include "engine.h"
#include "filter.h"
#include "options.h"
#include "plan.h"
#include "record.h"

static struct plan_set *plans;
static struct filter filter;

/* ---- what an engine said ---- */

struct said {
	struct record **records;
	size_t n;
	bool ended;
};

static void keep(struct said *said, const struct record *record)
{
	said->records = realloc(said->records, (said->n + 1) * sizeof(*said->records));
	said->records[said->n] = malloc(record->size);
	memcpy(said->records[said->n++], record, record->size);
}

static void said_done(struct said *said)
{
	for (size_t i = 0; i < said->n; i++)
		free(said->records[i]);
	free(said->records);
}

static void listen_to(struct engine *engine, struct said *said)
{
	const struct record *record;
	int got;

	while (!said->ended && (got = engine->ops->next(engine, 5, &record)) != -EAGAIN) {
		assert_true(got >= 0);
		if (got)
			keep(said, record);
		else
			said->ended = true;
	}
}

/* ---- its form without what may differ ---- */

struct text {
	char *buf;
	size_t len, size;
};

static void add_bytes(struct text *text, const char *bytes, size_t n)
{
	if (text->len + n + 1 > text->size) {
		text->size = 2 * (text->len + n + 1);
		text->buf = realloc(text->buf, text->size);
	}
	memcpy(text->buf + text->len, bytes, n);
	text->len += n;
	text->buf[text->len] = '\0';
}

static void add(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void add(struct text *text, const char *format, ...)
{
	char line[512];
	va_list args;
	int n;

	va_start(args, format);
	n = vsnprintf(line, sizeof(line), format, args);
	va_end(args);
	assert_true(n < (int)sizeof(line));
	add_bytes(text, line, n);
}

static bool is_input(const struct blob *blob)
{
	return blob->origin == ORIGIN_ENTRY || blob->origin == ORIGIN_LATE;
}

static void add_blob(struct text *text, const struct blob *blob)
{
	const unsigned char *bytes = (const unsigned char *)(blob + 1);

	add(text, "  %s op %u at 0x%llx flags %x: ",
		blob->origin == ORIGIN_FAULT  ? "fault"
		: blob->origin == ORIGIN_LOST ? "lost"
		: is_input(blob)	      ? "in"
					      : "out",
		blob->op, (unsigned long long)blob->addr, blob->flags);
	for (unsigned i = 0; i < blob->len; i++) {
		const char *digits = "0123456789abcdef";

		add_bytes(text, (char[]){digits[bytes[i] >> 4], digits[bytes[i] & 15]}, 2);
	}
	add_bytes(text, "\n", 1);
}

/* What was read first stands: whether the decoder finds another in place of @blob. */
static bool is_overruled(const struct record *record, const struct blob *blob)
{
	for (const struct blob *b = record_first_blob(record); b != blob;
		b = record_next_blob(record, b))
		if (is_input(b) && is_input(blob) && b->op == blob->op && b->addr == blob->addr &&
			b->flags == blob->flags && b->len >= blob->len)
			return true;
	return false;
}

static int compare_lines(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/*
 * Appends the lines of @blobs to @text, sorted, each once, and none that begins another: an array's first elements may
 * have been read twice, and the second time more of it.
 */
static void add_sorted(struct text *text, struct text *blobs)
{
	char *lines[1024], *line;
	size_t n = 0;

	for (line = blobs->buf ? strtok(blobs->buf, "\n") : NULL; line; line = strtok(NULL, "\n")) {
		assert_true(n < sizeof(lines) / sizeof(*lines));
		lines[n++] = line;
	}
	qsort(lines, n, sizeof(*lines), compare_lines);
	for (size_t i = 0; i < n; i++) {
		if (i + 1 < n && !strncmp(lines[i], lines[i + 1], strlen(lines[i])))
			continue;
		add_bytes(text, lines[i], strlen(lines[i]));
		add_bytes(text, "\n", 1);
	}
	free(blobs->buf);
}

static void add_call(struct text *text, const struct record *entry, const struct record *exit)
{
	const struct call *call = (const struct call *)((exit ? exit : entry) + 1);
	const struct syscall_desc *desc = desc_syscall(call->nr);
	struct text blobs = {0};

	add(text, "%s(0x%llx, 0x%llx, 0x%llx, 0x%llx, 0x%llx, 0x%llx) flags %x ",
		desc ? desc->name : "?", (unsigned long long)call->args[0],
		(unsigned long long)call->args[1], (unsigned long long)call->args[2],
		(unsigned long long)call->args[3], (unsigned long long)call->args[4],
		(unsigned long long)call->args[5], (exit ? exit : entry)->flags);
	if (exit)
		add(text, "= 0x%llx\n", (unsigned long long)call->ret);
	else
		add(text, "= ?\n");
	for (int i = 0; i < 2; i++) {
		const struct record *record = i ? exit : entry;

		if (record)
			for (const struct blob *b = record_first_blob(record); b;
				b = record_next_blob(record, b))
				if (!is_overruled(record, b))
					add_blob(&blobs, b);
	}
	add_sorted(text, &blobs);
}

static void add_event(struct text *text, const struct record *record)
{
	const struct task_event *event = (const struct task_event *)(record + 1);
	uint64_t value = event->value, other = event->other;

	/* Ptrace tells neither whose exec ended a thread nor a child's id in its own PID namespace. */
	if (record->type == RECORD_TASK_EXIT)
		other = 0;
	if (record->type == RECORD_FORK) {
		value = (uint32_t)value;
		other = (uint32_t)other;
	}
	add(text, "event %u value %llu other %llu tgid %u\n", record->type,
		(unsigned long long)value, (unsigned long long)other, record->tgid);
	for (const struct blob *b = record_first_blob(record); b; b = record_next_blob(record, b))
		add_blob(text, b);
}

/* All of one task in words. */
static char *task_text(const struct said *said, uint32_t tid)
{
	const struct record *entry = NULL;
	struct text text = {0};

	add(&text, "task %u\n", tid);
	for (size_t i = 0; i < said->n; i++) {
		const struct record *record = said->records[i];

		if (record->tid != tid)
			continue;
		switch (record->type) {
		case RECORD_ENTER:
			entry = record;
			break;
		case RECORD_CALL:
		case RECORD_EXIT:
			add_call(&text, record->type == RECORD_EXIT ? entry : NULL, record);
			entry = NULL;
			break;
		case RECORD_TASK_EXIT:
			if (entry)
				add_call(&text, entry, NULL);
			entry = NULL;
			/* fall through */
		default:
			add_event(&text, record);
		}
	}
	return text.buf;
}

static bool is_first_of_task(const struct said *said, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (said->records[i]->tid == said->records[n]->tid)
			return false;
	return true;
}

static void show_difference(char *a, char *b)
{
	char *bpf_at, *ptrace_at;
	char *line_a = strtok_r(a, "\n", &bpf_at), *line_b = strtok_r(b, "\n", &ptrace_at);
	char *call_a = line_a, *call_b = line_b;

	while (line_a && line_b && !strcmp(line_a, line_b)) {
		if (*line_a != ' ') {
			call_a = line_a;
			call_b = line_b;
		}
		line_a = strtok_r(NULL, "\n", &bpf_at);
		line_b = strtok_r(NULL, "\n", &ptrace_at);
	}
	fprintf(stderr, "in: %.300s\nbpf:    %.600s\nin: %.300s\nptrace: %.600s\n", call_a,
		line_a ? line_a : "(end)", call_b, line_b ? line_b : "(end)");
}

static size_t compare(struct said *bpf, struct said *ptrace)
{
	size_t ntasks[2] = {0}, different = 0, n = 0;

	for (size_t i = 0; i < ptrace->n; i++)
		ntasks[1] += is_first_of_task(ptrace, i);
	for (size_t i = 0; i < bpf->n; i++) {
		char *a, *b;

		if (!is_first_of_task(bpf, i))
			continue;
		ntasks[0]++;
		a = task_text(bpf, bpf->records[i]->tid);
		b = task_text(ptrace, bpf->records[i]->tid);
		n += strlen(a);
		if (strcmp(a, b)) {
			different++;
			show_difference(a, b);
		}
		free(a);
		free(b);
	}
	assert_int_equal(different, 0);
	assert_int_equal(ntasks[0], ntasks[1]);
	return n;
}

/* ---- running a command under both ---- */

static void trace_both(char **argv)
{
	static char error[512];
	struct options options = {.command = argv};
	struct engine_config config = {
		.plans = plans, .filter = &filter, .follow = 1, .memory_limit = 256 << 20};
	struct said bpf_said = {0}, ptrace_said = {0};
	struct engine *bpf, *ptrace;
	struct engine_stats stats = {0};
	struct command *command;
	int err;

	err = command_spawn(&options, &command, error, sizeof(error));
	if (err)
		fail_msg("%s", error);
	config.command = command_pid(command);
	err = engine_bpf_ops.open(&config, &bpf, error, sizeof(error));
	if (err) {
		command_free(command);
		printf("%s\n", error);
		exit(77);
	}
	err = engine_ptrace_ops.open(&config, &ptrace, error, sizeof(error));
	if (err)
		fail_msg("%s", error);
	assert_int_equal(command_release(command), 0);
	while (!bpf_said.ended || !ptrace_said.ended) {
		listen_to(bpf, &bpf_said);
		listen_to(ptrace, &ptrace_said);
	}
	engine_bpf_ops.stats(bpf, &stats);
	assert_int_equal(stats.loss.ring_full + stats.loss.no_storage, 0);
	engine_ptrace_ops.stats(ptrace, &stats);
	assert_int_equal(stats.loss.ring_full + stats.loss.no_storage, 0);
	engine_ptrace_ops.close(ptrace);
	engine_bpf_ops.close(bpf);
	command_free(command);
	printf("%s %.60s: %zu records of bpf, %zu of ptrace", argv[0], argv[1] ? argv[1] : "",
		bpf_said.n, ptrace_said.n);
	printf(", %zu bytes of text equal\n", compare(&bpf_said, &ptrace_said));
	said_done(&bpf_said);
	said_done(&ptrace_said);
}

static void test_ls(void **state)
{
	(void)state;
	trace_both((char *[]){"ls", "-l", "/usr", NULL});
}

static void test_shell(void **state)
{
	(void)state;
	trace_both((char *[]){"sh", "-c",
		"trap 'echo got' USR1; kill -USR1 $$; echo a | cat; (exit 3); sh -c 'kill $$'; :",
		NULL});
}

static void test_python(void **state)
{
	(void)state;
	if (access("/usr/bin/python3", X_OK))
		skip();
	trace_both((char *[]){"/usr/bin/python3", "-c",
		"import threading, json, socket\n"
		"t = [threading.Thread(target=lambda: open('/proc/self/status').read()) for _ in range(4)]\n"
		"[x.start() for x in t]; [x.join() for x in t]\n"
		"a, b = socket.socketpair(); a.send(b'x' * 5000); b.recv(9999)",
		NULL});
}

/* What this program does when it is the traced one: arguments that lead nowhere. */
static int be_hostile(void)
{
	char *page =
		mmap(NULL, 2 * 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	char *edge = page + 4096;
	char *bad = (char *)0x1234;
	struct iovec vec[3] = {{page, 10}, {bad, 10}, {page, ~0UL >> 1}};
	struct msghdr message = {
		.msg_iov = vec, .msg_iovlen = 2, .msg_name = bad, .msg_namelen = 16};
	int pair[2], null = open("/dev/null", O_RDWR);

	if (page == MAP_FAILED || munmap(edge, 4096) || socketpair(AF_UNIX, SOCK_STREAM, 0, pair))
		return 1;
	memset(page, 'x', 4096);
	syscall(SYS_openat, AT_FDCWD, bad, O_RDONLY);
	syscall(SYS_openat, AT_FDCWD, NULL, O_RDONLY);
	syscall(SYS_openat, AT_FDCWD, edge - 5, O_RDONLY);
	memcpy(edge - 5, "nope", 5);
	syscall(SYS_openat, AT_FDCWD, edge - 5, O_RDONLY);
	syscall(SYS_stat, page, page);
	syscall(SYS_stat, "/", bad);
	syscall(SYS_stat, "/", edge - 8);
	syscall(SYS_write, null, bad, 10);
	syscall(SYS_write, null, page, 4096);
	syscall(SYS_write, null, edge - 10, 20);
	syscall(SYS_write, -1, page, 1UL << 63);
	syscall(SYS_read, null, bad, 10);
	syscall(SYS_writev, null, vec, 3);
	syscall(SYS_writev, pair[0], vec, 2);
	syscall(SYS_writev, null, edge - 8, 2);
	syscall(SYS_writev, null, bad, 2);
	syscall(SYS_sendmsg, pair[0], &message, 0);
	syscall(SYS_sendmsg, pair[0], edge - 8, 0);
	syscall(SYS_connect, pair[0], page, 4096);
	syscall(SYS_connect, pair[0], edge - 4, 16);
	syscall(SYS_accept, pair[0], page, bad);
	syscall(SYS_getsockname, pair[0], page, bad);
	syscall(SYS_execve, bad, bad, bad);
	syscall(SYS_execve, "/nowhere", edge - 8, edge - 16);
	syscall(SYS_execve, "/nowhere", (char *[]){"a", bad, "c", NULL}, NULL);
	syscall(SYS_nanosleep, bad, NULL);
	syscall(SYS_rt_sigaction, SIGUSR1, bad, page, 8);
	syscall(SYS_rt_sigprocmask, 0, NULL, edge - 4, 8);
	syscall(SYS_clone3, bad, 88);
	syscall(SYS_futex, bad, 1, 1, NULL, NULL, 0);
	syscall(SYS_poll, bad, 3, 0);
	syscall(SYS_pipe2, edge - 4, 0);
	syscall(0x1d7, bad, page, -1);
	syscall(5000, 1, 2, 3);
	syscall(-1, 1);
	munmap(page, 4096);
	return 0;
}

static void test_hostile(void **state)
{
	(void)state;
	trace_both((char *[]){"/proc/self/exe", "hostile", NULL});
}

static char **given;

static void test_given(void **state)
{
	(void)state;
	trace_both(given);
}

static const struct filter_calls no_calls;

static int set_up(void **state)
{
	const struct plan_config config = {.string_limit = 32};
	const char *bad;

	(void)state;
	filter_init(&filter);
	return plan_set_new(&config, filter.calls.bits, &plans, &bad);
}

/* Strings and buffers of several chunks, in records of several fragments. */
static int set_up_long(void **state)
{
	const struct plan_config config = {.string_limit = 100000, .abbrev = &no_calls};
	const char *bad;

	(void)state;
	plan_set_free(plans);
	return plan_set_new(&config, filter.calls.bits, &plans, &bad);
}

static int tear_down(void **state)
{
	(void)state;
	plan_set_free(plans);
	plans = NULL;
	return 0;
}

int main(int argc, char **argv)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_ls),
		cmocka_unit_test(test_shell),
		cmocka_unit_test(test_python),
		cmocka_unit_test(test_hostile),
	};
	static const struct CMUnitTest given_tests[] = {cmocka_unit_test(test_given)};
	int failed;

	if (argc == 2 && !strcmp(argv[1], "hostile"))
		return be_hostile();
	/* The leak checker wants to trace the program itself. */
	setenv("ASAN_OPTIONS", "detect_leaks=0", 0);
	if (argc > 1) {
		given = argv + 1;
		return cmocka_run_group_tests_name("engines", given_tests, set_up, tear_down);
	}
	failed = cmocka_run_group_tests_name("engines", tests, set_up, NULL);
	return failed + cmocka_run_group_tests_name(
				"engines, everything read", tests, set_up_long, tear_down);
}
