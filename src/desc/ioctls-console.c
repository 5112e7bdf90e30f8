// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * ioctls of the console (keyboard, fonts, screen maps) and the rarer ones of terminals; their flags, structures and forms.
 * See ioctls.c.
 */
#include <asm/ioctls.h>
#include <asm/termios.h>
#include <linux/kd.h>
#include <linux/keyboard.h>
#include <linux/tty.h>
#include "nr-x86_64.h"
#include "types.h"

/* clang-format off */

/* ---- the keyboard ---- */

FLAGSET(kd_leds, 1, "LED_???", X(LED_SCR), X(LED_NUM), X(LED_CAP));
/* The lock flags in the low half, those that are set at a reset above them. */
#define LED_DEFAULT(led_) XV((led_) << 4, #led_ "<<4")
FLAGSET(kd_lock_leds, 1, "LED_???",
	X(LED_SCR), X(LED_NUM), X(LED_CAP), LED_DEFAULT(LED_SCR), LED_DEFAULT(LED_NUM), LED_DEFAULT(LED_CAP));
ENUM(kd_keyboard, 1, "KB_???", X(KB_84), X(KB_101), X(KB_OTHER));
ENUM(kd_mode, 4, "KD_???", X(KD_TEXT), X(KD_GRAPHICS), X(KD_TEXT0), X(KD_TEXT1));
ENUM_DECIMAL(kd_keyboard_mode, 4, "K_???", X(K_RAW), X(K_XLATE), X(K_MEDIUMRAW), X(K_UNICODE), X(K_OFF));
ENUM(kd_meta, 4, "K_???", X(K_METABIT), X(K_ESCPREFIX));
STRUCT(kbdiacr, struct kbdiacr,
	F(struct kbdiacr, diacr, character), F(struct kbdiacr, base, character), F(struct kbdiacr, result, character));
#define HEAD(type_, tail_) char[offsetof(type_, tail_)]
STRUCT(kbdiacrs, HEAD(struct kbdiacrs, kbdiacr),
	F(struct kbdiacrs, kb_cnt, u32), TAIL(struct kbdiacrs, kbdiacr, kbdiacr, COUNT(kb_cnt)));
STRUCT(kbdiacruc, struct kbdiacruc,
	F(struct kbdiacruc, diacr, x32), F(struct kbdiacruc, base, x32), F(struct kbdiacruc, result, x32));
STRUCT(kbdiacrsuc, HEAD(struct kbdiacrsuc, kbdiacruc),
	F(struct kbdiacrsuc, kb_cnt, u32), TAIL(struct kbdiacrsuc, kbdiacruc, kbdiacruc, COUNT(kb_cnt)));
STRUCT(kbkeycode, struct kbkeycode,
	F(struct kbkeycode, scancode, x32), F(struct kbkeycode, keycode, x32, THEN));
STRUCT(kbd_repeat, struct kbd_repeat,
	F(struct kbd_repeat, delay, i32), F(struct kbd_repeat, period, i32),
	F(struct kbd_repeat, delay, i32, RESULT), F(struct kbd_repeat, period, i32, RESULT));

/* ---- what is shown ---- */

STRUCT(unipair, struct unipair, F(struct unipair, unicode, x16), F(struct unipair, fontpos, x16));
STRUCT(unimap, struct unimapdesc,
	F(struct unimapdesc, entry_ct, u16), P(struct unimapdesc, entries, unipair, COUNT(entry_ct)));
STRUCT(unimapinit, struct unimapinit,
	F(struct unimapinit, advised_hashsize, u16), F(struct unimapinit, advised_hashstep, u16),
	F(struct unimapinit, advised_hashlevel, u16));

/* ---- terminals ---- */

STRUCT(termio, struct termio,
	F(struct termio, c_iflag, tty_iflag), F(struct termio, c_oflag, tty_oflag), F(struct termio, c_cflag, tty_cflag),
	F(struct termio, c_lflag, tty_lflag), F(struct termio, c_line, tty_line, VERBOSE),
	F(struct termio, c_cc, tty_cc, VERBOSE));

const struct syscall_desc desc_console_ioctls[] = {
	IOCTL(KIOCSOUND, ARG(argp, u64)),
	IOCTL(KDGETLED, OUT(argp, kd_leds)),
	IOCTL(KDSETLED, ARG(argp, kd_leds)),
	IOCTL(KDGKBTYPE, OUT(argp, kd_keyboard)),
	IOCTL0(KDENABIO),
	IOCTL0(KDDISABIO),
	IOCTL(KDSETMODE, ARG(argp, kd_mode)),
	IOCTL(KDGETMODE, OUT(argp, kd_mode)),
	IOCTL0(KDMAPDISP),
	IOCTL0(KDUNMAPDISP),
	IOCTL(GIO_SCRNMAP, OUT(argp, binary, FIXED(E_TABSZ))),
	IOCTL(PIO_SCRNMAP, IN(argp, binary, FIXED(E_TABSZ))),
	IOCTL(GIO_UNISCRNMAP, OUT(argp, x16, FIXED(E_TABSZ))),
	IOCTL(PIO_UNISCRNMAP, IN(argp, x16, FIXED(E_TABSZ))),
	IOCTL(KDGKBMODE, OUT(argp, kd_keyboard_mode)),
	IOCTL(KDSKBMODE, ARG(argp, kd_keyboard_mode)),
	IOCTL(KDGKBMETA, OUT(argp, kd_meta)),
	IOCTL(KDSKBMETA, ARG(argp, kd_meta)),
	IOCTL(KDGKBLED, OUT(argp, kd_lock_leds)),
	IOCTL(KDSKBLED, ARG(argp, kd_lock_leds)),
	IOCTL(KDGKBDIACR, OUT(argp, kbdiacrs)),
	IOCTL(KDSKBDIACR, IN(argp, kbdiacrs)),
	IOCTL(KDGKBDIACRUC, OUT(argp, kbdiacrsuc)),
	IOCTL(KDSKBDIACRUC, IN(argp, kbdiacrsuc)),
	IOCTL(KDGETKEYCODE, INOUT(argp, kbkeycode)),
	IOCTL(KDSETKEYCODE, IN(argp, kbkeycode)),
	IOCTL(KDSIGACCEPT, ARG(argp, u64)),
	IOCTL(KDKBDREP, INOUT(argp, kbd_repeat)),
	/* 256 characters of 32 rows; 16 colours of three bytes */
	IOCTL(GIO_FONT, OUT(argp, binary, FIXED(8192))),
	IOCTL(PIO_FONT, IN(argp, binary, FIXED(8192))),
	IOCTL(GIO_CMAP, OUT(argp, binary, FIXED(48))),
	IOCTL(PIO_CMAP, IN(argp, binary, FIXED(48))),
	IOCTL0(PIO_FONTRESET),
	IOCTL(PIO_UNIMAP, IN(argp, unimap)),
	IOCTL(PIO_UNIMAPCLR, IN(argp, unimapinit)),

	IOCTL(TCGETA, OUT(argp, termio)),
	IOCTL(TCSETA, IN(argp, termio)),
	IOCTL(TCSETAW, IN(argp, termio)),
	IOCTL(TCSETAF, IN(argp, termio)),
	IOCTL(TIOCGLCKTRMIOS, OUT(argp, termios)),
	IOCTL(TIOCSLCKTRMIOS, IN(argp, termios)),
	IOCTL(TIOCSTI, IN(argp, bytes, FIXED(1))),
	IOCTL0(TIOCSSERIAL),
	IOCTL(TIOCGEXCL, OUT(argp, i32)),
	{ 0 }
};
/* clang-format on */
