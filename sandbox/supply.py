"""Tests for the judge, made ahead: samples once, the next random cases while the last ones are judged.

Random cases are handed out once and never again. What is kept ahead is bounded in memory, and tests of a folder
that has changed are made anew.
"""

from __future__ import annotations

import contextlib
import os
import queue
import threading
import time
from collections import OrderedDict
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Any

from sandbox.errors import ProblemError
from sandbox.oracle import Oracle, Stamp, Test, fresh_seed, stamp
from sandbox.problem import Problem

AHEAD_BYTES = 256 << 20
"""Encoded tests that may lie ready; the problem that was not asked for longest goes first."""


@dataclass(frozen=True)
class Batch:
    """The random cases of a seed."""

    seed: int
    stamp: Stamp
    tests: list[Test]

    @property
    def bytes(self) -> int:
        return sum(len(test.case_data) + len(test.want_data) for test in self.tests)


class Supply:
    """Thread-safe. Its processes start when tests are first needed, as many as work at once, up to one a core."""

    def __init__(self) -> None:
        self.oracles = [Oracle() for _ in range(os.cpu_count() or 1)]
        self.used = time.monotonic()
        """When tests were last asked for, on the monotonic clock."""
        # Last in, first out: a second process starts only when two are needed at once.
        self._free: queue.LifoQueue[Oracle] = queue.LifoQueue()
        for oracle in reversed(self.oracles):
            self._free.put(oracle)
        self._lock = threading.Lock()
        self._samples: dict[str, tuple[Stamp, list[Test]]] = {}
        self._ahead: OrderedDict[str, Batch] = OrderedDict()
        self._coming: dict[str, Future[None]] = {}
        self._background: ThreadPoolExecutor | None = None

    def samples(self, problem: Problem) -> list[Test]:
        """The samples with the reference's outcomes. Raises ProblemError."""
        folder, now = str(problem.folder), _stamp(problem)
        with self._lock:
            known = self._samples.get(folder)
        if known is not None and known[0] == now:
            return known[1]
        tests = self._made(problem, None)
        with self._lock:
            self._samples[folder] = (now, tests)
        return tests

    def seeded(self, problem: Problem, seed: int) -> list[Test]:
        """The random cases of a seed. Raises ProblemError."""
        return self._made(problem, seed)

    def fresh(self, problem: Problem) -> Batch:
        """Random cases that nobody has seen; made ahead where `prepare` was called before. Raises ProblemError."""
        folder = str(problem.folder)
        with self._lock:
            coming = self._coming.get(folder)
        if coming is not None and not coming.cancel():
            # It is being made at this moment.
            wait([coming])
        with self._lock:
            self._coming.pop(folder, None)
            batch = self._ahead.pop(folder, None)
        if batch is not None and batch.stamp == _stamp(problem):
            return batch
        return self._batch(problem)

    def prepare(self, problem: Problem) -> None:
        """Has random cases made in the background, unless some lie ready."""
        folder = str(problem.folder)
        with self._lock:
            if folder in self._ahead or folder in self._coming:
                return
            if self._background is None:
                # One: while it works, a core and a process are left for those who wait.
                self._background = ThreadPoolExecutor(1, thread_name_prefix="tests-ahead")
            self._coming[folder] = self._background.submit(self._make_ahead, problem)

    def is_ready(self, problem: Problem) -> bool:
        """Whether random cases lie ready."""
        with self._lock:
            return str(problem.folder) in self._ahead

    def failed_properties(self, problem: Problem, test: Test, got: list[Any], want: list[Any]) -> list[dict[str, str]]:
        """See `Oracle.failed_properties`."""
        with self._oracle() as oracle:
            return oracle.failed_properties(problem, test, got, want)

    def close(self) -> None:
        """Ends the processes and forgets what was made ahead. It may be used again."""
        with self._lock:
            background, self._background = self._background, None
            self._ahead.clear()
            self._coming.clear()
        for oracle in self.oracles:
            oracle.kill()
        if background is not None:
            background.shutdown(cancel_futures=True)
        for oracle in self.oracles:
            oracle.close()

    def stop_if_idle(self, seconds: float) -> bool:
        """Ends the processes when no tests were asked for in that time; whether none is left."""
        if time.monotonic() - self.used >= seconds:
            for oracle in self.oracles:
                oracle.close()
        return not any(oracle.pid for oracle in self.oracles)

    def _make_ahead(self, problem: Problem) -> None:
        # Whoever needs the tests will meet the same error, and report it.
        batch = None
        with contextlib.suppress(ProblemError):
            batch = self._batch(problem)
        with self._lock:
            self._coming.pop(str(problem.folder), None)
            if batch is not None and self._background is not None:
                self._ahead[str(problem.folder)] = batch
                while self._ahead and sum(each.bytes for each in self._ahead.values()) > AHEAD_BYTES:
                    self._ahead.popitem(last=False)

    def _batch(self, problem: Problem) -> Batch:
        now, seed = _stamp(problem), fresh_seed()
        return Batch(seed, now, self._made(problem, seed))

    def _made(self, problem: Problem, seed: int | None) -> list[Test]:
        with self._oracle() as oracle:
            return oracle.tests(problem, seed)

    @contextlib.contextmanager
    def _oracle(self) -> Iterator[Oracle]:
        self.used = time.monotonic()
        oracle = self._free.get()
        try:
            yield oracle
        finally:
            self._free.put(oracle)


def _stamp(problem: Problem) -> Stamp:
    try:
        return stamp(problem.folder)
    except OSError as error:
        raise ProblemError(f"{problem.folder}: {error}") from error
