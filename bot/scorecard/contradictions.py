"""Two numbers for the same thing in a candidate's answers: what the veto of *honesty* may rest on.

Accuses nobody on a suspicion. Two statements contradict each other only where both are bare ("训练集一共 3 万张"): the
same thing, the same words beside it, in answers on the same project, clearly different numbers, and nothing near
either that tells of a change, a part, a bound, a wish or somebody else's figure; nor a question that asks about one.
What the candidate puts right is no contradiction, and nothing is that the interviewer asked about and the candidate
explained. Much that a person would notice is passed over on purpose.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.mismatch import Mismatch, Quoted
from bot.planned import Plan, PlannedQuestion
from bot.quantities import NUMBER, clearly_differ, quantities, read_number
from bot.schema import Answered, AnyEvent, Intent, Move, Said, Started
from bot.scorecard.cues import scorecard_cues
from bot.scorers.clauses import outline
from bot.scorers.text import fold, spoken
from bot.state import questions_of
from corpus.report import Kind

OWN_FACTS = frozenset({Kind.SELF_INTRO, Kind.RESUME_PROJECT})
"""Kinds of questions whose answers tell of the candidate's own work."""
_REPLIES = frozenset({Intent.ANSWER, Intent.DONT_KNOW, Intent.SKIP, Intent.EMPTY})
"""Intents that leave it at what was said; who asks for a hint, or to hear it again, has not replied."""
_NAME = re.compile(r"[a-z]")
_NAME_OR_NUMBER = re.compile(r"[a-z0-9]")


@dataclass(frozen=True)
class Statement:
    """A number that the candidate gave for something."""

    thing: tuple[str, str]
    """What is counted, by its name in `quantities.yaml`, and the kind of unit."""
    about: str
    """What else the clause says of it, such as the name of the data set."""
    value: float
    """In the base unit of its kind: seconds, megabytes, points, pieces."""
    quote: str
    turn: int
    topic: str
    """Id of the main question it was said under."""
    project: str | None = None
    """The project of the CV that the question was about, where it named one."""
    firm: bool = True
    """Whether a conclusion may rest on it: nothing behind it, beside it or in the question qualifies it either."""


@dataclass(frozen=True)
class Reconciliation:
    """What the interviewer asked about two statements, and what came of it."""

    mismatch: Mismatch
    reply: Answered | None
    """What the candidate said to it last; None where the interview ended first."""

    @property
    def is_explained(self) -> bool:
        """Whether the reply tells why the two differ, puts one right, or upholds neither."""
        if self.reply is None or self.reply.intent is Intent.DONT_KNOW:
            return True
        cues, said = scorecard_cues(), fold(spoken(self.reply.text)).text
        return cues.explanations.search(said) is not None or cues.corrections.search(said) is not None


def contradictions(events: Iterable[AnyEvent]) -> tuple[Mismatch, ...]:
    """What cannot both hold, the first of each thing: what the candidate was asked about and did not explain, and what
    two answers say that nobody asked about.
    """
    events = tuple(events)
    asked = reconciliations(events)
    settled = {each.mismatch.about for each in asked}
    found: dict[tuple[tuple[str, str], str], Mismatch] = {}
    firm = (each for each in statements(events) if each.firm)
    for earlier, later in itertools.combinations(firm, 2):
        key = (later.thing, later.about)
        if key not in found and later.thing[0] not in settled and contradict(earlier, later):
            found[key] = mismatch(earlier, later)
    standing = [each.mismatch for each in asked if each.mismatch.firm and not each.is_explained]
    return (*standing, *found.values())


def reconciliations(events: Iterable[AnyEvent]) -> tuple[Reconciliation, ...]:
    """What the interviewer asked about statements that do not fit together, in order."""
    found: list[Reconciliation] = []
    reconciling = False
    for event in events:
        match event:
            case Said(mismatch=Mismatch() as asked):
                found.append(Reconciliation(asked, None))
                reconciling = True
            case Said(move=move):
                reconciling = reconciling and move in (Move.REPEAT, Move.CLARIFY)
            case Answered(intent=intent) if reconciling and intent in _REPLIES:
                found[-1] = Reconciliation(found[-1].mismatch, event)
            case _:
                pass
    return tuple(found)


def mismatch(earlier: Statement, later: Statement) -> Mismatch:
    return Mismatch(
        about=later.thing[0],
        earlier=Quoted(quote=earlier.quote, turn=earlier.turn),
        later=Quoted(quote=later.quote, turn=later.turn),
        firm=earlier.firm and later.firm,
    )


def contradict(one: Statement, other: Statement) -> bool:
    """Whether two statements, of different answers, cannot both hold."""
    if one.turn == other.turn or (one.thing, one.about) != (other.thing, other.about):
        return False
    if one.topic != other.topic and not one.about:
        return False
    return clearly_differ(one.thing[1], one.value, other.value)


def statements(events: Iterable[AnyEvent]) -> list[Statement]:
    """Statements of numbers that name no setting and no change, in order.

    A correction takes back what was said before it. What is said when the interviewer asks about two of them is none:
    it is looked at as a whole.
    """
    found: list[Statement] = []
    planned: Mapping[str, tuple[PlannedQuestion, PlannedQuestion]] = {}
    main: PlannedQuestion | None = None
    question: PlannedQuestion | None = None
    asked = ""
    reconciling = False
    cues = scorecard_cues()
    for event in events:
        match event:
            case Started(plan=plan):
                planned = planned_questions(plan)
            case Said():
                reconciling = event.mismatch is not None or (reconciling and event.move in (Move.REPEAT, Move.CLARIFY))
                question, main = planned.get(event.question or "", (None, None))
                # A probe ends with what it asks; the rest of what an interviewer says is no part of the question.
                probe = event.text if event.move in (Move.PROBE, Move.CHALLENGE) else ""
                asked = _asked(question.put_to_anybody if question else "", probe)
            case Answered(intent=Intent.ANSWER) if main is not None and main.kind in OWN_FACTS:
                if _corrects(event.text):
                    found.clear()
                elif not reconciling:
                    project = question.project if question is not None else None
                    qualified = cues.not_comparable.search(asked) is not None
                    found += [
                        replace(each, project=project, firm=each.firm and not qualified)
                        for each in _said(event, main.id)
                    ]
            case _:
                pass
    return found


@lru_cache(maxsize=512)
def _asked(question: str, probe: str) -> str:
    """The question and the last sentence of a probe on it, folded."""
    last = re.split(r"[。.?!？！；;\n]", probe.rstrip("。.?!？！；;\n "))[-1]
    return fold(spoken(f"{question}\n{last}")).text


@lru_cache(maxsize=512)
def _corrects(answer: str) -> bool:
    return scorecard_cues().corrections.search(fold(spoken(answer)).text) is not None


def planned_questions(plan: Plan) -> dict[str, tuple[PlannedQuestion, PlannedQuestion]]:
    """Each question of the plan with the main question that it belongs to, by id."""
    return {
        question.id: (question, main)
        for main in (*plan.questions, *plan.reserve)
        for question in questions_of(plan.model_copy(update={"questions": (main,)}))
    }


@lru_cache(maxsize=512)
def _said(answer: Answered, topic: str) -> Sequence[Statement]:
    """Kept for the answers of the interviews in progress: they are gone through again with every answer."""
    said = spoken(answer.text)
    cut = outline(said, [])
    cues = scorecard_cues()
    found: list[Statement] = []
    before = ""
    for sentence in cut.sentences:
        whole = fold(said[sentence.start : sentence.end]).text
        located = sentence.is_question or cues.places.search(before)
        before = whole
        quotes = [said[clause.start : clause.end] for clause in cut.clauses[sentence.first : sentence.last + 1]]
        for place, quote in enumerate(quotes):
            beside = fold("\n".join((*quotes[:place], *quotes[place + 1 :]))).text
            up_to = fold("\n".join(quotes[: place + 1])).text
            if located or cues.places.search(beside) or cues.not_comparable.search(up_to):
                continue
            if _NAME.search(_measured(beside)):
                continue
            statement = _statement(quote, answer.turn, topic)
            if statement is not None:
                firm = not (cues.not_comparable.search(whole) or _NAME_OR_NUMBER.search(beside))
                found.append(replace(statement, firm=firm))
    return found


def _measured(text: str) -> str:
    """A text without its numbers and the units behind them."""
    units = sorted({unit for kind in quantities().units.values() for unit in kind if unit}, key=len, reverse=True)
    return re.sub(rf"{NUMBER.pattern} ?(?:{'|'.join(map(re.escape, units))})?", " ", text)


def _statement(quote: str, turn: int, topic: str) -> Statement | None:
    clause = fold(quote).text
    numbers = list(NUMBER.finditer(clause))
    if len(numbers) != 1:
        return None
    number = numbers[0]
    for quantity in quantities().all:
        named = list(quantity.words.finditer(clause))
        if len(named) != 1:
            continue
        found = next((read for kind in quantity.counted_in if (read := read_number(clause, number, kind))), None)
        if found is None:
            return None
        rest = "".join(
            char
            for at, char in enumerate(clause)
            if not number.start() <= at < found.end and not named[0].start() <= at < named[0].end()
        )
        about = re.sub(r"[\W_]+", "", quantities().links.sub(" ", rest))
        thing = (quantity.name, found.kind)
        return Statement(thing=thing, about=about, value=found.value, quote=quote, turn=turn, topic=topic)
    return None
