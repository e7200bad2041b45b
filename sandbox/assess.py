"""Sets an outcome from the sandbox beside the reference's and says what, if anything, is wrong with it.

The outcome is hostile: its structure is checked before anything in it is used.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from sandbox import outcome as outcomes
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


Properties = Callable[[list[Any], list[Any]], list[dict[str, str]]]
"""From the values got and wanted to the properties that are lacking, as {name, zh, en}."""


def assess(problem: Problem, test: Test, outcome: Any, properties: Properties | None = None) -> Finding | None:
    """The first thing that is wrong with the outcome of a case; None where it passes.

    properties: for compare mode properties, looks at the values. Raises what it raises.
    """
    if not outcomes.well_formed(outcome, test.case):
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
    finding = _calls(problem, test, outcome) if want["ops"] is None else _operations(problem, test, outcome["ops"])
    if finding is not None or properties is None:
        return finding
    failed = properties(*(outcomes.results(each, test.case) for each in (outcome, want)))
    return Finding(Verdict.WRONG_ANSWER, "properties", {"failed": failed}) if failed else None


def _calls(problem: Problem, test: Test, outcome: dict[str, Any]) -> Finding | None:
    for index in range(len(test.case["calls"])):
        finding = _call(problem, test, index, outcome["calls"][index])
        if finding is not None:
            return Finding(finding.verdict, finding.key, finding.details, index)
    if test.sent is not None and outcome["shared"] != test.sent["shared"]:
        before, after = test.sent["shared"], [*outcome["shared"], *[""] * len(test.sent["shared"])]
        changed = next(index for index, digest in enumerate(before) if digest != after[index])
        return Finding(Verdict.WRONG_ANSWER, "mutated_shared", {"value": test.case["shared"][changed]})
    return None


def _operations(problem: Problem, test: Test, ran: dict[str, Any]) -> Finding | None:
    """The first operation whose result is not the reference's."""
    if "refused" in ran:
        return Finding(Verdict.WRONG_ANSWER, "refused", {"type": ran["refused"]})
    ops, want = test.case["ops"], test.want["ops"]
    expected = outcomes.operation_results(want, ops)
    results = outcomes.operation_results(ran, ops)
    raised, should_raise = outcomes.operations_raised(ran), outcomes.operations_raised(want)
    settings = settings_for(problem.compare, test)
    judged_elsewhere = problem.compare.mode == "properties"
    if not results and 0 <= max(raised, default=-1) < len(ops["kind"]):
        # Compiled code crashed, and took the results of the operations before along.
        crash = exception(raised[max(raised)])
        return Finding(crash.verdict, crash.key, crash.details, max(raised))
    for index in (*range(-1, -1 - len(test.case["instances"]), -1), *range(len(ops["kind"]))):
        if index in raised or index in should_raise:
            finding = _raised(should_raise.get(index), raised.get(index))
            if finding is not None:
                return Finding(finding.verdict, finding.key, finding.details, index)
        elif index < 0 or judged_elsewhere:
            continue
        elif index >= len(results):
            # Operations may be missing only after an exception, which has been found by then.
            return Finding(Verdict.RUNTIME_ERROR, "garbage")
        else:
            left, right = expected[index], results[index]
            if type(left) is type(right) and type(left) in _SIMPLE and left == right:
                continue
            mismatch = compare(left, right, **settings)
            if mismatch is not None:
                finding = _wrong(mismatch, {"value": left}, {"value": right})
                return Finding(finding.verdict, finding.key, finding.details, index)
    if test.sent is not None:
        for name in ("instances", "operations"):
            if test.sent[name] is not None and ran["digests"].get(name) != test.sent[name]:
                return Finding(Verdict.WRONG_ANSWER, f"mutated_{name}")
    return None


_SIMPLE = frozenset({int, bool, str, type(None)})


def exception(raised: dict[str, Any], key: str = "raised") -> Finding:
    """The finding for an exception that should not have been raised."""
    if "MemoryError" in raised["kinds"]:
        return Finding(Verdict.MEMORY_LIMIT, "memory_error", {"raised": raised})
    return Finding(Verdict.RUNTIME_ERROR, key, {"raised": raised})


def _raised(want: dict[str, Any] | None, got: dict[str, Any] | None) -> Finding | None:
    if want is None:
        return None if got is None else exception(got)
    kind = next(kind for kind in outcomes.EXPECTED if kind in want["kinds"])
    if got is None:
        return Finding(Verdict.WRONG_ANSWER, "not_raised", {"kind": kind})
    if kind in got["kinds"]:
        return None
    return Finding(Verdict.WRONG_ANSWER, "raised_instead", {"raised": got, "kind": kind})


def _call(problem: Problem, test: Test, index: int, got: dict[str, Any]) -> Finding | None:
    call, want = test.case["calls"][index], test.want["calls"][index]
    finding = _raised(want["raised"], got["raised"])
    if finding is not None or want["raised"] is not None:
        return finding
    if "refused" in got:
        return Finding(Verdict.WRONG_ANSWER, "refused", {"type": got["refused"]})
    if problem.driver == "linked_list":
        return _linked_list(problem, want["value"], got["value"])
    if problem.compare.mode != "properties":
        mismatch = compare(want["value"], got["value"], **settings_for(problem.compare, test))
        if mismatch is not None:
            return _wrong(mismatch, want, got)
    if (finding := _asked(want.get("asked", []), got.get("asked", []))) is not None:
        return finding
    if problem.aliasing == "forbidden" and "alias" in got:
        return Finding(Verdict.WRONG_ANSWER, "alias", {"argument": _argument_name(problem, call, got["alias"])})
    if test.sent is not None and call["attribute"] is None:
        for name, digest in test.sent["calls"][index].items():
            # What is made on the spot, the state handed on from the last call say, has no digest here.
            before = got.get("before", {}).get(name) if digest is None else digest
            if got["digests"].get(name) != before:
                return Finding(Verdict.WRONG_ANSWER, "mutated", {"argument": _argument_name(problem, call, name)})
    return _gradients(problem, test, want["gradients"], got["gradients"])


def _asked(want: list[str], got: list[str]) -> Finding | None:
    """Whether a given function was called as the reference calls it."""
    if len(want) != len(got):
        return Finding(Verdict.WRONG_ANSWER, "asked_count", {"want": len(want), "got": len(got)})
    for number, (left, right) in enumerate(zip(want, got, strict=True), 1):
        if left != right:
            return Finding(Verdict.WRONG_ANSWER, "asked_otherwise", {"number": number, "count": len(want)})
    return None


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
            if not np.any(expected.array):
                # Not connected to the output, or connected with derivative 0: the same to the caller.
                continue
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


def settings_for(settings: Compare, test: Test) -> dict[str, Any]:
    """The arguments of `compare` for the results of a case."""
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
    """Whether any input or weight of a case is float32, float16 or bfloat16."""
    inputs = [*(call["args"] for call in case["calls"]), case["init"], case["state"], case["shared"], case["instances"]]
    return any(name in ("float32", "float16", "bfloat16") for name in _dtypes(inputs))


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


def _argument_name(problem: Problem, call: dict[str, Any], name: str) -> str:
    """Positional arguments by the name that the signature gives them."""
    if not name.isdigit() or problem.kind != "function" or call.get("function") is not None:
        return name
    tree = ast.parse(problem.signature.rstrip().removesuffix(":") + ": ...").body[0]
    names = [argument.arg for argument in tree.args.args] if isinstance(tree, ast.FunctionDef) else []
    return names[int(name)] if int(name) < len(names) else name
