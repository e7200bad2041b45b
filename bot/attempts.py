"""Code outside interviews: run on the samples, which counts for nothing, or handed in, which is an attempt on disk."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime

from bot.errors import UnknownProblem
from bot.schema import Language
from bot.services import Services
from bot.store import Attempt, storable
from sandbox.errors import SandboxError
from sandbox.problem import CodeLanguage, JudgeResult, Problem


def problem_named(services: Services, slug: str) -> Problem:
    """The problem, or variant, with this slug.

    Raises:
        UnknownProblem: there is none; names those that are spelt alike.
    """
    problem = services.problems.get(slug)
    if problem is None:
        raise UnknownProblem(slug, [known for known in services.problems if slug and slug[:3] in known][:10])
    return problem


def try_samples(
    services: Services, slug: str, code: str, code_language: CodeLanguage, language: Language
) -> JudgeResult:
    """Runs code on the samples only; nothing is recorded. Raises as `hand_in`."""
    problem = problem_named(services, slug)
    return services.judge.judge(problem, code, samples_only=True, language=language, code_language=code_language)


def hand_in(services: Services, slug: str, code: str, code_language: CodeLanguage, language: Language) -> JudgeResult:
    """Judges code on all cases and records the attempt.

    Raises:
        UnknownProblem: there is no such problem.
        IsolationError: this machine cannot isolate submissions.
        MianjingError: the database cannot be written to.
    """
    problem, code = problem_named(services, slug), storable(code)
    result = services.judge.judge(problem, code, language=language, code_language=code_language)
    services.store.record(
        Attempt(
            slug=slug,
            at=datetime.now(UTC),
            code_language=code_language,
            verdict=result.verdict,
            passed=result.passed,
            total=result.total,
            seed=result.seed,
            code=code,
        )
    )
    return result


def warm_judge(services: Services, problems: Iterable[Problem], code_language: CodeLanguage = "python") -> None:
    """Starts the judge while the candidate reads on; failures show when code is handed in."""
    wanted = tuple(problems)

    def warm() -> None:
        with suppress(SandboxError):
            for problem in wanted:
                services.judge.warm(problem, code_language)

    if wanted:
        threading.Thread(target=warm, name="warm-judge", daemon=True).start()
