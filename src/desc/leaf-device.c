// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Print hooks of devices; see leaf.c.
 */
#include <linux/btrfs.h>
#include <linux/ioctl.h>
#include <mtd/ubi-user.h>
#include <stddef.h>
#include <string.h>
#include "../decode.h"
#include "types.h"

/* 'a', '\n', '\x00', '\x07' */
static void leaf_character(struct decode *d, const struct value *v)
{
	static const char letters[] = "tnvfr";
	unsigned char c = v->raw;

	if (c == '\'' || c == '\\')
		decode_text(d, "'\\%c'", c);
	else if (c >= '\t' && c <= '\r')
		decode_text(d, "'\\%c'", letters[c - '\t']);
	else
		decode_text(d, c < ' ' || c > '~' ? "'\\x%02x'" : "'%c'", c);
}

LEAF(character, 1, leaf_character);

/* The same without the letters: '\x0a' */
static void leaf_fourcc_character(struct decode *d, const struct value *v)
{
	unsigned char c = v->raw;

	decode_text(d,
		c == '\'' || c == '\\' ? "'\\%c'"
		: c < ' ' || c > '~'   ? "'\\x%02x'"
				       : "'%c'",
		c);
}

LEAF(fourcc_character, 1, leaf_fourcc_character);

/* What a format is called, behind its characters. */
static void leaf_v4l2_format_name(struct decode *d, const struct value *v)
{
	const char *name = decode_symbol(&type_v4l2_pixel_format, (uint32_t)v->raw);

	if (name)
		decode_text(d, " /* %s */", name);
}

LEAF(v4l2_format_name, 4, leaf_v4l2_format_name);

/* 04000000-0500-0000-0600-000007000000 */
static void leaf_uuid(struct decode *d, const struct value *v)
{
	for (size_t i = 0; i < v->len; i++)
		decode_text(
			d, i == 4 || i == 6 || i == 8 || i == 10 ? "-%02x" : "%02x", v->bytes[i]);
}

LEAF(uuid, 16, leaf_uuid);

/* More members, which are not shown. */
static void leaf_more(struct decode *d, const struct value *v)
{
	(void)v;
	decode_text(d, "...");
}

LEAF(more, 1, leaf_more);

static void show_code(struct decode *d, const struct type *codes, uint32_t code)
{
	const char *name = decode_symbol(codes, code);

	if (name)
		decode_text(d, "%s", name);
	else
		decode_text(d, "%#x /* %s */", code, codes->unknown);
}

/* A request that says the size of its buffer, or an axis: EVIOCGNAME(256), EVIOCGBIT(EV_KEY, 96), EVIOCGABS(ABS_X). */
static void leaf_ioctl_sized(struct decode *d, const struct value *v)
{
	unsigned request = v->raw, nr = _IOC_NR(request), dir = _IOC_DIR(request);
	bool input = _IOC_TYPE(request) == 'E';
	const char *name;

	if (input && dir == _IOC_READ && nr >= 0x20 && nr < 0x40) {
		decode_text(d, "EVIOCGBIT(");
		if (nr == 0x20)
			decode_text(d, "0");
		else
			show_code(d, &type_input_ev_code, nr - 0x20);
		decode_text(d, ", %u)", _IOC_SIZE(request));
	} else if (input && ((dir == _IOC_READ && nr >= 0x40 && nr < 0x80) ||
				    (dir == _IOC_WRITE && nr >= 0xc0))) {
		decode_text(d, nr < 0x80 ? "EVIOCGABS(" : "EVIOCSABS(");
		show_code(d, &type_input_abs_code, nr & 0x3f);
		decode_text(d, ")");
	} else if ((name = decode_symbol(&type_ioctl_sized_name, request & IOCTL_WITHOUT_SIZE))) {
		decode_text(d, "%s(%u)", name, _IOC_SIZE(request));
	} else {
		decode_bytes(d, &type_ioctl_number, v->bytes, 4, 0);
	}
}

LEAF(ioctl_sized, 4, leaf_ioctl_sized);

/* -EPERM, 5 */
static void leaf_minus_errno(struct decode *d, const struct value *v)
{
	int32_t error = v->raw;
	const char *name = error < 0 && error != INT32_MIN ? strerrorname_np(-error) : NULL;

	if (!name) {
		decode_text(d, "%d", error);
	} else if (decode_words_begin(d, &type_i32, v)) {
		decode_text(d, "-%s", name);
		decode_words_end(d);
	}
}

LEAF(minus_errno, 4, leaf_minus_errno);

/* As many characters of a name as name_len says; "..." behind them if there is no end. */
static void leaf_ubi_name(struct decode *d, const struct value *v)
{
	uint64_t said;
	size_t len = v->len - 1;

	if (decode_sibling(d, v, "name_len", &said) || (int64_t)said < 0)
		len = 0;
	else if (said < len)
		len = said;
	decode_bytes(d, &type_chars, v->bytes, len + 1, v->addr);
}

LEAF(ubi_name, UBI_MAX_VOLUME_NAME + 1, leaf_ubi_name);

/*
 * Strings in a container of numbers (struct btrfs_data_container), each of which says how far behind its head one is.
 */
static void leaf_btrfs_paths(struct decode *d, const struct value *v)
{
	const size_t head = offsetof(struct btrfs_data_container, val);
	struct sink *sink = decode_sink(d);
	uint64_t n = 0, at, offset;

	decode_sibling(d, v, "elem_cnt", &n);
	sink->ops->begin(sink, GROUP_ARRAY);
	for (at = head; n && at + sizeof(offset) <= v->len; at += sizeof(offset), n--) {
		memcpy(&offset, v->bytes + at, sizeof(offset));
		sink->ops->field(sink, NULL);
		if (offset >= v->len - head)
			sink->ops->address(sink, v->addr + head + offset);
		else
			decode_bytes(d, &type_string, v->bytes + head + offset,
				v->len - head - offset, v->addr + head + offset);
	}
	if (n)
		sink->ops->more(sink);
	sink->ops->end(sink, GROUP_ARRAY);
}

LEAF(btrfs_paths, 0xfff8, leaf_btrfs_paths);
