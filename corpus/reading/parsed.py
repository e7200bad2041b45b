"""What reading a report gives: the report, what was left out and why, and how questions get their ids."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import NamedTuple

from pydantic import Field

from corpus.companies import UNKNOWN_SLUG, find_company
from corpus.report import Record, Report, Source


class Skipped(Record):
    """A place of a report that was not taken over."""

    file: str
    line: int = Field(ge=1)
    """Counted from 1."""
    reason: str


class ParsedReport(NamedTuple):
    """A report, and what of its file is not in it."""

    report: Report
    skipped: list[Skipped]


def question_id(company: str, round_name: str, date: str | None, source: Iterable[Source], text: str) -> str:
    """`<company slug>-<12 hex digits>`; the same facts give the same id wherever they stand in a file."""
    found = find_company(company)
    sources = ",".join(str(place) for place in source)
    facts = "|".join((company, round_name, date or "", sources, text))
    digest = hashlib.sha256(facts.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return f"{found.slug if found else UNKNOWN_SLUG}-{digest}"
