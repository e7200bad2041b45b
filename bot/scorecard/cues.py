"""The word lists of `cues.yaml`, ready to be searched for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from bot.schema import Data
from bot.scorers.cues import Cue, any_of
from bot.scorers.datafile import read_datafile

FILE = Path(__file__).with_name("cues.yaml")


class Quantity(Data):
    """One thing that numbers are given for."""

    words: tuple[Cue, ...] = Field(min_length=1)
    counted_in: tuple[str, ...] = Field(min_length=1)
    """Kinds of units, the likeliest first."""


class Lists(Data):
    """The file as it stands; each list is explained there."""

    points: tuple[Cue, ...]
    shortcomings: tuple[Cue, ...]
    illustrations: tuple[Cue, ...]
    quantities: tuple[Quantity, ...]
    units: Mapping[str, Mapping[str, float]]
    links: tuple[Cue, ...]
    not_comparable: tuple[Cue, ...]
    places: tuple[Cue, ...]
    corrections: tuple[Cue, ...]

    @model_validator(mode="after")
    def units_exist(self) -> Self:
        if unknown := {kind for each in self.quantities for kind in each.counted_in} - set(self.units):
            raise ValueError(f"quantities are counted in {sorted(unknown)}, of which units says nothing")
        return self


@dataclass(frozen=True)
class ScorecardCues:
    """Every list as one expression."""

    points: re.Pattern[str]
    shortcomings: re.Pattern[str]
    illustrations: re.Pattern[str]
    quantities: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]
    """What is counted, and the kinds of units it is counted in."""
    units: Mapping[str, Mapping[str, float]]
    links: re.Pattern[str]
    not_comparable: re.Pattern[str]
    places: re.Pattern[str]
    corrections: re.Pattern[str]


@cache
def scorecard_cues() -> ScorecardCues:
    """Reads and checks the lists; cached. Raises BadInput, which names file and key."""
    lists = read_datafile(FILE, Lists)
    return ScorecardCues(
        points=any_of(lists.points),
        shortcomings=any_of(lists.shortcomings),
        illustrations=any_of(lists.illustrations),
        quantities=tuple((any_of(each.words), each.counted_in) for each in lists.quantities),
        units=lists.units,
        links=any_of(lists.links),
        not_comparable=any_of(lists.not_comparable),
        places=any_of(lists.places),
        corrections=any_of(lists.corrections),
    )
