// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * See notation.h. Learned from the output of strace 6.1.
 */
#include <stdio.h>
#include "desc/types.h"
#include "notation.h"
#include "util/errno-names.h"

enum { MAX_ERRNO = 4095 };

static const char *symbol_name(const struct type *type, uint64_t value)
{
	/* Most enums are numbered from 0. */
	if (value < type->count && type->symbols[value].value == value)
		return type->symbols[value].name;
	for (unsigned i = 0; i < type->count; i++)
		if (type->symbols[i].value == value)
			return type->symbols[i].name;
	return NULL;
}

static void put_comment(struct outbuf *out, const char *words)
{
	outbuf_text(out, " /* ");
	outbuf_text(out, words);
	outbuf_text(out, " */");
}

static int64_t sign_extended(const struct type *type, uint64_t value)
{
	unsigned shift = type->size && type->size < 8 ? 64 - 8 * type->size : 0;

	return (int64_t)(value << shift) >> shift;
}

/*
 * A type without a word for unknown values is one of plain numbers, some of which have names; with an empty one the
 * numbers are shown in hexadecimal.
 */
static void put_enum(
	struct outbuf *out, const struct type *type, uint64_t value, enum options_consts style)
{
	const char *name = symbol_name(type, value);

	if (name)
		name += type->skip;
	if (type->commented && (style != OPTIONS_CONSTS_RAW || type->digits == 10))
		style = OPTIONS_CONSTS_VERBOSE;
	if (name && style == OPTIONS_CONSTS_ABBREV) {
		outbuf_text(out, name);
		return;
	}
	if (type->unknown && type->digits != 10)
		outbuf_hex(out, value);
	else
		outbuf_int(out, sign_extended(type, value));
	if (style == OPTIONS_CONSTS_RAW)
		return;
	if (name)
		put_comment(out, name);
	else if (type->unknown && type->unknown[0])
		put_comment(out, type->unknown);
}

/* Whether @s is part of @value, of which @rest is not named yet; a mask of 0 is the empty set. */
static bool symbol_applies(const struct symbol *s, uint64_t value, uint64_t rest)
{
	if (!s->mask)
		return !value;
	if (s->name[0] == '?' || s->name[0] == '<')
		return rest & s->mask;
	return ((s->value ? rest : value) & s->mask) == s->value;
}

static bool has_flag_name(const struct type *type, uint64_t value)
{
	for (unsigned i = 0; i < type->count; i++)
		if (symbol_applies(&type->symbols[i], value, value))
			return true;
	return false;
}

/* The bits that @name stands for, or @comment if they have none. */
static void put_flag(struct outbuf *out, uint64_t bits, const char *name, const char *comment,
	enum options_consts style)
{
	if (name && style == OPTIONS_CONSTS_ABBREV) {
		outbuf_text(out, name);
		return;
	}
	outbuf_hex(out, bits);
	if (style != OPTIONS_CONSTS_RAW)
		put_comment(out, name ? name : comment);
}

static void put_flag_names(
	struct outbuf *out, const struct type *type, uint64_t value, enum options_consts style)
{
	const struct symbol *shifted = NULL;
	uint64_t rest = value;
	bool first = true;

	for (unsigned i = 0; i < type->count; i++) {
		const struct symbol *s = &type->symbols[i];

		if (!symbol_applies(s, value, rest) || (!s->mask && !first))
			continue;
		if (s->name[0] == '<') {
			shifted = s;
			continue;
		}
		if (!first)
			outbuf_char(out, '|');
		first = false;
		if (s->name[0] == '?')
			put_flag(out, rest & s->mask, NULL, s->name + 1, style);
		else
			put_flag(out, s->value, s->name, NULL, style);
		rest &= ~s->mask;
	}
	if (shifted ? rest & ~shifted->mask : rest) {
		if (!first)
			outbuf_char(out, '|');
		first = false;
		outbuf_hex(out, shifted ? rest & ~shifted->mask : rest);
	}
	if (shifted) {
		if (!first)
			outbuf_char(out, '|');
		outbuf_dec(out, (rest & shifted->mask) >> shifted->value);
		outbuf_text(out, "<<");
		outbuf_text(out, shifted->name + 1);
	}
}

static void put_flags(
	struct outbuf *out, const struct type *type, uint64_t value, enum options_consts style)
{
	bool named = has_flag_name(type, value);

	if (type->commented && style != OPTIONS_CONSTS_RAW)
		style = OPTIONS_CONSTS_VERBOSE;
	if (named && type->apart) {
		put_flag_names(out, type, value, style);
		return;
	}
	if (!named || style != OPTIONS_CONSTS_ABBREV)
		outbuf_hex(out, value);
	if (style == OPTIONS_CONSTS_RAW)
		return;
	if (!named) {
		if (value && type->unknown)
			put_comment(out, type->unknown);
		return;
	}
	if (style == OPTIONS_CONSTS_VERBOSE)
		outbuf_text(out, " /* ");
	put_flag_names(out, type, value, OPTIONS_CONSTS_ABBREV);
	if (style == OPTIONS_CONSTS_VERBOSE)
		outbuf_text(out, " */");
}

static void put_hex(struct outbuf *out, const struct type *type, uint64_t value)
{
	char text[32];

	if (!type->digits) {
		outbuf_hex(out, value);
		return;
	}
	snprintf(text, sizeof(text), "%#0*llx", type->digits, (unsigned long long)value);
	outbuf_text(out, text);
}

/* A mode has at least three digits. */
static void put_octal(struct outbuf *out, const struct type *type, uint64_t value)
{
	if (type->size == 2 && value < 010)
		outbuf_text(out, value ? "0" : "00");
	outbuf_oct(out, value);
}

/* A number in decimal, or its name. */
static void put_named(
	struct outbuf *out, uint64_t value, const char *name, enum options_consts style)
{
	if (name && style == OPTIONS_CONSTS_ABBREV)
		outbuf_text(out, name);
	else
		outbuf_int(out, value);
	if (name && style == OPTIONS_CONSTS_VERBOSE)
		put_comment(out, name);
}

void notation_scalar(
	struct outbuf *out, const struct type *type, uint64_t value, enum options_consts style)
{
	switch (type->kind) {
	case KIND_UINT:
		outbuf_dec(out, value);
		break;
	case KIND_HEX:
		put_hex(out, type, value);
		break;
	case KIND_OCT:
		put_octal(out, type, value);
		break;
	case KIND_ADDR:
		if (value)
			outbuf_hex(out, value);
		else
			outbuf_text(out, "NULL");
		break;
	case KIND_ID:
		outbuf_int(out,
			value == (type->size == 2 ? UINT16_MAX : UINT32_MAX) ? -1 : (int64_t)value);
		break;
	case KIND_FD:
		outbuf_int(out, value);
		break;
	case KIND_DIRFD:
		put_named(out, value, symbol_name(type, value), style);
		break;
	case KIND_ERROR:
		put_named(out, value, value ? errno_name(value) : NULL, style);
		break;
	case KIND_FLAGS:
		put_flags(out, type, value, style);
		break;
	case KIND_ENUM:
		put_enum(out, type, value, style);
		break;
	default:
		outbuf_int(out, value);
	}
}

static void put_error_name(struct outbuf *out, int number, bool raw)
{
	const char *name = errno_name(number);
	bool restart = errno_is_restart(number);

	if (name) {
		outbuf_text(out, name);
		outbuf_text(out, " (");
		if (restart && raw) {
			outbuf_text(out, "Unknown error ");
			outbuf_dec(out, number);
		} else {
			outbuf_text(out, errno_text(number));
		}
	} else {
		outbuf_text(out, "(errno ");
		outbuf_dec(out, number);
	}
	outbuf_char(out, ')');
}

static void put_error(struct outbuf *out, int number, bool raw)
{
	outbuf_text(out, errno_is_restart(number) && !raw ? "? " : "-1 ");
	put_error_name(out, number, raw);
}

/* 4294967274 EINVAL (Invalid argument): modify_ldt has an unsigned int for its errors, too. */
static void put_unsigned(struct outbuf *out, uint32_t value, bool may_fail)
{
	outbuf_dec(out, value);
	if (may_fail && value >= (uint32_t)-MAX_ERRNO) {
		outbuf_char(out, ' ');
		put_error_name(out, -value, false);
	}
}

/*
 * The symbols of flags and enums are the note's; an address that is returned is never "NULL". Calls
 * that never fail do under seccomp.
 */
void notation_result(struct outbuf *out, const struct call_info *call)
{
	const struct type *type = call->desc ? call->desc->ret : NULL;
	uint64_t value = call->ret;

	if (call->ret < 0 && call->ret >= -MAX_ERRNO) {
		put_error(out, -call->ret, call->raw);
		return;
	}
	if (call->raw) {
		outbuf_hex(out, value);
		return;
	}
	switch (type ? type->kind : KIND_INT) {
	case KIND_UINT:
		if (type->size == 4)
			put_unsigned(out, value, !(call->desc->classes & NEVER_FAILS));
		else
			outbuf_dec(out, value);
		break;
	case KIND_HEX:
	case KIND_ADDR:
	case KIND_FLAGS:
		outbuf_hex(out, value);
		break;
	case KIND_OCT:
		put_octal(out, type, value);
		break;
	case KIND_FD:
		outbuf_int(out, value);
		break;
	default:
		outbuf_int(out, value);
	}
}

enum quote_style notation_quote_style(enum options_hex hex, const unsigned char *bytes, size_t len)
{
	switch (hex) {
	case OPTIONS_HEX_NONE:
		return QUOTE_OCTAL;
	case OPTIONS_HEX_NON_ASCII_CHARS:
		return QUOTE_HEX_CHARS;
	case OPTIONS_HEX_NON_ASCII:
		return quote_is_ascii(bytes, len) ? QUOTE_OCTAL : QUOTE_HEX;
	case OPTIONS_HEX_ALL:
		break;
	}
	return QUOTE_HEX;
}

void notation_signal(struct outbuf *out, uint64_t number)
{
	put_enum(out, &type_signal, number, OPTIONS_CONSTS_ABBREV);
}
