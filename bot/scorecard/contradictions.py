"""Two numbers for the same thing: what the veto of *honesty* may rest on.

Accuses nobody on a suspicion. Two statements contradict each other only where both are bare ("训练集一共 3 万张"): the
same thing, the same words beside it, in answers on the same project, clearly different numbers, and nothing near
either that tells of a change, a part, a bound, a wish or somebody else's figure; nor a question that asks about one.
What the candidate puts right is no contradiction. Much that a person would notice is passed over on purpose.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.agenda import questions_of
from bot.quantities import NUMBER, clearly_differ, quantities, read_number
from bot.schema import Answered, AnyEvent, Intent, Move, Plan, PlannedQuestion, Said, Started
from bot.scorecard.cues import scorecard_cues
from bot.scorers.clauses import outline
from bot.scorers.text import fold, spoken
from corpus.report import Kind

OWN_FACTS = frozenset({Kind.SELF_INTRO, Kind.RESUME_PROJECT})
"""Kinds of questions whose answers tell of the candidate's own work."""
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


@dataclass(frozen=True)
class Contradiction:
    """Two statements that cannot both hold."""

    earlier: Statement
    later: Statement


def contradictions(events: Iterable[AnyEvent]) -> tuple[Contradiction, ...]:
    """The contradictions between a candidate's answers, the first of each thing."""
    found: dict[tuple[tuple[str, str], str], Contradiction] = {}
    for earlier, later in itertools.combinations(_statements(events), 2):
        key = (later.thing, later.about)
        if key not in found and earlier.turn != later.turn and _contradict(earlier, later):
            found[key] = Contradiction(earlier, later)
    return tuple(found.values())


def _contradict(one: Statement, other: Statement) -> bool:
    if (one.thing, one.about) != (other.thing, other.about):
        return False
    if one.topic != other.topic and not one.about:
        return False
    return clearly_differ(one.thing[1], one.value, other.value)


def _statements(events: Iterable[AnyEvent]) -> list[Statement]:
    """Bare statements of numbers, in order; a correction takes back what was said before it."""
    found: list[Statement] = []
    planned: Mapping[str, tuple[PlannedQuestion, PlannedQuestion]] = {}
    main: PlannedQuestion | None = None
    asked = ""
    cues = scorecard_cues()
    for event in events:
        match event:
            case Started(plan=plan):
                planned = _planned(plan)
            case Said():
                question, main = planned.get(event.question or "", (None, None))
                # A probe ends with what it asks; the rest of what an interviewer says is no part of the question.
                probe = event.text if event.move in (Move.PROBE, Move.CHALLENGE) else ""
                last = re.split(r"[。.?!？！；;\n]", probe.rstrip("。.?!？！；;\n "))[-1]
                asked = fold(spoken(f"{question.put_to_anybody if question else ''}\n{last}")).text
            case Answered(intent=Intent.ANSWER) if main is not None and main.kind in OWN_FACTS:
                if cues.corrections.search(fold(spoken(event.text)).text):
                    found.clear()
                elif not cues.not_comparable.search(asked):
                    found += _said(event, main.id)
            case _:
                pass
    return found


def _planned(plan: Plan) -> dict[str, tuple[PlannedQuestion, PlannedQuestion]]:
    """Each question of the plan with the main question that it belongs to, by id."""
    return {
        question.id: (question, main)
        for main in plan.questions
        for question in questions_of(plan.model_copy(update={"questions": (main,)}))
    }


def _said(answer: Answered, topic: str) -> list[Statement]:
    said = spoken(answer.text)
    cut = outline(said, [])
    cues = scorecard_cues()
    found: list[Statement] = []
    before = ""
    for sentence in cut.sentences:
        whole = fold(said[sentence.start : sentence.end]).text
        bare = not (sentence.is_question or cues.not_comparable.search(whole) or cues.places.search(before))
        before = whole
        quotes = [said[clause.start : clause.end] for clause in cut.clauses[sentence.first : sentence.last + 1]]
        for place, quote in enumerate(quotes):
            beside = fold("\n".join((*quotes[:place], *quotes[place + 1 :]))).text
            if bare and not cues.places.search(beside) and not _NAME_OR_NUMBER.search(beside):
                statement = _statement(quote, answer.turn, topic)
                found += [statement] if statement is not None else []
    return found


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
