"""Building a report when somebody else says what each line is: a person, or a language model.

Only roles and places come from outside; every word of the report still comes from the file's own lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from pydantic import Field

from corpus.companies import UNKNOWN_COMPANY, UNKNOWN_ROUND, canonical_round, find_company_in, round_in
from corpus.errors import ParseError
from corpus.reading.dates import is_date
from corpus.reading.decode import MAX_LINE
from corpus.reading.drafts import Builder, Draft
from corpus.reading.parsed import ParsedReport
from corpus.reading.split import split_item
from corpus.reading.structure import answer_of, date_in, item_of, note_of, plain
from corpus.report import Kind, Record


class Role(StrEnum):
    """What a line of a report is."""

    COMPANY = "company"
    ROUND = "round"
    QUESTION = "question"
    FOLLOW_UP = "follow_up"
    ANSWER = "answer"
    REMARK = "remark"
    SKIP = "skip"


class OutlineLine(Record):
    """What one line is. Company, round and date hold from here on until another line says otherwise."""

    line: int = Field(ge=1)
    """Counted from 1."""
    role: Role
    company: str | None = None
    """Name or alias; a heading that leaves it out names the company in its own text."""
    round: str | None = None
    date: str | None = None
    follows_line: int | None = Field(default=None, ge=1)
    """For a follow-up or an answer: line of the question that it belongs to. Default: the question before it."""
    kind: Kind | None = None


Outline = Sequence[OutlineLine]


def build_outlined(lines: list[str], file: str, outline: Outline) -> ParsedReport:
    """The report that the outline describes.

    Lines without a role, and lines that can't be what the outline says, are listed as Skipped.

    Raises:
        ParseError: a line number is outside of the file, given twice or out of order.
    """
    _check_order(lines, file, outline)
    builder = Builder(file)
    place = _OutlinedPlace()
    asked: dict[int, Draft] = {}
    last: Draft | None = None
    by_line = {entry.line: entry for entry in outline}
    for number, line in enumerate(lines, 1):
        entry = by_line.get(number)
        if not line.strip():
            continue
        if entry is None or entry.role is Role.SKIP:
            builder.skip(number, "大纲没有采用 (left out by the outline)")
            continue
        if len(line) > MAX_LINE:
            builder.skip(number, f"一行超过 {MAX_LINE} 个字符 (line longer than {MAX_LINE} characters)")
            continue
        place.enter(entry, line)
        parent = asked.get(entry.follows_line) if entry.follows_line else last
        if entry.follows_line and parent is None:
            builder.skip(
                number,
                f"所属的第 {entry.follows_line} 行不是前面的问题 (line {entry.follows_line} is no question before it)",
            )
        if entry.role is Role.ROUND:
            builder.heading(place.company, place.round, place.date, number)
        elif entry.role in (Role.QUESTION, Role.FOLLOW_UP):
            main: Draft | None = None
            for piece in split_item(_content(line)):
                above = main or (parent if entry.role is Role.FOLLOW_UP else None)
                draft = builder.question(place.company, place.round, place.date, piece.text, number, above, None)
                if draft is None:
                    continue
                draft.kind = entry.kind
                draft.answers += piece.answers
                draft.notes += piece.notes
                main = main or draft
            if main:
                asked[number] = last = main
        elif entry.role is Role.ANSWER and parent:
            parent.answers.append(_content(line))
        elif entry.role is Role.REMARK:
            builder.remark(place.company, place.round, place.date, _content(line), number)
    return builder.build(None)


class _OutlinedPlace:
    def __init__(self) -> None:
        self.company = UNKNOWN_COMPANY
        self.round = UNKNOWN_ROUND
        self.date: str | None = None

    def enter(self, entry: OutlineLine, line: str) -> None:
        named = entry.company or (_content(line) if entry.role is Role.COMPANY else None)
        if named:
            found = find_company_in(named)
            company = found.name if found else named[:40]
            if company != self.company:
                self.round, self.date = UNKNOWN_ROUND, None
            self.company = company
        told = entry.round or (_content(line) if entry.role is Role.ROUND else None)
        if told:
            self.round = canonical_round(told) or round_in(told) or UNKNOWN_ROUND
            if entry.role is Role.ROUND:
                self.date = date_in(line, None)
        if entry.date and is_date(entry.date):
            self.date = entry.date


def _check_order(lines: list[str], file: str, outline: Outline) -> None:
    before = 0
    for entry in outline:
        if entry.line > len(lines):
            raise ParseError(
                f"大纲说到第 {entry.line} 行，文件只有 {len(lines)} 行 "
                f"(the outline names line {entry.line}, the file has {len(lines)})",
                file=file,
                line=entry.line,
            )
        if entry.line <= before:
            raise ParseError(
                f"大纲里第 {entry.line} 行排在第 {before} 行之后 "
                f"(in the outline, line {entry.line} comes after {before})",
                file=file,
                line=entry.line,
            )
        before = entry.line


def _content(line: str) -> str:
    """The line's text without marks of headings, items, answers and notes."""
    bare = re.sub(r"^\s*(?:#{1,6}\s*|>\s?)", "", line)
    for inner in (answer_of(bare), note_of(bare)):
        if inner:
            return plain(inner)
    item = item_of(bare)
    return plain(item.text if item else bare)
