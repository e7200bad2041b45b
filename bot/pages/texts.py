"""The texts of the pages in both languages, and companies, rounds and dimensions by the names shown."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml
from pydantic import TypeAdapter

from bot.schema import Language
from corpus.companies import find_company
from rubrics.load import load_dimensions
from rubrics.schema import Text

TEXTS = Path(__file__).with_name("words.yaml")


@cache
def _load() -> dict[str, Text]:
    return TypeAdapter(dict[str, Text]).validate_python(yaml.safe_load(TEXTS.read_text(encoding="utf-8")))


def text(key: str, language: Language, **names: object) -> str:
    """The text under a key of `bot/pages/words.yaml`, with names filled in.

    Raises:
        KeyError: there is no such text, or it needs a name that was not given.
    """
    return _load()[key].in_language(language).format(**names)


def company_name(company: str, language: Language) -> str:
    """A company as readers of a language know it; a company of users' own reports keeps its name."""
    found = find_company(company) if language == "en" else None
    return found.name_en if found else company


def round_name(name: str, language: Language) -> str:
    """A round in a language; a round nobody translated keeps its name."""
    known = _load().get(f"round_{name}")
    return known.in_language(language) if known else name


def flag_text(flag: str, language: Language) -> str:
    """A scorer's flag in words; a flag nobody translated keeps its name."""
    known = _load().get(f"flag_{flag}")
    return known.in_language(language) if known else flag


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
