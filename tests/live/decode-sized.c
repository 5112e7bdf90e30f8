// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Structures that grow from version to version, of every size: shorter than the first version, as long as one, with
 * something behind, at the end of what can be read. Traced by decode.test.
 */
#include <fcntl.h>
#include <linux/bpf.h>
#include <linux/landlock.h>
#include <linux/mount.h>
#include <linux/perf_event.h>
#include <linux/sched.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>
#define BAD ((void *)0x1000)
#define EACH(size_, ...) \
	for (const int *size_ = (const int[]){__VA_ARGS__, -1}; *size_ >= 0; size_++)
static char *edge; /* the last bytes of a page before one that is not there */
static uint64_t words[640];

static void set_size(void *attr, uint32_t size)
{
	memcpy(attr, &size, sizeof(size));
}

static void perf(void)
{
	struct perf_event_attr *attr = (void *)words;
	EACH(size, 0, 64, 72, 80, 96, 104, 112, 120, 128)
	for (int filled = 0; filled < 2; filled++) {
		memset(words, filled ? 0x11 : 0, sizeof(words));
		attr->type = PERF_TYPE_SOFTWARE;
		attr->size = *size;
		attr->sample_type = 1;
		attr->config = filled;
		memset(&attr->read_format + 1, 0, 8);
		attr->sample_max_stack = 5;
		memset(&attr->sample_max_stack + 1, 0, 8);
		memset(&attr->aux_sample_size + 1, 0, 4);
		close(syscall(SYS_perf_event_open, attr, 0, -1, -1, 8));
	}
	EACH(size, 1, 8, 63)
	{
		attr->size = *size;
		syscall(SYS_perf_event_open, attr, 0, -1, -1, 8);
	}
	/* No longer ones: what strace shows as "..." are members here. */
	attr = (void *)(edge - 64);
	attr->size = 64;
	close(syscall(SYS_perf_event_open, attr, 0, -1, -1, 8));
	memset(attr, 0, 64);
	syscall(SYS_perf_event_open, edge - 32, 0, -1, -1, 8);
}
/* None of them makes a process: CLONE_SIGHAND without CLONE_VM is an error. */
static void clone3(void)
{
	pid_t tids[3] = {5, 6, 7};
	EACH(size, 0, 1, 8, 63, 64, 80, 88, 89, 96, 200, 257, 3000)
	for (int k = 0; k < 3; k++) {
		memset(words, 0, sizeof(words));
		words[0] = CLONE_SIGHAND | CLONE_FS | (k ? CLONE_INTO_CGROUP | CLONE_NEWTIME : 0);
		words[8] = k ? (uintptr_t)tids : 0;
		words[9] = k ? 3 : 0;
		words[10] = k;
		words[11] = k == 2 ? 0x41 : 0;
		syscall(SYS_clone3, words, *size);
	}
	for (int k = 0; k < 5; k++) {
		words[8] = k == 1 ? 0x1000 : k == 2 ? 0 : (uintptr_t)tids;
		words[9] = k == 3 ? 0 : k == 4 ? 40 : 3;
		syscall(SYS_clone3, words, 80);
	}
	syscall(SYS_clone3, edge - 64, 64);
	syscall(SYS_clone3, edge - 64, 80);
	syscall(SYS_clone3, BAD, 88);
}
static void paths(void)
{
	EACH(size, 0, 1, 8, 23, 24, 25, 32, 40, 64, 200, 256, 257, 3000, 4096, 4097, 5000)
	for (int k = 0; k < 4; k++) {
		memset(words, 0, sizeof(words));
		words[3] = 7 * (k == 1);
		words[7] = k == 1;
		words[32] = k == 2;
		words[512] = k == 3;
		syscall(SYS_openat2, -1, "x", words, *size);
		words[2] = 1 << 18;
		words[3] = 0;
		words[4] = 7 * (k == 1);
		syscall(SYS_mount_setattr, -1, "x", 0, words, *size);
		words[2] = 0;
		syscall(SYS_bpf, BPF_MAP_LOOKUP_ELEM, words, *size);
	}
	EACH(propagation, 0, 1 << 17, 1 << 18, 1 << 19, 1 << 20, 3 << 18, 1, 1 << 20 | 1)
	{
		struct mount_attr attr = {
			.attr_set = 0xf, .attr_clr = 0x70, .propagation = *propagation};
		syscall(SYS_mount_setattr, -1, "x", AT_RECURSIVE, &attr, sizeof(attr));
	}
	syscall(SYS_openat2, -1, "x", edge - 24, 24);
	syscall(SYS_openat2, -1, "x", edge - 16, 24);
	syscall(SYS_mount_setattr, -1, "x", 0, edge - 16, 32);
}
static void landlock(void)
{
	struct landlock_path_beneath_attr beneath = {
		.allowed_access = 0x1fff, .parent_fd = AT_FDCWD};
	EACH(size, 0, 1, 4, 7, 8)
	{
		words[0] = 0x1fff;
		close(syscall(SYS_landlock_create_ruleset, words, *size, 0));
	}
	syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
	syscall(SYS_landlock_create_ruleset, BAD, 8, 0);
	syscall(SYS_landlock_create_ruleset, edge - 4, 8, 0);
	syscall(SYS_landlock_create_ruleset, edge - 8, 8, 0);
	EACH(type, 0, 1, 7)
	{
		syscall(SYS_landlock_add_rule, -1, *type, &beneath, 0);
		syscall(SYS_landlock_add_rule, -1, *type, BAD, 5);
		syscall(SYS_landlock_add_rule, -1, *type, edge - 8, 0);
		syscall(SYS_landlock_add_rule, -1, *type, NULL, 0);
	}
	syscall(SYS_landlock_restrict_self, -1, 0);
}
static void sched(void)
{
	EACH(size, 0, 1, 8, 47, 48, 49, 56, 60, 64, 4096, 5000)
	for (int k = 0; k < 2; k++) {
		memset(words, k, sizeof(words));
		words[0] = 0;
		set_size(words, *size);
		syscall(SYS_sched_setattr, 0, words, 1);
		syscall(SYS_sched_getattr, 0, words, *size, 0);
	}
	set_size(edge - 48, 48);
	syscall(SYS_sched_setattr, 0, edge - 48, 1);
	set_size(edge - 48, 56);
	syscall(SYS_sched_setattr, 0, edge - 48, 1);
	syscall(SYS_sched_setattr, 0, edge - 8, 1);
	syscall(SYS_sched_setattr, 0, BAD, 1);
}
int main(void)
{
	edge = (char *)mmap(
		       NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) +
	       4096;
	munmap(edge, 4096);
	perf();
	clone3();
	paths();
	landlock();
	sched();
	return 0;
}
