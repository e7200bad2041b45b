"""Every error a user can meet, in one tree. Third-party errors are mapped to these at the edge they come in by.

    MianjingError
    ├── UsageError              a flag or value that makes no sense: exit code 2
    ├── NotFound
    │   ├── UnknownCompany
    │   ├── UnknownRound
    │   ├── UnknownReport
    │   ├── UnknownQuestion
    │   ├── UnknownProblem
    │   ├── UnknownCriterion
    │   ├── UnknownInterview
    │   └── UnknownSeason
    ├── BadInput                a file of the user's that cannot be used
    ├── InterviewClosed         an answer to an interview that is over
    └── EndpointError           the LLM endpoint failed; scripted interviewer and lexical scorer take over
        └── OverBudget          the ceiling on tokens is reached: nothing is sent

`CorpusError`, `RubricError` and `SandboxError` of the three packages below are shown the same way (`bot.cli`).
"""

from __future__ import annotations

from collections.abc import Iterable


class MianjingError(Exception):
    """Base: `str(error)` is one line for the user: what happened, where, and what to do."""


class UsageError(MianjingError):
    """A flag or value that makes no sense."""


class NotFound(MianjingError):
    """Something asked for by name does not exist."""

    what = "item"

    def __init__(self, name: str, known: Iterable[str] = ()) -> None:
        listed = "、".join(known)
        advice = f"；可选：{listed} (choose one of these)" if listed else ""
        super().__init__(f"没有这个{self.what} (not found): {name!r}{advice}")
        self.name = name


class UnknownCompany(NotFound):
    what = "公司"


class UnknownRound(NotFound):
    what = "轮次"


class UnknownReport(NotFound):
    what = "面经"


class UnknownQuestion(NotFound):
    what = "问题"


class UnknownProblem(NotFound):
    what = "编程题"


class UnknownCriterion(NotFound):
    what = "评分点"


class UnknownInterview(NotFound):
    what = "面试"


class UnknownSeason(NotFound):
    what = "整季"


class BadInput(MianjingError):
    """A file of the user's that cannot be used."""


class InterviewClosed(MianjingError):
    """An answer to an interview that is already over."""


class EndpointError(MianjingError):
    """The LLM endpoint failed; `retry` tells whether trying again may help."""

    def __init__(self, message: str, *, retry: bool) -> None:
        super().__init__(message)
        self.retry = retry


class OverBudget(EndpointError):
    """The user's ceiling on tokens is reached."""

    def __init__(self, message: str) -> None:
        super().__init__(message, retry=False)
