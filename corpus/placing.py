"""Putting the parts of a report under another company, round or file name, after it was read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from corpus.companies import UNKNOWN_COMPANY, UNKNOWN_ROUND, canonical_round, find_company, round_names
from corpus.errors import CorpusError
from corpus.reading.parsed import question_id
from corpus.report import Question, Report, Round, Source

LONGEST_NAME = 60


class Place(NamedTuple):
    """Where a part of a report belongs."""

    company: str
    round: str


def place_of(company: str, round_name: str) -> Place:
    """The place that people mean by these names; blank means unknown. A company may be new.

    Raises:
        CorpusError: the company's name is too long, or the round is none of ours.
    """
    name = " ".join(unicodedata.normalize("NFKC", re.sub(r"[\x00-\x1f\x7f]", " ", company)).split())
    if len(name) > LONGEST_NAME:
        raise CorpusError(f"公司名超过 {LONGEST_NAME} 字 (company name longer than {LONGEST_NAME} characters): {name}")
    found = find_company(company) or find_company(name)
    asked = round_name.strip()
    canonical = canonical_round(asked) if asked else UNKNOWN_ROUND
    if canonical is None and asked != UNKNOWN_ROUND:
        raise CorpusError(f"没有这个轮次 (no such round): {asked}；可选 (choose one of): {'、'.join(round_names())}")
    return Place(found.name if found else name or UNKNOWN_COMPANY, canonical or UNKNOWN_ROUND)


def placed(report: Report, places: Mapping[int, Place], file: str | None = None) -> Report:
    """The report with some of its rounds elsewhere. Ids of the questions that move are made anew.

    places: where rounds belong, by their index in `report.rounds`; the others stay.
    file: another name for the report and for the sources that name it.
    """
    name = file or report.file
    if name == report.file and all(
        place == (report.rounds[index].company, report.rounds[index].name) for index, place in places.items()
    ):
        return report
    ids: dict[str, str] = {}
    taken: set[str] = set()
    rounds: list[Round] = []
    for index, round_ in enumerate(report.rounds):
        place = places.get(index, Place(round_.company, round_.name))
        questions = []
        for question in round_.questions:
            moved = _moved(question, place, report.file, name)
            # Two parts under one place may hold the same line twice.
            if moved.id not in taken:
                questions.append(moved)
            taken.add(moved.id)
            ids[question.id] = moved.id
        rounds.append(
            round_.model_copy(update={"company": place.company, "name": place.round, "questions": tuple(questions)})
        )
    companies = {round_.company for round_ in rounds}
    return report.model_copy(
        update={
            "file": name,
            "company": companies.pop() if report.company and len(companies) == 1 else report.company,
            "rounds": tuple(_with_parents(round_, ids) for round_ in rounds),
        }
    )


def _moved(question: Question, place: Place, before: str, after: str) -> Question:
    source = tuple(Source(file=after, line=cited.line) if cited.file == before else cited for cited in question.source)
    return question.model_copy(
        update={
            "id": question_id(place.company, place.round, question.date, source, question.text),
            "company": place.company,
            "round": place.round,
            "source": source,
        }
    )


def _with_parents(round_: Round, ids: Mapping[str, str]) -> Round:
    questions = tuple(
        question.model_copy(update={"follows": ids.get(question.follows or "", question.follows)})
        for question in round_.questions
    )
    return round_.model_copy(update={"questions": questions})
