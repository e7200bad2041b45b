"""The level of each dimension, with a band: a few answers place nobody exactly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean

from bot.agenda import QUESTIONS_CARD
from bot.planned import PlannedQuestion
from bot.schema import AnyEvent, DimensionScore, Language, QuestionScore, ScoredProblem, ScoredQuestion
from bot.scorecard.communication import manners
from bot.scorecard.honesty import honesty
from bot.state import State
from bot.words import enumerated, words
from rubrics.schema import DimensionName, Rubric
from sandbox.problem import Verdict

LEVEL_STARTS = (0.0, 0.2, 0.4, 0.6, 0.8)
"""Fraction from which levels 1 to 5 begin."""
SPREAD_OF_ONE_ANSWER = 0.3
"""Half-width of a dimension's band, as a fraction, when it rests on one answer; 1/√n of it for n answers."""


def level_of(fraction: float) -> int:
    """The level, 1 to 5, that a fraction falls in."""
    # 0.7 − 0.3 is a little less than 0.4 to a computer.
    return sum(round(fraction, 9) >= start for start in LEVEL_STARTS)


@dataclass(frozen=True)
class Levels:
    """The levels that an interview shows.

    Args:
        cards: Those that `scored` questions were scored by, by id of the question.
        asked: All questions that were put, in order.
        scored: The scored ones; of several on one concept the last.
        judged: The problems that count.
    """

    events: Sequence[AnyEvent]
    state: State
    language: Language
    rubrics: Mapping[str, Rubric]
    cards: Mapping[str, Rubric]
    asked: Sequence[PlannedQuestion]
    scored: Sequence[ScoredQuestion]
    judged: Sequence[ScoredProblem]

    def _say(self, key: str, **names: object) -> str:
        return words(key, self.language, **names)

    def of(self, name: DimensionName) -> DimensionScore:
        """What the interview shows of a dimension; without a level where it shows nothing."""
        match name:
            case DimensionName.HONESTY:
                return honesty(self.events, self.language)
            case DimensionName.CODING:
                return self._coding()
            case DimensionName.COMMUNICATION:
                return self._communication()
        rated = self._rated(name)
        fractions = [q.fraction for q in rated if q.fraction is not None]
        told = [self._say("dimension_scored", count=len(rated), percent=round(fmean(fractions) * 100))] if rated else []
        quotes = [c.evidence for q in rated for c in q.criteria if c.evidence]
        asked_back = self.state.scores.get(QUESTIONS_CARD)
        if name is DimensionName.OUTLOOK and asked_back is not None and asked_back.fraction is not None:
            fractions.append(asked_back.fraction)
            told.append(self._say("dimension_asked_back", percent=round(asked_back.fraction * 100)))
            quotes += [c.evidence for c in asked_back.criteria if c.evidence]
        if talks := self._talks_about_code(name):
            fractions += [talk.fraction for talk in talks if talk.fraction is not None]
            told.append(self._say("dimension_talk", count=len(talks)))
            quotes += [c.evidence for talk in talks for c in talk.criteria if c.evidence]
        return self._levelled(name, fractions, max(quotes, key=len, default=None), told)

    def _talks_about_code(self, name: DimensionName) -> list[QuestionScore]:
        """What was said about coding tasks beside the code; no part of what the tasks are worth."""
        on_code = [q for q in self.asked if q.problem is not None or q.builds_on is not None]
        scores = [self.state.scores[q.id] for q in on_code if q.id in self.state.scores]
        return [s for s in scores if (card := self.rubrics.get(s.rubric or "")) and card.dimension is name]

    def _rated(self, name: DimensionName) -> list[ScoredQuestion]:
        return [q for q in self.scored if (card := self.cards.get(q.id)) and card.dimension is name]

    def _coding(self) -> DimensionScore:
        """By what the verdicts say of the behaviour that the levels name; nothing a verdict says reaches the fifth."""
        talked = self._rated(DimensionName.CODING)
        fractions = [_middle_of(_level_of_code(p)) for p in self.judged]
        fractions += [q.fraction for q in talked if q.fraction is not None]
        accepted = sum(p.verdict == Verdict.ACCEPTED for p in self.judged)
        told = [self._say("dimension_code", count=len(self.judged), accepted=accepted)] if self.judged else []
        if hints := sum(p.hints for p in self.judged):
            told.append(self._say("hints_taken", count=hints))
        if talked:
            told.append(self._say("dimension_code_talk", count=len(talked)))
        quotes = [c.evidence for q in talked for c in q.criteria if c.evidence]
        return self._levelled(DimensionName.CODING, fractions, max(quotes, key=len, default=None), told)

    def _communication(self) -> DimensionScore:
        """By how answers were given, and by cards on telling of oneself."""
        given = manners(self.events)
        rated = self._rated(DimensionName.COMMUNICATION)
        fractions = [_middle_of(each.level) for each in given]
        fractions += [q.fraction for q in rated if q.fraction is not None]
        told = []
        if given:
            counts = {
                "count": len(given),
                "at_once": sum(each.to_the_point for each in given),
                "structured": sum(each.structured for each in given),
                "illustrated": sum(each.illustrated for each in given),
                "brief": sum(each.level == 2 for each in given),
                "off": sum(each.off_the_point for each in given),
            }
            told.append(self._say("dimension_manner", **counts))
        if rated:
            told.append(self._say("dimension_telling", count=len(rated)))
        # The words to show are those that are most like the whole.
        level = level_of(fmean(fractions)) if fractions else 0
        nearest = min(given, key=lambda each: abs(each.level - level), default=None)
        return self._levelled(DimensionName.COMMUNICATION, fractions, nearest.quote if nearest else None, told)

    def _levelled(
        self, name: DimensionName, fractions: Sequence[float], evidence: str | None, told: Sequence[str]
    ) -> DimensionScore:
        if not fractions:
            return DimensionScore(dimension=name, reason=self._say("dimension_not_asked"))
        fraction = fmean(fractions)
        spread = SPREAD_OF_ONE_ANSWER / sqrt(len(fractions))
        band = level_of(max(0.0, fraction - spread)), level_of(min(1.0, fraction + spread))
        reason = enumerated(told, self.language)
        return DimensionScore(dimension=name, level=level_of(fraction), band=band, evidence=evidence, reason=reason)


def _level_of_code(problem: ScoredProblem) -> int:
    """The level of *coding* whose behaviour a verdict shows."""
    if problem.verdict == Verdict.ACCEPTED:
        return 2 if problem.hints else 3 if problem.attempts > 1 else 4
    return 2 if problem.passed else 1


def _middle_of(level: int) -> float:
    """The fraction in the middle of a level."""
    return (level - 0.5) / len(LEVEL_STARTS)
