"""What became of a written test, question by question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.data import Data
from bot.schema import AnyEvent, Finished, Language, Move, Said, Scorecard, Started
from bot.written.clock import deadline
from sandbox.problem import Problem

OPENING = (Move.HAND_OUT, Move.ASK, Move.HAND_OVER_CODE)


class PaperLine(Data):
    """One question of a paper, and what was made of it."""

    number: int
    """As it stands on the paper, from 1."""
    id: str
    title: str
    problem: str | None
    """Slug; None for a short question."""
    verdict: str | None = None
    """The best verdict; None for a short question and where nothing was handed in."""
    passed: int = 0
    total: int = 0
    attempts: int = 0
    fraction: float | None = None
    """Of a short question; None where it is unscored."""
    minutes: float
    """How long it lay open in all."""


def paper_lines(
    events: Sequence[AnyEvent], card: Scorecard, problems: Mapping[str, Problem], language: Language
) -> tuple[PaperLine, ...]:
    """The paper's questions in order; nothing for a round that is no written test."""
    started = next(event for event in events if isinstance(event, Started))
    if started.plan.paper is None:
        return ()
    minutes = minutes_spent(events)
    judged = {problem.slug: problem for problem in card.problems}
    answered = {question.id: question for question in card.questions}
    lines = []
    for number, question in enumerate(started.plan.questions, start=1):
        problem = problems.get(question.problem or "")
        code, words = judged.get(question.problem or ""), answered.get(question.id)
        lines.append(
            PaperLine(
                number=number,
                id=question.id,
                title=problem.title.in_language(language) if problem else question.said,
                problem=question.problem,
                verdict=code.verdict if code else None,
                passed=code.passed if code else 0,
                total=code.total if code else 0,
                attempts=code.attempts if code else 0,
                fraction=words.fraction if words else None,
                minutes=round(minutes.get(question.id, 0.0), 1),
            )
        )
    return tuple(lines)


def minutes_spent(events: Sequence[AnyEvent]) -> Mapping[str, float]:
    """How long each question lay open, in minutes, by its id; no longer than the test."""
    started = next(event for event in events if isinstance(event, Started))
    ends = deadline(started)
    spent: dict[str, float] = {}
    current: str | None = None
    since = started.at

    def leave(at: datetime) -> None:
        at = min(at, ends) if ends is not None else at
        if current is not None:
            spent[current] = spent.get(current, 0.0) + max(0.0, (at - since).total_seconds() / 60)

    for event in events:
        if isinstance(event, Said) and event.move in OPENING:
            leave(event.at)
            current, since = event.question, event.at
    if any(isinstance(event, Finished) for event in events):
        leave(events[-1].at)
    return spent
