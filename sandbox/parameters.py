"""Fresh numbers for a question: parameters drawn from a seed, and texts that they are filled into.

Shared by arithmetic drills and derivations; the format is in sandbox/drills/README.md.
"""

from __future__ import annotations

import builtins
import random
import re
import secrets
import string
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, Self, TypeVar

import yaml
from pydantic import Field, PositiveInt, StrictBool, StrictInt, StrictStr, ValidationError, model_validator

from sandbox import arithmetic
from sandbox.arithmetic import Value
from sandbox.data import Data, Text, read_yaml
from sandbox.errors import DrillError
from sandbox.problem import Slug

Language = Literal["zh", "en"]

_DRAWS = 10_000
_PROOFS = 25
_ID = re.compile(r"(?P<slug>.+?)-(?P<seed>-?\d+)")


class Option(Data):
    """One value of a parameter that is shown as words, or that stands for a number in expressions."""

    value: StrictBool | StrictInt | StrictStr
    number: StrictInt | None = None
    """What expressions see; needed where the value is a text."""
    zh: str | None = None
    en: str | None = None

    @model_validator(mode="after")
    def has_a_number(self) -> Self:
        if isinstance(self.value, str) and self.number is None:
            raise ValueError(f"{self.value!r} is a text: say with `number` what expressions see")
        if (self.zh is None) != (self.en is None):
            raise ValueError(f"{self.value!r} needs words in both languages, zh and en, or in none")
        return self

    def in_expressions(self) -> int:
        return self.number if self.number is not None else int(self.value)

    def in_language(self, language: Language) -> str:
        return (self.zh if language == "zh" else self.en) or str(self.value)


@dataclass(frozen=True)
class Several:
    """The value of a parameter that is a list or a tuple."""

    items: tuple[Option | Several, ...]
    opening: str
    closing: str

    @property
    def value(self) -> list[Any]:
        return [item.value for item in self.items]

    def in_expressions(self) -> Value:
        return tuple(item.in_expressions() for item in self.items)

    def in_language(self, language: Language) -> str:
        return f"{self.opening}{', '.join(item.in_language(language) for item in self.items)}{self.closing}"


class Param(Data):
    """Where a parameter's value comes from: uniform over `choices`, or over a range with both ends; a list of so many
    such values (`list_of` with `length`); or one value of each (`tuple_of`).
    """

    choices: tuple[StrictInt | Option, ...] = ()
    range: tuple[StrictInt, StrictInt] | None = None
    list_of: Param | None = None
    length: tuple[PositiveInt, PositiveInt] | None = None
    """Shortest and longest list."""
    tuple_of: tuple[Param, ...] = ()

    @model_validator(mode="after")
    def one_source(self) -> Self:
        if [bool(self.choices), self.range is not None, self.list_of is not None, bool(self.tuple_of)].count(True) != 1:
            raise ValueError("give one of choices, range, list_of and tuple_of")
        if (self.list_of is None) != (self.length is None):
            raise ValueError("list_of and length belong together")
        for key, ends in (("range", self.range), ("length", self.length)):
            if ends is not None and ends[0] > ends[1]:
                raise ValueError(f"{key} {list(ends)} is empty: the smaller end comes first")
        return self

    def draw(self, source: random.Random) -> Option | Several:
        if self.list_of is not None and self.length is not None:
            count = source.randint(*self.length)
            return Several(tuple(self.list_of.draw(source) for _ in builtins.range(count)), "[", "]")
        if self.tuple_of:
            return Several(tuple(param.draw(source) for param in self.tuple_of), "(", ")")
        if self.range is not None:
            return Option(value=source.randint(*self.range))
        chosen = source.choice(self.choices)
        return chosen if isinstance(chosen, Option) else Option(value=chosen)


class Parameters(Data):
    """A question that is drawn anew each time: its name, its numbers, and what follows from them."""

    slug: Slug
    title: Text
    topics: tuple[str, ...] = Field(min_length=1)
    params: dict[str, Param] = Field(min_length=1)
    where: tuple[str, ...] = ()
    """A draw is kept if none of these is 0 or false."""
    derived: dict[str, str] = Field(default_factory=dict)
    """Further names, each an expression over the params and the derived names before it."""

    @model_validator(mode="after")
    def expressions_are_sound(self) -> Self:
        known = set(self.params)
        for text in self.where:
            arithmetic.check(text, known, "where")
        for name, text in self.derived.items():
            arithmetic.check(text, known, f"derived.{name}")
            if name in known:
                raise ValueError(f"derived.{name}: there is already a parameter of this name")
            known.add(name)
        return self

    @property
    def names(self) -> frozenset[str]:
        return frozenset((*self.params, *self.derived))

    def drawn(self, seed: str) -> Numbers:
        """The numbers of a seed. Raises DrillError where no draw satisfies `where`."""
        source = random.Random(seed)  # noqa: S311 - numbers of an exercise
        for _ in range(_DRAWS):
            chosen = {name: param.draw(source) for name, param in self.params.items()}
            values: dict[str, Value] = {name: item.in_expressions() for name, item in chosen.items()}
            if all(arithmetic.number(text, values) for text in self.where):
                for name, text in self.derived.items():
                    values[name] = arithmetic.evaluate(text, values)
                return Numbers(chosen, values)
        raise DrillError(f"where: no draw of {_DRAWS} satisfies it; widen the params")


@dataclass(frozen=True)
class Numbers:
    """One draw. values: what expressions see, by name, derived ones too."""

    chosen: dict[str, Option | Several]
    values: dict[str, Value]

    def fill(self, words: Text, language: Language, **more: Value) -> str:
        """The words with the numbers in their places."""
        texts = {name: shown(value) for name, value in {**self.values, **more}.items()}
        texts |= {name: item.in_language(language) for name, item in self.chosen.items()}
        return words.in_language(language).format_map(texts)

    def mentioned(self, *texts: Text) -> dict[str, Any]:
        """All params, and the derived values that the texts mention."""
        names = {name for words in texts for text in (words.zh, words.en) for name in placeholders(text)}
        found: dict[str, Any] = {name: item.value for name, item in self.chosen.items()}
        return found | {name: value for name, value in self.values.items() if name not in found and name in names}


def check_placeholders(words: Text, names: frozenset[str], key: str) -> None:
    """Raises ValueError naming key and language where a text mentions a name that does not exist."""
    for language, text in (("zh", words.zh), ("en", words.en)):
        unknown = sorted(placeholders(text) - names)
        if unknown:
            raise ValueError(f"{key}.{language}: no such name: {', '.join(unknown)}")


def shown(value: Value) -> str:
    """Fractions with four decimals, lists in brackets."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(shown, value))}]"
    return f"{value:.4f}" if isinstance(value, float) else str(value)


def placeholders(text: str) -> set[str]:
    """Names in braces. Raises ValueError for anything but plain names."""
    names = set()
    for _, name, layout, conversion in string.Formatter().parse(text):
        if name is None:
            continue
        if not name.isidentifier() or layout or conversion:
            raise ValueError(f"{text[:40]!r}: only plain names may stand in braces, not {{{name}}}")
        names.add(name)
    return names


P = TypeVar("P", bound=Parameters)


def choose(known: Mapping[str, P], topic: str | None, seed: int | None) -> tuple[P, int]:
    """The one, or one of those, that `topic` names (a slug or a topic), else any; and a seed for its numbers.

    The same topic and seed choose the same. Raises DrillError for an unknown topic, listing what there is.
    """
    wanted = None if topic is None else topic.strip().casefold()
    found = [
        each
        for slug, each in sorted(known.items())
        if wanted is None or wanted in {slug, *(name.casefold() for name in each.topics)}
    ]
    if not found:
        topics = sorted({name for each in known.values() for name in each.topics})
        raise DrillError(f"nothing is about {topic!r}; slugs: {', '.join(sorted(known))}; topics: {', '.join(topics)}")
    number = secrets.randbelow(1_000_000) if seed is None else seed
    return random.Random(f"{wanted}-{number}").choice(found), number  # noqa: S311 - numbers of an exercise


def recall(known: Mapping[str, P], given_id: str) -> tuple[P, Numbers]:
    """What an id was given out for, with its numbers. Raises DrillError for an id that never was."""
    parts = _ID.fullmatch(given_id.strip())
    if parts is None or parts["slug"] not in known:
        example = f"{next(iter(sorted(known)))}-1234"
        raise DrillError(f"nothing has the id {given_id!r}; ids look like {example}: slug and seed of a question")
    return known[parts["slug"]], known[parts["slug"]].drawn(f"{parts['slug']}-{parts['seed']}")


def load_folder(folder: Path, model: type[P], prove: Callable[[P, Numbers], object]) -> Mapping[str, P]:
    """Everything in a folder by slug, read-only.

    Args:
        prove: Is called with a few draws of each; what it raises (ArithmeticError, ValueError) is the file's fault.

    Raises DrillError naming the file, the key and the reason.
    """
    found: dict[str, P] = {}
    for path in sorted(folder.glob("*.yaml")):
        if path.name.startswith("_"):
            continue
        try:
            read = model.model_validate(read_file(path))
        except ValidationError as error:
            raise DrillError(_reasons(path, error)) from error
        if read.slug != path.stem:
            raise DrillError(f"{path}: slug: {read.slug!r} differs from the file's name {path.stem!r}")
        try:
            for seed in range(_PROOFS):
                prove(read, read.drawn(f"{read.slug}-{seed}"))
        except (ArithmeticError, ValueError, DrillError) as error:
            raise DrillError(f"{path}: {error}") from error
        found[read.slug] = read
    if not found:
        raise DrillError(f"{folder}: holds no *.yaml")
    return MappingProxyType(found)


def read_file(path: Path) -> Any:
    """What a YAML file holds. Raises DrillError where it is not readable."""
    try:
        return read_yaml(path)
    except (OSError, yaml.YAMLError, UnicodeDecodeError) as error:
        raise DrillError(f"{path}: not readable as YAML: {error}") from error


def _reasons(path: Path, error: ValidationError) -> str:
    found = (f"{'.'.join(map(str, item['loc'])) or 'file'}: {item['msg']}" for item in error.errors())
    return f"{path}: {'; '.join(found)}"
