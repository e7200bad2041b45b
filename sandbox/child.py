"""The sandboxed process: locks itself down, then loads one submission and runs the cases that the judge
sends.

From the moment the submission is loaded nothing in this process can be believed. It holds inputs only, and
what it sends back is data that the judge checks and compares.
"""

from __future__ import annotations

import ast
import builtins
import contextlib
import functools
import io
import os
import sys
import types
from collections.abc import Callable
from typing import Any

import numpy as np

from sandbox import driver, lockdown, rules, wire
from sandbox.case import Call, Case
from sandbox.cpp import native
from sandbox.raised import SUBMISSION_FILE, describe

# The submission may replace what the module builtins holds; functions of this one keep what they found at first.
globals()["__builtins__"] = vars(builtins).copy()

STDIN, STDOUT, STDERR, JOB, RESULT, RULES = range(6)


def main(descriptors: dict[str, int], settings: dict[str, Any], parent: int) -> None:
    """Runs to the end of the job stream; never returns to the zygote's code.

    descriptors: job, result, stdout, stderr, null, and rules where there is Landlock. settings: see
    `isolation.zygote_command`. parent: process id of the zygote as seen from here. All that can be done ahead is done
    before the limits are waited for, so that a child can be kept ready; the job is read when they are in force.
    """
    try:
        _take_descriptors(descriptors)
        _give_up_rights(settings, parent)
        rehearse(torch="torch" in settings["packages"])
        sys.stdin = open(STDIN, closefd=False)  # noqa: SIM115 - lives as long as the process
        sys.stdout, sys.stderr = _text_stream(STDOUT), _text_stream(STDERR)
        lockdown.forbid_writing()
        if settings["seccomp"]:
            lockdown.filter_system_calls()
        # Lowers nothing yet, but shows that the filter lets it.
        lockdown.limit_resources()
    except OSError as error:
        _send(RESULT, wire.frame({"phase": "lockdown", "error": str(error)}))
        os._exit(1)
    _send(RESULT, wire.frame({"phase": "locked"}))
    limits = _read(JOB, lockdown.LIMITS.size)
    if limits is not None:
        lockdown.limit_resources(*lockdown.LIMITS.unpack(limits))
        job = _receive(JOB)
        if job is not None:
            _serve(job)
    os._exit(0)


def rehearse(*, torch: bool) -> None:
    """Goes once through what every submission goes through.

    In the fork server, so that what Python and the packages set up at first use is shared by all children; in a
    child that is kept ready, so that the memory it will touch is its own before a submission waits for it.
    """
    values = np.linspace(-1.0, 1.0, 16).reshape(4, 4)
    case = Case.of("rehearsal", values)
    if torch:
        calls = (Call({"x": wire.Tensor(values, "float64")}, backward="compare"),)
        weight = wire.Tensor(values[0], "float64")
        case = Case("rehearsal", calls, init={"size": 4}, state={"weight": weight}, dtype="float64")
    job = {
        "source": _TORCH_REHEARSAL if torch else _NUMPY_REHEARSAL,
        "entry": "Rehearsal" if torch else "rehearsal",
        "kind": "module" if torch else "function",
        "driver": "call",
        "forbidden": {"allow": ["numpy", "torch"]},
    }
    job, sent = wire.decode(b"".join(wire.encode([job, case.to_wire()])))
    own = sys.modules["__main__"]
    entry = _load(job, {}, _complain)
    outcome = driver.run_case(entry, job["kind"], job["driver"], [], sent, {})
    driver.encodable(outcome, 1 << 20)
    if (raised := outcome["raised"] or outcome["calls"][0]["raised"]) is not None:
        _complain(raised)
    sys.modules["__main__"] = own
    del sys.modules["solution"]


_NUMPY_REHEARSAL = """
import numpy as np

def rehearsal(x):
    order = np.argsort(-x, axis=1)
    mask = (x > 0) & (x < np.maximum(x, 0.5)) | np.isclose(x, 1)
    y = np.exp(x - x.max(axis=1, keepdims=True)) / np.sqrt(x.var() + 1)
    kept = sorted({int(i): float(v) for i, v in enumerate(x[mask])}.items())
    return np.where(mask, y @ x.T, np.concatenate([x[:2], x[2:]])).sum() + x[order[0]].mean() + len(kept)
"""
_TORCH_REHEARSAL = """
import torch
from torch import nn

class Rehearsal(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(size))

    def forward(self, x):
        mean, variance = x.mean(-1, keepdim=True), x.var(-1, unbiased=False, keepdim=True)
        layer = (x - mean) / torch.sqrt(variance + 1e-5) * self.weight
        return torch.softmax(layer @ x.transpose(-2, -1), dim=-1)

optimiser = torch.optim.SGD(Rehearsal(4).parameters(), lr=0.1, momentum=0.9)
Rehearsal(4)(torch.ones(4, 4)).sum().backward()
optimiser.step()
"""


def _complain(what: dict[str, Any]) -> None:
    raise RuntimeError(f"the rehearsal failed: {what}")


def _take_descriptors(descriptors: dict[str, int]) -> None:
    # First out of the way of the low numbers, or one dup2 would close what the next one needs.
    order = [name for name in ("null", "stdout", "stderr", "job", "result", "rules") if name in descriptors]
    high = [os.dup(os.dup2(descriptors[name], 20 + index)) for index, name in enumerate(order)]
    for target, descriptor in enumerate(high):
        os.dup2(descriptor, target)
    os.closerange(len(order), 4096)


def _give_up_rights(settings: dict[str, Any], parent: int) -> None:
    if settings["own_pids"] and os.getpid() != 1:
        raise OSError("not in a PID namespace of its own")
    os.setsid()
    os.environ.clear()
    lockdown.drop_privileges(change_user=settings["change_user"])
    if sys.platform == "linux":
        lockdown.die_with_parent(parent)
    if settings["landlock"]:
        lockdown.restrict_files(RULES)
        os.close(RULES)


def _serve(job: dict[str, Any]) -> None:
    flushes = (sys.stdout.flush, sys.stderr.flush)
    # Kept as locals: the submission may replace the functions of any module.
    send, receive, frame = _send, _receive, wire.frame
    encodable = driver.encodable
    given = driver.given_module(job.get("given"))
    watched = functools.partial(driver.run_case, given=given, watch=job["watch"])
    run_case = native.run_case if "library" in job else watched
    entry = _load(job, given, lambda message: send(RESULT, frame(message)))
    names = getattr(sys.modules.get("solution"), "__dict__", {})
    _flush(flushes)
    if entry is None:
        return
    send(RESULT, frame({"phase": "ready"}))
    while (case := receive(JOB)) is not None:
        outcome = run_case(entry, job["kind"], job["driver"], job["numpy_errors"], case, names)
        _flush(flushes)
        send(RESULT, encodable(outcome, job["max_result_bytes"]))


def _load(job: dict[str, Any], given: dict[str, Any], report: Callable[[dict[str, Any]], None]) -> Any:
    """The submission's entry, or None after a report of why there is none."""
    if "library" in job:
        try:
            return native.load(job, RESULT)
        except (OSError, MemoryError) as error:
            report({"phase": "load", "raised": describe(error)})
            return None
    source = job["source"]
    try:
        tree = ast.parse(source, SUBMISSION_FILE)
        broken = rules.violation(tree, job["forbidden"])
        code = compile(tree, SUBMISSION_FILE, "exec", dont_inherit=True)
    except BaseException as error:  # noqa: BLE001 - hostile source makes the parser raise all sorts of things
        report({"phase": "syntax", "raised": describe(error)})
        return None
    if broken is not None:
        report({"phase": "rejected", "rule": broken[0], "line": broken[1]})
        return None
    module = types.ModuleType("solution")
    module.__dict__.update(driver.given_names(job["driver"], given))
    sys.modules["solution"] = module
    sys.modules["__main__"] = types.ModuleType("__main__")
    try:
        exec(code, module.__dict__)  # noqa: S102 - this process exists for it
    except BaseException as error:  # noqa: BLE001 - a submission may raise anything
        report({"phase": "load", "raised": describe(error)})
        return None
    entry = module.__dict__.get(job["entry"])
    wanted = job["kind"]
    fits = callable(entry) if wanted == "function" else isinstance(entry, type)
    if wanted == "function" and isinstance(entry, type):
        fits = False
    if wanted == "module" and fits:
        torch = sys.modules["torch"]
        fits = isinstance(entry, type) and issubclass(entry, torch.nn.Module)
    if not fits:
        report({"phase": "entry", "missing": entry is None})
        return None
    return entry


def _text_stream(descriptor: int) -> io.TextIOWrapper:
    return io.TextIOWrapper(
        open(descriptor, "wb", closefd=False),
        encoding="utf-8",
        errors="backslashreplace",
        line_buffering=False,
    )


def _flush(flushes: tuple[Callable[[], None], ...]) -> None:
    for flush in flushes:
        # The submission may have closed it, or put anything in its place.
        with contextlib.suppress(BaseException):
            flush()


def _receive(descriptor: int) -> Any:
    """The next value from the judge, None at the end of the stream."""
    header = _read(descriptor, wire.HEADER.size)
    if header is None:
        return None
    body = _read(descriptor, wire.HEADER.unpack(header)[0])
    return None if body is None else wire.decode(body)


def _read(descriptor: int, size: int) -> memoryview | None:
    # Not zeroed: that would cost as much as reading does.
    view = np.empty(size, np.uint8).data
    at = 0
    while at < size:
        count = os.readv(descriptor, [view[at:]])
        if count == 0:
            return None
        at += count
    return view


def _send(descriptor: int, parts: list[bytes | memoryview]) -> None:
    for part in parts:
        view = memoryview(part)
        while view:
            view = view[os.write(descriptor, view) :]
