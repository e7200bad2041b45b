"""The word lists of `cues.yaml`, ready to be searched for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from bot.data import Data
from bot.datafile import read_datafile
from bot.quantities import Quantity, quantities
from bot.scorers.cues import Cue, any_of

FILE = Path(__file__).with_name("cues.yaml")
Section = Literal["projects", "skills", "publications", "other"]


class _Measure(Data):
    name: str
    words: tuple[Cue, ...] = Field(min_length=1)
    counted_in: tuple[str, ...] = Field(min_length=1)


class _Lists(Data):
    """The file as it stands; each list is explained there."""

    sections: Mapping[Section, tuple[Cue, ...]]
    labels: tuple[Cue, ...]
    details: tuple[Cue, ...]
    positions: tuple[Cue, ...]
    schools: tuple[Cue, ...]
    measures: tuple[_Measure, ...]
    speedup: tuple[Cue, ...]
    gain: tuple[Cue, ...]
    reached: tuple[Cue, ...]
    times: tuple[Cue, ...]
    own_parts: tuple[Cue, ...]
    not_skills: frozenset[str]
    venues: tuple[str, ...]
    published: tuple[Cue, ...]
    not_own: tuple[Cue, ...]


@dataclass(frozen=True)
class ResumeCues:
    """Every list as one expression, for folded text."""

    sections: Mapping[Section, re.Pattern[str]]
    labels: re.Pattern[str]
    details: re.Pattern[str]
    positions: re.Pattern[str]
    schools: re.Pattern[str]
    measures: tuple[Quantity, ...]
    """Those of answers, too, which go first."""
    speedup: re.Pattern[str]
    gain: re.Pattern[str]
    reached: re.Pattern[str]
    times: re.Pattern[str]
    own_parts: re.Pattern[str]
    not_skills: frozenset[str]
    venues: re.Pattern[str]
    """Case counts: "tip" is no journal."""
    published: re.Pattern[str]
    not_own: re.Pattern[str]


@cache
def resume_cues() -> ResumeCues:
    """Reads and checks the lists; cached. Raises BadInput, which names file and key."""
    lists = read_datafile(FILE, _Lists)
    own = tuple(Quantity(each.name, any_of(each.words), each.counted_in) for each in lists.measures)
    venues = "|".join(re.escape(venue) for venue in sorted(lists.venues, key=len, reverse=True))
    return ResumeCues(
        sections={name: any_of(headings) for name, headings in lists.sections.items()},
        labels=any_of(lists.labels),
        details=any_of(lists.details),
        positions=any_of(lists.positions),
        schools=any_of(lists.schools),
        measures=(*quantities().all, *own),
        speedup=any_of(lists.speedup),
        gain=any_of(lists.gain),
        reached=any_of(lists.reached),
        times=any_of(lists.times),
        own_parts=any_of(lists.own_parts),
        not_skills=lists.not_skills,
        venues=re.compile(rf"(?<![A-Za-z])(?:{venues})(?![a-z])"),
        published=any_of(lists.published),
        not_own=any_of(lists.not_own),
    )
