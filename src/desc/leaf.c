/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Print hooks: the few data whose notation is no table's. A hook may only print; what it prints was read by a plan.
 */
#include <asm/termbits.h>
#include <dirent.h>
#include <inttypes.h>
#include <linux/capability.h>
#include <linux/ioprio.h>
#include <linux/perf_event.h>
#include <linux/prctl.h>
#include <linux/quota.h>
#include <linux/wait.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <time.h>
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

LEAF(dev, 8, leaf_dev);
LEAF(dev32, 4, leaf_dev);

static const char *file_type(unsigned mode)
{
	switch (mode & S_IFMT) {
	case S_IFREG:
		return "S_IFREG";
	case S_IFDIR:
		return "S_IFDIR";
	case S_IFLNK:
		return "S_IFLNK";
	case S_IFCHR:
		return "S_IFCHR";
	case S_IFBLK:
		return "S_IFBLK";
	case S_IFIFO:
		return "S_IFIFO";
	case S_IFSOCK:
		return "S_IFSOCK";
	}
	return NULL;
}

/* S_IFREG|S_ISUID|0755 */
/* Not by printf(): it stands in every struct stat. */
static void leaf_mode(struct decode *d, const struct value *v)
{
	unsigned mode = v->raw;
	const char *type = file_type(mode);
	char text[64], *at;

	if (!type) {
		decode_text(d, "%#03o", mode);
		return;
	}
	at = stpcpy(text, type);
	if (mode & S_ISUID)
		at = stpcpy(at, "|S_ISUID");
	if (mode & S_ISGID)
		at = stpcpy(at, "|S_ISGID");
	if (mode & S_ISVTX)
		at = stpcpy(at, "|S_ISVTX");
	at = stpcpy(at, mode & 0700 ? "|0" : "|");
	for (int shift = 6; shift >= 0; shift -= 3)
		*at++ = '0' + (mode >> shift & 7);
	*at = '\0';
	decode_words(d, text);
}

LEAF(mode, 4, leaf_mode);
LEAF(mode16, 2, leaf_mode);

/* Puts " / * 2023-11-14T22:13:20.000000005+0000 * /" into @text; nothing for the time 0 or one that has no date. */
static void date_comment(char *text, size_t size, int64_t seconds, uint64_t fraction, int digits)
{
	time_t t = seconds;
	struct tm tm;
	char date[64], zone[16], part[24] = "";

	text[0] = '\0';
	if (!localtime_r(&t, &tm) || (!seconds && !fraction) ||
		!strftime(date, sizeof(date), "%FT%T", &tm) ||
		!strftime(zone, sizeof(zone), "%z", &tm))
		return;
	if (fraction)
		snprintf(part, sizeof(part), ".%0*" PRIu64, digits, fraction);
	snprintf(text, size, " /* %s%s%s */", date, part, zone);
}

static void leaf_time_stamp(struct decode *d, const struct value *v)
{
	char date[96];

	date_comment(date, sizeof(date), v->raw, 0, 0);
	decode_text(d, "%" PRId64 "%s", (int64_t)v->raw, date);
}

LEAF(time_stamp, 8, leaf_time_stamp);

/* A member of struct stat; the nanoseconds stand in the word behind it. */
static void leaf_stat_time(struct decode *d, const struct value *v)
{
	uint64_t nsec = 0;
	char date[96];

	if (v->base && (size_t)(v->bytes - v->base) + 16 <= v->base_len)
		nsec = number_at(v->bytes + 8, 8);
	date_comment(date, sizeof(date), v->raw, nsec, 9);
	decode_text(d, "%" PRId64 "%s", (int64_t)v->raw, date);
}

LEAF(stat_time, 8, leaf_stat_time);

/* The same of a 32-bit task. */
static void leaf_stat_time32(struct decode *d, const struct value *v)
{
	uint64_t nsec = 0;
	char date[96];

	if (v->base && (size_t)(v->bytes - v->base) + 8 <= v->base_len)
		nsec = number_at(v->bytes + 4, 4);
	date_comment(date, sizeof(date), v->raw, nsec, 9);
	decode_text(d, "%" PRId64 "%s", (int64_t)v->raw, date);
}

LEAF(stat_time32, 4, leaf_stat_time32);

static void leaf_statx_timestamp(struct decode *d, const struct value *v)
{
	int64_t sec = number_at(v->bytes, 8);
	uint32_t nsec = number_at(v->bytes + 8, 4);
	char date[96];

	date_comment(date, sizeof(date), sec, nsec, 9);
	decode_text(d, "{tv_sec=%" PRId64 ", tv_nsec=%u}%s", sec, nsec, date);
}

LEAF(statx_timestamp, 16, leaf_statx_timestamp);

/* What utimes and futimesat take: a time of day. */
static void leaf_utimeval(struct decode *d, const struct value *v)
{
	int64_t sec = number_at(v->bytes, 8);
	uint64_t usec = number_at(v->bytes + 8, 8);
	char date[96] = "";

	if (usec < 1000000)
		date_comment(date, sizeof(date), sec, usec, 6);
	decode_text(d, "{tv_sec=%" PRId64 ", tv_usec=%" PRIu64 "}%s", sec, usec, date);
}

LEAF(utimeval, 16, leaf_utimeval);

/* What utimensat takes: the same in nanoseconds, or UTIME_NOW, UTIME_OMIT. */
static void leaf_utimens(struct decode *d, const struct value *v)
{
	int64_t sec = number_at(v->bytes, 8);
	uint64_t nsec = number_at(v->bytes + 8, 8);
	char date[96] = "";

	if (nsec == UTIME_NOW || nsec == UTIME_OMIT) {
		decode_text(d, nsec == UTIME_NOW ? "UTIME_NOW" : "UTIME_OMIT");
		return;
	}
	if (nsec < 1000000000)
		date_comment(date, sizeof(date), sec, nsec, 9);
	decode_text(d, "{tv_sec=%" PRId64 ", tv_nsec=%" PRIu64 "}%s", sec, nsec, date);
}

LEAF(utimens, 16, leaf_utimens);

/* The directory of fanotify_mark: FAN_NOFD is -1. */
static void leaf_fan_dirfd(struct decode *d, const struct value *v)
{
	if ((int32_t)v->raw == -1)
		decode_text(d, "FAN_NOFD");
	else
		decode_bytes(d, &type_dirfd, v->bytes, 4, 0);
}

LEAF(fan_dirfd, 4, leaf_fan_dirfd);

/* SWAP_FLAG_PREFER|5: the low 15 bits are a priority. */
static void leaf_swapon_flags(struct decode *d, const struct value *v)
{
	uint32_t flags = v->raw & ~0x7fffu;

	if (flags) {
		decode_bytes(d, &type_swap_flags, (const unsigned char *)&flags, 4, 0);
		decode_text(d, "|");
	}
	decode_text(d, "%u", (unsigned)v->raw & 0x7fff);
}

LEAF(swapon_flags, 4, leaf_swapon_flags);

static const struct symbol dirent_types[] = {
	X(DT_UNKNOWN),
	X(DT_FIFO),
	X(DT_CHR),
	X(DT_DIR),
	X(DT_BLK),
	X(DT_REG),
	X(DT_LNK),
	X(DT_SOCK),
	X(DT_WHT),
};

static const char *dirent_type(unsigned char type)
{
	for (unsigned i = 0; i < sizeof(dirent_types) / sizeof(dirent_types[0]); i++)
		if (dirent_types[i].value == type)
			return dirent_types[i].name;
	return "DT_???";
}

/* One directory entry of either form: where its parts are. */
struct entry {
	uint64_t ino, off;
	unsigned reclen;
	unsigned char type;
	const unsigned char *name;
	size_t name_len;
};

/* Whether an entry begins at @bytes, @len bytes before the end; @old: the form of getdents. */
static bool dirent_at(const unsigned char *bytes, size_t len, bool old, struct entry *ret_entry)
{
	size_t name = old ? 18 : 19;
	struct entry e;

	if (len < 20)
		return false;
	e.ino = number_at(bytes, 8);
	e.off = number_at(bytes + 8, 8);
	e.reclen = number_at(bytes + 16, 2);
	if (e.reclen < 20 || e.reclen > len)
		return false;
	e.type = bytes[old ? e.reclen - 1u : 18u];
	e.name = bytes + name;
	e.name_len = strnlen((const char *)e.name, e.reclen - name);
	*ret_entry = e;
	return true;
}

/* The number of entries; the entries themselves with -v. */
static void show_dirents(struct decode *d, const struct value *v, bool old)
{
	struct sink *sink = decode_sink(d);
	struct entry e;
	unsigned n = 0;

	if (!decode_shows_all(d)) {
		for (size_t at = 0; dirent_at(v->bytes + at, v->len - at, old, &e); at += e.reclen)
			n++;
		sink->ops->address(sink, v->addr);
		decode_text(d, " /* %u entries */", n);
		return;
	}
	sink->ops->begin(sink, GROUP_ARRAY);
	for (size_t at = 0; dirent_at(v->bytes + at, v->len - at, old, &e); at += e.reclen) {
		sink->ops->field(sink, NULL);
		sink->ops->begin(sink, GROUP_STRUCT);
		sink->ops->field(sink, "d_ino");
		sink->ops->scalar(sink, &type_u64, e.ino);
		sink->ops->field(sink, "d_off");
		sink->ops->scalar(sink, &type_u64, e.off);
		sink->ops->field(sink, "d_reclen");
		sink->ops->scalar(sink, &type_u16, e.reclen);
		if (!old) {
			sink->ops->field(sink, "d_type");
			decode_text(d, "%s", dirent_type(e.type));
		}
		sink->ops->field(sink, "d_name");
		sink->ops->bytes(sink, e.name, e.name_len, BYTES_STRING | BYTES_PATH);
		if (old) {
			sink->ops->field(sink, "d_type");
			decode_text(d, "%s", dirent_type(e.type));
		}
		sink->ops->end(sink, GROUP_STRUCT);
	}
	sink->ops->end(sink, GROUP_ARRAY);
}

static void leaf_dirents(struct decode *d, const struct value *v)
{
	show_dirents(d, v, true);
}

static void leaf_dirents64(struct decode *d, const struct value *v)
{
	show_dirents(d, v, false);
}

LEAF(dirents, 0, leaf_dirents);
LEAF(dirents64, 0, leaf_dirents64);

/* ---- ioctl ---- */

/* The request's name, or what its number is made of. */
static void leaf_ioctl(struct decode *d, const struct value *v)
{
	static const char *const dirs[] = {
		"_IOC_NONE", "_IOC_WRITE", "_IOC_READ", "_IOC_READ|_IOC_WRITE"};
	unsigned request = v->raw;

	for (unsigned i = 0; i < type_ioctl_name.count; i++) {
		if (type_ioctl_name.symbols[i].value == request) {
			decode_bytes(d, &type_ioctl_name, v->bytes, 4, 0);
			return;
		}
	}
	decode_text(d, "_IOC(%s, %#x, %#x, %#x)", dirs[_IOC_DIR(request)], _IOC_TYPE(request),
		_IOC_NR(request), _IOC_SIZE(request));
}

LEAF(ioctl, 4, leaf_ioctl);

/*
 * One of the four words of terminal flags: the part in @mask, of which each field has a name for 0 too, then the single
 * bits; "CS8|" if there are none, as strace has it.
 */
static void show_tty_flags(struct decode *d, const struct value *v, const struct type *fields,
	uint32_t mask, const struct type *bits)
{
	uint32_t first = v->raw & mask, rest = v->raw & ~mask;

	if (fields) {
		decode_bytes(d, fields, (const unsigned char *)&first, 4, 0);
		decode_text(d, "|");
	}
	if (rest)
		decode_bytes(d, bits, (const unsigned char *)&rest, 4, 0);
}

static void leaf_tty_iflag(struct decode *d, const struct value *v)
{
	show_tty_flags(d, v, NULL, 0, &type_tty_iflag_bits);
}

static void leaf_tty_oflag(struct decode *d, const struct value *v)
{
	show_tty_flags(d, v, &type_tty_delays, NLDLY | CRDLY | TABDLY | BSDLY | VTDLY | FFDLY,
		&type_tty_oflag_bits);
}

static void leaf_tty_cflag(struct decode *d, const struct value *v)
{
	show_tty_flags(d, v, &type_tty_speed, CBAUD | CSIZE, &type_tty_cflag_bits);
}

static void leaf_tty_lflag(struct decode *d, const struct value *v)
{
	show_tty_flags(d, v, NULL, 0, &type_tty_lflag_bits);
}

LEAF(tty_iflag, 4, leaf_tty_iflag);
LEAF(tty_oflag, 4, leaf_tty_oflag);
LEAF(tty_cflag, 4, leaf_tty_cflag);
LEAF(tty_lflag, 4, leaf_tty_lflag);

/* [[VINTR]=0x3, [VQUIT]=0x1c, ...] */
static void leaf_tty_cc(struct decode *d, const struct value *v)
{
	static const char *const names[] = {[VINTR] = "VINTR",
		[VQUIT] = "VQUIT",
		[VERASE] = "VERASE",
		[VKILL] = "VKILL",
		[VEOF] = "VEOF",
		[VTIME] = "VTIME",
		[VMIN] = "VMIN",
		[VSWTC] = "VSWTC",
		[VSTART] = "VSTART",
		[VSTOP] = "VSTOP",
		[VSUSP] = "VSUSP",
		[VEOL] = "VEOL",
		[VREPRINT] = "VREPRINT",
		[VDISCARD] = "VDISCARD",
		[VWERASE] = "VWERASE",
		[VLNEXT] = "VLNEXT",
		[VEOL2] = "VEOL2"};
	char number[24];

	decode_text(d, "[");
	for (size_t i = 0; i < v->len; i++) {
		snprintf(number, sizeof(number), "%zu", i);
		decode_text(d, "%s[%s]=%#x", i ? ", " : "",
			i < sizeof(names) / sizeof(names[0]) ? names[i] : number, v->bytes[i]);
	}
	decode_text(d, "]");
}

LEAF(tty_cc, NCCS, leaf_tty_cc);

/* ---- perf ---- */

/* What is counted: of three types of event the number has a name. */
static void leaf_perf_config(struct decode *d, const struct value *v)
{
	uint64_t type = UINT64_MAX, result = v->raw >> 16;

	decode_sibling(d, v, "type", &type);
	switch (type) {
	case PERF_TYPE_HARDWARE:
		decode_bytes(d, &type_perf_hw, v->bytes, 8, 0);
		break;
	case PERF_TYPE_SOFTWARE:
		decode_bytes(d, &type_perf_sw, v->bytes, 8, 0);
		break;
	case PERF_TYPE_TRACEPOINT:
		decode_text(d, "%" PRIu64, v->raw);
		break;
	case PERF_TYPE_HW_CACHE:
		decode_bytes(d, &type_perf_cache_result, (const unsigned char *)&result, 8, 0);
		decode_text(d, "<<16|");
		decode_bytes(d, &type_perf_cache_op, v->bytes + 1, 1, 0);
		decode_text(d, "<<8|");
		decode_bytes(d, &type_perf_cache, v->bytes, 1, 0);
		break;
	default:
		decode_text(d, v->raw ? "%#" PRIx64 : "0", v->raw);
	}
}

LEAF(perf_config, 8, leaf_perf_config);

/* ---- bpf ---- */

static void leaf_kernel_version(struct decode *d, const struct value *v)
{
	decode_text(d, "KERNEL_VERSION(%u, %u, %u)", (unsigned)v->raw >> 16,
		(unsigned)v->raw >> 8 & 255, (unsigned)v->raw & 255);
}

LEAF(kernel_version, 4, leaf_kernel_version);

/* ---- processes ---- */

static void show_signal(struct decode *d, unsigned sig)
{
	uint32_t n = sig;

	decode_bytes(d, &type_signal, (const unsigned char *)&n, sizeof(n), 0);
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

/* [0 1 3] */
static void leaf_cpuset(struct decode *d, const struct value *v)
{
	const char *separator = "";

	decode_text(d, "[");
	for (size_t i = 0; i < v->len * 8; i++) {
		if (!(v->bytes[i / 8] >> i % 8 & 1))
			continue;
		decode_text(d, "%s%zu", separator, i);
		separator = " ";
	}
	decode_text(d, "]");
}

LEAF(cpuset, 0, leaf_cpuset);

/* [0x00000000000005, 0000000000000000]: the words that hold maxnode - 1 bits. */
static void leaf_nodemask(struct decode *d, const struct value *v)
{
	uint64_t maxnode = 0;
	size_t words;

	decode_sibling(d, v, "maxnode", &maxnode);
	words = maxnode ? (maxnode - 1) / 64 + ((maxnode - 1) % 64 != 0) : 0;
	if (words > v->len / 8)
		words = v->len / 8;
	decode_text(d, "[");
	for (size_t i = 0; i < words; i++)
		decode_text(d, "%s%#016" PRIx64, i ? ", " : "", number_at(v->bytes + i * 8, 8));
	decode_text(d, "]");
}

LEAF(nodemask, 0, leaf_nodemask);

static void leaf_ioprio(struct decode *d, const struct value *v)
{
	static const char *const classes[] = {
		"IOPRIO_CLASS_NONE", "IOPRIO_CLASS_RT", "IOPRIO_CLASS_BE", "IOPRIO_CLASS_IDLE"};
	unsigned prio = v->raw, class = prio >> 13, data = prio & 0x1fff;

	if (class < sizeof(classes) / sizeof(classes[0]))
		decode_text(d, "IOPRIO_PRIO_VALUE(%s, %u)", classes[class], data);
	else
		decode_text(d, "IOPRIO_PRIO_VALUE(%#x /* IOPRIO_CLASS_??? */, %u)", class, data);
}

LEAF(ioprio, 4, leaf_ioprio);

static void note_ioprio(struct decode *d, const struct value *v)
{
	decode_note(d);
	leaf_ioprio(d, v);
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

/* prctl(PR_SET_PTRACER): a process, or all. */
static void leaf_ptracer(struct decode *d, const struct value *v)
{
	if (v->raw == PR_SET_PTRACER_ANY)
		decode_text(d, "PR_SET_PTRACER_ANY");
	else
		decode_text(d, "%d", (int)v->raw);
}

LEAF(ptracer, 8, leaf_ptracer);

/* ---- resources ---- */

/* 8192*1024, RLIM64_INFINITY */
static void leaf_rlim(struct decode *d, const struct value *v)
{
	if (v->raw == UINT64_MAX)
		decode_text(d, "RLIM64_INFINITY");
	else if (v->raw > 1024 && v->raw % 1024 == 0)
		decode_text(d, "%" PRIu64 "*1024", v->raw / 1024);
	else
		decode_text(d, "%" PRIu64, v->raw);
}

LEAF(rlim, 8, leaf_rlim);

static void leaf_rlim32(struct decode *d, const struct value *v)
{
	if (v->raw == UINT32_MAX)
		decode_text(d, "RLIM_INFINITY");
	else
		leaf_rlim(d, v);
}

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
	if (v->raw)
		decode_text(
			d, "%" PRId64 " /* %.2f s */", (int64_t)v->raw, (int64_t)v->raw / 100.0);
	else
		decode_text(d, "0");
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

/* A key's serial number, or the name of a special keyring. */
static void leaf_keyring(struct decode *d, const struct value *v)
{
	static const char *const special[] = {NULL, "KEY_SPEC_THREAD_KEYRING",
		"KEY_SPEC_PROCESS_KEYRING", "KEY_SPEC_SESSION_KEYRING", "KEY_SPEC_USER_KEYRING",
		"KEY_SPEC_USER_SESSION_KEYRING", "KEY_SPEC_GROUP_KEYRING",
		"KEY_SPEC_REQKEY_AUTH_KEY", "KEY_SPEC_REQUESTOR_KEYRING"};
	int32_t key = v->raw;

	if (key < 0 && key >= -8)
		decode_text(d, "%s", special[-key]);
	else
		decode_text(d, "%d", key);
}

LEAF(keyring, 4, leaf_keyring);

/* ---- quota: QCMD(Q_GETQUOTA, USRQUOTA) ---- */

static void leaf_quota_cmd(struct decode *d, const struct value *v)
{
	static const char *const types[] = {"USRQUOTA", "GRPQUOTA", "PRJQUOTA"};
	uint32_t cmd = (uint32_t)v->raw >> SUBCMDSHIFT, type = v->raw & SUBCMDMASK;

	decode_text(d, "QCMD(");
	decode_bytes(d, &type_quota_subcmd, (const unsigned char *)&cmd, 4, 0);
	if (type < sizeof(types) / sizeof(types[0]))
		decode_text(d, ", %s)", types[type]);
	else
		decode_text(d, ", %#x /* ???QUOTA */)", type);
}

LEAF(quota_cmd, 4, leaf_quota_cmd);

/* ---- System V IPC ---- */

static void leaf_ipc_key(struct decode *d, const struct value *v)
{
	if ((uint32_t)v->raw)
		decode_text(d, "%#x", (uint32_t)v->raw);
	else
		decode_text(d, "IPC_PRIVATE");
}

LEAF(ipc_key, 4, leaf_ipc_key);

/* The flags of @type, then the permission bits: IPC_CREAT|0600 */
static void show_ipc_flags(struct decode *d, const struct value *v, const struct type *type)
{
	uint32_t flags = v->raw & ~0777u;

	if (flags) {
		decode_bytes(d, type, (const unsigned char *)&flags, 4, 0);
		decode_text(d, "|");
	}
	decode_text(d, "%#03o", (unsigned)v->raw & 0777);
}

static void leaf_ipcget_flags(struct decode *d, const struct value *v)
{
	show_ipc_flags(d, v, &type_ipcget_bits);
}

static void leaf_shmget_flags(struct decode *d, const struct value *v)
{
	show_ipc_flags(d, v, &type_shmget_bits);
}

LEAF(ipcget_flags, 4, leaf_ipcget_flags);
LEAF(shmget_flags, 4, leaf_shmget_flags);

/* ---- the system ---- */

/* 3 / * SYSLOG_ACTION_READ_ALL * / */
static void leaf_syslog_action(struct decode *d, const struct value *v)
{
	static const char *const actions[] = {"CLOSE", "OPEN", "READ", "READ_ALL", "READ_CLEAR",
		"CLEAR", "CONSOLE_OFF", "CONSOLE_ON", "CONSOLE_LEVEL", "SIZE_UNREAD",
		"SIZE_BUFFER"};
	uint32_t action = v->raw;
	const char *name = action < sizeof(actions) / sizeof(actions[0]) ? actions[action] : "???";

	decode_text(d, "%d /* SYSLOG_ACTION_%s */", (int)action, name);
}

LEAF(syslog_action, 4, leaf_syslog_action);

/* The bytes of a key, two words of what the kernel can do with keys: [KEYCTL_CAPS0_..., KEYCTL_CAPS1_...]. */
static void leaf_key_caps(struct decode *d, const struct value *v)
{
	const struct type *const types[] = {&type_key_caps0, &type_key_caps1};
	struct sink *sink = decode_sink(d);

	sink->ops->begin(sink, GROUP_ARRAY);
	for (size_t i = 0; i < v->len && i < 2; i++) {
		sink->ops->field(sink, NULL);
		decode_bytes(d, types[i], v->bytes + i, 1, 0);
	}
	sink->ops->end(sink, GROUP_ARRAY);
}

LEAF(key_caps, 2, leaf_key_caps);

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
