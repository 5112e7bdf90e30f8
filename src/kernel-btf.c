// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * See kernel-btf.h. The types are the kernel's own and taken as they are; only that they lie within the file is looked
 * at.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include "kernel-btf.h"

static const char path[] = "/sys/kernel/btf/vmlinux";

struct kernel_btf {
	void *data;
	size_t size;
	const char *types, *names;
	size_t names_size;
	uint32_t *at; /* where type id is, from types on; [0]: void */
	unsigned count;
};

/* ---- reading ---- */

static size_t behind_type(const struct btf_type *type)
{
	switch (btf_kind(type)) {
	case BTF_KIND_INT:
	case BTF_KIND_VAR:
	case BTF_KIND_DECL_TAG:
		return sizeof(__u32);
	case BTF_KIND_ARRAY:
		return sizeof(struct btf_array);
	case BTF_KIND_STRUCT:
	case BTF_KIND_UNION:
		return btf_vlen(type) * sizeof(struct btf_member);
	case BTF_KIND_ENUM:
		return btf_vlen(type) * sizeof(struct btf_enum);
	case BTF_KIND_ENUM64:
		return btf_vlen(type) * sizeof(struct btf_enum64);
	case BTF_KIND_FUNC_PROTO:
		return btf_vlen(type) * sizeof(struct btf_param);
	case BTF_KIND_DATASEC:
		return btf_vlen(type) * sizeof(struct btf_var_secinfo);
	default:
		return 0;
	}
}

static int find_types(struct kernel_btf *kernel)
{
	const struct btf_header *head = kernel->data;
	size_t at = 0, room = 0;

	if (kernel->size < sizeof(*head) || head->magic != BTF_MAGIC ||
		(uint64_t)head->hdr_len + head->type_off + head->type_len > kernel->size ||
		(uint64_t)head->hdr_len + head->str_off + head->str_len > kernel->size)
		return -EBADMSG;
	kernel->types = (const char *)kernel->data + head->hdr_len + head->type_off;
	kernel->names = (const char *)kernel->data + head->hdr_len + head->str_off;
	kernel->names_size = head->str_len;
	if (!kernel->names_size || kernel->names[kernel->names_size - 1])
		return -EBADMSG;
	for (kernel->count = 1; at < head->type_len; kernel->count++) {
		const struct btf_type *type = (const struct btf_type *)(kernel->types + at);

		if (kernel->count >= room) {
			uint32_t *more;

			room = room ? 2 * room : 1 << 17;
			more = realloc(kernel->at, room * sizeof(*more));
			if (!more)
				return -ENOMEM;
			kernel->at = more;
			kernel->at[0] = 0;
		}
		if (at + sizeof(*type) > head->type_len)
			return -EBADMSG;
		kernel->at[kernel->count] = at;
		at += sizeof(*type) + behind_type(type);
	}
	return at == head->type_len && kernel->count > 1 ? 0 : -EBADMSG;
}

/* Before 6.16 the file cannot be mapped. */
static int read_all(struct kernel_btf *kernel, int fd)
{
	size_t have = 0;
	ssize_t got;

	kernel->data = mmap(
		NULL, kernel->size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (kernel->data == MAP_FAILED)
		return -errno;
	while (have < kernel->size) {
		got = read(fd, (char *)kernel->data + have, kernel->size - have);
		if (got <= 0)
			return got ? -errno : -EBADMSG;
		have += got;
	}
	return 0;
}

int kernel_btf_open(struct kernel_btf **ret_kernel)
{
	struct kernel_btf *kernel = calloc(1, sizeof(*kernel));
	int fd = open(path, O_RDONLY | O_CLOEXEC), err = 0;
	struct stat st;

	if (!kernel || fd < 0 || fstat(fd, &st)) {
		err = kernel ? -errno : -ENOMEM;
		goto out;
	}
	kernel->size = st.st_size;
	kernel->data = mmap(NULL, kernel->size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (kernel->data == MAP_FAILED)
		err = read_all(kernel, fd);
	if (!err)
		err = find_types(kernel);
out:
	if (fd >= 0)
		close(fd);
	if (err) {
		kernel_btf_free(kernel);
		return err;
	}
	*ret_kernel = kernel;
	return 0;
}

void kernel_btf_free(struct kernel_btf *kernel)
{
	if (!kernel)
		return;
	if (kernel->data && kernel->data != MAP_FAILED)
		munmap(kernel->data, kernel->size);
	free(kernel->at);
	free(kernel);
}

/* ---- asking ---- */

unsigned kernel_btf_count(const struct kernel_btf *kernel)
{
	return kernel->count;
}

const struct btf_type *kernel_btf_type(const struct kernel_btf *kernel, unsigned id)
{
	return (const struct btf_type *)(kernel->types + kernel->at[id < kernel->count ? id : 0]);
}

static const char *name_at(const struct kernel_btf *kernel, uint32_t offset)
{
	return offset < kernel->names_size ? kernel->names + offset : "";
}

const char *kernel_btf_name(const struct kernel_btf *kernel, unsigned id)
{
	return name_at(kernel, kernel_btf_type(kernel, id)->name_off);
}

int kernel_btf_find(const struct kernel_btf *kernel, const char *name, unsigned kind)
{
	for (unsigned id = 1; id < kernel->count; id++)
		if (btf_kind(kernel_btf_type(kernel, id)) == kind &&
			!strcmp(kernel_btf_name(kernel, id), name))
			return id;
	return -ENOENT;
}

bool kernel_btf_has_member(
	const struct kernel_btf *kernel, const char *struct_name, const char *member)
{
	int id = kernel_btf_find(kernel, struct_name, BTF_KIND_STRUCT);
	const struct btf_type *type = id < 0 ? NULL : kernel_btf_type(kernel, id);

	for (unsigned i = 0; type && i < btf_vlen(type); i++)
		if (!strcmp(name_at(kernel, btf_members(type)[i].name_off), member))
			return true;
	return false;
}

/* ---- the excerpt ---- */

struct names {
	const char **names; /* sorted */
	size_t n;
};

struct excerpt {
	const struct kernel_btf *kernel;
	struct names structs, members; /* of the program */
	struct btf *btf;
	int *copies;  /* the id of type id there; 0: none yet */
	int pointer;  /* void * */
	int an_index; /* the type of arrays' indices */
};

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool is_among(const struct names *names, const char *name)
{
	return bsearch(&name, names->names, names->n, sizeof(*names->names), by_name);
}

static int take_name(struct names *names, const struct btf *program, uint32_t offset)
{
	const char **more;

	if (!(names->n & (names->n - 1))) {
		more = realloc(names->names, (names->n ? 2 * names->n : 1) * sizeof(*more));
		if (!more)
			return -ENOMEM;
		names->names = more;
	}
	names->names[names->n++] = btf__name_by_offset(program, offset);
	return 0;
}

static int take_names(struct excerpt *x, const struct btf *program)
{
	int err = 0;

	for (unsigned id = 1; !err && id < btf__type_cnt(program); id++) {
		const struct btf_type *type = btf__type_by_id(program, id);

		if (!btf_is_composite(type))
			continue;
		err = take_name(&x->structs, program, type->name_off);
		for (unsigned i = 0; !err && i < btf_vlen(type); i++)
			err = take_name(&x->members, program, btf_members(type)[i].name_off);
	}
	if (err)
		return err;
	qsort(x->structs.names, x->structs.n, sizeof(*x->structs.names), by_name);
	qsort(x->members.names, x->members.n, sizeof(*x->members.names), by_name);
	return 0;
}

/* What a type is, without const, volatile and other names for it. */
static unsigned plain_type(const struct kernel_btf *kernel, unsigned id)
{
	const struct btf_type *type = kernel_btf_type(kernel, id);

	while (id && (btf_is_mod(type) || btf_is_typedef(type))) {
		id = type->type;
		type = kernel_btf_type(kernel, id);
	}
	return id;
}

/* The name of member @m, or NULL if the program cannot mean it. Members of one without a name count as the outer's. */
static const char *wanted_member(const struct excerpt *x, const struct btf_member *m)
{
	const char *name = name_at(x->kernel, m->name_off);
	unsigned id = plain_type(x->kernel, m->type);

	if (!*name)
		return id && btf_is_composite(kernel_btf_type(x->kernel, id)) ? name : NULL;
	return is_among(&x->members, name) ? name : NULL;
}

static int copy_type(struct excerpt *x, unsigned id);

static int copy_struct(struct excerpt *x, unsigned id)
{
	const struct btf_type *type = kernel_btf_type(x->kernel, id);
	const char *name = kernel_btf_name(x->kernel, id);
	int copy = 0, err = 0;

	/* What it consists of goes before it. */
	for (unsigned i = 0; i < btf_vlen(type); i++)
		if (wanted_member(x, &btf_members(type)[i])) {
			copy = copy_type(x, btf_members(type)[i].type);
			if (copy < 0)
				return copy;
		}
	copy = btf_is_union(type) ? btf__add_union(x->btf, name, type->size)
				  : btf__add_struct(x->btf, name, type->size);
	for (unsigned i = 0; copy > 0 && !err && i < btf_vlen(type); i++) {
		const struct btf_member *m = &btf_members(type)[i];
		const char *member = wanted_member(x, m);

		if (member)
			err = btf__add_field(x->btf, member, copy_type(x, m->type),
				btf_member_bit_offset(type, i), btf_member_bitfield_size(type, i));
	}
	return err ? err : copy;
}

static int copy_array(struct excerpt *x, const struct btf_type *type)
{
	int of = copy_type(x, btf_array(type)->type);

	return of < 0 ? of : btf__add_array(x->btf, x->an_index, of, btf_array(type)->nelems);
}

/* Returns the id of the copy. What a pointer points to is left out. */
static int copy_type(struct excerpt *x, unsigned id)
{
	const struct btf_type *type;
	const char *name;

	id = plain_type(x->kernel, id);
	if (!id || x->copies[id])
		return x->copies[id];
	type = kernel_btf_type(x->kernel, id);
	name = kernel_btf_name(x->kernel, id);
	switch (btf_kind(type)) {
	case BTF_KIND_INT:
		x->copies[id] = btf__add_int(x->btf, name, type->size, btf_int_encoding(type));
		break;
	case BTF_KIND_ENUM:
	case BTF_KIND_ENUM64:
		x->copies[id] = btf__add_enum(x->btf, name, type->size);
		break;
	case BTF_KIND_FLOAT:
		x->copies[id] = btf__add_float(x->btf, name, type->size);
		break;
	case BTF_KIND_ARRAY:
		x->copies[id] = copy_array(x, type);
		break;
	case BTF_KIND_STRUCT:
	case BTF_KIND_UNION:
		x->copies[id] = copy_struct(x, id);
		break;
	default:
		x->copies[id] = x->pointer;
	}
	return x->copies[id];
}

static int copy_structs(struct excerpt *x)
{
	int copy = 0;

	x->an_index = btf__add_int(x->btf, "int", sizeof(int), BTF_INT_SIGNED);
	x->pointer = btf__add_ptr(x->btf, 0);
	if (x->an_index < 0 || x->pointer < 0)
		return -ENOMEM;
	for (unsigned id = 1; copy >= 0 && id < x->kernel->count; id++) {
		const struct btf_type *type = kernel_btf_type(x->kernel, id);

		if (type->name_off && btf_is_composite(type) &&
			is_among(&x->structs, kernel_btf_name(x->kernel, id)))
			copy = copy_type(x, id);
	}
	return copy < 0 ? copy : 0;
}

int kernel_btf_excerpt(const struct kernel_btf *kernel, const struct btf *program, int fd)
{
	struct excerpt x = {.kernel = kernel};
	const void *data;
	__u32 size;
	int err = -ENOMEM;

	x.btf = btf__new_empty();
	x.copies = calloc(kernel->count, sizeof(*x.copies));
	if (x.btf && x.copies)
		err = take_names(&x, program);
	if (!err)
		err = copy_structs(&x);
	data = err ? NULL : btf__raw_data(x.btf, &size);
	if (!err && !data)
		err = -ENOMEM;
	if (!err && write(fd, data, size) != (ssize_t)size)
		err = errno ? -errno : -EIO;
	btf__free(x.btf);
	free(x.copies);
	free(x.structs.names);
	free(x.members.names);
	return err;
}
