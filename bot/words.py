"""What the program says outside the interviewer's mouth, in both languages."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from bot.datafile import read_datafile
from bot.schema import Language
from rubrics.schema import Text


class Texts:
    """The texts of one file, by key, in both languages."""

    def __init__(self, file: Path) -> None:
        self._file = file

    @cached_property
    def _texts(self) -> dict[str, Text]:
        return read_datafile(self._file, dict[str, Text])

    def __call__(self, key: str, language: Language, **names: object) -> str:
        """The text under a key, with names filled in.

        Raises:
            KeyError: there is no such text, or it needs a name that was not given.
        """
        return self._texts[key].in_language(language).format(**names)

    def get(self, key: str, language: Language) -> str | None:
        """The text under a key, or None where there is none."""
        found = self._texts.get(key)
        return found.in_language(language) if found else None


words = Texts(Path(__file__).with_name("words.yaml"))


def enumerated(sentences: Iterable[str], language: Language) -> str:
    """Sentences as one list in running text: their full stops give way to semicolons."""
    return ("; " if language == "en" else "；").join(sentence.rstrip("。. ") for sentence in sentences)
