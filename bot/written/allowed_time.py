"""How long a written test takes: as its reports tell, else so long a question."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from pydantic import Field

from bot.data import Data
from bot.datafile import read_datafile
from bot.written.paper import Paper
from corpus.report import Remark, Source

SETTINGS = Path(__file__).with_name("allowed_time.yaml")


class Told(Data):
    """A company's time that is told outside the reports of its round."""

    company: str
    minutes: int = Field(gt=0)
    source: str


class AllowedTime(Data):
    """The file `allowed_time.yaml`."""

    minutes_a_problem: int = Field(gt=0)
    minutes_a_short_question: int = Field(gt=0)
    longest: int = Field(gt=0)
    minutes: tuple[str, ...]
    hours: tuple[str, ...]
    told: tuple[Told, ...]


def time_allowed(company: str, remarks: Iterable[Remark], *, problems: int, short: int) -> Paper:
    """The time for a paper.

    Args:
        remarks: What the reports say of the round.
        problems, short: How many coding problems and short questions are on the paper.
    """
    settings = _settings()
    for remark in remarks:
        minutes = _minutes_in(remark.text)
        if minutes is not None:
            return Paper(minutes=minutes, source=remark.source)
    for told in settings.told:
        if told.company == company:
            file, _, line = told.source.rpartition(":")
            return Paper(minutes=told.minutes, source=Source(file=file, line=int(line)))
    usual = settings.minutes_a_problem * problems + settings.minutes_a_short_question * short
    return Paper(minutes=max(usual, settings.minutes_a_problem))


def _minutes_in(text: str) -> int | None:
    settings = _settings()
    for patterns, unit in ((settings.minutes, 1), (settings.hours, 60)):
        for pattern in patterns:
            found = re.search(pattern, text, re.IGNORECASE)
            if found and 0 < (minutes := round(float(found.group(1)) * unit)) <= settings.longest:
                return minutes
    return None


@cache
def _settings() -> AllowedTime:
    return read_datafile(SETTINGS, AllowedTime)
