"""Arithmetic drills: questions with fresh numbers, and the checking of answers to them.

The drills are data (sandbox/drills/*.yaml, format in sandbox/drills/README.md). A drill's id holds its slug
and seed, so that an answer can be checked without anything having been stored. No code of a drill is ever run
(see sandbox.arithmetic).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Self

from pydantic import Field, TypeAdapter, model_validator

from sandbox import arithmetic, typed_number
from sandbox.data import Data, Text
from sandbox.parameters import Language, Parameters, check_placeholders, choose, load_folder, read_file, recall, shown
from sandbox.problem import AskedBy, Tolerance

SHIPPED = Path(__file__).parent / "drills"
_REPLIES = "_replies.yaml"
_STEP_ENDS = re.compile(r"[，；。：]|[,;.:](?=\s|$)")


class Drill(Parameters):
    """One kind of question; `draw` fills in the numbers."""

    asked_by: tuple[AskedBy, ...] = ()
    question: Text
    convention: Text
    """What is counted and how; follows the question."""
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
        arithmetic.check(self.answer, self.names, "answer")
        check_placeholders(self.question, self.names, "question")
        check_placeholders(self.convention, self.names, "convention")
        check_placeholders(self.working, self.names | {"answer"}, "working")
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


class Worked(Data):
    """How a question is worked out, in words."""

    expected: int | float
    working: str
    first_step: str
    """The beginning of the working, which does not give the answer away."""


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
    drill, seed = choose(load_drills(folder), topic, seed)
    numbers = drill.drawn(f"{drill.slug}-{seed}")
    text = f"{numbers.fill(drill.question, language)}\n{numbers.fill(drill.convention, language)}"
    return Drawn(id=f"{drill.slug}-{seed}", slug=drill.slug, text=text, params=numbers.mentioned(drill.question))


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
    reason = objection(id, answer, folder=folder)
    worked = work_out(id, language, folder=folder)
    working = "\n".join([*reply(reason, language), worked.working])
    return Checked(correct=reason is None, expected=worked.expected, working=working)


def objection(id: str, answer: str, *, folder: Path = SHIPPED) -> str | None:  # noqa: A002 - as in check_answer
    """None where the answer is right, "wrong" where it is another number, else what `reply` has words for. Raises as
    check_answer.
    """
    drill, numbers = recall(load_drills(folder), id)
    return typed_number.objection(
        answer,
        arithmetic.number(drill.answer, numbers.values),
        tolerance=drill.tolerance,
        side_of_square=drill.side_of_square,
        significant_digits=drill.significant_digits,
    )


def work_out(id: str, language: Language = "zh", *, folder: Path = SHIPPED) -> Worked:  # noqa: A002
    """How to get to the answer of a question. Raises as check_answer."""
    drill, numbers = recall(load_drills(folder), id)
    expected = arithmetic.number(drill.answer, numbers.values)
    working = numbers.fill(drill.working, language, answer=expected)
    first = _STEP_ENDS.split(working, maxsplit=1)[0]
    hidden = re.sub(rf"(?<![\d.]){re.escape(shown(expected))}(?![\d.])", "?", first)
    return Worked(expected=expected, working=working, first_step=hidden)


def reply(reason: str | None, language: Language) -> list[str]:
    """What is said to an answer that could not be used (see sandbox.typed_number); nothing where it could."""
    return [] if reason in (None, "wrong") else [_replies()[str(reason)].in_language(language)]


@lru_cache(maxsize=8)
def _load(folder: Path) -> Mapping[str, Drill]:
    return load_folder(folder, Drill, lambda drill, numbers: arithmetic.number(drill.answer, numbers.values))


@lru_cache(maxsize=1)
def _replies() -> Mapping[str, Text]:
    return TypeAdapter(dict[str, Text]).validate_python(read_file(SHIPPED / _REPLIES))
