"""The sandboxed process: locks itself down, then loads one submission and runs the cases that the judge
sends.

From the moment the submission is loaded nothing in this process can be believed. It holds inputs only, and
what it sends back is data that the judge checks and compares.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
import types
from collections.abc import Callable
from typing import Any

from sandbox import driver, lockdown, rules, wire

STDIN, STDOUT, STDERR, JOB, RESULT = range(5)


def main(descriptors: dict[str, int], limits: dict[str, Any], parent: int) -> None:
    """Runs to the end of the job stream; never returns to the zygote's code.

    descriptors: job, result, stdout, stderr, null. limits: see `sandbox.runner`.
    """
    try:
        _take_descriptors(descriptors)
        _lock_down(limits, parent)
    except OSError as error:
        _send(RESULT, wire.frame({"phase": "lockdown", "error": str(error)}))
        os._exit(1)
    job = _receive(JOB)
    if job is not None:
        _serve(job)
    os._exit(0)


def _take_descriptors(descriptors: dict[str, int]) -> None:
    # First out of the way of the low numbers, or one dup2 would close what the next one needs.
    order = ("null", "stdout", "stderr", "job", "result")
    high = [os.dup(os.dup2(descriptors[name], 20 + index)) for index, name in enumerate(order)]
    for target, descriptor in enumerate(high):
        os.dup2(descriptor, target)
    os.closerange(5, 4096)


def _lock_down(limits: dict[str, Any], parent: int) -> None:
    os.setsid()
    if limits["namespaces"] or sys.platform == "linux":
        lockdown.die_with_parent(parent)
    os.environ.clear()
    lockdown.limit_resources(limits["address_space"], limits["cpu_seconds"])
    lockdown.drop_privileges(change_user=limits["change_user"])
    if limits["landlock"]:
        lockdown.restrict_files(limits["readable"], limits["listable"])
    if limits["seccomp"]:
        lockdown.filter_system_calls()


def _serve(job: dict[str, Any]) -> None:
    sys.stdin = open(STDIN, closefd=False)  # noqa: SIM115 - lives as long as the process
    sys.stdout = _text_stream(STDOUT)
    sys.stderr = _text_stream(STDERR)
    flushes = (sys.stdout.flush, sys.stderr.flush)
    # Kept as locals: the submission may replace the functions of any module.
    send, receive, frame = _send, _receive, wire.frame
    run_case, encodable = driver.run_case, driver.encodable
    entry = _load(job, lambda message: send(RESULT, frame(message)))
    _flush(flushes)
    if entry is None:
        return
    send(RESULT, frame({"phase": "ready"}))
    while (case := receive(JOB)) is not None:
        outcome = run_case(entry, job["kind"], job["driver"], job["numpy_errors"], case)
        _flush(flushes)
        send(RESULT, encodable(outcome, job["max_result_bytes"]))


def _load(job: dict[str, Any], report: Callable[[dict[str, Any]], None]) -> Any:
    """The submission's entry, or None after a report of why there is none."""
    source = job["source"]
    try:
        broken = rules.violation(source, job["forbidden"])
        code = compile(source, driver.SUBMISSION_FILE, "exec", dont_inherit=True)
    except BaseException as error:  # noqa: BLE001 - hostile source makes the parser raise all sorts of things
        report({"phase": "syntax", "raised": driver.describe(error)})
        return None
    if broken is not None:
        report({"phase": "rejected", "rule": broken[0], "line": broken[1]})
        return None
    module = types.ModuleType("solution")
    module.__dict__.update(driver.given_names(job["driver"]))
    sys.modules["solution"] = module
    sys.modules["__main__"] = types.ModuleType("__main__")
    try:
        exec(code, module.__dict__)  # noqa: S102 - this process exists for it
    except BaseException as error:  # noqa: BLE001 - a submission may raise anything
        report({"phase": "load", "raised": driver.describe(error)})
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


def _read(descriptor: int, size: int) -> bytearray | None:
    data = bytearray(size)
    view = memoryview(data)
    at = 0
    while at < size:
        count = os.readv(descriptor, [view[at:]])
        if count == 0:
            return None
        at += count
    return data


def _send(descriptor: int, parts: list[bytes | memoryview]) -> None:
    for part in parts:
        view = memoryview(part)
        while view:
            view = view[os.write(descriptor, view) :]
