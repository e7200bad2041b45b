"""Numbers with what they are given for: "延迟 20 ms" is a latency of 0.02 seconds. The lists are in `quantities.yaml`.

Works on folded text (`bot.scorers.text.fold`). Whether two numbers fit together is decided elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple, Self

from pydantic import Field, model_validator

from bot.data import Data
from bot.datafile import read_datafile
from bot.scorers.cues import Cue, any_of

FILE = Path(__file__).with_name("quantities.yaml")
NUMBER = re.compile(
    r"(?<![a-z0-9.])(?P<digits>\d+(?:,\d{3})*(?:\.\d+)?)"
    r"(?: ?(?P<times>亿|千万|百万|十万|万|千|百|(?:k|w|m|million|thousand)(?![a-z])))?"
)
_TIMES = {
    "亿": 1e8,
    "千万": 1e7,
    "百万": 1e6,
    "十万": 1e5,
    "万": 1e4,
    "千": 1e3,
    "百": 1e2,
    "k": 1e3,
    "w": 1e4,
    "m": 1e6,
    "million": 1e6,
    "thousand": 1e3,
}
CLEARLY_MORE = 1.5
"""Ratio from which two numbers are no longer roundings of each other."""
CLEARLY_BETTER = 5.0
"""The same for percentages, in points."""


class _Quantity(Data):
    name: str
    words: tuple[Cue, ...] = Field(min_length=1)
    counted_in: tuple[str, ...] = Field(min_length=1)
    """Kinds of units, the likeliest first."""


class _Lists(Data):
    quantities: tuple[_Quantity, ...]
    units: Mapping[str, Mapping[str, float]]
    links: tuple[Cue, ...]

    @model_validator(mode="after")
    def units_exist(self) -> Self:
        if unknown := {kind for each in self.quantities for kind in each.counted_in} - set(self.units):
            raise ValueError(f"quantities are counted in {sorted(unknown)}, of which units says nothing")
        return self


@dataclass(frozen=True)
class Quantity:
    """One thing that numbers are given for."""

    name: str
    words: re.Pattern[str]
    counted_in: tuple[str, ...]


@dataclass(frozen=True)
class Quantities:
    """Every list as one expression."""

    all: tuple[Quantity, ...]
    units: Mapping[str, Mapping[str, float]]
    """By kind: how many of the base unit one is; "" is a number with nothing behind it."""
    links: re.Pattern[str]
    """What stands between a thing and its number and says nothing of its own."""


class Reading(NamedTuple):
    """A number as it was understood."""

    kind: str
    value: float
    """In the base unit of its kind: seconds, megabytes, points, pieces."""
    end: int
    """Where number and unit end in the clause."""


@cache
def quantities() -> Quantities:
    """Reads and checks the lists; cached. Raises BadInput, which names file and key."""
    lists = read_datafile(FILE, _Lists)
    return Quantities(
        all=tuple(Quantity(each.name, any_of(each.words), each.counted_in) for each in lists.quantities),
        units=lists.units,
        links=any_of(lists.links),
    )


def read_number(clause: str, number: re.Match[str], kind: str) -> Reading | None:
    """The number that `NUMBER` matched in a clause, as one of a kind of units; None where its unit is of another."""
    units = quantities().units[kind]
    times = number["times"] or ""
    behind = clause[number.end() :].lstrip()
    unit = max((each for each in units if each and behind.startswith(each)), key=len, default=None)
    if unit is None and times and times in units:
        # "12 M" of a model's size is megabytes and no million.
        unit, end, value = times, number.end(), _digits(number)
    elif unit is None:
        if "" not in units or quantities().links.sub("", behind).strip():
            return None
        unit, end, value = "", number.end(), without_unit(number, kind)
    else:
        end, value = len(clause) - len(behind) + len(unit), written_out(number)
    return Reading(kind, value * units[unit], end)


def written_out(number: re.Match[str]) -> float:
    """The value of a number that `NUMBER` matched: 30000 for "3 万"."""
    return _digits(number) * _TIMES.get(number["times"] or "", 1.0)


def without_unit(number: re.Match[str], kind: str) -> float:
    """The same where no unit stands behind it: "mAP 0.62" is 62 percent."""
    value = written_out(number)
    return value * 100 if kind == "percent" and value <= 1 else value


def _digits(number: re.Match[str]) -> float:
    return float(number["digits"].replace(",", ""))


def clearly_differ(kind: str, one: float, other: float) -> bool:
    """Whether two values of a kind are more than roundings apart."""
    if kind == "percent":
        return abs(one - other) >= CLEARLY_BETTER
    low, high = sorted((one, other))
    return low > 0 and high >= CLEARLY_MORE * low
