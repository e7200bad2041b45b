"""Sentences and clauses of an answer, in Chinese, English and both mixed.

A sentence ends at 。！？；!?; or a line break (the matcher joins what a semicolon parts), or at a full stop
that is neither a decimal point nor part of an abbreviation. A clause ends at a comma, a colon, a dash, or in
front of a word that opens a new one (但, 因为, but, while: `cues.yaml`). All places count in the spoken text
(`bot.scorers.text`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from bot.scorers.text import CJK

_ABBREVIATIONS = frozenset(
    (
        "e.g",
        "i.e",
        "eg",
        "ie",
        "etc",
        "vs",
        "fig",
        "figs",
        "eq",
        "eqs",
        "sec",
        "cf",
        "al",
        "approx",
        "resp",
        "dr",
        "mr",
        "ms",
    )
)
_SENTENCE_END = re.compile(
    r"(?P<sure>[。！？!?；;\n\r\u2028\u2029]+)"
    rf"|(?P<stop>\.+)(?=\s|$|[{CJK}\"')\]])"
)
_CLAUSE_END = re.compile(
    rf"[,，](?!\d)|(?<!\d)[,，](?=\d)|[:：](?![\d/])|—+|\.{{3,}}|…+|(?<=[{CJK}])\.|\s--+\s|(?<=\S)\s[|│]\s|\t"
)
_BULLET = re.compile(r"\s*(?:[-*•·●▪]|[(（]?\d{1,2}[.、)）]|[①-⑳]|[一二三四五六七八九十]、)")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of the spoken text, blanks and separators at its ends left out."""

    start: int
    end: int
    sentence: int
    """Index of the sentence it belongs to."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Clauses from `first` to `last` (inclusive)."""

    first: int
    last: int
    start: int
    end: int
    """End, with its closing punctuation."""
    is_question: bool
    is_heading: bool
    """Ends with a colon at the end of its line: what follows is said of it."""
    is_bullet: bool
    is_soft: bool
    """Ends with a semicolon: the next sentence belongs to the same statement."""


@dataclass(frozen=True, slots=True)
class Outline:
    """An answer cut into sentences and clauses."""

    clauses: tuple[Clause, ...]
    sentences: tuple[Sentence, ...]
    starts: tuple[int, ...]
    """Where each clause starts, for looking up."""

    def clause_at(self, place: int) -> int:
        """Index of the clause that holds a place of the spoken text, or of the last one before it."""
        return max(bisect_right(self.starts, place) - 1, 0)

    def period_of(self, sentence: int) -> range:
        """Indices of the sentences between the full stops around one: those that semicolons join to it."""
        first = last = sentence
        while first > 0 and self.sentences[first - 1].is_soft:
            first -= 1
        while self.sentences[last].is_soft and last + 1 < len(self.sentences):
            last += 1
        return range(first, last + 1)

    def clauses_of(self, span: tuple[int, int]) -> range:
        """Indices of the clauses that a stretch of the spoken text touches."""
        return range(self.clause_at(span[0]), self.clause_at(max(span[1] - 1, span[0])) + 1)


def outline(said: str, openers: list[tuple[int, int]]) -> Outline:
    """Cut the spoken text; `openers` are places of words that open a clause."""
    clauses: list[Clause] = []
    sentences: list[Sentence] = []
    opened = sorted(start for start, _ in openers)
    at_line_start = True
    for start, end, mark in _sentences(said):
        first = len(clauses)
        for left, right in _cut(said, start, end, opened):
            clauses.append(Clause(left, right, len(sentences)))
        if len(clauses) > first:
            text = said[start:end].strip()
            sentences.append(
                Sentence(
                    first,
                    len(clauses) - 1,
                    clauses[first].start,
                    end + len(mark),
                    is_question="?" in mark
                    or "？" in mark
                    or (text.endswith(("吗", "么")) and not text.endswith("什么")),
                    is_heading=text.endswith((":", "：")) and ("\n" in mark or not mark),
                    is_soft=bool(mark) and not mark.strip(";； "),
                    is_bullet=at_line_start and _BULLET.match(said[start:end]) is not None,
                )
            )
        at_line_start = any(char in mark for char in "\n\r\u2028\u2029")
    return Outline(tuple(clauses), tuple(sentences), tuple(clause.start for clause in clauses))


def _sentences(said: str) -> list[tuple[int, int, str]]:
    """(start, end, closing mark) of every sentence."""
    found: list[tuple[int, int, str]] = []
    start = 0
    for match in _SENTENCE_END.finditer(said):
        if match["stop"] and not _is_full_stop(said, start, match.start()):
            continue
        found.append((start, match.start(), match[0]))
        start = match.end()
    found.append((start, len(said), ""))
    return found


def _is_full_stop(said: str, start: int, dot: int) -> bool:
    before = said[start:dot]
    word = re.search(r"[A-Za-z.]+$", before)
    if word and word[0].lower() in _ABBREVIATIONS:
        return dot + 1 >= len(said)
    return not re.fullmatch(r"\s*\d{1,2}", before)


def _cut(said: str, start: int, end: int, opened: list[int]) -> list[tuple[int, int]]:
    cuts = [(match.start(), match.end()) for match in _CLAUSE_END.finditer(said, start, end)]
    low, high = bisect_right(opened, start), bisect_right(opened, end - 1)
    cuts = sorted(cuts + [(place, place) for place in opened[low:high]])
    pieces: list[tuple[int, int]] = []
    left = start
    for cut_start, cut_end in [*cuts, (end, end)]:
        if (trimmed := _trim(said, left, cut_start)) is not None:
            pieces.append(trimmed)
        left = max(left, cut_end)
    return pieces


def _trim(said: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and not (said[start].isalnum() or said[start] in "([{\"'√-"):
        start += 1
    while start < end and said[end - 1].isspace():
        end -= 1
    return (start, end) if any(char.isalnum() for char in said[start:end]) else None
