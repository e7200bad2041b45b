"""What a case's outcome looks like as data (see `driver.run_case`), and whether hostile data is one.

The outcome of a submission comes from a process that may send anything; nothing in it is used before
`well_formed` has looked at it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

EXPECTED = ("ValueError", "IndexError", "AssertionError")
"""Exceptions that a reference may answer with, and that a submission must then answer with too."""

_KEYS = frozenset({"raised", "stage", "parameters", "state", "calls", "shared", "ops"})
_CALL_KEYS = frozenset({"value", "raised", "digests", "gradients"})
_MORE_CALL_KEYS = _CALL_KEYS | {"refused", "before", "asked", "alias"}
_OPS_KEYS = frozenset({"values", "raised", "digests"})


def well_formed(outcome: Any, case: dict[str, Any]) -> bool:
    """Whether it has the structure of an outcome of this case; values may still be anything."""
    if not isinstance(outcome, dict):
        return False
    if set(outcome) == {"too_large"}:
        return True
    if set(outcome) != _KEYS or not _described(outcome["raised"]) or not isinstance(outcome["calls"], list):
        return False
    if not _texts(outcome["shared"]) or len(outcome["shared"]) not in (0, len(case["shared"])):
        return False
    if case["instances"]:
        return outcome["raised"] is None and _operations(outcome["ops"], case["ops"])
    if outcome["ops"] is not None:
        return False
    if outcome["raised"] is None and len(outcome["calls"]) != len(case["calls"]):
        return False
    return all(_call(call) for call in outcome["calls"])


def _call(call: Any) -> bool:
    return (
        isinstance(call, dict)
        and set(call) >= _CALL_KEYS
        and set(call) <= _MORE_CALL_KEYS
        and _described(call["raised"])
        and _digests(call["digests"])
        and isinstance(call["gradients"], dict | None)
        and isinstance(call.get("refused", ""), str)
        and isinstance(call.get("alias", ""), str)
        and _digests(call.get("before", {}))
        and _texts(call.get("asked", []))
    )


def _operations(ran: Any, ops: dict[str, Any]) -> bool:
    if not isinstance(ran, dict) or not set(ran) >= _OPS_KEYS or not set(ran) <= _OPS_KEYS | {"refused"}:
        return False
    if not _digests(ran["digests"]) or not isinstance(ran.get("refused", ""), str):
        return False
    raised = ran["raised"]
    if not isinstance(raised, dict) or set(raised) != {"at", "which", "described"}:
        return False
    at, which, described = raised["at"], raised["which"], raised["described"]
    if not all(isinstance(column, list) for column in (at, which, described)) or len(at) != len(which):
        return False
    if not all(type(index) is int for index in at) or not all(describes_exception(item) for item in described):
        return False
    if not all(type(index) is int and 0 <= index < len(described) for index in which):
        return False
    values = ran["values"]
    if "refused" in ran:
        return True
    return (
        isinstance(values, list)
        and len(values) == len(ops["kinds"])
        and all(isinstance(column, list) and len(column) <= len(ops["kind"]) for column in values)
    )


def _digests(value: Any) -> bool:
    return isinstance(value, dict) and _texts([*value.values()])


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _described(raised: Any) -> bool:
    """Whether it is None or an exception as `raised.describe` writes it."""
    if raised is None:
        return True
    return (
        isinstance(raised, dict)
        and set(raised) == {"type", "message", "kinds", "frames", "line"}
        and isinstance(raised["type"], str)
        and isinstance(raised["message"], str)
        and _texts(raised["kinds"])
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


def exceptions(outcome: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """All exceptions of a well-formed outcome."""
    for raised in (outcome["raised"], *(call["raised"] for call in outcome["calls"])):
        if raised is not None:
            yield raised
    if outcome["ops"] is not None:
        yield from outcome["ops"]["raised"]["described"]


def operations_raised(ran: dict[str, Any]) -> dict[int, dict[str, Any]]:
    """The exceptions of operations by their index, -1 - i for the constructor of instance i."""
    raised = ran["raised"]
    return {index: raised["described"][which] for index, which in zip(raised["at"], raised["which"], strict=True)}


def operation_results(ran: dict[str, Any], ops: dict[str, Any]) -> list[Any]:
    """The results of operations in their order, as far as there are any."""
    columns = [iter(column) for column in ran["values"]]
    results = []
    for kind in ops["kind"]:
        try:
            results.append(next(columns[kind]))
        except StopIteration:
            break
    return results


def results(outcome: dict[str, Any], case: dict[str, Any]) -> list[Any]:
    """What came back from each call, or each operation, of a case."""
    if outcome["ops"] is not None:
        return operation_results(outcome["ops"], case["ops"])
    return [call["value"] for call in outcome["calls"]]
