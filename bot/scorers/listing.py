"""Tells a statement from a pile of keywords and from the question said back.

Listing: a stretch between list separators that holds one term of the card and nothing else states nothing,
and so does a match made of such stretches. Echo: clauses whose content stands in the question add nothing to
it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property, lru_cache

from bot.scorers.cues import CueFinder
from bot.scorers.monotony import is_monotonous
from bot.scorers.notes import labelled
from bot.scorers.reading import Reading, Span, without
from bot.scorers.skeletons import Skeletons
from bot.scorers.substance import share_with_substance
from bot.scorers.text import CJK, is_cjk
from corpus.glossary import load_glossary, normalize

_SEPARATORS = re.compile(
    rf"(?<=[{CJK}])[ \u3000]+(?=[{CJK}])|[,，、/|;；。！？!?\n\t·•()（）+&]|\.(?=\s|$)|\s-+\s|[:：]"
)
_SIGNS = r"A-Za-z0-9_'.^*·×+\-−/()\[\]{}|%√∑Σσπλαβγεθμ∂∇ŷ "
_FORMULA = re.compile(
    rf"(?:[{_SIGNS}]*[A-Za-z0-9)\]ŷ]|[{CJK}]) ?[=≈≤≥] ?[{_SIGNS}]*(?:[+*/^()·×\-−]|[σπλαβγεθμ][A-Za-z])[{_SIGNS}]*"
)
"""An equation whose one side is worked out of more than a name. What it names is a statement about it."""
_SUM = rf"\([{_SIGNS.replace('()', '')}]+[+−-][{_SIGNS.replace('()', '')}]+\)"
_SPOKEN_FORMULA = re.compile(
    rf"(?:[A-Za-z0-9)]|[{CJK}]) ?(?:是|为|即|等于|is|equals) ?"
    rf"(?:[A-Za-z0-9]+ ?[/×*] ?{_SUM}|{_SUM} ?[/×*] ?[A-Za-z0-9]+)"
)
"""An equation whose sign is a word: "recall 是 TP/(TP+FN)"."""
_OPERAND = 4
"""Letters of a name in a formula, on average; longer ones are words."""
_JOINTS = re.compile(r"以及|还有|和|与|及|跟|\b(?:and|or)\b", re.IGNORECASE | re.ASCII)
_FEW = 1
"""Characters that may be left beside a term in a bare stretch."""
_ECHO = 0.86
"""Share of a clause's content that the question must hold for it to be an echo."""
_CIRCLE = 0.7
"""Share of different words in a text that turns in circles."""
_SHORT = 3
"""Clauses with so few units of content are an echo only where they stand in the question word by word."""
_LIST_SHARE, _LIST_LEAST, _LIST_LENGTH = 0.6, 5, 0.5
"""An answer is a list when at least so many stretches, and this share of all, are bare, and this share of its text;
one that names examples behind its statements has many short stretches, too.
"""
_PILE_SHARE = 0.5
"""With a pile in it, an answer is a list when piles and bare stretches are this share of it."""
_HEAP_LEAST = 12
"""A stretch of English with so many words and no small one is a pile, too."""
_HEAP_NAMES = 0.75
"""Share of its words that are no numbers, letters or signs; in a formula, written or spoken, few are."""
_SHORT_STRETCH, _SHORT_LEAST, _SHORT_SHARE = 5, 6, 0.75
"""An answer is a list, too, when so many stretches, and this share of all, have at most so many Chinese
characters
(a Latin word counts two) and no small word."""
_PILE_LEAST, _PILE_LEFT, _PILE_GLUE = 8, 0.15, 0.1
"""A stretch is a pile of terms when it has so many, at most this share of other text, and so few small words
a term."""

_CHAIN_LEAST, _CHAIN_SHARE, _CHAIN_LENGTH = 5, 0.6, 8
"""A stretch is a pile, too, when "and" parts it so often, and this share of the parts are names of at most so many
Chinese characters."""

_FRAME, _TERM = 1, 2
"""Marks of places: of words around an answer ("我觉得"), and of a term."""
_RUN = re.compile(rf"[{CJK}]+|[a-z0-9.]+")
_BETWEEN = "\x1c"
"""Parts texts that are looked through together; no phrase holds it."""

CONCEPT = "="
"""Begins the units of content that are concepts of the glossary."""


class Listing:
    """One answer, with the places where any term of the card stands."""

    def __init__(self, reading: Reading, terms: list[Span], asked: str) -> None:
        self.reading = reading
        self.asked, self._asked_words, self.question = _question(asked, reading.cues)
        self._echoes: dict[tuple[int, ...], bool] = {}
        said = reading.said
        self._stretches = stretches_of(said)
        self._starts = [start for start, _ in self._stretches]
        covered = bytearray(len(said))
        frames = reading.cues.spans(reading.cues.frames, reading.folded)
        for start, end in frames:
            covered[start:end] = bytes([_FRAME]) * (end - start)
        by_stretch: dict[int, list[Span]] = {}
        for span in terms:
            by_stretch.setdefault(self._stretch_at(span[0]), []).append(span)
        self._formulas = [_is_formula(said[start:end]) for start, end in self._stretches]
        bare_terms = [
            not formula and self._is_bare(at, by_stretch.get(at, []), covered)
            for at, formula in enumerate(self._formulas)
        ]
        told = labelled(said, self._stretches, bare_terms)
        self._bare = [bare and at not in told for at, bare in enumerate(bare_terms)]
        # Blanks between Chinese words part stretches, and a heap has many of them.
        heaps = [
            (each.start, each.end) for each in reading.outline.clauses if self._is_heap(said[each.start : each.end])
        ]
        self._piles = [
            any(left <= start and end <= right for left, right in heaps)
            or (not self._formulas[at] and (self._is_pile(at, by_stretch.get(at, [])) or self._is_chain(start, end)))
            for at, (start, end) in enumerate(self._stretches)
        ]
        listed_terms = sum(self._bare)
        for start, end in terms:
            covered[start:end] = [mark or _TERM for mark in covered[start:end]]
        short = sum(
            self._bare[at] or (not formula and at not in told and self._is_short(at, covered))
            for at, formula in enumerate(self._formulas)
        )
        sizes = [reading.weight_between(start, end) for start, end in self._stretches]
        in_list = sum(size for size, bare in zip(sizes, self._bare, strict=True) if bare)
        self.is_list = (
            listed_terms >= _LIST_LEAST
            and listed_terms >= _LIST_SHARE * len(self._stretches)
            and in_list >= _LIST_LENGTH * sum(sizes)
        ) or (short >= _SHORT_LEAST and short >= _SHORT_SHARE * len(self._stretches))
        outside = without(said, reading.injections)
        stretches = [outside[start:end] for start, end in self._stretches]
        self.skeletons = Skeletons(stretches, reading.cues)
        self.is_list = self.is_list or is_monotonous(stretches, self.skeletons)
        self.is_pile = any(self._piles)
        if self.is_pile:
            listed = sum(size for size, *marks in zip(sizes, self._bare, self._piles, strict=True) if any(marks))
            self.is_list = self.is_list or listed >= _PILE_SHARE * sum(sizes)

    def kept_for_substance(self, vocabulary: frozenset[str]) -> float:
        """The share of its credit that the answer keeps for what it says beside names; all where it calculates."""
        return 1.0 if any(self._formulas) else share_with_substance(self.skeletons, vocabulary)

    def objection(self, hits: tuple[Span, ...], clauses: tuple[int, ...]) -> str | None:
        """`listed` or `echo` where the match states nothing for that reason."""
        stretches = [self._stretch_at(hit[0]) for hit in hits]
        bare = sum(self._bare[at] for at in stretches)
        if self.is_list or any(self._piles[at] for at in stretches):
            return "listed"
        if bare == len(hits) and len(set(stretches)) > 1:
            return "listed"
        if bare and bare >= len(hits) - 1 and any(self._bare[at] and self._in_a_run(at) for at in stretches):
            return "listed"
        if clauses not in self._echoes:
            self._echoes[clauses] = self._is_echo(clauses)
        return "echo" if self._echoes[clauses] else None

    def objection_to(self, span: Span) -> str | None:
        """The same for a passage as a whole."""
        hits = tuple(
            (max(start, span[0]), min(end, span[1]))
            for start, end in self._stretches
            if start < span[1] and span[0] < end
        )
        return self.objection(hits, tuple(self.reading.outline.clauses_of(span))) if hits else "listed"

    def _is_echo(self, clauses: tuple[int, ...]) -> bool:
        content = Content.joined([self.content(clause) for clause in clauses])
        if content.share_in(self.question) >= _ECHO and (
            len(content.units) > _SHORT or all(self._stands_in_question(clause) for clause in clauses)
        ):
            return True
        return self._turns_in_circles(clauses)

    def _turns_in_circles(self, clauses: tuple[int, ...]) -> bool:
        """Whether clauses say the question's own words over and over, and no others ("MAE 就是平均的绝对误差")."""
        places = [self.reading.outline.clauses[clause] for clause in clauses]
        text = normalize("\n".join(self.reading.said[where.start : where.end] for where in places))
        for small in (self.reading.cues.stopwords, self.reading.cues.frames):
            text = small.sub("\n", text)
        words = _words(text)
        return len(set(words)) <= _CIRCLE * len(words) and self._asked_words.issuperset(words)

    def _stands_in_question(self, clause: int) -> bool:
        where = self.reading.outline.clauses[clause]
        return compact(self.reading.said[where.start : where.end], self.reading.cues) in self.asked

    @property
    def whole(self) -> Content:
        """What the whole answer says."""
        return Content.joined(self._contents)

    def content(self, clause: int) -> Content:
        return self._contents[clause]

    @cached_property
    def _contents(self) -> list[Content]:
        """What each clause says."""
        texts = [self.reading.said[each.start : each.end] for each in self.reading.outline.clauses]
        return Content.of_each(texts, self.reading.cues)

    def _stretch_at(self, place: int) -> int:
        return max(bisect_right(self._starts, place) - 1, 0)

    def _in_a_run(self, at: int) -> bool:
        around = self._bare[max(0, at - 2) : at + 3]
        return sum(around) >= 3

    def _is_bare(self, at: int, terms: list[Span], frames: bytearray) -> bool:
        start, end = self._stretches[at]
        said = self.reading.said
        parts = []
        done = start
        for joint in _JOINTS.finditer(said, start, end):
            if not any(left <= joint.start() and joint.end() <= right for left, right in terms):
                parts.append((done, joint.start()))
                done = joint.end()
        parts.append((done, end))
        filled = False
        for left, right in parts:
            rest = [place for place in range(left, right) if said[place].isalnum() and frames[place] != _FRAME]
            if rest and not any(self._nothing_beside(rest, span) for span in terms):
                return False
            filled = filled or bool(rest)
        return filled

    def _nothing_beside(self, places: list[int], term: Span) -> bool:
        """Whether a term leaves at most a stray character of a stretch, and no small word."""
        rest = "".join(self.reading.said[place] for place in places if not term[0] <= place < term[1])
        return len(rest) <= _FEW and not self.reading.cues.glue.search(rest.casefold())

    def _is_short(self, at: int, frames: bytearray) -> bool:
        """A stretch of a word or two without any small word: whatever it names, it says nothing of it."""
        start, end = self._stretches[at]
        said = self.reading.said
        rest = (
            "".join(said[place] if frames[place] != _FRAME else " " for place in range(start, end)).casefold().strip()
        )
        words = re.findall(r"[a-z0-9]+", rest)
        if sum(map(is_cjk, rest)) + 2 * len(words) > _SHORT_STRETCH:
            return False
        beside = "".join(said[place] if not frames[place] else " " for place in range(start, end))
        return not self.reading.cues.glue.search(beside.casefold())

    def _is_heap(self, stretch: str) -> bool:
        """Words side by side, blanks between them, without a small one (one in twenty)."""
        words = stretch.casefold().split()
        if sum(len(word) > 1 and not word[0].isdigit() for word in words) < _HEAP_NAMES * len(words):
            return False
        chinese = any(is_cjk(char) for char in stretch)
        if len(words) < (_PILE_LEAST if chinese else _HEAP_LEAST) or any(
            sum(map(is_cjk, word)) > _SHORT_STRETCH for word in words
        ):
            return False
        # Among Chinese words a letter by itself is a symbol.
        small = sum(self.reading.cues.glue.search(word) is not None for word in words if len(word) > 1 or not chinese)
        return small <= len(words) // 20

    def _is_chain(self, start: int, end: int) -> bool:
        """Names joined one to the next: "均值和方差和 γ 和 β 和通道"."""
        parts = [part.strip() for part in _JOINTS.split(self.reading.said[start:end])]
        names = [
            part
            for part in parts
            if sum(map(is_cjk, part)) + 2 * len(re.findall(r"[a-zA-Z0-9]+", part)) <= _CHAIN_LENGTH
            and not self.reading.cues.glue.search(part.casefold())
        ]
        return len(parts) >= _CHAIN_LEAST and len(names) >= _CHAIN_SHARE * len(parts)

    def _is_pile(self, at: int, terms: list[Span]) -> bool:
        start, end = self._stretches[at]
        said = self.reading.said
        if self._is_heap(said[start:end]):
            return True
        if len(terms) < _PILE_LEAST:
            return False
        covered = bytearray(end - start)
        count, reach = 0, -1
        for left, right in sorted(terms):
            if left >= reach:
                count, reach = count + 1, right
            covered[left - start : right - start] = b"\x01" * (min(right, end) - left)
        rest = "".join(said[place] if not covered[place - start] else " " for place in range(start, end))
        left_over = sum(char.isalnum() for char in rest)
        length = sum(char.isalnum() for char in said[start:end])
        glue = sum(1 for _ in self.reading.cues.glue.finditer(rest.casefold()))
        return count >= _PILE_LEAST and left_over <= _PILE_LEFT * length and glue <= int(_PILE_GLUE * count)


def _is_formula(text: str) -> bool:
    match = _FORMULA.search(text) or _SPOKEN_FORMULA.search(text)
    if match is None:
        return False
    names = re.findall(r"[A-Za-z]+", match[0])
    return bool(names) and sum(map(len, names)) <= _OPERAND * len(names)


def stretches_of(said: str) -> list[Span]:
    """What stands between the separators of a list, in order."""
    found: list[Span] = []
    start = 0
    formulas = [
        match.span()
        for expression in (_FORMULA, _SPOKEN_FORMULA)
        for match in expression.finditer(said)
        if _is_formula(match[0])
    ]
    separators = [
        match
        for match in _SEPARATORS.finditer(said)
        if not any(left <= match.start() and match.end() <= right for left, right in formulas)
    ]
    for match in [*separators, None]:
        end = match.start() if match else len(said)
        if any(char.isalnum() for char in said[start:end]):
            found.append((start, end))
        start = match.end() if match else end
    return found


def _words(text: str) -> list[str]:
    """Latin words, and every other sign that isn't punctuation."""
    return re.findall(r"[a-z0-9]+|[^\s\x00-\x7f,。、:;!?()]|[=+*/^<>]", text)


@lru_cache(maxsize=256)
def _question(asked: str, cues: CueFinder) -> tuple[str, frozenset[str], Content]:
    """What was asked: compact, as words, as content. Many answers are given to one question."""
    return compact(asked, cues), frozenset(_words(normalize(asked))), Content.of(asked, cues)


def compact(text: str, cues: CueFinder) -> str:
    """Letters and digits of a text without the words that carry no content."""
    return "".join(char for char in cues.stopwords.sub("", normalize(text)) if char.isalnum())


class Content:
    """What a text says, as a set of units: glossary concepts, Latin words, pairs of Chinese characters."""

    def __init__(self, units: frozenset[str]) -> None:
        self.units = units

    @classmethod
    def of(cls, text: str, cues: CueFinder) -> Content:
        return cls.of_each([text], cues)[0]

    @classmethod
    def of_each(cls, texts: Sequence[str], cues: CueFinder) -> list[Content]:
        """The same of many texts; looking for concepts takes little longer in all of them than in one."""
        normalized = _BETWEEN.join(normalize(text).replace(_BETWEEN, " ") for text in texts)
        units: list[set[str]] = [set()]
        pieces: list[str] = []
        done = 0
        for match in load_glossary().find(normalized):
            skipped = normalized[done : match.start]
            units += [set() for _ in range(skipped.count(_BETWEEN))]
            units[-1].add(CONCEPT + match.concept)
            pieces += [skipped, "\n"]
            done = match.end
        pieces.append(normalized[done:])
        units += [set() for _ in range(pieces[-1].count(_BETWEEN))]
        rest = cues.stopwords.sub("\n", "".join(pieces))
        for said, left in zip(units, rest.split(_BETWEEN), strict=True):
            for run in _RUN.findall(left):
                if is_cjk(run[0]):
                    said |= {run} if len(run) == 1 else {run[at : at + 2] for at in range(len(run) - 1)}
                elif run.strip("."):
                    said.add(run.strip("."))
        return [cls(frozenset(each)) for each in units]

    @classmethod
    def joined(cls, contents: list[Content]) -> Content:
        return cls(frozenset().union(*(content.units for content in contents)))

    def share_in(self, other: Content) -> float:
        """Share of this content that `other` holds; 1 where there is none."""
        if not self.units:
            return 1.0
        return len(self.units & other.units) / len(self.units)
