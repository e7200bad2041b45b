"""Claims that turn a card's own sentences round, in words that no wording of the card has.

Two comparisons, both with sentences that the card holds anyway:

* with the claims of its misconceptions: an answer makes one where it has what tells the claim from the true
  sentences (a pole, or the order of two words), and more of it than of what tells those from the claim;
* with its points, corrections and model answer: an answer turns one round where its words are those of the
  true sentence, its poles stand beside the same things, and exactly one of them is the opposite. Two opposites in
  one sentence ("the smaller x, the lower y") say the same again, so nothing is concluded from them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from bot.scorers.cues import CueFinder
from bot.scorers.listing import CONCEPT
from bot.scorers.polarity import Word, by_clause, words_of
from bot.scorers.reading import Reading, Span
from bot.scorers.subjects import Subjects
from rubrics.schema import Rubric, Text

_NEAR = 6
"""Words further apart than this in a clause are not taken as a pair."""
_BESIDE, _LEAST_BESIDE = 3, 2
"""A pole speaks of the words so near to it; so many must be the same for two to speak of the same."""
_RELATES = "±order"
"""A before B is B after A: what is turned here can't be told from one word."""
_WORTH = "±worth"
"""Claims and answers alike call things good; it tells nothing of which claim is made."""
_LIKE_A_CLAIM = 0.5
"""Share of a claim's words that an answer must have."""
_LIKE_A_TRUTH, _LEAST_SHARED = 0.6, 4
"""Share of the shorter sentence's words that must be in the other, and how many at least."""
_LEAST_LEAD = 2
"""So many more words must be shared with the sentence turned round than with any that is not."""

Key = tuple[str, int]
Mark = tuple[Key, ...]


class Pole(NamedTuple):
    """One end of an axis, and the words of its clause that it speaks of."""

    key: Key
    beside: frozenset[Key]
    clause: int


class Clause:
    """The words of one clause."""

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.names = frozenset(word.key[0] for word in words)
        self.poles = tuple(self._poles())

    @cached_property
    def marks(self) -> frozenset[Mark]:
        """Poles, and pairs of words in their order."""
        words = [word for word in self.words if word.name != _WORTH]
        pairs = {
            (word.key, other.key)
            for at, word in enumerate(words)
            for other in words[at + 1 : at + 1 + _NEAR]
            if other.key != word.key and _stand_apart(word, other)
        }
        return frozenset(pairs | {(word.key,) for word in words if word.is_pole and word.name != _RELATES})

    def _poles(self) -> Iterator[Pole]:
        for at, word in enumerate(self.words):
            if word.is_pole and word.name != _RELATES:
                around = self.words[max(0, at - _BESIDE) : at] + self.words[at + 1 : at + 1 + _BESIDE]
                beside = frozenset(each.key for each in around if each.name != word.name)
                yield Pole(word.key, beside, word.clause)


class Phrase:
    """A sentence, or one or two clauses of it."""

    def __init__(self, clauses: list[Clause]) -> None:
        self.clauses = clauses
        self.names = frozenset().union(*(clause.names for clause in clauses))
        self.poles = tuple(chain.from_iterable(clause.poles for clause in clauses))

    @cached_property
    def marks(self) -> frozenset[Mark]:
        return frozenset().union(*(clause.marks for clause in self.clauses))

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return tuple(chain.from_iterable(clause.words for clause in self.clauses))

    @cached_property
    def undecided(self) -> frozenset[Key]:
        """Poles of which a clause has the other end, too: "先乘，再除以 √d" multiplies nothing by √d."""
        return frozenset(
            pole.key
            for clause in self.clauses
            for pole in clause.poles
            if any(other.key == (pole.key[0], -pole.key[1]) for other in clause.poles)
        )

    def stands_at_other_end(self, key: Key) -> bool:
        """Whether it has only the opposite of a pole."""
        ends = {pole.key for pole in self.poles}
        return (key[0], -key[1]) in ends and key not in ends

    @cached_property
    def negated(self) -> frozenset[str]:
        """Names of the things that a negation reaches."""
        return frozenset(word.name for word in self.words if word.is_negated)


class SharedNames:
    """Sets of names, ready to be asked how many of them a text shares with each."""

    def __init__(self, sets: Iterable[frozenset[str]]) -> None:
        self._holders: dict[str, list[int]] = {}
        for at, names in enumerate(sets):
            for name in names:
                self._holders.setdefault(name, []).append(at)

    def with_each(self, names: Iterable[str]) -> Counter[int]:
        """How many names each set shares with these, by the set's index; sets that share none are left out."""
        return Counter(chain.from_iterable(self._holders.get(name, ()) for name in names))


class Ends:
    """At which end the poles of true sentences stand, and beside which words."""

    def __init__(self, truths: Iterable[Phrase]) -> None:
        self._poles: dict[str, set[tuple[frozenset[Key], Key]]] = {}
        for phrase in truths:
            for pole in phrase.poles:
                self._poles.setdefault(pole.key[0], set()).add((pole.beside, pole.key))

    def opposed(self, clauses: Iterable[Phrase], damping: float) -> float:
        """The share of an answer's poles that stand at the other end, of those beside the same words; 0 to 1.

        Args:
            damping: So many more are taken to stand where they should, so that a single one tells little.
        """
        stand = [end for clause in clauses for pole in clause.poles if (end := self._stands(pole)) is not None]
        return stand.count(False) / (len(stand) + damping)

    def _stands(self, pole: Pole) -> bool | None:
        """Whether a pole stands as in the true sentence that is most like it; None where none is like it."""
        alike = ((len(pole.beside & beside), key == pole.key) for beside, key in self._poles.get(pole.key[0], ()))
        shared, same = max(alike, default=(0, True))
        return same if shared else None


class TrueSentences:
    """What is held to be true, ready to be compared with."""

    def __init__(self, asked: Iterable[str], true: Iterable[str], cues: CueFinder) -> None:
        read = [_read(text, cues) for text in true]
        self.subjects = Subjects((words for _, words in (_read(text, cues) for text in asked)), read)
        self.truths = [phrase for reading, words in read for phrase in _phrases(reading, words)]
        self.turnable = [phrase for phrase in self.truths if phrase.poles and len(phrase.names) >= _LEAST_SHARED]
        self.turnable_names = SharedNames(phrase.names for phrase in self.turnable)

    @cached_property
    def ends(self) -> Ends:
        return Ends(self.truths)


class Claim(NamedTuple):
    """A sentence of a misconception's claim, and what tells it from the card's true sentences."""

    phrase: Phrase
    false_marks: frozenset[Mark]


class CardSentences(TrueSentences):
    """What a card says is true, and what it says is not."""

    def __init__(self, rubric: Rubric, cues: CueFinder) -> None:
        texts = [
            *(criterion.point for criterion in rubric.criteria),
            *(misconception.correction for misconception in rubric.misconceptions),
            rubric.model_answer,
        ]
        super().__init__(_both(rubric.title, rubric.question), _both(*texts), cues)
        self.true_marks: frozenset[Mark] = frozenset().union(*(phrase.marks for phrase in self.truths))
        self.true_names = frozenset().union(*(phrase.names for phrase in self.truths))
        claimed = [
            [phrase for text in _both(misconception.claim) for phrase in _phrases(*_read(text, cues))]
            for misconception in rubric.misconceptions
        ]
        self.falsehoods = list(chain.from_iterable(claimed))
        self.claims = [
            [Claim(phrase, false) for phrase in phrases if (false := phrase.marks - self.true_marks)]
            for phrases in claimed
        ]


class Turning:
    """One answer against sentences that are true."""

    def __init__(self, sentences: TrueSentences, reading: Reading) -> None:
        self.true = sentences
        self.reading = reading
        self._words = by_clause(words_of(reading))
        self.phrases = list(_phrases(reading, self._words))

    @cached_property
    def clauses(self) -> list[Phrase]:
        """The answer's clauses one by one; text addressed to the grader is none."""
        addressed = self.reading.injections
        return [
            phrase
            for phrase in self.phrases
            if len(phrase.clauses) == 1
            and not any(void.start <= phrase.words[0].span[0] < void.end for void in addressed)
        ]

    def turned(self) -> Iterator[int]:
        """Clauses in which the answer says a true sentence the wrong way round, or of the wrong thing."""
        yield from self.true.subjects.exchanged(self.reading, self._words)
        for phrase in self.phrases:
            if not phrase.poles or len(phrase.names) < _LEAST_SHARED:
                continue
            straight, best, clause = 0, 0, -1
            for at, shared in sorted(self.true.turnable_names.with_each(phrase.names).items()):
                if shared < _LEAST_SHARED or shared <= straight:
                    continue
                truth = self.true.turnable[at]
                opposites = [
                    pole for pole in phrase.poles if pole.key not in phrase.undecided and _is_opposite(pole, truth)
                ]
                if not opposites:
                    straight = shared
                elif (
                    len(opposites) == 1
                    and shared > best
                    and shared >= _LIKE_A_TRUTH * min(len(phrase.names), len(truth.names))
                ):
                    best, clause = shared, opposites[0].clause
            if best >= straight + _LEAST_LEAD:
                yield clause


class Reversals(Turning):
    """One answer against the sentences of one card."""

    def __init__(self, sentences: CardSentences, reading: Reading) -> None:
        super().__init__(sentences, reading)
        self.sentences = sentences

    def claim(self, misconception: int) -> tuple[Span, ...]:
        """Words with which the answer makes a misconception's claim; none where it doesn't."""
        for claim, false_marks in self.sentences.claims[misconception]:
            for phrase in self.phrases:
                # Of most phrases this alone tells that they don't make the claim.
                if phrase.marks.isdisjoint(false_marks):
                    continue
                if len(phrase.names & claim.names) >= _LIKE_A_CLAIM * len(claim.names) and (
                    words := self._made(claim, phrase, phrase.marks & false_marks)
                ):
                    return words
        return ()

    def _made(self, claim: Phrase, phrase: Phrase, false: frozenset[Mark]) -> tuple[Span, ...]:
        made = {
            mark
            for mark in false
            if mark[::-1] not in phrase.marks - {mark} and phrase.undecided.isdisjoint(mark) and self._tells(mark)
        }
        if len(made) < 2 and not any(map(_relates_alone, made)):
            return ()
        if any(phrase.stands_at_other_end(pole.key) for pole in claim.poles):
            return ()
        keys = {key for mark in made for key in mark}
        if {name for name, _ in keys} & (phrase.negated ^ claim.negated):
            return ()
        if len(made) <= len((phrase.marks & self.sentences.true_marks) - claim.marks):
            return ()
        words = tuple(word.span for word in phrase.words if word.key in keys)
        return words if all(map(self._is_stated, words)) else ()

    def _tells(self, mark: Mark) -> bool:
        """Whether a mark sets a claim against the true sentences: a pole, a word that none of those has, or two words
        that they have the other way round.
        """
        return (
            any(end or name not in self.sentences.true_names for name, end in mark)
            or mark[::-1] in self.sentences.true_marks
        )

    def _is_stated(self, word: Span) -> bool:
        return not self.reading.void_at(word) and not any(
            start <= word[0] < end for start, end in self.reading.attributed
        )


def _stand_apart(word: Word, other: Word) -> bool:
    """Whether two words can be told in either order; pairs of characters side by side are one longer word."""
    touch = other.span[0] == word.span[1] and _is_pair(word) and _is_pair(other)
    return other.span[0] >= word.span[1] and not touch


def _is_pair(word: Word) -> bool:
    return not word.is_pole and len(word.name) == 2 and not word.name.isascii()


def _relates_alone(mark: Mark) -> bool:
    """Whether a mark says something by itself: two words, and not just two things that the field has names for."""
    return len(mark) > 1 and not all(end == 0 and name.startswith(CONCEPT) for name, end in mark)


def _is_opposite(pole: Pole, truth: Phrase) -> bool:
    """Whether a pole stands at the other end where it speaks of the same as one of the true sentence."""
    alike = [
        (len(pole.beside & other.beside), pole.key == other.key) for other in truth.poles if other.key[0] == pole.key[0]
    ]
    shared, is_same = max(alike, default=(0, True))
    return shared >= _LEAST_BESIDE and not is_same


def _both(*texts: Text) -> Iterator[str]:
    """Every text in both languages."""
    for text in texts:
        yield from (text.zh, text.en)


def _read(text: str, cues: CueFinder) -> tuple[Reading, dict[int, list[Word]]]:
    """A text with the words of every clause."""
    reading = Reading(text, cues)
    return reading, by_clause(words_of(reading))


def _phrases(reading: Reading, words: dict[int, list[Word]]) -> Iterator[Phrase]:
    """Sentences of an answer, their clauses, and neighbouring clauses in pairs."""
    clauses = {at: Clause(some) for at, some in words.items()}
    for sentence in reading.outline.sentences:
        own = [clauses[at] for at in range(sentence.first, sentence.last + 1) if at in clauses]
        yield from (Phrase([clause]) for clause in own)
        yield from (Phrase(own[at : at + 2]) for at in range(len(own) - 1))
        if len(own) > 2:
            yield Phrase(own)
