"""What an answer says that the CV, or an earlier answer, says otherwise: what the interviewer may ask about, once.

To ask is no accusation, so that more is taken up here than a veto may rest on (`Mismatch.firm`). Still, an answer that
names a setting, a part or a change says something of its own and fits everything; a number of a CV is only compared
where it is clear which project the answer is about, and only where it fits none of the numbers given there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.mismatch import Mismatch, Quoted
from bot.planned import PlannedQuestion
from bot.quantities import NUMBER, clearly_differ, quantities
from bot.resume.found import Resume, ResumeFigure
from bot.resume.mentions import techniques_in
from bot.schema import Answered, AnyEvent, Said, Started
from bot.scorecard.contradictions import (
    OWN_FACTS,
    Statement,
    contradict,
    mismatch,
    planned_questions,
    reconciliations,
    statements,
)
from bot.scorecard.cues import scorecard_cues
from bot.scorers.clauses import outline
from bot.scorers.text import fold, spoken

OWN_PART = "own_part"
_OTHER_WORDS = re.compile(r"[a-z0-9]{2,}")


def unfitting(events: Sequence[AnyEvent]) -> Mismatch | None:
    """What the answer given last says otherwise than the CV or an earlier answer, unless that thing was asked about."""
    started, last = events[0], events[-1]
    if not isinstance(started, Started) or not isinstance(last, Answered):
        return None
    settled = {each.mismatch.about for each in reconciliations(events)}
    for found in (
        *_among_answers(events, last),
        *_with_resume(events, last, started.resume),
        *_on_who_did_it(events, last, started),
    ):
        if found.about not in settled:
            return found
    return None


def _among_answers(events: Sequence[AnyEvent], last: Answered) -> Iterator[Mismatch]:
    given = statements(events)
    for later in given:
        if later.turn == last.turn:
            yield from (mismatch(earlier, later) for earlier in given if contradict(earlier, later))


def _with_resume(events: Sequence[AnyEvent], last: Answered, resume: Resume | None) -> Iterator[Mismatch]:
    if resume is None:
        return
    for later in statements(events):
        if later.turn == last.turn:
            project = later.project or _only_project(last.text, resume)
            found = _otherwise(later, [f for f in resume.figures if f.project == project and project is not None])
            if found is not None:
                yield Mismatch(
                    about=later.thing[0],
                    earlier=Quoted(quote=found.quote, turn=None),
                    later=Quoted(quote=later.quote, turn=later.turn),
                    firm=later.firm and _is_bare(found),
                )


def _only_project(answer: str, resume: Resume) -> str | None:
    """The project that an answer names, or the only one there is."""
    named = [name for name in resume.projects if fold(spoken(name)).text in fold(spoken(answer)).text]
    candidates = named or list(resume.projects)
    return candidates[0] if len(candidates) == 1 else None


def _otherwise(statement: Statement, figures: Sequence[ResumeFigure]) -> ResumeFigure | None:
    """The number of a project that a statement gives otherwise; None where it fits any of them."""
    same = [
        each
        for each in figures
        if (each.measures, each.kind) == statement.thing and statement.about in fold(spoken(each.line)).text
    ]
    values = [value for each in same for value in each.values]
    differs = bool(values) and all(clearly_differ(statement.thing[1], value, statement.value) for value in values)
    return same[-1] if differs else None


@dataclass(frozen=True)
class _Part:
    """Who did what, as an answer says it."""

    mine: bool
    techniques: frozenset[str]
    quote: str
    turn: int
    topic: str
    project: str | None


def _on_who_did_it(events: Sequence[AnyEvent], last: Answered, started: Started) -> Iterator[Mismatch]:
    parts = list(_parts(events, started))
    for later in parts:
        if later.turn != last.turn:
            continue
        for earlier in parts:
            same = earlier.topic == later.topic and earlier.techniques & later.techniques
            if same and earlier.turn < later.turn and earlier.mine != later.mine:
                yield _unlike(Quoted(quote=earlier.quote, turn=earlier.turn), later)
        for written in started.resume.own_parts if started.resume is not None and not later.mine else ():
            if written.project == later.project and techniques_in(written.quote) & later.techniques:
                yield _unlike(Quoted(quote=written.quote, turn=None), later)


def _unlike(earlier: Quoted, later: _Part) -> Mismatch:
    return Mismatch(about=OWN_PART, earlier=earlier, later=Quoted(quote=later.quote, turn=later.turn), firm=False)


def _parts(events: Sequence[AnyEvent], started: Started) -> Iterator[_Part]:
    planned = planned_questions(started.plan)
    question: PlannedQuestion | None = None
    main: PlannedQuestion | None = None
    for event in events:
        if isinstance(event, Said):
            question, main = planned.get(event.question or "", (None, None))
        elif isinstance(event, Answered) and question is not None and main is not None and main.kind in OWN_FACTS:
            for mine, techniques, quote in _whose(event.text):
                named = _only_project(event.text, started.resume) if started.resume is not None else None
                yield _Part(mine, techniques, quote, event.turn, main.id, question.project or named)


@lru_cache(maxsize=512)
def _whose(answer: str) -> Sequence[tuple[bool, frozenset[str], str]]:
    """Whether a sentence tells of the candidate's own work or of others', what it is on, and the sentence; of those
    that tell either. Kept for the answers of the interviews in progress, which are gone through with every answer.
    """
    said, cues = spoken(answer), scorecard_cues()
    found = []
    for sentence in outline(said, []).sentences:
        quote = said[sentence.start : sentence.end].strip().rstrip("。.；;!！")
        folded = fold(quote).text
        mine, others = cues.mine.search(folded) is not None, cues.others.search(folded) is not None
        if mine != others and not sentence.is_question and not cues.shared.search(folded):
            found.append((mine, techniques_in(quote), quote))
    return tuple(found)


def _is_bare(figure: ResumeFigure) -> bool:
    """Whether a CV gives one number, and no setting, change or part beside it."""
    cues, clause = scorecard_cues(), fold(spoken(figure.quote)).text
    if len(figure.values) != 1 or cues.places.search(clause) or cues.not_comparable.search(clause):
        return False
    named = [quantity.words for quantity in quantities().all if quantity.name == figure.measures]
    rest = NUMBER.sub(" ", clause)
    for words in named:
        rest = words.sub(" ", rest)
    units = quantities().units[figure.kind]
    return all(word in units for word in _OTHER_WORDS.findall(rest))
