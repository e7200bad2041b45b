"""Which of a few alternatives suits what a candidate has shown so far. Pure; looks at verdicts, never at words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from bot.ability import Ability, Result, estimate
from bot.planned import PlannedQuestion
from bot.schema import QuestionScore
from sandbox.problem import JudgeResult, Verdict

LEAST_GAIN = 1.0
"""Levels by which an alternative must lie nearer to the candidate's than the planned question, to be asked instead."""
WORTH_OF_PASSING_CASES = 0.5
"""Share of a full answer that code would reach by passing every case but not being accepted."""


def worth_of(result: JudgeResult) -> float | None:
    """What judged code shows, 0 to 1; None where the judge itself failed."""
    if result.verdict is Verdict.INTERNAL_ERROR or not result.total:
        return None
    return 1.0 if result.verdict is Verdict.ACCEPTED else WORTH_OF_PASSING_CASES * result.passed / result.total


def shown_so_far(
    asked: Iterable[PlannedQuestion], scores: Mapping[str, QuestionScore], worths: Mapping[str, float]
) -> Ability:
    """The ability that scores and verdicts show.

    Args:
        worths: Of the best code handed in, by question id.
    """
    results: dict[str, Result] = {}
    for question in asked:
        score = scores.get(question.id)
        share = worths.get(question.id) if question.problem else score.fraction if score is not None else None
        if question.difficulty is not None and share is not None:
            # A follow-up on the same card goes on with the same score, and would count it twice.
            results[question.problem or question.rubric or question.id] = Result(question.difficulty, share)
    return estimate(tuple(results.values()))


def suited(
    planned: PlannedQuestion, reserve: Iterable[PlannedQuestion], asked: Collection[str], ability: Ability
) -> PlannedQuestion:
    """The planned question, or one of the same kind from the reserve that is clearly nearer to the ability.

    A question of the round's own is never given up for a borrowed one.
    """
    if planned.difficulty is None or not ability.is_known:
        return planned
    alternatives = [
        (abs(each.difficulty - ability.level), each)
        for each in reserve
        if each.difficulty is not None
        and each.kind is planned.kind
        and (each.problem is None) == (planned.problem is None)
        and each.id not in asked
        and (planned.borrowed or not each.borrowed)
    ]
    distance, best = min(alternatives, key=lambda pair: pair[0], default=(float("inf"), planned))
    return best if distance + LEAST_GAIN <= abs(planned.difficulty - ability.level) else planned
