"""Claims said of the wrong one of two things: "a stack is first in, first out".

A card that sets things side by side begins its true sentences with their names. Words that it uses of one of them
alone tell whose they are; a clause about another thing that has them says of it what is true of the first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bot.scorers.polarity import Word
from bot.scorers.reading import Reading

_LEAST_NAMED, _LEAST_UNNAMED = 2, 4
"""How many true clauses begin with a thing that the card compares: one that its question names, and any other."""
_LEAST_FOREIGN, _FOREIGN_SHARE, _FOREIGN_TO_OWN = 3.0, 0.35, 2.0
"""What is another's must weigh so much, be this share of a clause, and so many times what is the thing's own."""
_LIKE_A_TRUTH = 0.6
_PAIR_OF_CHARACTERS = 1.0
_WORD = 1.5

Key = tuple[str, int]
Clauses = dict[int, list[Word]]
"""Words by clause."""


class Told(NamedTuple):
    """A clause and what it is said of."""

    clause: int
    subject: Key
    content: frozenset[Key]


class Subjects:
    """The things that a card sets side by side, and the words that belong to each alone."""

    def __init__(self, asked: Iterable[Clauses], truths: list[tuple[Reading, Clauses]]) -> None:
        """asked: words of title and question; truths: what the card holds to be true, read."""
        named = {word.key for clauses in asked for words in clauses.values() for word in words}
        begins = Counter(
            words[0].key
            for reading, clauses in truths
            for clause, words in clauses.items()
            if _begins(reading, clause, words) and not reading.cues.sides.fullmatch(reading.folded_text(*words[0].span))
        )
        named_first = {key for key, times in begins.items() if key in named and times >= _LEAST_NAMED}
        concepts = {key for key, times in begins.items() if key[0].startswith("=") and times >= _LEAST_UNNAMED}
        self.compared = frozenset(named_first if len(named_first) > 1 else named_first | concepts)
        asked_about = self.compared & named
        self._others = self.compared - named if len(asked_about) == 1 else frozenset()
        """What is compared with the one thing that is asked about."""
        self._truths = [frozenset(word.key for word in words) for _, clauses in truths for words in clauses.values()]
        self._said: dict[Key, set[Key]] = {}
        for reading, clauses in truths:
            for told in self._told(reading, clauses):
                self._said.setdefault(told.subject, set()).update(told.content)

    def exchanged(self, reading: Reading, clauses: Clauses) -> Iterator[int]:
        """Clauses that say of one thing what is true of another alone."""
        for told in self._told(reading, clauses):
            if self._is_said(told):
                continue
            own = self._said.get(told.subject, set())
            least = max(_LEAST_FOREIGN, _FOREIGN_SHARE * _weight(told.content))
            for name, others in self._said.items():
                foreign = _weight(told.content & others - own)
                if (
                    name != told.subject
                    and foreign >= least
                    and foreign > _FOREIGN_TO_OWN * _weight(told.content & own - others)
                ):
                    yield told.clause
                    break

    def _is_said(self, told: Told) -> bool:
        """Whether a true clause has the subject, and most of what is said of it."""
        return any(
            told.subject in truth and _weight(told.content & truth) >= _LIKE_A_TRUTH * _weight(told.content)
            for truth in self._truths
        )

    def _told(self, reading: Reading, clauses: Clauses) -> Iterator[Told]:
        """Clauses about one of the things, those that go on about it included."""
        subject: Key | None = None
        for sentence in reading.outline.sentences:
            # Asked about one thing, "它" may as well mean that one.
            goes_on = reading.cues.anaphors.match(reading.clause_text(sentence.first)) and subject not in self._others
            if subject and not goes_on:
                subject = None
            for clause in range(sentence.first, sentence.last + 1):
                words = clauses.get(clause, [])
                here = {word.key for word in words} & self.compared
                if here and words[0].key in here and _begins(reading, clause, words):
                    # "X 和 Y 都 …，它 …" goes on about neither of them.
                    subject = words[0].key if len(here) == 1 else None
                elif here - {subject}:
                    subject = None
                if subject is not None and not here - {subject} and not _is_equation(reading, clause):
                    content = {word.key for word in words if not word.is_negated}
                    yield Told(clause, subject, frozenset(content - {subject}))


def _begins(reading: Reading, clause: int, words: list[Word]) -> bool:
    """Whether a clause begins with the first of its words, small ones aside."""
    before = reading.folded_text(reading.outline.clauses[clause].start, words[0].span[0])
    return reading.cues.nothing_but(reading.cues.lead_in, before)


def _is_equation(reading: Reading, clause: int) -> bool:
    """The letters of an equation belong to everything that it is about."""
    where = reading.outline.clauses[clause]
    return "=" in reading.said[where.start : where.end]


def _weight(keys: Iterable[Key]) -> float:
    return sum(_PAIR_OF_CHARACTERS if len(name) == 2 and not name.isascii() else _WORD for name, _ in keys)
