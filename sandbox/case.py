"""Test cases: what is called with which arguments. Inputs only; what must come out is the reference's
business.

Runs in the oracle, in the judge and in the sandboxed process, hence dataclasses and no dependency but wire.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Arguments = dict[str, Any] | list[Any]
"""By name, or positional."""

Backward = Literal["no", "compare", "run"]


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


@dataclass(frozen=True)
class Case:
    """One test: one or more calls that share a time limit.

    For kind class and module the object is built from `init` first; a module then loads `state`.
    """

    name: str
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

    @staticmethod
    def of(name: str, /, *args: Any, size: str = "", backward: Backward = "no", **named: Any) -> Case:
        """A single call of a function, with positional or named arguments."""
        return Case(name=name, calls=(Call(args=named or list(args), backward=backward),), size=size)

    def to_wire(self) -> dict[str, Any]:
        return {
            "calls": [
                {
                    "args": call.args,
                    "method": call.method,
                    "attribute": call.attribute,
                    "backward": call.backward,
                }
                for call in self.calls
            ],
            "init": self.init,
            "state": self.state,
            "compare_state": self.compare_state,
            "dtype": self.dtype,
            "training": self.training,
        }
