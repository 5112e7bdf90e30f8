// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * See probe-object.h. Carries the builds of the BPF program and talks to libbpf; the engine does
 * not.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <bpf/bpf.h>
#include <bpf/btf.h>
#include <bpf/libbpf.h>
#include "kernel-btf.h"
#include "pid-namespace.h"
#include "probe-function.h"
#include "probe-object.h"
#include "util/error.h"

#define CARRY(name_, file_)                                                              \
	__asm__(".pushsection .rodata\n.balign 16\n.globl " #name_ "\n" #name_           \
		":\n.incbin \"" PROBE_DIR "/" file_ "\"\n.globl " #name_ "_end\n" #name_ \
		"_end:\n.popsection");                                                   \
	extern const unsigned char name_[], name_##_end[]

CARRY(probe_build_0, "probe-0.bpf.o");
CARRY(probe_build_1, "probe-1.bpf.o");
CARRY(probe_build_2, "probe-2.bpf.o");

/* The builds, best first, each with the kernel function that it cannot do without. */
static const struct build {
	const unsigned char *begin, *end;
	const char *needs;
} builds[] = {
	{probe_build_2, probe_build_2_end, "bpf_task_work_schedule_resume"},
	{probe_build_1, probe_build_1_end, "bpf_task_work_schedule_resume_impl"},
	{probe_build_0, probe_build_0_end, NULL},
};

enum {
	MAX_LINKS = 32,
	/* Tasks that can sleep in a fault at once, on each CPU, before it is left to the exit. */
	GOOD_COPIES = 2,
};

struct probe_object {
	const struct probe_wish *wish; /* while loading */
	struct bpf_object *object;
	struct probe_shared *shared;
	enum fault_site site;
	bool site_forced;
	enum stage_one stage_one;
	bool task_work;	  /* the build has it */
	bool faults_late; /* a sleepable program at sys_exit does what task work does elsewhere */
	unsigned copies;
	const char *before_exec;	   /* NULL: this kernel has no such place */
	struct probe_functions *functions; /* site function; NULL: no call needs one */
	struct bpf_link *links[MAX_LINKS];
	unsigned nlinks;
	struct bpf_link *attacher, *counter; /* iterators over all tasks */
};

static const struct {
	const char *name, *meaning;
} sites[SITES] = {
	[SITE_TRACEPOINT] = {"tracepoint", "arguments are read at entry, page faults taken there"},
	[SITE_FUNCTION] = {"function",
		"arguments are read at entry, page faults taken in the function of each traced call"},
	[SITE_RETURN] = {"return",
		"an argument that is not resident is read when the call returns, and marked late"},
	[SITE_REMOTE] = {"remote",
		"an argument that is not resident is read from outside as the call returns, "
		"and marked late; lost if the task is gone by then"},
};

const char *probe_site_name(enum fault_site site)
{
	return sites[site].name;
}

const char *probe_site_meaning(enum fault_site site)
{
	return sites[site].meaning;
}

/* ---- what this kernel has ---- */

static int print_libbpf(enum libbpf_print_level level, const char *format, va_list args)
{
	return level == LIBBPF_DEBUG ? 0 : vfprintf(stderr, format, args);
}

static int print_nothing(enum libbpf_print_level level, const char *format, va_list args)
{
	(void)level;
	(void)format;
	(void)args;
	return 0;
}

/*
 * Whether recursion of sleepable programs there is guarded against by task and not by CPU, and
 * other programs are not preempted: such are the kernels of the series in kernel/. None is skipped
 * there because of another task.
 */
static bool guards_by_task(const struct kernel_btf *kernel)
{
	return kernel_btf_has_member(kernel, "tracepoint", "flags");
}

/*
 * Whether a sleepable program can be attached to sys_enter: it may fault, and but for
 * guards_by_task() tp_btf there may be preempted. That the kernel takes the program is not enough:
 * 6.1 takes it, but calls it with preemption disabled.
 */
static bool has_faultable_tracepoint(const struct kernel_btf *kernel)
{
	const struct bpf_insn nothing[] = {
		{.code = BPF_ALU64 | BPF_MOV | BPF_K, .dst_reg = BPF_REG_0},
		{.code = BPF_JMP | BPF_EXIT},
	};
	LIBBPF_OPTS(bpf_prog_load_opts, options, .expected_attach_type = BPF_TRACE_RAW_TP,
		.prog_flags = BPF_F_SLEEPABLE);
	int id = kernel_btf_find(kernel, "btf_trace_sys_enter", BTF_KIND_TYPEDEF);
	int program, link;

	if (id < 0 || !(kernel_btf_has_member(kernel, "tracepoint_ext", "faultable") ||
			      guards_by_task(kernel)))
		return false;
	options.attach_btf_id = id;
	program =
		bpf_prog_load(BPF_PROG_TYPE_TRACING, "try_sleepable", "GPL", nothing, 2, &options);
	if (program < 0)
		return false;
	link = bpf_raw_tracepoint_open(NULL, program);
	close(program);
	if (link >= 0)
		close(link);
	return link >= 0;
}

int probe_load_error(char *error, size_t size, int err)
{
	if (geteuid() && (err == -EPERM || err == -EACCES))
		return error_set(error, size, err,
			"cannot load the probe: BPF needs root, or CAP_BPF and CAP_PERFMON; run it with sudo, or try "
			"--engine=ptrace");
	if (access("/sys/kernel/btf/vmlinux", R_OK))
		return error_set(
			error, size, err, "cannot attach: kernel lacks BTF; try --engine=ptrace");
	if (err == -ENOSYS)
		return error_set(error, size, err,
			"cannot load the probe: kernel lacks BPF; try --engine=ptrace");
	/* libbpf's word for a kernel type or function that is not there; to the caller it would be the process. */
	if (err == -ESRCH)
		return error_set(error, size, -EOPNOTSUPP,
			"cannot load the probe: kernel lacks what it is to be attached to (-d says more); try "
			"--engine=ptrace");
	return error_set(error, size, err,
		"cannot load the probe: %s (-d says more); try --engine=ptrace", strerror(-err));
}

/* ---- loading ---- */

static const char *const stage_one_btf[] = {"sched_process_fork", "sched_process_exec",
	"sched_process_exit", "sys_enter_btf", "sys_exit_btf", NULL};
static const char *const stage_one_perf[] = {"sched_wakeup_new", "sched_process_exec_perf",
	"sched_process_exit_perf", "sys_enter_perf", "sys_exit_perf", NULL};
static const char *const events[] = {
	"sched_switch", "signal_deliver", "signal_generate", "exec_image", NULL};

/* Both see the same; they are called a last time before the memory of execve's arguments goes. */
static const char *const before_exec[] = {"exec_prepare", "exec_prepare_function"};

static const char *choose_before_exec(const struct kernel_btf *kernel)
{
	if (kernel_btf_find(kernel, "btf_trace_sched_prepare_exec", BTF_KIND_TYPEDEF) > 0)
		return before_exec[0];
	if (kernel_btf_find(kernel, "begin_new_exec", BTF_KIND_FUNC) > 0)
		return before_exec[1];
	return NULL;
}

static void copy_name(char name[16], unsigned i)
{
	snprintf(name, 16, "fault_%u", i % PROBE_COPIES);
}

static struct bpf_program *program(const struct probe_object *o, const char *name)
{
	return bpf_object__find_program_by_name(o->object, name);
}

/* Says which programs are loaded here, and as what. */
static void choose_programs(struct probe_object *o)
{
	const char *const *skip = o->stage_one == STAGE_ONE_PERF ? stage_one_btf : stage_one_perf;
	char name[16];

	for (; *skip; skip++)
		bpf_program__set_autoload(program(o, *skip), false);
	for (unsigned i = 0; i < 2; i++)
		if (before_exec[i] != o->before_exec)
			bpf_program__set_autoload(program(o, before_exec[i]), false);
	for (unsigned i = 0; i < PROBE_COPIES; i++) {
		copy_name(name, i);
		if (o->site == SITE_TRACEPOINT && i < o->copies)
			bpf_program__set_flags(program(o, name), BPF_F_SLEEPABLE);
		else
			bpf_program__set_autoload(program(o, name), false);
	}
	if (o->faults_late)
		bpf_program__set_flags(program(o, "fault_exit"), BPF_F_SLEEPABLE);
	else
		bpf_program__set_autoload(program(o, "fault_exit"), false);
	if (!o->functions)
		bpf_program__set_autoload(program(o, "fault_function"), false);
}

/* Whether a task that is preempted while it looks for a task's storage keeps its processor from making one. */
static bool lookup_takes_turn(const struct kernel_btf *kernel)
{
	return kernel_btf_find(kernel, "bpf_task_storage_busy", BTF_KIND_VAR) > 0 &&
	       kernel_btf_find(kernel, "bpf_preempt_disable", BTF_KIND_FUNC) > 0;
}

/* @types: an empty file, where libbpf will look for the kernel's structures, at @options. */
static int load_object(struct probe_object *o, const struct kernel_btf *kernel,
	const struct build *build, const struct bpf_object_open_opts *options, int types)
{
	struct probe_choices choices = {
		.describe = o->wish->describe,
		.lookup_takes_turn = lookup_takes_turn(kernel),
		.by_fd = o->wish->by_fd,
		.by_path = o->wish->by_path,
		.min_duration = o->wish->min_duration,
		.entry_times = o->wish->entry_times,
	};
	int err = 0;

	o->object = bpf_object__open_mem(build->begin, build->end - build->begin, options);
	if (!o->object)
		return -errno;
	choose_programs(o);
	if (o->wish->rings >= 0)
		err = bpf_map__reuse_fd(
			bpf_object__find_map_by_name(o->object, "rings"), o->wish->rings);
	if (!err)
		err = bpf_map__set_initial_value(
			bpf_object__find_map_by_name(o->object, ".rodata.choices"), &choices,
			sizeof(choices));
	if (!err)
		err = kernel_btf_excerpt(kernel, bpf_object__btf(o->object), types);
	if (!err)
		err = bpf_object__load(o->object);
	if (err) {
		bpf_object__close(o->object);
		o->object = NULL;
	}
	return err;
}

static int load_build(
	struct probe_object *o, const struct kernel_btf *kernel, const struct build *build)
{
	LIBBPF_OPTS(bpf_object_open_opts, options, .object_name = "faultless");
	int types = memfd_create("faultless-types", MFD_CLOEXEC), err = 0;
	char path[32];

	if (types < 0)
		return -errno;
	snprintf(path, sizeof(path), "/proc/self/fd/%d", types);
	options.btf_custom_path = path;
	if (o->site == SITE_FUNCTION)
		err = probe_functions_new(kernel, o->wish->plans, &o->functions);
	if (!err || err == -ENOENT)
		err = load_object(o, kernel, build, &options, types);
	if (o->functions)
		probe_functions_loaded(o->functions);
	/* Of the next build they are others. */
	if (err) {
		probe_functions_free(o->functions);
		o->functions = NULL;
	}
	close(types);
	return err;
}

/* The program's variable is the only one in its .bss. */
static int map_shared(struct probe_object *o)
{
	struct bpf_map *bss = NULL, *map;

	bpf_object__for_each_map(map, o->object)
		if (bpf_map__is_internal(map) && strstr(bpf_map__name(map), ".bss"))
			bss = map;
	if (!bss || bpf_map__value_size(bss) < sizeof(struct probe_shared))
		return -EINVAL;
	o->shared = mmap(NULL, sizeof(struct probe_shared), PROT_READ | PROT_WRITE, MAP_SHARED,
		bpf_map__fd(bss), 0);
	if (o->shared == MAP_FAILED) {
		o->shared = NULL;
		return -errno;
	}
	return 0;
}

static int choose_site(struct probe_object *o, const struct kernel_btf *kernel, bool faultable,
	const struct build *build, char *error, size_t error_size)
{
	const char *wanted = o->wish->site;
	bool forced[SITES] = {0};

	for (unsigned i = 0; i < SITES; i++)
		forced[i] = wanted && !strcmp(wanted, sites[i].name);
	for (unsigned i = 0; i < SITES; i++) {
		bool has = i == SITE_TRACEPOINT ? faultable
			   : i == SITE_FUNCTION ? !faultable || forced[i]
			   : i == SITE_RETURN	? build->needs != NULL
						: true;

		if (wanted && !forced[i])
			continue;
		if (has && i == SITE_FUNCTION)
			has = probe_function_works(kernel);
		if (has) {
			o->site = i;
			return 0;
		}
		if (wanted)
			return error_set(error, error_size, -EOPNOTSUPP,
				"this kernel has no fault site %s; leave --fault-site out", wanted);
	}
	return error_set(error, error_size, -EOPNOTSUPP,
		"there is no fault site %s here; leave --fault-site out", wanted);
}

static int load_best(
	struct probe_object *o, const struct kernel_btf *kernel, char *error, size_t error_size)
{
	bool faultable = has_faultable_tracepoint(kernel);
	bool preempted = faultable && !guards_by_task(kernel);
	int err = -ENOENT;

	o->stage_one = preempted ? STAGE_ONE_PERF : STAGE_ONE_BTF;
	if (!preempted)
		o->copies = 1;
	o->before_exec = choose_before_exec(kernel);
	for (unsigned i = 0; i < sizeof(builds) / sizeof(*builds); i++) {
		const struct build *build = &builds[i];

		if (build->needs && kernel_btf_find(kernel, build->needs, BTF_KIND_FUNC) < 0)
			continue;
		err = choose_site(o, kernel, faultable, build, error, error_size);
		if (err)
			continue;
		o->task_work = build->needs;
		o->faults_late = o->site == SITE_TRACEPOINT && !preempted && !o->task_work;
		err = load_build(o, kernel, build);
		if (!err)
			break;
		err = probe_load_error(error, error_size, err);
	}
	return err;
}

int probe_object_load(const struct probe_wish *wish, struct probe_object **ret_object,
	char *ret_error, size_t error_size)
{
	struct probe_object *o = calloc(1, sizeof(*o));
	struct kernel_btf *kernel = NULL;
	int err;

	if (!o)
		return error_set(ret_error, error_size, -ENOMEM, "out of memory");
	/* There -p 17 would mean another process to the probe. */
	if (!pid_namespace_is_first()) {
		free(o);
		return error_set(ret_error, error_size, -EOPNOTSUPP,
			"BPF does not know the process ids of this container (PID namespace); trace from outside of it, or try "
			"--engine=ptrace");
	}
	libbpf_set_print(wish->debug ? print_libbpf : print_nothing);
	o->wish = wish;
	o->site_forced = wish->site;
	o->copies = wish->copies > PROBE_COPIES ? PROBE_COPIES
		    : wish->copies		? wish->copies
						: GOOD_COPIES;
	err = kernel_btf_open(&kernel);
	err = err ? probe_load_error(ret_error, error_size, err)
		  : load_best(o, kernel, ret_error, error_size);
	kernel_btf_free(kernel);
	if (!err) {
		err = map_shared(o);
		if (err)
			error_set(ret_error, error_size, err, "cannot map the probe's memory: %s",
				strerror(-err));
	}
	o->wish = NULL;
	if (err) {
		probe_object_free(o);
		return err;
	}
	o->shared->config.remote = o->site == SITE_REMOTE || !(o->task_work || o->faults_late);
	*ret_object = o;
	return 0;
}

/* ---- attaching ---- */

static int attach(struct probe_object *o, const char *name, char *error, size_t error_size)
{
	struct bpf_link *link = bpf_program__attach(program(o, name));
	int err = link ? 0 : -errno;

	if (err == -ENOENT && o->stage_one == STAGE_ONE_PERF)
		return error_set(error, error_size, err,
			"cannot attach %s: tracefs is not mounted; mount -t tracefs tracefs /sys/kernel/tracing",
			name);
	if (err)
		return error_set(error, error_size, err,
			"cannot attach %s: %s; try --engine=ptrace", name, strerror(-err));
	o->links[o->nlinks++] = link;
	return 0;
}

static int attach_all(
	struct probe_object *o, const char *const *names, char *error, size_t error_size)
{
	int err = 0;

	for (; !err && *names; names++)
		err = attach(o, *names, error, error_size);
	return err;
}

int probe_object_attach(struct probe_object *o, char *ret_error, size_t error_size)
{
	char name[16];
	int err;

	err = attach_all(o, events, ret_error, error_size);
	if (!err)
		err = attach_all(o, o->stage_one == STAGE_ONE_PERF ? stage_one_perf : stage_one_btf,
			ret_error, error_size);
	for (unsigned i = 0; !err && o->site == SITE_TRACEPOINT && i < o->copies; i++) {
		copy_name(name, i);
		err = attach(o, name, ret_error, error_size);
	}
	if (!err && o->faults_late)
		err = attach(o, "fault_exit", ret_error, error_size);
	if (!err && o->functions) {
		err = probe_functions_attach(
			o->functions, program(o, "fault_function"), o->site_forced);
		if (err)
			error_set(ret_error, error_size, err,
				"cannot attach to the functions of system calls: %s; choose another --fault-site",
				strerror(-err));
	}
	if (err)
		return err;
	/* Without it more is read from the new stack, and the argv of a script may be lost, which is counted. */
	if (o->before_exec)
		attach(o, o->before_exec, ret_error, error_size);
	o->attacher = bpf_program__attach_iter(program(o, "attach_tasks"), NULL);
	o->counter = bpf_program__attach_iter(program(o, "count_tasks"), NULL);
	if (!o->attacher || !o->counter)
		return error_set(ret_error, error_size, -errno,
			"cannot make the task iterators: %s; try --engine=ptrace", strerror(errno));
	return 0;
}

/* Runs an iterator over all tasks once. */
static int run_iterator(const struct bpf_link *iterator)
{
	char nothing[64];
	ssize_t got;
	int fd = bpf_iter_create(bpf_link__fd(iterator)), err = 0;

	if (fd < 0)
		return -errno;
	while ((got = read(fd, nothing, sizeof(nothing))) > 0 || (got < 0 && errno == EAGAIN))
		;
	if (got < 0)
		err = -errno;
	close(fd);
	return err;
}

int probe_object_switch_on(struct probe_object *o, const struct probe_attach *what)
{
	int err;

	o->shared->attach = *what;
	err = run_iterator(o->attacher);
	return err ? err : (int)o->shared->attach.found;
}

int probe_object_count_tasks(struct probe_object *o)
{
	int err;

	o->shared->counted = 0;
	err = run_iterator(o->counter);
	return err ? err : (int)o->shared->counted;
}

void probe_object_detach(struct probe_object *o)
{
	for (unsigned i = 0; i < o->nlinks; i++)
		bpf_link__destroy(o->links[i]);
	o->nlinks = 0;
	probe_functions_free(o->functions);
	o->functions = NULL;
	bpf_link__destroy(o->attacher);
	bpf_link__destroy(o->counter);
	o->attacher = o->counter = NULL;
}

void probe_object_free(struct probe_object *o)
{
	if (!o)
		return;
	probe_object_detach(o);
	if (o->shared)
		munmap(o->shared, sizeof(*o->shared));
	bpf_object__close(o->object);
	free(o);
}

/* ---- what it is ---- */

struct probe_shared *probe_object_shared(struct probe_object *o)
{
	return o->shared;
}

int probe_object_map(const struct probe_object *o, const char *name)
{
	return bpf_map__fd(bpf_object__find_map_by_name(o->object, name));
}

enum fault_site probe_object_site(const struct probe_object *o)
{
	return o->site;
}

enum stage_one probe_object_stage_one(const struct probe_object *o)
{
	return o->stage_one;
}

bool probe_object_is_entry(const struct probe_object *o)
{
	return o->site == SITE_TRACEPOINT || o->site == SITE_FUNCTION;
}

void probe_object_places(const struct probe_object *o, char *text, size_t size)
{
	if (o->site == SITE_TRACEPOINT)
		snprintf(text, size, "tracepoint, %u copies", o->copies);
	else if (o->site == SITE_FUNCTION)
		snprintf(text, size, "function, of %zu calls of %zu",
			o->functions ? probe_functions_attached(o->functions) : 0,
			o->functions ? probe_functions_count(o->functions) : 0);
	else
		snprintf(text, size, "%s", sites[o->site].name);
}

/* Where something else takes over: for a copy of stage two the next one or the exit, for execve the new stack. */
static bool may_be_skipped(const char *name)
{
	return !strncmp(name, "fault_", 6) || !strncmp(name, "exec_", 5);
}

bool probe_object_can_hold(const struct probe_object *o)
{
	return o->task_work;
}

uint64_t probe_object_skipped(const struct probe_object *o)
{
	struct bpf_program *p;
	uint64_t misses = 0;

	bpf_object__for_each_program(p, o->object) {
		struct bpf_prog_info info = {0};
		__u32 size = sizeof(info);

		if (!bpf_program__autoload(p) || may_be_skipped(bpf_program__name(p)))
			continue;
		if (!bpf_obj_get_info_by_fd(bpf_program__fd(p), &info, &size))
			misses += info.recursion_misses;
	}
	return misses;
}
