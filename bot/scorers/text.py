"""An answer as text to search in, and the way back to the words that were really said.

`spoken` is what evidence is cut from: NFKC, without format characters. A `View` of it is folded for matching
(case, blanks around Chinese, hyphens, ways of writing a number) and maps every place back. Clauses and
meaning are covered elsewhere.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

CJK = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Han characters, for a regular expression's class."""

_IS_CJK = re.compile(f"[{CJK}]")
_QUOTES = {"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u201c": '"', "\u201d": '"'}
_BREAKS = frozenset("\n\r\u2028\u2029\x0b\x0c\x85")
_NUMBER = re.compile(
    r"(?<![\w.])(?P<grouped>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d*\.?\d+)"
    r"(?P<exponent>e[+-]?\d{1,2})?(?P<percent> ?%)?(?![\d])",
    re.ASCII,
)


def spoken(text: str) -> str:
    """The text that evidence is quoted from: NFKC without format characters (zero-width blanks, direction
    marks)."""
    composed = unicodedata.normalize("NFKC", text)
    if composed.isascii():
        return composed
    visible = "".join(char for char in composed if unicodedata.category(char) != "Cf")
    return unicodedata.normalize("NFKC", visible)


@lru_cache(maxsize=16384)
def is_cjk(char: str) -> bool:
    """Whether a character is Han."""
    return "\u2e80" <= char <= "\uffdc" and _IS_CJK.match(char) is not None


@dataclass(frozen=True, slots=True)
class View:
    """Folded text and where each of its characters stands in the spoken text."""

    text: str
    starts: tuple[int, ...]
    """Per character: where the spoken characters begin that it stands for."""
    ends: tuple[int, ...]
    """Per character: where they end, exclusive."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Place in the spoken text of the folded characters from `start` to `end` (exclusive, not empty)."""
        return self.starts[start], self.ends[end - 1]


def fold(said: str) -> View:
    """Casefolded, one kind of quote, blanks as one blank and none beside Chinese characters. Line breaks
    stay."""
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    pending = -1
    for at, char in enumerate(said):
        if char in _BREAKS:
            folded = "\n"
        elif char.isspace():
            if pending < 0:
                pending = at
            continue
        else:
            folded = _QUOTES.get(char) or char.casefold()
        if pending >= 0:
            before = chars[-1] if chars else "\n"
            if folded != "\n" and before != "\n" and not is_cjk(before) and not is_cjk(folded[0]):
                chars.append(" ")
                starts.append(pending)
                ends.append(at)
            pending = -1
        for each in folded:
            chars.append(each)
            starts.append(at)
            ends.append(at + 1)
    return View("".join(chars), tuple(starts), tuple(ends))


def plain(view: View) -> View:
    """For terms: hyphens and underscores inside words become blanks, × between numbers becomes x, and numbers
    get
    one spelling (.7, 0.70 and 70% are 0.7)."""
    text = re.sub(r"(?<=[a-z0-9])[-_\u2010-\u2015](?=[a-z])|(?<=[a-z])[-_\u2010-\u2015](?=[a-z0-9])", " ", view.text)
    text = re.sub(r"(?<=\d)[×✕*](?=\d)", "x", text)
    if not any(char.isdigit() for char in text):
        return View(text, view.starts, view.ends)
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for found in _NUMBER.finditer(text):
        spelled = _spell(found)
        if spelled == found[0]:
            continue
        parts += [text[done : found.start()], spelled]
        starts += view.starts[done : found.start()]
        ends += view.ends[done : found.start()]
        first, last = view.span(found.start(), found.end())
        starts += [first] * len(spelled)
        ends += [last] * len(spelled)
        done = found.end()
    parts.append(text[done:])
    return View("".join(parts), (*starts, *view.starts[done:]), (*ends, *view.ends[done:]))


def _spell(found: re.Match[str]) -> str:
    digits = found["grouped"].replace(",", "")
    if len(digits) > 15 or not ("." in digits or found["exponent"] or found["percent"] or "," in found["grouped"]):
        return found[0]
    value = float(digits + (found["exponent"] or ""))
    if found["percent"]:
        value /= 100
    if value != 0 and not 1e-9 < value < 1e15:
        return found[0]
    return f"{value:.12f}".rstrip("0").rstrip(".")


def plain_term(term: str) -> str:
    """A term of a card, folded the way `plain` folds an answer."""
    return plain(fold(spoken(term).strip())).text.strip()


def weight(text: str) -> float:
    """Length in Chinese characters; a Latin letter counts .4."""
    return sum(map(_weight_of, text))


def weights_up_to(text: str) -> list[float]:
    """`weight` of every beginning of a text, from the empty one on: n + 1 numbers for n characters."""
    return [0.0, *accumulate(map(_weight_of, text))]


@lru_cache(maxsize=16384)
def _weight_of(char: str) -> float:
    if char.isascii():
        return 0.0 if char.isspace() else 0.4
    return 1.0 if is_cjk(char) else 0.0 if char.isspace() else 0.4
