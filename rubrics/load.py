"""Read and check the rubric files. Scoring with them is `bot.scorers`; their shape is `rubrics.schema`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from pydantic import ValidationError

from rubrics.errors import RubricError, WordingError
from rubrics.schema import Dimension, DimensionName, Rubric
from rubrics.wording import checked_wording

FOLDER = Path(__file__).parent
SHIPPED = (FOLDER / "topics", FOLDER / "kinds")
DIMENSIONS_FILE = FOLDER / "dimensions.yaml"


def load_rubrics(extra_dirs: Iterable[Path | str] = ()) -> Mapping[str, Rubric]:
    """All cards by slug: the shipped ones, then those of `extra_dirs`. Cached; the mapping is read-only.

    Raises RubricError for a file that can't be read, an unknown key, a slug that is not the file's name, a slug
    that two files have, and, outside the shipped cards, a wording that does not parse.
    """
    return _load((*SHIPPED, *(Path(folder) for folder in extra_dirs)))


@lru_cache(maxsize=16)
def _load(folders: tuple[Path, ...]) -> Mapping[str, Rubric]:
    rubrics: dict[str, Rubric] = {}
    files: dict[str, Path] = {}
    for folder in folders:
        if not folder.is_dir():
            raise RubricError(str(folder), "", "no such folder; a folder of rubric cards is needed")
        for file in sorted(folder.glob("*.y*ml")):
            # Checking the wordings of all shipped cards takes seconds, and the tests do it.
            rubric = _read_card(file) if folder in SHIPPED else read_rubric(file)
            if rubric.slug in files:
                raise RubricError(
                    shown(file),
                    "slug",
                    f"{rubric.slug!r} is taken by {shown(files[rubric.slug])}; rename one of them",
                )
            rubrics[rubric.slug], files[rubric.slug] = rubric, file
    return MappingProxyType(rubrics)


def read_rubric(file: Path) -> Rubric:
    """One card, checked with all its wordings. Raises RubricError."""
    rubric = _read_card(file)
    for key, wording in wordings(rubric):
        try:
            checked_wording(wording)
        except WordingError as error:
            raise RubricError(shown(file), key, str(error)) from error
    return rubric


def _read_card(file: Path) -> Rubric:
    try:
        data = _read_yaml(file)
        if not isinstance(data, dict):
            raise RubricError(shown(file), "", "must be a mapping of keys to values")
        rubric = Rubric.model_validate(data)
    except ValidationError as error:
        raise _first(error, shown(file)) from error
    if rubric.slug != file.stem:
        raise RubricError(
            shown(file), "slug", f"{rubric.slug!r} is not the file's name; call the file {rubric.slug}.yaml"
        )
    return rubric


def wordings(rubric: Rubric) -> Iterator[tuple[str, str]]:
    """(key, wording) of every wording of a card, in the order of the file."""
    for at, criterion in enumerate(rubric.criteria):
        for name, texts in (("accept", criterion.accept), ("partial", criterion.partial)):
            for number, wording in enumerate(texts):
                yield f"criteria.{at}.{name}.{number}", wording
    for at, misconception in enumerate(rubric.misconceptions):
        for number, wording in enumerate(misconception.match):
            yield f"misconceptions.{at}.match.{number}", wording


@lru_cache(maxsize=1)
def load_dimensions() -> tuple[Dimension, ...]:
    """What a Scorecard rates, in the order of `dimensions.yaml`. Raises RubricError."""
    return read_dimensions(DIMENSIONS_FILE)


def read_dimensions(file: Path) -> tuple[Dimension, ...]:
    """The dimensions of one file: each name of DimensionName once. Raises RubricError."""
    data = _read_yaml(file)
    if not isinstance(data, list):
        raise RubricError(shown(file), "", "must be a list of dimensions")
    dimensions: list[Dimension] = []
    for at, entry in enumerate(data):
        try:
            dimensions.append(Dimension.model_validate(entry))
        except ValidationError as error:
            raise _first(error, shown(file), str(at)) from error
    names = [dimension.name for dimension in dimensions]
    for name in DimensionName:
        if names.count(name) != 1:
            raise RubricError(shown(file), "", f"{name.value!r} occurs {names.count(name)} times, not once")
    return tuple(dimensions)


class _UniqueKeyLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML takes the last of two equal keys without a word; here that is an error."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys: set[str] = set()
        for key_node, _ in node.value:
            if str(key_node.value) in keys:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key_node.value!r} occurs twice", key_node.start_mark
                )
            keys.add(str(key_node.value))
        mapping: dict[Any, Any] = super().construct_mapping(node, deep)
        return mapping


def _read_yaml(file: Path) -> object:
    try:
        return yaml.load(file.read_text("utf-8"), Loader=_UniqueKeyLoader)  # noqa: S506 - a SafeLoader underneath
    except (OSError, UnicodeDecodeError) as error:
        raise RubricError(shown(file), "", f"can't be read: {error}") from error
    except yaml.MarkedYAMLError as error:
        line = f"line {error.problem_mark.line + 1}" if error.problem_mark else ""
        hint = "; quote texts that contain ': ' or begin with a sign"
        raise RubricError(shown(file), line, f"not valid YAML: {error.problem}{hint}") from error
    except yaml.YAMLError as error:
        raise RubricError(shown(file), "", f"not valid YAML: {error}") from error


def _first(error: ValidationError, file: str, prefix: str = "") -> RubricError:
    problems = error.errors()
    # A misspelt key is also a missing one; the misspelling is what the author wants to see.
    problem = next((each for each in problems if each["type"] == "extra_forbidden"), problems[0])
    key = ".".join(str(part) for part in (prefix, *problem["loc"]) if part != "")
    if problem["type"] == "extra_forbidden":
        return RubricError(file, key, "unknown key; see rubrics/README.md for the known ones")
    if problem["type"] == "missing":
        return RubricError(file, key, "is missing")
    return RubricError(file, key, problem["msg"])


def shown(file: Path) -> str:
    """The file as people name it: shipped ones from `rubrics/` on, others as given."""
    return f"rubrics/{file.relative_to(FOLDER)}" if file.is_relative_to(FOLDER) else str(file)
