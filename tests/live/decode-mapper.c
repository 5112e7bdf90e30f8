// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Requests of the device mapper, on no descriptor: their buffers hold structures that say where the next one is, each
 * with a string behind it; here also ones that lie, and ones that are cut off. Traced by decode.test, and by
 * ioctl-sweep.test also where the calls succeed.
 */
#include <linux/dm-ioctl.h>
#include <stddef.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Where it is shows, in two runs. Behind it nothing is mapped. */
#define BUFFER ((char *)0x10000000)

enum {
	SIZE = 0x1000,
	DATA = sizeof(struct dm_ioctl), /* where they begin */
};

static const unsigned long requests[] = {DM_VERSION, DM_REMOVE_ALL, DM_LIST_DEVICES, DM_DEV_CREATE,
	DM_DEV_REMOVE, DM_DEV_RENAME, DM_DEV_SUSPEND, DM_DEV_STATUS, DM_DEV_WAIT, DM_DEV_ARM_POLL,
	DM_TABLE_LOAD, DM_TABLE_CLEAR, DM_TABLE_DEPS, DM_TABLE_STATUS, DM_LIST_VERSIONS,
	DM_TARGET_MSG, DM_DEV_SET_GEOMETRY};

/* An empty buffer that says to be so long, with data from there on. */
static struct dm_ioctl *begin(unsigned size, unsigned start)
{
	struct dm_ioctl *head = (struct dm_ioctl *)BUFFER;

	memset(BUFFER, 0, SIZE);
	*head = (struct dm_ioctl){
		.version = {4, 47, 0},
		.data_size = size,
		.data_start = start,
		.target_count = 1,
		.open_count = -2,
		.event_nr = 3,
		.flags = DM_STATUS_TABLE_FLAG | DM_UUID_FLAG,
		.dev = 0xfd01,
	};
	strcpy(head->name, "vg-root");
	return head;
}

static void call(unsigned long request)
{
	syscall(SYS_ioctl, -1, request, BUFFER);
}

static void call_all(void)
{
	for (unsigned i = 0; i < sizeof(requests) / sizeof(requests[0]); i++)
		call(requests[i]);
}

static void put_target(unsigned at, unsigned next, const char *type, const char *parameters)
{
	struct dm_target_spec *target = (struct dm_target_spec *)(BUFFER + at);

	*target = (struct dm_target_spec){at, 2048, -3, next, ""};
	memcpy(target->target_type, type, strnlen(type, sizeof(target->target_type)));
	strcpy((char *)(target + 1), parameters);
}

static void put_name(unsigned at, unsigned next, const char *name)
{
	struct dm_name_list *entry = (struct dm_name_list *)(BUFFER + at);
	unsigned behind = (offsetof(struct dm_name_list, name) + strlen(name) + 8) & ~7u;

	entry->dev = at;
	entry->next = next;
	strcpy(entry->name, name);
	*(unsigned *)(BUFFER + at + behind) = 77;
	*(unsigned *)(BUFFER + at + behind + 4) = DM_NAME_LIST_FLAG_HAS_UUID;
	strcpy(BUFFER + at + behind + 8, "UUID");
}

static void put_version(unsigned at, unsigned next, const char *name)
{
	struct dm_target_versions *entry = (struct dm_target_versions *)(BUFFER + at);

	*entry = (struct dm_target_versions){next, {1, 2, at}};
	strcpy(entry->name, name);
}

static void call_targets(unsigned long request, unsigned next, unsigned from)
{
	struct dm_ioctl *head;

	for (unsigned n = 0; n < 5; n++) {
		head = begin(0x400, DATA);
		head->target_count = n;
		put_target(DATA, next, "linear", "8:1 2048");
		put_target(DATA + 80, next + from, "0123456789abcdef", "");
		put_target(DATA + 160, next + 2 * from, "crypt",
			"aes-xts-plain64 :64:logon:cryptsetup:data 0 8:1 0");
		call(request);
	}
}

/* What says that it is further than it can be. */
static void call_lies(void)
{
	static const unsigned lies[] = {0, 1, 7, 12, 16, 20, 39, 40, 41, 672, 673, 696, 700, 701,
		711, 712, 0x7fffffff, 0xfffffff0, 0xffffffff};
	struct dm_ioctl *head;

	for (unsigned i = 0; i < sizeof(lies) / sizeof(lies[0]); i++) {
		head = begin(0x400, DATA);
		head->target_count = 3;
		put_target(DATA, lies[i], "linear", "8:1 2048");
		call(DM_TABLE_LOAD);
		call(DM_TABLE_STATUS);
		head->target_count = 0xffffffff;
		call(DM_TABLE_LOAD);
		begin(0x400, DATA);
		put_name(DATA, lies[i], "root");
		call(DM_LIST_DEVICES);
		begin(0x400, DATA);
		put_version(DATA, lies[i], "linear");
		call(DM_LIST_VERSIONS);
	}
}

static void call_starts(void)
{
	static const unsigned starts[] = {100, DATA - 8, DATA - 1, DATA + 1, 0x400 - 41, 0x400 - 40,
		0x400 - 39, 0x400 - 17, 0x400 - 16, 0x400 - 13, 0x400 - 12, 0x400 - 11, 0x400 - 8,
		0x400 - 7, 0x400 - 1, 0x400, 0x401, 0x1000, 0x7fffffff, 0xfffffff8, 0xffffffff};

	for (unsigned i = 0; i < sizeof(starts) / sizeof(starts[0]); i++) {
		begin(0x400, starts[i]);
		if (starts[i] >= DATA - 8 && starts[i] < 0x400)
			strcpy(BUFFER + starts[i], "x");
		call(DM_DEV_RENAME);
		call(DM_TABLE_LOAD);
		call(DM_DEV_WAIT);
		call(DM_TARGET_MSG);
		call(DM_DEV_SET_GEOMETRY);
		call(DM_LIST_DEVICES);
		if (starts[i] >= DATA) /* else it begins with a length that is none */
			call(DM_LIST_VERSIONS);
	}
}

/* Strings, and structures, that the buffer cuts off. */
static void call_sizes(void)
{
	for (unsigned size = DATA; size < DATA + 60; size++) {
		begin(size, DATA);
		put_name(DATA, 0, "root");
		call(DM_LIST_DEVICES);
		begin(size, DATA);
		put_version(DATA, 0, "linear");
		call(DM_LIST_VERSIONS);
		begin(size, DATA);
		put_target(DATA, 0, "linear", "8:1 2048");
		call(DM_TABLE_LOAD);
		begin(size, DATA);
		strcpy(BUFFER + DATA, "0123456message");
		call(DM_TARGET_MSG);
		call(DM_DEV_RENAME);
	}
}

int main(void)
{
	struct dm_target_deps *deps = (struct dm_target_deps *)(BUFFER + DATA);
	struct dm_ioctl *head;

	if (mmap(BUFFER, 2 * SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED,
		    -1, 0) != BUFFER ||
		munmap(BUFFER + SIZE, SIZE))
		return 1;
	begin(0x400, DATA);
	call_all();
	for (unsigned i = 0; i < 4; i++) {
		head = begin(i < 2 ? 0x400 : 12 + i * 40, DATA);
		head->version[0] = i < 2 ? i * 5 : 4;
		call_all();
	}
	head = begin(0x400, DATA);
	memset(head->name, 'n', sizeof(head->name));
	memset(head->uuid, 'u', sizeof(head->uuid));
	head->flags = ~0u & ~DM_IMA_MEASUREMENT_FLAG;
	call_all();
	strcpy(BUFFER + DATA, "1024 255 63 0");
	call(DM_DEV_RENAME);
	call(DM_TARGET_MSG); /* which answers with a string, too */
	call(DM_DEV_SET_GEOMETRY);
	head = begin(DATA, DATA);
	head->dev = head->event_nr = head->flags = head->target_count = 0;
	head->name[0] = 0;
	call_all();
	for (unsigned i = 0; i < sizeof(requests) / sizeof(requests[0]); i++)
		syscall(SYS_ioctl, -1, requests[i], BUFFER + SIZE);

	call_targets(DM_TABLE_LOAD, 80, 0);
	call_targets(DM_TABLE_STATUS, 80, 80);
	call_targets(DM_DEV_WAIT, 80, 80);
	begin(SIZE, DATA);
	put_name(DATA, 48, "vg-root");
	put_name(DATA + 48, 56, "a-device-with-a-longer-name");
	put_name(DATA + 104, 0, "vg-swap");
	call(DM_LIST_DEVICES);
	begin(SIZE, DATA);
	put_version(DATA, 32, "linear");
	put_version(DATA + 32, 24, "crypt");
	put_version(DATA + 56, 0, "striped");
	call(DM_LIST_VERSIONS);
	for (unsigned n = 0; n < 4; n++) {
		begin(0x400, DATA);
		deps->count = n;
		for (unsigned i = 0; i < n; i++)
			deps->dev[i] = 0x801 + i;
		call(DM_TABLE_DEPS);
	}
	call_lies();
	call_starts();
	call_sizes();
	return 0;
}
