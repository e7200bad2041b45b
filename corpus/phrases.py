"""Finding any of thousands of phrases in a text, with blanks and hyphens as people happen to write them.

Works on text that `corpus.glossary.normalize` returned. What the phrases mean is up to the caller.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import product
from typing import NamedTuple

_DEPTH = 5
_TABLE_BITS = 18

_GAPS = dict.fromkeys(map(ord, "\t\n\r-_\u2010\u2011\u2012\u2013\u2014"), " ")
_GAP = re.compile(r"[\s\-_\u2010-\u2014]+")
_WIDE_GAP = re.compile(r"(?<! ) {2,3}(?! )")
"""What is more than three characters wide separates for good."""
_SCRIPT_CHANGE = re.compile(r"(?<=[a-z0-9+#])(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])(?=[a-z0-9])")
_WORD = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")


class Match(NamedTuple):
    """A phrase found in normalised text."""

    concept: str
    """What the phrase stands for."""
    start: int
    """First character, counted in the normalised text."""
    end: int
    """One past the last character."""


def pieces(phrase: str) -> list[str]:
    """The parts of a normalised phrase between which a text may put a blank, a hyphen, or nothing."""
    return [piece for part in _GAP.split(phrase) for piece in _SCRIPT_CHANGE.split(part) if piece]


def spellings(phrase: str) -> list[str]:
    """A normalised phrase with and without each of its gaps."""
    parts = pieces(phrase)
    return [
        "".join(part + gap for part, gap in zip(parts, (*gaps, ""), strict=True))
        for gaps in product((" ", ""), repeat=len(parts) - 1)
    ]


class Phrases:
    """Phrases and what each stands for. Add all, then find; finding costs little where no phrase begins."""

    def __init__(self) -> None:
        self._meaning: dict[str, str] = {}

    def add(self, phrase: str, meaning: str) -> list[str]:
        """Add a normalised phrase in all its spellings, which are returned."""
        spelled = spellings(phrase)
        for spelling in spelled:
            self._meaning[spelling] = meaning
        return spelled

    @cached_property
    def _longer(self) -> dict[str, tuple[int, ...]]:
        """How long the phrases are that begin with these `_DEPTH` characters, longest first."""
        found: dict[str, set[int]] = {}
        for spelling in self._meaning:
            if len(spelling) >= _DEPTH:
                found.setdefault(spelling[:_DEPTH], set()).add(len(spelling))
        return {opening: tuple(sorted(lengths, reverse=True)) for opening, lengths in found.items()}

    @cached_property
    def _openings(self) -> _Openings:
        return _Openings(self._meaning)

    def get(self, spelling: str) -> str | None:
        """What a phrase in exactly this spelling stands for."""
        return self._meaning.get(spelling)

    def find(self, normalized: str) -> Iterator[Match]:
        """Phrases in a text: leftmost first, longest first, none overlapping.

        A Latin end of a phrase must be the end of a word; a Chinese end may stand anywhere.
        """
        text = normalized.translate(_GAPS)
        if "  " not in text:
            return self._find(text)
        narrow = _WIDE_GAP.sub(" ", text)
        places: list[int] = []
        at = 0
        for gap in _WIDE_GAP.finditer(text):
            places += range(at, gap.start() + 1)
            at = gap.end()
        places += range(at, len(text) + 1)
        # A phrase never ends in a blank, so the place of its last character tells its end.
        return (Match(found, places[start], places[end - 1] + 1) for found, start, end in self._find(narrow))

    def _find(self, text: str) -> Iterator[Match]:
        free, size = 0, len(text)
        for start, depth in self._openings.found_in(text):
            if start < free:
                continue
            for length in (depth,) if depth < _DEPTH else self._longer.get(text[start : start + _DEPTH], ()):
                end = start + length
                meaning = self._meaning.get(text[start:end]) if end <= size else None
                if meaning is not None and (text[end - 1] not in _WORD or text[end : end + 1] not in _WORD):
                    yield Match(meaning, start, end)
                    free = end
                    break


class _Openings:
    """Where in a text a phrase may begin, by its first characters: nearly all of a text is ruled out at once."""

    def __init__(self, phrases: Iterable[str]) -> None:
        import numpy as np

        from corpus.checksums import stretches

        self._is_word = np.array([chr(code) in _WORD for code in range(128)])
        # A table for phrases of one character, of two, and so on, by a checksum of their first ones.
        self._may_begin = np.zeros((_DEPTH, 1 << _TABLE_BITS), np.bool_)
        for opening in {phrase[:_DEPTH] for phrase in phrases}:
            place = stretches(opening, len(opening))[-1][0] >> (32 - _TABLE_BITS)
            self._may_begin[len(opening) - 1, place] = True

    def found_in(self, text: str) -> Iterator[tuple[int, int]]:
        """Places, first to last, each with how many characters a phrase has that may begin there, most first.

        `_DEPTH` stands for as many or more. A checksum may deceive: the phrase need not be there.
        """
        import numpy as np

        from corpus.checksums import stretches

        may_begin = np.empty((len(text), _DEPTH), np.bool_)
        for depth, sums in enumerate(stretches(text, _DEPTH), 1):
            may_begin[:, -depth] = self._may_begin[depth - 1][sums >> (32 - _TABLE_BITS)]
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        in_word = self._is_word[np.minimum(codes, 127)]
        may_begin[1:][in_word[1:] & in_word[:-1]] = False
        places, order = may_begin.nonzero()
        return zip(places.tolist(), (_DEPTH - order).tolist(), strict=True)
