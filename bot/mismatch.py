"""Two statements of a candidate's that do not fit together, as data; `bot.scorecard` finds them."""

from __future__ import annotations

from bot.data import Data


class Quoted(Data):
    """Words of the candidate's, verbatim."""

    quote: str
    turn: int | None
    """Turn they were said in; None where they stand in the CV."""


class Mismatch(Data):
    """Two statements on one thing that do not fit together as they stand."""

    about: str
    """The thing: what is measured, as in `quantities.yaml`, or `own_part`."""
    earlier: Quoted
    later: Quoted
    firm: bool = True
    """Whether both are bare, so that a conclusion can rest on them; else the interviewer may ask, no more."""
