"""Coding problems and verdicts as data: what stands in a problem's folder (see sandbox/problems/README.md).

Loading folders is sandbox.library's work, running anything sandbox.judge's.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from sandbox.cpp.settings import Cpp
from sandbox.data import Data, Text
from sandbox.errors import ProblemError
from sandbox.sample import Sample

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(--[a-z0-9]+(-[a-z0-9]+)*)?$")]
"""parent--variant for a variant."""


CodeLanguage = Literal["python", "cpp"]
"""What a submission is written in."""


def language_of(path: Path) -> CodeLanguage:
    """By the ending of a file's name; Python where it says nothing else."""
    return "cpp" if path.suffix in (".cpp", ".cc", ".cxx") else "python"


class Verdict(StrEnum):
    """What the judge says about a submission, or about one case."""

    ACCEPTED = "accepted"
    WRONG_ANSWER = "wrong_answer"
    RUNTIME_ERROR = "runtime_error"
    TIME_LIMIT = "time_limit"
    MEMORY_LIMIT = "memory_limit"
    OUTPUT_LIMIT = "output_limit"
    REJECTED = "rejected"
    """A rule of the problem forbids something in the source; it was not run."""
    INTERNAL_ERROR = "internal_error"
    """The judge failed; nothing follows about the submission."""


class CaseResult(Data):
    name: str
    verdict: Verdict
    seconds: float
    """CPU time of the call, with reading its input and sending its output."""
    message: str
    """What went wrong, for the candidate; empty when nothing did."""


class JudgeResult(Data):
    """A verdict with everything it rests on. The keys are a contract with the command line."""

    slug: str
    verdict: Verdict
    passed: int
    total: int
    cases: tuple[CaseResult, ...]
    """The cases that ran, in order; after a crash or an exceeded limit the rest are not run."""
    isolation: str
    """Label of the isolation that was in force; a warning where there was none."""
    seconds: float
    """Wall time of the whole judgement."""
    message: str = ""
    """What the candidate should read first: the broken rule, the syntax error, or the first failing case."""
    seed: int = 0
    """Judging again with this seed gives the same cases."""
    printed: str = ""
    """What the submission wrote to stdout and stderr, cut to a cap."""


class Tolerance(Data):
    """|got - want| <= atol + rtol * |want|"""

    rtol: float = Field(ge=0)
    atol: float = Field(ge=0)


class Compare(Data):
    """How results are compared with the reference's."""

    mode: Literal["exact", "close", "unordered", "multiset_of_multisets", "properties"]
    """unordered: the outer list in any order; multiset_of_multisets: order is free at both levels; properties:
    the folder's properties.py decides.
    """
    values: Literal["native", "scalars", "json"] = "native"
    """json: tuples count as lists and numpy scalars as Python numbers; scalars: only the latter; native: the
    type must be the contract's.
    """
    dtype: Literal["exact", "kind"] = "exact"
    """kind: any float for a float, any integer for an integer."""
    tolerance: Tolerance | None = None
    """For mode close."""
    float32: Tolerance | None = None
    """Used instead where an input or weight is float32 or smaller."""
    gradients: Tolerance | None = None
    """Used for gradients of float64 calls; float32 ones use `float32`."""

    @model_validator(mode="after")
    def close_has_a_tolerance(self) -> Self:
        if self.mode == "close" and self.tolerance is None:
            raise ValueError("mode close needs a tolerance {rtol, atol}")
        return self


class Limits(Data):
    time_s: float = Field(gt=0, le=60)
    """CPU time of one case, on the machine that the problem was made on."""
    memory_mb: int = Field(ge=64, le=16384)
    """Peak resident memory of the process in MiB, interpreter and packages included."""


class Forbidden(Data):
    """Static rules, see sandbox/rules.py."""

    allow: tuple[str, ...] = ()
    """The only packages outside the standard library that may be imported."""
    modules: tuple[str, ...] = ()
    """Modules, also of the standard library, that may not be imported."""
    names: tuple[str, ...] = ()
    """Names that may not be reached through anything imported, nor as attributes unless the file defines
    them.
    """
    builtins: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    """Attributes that may not be used on anything."""
    functions: tuple[str, ...] = ()
    """Dotted paths, e.g. sys.setrecursionlimit."""


class AskedBy(Data):
    """Who asked it, and where that is written."""

    company: str
    round: str | None = None
    date: str | None = None
    file: str
    line: int = Field(ge=1)


class FollowUp(Text):
    """A question to go on with; `variant` names the folder in variants/ where it changes the code."""

    variant: str | None = None


class Problem(Data):
    """One coding problem, as its problem.yaml says; the other files of the folder are read on demand."""

    slug: Slug
    title: Text
    category: Literal["numpy", "torch", "algorithm", "cpp", "systems", "math_drill", "bpe"]
    kind: Literal["function", "class", "module"]
    entry: str = Field(pattern=r"^[A-Za-z_]\w*$")
    """The one name that the candidate defines."""
    signature: str
    contract: str = Field(min_length=1)
    """The binding rules, in English; both statements say the same."""
    compare: Compare
    gradients: bool = False
    limits: Limits
    driver: Literal["call", "in_place", "linked_list"] = "call"
    """What is done with the entry; in_place compares the first argument after the call instead of the
    value.
    """
    node_rule: Literal["reversed_identity", "same_nodes"] | None = None
    """linked_list only: the exact input nodes in the reference's order, or the same set of nodes."""
    mutation: Literal["forbidden", "allowed", "required"] = "forbidden"
    aliasing: Literal["forbidden", "allowed"] = "allowed"
    """forbidden: an array that comes back may not share memory with an argument."""
    numpy_errors: tuple[Literal["divide", "over", "under", "invalid"], ...] = ()
    """Floating-point conditions that raise FloatingPointError during a call (np.errstate)."""
    forbidden: Forbidden = Forbidden()
    cpp: Cpp | None = None
    """Where it may be solved in C++ too: how; see sandbox/cpp/README.md."""
    topics: tuple[str, ...] = Field(min_length=1)
    difficulty: int = Field(ge=1, le=5)
    asked_by: tuple[AskedBy, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    hints: tuple[Text, ...] = Field(min_length=3, max_length=3)
    """Three steps that lead on without giving the solution away."""
    samples: tuple[Sample, ...] = Field(min_length=1)
    folder: Path = Field(default=Path(), exclude=True)
    parent: Path | None = Field(default=None, exclude=True)
    """Folder of the problem that this one is a variant of."""

    @model_validator(mode="after")
    def settings_agree(self) -> Self:
        if (self.driver == "linked_list") != (self.node_rule is not None):
            raise ValueError("driver linked_list and node_rule go together")
        if self.driver == "in_place" and self.mutation == "forbidden":
            raise ValueError("driver in_place needs mutation required or allowed")
        if self.kind != "function" and self.driver != "call":
            raise ValueError(f"driver {self.driver} needs kind function")
        if self.cpp is not None and (self.kind == "module" or self.flavour == "torch"):
            raise ValueError("cpp: a problem with torch cannot be solved in C++; remove the key")
        if self.cpp is not None and bool(self.cpp.methods) != (self.kind == "class"):
            raise ValueError("cpp.methods: is needed for kind class, and for no other")
        if self.kind == "module" and "torch" not in self.forbidden.allow:
            raise ValueError("kind module needs torch in forbidden.allow")
        return self

    @property
    def flavour(self) -> str:
        """The fork server that has what the problem needs."""
        return "torch" if "torch" in self.forbidden.allow or self.category == "torch" else "numpy"

    def file(self, name: str) -> Path:
        """A file of the folder; of a variant that has none of its own, the parent's. It need not exist."""
        own = self.folder / name
        return own if self.parent is None or own.is_file() else self.parent / name

    def text(self, name: str) -> str | None:
        """Text of an optional file such as given.py; None without one."""
        path = self.file(name)
        return path.read_text(encoding="utf-8") if path.is_file() else None

    def statement(self, language: str) -> str:
        """What the interviewer says; a variant's own statement follows the parent's."""
        before = "" if self.parent is None else f"{_statement(self.parent, language)}\n"
        return before + self.own_statement(language)

    def own_statement(self, language: str) -> str:
        """The statement without the parent's: of a variant, what changes."""
        return _statement(self.folder, language)

    @cached_property
    def starter(self) -> str:
        return self.file("starter.py").read_text(encoding="utf-8")

    @cached_property
    def starters(self) -> dict[CodeLanguage, str]:
        """What the editor shows at first, by the languages in which the problem may be solved."""
        cpp = self.file("starter.cpp").read_text(encoding="utf-8") if self.cpp is not None else None
        return {"python": self.starter} if cpp is None else {"python": self.starter, "cpp": cpp}

    @cached_property
    def given(self) -> str | None:
        """Text of given.py, whose names submission and reference find in their module."""
        return self.text("given.py")

    def solutions(self) -> list[tuple[Path, Verdict]]:
        """The right and wrong submissions shipped with it, and the verdict that each must get."""
        found = []
        paths = (self.folder / "solutions").iterdir() if (self.folder / "solutions").is_dir() else ()
        for path in sorted(path for path in paths if path.suffix in (".py", ".cpp")):
            first = path.read_text(encoding="utf-8").partition("\n")[0]
            marker, _, verdict = first.partition(":")
            if marker.strip() not in ("# expect", "// expect") or verdict.strip() not in set(Verdict):
                known = ", ".join(Verdict)
                raise ProblemError(
                    f"{path}:1: the first line must be `# expect: <verdict>` with one of {known}; it is {first[:60]!r}"
                )
            found.append((path, Verdict(verdict.strip())))
        return found


def _statement(folder: Path, language: str) -> str:
    return (folder / f"statement.{'en' if language == 'en' else 'zh'}.md").read_text(encoding="utf-8")
