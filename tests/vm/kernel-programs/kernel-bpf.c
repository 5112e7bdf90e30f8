// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * kernel-bpf.c: the part of kernel-user that tests BPF, ftrace and perf at faultable tracepoints.
 */
#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/perf_event.h>
#include <pthread.h>
#include <sched.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "kernel-bpf.skel.h"
#include "kernel-user.h"

#define TRACING "/sys/kernel/tracing/"
#define CALLS	20000

static int quiet(enum libbpf_print_level level, const char *fmt, va_list ap)
{
	(void)level, (void)fmt, (void)ap;
	return 0;
}

/* Load one program of the object; NULL and errno if the kernel refuses it. */
static struct kernel_bpf *load(const char *prog, bool sleepable, struct bpf_program **ret_prog)
{
	struct kernel_bpf *skel;
	struct bpf_program *p;

	if (!strncmp(prog, "tp_btf", 6) && access("/sys/kernel/btf/vmlinux", R_OK))
		finish("skip: the kernel has no BTF");
	libbpf_set_print(getenv("VERBOSE") ? NULL : quiet);
	skel = kernel_bpf__open();
	if (!skel)
		finish("open: %s", strerror(errno));
	bpf_object__for_each_program(p, skel->obj) {
		bool wanted = !strcmp(bpf_program__name(p), prog);

		bpf_program__set_autoload(p, wanted);
		if (!wanted)
			continue;
		*ret_prog = p;
		if (sleepable)
			bpf_program__set_flags(p, BPF_F_SLEEPABLE);
	}
	return kernel_bpf__load(skel) ? NULL : skel;
}

static struct kernel_bpf *attach(
	const char *prog, bool sleepable, struct bpf_program **ret_prog, struct bpf_link **ret_link)
{
	struct kernel_bpf *skel = load(prog, sleepable, ret_prog);

	if (!skel)
		finish("load %s: %s", prog, strerror(errno));
	*ret_link = bpf_program__attach(*ret_prog);
	if (!*ret_link)
		finish("attach %s: %s", prog, strerror(errno));
	return skel;
}

static unsigned long long misses(struct bpf_program *p)
{
	struct bpf_prog_info info = {0};
	__u32 len = sizeof(info);

	if (bpf_obj_get_info_by_fd(bpf_program__fd(p), &info, &len))
		finish("bpf_obj_get_info_by_fd: %s", strerror(errno));
	return info.recursion_misses;
}

static void cold_bpf(const char *prog)
{
	struct bpf_program *p;
	struct bpf_link *link;
	struct kernel_bpf *skel = attach(prog, true, &p, &link);
	pthread_t t;
	int fd;
	char *page = uffd_page(&fd);

	pthread_create(&t, NULL, marked_open, page);
	uffd_wait(fd);
	uffd_serve(fd, page, "/cold/for/bpf");
	pthread_join(t, NULL);
	if (skel->bss->cold != 1 || skel->bss->copied != 1 ||
		strcmp(skel->bss->path, "/cold/for/bpf"))
		finish("cold %llu copied %llu failed %llu \"%s\"", skel->bss->cold,
			skel->bss->copied, skel->bss->failed, skel->bss->path);
	bpf_link__destroy(link);
	kernel_bpf__destroy(skel);
	finish(NULL);
}

static void refused(const char *prog, bool at_load)
{
	struct bpf_program *p = NULL;
	struct kernel_bpf *skel = load(prog, true, &p);

	if (at_load) {
		if (skel || errno != EINVAL)
			finish("%s", skel ? "loaded" : strerror(errno));
		finish(NULL);
	}
	if (!skel)
		finish("load: %s", strerror(errno));
	if (bpf_program__attach(p) || errno != EINVAL)
		finish("attach: %s", strerror(errno));
	finish(NULL);
}

static void pin(int cpu)
{
	cpu_set_t set;

	CPU_ZERO(&set);
	CPU_SET(cpu, &set);
	sched_setaffinity(0, sizeof(set), &set);
}

static void *pinned_open(void *page)
{
	pin(0);
	return marked_open(page);
}

static void *pinned_calls(void *arg)
{
	pin(0);
	for (int i = 0; i < CALLS; i++)
		syscall(SYS_getppid, MARK);
	return arg;
}

/* While tasks sleep in the program on CPU 0, or are preempted in it, two others see all their events there. */
static void neighbours(const char *prog, bool sleepable, int asleep)
{
	struct bpf_program *p;
	struct bpf_link *link;
	struct kernel_bpf *skel = attach(prog, sleepable, &p, &link);
	pthread_t sleepers[8], t[2];
	char *page[8];
	int fd[8];

	for (int i = 0; i < asleep; i++) {
		page[i] = uffd_page(&fd[i]);
		pthread_create(&sleepers[i], NULL, pinned_open, page[i]);
		uffd_wait(fd[i]);
	}
	for (int i = 0; i < 2; i++)
		pthread_create(&t[i], NULL, pinned_calls, NULL);
	for (int i = 0; i < 2; i++)
		pthread_join(t[i], NULL);
	if (asleep && skel->bss->copied)
		finish("nobody slept");
	for (int i = 0; i < asleep; i++) {
		uffd_serve(fd[i], page[i], "/slept");
		pthread_join(sleepers[i], NULL);
	}
	if (skel->bss->seen != 2 * CALLS || misses(p))
		finish("%llu of %d events seen, %llu skipped", skel->bss->seen, 2 * CALLS,
			misses(p));
	if ((int)skel->bss->copied != asleep)
		finish("%llu of %d sleepers copied", skel->bss->copied, asleep);
	bpf_link__destroy(link);
	kernel_bpf__destroy(skel);
	finish(NULL);
}

/* Two tasks use the storage of tasks on CPU 0, in a program that can be preempted there and in one that cannot. */
static void storage(void)
{
	struct bpf_program *p[2];
	struct bpf_link *links[2];
	struct kernel_bpf *skels[2] = {attach("tp_btf_storage_sleepable", true, &p[0], &links[0]),
		attach("tp_btf_storage_plain", false, &p[1], &links[1])};
	pthread_t t[2];

	for (int i = 0; i < 2; i++)
		pthread_create(&t[i], NULL, pinned_calls, NULL);
	for (int i = 0; i < 2; i++)
		pthread_join(t[i], NULL);
	for (int i = 0; i < 2; i++) {
		if (skels[i]->bss->seen != 2 * CALLS || skels[i]->bss->failed)
			finish("%s: %llu of %d events seen, %llu failed", bpf_program__name(p[i]),
				skels[i]->bss->seen, 2 * CALLS, skels[i]->bss->failed);
		bpf_link__destroy(links[i]);
		kernel_bpf__destroy(skels[i]);
	}
	finish(NULL);
}

/* The link and the program go while a task sleeps in the program. */
static void detach(const char *prog)
{
	struct bpf_program *p;
	struct bpf_link *link;
	struct kernel_bpf *skel = attach(prog, true, &p, &link);
	pthread_t t;
	int fd;
	char *page = uffd_page(&fd);

	pthread_create(&t, NULL, marked_open, page);
	uffd_wait(fd);
	bpf_link__destroy(link);
	kernel_bpf__destroy(skel);
	sleep(2);
	uffd_serve(fd, page, "/detached");
	pthread_join(t, NULL);
	sleep(1);
	finish(NULL);
}

static void tracefs_write(const char *file, const char *text)
{
	char path[128];
	int fd;

	snprintf(path, sizeof(path), TRACING "%s", file);
	fd = open(path, O_WRONLY | O_TRUNC);
	if (fd < 0 || write(fd, text, strlen(text)) < 0)
		finish("%s: %s", path, strerror(errno));
	close(fd);
}

static bool file_has(const char *path, const char *text)
{
	char line[8192];
	FILE *f = fopen(path, "r");
	bool found = false;

	while (f && fgets(line, sizeof(line), f))
		found |= strstr(line, text) != NULL;
	if (f)
		fclose(f);
	return found;
}

/* Open a path that nobody has touched. */
static void open_cold(const char *content)
{
	pthread_t t;
	int fd;
	char *page = uffd_page(&fd);

	pthread_create(&t, NULL, marked_open, page);
	uffd_wait(fd);
	uffd_serve(fd, page, content);
	pthread_join(t, NULL);
}

static void ftrace_openat(void)
{
	static char longer[3500]; /* the trace of 6.1 has lines of at most a page */

	memset(longer, 'x', sizeof(longer) - 1);
	tracefs_write("events/syscalls/sys_enter_openat/enable", "1");
	open_cold("/cold/for/ftrace");
	open_cold(longer);
	tracefs_write("events/syscalls/sys_enter_openat/enable", "0");
	if (!file_has(TRACING "trace", "\"/cold/for/ftrace\""))
		finish("the path is not in the trace");
	if (!file_has(TRACING "trace", longer))
		finish("the long path is not in the trace");
	finish(NULL);
}

static void perf_openat(void)
{
	struct perf_event_attr attr = {.type = PERF_TYPE_TRACEPOINT,
		.size = sizeof(attr),
		.sample_type = PERF_SAMPLE_RAW,
		.sample_period = 1,
		.inherit = 0};
	FILE *f = fopen(TRACING "events/syscalls/sys_enter_openat/id", "r");
	const size_t size = 9 * PAGE;
	char *ring, *page;
	int fd, ufd;
	pthread_t t;

	if (!f || fscanf(f, "%llu", &attr.config) != 1)
		finish("no id of the event");
	fclose(f);
	fd = syscall(SYS_perf_event_open, &attr, -1, 0, -1, 0);
	if (fd < 0)
		finish("perf_event_open: %s", strerror(errno));
	ring = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	if (ring == MAP_FAILED)
		finish("mmap: %s", strerror(errno));
	page = uffd_page(&ufd);
	pthread_create(&t, NULL, pinned_open, page);
	uffd_wait(ufd);
	uffd_serve(ufd, page, "/cold/for/perf");
	pthread_join(t, NULL);
	if (!memmem(ring + PAGE, size - PAGE, "/cold/for/perf", sizeof("/cold/for/perf")))
		finish("the path is not in the sample");
	finish(NULL);
}

/*
 * Instructions of one call, which is what a tick of the TSC is under `qemu -icount shift=0`: the least of many rounds
 * has the fewest timer interrupts in it.
 */
static double instructions(void)
{
	enum { ROUNDS = 50, ROUND = 200 };
	unsigned long long best = ~0ULL;

	for (int i = 0; i < ROUNDS; i++) {
		unsigned long long begin = __builtin_ia32_rdtsc(), took;

		for (int j = 0; j < ROUND; j++)
			syscall(SYS_getppid);
		took = __builtin_ia32_rdtsc() - begin;
		if (took < best)
			best = took;
	}
	return (double)best / ROUND;
}

/* Prints a line for kernel-cost: instructions of a getppid with tracing off, and with a pair of empty programs. */
static void cost(void)
{
	static const char *const pair[] = {"cost_enter", "cost_exit"};
	struct bpf_program *p;
	struct bpf_link *links[2];
	double off = instructions();

	for (int i = 0; i < 2; i++)
		attach(pair[i], false, &p, &links[i]);
	/* a patched kernel calls a probe directly when no array that was replaced is walked any more */
	sleep(1);
	printf("off %.1f pair %.1f\n", off, instructions());
	for (int i = 0; i < 2; i++)
		bpf_link__destroy(links[i]);
	finish(NULL);
}

void bpf_test(const char *name)
{
	static const struct {
		const char *name, *prog;
	} progs[] = {{"tp_btf", "tp_btf_sleepable"}, {"raw_tp", "raw_sleepable"},
		{"tp", "tp_sleepable"}};
	char buf[64];

	for (unsigned int i = 0; i < 3; i++) {
		snprintf(buf, sizeof(buf), "bpf-cold-%s", progs[i].name);
		if (!strcmp(name, buf))
			cold_bpf(progs[i].prog);
		snprintf(buf, sizeof(buf), "bpf-detach-%s", progs[i].name);
		if (!strcmp(name, buf) && i < 2)
			detach(progs[i].prog);
	}
	if (!strcmp(name, "cost"))
		cost();
	if (!strcmp(name, "ftrace-openat"))
		ftrace_openat();
	if (!strcmp(name, "perf-openat"))
		perf_openat();
	if (!strcmp(name, "bpf-refused-tp_btf"))
		refused("tp_btf_classic", true);
	if (!strcmp(name, "bpf-refused-raw_tp"))
		refused("raw_classic", false);
	if (!strcmp(name, "bpf-refused-tp"))
		refused("tp_classic", false);
	if (!strcmp(name, "bpf-neighbours-asleep"))
		neighbours("tp_btf_sleepable", true, 4);
	if (!strcmp(name, "bpf-neighbours-preempted"))
		neighbours("tp_btf_sleepable", true, 0);
	if (!strcmp(name, "bpf-neighbours-raw_tp"))
		neighbours("raw_sleepable", true, 4);
	if (!strcmp(name, "bpf-neighbours-plain"))
		neighbours("tp_btf_plain", false, 0);
	if (!strcmp(name, "bpf-storage"))
		storage();
}
