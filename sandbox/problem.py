"""Coding problems and verdicts as data, and the loader of problem folders.

Covers what stands in a problem's folder (see sandbox/problems/README.md); running anything is sandbox.judge's
work.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated, Any, Literal, Self

import yaml
from pydantic import Field, ValidationError, model_validator

from sandbox.cpp.settings import Cpp
from sandbox.data import Data, Text, read_yaml
from sandbox.errors import ProblemError
from sandbox.sample import Sample, untag

SHIPPED = Path(__file__).parent / "problems"

VARIANTS = "variants"
"""Folder of a problem that holds its variants: follow-ups that change the code."""

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


FILES = ("problem.yaml", "statement.zh.md", "statement.en.md", "starter.py", "cases.py", "reference.py")
VARIANT_FILES = ("problem.yaml", "statement.zh.md", "statement.en.md")
"""What a variant must have itself; everything else it may take from its parent."""

_NOT_INHERITED = ("slug", "asked_by", "follow_ups")


def load_problem(folder: Path) -> Problem:
    """The problem in a folder, or the variant in a folder variants/<name> of a problem.

    Raises ProblemError naming the file, the key and the reason.
    """
    parent = folder.parent.parent if folder.parent.name == VARIANTS else None
    wanted = FILES if parent is None else VARIANT_FILES
    missing = [name for name in wanted if not (folder / name).is_file()]
    if missing:
        raise ProblemError(
            f"{folder}: missing {', '.join(missing)}; see the list of files in sandbox/problems/README.md"
        )
    path = folder / "problem.yaml"
    content = _mapping(path)
    slug = folder.name
    if parent is not None:
        inherited = {
            key: value for key, value in _mapping(parent / "problem.yaml").items() if key not in _NOT_INHERITED
        }
        content = inherited | content
        slug = f"{parent.name}--{folder.name}"
    for key in ("folder", "parent"):
        if key in content:
            raise ProblemError(f"{path}: {key}: unknown key; remove it")
    try:
        problem = Problem(**content, folder=folder, parent=parent)
    except ValidationError as error:
        raise ProblemError(f"{path}: {_reasons(error)}") from error
    if problem.cpp is not None and not problem.file("starter.cpp").is_file():
        raise ProblemError(f"{folder}: missing starter.cpp; cpp in {path} asks for it")
    _check_samples(problem, path)
    if problem.slug != slug:
        raise ProblemError(f"{path}: slug: is {problem.slug!r} but the folder asks for {slug!r}; make them the same")
    if problem.compare.mode == "properties" and not problem.file("properties.py").is_file():
        raise ProblemError(f"{path}: compare.mode: properties needs a file properties.py with check(case, got, want)")
    for follow_up in problem.follow_ups:
        if follow_up.variant is not None and not (folder / VARIANTS / follow_up.variant).is_dir():
            raise ProblemError(f"{path}: follow_ups: there is no folder {VARIANTS}/{follow_up.variant}")
    return problem


def _mapping(path: Path) -> dict[str, Any]:
    try:
        content = read_yaml(path)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ProblemError(f"{path}: not readable as YAML: {error}") from error
    except OSError as error:
        raise ProblemError(f"{path}: cannot be read: {error.strerror}") from error
    if not isinstance(content, dict):
        raise ProblemError(f"{path}: must be a mapping of keys to values, is {type(content).__name__}")
    return content


def _reasons(error: ValidationError) -> str:
    reasons = []
    for item in error.errors():
        place = ".".join(map(str, item["loc"])) or "file"
        reason = "unknown key; remove it or correct its spelling" if item["type"] == "extra_forbidden" else item["msg"]
        reasons.append(f"{place}: {reason}")
    return "; ".join(reasons)


def _check_samples(problem: Problem, path: Path) -> None:
    for number, sample in enumerate(problem.samples, 1):
        try:
            sample.case(number)
            for call in sample.all_calls():
                untag(call.output)
            if sample.operations is not None:
                untag(list(sample.operations.outputs))
        except (ValueError, TypeError, KeyError) as error:
            raise ProblemError(f"{path}: samples.{number - 1}: {error}") from error


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
    shipped = _shipped()
    problems, errors = dict(shipped.problems), list(shipped.errors)
    for parent in extra_dirs:
        more = _load_folders(Path(parent))
        problems |= more.problems
        errors += more.errors
    return Library(problems, tuple(errors))


@cache
def _shipped() -> Library:
    """Those that come with the program, read once: they do not change."""
    return _load_folders(SHIPPED)


def _load_folders(parent: Path) -> Library:
    problems: dict[str, Problem] = {}
    errors: list[str] = []
    for folder in problem_folders(parent):
        try:
            problem = load_problem(folder)
        except (ProblemError, OSError) as error:
            errors.append(str(error))
            continue
        problems[problem.slug] = problem
    return Library(problems, tuple(errors))


def problem_folders(parent: Path) -> list[Path]:
    """Folders of problems below a folder, each followed by those of its variants; hidden ones left out."""
    found = []
    for folder in sorted(parent.glob("*/")):
        if not folder.name.startswith((".", "_")):
            found += [folder, *variant_folders(folder)]
    return found


def variant_folders(folder: Path) -> list[Path]:
    return sorted(path for path in (folder / VARIANTS).glob("*/") if not path.name.startswith((".", "_")))
