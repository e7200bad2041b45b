"""Services that many interviews are held with at little cost: what was judged or scored before is known."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bot.config import Settings
from bot.persona import named_only, rounds_to_play
from bot.schema import AnyEvent, QuestionScore, Started
from bot.scorers.lexical import LexicalScorer
from bot.services import Services
from corpus.library import Library, shipped_reports
from rubrics.schema import Rubric
from sandbox.problem import JudgeResult, Problem, Verdict


class KnownVerdicts:
    """The judge's verdicts on shipped solutions without running them again: `tests/sandbox/test_problems.py` proves
    that every one is what the name of its file says.
    """

    def judge(self, problem: Problem, code: str, **_: object) -> JudgeResult:
        right = any(code == file.read_text("utf-8") for file in (problem.folder / "solutions").glob("right_*.py"))
        return JudgeResult(
            slug=problem.slug,
            verdict=Verdict.ACCEPTED if right else Verdict.WRONG_ANSWER,
            passed=10 if right else 5,
            total=10,
            cases=(),
            isolation="none",
            seconds=0,
        )

    def close(self) -> None:
        """Nothing was opened."""


class KeptInMemory:
    """A store without a disk, which is `test_store.py`'s business, and takes a quarter of the time."""

    def __init__(self) -> None:
        self._events: dict[str, list[AnyEvent]] = {}

    def create(self, interview_id: str, started: Started) -> None:
        self._events[interview_id] = [started]

    def append(self, interview_id: str, number: int, event: AnyEvent) -> None:
        assert number == len(self._events[interview_id])
        self._events[interview_id].append(event)

    def load(self, interview_id: str) -> tuple[AnyEvent, ...]:
        return tuple(self._events[interview_id])

    def close(self) -> None:
        """Nothing was opened."""


class OnceAnAnswer(LexicalScorer):
    """The scorer, which need not read the same answer by the same card twice: rounds share many cards."""

    def __init__(self, rubrics: Mapping[str, Rubric]) -> None:
        super().__init__(rubrics)
        self._known: dict[tuple[str, ...], QuestionScore] = {}

    def score(
        self,
        rubric: Rubric | str,
        answer: str,
        question_text: str = "",
        turn_id: int | None = None,
        *,
        question_id: str = "",
        language: str = "zh",
    ) -> QuestionScore:
        assert isinstance(rubric, Rubric)
        key = (rubric.slug, answer, language)
        if key not in self._known:
            self._known[key] = super().score(rubric, answer, question_text, language=language)
        known = self._known[key]
        criteria = tuple(c.model_copy(update={"turn": turn_id if c.evidence else None}) for c in known.criteria)
        return known.model_copy(update={"question_id": question_id, "criteria": criteria})


def opened(folder: Path, *, on_disk: bool = False) -> Services:
    """Services whose judge and scorer know what they judged and scored before. on_disk: with the real store."""
    services = Services(Settings(data=folder))
    services.__dict__ |= {"judge": KnownVerdicts(), "scorer": OnceAnAnswer(services.rubrics)}
    if not on_disk:
        services.__dict__["store"] = KeptInMemory()
    return services


def rounds() -> list[tuple[str, str]]:
    """All companies with all rounds that can be played."""
    library = Library(shipped_reports())
    return [(c, r) for c in (*library.companies, *named_only(library)) for r in rounds_to_play(library, c)]
