/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The types of the running kernel (BTF). Not libbpf's form of them, because making that takes longer than all that is
 * asked of it here: this one is the kernel's memory itself, mapped where the kernel lets it.
 */
#ifndef FAULTLESS_KERNEL_BTF_H
#define FAULTLESS_KERNEL_BTF_H

#include <stdbool.h>
#include <bpf/btf.h>

struct kernel_btf;

/* kernel_btf_open - finds the types. Returns 0 or -errno; -ENOENT if the kernel was built without BTF. */
int kernel_btf_open(struct kernel_btf **ret_kernel);
void kernel_btf_free(struct kernel_btf *kernel);

/* kernel_btf_find - the id of the type of @kind, BTF_KIND_..., with @name; or -ENOENT. */
int kernel_btf_find(const struct kernel_btf *kernel, const char *name, unsigned kind);

/* kernel_btf_has_member - whether struct @struct_name has the member @member itself, not in a struct within it. */
bool kernel_btf_has_member(
	const struct kernel_btf *kernel, const char *struct_name, const char *member);

/*
 * kernel_btf_count - one more than the highest id; the lowest is 1. kernel_btf_type - the type with @id, which is
 * there; kernel_btf_name - its name, "" if it has none. Both are valid until kernel_btf_free.
 */
unsigned kernel_btf_count(const struct kernel_btf *kernel);
const struct btf_type *kernel_btf_type(const struct kernel_btf *kernel, unsigned id);
const char *kernel_btf_name(const struct kernel_btf *kernel, unsigned id);

/*
 * kernel_btf_excerpt - writes to @fd BTF of those of the kernel's structures that @program has, too, with only those
 * members whose names occur in it. libbpf searches all types for each structure that the program reads; here there are
 * few. Returns 0 or -errno.
 */
int kernel_btf_excerpt(const struct kernel_btf *kernel, const struct btf *program, int fd);

#endif
