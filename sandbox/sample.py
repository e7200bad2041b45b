"""Samples as they stand in problem.yaml: inputs that candidates see, with what must come out.

YAML has no arrays, tensors or generators; `untag` makes them of tagged values.
"""

from __future__ import annotations

from typing import Any, Self

import numpy as np
from pydantic import Field, model_validator

from sandbox.case import Arguments, Backward, Call, Case, given, numpy_generator, result, torch_generator
from sandbox.case import folder as make_folder
from sandbox.data import Data
from sandbox.wire import Tensor


class SampleCall(Data):
    """A call of a sample; see `sandbox.case.Call` for what the keys do."""

    args: dict[str, Any] | list[Any] = Field(default_factory=dict)
    method: str | None = None
    attribute: str | None = None
    backward: Backward = "no"
    function: str | None = None
    replace: dict[str, str] = Field(default_factory=dict)
    take: tuple[int | str, ...] = ()
    collect: int | None = Field(default=None, ge=1)
    seed: int | None = None
    output: Any = None
    raises: str | None = None

    def call(self) -> Call:
        given = self.model_dump(include={"method", "attribute", "backward", "function", "replace", "take", "collect"})
        return Call(untag(self.args), seed=self.seed, **given)


class SampleOperations(Data):
    """Operations on several objects, with a result for each."""

    instances: tuple[list[Any], ...] = Field(min_length=1)
    ops: tuple[tuple[int, str, list[Any]], ...]
    outputs: tuple[Any, ...]
    """A value, or {raises: ValueError} or {raises: IndexError}."""

    @model_validator(mode="after")
    def every_operation_has_a_result(self) -> Self:
        if len(self.ops) != len(self.outputs):
            raise ValueError(f"ops has {len(self.ops)} entries and outputs {len(self.outputs)}; give one output an op")
        if any(not 0 <= instance < len(self.instances) for instance, _, _ in self.ops):
            raise ValueError("the first item of an op is the index of an instance")
        return self


class Sample(Data):
    """An example that the candidate sees; its output is checked against the reference.

    Short form for functions: args with output or raises. Long form: init, state, parameters, calls. For
    several objects: operations.
    """

    args: dict[str, Any] | list[Any] | None = None
    output: Any = None
    raises: str | None = None
    init: dict[str, Any] | list[Any] | None = None
    state: dict[str, Any] | None = None
    parameters: int | None = None
    calls: tuple[SampleCall, ...] = ()
    operations: SampleOperations | None = None

    @model_validator(mode="after")
    def one_form(self) -> Self:
        forms = (self.args is not None, bool(self.calls) or self.init is not None, self.operations is not None)
        if sum(forms) != 1:
            raise ValueError("a sample has either args (a function), init and calls (a class or module) or operations")
        return self

    def all_calls(self) -> tuple[SampleCall, ...]:
        if self.args is None:
            return self.calls
        return (SampleCall(args=self.args, output=self.output, raises=self.raises),)

    def case(self, number: int) -> Case:
        name = f"样例 {number}|sample {number}"
        if self.operations is not None:
            return Case.ops(name, untag(list(self.operations.instances)), untag(list(self.operations.ops)))
        init: Arguments | None = None if self.init is None else untag(self.init)
        state = None if self.state is None else untag(self.state)
        return Case(name=name, calls=tuple(call.call() for call in self.all_calls()), init=init, state=state)


_TAGS = {
    "nd": {"nd", "dtype", "shape"},
    "tt": {"tt", "dtype", "shape"},
    "tuple": {"tuple"},
    "set": {"set"},
    "torch_generator": {"torch_generator", "name"},
    "numpy_generator": {"numpy_generator", "name"},
    "given": {"given"},
    "result": {"result"},
    "folder": {"folder"},
}


def untag(value: Any) -> Any:
    """YAML data with tagged values as what they stand for; the tags are listed in sandbox/problems/README.md.

    Raises ValueError, TypeError or KeyError for a tag that is not used as it should be.
    """
    if isinstance(value, dict):
        for tag, keys in _TAGS.items():
            if tag in value and set(value) <= keys:
                return _tagged(tag, value)
        return {key: untag(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(untag(item) for item in value)
    return value


def _tagged(tag: str, value: dict[str, Any]) -> Any:
    content = value[tag]
    match tag:
        case "tuple":
            return tuple(untag(item) for item in content)
        case "set":
            return frozenset(untag(item) for item in content)
        case "torch_generator":
            return torch_generator(content, value.get("name", ""))
        case "numpy_generator":
            return numpy_generator(content, value.get("name", ""))
        case "given":
            return given(content)
        case "result":
            return result(*content)
        case "folder":
            return make_folder(content)
    if "dtype" not in value:
        raise ValueError(f"{{{tag}: …}} needs a dtype")
    array = np.array(content, dtype="float32" if value["dtype"] == "bfloat16" else value["dtype"])
    if "shape" in value:
        # One number fills the shape.
        array = array.reshape(value["shape"]) if array.ndim else np.full(value["shape"], array)
    return Tensor(array, value["dtype"]) if tag == "tt" else array
