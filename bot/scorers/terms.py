"""Terms and regular expressions of a card, compiled to be found in a folded answer.

A term matches its synonyms from the glossary, Latin words whole and with English endings (s, ed, ing, -ise
for -ize), Chinese anywhere. A regular expression runs on one sentence at a time, as it was written and with
plain numbers, so it can neither reach over a full stop nor run long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bot.scorers.reading import Reading, Span
from bot.scorers.text import CJK, View, is_cjk, plain_term, spoken
from bot.scorers.whole_words import WORD_END, whole_words
from corpus.glossary import synonyms
from rubrics.wording import Alternative

_MOST_HITS = 64
"""More places than this a term are not looked at: nobody says a thing so often in an answer."""
_MOST_A_SENTENCE = 8
_WIDEST = 40
"""An open repeat in a card's regular expression (`.*`) spans at most this many characters."""
_LOOKS_AHEAD = ("(?=", "(?!", "$", "\\B", "\\Z")
"""What may be true at the end of a sentence and not where the text goes on. (No sentence ends inside a word.)"""
_PIECES = re.compile(rf"[{CJK}]+|[^\s{CJK}]+|\s+")


@dataclass(frozen=True, slots=True)
class Finder:
    """One alternative of a slot."""

    patterns: tuple[tuple[str, str], ...]
    """Of a term: (text that must occur for the expression to have a chance, expression)."""
    is_regex: bool
    key: str
    expression: re.Pattern[str] | None = None
    """A regular expression, which is tried on every answer; a term's are compiled once they have a chance."""
    source: str = ""
    """A regular expression without what must not stand there: the negations it spells out itself."""
    is_blind_to_ends: bool = False
    """Whether what a regular expression finds in a sentence it also finds in a text that goes on behind it."""

    def find(self, reading: Reading) -> tuple[Span, ...]:
        """Places in the spoken text, in order, without repeats."""
        found: set[Span] = set()
        if (pattern := self.expression) is not None:
            for view, stretches in reading.stretches:
                # Most are nowhere in an answer, which one look at the whole tells where no sentence's end can matter.
                if self.is_blind_to_ends and pattern.search(view.text) is None:
                    continue
                for start, end in stretches:
                    found.update(_spans(view, _overlapping(pattern, view.text, start, end)))
        else:
            for needle, term in self.patterns:
                if needle in reading.plain.text:
                    found.update(_spans(reading.plain, _compiled(term).finditer(reading.plain.text)))
        return tuple(sorted(found)[:_MOST_HITS]) if found else ()


def _overlapping(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Matches that begin at different places, so that a long one does not hide the next."""
    for _ in range(_MOST_A_SENTENCE):
        match = pattern.search(text, start, end)
        if match is None:
            return
        yield match
        start = match.start() + 1


def _spans(view: View, matches: Iterator[re.Match[str]]) -> Iterator[Span]:
    return (view.span(match.start(), match.end()) for match in matches if match.end() > match.start())


@cache
def finder(alternative: Alternative) -> Finder:
    """Compile an alternative; cached, as cards share many."""
    key = ("/" if alternative.is_regex else "") + alternative.text
    if alternative.is_regex:
        pattern = re.compile(_tame(whole_words(alternative.text)), re.IGNORECASE | re.ASCII)
        blind = not any(each in pattern.pattern.replace(WORD_END, "") for each in _LOOKS_AHEAD)
        return Finder((), True, key, pattern, _without_lookarounds(alternative.text).casefold(), blind)
    spellings = dict.fromkeys((alternative.text, *synonyms(alternative.text)))
    return Finder(tuple(dict.fromkeys(map(_term_pattern, spellings))), False, key)


@cache
def _compiled(term: str) -> re.Pattern[str]:
    return re.compile(term, re.ASCII)


def _without_lookarounds(pattern: str) -> str:
    """The pattern without `(?!…)` and `(?<!…)`."""
    while (at := min((pattern.find(each) for each in ("(?!", "(?<!") if each in pattern), default=-1)) >= 0:
        depth, end = 0, at
        while end < len(pattern):
            if pattern[end] == "\\":
                end += 1
            else:
                depth += (pattern[end] == "(") - (pattern[end] == ")")
            end += 1
            if depth == 0:
                break
        pattern = pattern[:at] + " " + pattern[end:]
    return pattern


def _term_pattern(term: str) -> tuple[str, str]:
    """(text that must occur, source of the expression) for one spelling."""
    acronyms = {word.lower() for word in re.findall(r"[A-Za-z0-9]+", spoken(term)) if not word.islower()}
    folded = plain_term(term)
    pieces = _PIECES.findall(folded)
    source, needle = "", ""
    for at, piece in enumerate(pieces):
        if piece.isspace():
            source += " ?"
            continue
        if is_cjk(piece[0]):
            source += re.escape(piece)
            needle = max(needle, piece, key=len)
            continue
        stem, word = _word_pattern(piece, is_last=at == len(pieces) - 1, exact=piece in acronyms)
        needle = max(needle, stem, key=len)
        source += word
    before = ""
    if folded[0].isascii() and folded[0].isalpha():
        before = r"(?<![a-z0-9])"
    elif folded[0].isdigit():
        before = r"(?<![a-z0-9.])"
    after = ""
    if folded[-1].isascii() and folded[-1].isalpha():
        after = r"(?![a-z0-9])"
    elif folded[-1].isdigit():
        after = r"(?![a-z0-9]|\.\d)"
    return needle, before + source + after


def _word_pattern(word: str, *, is_last: bool, exact: bool) -> tuple[str, str]:
    """(stem, expression) for one Latin word."""
    if not word.isascii() or not word.isalpha():
        plural = "s?" if is_last and word[-1:].isascii() and word[-1:].isalpha() else ""
        return word, re.escape(word) + plural
    if exact or len(word) < 4:
        return word, word + ("s?" if is_last else "")
    if found := re.fullmatch(r"(\w{3,}i)[sz](e|es|ed|ing|ation|ations)", word):
        endings = "ations?" if "ation" in found[2] else "(?:e|es|ed|ing)"
        return found[1], f"{found[1]}[sz]{endings}"
    if found := re.fullmatch(r"(\w{2,})(?:y|ies|ied)", word):
        return found[1], f"{found[1]}(?:y|ies|ied|ying)"
    for ending in ("ing", "ed", "es", "s", "e"):
        stem = word.removesuffix(ending)
        keeps = ending == "s" and stem.endswith(("s", "u", "i"))
        hisses = ending != "es" or stem.endswith(("s", "x", "z", "ch", "sh"))
        if stem != word and len(stem) >= (5 if ending == "ing" else 4) and not keeps and hisses:
            return stem, f"{stem}(?:e|s|es|ed|ing)?"
    return word, f"{word}(?:s|es|d|ed|ing)?"


def _tame(pattern: str) -> str:
    """A card's regular expression for folded text: widths and case folded as in the answer, no blanks beside
    Chinese,
    open repeats bounded."""
    pattern = re.sub(rf"(?<=[{CJK}]) [?*+]?|(?<!\\) [?*+]?(?=[{CJK}])", "", pattern)
    out, at, in_class, after_repeat = "", 0, False, False
    while at < len(pattern):
        char = pattern[at]
        step, piece, repeat = 1, char, False
        if char == "\\":
            step, piece = 2, pattern[at : at + 2]
        elif in_class:
            in_class = char != "]"
        elif char == "[":
            in_class = True
            follow = pattern[at + 1 : at + 3]
            step = 1 + (2 if follow == "^]" else 1 if follow[:1] in ("]", "^") else 0)
            piece = pattern[at : at + step]
        elif char in "*+" and not after_repeat:
            piece, repeat = ("{0," if char == "*" else "{1,") + f"{_WIDEST}}}", True
        elif char == "?" or char == "}":
            repeat = True
        if step == 1 and not char.isascii():
            piece = "".join(each if each.isalnum() else re.escape(each) for each in spoken(char).casefold())
        out += piece
        at += step
        after_repeat = repeat
    return out
