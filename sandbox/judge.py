"""The judge: takes a problem and a submission's source, returns a verdict.

This is the sandbox's public face. The caller's process imports neither torch nor the problem's code, and
never runs or even parses a submission; nothing that happens in a submission's process decides the verdict.
"""

from __future__ import annotations

import threading
import time
from typing import Any, Self

from sandbox import conversation, runner, wire
from sandbox import isolation as levels
from sandbox.assess import Finding, assess, describes_exception, exception
from sandbox.errors import ForkServerError, ProblemError
from sandbox.explain import Explainer
from sandbox.isolation import isolation_report
from sandbox.oracle import Oracle, Test, fresh_seed
from sandbox.problem import CaseResult, JudgeResult, Problem, Verdict

__all__ = ["Judge", "isolation_report"]

SOURCE_BYTES = 100_000
_LOAD_SECONDS = 10.0
_REPLY_BYTES = 1 << 20
# CPU seconds that `_workload` takes on the machine on which the problems' time limits were set.
_NOMINAL_SECONDS = 0.045

_STOPS = {
    conversation.Stop.TIME: (Verdict.TIME_LIMIT, "time"),
    conversation.Stop.MEMORY: (Verdict.MEMORY_LIMIT, "memory"),
    conversation.Stop.OUTPUT: (Verdict.OUTPUT_LIMIT, "output"),
    conversation.Stop.CLOSED: (Verdict.RUNTIME_ERROR, "closed"),
    conversation.Stop.GARBAGE: (Verdict.RUNTIME_ERROR, "garbage"),
    conversation.Stop.TOO_LARGE: (Verdict.OUTPUT_LIMIT, "too_large"),
}


class Judge:
    """Judges submissions; a context manager. Thread-safe, and quickest when one Judge is used for many.

    allow_weak: run submissions even where the machine offers no isolation (also
    MIANJING_ALLOW_WEAK_ISOLATION=1); every result then says so. Fork servers and the oracle start at the
    first submission that needs them.
    """

    def __init__(self, *, allow_weak: bool = False, isolation: levels.Isolation | None = None) -> None:
        self.isolation = isolation or levels.available()
        self._allow_weak = allow_weak
        self._oracle = Oracle()
        self._servers = {flavour: runner.ForkServer(flavour, self.isolation) for flavour in levels.FLAVOURS}
        self._recent: dict[tuple[str, int, bool], list[Test]] = {}
        self._recent_lock = threading.Lock()
        self._speed: float | None = None
        self._speed_lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends all processes of this judge. It may be used again: they start anew."""
        self._oracle.close()
        for server in self._servers.values():
            server.close()

    def warm(self, problem: Problem) -> None:
        """Starts the fork server that a problem needs, so that the first verdict is quick.

        Raises IsolationError where this machine cannot isolate submissions, ForkServerError where starting
        fails.
        """
        levels.require(self.isolation, allow_weak=self._allow_weak)
        self._servers[problem.flavour].start()

    def tests(self, problem: Problem, seed: int = 0, *, samples_only: bool = False) -> list[Test]:
        """The cases of a seed with the reference's outcomes. Raises ProblemError when the problem's code
        fails.
        """
        key = (str(problem.folder), seed, samples_only)
        with self._recent_lock:
            if key in self._recent:
                return self._recent[key]
        tests = self._oracle.tests(problem, seed, samples_only=samples_only)
        with self._recent_lock:
            # The same seed comes twice only when solutions are compared, one after the other.
            self._recent = {key: tests}
        return tests

    def judge(
        self,
        problem: Problem,
        source: str | bytes,
        *,
        samples_only: bool = False,
        language: str = "zh",
        seed: int | None = None,
    ) -> JudgeResult:
        """The verdict on a submission, on fresh random cases unless a seed is given. language: zh or en.

        Raises IsolationError where this machine cannot isolate submissions. Every other failure of the judge
        itself is a result with the verdict internal_error.
        """
        levels.require(self.isolation, allow_weak=self._allow_weak)
        seed = fresh_seed() if seed is None else seed
        run = _Run(self, problem, language, seed)
        return run.judge(source, samples_only=samples_only)

    def slowness(self) -> float:
        """How much slower this machine is than the one the time limits were set on: 1 to 4."""
        with self._speed_lock:
            if self._speed is None:
                self._speed = min(max(min(_workload() for _ in range(3)) / _NOMINAL_SECONDS, 1.0), 4.0)
            return self._speed

    def _child(self, problem: Problem, cases: int) -> conversation.Child:
        cpu_seconds = int((problem.limits.time_s * cases + _LOAD_SECONDS) * self.slowness()) + 10
        return self._servers[problem.flavour].fork(problem.limits.memory_mb << 20, cpu_seconds)


def _workload() -> float:
    started = time.thread_time()
    numbers = {index: index * 7 % 1009 for index in range(60_000)}
    total = 0
    for index in range(200_000):
        total += numbers[index % 60_000] ^ index
    return time.thread_time() - started


class _Run:
    """One judgement."""

    def __init__(self, judge: Judge, problem: Problem, language: str, seed: int) -> None:
        self.owner = judge
        self.problem = problem
        self.language = language
        self.seed = seed
        self.started = time.monotonic()
        self.explain = Explainer(problem, "", language)
        self.printed = ""
        self.results: list[CaseResult] = []

    def judge(self, source: str | bytes, *, samples_only: bool) -> JudgeResult:
        text, unreadable = _as_text(source)
        if unreadable is not None:
            return self.over(unreadable, 0)
        self.explain = Explainer(self.problem, text, self.language)
        total = 0
        try:
            tests = self.owner.tests(self.problem, self.seed, samples_only=samples_only)
            total = len(tests)
            with self.owner._child(self.problem, total) as child:
                try:
                    finding = self.converse(child, text, tests)
                finally:
                    self.printed = child.printed[: conversation.PRINTED_BYTES].decode("utf-8", "replace")
        except (ProblemError, ForkServerError, OSError, wire.WireError) as error:
            finding = Finding(Verdict.INTERNAL_ERROR, "internal", {"reason": str(error)[:600]})
        return self.over(finding, total)

    def converse(self, child: conversation.Child, source: str, tests: list[Test]) -> Finding | None:
        """Loads the submission and puts the cases to it one by one; a finding where it did not get as far as
        cases.
        """
        problem = self.problem
        largest = max(sum(map(len, wire.encode(test.want))) for test in tests)
        reply_bytes = min(4 * largest + (8 << 20), wire.MAX_BYTES)
        job = {
            "source": source,
            "entry": problem.entry,
            "kind": problem.kind,
            "driver": problem.driver,
            "numpy_errors": list(problem.numpy_errors),
            "forbidden": {key: list(value) for key, value in problem.forbidden.model_dump().items()},
            "max_result_bytes": reply_bytes,
        }
        memory = problem.limits.memory_mb << 20
        slowness = self.owner.slowness()
        reply = child.exchange(job, conversation.Limits(_LOAD_SECONDS * slowness, memory, _REPLY_BYTES))
        if (finding := _loading(reply, problem)) is not None:
            return finding
        limits = conversation.Limits(problem.limits.time_s * slowness, memory, reply_bytes)
        for test in tests:
            reply = child.exchange(test.case, limits)
            found = self.case(test, reply)
            if reply.stop is not None or (found is not None and found.key in ("garbage", "memory_error")):
                break
        return None

    def case(self, test: Test, reply: conversation.Reply) -> Finding | None:
        """Adds the result of one case."""
        if reply.stop is not None:
            finding: Finding | None = Finding(*_STOPS[reply.stop], {"printed_kb": conversation.PRINTED_BYTES // 1024})
        else:
            finding = assess(self.problem, test, reply.value)
        message = "" if finding is None else self.explain.finding(finding, test)
        verdict = Verdict.ACCEPTED if finding is None else finding.verdict
        self.results.append(
            CaseResult(name=test.name, verdict=verdict, seconds=round(reply.seconds, 6), message=message)
        )
        return finding

    def over(self, finding: Finding | None, total: int) -> JudgeResult:
        failed = next((result for result in self.results if result.verdict != Verdict.ACCEPTED), None)
        passed = sum(result.verdict == Verdict.ACCEPTED for result in self.results)
        if finding is not None:
            verdict, message = finding.verdict, self.explain.finding(finding)
        elif failed is not None:
            verdict = failed.verdict
            message = self.explain.say("in_case", name=failed.name, text=failed.message)
        elif total == 0 or passed != total:
            verdict = Verdict.INTERNAL_ERROR
            message = self.explain.say("internal", reason="no case was run")
        else:
            verdict, message = Verdict.ACCEPTED, ""
        label = self.owner.isolation.label
        if self.owner.isolation.level == 0:
            label = f"{label}. {self.explain.say('weak')}"
        return JudgeResult(
            slug=self.problem.slug,
            verdict=verdict,
            passed=passed,
            total=total,
            cases=tuple(self.results),
            isolation=label,
            seconds=round(time.monotonic() - self.started, 6),
            message=message,
            seed=self.seed,
            printed=self.printed,
        )


def _as_text(source: str | bytes) -> tuple[str, Finding | None]:
    try:
        text = source.decode("utf-8") if isinstance(source, bytes) else source
        size = len(text.encode("utf-8"))
    except UnicodeError:
        return "", Finding(Verdict.RUNTIME_ERROR, "not_text")
    if size > SOURCE_BYTES:
        return "", Finding(Verdict.REJECTED, "too_long", {"limit_kb": SOURCE_BYTES // 1000})
    return text, None


def _loading(reply: conversation.Reply, problem: Problem) -> Finding | None:
    """What went wrong before the first case; None where the submission is ready."""
    if reply.stop is not None:
        verdict, key = _STOPS[reply.stop]
        return Finding(
            verdict, "load_time" if key == "time" else key, {"printed_kb": conversation.PRINTED_BYTES // 1024}
        )
    message: Any = reply.value if isinstance(reply.value, dict) else {}
    match message.get("phase"):
        case "ready":
            return None
        case "rejected":
            rule, line = message.get("rule"), message.get("line")
            if isinstance(rule, str) and type(line) is int:
                kind, _, name = rule.partition(":")
                key = "rejected_import" if kind == "import" else "rejected_use"
                return Finding(Verdict.REJECTED, key, {"line": line, "name": f"{name[:80]} ({rule[:80]})"})
        case "syntax" | "load" as key if describes_exception(message.get("raised")):
            return exception(message["raised"], key)
        case "entry":
            key = "missing_entry" if message.get("missing") is True else f"wrong_entry_{problem.kind}"
            return Finding(Verdict.RUNTIME_ERROR, key)
        case "lockdown":
            return Finding(Verdict.INTERNAL_ERROR, "internal", {"reason": str(message.get("error"))[:300]})
    return Finding(Verdict.RUNTIME_ERROR, "garbage")
