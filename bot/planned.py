"""What a round will ask, as data: the plan that an interview starts with, made by `bot.plan`.

A snapshot that is part of the first event: with its own copy of every question, a transcript outlives changes of the
corpus.
"""

from __future__ import annotations

from typing import Literal

from bot.data import Data
from bot.written.paper import Paper
from corpus.report import Kind, Source

Manner = Literal["warm", "brisk", "pressing"]
"""How an interviewer speaks: warm eases, brisk says little, pressing doesn't let go. Plain is none of these."""


class PlannedQuestion(Data):
    """A question of the plan, as it stood when the plan was made."""

    id: str
    kind: Kind
    text: str
    text_en: str
    said: str
    """What is put to this candidate in the language of the interview."""
    general: str = ""
    """How it is put to anybody, where `said` names something of the CV; empty where it does not."""
    project: str | None = None
    """The project of the CV that it, or what it follows, names; None where there is none."""
    company: str
    round: str
    date: str | None
    source: tuple[Source, ...]
    topics: tuple[str, ...] = ()
    borrowed: bool = False
    """True when the company or round being played did not ask it."""
    rubric: str | None = None
    reference: str = ""
    """An answer that the report records, to compare with where there is no card; empty where there is none."""
    problem: str | None = None
    builds_on: str | None = None
    """Slug of the problem whose accepted code it goes on from: with `problem` a variant to write, else talk about that
    code.
    """
    drill: str | None = None
    """Id of the drill that it is asked as: its slug and the seed of its numbers."""
    difficulty: int | None = None
    """1 to 5, of its card or problem; None where it is no measure of knowledge, or there is neither."""
    taken_up_from: str | None = None
    """The earlier round of the season in which what it asks about was answered poorly; None where it is new."""
    follow_ups: tuple[PlannedQuestion, ...] = ()
    """The report's own chain, in order."""

    @property
    def put_to_anybody(self) -> str:
        """The question without anything of the CV: what an answer is measured by."""
        return self.general or self.said


class PersonaRemark(Data):
    """What reports say about how these interviewers behave or what the team is like."""

    about: str
    text: str
    text_en: str
    source: Source | None


class Fact(Data):
    """Something reports tell about the company that can answer a candidate's own question."""

    asked: str
    text: str
    text_en: str
    source: tuple[Source, ...]


class Plan(Data):
    """What a round will ask, fixed before it starts."""

    company: str
    round: str
    questions: tuple[PlannedQuestion, ...]
    reserve: tuple[PlannedQuestion, ...] = ()
    """Main questions that may be asked in place of planned ones of their kind, to suit the candidate."""
    remarks: tuple[PersonaRemark, ...] = ()
    """Manner and team facts of the persona."""
    facts: tuple[Fact, ...] = ()
    """What the interviewer may answer from when the candidate asks."""
    minutes: int = 0
    """Length that the interviewer announces; 0 where nothing watches it."""
    manner: tuple[Manner, ...] = ()
    """How the interviewer speaks, best supported first; plainly where it is empty."""
    report: str | None = None
    """File of the one report that was played; None when all that cover the round were."""
    paper: Paper | None = None
    """None for a conversation."""
