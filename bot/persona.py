"""A persona: one company's round as its reports describe it. What it asks in one interview is `bot.plan`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from statistics import fmean

from bot.errors import UnknownCompany, UnknownReport, UnknownRound
from bot.interviewers.facts import PROCESS, subjects_told
from bot.planned import Fact
from corpus.companies import canonical_round, find_company, load_companies, round_names
from corpus.library import Library
from corpus.report import Kind, Question, Remark, Report

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
"""Usual order of the parts of a round. The candidate's own questions come last and are no part of the plan."""
WRITTEN_TEST = "笔试"
"""The round that is done on paper, against the clock; one can be put together for any company."""
USUAL = 3
"""A round that at least so many companies hold can be played for a company of which no report holds a question."""


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
    report: str | None = None
    """File of the one report that it is drawn from; None when it draws on all that cover the round."""

    @property
    def main_questions(self) -> tuple[Question, ...]:
        return tuple(q for q in self.questions if q.follows is None and q.kind is not Kind.REVERSE_QA)

    @property
    def shares(self) -> Mapping[Kind, float]:
        """Share of each kind among the main questions; empty without any."""
        return shares_of_kinds(self.main_questions)

    @property
    def parts(self) -> tuple[Kind, ...]:
        """All kinds in the order in which the round goes through them: as its reports have them on average, those that
        they don't have where they usually stand, though not in front of what they open with.
        """
        places: dict[Kind, list[float]] = {}
        by_report: dict[Hashable, list[Question]] = {}
        for question in self.main_questions:
            by_report.setdefault((question.date, *{source.file for source in question.source}), []).append(question)
        for questions in by_report.values():
            for index, question in enumerate(questions):
                places.setdefault(question.kind, []).append(index / len(questions))
        parts = sorted(places, key=lambda kind: (fmean(places[kind]), ORDER.index(kind)))
        # Where reports tell of several parts, the first of them opens the round, but for an introduction.
        opening = parts[0] if len(parts) > 1 else None
        for before, kind in zip((None, *ORDER), ORDER, strict=False):
            if kind not in parts:
                place = 0 if before is None else parts.index(before) + 1
                earliest = 0 if opening is None or kind is Kind.SELF_INTRO else parts.index(opening) + 1
                parts.insert(max(place, earliest), kind)
        return tuple(parts)


def shares_of_kinds(questions: Iterable[Question]) -> Mapping[Kind, float]:
    """Share of each kind, in the order of a round's parts."""
    counts = Counter(question.kind for question in questions)
    return {kind: counts[kind] / counts.total() for kind in ORDER if counts[kind]}


def resolve_company(library: Library, company: str) -> str:
    """Canonical name of a company as a user wrote it.

    Raises:
        UnknownCompany: it cannot be played; the message lists those that can.
    """
    found = find_company(company)
    name = found.name if found else company
    if name not in library.companies and name not in named_only(library):
        raise UnknownCompany(company, library.companies)
    return name


def resolve(library: Library, company: str, round_name: str) -> tuple[str, str]:
    """Canonical names of a company and round as a user wrote them.

    Raises:
        UnknownCompany, UnknownRound: it cannot be played; the message lists what can.
    """
    name = resolve_company(library, company)
    rounds = (*rounds_to_play(library, name), WRITTEN_TEST)
    canonical = canonical_round(round_name) or round_name
    if canonical not in rounds:
        raise UnknownRound(round_name, rounds)
    return name, canonical


def named_only(library: Library) -> tuple[str, ...]:
    """Companies that the reports name without a question; all they ask is borrowed."""
    return tuple(
        company.name
        for company in load_companies()
        if company.status == "named_only" and company.name not in library.companies
    )


def rounds_to_play(library: Library, company: str) -> tuple[str, ...]:
    """The company's reported rounds; for one that is only named, the rounds that are usual elsewhere."""
    if company in library.companies:
        return library.rounds_of(company)
    holders = Counter(name for other in library.companies for name in library.rounds_of(other))
    return tuple(name for name in round_names()[:-1] if holders[name] >= USUAL)


def reports_of(library: Library, company: str, round_name: str) -> tuple[Report, ...]:
    """The reports that hold questions of the round."""
    return tuple(
        report
        for report in library.reports
        if any((r.company, r.name) == (company, round_name) and r.questions for r in report.rounds)
    )


def build_persona(library: Library, company: str, round_name: str, report: str | None = None) -> Persona:
    """The persona of a company and round, named canonically (see `resolve`).

    Args:
        report: File of the one report to draw on; by default all that cover the round.

    Raises:
        UnknownReport: no report of this name covers the round; the message lists those that do.
    """
    if report is None:
        questions, remarks = library.questions(company, round_name), library.remarks(company, round_name)
    else:
        chosen = [each for each in reports_of(library, company, round_name) if each.file == report]
        if not chosen:
            raise UnknownReport(report, [each.file for each in reports_of(library, company, round_name)])
        alone = Library(chosen)
        questions, remarks = alone.questions(company, round_name), alone.remarks(company, round_name)
    return Persona(
        company=company,
        round=round_name,
        questions=questions,
        remarks=remarks,
        facts=_facts(library, company, round_name),
        report=report,
    )


def _facts(library: Library, company: str, round_name: str) -> tuple[Fact, ...]:
    """What the company's interviewers told candidates, what reports say of the team, and how it went on
    after the round."""
    told = [
        Fact(asked=q.text, text=answer.text, text_en=answer.text_en, source=q.source)
        for q in library.questions(company, kind=Kind.REVERSE_QA)
        for answer in q.answers
    ]
    reported = [
        *(remark for remark in library.remarks(company) if remark.about == "team"),
        *(
            remark
            for remark in library.remarks(company, round_name)
            if remark.about in ("outcome", "note") and subjects_told(remark.text) & PROCESS
        ),
    ]
    return (
        *told,
        *(Fact(asked="", text=r.text, text_en=r.text_en, source=(r.source,)) for r in reported if r.source is not None),
    )
