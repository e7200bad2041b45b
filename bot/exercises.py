"""What a plan's questions have to be worked out: variants of code to write, talk about code, and fresh numbers.

The plan holds what the reports asked; here each coding task gets what its problem goes on with, and each calculation
its numbers, once, before the interview begins. Whether a variant is handed over is the agenda's decision.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.planned import Plan, PlannedQuestion
from bot.schema import Language
from corpus.library import Library
from corpus.report import Kind, Source
from sandbox.drill import draw, load_drills
from sandbox.problem import Problem

MOST_TALK = 2
"""Spoken follow-ups that a problem adds where the report has none on the same code."""
TALK_CARD = "coding-talk"
"""Card of what is said about code beside writing it."""


def with_exercises(
    plan: Plan, library: Library, problems: Mapping[str, Problem], *, seed: int, language: Language
) -> Plan:
    """The plan with variants, talk about code, and drills.

    Args:
        library: Tells which questions are asked as drills.
        problems: Problems, and variants of them, by slug.
        seed: Same seed, same numbers.
    """
    planner = _Planner(plan.company, plan.round, library, problems, seed, language)
    worked_out = {"questions": planner.worked_out(plan.questions), "reserve": planner.worked_out(plan.reserve)}
    return plan.model_copy(update=worked_out)


@dataclass(frozen=True)
class _Planner:
    company: str
    round: str
    library: Library
    problems: Mapping[str, Problem]
    seed: int
    language: Language

    def worked_out(
        self, questions: Iterable[PlannedQuestion], code: Problem | None = None
    ) -> tuple[PlannedQuestion, ...]:
        """The questions in order, each with what is below it. code: the problem that they follow up on."""
        return tuple(self._worked_out(question, code) for question in questions)

    def _worked_out(self, question: PlannedQuestion, code: Problem | None) -> PlannedQuestion:
        if code is not None and question.problem is not None and question.problem.partition("--")[0] == code.slug:
            question = _on_the_same_code(question, code)
        problem = self.problems.get(question.problem or "")
        below = self.worked_out(question.follow_ups, code if problem is None else problem)
        if problem is not None and question.builds_on is None:
            below = self._with_deeper_code(question, problem, below)
        question = question.model_copy(update={"follow_ups": below})
        known = self.library.by_id.get(question.id)
        return self._drilled(question, known.drill) if known is not None and known.drill is not None else question

    def _with_deeper_code(
        self, question: PlannedQuestion, problem: Problem, below: Sequence[PlannedQuestion]
    ) -> tuple[PlannedQuestion, ...]:
        """The variant first, then talk about the code, then what is asked beside it."""
        on_code = [each for each in below if each.builds_on == problem.slug]
        beside = [each for each in below if each.builds_on != problem.slug]
        variants = [each for each in on_code if each.problem is not None] or self._variant(question, problem)
        talk = [each for each in on_code if each.problem is None] or self._talk(question, problem)
        return (*variants, *talk, *beside)

    def _variant(self, question: PlannedQuestion, problem: Problem) -> list[PlannedQuestion]:
        """The problem's variant to go on with, one that this company asked before any other; empty without one."""
        found = [
            (follow_up, variant)
            for follow_up in problem.follow_ups
            if (variant := self.problems.get(f"{problem.slug}--{follow_up.variant}")) is not None
        ]
        if not found:
            return []
        follow_up, variant = min(found, key=lambda pair: not self._asked_here(pair[1]))
        asked = next((each for each in variant.asked_by if each.company == self.company), None) or next(
            iter(variant.asked_by), None
        )
        deeper = question.model_copy(
            update={
                "id": f"{question.id}.{follow_up.variant}",
                "text": follow_up.zh,
                "text_en": follow_up.en,
                "said": follow_up.in_language(self.language),
                "general": "",
                "problem": variant.slug,
                "builds_on": problem.slug,
                "follow_ups": (),
            }
        )
        if asked is None:
            return [deeper]
        where = {
            "company": asked.company,
            "round": asked.round or question.round,
            "date": asked.date,
            "source": (Source(file=asked.file, line=asked.line),),
            "borrowed": (asked.company, asked.round) != (self.company, self.round),
        }
        return [deeper.model_copy(update=where)]

    def _asked_here(self, variant: Problem) -> bool:
        return any(asked.company == self.company for asked in variant.asked_by)

    def _talk(self, question: PlannedQuestion, problem: Problem) -> list[PlannedQuestion]:
        spoken = [follow_up for follow_up in problem.follow_ups if follow_up.variant is None]
        return [
            question.model_copy(
                update={
                    "id": f"{question.id}.talk-{number}",
                    "text": follow_up.zh,
                    "text_en": follow_up.en,
                    "said": follow_up.in_language(self.language),
                    "general": "",
                    "problem": None,
                    "builds_on": problem.slug,
                    "follow_ups": (),
                }
            )
            for number, follow_up in enumerate(spoken[:MOST_TALK], start=1)
        ]

    def _drilled(self, question: PlannedQuestion, slug: str) -> PlannedQuestion:
        """The question with numbers in its place where it is a calculation, and behind it elsewhere."""
        if slug not in load_drills():
            return question
        numbers = random.Random(f"{self.seed}/{question.id}").randrange(1_000_000)  # noqa: S311 (not secret)
        drawn = draw(slug, numbers, self.language)
        if question.kind is Kind.MATH_DRILL:
            return question.model_copy(update={"drill": drawn.id, "said": drawn.text, "general": ""})
        behind = question.model_copy(
            update={
                "id": f"{question.id}.drill",
                "kind": Kind.MATH_DRILL,
                "said": drawn.text,
                "general": "",
                "reference": "",
                "drill": drawn.id,
                "follow_ups": (),
            }
        )
        return question.model_copy(update={"follow_ups": (behind, *question.follow_ups)})


def _on_the_same_code(question: PlannedQuestion, code: Problem) -> PlannedQuestion:
    """A report's follow-up on code that was just written: its variant, or talk, which nobody writes code for."""
    if question.problem != code.slug:
        return question.model_copy(update={"builds_on": code.slug})
    builds_on = code.slug if question.rubric == TALK_CARD else None
    return question.model_copy(update={"problem": None, "builds_on": builds_on})
