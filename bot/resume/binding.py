"""Questions about projects, put to this CV: where it has what a question asks about, the question names it.

Which questions a plan holds, their order, cards and sources stay; only `PlannedQuestion.said` changes, and only where
an entry of `bindings.yaml` fits. Answers are scored by the question as it is put to anybody. Nothing of a CV is named
twice, and the follow-ups of a question that named a project stay with that project.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple, Self

from pydantic import Field, field_validator, model_validator

from bot.data import Data
from bot.datafile import read_datafile
from bot.planned import Plan, PlannedQuestion
from bot.resume.figures import LONGEST_QUOTE, clauses_of
from bot.resume.found import Resume
from bot.schema import Language
from bot.scorers.cues import Cue, any_of
from bot.scorers.text import fold, spoken, weight
from bot.words import words
from corpus.glossary import load_glossary
from corpus.report import Kind

FILE = Path(__file__).with_name("bindings.yaml")
_NAMES = ("where", "quote", "term", "project", "question")
_SLOT = re.compile(r"\{(\w+)\}")


class Binding(Data):
    """One entry of the file, where its keys are explained."""

    asks: tuple[Cue, ...] = Field(min_length=1)
    not_asks: tuple[Cue, ...] = ()
    cards: tuple[str, ...] = ()
    """Rubric cards that the question must be scored by; empty where any will do."""
    names: Literal["figure", "skill", "own_part", "publication", "project"]
    measures: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()
    kinds_of: tuple[str, ...] = ()
    zh: tuple[str, ...] = Field(min_length=1)
    en: tuple[str, ...] = Field(min_length=1)
    instead: Mapping[str, str] = Field(default_factory=dict)

    @field_validator("zh", "en")
    @classmethod
    def slots_exist(cls, said: tuple[str, ...]) -> tuple[str, ...]:
        if unknown := {slot for each in said for slot in _SLOT.findall(each)} - set(_NAMES):
            raise ValueError(f"there is no {sorted(unknown)}; use {', '.join(_NAMES)}")
        return said

    @field_validator("instead")
    @classmethod
    def phrases_compile(cls, instead: Mapping[str, str]) -> Mapping[str, str]:
        for phrase in instead:
            try:
                re.compile(phrase)
            except re.error as error:
                raise ValueError(f"{phrase!r} is no regular expression: {error}") from None
        return instead

    @model_validator(mode="after")
    def concepts_exist(self) -> Self:
        if unknown := {*self.concepts, *self.kinds_of} - load_glossary().concepts.keys():
            raise ValueError(f"the glossary has no {sorted(unknown)}")
        return self

    def fits(self, question: PlannedQuestion) -> bool:
        """Whether the question, as it is put, asks what this entry is about."""
        asked = fold(spoken(question.said)).text
        if self.cards and question.rubric not in self.cards:
            return False
        return any_of(self.asks).search(asked) is not None and not (
            self.not_asks and any_of(self.not_asks).search(asked)
        )

    def wants(self, concept: str | None) -> bool:
        """Whether a technique is one that this entry names."""
        if concept is None:
            return False
        return concept in self.concepts or not set(self.kinds_of).isdisjoint(load_glossary().wider(concept))


class _Bindings(Data):
    bindings: tuple[Binding, ...]


class _Item(NamedTuple):
    """Something of a CV that a question can name."""

    quote: str
    term: str
    project: str | None


@cache
def bindings() -> tuple[Binding, ...]:
    """Reads and checks the file; cached. Raises BadInput, which names file and key."""
    return read_datafile(FILE, _Bindings).bindings


def put_to(resume: Resume | None, plan: Plan, language: Language, seed: int) -> Plan:
    """The plan with its questions about projects put to a CV."""
    if resume is None:
        return plan
    binder = _Binder(resume, language, seed)
    # What may be asked in place of a planned question names what these leave.
    bound = {
        "questions": tuple(binder.bound(question, None) for question in plan.questions),
        "reserve": tuple(binder.bound(question, None) for question in plan.reserve),
    }
    return plan.model_copy(update=bound)


class _Binder:
    def __init__(self, resume: Resume, language: Language, seed: int) -> None:
        self._resume, self._language, self._seed = resume, language, seed
        self._named: set[str] = set()

    def bound(self, question: PlannedQuestion, project: str | None) -> PlannedQuestion:
        """A question and what follows it.

        Args:
            project: What the question that it follows was about.
        """
        changes: dict[str, object] = {}
        found = self._found(question, project) if question.kind is Kind.RESUME_PROJECT else None
        if found is not None:
            binding, item = found
            self._named.add(_key(item))
            changes["general"] = question.said
            changes["said"] = self._said(question, binding, item, known=project)
            project = item.project or project
        deeper = []
        about = project
        for each in question.follow_ups:
            deeper.append(self.bound(each, about))
            about = about or deeper[-1].project
        return question.model_copy(update={**changes, "project": project, "follow_ups": tuple(deeper)})

    def _found(self, question: PlannedQuestion, project: str | None) -> tuple[Binding, _Item] | None:
        for binding in bindings():
            if binding.fits(question):
                for item in self._items(binding):
                    elsewhere = project is not None and item.project != project
                    if not elsewhere and _key(item) not in self._named:
                        return binding, item
        return None

    def _items(self, binding: Binding) -> Iterator[_Item]:
        resume = self._resume
        match binding.names:
            case "figure":
                for measure in binding.measures:
                    yield from (_Item(f.quote, "", f.project) for f in resume.figures if f.measures == measure)
            case "skill":
                for mention in resume.skills:
                    if binding.wants(mention.concept):
                        yield _Item(_clause_with(mention.quote, mention.line), mention.quote, mention.project)
            case "own_part":
                yield from (_Item(part.quote, "", part.project) for part in resume.own_parts)
            case "publication":
                yield from (_Item(each.title, "", None) for each in resume.publications)
            case "project":
                yield from (_Item(name, "", name) for name in resume.projects)

    def _said(self, question: PlannedQuestion, binding: Binding, item: _Item, known: str | None) -> str:
        asked = question.said
        for phrase, pointing in binding.instead.items():
            asked = re.sub(phrase, pointing, asked)
        variants = binding.en if self._language == "en" else binding.zh
        said = random.Random(f"{self._seed}/{question.id}").choice(variants)  # noqa: S311 (not secret)
        under = item.project is not None and item.project != known
        names = {
            "where": words("cv_project" if under else "cv", self._language, project=item.project),
            "quote": item.quote,
            "term": item.term,
            "project": item.project or "",
        }
        # What the CV says goes in last and in one pass: nothing in it is looked at for slots.
        return _SLOT.sub(lambda slot: names.get(slot[1], slot[0]), said.replace("{question}", asked))


def _key(item: _Item) -> str:
    return f"{item.project}\n{item.quote}"


def _clause_with(term: str, line: str) -> str:
    """The clause of a line that holds a term, where it is short enough to be quoted."""
    clause = next((each for each in clauses_of(line) if term in each), term)
    return clause if weight(clause) <= LONGEST_QUOTE else term
