"""What a candidate can know of a round before it starts, each part with what it rests on.

Parts of the round, length, manner and what has to be borrowed; what it asks in one interview is `bot.plan`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

from bot.manner import speech
from bot.persona import Persona
from bot.plan import plan_round
from bot.planned import Fact, Manner, PlannedQuestion
from corpus.companies import group_of
from corpus.library import Library
from corpus.report import Kind, Remark

Lender = Literal["own", "group", "others"]
"""Whom a question is borrowed from: other rounds of the company, companies of its group, any other."""


@dataclass(frozen=True)
class Segment:
    """A part of the round as its reports have it."""

    kind: Kind
    questions: int
    """Main questions; what follows up on them is not counted."""
    share: float


@dataclass(frozen=True)
class Borrowed:
    """Questions of a kind that the round's reports hold too few of."""

    kind: Kind
    lender: Lender
    questions: int


@dataclass(frozen=True)
class Portrait:
    segments: tuple[Segment, ...]
    """In the order the round goes through them; empty where no report holds a question of it."""
    coding: int
    """Coding tasks in the reports, those that follow up on another question included."""
    questions: int
    """Main questions that an interview of this program will ask."""
    minutes: int
    """How long that takes, by the number of questions."""
    told: tuple[Remark, ...]
    """Remarks that tell how long the round took."""
    manner: tuple[Remark, ...]
    """Remarks on how its interviewers behave."""
    speech: tuple[Manner, ...]
    """How the interviewer will speak; plainly where it is empty."""
    team: tuple[Fact, ...]
    """What interviewers of any of its rounds told candidates, and what reports say of the team."""
    borrowed: tuple[Borrowed, ...]


def minutes_told(remarks: Sequence[Remark]) -> int | None:
    """Median length of the round where reports tell it."""
    told = [remark.minutes for remark in remarks if remark.minutes is not None]
    return round(median(told)) if told else None


def portray(persona: Persona, library: Library, problems: Collection[str]) -> Portrait:
    """The portrait of a persona.

    Args:
        problems: Slugs of the coding problems that the judge has.
    """
    counts = Counter(question.kind for question in persona.main_questions)
    # Which questions are borrowed differs from interview to interview, how many of which kind does not.
    plan = plan_round(persona, library, problems=problems, seed=0, language="zh")
    borrowed = Counter((q.kind, _lender(q, persona)) for q in plan.questions if q.borrowed)
    return Portrait(
        segments=tuple(
            Segment(kind, counts[kind], persona.shares[kind]) for kind in persona.parts if kind in persona.shares
        ),
        coding=sum(question.kind is Kind.CODING for question in persona.questions),
        questions=len(plan.questions),
        minutes=plan.minutes,
        told=tuple(remark for remark in persona.remarks if remark.minutes is not None),
        manner=tuple(remark for remark in persona.remarks if remark.about == "manner" or remark.shows),
        speech=speech(persona.remarks),
        team=persona.facts,
        borrowed=tuple(Borrowed(kind, lender, count) for (kind, lender), count in borrowed.items()),
    )


def _lender(question: PlannedQuestion, persona: Persona) -> Lender:
    if question.company == persona.company:
        return "own"
    group = {company.name for company in group_of(persona.company)}
    return "group" if question.company in group else "others"
