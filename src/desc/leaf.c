// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Print hooks: the few data whose notation is no table's. A hook may only print; what it prints was read by a plan.
 */
#include <inttypes.h>
#include <linux/capability.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include "../decode.h"
#include "../task.h"
#include "types.h"

static uint64_t number_at(const unsigned char *bytes, size_t size)
{
	uint64_t n = 0;

	memcpy(&n, bytes, size);
	return n;
}

/* ---- files ---- */

static void leaf_dev(struct decode *d, const struct value *v)
{
	decode_text(d, "makedev(%#x, %#x)", major(v->raw), minor(v->raw));
}

LEAF_WORDS(dev, 8, x64, leaf_dev);
LEAF_WORDS(dev32, 4, x32, leaf_dev);

/* S_IFREG|S_ISUID|0755; of a type that has no name, the number. */
static void leaf_mode(struct decode *d, const struct value *v)
{
	unsigned type = v->raw & S_IFMT;

	if (type && !decode_symbol(&type_file_type, type))
		decode_text(d, "%#03o", (unsigned)v->raw);
	else if (decode_words_begin(d, &type_omode, v)) {
		decode_bytes(d, &type_mode_words, v->bytes, v->len, 0);
		decode_words_end(d);
	}
}

LEAF(mode, 4, leaf_mode);
LEAF(mode16, 2, leaf_mode);

/* ---- processes ---- */

/* By name, whatever -X says. */
static void show_signal(struct decode *d, unsigned sig)
{
	const char *name = decode_symbol(&type_signal, sig);

	if (name)
		decode_text(d, "%s", name);
	else
		decode_text(d, "%u", sig);
}

/* {WIFEXITED(s) && WEXITSTATUS(s) == 0} */
static void leaf_wait_status(struct decode *d, const struct value *v)
{
	unsigned status = v->raw, rest = status & ~0xffffu;

	if ((status & 0xffff) == 0xffff) {
		decode_text(d, "{WIFCONTINUED(s)}");
	} else if ((status & 0xff) == 0x7f) {
		decode_text(d, "{WIFSTOPPED(s) && WSTOPSIG(s) == ");
		show_signal(d, (status >> 8) & 0x7f);
		decode_text(d, "%s", (status >> 8) & 0x80 ? " | 0x80}" : "}");
	} else if (status & 0x7f) {
		decode_text(d, "{WIFSIGNALED(s) && WTERMSIG(s) == ");
		show_signal(d, status & 0x7f);
		decode_text(d, "%s", status & 0x80 ? " && WCOREDUMP(s)}" : "}");
	} else {
		decode_text(d, "{WIFEXITED(s) && WEXITSTATUS(s) == %u}", (status >> 8) & 0xff);
	}
	if (rest)
		decode_text(d, "|%#x", rest);
}

LEAF(wait_status, 4, leaf_wait_status);

static void note_ioprio(struct decode *d, const struct value *v)
{
	if (decode_constants(d) == OPTIONS_CONSTS_RAW)
		return;
	decode_note(d);
	decode_bytes(d, &type_ioprio_words, v->bytes, 4, 0);
}

RETURN(ret_ioprio, KIND_INT, 4, note_ioprio);

/* A task's name as the kernel has it: at most 15 bytes and a NUL. */
static void leaf_task_name(struct decode *d, const struct value *v)
{
	struct sink *sink = decode_sink(d);

	sink->ops->bytes(sink, v->bytes, strnlen((const char *)v->bytes, v->len), BYTES_STRING);
}

LEAF(task_name, 16, leaf_task_name);

/* The name to be: what the kernel takes of it; whether it goes on behind that is not read. */
static void leaf_new_task_name(struct decode *d, const struct value *v)
{
	struct sink *sink = decode_sink(d);
	size_t len = strnlen((const char *)v->bytes, v->len);

	sink->ops->bytes(sink, v->bytes, len, BYTES_STRING | (len == v->len ? BYTES_CUT : 0));
}

LEAF(new_task_name, 15, leaf_new_task_name);

/* personality(0xffffffff) only asks. */
static void leaf_personality_arg(struct decode *d, const struct value *v)
{
	if ((uint32_t)v->raw == UINT32_MAX)
		decode_text(d, "0xffffffff");
	else
		decode_bytes(d, &type_personality, v->bytes, 4, 0);
}

LEAF(personality_arg, 4, leaf_personality_arg);

/* 8*RIP+4, offsetof(struct user, i387)+8 */
static void leaf_user_offset(struct decode *d, const struct value *v)
{
	const struct symbol *symbols = type_user_part.symbols, *s = symbols;

	for (unsigned i = 1; i < type_user_part.count && symbols[i].value <= v->raw; i++)
		s = &symbols[i];
	if (v->raw > symbols[type_user_part.count - 1].value)
		decode_text(d, "%#" PRIx64, v->raw);
	else if (v->raw > s->value)
		decode_text(d, "%s+%u", s->name, (unsigned)(v->raw - s->value));
	else
		decode_text(d, "%s", s->name);
}

LEAF_WORDS(user_offset, 8, x64, leaf_user_offset);

/* ---- resources ---- */

/* 8192*1024, RLIM64_INFINITY */
static void show_rlim(struct decode *d, const struct value *v, const char *infinity)
{
	bool units = v->raw > 1024 && v->raw % 1024 == 0;

	if (!infinity && !units) {
		decode_text(d, "%" PRIu64, v->raw);
	} else if (decode_words_begin(d, &type_u64, v)) {
		if (infinity)
			decode_text(d, "%s", infinity);
		else
			decode_text(d, "%" PRIu64 "*1024", v->raw / 1024);
		decode_words_end(d);
	}
}

static void leaf_rlim(struct decode *d, const struct value *v)
{
	show_rlim(d, v, v->raw == UINT64_MAX ? "RLIM64_INFINITY" : NULL);
}

static void leaf_rlim32(struct decode *d, const struct value *v)
{
	show_rlim(d, v, v->raw == UINT32_MAX ? "RLIM_INFINITY" : NULL);
}

LEAF(rlim, 8, leaf_rlim);
LEAF(rlim32, 4, leaf_rlim32);

/* An offset in pages of 4096 bytes: shown in bytes. */
static void leaf_pages_offset(struct decode *d, const struct value *v)
{
	decode_sink(d)->ops->scalar(decode_sink(d), &type_x64, v->raw << 12);
}

LEAF(pages_offset, 4, leaf_pages_offset);

/* 3 / * 0.03 s * /: USER_HZ is 100 on x86-64. */
static void leaf_clock_ticks(struct decode *d, const struct value *v)
{
	if (v->raw && decode_constants(d) != OPTIONS_CONSTS_RAW)
		decode_text(
			d, "%" PRId64 " /* %.2f s */", (int64_t)v->raw, (int64_t)v->raw / 100.0);
	else
		decode_text(d, "%" PRId64, (int64_t)v->raw);
}

LEAF(clock_ticks, 8, leaf_clock_ticks);

/* ---- rights, keys ---- */

/* struct __user_cap_data_struct[2]: the first 32 capabilities of each set, then the others. */
static void leaf_cap_data(struct decode *d, const struct value *v)
{
	static const char *const names[] = {"effective", "permitted", "inheritable"};
	struct sink *sink = decode_sink(d);
	uint64_t version = 0, set;
	bool wide;

	decode_sibling(d, v, "header", &version);
	wide = (uint32_t)version == _LINUX_CAPABILITY_VERSION_2 ||
	       (uint32_t)version == _LINUX_CAPABILITY_VERSION_3;
	sink->ops->begin(sink, GROUP_STRUCT);
	for (int i = 0; i < 3; i++) {
		sink->ops->field(sink, names[i]);
		set = number_at(v->bytes + i * 4, 4) |
		      (wide ? number_at(v->bytes + 12 + i * 4, 4) << 32 : 0);
		decode_bytes(d, &type_caps, (const unsigned char *)&set, 8, 0);
	}
	sink->ops->end(sink, GROUP_STRUCT);
}

LEAF(cap_data, sizeof(struct __user_cap_data_struct) * _LINUX_CAPABILITY_U32S_3, leaf_cap_data);

/* Text that the kernel wrote, up to its NUL or the end of what it wrote. */
static void leaf_text_read(struct decode *d, const struct value *v)
{
	decode_bytes(d, &type_string, v->bytes, v->len, v->addr);
}

LEAF(text_read, 0, leaf_text_read);

/* All bytes, in hexadecimal. */
static void leaf_all_binary(struct decode *d, const struct value *v)
{
	struct sink *sink = decode_sink(d);

	sink->ops->bytes(sink, v->bytes, v->len, BYTES_HEX);
}

LEAF(all_binary, 0, leaf_all_binary);

/* restart_syscall goes on with the call that a signal interrupted. */
static void leaf_interrupted_call(struct decode *d, const struct value *v)
{
	const struct task *task = decode_task(d);
	const struct syscall_desc *call = task ? desc_syscall(task->interrupted) : NULL;

	(void)v;
	decode_text(d, "<... resuming interrupted %s ...>",
		call && task->interrupted ? call->name : "system call");
}

LEAF(interrupted_call, 8, leaf_interrupted_call);

/* set_thread_area: which entry was free, if the program left that to the kernel. */
static void note_thread_area(struct decode *d, const struct value *v)
{
	const struct call *call = decode_call_body(d);
	const unsigned char *before, *after;

	(void)v;
	if (decode_memory(d, call->args[0], 4, false, &before) ||
		decode_memory(d, call->args[0], 4, true, &after) || !memcmp(before, after, 4))
		return;
	decode_note(d);
	decode_text(d, "entry_number=%u", (unsigned)number_at(after, 4));
}

RETURN(ret_thread_area, KIND_INT, 8, note_thread_area);
