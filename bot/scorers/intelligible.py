"""Whether a text is an answer at all: not empty, not a noise, not keyboard mash.

Judges the shape of the text only; whether it answers the question is the scorer's business.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.scorers.cues import CueFinder
from bot.scorers.text import is_cjk
from corpus.glossary import concepts_in

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890")
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_SHORTEST = 4.0
"""In Chinese characters, a Latin word counting two: anything shorter holds no statement."""


def trouble(folded: str, cues: CueFinder) -> str | None:
    """`empty`, `short` or `unintelligible`; None for a text that can be scored. `folded`: see
    `bot.scorers.text`."""
    letters = [char for char in folded if char.isalnum()]
    if not letters:
        return "empty" if not folded.strip() else "unintelligible" if len(folded.strip()) > 3 else "short"
    if len(letters) >= 8 and len(set(letters)) <= max(2, min(len(letters) // 12, 6)):
        return "unintelligible"
    if _sense(folded) < 0.5:
        return "unintelligible"
    rest = cues.fillers.sub(" ", folded)
    if not any(char.isalnum() for char in rest):
        return "short"
    if _length(folded) < _SHORTEST and not concepts_in(folded) and not any(char.isdigit() for char in folded):
        return "short"
    return None


def _length(text: str) -> float:
    return sum(map(is_cjk, text)) + 2.0 * len(re.findall(r"[a-z0-9]+", text))


def _sense(folded: str) -> float:
    """Share of the letters that stand in common Chinese characters or in words that look like words."""
    terms = bytearray(len(folded))
    for match in concepts_in(folded):
        terms[match.start : match.end] = b"\x01" * (match.end - match.start)
    good = total = 0.0
    for char in folded:
        if is_cjk(char):
            total += 2
            good += 2 * _is_common(char)
        elif char.isalpha() and not char.isascii() and not "\u0370" <= char <= "\u03ff":
            total += 1
    for word in _WORD.finditer(folded):
        size = len(word[0])
        total += size
        if terms[word.start()] or _looks_like_a_word(word[0]):
            good += size
    return good / total if total else 1.0


@lru_cache(maxsize=8192)
def _is_common(char: str) -> bool:
    """In the frequent half of GB 2312 or of Big5."""
    for codec, first, last in (("gb2312", 0xB0, 0xD7), ("big5", 0xA4, 0xC6)):
        try:
            if first <= char.encode(codec)[0] <= last:
                return True
        except UnicodeEncodeError:
            continue
    return False


@lru_cache(maxsize=8192)
def _looks_like_a_word(word: str) -> bool:
    """Letters in an order that English or an acronym would use; rows of the keyboard are none."""
    if len(word) <= 3:
        return len(set(word)) > 1 or len(word) == 1
    if any(word[at : at + 4] in row or word[at : at + 4] in row[::-1] for row in _ROWS for at in range(len(word) - 3)):
        return word in {"were", "prop", "power", "properly", "property", "pop", "weird", "rewrite"} or "tree" in word
    if len(set(word)) * 3 <= len(word):
        return False
    vowels = sum(char in "aeiouy" for char in word)
    if not 0.15 <= vowels / len(word) <= 0.8:
        return False
    return re.search(r"[bcdfghjklmnpqrstvwxz]{5}|[jqvwxz]{3}|q[^u]|([a-z])\1\1|[aeiou]{5}", word) is None
