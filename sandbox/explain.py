"""Findings as sentences for the candidate, in Chinese or English; the templates are data, in messages.yaml.

Everything shown comes from the submission or its hostile process, so it is printed with repr and cut short.
"""

from __future__ import annotations

import functools
import math
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from sandbox.assess import Finding
from sandbox.compare import Mismatch, kind_of
from sandbox.oracle import Test
from sandbox.problem import Problem, Text
from sandbox.wire import Tensor

SHOWN = 240
"""Values whose text is longer are described by their shape instead."""


@functools.cache
def _templates() -> dict[str, Text]:
    content = yaml.safe_load((Path(__file__).parent / "messages.yaml").read_text(encoding="utf-8"))
    return {key: Text(**text) for key, text in content.items()}


class Explainer:
    """Speaks one language about one submission to one problem."""

    def __init__(self, problem: Problem, source: str, language: str) -> None:
        self.problem = problem
        self.lines = source.splitlines()
        self.language = language

    def say(self, key: str, **details: Any) -> str:
        return _templates()[key].in_language(self.language).format(**details)

    def finding(self, finding: Finding, test: Test | None = None) -> str:
        """The whole message: what is wrong, and the input where it is small enough to read."""
        text = self._sentence(finding, test)
        if test is None or finding.key in ("time", "memory", "output", "garbage", "closed"):
            return text
        calls = test.case["calls"]
        index = finding.call if finding.call is not None else 0
        shown = []
        if test.case["init"] is not None:
            shown.append(self.problem.entry + _arguments(test.case["init"]))
        if index < len(calls):
            shown.append((calls[index]["method"] or "") + _arguments(calls[index]["args"]))
        return "\n".join((text, self.say("input", input=" ".join(shown)))) if shown else text

    def _sentence(self, finding: Finding, test: Test | None) -> str:
        details = dict(finding.details)
        limits = self.problem.limits
        details.update(entry=self.problem.entry, memory_mb=limits.memory_mb, time_s=f"{limits.time_s:g}")
        details["size"] = (test.size or test.name) if test is not None else "-"
        if "raised" in details:
            details["raised"] = self._exception(details["raised"])
        if isinstance(inner := details.pop("mismatch", None), Mismatch):
            details["inner"] = self._mismatch(inner)
        if finding.key in _MISMATCHES:
            return self._mismatch(Mismatch(finding.key, finding.details))
        return self.say(finding.key, **details)

    def _mismatch(self, mismatch: Mismatch) -> str:
        details = dict(mismatch.details)
        whole = [show(details.pop(key, None)) for key in ("whole_want", "whole_got")]
        at = str(details.pop("at", ""))[:80]
        text = self.say(
            mismatch.key,
            at=f" {at}" if at else "",
            **{key: value if isinstance(value, str) else show(value) for key, value in details.items()},
        )
        readable = mismatch.key not in ("type", "value") or at
        if readable and "whole_want" in mismatch.details and all(len(part) <= 120 for part in whole):
            text += self.say("whole", whole_want=whole[0], whole_got=whole[1])
        return text

    def _exception(self, raised: dict[str, Any]) -> str:
        """Type, message, and the submission's own lines of the traceback."""
        head = f"{_printable(raised['type'])}: {_printable(raised['message'])}"
        frames = list(raised["frames"])
        if raised["line"] is not None:
            frames.append([raised["line"], "-"])
        shown = [
            self.say("frame", line=line, function=_printable(function), code=self.lines[line - 1].strip()[:160])
            for line, function in frames[:8]
            if 0 < line <= len(self.lines)
        ]
        return "\n".join((head, *shown))


_MISMATCHES = frozenset({"type", "value", "shape", "dtype", "length", "keys", "not_finite", "array", "multiset"})


def _printable(text: str) -> str:
    return "".join(character if character.isprintable() else " " for character in text)[:400]


def _arguments(arguments: Any) -> str:
    if isinstance(arguments, dict):
        return "(" + ", ".join(f"{name}={show(value)}" for name, value in arguments.items()) + ")"
    return "(" + ", ".join(show(value) for value in arguments) + ")"


def show(value: Any, limit: int = SHOWN) -> str:
    """A value as text of at most about `limit` characters; large arrays and lists by their shape or
    length.
    """
    if isinstance(value, Tensor | np.ndarray):
        array = value.array if isinstance(value, Tensor) else value
        name = "tensor" if isinstance(value, Tensor) else "array"
        dtype = value.dtype if isinstance(value, Tensor) else array.dtype.name
        if array.size <= 64:
            text = np.array2string(array, separator=", ", precision=6, threshold=100).replace("\n", "")
            if len(text) <= limit:
                return f"{name}({' '.join(text.split())}, {dtype})"
        return f"{name}(shape {array.shape}, {dtype})"
    if isinstance(value, float):
        return f"{value:.9g}" if math.isfinite(value) else str(value)
    if isinstance(value, list | tuple | dict | frozenset) and _items(value, 200) > 199:
        return f"{kind_of(value)}({len(value)})"
    if isinstance(value, list) and any(isinstance(item, Tensor | np.ndarray) for item in value):
        return "[" + ", ".join(show(item, limit // 4) for item in value) + "]"
    text = _printable(repr(value))
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def _items(value: Any, most: int) -> int:
    """Number of items at every level, counted no further than `most`."""
    count = 0
    rest = [value]
    while rest and count < most:
        item = rest.pop()
        count += 1
        if isinstance(item, dict):
            rest.extend([*item.keys(), *item.values()][: most + 1])
        elif isinstance(item, list | tuple | frozenset):
            rest.extend(list(item)[: most + 1])
    return count
