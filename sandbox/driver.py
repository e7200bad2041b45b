"""Runs one test case against an entry and writes down what happened, as plain data.

The same code drives the candidate's entry in the sandboxed process and the reference in the oracle, so that
both outcomes have one shape. It decides nothing: comparing outcomes is the judge's work.
"""

from __future__ import annotations

import contextlib
import itertools
import sys
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from sandbox import wire

EXCEPTIONS = (ValueError, IndexError, KeyError, TypeError, RecursionError, MemoryError, NotImplementedError)
"""Exceptions whose (sub)classes a contract may ask for, or a message explains."""


class ListNode:
    """A node of a singly linked list; put into the candidate's module where the driver is linked_list."""

    def __init__(self, val: Any = 0, next: Any = None) -> None:  # noqa: A002
        self.val = val
        self.next = next


def given_names(driver: str) -> dict[str, Any]:
    """Global names that a driver gives to the submission and to the reference."""
    return {"ListNode": ListNode} if driver == "linked_list" else {}


def run_case(entry: Any, kind: str, driver: str, numpy_errors: list[str], case: dict[str, Any]) -> dict[str, Any]:
    """What the entry does on a case (see `Case.to_wire`).

    Returns {raised, stage, parameters, state, calls}; `raised` describes an exception while building the
    object (stage init) or loading its weights (stage state). Each call is {value, raised, digests,
    gradients}.
    """
    outcome: dict[str, Any] = {"raised": None, "stage": None, "parameters": None, "state": None, "calls": []}
    settings: dict[str, Any] = dict.fromkeys(numpy_errors, "raise")
    with np.errstate(**settings):
        target = entry
        if kind != "function":
            outcome["stage"] = "init"
            try:
                target = _apply(entry, live(case["init"] if case["init"] is not None else {}))
                if kind == "module":
                    outcome["stage"] = "state"
                    _prepare_module(target, case, outcome)
            except BaseException as error:  # noqa: BLE001 - a submission may raise anything
                outcome["raised"] = describe(error)
                return outcome
        for call in case["calls"]:
            outcome["calls"].append(_run_call(target, kind, driver, call))
    return outcome


def _prepare_module(module: Any, case: dict[str, Any], outcome: dict[str, Any]) -> None:
    outcome["parameters"] = sum(parameter.numel() for parameter in module.parameters())
    if case["compare_state"]:
        outcome["state"] = {key: portable(value) for key, value in module.state_dict().items()}
    if case["dtype"] == "float64":
        module.double()
    module.train(case["training"])
    if case["state"] is not None:
        module.load_state_dict(live(case["state"]), strict=True)


def _run_call(target: Any, kind: str, driver: str, call: dict[str, Any]) -> dict[str, Any]:
    record: dict[str, Any] = {"value": None, "raised": None, "digests": {}, "gradients": None}
    try:
        if call["attribute"]:
            value = target
            for name in call["attribute"].split("."):
                value = getattr(value, name)
            record["value"] = portable(value)
            return record
        function = target if call["method"] is None else getattr(target, call["method"])
        arguments = live(call["args"])
        if driver == "linked_list":
            return _run_linked_list(function, arguments, record)
        tracked = _track_gradients(target, kind, arguments) if call["backward"] != "no" else {}
        value = _apply(function, arguments)
        if driver == "in_place":
            value = next(iter(_named(arguments)))[1]
        record["value"] = portable(value)
        if tracked:
            record["gradients"] = _gradients(value, tracked, keep=call["backward"] == "compare")
        record["digests"] = {name: wire.digest(portable(value)) for name, value in _named(arguments)}
    except BaseException as error:  # noqa: BLE001 - a submission may raise anything
        record["raised"] = describe(error)
    return record


def _apply(function: Callable[..., Any], arguments: Any) -> Any:
    return function(**arguments) if isinstance(arguments, dict) else function(*arguments)


def _named(arguments: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(arguments, dict):
        yield from arguments.items()
    else:
        yield from ((str(index), value) for index, value in enumerate(arguments))


def _run_linked_list(function: Callable[..., Any], arguments: Any, record: dict[str, Any]) -> dict[str, Any]:
    """Argument 0 becomes a chain; the value is [[index of the input node or -1, val], …] along the returned
    chain.
    """
    (name, values), *others = _named(arguments)
    nodes = [ListNode(value) for value in values]
    for node, following in itertools.pairwise(nodes):
        node.next = following
    head = nodes[0] if nodes else None
    if isinstance(arguments, dict):
        current = function(**{name: head, **dict(others)})
    else:
        current = function(head, *(value for _, value in others))
    positions = {id(node): index for index, node in enumerate(nodes)}
    indices: list[int] = []
    kept: list[Any] = []
    # One node more than were given is enough to know that the chain is too long or has a cycle.
    while current is not None and len(indices) <= len(nodes):
        indices.append(positions.get(id(current), -1))
        kept.append(portable(current.val))
        current = current.next
    record["value"] = {"indices": indices, "values": kept}
    return record


def _track_gradients(target: Any, kind: str, arguments: Any) -> dict[str, Any]:
    """Leaves that gradients are wanted for, by name: floating tensor arguments, then a module's
    parameters.
    """
    tracked = {}
    for name, value in _named(arguments):
        if hasattr(value, "requires_grad_") and value.is_floating_point():
            tracked[name] = value.requires_grad_(True)
    if kind == "module":
        tracked.update({f"parameter {name}": value for name, value in target.named_parameters()})
    return tracked


def _gradients(output: Any, tracked: dict[str, Any], *, keep: bool) -> dict[str, Any]:
    """Gradients of sum(output * w), w fixed and different for each element so that no error averages out."""
    import torch

    flat = torch.arange(output.numel(), dtype=torch.float64)
    weights = torch.cos(flat * 0.7 + 0.3).to(output.dtype).reshape(output.shape)
    gradients = torch.autograd.grad(output, list(tracked.values()), grad_outputs=weights, allow_unused=True)
    if not keep:
        return {}
    return {name: None if value is None else portable(value) for name, value in zip(tracked, gradients, strict=True)}


def describe(error: BaseException) -> dict[str, Any]:
    """An exception as data: its name, message, known base classes, and (line, function) of the submission's
    frames.
    """
    try:
        message = str(error)[:600]
    except BaseException:  # noqa: BLE001 - str() of the submission's own exception may do anything
        message = ""
    frames: list[list[Any]] = []
    traceback = error.__traceback__
    while traceback is not None:
        code = traceback.tb_frame.f_code
        if code.co_filename == SUBMISSION_FILE:
            frames.append([traceback.tb_lineno, code.co_name[:80]])
        traceback = traceback.tb_next
    kinds = [kind.__name__ for kind in EXCEPTIONS if isinstance(error, kind)]
    if isinstance(error, RuntimeError) and "allocate memory" in message:
        kinds.append("MemoryError")
    return {
        "type": type(error).__name__[:80],
        "message": message,
        "kinds": kinds,
        "frames": frames[:3] + frames[-5:] if len(frames) > 8 else frames,
        "line": getattr(error, "lineno", None) if isinstance(error, SyntaxError) else None,
    }


SUBMISSION_FILE = "<solution>"


def live(value: Any) -> Any:
    """Data from the wire as the entry wants it: tensors made from arrays, at every level."""
    if isinstance(value, wire.Tensor):
        import torch

        tensor = torch.from_numpy(value.array)
        return tensor.to(torch.bfloat16) if value.dtype == "bfloat16" else tensor
    if isinstance(value, dict):
        return {key: live(item) for key, item in value.items()}
    if isinstance(value, list) and not _plain(value):
        return [live(item) for item in value]
    if isinstance(value, tuple):
        return tuple(live(item) for item in value)
    return value


def portable(value: Any, depth: int = 0) -> Any:
    """The reverse of `live`: tensors become wire.Tensor; everything else stays, for the encoder to take or
    refuse.
    """
    kind = type(value)
    torch = sys.modules.get("torch")
    if torch is not None and (kind is torch.Tensor or kind is torch.nn.Parameter):
        detached = value.detach().resolve_conj().resolve_neg()
        name = str(detached.dtype).removeprefix("torch.")
        return wire.Tensor((detached.float() if name == "bfloat16" else detached).numpy(), name)
    if depth > wire.MAX_DEPTH:
        return value
    if kind is list and not _plain(value):
        return [portable(item, depth + 1) for item in value]
    if kind is tuple:
        return tuple(portable(item, depth + 1) for item in value)
    if kind is dict:
        return {key: portable(item, depth + 1) for key, item in value.items()}
    return value


_PLAIN = {int, float, bool, str, type(None)}


def _plain(values: list[Any]) -> bool:
    """Whether a list holds only values that need no conversion: long lists are then passed on as they are."""
    return set(map(type, values)) <= _PLAIN


def encodable(outcome: dict[str, Any], max_bytes: int) -> list[bytes | memoryview]:
    """The outcome as a frame; a value that may not travel is replaced by the name of its type, under
    "refused".
    """
    with contextlib.suppress(wire.WireError):
        return wire.frame(outcome, max_bytes=max_bytes)
    for record in outcome["calls"]:
        for key in ("value", "gradients"):
            try:
                wire.encode(record[key], max_bytes=max_bytes)
            except wire.WireError as error:
                record[key], record["refused"] = None, str(error)
    try:
        return wire.frame(outcome, max_bytes=max_bytes)
    except wire.WireError as error:
        return wire.frame({"too_large": str(error)})
