"""The folders of problems: finding and loading them, and saying what is wrong with one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from sandbox.data import read_yaml
from sandbox.errors import ProblemError
from sandbox.problem import Problem
from sandbox.sample import untag

SHIPPED = Path(__file__).parent / "problems"

VARIANTS = "variants"
"""Folder of a problem that holds its variants: follow-ups that change the code."""

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
