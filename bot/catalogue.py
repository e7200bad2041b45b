"""What there is to practise: companies, questions and problems, as rows for the commands and the pages."""

from __future__ import annotations

from collections.abc import Collection

from bot.data import Data
from bot.manner import speech
from bot.planned import Manner
from bot.portrait import minutes_told
from corpus.companies import load_companies
from corpus.library import Library
from corpus.report import Kind, Question, Source
from sandbox.problem import Problem


class RoundRow(Data):
    round: str
    questions: int
    coding: int
    """How many of them are coding tasks."""
    dates: tuple[str, ...]
    minutes: int | None = None
    """How long it took, where reports tell."""
    manner: tuple[Manner, ...] = ()
    """How its interviewers speak, where reports tell; the best supported first."""


class CompanyRow(Data):
    company: str
    company_en: str
    aliases: tuple[str, ...]
    rounds: tuple[RoundRow, ...]
    questions: int
    outcome: str | None
    """How the reported interviews ended, where the reports say."""
    status: str
    """interviewed, or named_only when no report of ours holds a question."""


class QuestionRow(Data):
    id: str
    company: str
    round: str
    date: str | None
    kind: str
    topics: tuple[str, ...]
    text: str
    text_en: str
    follows: str | None
    source: tuple[Source, ...]
    rubric: str | None
    problem: str | None
    """Only where the judge has the problem."""


class ProblemRow(Data):
    slug: str
    title: dict[str, str]
    category: str
    kind: str
    entry: str
    signature: str
    asked_by: tuple[dict[str, object], ...]
    status: str
    """solved, tried or untried."""


def company_rows(library: Library) -> tuple[CompanyRow, ...]:
    """All companies: those with most questions first, then those that are only known by name."""
    known = {company.name: company for company in load_companies()}
    by_size = sorted(library.companies, key=lambda name: -len(library.questions(name)))
    names = tuple(dict.fromkeys((*by_size, *known)))
    return tuple(
        CompanyRow(
            company=name,
            company_en=known[name].name_en if name in known else name,
            aliases=known[name].aliases if name in known else (),
            rounds=tuple(_round_row(library, name, round_name) for round_name in library.rounds_of(name)),
            questions=len(library.questions(name)),
            outcome="；".join(dict.fromkeys(r.outcome for r in library.reports if r.company == name and r.outcome))
            or None,
            status="interviewed" if name in library.companies else "named_only",
        )
        for name in names
    )


def _round_row(library: Library, company: str, round_name: str) -> RoundRow:
    asked = library.questions(company, round_name)
    remarks = library.remarks(company, round_name)
    return RoundRow(
        round=round_name,
        questions=len(asked),
        coding=sum(question.kind is Kind.CODING for question in asked),
        dates=tuple(dict.fromkeys(question.date for question in asked if question.date)),
        minutes=minutes_told(remarks),
        manner=speech(remarks),
    )


def question_row(question: Question, problems: Collection[str]) -> QuestionRow:
    return QuestionRow(
        id=question.id,
        company=question.company,
        round=question.round,
        date=question.date,
        kind=question.kind.value,
        topics=question.topics,
        text=question.text,
        text_en=question.text_en,
        follows=question.follows,
        source=question.source,
        rubric=question.rubric,
        problem=question.problem if question.problem in problems else None,
    )


def problem_row(problem: Problem, status: str) -> ProblemRow:
    return ProblemRow(
        slug=problem.slug,
        title=problem.title.model_dump(),
        category=problem.category,
        kind=problem.kind,
        entry=problem.entry,
        signature=problem.signature,
        asked_by=tuple(asked.model_dump() for asked in problem.asked_by),
        status=status,
    )
