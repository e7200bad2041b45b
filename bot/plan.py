"""The plan: which questions a persona asks in one interview.

It keeps the proportions of kinds that the reports show, prefers the round's own questions, and says of every other one
that it is borrowed. It is drawn once, from a seed, and stored; the agenda then walks it.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from bot.earlier_rounds import EarlierRounds
from bot.linking import ONE_CARD_KINDS, bigrams, reference_of
from bot.manner import speech
from bot.persona import Persona, shares_of_kinds
from bot.planned import PersonaRemark, Plan, PlannedQuestion
from bot.schema import Language
from bot.written.allowed_time import time_allowed
from corpus.companies import group_of
from corpus.library import Library
from corpus.report import Kind, Question

FEWEST_QUESTIONS, MOST_QUESTIONS = 6, 10
MINUTES_PER_QUESTION, MINUTES_PER_PROBLEM = 4, 15
MOST_CODING = 2
CODE_ROUND, MOST_TASKS = 3, 4
"""A round whose reports hold nothing but so many coding tasks, or more, is played as that: up to four tasks, those that
no report remembers borrowed, and nothing besides.
"""
MOST_FOLLOW_UPS = 4
MEASURED_KINDS = frozenset({Kind.FUNDAMENTALS, Kind.SYSTEMS_TOOLS, Kind.OPEN_QUESTION, Kind.CODING})
"""Kinds whose difficulty is one of knowledge; what somebody did, or plans to do, is not hard or easy."""
NO_DIFFICULTIES: Mapping[tuple[str, str], int] = MappingProxyType({})
FILL_ORDER = (
    Kind.RESUME_PROJECT,
    Kind.FUNDAMENTALS,
    Kind.FUNDAMENTALS,
    Kind.OPEN_QUESTION,
    Kind.SYSTEMS_TOOLS,
)
"""Kinds borrowed, in turn, where a round's reports hold too little for an interview."""
MOST_OPENERS = 2
OPENER = "project-overview"
"""Card of the questions that open a project ("tell me about your main project"). Several in a row would make
the candidate tell the same project again, so there are at most two, of one report: there the second asks for
another project or a paper."""
PAPER_PROBLEMS, MOST_PAPER_PROBLEMS, MOST_SHORT_QUESTIONS = 3, 4, 6
"""Problems that a written test is filled up to; the most problems and short questions of its own reports."""
PAPER_KINDS = (Kind.FUNDAMENTALS, Kind.SYSTEMS_TOOLS, Kind.MATH_DRILL, Kind.BRAIN_TEASER)
"""Kinds that can be answered in writing without knowing who asks."""
HR_ROUND = "HR面"
"""A round in which nothing technical is asked beyond what its reports hold."""
MOST_TAKEN_UP = 2
"""Gaps of earlier rounds of a season that one round comes back to."""
SAME_WORDING = 0.5
"""Share of character bigrams in common from which two questions would sound like a repeat."""


def plan_round(
    persona: Persona,
    library: Library,
    *,
    problems: Collection[str],
    seed: int,
    language: Language,
    earlier: EarlierRounds | None = None,
    difficulties: Mapping[tuple[str, str], int] = NO_DIFFICULTIES,
) -> Plan:
    """The questions of one interview.

    Args:
        problems: Slugs of the coding problems that the judge has; other coding tasks are left out.
        seed: Same seed and reports, same plan.
        earlier: What earlier rounds of the season asked, which is not asked again, and where they found gaps.
        difficulties: 1 to 5, of ("rubric", its name) and ("problem", its slug); without, there is no reserve.
    """
    tasks = [question for question in persona.questions if question.kind is Kind.CODING]
    is_code = len(tasks) >= CODE_ROUND and all(question.kind is Kind.CODING for question in persona.main_questions)
    drawer = _Drawer(library, problems, seed, earlier, MOST_TASKS if is_code else MOST_CODING)
    again = drawer.take_up(persona, library, earlier) if earlier and persona.round != HR_ROUND and not is_code else {}
    own = [question for question in (tasks if is_code else persona.main_questions) if drawer.can_ask(question)]
    lenders = _lenders(persona, library)
    if is_code:
        drawer.draw(own, MOST_TASKS)
        for _ in range(min(len(tasks), MOST_TASKS) - len(drawer.chosen)):
            drawer.borrow(Kind.CODING, lenders, more=True)
    else:
        drawer.mix(persona, library, own, lenders, len(again))

    position = {question.id: index for index, question in enumerate(library.by_id.values())}
    parts = persona.parts
    chosen = sorted(drawer.chosen, key=lambda q: (parts.index(q.kind), q.id not in again, q not in own, position[q.id]))
    chains = [_Chain(question, drawer.follow_ups(question)) for question in chosen]
    reserve: list[_Chain] = []
    for kind in dict.fromkeys(question.kind for question in chosen if question.kind in MEASURED_KINDS):
        # A question of the round's own gives way to another of its own only.
        borrows = any(question.kind is kind and question not in own for question in chosen)
        sources = [[q for q in source if q.kind is kind] for source in (own, *(lenders if borrows else ()))]
        found = drawer.alternatives(sources, lambda question: _difficulty(question, difficulties))
        reserve += [_Chain(question, drawer.follow_ups(question)) for question in found]

    def planned(chain: _Chain) -> PlannedQuestion:
        question = _planned(chain, persona, problems, language, difficulties)
        return question.model_copy(update={"taken_up_from": again.get(question.id)})

    return Plan(
        company=persona.company,
        round=persona.round,
        questions=tuple(planned(chain) for chain in chains),
        reserve=tuple(planned(chain) for chain in reserve),
        remarks=_remarks(persona),
        facts=persona.facts,
        minutes=sum(_minutes(chain.question) for chain in chains),
        manner=speech(persona.remarks),
        report=persona.report,
    )


def plan_paper(
    persona: Persona,
    library: Library,
    *,
    problems: Collection[str],
    seed: int,
    language: Language,
    earlier: EarlierRounds | None = None,
) -> Plan:
    """The paper of a written test: what its reports hold, and as many of the company's other problems, or else of the
    nearest companies', as make a paper. Arguments as of `plan_round`.
    """
    drawer = _Drawer(library, problems, seed, earlier, MOST_PAPER_PROBLEMS)
    own = [question for question in persona.main_questions if drawer.can_ask(question)]
    for kind in PAPER_KINDS:
        drawer.draw([q for q in own if q.kind is kind], MOST_SHORT_QUESTIONS - len(drawer.chosen))
    short = tuple(drawer.chosen)
    drawer.draw([q for q in own if q.kind is Kind.CODING], MOST_PAPER_PROBLEMS)
    lenders = _lenders(persona, library)
    for _ in range(PAPER_PROBLEMS - (len(drawer.chosen) - len(short))):
        drawer.borrow(Kind.CODING, lenders, more=True)
    tasks = [question for question in drawer.chosen if question not in short]
    questions = tuple(_planned(_Chain(q, ()), persona, problems, language) for q in (*short, *tasks))
    return Plan(
        company=persona.company,
        round=persona.round,
        questions=questions,
        remarks=_remarks(persona),
        report=persona.report,
        paper=time_allowed(persona.company, persona.remarks, problems=len(tasks), short=len(short)),
    )


def _remarks(persona: Persona) -> tuple[PersonaRemark, ...]:
    return tuple(PersonaRemark(about=r.about, text=r.text, text_en=r.text_en, source=r.source) for r in persona.remarks)


def _lenders(persona: Persona, library: Library) -> tuple[Sequence[Question], ...]:
    """Questions to borrow, nearest first: from the company itself, its group's companies, everybody else; of each the
    same round before the others.
    """
    group = {company.name for company in group_of(persona.company)}
    its_own = {question.id for question in persona.questions}
    near: dict[tuple[int, bool], list[Question]] = {}
    for question in library.questions():
        if question.id not in its_own:
            distance = 0 if question.company == persona.company else 1 if question.company in group else 2
            near.setdefault((distance, question.round != persona.round), []).append(question)
    return tuple(near[place] for place in sorted(near))


def apportion(shares: Mapping[Kind, float], size: int) -> dict[Kind, int]:
    """Whole numbers that sum to `size` in the proportion of `shares` (largest remainder method)."""
    exact = {kind: share * size for kind, share in shares.items()}
    seats = {kind: int(value) for kind, value in exact.items()}
    by_remainder = sorted(exact, key=lambda kind: seats[kind] - exact[kind])
    for kind in by_remainder[: size - sum(seats.values())]:
        seats[kind] += 1
    return seats


class _Chain(NamedTuple):
    """A follow-up with the follow-ups on it."""

    question: Question
    deeper: tuple[_Chain, ...]

    @property
    def length(self) -> int:
        return 1 + sum(chain.length for chain in self.deeper)


class _Drawer:
    """Draws main questions so that none sounds like, or is scored by the same card as, an earlier one."""

    def __init__(
        self,
        library: Library,
        problems: Collection[str],
        seed: int,
        earlier: EarlierRounds | None = None,
        most_coding: int = MOST_CODING,
    ) -> None:
        self.random = random.Random(seed)  # noqa: S311 (reproducible, not secret)
        self.problems = problems
        self.most_coding = most_coding
        self.chosen: list[Question] = []
        earlier = earlier or EarlierRounds()
        self._wordings = [_wording(library.by_id[name]) for name in earlier.asked if name in library.by_id]
        self._subjects = {*earlier.cards, *earlier.problems}
        self._openers: dict[Hashable, list[Question]] = {}
        """Openers by report and round, in the report's order."""
        self._children: dict[str, list[Question]] = {}
        for question in library.by_id.values():
            if question.follows is not None:
                self._children.setdefault(question.follows, []).append(question)
            elif question.rubric == OPENER:
                self._openers.setdefault(_report_round(question), []).append(question)

    def can_ask(self, question: Question) -> bool:
        """A coding task needs a problem that the judge has."""
        return question.kind is not Kind.CODING or question.problem in self.problems

    def can_ask_first(self, question: Question) -> bool:
        """Whether it can open a topic: no follow-up, and not a question that candidates ask."""
        return question.follows is None and question.kind is not Kind.REVERSE_QA and self.can_ask(question)

    def draw(self, candidates: Sequence[Question], count: int, *, any_opener: bool = False) -> None:
        """Chooses up to `count` of the candidates; `any_opener` lifts the rule on project openers."""
        for drawn in self.random.sample(candidates, len(candidates)):
            if count <= 0:
                return
            question = drawn if any_opener or drawn.rubric != OPENER else self._opener(drawn)
            if question is None or question in self.chosen:
                continue
            if question.kind is Kind.CODING and self._number_of(Kind.CODING) >= self.most_coding:
                continue
            if self._accept(question):
                self.chosen.append(question)
                count -= 1

    def take_up(self, persona: Persona, library: Library, earlier: EarlierRounds) -> Mapping[str, str]:
        """Chooses other questions on what earlier rounds found weak, the round's own first; their rounds by id."""
        chosen: dict[str, str] = {}
        for weak in earlier.weak:
            if len(chosen) >= MOST_TAKEN_UP:
                break
            for lender in (persona.main_questions, *_lenders(persona, library)):
                same = [q for q in lender if q.rubric == weak.card and q.kind in ONE_CARD_KINDS]
                asking = next((q for q in same if self.can_ask_first(q) and self._accept(q, same_card=True)), None)
                if asking is not None:
                    self.chosen.append(asking)
                    chosen[asking.id] = weak.round
                    break
        return chosen

    def mix(
        self,
        persona: Persona,
        library: Library,
        own: Sequence[Question],
        lenders: Iterable[Sequence[Question]],
        taken_up: int,
    ) -> None:
        """Chooses in the proportions of the round, and borrows what its reports hold too little of."""
        size = min(max(len(own), FEWEST_QUESTIONS), MOST_QUESTIONS)
        for kind, count in apportion(persona.shares, size - taken_up).items():
            self.draw([q for q in own if q.kind is kind], count)
        # A kind may have had too few distinct questions; the round's other ones go before anybody else's.
        own_words = [q for q in own if q.kind is not Kind.CODING]
        self.draw(own_words, size - len(self.chosen))
        self.draw(own_words, FEWEST_QUESTIONS - len(self.chosen), any_opener=True)

        # A round that is well told without an introduction goes straight to its subject.
        if len(own) < FEWEST_QUESTIONS:
            self.borrow(Kind.SELF_INTRO, lenders)
        if not own:
            # A company that reports only name: the mixture, too, is that of the round elsewhere.
            elsewhere = shares_of_kinds(q for q in library.questions(round_name=persona.round) if self.can_ask_first(q))
            for kind, count in apportion(elsewhere, FEWEST_QUESTIONS).items():
                for _ in range(count):
                    self.borrow(kind, lenders, more=True)
        if Kind.CODING in persona.shares:
            self.borrow(Kind.CODING, lenders)
        for kind in (Kind.HR,) if persona.round == HR_ROUND else FILL_ORDER:
            if len(self.chosen) >= FEWEST_QUESTIONS:
                break
            self.borrow(kind, lenders, more=True)

    def _opener(self, drawn: Question) -> Question | None:
        """The opener to ask where one was drawn: the first of its report, then the next one there."""
        asked = [question for question in self.chosen if question.rubric == OPENER]
        if len(asked) >= MOST_OPENERS:
            return None
        if any(_report_round(question) != _report_round(drawn) for question in asked):
            return None
        return next((q for q in self._openers[_report_round(drawn)] if q not in asked), None)

    def _number_of(self, kind: Kind) -> int:
        return sum(question.kind is kind for question in self.chosen)

    def borrow(self, kind: Kind, lenders: Iterable[Sequence[Question]], *, more: bool = False) -> None:
        """Adds a main question of a kind from the first lender that has one, unless there is one already."""
        wanted = self._number_of(kind) + 1
        if wanted > 1 and not more:
            return
        for lender in lenders:
            self.draw([q for q in lender if q.kind is kind and q.follows is None and self.can_ask(q)], 1)
            if self._number_of(kind) >= wanted:
                return

    def alternatives(
        self, sources: Iterable[Sequence[Question]], difficulty_of: Callable[[Question], int | None]
    ) -> Sequence[Question]:
        """One question of each difficulty, from the first source that has it, that repeats nothing planned so far."""
        found: dict[int, Question] = {}
        for source in sources:
            for question in self.random.sample(source, len(source)):
                difficulty = difficulty_of(question)
                if difficulty is None or difficulty in found or question in self.chosen:
                    continue
                if self.can_ask_first(question) and self._accept(question):
                    found[difficulty] = question
        return tuple(found.values())

    def follow_ups(self, question: Question, most: int = MOST_FOLLOW_UPS) -> tuple[_Chain, ...]:
        """The report's chain below a question, without what is asked elsewhere; `most` counts all depths."""
        found: list[_Chain] = []
        for child in self._children.get(question.id, []):
            left = most - sum(chain.length for chain in found)
            if left <= 0:
                break
            # A task that cannot be judged can still be talked through when it has a rubric.
            if (self.can_ask(child) or child.rubric) and self._accept(child, same_card=True):
                found.append(_Chain(child, self.follow_ups(child, left - 1)))
        return tuple(found)

    def _accept(self, question: Question, *, same_card: bool = False) -> bool:
        wording = _wording(question)
        if any(len(wording & other) >= SAME_WORDING * min(len(wording), len(other)) for other in self._wordings):
            return False
        is_code = question.kind is Kind.CODING
        subject = question.problem if is_code else question.rubric if question.kind in ONE_CARD_KINDS else None
        if subject is not None and not same_card and subject in self._subjects:
            return False
        self._wordings.append(wording)
        if subject is not None:
            self._subjects.add(subject)
        return True


def _wording(question: Question) -> frozenset[str]:
    return bigrams(question.ask or question.text)


def _report_round(question: Question) -> Hashable:
    """What the questions of one round of one report have in common."""
    return question.company, question.round, question.date, *{source.file for source in question.source}


def _difficulty(question: Question, difficulties: Mapping[tuple[str, str], int]) -> int | None:
    if question.kind not in MEASURED_KINDS:
        return None
    is_code = question.kind is Kind.CODING and question.problem
    return difficulties.get(("problem", question.problem or "") if is_code else ("rubric", question.rubric or ""))


def _minutes(question: Question) -> int:
    return MINUTES_PER_PROBLEM if question.kind is Kind.CODING else MINUTES_PER_QUESTION


def _planned(
    chain: _Chain,
    persona: Persona,
    problems: Collection[str],
    language: Language,
    difficulties: Mapping[tuple[str, str], int] = NO_DIFFICULTIES,
) -> PlannedQuestion:
    question = chain.question
    own_words = (question.ask_en or question.text_en) if language == "en" else ""
    return PlannedQuestion(
        id=question.id,
        kind=question.kind,
        text=question.text,
        text_en=question.text_en,
        said=own_words or question.ask or question.text,
        company=question.company,
        round=question.round,
        date=question.date,
        source=question.source,
        topics=question.topics,
        borrowed=(question.company, question.round) != (persona.company, persona.round),
        rubric=question.rubric,
        reference=reference_of(question),
        # A question that was asked orally is talked through, even where there is a problem to practise it.
        problem=question.problem if question.kind is Kind.CODING and question.problem in problems else None,
        difficulty=_difficulty(question, difficulties),
        follow_ups=tuple(_planned(deeper, persona, problems, language, difficulties) for deeper in chain.deeper),
    )
