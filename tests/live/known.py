# SPDX-License-Identifier: LGPL-2.1-or-later
"""The differences between faultless and strace 6.1 on the same execution that have a reason. A kind of difference
(trace.kinds) is known only in lines of a known form; whatever else differs is a defect.
"""
import fnmatch
import re

import trace

# What all that differ only in names get: (kind, reason).
NEWER = "newer names", "the kernel's newer names of constants, which this strace shows as numbers"

# Kind (may be a pattern), what our line and theirs look like (regular expressions that must be found), the reason.
KNOWN = [
    (
        "fcntl argument 3",
        r"F_GETOWNER_UIDS, \[\d+, \d+\]\)",
        r"F_GETOWNER_UIDS, 0x\w+\)",
        "more precise: the two ids that the kernel wrote, not their address",
    ),
    (
        "epoll_pwait* argument 5",
        r"\[[A-Z0-9 ]*\], 8\) += -1 ",
        r"0x\w+, 8\) += -1 ",
        "more precise: the signal mask of a call that fails",
    ),
    (
        "read argument 2",
        r'read\(\d+, "',
        r"read\(\d+, 0x\w+, \d+\) += \d",
        "more precise: what was read into memory that may only be written (PROT_WRITE), which strace may not read from outside",
    ),
    (
        "write argument 2",
        r'write\(\d+, "',
        r"write\(\d+, 0x\w+000, \d+\) += \d",
        "more precise: what lies in a mapping of a device (perf's ring), which strace cannot read from outside",
    ),
    (
        "sched_setaffinity argument 3",
        r"\[[0-9 ]*\]",
        r"\[[0-9 ]* \.\.\.\]",
        "more precise: the whole set; strace reads 128 bytes of it",
    ),
    (
        "epoll_pwait2 argument 4",
        r"\{tv_sec=\d+, tv_nsec=\d+\}, .* = -1 ",
        r"0x\w+, [^,]*, \d+\) += -1 ",
        "more precise: the time limit of a call that fails",
    ),
    (
        "*poll result",
        r"revents=.*\]\)|revents=.*\], left ",
        r"revents=.*, \.\.\.\](?:\)|, left )",
        "more: as many elements as of any array; strace keeps about 1,000 bytes of a result",
    ),
    (
        "* argument 3",
        r"BPF_(?:STMT|JUMP)\([^)]*\)\]\}\) += -1 EINVAL",
        r"BPF_(?:STMT|JUMP)\([^)]*\), \.\.\.\]\}\) += -1 EINVAL",
        "more: with -v all instructions of a program; strace shows as many as one may have (BPF_MAXINSNS)",
    ),
    (
        "get_thread_area argument 1",
        r"entry_number=\d+, base_addr=.* = -1 ",
        r"entry_number=\d+, \.\.\.\}\) += -1 ",
        "what the program passed, all of it, in a call that fails",
    ),
    (
        "restart_syscall argument 1",
        r"resuming interrupted system call",
        r"resuming interrupted \w+ \.\.\.",
        "no call was interrupted; strace names the one before",
    ),
    (
        "exit line",
        r"exit\(\d+\) += \?$",
        r"exit\(\d+ <unfinished \.\.\.>$",
        "another thread calls exit_group or execve meanwhile: a tracer by ptrace gets no stop for this one's exit any more",
    ),
    (
        "reboot line",
        r"reboot\(.*\) += \?$",
        r"reboot\(.*<unfinished \.\.\.>$",
        "the first process of a pid namespace ends in this call",
    ),
    (
        "send* argument 2",
        r"nlmsg_type=[A-Z]",
        r"nlmsg_type=0x\w+ /\* NLMSG_\?\?\? \*/",
        "more precise: strace looks for the socket's protocol in a list of the netlink sockets, of which it reads the beginning only",
    ),
    (
        "recv* argument 2",
        r"nlmsg_type=(?:[A-Z]|0x\w+ /\* [A-MO-Z]\w*_\?\?\?)",
        r"nlmsg_type=0x\w+ /\* NLMSG_\?\?\? \*/",
        "more precise: strace looks for the socket's protocol in a list of the netlink sockets, of which it reads the beginning only",
    ),
    (
        "ioctl argument 3",
        r"FIDEDUPERANGE, .* info=\[(\{[^{}]*\}, ){3}",
        r"FIDEDUPERANGE, .* info=\[(\{[^{}]*\}, ){2}\.\.\.\]",
        "more: as many elements as of any array; strace shows two of this one",
    ),
    (
        "landlock_create_ruleset argument 1",
        r"handled_access_net=",
        r"handled_access_fs=\w+, \.\.\.\}",
        "newer: members that the structure has got since",
    ),
]


def reason(kind, ours, theirs):
    """Why two lines may differ in this kind, or None."""
    if kind in trace.KILLED:
        return trace.KILLED[kind]
    for pattern, our_form, their_form, why in KNOWN:
        if fnmatch.fnmatchcase(kind, pattern) and re.search(our_form, ours) and re.search(their_form, theirs):
            return why
    return None
