"""The texts of the pages in both languages, and companies, rounds and dimensions by the names shown."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from bot.schema import Language
from bot.words import Texts
from corpus.companies import find_company
from corpus.report import Report
from rubrics.load import load_dimensions
from rubrics.schema import Text

text = Texts(Path(__file__).with_name("words.yaml"))


def company_name(company: str, language: Language) -> str:
    """A company as readers of a language know it; a company of users' own reports keeps its name."""
    found = find_company(company) if language == "en" else None
    return found.name_en if found else text.get(f"company_{company}", language) or company


def report_name(report: Report) -> str:
    """A report as readers tell it from others of the same round."""
    return " · ".join(str(part) for part in (report.team, report.season, report.year) if part) or report.file


def round_name(name: str, language: Language) -> str:
    """A round in a language; a round nobody translated keeps its name."""
    return text.get(f"round_{name}", language) or name


def flag_text(flag: str, language: Language) -> str:
    """A scorer's flag in words; a flag nobody translated keeps its name."""
    return text.get(f"flag_{flag}", language) or flag


@cache
def _dimension_titles() -> dict[str, Text]:
    return {dimension.name.value: dimension.title for dimension in load_dimensions()}


def dimension_title(name: str, language: Language) -> str:
    """A dimension's title; its bare name where the rubrics no longer have it."""
    known = _dimension_titles().get(name)
    return known.in_language(language) if known else name


def path(page: str, language: Language) -> str:
    """Address of a page ("", "review", "corpus") in a language."""
    return f"/en/{page}" if language == "en" else f"/{page}"
