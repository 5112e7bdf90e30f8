/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The forms of ioctl that have an argument to show, one line each; the names of all requests are in ioctl-names.c.
 */
#include <asm/ioctls.h>
#include <asm/sockios.h>
#include <linux/fiemap.h>
#include <linux/fs.h>
#include <linux/hdreg.h>
#include <linux/if_tun.h>
#include <linux/input.h>
#include <linux/kvm.h>
#include <linux/loop.h>
#include <linux/nsfs.h>
#include <linux/perf_event.h>
#include <linux/random.h>
#include <linux/rtc.h>
#include <linux/seccomp.h>
#include <linux/sockios.h>
#include <linux/userfaultfd.h>
#include "nr-x86_64.h"
#include "types.h"

/* clang-format off */

/* TCGETS2 and TCSETS2, whose size is that of a structure that <asm/ioctls.h> does not define. */
#define DESC_TCGETS2 _IOC(_IOC_READ, 'T', 0x2a, 44)
#define DESC_TCSETS2 _IOC(_IOC_WRITE, 'T', 0x2b, 44)

/* An ioctl without a third argument. */
#define IOCTL0(request_) CASE(ioctl, (uint32_t)(request_), DESC, i32, ARG(fd, fd), ARG(request, ioctl))

const struct syscall_desc desc_ioctls[] = {
	/* ---- terminals ---- */
	IOCTL(TCGETS, OUT(argp, termios)),
	IOCTL(TCSETS, IN(argp, termios)),
	IOCTL(TCSETSW, IN(argp, termios)),
	IOCTL(TCSETSF, IN(argp, termios)),
	IOCTL(DESC_TCGETS2, OUT(argp, termios2)),
	IOCTL(DESC_TCSETS2, IN(argp, termios2)),
	IOCTL(DESC_TCSETS2 + 1, IN(argp, termios2)),
	IOCTL(DESC_TCSETS2 + 2, IN(argp, termios2)),
	IOCTL(TCSBRK, ARG(argp, i32)),
	IOCTL(TCSBRKP, ARG(argp, i32)),
	IOCTL(TCXONC, ARG(argp, tty_flow)),
	IOCTL(TCFLSH, ARG(argp, tty_flush)),
	IOCTL0(TIOCEXCL),
	IOCTL0(TIOCNXCL),
	IOCTL(TIOCSCTTY, ARG(argp, i32)),
	IOCTL0(TIOCNOTTY),
	IOCTL(TIOCGPGRP, OUT(argp, pid)),
	IOCTL(TIOCSPGRP, IN(argp, pid)),
	IOCTL(TIOCGSID, OUT(argp, pid)),
	IOCTL(TIOCOUTQ, OUT(argp, i32)),
	IOCTL(TIOCGWINSZ, OUT(argp, winsize)),
	IOCTL(TIOCSWINSZ, IN(argp, winsize)),
	IOCTL(TIOCMGET, OUT(argp, modem_bits)),
	IOCTL(TIOCMSET, IN(argp, modem_bits)),
	IOCTL(TIOCMBIS, IN(argp, modem_bits)),
	IOCTL(TIOCMBIC, IN(argp, modem_bits)),
	IOCTL(TIOCGSOFTCAR, OUT(argp, i32)),
	IOCTL(TIOCSSOFTCAR, IN(argp, i32)),
	IOCTL(TIOCPKT, IN(argp, i32)),
	IOCTL(TIOCSETD, IN(argp, i32)),
	IOCTL(TIOCGETD, OUT(argp, i32)),
	IOCTL0(TIOCCONS),
	IOCTL0(TIOCSBRK),
	IOCTL0(TIOCCBRK),
	IOCTL0(TIOCVHANGUP),
	IOCTL(TIOCGDEV, OUT(argp, u32)),
	IOCTL(TIOCGPTN, OUT(argp, u32)),
	IOCTL(TIOCSPTLCK, IN(argp, i32)),

	/* ---- any descriptor ---- */
	IOCTL(FIONREAD, OUT(argp, i32)),
	IOCTL(FIONBIO, IN(argp, i32)),
	IOCTL(FIOASYNC, IN(argp, i32)),
	IOCTL0(FIOCLEX),
	IOCTL0(FIONCLEX),

	/* ---- file systems ---- */
	IOCTL(FS_IOC_GETFLAGS, OUT(argp, fs_flags)),
	IOCTL(FS_IOC_SETFLAGS, IN(argp, fs_flags)),
	IOCTL(FS_IOC_FSGETXATTR, OUT(argp, fsxattr_get)),
	IOCTL(FS_IOC_FSSETXATTR, IN(argp, fsxattr_set)),
	IOCTL(FICLONE, ARG(argp, fd)),
	IOCTL(FICLONERANGE, IN(argp, file_clone_range)),
	IOCTL0(FIFREEZE),
	IOCTL0(FITHAW),

	/* ---- block devices ---- */
	IOCTL(BLKROSET, IN(argp, i32)),
	IOCTL(BLKROGET, OUT(argp, i32)),
	IOCTL0(BLKRRPART),
	IOCTL(BLKGETSIZE, OUT(argp, u64)),
	IOCTL0(BLKFLSBUF),
	IOCTL(BLKRASET, ARG(argp, u64)),
	IOCTL(BLKRAGET, OUT(argp, u64)),
	IOCTL(BLKFRASET, ARG(argp, u64)),
	IOCTL(BLKFRAGET, OUT(argp, u64)),
	IOCTL(BLKSSZGET, OUT(argp, i32)),
	IOCTL(BLKBSZGET, OUT(argp, i32)),
	IOCTL(BLKBSZSET, IN(argp, i32)),
	IOCTL(BLKGETSIZE64, OUT(argp, u64)),
	IOCTL(BLKDISCARD, IN(argp, u64, FIXED(2))),
	IOCTL(BLKSECDISCARD, IN(argp, u64, FIXED(2))),
	IOCTL(BLKZEROOUT, IN(argp, u64, FIXED(2))),
	IOCTL(BLKIOMIN, OUT(argp, u32)),
	IOCTL(BLKIOOPT, OUT(argp, u32)),
	IOCTL(BLKALIGNOFF, OUT(argp, i32)),
	IOCTL(BLKPBSZGET, OUT(argp, u32)),
	IOCTL(BLKDISCARDZEROES, OUT(argp, u32)),
	IOCTL(BLKROTATIONAL, OUT(argp, u16)),

	IOCTL(BLKSECTGET, OUT(argp, u16)),
	IOCTL(HDIO_GETGEO, OUT(argp, hd_geometry)),
	IOCTL(FS_IOC_FIEMAP, INOUT(argp, fiemap)),
	IOCTL(FIDEDUPERANGE, IN(argp, dedupe_range)),
	IOCTL(FITRIM, INOUT(argp, fstrim_range)),

	/* ---- virtual machines ---- */
	IOCTL(KVM_CREATE_VM, ARG(argp, x64)),
	IOCTL(KVM_CREATE_VCPU, ARG(argp, i32)),
	IOCTL(KVM_RUN, ARG(argp, x64)),
	IOCTL(KVM_SET_USER_MEMORY_REGION, IN(argp, kvm_region)),
	IOCTL(KVM_GET_REGS, OUT(argp, kvm_regs)),
	IOCTL(KVM_SET_REGS, IN(argp, kvm_regs)),
	IOCTL(KVM_GET_SREGS, OUT(argp, kvm_sregs)),
	IOCTL(KVM_SET_SREGS, IN(argp, kvm_sregs)),

	/* ---- seccomp, clocks, input, tunnels ---- */
	IOCTL(SECCOMP_IOCTL_NOTIF_RECV, OUT(argp, seccomp_notif)),
	IOCTL(SECCOMP_IOCTL_NOTIF_SEND, IN(argp, seccomp_resp)),
	IOCTL(SECCOMP_IOCTL_NOTIF_ID_VALID, IN(argp, x64)),
	IOCTL(SECCOMP_IOCTL_NOTIF_ADDFD, IN(argp, seccomp_addfd)),
	IOCTL(RTC_RD_TIME, OUT(argp, rtc_time)),
	IOCTL(RTC_SET_TIME, IN(argp, rtc_time)),
	IOCTL(RTC_ALM_READ, OUT(argp, rtc_time)),
	IOCTL(RTC_ALM_SET, IN(argp, rtc_time)),
	IOCTL(RTC_WKALM_RD, OUT(argp, rtc_alarm)),
	IOCTL(RTC_WKALM_SET, IN(argp, rtc_alarm)),
	IOCTL(RTC_IRQP_READ, OUT(argp, u64)),
	IOCTL(RTC_EPOCH_READ, OUT(argp, u64)),
	IOCTL(EVIOCGVERSION, OUT(argp, x32)),
	IOCTL(EVIOCGID, OUT(argp, input_id)),
	IOCTL(EVIOCGRAB, ARG(argp, u64)),
	IOCTL(TUNSETOWNER, ARG(argp, i32)),
	IOCTL(TUNSETGROUP, ARG(argp, i32)),
	IOCTL(TUNSETPERSIST, ARG(argp, i32)),

	/* ---- loop devices ---- */
	IOCTL(LOOP_SET_STATUS, IN(argp, loop_info)),
	IOCTL(LOOP_GET_STATUS, OUT(argp, loop_info)),
	IOCTL(LOOP_SET_FD, ARG(argp, fd)),
	IOCTL0(LOOP_CLR_FD),
	IOCTL(LOOP_SET_STATUS64, IN(argp, loop_info64)),
	IOCTL(LOOP_GET_STATUS64, OUT(argp, loop_info64)),
	IOCTL(LOOP_CHANGE_FD, ARG(argp, fd)),
	IOCTL0(LOOP_SET_CAPACITY),
	IOCTL(LOOP_SET_DIRECT_IO, ARG(argp, u64)),
	IOCTL(LOOP_SET_BLOCK_SIZE, ARG(argp, u64)),
	IOCTL(LOOP_CONFIGURE, IN(argp, loop_config)),
	IOCTL(LOOP_CTL_ADD, ARG(argp, i32)),
	IOCTL(LOOP_CTL_REMOVE, ARG(argp, i32)),
	IOCTL0(LOOP_CTL_GET_FREE),

	/* ---- name spaces, perf, userfaultfd, random ---- */
	IOCTL0(NS_GET_USERNS),
	IOCTL0(NS_GET_PARENT),
	IOCTL0(NS_GET_NSTYPE),
	IOCTL(NS_GET_OWNER_UID, OUT(argp, uid)),
	IOCTL(PERF_EVENT_IOC_ENABLE, ARG(argp, perf_ioc_flags)),
	IOCTL(PERF_EVENT_IOC_DISABLE, ARG(argp, perf_ioc_flags)),
	IOCTL(PERF_EVENT_IOC_RESET, ARG(argp, perf_ioc_flags)),
	IOCTL(PERF_EVENT_IOC_REFRESH, ARG(argp, i32)),
	IOCTL(PERF_EVENT_IOC_SET_OUTPUT, ARG(argp, fd)),
	IOCTL(PERF_EVENT_IOC_SET_FILTER, IN(argp, string)),
	IOCTL(PERF_EVENT_IOC_ID, OUT(argp, u64)),
	IOCTL(PERF_EVENT_IOC_SET_BPF, ARG(argp, fd)),
	IOCTL(PERF_EVENT_IOC_PAUSE_OUTPUT, ARG(argp, u64)),
	IOCTL(UFFDIO_API, INOUT(argp, uffdio_api)),
	IOCTL(UFFDIO_REGISTER, INOUT(argp, uffdio_register)),
	IOCTL(UFFDIO_UNREGISTER, IN(argp, uffdio_range)),
	IOCTL(UFFDIO_WAKE, IN(argp, uffdio_range)),
	IOCTL(UFFDIO_COPY, INOUT(argp, uffdio_copy)),
	IOCTL(UFFDIO_ZEROPAGE, INOUT(argp, uffdio_zeropage)),
	IOCTL(UFFDIO_WRITEPROTECT, IN(argp, uffdio_writeprotect)),
	IOCTL(UFFDIO_CONTINUE, INOUT(argp, uffdio_continue)),
	/* UFFDIO_MOVE of Linux 6.8 */
	IOCTL(0xc028aa05, INOUT(argp, uffdio_move)),
	IOCTL(RNDGETENTCNT, OUT(argp, i32)),
	IOCTL(RNDADDTOENTCNT, IN(argp, i32)),

	/* ---- sockets ---- */
	IOCTL(FIOSETOWN, IN(argp, i32)),
	IOCTL(SIOCSPGRP, IN(argp, i32)),
	IOCTL(FIOGETOWN, OUT(argp, i32)),
	IOCTL(SIOCGPGRP, OUT(argp, i32)),
	IOCTL(SIOCATMARK, OUT(argp, i32)),
	IOCTL(SIOCOUTQNSD, OUT(argp, i32)),
	IOCTL(SIOCGIFNAME, INOUT(argp, ifreq_get_name)),
	IOCTL(SIOCGIFCONF, INOUT(argp, ifconf)),
	IOCTL(SIOCGIFFLAGS, INOUT(argp, ifreq_get_flags)),
	IOCTL(SIOCSIFFLAGS, IN(argp, ifreq_set_flags)),
	IOCTL(SIOCGIFADDR, INOUT(argp, ifreq_get_addr)),
	IOCTL(SIOCSIFADDR, IN(argp, ifreq_set_addr)),
	IOCTL(SIOCGIFDSTADDR, INOUT(argp, ifreq_get_dstaddr)),
	IOCTL(SIOCSIFDSTADDR, IN(argp, ifreq_set_dstaddr)),
	IOCTL(SIOCGIFBRDADDR, INOUT(argp, ifreq_get_broadaddr)),
	IOCTL(SIOCSIFBRDADDR, IN(argp, ifreq_set_broadaddr)),
	IOCTL(SIOCGIFNETMASK, INOUT(argp, ifreq_get_netmask)),
	IOCTL(SIOCSIFNETMASK, IN(argp, ifreq_set_netmask)),
	IOCTL(SIOCGIFMETRIC, INOUT(argp, ifreq_get_metric)),
	IOCTL(SIOCSIFMETRIC, IN(argp, ifreq_set_metric)),
	IOCTL(SIOCGIFMTU, INOUT(argp, ifreq_get_mtu)),
	IOCTL(SIOCSIFMTU, IN(argp, ifreq_set_mtu)),
	IOCTL(SIOCGIFHWADDR, INOUT(argp, ifreq_get_hwaddr)),
	IOCTL(SIOCSIFHWADDR, IN(argp, ifreq_set_hwaddr)),
	IOCTL(SIOCGIFSLAVE, INOUT(argp, ifreq_get_slave)),
	IOCTL(SIOCSIFSLAVE, IN(argp, ifreq_set_slave)),
	IOCTL(SIOCGIFTXQLEN, INOUT(argp, ifreq_get_qlen)),
	IOCTL(SIOCSIFTXQLEN, IN(argp, ifreq_set_qlen)),
	IOCTL(SIOCGIFMAP, INOUT(argp, ifreq_get_map)),
	IOCTL(SIOCSIFMAP, IN(argp, ifreq_set_map)),
	IOCTL(SIOCGIFINDEX, INOUT(argp, ifreq_get_index)),
	IOCTL(SIOCSIFNAME, IN(argp, ifreq_set_newname)),
	IOCTL(SIOCADDMULTI, IN(argp, ifreq_set_hwaddr)),
	IOCTL(SIOCDELMULTI, IN(argp, ifreq_set_hwaddr)),
	IOCTL(SIOCSIFHWBROADCAST, IN(argp, ifreq_set_hwaddr)),
	IOCTL(SIOCSIFENCAP, IN(argp, i32)),
	IOCTL(SIOCBRADDIF, IN(argp, ifreq_index)),
	IOCTL(SIOCBRDELIF, IN(argp, ifreq_index)),
	/* Not followed. */
	IOCTL(SIOCGSTAMP_OLD, ARG(argp, addr)),
	IOCTL(SIOCGSTAMPNS_OLD, ARG(argp, addr)),
	IOCTL(SIOCADDRT, ARG(argp, addr)),
	IOCTL(SIOCDELRT, ARG(argp, addr)),
	IOCTL(SIOCRTMSG, ARG(argp, addr)),
	IOCTL(SIOCSIFLINK, ARG(argp, addr)),
	IOCTL(SIOCGIFMEM, ARG(argp, addr)),
	IOCTL(SIOCSIFMEM, ARG(argp, addr)),
	IOCTL(SIOCGIFENCAP, ARG(argp, addr)),
	IOCTL(SIOCSIFPFLAGS, ARG(argp, addr)),
	IOCTL(SIOCGIFPFLAGS, ARG(argp, addr)),
	IOCTL(SIOCDIFADDR, ARG(argp, addr)),
	IOCTL(SIOCGIFCOUNT, ARG(argp, addr)),
	IOCTL(SIOCGIFBR, ARG(argp, addr)),
	IOCTL(SIOCSIFBR, ARG(argp, addr)),
	IOCTL(SIOCETHTOOL, ARG(argp, addr)),
	IOCTL(SIOCGMIIPHY, ARG(argp, addr)),
	IOCTL(SIOCGMIIREG, ARG(argp, addr)),
	IOCTL(SIOCSMIIREG, ARG(argp, addr)),
	IOCTL(SIOCWANDEV, ARG(argp, addr)),
	IOCTL(SIOCGSKNS, ARG(argp, addr)),
	IOCTL(SIOCDARP, ARG(argp, addr)),
	IOCTL(SIOCGARP, ARG(argp, addr)),
	IOCTL(SIOCSARP, ARG(argp, addr)),
	IOCTL(SIOCDRARP, ARG(argp, addr)),
	IOCTL(SIOCGRARP, ARG(argp, addr)),
	IOCTL(SIOCSRARP, ARG(argp, addr)),
	IOCTL(SIOCADDDLCI, ARG(argp, addr)),
	IOCTL(SIOCDELDLCI, ARG(argp, addr)),
	IOCTL(SIOCGIFVLAN, ARG(argp, addr)),
	IOCTL(SIOCSIFVLAN, ARG(argp, addr)),
	IOCTL(SIOCBONDENSLAVE, ARG(argp, addr)),
	IOCTL(SIOCBONDRELEASE, ARG(argp, addr)),
	IOCTL(SIOCBONDSETHWADDR, ARG(argp, addr)),
	IOCTL(SIOCBONDSLAVEINFOQUERY, ARG(argp, addr)),
	IOCTL(SIOCBONDINFOQUERY, ARG(argp, addr)),
	IOCTL(SIOCBONDCHANGEACTIVE, ARG(argp, addr)),
	IOCTL(SIOCBRADDBR, IN(argp, string)),
	IOCTL(SIOCBRDELBR, IN(argp, string)),
	IOCTL(SIOCSHWTSTAMP, ARG(argp, addr)),
	IOCTL(SIOCGHWTSTAMP, ARG(argp, addr)),
	{ 0 }
};
/* clang-format on */

const unsigned desc_nioctls = sizeof(desc_ioctls) / sizeof(desc_ioctls[0]) - 1;
