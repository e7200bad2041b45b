"""A persona: one company's round as its reports describe it. What it asks in one interview is `bot.plan`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from bot.errors import UnknownCompany, UnknownRound
from bot.schema import Fact
from corpus.companies import canonical_round, find_company
from corpus.library import Library
from corpus.report import Kind, Question, Remark

ORDER = (
    Kind.SELF_INTRO,
    Kind.RESUME_PROJECT,
    Kind.FUNDAMENTALS,
    Kind.SYSTEMS_TOOLS,
    Kind.MATH_DRILL,
    Kind.BRAIN_TEASER,
    Kind.OPEN_QUESTION,
    Kind.HR,
    Kind.CODING,
)
"""Order of the parts of a round. The candidate's own questions come last and are no part of the plan."""


@dataclass(frozen=True)
class Persona:
    """What the reports hold of one company's round."""

    company: str
    round: str
    questions: tuple[Question, ...]
    """All of the round's questions, reports in order."""
    remarks: tuple[Remark, ...]
    facts: tuple[Fact, ...] = ()
    """What its interviewers told candidates, and what reports say of the team."""

    @property
    def main_questions(self) -> tuple[Question, ...]:
        return tuple(q for q in self.questions if q.follows is None and q.kind is not Kind.REVERSE_QA)

    @property
    def shares(self) -> Mapping[Kind, float]:
        """Share of each kind among the main questions."""
        counts = Counter(question.kind for question in self.main_questions)
        return {kind: counts[kind] / counts.total() for kind in ORDER if counts[kind]}


def resolve(library: Library, company: str, round_name: str) -> tuple[str, str]:
    """Canonical names of a company and round as a user wrote them.

    Raises:
        UnknownCompany, UnknownRound: no report of ours holds a question of theirs; the message lists
            those there are.
    """
    found = find_company(company)
    name = found.name if found else company
    if name not in library.companies:
        raise UnknownCompany(company, library.companies)
    rounds = library.rounds_of(name)
    canonical = canonical_round(round_name) or round_name
    if canonical not in rounds:
        raise UnknownRound(round_name, rounds)
    return name, canonical


def build_persona(library: Library, company: str, round_name: str) -> Persona:
    """The persona of a company and round, named canonically (see `resolve`)."""
    return Persona(
        company=company,
        round=round_name,
        questions=library.questions(company, round_name),
        remarks=library.remarks(company, round_name),
        facts=_facts(library, company),
    )


def _facts(library: Library, company: str) -> tuple[Fact, ...]:
    """What the company's interviewers told candidates, and what reports say of the team."""
    told = [
        Fact(asked=q.text, text=answer.text, text_en="", source=q.source)
        for q in library.questions(company, kind=Kind.REVERSE_QA)
        for answer in q.answers
    ]
    team = [
        Fact(asked="", text=remark.text, text_en=remark.text_en, source=(remark.source,))
        for remark in library.remarks(company)
        if remark.about == "team" and remark.source is not None
    ]
    return (*told, *team)
