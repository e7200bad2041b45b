"""The numbers of `reference.yaml`, read and checked."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Annotated, Self

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, model_validator

from bot.datafile import read_datafile

SETTINGS_FILE = Path(__file__).with_name("reference.yaml")

Share = Annotated[float, Field(ge=0, le=1)]


class WholeSettings(BaseModel):
    """How the answer as a whole counts."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    share: Annotated[float, Field(ge=0, lt=1)]
    full_from: Annotated[float, Field(gt=0, le=1)]
    poles: Annotated[float, Field(ge=0)]
    opposed_weight: Annotated[float, Field(ge=0)]


class Settings(BaseModel):
    """What stands in `reference.yaml`, where each is explained."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    embedding_share: Share
    full_from: Share
    hedged: Share
    credit: tuple[tuple[Share, Share], ...] = Field(min_length=2)
    whole: WholeSettings

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
