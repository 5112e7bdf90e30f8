// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * empty OBJECT COMMAND [ARGUMENT...]: runs the command while the BPF programs of the object file (of empty.bpf.c, which
 * do nothing) are attached to the entry and the exit of every system call: what there is to pay before a tracer does
 * anything. Exits as the command does.
 */
#include <bpf/libbpf.h>
#include <stdio.h>
#include "child.h"

int main(int argc, char **argv)
{
	struct bpf_object *object;
	struct bpf_program *program;

	if (argc < 3) {
		fputs("usage: empty OBJECT COMMAND [ARGUMENT...]\n", stderr);
		return 2;
	}
	object = bpf_object__open_file(argv[1], NULL);
	if (!object || bpf_object__load(object)) {
		perror("empty: cannot load");
		return 1;
	}
	bpf_object__for_each_program(program, object) {
		if (!bpf_program__attach(program)) {
			perror("empty: cannot attach");
			return 1;
		}
	}
	return run_child("empty", argv + 2);
}
