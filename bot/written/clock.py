"""The clock of a written test. It runs from the first event on: a reload or a restart gives no more time."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.errors import InterviewClosed
from bot.schema import Started

GRACE = timedelta(seconds=20)
"""A submission that arrived in time may be judged so long past the end before the paper is taken away."""


def deadline(started: Started) -> datetime | None:
    """When time is over; None for a round that is no written test."""
    paper = started.plan.paper
    return None if paper is None else started.at + timedelta(minutes=paper.minutes)


def is_over(started: Started, now: datetime) -> bool:
    """Whether nothing more is accepted."""
    ends = deadline(started)
    return ends is not None and now >= ends


def may_be_collected(started: Started, now: datetime) -> bool:
    """Whether the test may be closed: no submission can be under way any more."""
    ends = deadline(started)
    return ends is not None and now >= ends + GRACE


def refuse_when_over(started: Started, now: datetime) -> None:
    """Refuses what comes too late.

    Raises:
        InterviewClosed: time is over.
    """
    if is_over(started, now):
        raise InterviewClosed("时间到了，不再收题 (time is over: nothing more is accepted)；结果在复盘里 (see Review)")
