"""Claims said of the wrong one of two things: "a stack is first in, first out".

A card that sets things side by side begins its true sentences with their names. Words that it uses of one of them
alone tell whose they are; a clause about another thing that has them says of it what is true of the first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bot.scorers.polarity import Word, by_clause, words_of
from bot.scorers.reading import Reading

_LEAST_NAMED, _LEAST_UNNAMED = 2, 4
"""How many true clauses begin with a thing that the card compares: one that its question names, and any other."""
_LEAST_FOREIGN, _FOREIGN_SHARE, _FOREIGN_TO_OWN = 3.0, 0.35, 2.0
"""What is another's must weigh so much, be this share of a clause, and so many times what is the thing's own."""
_PAIR_OF_CHARACTERS = 1.0
_WORD = 1.5

Key = tuple[str, int]


class Told(NamedTuple):
    """A clause and what it is said of."""

    clause: int
    subject: Key
    content: frozenset[Key]


class Subjects:
    """The things that a card sets side by side, and the words that belong to each alone."""

    def __init__(self, named: Iterable[Reading], truths: Iterable[Reading]) -> None:
        """named: title and question; truths: what the card holds to be true."""
        readings = [(reading, by_clause(words_of(reading))) for reading in truths]
        asked = {word.key for reading in named for word in words_of(reading)}
        begins = Counter(key for reading, clauses in readings for key in _beginnings(reading, clauses).values())
        named_first = {key for key, times in begins.items() if key in asked and times >= _LEAST_NAMED}
        concepts = {key for key, times in begins.items() if key[0].startswith("=") and times >= _LEAST_UNNAMED}
        self.compared = frozenset(named_first if len(named_first) > 1 else named_first | concepts)
        self._said: dict[Key, set[Key]] = {}
        for reading, clauses in readings:
            for told in self._told(reading, clauses):
                self._said.setdefault(told.subject, set()).update(told.content)

    def exchanged(self, reading: Reading, clauses: dict[int, list[Word]]) -> Iterator[int]:
        """Clauses that say of one thing what is true of another alone."""
        for told in self._told(reading, clauses):
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

    def _told(self, reading: Reading, clauses: dict[int, list[Word]]) -> Iterator[Told]:
        """Clauses about one of the things, those that go on about it included."""
        beginnings = _beginnings(reading, clauses)
        subject: Key | None = None
        for at, sentence in enumerate(reading.outline.sentences):
            if not (at and reading.cues.anaphors.match(reading.clause_text(sentence.first))):
                subject = None
            for clause in range(sentence.first, sentence.last + 1):
                keys = {word.key for word in clauses.get(clause, ())}
                if (beginning := beginnings.get(clause)) in self.compared:
                    subject = beginning
                elif keys & self.compared - {subject}:
                    subject = None
                # The letters of an equation belong to everyone.
                is_equation = "=" in reading.clause_text(clause)
                if subject is not None and not is_equation and not keys & self.compared - {subject}:
                    content = {word.key for word in clauses.get(clause, ()) if not word.is_negated}
                    yield Told(clause, subject, frozenset(content - {subject}))


def _beginnings(reading: Reading, clauses: dict[int, list[Word]]) -> dict[int, Key]:
    """What each clause begins with, small words aside."""
    found = {}
    for clause, words in clauses.items():
        before = reading.folded_text(reading.outline.clauses[clause].start, words[0].span[0])
        if reading.cues.nothing_but(reading.cues.lead_in, before):
            found[clause] = words[0].key
    return found


def _weight(keys: Iterable[Key]) -> float:
    return sum(_PAIR_OF_CHARACTERS if len(name) == 2 and not name.isascii() else _WORD for name, _ in keys)
