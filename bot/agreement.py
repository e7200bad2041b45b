"""How far the scorer and people agree, over every verdict that a person looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import get_args

from bot.data import Data
from bot.schema import CriterionVerdict, PersonVerdict

VERDICTS: tuple[CriterionVerdict, ...] = get_args(CriterionVerdict)


class Agreement(Data):
    """Verdicts of the scorer against those of people. Figures are None where they are undefined."""

    items: int
    """Verdicts that a person confirmed or overruled."""
    agreed: int
    kappa: float | None
    verdicts: tuple[CriterionVerdict, ...] = VERDICTS
    confusion: Mapping[CriterionVerdict, Mapping[CriterionVerdict, int]]
    """How often the scorer said the first and people the second."""


def agreement(given: Iterable[PersonVerdict]) -> Agreement:
    """The agreement over what people said last of each criterion."""
    pairs = Counter((each.scorer, each.verdict) for each in given)
    return Agreement(
        items=pairs.total(),
        agreed=sum(pairs[verdict, verdict] for verdict in VERDICTS),
        kappa=cohens_kappa(pairs),
        confusion={scorer: {person: pairs[scorer, person] for person in VERDICTS} for scorer in VERDICTS},
    )


def cohens_kappa(pairs: Mapping[tuple[CriterionVerdict, CriterionVerdict], int]) -> float | None:
    """(pₒ − pₑ) / (1 − pₑ): the observed share of agreement beyond what two raters with these habits reach by chance.

    None for nothing, and where chance alone agrees always (both gave one and the same verdict throughout).

    Args:
        pairs: How often the first rater said one thing and the second another.

    Source: J. Cohen, Educational and Psychological Measurement 20 (1960), 37–46.
    """
    total = sum(pairs.values())
    if not total:
        return None
    first: Counter[CriterionVerdict] = Counter()
    second: Counter[CriterionVerdict] = Counter()
    for (one, other), count in pairs.items():
        first[one] += count
        second[other] += count
    observed = sum(count for (one, other), count in pairs.items() if one == other) / total
    # In whole numbers, so that certain agreement by chance is exactly that.
    by_chance = sum(first[name] * second[name] for name in first)
    if by_chance == total * total:
        return None
    chance = by_chance / (total * total)
    return (observed - chance) / (1 - chance)
