# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs faultless for the live tests: where it is, what it needs to run, what it says it lost.

The tests run from the top of the source tree, after `make`.
"""
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BINARY = os.path.join(TOP, "build/faultless")
# FAULTLESS_ENGINE=ptrace in the environment: the tests run with that engine instead (ptrace-all.test).
ENGINE = os.environ.get("FAULTLESS_ENGINE", "bpf")
FAULTLESS = os.path.join(TOP, "build/tests/live/faultless-ptrace") if ENGINE == "ptrace" else BINARY
PROGRAMS = os.path.join(TOP, "tests/live/programs")


def skip(reason):
    print(reason)
    sys.exit(77)


def need(*commands):
    """Skips the test unless its engine can be used here and these commands exist."""
    if ENGINE == "bpf" and os.geteuid() != 0:
        skip("not root: the BPF engine needs CAP_BPF and CAP_PERFMON")
    if ENGINE == "bpf" and not os.path.exists("/sys/kernel/btf/vmlinux"):
        skip("the kernel has no BTF")
    for command in commands:
        if not shutil.which(command):
            skip(f"{command} is not installed")


def comment(program, key):
    """The words of a program's line `# KEY: ...`."""
    with open(program, encoding="utf-8") as file:
        line = re.search(rf"^# {key}: (.*)$", file.read(), re.M)
    return line[1].split() if line else []


def absent(program):
    """Which of the commands that a program's line `# needs: ...` names are not installed."""
    path = os.environ.get("PATH", os.defpath) + ":/usr/sbin:/sbin"
    return [command for command in comment(program, "needs") if not shutil.which(command, path=path)]


class Scratch(tempfile.TemporaryDirectory):
    """A private directory: `path(name)` in it, and `work`, the empty one a program runs in."""

    def __enter__(self):
        super().__enter__()
        self.work = self.path("work")
        os.mkdir(self.work)
        return self

    def path(self, name):
        return os.path.join(self.name, name)


def run(argv, cwd, limit=120):
    """Runs a command to its end, without input: (exit status, stdout, stderr). Past the limit it is killed, with
    everything it started, and the status is None."""
    process = subprocess.Popen(
        argv, cwd=cwd, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    try:
        out, err = process.communicate(timeout=limit)
        return process.returncode, out.decode("latin-1"), err.decode("latin-1")
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        out, err = process.communicate()
        return None, out.decode("latin-1"), err.decode("latin-1")


def until(truth, limit=20):
    """What is true then, or what is not after so many seconds."""
    end = time.monotonic() + limit
    while not (found := truth()) and time.monotonic() < end:
        time.sleep(0.02)
    return found


def lost(stats):
    """The total of losses that `--stats` reports, or None if there is no such report."""
    causes = re.findall(r"^faultless: lost: (\d+|nothing)\b", stats, re.M)
    return sum(int(number) for number in causes if number != "nothing") if causes else None
