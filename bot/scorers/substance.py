"""How much an answer says of the things that it names.

A card's terms put into sentences that would suit any subject ("众所周知 A 是核心，B 是重要组成，C 也不可忽视", "it is
all about A and B; the key insight is C") are no answer, though they name what a wording looks for. Who knows the
subject has more words in common with the card than its terms. So of all that an answer holds, names and units beside
them (`bot.scorers.skeletons`), the share is taken that stands in the card beside its names: in its points, wordings,
claims and model answer. In the middle it is .43 in answers of people that are worth something, .04 in templates filled
with a card's terms that the wordings give more than .2; less than .14 it is in 13 of 1264 and in five of six of these.
"""

from __future__ import annotations

from bot.scorers.cues import CueFinder
from bot.scorers.skeletons import Skeletons
from rubrics.schema import Rubric, Text

_EMPTY, _ENOUGH = 0.04, 0.10
"""Shares up to which names count for next to nothing, and from which in full; between them in a straight line."""
_LEAST_KEPT = 0.1
_LEAST_NAMES, _LEAST_FOREIGN = 4, 2
"""So many names, and units that the card doesn't have, an answer must hold: "BN relies on the batch size" is terse."""


def vocabulary_of(card: Rubric, cues: CueFinder) -> frozenset[str]:
    """The units that a card has beside names."""
    texts: list[Text] = [card.model_answer]
    wordings: list[str] = []
    for criterion in card.criteria:
        texts.append(criterion.point)
        wordings += [*criterion.accept, *criterion.partial]
    for misconception in card.misconceptions:
        texts += [misconception.claim, misconception.correction]
        wordings += misconception.match
    sentences = [each for text in texts for each in (text.zh, text.en)]
    return frozenset[str]().union(*Skeletons([*sentences, *wordings], cues).units)


def share_with_substance(skeletons: Skeletons, vocabulary: frozenset[str]) -> float:
    """The share of its credit, 0 to 1, that an answer keeps for what it says beside names."""
    units = frozenset[str]().union(*skeletons.units)
    known, names = len(units & vocabulary), sum(skeletons.names)
    if names < _LEAST_NAMES or len(units) - known < _LEAST_FOREIGN:
        return 1.0
    share = known / (len(units) + names)
    return min(1.0, max(_LEAST_KEPT, (share - _EMPTY) / (_ENOUGH - _EMPTY)))
