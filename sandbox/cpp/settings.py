"""What a problem says about its C++ form: the key `cpp` of problem.yaml."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from sandbox.data import Data

Type = Annotated[str, Field(pattern=r"^[A-Za-z_][\w:<>, ]*$")]
"""A C++ type by its full name, e.g. std::vector<int>."""


class Method(Data):
    """A method of a class as it is called in C++."""

    call: str = Field(pattern=r"^(operator ?\S{1,2}|[A-Za-z_]\w*)$")
    """Its name, which may be an operator, e.g. operator[]."""
    takes: tuple[Type, ...] = ()
    """Types that the arguments of the cases are read as; they must convert to those of the parameters."""
    least: int | None = Field(default=None, ge=0)
    """Fewest arguments that a case passes, where the others have defaults."""

    @model_validator(mode="after")
    def least_is_possible(self) -> Method:
        if self.least is not None and self.least > len(self.takes):
            raise ValueError("least: is more than there are in takes")
        return self


class Cpp(Data):
    """Given where a problem may be solved in C++ too."""

    signature: str
    """Shown where a submission's entry has another one."""
    methods: dict[str, Method] = Field(default_factory=dict)
    """For kind class: by the name that the cases use, i.e. the one in Python."""
    init: tuple[Type, ...] = ()
    """Types of the constructor's arguments."""
    forbidden: tuple[Annotated[str, Field(pattern=r"^[a-z_]\w*$")], ...] = ()
    """Names of the standard library that may not be used, e.g. stack; see sandbox/cpp/rules.py."""
