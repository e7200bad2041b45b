"""The trusted process that makes test cases and computes what must come out of them.

It runs the problem's cases.py and reference.py, with torch where they need it, and never sees a submission.
The judge talks to it with wire frames, so that the calling process imports neither torch nor a problem's
code.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
import time
import traceback
import types
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from sandbox import driver, properties, trees, values, wire
from sandbox import outcome as outcomes
from sandbox.case import Case
from sandbox.errors import ProblemError
from sandbox.library import VARIANTS, load_problem
from sandbox.problem import Problem


@dataclass(frozen=True)
class Test:
    """A case on its way to a submission, and the reference's outcome, which stays here; both encoded, because
    most are made ahead, and a case goes out as it came.
    """

    name: str
    size: str
    sample: bool
    case_data: bytes
    want_data: bytes
    sent: dict[str, Any] | None = None
    """Digests of the arguments (see `driver.sent_digests`) where nobody may change them."""
    has_folder: bool = False
    """Whether a folder is among the arguments."""

    @cached_property
    def case(self) -> dict[str, Any]:
        """See `Case.to_wire`."""
        case: dict[str, Any] = wire.decode(self.case_data, share=True)
        return case

    @cached_property
    def want(self) -> dict[str, Any]:
        """See `driver.run_case`."""
        want: dict[str, Any] = wire.decode(self.want_data, share=True)
        return want


class Oracle:
    """Client of one process. Thread-safe; starts on first use, again after it has died."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        """Process id, 0 while there is none."""
        process = self._process
        return 0 if process is None else process.pid

    def tests(self, problem: Problem, seed: int | None) -> list[Test]:
        """The random cases that belong to the seed; without one, the samples.

        Raises ProblemError when the problem's own code fails, naming the line.
        """
        request = {"folder": str(problem.folder.resolve()), "seed": seed}
        with self._lock:
            answer = self._ask(request)
        if answer["error"] is not None:
            raise ProblemError(f"{problem.folder}: {answer['error']}")
        return [Test(**test) for test in answer["tests"]]

    def failed_properties(self, problem: Problem, test: Test, got: list[Any], want: list[Any]) -> list[dict[str, str]]:
        """What the results of a case lack, by the problem's properties.py, as {name, zh, en}.

        Raises ProblemError when that file's code fails.
        """
        request = {"folder": str(problem.folder.resolve()), "case": test.case, "got": got, "want": want}
        with self._lock:
            answer = self._ask(request)
        if answer["error"] is not None:
            raise ProblemError(f"{problem.folder}: {answer['error']}")
        failed: list[dict[str, str]] = answer["failed"]
        return failed

    def kill(self) -> None:
        """Ends the process without waiting for what it is computing; whoever waits gets a ProblemError."""
        process = self._process
        if process is not None:
            process.kill()

    def close(self) -> None:
        with self._lock:
            self._stop()

    def _ask(self, request: dict[str, Any]) -> dict[str, Any]:
        if self._process is None or self._process.poll() is not None:
            self._stop()
            root = str(Path(__file__).resolve().parent.parent)
            start = "import sys; sys.path.insert(0, sys.argv[1]); from sandbox.oracle import serve; serve()"
            self._process = subprocess.Popen(
                [sys.executable, "-c", start, root],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
            )
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            _write(process.stdin, request)
            answer = _read(process.stdout)
        except OSError as error:
            self._stop()
            raise ProblemError(f"the process that computes references died: {error}") from error
        if not isinstance(answer, dict):
            self._stop()
            raise ProblemError("the process that computes references died")
        return answer

    def _stop(self) -> None:
        if self._process is None:
            return
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        self._process.kill()
        self._process.wait()
        self._process = None


def _write(stream: BinaryIO | Any, value: Any) -> None:
    for part in wire.frame(value):
        stream.write(part)
    stream.flush()


def _read(stream: BinaryIO | Any) -> Any:
    header = stream.read(wire.HEADER.size)
    if len(header) < wire.HEADER.size:
        return None
    size = wire.HEADER.unpack(header)[0]
    body = stream.read(size)
    return wire.decode(body) if len(body) == size else None


def serve() -> None:
    """Answers requests on stdin until it is closed."""
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    # What a problem's code prints must not end up between the frames.
    os.dup2(2, 1)
    while (request := _read(requests)) is not None:
        try:
            if "got" in request:
                answer = {"error": None, "failed": _failed(**request)}
            else:
                answer = {"error": None, "tests": _tests(**request)}
            frames = wire.frame(answer)
        except Exception as error:  # noqa: BLE001 - reported to the judge, with the place
            own = [item for item in traceback.extract_tb(error.__traceback__) if request["folder"] in item.filename]
            place = f" ({Path(own[-1].filename).name}:{own[-1].lineno})" if own else ""
            frames = wire.frame({"error": f"{type(error).__name__}: {error}{place}", "tests": []})
        try:
            for part in frames:
                answers.write(part)
            answers.flush()
        except BrokenPipeError:
            # The judge was killed. An ordinary exit would flush, and complain, once more.
            os._exit(0)


@dataclass(frozen=True)
class _Loaded:
    """A problem with its own code run."""

    changed: Stamp
    problem: Problem
    cases: Any
    reference: Any
    names: dict[str, Any]
    """Globals of reference.py."""
    given: dict[str, Any]
    """What given.py defines."""
    check: Any
    """From properties.py, where the problem has one."""


_loaded: dict[str, _Loaded] = {}


def _failed(folder: str, case: dict[str, Any], got: list[Any], want: list[Any]) -> list[dict[str, str]]:
    return properties.failed_properties(_load(Path(folder)).check, case, got, want)


def _tests(folder: str, seed: int | None) -> list[dict[str, Any]]:
    loaded = _load(Path(folder))
    if seed is None:
        samples = [sample.case(number) for number, sample in enumerate(loaded.problem.samples, 1)]
        return [_test(loaded, case, is_sample=True) for case in samples]
    return [_test(loaded, case, is_sample=False) for case in loaded.cases(np.random.default_rng(seed))]


def _test(loaded: _Loaded, case: Case, *, is_sample: bool) -> dict[str, Any]:
    if not isinstance(case, Case):
        raise TypeError(f"cases() must yield Case objects, not {type(case).__name__}")
    problem = loaded.problem
    portable = values.portable(case.to_wire())
    data = b"".join(wire.encode(portable))
    # The reference works on a copy: it may be one that changes its arguments.
    copy = wire.decode(data)
    for call in copy["calls"]:
        if call["backward"] == "run":
            # Only the submission's time for it matters.
            call["backward"] = "no"
    want = driver.run_case(
        loaded.reference,
        problem.kind,
        problem.driver,
        list(problem.numpy_errors),
        copy,
        loaded.names,
        loaded.given,
        watch=False,
    )
    for raised in outcomes.exceptions(want):
        if not set(outcomes.EXPECTED) & set(raised["kinds"]):
            raise ValueError(f"the reference raised {raised['type']}: {raised['message']} on case {case.name!r}")
    if loaded.check is not None and want["raised"] is None:
        properties.prove(loaded.check, portable, outcomes.results(want, portable))
    return {
        "name": case.name,
        "size": case.size,
        "sample": is_sample,
        "case_data": data,
        "want_data": b"".join(wire.encode(want)),
        "sent": driver.sent_digests(portable) if problem.mutation == "forbidden" else None,
        "has_folder": trees.has_folder(portable),
    }


Stamp = tuple[tuple[str, int, int], ...]


def stamp(folder: Path) -> Stamp:
    """What tells whether a problem's files have changed: path, time of change and size of each."""
    folders = [folder, folder.parent.parent] if folder.parent.name == VARIANTS else [folder]
    found = [(entry.path, entry.stat()) for place in folders for entry in os.scandir(place) if entry.is_file()]
    return tuple(sorted((path, status.st_mtime_ns, status.st_size) for path, status in found))


def _load(folder: Path) -> _Loaded:
    changed = stamp(folder)
    known = _loaded.get(str(folder))
    if known is not None and known.changed == changed:
        return known
    problem = load_problem(folder)
    if problem.flavour == "torch":
        import torch

        torch.set_num_threads(1)
    make_cases = getattr(_run_file(problem.file("cases.py"), {}), "cases", None)
    if make_cases is None:
        raise ValueError("cases.py defines no function cases(rng)")
    given = driver.given_module(problem.given)
    names = _run_file(problem.file("reference.py"), driver.given_names(problem.driver, given)).__dict__
    if problem.entry not in names:
        raise ValueError(f"reference.py defines no {problem.entry}")
    check = None
    if problem.compare.mode == "properties":
        check = getattr(_run_file(problem.file("properties.py"), {}), "check", None)
        if check is None:
            raise ValueError("properties.py defines no function check(case, got, want)")
    _loaded[str(folder)] = _Loaded(changed, problem, make_cases, names[problem.entry], names, given, check)
    return _loaded[str(folder)]


def _run_file(path: Path, given: dict[str, Any]) -> types.ModuleType:
    module = types.ModuleType(path.stem)
    module.__file__ = str(path)
    module.__dict__.update(given)
    exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), module.__dict__)  # noqa: S102 - trusted
    return module


def fresh_seed() -> int:
    """A seed that nobody can foresee."""
    return int.from_bytes(os.urandom(4), "little") ^ (time.monotonic_ns() & 0xFFFF)
