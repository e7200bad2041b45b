"""Test cases: what is called with which arguments. Inputs only; what must come out is the reference's
business.

Runs in the oracle, in the judge and in the sandboxed process, hence dataclasses and no dependency but wire.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from sandbox import operations
from sandbox.wire import Recipe

Arguments = dict[str, Any] | list[Any]
"""By name, or positional."""

Backward = Literal["no", "compare", "run"]

Operation = tuple[int, str, Sequence[Any]]
"""Index of the instance, method, positional arguments."""


@dataclass(frozen=True)
class Call:
    """One call of the entry, or of a method of the object built from it, or a look at one of its
    attributes.
    """

    args: Arguments = field(default_factory=dict)
    method: str | None = None
    """For kind class and module; a module defaults to calling it, i.e. `forward`."""
    attribute: str | None = None
    """Read this attribute (dots allowed) instead of calling anything."""
    backward: Backward = "no"
    """compare: run autograd from the output with fixed weights and compare the gradients of every floating
    tensor argument and every parameter. run: only run it, for the time it takes."""
    gradients_of: tuple[str, ...] | None = None
    """The only arguments that gradients are compared for; None: all floating ones."""
    function: str | None = None
    """Call this other module-level name instead of the entry."""
    replace: Mapping[str, str] = field(default_factory=dict)
    """Before the call, module-level names of the submission become names of given.py, and are put back
    afterwards.
    """
    take: tuple[int | str, ...] = ()
    """Path into what came back, e.g. (0,): only that part is compared."""
    collect: int | None = None
    """What came back is iterated over, and a list of its first so many items is compared."""
    seed: int | None = None
    """Seeds the global generators of random, numpy and torch before the call."""

    def to_wire(self) -> dict[str, Any]:
        wired: dict[str, Any] = {
            "args": self.args,
            "method": self.method,
            "attribute": self.attribute,
            "backward": self.backward,
        }
        # Left out where they say nothing: a batch may hold 20 000 calls.
        for name in ("gradients_of", "function", "replace", "take", "collect", "seed"):
            if (value := getattr(self, name)) not in (None, (), {}):
                wired[name] = dict(value) if name == "replace" else value
        return wired


@dataclass(frozen=True)
class Case:
    """One test: one or more calls that share a time limit.

    For kind class and module the object is built from `init` first; a module then loads `state`.
    """

    name: str
    """English, or both languages as "负数|negative numbers"."""
    calls: tuple[Call, ...] = ()
    init: Arguments | None = None
    state: dict[str, Any] | None = None
    """State dict to load, strictly; arrays or tensors."""
    compare_state: bool = False
    """Compare the state dict as it is right after construction (initial values)."""
    dtype: Literal["float64"] | None = None
    """float64: `module.double()` before the state is loaded."""
    training: bool = True
    """False: `module.eval()`."""
    size: str = ""
    """The size in words, e.g. "N = 4000"; named when the time runs out."""
    shared: tuple[Any, ...] = ()
    """Objects that several calls get as the same object; see `batch`."""
    instances: tuple[Sequence[Any], ...] = ()
    """Constructor arguments of several objects; see `ops`."""
    operations: tuple[Operation, ...] = ()

    @staticmethod
    def of(name: str, /, *args: Any, size: str = "", backward: Backward = "no", **named: Any) -> Case:
        """A single call of a function, with positional or named arguments."""
        return Case(name=name, calls=(Call(args=named or list(args), backward=backward),), size=size)

    @staticmethod
    def batch(name: str, calls: Iterable[Sequence[Any]], *, size: str = "") -> Case:
        """Many calls of a function, each given by its positional arguments, under one time limit.

        A list, dict or array that is the same object in several calls is one object for the submission too,
        and travels once.
        """
        rows = [list(arguments) for arguments in calls]
        seen: dict[int, int] = {}
        for row in rows:
            for value in row:
                if isinstance(value, list | dict) or hasattr(value, "shape"):
                    seen[id(value)] = seen.get(id(value), 0) + 1
        shared: list[Any] = []
        places: dict[int, Recipe] = {}
        for row in rows:
            for index, value in enumerate(row):
                if seen.get(id(value), 0) > 1:
                    if id(value) not in places:
                        places[id(value)] = Recipe("shared", len(shared))
                        shared.append(value)
                    row[index] = places[id(value)]
        return Case(name=name, calls=tuple(Call(row) for row in rows), size=size, shared=tuple(shared))

    @staticmethod
    def ops(name: str, instances: Iterable[Sequence[Any]], ops: Iterable[Operation], *, size: str = "") -> Case:
        """Operations on one or more objects of a class, all under one time limit.

        instances: positional constructor arguments, one sequence an object. ops: (index of the instance,
        method, positional arguments). ValueError and IndexError are results like any other, in the
        constructor as in the methods; nothing is called on an object that could not be built.
        """
        return Case(name=name, instances=tuple(instances), operations=tuple(ops), size=size)

    def to_wire(self) -> dict[str, Any]:
        return {
            "calls": [call.to_wire() for call in self.calls],
            "init": self.init,
            "state": self.state,
            "compare_state": self.compare_state,
            "dtype": self.dtype,
            "training": self.training,
            "shared": list(self.shared),
            "instances": [list(arguments) for arguments in self.instances],
            "ops": operations.packed(self.operations) if self.instances else None,
        }


def torch_generator(seed: int, name: str = "") -> Recipe:
    """An argument that is a `torch.Generator` with this seed. Two with the same non-empty name in a case are
    one object.
    """
    return Recipe("torch_generator", {"seed": int(seed), "name": name})


def numpy_generator(seed: int, name: str = "") -> Recipe:
    """An argument that is `numpy.random.default_rng(seed)`; names as in `torch_generator`."""
    return Recipe("numpy_generator", {"seed": int(seed), "name": name})


def given(name: str) -> Recipe:
    """An argument that is this function of the folder's given.py.

    How often it was called, and with which arguments in which order, is compared with the reference's calls.
    """
    return Recipe("given", name)


def result(call: int, *path: int | str) -> Recipe:
    """An argument that is what an earlier call of the case (by index) returned, or the part at a path in it."""
    return Recipe("result", [call, *path])


def folder(entries: Mapping[str, Any]) -> Recipe:
    """An argument that is the path of a folder with these files, read-only.

    entries: by relative path with "/": text or bytes (a file), {"link": target} (a symbolic link that must
    not lead out of the folder), or None with a path that ends in "/" (an empty folder). The reference gets
    the entries themselves instead of a path.
    """
    return Recipe("folder", dict(entries))


@dataclass(frozen=True)
class Failed:
    """A property that a result lacks, as properties.py tells it."""

    name: str
    zh: str
    en: str
