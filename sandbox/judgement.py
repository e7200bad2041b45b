"""One judgement: loads a submission into a child, puts the cases to it, and makes a result of what comes back.

Nothing that the child says is believed; see sandbox/README.md.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from dataclasses import dataclass

from sandbox import conversation, trees, wire
from sandbox.assess import Finding, Properties, assess, exception
from sandbox.cpp import planting
from sandbox.cpp.compiler import Compiler, CompilerError
from sandbox.errors import ForkServerError, ProblemError
from sandbox.explain import Explainer
from sandbox.isolation import Isolation
from sandbox.oracle import Test
from sandbox.outcome import describes_exception
from sandbox.problem import CaseResult, CodeLanguage, JudgeResult, Problem, Verdict
from sandbox.runner import ForkServer
from sandbox.supply import Supply

SOURCE_BYTES = 100_000
# After a failed case the others still run, for the count, until this much CPU time is spent.
_SECONDS_AFTER_FAILURE = 10.0
_REPLY_BYTES = 1 << 20

_STOPS = {
    conversation.Stop.TIME: (Verdict.TIME_LIMIT, "time"),
    conversation.Stop.MEMORY: (Verdict.MEMORY_LIMIT, "memory"),
    conversation.Stop.OUTPUT: (Verdict.OUTPUT_LIMIT, "output"),
    conversation.Stop.THREADS: (Verdict.RUNTIME_ERROR, "threads"),
    conversation.Stop.CLOSED: (Verdict.RUNTIME_ERROR, "closed"),
    conversation.Stop.GARBAGE: (Verdict.RUNTIME_ERROR, "garbage"),
    conversation.Stop.TOO_LARGE: (Verdict.OUTPUT_LIMIT, "too_large"),
}


@dataclass(frozen=True)
class Means:
    """What a judgement works with; the judge's, shared by all of them."""

    isolation: Isolation
    server: ForkServer
    """For the packages of the problem."""
    supply: Supply
    compiler: Compiler
    slowness: float
    """See `Judge.slowness`."""
    load_seconds: float
    """See `Judge`."""
    tests: Callable[[], tuple[int, list[Test]]]
    """The seed, and the cases that the submission has to pass. Raises ProblemError."""


class Judgement:
    """One submission for one problem; to be used once."""

    def __init__(
        self, means: Means, problem: Problem, language: str, code_language: CodeLanguage, stop_at_failure: bool
    ) -> None:
        self.means = means
        self.problem = problem
        self.language = language
        self.code_language = code_language
        self.stop_at_failure = stop_at_failure
        self.library: bytes | None = None
        """The submission, compiled; None for Python."""
        self.patience = max(means.slowness, 1.0)
        """By how much the limits grow that only protect this machine."""
        self.seed = 0
        self.started = time.monotonic()
        self.explain = Explainer(problem, "", language)
        self.printed = ""
        self.results: list[CaseResult] = []

    def judge(self, source: str | bytes) -> JudgeResult:
        """The verdict; a failure of the judge itself is one, too."""
        text, unreadable = _as_text(source)
        if unreadable is not None:
            return self.over(unreadable, 0)
        self.explain = Explainer(self.problem, text, self.language)
        total = 0
        try:
            if self.code_language == "cpp" and (finding := self.compile(text)) is not None:
                return self.over(finding, 0)
            self.seed, tests = self.means.tests()
            total = len(tests)
            finding = self.converse_twice(text, tests)
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
        made = self.means.compiler.compile(self.problem, source, self.patience)
        if isinstance(made, Finding):
            return made
        self.library = made
        return None

    @property
    def pace(self) -> float:
        """By how much the problem's time limit grows, or shrinks on a machine that is quicker than the one it was set
        on, where the naive way would be quick enough. Arrays and compiled code get no less: what they wait for is
        memory, and that doesn't get quicker with the interpreter.
        """
        in_python = self.library is None and not self.problem.forbidden.allow
        return self.means.slowness if in_python else self.patience

    def converse_twice(self, source: str, tests: list[Test]) -> Finding | None:
        """`converse`; a second time where a child died only because its fork server did. Raises ForkServerError
        where that happens again.
        """
        server, limits = self.means.server, self.problem.limits
        cpu_seconds = int((limits.time_s * len(tests) + self.means.load_seconds) * self.patience) + 10
        for _ in range(2):
            self.results = []
            with server.fork(limits.memory_mb << 20, cpu_seconds) as child:
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
        with contextlib.ExitStack() as loading:
            if self.library is not None:
                place = self.means.server.place
                job |= loading.enter_context(planting.planted(problem, self.library, place))
            reply = child.exchange(
                job, conversation.Limits(self.means.load_seconds * self.patience, memory, _REPLY_BYTES)
            )
        if (finding := _loading(reply, problem)) is not None:
            return finding
        limits = conversation.Limits(problem.limits.time_s * self.pace, memory, reply_bytes)
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
                if failed and (self.stop_at_failure or spent > _SECONDS_AFTER_FAILURE * self.patience):
                    break
        return None

    def ask(
        self, child: conversation.Child, test: Test, limits: conversation.Limits, planted: contextlib.ExitStack
    ) -> conversation.Exchange:
        """Puts a case to the child. planted: takes the folders that are its arguments away again."""
        if not test.has_folder:
            return child.ask([wire.HEADER.pack(len(test.case_data)), test.case_data], limits)
        place = self.means.server.place
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
        return lambda got, want: self.means.supply.failed_properties(self.problem, test, got, want)

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
        label = self.means.isolation.label
        if self.means.isolation.level == 0:
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
