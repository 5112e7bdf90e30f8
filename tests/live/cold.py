# SPDX-License-Identifier: LGPL-2.1-or-later
"""Traces cold.c, whose every pointer argument is on a page that is not resident, and looks for the lines it expects.

Used by cold.test and by tests/vm/faults.
"""
import os

import tracer

PROGRAM = os.path.join(tracer.TOP, "build/tests/live/cold")
MODES = ["dontneed", "uncached", "split"]  # and `swapped`, which needs swap: see cold.c
MODES_32 = [mode + "-32" for mode in MODES]


def absent(expected, lines):
    """The expected lines that are not among the lines, in this order."""
    found, at = [], 0
    for want in expected:
        try:
            at = lines.index(want, at) + 1
        except ValueError:
            found.append(want)
    return found


def likely(want, lines):
    """What the trace has in place of a line."""
    call = want[: want.index("(") + 1]
    return [line for line in lines if line.startswith(call)][-3:]


def trace(tracer_argv, mode, limit=120):
    """Runs cold.c under a tracer, for so many seconds at most: the lines that are missing, each with what is there
    instead, what else is wrong, and what the tracer said."""
    with tracer.Scratch() as scratch:
        out, want = scratch.path("trace"), scratch.path("expected")
        environment = ["env", "TZ=UTC"]
        argv = environment + tracer_argv + ["-o", out, PROGRAM, mode, want]
        status, _, err = tracer.run(argv, scratch.work, limit)
        if status != 0:
            return [], [f"exit status {status}: {err[-500:]}"], err
        with open(want) as expected, open(out, encoding="latin-1") as lines:
            expected, lines = expected.read().splitlines(), lines.read().splitlines()
    missing = [(line, likely(line, lines)) for line in absent(expected, lines)]
    calls = {line.split("(")[0] for line in expected}
    return missing, [f"only {len(calls)} different calls"] if len(calls) < (1 if mode in MODES_32 else 60) else [], err
