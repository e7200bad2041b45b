"""How able a candidate has shown to be, on the scale on which questions are hard, and how sure that is.

The one-parameter logistic model (Rasch 1960): somebody of ability θ gives the share σ(θ − b) of a full answer to a
question of difficulty b. Shares of an answer take the place of right and wrong (a quasi-likelihood: Papke and
Wooldridge 1996), and a normal prior keeps the estimate finite when everything was right (the mode of the posterior:
Mislevy 1986).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, sqrt
from typing import NamedTuple

MIDDLE, SPREAD = 3.0, 1.5
"""The prior: mean and standard deviation over difficulties 1 to 5."""
SURE_FROM = 1.05
"""Standard error from which on, downwards, an estimate is acted on: some three questions near the candidate's level."""
_TOLERANCE, _MOST_STEPS = 1e-9, 50


class Result(NamedTuple):
    """What one question came to. difficulty: 1 to 5; share: of a full answer, 0 to 1."""

    difficulty: float
    share: float


class Ability(NamedTuple):
    """level: on the scale of difficulties, where half of a full answer is to be expected; error: its standard error."""

    level: float
    error: float

    @property
    def is_known(self) -> bool:
        """Whether it rests on enough to act on."""
        return self.error <= SURE_FROM


def estimate(results: Sequence[Result]) -> Ability:
    """The mode of the posterior, by Newton's method; the prior itself where nothing was answered yet."""
    level = MIDDLE
    for _ in range(_MOST_STEPS):
        slope, curvature = (MIDDLE - level) / SPREAD**2, 1 / SPREAD**2
        for result in results:
            expected = _expected(level, result.difficulty)
            slope += result.share - expected
            curvature += expected * (1 - expected)
        # The posterior is log-concave; a step of more than one level could still overshoot.
        step = max(-1.0, min(1.0, slope / curvature))
        level += step
        if abs(step) < _TOLERANCE:
            break
    information = sum(_expected(level, r.difficulty) * (1 - _expected(level, r.difficulty)) for r in results)
    return Ability(level, 1 / sqrt(information + 1 / SPREAD**2))


def _expected(level: float, difficulty: float) -> float:
    return 1 / (1 + exp(difficulty - level))
