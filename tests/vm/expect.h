/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What the fault-test programs share: the list of lines that a complete trace of them holds, memory
 * that is not resident, and system calls without a library in between. tests/vm/check-trace
 * compares the list with a trace.
 */
#ifndef FAULTLESS_TESTS_EXPECT_H
#define FAULTLESS_TESTS_EXPECT_H

#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>
#include <linux/userfaultfd.h>

#define PAGE 4096

static FILE *expect_file;

static inline void expect_open(const char *path)
{
	expect_file = path ? fopen(path, "we") : stdout;
	if (!expect_file)
		err(2, "%s", path);
}

/*
 * One line of the list: the task, how many times at least and at most the line is in the trace, and
 * the line in strace's format with one blank before `= result`. More forms of the line, each after a
 * tab, are as good as the first.
 */
__attribute__((format(printf, 4, 5))) static inline void expect_range(
	pid_t task, long least, long most, const char *format, ...)
{
	va_list args;

	fprintf(expect_file, "%d\t%ld\t%ld\t", task, least, most);
	va_start(args, format);
	vfprintf(expect_file, format, args);
	va_end(args);
	fputc('\n', expect_file);
}

#define expect(task, count, ...) expect_range(task, count, count, __VA_ARGS__)

/* Must be called by whoever forks, before, and by whoever ends. */
static inline void expect_flush(void)
{
	if (fflush(expect_file))
		err(2, "writing the list");
}

static inline pid_t expect_task(void)
{
	return syscall(SYS_gettid);
}

/* ` = 0`, ` = -1 ENOENT (No such file or directory)`: the result of a call as strace prints it,
 * until the next call. */
static inline const char *expect_result(long result)
{
	static __thread char text[128];

	if (result >= 0)
		snprintf(text, sizeof(text), "= %ld", result);
	else
		snprintf(text, sizeof(text), "= -1 %s (%s)", strerrorname_np(errno),
			strerror(errno));
	return text;
}

static inline void pin(int cpu)
{
	cpu_set_t set;

	CPU_ZERO(&set);
	CPU_SET(cpu, &set);
	if (sched_setaffinity(0, sizeof(set), &set))
		err(2, "sched_setaffinity");
}

static inline void *pages(size_t count)
{
	void *memory = mmap(
		NULL, count * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (memory == MAP_FAILED)
		err(2, "mmap");
	madvise(memory, count * PAGE, MADV_NOHUGEPAGE);
	return memory;
}

/* Drops the pages of an unchanged private file mapping: the next access takes a fault and reads the
 * file. */
static inline void make_cold(const void *memory, size_t size)
{
	uintptr_t start = (uintptr_t)memory & -PAGE,
		  end = ((uintptr_t)memory + size + PAGE - 1) & -PAGE;

	if (madvise((void *)start, end - start, MADV_DONTNEED))
		err(2, "madvise");
}

/* A file descriptor that answers for the page faults of this memory; exits with 77 where there is
 * no userfaultfd. */
static inline int fault_server(void *memory, size_t size)
{
	struct uffdio_api api = {.api = UFFD_API};
	struct uffdio_register range = {.range = {.start = (uintptr_t)memory, .len = size},
		.mode = UFFDIO_REGISTER_MODE_MISSING};
	int fd = syscall(SYS_userfaultfd, O_CLOEXEC | O_NONBLOCK);

	if (fd < 0) {
		printf("no userfaultfd here: %s\n", strerror(errno));
		exit(77);
	}
	if (ioctl(fd, UFFDIO_API, &api) || ioctl(fd, UFFDIO_REGISTER, &range))
		err(2, "userfaultfd");
	return fd;
}

#endif
