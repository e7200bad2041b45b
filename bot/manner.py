"""How a persona's interviewers behave: what remarks show of it by aspect, and the manner of speech that follows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, get_args

from bot.planned import Manner
from corpus.report import Remark, Trait

Aspect = Literal["pace", "warmth", "depth", "interruptions", "praises", "presses"]

ASPECTS: Mapping[Aspect, tuple[Trait, ...]] = {
    "pace": (Trait.BRISK, Trait.UNHURRIED),
    "warmth": (Trait.WARM, Trait.COOL),
    "depth": (Trait.DEEP, Trait.LIGHT),
    "interruptions": (Trait.CHALLENGES, Trait.LISTENS),
    "praises": (Trait.PRAISES,),
    "presses": (Trait.PRESSES,),
}
SHOWN_BY: Mapping[Manner, tuple[Trait, ...]] = {
    "warm": (Trait.WARM, Trait.UNHURRIED),
    "brisk": (Trait.BRISK, Trait.COOL),
    "pressing": (Trait.DEEP, Trait.CHALLENGES),
}
"""What the manners of speech are read off. What interviewers insist on says what they ask, not how they speak."""


def aspects(remarks: Iterable[Remark]) -> Mapping[Aspect, Sequence[tuple[Trait, Remark]]]:
    """The remarks that show something of each aspect of the manner; aspects of which nothing is told are left out."""
    shown = [(trait, remark) for remark in remarks for trait in remark.shows]
    by_aspect = {aspect: [each for each in shown if each[0] in traits] for aspect, traits in ASPECTS.items()}
    return {aspect: found for aspect, found in by_aspect.items() if found}


def speech(remarks: Iterable[Remark]) -> tuple[Manner, ...]:
    """The manners of speech that remarks show, the one most often shown first; empty where none is."""
    shown = Counter(trait for remark in remarks for trait in remark.shows)
    support = {manner: sum(shown[trait] for trait in SHOWN_BY[manner]) for manner in get_args(Manner)}
    return tuple(sorted((manner for manner in support if support[manner]), key=lambda manner: -support[manner]))
