"""An answer as words that can be compared with other sentences: things, and poles such as 大 and 小.

A pole is a word that turns a statement round when its opposite takes its place (`antonyms.yaml`); a negation in
front of it swaps its end. What the words of a card are compared with is covered in `bot.scorers.reversal`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from bot.datafile import read_datafile
from bot.scorers.reading import Reading, Span
from bot.scorers.text import CJK
from corpus.glossary import Term, concepts_in
from corpus.phrases import Phrases

ANTONYMS_FILE = Path(__file__).with_name("antonyms.yaml")
_RUN = re.compile(rf"[{CJK}]+|[a-z0-9]+")
_ENDINGS = ("ing", "ed", "es", "s")
_SHORTEST_STEM = 4


class Axis(BaseModel):
    """Words at the two ends of one scale."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    one: tuple[Term, ...]
    other: tuple[Term, ...]


class _AntonymFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    axes: dict[str, Axis]
    neither: tuple[Term, ...]


class Word(NamedTuple):
    """A thing, or one end of an axis."""

    key: tuple[str, int]
    """Glossary concept, stem of a Latin word or pair of Chinese characters, and 0; for a pole its axis, and 1 or -1."""
    span: Span
    """In the spoken text."""
    clause: int
    is_negated: bool
    """For a thing; a negation has swapped the end of a pole already."""

    @property
    def name(self) -> str:
        return self.key[0]

    @property
    def is_pole(self) -> bool:
        return self.key[1] != 0


class Antonyms:
    """The axes, ready to be found in a text."""

    def __init__(self, file: _AntonymFile) -> None:
        self.ends: dict[str, tuple[str, int]] = {}
        self.phrases = Phrases()
        for word in file.neither:
            self.phrases.add(word, "")
        for name, axis in file.axes.items():
            for end, words in ((1, axis.one), (-1, axis.other)):
                meaning = f"±{name}{end:+}"
                self.ends[meaning] = (f"±{name}", end)
                for word in words:
                    self.phrases.add(word, meaning)


@lru_cache(maxsize=4)
def load_antonyms(file: Path = ANTONYMS_FILE) -> Antonyms:
    """Read and check the axes; cached. Raises BadInput, which names file and key."""
    return Antonyms(read_datafile(file, _AntonymFile, words=True))


def words_of(reading: Reading) -> list[Word]:
    """Everything an answer says, in order, small words left out."""
    antonyms = load_antonyms()
    view = reading.plain
    rest = list(view.text)
    # 更快 is a concept, acceleration, and yet first of all the end of a scale.
    poles = {(start, end) for meaning, start, end in antonyms.phrases.find(view.text) if meaning in antonyms.ends}
    found = [
        (match.start, match.end, f"={match.concept}", 0)
        for match in concepts_in(view.text)
        if (match.start, match.end) not in poles
    ]
    for start, end, _, _ in found:
        rest[start:end] = "\n" * (end - start)
    text = "".join(rest)
    for meaning, start, end in antonyms.phrases.find(text):
        if (pole := antonyms.ends.get(meaning)) is not None:
            found.append((start, end, *pole))
            rest[start:end] = "\n" * (end - start)
    text = reading.cues.glue.sub(lambda small: "\n" * len(small[0]), "".join(rest))
    for run in _RUN.finditer(text):
        found += _things(run)
    words = []
    for start, end, name, pole_end in sorted(found):
        span = view.span(start, end)
        clause = reading.outline.clause_at(span[0])
        turned = clause in reading.negators and _turns(reading, span) % 2 == 1
        key = (name, -pole_end if turned else pole_end)
        words.append(Word(key, span, clause, turned and not pole_end))
    return words


def _turns(reading: Reading, span: Span) -> int:
    """Negations that reach a word and are no part of it."""
    return sum(each.end <= span[0] for each in reading.negators_of(span[0]))


def _things(run: re.Match[str]) -> list[tuple[int, int, str, int]]:
    text, start = run[0], run.start()
    if not text.isascii():
        return [(start + at, start + at + 2, text[at : at + 2], 0) for at in range(len(text) - 1)]
    return [(start, run.end(), _stem(text), 0)]


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


def by_clause(words: list[Word]) -> dict[int, list[Word]]:
    """Words of every clause that has some, in order."""
    clauses: dict[int, list[Word]] = {}
    for word in words:
        clauses.setdefault(word.clause, []).append(word)
    return clauses
