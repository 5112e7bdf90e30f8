// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * The attributes of bpf, a structure for each command; all of them are parts of one union, of which the program says how
 * many bytes it knows. The members of later versions are there if it says so many. What is known of maps and programs;
 * the instructions of programs and of filters. See structs.c.
 */
#include <linux/bpf.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stdint.h>
#include "types.h"

#define IF_SET(member_) WHEN(member_, ~0ULL)

/* clang-format off */

/* The members of union bpf_attr of Linux 7.2 (<linux/bpf.h>) that are shown, by the part they belong to. */
union desc_bpf_attr {
	struct {
		uint32_t map_type, key_size, value_size, max_entries, map_flags, inner_map_fd, numa_node;
		char map_name[16];
		uint32_t map_ifindex, btf_fd, btf_key_type_id, btf_value_type_id, btf_vmlinux_value_type_id;
		uint64_t map_extra;
		int32_t value_type_btf_obj_fd, map_token_fd;
		uint64_t excl_prog_hash;
		uint32_t excl_prog_hash_size;
	} create;
	struct {
		uint32_t map_fd;
		uint64_t key, value, flags;
	} __attribute__((aligned(8))) elem;
	struct {
		uint64_t in_batch, out_batch, keys, values;
		uint32_t count, map_fd;
		uint64_t elem_flags, flags;
	} batch;
	struct {
		uint32_t prog_type, insn_cnt;
		uint64_t insns, license;
		uint32_t log_level, log_size;
		uint64_t log_buf;
		uint32_t kern_version, prog_flags;
		char prog_name[16];
		uint32_t prog_ifindex, expected_attach_type, prog_btf_fd, func_info_rec_size;
		uint64_t func_info;
		uint32_t func_info_cnt, line_info_rec_size;
		uint64_t line_info;
		uint32_t line_info_cnt, attach_btf_id, attach_prog_fd, core_relo_cnt;
		uint64_t fd_array, core_relos;
		uint32_t core_relo_rec_size, log_true_size;
		int32_t prog_token_fd;
		uint32_t fd_array_cnt;
	} load;
	struct {
		uint64_t pathname;
		uint32_t bpf_fd, file_flags;
		int32_t path_fd;
	} obj;
	struct {
		uint32_t target_fd, attach_bpf_fd, attach_type, attach_flags, replace_bpf_fd, relative_fd;
		uint64_t expected_revision;
	} attach;
	struct {
		uint32_t prog_fd, retval, data_size_in, data_size_out;
		uint64_t data_in, data_out;
		uint32_t repeat, duration, ctx_size_in, ctx_size_out;
		uint64_t ctx_in, ctx_out;
		uint32_t flags, cpu, batch_size;
	} test;
	struct {
		uint32_t id, next_id, open_flags;
	} by_id;
	struct {
		uint32_t bpf_fd, info_len;
		uint64_t info;
	} info;
	struct {
		uint32_t target_fd, attach_type, query_flags, attach_flags;
		uint64_t prog_ids;
		uint32_t prog_cnt;
		uint64_t prog_attach_flags, link_ids, link_attach_flags, revision;
	} query;
	struct {
		uint64_t name;
		uint32_t prog_fd;
		uint64_t cookie;
	} raw_tracepoint;
	struct {
		uint64_t btf, btf_log_buf;
		uint32_t btf_size, btf_log_size, btf_log_level, btf_log_true_size, btf_flags;
		int32_t btf_token_fd;
	} btf;
	struct {
		uint32_t pid, fd, flags, buf_len;
		uint64_t buf;
		uint32_t prog_id, fd_type;
		uint64_t probe_offset, probe_addr;
	} task_fd_query;
	struct {
		uint32_t prog_fd, target_fd, attach_type, flags;
		union { /* by attach_type */
			uint32_t target_btf_id;
			struct {
				uint64_t iter_info;
				uint32_t iter_info_len;
			};
			struct {
				uint64_t bpf_cookie;
			} perf_event;
			struct {
				uint32_t flags, cnt;
				uint64_t syms, addrs, cookies;
			} kprobe_multi;
			struct {
				uint32_t target_btf_id;
				uint64_t cookie;
			} tracing;
			struct {
				uint32_t pf, hooknum;
				int32_t priority;
				uint32_t flags;
			} netfilter;
			struct {
				uint32_t relative_fd;
				uint64_t expected_revision;
			} tcx, netkit;
			struct {
				uint64_t path, offsets, ref_ctr_offsets, cookies;
				uint32_t cnt, flags, pid;
			} uprobe_multi;
		};
	} link_create;
	struct {
		uint32_t link_fd, new_prog_fd, flags, old_prog_fd;
	} link_update;
	struct {
		uint32_t link_fd, flags;
	} link;
	struct {
		uint32_t prog_fd, map_fd, flags;
	} bind;
	struct {
		uint64_t stream_buf;
		uint32_t stream_buf_len, stream_id, prog_fd;
	} stream;
	unsigned char all[160];
};

#define BA(part_, member_, t_, ...) FN(union desc_bpf_attr, part_.member_, member_, t_, ##__VA_ARGS__)
/* A pointer that is followed. */
#define BP(part_, member_, t_, ...) BA(part_, member_, t_, .dir = DIR_PTR, ##__VA_ARGS__)
#define ATTR(name_, ...) STRUCT_PADDED(name_, union desc_bpf_attr, __VA_ARGS__)
/* A command whose members are those of a part that has a name in the union: {test={prog_fd=3, ...}} */
#define PART(name_, shown_, part_, ...) \
	static const struct field members_##name_##_part[] = { __VA_ARGS__ }; \
	static const struct type type_##name_##_part = { .name = #name_, .kind = KIND_STRUCT, \
		.size = sizeof(union desc_bpf_attr), .members = members_##name_##_part, \
		.count = sizeof(members_##name_##_part) / sizeof(members_##name_##_part[0]) }; \
	STRUCT_PADDED(name_, union desc_bpf_attr, \
		{ .name = #shown_, .type = &type_##name_##_part, .size = sizeof(((union desc_bpf_attr *)0)->part_) })

#define CREATE(member_, t_, ...) BA(create, member_, t_, ##__VA_ARGS__)
ATTR(bpf_map_create,
	CREATE(map_type, bpf_map_type), CREATE(key_size, u32), CREATE(value_size, u32), CREATE(max_entries, u32),
	CREATE(map_flags, bpf_map_flags, WHEN_ABOVE(size, 16)), CREATE(inner_map_fd, fd, WHEN_ABOVE(size, 20)),
	CREATE(numa_node, u32, WHEN(map_flags, 4 /* BPF_F_NUMA_NODE */)), CREATE(map_name, chars, WHEN_ABOVE(size, 28)),
	CREATE(map_ifindex, u32, WHEN_ABOVE(size, 44)), CREATE(btf_fd, fd, WHEN_ABOVE(size, 48)),
	CREATE(btf_key_type_id, u32, WHEN_ABOVE(size, 48)), CREATE(btf_value_type_id, u32, WHEN_ABOVE(size, 48)),
	CREATE(btf_vmlinux_value_type_id, u32, WHEN_ABOVE(size, 60)), CREATE(map_extra, u64, WHEN_ABOVE(size, 64)),
	CREATE(value_type_btf_obj_fd, fd, IF_SET(value_type_btf_obj_fd)), CREATE(map_token_fd, fd, IF_SET(map_token_fd)),
	CREATE(excl_prog_hash, addr, IF_SET(excl_prog_hash)), CREATE(excl_prog_hash_size, u32, IF_SET(excl_prog_hash_size)));
#define ELEM(member_, t_, ...) BA(elem, member_, t_, ##__VA_ARGS__)
ATTR(bpf_map_lookup, ELEM(map_fd, fd), ELEM(key, addr), ELEM(value, addr), ELEM(flags, bpf_update, WHEN_ABOVE(size, 24)));
ATTR(bpf_map_update, ELEM(map_fd, fd), ELEM(key, addr), ELEM(value, addr), ELEM(flags, bpf_update));
ATTR(bpf_map_delete, ELEM(map_fd, fd), ELEM(key, addr));
ATTR(bpf_map_next_key, ELEM(map_fd, fd), ELEM(key, addr), FN(union desc_bpf_attr, elem.value, next_key, addr));
ATTR(bpf_map_freeze, ELEM(map_fd, fd));

#define LOAD(member_, t_, ...) BA(load, member_, t_, ##__VA_ARGS__)
ATTR(bpf_prog_load,
	LOAD(prog_type, bpf_prog_type), LOAD(insn_cnt, u32), BP(load, insns, bpf_insn, COUNT(insn_cnt), DEEP), BP(load, license, string),
	LOAD(log_level, u32, WHEN_ABOVE(size, 24)), LOAD(log_size, u32, WHEN_ABOVE(size, 24)),
	BP(load, log_buf, string, WHEN_ABOVE(size, 24)),
	LOAD(kern_version, kernel_version, WHEN_ABOVE(size, 40)), LOAD(prog_flags, bpf_prog_flags, WHEN_ABOVE(size, 44)),
	LOAD(prog_name, chars, WHEN_ABOVE(size, 48)), LOAD(prog_ifindex, u32, WHEN_ABOVE(size, 64)),
	LOAD(expected_attach_type, bpf_attach_type, WHEN_ABOVE(size, 68)), LOAD(prog_btf_fd, fd, WHEN_ABOVE(size, 72)),
	LOAD(func_info_rec_size, u32, WHEN_ABOVE(size, 72)), LOAD(func_info, addr, WHEN_ABOVE(size, 72)),
	LOAD(func_info_cnt, u32, WHEN_ABOVE(size, 72)), LOAD(line_info_rec_size, u32, WHEN_ABOVE(size, 72)),
	LOAD(line_info, addr, WHEN_ABOVE(size, 72)), LOAD(line_info_cnt, u32, WHEN_ABOVE(size, 72)),
	LOAD(attach_btf_id, u32, WHEN_ABOVE(size, 108)), LOAD(attach_prog_fd, fd, WHEN_ABOVE(size, 112)),
	LOAD(core_relo_cnt, u32, IF_SET(core_relo_cnt)), LOAD(fd_array, addr, WHEN_ABOVE(size, 120)),
	LOAD(core_relos, addr, IF_SET(core_relos)), LOAD(core_relo_rec_size, u32, IF_SET(core_relo_rec_size)),
	LOAD(log_true_size, u32, IF_SET(log_true_size)), LOAD(prog_token_fd, fd, IF_SET(prog_token_fd)),
	LOAD(fd_array_cnt, u32, IF_SET(fd_array_cnt)));
ATTR(bpf_obj,
	BP(obj, pathname, path), BA(obj, bpf_fd, fd), BA(obj, file_flags, bpf_open_flags, WHEN_ABOVE(size, 12)),
	BA(obj, path_fd, dirfd, IF_SET(path_fd)));
#define ATTACH(member_, t_, ...) BA(attach, member_, t_, ##__VA_ARGS__)
ATTR(bpf_prog_attach,
	ATTACH(target_fd, fd), ATTACH(attach_bpf_fd, fd), ATTACH(attach_type, bpf_attach_type),
	ATTACH(attach_flags, bpf_attach_flags), ATTACH(replace_bpf_fd, fd, WHEN_ABOVE(size, 16)),
	ATTACH(relative_fd, fd, IF_SET(relative_fd)), ATTACH(expected_revision, u64, IF_SET(expected_revision)));
ATTR(bpf_prog_detach, ATTACH(target_fd, fd), ATTACH(attach_type, bpf_attach_type));
#define TEST(member_, t_, ...) BA(test, member_, t_, ##__VA_ARGS__)
PART(bpf_test_run, test, test,
	TEST(prog_fd, fd), TEST(retval, u32), TEST(data_size_in, u32), TEST(data_size_out, u32), TEST(data_in, addr),
	TEST(data_out, addr), TEST(repeat, u32), TEST(duration, u32), TEST(ctx_size_in, u32, WHEN_ABOVE(size, 40)),
	TEST(ctx_size_out, u32, WHEN_ABOVE(size, 40)), TEST(ctx_in, addr, WHEN_ABOVE(size, 40)),
	TEST(ctx_out, addr, WHEN_ABOVE(size, 40)), TEST(flags, bpf_test_flags, WHEN_ABOVE(size, 64)),
	TEST(cpu, u32, WHEN_ABOVE(size, 64)), TEST(batch_size, u32, WHEN_ABOVE(size, 72)));
ATTR(bpf_next_id,
	FN(union desc_bpf_attr, by_id.id, start_id, u32), BA(by_id, next_id, u32, CHANGES),
	BA(by_id, open_flags, bpf_open_flags, WHEN_ABOVE(size, 8)));
ATTR(bpf_prog_by_id,
	FN(union desc_bpf_attr, by_id.id, prog_id, u32), BA(by_id, next_id, u32),
	BA(by_id, open_flags, bpf_open_flags, WHEN_ABOVE(size, 8)));
ATTR(bpf_map_by_id,
	FN(union desc_bpf_attr, by_id.id, map_id, u32), BA(by_id, next_id, u32),
	BA(by_id, open_flags, bpf_open_flags, WHEN_ABOVE(size, 8)));
ATTR(bpf_btf_by_id, FN(union desc_bpf_attr, by_id.id, btf_id, u32));
ATTR(bpf_link_by_id, FN(union desc_bpf_attr, by_id.id, link_id, u32));
PART(bpf_info_by_fd, info, info,
	BA(info, bpf_fd, fd), BA(info, info_len, u32, CHANGES),
	BA(info, info, bpf_info, .dir = DIR_INOUT, LEN(info_len), .flags = FIELD_DEEP));
STRUCT_AS((.date = 9, .since_start = true), boot_time, uint64_t, { .name = "", .type = &type_u64, .size = 8 });
#define PI(member_, t_, ...) F(struct bpf_prog_info, member_, t_, ##__VA_ARGS__)
#define PIP(member_, t_, ...) PI(member_, t_, .dir = DIR_PTR, ##__VA_ARGS__)
STRUCT(bpf_prog_info, struct bpf_prog_info,
	PI(type, bpf_prog_type), PI(id, u32), PI(tag, binary), PI(jited_prog_len, u32, CHANGES),
	PIP(jited_prog_insns, binary, LEN(jited_prog_len)), PI(xlated_prog_len, u32, CHANGES),
	PIP(xlated_prog_insns, bpf_insn, COUNT(xlated_prog_len), PER(sizeof(struct bpf_insn))), PI(load_time, boot_time),
	PI(created_by_uid, uid), PI(nr_map_ids, u32, CHANGES), PIP(map_ids, u32, COUNT(nr_map_ids)), PI(name, chars),
	PI(ifindex, ifindex),
	{ .name = "gpl_compatible", .type = &type_u32, .offset = offsetof(struct bpf_prog_info, ifindex) + 4, .size = 4,
	  BITFIELD(0, 1) },
	PI(netns_dev, dev), PI(netns_ino, u64), PI(nr_jited_ksyms, u32, CHANGES), PI(nr_jited_func_lens, u32, CHANGES),
	PI(jited_ksyms, addr), PI(jited_func_lens, addr), PI(btf_id, u32), PI(func_info_rec_size, u32, CHANGES),
	PI(func_info, addr), PI(nr_func_info, u32, CHANGES), PI(nr_line_info, u32, CHANGES), PI(line_info, addr),
	PI(jited_line_info, addr), PI(nr_jited_line_info, u32, CHANGES), PI(line_info_rec_size, u32, CHANGES),
	PI(jited_line_info_rec_size, u32, CHANGES), PI(nr_prog_tags, u32, CHANGES), PI(prog_tags, addr),
	PI(run_time_ns, u64), PI(run_cnt, u64), PI(recursion_misses, u64), PI(verified_insns, u32),
	PI(attach_btf_obj_id, u32, IF_NOT_ZERO), PI(attach_btf_id, u32, IF_NOT_ZERO));
#define MI(member_, t_, ...) F(struct bpf_map_info, member_, t_, ##__VA_ARGS__)
STRUCT(bpf_map_info, struct bpf_map_info,
	MI(type, bpf_map_type), MI(id, u32), MI(key_size, u32), MI(value_size, u32), MI(max_entries, u32),
	MI(map_flags, bpf_map_flags), MI(name, chars), MI(ifindex, ifindex), MI(btf_vmlinux_value_type_id, u32),
	MI(netns_dev, dev), MI(netns_ino, u64), MI(btf_id, u32), MI(btf_key_type_id, u32), MI(btf_value_type_id, u32),
	MI(map_extra, x64, IF_NOT_ZERO));
DESCRIBED(bpf_info, bpf_fd, W("bpf-prog", bpf_prog_info), W("bpf-map", bpf_map_info));

/* ---- instructions: struct bpf_insn, and struct sock_filter of the older machine ---- */

#define SIZE_AND_MODE \
	XM(0x18, BPF_W), XM(0x18, BPF_H), XM(0x18, BPF_B), XMN(0x18, 0x18, "BPF_DW"), \
	XM(0xe0, BPF_IMM), XM(0xe0, BPF_ABS), XM(0xe0, BPF_IND), XM(0xe0, BPF_MEM)
#define OPERAND XM(0x08, BPF_K), XM(0x08, BPF_X)
#define OPERATIONS \
	OPERAND, XM(0xf0, BPF_ADD), XM(0xf0, BPF_SUB), XM(0xf0, BPF_MUL), XM(0xf0, BPF_DIV), XM(0xf0, BPF_OR), XM(0xf0, BPF_AND), \
	XM(0xf0, BPF_LSH), XM(0xf0, BPF_RSH), XM(0xf0, BPF_NEG), XM(0xf0, BPF_MOD), XM(0xf0, BPF_XOR), XM(0xf0, BPF_MOV), \
	XM(0xf0, BPF_ARSH), XM(0xf0, BPF_END), XU(0xf0, "BPF_???")
#define JUMPS \
	OPERAND, XM(0xf0, BPF_JA), XM(0xf0, BPF_JEQ), XM(0xf0, BPF_JGT), XM(0xf0, BPF_JGE), XM(0xf0, BPF_JSET), XM(0xf0, BPF_JNE), \
	XM(0xf0, BPF_JSGT), XM(0xf0, BPF_JSGE), XM(0xf0, BPF_CALL), XM(0xf0, BPF_EXIT), XM(0xf0, BPF_JLT), XM(0xf0, BPF_JLE), \
	XM(0xf0, BPF_JSLT), XM(0xf0, BPF_JSLE), XU(0xf0, "BPF_???")
FLAGSET_AS((.apart = true), bpf_memory_code, 1, "BPF_???",
	XM(7, BPF_LD), XM(7, BPF_LDX), XM(7, BPF_ST), XM(7, BPF_STX), SIZE_AND_MODE, XMN(0xe0, 0x80, "BPF_MEMSX"),
	XM(0xe0, BPF_XADD), XU(0xe0, "BPF_???"));
FLAGSET_AS((.apart = true), bpf_operation_code, 1, "BPF_???", XM(7, BPF_ALU), XM(7, BPF_ALU64), OPERATIONS);
FLAGSET_AS((.apart = true), bpf_jump_code, 1, "BPF_???", XM(7, BPF_JMP), XM(7, BPF_JMP32), JUMPS);
CHOICE_ITSELF(bpf_code, 1, bpf_memory_code,
	VM(7, BPF_ALU, bpf_operation_code), VM(7, BPF_ALU64, bpf_operation_code), VM(7, BPF_JMP, bpf_jump_code),
	VM(7, BPF_JMP32, bpf_jump_code));
ENUM(bpf_register, 1, "BPF_REG_???",
	X(BPF_REG_0), X(BPF_REG_1), X(BPF_REG_2), X(BPF_REG_3), X(BPF_REG_4), X(BPF_REG_5), X(BPF_REG_6), X(BPF_REG_7),
	X(BPF_REG_8), X(BPF_REG_9), X(BPF_REG_10));
#define INSN_REGISTERS offsetof(struct bpf_insn, code) + 1
STRUCT(bpf_insn, struct bpf_insn,
	F(struct bpf_insn, code, bpf_code),
	{ .name = "dst_reg", .type = &type_bpf_register, .offset = INSN_REGISTERS, .size = 1, BITFIELD(0, 4) },
	{ .name = "src_reg", .type = &type_bpf_register, .offset = INSN_REGISTERS, .size = 1, BITFIELD(4, 4) },
	F(struct bpf_insn, off, i16), F(struct bpf_insn, imm, x32));

FLAGSET_AS((.apart = true), filter_load_code, 2, "BPF_???",
	XM(7, BPF_LD), XM(7, BPF_LDX), SIZE_AND_MODE, XM(0xe0, BPF_LEN), XM(0xe0, BPF_MSH), XM(0xe0, BPF_XADD), XU(0xe0, "BPF_???"));
FLAGSET_AS((.apart = true), filter_store_code, 2, "BPF_???", XM(7, BPF_ST), XM(7, BPF_STX), XU(0xfff8, "BPF_???"));
FLAGSET_AS((.apart = true), filter_operation_code, 2, "BPF_???", XM(7, BPF_ALU), OPERATIONS);
FLAGSET_AS((.apart = true), filter_jump_code, 2, "BPF_???", XM(7, BPF_JMP), JUMPS);
FLAGSET_AS((.apart = true), filter_return_code, 2, "BPF_???",
	XM(7, BPF_RET), XM(0x18, BPF_K), XM(0x18, BPF_X), XM(0x18, BPF_A), XU(0x18, "BPF_???"), XU(0xe0, "BPF_???"));
FLAGSET_AS((.apart = true), filter_misc_code, 2, "BPF_???", XM(7, BPF_MISC), XM(0xf8, BPF_TAX), XM(0xf8, BPF_TXA), XU(0xfff8, "BPF_???"));
CHOICE_ITSELF(filter_code, 2, filter_load_code,
	VM(7, BPF_ST, filter_store_code), VM(7, BPF_STX, filter_store_code), VM(7, BPF_ALU, filter_operation_code),
	VM(7, BPF_JMP, filter_jump_code), VM(7, BPF_RET, filter_return_code), VM(7, BPF_MISC, filter_misc_code));
FLAGSET(filter_action, 4, "SECCOMP_RET_???",
	XM(SECCOMP_RET_ACTION_FULL, SECCOMP_RET_KILL_PROCESS), XM(SECCOMP_RET_ACTION_FULL, SECCOMP_RET_KILL_THREAD),
	XM(SECCOMP_RET_ACTION_FULL, SECCOMP_RET_TRAP), XM(SECCOMP_RET_ACTION_FULL, SECCOMP_RET_ERRNO),
	XM(SECCOMP_RET_ACTION_FULL, SECCOMP_RET_USER_NOTIF), XM(SECCOMP_RET_ACTION_FULL, SECCOMP_RET_TRACE),
	XM(SECCOMP_RET_ACTION_FULL, SECCOMP_RET_LOG), XM(SECCOMP_RET_ACTION_FULL, SECCOMP_RET_ALLOW));
#define FILTER_CODE PIECE(0xffff, 0, filter_code)
#define FILTER_K(t_) PIECE(0xffffffffULL << 32, 32, t_)
PARTS(filter_statement, 8, NULL, "BPF_STMT(%, %)", FILTER_CODE, FILTER_K(x32));
PARTS(filter_verdict, 8, NULL, "BPF_STMT(%, %)", FILTER_CODE, FILTER_K(filter_action));
PARTS(filter_jump, 8, NULL, "BPF_JUMP(%, %, %, %)",
	FILTER_CODE, FILTER_K(x32), PIECE(0xff0000, 16, x8), PIECE(0xff000000, 24, x8));
#define IS_STATEMENT(t_) VM(0xffff0000, 0, t_)
/* What a filter of a socket loads from: what the kernel knows of the packet, or one of its headers. */
ENUM(filter_area, 4, "",
	XV((uint32_t)SKF_AD_OFF, "SKF_AD_OFF"), XV((uint32_t)SKF_NET_OFF, "SKF_NET_OFF"), XV((uint32_t)SKF_LL_OFF, "SKF_LL_OFF"));
ENUM(filter_ancillary, 4, "SKF_AD_???",
	X(SKF_AD_PROTOCOL), X(SKF_AD_PKTTYPE), X(SKF_AD_IFINDEX), X(SKF_AD_NLATTR), X(SKF_AD_NLATTR_NEST), X(SKF_AD_MARK),
	X(SKF_AD_QUEUE), X(SKF_AD_HATYPE), X(SKF_AD_RXHASH), X(SKF_AD_CPU), X(SKF_AD_ALU_XOR_X), X(SKF_AD_VLAN_TAG),
	X(SKF_AD_VLAN_TAG_PRESENT), X(SKF_AD_PAY_OFFSET), X(SKF_AD_RANDOM), X(SKF_AD_VLAN_TPID));
#define LOADS(name_, area_, t_) PARTS(name_, 8, NULL, "BPF_STMT(%, %+%)", FILTER_CODE, \
	PIECE((area_) << 32, 32, filter_area), PIECE((~(area_) & 0xffffffff) << 32, 32, t_))
LOADS(filter_load_ancillary, 0xfffff000ULL, filter_ancillary);
LOADS(filter_load_header, 0xfff00000ULL, u32);
#define IS_LOAD(area_, start_, t_) VM((area_) << 32 | 0xffff00e7, (uint64_t)(uint32_t)(start_) << 32 | BPF_LD | BPF_ABS, t_)
CHOICE_ITSELF(sock_filter, 8, filter_jump,
	IS_LOAD(0xfffff000ULL, SKF_AD_OFF, filter_load_ancillary), IS_LOAD(0xfff00000ULL, SKF_NET_OFF, filter_load_header),
	IS_LOAD(0xfff00000ULL, SKF_LL_OFF, filter_load_header), IS_STATEMENT(filter_statement));
CHOICE_ITSELF(seccomp_filter, 8, filter_jump, VM(0xffff0007, BPF_RET, filter_verdict), IS_STATEMENT(filter_statement));
#define FILTER_PROGRAM(name_, t_) STRUCT_AS((.exact = true), name_, struct sock_fprog, \
	F(struct sock_fprog, len, u16), P(struct sock_fprog, filter, t_, COUNT(len), DEEP))
FILTER_PROGRAM(sock_fprog, sock_filter);
FILTER_PROGRAM(seccomp_fprog, seccomp_filter);

PART(bpf_query, query, query,
	BA(query, target_fd, fd), BA(query, attach_type, bpf_attach_type), BA(query, query_flags, bpf_query_flags),
	BA(query, attach_flags, bpf_attach_flags, CHANGES), BP(query, prog_ids, u32, COUNT(prog_cnt)),
	BA(query, prog_cnt, u32, CHANGES), BA(query, prog_attach_flags, addr, IF_SET(prog_attach_flags)),
	BA(query, link_ids, addr, IF_SET(link_ids)), BA(query, link_attach_flags, addr, IF_SET(link_attach_flags)),
	BA(query, revision, u64, IF_SET(revision)));
PART(bpf_raw_tracepoint, raw_tracepoint, raw_tracepoint,
	BP(raw_tracepoint, name, string), BA(raw_tracepoint, prog_fd, fd),
	BA(raw_tracepoint, cookie, x64, IF_SET(cookie)));
ATTR(bpf_btf_load,
	BP(btf, btf, bytes, LEN(btf_size)), BP(btf, btf_log_buf, string), BA(btf, btf_size, u32), BA(btf, btf_log_size, u32),
	BA(btf, btf_log_level, u32), BA(btf, btf_log_true_size, u32, IF_SET(btf_log_true_size)),
	BA(btf, btf_flags, bpf_prog_flags, IF_SET(btf_flags)), BA(btf, btf_token_fd, fd, IF_SET(btf_token_fd)));
#define FDQ(member_, t_, ...) BA(task_fd_query, member_, t_, ##__VA_ARGS__)
PART(bpf_task_fd_query, task_fd_query, task_fd_query,
	FDQ(pid, pid), FDQ(fd, fd), FDQ(flags, u32), FDQ(buf_len, u32, CHANGES), FDQ(buf, xattr_value, .dir = DIR_PTR, LEN(buf_len)), FDQ(prog_id, u32),
	FDQ(fd_type, bpf_fd_type), FDQ(probe_offset, x64), FDQ(probe_addr, x64));
#define BATCH(member_, t_, ...) BA(batch, member_, t_, ##__VA_ARGS__)
#define BATCH_END BATCH(count, u32), BATCH(map_fd, fd), BATCH(elem_flags, bpf_update), BATCH(flags, bpf_batch_flags)
PART(bpf_lookup_batch, batch, batch,
	BATCH(in_batch, addr), BATCH(out_batch, addr), BATCH(keys, addr), BATCH(values, addr), BATCH_END);
PART(bpf_update_batch, batch, batch, BATCH(keys, addr), BATCH(values, addr), BATCH_END);
PART(bpf_delete_batch, batch, batch, BATCH(keys, addr), BATCH_END);
/*
 * What a link is made with besides, by where it is attached: the parts begin where the attributes do, for their pointers'
 * siblings. Of iter_info the kernel takes as many bytes as iter_info_len says; a map is what every version of it begins with.
 */
#define LINK(member_, t_, ...) BA(link_create, member_, t_, ##__VA_ARGS__)
#define LINK_IN(part_, member_, t_, ...) FN(union desc_bpf_attr, link_create.part_.member_, member_, t_, ##__VA_ARGS__)
#define LINK_ARRAY(part_, member_, t_, ...) LINK_IN(part_, member_, t_, .dir = DIR_PTR, COUNT(cnt), __VA_ARGS__)
#define LINK_STRUCT(name_, ...) STRUCT(name_, union desc_bpf_attr, __VA_ARGS__)
#define LINK_PART(part_, t_, ...) \
	{ .name = #part_, .type = &type_##t_, __VA_ARGS__, \
	  .size = offsetof(union desc_bpf_attr, link_create.part_) + sizeof(((union desc_bpf_attr *)0)->link_create.part_) }
#define TO(attach_type_) WHEN_IS(attach_type, attach_type_)
#define TO_EITHER(attach_type_) WHEN_EQ(attach_type, ~1ULL, attach_type_)
#define TO_ONE_OF_FOUR(attach_type_) WHEN_EQ(attach_type, ~3ULL, attach_type_)
#define TO_KPROBES TO(42 /* BPF_TRACE_KPROBE_MULTI */)
#define TO_NETFILTER TO(45 /* BPF_NETFILTER */)
#define TO_TCX TO_EITHER(46 /* BPF_TCX_INGRESS, _EGRESS */)
#define TO_UPROBES TO(48 /* BPF_TRACE_UPROBE_MULTI */)
#define TO_NETKIT TO_EITHER(54 /* BPF_NETKIT_PRIMARY, _PEER */)
#define TO_KPROBES_SESSION TO(56 /* BPF_TRACE_KPROBE_SESSION */)
#define TO_UPROBES_SESSION TO(57 /* BPF_TRACE_UPROBE_SESSION */)
STRUCT(bpf_iter_map, uint32_t, { .name = "map_fd", .type = &type_fd, .size = 4 });
STRUCT(bpf_iter_info, uint32_t, { .name = "map", .type = &type_bpf_iter_map, .size = 4 });
STRUCT(bpf_symbol, uint64_t, { .name = "", .type = &type_string, .size = 8, .dir = DIR_PTR });
LINK_STRUCT(bpf_link_perf_event, LINK_IN(perf_event, bpf_cookie, x64));
#define TRACING __typeof__(((union desc_bpf_attr *)0)->link_create.tracing)
STRUCT(bpf_link_tracing, TRACING, F(TRACING, target_btf_id, u32), F(TRACING, cookie, x64));
LINK_STRUCT(bpf_link_netfilter,
	LINK_IN(netfilter, pf, nfproto), LINK_IN(netfilter, hooknum, u32), LINK_IN(netfilter, priority, i32),
	LINK_IN(netfilter, flags, bpf_netfilter_flags));
#define RELATIVE(name_, part_) \
	LINK_STRUCT(name_, LINK(flags, u32, HIDDEN), LINK_IN(part_, relative_fd, fd, WHEN_EQ(flags, BPF_LINK_ID, 0)), \
		FN(union desc_bpf_attr, link_create.part_.relative_fd, relative_id, u32, WHEN(flags, BPF_LINK_ID)), \
		LINK_IN(part_, expected_revision, u64))
#define BPF_LINK_ID (1 << 5) /* BPF_F_ID */
RELATIVE(bpf_link_tcx, tcx);
RELATIVE(bpf_link_netkit, netkit);
/* What follows a pointer may be asked for a few attach types more; these parts are shown of their own ones alone. */
#define NEAR_KPROBES WHEN_EQ(attach_type, 0x2d, 0x28)
#define NEAR_UPROBES WHEN_EQ(attach_type, 0x36, 0x30)
LINK_STRUCT(bpf_link_kprobes,
	LINK(attach_type, u32, HIDDEN), LINK_IN(kprobe_multi, flags, bpf_kprobe_multi_flags), LINK_IN(kprobe_multi, cnt, u32),
	LINK_ARRAY(kprobe_multi, syms, bpf_symbol, NEAR_KPROBES), LINK_ARRAY(kprobe_multi, addrs, x64, NEAR_KPROBES),
	LINK_ARRAY(kprobe_multi, cookies, x64, NEAR_KPROBES));
LINK_STRUCT(bpf_link_uprobes,
	LINK(attach_type, u32, HIDDEN), LINK_IN(uprobe_multi, path, path, .dir = DIR_PTR, NEAR_UPROBES),
	LINK_ARRAY(uprobe_multi, offsets, x64, NEAR_UPROBES), LINK_ARRAY(uprobe_multi, ref_ctr_offsets, x64, NEAR_UPROBES),
	LINK_ARRAY(uprobe_multi, cookies, x64, NEAR_UPROBES), LINK_IN(uprobe_multi, cnt, u32),
	LINK_IN(uprobe_multi, flags, bpf_uprobe_multi_flags), LINK_IN(uprobe_multi, pid, pid));
LINK_STRUCT(bpf_link_rest,
	LINK(attach_type, u32, HIDDEN), LINK(target_btf_id, u32, TO(BPF_CGROUP_INET_INGRESS), IF_NOT_ZERO),
	LINK(iter_info, bpf_iter_info, .dir = DIR_PTR, COUNT(iter_info_len), PER(16), MOST(16), TO(BPF_TRACE_ITER)),
	LINK(iter_info_len, u32, TO(BPF_TRACE_ITER)),
	LINK_PART(perf_event, bpf_link_perf_event, TO(BPF_PERF_EVENT)),
	LINK(tracing, bpf_link_tracing, TO_ONE_OF_FOUR(BPF_TRACE_FENTRY), IF_NOT_ZERO),
	LINK_PART(kprobe_multi, bpf_link_kprobes, TO_KPROBES),
	LINK_PART(kprobe_multi, bpf_link_kprobes, TO_KPROBES_SESSION),
	LINK_PART(netfilter, bpf_link_netfilter, TO_NETFILTER),
	LINK_PART(tcx, bpf_link_tcx, TO_TCX), LINK_PART(netkit, bpf_link_netkit, TO_NETKIT),
	LINK_PART(uprobe_multi, bpf_link_uprobes, TO_UPROBES),
	LINK_PART(uprobe_multi, bpf_link_uprobes, TO_UPROBES_SESSION));
PART(bpf_link_create, link_create, link_create,
	LINK(prog_fd, fd), LINK(target_fd, fd), LINK(attach_type, bpf_attach_type), LINK(flags, x32),
	{ .name = "", .type = &type_bpf_link_rest, .size = sizeof(union desc_bpf_attr), WHEN_ABOVE(size, 16), SPREAD });
PART(bpf_link_update, link_update, link_update,
	BA(link_update, link_fd, fd), BA(link_update, new_prog_fd, fd), BA(link_update, flags, bpf_link_flags),
	BA(link_update, old_prog_fd, fd, WHEN(flags, 4 /* BPF_F_REPLACE */)));
/* Commands that strace has no more than the address of. */
PART(bpf_link_detach, link_detach, link, BA(link, link_fd, fd));
PART(bpf_iter_create, iter_create, link, BA(link, link_fd, fd), BA(link, flags, x32));
PART(bpf_enable_stats, enable_stats, link, FN(union desc_bpf_attr, link.link_fd, type, bpf_stats_type));
PART(bpf_bind_map, prog_bind_map, bind, BA(bind, prog_fd, fd), BA(bind, map_fd, fd), BA(bind, flags, x32));
PART(bpf_token_create, token_create, link,
	FN(union desc_bpf_attr, link.link_fd, flags, x32), FN(union desc_bpf_attr, link.flags, bpffs_fd, fd));
PART(bpf_stream_read, prog_stream_read, stream,
	BA(stream, stream_buf, addr), BA(stream, stream_buf_len, u32), BA(stream, stream_id, u32), BA(stream, prog_fd, fd));
PART(bpf_assoc_struct_ops, prog_assoc_struct_ops, bind,
	FN(union desc_bpf_attr, bind.prog_fd, map_fd, fd), FN(union desc_bpf_attr, bind.map_fd, prog_fd, fd), BA(bind, flags, x32));
