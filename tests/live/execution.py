# SPDX-License-Identifier: LGPL-2.1-or-later
"""The same execution, two tracers: runs a command under faultless and strace at once, `faultless -f -o F strace -f -o S
COMMAND`, compares what is COMMAND's own, task by task, and reports what differs, by kind, with the reason.

Used by same-execution.test and by tests/stress. Kinds of difference without a reason in known.py are failures.
"""
import collections
import functools
import os
import re
import shutil
import subprocess
import sys

import known
import newer
import trace
import tracer


builds = set()  # which commits of faultless the compared traces are of


@functools.cache
def build():
    """The last commit that changed src/, `-dirty` if src/ is another still."""

    def git(*words):
        return subprocess.run(["git", "-C", tracer.TOP, *words], capture_output=True, text=True, check=False)

    commit = git("log", "-1", "--format=%h", "--", "src").stdout.strip() or "unknown"
    return commit + ("-dirty" if git("diff", "--quiet", "HEAD", "--", "src").returncode else "")


def short(ours, theirs, around=70, most=200):
    """The two lines from a little before where they part."""
    at = next((n for n, pair in enumerate(zip(ours, theirs)) if pair[0] != pair[1]), min(len(ours), len(theirs)))
    begin = re.match(r"\w*\(?", theirs)[0] + "..." if at > around else ""
    start = at - around + len(begin) if begin else 0
    return [begin + line[start : at + most] + ("..." if len(line) > at + most else "") for line in (ours, theirs)]


def compare(ours, theirs, output):
    """Compares two files: (what came of it, or None; what is wrong besides the lines that differ). output: `--stats`."""
    try:
        theirs = trace.read(theirs)
        result = trace.compare(trace.without_tracer(trace.read(ours), theirs), theirs)
    except (trace.BadTrace, OSError, StopIteration) as bad:
        return None, [f"not to be compared: {bad!r}"[:300]]
    wrong = [] if tracer.lost(output) == 0 else [f"lost {tracer.lost(output)}: {output[-300:]}"]
    for what, lines in ("missing", result.missing), ("extra", result.extra):
        if lines:
            wrong.append(f"{len(lines)} lines {what}, such as {lines[0]}"[:300])
    return result, wrong


def run(command, scratch, name, limit=120, keep=None, cold=False, within=()):
    """Traces the command with both: (what came of comparing, or None; what is wrong besides the lines that differ; what
    the command and the tracers wrote; the exit status or None, if it did not end in time). keep: a directory for the
    traces and the output, NAME.F, NAME.S, NAME.log, from which again() makes the same. within: the command in which the
    tracers run."""
    ours, theirs = scratch.path("F"), scratch.path("S")
    if cold:
        os.sync()
        with open("/proc/sys/vm/drop_caches", "w", encoding="ascii") as file:
            file.write("3")
    builds.add(build())
    tracers = [tracer.FAULTLESS, "--stats", "-f", "-o", ours, "strace", "-f", "-o", theirs]
    status, out, err = tracer.run([*within, *tracers, *command], scratch.work, limit)
    output = out + err
    result, wrong = (None, [f"did not end within {limit} s"]) if status is None else compare(ours, theirs, output)
    if keep:
        os.makedirs(keep, exist_ok=True)
        for path in filter(os.path.exists, (ours, theirs)):
            shutil.copy(path, os.path.join(keep, f"{name}.{os.path.basename(path)}"))
        with open(os.path.join(keep, f"{name}.log"), "w", encoding="latin-1") as file:
            file.write("\n".join([f"status {status} of {build()}", *([] if result else wrong), output]))
    return result, wrong, output, status


def again(name, keep):
    """What run() returned, from what it kept; None if it kept nothing."""
    ours, theirs, log = (os.path.join(keep, f"{name}.{end}") for end in ("F", "S", "log"))
    if not os.path.exists(log):
        return None
    with open(log, encoding="latin-1") as file:
        head, output = file.read().split("\n", 1)
    _, status, _, commit = head.split()
    builds.add(commit)
    if status == "None":
        return None, [output.split("\n", 1)[0]], output, None
    return *compare(ours, theirs, output), output, int(status)


class Report:
    """Sums up many comparisons: add() each, then finish(); write() makes a page of it."""

    def __init__(self, show=1):
        self.show, self.failed = show, False
        self.newer = newer.Newer(shutil.which("strace"))
        self.names, self.skipped, self.trouble = {}, {}, {}  # name: comparison; why not compared; what is wrong
        self.different = collections.defaultdict(list)  # (kind, reason): [(name, our line, their line)]

    def skip(self, name, reason):
        self.skipped[name] = reason
        print(f"{name:16} not compared: {reason}", flush=True)

    def add(self, name, result, wrong, least=0):
        """least: how many in 100 of its lines must be identical."""
        if result:
            self.names[name] = result
            percent = 100 * result.identical / (result.lines or 1)
            print(f"{name:16} {result.lines:7} lines {result.identical:7} identical {percent:7.2f} %", flush=True)
            for kind, pairs in result.different.items():
                for _, ours, theirs in pairs:
                    self.different[self.explain(kind, ours, theirs)].append((name, ours, theirs))
            if percent < least:
                wrong = [*wrong, f"less than {least} in 100 lines identical"]
        else:
            print(f"{name:16} not compared", flush=True)
        if wrong:
            self.trouble[name] = wrong
            self.failed = True
        for line in wrong:
            print(f"\t{line}", flush=True)

    def explain(self, kind, ours, theirs):
        if self.newer.alike(ours, theirs):
            return known.NEWER
        return kind, known.reason(kind, ours, theirs)

    def total(self):
        lines = sum(result.lines for result in self.names.values())
        identical = sum(result.identical for result in self.names.values())
        return lines, identical, 100 * identical / (lines or 1)

    def kinds(self):
        return sorted(self.different.items(), key=lambda item: (bool(item[0][1]), -len(item[1])))

    def finish(self, least=0):
        """Prints the kinds of difference and the sum; returns whether anything failed."""
        for (kind, reason), pairs in self.kinds():
            print(f"{kind}: {len(pairs)} lines differ: {reason or 'no known reason'}")
            for name, *lines in pairs[: self.show]:
                ours, theirs = short(*lines)
                print(f"\t{name}\n\t- {ours}\n\t+ {theirs}")
            self.failed = self.failed or not reason
        lines, identical, percent = self.total()
        print(f"{len(self.names)} compared, {len(self.skipped)} not, {lines} lines, {identical} identical: {percent:.3f} %")
        return self.failed or percent < least or not self.names

    def write(self, path, title, command):
        """The same as a page in Markdown."""
        lines, identical, percent = self.total()
        made = f"Made by `{command}` of commit {', '.join(sorted(builds))} on Linux {os.uname().release}"
        page = [f"# {title}", "", f"{made}, with strace {version('strace', '-V')}."]
        page += ["", f"**{len(self.names)} compared, {lines} lines, {identical} identical: {percent:.3f} %.**", ""]
        page += ["## Kinds of difference", "", "| kind | lines | reason | ours, then strace's |", "|---|---|---|---|"]
        for (kind, reason), pairs in self.kinds():
            ours, theirs = (code(line) for line in short(*pairs[0][1:], 50, 70))
            where = ", ".join(sorted({pair[0] for pair in pairs})[:3])
            page.append(f"| {kind} | {len(pairs)} ({where}) | {reason or '**none**'} | {ours}<br>{theirs} |")
        whole = [name for name, result in self.names.items() if result.identical == result.lines]
        page += ["", "## Not every line identical", "", "| | lines | identical | % |", "|---|---|---|---|"]
        for name, result in self.names.items():
            if name not in whole:
                page.append(
                    f"| {name} | {result.lines} | {result.identical} | {100 * result.identical / (result.lines or 1):.2f} |"
                )
        page += ["", "## Every line identical", "", ", ".join(f"{n} ({self.names[n].lines})" for n in whole) + "."]
        if self.trouble:
            page += ["", "## Trouble", ""] + [f"- {name}: {'; '.join(wrong)}" for name, wrong in self.trouble.items()]
        if self.skipped:
            page += ["", "## Not compared", ""] + [f"- {name}: {reason}" for name, reason in self.skipped.items()]
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(page) + "\n")


def code(line):
    """As code in a cell of a table."""
    line = "".join(char if " " <= char <= "~" else "?" for char in line).replace("|", "\\|").replace("`", "'")
    return f"`{line}`" if line.strip() else "(nothing)"


@functools.cache
def version(*command):
    words = subprocess.run(command, capture_output=True, text=True, check=False).stdout.split()
    return next((word.rstrip(",") for word in words if re.match(r"\d+\.\d", word)), "?")


def programs(report, directory, names=(), least=99, cold=False, keep=None, limit=120, redo=True):
    """Compares the programs of a directory, of which each names in a line `# needs: ...` what must be installed, and may name
    in a line `# within: ...` the command in which the tracers run.
    redo: whether to run what has been kept."""
    for program in names or sorted(os.listdir(directory)):
        path = os.path.join(directory, program)
        absent = tracer.absent(path)
        if absent:
            report.skip(program, f"{', '.join(absent)} not installed")
            continue
        with tracer.Scratch() as scratch:
            kept = None if redo else again(program, keep)
            result, wrong, output, status = kept or run([path], scratch, program, limit, keep, cold, tracer.comment(path, "within"))
        if status:
            wrong = [f"exit status {status}: {output[-500:]}", *wrong]
        report.add(program, result, wrong, least)


if __name__ == "__main__":
    sys.exit("not a program")
