"""What the program says outside the interviewer's mouth, in both languages."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import yaml
from pydantic import TypeAdapter

from bot.schema import Language
from rubrics.schema import Text

WORDS = Path(__file__).with_name("words.yaml")


@cache
def _load() -> dict[str, Text]:
    return TypeAdapter(dict[str, Text]).validate_python(yaml.safe_load(WORDS.read_text(encoding="utf-8")))


def words(key: str, language: Language, **names: object) -> str:
    """The text under a key of `words.yaml`, with names filled in.

    Raises:
        KeyError: there is no such text, or it needs a name that was not given.
    """
    return _load()[key].in_language(language).format(**names)


def enumerated(sentences: Iterable[str], language: Language) -> str:
    """Sentences as one list in running text: their full stops give way to semicolons."""
    return ("; " if language == "en" else "；").join(sentence.rstrip("。. ") for sentence in sentences)
