"""What makes a plan a written test."""

from __future__ import annotations

from pydantic import Field

from bot.data import Data
from corpus.report import Source


class Paper(Data):
    """A written test: the questions of the plan are handed out at once, to be done against the clock."""

    minutes: int = Field(gt=0)
    source: Source | None = None
    """Where a report tells how long it takes; None where the time is the usual one."""
