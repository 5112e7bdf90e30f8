// SPDX-License-Identifier: LGPL-2.1-or-later
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
	F(struct io_uring_probe_op, op, uring_op_decimal), F(struct io_uring_probe_op, resv, x8, IF_NOT_ZERO),
	F(struct io_uring_probe_op, flags, uring_op_flags), F(struct io_uring_probe_op, resv2, x32, IF_NOT_ZERO));
#define PR(member_, t_, ...) F(struct io_uring_probe, member_, t_, ##__VA_ARGS__)
STRUCT(uring_probe, struct io_uring_probe,
	PR(last_op, uring_op_decimal), PR(ops_len, u8), PR(resv, x16, IF_NOT_ZERO), PR(resv2, x32, FIXED(3), IF_NOT_ZERO),
	TAIL(struct io_uring_probe, ops, uring_probe_op, COUNT(ops_len)));
#define RN(member_, t_, ...) F(struct io_uring_restriction, member_, t_, ##__VA_ARGS__)
PARTS(uring_restriction_unknown, 4, NULL, "opcode=% /* op: % */",
	PIECE(0xffff, 0, uring_restriction_op), PIECE(0xff0000, 16, x8));
STRUCT(uring_restriction, struct io_uring_restriction,
	RN(opcode, uring_restriction_op, WHEN_EQ(opcode, ~3ULL, 0)),
	{ .name = "", .type = &type_uring_restriction_unknown, .size = 4, WHEN(opcode, ~3ULL) },
	RN(register_op, uring_register8, WHEN_IS(opcode, IORING_RESTRICTION_REGISTER_OP)),
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

/*
 * What the headers may be too old for, of Linux 7.2. Reserved members are shown where they are not 0, which the kernel
 * refuses.
 */
#define CANCEL(member_, t_, ...) F(struct desc_uring_cancel, member_, t_, ##__VA_ARGS__)
struct desc_uring_cancel { /* struct io_uring_sync_cancel_reg */
	uint64_t addr;
	int32_t fd;
	uint32_t flags;
	struct __kernel_timespec timeout;
	uint8_t opcode, pad[7];
	uint64_t pad2[3];
};
FLAGSET(uring_cancel_flags, 4, "IORING_ASYNC_CANCEL_???",
	XV(0x1, "IORING_ASYNC_CANCEL_ALL"), XV(0x2, "IORING_ASYNC_CANCEL_FD"), XV(0x4, "IORING_ASYNC_CANCEL_ANY"),
	XV(0x8, "IORING_ASYNC_CANCEL_FD_FIXED"), XV(0x10, "IORING_ASYNC_CANCEL_USERDATA"), XV(0x20, "IORING_ASYNC_CANCEL_OP"));
STRUCT(uring_cancel, struct desc_uring_cancel,
	CANCEL(addr, x64), CANCEL(fd, fd), CANCEL(flags, uring_cancel_flags), CANCEL(timeout, timespec),
	CANCEL(opcode, uring_op, WHEN(flags, 0x20)), CANCEL(pad, x8, FIXED(7), IF_NOT_ZERO), CANCEL(pad2, x64, FIXED(3), IF_NOT_ZERO));

struct desc_uring_range { /* struct io_uring_file_index_range */
	uint32_t off, len;
	uint64_t resv;
};
STRUCT(uring_range, struct desc_uring_range,
	F(struct desc_uring_range, off, u32), F(struct desc_uring_range, len, u32),
	F(struct desc_uring_range, resv, x64, IF_NOT_ZERO));

struct desc_uring_buf_status { /* struct io_uring_buf_status */
	uint32_t buf_group, head, resv[8];
};
STRUCT(uring_buf_status, struct desc_uring_buf_status,
	F(struct desc_uring_buf_status, buf_group, u32), F(struct desc_uring_buf_status, head, u32, ANSWER),
	F(struct desc_uring_buf_status, resv, x32, FIXED(8), IF_NOT_ZERO));

/* Answered with what was set before. */
struct desc_uring_napi { /* struct io_uring_napi */
	uint32_t busy_poll_to;
	uint8_t prefer_busy_poll, opcode, pad[2];
	uint32_t op_param, resv;
};
ENUM(uring_napi_op, 1, "IO_URING_NAPI_???",
	XV(0, "IO_URING_NAPI_REGISTER_OP"), XV(1, "IO_URING_NAPI_STATIC_ADD_ID"), XV(2, "IO_URING_NAPI_STATIC_DEL_ID"));
ENUM(uring_napi_tracking, 4, "IO_URING_NAPI_TRACKING_???",
	XV(0, "IO_URING_NAPI_TRACKING_DYNAMIC"), XV(1, "IO_URING_NAPI_TRACKING_STATIC"),
	XV(255, "IO_URING_NAPI_TRACKING_INACTIVE"));
CHOICE(uring_napi_param, 4, opcode, u32, V(0, uring_napi_tracking));
#define NAPI(member_, t_, ...) F(struct desc_uring_napi, member_, t_, ##__VA_ARGS__)
#define NAPI_SETTING(...) NAPI(busy_poll_to, u32, ##__VA_ARGS__), NAPI(prefer_busy_poll, u8, ##__VA_ARGS__)
STRUCT(uring_napi, struct desc_uring_napi,
	NAPI_SETTING(), NAPI(opcode, uring_napi_op), NAPI(pad, x8, FIXED(2), IF_NOT_ZERO),
	NAPI(op_param, uring_napi_param), NAPI(resv, x32, IF_NOT_ZERO),
	NAPI_SETTING(RESULT), NAPI(op_param, uring_napi_tracking, RESULT));
STRUCT(uring_napi_before, struct desc_uring_napi, NAPI_SETTING(), NAPI(op_param, uring_napi_tracking));

struct desc_uring_clock { /* struct io_uring_clock_register */
	uint32_t clockid, resv[3];
};
STRUCT(uring_clock, struct desc_uring_clock,
	F(struct desc_uring_clock, clockid, clockid), F(struct desc_uring_clock, resv, x32, FIXED(3), IF_NOT_ZERO));

struct desc_uring_clone { /* struct io_uring_clone_buffers */
	uint32_t src_fd, flags, src_off, dst_off, nr, pad[3];
};
#define CLONE(member_, t_, ...) F(struct desc_uring_clone, member_, t_, ##__VA_ARGS__)
FLAGSET(uring_clone_flags, 4, "IORING_REGISTER_???",
	XV(0x1, "IORING_REGISTER_SRC_REGISTERED"), XV(0x2, "IORING_REGISTER_DST_REPLACE"));
STRUCT(uring_clone, struct desc_uring_clone,
	CLONE(src_fd, fd, WHEN_EQ(flags, 0x1, 0)), CLONE(src_fd, u32, WHEN(flags, 0x1)), CLONE(flags, uring_clone_flags),
	CLONE(src_off, u32), CLONE(dst_off, u32), CLONE(nr, u32), CLONE(pad, x32, FIXED(3), IF_NOT_ZERO));

/* A submission, of which only IORING_OP_MSG_RING can be made this way. */
struct desc_uring_message { /* struct io_uring_sqe */
	uint8_t opcode, flags;
	uint16_t ioprio;
	int32_t fd;
	uint64_t off, addr;
	uint32_t len, msg_ring_flags;
	uint64_t user_data;
	uint16_t buf_index, personality;
	uint32_t file_index;
	uint64_t addr3, pad2;
};
#define MESSAGE(member_, t_, ...) F(struct desc_uring_message, member_, t_, ##__VA_ARGS__)
ENUM(uring_message_cmd, 8, "IORING_MSG_???", XV(0, "IORING_MSG_DATA"), XV(1, "IORING_MSG_SEND_FD"));
FLAGSET(uring_message_flags, 4, "IORING_MSG_RING_???",
	XV(0x1, "IORING_MSG_RING_CQE_SKIP"), XV(0x2, "IORING_MSG_RING_FLAGS_PASS"));
STRUCT(uring_message, struct desc_uring_message,
	MESSAGE(opcode, uring_op), MESSAGE(flags, uring_sqe_flags), MESSAGE(ioprio, x16, IF_NOT_ZERO), MESSAGE(fd, fd),
	MESSAGE(off, x64), MESSAGE(addr, uring_message_cmd), MESSAGE(len, u32), MESSAGE(msg_ring_flags, uring_message_flags),
	MESSAGE(user_data, x64), MESSAGE(buf_index, u16, IF_NOT_ZERO), MESSAGE(personality, u16, IF_NOT_ZERO),
	MESSAGE(file_index, u32), MESSAGE(addr3, x64), MESSAGE(pad2, x64, IF_NOT_ZERO));

/* The offsets and features of rings that have new sizes. */
#define RESIZE(member_, t_, ...) F(struct io_uring_params, member_, t_, ##__VA_ARGS__)
STRUCT(uring_resize, struct io_uring_params,
	RESIZE(flags, uring_setup_flags), RESIZE(sq_entries, u32, CHANGES), RESIZE(cq_entries, u32, CHANGES),
	RESIZE(sq_off, uring_sq_offsets, ANSWER), RESIZE(cq_off, uring_cq_offsets, ANSWER));

struct desc_uring_region { /* struct io_uring_region_desc */
	uint64_t user_addr, size;
	uint32_t flags, id;
	uint64_t mmap_offset, resv[4];
};
#define REGION(member_, t_, ...) F(struct desc_uring_region, member_, t_, ##__VA_ARGS__)
FLAGSET(uring_region_flags, 4, "IORING_MEM_REGION_TYPE_???", XV(0x1, "IORING_MEM_REGION_TYPE_USER"));
STRUCT(uring_region, struct desc_uring_region,
	REGION(user_addr, addr), REGION(size, u64), REGION(flags, uring_region_flags), REGION(id, u32),
	REGION(mmap_offset, x64, ANSWER), REGION(resv, x64, FIXED(4), IF_NOT_ZERO));
struct desc_uring_mem_region { /* struct io_uring_mem_region_reg */
	uint64_t region_uptr, flags, resv[2];
};
FLAGSET(uring_mem_region_flags, 8, "IORING_MEM_REGION_???", XV(0x1, "IORING_MEM_REGION_REG_WAIT_ARG"));
STRUCT(uring_mem_region, struct desc_uring_mem_region,
	F(struct desc_uring_mem_region, region_uptr, uring_region, .dir = DIR_INOUT),
	F(struct desc_uring_mem_region, flags, uring_mem_region_flags),
	F(struct desc_uring_mem_region, resv, x64, FIXED(2), IF_NOT_ZERO));

/* ---- io_uring_register: receiving without a copy ---- */

struct desc_zcrx_area { /* struct io_uring_zcrx_area_reg */
	uint64_t addr, len, rq_area_token;
	uint32_t flags, dmabuf_fd;
	uint64_t resv2[2];
};
#define AREA(member_, t_, ...) F(struct desc_zcrx_area, member_, t_, ##__VA_ARGS__)
FLAGSET(zcrx_area_flags, 4, "IORING_ZCRX_AREA_???", XV(0x1, "IORING_ZCRX_AREA_DMABUF"));
STRUCT(zcrx_area, struct desc_zcrx_area,
	AREA(addr, addr), AREA(len, u64), AREA(rq_area_token, x64, ANSWER), AREA(flags, zcrx_area_flags),
	AREA(dmabuf_fd, fd, WHEN(flags, 0x1)), AREA(resv2, x64, FIXED(2), IF_NOT_ZERO));
struct desc_zcrx_events { /* struct zcrx_event_desc */
	uint64_t user_data;
	uint32_t type_mask, flags;
	uint64_t stats_offset, resv2[9];
};
#define EVENTS(member_, t_, ...) F(struct desc_zcrx_events, member_, t_, ##__VA_ARGS__)
FLAGSET(zcrx_event_mask, 4, "1<<ZCRX_EVENT_???", XV(0x1, "1<<ZCRX_EVENT_ALLOC_FAIL"), XV(0x2, "1<<ZCRX_EVENT_COPY"));
FLAGSET(zcrx_event_flags, 4, "ZCRX_EVENT_DESC_FLAG_???", XV(0x1, "ZCRX_EVENT_DESC_FLAG_STATS"));
STRUCT(zcrx_events, struct desc_zcrx_events,
	EVENTS(user_data, x64), EVENTS(type_mask, zcrx_event_mask), EVENTS(flags, zcrx_event_flags), EVENTS(stats_offset, x64),
	EVENTS(resv2, x64, FIXED(9), IF_NOT_ZERO));
struct desc_zcrx { /* struct io_uring_zcrx_ifq_reg */
	uint32_t if_idx, if_rxq, rq_entries, flags;
	uint64_t area_ptr, region_ptr;
	struct desc_zcrx_offsets {
		uint32_t head, tail, rqes, resv2;
		uint64_t resv[2];
	} offsets;
	uint32_t zcrx_id, rx_buf_len;
	uint64_t event_desc, resv[2];
};
#define ZCRX(member_, t_, ...) F(struct desc_zcrx, member_, t_, ##__VA_ARGS__)
FLAGSET(zcrx_flags, 4, "ZCRX_REG_???", XV(0x1, "ZCRX_REG_IMPORT"), XV(0x2, "ZCRX_REG_NODEV"));
STRUCT(zcrx_offsets, struct desc_zcrx_offsets,
	F(struct desc_zcrx_offsets, head, u32), F(struct desc_zcrx_offsets, tail, u32), F(struct desc_zcrx_offsets, rqes, u32));
STRUCT(zcrx, struct desc_zcrx,
	ZCRX(if_idx, ifindex, WHEN_EQ(flags, 0x1, 0)), ZCRX(if_idx, fd, WHEN(flags, 0x1)), ZCRX(if_rxq, u32),
	ZCRX(rq_entries, u32), ZCRX(flags, zcrx_flags), ZCRX(area_ptr, zcrx_area, .dir = DIR_INOUT),
	ZCRX(region_ptr, uring_region, .dir = DIR_INOUT), ZCRX(offsets, zcrx_offsets, ANSWER), ZCRX(zcrx_id, u32, ANSWER),
	ZCRX(rx_buf_len, u32), ZCRX(event_desc, zcrx_events, .dir = DIR_INOUT), ZCRX(resv, x64, FIXED(2), IF_NOT_ZERO));

struct desc_zcrx_ctrl { /* struct zcrx_ctrl */
	uint32_t zcrx_id, op;
	uint64_t resv[2];
	uint32_t value, resv1[11]; /* of the operation: a union */
};
#define CTRL(member_, t_, ...) F(struct desc_zcrx_ctrl, member_, t_, ##__VA_ARGS__)
ENUM(zcrx_ctrl_op, 4, "ZCRX_CTRL_???",
	XV(0, "ZCRX_CTRL_FLUSH_RQ"), XV(1, "ZCRX_CTRL_EXPORT"), XV(2, "ZCRX_CTRL_ARM_EVENT"));
ENUM(zcrx_event, 4, "ZCRX_EVENT_???", XV(0, "ZCRX_EVENT_ALLOC_FAIL"), XV(1, "ZCRX_EVENT_COPY"));
STRUCT(zcrx_ctrl, struct desc_zcrx_ctrl,
	CTRL(zcrx_id, u32), CTRL(op, zcrx_ctrl_op), CTRL(resv, x64, FIXED(2), IF_NOT_ZERO),
	{ .name = "zcrx_fd", .type = &type_fd, .offset = offsetof(struct desc_zcrx_ctrl, value), .size = 4, ANSWER, WHEN_IS(op, 1) },
	{ .name = "event_type", .type = &type_zcrx_event, .offset = offsetof(struct desc_zcrx_ctrl, value), .size = 4,
	  WHEN_IS(op, 2) });

/* ---- io_uring_register: what the kernel can do ---- */

struct desc_query_opcode { /* struct io_uring_query_opcode */
	uint32_t nr_request_opcodes, nr_register_opcodes;
	uint64_t feature_flags, ring_setup_flags, enter_flags, sqe_flags;
	uint32_t nr_query_opcodes, pad;
};
#define QO(member_, t_, ...) F(struct desc_query_opcode, member_, t_, ##__VA_ARGS__)
#define QO_FLAGS(member_, t_, size_) \
	{ .name = #member_, .type = &type_##t_, .offset = offsetof(struct desc_query_opcode, member_), .size = (size_) }
STRUCT(query_opcode, struct desc_query_opcode,
	QO(nr_request_opcodes, u32), QO(nr_register_opcodes, u32), QO_FLAGS(feature_flags, uring_features, 4),
	QO_FLAGS(ring_setup_flags, uring_setup_flags, 4), QO_FLAGS(enter_flags, uring_enter_flags, 4),
	QO_FLAGS(sqe_flags, uring_sqe_flags, 1), QO(nr_query_opcodes, u32), QO(pad, x32, IF_NOT_ZERO));
struct desc_query_zcrx { /* struct io_uring_query_zcrx */
	uint64_t register_flags, area_flags;
	uint32_t nr_ctrl_opcodes, features, rq_hdr_size, rq_hdr_alignment;
	uint64_t resv2;
};
#define QZ(member_, t_, ...) F(struct desc_query_zcrx, member_, t_, ##__VA_ARGS__)
FLAGSET(zcrx_features, 4, "ZCRX_FEATURE_???", XV(0x1, "ZCRX_FEATURE_RX_PAGE_SIZE"), XV(0x2, "ZCRX_FEATURE_EVENT"));
STRUCT(query_zcrx, struct desc_query_zcrx,
	{ .name = "register_flags", .type = &type_zcrx_flags, .size = 4 },
	{ .name = "area_flags", .type = &type_zcrx_area_flags, .offset = offsetof(struct desc_query_zcrx, area_flags), .size = 4 },
	QZ(nr_ctrl_opcodes, u32), QZ(features, zcrx_features), QZ(rq_hdr_size, u32), QZ(rq_hdr_alignment, u32));
struct desc_query_scq { /* struct io_uring_query_scq */
	uint64_t hdr_size, hdr_alignment;
};
STRUCT(query_scq, struct desc_query_scq,
	F(struct desc_query_scq, hdr_size, u64), F(struct desc_query_scq, hdr_alignment, u64));
struct desc_query_zcrx_event { /* struct io_uring_query_zcrx_event */
	uint32_t event_flags, stats_size, stats_off_alignment, resv1;
	uint64_t resv2[4];
};
#define QE(member_, t_) F(struct desc_query_zcrx_event, member_, t_)
STRUCT(query_zcrx_event, struct desc_query_zcrx_event,
	QE(event_flags, zcrx_event_flags), QE(stats_size, u32), QE(stats_off_alignment, u32));
ENUM(uring_query_op, 4, "IO_URING_QUERY_???",
	XV(0, "IO_URING_QUERY_OPCODES"), XV(1, "IO_URING_QUERY_ZCRX"), XV(2, "IO_URING_QUERY_SCQ"),
	XV(3, "IO_URING_QUERY_ZCRX_EVENT"));
CHOICE(uring_query_data, 0, query_op, none,
	V(0, query_opcode), V(1, query_zcrx), V(2, query_scq), V(3, query_zcrx_event));
struct desc_uring_query { /* struct io_uring_query_hdr */
	uint64_t next_entry, query_data;
	uint32_t query_op, size;
	int32_t result;
	uint32_t resv[3];
};
#define QUERY(member_, t_, ...) F(struct desc_uring_query, member_, t_, ##__VA_ARGS__)
STRUCT(uring_query, struct desc_uring_query,
	QUERY(query_op, uring_query_op), QUERY(query_data, uring_query_data, .dir = DIR_PTR, LEN(size)), QUERY(size, u32, CHANGES),
	QUERY(result, i32, ANSWER), QUERY(next_entry, addr), QUERY(resv, x32, FIXED(3), IF_NOT_ZERO));

/* ---- io_uring_register: filters ---- */

struct desc_uring_bpf { /* struct io_uring_bpf, whose filter is the only one of its union */
	uint16_t cmd_type, cmd_flags;
	uint32_t resv;
	struct desc_uring_filter {
		uint32_t opcode, flags, filter_len;
		uint8_t pdu_size, resv[3];
		uint64_t filter_ptr, resv2[5];
	} filter;
};
#define FILTER(member_, t_, ...) F(struct desc_uring_filter, member_, t_, ##__VA_ARGS__)
FLAGSET(uring_filter_flags, 4, "IO_URING_BPF_FILTER_???",
	XV(0x1, "IO_URING_BPF_FILTER_DENY_REST"), XV(0x2, "IO_URING_BPF_FILTER_SZ_STRICT"));
STRUCT(uring_filter, struct desc_uring_filter,
	FILTER(opcode, uring_op32), FILTER(flags, uring_filter_flags), FILTER(filter_len, u32), FILTER(pdu_size, u8),
	FILTER(resv, x8, FIXED(3), IF_NOT_ZERO), FILTER(filter_ptr, sock_filter, .dir = DIR_PTR, COUNT(filter_len), DEEP),
	FILTER(resv2, x64, FIXED(5), IF_NOT_ZERO));
ENUM(uring_bpf_cmd, 2, "IO_URING_BPF_CMD_???", XV(1, "IO_URING_BPF_CMD_FILTER"));
STRUCT(uring_bpf, struct desc_uring_bpf,
	F(struct desc_uring_bpf, cmd_type, uring_bpf_cmd), F(struct desc_uring_bpf, cmd_flags, x16),
	F(struct desc_uring_bpf, resv, x32, IF_NOT_ZERO), F(struct desc_uring_bpf, filter, uring_filter, WHEN_IS(cmd_type, 1)));
