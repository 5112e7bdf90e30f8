// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Requests of devices that are seldom there, on no descriptor: trusted environments, whose buffers say themselves how
 * long they are; clocks; flash volumes; what the trees of a file system hold. Traced by decode.test, and by
 * ioctl-sweep.test also where the calls succeed.
 */
#include <linux/btrfs.h>
#include <linux/btrfs_tree.h>
#include <linux/kd.h>
#include <linux/ptp_clock.h>
#include <linux/tee.h>
#include <linux/sockios.h>
#include <mtd/ubi-user.h>
#include <net/if.h>
#include <stdint.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <termios.h>
#include <unistd.h>

#define BAD 0x1000
/* Where it is shows, in two runs. */
#define BUFFER ((void *)0x10000000)

enum { PARAMS = 5, SIZE = 0x1000 };

/* A structure of `head` words, the last of which counts the parameters, and as many of these. */
static void call_tee(unsigned long request, unsigned head, uint32_t login, uint64_t attr)
{
	uint32_t *words = (uint32_t *)BUFFER;
	struct tee_ioctl_buf_data buffer = {(uintptr_t)words, 0};

	for (unsigned n = 0; n <= PARAMS; n += PARAMS) {
		for (unsigned i = 0; i < head; i++)
			words[i] = i + 1;
		if (head == 14)
			words[8] = login;
		words[head - 1] = n;
		for (unsigned i = 0; i < n; i++) {
			struct tee_ioctl_param param = {attr + i * 0x100, i, 2, UINT64_MAX};

			memcpy(words + head + i * sizeof(param) / 4, &param, sizeof(param));
		}
		buffer.buf_len = head * 4 + n * sizeof(struct tee_ioctl_param);
		syscall(SYS_ioctl, -1, request, &buffer);
	}
	buffer.buf_len = head * 4 - 1;
	syscall(SYS_ioctl, -1, request, &buffer);
	buffer.buf_len = TEE_MAX_ARG_SIZE + 1;
	syscall(SYS_ioctl, -1, request, &buffer);
	buffer = (struct tee_ioctl_buf_data){BAD, head * 4};
	syscall(SYS_ioctl, -1, request, &buffer);
	buffer.buf_ptr = 0;
	syscall(SYS_ioctl, -1, request, &buffer);
	syscall(SYS_ioctl, -1, request, BAD);
}

static void call_ptp(void)
{
	static const unsigned samples[] = {0, 1, 15, 16, PTP_MAX_SAMPLES, PTP_MAX_SAMPLES + 1};
	struct ptp_sys_offset plain = {0};
	struct ptp_sys_offset_extended extended = {0};

	for (unsigned i = 0; i < sizeof(plain.ts) / sizeof(plain.ts[0]); i++)
		plain.ts[i] = (struct ptp_clock_time){1000000000 + i, i, 0};
	for (unsigned i = 0; i < PTP_MAX_SAMPLES * 3; i++)
		extended.ts[i / 3][i % 3] = (struct ptp_clock_time){i, 999999999 - i, i == 4};
	for (unsigned i = 0; i < sizeof(samples) / sizeof(samples[0]); i++) {
		plain.n_samples = extended.n_samples = samples[i];
		plain.rsv[2] = extended.rsv[0] = i == 1;
		syscall(SYS_ioctl, -1, PTP_SYS_OFFSET, &plain);
		syscall(SYS_ioctl, -1, PTP_SYS_OFFSET2, &plain);
		syscall(SYS_ioctl, -1, PTP_SYS_OFFSET_EXTENDED, &extended);
		syscall(SYS_ioctl, -1, PTP_SYS_OFFSET_EXTENDED2, &extended);
	}
	syscall(SYS_ioctl, -1, PTP_SYS_OFFSET, NULL);
	syscall(SYS_ioctl, -1, PTP_SYS_OFFSET_EXTENDED, BAD);
}

static void call_ubi(void)
{
	static const short lengths[] = {
		4, 2, 0, -1, 5, UBI_MAX_VOLUME_NAME, UBI_MAX_VOLUME_NAME + 1};
	struct ubi_attach_req attach = {
		.ubi_num = UBI_DEV_NUM_AUTO, .mtd_num = 3, .vid_hdr_offset = 64};
	struct ubi_mkvol_req make = {.vol_id = 2, .alignment = 1, .bytes = 12345, .vol_type = 3};
	struct ubi_rnvol_req rename = {0};

	syscall(SYS_ioctl, -1, UBI_IOCATT, &attach);
	syscall(SYS_ioctl, -1, UBI_IOCATT, NULL);
	syscall(SYS_ioctl, -1, UBI_IOCMKVOL, BAD);
	strcpy(make.name, "root");
	for (unsigned i = 0; i < 2 * sizeof(lengths) / sizeof(lengths[0]); i++) {
		if (i == sizeof(lengths) / sizeof(lengths[0]))
			memset(make.name, 'x', sizeof(make.name));
		make.name_len = lengths[i % (sizeof(lengths) / sizeof(lengths[0]))];
		make.flags = i;
		make.vol_type = 3 + i;
		syscall(SYS_ioctl, -1, UBI_IOCMKVOL, &make);
	}
	for (int i = 0; i < UBI_MAX_RNVOL; i++) {
		rename.ents[i].vol_id = i;
		rename.ents[i].name_len = i % 8;
		strcpy(rename.ents[i].name, "data");
	}
	for (int i = -1; i < 3; i++) {
		rename.count = i;
		syscall(SYS_ioctl, -1, UBI_IOCRNVOL, &rename);
	}
	rename.count = UBI_MAX_RNVOL + 1;
	syscall(SYS_ioctl, -1, UBI_IOCRNVOL, &rename);
}

/* One found item, with its data behind it; where the next one begins. */
static char *put_item(char *at, uint64_t objectid, uint32_t type, uint32_t len)
{
	struct btrfs_ioctl_search_header item = {7, objectid, 9, type, len};

	memcpy(at, &item, sizeof(item));
	return at + sizeof(item) + (len < 200 ? len : 0);
}

/* Addresses of every kind of hardware, every speed that a terminal is read with, every character. */
static void call_kinds(void)
{
	struct ifreq *request = BUFFER;
	struct kbdiacrs *accents = BUFFER;
	struct termios *modes = BUFFER;

	for (unsigned kind = 0; kind < 830; kind += kind == 40 ? 200 : 1) {
		memset(request, 1, sizeof(*request));
		strcpy(request->ifr_name, "lo");
		request->ifr_hwaddr.sa_family = kind;
		syscall(SYS_ioctl, -1, SIOCSIFHWADDR, request);
	}
	request->ifr_ifindex = 1;
	syscall(SYS_ioctl, -1, SIOCBRADDIF, request);
	memset(BUFFER, 0, sizeof(*modes));
	for (unsigned speed = 0; speed < 32; speed++) {
		modes->c_cflag = (speed & 15) << 16 | (speed & 16) << 24 | speed % 15;
		syscall(SYS_ioctl, -1, TCSETS, modes);
	}
	memset(accents, 0, sizeof(*accents));
	accents->kb_cnt = 256;
	for (unsigned i = 0; i < 256; i++)
		accents->kbdiacr[i].base = i;
	syscall(SYS_ioctl, -1, KDSKBDIACR, accents);
}

static void call_btrfs_balance(void)
{
	struct btrfs_ioctl_balance_args *balance = BUFFER;

	for (unsigned bit = 0; bit < 64; bit++) {
		memset(balance, 0, sizeof(*balance));
		balance->flags = BTRFS_BALANCE_DATA;
		/* strace does not have RAID1 of three and four copies */
		balance->data.profiles = bit == 9 || bit == 10 ? 0 : 1ULL << bit;
		balance->data.flags = balance->data.target = 1ULL << bit;
		syscall(SYS_ioctl, -1, BTRFS_IOC_BALANCE_V2, balance);
	}
}

static void call_btrfs_search(void)
{
	struct btrfs_ioctl_search_args_v2 *v2 = BUFFER;
	struct btrfs_ioctl_search_args *v1 = BUFFER;
	static const uint32_t lengths[] = {13, 3900, UINT32_MAX};
	char *at;

	for (unsigned i = 0; i < 3; i++)
		for (unsigned n = 0; n < 5; n++) {
			memset(v1, 0, SIZE);
			v1->key = (struct btrfs_ioctl_search_key){.tree_id = n * 3,
				.min_objectid = n * 50 + 16,
				.max_objectid = UINT64_MAX,
				.max_type = n * 84,
				.nr_items = n};
			at = put_item(v1->buf, 256, BTRFS_INODE_ITEM_KEY, 160);
			at = put_item(at, 5, BTRFS_ROOT_ITEM_KEY, 0);
			put_item(at, 77, 3, lengths[i]);
			syscall(SYS_ioctl, -1, BTRFS_IOC_TREE_SEARCH, v1);
			memset(v2, 0, SIZE);
			v2->key.nr_items = n;
			v2->buf_size = i * 120;
			at = put_item((char *)v2->buf, 11, BTRFS_INODE_ITEM_KEY, 60);
			put_item(at, 5, BTRFS_CHUNK_ITEM_KEY, 1);
			syscall(SYS_ioctl, -1, BTRFS_IOC_TREE_SEARCH_V2, v2);
		}
}

static void call_btrfs(void)
{
	struct btrfs_data_container *found = (void *)((char *)BUFFER + 0x800);
	struct btrfs_ioctl_logical_ino_args *inodes = BUFFER;
	struct btrfs_ioctl_ino_lookup_args lookup = {256, 1, "file"};
	struct btrfs_ioctl_ino_path_args *paths = BUFFER;
	struct btrfs_ioctl_get_dev_stats *stats = BUFFER;
	struct btrfs_ioctl_feature_flags *features = BUFFER;

	call_kinds();
	call_btrfs_balance();
	call_btrfs_search();
	memset(BUFFER, 0, SIZE);
	for (unsigned n = 0; n < 4; n++) {
		*paths = (struct btrfs_ioctl_ino_path_args){
			.inum = 256, .size = 0x100, .fspath = (uintptr_t)found};
		*found = (struct btrfs_data_container){100, 1, n, 2};
		for (unsigned i = 0; i < 3; i++) {
			found->val[i] = 24 + i * 16;
			strcpy((char *)found->val + 24 + i * 16, &"directory/file"[i]);
		}
		syscall(SYS_ioctl, -1, BTRFS_IOC_INO_PATHS, paths);
		*inodes = (struct btrfs_ioctl_logical_ino_args){
			.logical = 4096, .size = 0x100, .inodes = (uintptr_t)found};
		found->elem_cnt = n * 3;
		syscall(SYS_ioctl, -1, BTRFS_IOC_LOGICAL_INO, inodes);
		inodes->inodes = n ? (uintptr_t)BAD : 0;
		syscall(SYS_ioctl, -1, BTRFS_IOC_LOGICAL_INO, inodes);
	}
	syscall(SYS_ioctl, -1, BTRFS_IOC_INO_LOOKUP, &lookup);
	for (unsigned i = 0; i < 3; i++)
		features[i] = (struct btrfs_ioctl_feature_flags){i, 1 << i, 3};
	syscall(SYS_ioctl, -1, BTRFS_IOC_GET_SUPPORTED_FEATURES, features);
	for (unsigned n = 0; n < 6; n++) {
		*stats = (struct btrfs_ioctl_get_dev_stats){1, n, 0, {5, 6, 7, 8, 9}, {0}};
		syscall(SYS_ioctl, -1, BTRFS_IOC_GET_DEV_STATS, stats);
	}
}

int main(void)
{
	if (mmap(BUFFER, SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1,
		    0) != BUFFER)
		return 1;
	for (unsigned i = 0; i < 9; i++)
		call_tee(TEE_IOC_OPEN_SESSION, 14, i, i);
	call_tee(TEE_IOC_INVOKE, 6, 0, TEE_IOCTL_PARAM_ATTR_TYPE_VALUE_INOUT);
	call_tee(TEE_IOC_SUPPL_RECV, 2, 0, TEE_IOCTL_PARAM_ATTR_TYPE_MEMREF_INOUT);
	call_tee(TEE_IOC_SUPPL_SEND, 2, 0, TEE_IOCTL_PARAM_ATTR_TYPE_NONE);
	call_ptp();
	call_ubi();
	call_btrfs();
	return 0;
}
