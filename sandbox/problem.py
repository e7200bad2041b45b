"""Coding problems and verdicts as data, and the loader of problem folders.

Covers what stands in a problem's folder (see sandbox/problems/README.md); running anything is sandbox.judge's
work.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal, Self

import numpy as np
import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from sandbox.case import Arguments, Backward, Call, Case
from sandbox.errors import ProblemError
from sandbox.wire import Tensor

SHIPPED = Path(__file__).parent / "problems"

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


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


class Data(BaseModel):
    """Base of all sandbox data: immutable, and an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


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


class Text(Data):
    """The same text in Chinese and English."""

    zh: str = Field(min_length=1)
    en: str = Field(min_length=1)

    def in_language(self, language: str) -> str:
        return self.en if language == "en" else self.zh


class Tolerance(Data):
    """|got - want| <= atol + rtol * |want|"""

    rtol: float = Field(ge=0)
    atol: float = Field(ge=0)


class Compare(Data):
    """How results are compared with the reference's."""

    mode: Literal["exact", "close", "unordered", "multiset_of_multisets"]
    """unordered: the outer list in any order; multiset_of_multisets: order is free at both levels."""
    values: Literal["native", "json"] = "native"
    """json: tuples count as lists and numpy scalars as Python numbers; native: the type must be the
    contract's.
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


class SampleCall(Data):
    args: dict[str, Any] | list[Any] = Field(default_factory=dict)
    method: str | None = None
    attribute: str | None = None
    backward: Backward = "no"
    output: Any = None
    raises: str | None = None


class Sample(Data):
    """An example that the candidate sees; its output is checked against the reference.

    Short form for functions: args with output or raises. Long form: init, state, parameters, calls.
    """

    args: dict[str, Any] | list[Any] | None = None
    output: Any = None
    raises: str | None = None
    init: dict[str, Any] | list[Any] | None = None
    state: dict[str, Any] | None = None
    parameters: int | None = None
    calls: tuple[SampleCall, ...] = ()

    @model_validator(mode="after")
    def one_form(self) -> Self:
        if (self.args is None) == (not self.calls) and self.init is None:
            raise ValueError("a sample has either args (a function) or calls (a class or module)")
        return self

    def all_calls(self) -> tuple[SampleCall, ...]:
        if self.args is None:
            return self.calls
        return (SampleCall(args=self.args, output=self.output, raises=self.raises),)

    def case(self, number: int) -> Case:
        calls = tuple(Call(untag(call.args), call.method, call.attribute, call.backward) for call in self.all_calls())
        init: Arguments | None = None if self.init is None else untag(self.init)
        state = None if self.state is None else untag(self.state)
        return Case(name=f"sample {number}", calls=calls, init=init, state=state)


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
    numpy_errors: tuple[Literal["divide", "over", "under", "invalid"], ...] = ()
    """Floating-point conditions that raise FloatingPointError during a call (np.errstate)."""
    forbidden: Forbidden = Forbidden()
    topics: tuple[str, ...] = Field(min_length=1)
    difficulty: int = Field(ge=1, le=5)
    asked_by: tuple[AskedBy, ...] = ()
    follow_ups: tuple[Text, ...] = ()
    hints: tuple[Text, ...] = Field(min_length=3, max_length=3)
    """Three steps that lead on without giving the solution away."""
    samples: tuple[Sample, ...] = Field(min_length=1)
    folder: Path = Field(default=Path(), exclude=True)

    @model_validator(mode="after")
    def settings_agree(self) -> Self:
        if (self.driver == "linked_list") != (self.node_rule is not None):
            raise ValueError("driver linked_list and node_rule go together")
        if self.driver == "in_place" and self.mutation == "forbidden":
            raise ValueError("driver in_place needs mutation required or allowed")
        if self.kind != "function" and self.driver != "call":
            raise ValueError(f"driver {self.driver} needs kind function")
        if self.kind == "module" and "torch" not in self.forbidden.allow:
            raise ValueError("kind module needs torch in forbidden.allow")
        return self

    @property
    def flavour(self) -> str:
        """The fork server that has what the problem needs."""
        return "torch" if "torch" in self.forbidden.allow or self.category == "torch" else "numpy"

    def statement(self, language: str) -> str:
        return (self.folder / f"statement.{'en' if language == 'en' else 'zh'}.md").read_text(encoding="utf-8")

    @cached_property
    def starter(self) -> str:
        return (self.folder / "starter.py").read_text(encoding="utf-8")

    def solutions(self) -> list[tuple[Path, Verdict]]:
        """The right and wrong submissions shipped with it, and the verdict that each must get."""
        found = []
        for path in sorted((self.folder / "solutions").glob("*.py")):
            first = path.read_text(encoding="utf-8").partition("\n")[0]
            marker, _, verdict = first.partition(":")
            if marker.strip() != "# expect" or verdict.strip() not in set(Verdict):
                raise ProblemError(f"{path}:1: must be `# expect: <verdict>`, is {first[:60]!r}")
            found.append((path, Verdict(verdict.strip())))
        return found


FILES = ("problem.yaml", "statement.zh.md", "statement.en.md", "starter.py", "cases.py", "reference.py")


def load_problem(folder: Path) -> Problem:
    """The problem in a folder. Raises ProblemError naming the file, the key and the reason."""
    missing = [name for name in FILES if not (folder / name).is_file()]
    if missing:
        raise ProblemError(f"{folder}: missing {', '.join(missing)}")
    path = folder / "problem.yaml"
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ProblemError(f"{path}: not readable as YAML: {error}") from error
    if not isinstance(content, dict):
        raise ProblemError(f"{path}: must be a mapping, is {type(content).__name__}")
    if "folder" in content:
        raise ProblemError(f"{path}: folder: unknown key")
    try:
        problem = Problem(**content, folder=folder)
        for number, sample in enumerate(problem.samples, 1):
            sample.case(number)
            for call in sample.all_calls():
                untag(call.output)
    except ValidationError as error:
        reasons = "; ".join(f"{'.'.join(map(str, item['loc'])) or 'file'}: {item['msg']}" for item in error.errors())
        raise ProblemError(f"{path}: {reasons}") from error
    except (ValueError, TypeError) as error:
        raise ProblemError(f"{path}: samples: {error}") from error
    if problem.slug != folder.name:
        raise ProblemError(f"{path}: slug {problem.slug!r} differs from the folder's name {folder.name!r}")
    return problem


@dataclass(frozen=True)
class Library:
    """All problems that could be loaded, and why the others could not."""

    problems: dict[str, Problem]
    errors: tuple[str, ...]


def load_problems(extra_dirs: Iterable[Path] = ()) -> Library:
    """The shipped problems and those in further folders of problem folders, which win where a slug is the
    same.

    Their cases.py and reference.py are run (outside the sandbox), so only trusted folders belong in
    `extra_dirs`.
    """
    problems: dict[str, Problem] = {}
    errors: list[str] = []
    for parent in (SHIPPED, *extra_dirs):
        for folder in sorted(Path(parent).glob("*/")):
            if folder.name.startswith((".", "_")):
                continue
            try:
                problem = load_problem(folder)
            except (ProblemError, OSError) as error:
                errors.append(str(error))
                continue
            problems[problem.slug] = problem
    return Library(problems, tuple(errors))


_TAGS = {"nd": {"nd", "dtype", "shape"}, "tt": {"tt", "dtype", "shape"}, "tuple": {"tuple"}}


def untag(value: Any) -> Any:
    """YAML data with {nd: …, dtype} as an array, {tt: …, dtype} as a tensor and {tuple: […]} as a tuple."""
    if isinstance(value, dict):
        for tag, keys in _TAGS.items():
            if tag in value and set(value) <= keys:
                return _tagged(tag, value)
        return {key: untag(item) for key, item in value.items()}
    if isinstance(value, list):
        return [untag(item) for item in value]
    return value


def _tagged(tag: str, value: dict[str, Any]) -> Any:
    if tag == "tuple":
        return tuple(untag(item) for item in value["tuple"])
    if "dtype" not in value:
        raise ValueError(f"{{{tag}: …}} needs a dtype")
    array = np.array(value[tag], dtype="float32" if value["dtype"] == "bfloat16" else value["dtype"])
    if "shape" in value:
        array = array.reshape(value["shape"])
    return Tensor(array, value["dtype"]) if tag == "tt" else array
