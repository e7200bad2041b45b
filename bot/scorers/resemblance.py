"""How like its reference an answer is as a whole.

Statements are looked for one by one (`bot.scorers.reference`); an answer that says the same in another cut and order
keeps little of that. Four shares tell of the whole:

* `borne_out`: how much of what the answer says stands in the reference (by rarity, the question's words left out);
* `covered`: how much of the reference stands in the answer;
* `cosine`: of the embeddings of both;
* `length`: how long the answer is, up to the length of the reference;

and `opposed`, the share of its poles that stand at the other end than in the reference, counts against it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean

from bot.scorers.reading import without
from bot.scorers.reference_settings import WholeSettings
from bot.scorers.reversal import Turning
from bot.scorers.statements import Side, says_nothing
from bot.scorers.units import Rarity, Unit, likeness
from corpus.embed import GlossaryEmbeddings


@dataclass(frozen=True, slots=True)
class Resemblance:
    """Of an answer to its reference; all shares are between 0 and 1."""

    borne_out: float
    covered: float
    cosine: float
    length: float
    opposed: float
    shared: tuple[Unit, ...]
    """The answer's units that the reference has."""

    def credit(self, settings: WholeSettings) -> float:
        """What it is worth, 0 to 1."""
        alike = min(1.0, fmean((self.borne_out, self.covered, self.cosine)) / settings.full_from)
        return alike * self.length * max(0.0, 1 - settings.opposed_weight * self.opposed)


def resemblance(
    reference: Side,
    said: Side,
    turning: Turning,
    rarity: Rarity,
    embeddings: GlossaryEmbeddings,
    settings: WholeSettings,
) -> Resemblance:
    """Compare two sides, of which `said` may hold stretches that state nothing.

    Args:
        turning: The answer against the reference's sentences.
    """
    units = [unit for unit in said.units if not says_nothing(said.reading, unit)]
    mine, theirs = {unit.text for unit in units}, {unit.text for unit in reference.units}
    new = mine - reference.asked
    found = {unit: _likeness_to(theirs - reference.asked, unit) for unit in new}
    weights = {unit: rarity.of(unit) for unit in new}
    vectors = embeddings.embed_array([reference.reading.said, without(said.reading.said, said.reading.voids)])
    return Resemblance(
        borne_out=sum(weights[unit] * alike for unit, alike in found.items()) / (sum(weights.values()) or 1.0),
        covered=sum(_likeness_to(mine, unit) for unit in theirs) / (len(theirs) or 1),
        cosine=min(1.0, max(0.0, float(vectors[0] @ vectors[1]))),
        length=min(1.0, (len(units) + 1) / (len(reference.units) + 1)),
        opposed=turning.true.ends.opposed(turning.clauses, settings.poles),
        shared=tuple(unit for unit in units if found.get(unit.text)),
    )


def _likeness_to(others: Iterable[str], unit: str) -> float:
    return max((likeness(unit, other) for other in others), default=0.0)
