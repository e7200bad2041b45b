"""Arithmetic drills: questions with fresh numbers, and the checking of answers to them.

The drills are data (sandbox/drills/*.yaml, format in sandbox/drills/README.md). A drill's id holds its slug
and seed, so that an answer can be checked without anything having been stored. No code of a drill is ever run
(see sandbox.arithmetic).
"""

from __future__ import annotations

import builtins
import random
import re
import secrets
import string
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, Self

import yaml
from pydantic import Field, PositiveInt, StrictBool, StrictInt, StrictStr, TypeAdapter, ValidationError, model_validator

from sandbox import arithmetic
from sandbox.arithmetic import Value
from sandbox.data import Data, Text
from sandbox.errors import DrillError
from sandbox.problem import AskedBy, Slug, Tolerance

SHIPPED = Path(__file__).parent / "drills"
_REPLIES = "_replies.yaml"

Language = Literal["zh", "en"]

_ID = re.compile(r"(?P<slug>.+?)-(?P<seed>-?\d+)")
_DRAWS = 10_000
_PROOFS = 25


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


class Drill(Data):
    """One kind of question; `draw` fills in the numbers."""

    slug: Slug
    title: Text
    topics: tuple[str, ...] = Field(min_length=1)
    asked_by: tuple[AskedBy, ...] = ()
    question: Text
    convention: Text
    """What is counted and how; follows the question."""
    params: dict[str, Param] = Field(min_length=1)
    where: tuple[str, ...] = ()
    """A draw is kept if none of these is 0 or false."""
    derived: dict[str, str] = Field(default_factory=dict)
    """Further names, each an expression over the params and the derived names before it."""
    answer: str
    """Expression over params and derived."""
    working: Text
    """How to get there, shown after an answer; may use {answer} too."""
    tolerance: Tolerance | None = None
    """For answers that are no whole numbers; without it an answer is exact."""
    side_of_square: bool = False
    """Whether 112x112 is another way to say 112."""
    significant_digits: int = Field(default=3, ge=1)
    """How precise a shortened answer (1.79M, 3.6e6) must be at least, unless it is exact."""

    @model_validator(mode="after")
    def names_are_known(self) -> Self:
        known = set(self.params)
        for text in self.where:
            arithmetic.check(text, known, "where")
        for name, text in self.derived.items():
            arithmetic.check(text, known, f"derived.{name}")
            if name in known:
                raise ValueError(f"derived.{name}: there is already a parameter of this name")
            known.add(name)
        arithmetic.check(self.answer, known, "answer")
        for key, words, names in (
            ("question", self.question, known),
            ("convention", self.convention, known),
            ("working", self.working, known | {"answer"}),
        ):
            for language, text in (("zh", words.zh), ("en", words.en)):
                unknown = sorted(_placeholders(text) - names)
                if unknown:
                    raise ValueError(f"{key}.{language}: no such name: {', '.join(unknown)}")
        return self


class Drawn(Data):
    """A question with its numbers. The keys are a contract with the command line."""

    id: str
    slug: str
    text: str
    params: dict[str, Any]
    """The values that the question mentions; what is derived on the way to the answer stays out."""


class Checked(Data):
    """What an answer is worth. The keys are a contract with the command line."""

    correct: bool
    expected: int | float
    working: str
    """How to get there; before it, why an answer could not be used."""


def load_drills(folder: Path = SHIPPED) -> Mapping[str, Drill]:
    """The drills of a folder by slug, checked; cached and read-only.

    Raises DrillError naming the file, the key and the reason.
    """
    return _load(folder)


def draw(
    topic: str | None = None, seed: int | None = None, language: Language = "zh", *, folder: Path = SHIPPED
) -> Drawn:
    """A question: of the drill, or one of the drills, that `topic` names (a slug or a topic), else of any.

    The same topic and seed give the same question; without a seed it is a fresh one. Raises DrillError for
    an unknown topic, listing what there is.
    """
    drills = load_drills(folder)
    wanted = None if topic is None else topic.strip().casefold()
    found = [
        drill
        for slug, drill in sorted(drills.items())
        if wanted is None or wanted in {slug, *(name.casefold() for name in drill.topics)}
    ]
    if not found:
        topics = sorted({name for drill in drills.values() for name in drill.topics})
        raise DrillError(
            f"no drill is about {topic!r}; slugs: {', '.join(sorted(drills))}; topics: {', '.join(topics)}"
        )
    number = secrets.randbelow(1_000_000) if seed is None else seed
    drill = _random(f"{wanted}-{number}").choice(found)
    return _Question.of(drill, str(number)).drawn(language)


def check_answer(
    id: str,  # noqa: A002 - the contract's name
    answer: str,
    language: Language = "zh",
    *,
    folder: Path = SHIPPED,
) -> Checked:
    """Whether `answer` answers the question with that id.

    Numbers may be written 1792, 1,792, 1.79M, 3.6e6, 3.6*10^6, 360 万, with or without a unit; a shortened
    number counts if it is the right one rounded, with enough digits. What is no number is incorrect, with
    the reason in `working`. Raises DrillError for an id that no drill has given out.
    """
    drills = load_drills(folder)
    parts = _ID.fullmatch(id.strip())
    if parts is None or parts["slug"] not in drills:
        example = f"{next(iter(sorted(drills)))}-1234"
        raise DrillError(f"no drill has the id {id!r}; ids look like {example}: slug and seed of a question")
    question = _Question.of(drills[parts["slug"]], parts["seed"])
    reason = question.objection(answer)
    words = [] if reason in (None, "wrong") else [_replies()[str(reason)].in_language(language)]
    working = "\n".join([*words, question.fill(question.drill.working, language)])
    return Checked(correct=reason is None, expected=question.answer, working=working)


class _Question:
    """A drill with its numbers."""

    def __init__(self, drill: Drill, seed: str, chosen: dict[str, Option | Several]) -> None:
        self.drill = drill
        self.seed = seed
        self.chosen = chosen
        self.values: dict[str, Value] = {name: item.in_expressions() for name, item in chosen.items()}
        for name, text in drill.derived.items():
            self.values[name] = arithmetic.evaluate(text, self.values)
        self.answer = arithmetic.number(drill.answer, self.values)

    @classmethod
    def of(cls, drill: Drill, seed: str) -> _Question:
        """The question that belongs to a seed. Raises DrillError where no draw satisfies `where`."""
        source = _random(f"{drill.slug}-{seed}")
        for _ in range(_DRAWS):
            chosen = {name: param.draw(source) for name, param in drill.params.items()}
            values = {name: item.in_expressions() for name, item in chosen.items()}
            if all(arithmetic.number(text, values) for text in drill.where):
                return cls(drill, seed, chosen)
        raise DrillError(f"{drill.slug}: where: no draw of {_DRAWS} satisfies it; widen the params")

    def drawn(self, language: Language) -> Drawn:
        text = f"{self.fill(self.drill.question, language)}\n{self.fill(self.drill.convention, language)}"
        values: dict[str, Any] = {name: item.value for name, item in self.chosen.items()}
        mentioned = _placeholders(self.drill.question.zh) | _placeholders(self.drill.question.en)
        values |= {name: self.values[name] for name in self.drill.derived if name in mentioned}
        return Drawn(id=f"{self.drill.slug}-{self.seed}", slug=self.drill.slug, text=text, params=values)

    def fill(self, words: Text, language: Language) -> str:
        texts = {name: _shown(value) for name, value in self.values.items()}
        texts |= {name: item.in_language(language) for name, item in self.chosen.items()}
        return words.in_language(language).format_map(texts | {"answer": _shown(self.answer)})

    def objection(self, answer: str) -> str | None:
        """None where the answer is right, "wrong" where it is another number, else the key of a reply."""
        text = unicodedata.normalize("NFKC", answer).strip().lower()
        sides = _SIDES.fullmatch(text)
        if sides is not None:
            if not self.drill.side_of_square:
                return "one_number"
            if Decimal(_plain(sides["height"])) != Decimal(_plain(sides["width"])):
                return "not_square"
            text = sides["height"]
        written = _NUMBER.fullmatch(text)
        if written is None or len(text) > _LONGEST_ANSWER:
            return "not_a_number"
        mantissa, factor = _read(written)
        distance = abs(mantissa * factor - Decimal(self.answer))
        allowed = Decimal(0)
        if self.drill.tolerance is not None:
            rtol, atol = Decimal(self.drill.tolerance.rtol), Decimal(self.drill.tolerance.atol)
            allowed = atol + rtol * abs(Decimal(self.answer))
        if distance <= allowed:
            return None
        shortened = written["suffix"] or written["exponent"] or written["power"]
        _, digits, exponent = mantissa.as_tuple()
        if not shortened or distance > Decimal((0, (5,), int(exponent) - 1)) * factor:
            return "wrong"
        return None if len(digits) >= self.drill.significant_digits else "too_coarse"


def _shown(value: Value) -> str:
    """Fractions with four decimals, lists in brackets."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(_shown, value))}]"
    return f"{value:.4f}" if isinstance(value, float) else str(value)


_LONGEST_ANSWER = 80
_PLAIN = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
_FACTORS = {
    **dict.fromkeys(("k", "千", "thousand"), 10**3),
    "万": 10**4,
    **dict.fromkeys(("m", "百万", "million"), 10**6),
    "亿": 10**8,
    **dict.fromkeys(("b", "g", "十亿", "billion"), 10**9),
    "t": 10**12,
}
_UNITS = (
    "params?|parameters?|weights?|macs?|flops?|multiply-adds?|operations?|ops|entries|pixels?|px|weighings?|times|nats?|"
    "个参数|参数|次乘加|乘加|次|个|像素"
)
_NUMBER = re.compile(
    rf"(?:[=≈~]|约|大约|about)?\s*(?P<sign>[+-]?)(?P<plain>{_PLAIN})"
    r"(?:e(?P<exponent>[+-]?\d{1,3})|\s*[x×*]\s*10(?:\^|\*\*)(?P<power>\d{1,3}))?"
    rf"\s*(?P<suffix>{'|'.join(sorted(_FACTORS, key=len, reverse=True))})?\s*(?:{_UNITS})?\s*[.。]?"
)
_SIDES = re.compile(rf"(?P<height>{_PLAIN})\s*[x×*]\s*(?P<width>{_PLAIN})")


def _plain(text: str) -> str:
    return text.replace(",", "")


def _read(written: re.Match[str]) -> tuple[Decimal, Decimal]:
    """The digits as written, and what they are multiplied by."""
    exponent = int(written["exponent"] or written["power"] or 0)
    factor = Decimal((0, (1,), exponent)) * _FACTORS.get(written["suffix"] or "", 1)
    return Decimal(written["sign"] + _plain(written["plain"])), factor


def _random(seed: str) -> random.Random:
    return random.Random(seed)  # noqa: S311 - numbers of an exercise


@lru_cache(maxsize=8)
def _load(folder: Path) -> Mapping[str, Drill]:
    drills: dict[str, Drill] = {}
    for path in sorted(folder.glob("*.yaml")):
        if path.name.startswith("_"):
            continue
        try:
            drill = Drill.model_validate(_read_yaml(path))
        except ValidationError as error:
            raise DrillError(_reasons(path, error)) from error
        if drill.slug != path.stem:
            raise DrillError(f"{path}: slug: {drill.slug!r} differs from the file's name {path.stem!r}")
        try:
            for seed in range(_PROOFS):
                _Question.of(drill, str(seed))
        except (ArithmeticError, ValueError, DrillError) as error:
            raise DrillError(f"{path}: {error}") from error
        drills[drill.slug] = drill
    if not drills:
        raise DrillError(f"{folder}: holds no drills (*.yaml)")
    return MappingProxyType(drills)


@lru_cache(maxsize=1)
def _replies() -> Mapping[str, Text]:
    return TypeAdapter(dict[str, Text]).validate_python(_read_yaml(SHIPPED / _REPLIES))


def _read_yaml(path: Path) -> Any:
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError, UnicodeDecodeError) as error:
        raise DrillError(f"{path}: not readable as YAML: {error}") from error


def _reasons(path: Path, error: ValidationError) -> str:
    found = (f"{'.'.join(map(str, item['loc'])) or 'file'}: {item['msg']}" for item in error.errors())
    return f"{path}: {'; '.join(found)}"


def _placeholders(text: str) -> set[str]:
    """Names in braces. Raises ValueError for anything but plain names."""
    names = set()
    for _, name, layout, conversion in string.Formatter().parse(text):
        if name is None:
            continue
        if not name.isidentifier() or layout or conversion:
            raise ValueError(f"{text[:40]!r}: only plain names may stand in braces, not {{{name}}}")
        names.add(name)
    return names
