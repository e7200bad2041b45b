"""Exceptions of a submission as data that may travel.

Runs in the oracle and in the sandboxed process.
"""

from __future__ import annotations

import builtins
import contextlib
from typing import Any

# The submission may replace what the module builtins holds; functions of this one keep what they found at first.
globals()["__builtins__"] = vars(builtins).copy()

SUBMISSION_FILE = "<solution>"
"""Name of the file that a submission is compiled as."""

EXCEPTIONS = (
    ValueError, IndexError, KeyError, TypeError, AssertionError, RecursionError, MemoryError, NotImplementedError,
)  # fmt: skip
"""Exceptions whose (sub)classes a contract may ask for, or a message explains."""

DESCRIBED = 20
"""So many exceptions of operations are described in full; of further ones only the type is told."""


class Raised:
    """Exceptions of many operations in little room: a description for each of the first, then one a type."""

    def __init__(self) -> None:
        self.at: list[int] = []
        self.which: list[int] = []
        self.described: list[dict[str, Any]] = []
        self._known: dict[type, int] = {}

    def add(self, index: int, error: BaseException) -> None:
        full = len(self.at) < DESCRIBED
        if full or type(error) not in self._known:
            self._known[type(error)] = len(self.described)
            self.described.append(describe(error, brief=not full))
        self.at.append(index)
        self.which.append(self._known[type(error)])

    def portable(self) -> dict[str, Any]:
        return {"at": self.at, "which": self.which, "described": self.described}


def describe(error: BaseException, *, brief: bool = False) -> dict[str, Any]:
    """An exception as data: its name, message, known base classes, and (line, function) of the submission's
    frames; with `brief` the name and the base classes only.
    """
    kinds = [kind.__name__ for kind in EXCEPTIONS if isinstance(error, kind)]
    described: dict[str, Any] = {
        "type": type(error).__name__[:80], "message": "", "kinds": kinds, "frames": [], "line": None,
    }  # fmt: skip
    if brief:
        return described
    # str() of the submission's own exception may do anything.
    with contextlib.suppress(BaseException):
        described["message"] = str(error)[:600]
    frames: list[list[Any]] = []
    traceback = error.__traceback__
    while traceback is not None:
        code = traceback.tb_frame.f_code
        if code.co_filename == SUBMISSION_FILE:
            frames.append([traceback.tb_lineno, code.co_name[:80]])
        traceback = traceback.tb_next
    described["frames"] = frames[:3] + frames[-5:] if len(frames) > 8 else frames
    if isinstance(error, RuntimeError) and "allocate memory" in described["message"]:
        kinds.append("MemoryError")
    if isinstance(error, SyntaxError):
        described["line"] = error.lineno
    return described
