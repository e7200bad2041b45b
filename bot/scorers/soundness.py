"""How far an answer as a whole speaks against its card, though no wording or claim of the card says what it says.

Wordings look for points and `bot.scorers.reversal` for claims, one by one. An answer that is wrong in ways that nobody
foresaw keeps the points whose words it has; taken together its sentences tell, by four shares:

* `lean`: how much nearer its clauses are to the card's true sentences than to the claims of its misconceptions;
* `false_words`: poles and pairs of words that only those claims have, of all that the card has;
* `opposites`: poles that stand at the other end than in the true sentences, beside the same words;
* `denied`: the card's own words, negated where no true sentence negates them.

A logistic regression makes one doubt of them (`soundness.yaml` says on which data). It never makes a point: it only
takes away credit from those that were found.
"""

from __future__ import annotations

from functools import lru_cache
from math import exp
from pathlib import Path
from typing import Annotated, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from bot.datafile import read_datafile
from bot.scorers.reversal import CardSentences, Mark, Phrase, Reversals, SharedNames

SETTINGS_FILE = Path(__file__).with_name("soundness.yaml")
_LEAST_WORDS = 2
"""A clause of fewer is near to everything and to nothing."""

Share = Annotated[float, Field(ge=0, le=1)]


class Shares(NamedTuple):
    """What the doubt rests on; `lean` is between -1 and 1, the other shares between 0 and 1."""

    clauses: int
    """How many it was counted in, those of a single word left out."""
    lean: float
    false_words: float
    opposites: float
    denied: float


class _Weights(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    lean: float
    false_words: float
    opposites: float
    denied: float


class Settings(BaseModel):
    """What stands in `soundness.yaml`, where each is explained."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    weights: _Weights
    constant: float
    usual_lean: Share
    clauses: Annotated[float, Field(ge=0)]
    marks: Annotated[float, Field(ge=0)]
    poles: Annotated[float, Field(ge=0)]
    words: Annotated[float, Field(ge=0)]
    least_clauses: Annotated[int, Field(ge=0)]
    doubt_from: Annotated[float, Field(ge=0, lt=1)]
    most_lost: Share
    doubted_up_to: Share
    believed_from: Share

    @model_validator(mode="after")
    def ascends(self) -> Self:
        if self.doubted_up_to >= self.believed_from:
            raise ValueError("doubted_up_to must be less than believed_from")
        return self

    def doubt(self, shares: Shares) -> float:
        """How likely an answer with these shares is wrong, 0 to 1."""
        if shares.clauses < self.least_clauses:
            return 0.0
        sum_ = self.constant + sum(weight * getattr(shares, name) for name, weight in self.weights)
        return 1 / (1 + exp(-sum_))

    def kept(self, doubt: float, fraction: float) -> float:
        """The share of its credit that an answer keeps, which states so much of its card."""
        lost = self.most_lost * max(0.0, doubt - self.doubt_from) / (1 - self.doubt_from)
        believed = (fraction - self.doubted_up_to) / (self.believed_from - self.doubted_up_to)
        return 1 - lost * (1 - min(1.0, max(0.0, believed)))


@lru_cache(maxsize=4)
def load_settings(file: Path = SETTINGS_FILE) -> Settings:
    """Read and check the file; cached. Raises BadInput, which names file and key."""
    return read_datafile(file, Settings)


class Comparison:
    """A card's sentences, ready to be compared with whole answers."""

    def __init__(self, sentences: CardSentences) -> None:
        self._true_marks = sentences.true_marks
        self._true_names = sentences.true_names
        self._true = SharedNames({phrase.names for phrase in sentences.truths})
        self._false = SharedNames({phrase.names for phrase in sentences.falsehoods})
        self._negated = frozenset[str]().union(*(phrase.negated for phrase in sentences.truths))
        marks: frozenset[Mark] = frozenset().union(*(phrase.marks for phrase in sentences.falsehoods))
        self._false_marks = marks - sentences.true_marks
        self._ends = sentences.ends

    def shares(self, reversals: Reversals, settings: Settings) -> Shares:
        """Of an answer's clauses and words; text addressed to the grader is none of them."""
        clauses = reversals.clauses
        leans = [lean for clause in clauses if (lean := self._lean(clause)) is not None]
        marks: frozenset[Mark] = frozenset().union(*(clause.marks for clause in clauses))
        false, true = len(marks & self._false_marks), len(marks & self._true_marks)
        known = [word for clause in clauses for word in clause.words if word.name in self._true_names]
        denied = sum(word.is_negated and word.name not in self._negated for word in known)
        return Shares(
            len(leans),
            (sum(leans) + settings.usual_lean * settings.clauses) / (len(leans) + settings.clauses),
            false / (false + true + settings.marks),
            self._ends.opposed(clauses, settings.poles),
            denied / (len(known) + settings.words),
        )

    def _lean(self, clause: Phrase) -> float | None:
        """How much nearer a clause is to what is true than to what is false; None where it is near to neither."""
        if len(clause.names) < _LEAST_WORDS:
            return None
        nearest_true = max(self._true.with_each(clause.names).values(), default=0)
        nearest_false = max(self._false.with_each(clause.names).values(), default=0)
        if not nearest_true and not nearest_false:
            return None
        return (nearest_true - nearest_false) / len(clause.names)
