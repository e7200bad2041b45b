"""Findings as sentences for the candidate, in Chinese or English; the templates are data, in messages.yaml.

Everything shown comes from the submission or its hostile process, so it is printed with repr and cut short.
"""

from __future__ import annotations

import functools
import itertools
import math
from pathlib import Path
from typing import Any

import numpy as np

from sandbox import operations
from sandbox.assess import Finding
from sandbox.compare import Mismatch, kind_of
from sandbox.data import Text, read_yaml
from sandbox.oracle import Test
from sandbox.problem import Problem
from sandbox.wire import Recipe, Tensor

SHOWN = 240
"""Values whose text is longer are described by their size and their first values instead."""
WHOLE = 120
"""Expected and got are shown whole up to this length."""
FIRST = 6
"""How many values are shown of a large one."""
CALLS_BEFORE = 3
OPERATIONS_BEFORE = 8
"""How much of what was done to an object before the failure is shown."""


@functools.cache
def _templates() -> dict[str, Text]:
    content = read_yaml(Path(__file__).parent / "messages.yaml")
    return {key: Text(**text) for key, text in content.items()}


class Explainer:
    """Speaks one language about one submission to one problem."""

    def __init__(self, problem: Problem, source: str, language: str) -> None:
        self.problem = problem
        self.lines = source.splitlines()
        self.language = language

    def say(self, key: str, **details: Any) -> str:
        return _templates()[key].in_language(self.language).format(**details)

    def name(self, name: str) -> str:
        """A case's name in the language; names may hold both, as in "负数|negative numbers"."""
        zh, _, en = name.partition("|")
        return (en or zh) if self.language == "en" else zh

    def in_case(self, number: int, name: str, text: str) -> str:
        """What is wrong with a case, headed by its number; a name in English has no place in Chinese."""
        foreign = self.language != "en" and not any("\u4e00" <= letter <= "\u9fff" for letter in name)
        return self.say("in_case" if foreign else "in_named_case", number=number, name=name, text=text)

    def finding(self, finding: Finding, test: Test | None = None) -> str:
        """The whole message: what is wrong, and the input, in full where it is small enough to read."""
        text = self._sentence(finding, test)
        if test is None or finding.key in ("time", "memory", "output", "garbage", "closed"):
            return text
        if test.case["instances"]:
            return self._in_operations(finding, test.case, text)
        calls = test.case["calls"]
        index = finding.call if finding.call is not None else 0
        # What was called before matters to an object, not to a function.
        first = index if self.problem.kind == "function" else max(index - CALLS_BEFORE, 0)
        shown = []
        if test.case["init"] is not None:
            shown.append(self.problem.entry + _arguments(test.case["init"]))
        shown += [self._call(call) for call in calls[first : index + 1]]
        if finding.call is not None and len(calls) > 1:
            text = self.say("in_call", number=index + 1, count=len(calls), text=text)
        return "\n".join((text, self.say("input", input="  ".join(shown)))) if shown else text

    def _call(self, call: dict[str, Any]) -> str:
        if call["attribute"]:
            return f".{call['attribute']}"
        name = call.get("function") or (f".{call['method']}" if call["method"] else "")
        return name + _arguments(call["args"])

    def _in_operations(self, finding: Finding, case: dict[str, Any], text: str) -> str:
        index = finding.call
        if index is None:
            return text
        if index < 0:
            return f"{text}\n{self.say('input', input=self.problem.entry + _arguments(case['instances'][-1 - index]))}"
        ops = list(itertools.islice(operations.unpacked(case["ops"]), index + 1))
        instance = ops[-1][0]
        before = [op for op in ops if op[0] == instance][-1 - OPERATIONS_BEFORE :]
        shown = [self.problem.entry + _arguments(case["instances"][instance])]
        if len(before) > OPERATIONS_BEFORE:
            shown.append("…")
        shown += [f".{method}{_arguments(arguments)}" for _, method, arguments in before]
        text = self.say("in_operation", number=index + 1, count=len(case["ops"]["kind"]), instance=instance, text=text)
        return f"{text}\n{self.say('input', input='  '.join(shown))}"

    def _sentence(self, finding: Finding, test: Test | None) -> str:
        details = dict(finding.details)
        limits = self.problem.limits
        details.update(entry=self.problem.entry, memory_mb=limits.memory_mb, time_s=f"{limits.time_s:g}")
        details["size"] = self._size(test) if test is not None else "-"
        if "raised" in details:
            details["raised"] = self._exception(details["raised"])
        if finding.key in ("rejected_import", "rejected_use"):
            line = details["line"]
            details["code"] = self.lines[line - 1].strip()[:160] if 0 < line <= len(self.lines) else ""
        if "failed" in details:
            texts = [
                f"{_printable(item[self.language_key])} [{_printable(item['name'])}]" for item in details["failed"]
            ]
            details["failed"] = "; ".join(texts)
        if isinstance(inner := details.pop("mismatch", None), Mismatch):
            details["inner"] = self._mismatch(inner)
        if finding.key in _MISMATCHES:
            return self._mismatch(Mismatch(finding.key, finding.details))
        return self.say(finding.key, **details)

    @property
    def language_key(self) -> str:
        return "en" if self.language == "en" else "zh"

    def _size(self, test: Test) -> str:
        """The size in the problem's words, else the lengths and shapes of the arguments."""
        if test.size:
            return self.name(test.size)
        case = test.case
        if case["instances"]:
            return self.say("operations", count=len(case["ops"]["kind"]))
        if not case["calls"]:
            return self.name(test.name)
        arguments = max((call["args"] for call in case["calls"]), key=_weight)
        measured = [f"{name} {extent}" for name, value in _named(arguments) if (extent := _extent(value))]
        calls = self.say("calls", count=len(case["calls"])) if len(case["calls"]) > 1 else ""
        return ", ".join([*measured, *([calls] if calls else [])]) or self.name(test.name)

    def _mismatch(self, mismatch: Mismatch) -> str:
        details = dict(mismatch.details)
        whole = [show(details.pop(key, None)) for key in ("whole_want", "whole_got")]
        around = details.pop("around", None)
        at = str(details.pop("at", ""))[:80]
        text = self.say(
            mismatch.key,
            at=f" {at}" if at else "",
            **{key: value if isinstance(value, str) else show(value) for key, value in details.items()},
        )
        readable = mismatch.key not in ("type", "value") or at
        short = all(len(part) <= WHOLE and "…" not in part for part in whole)
        if readable and short and "whole_want" in mismatch.details:
            text += self.say("whole", whole_want=whole[0], whole_got=whole[1])
        elif around is not None:
            text += self.say("around", place=around["place"], want=show(around["want"]), got=show(around["got"]))
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


def _named(arguments: Any) -> list[tuple[str, Any]]:
    if isinstance(arguments, dict):
        return list(arguments.items())
    return [(f"#{number}", value) for number, value in enumerate(arguments, 1)]


def _weight(arguments: Any) -> int:
    return sum(_length(value) for _, value in _named(arguments))


def _length(value: Any) -> int:
    if isinstance(value, Tensor | np.ndarray):
        return int(value.array.size if isinstance(value, Tensor) else value.size)
    return len(value) if isinstance(value, list | tuple | dict | str) else 0


def _extent(value: Any) -> str:
    if isinstance(value, Tensor | np.ndarray):
        return str(value.array.shape if isinstance(value, Tensor) else value.shape)
    return str(len(value)) if isinstance(value, list | tuple | dict | str) else ""


def show(value: Any, limit: int = SHOWN) -> str:
    """A value as text of at most about `limit` characters; large arrays and lists by their size and their
    first values.
    """
    if isinstance(value, Tensor | np.ndarray):
        return _show_array(value, limit)
    if isinstance(value, Recipe):
        return _show_recipe(value, limit)
    if isinstance(value, float):
        return f"{value:.9g}" if math.isfinite(value) else str(value)
    if isinstance(value, dict | frozenset) and _items(value, 200) > 199:
        return f"{kind_of(value)}({len(value)})"
    if isinstance(value, list | tuple):
        return _show_items(value, limit)
    text = _printable(repr(value))
    if isinstance(value, str) and len(text) > limit:
        return f"{_printable(repr(value[:40]))}… ({len(value)})"
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def _show_array(value: Any, limit: int) -> str:
    array = value.array if isinstance(value, Tensor) else value
    name = "tensor" if isinstance(value, Tensor) else "array"
    dtype = value.dtype if isinstance(value, Tensor) else array.dtype.name
    if array.size <= 64:
        text = np.array2string(array, separator=", ", precision=6, threshold=100).replace("\n", "")
        if len(text) <= limit:
            return f"{name}({' '.join(text.split())}, {dtype})"
    first = array.flat[: FIRST + 1] if array.size > FIRST else array.reshape(-1)
    text = np.array2string(np.asarray(first)[:FIRST], separator=", ", precision=6).replace("\n", "")
    return f"{name}(shape {array.shape}, {dtype}, {' '.join(text.split())[:-1]}, …])"


def _show_items(value: Any, limit: int) -> str:
    opening, closing = "()" if isinstance(value, tuple) else "[]"
    nested = any(isinstance(item, Tensor | np.ndarray | Recipe) for item in value[:200])
    if not nested and _items(value, 200) <= 199:
        text = _printable(repr(value))
        if len(text) <= limit:
            return text
    elif nested and len(value) <= 8:
        return opening + ", ".join(show(item, limit // 4) for item in value) + closing
    first = ", ".join(show(item, limit // (2 * FIRST)) for item in value[:FIRST])
    return f"{opening}{first}, …{closing} ({len(value)})"


def _show_recipe(recipe: Recipe, limit: int) -> str:
    match recipe.make:
        case "torch_generator" | "numpy_generator":
            return f"{recipe.make}({recipe.given['seed']})"
        case "folder":
            entries = ", ".join(list(recipe.given)[:FIRST])
            return f"folder({entries}{', …' if len(recipe.given) > FIRST else ''})"[:limit]
        case "given":
            return str(recipe.given)[:limit]
        case "result":
            return f"result{recipe.given}"[:limit]
    return recipe.make


def _items(value: Any, most: int) -> int:
    """Number of items at every level, counted no further than `most`."""
    count = 0
    rest = [value]
    while rest and count < most:
        item = rest.pop()
        count += 1
        if isinstance(item, np.ndarray | Tensor):
            count += item.size if isinstance(item, np.ndarray) else item.array.size
        elif isinstance(item, dict):
            rest.extend([*item.keys(), *item.values()][: most + 1])
        elif isinstance(item, list | tuple | frozenset):
            rest.extend(list(item)[: most + 1])
    return count
