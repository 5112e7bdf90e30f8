/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* kernel-user.h: what kernel-user.c and kernel-bpf.c share. */
#ifndef KERNEL_USER_H
#define KERNEL_USER_H

#define MARK 424242 /* the first argument of the calls that the probes look at */
#define PAGE 4096

/* End the test: NULL if it passed; text that begins with "skip" skips it; any other text fails it. */
int finish(const char *fmt, ...) __attribute__((format(printf, 1, 2), noreturn));
double now(void);

/* A page that is missing until uffd_serve(); uffd_wait() returns when a task has faulted on it. */
char *uffd_page(int *ret_fd);
void uffd_wait(int fd);
void uffd_serve(int fd, char *page, const char *content);
void *marked_open(void *path);

/* Runs the test if it is one of BPF, ftrace or perf, and then does not return. */
void bpf_test(const char *name);

#endif
