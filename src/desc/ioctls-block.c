// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * ioctls of disks: block devices, ATA, SCSI, network block devices, flash memory; their flags, structures and forms. See
 * ioctls.c.
 */
#include <stdint.h>
#include <linux/blkpg.h>
#include <linux/blktrace_api.h>
#include <linux/blkzoned.h>
#include <linux/dm-ioctl.h>
#include <linux/fs.h>
#include <linux/hdreg.h>
#include <linux/loop.h>
#include <linux/nbd.h>
#include <mtd/mtd-abi.h>
#include <mtd/ubi-user.h>
#include <scsi/sg.h>
#include "nr-x86_64.h"
#include "types.h"

/* clang-format off */

/* ---- ATA ---- */

ENUM(hd_busstate, 8, "BUSSTATE_???", X(BUSSTATE_OFF), X(BUSSTATE_ON), X(BUSSTATE_TRISTATE));
#define NICE(bit_) { 1ULL << (bit_), 1ULL << (bit_), "1 << " #bit_ }
FLAGSET(hd_nice, 8, "IDE_NICE_???",
	NICE(IDE_NICE_DSC_OVERLAP), NICE(IDE_NICE_ATAPI_OVERLAP), NICE(IDE_NICE_1), NICE(IDE_NICE_0), NICE(IDE_NICE_2));

/* ---- block devices ---- */

ENUM(blkpg_op, 4, "BLKPG_???", X(BLKPG_ADD_PARTITION), X(BLKPG_DEL_PARTITION), X(BLKPG_RESIZE_PARTITION));
STRUCT(blkpg_partition, struct blkpg_partition,
	F(struct blkpg_partition, start, i64),
	F(struct blkpg_partition, length, i64),
	F(struct blkpg_partition, pno, i32),
	F(struct blkpg_partition, devname, chars),
	F(struct blkpg_partition, volname, chars));
STRUCT(blkpg, struct blkpg_ioctl_arg,
	F(struct blkpg_ioctl_arg, op, blkpg_op),
	F(struct blkpg_ioctl_arg, flags, i32),
	F(struct blkpg_ioctl_arg, datalen, i32),
	P(struct blkpg_ioctl_arg, data, blkpg_partition));

/* ---- loop devices ---- */

ENUM(loop_crypt, 4, "LO_CRYPT_???",
	X(LO_CRYPT_NONE), X(LO_CRYPT_XOR), X(LO_CRYPT_DES), X(LO_CRYPT_FISH2), X(LO_CRYPT_BLOW), X(LO_CRYPT_CAST128),
	X(LO_CRYPT_IDEA), X(LO_CRYPT_DUMMY), X(LO_CRYPT_SKIPJACK), X(LO_CRYPT_CRYPTOAPI));
#define LOOP64(member_, t_, ...) F(struct loop_info64, member_, t_, ##__VA_ARGS__)
STRUCT(loop_info64, struct loop_info64,
	LOOP64(lo_device, dev, VERBOSE), LOOP64(lo_inode, u64, VERBOSE), LOOP64(lo_rdevice, dev, VERBOSE),
	LOOP64(lo_offset, x64), LOOP64(lo_sizelimit, u64, VERBOSE), LOOP64(lo_number, u32),
	LOOP64(lo_encrypt_type, loop_crypt, NONZERO), LOOP64(lo_encrypt_key_size, u32, NONZERO),
	LOOP64(lo_flags, loop_flags), LOOP64(lo_file_name, chars), LOOP64(lo_crypt_name, chars, NONZERO),
	LOOP64(lo_encrypt_key, bytes, LEN(lo_encrypt_key_size), NONZERO), LOOP64(lo_init, x64, FIXED(2), VERBOSE));
#define LOOP(member_, t_, ...) F(struct loop_info, member_, t_, ##__VA_ARGS__)
STRUCT(loop_info, struct loop_info,
	LOOP(lo_number, i32), LOOP(lo_device, dev, VERBOSE), LOOP(lo_inode, u64, VERBOSE),
	LOOP(lo_rdevice, dev, VERBOSE), LOOP(lo_offset, x32), LOOP(lo_encrypt_type, loop_crypt, NONZERO),
	LOOP(lo_encrypt_key_size, u32, NONZERO), LOOP(lo_flags, loop_flags), LOOP(lo_name, chars),
	LOOP(lo_encrypt_key, bytes, LEN(lo_encrypt_key_size), NONZERO), LOOP(lo_init, x64, FIXED(2), VERBOSE),
	LOOP(reserved, x8, FIXED(4), VERBOSE));
STRUCT(loop_config, struct loop_config,
	F(struct loop_config, fd, fd),
	F(struct loop_config, block_size, u32),
	F(struct loop_config, info, loop_info64),
	F(struct loop_config, __reserved, x64, .fixed = 8, IF_NOT_ZERO));

/* ---- SCSI ---- */

ENUM(sg_reset, 4, "SG_SCSI_RESET_???",
	X(SG_SCSI_RESET_NOTHING), X(SG_SCSI_RESET_DEVICE), X(SG_SCSI_RESET_BUS), X(SG_SCSI_RESET_HOST));
struct desc_scsi_id { /* of SG_GET_SCSI_ID */
	int32_t host_no, channel;
	uint32_t scsi_id;
	int32_t lun;
	uint32_t scsi_type;
	int16_t h_cmd_per_lun, d_queue_depth;
	int32_t unused[2];
};
STRUCT(sg_scsi_id, struct desc_scsi_id,
	F(struct desc_scsi_id, host_no, i32), F(struct desc_scsi_id, channel, i32), F(struct desc_scsi_id, scsi_id, x32),
	F(struct desc_scsi_id, lun, i32), F(struct desc_scsi_id, scsi_type, x32),
	F(struct desc_scsi_id, h_cmd_per_lun, i16), F(struct desc_scsi_id, d_queue_depth, i16));
#define SG_REQ(member_, t_) F(sg_req_info_t, member_, t_)
STRUCT(sg_req_info, sg_req_info_t,
	SG_REQ(req_state, i8), SG_REQ(orphan, i8), SG_REQ(sg_io_owned, i8), SG_REQ(problem, i8), SG_REQ(pack_id, i32),
	SG_REQ(usr_ptr, addr), SG_REQ(duration, u32));

FLAGSET(sg_flags, 4, "SG_FLAG_???", X(SG_FLAG_DIRECT_IO), X(SG_FLAG_LUN_INHIBIT), X(SG_FLAG_NO_DXFER));
FLAGSET(sg_info, 4, "SG_INFO_???", X(SG_INFO_CHECK), X(SG_INFO_DIRECT_IO), X(SG_INFO_MIXED_IO));
ENUM(sg_direction, 4, "SG_DXFER_???",
	XV((uint32_t)SG_DXFER_NONE, "SG_DXFER_NONE"), XV((uint32_t)SG_DXFER_TO_DEV, "SG_DXFER_TO_DEV"),
	XV((uint32_t)SG_DXFER_FROM_DEV, "SG_DXFER_FROM_DEV"), XV((uint32_t)SG_DXFER_TO_FROM_DEV, "SG_DXFER_TO_FROM_DEV"));
#define SG(member_, t_, ...) F(struct sg_io_hdr, member_, t_, ##__VA_ARGS__)
#define SG_DATA(t_, ...) P(struct sg_io_hdr, dxferp, t_, IF_NOT_ZERO, ##__VA_ARGS__)
STRUCT(sg_io_hdr, struct sg_io_hdr,
	SG(dxfer_direction, sg_direction), SG(cmd_len, u8), P(struct sg_io_hdr, cmdp, binary, LEN(cmd_len)),
	SG(mx_sb_len, u8), SG(iovec_count, u16), SG(dxfer_len, u32), SG(timeout, u32), SG(flags, sg_flags),
	SG_DATA(binary, LEN(dxfer_len), WHEN_IS(iovec_count, 0)), SG_DATA(iovec, COUNT(iovec_count), WHEN(iovec_count, ~0ULL)),
	SG(status, x8), SG(masked_status, x8), SG(msg_status, x8), SG(sb_len_wr, u8),
	P(struct sg_io_hdr, sbp, binary, LEN(sb_len_wr)), SG(host_status, x16), SG(driver_status, x16), SG(resid, i32),
	SG(duration, u32), SG(info, sg_info));
STRUCT(sg_io, struct sg_io_hdr,
	{ .name = "interface_id", .type = &type_character, .size = 1 },
	{ .name = "", .type = &type_sg_io_hdr, .size = sizeof(struct sg_io_hdr), WHEN_IS(interface_id, 'S'), SPREAD });

/* ---- the device mapper ---- */

FLAGSET(dm_flags, 4, "DM_???",
	X(DM_READONLY_FLAG), X(DM_SUSPEND_FLAG), XV(1 << 2, "DM_EXISTS_FLAG") /* of older headers */, X(DM_PERSISTENT_DEV_FLAG), X(DM_STATUS_TABLE_FLAG),
	X(DM_ACTIVE_PRESENT_FLAG), X(DM_INACTIVE_PRESENT_FLAG), X(DM_BUFFER_FULL_FLAG), X(DM_SKIP_BDGET_FLAG),
	X(DM_SKIP_LOCKFS_FLAG), X(DM_NOFLUSH_FLAG), X(DM_QUERY_INACTIVE_TABLE_FLAG), X(DM_UEVENT_GENERATED_FLAG),
	X(DM_UUID_FLAG), X(DM_SECURE_DATA_FLAG), X(DM_DATA_OUT_FLAG), X(DM_DEFERRED_REMOVE), X(DM_INTERNAL_SUSPEND_FLAG),
	XV(1 << 19, "DM_IMA_MEASUREMENT_FLAG"));
#define DM(member_, t_, ...) F(struct dm_ioctl, member_, t_, ##__VA_ARGS__)
#define DM_HEAD DM(version, u32, FIXED(3)), DM(data_size, u32)
#define DM_START DM(data_start, u32)
#define DM_ID DM(dev, dev, IF_NOT_ZERO), DM(name, chars, IF_NOT_ZERO), DM(uuid, chars, IF_NOT_ZERO)
#define DM_STATE DM(target_count, u32), DM(open_count, u32), DM(event_nr, u32)
#define DM_FLAGS DM(flags, dm_flags)
STRUCT(dm_all, struct dm_ioctl, DM_HEAD, DM_FLAGS);
STRUCT(dm_list, struct dm_ioctl, DM_HEAD, DM_START, DM_FLAGS);
STRUCT(dm_device, struct dm_ioctl, DM_HEAD, DM_ID, DM_FLAGS);
STRUCT(dm_event, struct dm_ioctl, DM_HEAD, DM_ID, DM(event_nr, u32), DM_FLAGS);
STRUCT(dm_suspend, struct dm_ioctl, DM_HEAD, DM_ID, DM(event_nr, u32, WHEN_EQ(flags, DM_SUSPEND_FLAG, 0)), DM_FLAGS);
STRUCT(dm_state, struct dm_ioctl, DM_HEAD, DM_ID, DM_STATE, DM_FLAGS);
STRUCT(dm_data, struct dm_ioctl, DM_HEAD, DM_START, DM_ID, DM_FLAGS);
STRUCT(dm_data_event, struct dm_ioctl, DM_HEAD, DM_START, DM_ID, DM(event_nr, u32), DM_FLAGS);
STRUCT(dm_data_load, struct dm_ioctl, DM_HEAD, DM_START, DM_ID, DM(target_count, u32), DM_FLAGS);
STRUCT(dm_data_state, struct dm_ioctl, DM_HEAD, DM_START, DM_ID, DM_STATE, DM_FLAGS);

/*
 * What lies in the buffer behind them: structs, each with a string behind it. What behind a name follows that string, flags
 * and a UUID, is shown no more than the event's number, and that only if another name follows.
 */
#define DM_STRING(ctype_, member_, shown_) \
	{ .name = #shown_, .type = &type_string, .offset = offsetof(ctype_, member_), REST }
#define TARGET(member_, t_, ...) F(struct dm_target_spec, member_, t_, ##__VA_ARGS__)
#define TARGET_HEAD TARGET(sector_start, u64), TARGET(length, u64), TARGET(next, u32, HIDDEN)
#define TARGET_PARAMETERS TARGET(target_type, chars), \
	{ .name = "string", .type = &type_string, .offset = sizeof(struct dm_target_spec), REST }
STRUCT(dm_target, struct dm_target_spec, TARGET_HEAD, TARGET_PARAMETERS);
STRUCT(dm_target_status, struct dm_target_spec, TARGET_HEAD, TARGET(status, i32), TARGET_PARAMETERS);
STRUCT_MIN(dm_name, offsetof(struct dm_name_list, name),
	F(struct dm_name_list, dev, dev), F(struct dm_name_list, next, u32, HIDDEN), DM_STRING(struct dm_name_list, name, name),
	{ .name = "event_nr", .type = &type_u32, .offset = offsetof(struct dm_name_list, name), .size = 4, .flags = FIELD_BEHIND,
	  WHEN(next, ~0ULL) });
STRUCT(dm_target_version, struct dm_target_versions,
	F(struct dm_target_versions, next, u32, HIDDEN), DM_STRING(struct dm_target_versions, name, name),
	F(struct dm_target_versions, version, u32, FIXED(3)));
STRUCT(dm_target_deps, struct dm_target_deps,
	F(struct dm_target_deps, count, u32),
	{ .name = "deps", .type = &type_dev, .offset = offsetof(struct dm_target_deps, dev), REST, COUNT(count), FIXED(0xffff) });
STRUCT(dm_target_msg, struct dm_target_msg,
	F(struct dm_target_msg, sector, u64), DM_STRING(struct dm_target_msg, message, message));
STRUCT_MIN(dm_string, 0, { .name = "string", .type = &type_string, REST });
LINKED(dm_targets, "struct dm_target_spec", dm_target, "next", data_start, .number = "target_count");
LINKED(dm_target_statuses, "struct dm_target_spec", dm_target_status, "next", data_start, .number = "target_count",
	.from_first = true);
LINKED(dm_names, "struct dm_name_list", dm_name, "next", data_start);
LINKED(dm_versions, "struct dm_target_versions", dm_target_version, "next", data_start);
LINKED(dm_deps, "struct dm_target_deps", dm_target_deps, NULL, data_start);
LINKED(dm_message, "struct dm_target_msg", dm_target_msg, NULL, data_start);
LINKED(dm_text, "string", dm_string, NULL, data_start);

/*
 * What is given, and what comes back. Of another major version nothing more is known; of one that says to be too short, by a
 * quarter or more, no more than that.
 */
#define DM_PART(t_, ...) { .name = "", .type = &type_##t_, .size = sizeof(struct dm_ioctl), ##__VA_ARGS__ }
#define DM_DATA(t_, ...) \
	{ .name = "", .type = &type_##t_, .flags = FIELD_TAIL | FIELD_DEEP, LEN(data_size), ##__VA_ARGS__ }
#define DM_WHOLE WHEN(data_size, ~0xffULL)
#define DM_HIDDEN \
	DM(data_size, u32, HIDDEN), DM(data_start, u32, HIDDEN), DM(target_count, u32, HIDDEN), DM(flags, dm_flags, HIDDEN)
#define DM_MAJOR { .name = "major", .type = &type_u32, .size = 4, HIDDEN }
STRUCT_AS((.brackets = true, .note = "unsupported device mapper ABI version"), dm_version, uint32_t[3],
	{ .name = "", .type = &type_u32, .size = 4 }, { .name = "", .type = &type_u32, .offset = 4, .size = 4 },
	{ .name = "", .type = &type_u32, .offset = 8, .size = 4 });
STRUCT(dm_foreign, struct dm_ioctl, DM(version, dm_version));
PARTS(dm_short_size, 4, NULL, "% /* data_size too small */", PIECE(0xffffffff, 0, u32));
STRUCT(dm_short, struct dm_ioctl, DM(version, u32, FIXED(3)), DM(data_size, dm_short_size));
#define DM_SIZED(name_, part_, ...) \
	STRUCT(name_, struct dm_ioctl, DM_HIDDEN, DM_PART(part_, DM_WHOLE), \
		DM_PART(dm_short, WHEN_EQ(data_size, ~0xffULL, 0)), ##__VA_ARGS__)
#define DM_CALL(name_, given_, back_) STRUCT_AS((.brackets = true), name_, struct dm_ioctl, DM_HIDDEN, DM_MAJOR, \
	DM_PART(given_, WHEN_IS(major, DM_VERSION_MAJOR), SPREAD), \
	DM_PART(dm_foreign, WHEN_NOT(major, ~0ULL, DM_VERSION_MAJOR)), \
	DM_PART(back_, .flags = FIELD_RESULT | FIELD_SPREAD, WHEN_IS(major, DM_VERSION_MAJOR)), \
	DM_PART(dm_foreign, RESULT, WHEN_NOT(major, ~0ULL, DM_VERSION_MAJOR)))
STRUCT(dm_new_targets, struct dm_ioctl, DM_HIDDEN, DM_DATA(dm_targets, WHEN(target_count, ~0ULL)));
STRUCT(dm_statuses, struct dm_ioctl, DM_HIDDEN, DM_DATA(dm_target_statuses, WHEN(target_count, ~0ULL)));
STRUCT(dm_reply, struct dm_ioctl, DM_HIDDEN, DM_DATA(dm_text, WHEN(flags, DM_DATA_OUT_FLAG)));
DM_SIZED(dm_only_all, dm_all);
DM_SIZED(dm_only_list, dm_list);
DM_SIZED(dm_only_data, dm_data);
DM_SIZED(dm_only_device, dm_device);
DM_SIZED(dm_only_state, dm_state);
DM_SIZED(dm_only_event, dm_event);
DM_SIZED(dm_only_suspend, dm_suspend);
DM_SIZED(dm_only_data_event, dm_data_event);
DM_SIZED(dm_only_data_state, dm_data_state);
DM_SIZED(dm_with_names, dm_list, DM_DATA(dm_names, DM_WHOLE));
DM_SIZED(dm_with_versions, dm_list, DM_DATA(dm_versions, DM_WHOLE));
DM_SIZED(dm_with_version, dm_data, DM_DATA(dm_versions, DM_WHOLE));
DM_SIZED(dm_with_new_name, dm_data_event, DM_DATA(dm_text, DM_WHOLE));
DM_SIZED(dm_with_statuses, dm_data_state, DM_PART(dm_statuses, DM_WHOLE, SPREAD));
DM_SIZED(dm_with_targets, dm_data_load, DM_PART(dm_new_targets, DM_WHOLE, SPREAD));
DM_SIZED(dm_with_deps, dm_data_state, DM_DATA(dm_deps, DM_WHOLE));
DM_SIZED(dm_with_message, dm_data, DM_DATA(dm_message, DM_WHOLE));
DM_SIZED(dm_with_reply, dm_data_state, DM_PART(dm_reply, DM_WHOLE, SPREAD));
DM_SIZED(dm_with_geometry, dm_data, DM_DATA(dm_text, DM_WHOLE));
DM_CALL(dm_call_all, dm_only_all, dm_only_all);
DM_CALL(dm_call_list, dm_only_list, dm_with_names);
DM_CALL(dm_call_versions, dm_only_list, dm_with_versions);
DM_CALL(dm_call_version, dm_only_data, dm_with_version);
DM_CALL(dm_call_device, dm_only_device, dm_only_device);
DM_CALL(dm_call_state, dm_only_device, dm_only_state);
DM_CALL(dm_call_remove, dm_only_event, dm_only_device);
DM_CALL(dm_call_suspend, dm_only_suspend, dm_only_state);
DM_CALL(dm_call_rename, dm_with_new_name, dm_only_data_state);
DM_CALL(dm_call_wait, dm_only_data_event, dm_with_statuses);
DM_CALL(dm_call_load, dm_with_targets, dm_only_data_state);
DM_CALL(dm_call_deps, dm_only_data, dm_with_deps);
DM_CALL(dm_call_status, dm_only_data, dm_with_statuses);
DM_CALL(dm_call_message, dm_with_message, dm_with_reply);
DM_CALL(dm_call_geometry, dm_with_geometry, dm_only_data);

/* ---- network block devices ---- */

/* Some of the flags are those of the protocol: https://github.com/NetworkBlockDevice/nbd, doc/proto.md */
FLAGSET(nbd_flags, 8, "NBD_IOC_FLAG_???",
	XV(1 << 0, "NBD_FLAG_HAS_FLAGS"), XV(1 << 1, "NBD_FLAG_READ_ONLY"), XV(1 << 2, "NBD_FLAG_SEND_FLUSH"), XV(1 << 3, "NBD_FLAG_SEND_FUA"),
	XV(1 << 4, "NBD_FLAG_ROTATIONAL"), XV(1 << 5, "NBD_FLAG_SEND_TRIM"), XV(1 << 6, "NBD_FLAG_SEND_WRITE_ZEROES"),
	XV(1 << 7, "NBD_FLAG_SEND_DF"), XV(1 << 8, "NBD_FLAG_CAN_MULTI_CONN"), XV(1 << 9, "NBD_FLAG_SEND_RESIZE"),
	XV(1 << 10, "NBD_FLAG_SEND_CACHE"));

/* ---- flash memory ---- */

ENUM(mtd_file_mode, 8, "MTD_FILE_MODE_???",
	X(MTD_FILE_MODE_NORMAL), X(MTD_FILE_MODE_OTP_FACTORY), X(MTD_FILE_MODE_OTP_USER), X(MTD_FILE_MODE_RAW));
ENUM(mtd_mode, 1, "MTD_OPS_???", X(MTD_OPS_PLACE_OOB), X(MTD_OPS_AUTO_OOB), X(MTD_OPS_RAW));
ENUM(mtd_otp, 4, "MTD_OTP_???", X(MTD_OTP_OFF), X(MTD_OTP_FACTORY), X(MTD_OTP_USER));
ENUM(mtd_type, 1, "MTD_???",
	X(MTD_ABSENT), X(MTD_RAM), X(MTD_ROM), X(MTD_NORFLASH), X(MTD_NANDFLASH), X(MTD_DATAFLASH), X(MTD_UBIVOLUME),
	X(MTD_MLCNANDFLASH));
FLAGSET(mtd_flags, 4, "MTD_???",
	X(MTD_WRITEABLE), X(MTD_BIT_WRITEABLE), X(MTD_NO_ERASE), X(MTD_POWERUP_LOCK), X(MTD_SLC_ON_MLC_EMULATION));
ENUM(mtd_ecc, 4, "MTD_NANDECC_???",
	X(MTD_NANDECC_OFF), X(MTD_NANDECC_PLACE), X(MTD_NANDECC_AUTOPLACE), X(MTD_NANDECC_PLACEONLY),
	X(MTD_NANDECC_AUTOPL_USR));
#define MTD_INFO(member_, t_) F(struct mtd_info_user, member_, t_)
STRUCT(mtd_info, struct mtd_info_user,
	MTD_INFO(type, mtd_type), MTD_INFO(flags, mtd_flags), MTD_INFO(size, x32), MTD_INFO(erasesize, x32),
	MTD_INFO(writesize, x32), MTD_INFO(oobsize, x32), MTD_INFO(padding, x64));
STRUCT(mtd_erase, struct erase_info_user,
	F(struct erase_info_user, start, x32), F(struct erase_info_user, length, x32));
STRUCT(mtd_erase64, struct erase_info_user64,
	F(struct erase_info_user64, start, x64), F(struct erase_info_user64, length, x64));
STRUCT(mtd_oob, struct mtd_oob_buf,
	F(struct mtd_oob_buf, start, x32), F(struct mtd_oob_buf, length, x32), F(struct mtd_oob_buf, ptr, addr));
STRUCT(mtd_oob64, struct mtd_oob_buf64,
	F(struct mtd_oob_buf64, start, x64), F(struct mtd_oob_buf64, length, x32), F(struct mtd_oob_buf64, usr_ptr, addr));
STRUCT(otp_info, struct otp_info,
	F(struct otp_info, start, x32), F(struct otp_info, length, x32), F(struct otp_info, locked, u32));
STRUCT(mtd_write, struct mtd_write_req,
	F(struct mtd_write_req, start, x64), F(struct mtd_write_req, len, x64), F(struct mtd_write_req, ooblen, x64),
	F(struct mtd_write_req, usr_data, addr), F(struct mtd_write_req, usr_oob, addr),
	F(struct mtd_write_req, mode, mtd_mode));
STRUCT(region_info, struct region_info_user,
	F(struct region_info_user, regionindex, x32), F(struct region_info_user, offset, x32, ANSWER),
	F(struct region_info_user, erasesize, x32, ANSWER), F(struct region_info_user, numblocks, x32, ANSWER));
STRUCT(ecc_stats, struct mtd_ecc_stats,
	F(struct mtd_ecc_stats, corrected, x32), F(struct mtd_ecc_stats, failed, x32),
	F(struct mtd_ecc_stats, badblocks, x32), F(struct mtd_ecc_stats, bbtblocks, x32));
struct desc_pair {
	uint32_t pair[2];
};
STRUCT(oob_pair, struct desc_pair, FN(struct desc_pair, pair, , x32, FIXED(2)));
STRUCT(nand_oobinfo, struct nand_oobinfo,
	F(struct nand_oobinfo, useecc, mtd_ecc), F(struct nand_oobinfo, eccbytes, x32),
	F(struct nand_oobinfo, oobfree, oob_pair, FIXED(8)), F(struct nand_oobinfo, eccpos, x32, FIXED(32)));
STRUCT(nand_oobfree, struct nand_oobfree,
	F(struct nand_oobfree, offset, x32), F(struct nand_oobfree, length, x32));
STRUCT(nand_ecclayout, struct nand_ecclayout_user,
	F(struct nand_ecclayout_user, eccbytes, x32), F(struct nand_ecclayout_user, eccpos, x32, FIXED(64)),
	F(struct nand_ecclayout_user, oobavail, x32), F(struct nand_ecclayout_user, oobfree, nand_oobfree, FIXED(8)));

/* The values of <mtd/ubi-user.h> before Linux 3.7, of which UBI_UNKNOWN is not there any more. */
ENUM(ubi_dtype, 1, "UBI_???", XV(1, "UBI_LONGTERM"), XV(2, "UBI_SHORTTERM"), XV(3, "UBI_UNKNOWN"));
ENUM(ubi_volume, 1, "UBI_???_VOLUME", X(UBI_DYNAMIC_VOLUME), X(UBI_STATIC_VOLUME));
ENUM(ubi_property, 1, "UBI_VOL_PROP_???", X(UBI_VOL_PROP_DIRECT_WRITE));
FLAGSET(ubi_flags, 1, "UBI_VOL_???", X(UBI_VOL_SKIP_CRC_CHECK_FLG));
STRUCT(ubi_change, struct ubi_leb_change_req,
	F(struct ubi_leb_change_req, lnum, i32), F(struct ubi_leb_change_req, bytes, i32),
	F(struct ubi_leb_change_req, dtype, ubi_dtype));
STRUCT(ubi_map, struct ubi_map_req, F(struct ubi_map_req, lnum, i32), F(struct ubi_map_req, dtype, ubi_dtype));
STRUCT(ubi_resize, struct ubi_rsvol_req, F(struct ubi_rsvol_req, bytes, i64), F(struct ubi_rsvol_req, vol_id, i32));
STRUCT(ubi_set_property, struct ubi_set_vol_prop_req,
	F(struct ubi_set_vol_prop_req, property, ubi_property), F(struct ubi_set_vol_prop_req, value, x64));
/* The number that the kernel chose: => [2] */
#define UBI_ANSWER(ctype_, member_) FN(ctype_, member_, , i32, FIXED(1), RESULT)
STRUCT(ubi_attach, struct ubi_attach_req,
	F(struct ubi_attach_req, ubi_num, i32), F(struct ubi_attach_req, mtd_num, i32),
	F(struct ubi_attach_req, vid_hdr_offset, i32), F(struct ubi_attach_req, max_beb_per1024, i16),
	UBI_ANSWER(struct ubi_attach_req, ubi_num));
#define UBI_MAKE(member_, t_) F(struct ubi_mkvol_req, member_, t_)
STRUCT(ubi_make, struct ubi_mkvol_req,
	UBI_MAKE(vol_id, i32), UBI_MAKE(alignment, i32), UBI_MAKE(bytes, i64), UBI_MAKE(vol_type, ubi_volume),
	UBI_MAKE(flags, ubi_flags), UBI_MAKE(name_len, i16), UBI_MAKE(name, ubi_name),
	UBI_ANSWER(struct ubi_mkvol_req, vol_id));
/* An element of ubi_rnvol_req's ents, which has no type of its own. */
struct desc_ubi_rename {
	int32_t vol_id;
	int16_t name_len;
	int8_t padding2[2];
	char name[UBI_MAX_VOLUME_NAME + 1];
};
_Static_assert(sizeof(struct desc_ubi_rename) == sizeof(((struct ubi_rnvol_req *)0)->ents[0]), "ents");
STRUCT(ubi_new_name, struct desc_ubi_rename,
	F(struct desc_ubi_rename, vol_id, i32), F(struct desc_ubi_rename, name_len, i16),
	F(struct desc_ubi_rename, name, ubi_name));
STRUCT_AS((.brackets = true), ubi_no_names, struct ubi_rnvol_req, F(struct ubi_rnvol_req, count, i32, HIDDEN));
STRUCT(ubi_rename, struct ubi_rnvol_req,
	F(struct ubi_rnvol_req, count, i32),
	F(struct ubi_rnvol_req, ents, ubi_new_name, FIXED(UBI_MAX_RNVOL), COUNT(count), WHEN_POSITIVE(count)),
	F(struct ubi_rnvol_req, ents, ubi_no_names, WHEN_NOT_POSITIVE(count)));

const struct syscall_desc desc_block_ioctls[] = {
	/* ---- ATA ---- */
	IOCTL(HDIO_GET_UNMASKINTR, OUT(argp, u64)),
	IOCTL(HDIO_GET_MULTCOUNT, OUT(argp, u64)),
	IOCTL(HDIO_OBSOLETE_IDENTITY, OUT(argp, bytes, FIXED(142))),
	IOCTL(HDIO_GET_KEEPSETTINGS, OUT(argp, u64)),
	IOCTL(HDIO_GET_32BIT, OUT(argp, u64)),
	IOCTL(HDIO_GET_NOWERR, OUT(argp, u64)),
	IOCTL(HDIO_GET_DMA, OUT(argp, u64)),
	IOCTL(HDIO_GET_NICE, OUT(argp, hd_nice)),
	IOCTL(HDIO_GET_IDENTITY, OUT(argp, bytes, FIXED(512))),
	IOCTL(HDIO_GET_WCACHE, OUT(argp, u64)),
	IOCTL(HDIO_GET_ACOUSTIC, OUT(argp, u64)),
	IOCTL(HDIO_GET_ADDRESS, OUT(argp, u64)),
	IOCTL(HDIO_GET_BUSSTATE, OUT(argp, hd_busstate)),
	IOCTL(HDIO_DRIVE_RESET, IN(argp, x32, FIXED(3))),
	IOCTL(HDIO_SCAN_HWIF, IN(argp, x32, FIXED(3))),
	IOCTL(HDIO_SET_MULTCOUNT, ARG(argp, u64)),
	IOCTL(HDIO_SET_UNMASKINTR, ARG(argp, u64)),
	IOCTL(HDIO_SET_KEEPSETTINGS, ARG(argp, u64)),
	IOCTL(HDIO_SET_32BIT, ARG(argp, u64)),
	IOCTL(HDIO_SET_NOWERR, ARG(argp, u64)),
	IOCTL(HDIO_SET_DMA, ARG(argp, u64)),
	IOCTL(HDIO_SET_PIO_MODE, ARG(argp, u64)),
	IOCTL(HDIO_SET_NICE, ARG(argp, hd_nice)),
	IOCTL(HDIO_UNREGISTER_HWIF, ARG(argp, u64)),
	IOCTL(HDIO_SET_WCACHE, ARG(argp, u64)),
	IOCTL(HDIO_SET_ACOUSTIC, ARG(argp, u64)),
	IOCTL(HDIO_SET_BUSSTATE, ARG(argp, hd_busstate)),
	IOCTL(HDIO_SET_ADDRESS, ARG(argp, u64)),

	/* ---- block devices ---- */
	IOCTL(BLKPG, IN(argp, blkpg)),
	IOCTL0(BLKTRACESTART),
	IOCTL0(BLKTRACESTOP),
	IOCTL0(BLKTRACETEARDOWN),
	IOCTL(BLKGETZONESZ, OUT(argp, u32)),
	IOCTL(BLKGETNRZONES, OUT(argp, u32)),
	IOCTL(BLKGETDISKSEQ, OUT(argp, u64)),

	/* ---- SCSI ---- */
	IOCTL(SG_SET_TIMEOUT, IN(argp, i32)),
	IOCTL0(SG_GET_TIMEOUT),
	IOCTL(SG_EMULATED_HOST, OUT(argp, i32)),
	IOCTL(SG_GET_TRANSFORM, OUT(argp, i32)),
	IOCTL(SG_GET_COMMAND_Q, OUT(argp, i32)),
	IOCTL(SG_SET_COMMAND_Q, IN(argp, i32)),
	IOCTL(SG_GET_RESERVED_SIZE, OUT(argp, i32)),
	IOCTL(SG_SET_RESERVED_SIZE, IN(argp, i32)),
	IOCTL(SG_GET_SCSI_ID, OUT(argp, sg_scsi_id)),
	IOCTL(SG_SET_FORCE_LOW_DMA, IN(argp, i32)),
	IOCTL(SG_GET_LOW_DMA, OUT(argp, i32)),
	IOCTL(SG_SET_FORCE_PACK_ID, IN(argp, i32)),
	IOCTL(SG_GET_PACK_ID, OUT(argp, i32)),
	IOCTL(SG_GET_NUM_WAITING, OUT(argp, i32)),
	IOCTL(SG_SET_DEBUG, IN(argp, i32)),
	IOCTL(SG_GET_SG_TABLESIZE, OUT(argp, i32)),
	IOCTL(SG_GET_VERSION_NUM, OUT(argp, i32)),
	IOCTL(SG_NEXT_CMD_LEN, IN(argp, i32)),
	IOCTL(SG_SCSI_RESET, IN(argp, sg_reset)),
	IOCTL(SG_GET_REQUEST_TABLE, OUT(argp, sg_req_info)),
	IOCTL(SG_SET_KEEP_ORPHAN, IN(argp, i32)),
	IOCTL(SG_GET_KEEP_ORPHAN, OUT(argp, i32)),
	IOCTL(0x2289 /* SG_GET_ACCESS_COUNT */, OUT(argp, i32)),

	IOCTL(SG_IO, INOUT(argp, sg_io, ALWAYS)),

	/* ---- the device mapper ---- */
	IOCTL(DM_VERSION, INOUT(argp, dm_call_device)),
	IOCTL(DM_REMOVE_ALL, INOUT(argp, dm_call_all)),
	IOCTL(DM_LIST_DEVICES, INOUT(argp, dm_call_list)),
	IOCTL(DM_DEV_CREATE, INOUT(argp, dm_call_state)),
	IOCTL(DM_DEV_REMOVE, INOUT(argp, dm_call_remove)),
	IOCTL(DM_DEV_RENAME, INOUT(argp, dm_call_rename)),
	IOCTL(DM_DEV_SUSPEND, INOUT(argp, dm_call_suspend)),
	IOCTL(DM_DEV_STATUS, INOUT(argp, dm_call_state)),
	IOCTL(DM_DEV_WAIT, INOUT(argp, dm_call_wait)),
	IOCTL(DM_TABLE_LOAD, INOUT(argp, dm_call_load)),
	IOCTL(DM_TABLE_CLEAR, INOUT(argp, dm_call_state)),
	IOCTL(DM_TABLE_DEPS, INOUT(argp, dm_call_deps)),
	IOCTL(DM_TABLE_STATUS, INOUT(argp, dm_call_status)),
	IOCTL(DM_LIST_VERSIONS, INOUT(argp, dm_call_versions)),
	IOCTL(DM_GET_TARGET_VERSION, INOUT(argp, dm_call_version)),
	IOCTL(DM_TARGET_MSG, INOUT(argp, dm_call_message)),
	IOCTL(DM_DEV_SET_GEOMETRY, INOUT(argp, dm_call_geometry)),
	IOCTL(DM_DEV_ARM_POLL, INOUT(argp, dm_call_device)),

	/* ---- network block devices ---- */
	IOCTL(NBD_SET_SOCK, ARG(argp, fd)),
	IOCTL(NBD_SET_BLKSIZE, ARG(argp, u64)),
	IOCTL(NBD_SET_SIZE, ARG(argp, u64)),
	IOCTL(NBD_SET_SIZE_BLOCKS, ARG(argp, u64)),
	IOCTL(NBD_SET_TIMEOUT, ARG(argp, u64)),
	IOCTL(NBD_SET_FLAGS, ARG(argp, nbd_flags)),
	IOCTL0(NBD_DO_IT),
	IOCTL0(NBD_CLEAR_SOCK),
	IOCTL0(NBD_CLEAR_QUE),
	IOCTL0(NBD_PRINT_DEBUG),
	IOCTL0(NBD_DISCONNECT),

	/* ---- flash memory ---- */
	IOCTL(MTDFILEMODE, ARG(argp, mtd_file_mode)),
	IOCTL(MEMGETINFO, OUT(argp, mtd_info)),
	IOCTL(MEMERASE, IN(argp, mtd_erase)),
	IOCTL(MEMLOCK, IN(argp, mtd_erase)),
	IOCTL(MEMUNLOCK, IN(argp, mtd_erase)),
	IOCTL(MEMISLOCKED, IN(argp, mtd_erase)),
	IOCTL(MEMERASE64, IN(argp, mtd_erase64)),
	IOCTL(MEMWRITEOOB, IN(argp, mtd_oob)),
	IOCTL(MEMREADOOB, IN(argp, mtd_oob)),
	IOCTL(MEMWRITEOOB64, IN(argp, mtd_oob64)),
	IOCTL(MEMREADOOB64, IN(argp, mtd_oob64)),
	IOCTL(MEMWRITE, IN(argp, mtd_write)),
	IOCTL(MEMGETREGIONCOUNT, OUT(argp, i32)),
	IOCTL(MEMGETREGIONINFO, INOUT(argp, region_info)),
	IOCTL(MEMGETOOBSEL, OUT(argp, nand_oobinfo)),
	IOCTL(MEMGETBADBLOCK, IN(argp, u64)),
	IOCTL(MEMSETBADBLOCK, IN(argp, u64)),
	IOCTL(ECCGETLAYOUT, OUT(argp, nand_ecclayout)),
	IOCTL(ECCGETSTATS, OUT(argp, ecc_stats)),
	IOCTL(OTPSELECT, IN(argp, mtd_otp)),
	IOCTL(OTPGETREGIONCOUNT, OUT(argp, u32)),
	IOCTL(OTPGETREGIONINFO, OUT(argp, otp_info)),
	IOCTL(OTPLOCK, IN(argp, otp_info)),
	IOCTL(UBI_IOCEBER, IN(argp, i32)),
	IOCTL(UBI_IOCEBCH, IN(argp, ubi_change)),
	IOCTL(UBI_IOCEBUNMAP, IN(argp, i32)),
	IOCTL(UBI_IOCEBISMAP, IN(argp, i32)),
	IOCTL(UBI_IOCEBMAP, IN(argp, ubi_map)),
	IOCTL(UBI_IOCRMVOL, IN(argp, i32)),
	IOCTL(UBI_IOCRPEB, IN(argp, i32)),
	IOCTL(UBI_IOCSPEB, IN(argp, i32)),
	IOCTL(UBI_IOCDET, IN(argp, i32)),
	IOCTL(UBI_IOCVOLUP, IN(argp, i64)),
	IOCTL(UBI_IOCRSVOL, IN(argp, ubi_resize)),
	IOCTL(UBI_IOCATT, INOUT(argp, ubi_attach)),
	IOCTL(UBI_IOCMKVOL, INOUT(argp, ubi_make)),
	IOCTL(UBI_IOCRNVOL, IN(argp, ubi_rename)),
	IOCTL(UBI_IOCSETVOLPROP, IN(argp, ubi_set_property)),
	IOCTL0(UBI_IOCVOLCRBLK),
	IOCTL0(UBI_IOCVOLRMBLK),
	{ 0 }
};
/* clang-format on */
