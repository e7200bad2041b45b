"""The judge: takes a problem and a submission's source, returns a verdict.

This is the sandbox's public face. The caller's process imports neither torch nor the problem's code, and
never runs or even parses a submission; nothing that happens in a submission's process decides the verdict.
"""

from __future__ import annotations

import contextlib
import threading
import time
from typing import Self

from sandbox import conversation, runner, trees, wire
from sandbox import isolation as levels
from sandbox.assess import Finding, Properties, assess, exception
from sandbox.cpp import planting
from sandbox.cpp.compiler import Compiler, CompilerError
from sandbox.errors import ForkServerError, ProblemError
from sandbox.explain import Explainer
from sandbox.isolation import isolation_report
from sandbox.oracle import Test
from sandbox.outcome import describes_exception
from sandbox.problem import CaseResult, CodeLanguage, JudgeResult, Problem, Verdict
from sandbox.supply import Supply

__all__ = ["Judge", "isolation_report"]

SOURCE_BYTES = 100_000
ORACLE_IDLE_SECONDS = 300.0
SERVER_IDLE_SECONDS = 3600.0
"""An interview may be silent for long; starting anew takes a second or two."""
LOAD_SECONDS = 5.0
"""CPU time that loading a submission may take, on the machine on which the problems' time limits were set."""
_LOOK_SECONDS = 30.0
# After a failed case the others still run, for the count, until this much CPU time is spent.
_SECONDS_AFTER_FAILURE = 10.0
_REPLY_BYTES = 1 << 20
# CPU seconds that `_workload` takes on the machine on which the problems' time limits were set.
_NOMINAL_SECONDS = 0.045

_STOPS = {
    conversation.Stop.TIME: (Verdict.TIME_LIMIT, "time"),
    conversation.Stop.MEMORY: (Verdict.MEMORY_LIMIT, "memory"),
    conversation.Stop.OUTPUT: (Verdict.OUTPUT_LIMIT, "output"),
    conversation.Stop.THREADS: (Verdict.RUNTIME_ERROR, "threads"),
    conversation.Stop.CLOSED: (Verdict.RUNTIME_ERROR, "closed"),
    conversation.Stop.GARBAGE: (Verdict.RUNTIME_ERROR, "garbage"),
    conversation.Stop.TOO_LARGE: (Verdict.OUTPUT_LIMIT, "too_large"),
}


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
        run = _Run(self, problem, language, code_language, stop_at_first_failure)
        return run.judge(source, samples_only=samples_only, seed=seed)

    def slowness(self) -> float:
        """How much slower this machine is than the one the time limits were set on: 1 to 4."""
        with self._speed_lock:
            if self._speed is None:
                self._speed = min(max(min(_workload() for _ in range(3)) / _NOMINAL_SECONDS, 1.0), 4.0)
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

    def _child(self, problem: Problem, cases: int) -> conversation.Child:
        cpu_seconds = int((problem.limits.time_s * cases + self.load_seconds) * self.slowness()) + 10
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

    def __init__(
        self, judge: Judge, problem: Problem, language: str, code_language: CodeLanguage, stop_at_failure: bool
    ) -> None:
        self.owner = judge
        self.problem = problem
        self.language = language
        self.code_language = code_language
        self.stop_at_failure = stop_at_failure
        self.library: bytes | None = None
        """The submission, compiled; None for Python."""
        self.seed = 0
        self.started = time.monotonic()
        self.explain = Explainer(problem, "", language)
        self.printed = ""
        self.results: list[CaseResult] = []

    def judge(self, source: str | bytes, *, samples_only: bool, seed: int | None) -> JudgeResult:
        text, unreadable = _as_text(source)
        if unreadable is not None:
            return self.over(unreadable, 0)
        self.explain = Explainer(self.problem, text, self.language)
        total = 0
        try:
            if self.code_language == "cpp" and (finding := self.compile(text)) is not None:
                return self.over(finding, 0)
            self.seed, tests = self.owner._tests(self.problem, seed, samples_only=samples_only)
            total = len(tests)
            finding = self.converse_twice(text, tests)
            if seed is None and not samples_only:
                # Who hands in once often does so again.
                self.owner._supply.prepare(self.problem)
        except (ProblemError, ForkServerError, CompilerError) as error:
            finding = Finding(Verdict.INTERNAL_ERROR, "internal", {"reason": str(error)[:600]})
        except Exception as error:  # noqa: BLE001 - what a submission sends must not end the caller's thread
            reason = f"{type(error).__name__}: {error}"[:600]
            finding = Finding(Verdict.INTERNAL_ERROR, "internal", {"reason": reason})
        return self.over(finding, total)

    def compile(self, source: str) -> Finding | None:
        """Sets `library`, or says what is wrong. Raises CompilerError."""
        if self.problem.cpp is None:
            return Finding(Verdict.REJECTED, "not_in_cpp")
        made = self.owner._compiler.compile(self.problem, source, self.owner.slowness())
        if isinstance(made, Finding):
            return made
        self.library = made
        return None

    def converse_twice(self, source: str, tests: list[Test]) -> Finding | None:
        """`converse`; a second time where a child died only because its fork server did. Raises ForkServerError
        where that happens again.
        """
        server = self.owner._servers[self.problem.flavour]
        for _ in range(2):
            self.results = []
            with self.owner._child(self.problem, len(tests)) as child:
                try:
                    finding = self.converse(child, source, tests)
                finally:
                    self.printed = child.printed[: conversation.PRINTED_BYTES].decode("utf-8", "replace")
                if not (child.was_closed and server.died_under(child)):
                    return finding
        raise ForkServerError("the fork server died while the submission ran, twice")

    def converse(self, child: conversation.Child, source: str, tests: list[Test]) -> Finding | None:
        """Loads the submission and puts the cases to it one by one; a finding where it did not get as far as
        cases.
        """
        problem = self.problem
        largest = max((len(test.want_data) for test in tests), default=0)
        reply_bytes = min(4 * largest + (8 << 20), wire.MAX_BYTES)
        job = {
            "source": source,
            "entry": problem.entry,
            "kind": problem.kind,
            "driver": problem.driver,
            "numpy_errors": list(problem.numpy_errors),
            "given": problem.given,
            "watch": problem.mutation == "forbidden",
            "forbidden": {key: list(value) for key, value in problem.forbidden.model_dump().items()},
            "max_result_bytes": reply_bytes,
        }
        memory = problem.limits.memory_mb << 20
        owner, slowness = self.owner, self.owner.slowness()
        with contextlib.ExitStack() as loading:
            if self.library is not None:
                place = owner._servers[problem.flavour].place
                job |= loading.enter_context(planting.planted(problem, self.library, place))
            reply = child.exchange(job, conversation.Limits(owner.load_seconds * slowness, memory, _REPLY_BYTES))
        if (finding := _loading(reply, problem)) is not None:
            return finding
        limits = conversation.Limits(problem.limits.time_s * slowness, memory, reply_bytes)
        spent, failed = 0.0, False
        with contextlib.ExitStack() as planted:
            asked = self.ask(child, tests[0], limits, planted) if tests else None
            for test, following in zip(tests, [*tests[1:], None], strict=True):
                assert asked is not None
                reply = asked.reply()
                planted.close()
                if reply.stop is None and following is not None:
                    # The child goes on with this one while the last answer is compared.
                    asked = self.ask(child, following, limits, planted)
                found = self.case(test, reply)
                spent += reply.seconds
                failed = failed or found is not None
                if reply.stop is not None or (found is not None and found.key in ("garbage", "memory_error")):
                    break
                if failed and (self.stop_at_failure or spent > _SECONDS_AFTER_FAILURE * slowness):
                    break
        return None

    def ask(
        self, child: conversation.Child, test: Test, limits: conversation.Limits, planted: contextlib.ExitStack
    ) -> conversation.Exchange:
        """Puts a case to the child. planted: takes the folders that are its arguments away again."""
        if not test.has_folder:
            return child.ask([wire.HEADER.pack(len(test.case_data)), test.case_data], limits)
        place = self.owner._servers[self.problem.flavour].place
        return child.ask(wire.frame(planted.enter_context(trees.planted(test.case, place))), limits)

    def case(self, test: Test, reply: conversation.Reply) -> Finding | None:
        """Adds the result of one case."""
        finding: Finding | None
        if reply.stop is not None:
            finding = Finding(*_STOPS[reply.stop], {"printed_kb": conversation.PRINTED_BYTES // 1024})
        else:
            try:
                finding = assess(self.problem, test, reply.value(), self.properties(test))
            except wire.WireError:
                finding = Finding(*_STOPS[conversation.Stop.GARBAGE])
        if finding is not None and self.library is not None:
            finding = planting.in_cpp_words(finding)
        message = "" if finding is None else self.explain.finding(finding, test)
        verdict = Verdict.ACCEPTED if finding is None else finding.verdict
        self.results.append(
            CaseResult(
                name=self.explain.name(test.name), verdict=verdict, seconds=round(reply.seconds, 6), message=message
            )
        )
        return finding

    def properties(self, test: Test) -> Properties | None:
        if self.problem.compare.mode != "properties":
            return None
        return lambda got, want: self.owner._supply.failed_properties(self.problem, test, got, want)

    def over(self, finding: Finding | None, total: int) -> JudgeResult:
        failed = next((result for result in self.results if result.verdict != Verdict.ACCEPTED), None)
        passed = sum(result.verdict == Verdict.ACCEPTED for result in self.results)
        if finding is not None:
            verdict, message = finding.verdict, self.explain.finding(finding)
        elif failed is not None:
            verdict = failed.verdict
            message = self.explain.in_case(self.results.index(failed) + 1, failed.name, failed.message)
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
        # Python takes a file with a byte order mark as it takes one without.
        text = text.removeprefix("\ufeff")
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
    try:
        message = reply.value()
    except wire.WireError:
        message = None
    if not isinstance(message, dict) or not isinstance(message.get("phase"), str):
        return Finding(Verdict.RUNTIME_ERROR, "garbage")
    match message["phase"]:
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
    return Finding(Verdict.RUNTIME_ERROR, "garbage")
