"""A written test in the terminal: the time left before every line, the end of it also in the middle of one."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TypeVar

from bot.interview import Interview
from bot.words import words
from bot.written.clock import deadline
from bot.written.results import paper_lines

Given = TypeVar("Given")


class TimeIsUp(Exception):
    """The test ended while the candidate was typing."""


def prompt(interview: Interview) -> str:
    """What stands before the line to type: the time left, in a written test."""
    left = _seconds_left(interview)
    return "> " if left is None else f"[{clock_face(left)}] > "


def clock_face(seconds: float) -> str:
    """Time left as minutes and seconds."""
    minutes, rest = divmod(max(0, int(seconds)), 60)
    return f"{minutes}:{rest:02d}"


def in_time(interview: Interview, read: Callable[[], Given]) -> Given | None:
    """What is typed; None when time was over first, which closes the test."""
    left = _seconds_left(interview)
    if left is None:
        return read()
    try:
        with _alarm(left):
            return read()
    except TimeIsUp:
        # Nothing is being judged: this is the one place where the candidate's code comes from.
        interview.collect(at_once=True)
        return None


def result_lines(interview: Interview) -> list[str]:
    """The paper's questions as a Markdown table; nothing for a round that is no written test."""
    language = interview.language
    lines = paper_lines(interview.events, interview.scorecard(), interview.services.problems, language)
    if not lines:
        return []
    heads = (words(key, language) for key in ("paper_number", "paper_title", "paper_result", "paper_minutes"))
    rows = [f"| {' | '.join(heads)} |", "|---|---|---|---|"]
    for line in lines:
        if line.problem is None:
            result = words("not_scored", language) if line.fraction is None else f"{line.fraction:.0%}"
        else:
            verdict = words(f"verdict_{line.verdict or 'blank'}", language)
            result = f"{verdict} {line.passed}/{line.total}" if line.verdict else verdict
        rows.append(f"| {line.number} | {line.title.replace('|', '/')} | {result} | {line.minutes:g} |")
    return [f"### {words('paper_results', language)}", "", *rows, ""]


def _seconds_left(interview: Interview) -> float | None:
    ends = deadline(interview.started)
    return None if ends is None else (ends - datetime.now(UTC)).total_seconds()


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """Raises TimeIsUp inside when the seconds are over."""

    def ring(_signal: int, _frame: object) -> None:
        raise TimeIsUp

    if seconds <= 0:
        raise TimeIsUp
    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
