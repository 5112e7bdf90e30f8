/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Fault site `function`: one sleepable program before each of the kernel's functions for the calls that are traced and
 * have something to read at their entry. The kernel can let a program sleep there only where it can inject errors into
 * its system calls. For probe-object.c.
 */
#ifndef FAULTLESS_PROBE_FUNCTION_H
#define FAULTLESS_PROBE_FUNCTION_H

#include <stdbool.h>
#include <stddef.h>
#include "plan.h"

struct kernel_btf;
struct bpf_program;
struct bpf_prog_load_opts;
struct probe_functions;

/* The section of the program in the object. */
#define PROBE_FUNCTION_SECTION "fault"

/* probe_function_works - whether the kernel (its BTF) takes a sleepable program there. By trying. */
bool probe_function_works(const struct kernel_btf *kernel);

/*
 * probe_functions_new - finds the kernel's functions for all calls of @plans (borrowed during the call) that are wanted
 * and read something at their entry; @plans NULL: for one call, to see whether it loads. An object that is loaded
 * between this and probe_functions_loaded has its program of that section loaded for the first of the calls. Returns 0
 * or -errno; -ENOENT: there is no such call.
 */
int probe_functions_new(const struct kernel_btf *kernel, const struct plan_set *plans,
	struct probe_functions **ret_functions);
void probe_functions_loaded(struct probe_functions *functions);

/*
 * probe_functions_attach - @program, the one that was loaded, and for each of the other calls another like it, by as
 * many threads as there are processors. Waits for a second at most, unless for @all of them; what comes later is
 * attached meanwhile, the most common calls first: until then, what is not resident is read when they return. Returns
 * 0, or -errno if the first cannot be attached.
 */
int probe_functions_attach(
	struct probe_functions *functions, const struct bpf_program *program, bool all);

/* probe_functions_attached - to how many functions it is attached by now. */
size_t probe_functions_attached(const struct probe_functions *functions);

/* probe_functions_count - how many calls have something to read at their entry. */
size_t probe_functions_count(const struct probe_functions *functions);

/*
 * probe_functions_free - detaches. Kernels up to 6.12 take a tenth of a second for each function; so a child process
 * does it, which holds nothing else open.
 */
void probe_functions_free(struct probe_functions *functions);

#endif
