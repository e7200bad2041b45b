"""What an interviewer knows when it is its turn to speak, and what it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from pydantic import ConfigDict, SkipValidation

from bot.agenda import Step
from bot.data import Data
from bot.schema import AnyEvent, Language
from bot.state import State
from rubrics.schema import Criterion, Rubric
from sandbox.problem import Problem


class Scene(Data):
    """One turn of the interviewer: the step that the agenda decided on and what is needed to word it."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    step: Step
    state: State
    language: Language
    rubric: Rubric | None = None
    """Card of the question at hand."""
    left_rubric: Rubric | None = None
    """Card of the question that is being left."""
    problem: Problem | None = None
    answer: str = ""
    """What the candidate said just now."""
    history: SkipValidation[Sequence[AnyEvent]] = ()
    """All events so far, not looked through again: a turn must not cost more the more was said."""


class Utterance(Data):
    """What the interviewer says, before it is stored."""

    text: str
    criterion: str | None = None
    """Key point that a probe, challenge or hint aims at."""
    problem: str | None = None
    """Slug of the problem that code is expected for after this utterance."""
    feedback: str | None = None
    worded_by: str = "scripted"
    phrases: tuple[str, ...] = ()
    """Keys of the phrases in it."""
    notice: str | None = None


class Interviewer(Protocol):
    """Words a step: one utterance, or growing pieces of it with the whole one last."""

    def utter(self, scene: Scene) -> Iterator[Utterance]: ...


def criterion_of(rubric: Rubric | None, name: str | None) -> Criterion | None:
    """The key point of a card; None where there is no such point, or no card."""
    return next((c for c in rubric.criteria if c.id == name), None) if rubric is not None else None
