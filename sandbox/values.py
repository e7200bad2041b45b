"""Values between the wire and an entry: tensors from arrays, generators from seeds, and back.

Runs in the oracle and in the sandboxed process. torch is imported only where a value needs it.
"""

from __future__ import annotations

import builtins
import sys
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy import ndarray

from sandbox import wire
from sandbox.wire import Recipe, Tensor, digest

# The submission may replace what the module builtins holds; functions of this one keep what they found at first.
globals()["__builtins__"] = vars(builtins).copy()

_PLAIN = {int, float, bool, str, type(None)}


class Maker:
    """Makes the live values of one case.

    given: names of the problem's given.py. shared: objects that several calls have in common. results: what
    the calls so far returned.
    """

    def __init__(self, given: dict[str, Any], shared: list[Any]) -> None:
        self.given = given
        self.results: list[Any] = []
        self.asked: list[str] = []
        """Digests of the arguments with which given functions were called, in order."""
        self._named: dict[tuple[str, str], Any] = {}
        self._recorders: dict[str, Any] = {}
        self.shared = [self.live(value) for value in shared]

    def live(self, value: Any) -> Any:
        """Data from the wire as the entry wants it, at every level. Raises ValueError for an unknown recipe."""
        if isinstance(value, Tensor):
            import torch

            tensor = torch.from_numpy(value.array)
            return tensor.to(torch.bfloat16) if value.dtype == "bfloat16" else tensor
        if isinstance(value, Recipe):
            return self._made(value)
        if isinstance(value, dict):
            return {key: self.live(item) for key, item in value.items()}
        if isinstance(value, list) and not _plain(value):
            return [self.live(item) for item in value]
        if isinstance(value, tuple):
            return tuple(self.live(item) for item in value)
        return value

    def _made(self, recipe: Recipe) -> Any:
        match recipe.make:
            case "torch_generator" | "numpy_generator":
                return self._generator(recipe.make, recipe.given)
            case "shared":
                return self.shared[recipe.given]
            case "result":
                call, *path = recipe.given
                return at_path(self.results[call], path)
            case "given":
                return self._recorded(recipe.given)
            case "folder" | "path":
                # The judge has made a path of the folder; only the reference sees the entries themselves.
                return recipe.given
        raise ValueError(f"nothing can be made from a recipe {recipe.make!r}")

    def _generator(self, make: str, settings: dict[str, Any]) -> Any:
        key = (make, settings["name"])
        if settings["name"] and key in self._named:
            return self._named[key]
        generator: Any
        if make == "torch_generator":
            import torch

            generator = torch.Generator().manual_seed(settings["seed"])
        else:
            generator = np.random.default_rng(settings["seed"])
        self._named[key] = generator
        return generator

    def _recorded(self, name: str) -> Any:
        if name not in self.given:
            raise ValueError(f"given.py defines no {name}")
        function = self.given[name]
        if isinstance(function, type):
            return function
        if name not in self._recorders:
            self._recorders[name] = _recorder(function, self.asked)
        return self._recorders[name]


def _recorder(function: Callable[..., Any], asked: list[str]) -> Callable[..., Any]:
    def given(*args: Any, **named: Any) -> Any:
        asked.append(digest(portable([args, named])))
        return function(*args, **named)

    return given


def at_path(value: Any, path: Any) -> Any:
    """The part of a value at a path of indices and keys. Raises IndexError, KeyError or TypeError."""
    for step in path:
        value = value[step]
    return value


def portable(value: Any, depth: int = 0) -> Any:
    """The reverse of `Maker.live`: tensors become wire.Tensor; everything else stays, for the encoder to take
    or refuse.
    """
    kind = type(value)
    torch = _torch()
    if torch is not None and (kind is torch.tensor or kind is torch.parameter):
        return torch.portable(value)
    if depth > wire.MAX_DEPTH:
        return value
    if kind is list and not _plain(value):
        return [portable(item, depth + 1) for item in value]
    if issubclass(kind, tuple):
        # A named tuple is a tuple; what its class makes of iteration is nobody's business.
        return tuple(portable(item, depth + 1) for item in tuple.__getitem__(value, slice(None)))
    if kind is dict:
        return {key: portable(item, depth + 1) for key, item in value.items()}
    return value


def named(arguments: Any) -> Iterator[tuple[str, Any]]:
    """The arguments with their names; positional ones are named by their index."""
    if isinstance(arguments, dict):
        yield from arguments.items()
    else:
        yield from ((str(index), value) for index, value in enumerate(arguments))


class _Torch:
    """What of torch turns a tensor into data, as it was before the submission could replace it."""

    def __init__(self, torch: Any) -> None:
        methods = torch._C.TensorBase
        self.tensor, self.parameter = torch.Tensor, torch.nn.Parameter
        self._plain = (methods.detach, methods.resolve_conj, methods.resolve_neg)
        self._dtype = methods.dtype.__get__
        self._float = methods.float
        self._numpy = methods.numpy
        self._names = {getattr(torch, name): name for name in wire.TENSOR_DTYPES if hasattr(torch, name)}
        # Modes that the submission has left active would be asked for every one of these.
        self._guards = (torch._C.DisableTorchFunction, torch._C._DisableTorchDispatch)

    def portable(self, value: Any) -> Tensor:
        functions, dispatch = self._guards
        with functions(), dispatch():
            for step in self._plain:
                value = step(value)
            kind = self._dtype(value)
            name = self._names.get(kind) or str(kind)
            return Tensor(self._numpy(self._float(value) if name == "bfloat16" else value), name)


_found: list[_Torch] = []


def _torch() -> _Torch | None:
    """None before torch is imported; a fork server calls it before any submission (see `child.rehearse`)."""
    if not _found and (torch := sys.modules.get("torch")) is not None:
        _found.append(_Torch(torch))
    return _found[0] if _found else None


def snapshot(value: Any, depth: int = 0) -> Any:
    """A portable value as it is now: what the submission changes later does not show in it."""
    kind = type(value)
    if kind is ndarray:
        return value.copy()
    if kind is Tensor:
        return Tensor(value.array.copy(), value.dtype)
    if depth > wire.MAX_DEPTH:
        return value
    if kind is list or kind is tuple:
        return kind(snapshot(item, depth + 1) for item in value)
    if kind is dict:
        return {key: snapshot(item, depth + 1) for key, item in value.items()}
    if kind is set:
        return frozenset(value)
    return value


def _plain(values: list[Any]) -> bool:
    """Whether a list holds only values that need no conversion: long lists are then passed on as they are."""
    return set(map(type, values)) <= _PLAIN
