// SPDX-License-Identifier: GPL-2.0-only
/*
 * The least that a BPF tracer of system calls can do: a probe at entry and one at exit that do nothing.
 * Loaded by empty.c.
 */
#define SEC(name) __attribute__((section(name), used))

char LICENSE[] SEC("license") = "GPL";

SEC("tp_btf/sys_enter")
int empty_enter(void *ctx)
{
	(void)ctx;
	return 0;
}

SEC("tp_btf/sys_exit")
int empty_exit(void *ctx)
{
	(void)ctx;
	return 0;
}
