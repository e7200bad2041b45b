"""Two texts side by side: what a reference states, piece by piece, and what each side says of it.

A side is a text with its units, and for each whether it is negated and which of the things that the question names it
is said of. Comparing the sides is `bot.scorers.reference`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.scorers.cues import CueFinder
from bot.scorers.listing import Listing
from bot.scorers.polarity import Word, words_of
from bot.scorers.reading import Reading, Span
from bot.scorers.text import is_cjk, weight
from bot.scorers.units import Rarity, Unit, likeness, units_in

_LONG, _PIECE = 8, 3
"""Units from which a sentence of the reference is cut at its commas, and how many a piece has at least."""
_MOST_STATEMENTS = 12
_FEW = 8
"""A reference of so few units can be said in as many words; elsewhere words side by side say nothing."""
_LEAST_RARITY = 0.05
_LONGEST_ITEM = 5.0
"""In Chinese characters: what goes on for longer without a small word says more than a name."""


class Side:
    """One of the two texts: its units, and for each whether it is negated and what it is said of."""

    def __init__(self, reading: Reading, asked: set[str], subjects: frozenset[str]) -> None:
        self.reading = reading
        self.asked = asked
        self.subjects = subjects
        self.units = units_in(reading.plain, reading.cues)
        self.new = [
            at for at, unit in enumerate(self.units) if not is_in(unit.text, asked) and not says_nothing(reading, unit)
        ]
        """Places of the units that the question does not hold, outside what states nothing."""

    def turned(self, at: int) -> bool:
        unit = self.units[at]
        own = [each for each in self.reading.negators_of(unit.start) if each.end <= unit.start]
        return len(own) % 2 == 1

    def is_set_aside(self, at: int) -> bool:
        """Whether a unit is named as what is not chosen: the B of "A instead of B"."""
        return any(negator.is_choice for negator in self.reading.negators_of(self.units[at].start))

    def may_be_denied(self, at: int) -> bool:
        """Whether what is said of a unit may be told by denying it, too: "B is not kept", "avoids B" as "no B"."""
        unit, reading = self.units[at], self.reading
        clause = reading.outline.clauses[reading.outline.clause_at(unit.start)]
        before, behind = reading.folded_text(clause.start, unit.start), reading.folded_text(unit.end, clause.end)
        return bool(reading.cues.avoids.search(before) or reading.cues.denies_predicate.search(behind))

    def ends_in(self, spans: Sequence[Span]) -> dict[str, int]:
        """The axes (see `bot.scorers.polarity`) of which stretches speak of one end alone, and which end."""
        ends: dict[str, set[int]] = {}
        for pole in self._poles:
            if any(start <= pole.span[0] < end for start, end in spans):
                ends.setdefault(pole.name, set()).add(pole.key[1])
        return {axis: found.pop() for axis, found in ends.items() if len(found) == 1}

    @cached_property
    def _poles(self) -> list[Word]:
        return [word for word in words_of(self.reading) if word.is_pole]

    def subject(self, at: int) -> str | None:
        """Which of the things that the question names a unit is said of; None where that is open."""
        if len(self.subjects) < 2:
            return None
        unit, outline = self.units[at], self.reading.outline
        clause = outline.clause_at(unit.start)
        here = [each.text for each in self.units if self._names(each) and outline.clause_at(each.start) == clause]
        if len(set(here)) == 1:
            return here[0]
        sentence = outline.clauses[clause].sentence
        start = outline.sentences[sentence].start
        before = [each.text for each in self.units if self._names(each) and start <= each.start < unit.start]
        return before[-1] if before else None

    def _names(self, unit: Unit) -> bool:
        return unit.text in self.subjects


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that the reference says."""

    text: str
    side: Side
    units: tuple[int, ...]
    weights: dict[str, float]
    span: Span
    names: bool
    """The reference is a name or a list of names itself; it takes no sentence to say it."""

    @property
    def weight(self) -> float:
        return round(sum(self.weights.values()), 2)


def subjects_of(reading: Reading, asked: set[str]) -> frozenset[str]:
    """Things that are told apart: concepts that the question names, and what clauses of the reference begin with."""
    named = {text for text in asked if text.startswith("=")}
    heads = {unit.text for unit in _heads(reading)}
    return frozenset(named | heads) if len(heads) > 1 else frozenset(named)


def _heads(reading: Reading) -> Iterator[Unit]:
    """Concepts with which sentences begin, in Chinese also Latin words; small words aside."""
    units = units_in(reading.plain, reading.cues)
    chinese = any(map(is_cjk, reading.said))
    for sentence in reading.outline.sentences:
        first = next((unit for unit in units if sentence.start <= unit.start < sentence.end), None)
        if first and (first.text.startswith("=") or (chinese and first.text.isascii())):
            before = reading.folded_text(sentence.start, first.start)
            if reading.cues.nothing_but(reading.cues.lead_in, before):
                yield first


def statements_of(
    reading: Reading, asked: set[str], subjects: frozenset[str], rarity: Rarity, cues: CueFinder
) -> list[Statement]:
    """What a reference answer states that the question (its units, `asked`) does not, at most a dozen things."""
    # A choice: everything that can be said stands in the question.
    side = Side(reading, asked, subjects)
    side = side if side.new else Side(reading, set(), subjects)
    names = listing_of(reading, "").is_list or len({side.units[at].text for at in side.new}) <= _FEW
    found = []
    for span in _pieces(side):
        inside = [at for at in side.new if span[0] <= side.units[at].start < span[1]]
        if not inside:
            continue
        weights: dict[str, float] = {}
        for at in inside:
            weights[side.units[at].text] = max(rarity.of(side.units[at].text), _LEAST_RARITY)
        found.append(Statement(reading.said[slice(*span)].strip(), side, tuple(inside), weights, span, names))
    found.sort(key=lambda each: -sum(each.weights.values()))
    return sorted(found[:_MOST_STATEMENTS], key=lambda each: each.span)


def _pieces(side: Side) -> Iterator[Span]:
    """Sentences of the reference; long ones in pieces of a few clauses."""
    outline = side.reading.outline
    starts = [side.units[at].start for at in side.new]

    def count(start: int, end: int) -> int:
        return bisect_left(starts, end) - bisect_left(starts, start)

    for sentence in outline.sentences:
        start = sentence.start
        if count(start, sentence.end) >= _LONG:
            for clause in outline.clauses[sentence.first : sentence.last]:
                if count(start, clause.end) >= _PIECE and count(clause.end, sentence.end) >= _PIECE:
                    yield start, clause.end
                    start = clause.end + 1
        yield start, sentence.end


def listing_of(reading: Reading, asked: str) -> Listing:
    """What of a text is a list; anything short may be an item of one."""
    terms = merged((unit.start, unit.end) for unit in units_in(reading.plain, reading.cues))
    items = [
        (start, end)
        for start, end in terms
        if weight(reading.said[start:end]) <= _LONGEST_ITEM
        and not reading.cues.glue.fullmatch(reading.folded_text(start, end))
    ]
    return Listing(reading, items, asked)


def merged(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those that overlap as one."""
    merged: list[Span] = []
    for start, end in sorted(set(spans)):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def is_in(unit: str, others: Iterable[str]) -> bool:
    return any(likeness(unit, other) for other in others)


def says_nothing(reading: Reading, unit: Unit) -> bool:
    return bool(reading.void_at((unit.start, unit.end)))
