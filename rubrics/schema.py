"""Rubric cards as data: key points, misconceptions, dimensions and their anchored levels.

Covers the shape of the files only. `rubrics.load` reads them; what a wording matches is up to the scorer.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Wording = Annotated[str, Field(min_length=1)]
"""Slots joined by ` + ` (any order) or ` -> ` (this order), all within one sentence; `a|b` are alternatives inside a
slot, `/…/` is a regular expression, `!x` must not occur. See rubrics/README.md."""


class Card(BaseModel):
    """Base of all rubric data: immutable, and an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Text(Card):
    """The same text in Chinese and English."""

    zh: str = Field(min_length=1)
    en: str = Field(min_length=1)

    def in_language(self, language: str) -> str:
        return self.en if language == "en" else self.zh


class DimensionName(StrEnum):
    """What a Scorecard rates."""

    FUNDAMENTALS = "fundamentals"
    PROJECT_DEPTH = "project_depth"
    PROBLEM_ANALYSIS = "problem_analysis"
    CODING = "coding"
    DEPLOYMENT = "deployment"
    COMMUNICATION = "communication"
    HONESTY = "honesty"
    OUTLOOK = "outlook"


class Criterion(Card):
    """One key point: a proposition that a good answer states."""

    id: Slug
    point: Text
    """The proposition itself, as a sentence."""
    weight: float = Field(default=1.0, gt=0, le=5)
    accept: tuple[Wording, ...] = Field(min_length=1)
    """Ways of saying all of it; any one is enough."""
    partial: tuple[Wording, ...] = ()
    """Ways of saying half of it."""
    probe: Text
    """What the interviewer asks when this point is missing, without giving it away."""
    hint: Text
    """A nudge, on request; says less than `point`."""


class Misconception(Card):
    """A false claim that candidates make; it contradicts the criteria it names."""

    id: Slug
    claim: Text
    match: tuple[Wording, ...] = Field(min_length=1)
    contradicts: tuple[Slug, ...] = Field(min_length=1)
    correction: Text


class Rubric(Card):
    """The sheet that one question, and all that ask the same thing, is scored by."""

    slug: Slug
    title: Text
    question: Text
    dimension: DimensionName
    topics: tuple[str, ...] = Field(min_length=1)
    difficulty: int = Field(ge=1, le=5)
    criteria: tuple[Criterion, ...] = Field(min_length=2, max_length=7)
    answered_by_questions: bool = False
    """Whether a question is an answer here, as when the candidate may ask; elsewhere a question states nothing."""
    misconceptions: tuple[Misconception, ...] = ()
    model_answer: Text
    """An answer of the length a candidate would give; the scorer finds every criterion in it."""
    references: tuple[str, ...] = Field(min_length=1)
    """Paper, textbook, documentation, or report file and line."""
    caution: Text | None = None
    """What a report or popular answer gets wrong here."""

    @model_validator(mode="after")
    def ids_are_consistent(self) -> Self:
        ids = [criterion.id for criterion in self.criteria]
        if len(set(ids)) != len(ids):
            raise ValueError(f"criterion ids repeat: {ids}")
        claims = [misconception.id for misconception in self.misconceptions]
        if len(set(claims)) != len(claims):
            raise ValueError(f"misconception ids repeat: {claims}")
        for misconception in self.misconceptions:
            if unknown := set(misconception.contradicts) - set(ids):
                raise ValueError(f"misconception {misconception.id!r} contradicts unknown criteria {sorted(unknown)}")
        return self


class Level(Card):
    """One anchored step of a dimension, described by behaviour."""

    level: int = Field(ge=1, le=5)
    name: Text
    behaviour: Text


class Dimension(Card):
    """One thing that a Scorecard rates, with five anchored levels."""

    name: DimensionName
    title: Text
    measures: Text
    levels: tuple[Level, ...] = Field(min_length=5, max_length=5)
    references: tuple[str, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def levels_ascend(self) -> Self:
        if [level.level for level in self.levels] != [1, 2, 3, 4, 5]:
            raise ValueError("levels must be 1 to 5 in order")
        return self
