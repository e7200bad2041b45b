"""The numbers and word pairs of `reference.yaml`, read and checked, and the pairs ready to be searched for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Self

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, model_validator

from bot.scorers.cues import Cue, any_of
from bot.scorers.datafile import read_datafile
from bot.scorers.reading import Reading, Span

SETTINGS_FILE = Path(__file__).with_name("reference.yaml")

Share = Annotated[float, Field(ge=0, le=1)]


class Opposites(BaseModel):
    """The two ends of one scale."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    one: tuple[Cue, ...] = Field(min_length=1)
    other: tuple[Cue, ...] = Field(min_length=1)


class Settings(BaseModel):
    """What stands in `reference.yaml`, where each is explained."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    embedding_share: Share
    full_from: Share
    hedged: Share
    credit: tuple[tuple[Share, Share], ...] = Field(min_length=2)
    opposites: tuple[Opposites, ...]

    @model_validator(mode="after")
    def ascends(self) -> Self:
        nearness, credit = zip(*self.credit, strict=True)
        if list(nearness) != sorted(set(nearness)) or list(credit) != sorted(credit):
            raise ValueError("the points must ascend in both numbers")
        return self

    def credit_of(self, near: float) -> float:
        """Credit for a nearness."""
        nearness, credit = zip(*self.credit, strict=True)
        return float(np.interp(near, nearness, credit, left=0.0))


@lru_cache(maxsize=4)
def load_settings(file: Path = SETTINGS_FILE) -> Settings:
    """Read and check the file; cached. Raises BadInput, which names file and key."""
    return read_datafile(file, Settings)


class Scale:
    """One pair of opposites, ready to be searched for."""

    def __init__(self, opposites: Opposites) -> None:
        self._expression = any_of((*opposites.one, *opposites.other))
        self._one = any_of(opposites.one)

    def end_in(self, reading: Reading, spans: Sequence[Span]) -> int:
        """1 or -1 where stretches of a text speak of one end alone, else 0."""
        ends = set()
        for start, end in reading.cues.spans(self._expression, reading.folded):
            if any(left <= start < right for left, right in spans):
                is_one = self._one.fullmatch(reading.folded_text(start, end)) is not None
                negations = [each for each in reading.negators_of(start) if each.end <= start]
                ends.add((1 if is_one else -1) * (-1) ** len(negations))
        return ends.pop() if len(ends) == 1 else 0
