"""Runs one test case against an entry and writes down what happened, as plain data.

The same code drives the candidate's entry in the sandboxed process and the reference in the oracle, so that
both outcomes have one shape. It decides nothing: comparing outcomes is the judge's work.
"""

from __future__ import annotations

import builtins
import contextlib
import random
import sys
from collections.abc import Callable, Mapping
from itertools import islice
from typing import Any

import numpy as np
from numpy import may_share_memory, ndarray

from sandbox import operations, wire
from sandbox.chain import ListNode, run_on_chain
from sandbox.raised import Raised, describe
from sandbox.values import Maker, at_path, named, portable, snapshot
from sandbox.wire import Recipe, Tensor, digest

# The submission may replace what the module builtins holds; functions of this one keep what they found at first. The
# same goes for the functions of other modules that are imported by name above.
globals()["__builtins__"] = vars(builtins).copy()

UNCHANGEABLE = frozenset({int, float, bool, str, bytes, type(None)})
"""Types of arguments that nobody can change."""

RECORDED = (ValueError, IndexError)
"""Exceptions that end one operation of a sequence but not the sequence."""


def given_module(source: str | None) -> dict[str, Any]:
    """All that the text of a problem's given.py defines; nothing where there is none."""
    given: dict[str, Any] = {}
    if source is not None:
        given["__name__"] = "given"
        exec(compile(source, "given.py", "exec", dont_inherit=True), given)  # noqa: S102 - the problem's own
    return given


def given_names(driver: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """Global names that the submission and the reference find in their module.

    given: see `given_module`; what begins with _ is for the driver only.
    """
    names: dict[str, Any] = {"ListNode": ListNode} if driver == "linked_list" else {}
    return names | {name: value for name, value in given.items() if not name.startswith("_")}


def run_case(
    entry: Any,
    kind: str,
    driver: str,
    numpy_errors: list[str],
    case: dict[str, Any],
    names: dict[str, Any] | None = None,
    given: dict[str, Any] | None = None,
    watch: bool = True,
) -> dict[str, Any]:
    """What the entry does on a case (see `Case.to_wire`).

    names: the globals of the entry's module. given: see `given_module`. watch: also say what the arguments are
    afterwards, which shows whether the entry has changed them. Returns {raised, stage, parameters, state, calls,
    shared, ops}; `raised` describes an exception while building the object (stage init) or loading its weights
    (stage state). Each call is {value, raised, digests, gradients}, and {before, asked, alias} where they say
    something. ops is None or {values, raised, digests}.
    """
    outcome: dict[str, Any] = {
        "raised": None, "stage": None, "parameters": None, "state": None, "calls": [], "shared": [], "ops": None,
    }  # fmt: skip
    names = {} if names is None else names
    maker = Maker(given or {}, case["shared"])
    settings: dict[str, Any] = dict.fromkeys(numpy_errors, "raise")
    with np.errstate(**settings):
        if case["instances"]:
            outcome["ops"] = _run_operations(entry, maker, case["instances"], case["ops"], watch)
            return outcome
        target = entry
        if kind != "function":
            outcome["stage"] = "init"
            try:
                target = _apply(entry, maker.live(case["init"] if case["init"] is not None else {}))
                if kind == "module":
                    outcome["stage"] = "state"
                    _prepare_module(target, case, maker, outcome)
            except BaseException as error:  # noqa: BLE001 - a submission may raise anything
                outcome["raised"] = describe(error)
                return outcome
        run = _Calls(target, kind, driver, names, maker, watch)
        outcome["calls"] = [run.record(call) for call in case["calls"]]
    if watch:
        outcome["shared"] = [_digest(value) for value in maker.shared]
    return outcome


def sent_digests(case: dict[str, Any]) -> dict[str, Any]:
    """What `run_case` says of the arguments of a case where nobody has changed them: {calls, shared, instances,
    operations}, calls as one {name: digest} each.

    The digest is None for what is made on the spot; of that, the outcome itself says what it was before.
    """
    made = holds_recipe(case["instances"])
    return {
        "calls": [
            {
                name: None if holds_recipe(value) else _digest(value)
                for name, value in named(call["args"])
                if _may_change(value)
            }
            for call in case["calls"]
        ],
        "shared": [_digest(value) for value in case["shared"]],
        "instances": None if made else _digest(case["instances"]),
        "operations": None if made or case["ops"] is None else _digest(case["ops"]["columns"]),
    }


def _may_change(value: Any) -> bool:
    """Whether an argument is looked at once more after the call; shared ones are at the end of the case."""
    return type(value) not in UNCHANGEABLE and not _is_shared(value)


def _prepare_module(module: Any, case: dict[str, Any], maker: Maker, outcome: dict[str, Any]) -> None:
    outcome["parameters"] = sum(parameter.numel() for parameter in module.parameters())
    if case["compare_state"]:
        outcome["state"] = snapshot(portable(dict(module.state_dict())))
    if case["dtype"] == "float64":
        module.double()
    module.train(case["training"])
    if case["state"] is not None:
        module.load_state_dict(maker.live(case["state"]), strict=True)


class _Calls:
    """The calls of one case, one after the other."""

    def __init__(self, target: Any, kind: str, driver: str, names: dict[str, Any], maker: Maker, watch: bool) -> None:
        self.target = target
        self.kind = kind
        self.driver = driver
        self.names = names
        self.maker = maker
        self.watch = watch

    def record(self, call: dict[str, Any]) -> dict[str, Any]:
        record: dict[str, Any] = {"value": None, "raised": None, "digests": {}, "gradients": None}
        displaced: dict[str, Any] = {}
        value: Any = None
        try:
            for name, substitute in call.get("replace", {}).items():
                displaced[name] = self.names[name]
                self.names[name] = self.maker.given[substitute]
            if call.get("seed") is not None:
                _seed(call["seed"])
            if call["attribute"]:
                value = self.target
                for name in call["attribute"].split("."):
                    value = getattr(value, name)
                # Read now: a later call may well change in place what an attribute holds.
                record["value"] = snapshot(portable(value))
            else:
                value = self._call(call, record)
        except BaseException as error:  # noqa: BLE001 - a submission may raise anything
            record["raised"] = describe(error)
        finally:
            self.names.update(displaced)
        self.maker.results.append(value)
        return record

    def _function(self, call: dict[str, Any]) -> Any:
        if (name := call.get("function")) is not None:
            if name not in self.names:
                raise NameError(f"{name} is not defined at module level")
            return self.names[name]
        return self.target if call["method"] is None else getattr(self.target, call["method"])

    def _call(self, call: dict[str, Any], record: dict[str, Any]) -> Any:
        function = self._function(call)
        asked_before = len(self.maker.asked)
        arguments = self.maker.live(call["args"])
        if self.driver == "linked_list":
            return run_on_chain(function, arguments, record)
        changeable = {name: value for name, value in named(call["args"]) if _may_change(value)} if self.watch else {}
        made = {name for name, value in changeable.items() if holds_recipe(value)}
        if made:
            record["before"] = {name: _digest(value) for name, value in named(arguments) if name in made}
        tracked = self._track(arguments, call.get("gradients_of")) if call["backward"] != "no" else {}
        value = _apply(function, arguments)
        if self.driver == "in_place":
            value = next(iter(named(arguments)))[1]
        if (most := call.get("collect")) is not None:
            value = list(islice(value, most))
        taken = at_path(value, call.get("take", ()))
        # The object itself is no data; that it is returned, as by `fit`, can be told.
        itself = self.kind != "function" and value is self.target
        record["value"] = Recipe("self", None) if itself else portable(taken)
        if tracked:
            record["gradients"] = _gradients(taken, tracked, keep=call["backward"] == "compare")
        record["digests"] = {name: _digest(value) for name, value in named(arguments) if name in changeable}
        if (alias := _alias(taken, arguments)) is not None:
            record["alias"] = alias
        if len(self.maker.asked) > asked_before:
            record["asked"] = self.maker.asked[asked_before:]
        return value

    def _track(self, arguments: Any, wanted: list[str] | None) -> dict[str, Any]:
        """Leaves that gradients are wanted for, by name: floating tensor arguments, then a module's
        parameters.
        """
        tracked = {}
        for name, value in named(arguments):
            if (wanted is None or name in wanted) and hasattr(value, "requires_grad_") and value.is_floating_point():
                tracked[name] = value.requires_grad_(True)
        if self.kind == "module":
            tracked.update({f"parameter {name}": value for name, value in self.target.named_parameters()})
        return tracked


def _seed(seed: int) -> None:
    random.seed(seed)
    np.random.seed(seed)
    if (torch := sys.modules.get("torch")) is not None:
        torch.manual_seed(seed)


def holds_recipe(value: Any) -> bool:
    """Whether an argument is, or holds, something that is made on the spot instead of sent."""
    if isinstance(value, Recipe):
        return True
    if isinstance(value, dict):
        return any(holds_recipe(item) for item in value.values())
    return isinstance(value, list | tuple) and Recipe in set(map(type, value))


def _is_shared(value: Any) -> bool:
    return isinstance(value, Recipe) and value.make == "shared"


def _digest(value: Any) -> str:
    return digest(portable(value))


def _apply(function: Callable[..., Any], arguments: Any) -> Any:
    return function(**arguments) if isinstance(arguments, dict) else function(*arguments)


def _alias(value: Any, arguments: Any) -> str | None:
    """Name of an argument whose memory a returned array, or one directly in what was returned, may share."""
    kind = type(value)
    several = value if issubclass(kind, list | tuple) else value.values() if issubclass(kind, dict) else [value]
    arrays = [array for item in islice(several, 16) if (array := _memory(item)) is not None]
    if arrays:
        for name, argument in named(arguments):
            memory = _memory(argument)
            if memory is not None and any(may_share_memory(memory, array) for array in arrays):
                return name
    return None


def _memory(value: Any) -> ndarray[Any, Any] | None:
    if type(value) is ndarray:
        return value
    made = portable(value)
    return made.array if type(made) is Tensor else None


def _run_operations(
    entry: Any, maker: Maker, instances: list[list[Any]], ops: dict[str, Any], watch: bool
) -> dict[str, Any]:
    """{values, raised, digests}: results for each kind of operation, in order; which operations raised, -1 - i
    for the constructor of instance i, and what.

    Anything else than ValueError and IndexError ends the run; the results that are missing then are None.
    """
    built: list[Any] = []
    raised = Raised()
    values: list[list[Any]] = [[] for _ in ops["kinds"]]
    given = maker.live(instances)
    arguments = {**ops, "columns": maker.live(ops["columns"])}
    ended = False
    for index, parameters in enumerate(given):
        built.append(None)
        try:
            built[-1] = entry(*parameters)
        except BaseException as error:  # noqa: BLE001 - a submission may raise anything
            raised.add(-1 - index, error)
            ended = ended or not isinstance(error, RECORDED)
    if not ended:
        for index, (instance, method, parameters) in enumerate(operations.unpacked(arguments)):
            results = values[ops["kind"][index]]
            try:
                value = getattr(built[instance], method)(*parameters)
                results.append(value if type(value) in (int, bool, str, type(None)) else snapshot(portable(value)))
            except BaseException as error:  # noqa: BLE001 - a submission may raise anything
                results.append(None)
                raised.add(index, error)
                if not isinstance(error, RECORDED):
                    break
    digests = {"instances": _digest(given), "operations": _digest(arguments["columns"])} if watch else {}
    return {"values": values, "raised": raised.portable(), "digests": digests}


def _gradients(output: Any, tracked: dict[str, Any], *, keep: bool) -> dict[str, Any]:
    """Gradients of sum(output * w), w fixed and different for each element so that no error averages out.

    Of several outputs all that require a gradient count. Where nothing does, every gradient is None.
    """
    import torch

    several = output if isinstance(output, list | tuple) else output.values() if isinstance(output, dict) else [output]
    outputs = [item for item in several if isinstance(item, torch.Tensor) and item.requires_grad]
    gradients: tuple[Any, ...] = (None,) * len(tracked)
    if outputs:
        weights = []
        for item in outputs:
            flat = torch.arange(item.numel(), dtype=torch.float64)
            weights.append(torch.cos(flat * 0.7 + 0.3).to(item.dtype).reshape(item.shape))
        gradients = torch.autograd.grad(outputs, list(tracked.values()), grad_outputs=weights, allow_unused=True)
    if not keep:
        return {}
    return {name: None if value is None else portable(value) for name, value in zip(tracked, gradients, strict=True)}


def encodable(outcome: dict[str, Any], max_bytes: int) -> list[bytes | memoryview]:
    """The outcome as a frame; a value that may not travel is replaced by the name of its type, under
    "refused".
    """
    with contextlib.suppress(wire.WireError):
        return wire.frame(outcome, max_bytes=max_bytes)
    for record in (*outcome["calls"], *([outcome["ops"]] if outcome["ops"] else [])):
        for key in ("value", "gradients", "values"):
            try:
                wire.encode(record.get(key), max_bytes=max_bytes)
            except wire.WireError as error:
                record[key], record["refused"] = None, str(error)
    try:
        return wire.frame(outcome, max_bytes=max_bytes)
    except wire.WireError as error:
        return wire.frame({"too_large": str(error)})
