// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * ioctls of btrfs; their flags, structures and forms. See ioctls.c.
 */
#include <stdint.h>
#include <linux/btrfs.h>
#include <linux/btrfs_tree.h>
#include "nr-x86_64.h"
#include "types.h"

/* clang-format off */

/* ---- flags ---- */

/* Numbers of which the largest has a name. */
ENUM_AS((.of = &type_u64), u64_max, 8, NULL, X(UINT64_MAX));
ENUM_AS((.of = &type_u32), btrfs_key_type, 4, NULL,
	X(BTRFS_INODE_ITEM_KEY), X(BTRFS_INODE_REF_KEY), X(BTRFS_INODE_EXTREF_KEY), X(BTRFS_XATTR_ITEM_KEY),
	X(BTRFS_VERITY_DESC_ITEM_KEY), X(BTRFS_VERITY_MERKLE_ITEM_KEY), X(BTRFS_ORPHAN_ITEM_KEY), X(BTRFS_DIR_LOG_ITEM_KEY),
	X(BTRFS_DIR_LOG_INDEX_KEY), X(BTRFS_DIR_ITEM_KEY), X(BTRFS_DIR_INDEX_KEY), X(BTRFS_EXTENT_DATA_KEY),
	X(BTRFS_EXTENT_CSUM_KEY), X(BTRFS_ROOT_ITEM_KEY), X(BTRFS_ROOT_BACKREF_KEY), X(BTRFS_ROOT_REF_KEY),
	X(BTRFS_EXTENT_ITEM_KEY), X(BTRFS_METADATA_ITEM_KEY), X(BTRFS_TREE_BLOCK_REF_KEY), X(BTRFS_EXTENT_DATA_REF_KEY),
	X(BTRFS_EXTENT_REF_V0_KEY), X(BTRFS_SHARED_BLOCK_REF_KEY), X(BTRFS_SHARED_DATA_REF_KEY),
	X(BTRFS_BLOCK_GROUP_ITEM_KEY), X(BTRFS_FREE_SPACE_INFO_KEY), X(BTRFS_FREE_SPACE_EXTENT_KEY),
	X(BTRFS_FREE_SPACE_BITMAP_KEY), X(BTRFS_DEV_EXTENT_KEY), X(BTRFS_DEV_ITEM_KEY), X(BTRFS_CHUNK_ITEM_KEY),
	X(BTRFS_QGROUP_STATUS_KEY), X(BTRFS_QGROUP_INFO_KEY), X(BTRFS_QGROUP_LIMIT_KEY), X(BTRFS_QGROUP_RELATION_KEY),
	X(BTRFS_TEMPORARY_ITEM_KEY), X(BTRFS_PERSISTENT_ITEM_KEY), X(BTRFS_DEV_REPLACE_KEY), X(BTRFS_UUID_KEY_SUBVOL),
	X(BTRFS_UUID_KEY_RECEIVED_SUBVOL), X(BTRFS_STRING_ITEM_KEY), X(UINT32_MAX));
ENUM_AS((.of = &type_u64), btrfs_tree_id, 8, NULL,
	X(BTRFS_ROOT_TREE_OBJECTID), X(BTRFS_EXTENT_TREE_OBJECTID), X(BTRFS_CHUNK_TREE_OBJECTID),
	X(BTRFS_DEV_TREE_OBJECTID), X(BTRFS_FS_TREE_OBJECTID), X(BTRFS_ROOT_TREE_DIR_OBJECTID),
	X(BTRFS_CSUM_TREE_OBJECTID), X(BTRFS_QUOTA_TREE_OBJECTID), X(BTRFS_UUID_TREE_OBJECTID),
	X(BTRFS_FREE_SPACE_TREE_OBJECTID), X(BTRFS_BLOCK_GROUP_TREE_OBJECTID),
	X(BTRFS_FIRST_FREE_OBJECTID), X(BTRFS_BALANCE_OBJECTID), X(BTRFS_ORPHAN_OBJECTID),
	X(BTRFS_TREE_LOG_OBJECTID), X(BTRFS_TREE_LOG_FIXUP_OBJECTID), X(BTRFS_TREE_RELOC_OBJECTID),
	X(BTRFS_DATA_RELOC_TREE_OBJECTID), X(BTRFS_EXTENT_CSUM_OBJECTID), X(BTRFS_FREE_SPACE_OBJECTID),
	X(BTRFS_FREE_INO_OBJECTID), XV(-255LL, "BTRFS_MULTIPLE_OBJECTIDS"), X(UINT64_MAX));
FLAGSET(btrfs_subvol_flags, 8, "BTRFS_SUBVOL_???",
	X(BTRFS_SUBVOL_CREATE_ASYNC), X(BTRFS_SUBVOL_RDONLY), X(BTRFS_SUBVOL_QGROUP_INHERIT));
FLAGSET(btrfs_defrag_flags, 8, "BTRFS_DEFRAG_RANGE_???",
	X(BTRFS_DEFRAG_RANGE_COMPRESS), X(BTRFS_DEFRAG_RANGE_START_IO));
/* <linux/btrfs.h> does not have these: as in the kernel's super block. */
ENUM(btrfs_compress, 4, "BTRFS_COMPRESS_???",
	XV(0, "BTRFS_COMPRESS_NONE"), XV(1, "BTRFS_COMPRESS_ZLIB"), XV(2, "BTRFS_COMPRESS_LZO"),
	XV(3, "BTRFS_COMPRESS_ZSTD"));
FLAGSET(btrfs_compat, 8, NULL, XU(UINT64_MAX, "BTRFS_FEATURE_COMPAT_???"));
FLAGSET(btrfs_compat_ro, 8, "BTRFS_FEATURE_COMPAT_RO_???",
	X(BTRFS_FEATURE_COMPAT_RO_FREE_SPACE_TREE), X(BTRFS_FEATURE_COMPAT_RO_FREE_SPACE_TREE_VALID),
	X(BTRFS_FEATURE_COMPAT_RO_VERITY), XV(8, "BTRFS_FEATURE_COMPAT_RO_BLOCK_GROUP_TREE"));
FLAGSET(btrfs_incompat, 8, "BTRFS_FEATURE_INCOMPAT_???",
	X(BTRFS_FEATURE_INCOMPAT_MIXED_BACKREF), X(BTRFS_FEATURE_INCOMPAT_DEFAULT_SUBVOL),
	X(BTRFS_FEATURE_INCOMPAT_MIXED_GROUPS), X(BTRFS_FEATURE_INCOMPAT_COMPRESS_LZO),
	X(BTRFS_FEATURE_INCOMPAT_COMPRESS_ZSTD), X(BTRFS_FEATURE_INCOMPAT_BIG_METADATA),
	X(BTRFS_FEATURE_INCOMPAT_EXTENDED_IREF), X(BTRFS_FEATURE_INCOMPAT_RAID56),
	X(BTRFS_FEATURE_INCOMPAT_SKINNY_METADATA), X(BTRFS_FEATURE_INCOMPAT_NO_HOLES),
	X(BTRFS_FEATURE_INCOMPAT_METADATA_UUID), X(BTRFS_FEATURE_INCOMPAT_RAID1C34), X(BTRFS_FEATURE_INCOMPAT_ZONED),
	X(BTRFS_FEATURE_INCOMPAT_EXTENT_TREE_V2));
FLAGSET(btrfs_send_flags, 8, "BTRFS_SEND_FLAGS_???",
	X(BTRFS_SEND_FLAG_NO_FILE_DATA), X(BTRFS_SEND_FLAG_OMIT_STREAM_HEADER), X(BTRFS_SEND_FLAG_OMIT_END_CMD),
	X(BTRFS_SEND_FLAG_VERSION), X(BTRFS_SEND_FLAG_COMPRESSED));
FLAGSET(btrfs_limit_flags, 8, "BTRFS_QGROUP_LIMIT_???",
	X(BTRFS_QGROUP_LIMIT_MAX_RFER), X(BTRFS_QGROUP_LIMIT_MAX_EXCL), X(BTRFS_QGROUP_LIMIT_RSV_RFER),
	X(BTRFS_QGROUP_LIMIT_RSV_EXCL), X(BTRFS_QGROUP_LIMIT_RFER_CMPR), X(BTRFS_QGROUP_LIMIT_EXCL_CMPR));
FLAGSET(btrfs_info_flags, 8, "BTRFS_FS_INFO_FLAG_???",
	X(BTRFS_FS_INFO_FLAG_CSUM_INFO), X(BTRFS_FS_INFO_FLAG_GENERATION), X(BTRFS_FS_INFO_FLAG_METADATA_UUID));
ENUM(btrfs_csum_type, 2, "BTRFS_CSUM_TYPE_???",
	X(BTRFS_CSUM_TYPE_CRC32), X(BTRFS_CSUM_TYPE_XXHASH), X(BTRFS_CSUM_TYPE_SHA256), X(BTRFS_CSUM_TYPE_BLAKE2));
FLAGSET(btrfs_scrub_flags, 8, "BTRFS_SCRUB_???", X(BTRFS_SCRUB_READONLY));
FLAGSET(btrfs_stats_flags, 8, "BTRFS_DEV_STATS_???", X(BTRFS_DEV_STATS_RESET));
FLAGSET(btrfs_logical_flags, 8, "BTRFS_LOGICAL_INO_ARGS_???", X(BTRFS_LOGICAL_INO_ARGS_IGNORE_OFFSET));
ENUM(btrfs_balance_cmd, 4, "BTRFS_BALANCE_CTL_???", X(BTRFS_BALANCE_CTL_PAUSE), X(BTRFS_BALANCE_CTL_CANCEL));
FLAGSET(btrfs_balance_flags, 8, "BTRFS_BALANCE_???",
	X(BTRFS_BALANCE_DATA), X(BTRFS_BALANCE_SYSTEM), X(BTRFS_BALANCE_METADATA), X(BTRFS_BALANCE_FORCE),
	X(BTRFS_BALANCE_RESUME));
FLAGSET(btrfs_balance_state, 8, "BTRFS_BALANCE_STATE_???",
	X(BTRFS_BALANCE_STATE_RUNNING), X(BTRFS_BALANCE_STATE_PAUSE_REQ), X(BTRFS_BALANCE_STATE_CANCEL_REQ));
ENUM(btrfs_quota_cmd, 8, "BTRFS_QUOTA_CTL_???",
	X(BTRFS_QUOTA_CTL_ENABLE), X(BTRFS_QUOTA_CTL_DISABLE), X(BTRFS_QUOTA_CTL_RESCAN__NOTUSED));
ENUM(btrfs_replace_cmd, 8, "BTRFS_IOCTL_DEV_REPLACE_CMD_???",
	X(BTRFS_IOCTL_DEV_REPLACE_CMD_START), X(BTRFS_IOCTL_DEV_REPLACE_CMD_STATUS),
	X(BTRFS_IOCTL_DEV_REPLACE_CMD_CANCEL));
#define BLOCK_GROUPS \
	X(BTRFS_BLOCK_GROUP_DATA), X(BTRFS_BLOCK_GROUP_SYSTEM), X(BTRFS_BLOCK_GROUP_METADATA), X(BTRFS_BLOCK_GROUP_RAID0), \
	X(BTRFS_BLOCK_GROUP_RAID1), X(BTRFS_BLOCK_GROUP_DUP), X(BTRFS_BLOCK_GROUP_RAID10), X(BTRFS_BLOCK_GROUP_RAID5), \
	X(BTRFS_BLOCK_GROUP_RAID6), X(BTRFS_BLOCK_GROUP_RAID1C3), X(BTRFS_BLOCK_GROUP_RAID1C4), X(BTRFS_AVAIL_ALLOC_BIT_SINGLE), \
	XV(1ULL << 49, "BTRFS_SPACE_INFO_GLOBAL_RSV")
FLAGSET(btrfs_space_flags, 8, "BTRFS_SPACE_INFO_???", BLOCK_GROUPS);
FLAGSET(btrfs_block_groups, 8, "BTRFS_BLOCK_GROUP_???", BLOCK_GROUPS);

/* ---- structures ---- */

STRUCT(btrfs_vol, struct btrfs_ioctl_vol_args,
	FD64(struct btrfs_ioctl_vol_args, fd), F(struct btrfs_ioctl_vol_args, name, chars));
#define VOL2(member_, t_, ...) F(struct btrfs_ioctl_vol_args_v2, member_, t_, ##__VA_ARGS__)
STRUCT(btrfs_vol2, struct btrfs_ioctl_vol_args_v2,
	FD64(struct btrfs_ioctl_vol_args_v2, fd), VOL2(flags, btrfs_subvol_flags),
	VOL2(size, u64, WHEN(flags, BTRFS_SUBVOL_QGROUP_INHERIT)),
	VOL2(qgroup_inherit, addr, WHEN(flags, BTRFS_SUBVOL_QGROUP_INHERIT)), VOL2(name, chars), VOL2(transid, u64, RESULT));
struct desc_word {
	uint64_t word;
};
STRUCT(btrfs_flags, struct desc_word, FN(struct desc_word, word, , btrfs_subvol_flags));
STRUCT(btrfs_qgroup_create, struct btrfs_ioctl_qgroup_create_args,
	F(struct btrfs_ioctl_qgroup_create_args, create, u64), F(struct btrfs_ioctl_qgroup_create_args, qgroupid, u64));
STRUCT(btrfs_qgroup_assign, struct btrfs_ioctl_qgroup_assign_args,
	F(struct btrfs_ioctl_qgroup_assign_args, assign, u64), F(struct btrfs_ioctl_qgroup_assign_args, src, u64),
	F(struct btrfs_ioctl_qgroup_assign_args, dst, u64));
#define LIMIT(member_, t_) F(struct btrfs_qgroup_limit, member_, t_)
STRUCT(btrfs_limit, struct btrfs_qgroup_limit,
	LIMIT(flags, btrfs_limit_flags), LIMIT(max_rfer, u64), LIMIT(max_excl, u64), LIMIT(rsv_rfer, u64),
	LIMIT(rsv_excl, u64));
STRUCT(btrfs_qgroup_limit, struct btrfs_ioctl_qgroup_limit_args,
	F(struct btrfs_ioctl_qgroup_limit_args, qgroupid, u64), F(struct btrfs_ioctl_qgroup_limit_args, lim, btrfs_limit));
#define DEFRAG(member_, t_) F(struct btrfs_ioctl_defrag_range_args, member_, t_)
STRUCT(btrfs_defrag, struct btrfs_ioctl_defrag_range_args,
	DEFRAG(start, u64), DEFRAG(len, u64_max), DEFRAG(flags, btrfs_defrag_flags), DEFRAG(extent_thresh, u32),
	DEFRAG(compress_type, btrfs_compress));
#define FEATURES(member_, t_) F(struct btrfs_ioctl_feature_flags, member_, t_)
#define FEATURES_AS(name_, note_) STRUCT_AS((.note = (note_)), name_, struct btrfs_ioctl_feature_flags, \
	FEATURES(compat_flags, btrfs_compat), FEATURES(compat_ro_flags, btrfs_compat_ro), \
	FEATURES(incompat_flags, btrfs_incompat))
FEATURES_AS(btrfs_features, NULL);
FEATURES_AS(btrfs_supported, "supported");
FEATURES_AS(btrfs_to_set, "safe to set");
FEATURES_AS(btrfs_to_clear, "safe to clear");
#define OF_THREE(t_, i_) { .name = "", .type = &type_##t_, .offset = (i_) * sizeof(struct btrfs_ioctl_feature_flags), \
	.size = sizeof(struct btrfs_ioctl_feature_flags) }
STRUCT_AS((.brackets = true), btrfs_all_features, struct btrfs_ioctl_feature_flags[3],
	OF_THREE(btrfs_supported, 0), OF_THREE(btrfs_to_set, 1), OF_THREE(btrfs_to_clear, 2));
STRUCT(btrfs_rescan, struct btrfs_ioctl_quota_rescan_args, F(struct btrfs_ioctl_quota_rescan_args, flags, u64));
STRUCT(btrfs_rescan_status, struct btrfs_ioctl_quota_rescan_args,
	F(struct btrfs_ioctl_quota_rescan_args, flags, u64), F(struct btrfs_ioctl_quota_rescan_args, progress, u64_max));
#define SEND(member_, t_, ...) F(struct btrfs_ioctl_send_args, member_, t_, ##__VA_ARGS__)
STRUCT(btrfs_send, struct btrfs_ioctl_send_args,
	FD64(struct btrfs_ioctl_send_args, send_fd), SEND(clone_sources_count, u64),
	SEND(clone_sources, u64, COUNT(clone_sources_count), .dir = DIR_PTR), SEND(parent_root, btrfs_tree_id),
	SEND(flags, btrfs_send_flags));
#define INFO(member_, t_, ...) F(struct btrfs_ioctl_fs_info_args, member_, t_, ##__VA_ARGS__)
STRUCT(btrfs_fs_info, struct btrfs_ioctl_fs_info_args,
	INFO(max_id, u64), INFO(num_devices, u64), INFO(fsid, uuid), INFO(nodesize, u32), INFO(sectorsize, u32),
	INFO(clone_alignment, u32), INFO(csum_type, btrfs_csum_type, WHEN(flags, BTRFS_FS_INFO_FLAG_CSUM_INFO)),
	INFO(csum_size, u16, WHEN(flags, BTRFS_FS_INFO_FLAG_CSUM_INFO)), INFO(flags, btrfs_info_flags),
	INFO(generation, u64, WHEN(flags, BTRFS_FS_INFO_FLAG_GENERATION)),
	INFO(metadata_uuid, uuid, WHEN(flags, BTRFS_FS_INFO_FLAG_METADATA_UUID)));
#define DEV(member_, t_, ...) F(struct btrfs_ioctl_dev_info_args, member_, t_, ##__VA_ARGS__)
STRUCT(btrfs_dev_info, struct btrfs_ioctl_dev_info_args,
	DEV(devid, dev), DEV(uuid, uuid, IF_NOT_ZERO), DEV(uuid, uuid, .flags = FIELD_RESULT | FIELD_IF_SET),
	DEV(bytes_used, u64, RESULT), DEV(total_bytes, u64, RESULT), DEV(path, chars, RESULT));
#define PROGRESS(member_) F(struct btrfs_scrub_progress, member_, u64)
STRUCT(btrfs_scrub_progress, struct btrfs_scrub_progress,
	PROGRESS(data_extents_scrubbed), PROGRESS(tree_extents_scrubbed), PROGRESS(data_bytes_scrubbed),
	PROGRESS(tree_bytes_scrubbed), PROGRESS(read_errors), PROGRESS(csum_errors), PROGRESS(verify_errors),
	PROGRESS(no_csum), PROGRESS(csum_discards), PROGRESS(super_errors), PROGRESS(malloc_errors),
	PROGRESS(uncorrectable_errors), PROGRESS(corrected_errors), PROGRESS(last_physical), PROGRESS(unverified_errors));
#define SCRUB(member_, t_, ...) F(struct btrfs_ioctl_scrub_args, member_, t_, ##__VA_ARGS__)
STRUCT(btrfs_scrub, struct btrfs_ioctl_scrub_args,
	SCRUB(devid, dev), SCRUB(start, u64), SCRUB(end, u64_max), SCRUB(flags, btrfs_scrub_flags),
	SCRUB(progress, btrfs_scrub_progress, RESULT));
STRUCT(btrfs_scrub_status, struct btrfs_ioctl_scrub_args,
	SCRUB(devid, dev), SCRUB(progress, btrfs_scrub_progress, RESULT));
#define KEY(member_, t_) F(struct btrfs_ioctl_search_key, member_, t_)
STRUCT(btrfs_key, struct btrfs_ioctl_search_key,
	KEY(tree_id, btrfs_tree_id), KEY(min_objectid, btrfs_tree_id), KEY(max_objectid, btrfs_tree_id), KEY(min_offset, u64_max),
	KEY(max_offset, u64_max), KEY(min_transid, u64_max), KEY(max_transid, u64_max), KEY(min_type, btrfs_key_type),
	KEY(max_type, btrfs_key_type), KEY(nr_items, u32));
STRUCT(btrfs_key_found, struct btrfs_ioctl_search_key, KEY(nr_items, u32));
#define ITEM(member_, t_) F(struct btrfs_ioctl_search_header, member_, t_)
STRUCT(btrfs_item, struct btrfs_ioctl_search_header,
	ITEM(transid, u64), ITEM(objectid, btrfs_tree_id), ITEM(offset, u64), ITEM(type, btrfs_key_type), ITEM(len, u32));
RECORDS(btrfs_items, btrfs_item, len, "items", .behind = true, .number = "nr_items", .size = 0xfff8);
#define FOUND(ctype_) \
	F(ctype_, key, btrfs_key_found, RESULT), \
	{ .name = "nr_items", .type = &type_u32, .offset = offsetof(ctype_, key.nr_items), .size = 4, HIDDEN }
STRUCT(btrfs_search, struct btrfs_ioctl_search_args,
	F(struct btrfs_ioctl_search_args, key, btrfs_key), FOUND(struct btrfs_ioctl_search_args),
	F(struct btrfs_ioctl_search_args, buf, btrfs_items, .flags = FIELD_RESULT | FIELD_VERBOSE));
STRUCT(btrfs_search_v2, struct btrfs_ioctl_search_args_v2,
	F(struct btrfs_ioctl_search_args_v2, key, btrfs_key), F(struct btrfs_ioctl_search_args_v2, buf_size, u64),
	FOUND(struct btrfs_ioctl_search_args_v2), F(struct btrfs_ioctl_search_args_v2, buf_size, u64, RESULT),
	{ .name = "buf", .type = &type_btrfs_items, .offset = sizeof(struct btrfs_ioctl_search_args_v2), LEN(buf_size),
	  .flags = FIELD_TAIL | FIELD_DEEP | FIELD_RESULT | FIELD_VERBOSE });
STRUCT(btrfs_ino_lookup, struct btrfs_ioctl_ino_lookup_args,
	F(struct btrfs_ioctl_ino_lookup_args, treeid, btrfs_tree_id), F(struct btrfs_ioctl_ino_lookup_args, objectid, btrfs_tree_id),
	F(struct btrfs_ioctl_ino_lookup_args, name, chars, RESULT));
#define CONTAINER(member_) F(struct btrfs_data_container, member_, u32)
#define CONTAINER_HEAD CONTAINER(bytes_left), CONTAINER(bytes_missing), CONTAINER(elem_cnt), CONTAINER(elem_missed)
STRUCT(btrfs_path_container, struct btrfs_data_container, CONTAINER_HEAD,
	{ .name = "val", .type = &type_btrfs_paths, LEN(argp.size), .flags = FIELD_TAIL | FIELD_DEEP | FIELD_VERBOSE });
STRUCT(btrfs_ino_paths, struct btrfs_ioctl_ino_path_args,
	F(struct btrfs_ioctl_ino_path_args, inum, u64), F(struct btrfs_ioctl_ino_path_args, size, u64),
	F(struct btrfs_ioctl_ino_path_args, fspath, addr),
	P(struct btrfs_ioctl_ino_path_args, fspath, btrfs_path_container, RESULT));
struct desc_btrfs_inode { /* three elements of a container */
	uint64_t inum, offset, root;
};
#define INODE(member_, t_) F(struct desc_btrfs_inode, member_, t_)
STRUCT(btrfs_inode, struct desc_btrfs_inode, INODE(inum, u64), INODE(offset, u64), INODE(root, u64));
STRUCT(btrfs_inodes, struct btrfs_data_container,
	CONTAINER_HEAD,
	{ .name = "val", .type = &type_btrfs_inode, .offset = offsetof(struct btrfs_data_container, val), COUNT(elem_cnt), PER(3),
	  .flags = FIELD_TAIL | FIELD_DEEP | FIELD_VERBOSE });
#define LOGICAL(member_, t_, ...) F(struct btrfs_ioctl_logical_ino_args, member_, t_, ##__VA_ARGS__)
STRUCT(btrfs_logical_ino, struct btrfs_ioctl_logical_ino_args,
	LOGICAL(logical, u64), LOGICAL(size, u64), LOGICAL(reserved, x64, .fixed = 3, IF_NOT_ZERO),
	LOGICAL(flags, btrfs_logical_flags), LOGICAL(inodes, addr), LOGICAL(inodes, btrfs_inodes, .dir = DIR_PTR, RESULT));
#define RECEIVED(member_, t_, ...) F(struct btrfs_ioctl_received_subvol_args, member_, t_, ##__VA_ARGS__)
STRUCT_AS((.date = 9), btrfs_time, struct btrfs_ioctl_timespec,
	F(struct btrfs_ioctl_timespec, sec, u64), F(struct btrfs_ioctl_timespec, nsec, u32));
STRUCT(btrfs_received, struct btrfs_ioctl_received_subvol_args,
	RECEIVED(uuid, uuid), RECEIVED(stransid, u64), RECEIVED(stime, btrfs_time), RECEIVED(flags, u64),
	RECEIVED(rtransid, u64, RESULT), RECEIVED(rtime, btrfs_time, RESULT));
STRUCT(btrfs_quota_ctl, struct btrfs_ioctl_quota_ctl_args, F(struct btrfs_ioctl_quota_ctl_args, cmd, btrfs_quota_cmd));
#define VALUE(i_) { .name = "[" #i_ "]", .type = &type_u64, .offset = 8 * (i_), .size = 8, \
	WHEN_ABOVE(argp.nr_items, i_) }
STRUCT_AS((.brackets = true), btrfs_dev_values, uint64_t[BTRFS_DEV_STAT_VALUES_MAX],
	VALUE(BTRFS_DEV_STAT_WRITE_ERRS), VALUE(BTRFS_DEV_STAT_READ_ERRS), VALUE(BTRFS_DEV_STAT_FLUSH_ERRS),
	VALUE(BTRFS_DEV_STAT_CORRUPTION_ERRS), VALUE(BTRFS_DEV_STAT_GENERATION_ERRS),
	{ .name = "", .type = &type_more, .size = 1, WHEN_ABOVE(argp.nr_items, BTRFS_DEV_STAT_VALUES_MAX) });
#define STATS(member_, t_, ...) F(struct btrfs_ioctl_get_dev_stats, member_, t_, ##__VA_ARGS__)
STRUCT(btrfs_dev_stats, struct btrfs_ioctl_get_dev_stats,
	STATS(devid, dev), STATS(nr_items, u64), STATS(flags, btrfs_stats_flags), STATS(nr_items, u64, RESULT),
	STATS(flags, btrfs_stats_flags, RESULT), FN(struct btrfs_ioctl_get_dev_stats, values, , btrfs_dev_values, RESULT));
STRUCT(btrfs_space_info, struct btrfs_ioctl_space_info,
	F(struct btrfs_ioctl_space_info, flags, btrfs_space_flags), F(struct btrfs_ioctl_space_info, total_bytes, u64),
	F(struct btrfs_ioctl_space_info, used_bytes, u64));
#define SPACE(member_, t_, ...) F(struct btrfs_ioctl_space_args, member_, t_, ##__VA_ARGS__)
STRUCT(btrfs_space, struct btrfs_ioctl_space_args,
	SPACE(space_slots, u64), SPACE(total_spaces, u64, RESULT),
	{ .name = "spaces", .type = &type_btrfs_space_info, .offset = offsetof(struct btrfs_ioctl_space_args, spaces),
	  .flags = FIELD_TAIL | FIELD_RESULT | FIELD_VERBOSE, COUNT(total_spaces) });
FLAGSET(btrfs_balance_args_flags, 8, "BTRFS_BALANCE_ARGS_???",
	X(BTRFS_BALANCE_ARGS_PROFILES), X(BTRFS_BALANCE_ARGS_USAGE), X(BTRFS_BALANCE_ARGS_DEVID),
	X(BTRFS_BALANCE_ARGS_DRANGE), X(BTRFS_BALANCE_ARGS_VRANGE), X(BTRFS_BALANCE_ARGS_LIMIT),
	X(BTRFS_BALANCE_ARGS_LIMIT_RANGE), X(BTRFS_BALANCE_ARGS_STRIPES_RANGE), X(BTRFS_BALANCE_ARGS_CONVERT),
	X(BTRFS_BALANCE_ARGS_SOFT), X(BTRFS_BALANCE_ARGS_USAGE_RANGE));
#define BALANCE_ARGS(member_, t_) F(struct btrfs_balance_args, member_, t_)
STRUCT(btrfs_balance_args, struct btrfs_balance_args,
	BALANCE_ARGS(profiles, btrfs_block_groups), BALANCE_ARGS(usage, u64_max), BALANCE_ARGS(devid, dev),
	BALANCE_ARGS(pstart, u64_max), BALANCE_ARGS(pend, u64_max), BALANCE_ARGS(vstart, u64_max),
	BALANCE_ARGS(vend, u64_max), BALANCE_ARGS(target, u64_max), BALANCE_ARGS(flags, btrfs_balance_args_flags));
#define BALANCE(member_, t_, ...) F(struct btrfs_ioctl_balance_args, member_, t_, ##__VA_ARGS__)
#define BALANCED(...) \
	BALANCE(data, btrfs_balance_args, WHEN(flags, BTRFS_BALANCE_DATA), ##__VA_ARGS__), \
	BALANCE(meta, btrfs_balance_args, WHEN(flags, BTRFS_BALANCE_METADATA), ##__VA_ARGS__), \
	BALANCE(sys, btrfs_balance_args, WHEN(flags, BTRFS_BALANCE_SYSTEM), ##__VA_ARGS__)
STRUCT(btrfs_balance, struct btrfs_ioctl_balance_args,
	BALANCE(flags, btrfs_balance_flags), BALANCED(), BALANCE(flags, btrfs_balance_flags, RESULT),
	BALANCE(state, btrfs_balance_state, RESULT), BALANCED(RESULT));
STRUCT(btrfs_balance_progress, struct btrfs_ioctl_balance_args,
	BALANCE(flags, btrfs_balance_flags), BALANCE(state, btrfs_balance_state), BALANCED());
ENUM(btrfs_replace_mode, 8, "BTRFS_IOCTL_DEV_REPLACE_CONT_READING_FROM_SRCDEV_MODE_???",
	X(BTRFS_IOCTL_DEV_REPLACE_CONT_READING_FROM_SRCDEV_MODE_ALWAYS),
	X(BTRFS_IOCTL_DEV_REPLACE_CONT_READING_FROM_SRCDEV_MODE_AVOID));
ENUM(btrfs_replace_result, 8, "BTRFS_IOCTL_DEV_REPLACE_RESULT_???",
	X(BTRFS_IOCTL_DEV_REPLACE_RESULT_NO_ERROR), X(BTRFS_IOCTL_DEV_REPLACE_RESULT_NOT_STARTED),
	X(BTRFS_IOCTL_DEV_REPLACE_RESULT_ALREADY_STARTED), X(BTRFS_IOCTL_DEV_REPLACE_RESULT_SCRUB_INPROGRESS));
#define REPLACE_START(member_, t_) F(struct btrfs_ioctl_dev_replace_start_params, member_, t_)
STRUCT(btrfs_replace_start, struct btrfs_ioctl_dev_replace_start_params,
	REPLACE_START(srcdevid, dev), REPLACE_START(cont_reading_from_srcdev_mode, btrfs_replace_mode),
	REPLACE_START(srcdev_name, chars), REPLACE_START(tgtdev_name, chars));
STRUCT(btrfs_replace, struct btrfs_ioctl_dev_replace_args,
	F(struct btrfs_ioctl_dev_replace_args, cmd, btrfs_replace_cmd),
	F(struct btrfs_ioctl_dev_replace_args, start, btrfs_replace_start, WHEN_IS(cmd, BTRFS_IOCTL_DEV_REPLACE_CMD_START)),
	F(struct btrfs_ioctl_dev_replace_args, result, btrfs_replace_result, RESULT));

const struct syscall_desc desc_btrfs_ioctls[] = {
	IOCTL0(BTRFS_IOC_TRANS_START),
	IOCTL0(BTRFS_IOC_TRANS_END),
	IOCTL0(BTRFS_IOC_SYNC),
	IOCTL0(BTRFS_IOC_SCRUB_CANCEL),
	IOCTL0(BTRFS_IOC_QUOTA_RESCAN_WAIT),
	IOCTL0(BTRFS_IOC_DEFRAG),
	IOCTL0(BTRFS_IOC_BALANCE),
	IOCTL(BTRFS_IOC_SNAP_CREATE, IN(argp, btrfs_vol)),
	IOCTL(BTRFS_IOC_RESIZE, IN(argp, btrfs_vol)),
	IOCTL(BTRFS_IOC_SCAN_DEV, IN(argp, btrfs_vol)),
	IOCTL(BTRFS_IOC_FORGET_DEV, IN(argp, btrfs_vol)),
	IOCTL(BTRFS_IOC_ADD_DEV, IN(argp, btrfs_vol)),
	IOCTL(BTRFS_IOC_RM_DEV, IN(argp, btrfs_vol)),
	IOCTL(BTRFS_IOC_SUBVOL_CREATE, IN(argp, btrfs_vol)),
	IOCTL(BTRFS_IOC_SNAP_DESTROY, IN(argp, btrfs_vol)),
	IOCTL(BTRFS_IOC_DEVICES_READY, IN(argp, btrfs_vol)),
	IOCTL(BTRFS_IOC_SNAP_CREATE_V2, INOUT(argp, btrfs_vol2)),
	IOCTL(BTRFS_IOC_SUBVOL_CREATE_V2, INOUT(argp, btrfs_vol2)),
	IOCTL(BTRFS_IOC_DEFAULT_SUBVOL, IN(argp, u64)),
	IOCTL(BTRFS_IOC_WAIT_SYNC, IN(argp, u64)),
	IOCTL(BTRFS_IOC_START_SYNC, OUT(argp, u64)),
	IOCTL(BTRFS_IOC_SUBVOL_GETFLAGS, OUT(argp, btrfs_flags)),
	IOCTL(BTRFS_IOC_SUBVOL_SETFLAGS, IN(argp, btrfs_flags)),
	IOCTL(BTRFS_IOC_DEFRAG_RANGE, IN(argp, btrfs_defrag)),
	IOCTL(BTRFS_IOC_BALANCE_CTL, ARG(argp, btrfs_balance_cmd)),
	IOCTL(BTRFS_IOC_BALANCE_V2, INOUT(argp, btrfs_balance)),
	IOCTL(BTRFS_IOC_BALANCE_PROGRESS, OUT(argp, btrfs_balance_progress)),
	IOCTL(BTRFS_IOC_DEV_REPLACE, INOUT(argp, btrfs_replace)),
	IOCTL(BTRFS_IOC_FS_INFO, OUT(argp, btrfs_fs_info)),
	IOCTL(BTRFS_IOC_DEV_INFO, INOUT(argp, btrfs_dev_info)),
	IOCTL(BTRFS_IOC_SPACE_INFO, INOUT(argp, btrfs_space)),
	IOCTL(BTRFS_IOC_GET_FEATURES, OUT(argp, btrfs_features)),
	IOCTL(BTRFS_IOC_GET_SUPPORTED_FEATURES, OUT(argp, btrfs_all_features)),
	IOCTL(BTRFS_IOC_SET_FEATURES, IN(argp, btrfs_features, FIXED(2))),
	IOCTL(BTRFS_IOC_TREE_SEARCH, INOUT(argp, btrfs_search)),
	IOCTL(BTRFS_IOC_TREE_SEARCH_V2, INOUT(argp, btrfs_search_v2)),
	IOCTL(BTRFS_IOC_INO_LOOKUP, INOUT(argp, btrfs_ino_lookup)),
	IOCTL(BTRFS_IOC_INO_PATHS, INOUT(argp, btrfs_ino_paths)),
	IOCTL(BTRFS_IOC_LOGICAL_INO, INOUT(argp, btrfs_logical_ino)),
	IOCTL(BTRFS_IOC_SEND, IN(argp, btrfs_send)),
	IOCTL(BTRFS_IOC_SET_RECEIVED_SUBVOL, INOUT(argp, btrfs_received)),
	IOCTL(BTRFS_IOC_SCRUB, INOUT(argp, btrfs_scrub)),
	IOCTL(BTRFS_IOC_SCRUB_PROGRESS, INOUT(argp, btrfs_scrub_status)),
	IOCTL(BTRFS_IOC_GET_DEV_STATS, INOUT(argp, btrfs_dev_stats)),
	IOCTL(BTRFS_IOC_QUOTA_CTL, IN(argp, btrfs_quota_ctl)),
	IOCTL(BTRFS_IOC_QUOTA_RESCAN, IN(argp, btrfs_rescan)),
	IOCTL(BTRFS_IOC_QUOTA_RESCAN_STATUS, OUT(argp, btrfs_rescan_status)),
	IOCTL(BTRFS_IOC_QGROUP_CREATE, IN(argp, btrfs_qgroup_create)),
	IOCTL(BTRFS_IOC_QGROUP_ASSIGN, IN(argp, btrfs_qgroup_assign)),
	IOCTL(BTRFS_IOC_QGROUP_LIMIT, OUT(argp, btrfs_qgroup_limit)),
	{ 0 }
};
/* clang-format on */
