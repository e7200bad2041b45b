"""What can go wrong in the sandbox; what is wrong with a submission is a Verdict, never one of these.

SandboxError
├── IsolationError    the machine offers no isolation, and nobody has said that this is acceptable
├── ForkServerError   a process of the judge's own did not start, or stopped answering
├── ProblemError      a problem folder that cannot be used
└── DrillError        an arithmetic drill that does not exist, or whose file is wrong
"""

from __future__ import annotations


class SandboxError(Exception):
    """Base of all; `str(error)` says what happened, where, and what to do."""


class IsolationError(SandboxError):
    """The machine offers no isolation, and nobody has said that this is acceptable."""


class ForkServerError(SandboxError):
    """A process of the judge's own did not start, or stopped answering."""


class ProblemError(SandboxError):
    """A problem folder that cannot be used; the message names file, place and reason."""


class DrillError(SandboxError):
    """An arithmetic drill that does not exist, or whose file is wrong."""
