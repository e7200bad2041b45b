"""The word lists of `cues.yaml`, ready to be searched for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.data import Data
from bot.datafile import read_datafile
from bot.scorers.cues import Cue, any_of

FILE = Path(__file__).with_name("cues.yaml")


class Lists(Data):
    """The file as it stands; each list is explained there."""

    points: tuple[Cue, ...]
    shortcomings: tuple[Cue, ...]
    illustrations: tuple[Cue, ...]
    not_comparable: tuple[Cue, ...]
    places: tuple[Cue, ...]
    corrections: tuple[Cue, ...]
    explanations: tuple[Cue, ...]
    mine: tuple[Cue, ...]
    others: tuple[Cue, ...]
    shared: tuple[Cue, ...]


@dataclass(frozen=True)
class ScorecardCues:
    """Every list as one expression."""

    points: re.Pattern[str]
    shortcomings: re.Pattern[str]
    illustrations: re.Pattern[str]
    not_comparable: re.Pattern[str]
    places: re.Pattern[str]
    corrections: re.Pattern[str]
    explanations: re.Pattern[str]
    mine: re.Pattern[str]
    others: re.Pattern[str]
    shared: re.Pattern[str]


@cache
def scorecard_cues() -> ScorecardCues:
    """Reads and checks the lists; cached. Raises BadInput, which names file and key."""
    lists = read_datafile(FILE, Lists)
    return ScorecardCues(
        points=any_of(lists.points),
        shortcomings=any_of(lists.shortcomings),
        illustrations=any_of(lists.illustrations),
        not_comparable=any_of(lists.not_comparable),
        places=any_of(lists.places),
        corrections=any_of(lists.corrections),
        explanations=any_of(lists.explanations),
        mine=any_of(lists.mine),
        others=any_of(lists.others),
        shared=any_of(lists.shared),
    )
