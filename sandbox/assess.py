"""Sets an outcome from the sandbox beside the reference's and says what, if anything, is wrong with it.

The outcome is hostile: its structure is checked before anything in it is used.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from sandbox import wire
from sandbox.compare import Mismatch, compare
from sandbox.oracle import Test
from sandbox.problem import Compare, Problem, Tolerance, Verdict


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong: a verdict, the key of its template in messages.yaml and what fills it."""

    verdict: Verdict
    key: str
    details: dict[str, Any] = field(default_factory=dict)
    call: int | None = None
    """Index of the call in the case that it is about."""


def assess(problem: Problem, test: Test, outcome: Any) -> Finding | None:
    """The first thing that is wrong with the outcome of a case; None where it passes."""
    if not _well_formed(outcome, test):
        return Finding(Verdict.RUNTIME_ERROR, "garbage")
    if outcome.get("too_large") is not None:
        return Finding(Verdict.OUTPUT_LIMIT, "too_large")
    want = test.want
    if outcome["raised"] is not None and outcome["stage"] == "state" and want["raised"] is None:
        # Names or shapes of the parameters are not the contract's: the code ran, its answer is wrong.
        finding = _module(problem, test, outcome)
        return finding or Finding(Verdict.WRONG_ANSWER, "state_not_loaded", {"raised": outcome["raised"]})
    finding = _raised(want["raised"], outcome["raised"])
    if finding is not None or want["raised"] is not None:
        return finding
    if problem.kind == "module" and (finding := _module(problem, test, outcome)) is not None:
        return finding
    for index, call in enumerate(test.case["calls"]):
        finding = _call(problem, test, call, want["calls"][index], outcome["calls"][index])
        if finding is not None:
            return Finding(finding.verdict, finding.key, finding.details, index)
    return None


def _well_formed(outcome: Any, test: Test) -> bool:
    if not isinstance(outcome, dict):
        return False
    if set(outcome) == {"too_large"}:
        return True
    if set(outcome) != {"raised", "stage", "parameters", "state", "calls"}:
        return False
    if not _described(outcome["raised"]) or not isinstance(outcome["calls"], list):
        return False
    if outcome["raised"] is None and len(outcome["calls"]) != len(test.case["calls"]):
        return False
    return all(
        isinstance(call, dict)
        and {"value", "raised", "digests", "gradients"} <= set(call) <= {*_CALL_KEYS}
        and _described(call["raised"])
        and isinstance(call["digests"], dict)
        and isinstance(call["gradients"], dict | None)
        and isinstance(call.get("refused", ""), str)
        for call in outcome["calls"]
    )


_CALL_KEYS = ("value", "raised", "digests", "gradients", "refused")


def _described(raised: Any) -> bool:
    """Whether it is None or an exception as `driver.describe` writes it."""
    if raised is None:
        return True
    return (
        isinstance(raised, dict)
        and set(raised) == {"type", "message", "kinds", "frames", "line"}
        and isinstance(raised["type"], str)
        and isinstance(raised["message"], str)
        and isinstance(raised["kinds"], list)
        and all(isinstance(kind, str) for kind in raised["kinds"])
        and isinstance(raised["frames"], list)
        and all(
            isinstance(item, list) and len(item) == 2 and type(item[0]) is int and isinstance(item[1], str)
            for item in raised["frames"]
        )
        and (raised["line"] is None or type(raised["line"]) is int)
    )


def describes_exception(raised: Any) -> bool:
    """Whether hostile data has the shape of a described exception."""
    return raised is not None and _described(raised)


def exception(raised: dict[str, Any], key: str = "raised") -> Finding:
    """The finding for an exception that should not have been raised."""
    if "MemoryError" in raised["kinds"]:
        return Finding(Verdict.MEMORY_LIMIT, "memory_error", {"raised": raised})
    return Finding(Verdict.RUNTIME_ERROR, key, {"raised": raised})


def _raised(want: dict[str, Any] | None, got: dict[str, Any] | None) -> Finding | None:
    if want is None:
        return None if got is None else exception(got)
    kind = next(kind for kind in want["kinds"] if kind in ("ValueError", "IndexError"))
    if got is None:
        return Finding(Verdict.WRONG_ANSWER, "not_raised", {"kind": kind})
    if kind in got["kinds"]:
        return None
    return Finding(Verdict.WRONG_ANSWER, "raised_instead", {"raised": got, "kind": kind})


def _call(
    problem: Problem, test: Test, call: dict[str, Any], want: dict[str, Any], got: dict[str, Any]
) -> Finding | None:
    finding = _raised(want["raised"], got["raised"])
    if finding is not None or want["raised"] is not None:
        return finding
    if "refused" in got:
        return Finding(Verdict.WRONG_ANSWER, "refused", {"type": got["refused"]})
    if problem.driver == "linked_list":
        return _linked_list(problem, want["value"], got["value"])
    mismatch = compare(want["value"], got["value"], **_settings(problem.compare, test))
    if mismatch is not None:
        return _wrong(mismatch, want, got)
    if problem.mutation == "forbidden" and call["attribute"] is None:
        for name, value in _named(call["args"]):
            if got["digests"].get(name) != wire.digest(value):
                return Finding(Verdict.WRONG_ANSWER, "mutated", {"argument": _argument_name(problem, name)})
    return _gradients(problem, test, want["gradients"], got["gradients"])


def _wrong(mismatch: Mismatch, want: dict[str, Any], got: dict[str, Any]) -> Finding:
    details = {"whole_want": want["value"], "whole_got": got["value"], **mismatch.details}
    return Finding(Verdict.WRONG_ANSWER, mismatch.key, details)


def _gradients(problem: Problem, test: Test, want: dict[str, Any] | None, got: dict[str, Any] | None) -> Finding | None:
    if not want:
        return None
    single = is_single_precision(test.case)
    settings = problem.compare
    tolerance = (settings.float32 if single else settings.gradients) or settings.tolerance or Tolerance(rtol=0, atol=0)
    for name, expected in want.items():
        value = (got or {}).get(name)
        if value is None and expected is not None:
            return Finding(Verdict.WRONG_ANSWER, "no_gradient", {"name": name})
        if expected is None:
            continue
        mismatch = compare(expected, value, mode="close", rtol=tolerance.rtol, atol=tolerance.atol)
        if mismatch is not None:
            return Finding(Verdict.WRONG_ANSWER, "gradient", {"name": name, "mismatch": mismatch})
    return None


def _module(problem: Problem, test: Test, outcome: dict[str, Any]) -> Finding | None:
    want = test.want
    if type(outcome["parameters"]) is not int or outcome["parameters"] != want["parameters"]:
        details = {"want": want["parameters"], "got": outcome["parameters"]}
        return Finding(Verdict.WRONG_ANSWER, "parameters", details)
    if want["state"] is not None:
        mismatch = compare(want["state"], outcome["state"], mode="close", rtol=1e-6, atol=1e-7)
        if mismatch is not None:
            return Finding(Verdict.WRONG_ANSWER, "state", {"mismatch": mismatch})
    return None


def _linked_list(problem: Problem, want: dict[str, Any], got: Any) -> Finding | None:
    keys = {"indices", "values"}
    if not (isinstance(got, dict) and set(got) == keys and all(isinstance(got[key], list) for key in keys)):
        return Finding(Verdict.RUNTIME_ERROR, "garbage")
    if len(got["indices"]) > len(want["indices"]):
        return Finding(Verdict.WRONG_ANSWER, "nodes_cycle", {"length": len(want["indices"])})
    mismatch = compare(want["values"], got["values"])
    if mismatch is not None:
        return _wrong(mismatch, {"value": want["values"]}, {"value": got["values"]})
    if problem.node_rule == "same_nodes":
        same = sorted(want["indices"]) == sorted(index for index in got["indices"] if type(index) is int)
    else:
        same = compare(want["indices"], got["indices"]) is None
    return None if same else Finding(Verdict.WRONG_ANSWER, "nodes_replaced")


def _settings(settings: Compare, test: Test) -> dict[str, Any]:
    tolerance = settings.tolerance
    if settings.float32 is not None and is_single_precision(test.case):
        tolerance = settings.float32
    return {
        "mode": settings.mode,
        "values": settings.values,
        "dtype": settings.dtype,
        "rtol": tolerance.rtol if tolerance else 0.0,
        "atol": tolerance.atol if tolerance else 0.0,
    }


def is_single_precision(case: dict[str, Any]) -> bool:
    """Whether any input of a case is float32, float16 or bfloat16."""
    return any(name in ("float32", "float16", "bfloat16") for name in _dtypes([call["args"] for call in case["calls"]]))


def _dtypes(value: Any) -> Iterator[str]:
    if isinstance(value, np.ndarray | wire.Tensor):
        yield str(value.dtype)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _dtypes(item)
    elif isinstance(value, list | tuple):
        for item in value:
            if isinstance(item, np.ndarray | wire.Tensor | dict | list | tuple):
                yield from _dtypes(item)


def _named(arguments: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(arguments, dict):
        yield from arguments.items()
    else:
        yield from ((str(index), value) for index, value in enumerate(arguments))


def _argument_name(problem: Problem, name: str) -> str:
    """Positional arguments by the name that the signature gives them."""
    if not name.isdigit() or problem.kind != "function":
        return name
    tree = ast.parse(problem.signature.rstrip().removesuffix(":") + ": ...").body[0]
    names = [argument.arg for argument in tree.args.args] if isinstance(tree, ast.FunctionDef) else []
    return names[int(name)] if int(name) < len(names) else name
