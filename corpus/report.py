"""Interview reports as data: who asked what, in which round, when, and where that is written.

Covers the domain objects only. Reading them from Markdown is `corpus.parse`; finding them again is `corpus.search`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Kind(StrEnum):
    """What a question is about; decides the part of a round it is asked in."""

    SELF_INTRO = "self_intro"
    RESUME_PROJECT = "resume_project"
    FUNDAMENTALS = "fundamentals"
    SYSTEMS_TOOLS = "systems_tools"
    OPEN_QUESTION = "open_question"
    MATH_DRILL = "math_drill"
    CODING = "coding"
    BRAIN_TEASER = "brain_teaser"
    HR = "hr"
    REVERSE_QA = "reverse_qa"


class Trait(StrEnum):
    """One thing that a remark shows of how interviewers behave."""

    BRISK = "brisk"
    """Goes straight to business and says little in between."""
    UNHURRIED = "unhurried"
    WARM = "warm"
    """Friendly, reassuring, free with hints."""
    COOL = "cool"
    DEEP = "deep"
    """Asks on and on, down to details."""
    LIGHT = "light"
    CHALLENGES = "challenges"
    """Contradicts on the spot."""
    LISTENS = "listens"
    """Lets the candidate do the talking."""
    PRAISES = "praises"
    """Says what it likes to see."""
    PRESSES = "presses"
    """Says what it insists on or keeps coming back to."""


class Record(BaseModel):
    """Base of all corpus data: immutable, and an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Source(Record):
    """Where a fact was read."""

    file: str
    """Name of the original report file, without folders."""
    line: int = Field(ge=1)
    """Line in that file, counted from 1."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


class Answer(Record):
    """An answer that the report gives to a question. Reports are witnesses, not textbooks: it may be wrong."""

    by: Literal["candidate", "interviewer", "report"]
    text: str
    text_en: str = ""


class Remark(Record):
    """Something a report says about a round or company that is not a question."""

    about: Literal["manner", "team", "outcome", "advice", "note"]
    """manner: how interviewers behave; team: what the department does and its hours; outcome: how it ended."""
    text: str
    text_en: str = ""
    source: Source | None = None
    shows: tuple[Trait, ...] = ()
    """What it shows of the interviewers; on shipped reports only."""
    minutes: int | None = None
    """How long the round took, where the remark tells."""


class Question(Record):
    """One question or task that was really asked."""

    id: str
    """Stable: company slug plus a hash of company, round, date, source and text; reordering a report keeps it."""
    company: str
    """Canonical company name."""
    round: str
    """Canonical round name: 一面, 二面, …, 主管面, HR面, 笔试, or 未知轮次."""
    date: str | None
    """YYYY-MM-DD, YYYY-MM, YYYY, or MM-DD where the report gives no year."""
    kind: Kind
    text: str
    """The question in Chinese, in our wording (the file's own wording for reports that users bring)."""
    text_en: str = ""
    ask: str = ""
    """How it can be put to somebody with another CV; empty where `text` already can."""
    ask_en: str = ""
    also: tuple[str, ...] = ()
    """Other ways to ask the same, in either language; search finds the question by them, nobody is shown them."""
    topics: tuple[str, ...] = ()
    source: tuple[Source, ...]
    follows: str | None = None
    """Id of the question that this one follows up on."""
    answers: tuple[Answer, ...] = ()
    notes: tuple[str, ...] = ()
    """What the interviewer wanted to hear, what went wrong, or a known mistake in the report."""
    rubric: str | None = None
    """Slug of the rubric card that scores it."""
    problem: str | None = None
    """Slug of the coding problem that it asks for."""
    drill: str | None = None
    """Slug of the drill that asks it with numbers: in its place where it is a calculation, after it elsewhere."""


class Round(Record):
    """One round of one report."""

    company: str
    name: str
    date: str | None = None
    questions: tuple[Question, ...] = ()
    """In the order asked; a follow-up names its parent in `follows`."""
    remarks: tuple[Remark, ...] = ()


class Report(Record):
    """One account of interviews. A wild file may hold several companies, hence the company stands on each round."""

    file: str
    """File that was parsed, without folders."""
    team: str = ""
    role: str = ""
    season: str = ""
    year: int | None = None
    outcome: str = ""
    """How it ended, by company where the report says: e.g. "offer"."""
    company: str | None = None
    """Canonical company of the whole file, where the front matter names one."""
    rounds: tuple[Round, ...] = ()
    remarks: tuple[Remark, ...] = ()
