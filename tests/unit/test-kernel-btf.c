// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * The kernel's types as kernel-btf.h finds them are those that libbpf finds; what is in the excerpt has the sizes and
 * offsets that it has there.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <cmocka.h>
#include "kernel-btf.h"

static struct kernel_btf *kernel;
static struct btf *whole; /* libbpf's */

static void same_ids(void **state)
{
	static const struct {
		const char *name;
		unsigned kind;
	} types[] = {
		{"task_struct", BTF_KIND_STRUCT},
		{"sigset_t", BTF_KIND_TYPEDEF},
		{"btf_trace_sys_enter", BTF_KIND_TYPEDEF},
		{"no_such_type", BTF_KIND_STRUCT},
		{"task_struct", BTF_KIND_TYPEDEF},
	};

	(void)state;
	assert_int_equal(kernel_btf_count(kernel), btf__type_cnt(whole));
	for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++)
		assert_int_equal(kernel_btf_find(kernel, types[i].name, types[i].kind),
			btf__find_by_name_kind(whole, types[i].name, types[i].kind));
	assert_true(kernel_btf_has_member(kernel, "task_struct", "pid"));
	assert_false(kernel_btf_has_member(kernel, "task_struct", "no_such_member"));
	assert_false(kernel_btf_has_member(kernel, "no_such_type", "pid"));
}

/* What the program has of the kernel's types: its own idea of their layout does not matter. */
static struct btf *make_program(void)
{
	struct btf *btf = btf__new_empty();
	int number = btf__add_int(btf, "int", 4, BTF_INT_SIGNED);

	btf__add_struct(btf, "thread_info", 4);
	btf__add_field(btf, "status", number, 0, 0);
	btf__add_struct(btf, "task_struct", 12);
	btf__add_field(btf, "thread_info", number + 1, 0, 0);
	btf__add_field(btf, "pid", number, 32, 0);
	btf__add_field(btf, "comm", number, 64, 0);
	btf__add_struct(btf, "pt_regs", 4);
	btf__add_field(btf, "di", number, 0, 0);
	btf__add_struct(btf, "dentry", 8); /* with a union that has no name */
	btf__add_field(btf, "d_parent", number, 0, 0);
	btf__add_field(btf, "d_lockref", number, 32, 0);
	btf__add_struct(btf, "not_of_the_kernel", 4);
	btf__add_field(btf, "x", number, 0, 0);
	return btf;
}

/* The offset in bits of @member, also of one within members without a name; -1: there is none. */
static long offset_of(const struct btf *btf, int id, const char *member)
{
	const struct btf_type *type = btf__type_by_id(btf, btf__resolve_type(btf, id));

	if (!btf_is_composite(type))
		return -1;
	for (unsigned i = 0; i < btf_vlen(type); i++) {
		const struct btf_member *m = &btf_members(type)[i];
		const char *name = btf__name_by_offset(btf, m->name_off);
		long inner = *name ? -1 : offset_of(btf, m->type, member);

		if (!strcmp(name, member))
			return btf_member_bit_offset(type, i);
		if (inner >= 0)
			return btf_member_bit_offset(type, i) + inner;
	}
	return -1;
}

static void the_excerpt_is_of_the_kernel(void **state)
{
	static const char *const members[][2] = {
		{"task_struct", "pid"},
		{"task_struct", "comm"},
		{"task_struct", "thread_info"},
		{"thread_info", "status"},
		{"pt_regs", "di"},
		{"dentry", "d_parent"},
		{"dentry", "d_lockref"},
	};
	struct btf *program = make_program(), *excerpt;
	int fd = memfd_create("excerpt", 0);
	char path[32];

	(void)state;
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	assert_int_equal(kernel_btf_excerpt(kernel, program, fd), 0);
	excerpt = btf__parse(path, NULL);
	assert_non_null(excerpt);
	assert_in_range(btf__type_cnt(excerpt), 5, 1000);
	for (size_t i = 0; i < sizeof(members) / sizeof(*members); i++) {
		int there = btf__find_by_name_kind(excerpt, members[i][0], BTF_KIND_STRUCT);
		int here = btf__find_by_name_kind(whole, members[i][0], BTF_KIND_STRUCT);

		assert_true(here > 0 && there > 0);
		assert_int_equal(btf__resolve_size(excerpt, there), btf__resolve_size(whole, here));
		assert_int_equal(offset_of(excerpt, there, members[i][1]),
			offset_of(whole, here, members[i][1]));
		assert_true(offset_of(whole, here, members[i][1]) >= 0);
	}
	assert_true(
		offset_of(excerpt, btf__find_by_name_kind(excerpt, "task_struct", BTF_KIND_STRUCT),
			"tgid") < 0);
	assert_true(btf__find_by_name_kind(excerpt, "not_of_the_kernel", BTF_KIND_STRUCT) < 0);
	btf__free(excerpt);
	btf__free(program);
	close(fd);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(same_ids),
		cmocka_unit_test(the_excerpt_is_of_the_kernel),
	};
	int failed;

	if (access("/sys/kernel/btf/vmlinux", R_OK)) {
		printf("the kernel does not tell its types\n");
		return 77;
	}
	whole = btf__load_vmlinux_btf();
	if (!whole || kernel_btf_open(&kernel))
		return 1;
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	kernel_btf_free(kernel);
	btf__free(whole);
	return failed;
}
