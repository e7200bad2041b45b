"""Derivations in steps: each step asks for a number or a formula, and is checked by computing.

The derivations are data (sandbox/derivations/*.yaml, format in sandbox/derivations/README.md). Like a drill's, an id
holds slug and seed, so that every step can be asked and checked without anything having been stored.
"""

from __future__ import annotations

import math
import random
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from sandbox import arithmetic, typed_number
from sandbox.data import Data, Text
from sandbox.drill import reply
from sandbox.errors import DrillError
from sandbox.parameters import Language, Numbers, Parameters, check_placeholders, choose, load_folder, recall
from sandbox.problem import AskedBy, Slug, Tolerance

SHIPPED = Path(__file__).parent / "derivations"

_POINTS = 40
"""How many places a formula is compared at. Two different formulas of school size agree at none but a few."""
_SAME = 1e-6
_LONGEST_FORMULA = 200
_SPELLINGS = {
    "\N{MINUS SIGN}": "-",
    "\N{MULTIPLICATION SIGN}": "*",
    "\N{MIDDLE DOT}": "*",
    "\N{DIVISION SIGN}": "/",
    "^": "**",
    "ln(": "log(",
}


class Step(Data):
    """One question on the way; a number where `symbols` is empty, else a formula in these symbols."""

    question: Text
    hint: Text
    answer: str
    """Expression over params and derived, or over the symbols of a formula."""
    working: Text
    """Why, shown after the answer; of a number it may use {answer} too."""
    tolerance: Tolerance | None = None
    symbols: dict[str, tuple[float, float]] = Field(default_factory=dict)
    """Ends between which a formula's symbols are drawn to compare it."""


class Derivation(Parameters):
    """Steps that share their numbers."""

    asked_by: tuple[AskedBy, ...] = ()
    opening: Text
    """What is given and what is wanted."""
    steps: tuple[Step, ...] = Field(min_length=2)
    problem: Slug | None = None
    """The coding problem to go on with."""

    @model_validator(mode="after")
    def names_are_known(self) -> Self:
        check_placeholders(self.opening, self.names, "opening")
        for number, step in enumerate(self.steps):
            key = f"steps.{number}"
            arithmetic.check(step.answer, set(step.symbols) or self.names, f"{key}.answer")
            for name, (low, high) in step.symbols.items():
                if not low < high:
                    raise ValueError(f"{key}.symbols.{name}: the smaller end comes first")
            check_placeholders(step.question, self.names, f"{key}.question")
            check_placeholders(step.hint, self.names, f"{key}.hint")
            check_placeholders(step.working, self.names if step.symbols else self.names | {"answer"}, f"{key}.working")
        return self


class Begun(Data):
    """A derivation with its numbers. The keys are a contract with the command line."""

    id: str
    slug: str
    title: str
    text: str
    """What is given, then the first step."""
    steps: int
    problem: str | None


class CheckedStep(Data):
    """What an answer to a step is worth. The keys are a contract with the command line."""

    correct: bool
    expected: int | float | str
    objection: str | None
    """Why the answer could not be used, where it could not."""
    working: str
    """Why the expected answer is right."""
    next: str | None
    """The step after it; None after the last one."""


def load_derivations(folder: Path = SHIPPED) -> Mapping[str, Derivation]:
    """The derivations of a folder by slug, checked; cached and read-only.

    Raises DrillError naming the file, the key and the reason.
    """
    return _load(folder)


def begin(
    topic: str | None = None, seed: int | None = None, language: Language = "zh", *, folder: Path = SHIPPED
) -> Begun:
    """The derivation, or one of those, that `topic` names (a slug or a topic), else any; see `sandbox.drill.draw`.

    Raises DrillError for an unknown topic, listing what there is.
    """
    found, number = choose(load_derivations(folder), topic, seed)
    numbers = found.drawn(f"{found.slug}-{number}")
    text = f"{numbers.fill(found.opening, language).strip()}\n{_step_text(found, numbers, 1, language)}"
    return Begun(
        id=f"{found.slug}-{number}",
        slug=found.slug,
        title=found.title.in_language(language),
        text=text,
        steps=len(found.steps),
        problem=found.problem,
    )


def step_text(given_id: str, step: int, language: Language = "zh", *, folder: Path = SHIPPED) -> str:
    """What a step asks, counted from 1. Raises DrillError for an unknown id or step."""
    found, numbers = recall(load_derivations(folder), given_id)
    return _step_text(found, numbers, step, language)


def opening(given_id: str, language: Language = "zh", *, folder: Path = SHIPPED) -> str:
    """What is given and what is wanted. Raises DrillError for an unknown id."""
    found, numbers = recall(load_derivations(folder), given_id)
    return numbers.fill(found.opening, language).strip()


def hint(given_id: str, step: int, language: Language = "zh", *, folder: Path = SHIPPED) -> str:
    """A nudge for a step, counted from 1. Raises DrillError for an unknown id or step."""
    found, numbers = recall(load_derivations(folder), given_id)
    return numbers.fill(_step(found, step).hint, language)


def check_step(
    given_id: str, step: int, answer: str, language: Language = "zh", *, folder: Path = SHIPPED
) -> CheckedStep:
    """Whether `answer` answers a step, counted from 1.

    Numbers may be written as in a drill. A formula is right if it has the value of the expected one wherever its
    symbols are put, however it is written. Raises DrillError for an unknown id or step.
    """
    found, numbers = recall(load_derivations(folder), given_id)
    asked = _step(found, step)
    expected: int | float | str
    if asked.symbols:
        expected = asked.answer
        reason = _formula_objection(answer, asked)
        working = numbers.fill(asked.working, language)
    else:
        expected = arithmetic.number(asked.answer, numbers.values)
        reason = typed_number.objection(answer, expected, tolerance=asked.tolerance)
        working = numbers.fill(asked.working, language, answer=expected)
    following = None if step == len(found.steps) else _step_text(found, numbers, step + 1, language)
    return CheckedStep(
        correct=reason is None,
        expected=expected,
        objection="\n".join(reply(reason, language)) or None,
        working=working,
        next=following,
    )


def _step(found: Derivation, step: int) -> Step:
    if not 1 <= step <= len(found.steps):
        raise DrillError(f"{found.slug} has the steps 1 to {len(found.steps)}, not {step}")
    return found.steps[step - 1]


def _step_text(found: Derivation, numbers: Numbers, step: int, language: Language) -> str:
    return f"{step}/{len(found.steps)}  {numbers.fill(_step(found, step).question, language)}"


def _formula_objection(answer: str, step: Step) -> str | None:
    """As `sandbox.typed_number.objection`, for a formula."""
    text = unicodedata.normalize("NFKC", answer).strip()
    for spelling, meaning in _SPELLINGS.items():
        text = text.replace(spelling, meaning)
    # "dL/dz = p - y": what stands before the sign names the thing, as in the question.
    text = text.rpartition("=")[2].strip() if text.count("=") == 1 else text
    try:
        # The symbols are numbers; lists would only be a way to keep the program busy.
        if len(text) > _LONGEST_FORMULA or "[" in text:
            raise ValueError("no formula")
        arithmetic.check(text, set(step.symbols), "answer")
    except (ValueError, RecursionError, MemoryError):
        return "not_a_formula"
    source = random.Random(step.answer)  # noqa: S311 - places to compare formulas at
    for _ in range(_POINTS):
        values = {name: source.uniform(low, high) for name, (low, high) in step.symbols.items()}
        wanted = arithmetic.number(step.answer, values)
        try:
            if not math.isclose(arithmetic.number(text, values), wanted, rel_tol=_SAME, abs_tol=_SAME):
                return "wrong"
        except (ArithmeticError, ValueError, RecursionError):
            return "wrong"
    return None


@lru_cache(maxsize=8)
def _load(folder: Path) -> Mapping[str, Derivation]:
    return load_folder(folder, Derivation, _prove)


def _prove(found: Derivation, numbers: Numbers) -> None:
    for step in found.steps:
        if step.symbols:
            try:
                _formula_objection(step.answer, step)
            except ArithmeticError as error:
                raise ValueError(
                    f"answer {step.answer!r} has no value between the ends of its symbols: {error}"
                ) from error
        else:
            arithmetic.number(step.answer, numbers.values)
