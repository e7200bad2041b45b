"""Finding one's way among the problems: who asked each, how far one has come, what filters leave, a random one."""

from __future__ import annotations

import random
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, get_args

from bot.data import Data
from bot.errors import BadInput
from bot.schema import Language
from bot.services import Services
from bot.words import words
from corpus.companies import group_of
from corpus.library import Library
from corpus.report import Question, Source
from sandbox.data import Text
from sandbox.derivation import Derivation, load_derivations
from sandbox.drill import Drill, load_drills
from sandbox.problem import AskedBy, Problem, Verdict

Status = Literal["solved", "tried", "untried"]
STATUSES: tuple[Status, ...] = ("solved", "tried", "untried")
Reason = Literal["asked", "group", "topic", "any", "again"]
"""Why a random problem was picked: the company asked it; a company of its group did; it shares topics with what the
company asked; it is one of those left; everything was solved, so it is one to solve again."""
DRILL = "drill"
"""Kind of the arithmetic drills, beside the problems' categories."""
DERIVATION = "derivation"
"""Kind of the derivations in steps."""


class Asked(Data):
    """One place in the reports where a problem was asked for."""

    company: str
    round: str
    """Empty where neither problem nor report names it."""
    date: str | None
    source: Source
    question: str | None
    """Id of the question in the corpus, where it has one at this place."""


class Row(Data):
    """One problem, variant, drill or derivation of the list."""

    slug: str
    title: Text
    kinds: tuple[str, ...]
    """Its category first, then cpp where it may be solved in C++ too; or drill; or derivation."""
    difficulty: int | None
    """1 to 5; None for drills and derivations."""
    topics: tuple[str, ...]
    asked: tuple[Asked, ...]
    status: Status | None
    """None for drills and derivations, which are new each time."""
    parent: str | None = None
    """Slug of the problem that it is a variant of."""
    searched: str
    """What words are looked for in, folded."""


class Wanted(Data):
    """Which rows to show; what is empty does not filter."""

    company: str = ""
    round: str = ""
    topic: str = ""
    difficulty: int | None = None
    kind: str = ""
    status: str = ""
    words: str = ""


class Picked(Data):
    """A problem that chance chose, and why this one."""

    row: Row
    reason: Reason


def status_of(verdicts: Iterable[Verdict]) -> Status:
    """How far one has come; a failure of the judge says nothing."""
    counted = set(verdicts) - {Verdict.INTERNAL_ERROR}
    if Verdict.ACCEPTED in counted:
        return "solved"
    return "tried" if counted else "untried"


def rows_of(services: Services) -> tuple[Row, ...]:
    """All problems with their variants after them, easy ones first, then the drills and the derivations."""
    verdicts = services.store.verdicts()
    rows = {
        problem.slug: _problem_row(problem, asked(services, problem), status_of(verdicts.get(problem.slug, ())))
        for problem in services.problems.values()
    }
    ordered = sorted(rows.values(), key=lambda row: _place(row, rows))
    drills = (_fresh_row(drill, DRILL, services.library) for drill in load_drills().values())
    derivations = (_fresh_row(found, DERIVATION, services.library) for found in load_derivations().values())
    return (*ordered, *drills, *derivations)


def _place(row: Row, rows: Mapping[str, Row]) -> tuple[int, str, str]:
    """Variants come right after their problem, which sorts by difficulty and slug."""
    head = rows.get(row.parent or "", row)
    return (head.difficulty or 0, head.slug, "" if head is row else row.slug)


def asked(services: Services, problem: Problem) -> tuple[Asked, ...]:
    """Where a problem was asked for: questions of the corpus that set it, and what else the problem's file names."""
    library = services.library
    found = [
        _asked_in(question, question.source[0])
        for question in map(library.by_id.__getitem__, services.asked_by(problem.slug))
        if question.problem == problem.slug and question.source
    ]
    return (*found, *_asked_besides(problem.asked_by, found, library))


def _asked_in(question: Question, source: Source) -> Asked:
    return Asked(
        company=question.company, round=question.round, date=question.date, source=source, question=question.id
    )


def _asked_besides(named: Sequence[AskedBy], found: Sequence[Asked], library: Library) -> list[Asked]:
    """Places that a problem's or drill's file names, without those that are known already."""
    known = {
        (source.file, source.line)
        for each in found
        if (question := library.by_id.get(each.question or "")) is not None
        for source in question.source
    }
    return [
        Asked(
            company=each.company,
            round=each.round or "",
            date=each.date,
            source=Source(file=each.file, line=each.line),
            question=None,
        )
        for each in named
        if (each.file, each.line) not in known
    ]


def _problem_row(problem: Problem, places: tuple[Asked, ...], status: Status) -> Row:
    kinds = dict.fromkeys((problem.category, "cpp") if problem.cpp is not None else (problem.category,))
    parent = problem.parent.name if problem.parent is not None else None
    return Row(
        slug=problem.slug,
        title=problem.title,
        kinds=tuple(kinds),
        difficulty=problem.difficulty,
        topics=problem.topics,
        asked=places,
        status=status,
        parent=parent,
        searched=_folded(" ".join((problem.slug, problem.title.zh, problem.title.en, problem.entry, *problem.topics))),
    )


def _fresh_row(drill: Drill | Derivation, kind: str, library: Library) -> Row:
    return Row(
        slug=drill.slug,
        title=drill.title,
        kinds=(kind,),
        difficulty=None,
        topics=tuple(topic for topic in drill.topics if topic.isascii()),
        asked=tuple(_asked_besides(drill.asked_by, (), library)),
        status=None,
        searched=_folded(" ".join((drill.slug, drill.title.zh, drill.title.en, *drill.topics))),
    )


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def filtered(rows: Iterable[Row], wanted: Wanted) -> tuple[Row, ...]:
    """The rows that fit. A variant is asked by whom its problem is asked by."""
    rows = tuple(rows)
    sought = _folded(wanted.words).split()
    askers = {row.slug: row.asked for row in rows}

    def fits(row: Row) -> bool:
        places = (*row.asked, *askers.get(row.parent or "", ()))
        return (
            wanted.topic in ("", *row.topics)
            and wanted.difficulty in (None, row.difficulty)
            and wanted.kind in ("", *row.kinds)
            and wanted.status in ("", row.status)
            and all(word in row.searched for word in sought)
            and (not (wanted.company or wanted.round) or any(_asked_by(place, wanted) for place in places))
        )

    return tuple(row for row in rows if fits(row))


def _asked_by(place: Asked, wanted: Wanted) -> bool:
    return wanted.company in ("", place.company) and wanted.round in ("", place.round)


def choices(rows: Iterable[Row]) -> dict[str, Counter[str]]:
    """What one can filter by, with how many rows each leaves: company, topic, difficulty, kind, status."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in ("company", "topic", "difficulty", "kind", "status")}
    for row in rows:
        counts["company"].update({place.company for place in row.asked})
        counts["topic"].update(row.topics)
        counts["kind"].update(row.kinds)
        counts["difficulty"].update([str(row.difficulty)] if row.difficulty else ())
        counts["status"].update([row.status] if row.status else ())
    return counts


def random_row(rows: Iterable[Row], wanted: Wanted, source: random.Random | None = None) -> Picked:
    """One problem at random, not solved yet, in the style of the wanted company: one that it asked; else one that
    its group asked, else one that shares most topics with what it asked, else any; else a solved one.

    Args:
        wanted: Every filter but `status` holds; company and round are a style, not a filter.

    Raises:
        BadInput: the other filters leave no problem.
    """
    source = source or random.Random()  # noqa: S311 - what to practise is no secret
    rows = tuple(row for row in rows if row.status is not None)
    left = filtered(rows, wanted.model_copy(update={"company": "", "round": "", "status": ""}))
    if not left:
        raise BadInput("没有符合这些条件的编程题 (no problem fits these filters)；请放宽条件 (choose fewer filters)")
    in_style = wanted.model_copy(update={"status": ""})
    for reason, candidates in _tiers(rows, left, in_style):
        if candidates:
            return Picked(row=source.choice(candidates), reason=reason)
    again = filtered(left, in_style) or left
    return Picked(row=source.choice(again), reason="again")


def _tiers(rows: Sequence[Row], left: Sequence[Row], wanted: Wanted) -> Iterable[tuple[Reason, Sequence[Row]]]:
    """What is not solved, nearest to the company first."""
    fresh = [row for row in left if row.status != "solved"]
    if wanted.company:
        yield "asked", [row for row in filtered(left, wanted) if row.status != "solved"]
        group = {company.name for company in group_of(wanted.company)}
        yield "group", [row for row in fresh if any(place.company in group for place in row.asked)]
        usual = Counter(topic for row in filtered(rows, Wanted(company=wanted.company)) for topic in row.topics)
        shared = {row.slug: sum(usual[topic] for topic in row.topics) for row in fresh}
        most = max(shared.values(), default=0)
        yield "topic", [row for row in fresh if most and shared[row.slug] == most]
    elif wanted.round:
        yield "asked", [row for row in filtered(left, wanted) if row.status != "solved"]
    yield "any", fresh


def as_reason(written: str) -> Reason | None:
    """A reason as it stands in an address; None where it is none."""
    return next((reason for reason in get_args(Reason) if reason == written), None)


def why_picked(reason: Reason, company: str | None, language: Language) -> str:
    """The reason as a sentence. company: as it is to be shown; None where no company was wanted."""
    if company is None and reason != "again":
        return words("picked_random", language)
    return words(f"picked_{reason}", language, company=company)
