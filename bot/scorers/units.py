"""The content of a text as units with places: glossary concepts, Latin words and numbers, pairs of Chinese characters.

Small words (`stopwords` in cues.yaml) are none. What a unit is worth is `Rarity`'s business: how few of the rubric
cards use it.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from bot.scorers.cues import CueFinder
from bot.scorers.text import CJK, View, fold, is_cjk, plain, spoken
from corpus.glossary import concepts_in

_RUNS = re.compile(rf"[{CJK}]+|[a-z0-9.]+|[α-ω]+")
_ALIKE = 0.6
"""Share of common letter pairs from which two Latin words are forms, or misspellings, of one."""
_SAME = 0.8
"""Share from which they count as one word."""
_SAME_BEGINNING = 2
"""Letters that forms of one word begin with alike, so that "iterative" is no "alternative"."""
_SHORTEST_WORD = 4
"""Shorter words are the same or they are not."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit and where it stands in the spoken text."""

    text: str
    start: int
    end: int


def units_in(view: View, cues: CueFinder) -> list[Unit]:
    """The units of a folded text, in order; see `bot.scorers.text`."""
    text = list(view.text)
    found: list[Unit] = []
    for match in concepts_in(view.text):
        found.append(Unit(f"={match.concept}", *view.span(match.start, match.end)))
        text[match.start : match.end] = "\n" * (match.end - match.start)
    for small in cues.stopwords.finditer("".join(text)):
        text[small.start() : small.end()] = "\n" * (small.end() - small.start())
    for run in _RUNS.finditer("".join(text)):
        if is_cjk(run[0][0]):
            # A single character left between small words is one, too.
            found += [
                Unit(run[0][at : at + 2], *view.span(run.start() + at, run.start() + at + 2))
                for at in range(len(run[0]) - 1)
            ]
        elif word := run[0].strip("."):
            start = run.start() + run[0].index(word)
            found.append(Unit(word, *view.span(start, start + len(word))))
    return sorted(found, key=lambda unit: unit.start)


def units_of(text: str, cues: CueFinder) -> list[Unit]:
    """The units of a text that nobody reads otherwise."""
    return units_in(plain(fold(spoken(text))), cues)


@lru_cache(maxsize=65536)
def likeness(one: str, other: str) -> float:
    """1 for the same unit and for Latin words that differ in an ending or a slip; the share of letter pairs that two
    words have in common where it is smaller but not small (insert, insertion: .77); else 0.

    Source: L. R. Dice, Ecology 26 (1945), 297–302.
    """
    if one == other:
        return 1.0
    if min(len(one), len(other)) < _SHORTEST_WORD or not (one.isascii() and other.isascii()) or "=" in one + other:
        return 0.0
    if one[:_SAME_BEGINNING] != other[:_SAME_BEGINNING]:
        return 0.0
    left, right = Counter(pairwise(one)), Counter(pairwise(other))
    share = 2 * (left & right).total() / (left.total() + right.total())
    return 1.0 if share >= _SAME else share if share >= _ALIKE else 0.0


class Rarity:
    """What units are worth: ln((1 + n) / (1 + df)) / ln(1 + n), df of n background texts using the unit.

    Source: K. Spärck Jones, Journal of Documentation 28 (1972), 11–21, scaled so that what no text uses is worth 1.
    """

    def __init__(self, background: Iterable[str], cues: CueFinder) -> None:
        used: Counter[str] = Counter()
        texts = list(background)
        for text in texts:
            used.update({unit.text for unit in units_of(text, cues)})
        self._used, self._number = used, len(texts)

    def of(self, unit: str) -> float:
        if not self._number:
            return 1.0
        return math.log((1 + self._number) / (1 + self._used[unit])) / math.log(1 + self._number)
