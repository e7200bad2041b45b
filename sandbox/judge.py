"""The judge: takes a problem and a submission's source, returns a verdict.

This is the sandbox's public face. The caller's process imports neither torch nor the problem's code, and
never runs or even parses a submission; nothing that happens in a submission's process decides the verdict.
"""

from __future__ import annotations

import contextlib
import threading
import time
from typing import Self

from sandbox import isolation as levels
from sandbox import runner
from sandbox.cpp.compiler import Compiler
from sandbox.errors import ProblemError
from sandbox.isolation import isolation_report
from sandbox.judgement import Judgement, Means
from sandbox.oracle import Test
from sandbox.problem import CodeLanguage, JudgeResult, Problem
from sandbox.supply import Supply

__all__ = ["Judge", "isolation_report"]

ORACLE_IDLE_SECONDS = 300.0
SERVER_IDLE_SECONDS = 3600.0
"""An interview may be silent for long; starting anew takes a second or two."""
LOAD_SECONDS = 5.0
"""CPU time that loading a submission may take, on the machine on which the problems' time limits were set."""
_LOOK_SECONDS = 30.0
# CPU seconds that `_workload` takes on the machine on which the problems' time limits were set.
_NOMINAL_SECONDS = 0.045


class Judge:
    """Judges submissions; a context manager. Thread-safe, and quickest when one Judge is used for many.

    allow_weak: run submissions even where the machine offers no isolation (also
    MIANJING_ALLOW_WEAK_ISOLATION=1); every result then says so. load_seconds: see `LOAD_SECONDS`. Fork servers
    and the oracle start at the first submission that needs them.
    """

    def __init__(
        self,
        *,
        allow_weak: bool = False,
        isolation: levels.Isolation | None = None,
        load_seconds: float = LOAD_SECONDS,
    ) -> None:
        self.isolation = isolation or levels.available()
        self.load_seconds = load_seconds
        self._allow_weak = allow_weak
        self._supply = Supply()
        self._compiler = Compiler(self.isolation)
        self._servers = {flavour: runner.ForkServer(flavour, self.isolation) for flavour in levels.FLAVOURS}
        self._recent: tuple[tuple[str, int], list[Test]] | None = None
        self._lock = threading.Lock()
        self._watching: threading.Timer | None = None
        self._speed: float | None = None
        self._speed_lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends all processes of this judge. It may be used again: they start anew."""
        with self._lock:
            if self._watching is not None:
                self._watching.cancel()
                self._watching = None
        self._supply.close()
        self._compiler.close()
        for server in self._servers.values():
            server.close()

    def warm(self, problem: Problem, code_language: CodeLanguage = "python") -> None:
        """Starts the fork server that a problem needs, has its tests made and, for C++, the harness compiled ahead, so
        that the first verdict is quick.

        Raises IsolationError where this machine cannot isolate submissions, ForkServerError where starting
        fails.
        """
        levels.require(self.isolation, allow_weak=self._allow_weak)
        self._watch()
        self._servers[problem.flavour].start()
        self._supply.prepare(problem)
        if code_language == "cpp":
            self._compiler.prepare()
        self.slowness()

    def processes(self) -> dict[str, list[int]]:
        """Ids of the processes that run now: {"zygotes": …, "oracles": …}."""
        return {
            "zygotes": [server.pid for server in self._servers.values() if server.pid],
            "oracles": [oracle.pid for oracle in self._supply.oracles if oracle.pid],
        }

    def tests(self, problem: Problem, seed: int = 0) -> list[Test]:
        """The samples and the cases of a seed, with the reference's outcomes. Raises ProblemError when the
        problem's code fails.
        """
        self._watch()
        key = (str(problem.folder), seed)
        with self._lock:
            if self._recent is not None and self._recent[0] == key:
                return self._recent[1]
        tests = [*self._supply.samples(problem), *self._supply.seeded(problem, seed)]
        with self._lock:
            # The same seed comes twice only when solutions are compared, one after the other.
            self._recent = (key, tests)
        return tests

    def judge(
        self,
        problem: Problem,
        source: str | bytes,
        *,
        samples_only: bool = False,
        language: str = "zh",
        code_language: CodeLanguage = "python",
        seed: int | None = None,
        stop_at_first_failure: bool = False,
    ) -> JudgeResult:
        """The verdict on a submission, on fresh random cases unless a seed is given. language: zh or en.

        stop_at_first_failure: cases after the first that fails do not run; the verdict is the same.
        Raises IsolationError where this machine cannot isolate submissions. Every other failure of the judge
        itself is a result with the verdict internal_error.
        """
        levels.require(self.isolation, allow_weak=self._allow_weak)
        self._watch()
        means = Means(
            self.isolation,
            self._servers[problem.flavour],
            self._supply,
            self._compiler,
            self.slowness(),
            self.load_seconds,
            lambda: self._tests(problem, seed, samples_only=samples_only),
        )
        result = Judgement(means, problem, language, code_language, stop_at_first_failure).judge(source)
        if seed is None and not samples_only:
            # Who hands in once often does so again; what is wrong with the problem, the result says.
            with contextlib.suppress(ProblemError):
                self._supply.prepare(problem)
        return result

    def slowness(self) -> float:
        """How much slower this machine is than the one the time limits were set on: ½ to 4."""
        with self._speed_lock:
            if self._speed is None:
                self._speed = min(max(min(_workload() for _ in range(3)) / _NOMINAL_SECONDS, 0.5), 4.0)
            return self._speed

    def _watch(self) -> None:
        """Sees to it that processes which nobody needs any more end."""
        with self._lock:
            if self._watching is None:
                self._watching = threading.Timer(_LOOK_SECONDS, self._stop_idle)
                self._watching.daemon = True
                self._watching.start()

    def _stop_idle(self) -> None:
        gone = [self._supply.stop_if_idle(ORACLE_IDLE_SECONDS)]
        gone += [server.close_if_idle(SERVER_IDLE_SECONDS) for server in self._servers.values()]
        with self._lock:
            self._watching = None
        if not all(gone):
            self._watch()

    def _tests(self, problem: Problem, seed: int | None, *, samples_only: bool) -> tuple[int, list[Test]]:
        """The seed, and the cases that a submission has to pass."""
        if samples_only:
            return seed or 0, self._supply.samples(problem)
        if seed is not None:
            return seed, self.tests(problem, seed)
        batch = self._supply.fresh(problem)
        return batch.seed, [*self._supply.samples(problem), *batch.tests]


def _workload() -> float:
    started = time.thread_time()
    numbers = {index: index * 7 % 1009 for index in range(60_000)}
    total = 0
    for index in range(200_000):
        total += numbers[index % 60_000] ^ index
    return time.thread_time() - started
