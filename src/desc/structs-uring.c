/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Structures of io_uring: a ring's parameters, what is registered with it; see structs.c.
 */
#include <linux/io_uring.h>
#include <stdint.h>
#include "types.h"

/* clang-format off */

STRUCT(uring_sq_offsets, struct io_sqring_offsets,
	F(struct io_sqring_offsets, head, u32),
	F(struct io_sqring_offsets, tail, u32),
	F(struct io_sqring_offsets, ring_mask, u32),
	F(struct io_sqring_offsets, ring_entries, u32),
	F(struct io_sqring_offsets, flags, u32),
	F(struct io_sqring_offsets, dropped, u32),
	F(struct io_sqring_offsets, array, u32));
STRUCT(uring_cq_offsets, struct io_cqring_offsets,
	F(struct io_cqring_offsets, head, u32),
	F(struct io_cqring_offsets, tail, u32),
	F(struct io_cqring_offsets, ring_mask, u32),
	F(struct io_cqring_offsets, ring_entries, u32),
	F(struct io_cqring_offsets, overflow, u32),
	F(struct io_cqring_offsets, cqes, u32),
	F(struct io_cqring_offsets, flags, u32, IF_NOT_ZERO));
STRUCT(uring_params, struct io_uring_params,
	F(struct io_uring_params, flags, uring_setup_flags),
	F(struct io_uring_params, sq_thread_cpu, x32),
	F(struct io_uring_params, sq_thread_idle, u32),
	F(struct io_uring_params, wq_fd, fd, WHEN(flags, IORING_SETUP_ATTACH_WQ)),
	F(struct io_uring_params, resv, x32, FIXED(3), IF_NOT_ZERO),
	F(struct io_uring_params, sq_entries, u32, ANSWER),
	F(struct io_uring_params, cq_entries, u32, ANSWER),
	F(struct io_uring_params, features, uring_features, ANSWER),
	F(struct io_uring_params, sq_off, uring_sq_offsets, ANSWER),
	F(struct io_uring_params, cq_off, uring_cq_offsets, ANSWER));

/* ---- io_uring_register ---- */

/* A descriptor in 64 bits, of which the kernel takes 32. */
#define FILES(ctype_, count_) P(ctype_, data, fd, COUNT(count_))
#define BUFFERS(ctype_, count_) P(ctype_, data, iovec_remote, COUNT(count_))
#define RR(member_, t_, ...) F(struct io_uring_rsrc_register, member_, t_, ##__VA_ARGS__)
#define RESOURCES(name_, data_) STRUCT_GROWS(name_, struct io_uring_rsrc_register, sizeof(struct io_uring_rsrc_register), \
	RR(nr, u32), RR(flags, uring_rsrc_flags), RR(resv2, x64, IF_NOT_ZERO), data_(struct io_uring_rsrc_register, nr), \
	RR(tags, x64, .dir = DIR_PTR, COUNT(nr)))
RESOURCES(uring_files2, FILES);
RESOURCES(uring_buffers2, BUFFERS);
#define RU(member_, t_, ...) F(struct io_uring_rsrc_update2, member_, t_, ##__VA_ARGS__)
#define UPDATE(name_, data_) STRUCT_GROWS(name_, struct io_uring_rsrc_update2, sizeof(struct io_uring_rsrc_update2), \
	RU(offset, u32), RU(resv, x32, IF_NOT_ZERO), data_(struct io_uring_rsrc_update2, nr), \
	RU(tags, x64, .dir = DIR_PTR, COUNT(nr)), RU(nr, u32), RU(resv2, x32, IF_NOT_ZERO))
UPDATE(uring_files_update2, FILES);
UPDATE(uring_buffers_update2, BUFFERS);
STRUCT(uring_files_update, struct io_uring_files_update,
	F(struct io_uring_files_update, offset, u32), F(struct io_uring_files_update, resv, x32, IF_NOT_ZERO),
	P(struct io_uring_files_update, fds, fd, COUNT(nr_args)));
#define RF(member_, t_, ...) F(struct io_uring_rsrc_update, member_, t_, ##__VA_ARGS__)
STRUCT(uring_ring_fd, struct io_uring_rsrc_update,
	RF(offset, i32), RF(resv, x32, IF_NOT_ZERO), FD64(struct io_uring_rsrc_update, data));
STRUCT(uring_ring_fd_index, struct io_uring_rsrc_update,
	RF(offset, u32), RF(resv, x32, IF_NOT_ZERO), RF(data, x64, IF_NOT_ZERO));
STRUCT(uring_probe_op, struct io_uring_probe_op,
	F(struct io_uring_probe_op, op, uring_op), F(struct io_uring_probe_op, resv, x8, IF_NOT_ZERO),
	F(struct io_uring_probe_op, flags, uring_op_flags), F(struct io_uring_probe_op, resv2, x32, IF_NOT_ZERO));
#define PR(member_, t_, ...) F(struct io_uring_probe, member_, t_, ##__VA_ARGS__)
STRUCT(uring_probe, struct io_uring_probe,
	PR(last_op, uring_op), PR(ops_len, u8), PR(resv, x16, IF_NOT_ZERO), PR(resv2, x32, FIXED(3), IF_NOT_ZERO),
	TAIL(struct io_uring_probe, ops, uring_probe_op, COUNT(ops_len)));
#define RN(member_, t_, ...) F(struct io_uring_restriction, member_, t_, ##__VA_ARGS__)
STRUCT(uring_restriction, struct io_uring_restriction,
	RN(opcode, uring_restriction_op), RN(register_op, uring_register8, WHEN_IS(opcode, IORING_RESTRICTION_REGISTER_OP)),
	RN(sqe_op, uring_op, WHEN_IS(opcode, IORING_RESTRICTION_SQE_OP)),
	RN(sqe_flags, uring_sqe_flags, WHEN_IS(opcode, IORING_RESTRICTION_SQE_FLAGS_ALLOWED)),
	RN(sqe_flags, uring_sqe_flags, WHEN_IS(opcode, IORING_RESTRICTION_SQE_FLAGS_REQUIRED)),
	RN(resv, x8, IF_NOT_ZERO), RN(resv2, x32, FIXED(3), IF_NOT_ZERO));
#define WORKERS(i_, name_, ...) { .name = "[" #name_ "]", .type = &type_u32, .offset = 4 * (i_), .size = 4, ##__VA_ARGS__ }
STRUCT_AS((.brackets = true), uring_workers, uint32_t[2],
	WORKERS(0, IO_WQ_BOUND), WORKERS(1, IO_WQ_UNBOUND), WORKERS(0, IO_WQ_BOUND, RESULT), WORKERS(1, IO_WQ_UNBOUND, RESULT));
struct desc_uring_buf_reg { /* struct io_uring_buf_reg, whose flags are newer than the headers may be */
	uint64_t ring_addr;
	uint32_t ring_entries;
	uint16_t bgid, flags;
	uint64_t resv[3];
};
#define BR(member_, t_, ...) F(struct desc_uring_buf_reg, member_, t_, ##__VA_ARGS__)
STRUCT(uring_buf_reg, struct desc_uring_buf_reg,
	BR(ring_addr, addr), BR(ring_entries, u32), BR(bgid, u16), BR(flags, x16, IF_NOT_ZERO),
	BR(resv, x64, FIXED(3), IF_NOT_ZERO));
