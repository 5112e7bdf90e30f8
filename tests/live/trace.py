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


def kinds(ours, theirs):
    """The kinds of difference between two lines of the same name: `NAME argument N`, `NAME result`, ...

    `killed in a call` is of any call: a task is killed while it waits, and we have a result, they have none.
    """
    label = name(theirs)
    a, b = CALL.match(ours), CALL.match(theirs)
    if not a or not b:
        return [f"{label} line"]
    found = []
    a_args, b_args = arguments(a[2]), arguments(b[2])
    if len(a_args) != len(b_args):
        found.append(f"{label} arguments")
    else:
        found += [f"{label} argument {n}" for n, pair in enumerate(zip(a_args, b_args), 1) if pair[0] != pair[1]]
    if b[3].lstrip() in NO_RESULT and not label.startswith("exit"):
        found.append("killed in a call")
    elif a[3].lstrip() != b[3].lstrip():
        found.append(f"{label} result")
    elif not found:
        found.append(f"{label} padding")
    return found


# Kinds of difference between the kernel's view and that of a tracer by ptrace, strace or ours, and why they may differ.
KILLED = {
    "killed in a call": "exit_group or SIGKILL ends a thread when its call is over, or cuts it off; a tracer by ptrace gets no "
    "stop for its exit any more",
    "killed before a call": "a task is killed while its tracer has it stopped at the entry of a call: the kernel drops the call "
    "before its tracepoint; nothing was called",
    "killed after its exit": "of a thread that has ended by itself, wait(2) tells what its process was killed by, if it was "
    "killed before the tracer waited",
}


def is_cut_off(lines, n):
    """Whether line n is the last call of a task that was killed in it: `NAME(...) = ?`, then the end of the task."""
    return (
        lines[n].endswith(NO_RESULT)
        and not name(lines[n]).startswith("exit")
        and n + 1 < len(lines)
        and lines[n + 1].startswith("+++ ")
    )


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

    def task(self, pid, ours, theirs):
        self.lines += len(theirs)
        if ours[-2:-1] == ["exit(0)                                 = ?"] and theirs[-1:] and (
            ours[-1] == "+++ exited with 0 +++" and theirs[-1].startswith("+++ killed by ")
        ):
            self.different["killed after its exit"].append((pid, ours[-1], theirs[-1]))
            ours, theirs = ours[:-1], theirs[:-1]
        if [name(line) for line in ours] == [name(line) for line in theirs]:
            blocks = [("equal", 0, len(ours), 0, len(theirs))]
        else:
            matcher = difflib.SequenceMatcher(None, [name(l) for l in ours], [name(l) for l in theirs], False)
            blocks = matcher.get_opcodes()
        for what, a, a_end, b, b_end in blocks:
            if what != "equal":
                self.extra += [(pid, line) for line in ours[a:a_end]]
                for n in range(b, b_end):
                    if is_cut_off(theirs, n):
                        self.different["killed before a call"].append((pid, "", theirs[n]))
                    else:
                        self.missing.append((pid, theirs[n]))
                continue
            for our, their in zip(ours[a:a_end], theirs[b:b_end]):
                if our == their:
                    self.identical += 1
                else:
                    for kind in kinds(our, their):
                        self.different[kind].append((pid, our, their))


def compare(ours, theirs):
    """Compares two traces of the same tasks, as read() returns them."""
    result = Comparison()
    for pid in sorted(ours.keys() | theirs.keys()):
        result.task(pid, ours.get(pid, []), theirs.get(pid, []))
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
