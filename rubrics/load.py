"""Read and check the rubric files. Scoring with them is `bot.scorers`; their shape is `rubrics.schema`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import yaml
from pydantic import ValidationError

from rubrics.errors import RubricError, WordingError
from rubrics.schema import Dimension, DimensionName, Rubric
from rubrics.wording import checked_wording

FOLDER = Path(__file__).parent
SHIPPED = (FOLDER / "topics", FOLDER / "kinds")
DIMENSIONS_FILE = FOLDER / "dimensions.yaml"


@lru_cache(maxsize=1)
def load_rubrics() -> Mapping[str, Rubric]:
    """The shipped cards by slug. Cached; the mapping is read-only.

    Raises RubricError for a file that can't be read, an unknown key, a slug that is not the file's name, and a slug
    that two files have.
    """
    rubrics: dict[str, Rubric] = {}
    files: dict[str, Path] = {}
    for file in (file for folder in SHIPPED for file in card_files(folder)):
        _refuse_taken(file, files)
        # Checking the wordings of all shipped cards takes seconds, and the tests do it.
        rubrics[file.stem], files[file.stem] = _read_card(file, _read_mapping(file)), file
    return MappingProxyType(rubrics)


class OwnCards(NamedTuple):
    """A user's cards by slug, and what is wrong with the files that are none."""

    rubrics: Mapping[str, Rubric]
    errors: tuple[RubricError, ...]


def load_own_rubrics(folder: Path) -> OwnCards:
    """The cards of a user's folder; a file that cannot be used is left out and told of. No folder, no cards."""
    own: dict[str, Rubric] = {}
    errors: list[RubricError] = []
    files = {file.stem: file for shipped in SHIPPED for file in card_files(shipped)}
    for file in card_files(folder):
        try:
            _refuse_taken(file, files)
            own[file.stem], files[file.stem] = read_rubric(file), file
        except RubricError as error:
            errors.append(error)
    return OwnCards(MappingProxyType(own), tuple(errors))


def card_files(folder: Path) -> list[Path]:
    """The files of a folder that should hold cards, in the order of their names."""
    return sorted(folder.glob("*.y*ml"))


def _refuse_taken(file: Path, taken: Mapping[str, Path]) -> None:
    """A card's slug is the name of its file."""
    if (other := taken.get(file.stem)) is not None:
        raise RubricError(shown(file), "slug", f"{file.stem!r} is taken by {shown(other)}; rename one of them")


def read_rubric(file: Path) -> Rubric:
    """One card, checked with all its wordings. Raises RubricError."""
    return _with_sound_wordings(file, _read_card(file, _read_mapping(file)))


class Unfinished(NamedTuple):
    """A card that may lack its model answer, probes and hints."""

    card: Rubric
    """With the question or the point itself in place of what is missing."""
    written: Mapping[str, Any]
    """What the file says."""
    missing: tuple[str, ...]
    """Keys, e.g. `model_answer` or `criteria.0.probe`."""


def read_unfinished(file: Path) -> Unfinished:
    """One card, checked but for what may be missing. Raises RubricError."""
    written = _read_mapping(file)
    filled, missing = dict(written), []
    if "model_answer" not in written:
        missing.append("model_answer")
        filled["model_answer"] = written.get("question")
    if isinstance(criteria := written.get("criteria"), list):
        filled["criteria"] = []
        for at, criterion in enumerate(criteria):
            lacking = [key for key in ("probe", "hint") if isinstance(criterion, dict) and key not in criterion]
            missing += [f"criteria.{at}.{key}" for key in lacking]
            stopgap = {key: criterion.get("point") for key in lacking}
            filled["criteria"].append({**criterion, **stopgap} if lacking else criterion)
    return Unfinished(_with_sound_wordings(file, _read_card(file, filled)), written, tuple(missing))


def _with_sound_wordings(file: Path, rubric: Rubric) -> Rubric:
    for key, wording in wordings(rubric):
        try:
            checked_wording(wording)
        except WordingError as error:
            raise RubricError(shown(file), key, str(error)) from error
    return rubric


def _read_mapping(file: Path) -> dict[str, Any]:
    data = _read_yaml(file)
    if not isinstance(data, dict):
        raise RubricError(shown(file), "", "must be a mapping of keys to values")
    return data


def _read_card(file: Path, data: Mapping[str, Any]) -> Rubric:
    try:
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
