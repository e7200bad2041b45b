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
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from sandbox import driver, wire
from sandbox.case import Case
from sandbox.errors import ProblemError
from sandbox.problem import Problem, load_problem


@dataclass(frozen=True)
class Test:
    """A case on its way to a submission, and the reference's outcome, which stays here."""

    name: str
    size: str
    sample: bool
    case: dict[str, Any]
    want: dict[str, Any]


class Oracle:
    """Client of the process. Thread-safe; starts on first use, again after it has died."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def tests(self, problem: Problem, seed: int, *, samples_only: bool = False) -> list[Test]:
        """The samples, then the random cases that belong to the seed.

        Raises ProblemError when the problem's own code fails, naming the line.
        """
        request = {"folder": str(problem.folder.resolve()), "seed": seed, "samples_only": samples_only}
        with self._lock:
            answer = self._ask(request)
        if answer["error"] is not None:
            raise ProblemError(f"{problem.folder}: {answer['error']}")
        return [Test(**test) for test in answer["tests"]]

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


_loaded: dict[str, tuple[float, Problem, Any, Any]] = {}


def _tests(folder: str, seed: int, samples_only: bool) -> list[dict[str, Any]]:
    problem, make_cases, reference = _load(Path(folder))
    cases: list[tuple[Case, bool]] = [(sample.case(number), True) for number, sample in enumerate(problem.samples, 1)]
    if not samples_only:
        cases += [(case, False) for case in make_cases(np.random.default_rng(seed))]
    return [_test(problem, reference, case, is_sample) for case, is_sample in cases]


def _test(problem: Problem, reference: Any, case: Case, is_sample: bool) -> dict[str, Any]:
    if not isinstance(case, Case):
        raise TypeError(f"cases() must yield Case objects, not {type(case).__name__}")
    data = driver.portable(case.to_wire())
    # The reference works on a copy: it may be one that changes its arguments.
    copy = wire.decode(b"".join(wire.encode(data)))
    for call in copy["calls"]:
        if call["backward"] == "run":
            # Only the submission's time for it matters.
            call["backward"] = "no"
    want = driver.run_case(reference, problem.kind, problem.driver, list(problem.numpy_errors), copy)
    for raised in (want["raised"], *(call["raised"] for call in want["calls"])):
        if raised is not None and not {"ValueError", "IndexError"} & set(raised["kinds"]):
            raise ValueError(f"the reference raised {raised['type']}: {raised['message']} on case {case.name!r}")
    return {"name": case.name, "size": case.size, "sample": is_sample, "case": data, "want": want}


def _load(folder: Path) -> tuple[Problem, Any, Any]:
    changed = max(path.stat().st_mtime for path in folder.iterdir())
    known = _loaded.get(str(folder))
    if known is not None and known[0] == changed:
        return known[1:]
    problem = load_problem(folder)
    if problem.flavour == "torch":
        import torch

        torch.set_num_threads(1)
    given = driver.given_names(problem.driver)
    make_cases = getattr(_run_file(folder / "cases.py", {}), "cases", None)
    reference = getattr(_run_file(folder / "reference.py", given), problem.entry, None)
    if make_cases is None:
        raise ValueError("cases.py defines no function cases(rng)")
    if reference is None:
        raise ValueError(f"reference.py defines no {problem.entry}")
    _loaded[str(folder)] = (changed, problem, make_cases, reference)
    return problem, make_cases, reference


def _run_file(path: Path, given: dict[str, Any]) -> types.ModuleType:
    module = types.ModuleType(path.stem)
    module.__file__ = str(path)
    module.__dict__.update(given)
    exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), module.__dict__)  # noqa: S102 - trusted
    return module


def fresh_seed() -> int:
    """A seed that nobody can foresee."""
    return int.from_bytes(os.urandom(4), "little") ^ (time.monotonic_ns() & 0xFFFF)
