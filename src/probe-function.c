// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * See probe-function.h. libbpf loads a program for one function only. So libbpf loads the first, and what it gives to
 * the kernel is kept (keep_options()); the others are loaded here with the same, but for another function.
 */
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include "desc/desc.h"
#include "desc/nr-x86_64.h"
#include "kernel-btf.h"
#include "probe-function.h"
#include "util/clock.h"

enum {
	MAX_THREADS = 16,
	PATIENCE_NS = 1000000000,
};

static const char prefix[] = "__x64_sys_";

struct target {
	unsigned nr;
	int btf_id; /* of the kernel's function */
	int link;   /* -1: not attached */
};

struct probe_functions {
	struct target *targets;
	size_t ntargets;
	size_t ncalls; /* that should have one */
	/* What the kernel was given. */
	struct bpf_insn *insns;
	size_t ninsns;
	void *func_info;
	struct bpf_prog_load_opts options;
	/* The threads that load the others. */
	pthread_t threads[MAX_THREADS];
	int nthreads;
	atomic_size_t next; /* target that nobody has taken yet */
	atomic_size_t done;
	atomic_bool stop;
};

/* What programs begin with, and what they call most with something to read: these come first. */
static const unsigned first[] = {NR_execve, NR_execveat, NR_openat, NR_open, NR_newfstatat, NR_stat,
	NR_lstat, NR_statx, NR_access, NR_faccessat, NR_faccessat2, NR_readlink, NR_readlinkat,
	NR_write, NR_writev, NR_pwrite64, NR_connect, NR_bind, NR_sendto, NR_sendmsg, NR_sendmmsg,
	NR_ioctl, NR_futex, NR_unlink, NR_unlinkat, NR_rename, NR_mkdir, NR_chdir};

static int rank(unsigned nr)
{
	size_t i = 0, n = sizeof(first) / sizeof(*first);

	while (i < n && first[i] != nr)
		i++;
	return i;
}

static int by_rank(const void *a, const void *b)
{
	const struct target *x = a, *y = b;

	return rank(x->nr) - rank(y->nr);
}

/* Calls whose function has another name. */
static const struct {
	unsigned nr;
	const char *name;
} renamed[] = {
	{NR_stat, "newstat"},
	{NR_fstat, "newfstat"},
	{NR_lstat, "newlstat"},
	{NR_uname, "newuname"},
	{NR_umount2, "umount"},
	{NR_sendfile, "sendfile64"},
};

static const char *function_name(unsigned nr)
{
	const struct syscall_desc *call = desc_syscall(nr);

	for (size_t i = 0; i < sizeof(renamed) / sizeof(*renamed); i++)
		if (renamed[i].nr == nr)
			return renamed[i].name;
	return call ? call->name : "";
}

/* ---- which functions ---- */

static bool reads_at_entry(const struct plan_set *plans, unsigned nr)
{
	if (!plans)
		return nr == NR_openat;
	if (!plans->selectors[nr].wanted)
		return false;
	if (plans->plans[plans->selectors[nr].plan].nentry)
		return true;
	for (unsigned i = 0; i < plans->ncases; i++)
		if (plans->cases[i].key.nr == nr && plans->plans[plans->cases[i].plan].nentry)
			return true;
	return false;
}

static bool is_target(const struct probe_functions *f, unsigned nr)
{
	size_t i = 0;

	while (i < f->ntargets && f->targets[i].nr != nr)
		i++;
	return i < f->ntargets;
}

static int find_targets(
	struct probe_functions *f, const struct kernel_btf *kernel, const struct plan_set *plans)
{
	unsigned calls[DESC_COMPAT];

	/* Those of 32-bit tasks have functions of other names. */
	for (unsigned nr = 0; nr < DESC_COMPAT; nr++)
		if (reads_at_entry(plans, nr))
			calls[f->ncalls++] = nr;
	f->targets = calloc(f->ncalls ? f->ncalls : 1, sizeof(*f->targets));
	if (!f->targets)
		return -ENOMEM;
	for (unsigned id = 1; id < kernel_btf_count(kernel) && f->ntargets < f->ncalls; id++) {
		const char *name;

		if (!btf_is_func(kernel_btf_type(kernel, id)))
			continue;
		name = kernel_btf_name(kernel, id);
		if (strncmp(name, prefix, sizeof(prefix) - 1))
			continue;
		/* The kernel's BTF may name a function twice. */
		for (size_t i = 0; i < f->ncalls; i++)
			if (!strcmp(name + sizeof(prefix) - 1, function_name(calls[i])) &&
				!is_target(f, calls[i]))
				f->targets[f->ntargets++] = (struct target){calls[i], id, -1};
	}
	qsort(f->targets, f->ntargets, sizeof(*f->targets), by_rank);
	return f->ntargets ? 0 : -ENOENT;
}

bool probe_function_works(const struct kernel_btf *kernel)
{
	const struct bpf_insn nothing[] = {
		{.code = BPF_ALU64 | BPF_MOV | BPF_K, .dst_reg = BPF_REG_0},
		{.code = BPF_JMP | BPF_EXIT},
	};
	LIBBPF_OPTS(bpf_prog_load_opts, options, .expected_attach_type = BPF_TRACE_FENTRY,
		.prog_flags = BPF_F_SLEEPABLE);
	int id = kernel_btf_find(kernel, "__x64_sys_openat", BTF_KIND_FUNC), program;

	if (id < 0)
		return false;
	options.attach_btf_id = id;
	program = bpf_prog_load(BPF_PROG_TYPE_TRACING, "try_function", "GPL", nothing, 2, &options);
	if (program < 0)
		return false;
	close(program);
	return true;
}

/* ---- loading ---- */

static struct probe_functions *loading; /* whose program libbpf is to load; NULL: none is */

/* Called by libbpf, which is about to load the program with these options. */
static int keep_options(
	struct bpf_program *program, struct bpf_prog_load_opts *options, long cookie)
{
	struct probe_functions *f = loading;
	size_t info = (size_t)options->func_info_cnt * options->func_info_rec_size;

	(void)cookie;
	if (!f)
		return 0;
	f->ninsns = bpf_program__insn_cnt(program);
	f->insns = malloc(f->ninsns * sizeof(*f->insns));
	f->func_info = malloc(info ? info : 1);
	if (!f->insns || !f->func_info)
		return -ENOMEM;
	memcpy(f->insns, bpf_program__insns(program), f->ninsns * sizeof(*f->insns));
	memcpy(f->func_info, options->func_info, info);
	options->expected_attach_type = BPF_TRACE_FENTRY;
	options->prog_flags |= BPF_F_SLEEPABLE;
	options->attach_btf_id = f->targets[0].btf_id;
	f->options = *options;
	f->options.func_info = f->func_info;
	/* What is not needed to verify it, or is of libbpf's own. */
	f->options.line_info = NULL;
	f->options.line_info_cnt = f->options.line_info_rec_size = 0;
	f->options.log_buf = NULL;
	f->options.log_level = f->options.log_size = 0;
	return 0;
}

/* Once and for good: libbpf 1.1 frees its list of handlers twice if it has become empty before. */
static int register_handler(void)
{
	LIBBPF_OPTS(libbpf_prog_handler_opts, options, .prog_prepare_load_fn = keep_options);
	static int handler;

	if (handler <= 0)
		handler = libbpf_register_prog_handler(
			PROBE_FUNCTION_SECTION, BPF_PROG_TYPE_TRACING, BPF_TRACE_FENTRY, &options);
	return handler < 0 ? handler : 0;
}

int probe_functions_new(const struct kernel_btf *kernel, const struct plan_set *plans,
	struct probe_functions **ret_functions)
{
	struct probe_functions *f = calloc(1, sizeof(*f));
	int err;

	if (!f)
		return -ENOMEM;
	err = find_targets(f, kernel, plans);
	if (!err)
		err = register_handler();
	if (err) {
		probe_functions_free(f);
		return err;
	}
	loading = f;
	*ret_functions = f;
	return 0;
}

void probe_functions_loaded(struct probe_functions *f)
{
	if (loading == f)
		loading = NULL;
}

/* ---- attaching ---- */

static void attach(struct probe_functions *f, struct target *target)
{
	struct bpf_prog_load_opts options = f->options;
	char name[BPF_OBJ_NAME_LEN];
	int program;

	options.attach_btf_id = target->btf_id;
	snprintf(name, sizeof(name), "fault_%s", desc_syscall(target->nr)->name);
	program = bpf_prog_load(BPF_PROG_TYPE_TRACING, name, "GPL", f->insns, f->ninsns, &options);
	if (program < 0)
		return;
	__atomic_store_n(&target->link, bpf_raw_tracepoint_open(NULL, program), __ATOMIC_RELAXED);
	close(program);
}

static void *attach_some(void *functions)
{
	struct probe_functions *f = functions;
	size_t i;

	while (!atomic_load(&f->stop) && (i = atomic_fetch_add(&f->next, 1)) < f->ntargets) {
		attach(f, &f->targets[i]);
		atomic_fetch_add(&f->done, 1);
	}
	return NULL;
}

int probe_functions_attach(struct probe_functions *f, const struct bpf_program *program, bool all)
{
	const struct timespec pause = {.tv_nsec = 1000000};
	uint64_t until = now_ns() + PATIENCE_NS;
	long nthreads = sysconf(_SC_NPROCESSORS_ONLN);

	f->targets[0].link = bpf_raw_tracepoint_open(NULL, bpf_program__fd(program));
	if (f->targets[0].link < 0)
		return -errno;
	atomic_store(&f->next, 1);
	atomic_store(&f->done, 1);
	while (f->nthreads < nthreads && f->nthreads < MAX_THREADS &&
		!pthread_create(&f->threads[f->nthreads], NULL, attach_some, f))
		f->nthreads++;
	if (!f->nthreads)
		attach_some(f);
	while (atomic_load(&f->done) < f->ntargets && (all || now_ns() < until))
		nanosleep(&pause, NULL);
	return 0;
}

size_t probe_functions_attached(const struct probe_functions *f)
{
	size_t n = 0;

	for (size_t i = 0; i < f->ntargets; i++)
		n += __atomic_load_n(&f->targets[i].link, __ATOMIC_RELAXED) >= 0;
	return n;
}

size_t probe_functions_count(const struct probe_functions *f)
{
	return f->ncalls;
}

/* ---- detaching ---- */

static int by_link(const void *a, const void *b)
{
	const struct target *x = a, *y = b;

	return (x->link > y->link) - (x->link < y->link);
}

/* In the child, which must not hold open what others wait for the end of, such as a pipe. The links its exit closes. */
static void close_all_but_links(struct probe_functions *f)
{
	unsigned from = 0;

	qsort(f->targets, f->ntargets, sizeof(*f->targets), by_link);
	for (size_t i = 0; i < f->ntargets; i++) {
		unsigned link = f->targets[i].link;

		if (f->targets[i].link < 0)
			continue;
		if (link > from)
			close_range(from, link - 1, 0);
		from = link + 1;
	}
	close_range(from, ~0U, 0);
}

void probe_functions_free(struct probe_functions *f)
{
	bool attached = false;

	if (!f)
		return;
	probe_functions_loaded(f);
	atomic_store(&f->stop, true);
	while (f->nthreads)
		pthread_join(f->threads[--f->nthreads], NULL);
	for (size_t i = 0; i < f->ntargets; i++)
		attached |= f->targets[i].link >= 0;
	if (attached && !fork()) {
		setsid();
		close_all_but_links(f);
		_exit(0);
	}
	for (size_t i = 0; i < f->ntargets; i++)
		if (f->targets[i].link >= 0)
			close(f->targets[i].link);
	free(f->targets);
	free(f->insns);
	free(f->func_info);
	free(f);
}
