# SPDX-License-Identifier: LGPL-2.1-or-later
"""Reads traces written with `-f -o`, by faultless or by strace, and compares two of the same execution.

Used by the live tests. Knows the form of a line, not the meaning of any call. Does not run anything.
"""
import collections
import difflib
import re

LINE = re.compile(r"(\d+) +(.*)\Z", re.S)
UNFINISHED = " <unfinished ...>"
RESUMED = re.compile(r"<\.\.\. (\w+|\?\?\?) resumed>(.*)\Z", re.S)  # ???: strace, of a task that is killed
SUPERSEDED = re.compile(r"\+\+\+ superseded by execve in pid (\d+) \+\+\+\Z")
CALL = re.compile(r"(\w+)\((.*)\)( += .*)\Z", re.S)
EXIT = re.compile(r"exit\(0\) += \?\Z")
CHILD = re.compile(r"(?:clone|clone3|fork|vfork)\(.*\) += (\d+)\Z", re.S)
COLUMN = 40  # where `= result` stands, counted from the start of the line, the pid included


class BadTrace(Exception):
    pass


def unsplit(pid, begin, end):
    """The line as it would have been had no other task's line come between its two halves."""
    text = begin + end
    at = text.rfind(")")
    match = None
    while at >= 0 and not (match := re.compile(r"\) +(= .*)\Z", re.S).match(text, at)):
        at = text.rfind(")", 0, at)
    if not match:
        return text
    call = text[: at + 1]
    return call + " " * max(1, COLUMN - len(f"{pid:<5} ") - len(call)) + match[1]


def read(path):
    """The trace as {pid: [line without pid]}, in the order of the file, split lines put together again."""
    tasks, begun = collections.OrderedDict(), {}
    with open(path, encoding="latin-1", newline="\n") as file:
        for number, raw in enumerate(file, 1):
            match = LINE.match(raw.rstrip("\n"))
            if not match:
                raise BadTrace(f"{path}:{number}: not a line of a task: {raw!r}")
            pid, text = int(match[1]), match[2]
            lines = tasks.setdefault(pid, [])
            resumed = RESUMED.match(text)
            superseded = SUPERSEDED.match(text)
            if resumed:
                begin = begun.pop(pid, None)
                if begin is None or not (resumed[1] == "???" or begin.startswith(resumed[1] + "(")):
                    raise BadTrace(f"{path}:{number}: resumes what was not begun: {raw!r}")
                lines.append(unsplit(pid, begin, resumed[2]))
            elif superseded:
                # The call that the other thread began goes on under this one's id.
                lines.append(text)
                if int(superseded[1]) in begun:
                    begun[pid] = begun.pop(int(superseded[1]))
            elif pid in begun and text.startswith("+++ "):  # killed in it, which strace did not see
                lines += [begun.pop(pid) + UNFINISHED, text]
            elif pid in begun and not text.startswith("--- "):  # a signal that is ignored does not end the call
                raise BadTrace(f"{path}:{number}: a line inside an unfinished call: {raw!r}")
            elif text.endswith(UNFINISHED):
                begun[pid] = text[: -len(UNFINISHED)]
            else:
                lines.append(text)
    for pid, begin in begun.items():
        tasks[pid].append(begin + UNFINISHED)
    return tasks


def name(line):
    """What a line is about: the call's name, the signal's name, `exited` or `killed`."""
    match = re.match(r"(\w+)\(|(?:---|\+\+\+) (\w+)", line)
    return (match[1] or match[2]) if match else line


def arguments(text):
    """Splits the text between a call's parentheses at the commas that are not within quotes or brackets."""
    parts, depth, quoted, start, at = [], 0, False, 0, 0
    while at < len(text):
        char = text[at]
        if quoted:
            at += char == "\\"
            quoted = char != '"'
        elif char == '"':
            quoted = True
        elif char in "([{":
            depth += 1
        elif char in ")]}":
            depth -= 1
        elif char == "," and depth == 0:
            parts.append(text[start:at])
            start = at + 1
        at += 1
    return parts + [text[start:]]


# What strace shows of a call whose result it did not get, the task being killed.
NO_RESULT = ("= ?", "= ? <unavailable>")
# See "killed without a result"; where the number is of a call that has a first argument, it is taken for an error.
STALE_RESULT = re.compile(r"= (?:231|-1 \(errno 18446744073709551\d{3}\))\Z")


def kinds(ours, theirs, last=False):
    """The kinds of difference between two lines of the same name: `NAME argument N`, `NAME result`, ...; last: before its
    task's end.

    `killed in a call` is of any call: a task is killed while it waits, and we have a result, they have none.
    """
    label = name(theirs)
    a, b = CALL.match(ours), CALL.match(theirs)
    if not a or not b:
        return [f"{label} line"]
    found = []
    a_args, b_args = arguments(a[2]), arguments(b[2])
    # What strace would have read at the exit.
    if b[3].lstrip() in NO_RESULT and (b_args[-1].endswith(UNFINISHED) or b_args[-1] == " "):
        b_args.pop()
        a_args = a_args[: len(b_args)]
    if len(a_args) != len(b_args):
        found.append(f"{label} arguments")
    else:
        found += [f"{label} argument {n}" for n, pair in enumerate(zip(a_args, b_args), 1) if pair[0] != pair[1]]
    if b[3].lstrip() in NO_RESULT and not label.startswith("exit"):
        found.append("killed in a call")
    elif a[3].lstrip() != b[3].lstrip():
        found.append("killed without a result" if last and STALE_RESULT.match(b[3].lstrip()) else f"{label} result")
    elif not found:
        found.append(f"{label} padding")
    return found


# Kinds of difference between the kernel's view and that of a tracer by ptrace, strace or ours, and why they may differ.
KILLED = {
    "killed in a call": "exit_group or SIGKILL ends a thread when its call is over, or cuts it off; a tracer by ptrace gets no "
    "stop for its exit any more",
    "killed before a call": "a task is killed while its tracer has it stopped at the entry of a call: the kernel drops the call "
    "before its tracepoint; nothing was called",
    "killed before a signal": "a task is killed while its tracer has it stopped at a signal: the kernel drops the signal before "
    "its tracepoint; nothing was delivered",
    "killed by its reboot": "the first process of a pid namespace that calls reboot exits, and after that, while its children "
    "are reaped, gets the signal by which wait(2) tells of it",
    "killed without a result": "the stop of a thread at its call's end is over, because its group ends: strace reads no result and "
    "shows the number of a call (exit_group, kill), whose entry by another thread it has just read of",
    "killed after its exit": "of a thread that has ended by itself, wait(2) tells what its process was killed by, if it was "
    "killed before the tracer waited",
}


def thread_groups(tasks):
    """{pid: pid of the thread that its process began with, as far as the trace tells}."""
    groups = {pid: pid for pid in tasks}
    for pid, lines in tasks.items():
        for line in lines:
            match = CHILD.match(line)
            if match and "CLONE_THREAD" in line and int(match[1]) in groups:
                groups[int(match[1])] = groups[pid]
    return groups


def cut_off(lines, n, ending):
    """The kind of difference if line n is the last of a task before its end, of what it was killed before; None: it is not.
    `NAME(...) = ?`, `exit_group(0 <unfinished ...>`, `--- SIGALRM ... ---`. ending: another thread has called exit_group.
    """
    if n + 1 >= len(lines) or not lines[n + 1].startswith("+++ "):
        return None
    if lines[n].startswith("--- "):
        return None if f"killed by {name(lines[n])} " in lines[n + 1] else "killed before a signal"
    # Who is killed has not exited, and not every thread makes the exit_group that ends it.
    if name(lines[n]).startswith("exit") and not ending and not lines[n + 1].startswith("+++ killed by "):
        return "killed before a call" if lines[n].endswith(UNFINISHED) else None
    return "killed before a call" if lines[n].endswith((UNFINISHED, *NO_RESULT)) else None


# What of a line is not compared, and why.
LEFT_OUT = [
    (r"(UNIX(?:-STREAM)?:\[\d+)->\d+", "strace remembers the peer of a socket that it asked about once; it is closed by now"),
]
NAMED = re.compile(r"(\d+)<([^<>]*)>")


def compared(line):
    """What of the line is compared."""
    for pattern, _ in LEFT_OUT:
        line = re.sub(pattern, r"\1", line)
    return line


def is_named_less(ours, theirs):
    """With names of processes one is looked up a moment after the call, when a short-lived one may be gone: then ours has none."""
    return NAMED.sub(r"\1", ours) == NAMED.sub(r"\1", theirs) and set(NAMED.findall(ours)) <= set(NAMED.findall(theirs))


def blocks(ours, theirs):
    """How one list becomes the other: [(what, begin, end, begin, end)], `what` as difflib has it."""
    short = min(len(ours), len(theirs))
    # difflib takes minutes for thousands of equal elements; mostly all that differs is at the end.
    begin = next((n for n in range(short) if ours[n] != theirs[n]), short)
    end = next((n for n in range(short - begin) if ours[-1 - n] != theirs[-1 - n]), short - begin)
    middle = difflib.SequenceMatcher(None, ours[begin : len(ours) - end], theirs[begin : len(theirs) - end], False).get_opcodes()
    found = [("equal", 0, begin, 0, begin)]
    found += [(what, *(begin + at for at in where)) for what, *where in middle]
    return found + [("equal", len(ours) - end, len(ours), len(theirs) - end, len(theirs))]


class Comparison:
    """What came of comparing two traces.

    lines, identical: how many of the lines of `theirs`, and of those how many are in `ours` to the byte.
    missing, extra: (pid, line) that only theirs, only ours has.
    different: {kind: [(pid, our line, their line), ...]}.
    """

    def __init__(self):
        self.lines = self.identical = 0
        self.missing, self.extra = [], []
        self.different = collections.defaultdict(list)

    def task(self, pid, ours, theirs, ending=False):
        """ending: another thread of the process has called exit_group."""
        self.lines += len(theirs)
        if EXIT.match("".join(ours[-2:-1])) and theirs[-1:] and (
            ours[-1] == "+++ exited with 0 +++" and theirs[-1].startswith("+++ killed by ")
        ):
            self.different["killed after its exit"].append((pid, ours[-1], theirs[-1]))
            ours, theirs = ours[:-1], theirs[:-1]
        if name("".join(ours[-2:-1])) == name("".join(theirs[-2:-1])) == "reboot" and (
            ours[-1] == "+++ exited with 0 +++" and theirs[-1].startswith("+++ killed by SIG")
        ):
            self.different["killed by its reboot"].append((pid, ours[-1], theirs[-1]))
            ours, theirs = ours[:-1], theirs[:-1]
        for what, a, a_end, b, b_end in blocks([name(line) for line in ours], [name(line) for line in theirs]):
            if what != "equal":
                self.extra += [(pid, line) for line in ours[a:a_end]]
                for n in range(b, b_end):
                    kind = cut_off(theirs, n, ending)
                    if kind:
                        self.different[kind].append((pid, "", theirs[n]))
                    else:
                        self.missing.append((pid, theirs[n]))
                continue
            for n, (our, their) in enumerate(zip(ours[a:a_end], theirs[b:b_end]), b + 1):
                if our == their:
                    self.identical += 1
                else:
                    last = n < len(theirs) and theirs[n].startswith("+++ ")
                    for kind in kinds(our, their, last):
                        self.different[kind].append((pid, our, their))


def compare(ours, theirs):
    """Compares two traces of the same tasks, as read() returns them."""
    result, groups = Comparison(), thread_groups(ours)
    ended = {pid for pid, lines in ours.items() if any(line.startswith("exit_group(") for line in lines)}
    ended_groups = {groups[pid] for pid in ended}
    for pid in sorted(ours.keys() | theirs.keys()):
        ending = pid not in ended and groups.get(pid) in ended_groups
        result.task(pid, ours.get(pid, []), theirs.get(pid, []), ending)
    return result


def without_tracer(ours, theirs):
    """From a trace of `strace -o THEIRS PROGRAM`, what is PROGRAM's own: its first task from its execve on, and every
    task that comes from it. strace, and the children it makes to try out ptrace, are dropped.
    """
    root = next(iter(theirs))
    first = theirs[root][0]
    if not first.startswith("execve("):
        raise BadTrace(f"the program's trace does not begin with its execve: {first!r}")
    lines = ours.get(root, [])
    begin = next((n for n, line in enumerate(lines) if line.startswith("execve(")), len(lines))
    own, queue = {root: lines[begin:]}, [root]
    while queue:
        for line in own[queue.pop()]:
            match = CHILD.match(line)
            child = int(match[1]) if match else None
            if child in ours and child not in own:
                own[child] = ours[child]
                queue.append(child)
    # A task that theirs has is the program's, whether or not ours has the call that made it.
    own.update({pid: ours[pid] for pid in theirs if pid in ours and pid not in own})
    return own
