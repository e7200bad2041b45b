"""Where an interview stands: the fold of its events. Pure: no clock but the times that events carry, no disk, no words.

What comes next is read off it by `bot.agenda`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Literal

from pydantic import Field

from bot.data import Data
from bot.mismatch import Mismatch
from bot.planned import Plan, PlannedQuestion
from bot.schema import Answered, AnyEvent, Finished, Intent, Mode, Move, QuestionScore, Said, Scored, Started, Submitted
from bot.suiting import worth_of
from sandbox.problem import JudgeResult, Verdict

MOST_PAUSES = 3
"""Times that a candidate may ask for a moment on one question; they cost nothing else."""
LONGEST_GAP_MINUTES = 15.0
"""A longer silence than this was a break, and counts as so much."""

Awaiting = Literal["start", "answer", "code", "afterthought", "go_on", "questions", "nothing"]
"""What the candidate is expected to give. afterthought: a word on code that was judged; go_on: any sign of
being ready, after the model answer was shown; questions: the candidate's own."""


class Suspended(Data):
    """A question that was left for the one before it, and how it stood."""

    question: PlannedQuestion
    awaiting: Awaiting
    pending: tuple[PlannedQuestion, ...]
    probed: tuple[str, ...]
    hinted: tuple[str, ...]
    clarifications: int
    repeats: int
    attempts: int
    reconciling: bool


class State(Data):
    """Where an interview stands: the fold of its events."""

    plan: Plan
    mode: Mode
    turn: int = 0
    """Number of the last utterance of either speaker."""
    main: int = -1
    """Index of the main question in the plan; -1 before the first, len(questions) when all were asked."""
    pending: tuple[PlannedQuestion, ...] = ()
    """Follow-ups still to ask before the next main question."""
    current: PlannedQuestion | None = None
    awaiting: Awaiting = "start"
    asked: tuple[str, ...] = ()
    scores: Mapping[str, QuestionScore] = Field(default_factory=dict)
    worths: Mapping[str, float] = Field(default_factory=dict)
    """What the best code handed in for a question shows, 0 to 1."""
    probed: tuple[str, ...] = ()
    """Criteria of the current question that were probed or challenged."""
    probed_points: tuple[str, ...] = ()
    """`card/criterion` of every probe so far: the same words are not asked twice in an interview."""
    hinted: tuple[str, ...] = ()
    """Criteria of the current question (steps, for a problem) that a hint was given for."""
    mismatch: Mismatch | None = None
    """What the last answer says and an earlier one, or the CV, says otherwise; until the interviewer has spoken."""
    mismatches_asked: int = 0
    reconciling: bool = False
    """What is expected is a word on a mismatch."""
    clarifications: int = 0
    pauses: int = 0
    repeats: int = 0
    attempts: int = 0
    accepted: tuple[str, ...] = ()
    """Problems with accepted code."""
    candidate_questions: int = 0
    phrases: Mapping[str, int] = Field(default_factory=dict)
    """How often the interviewer has used each phrase."""
    suspended: Suspended | None = None
    """What the interview comes back to after the question that the candidate went back to."""
    returned: tuple[str, ...] = ()
    """Ids of the questions that the candidate went back to."""
    minutes: float = 0.0
    """Spent by the candidate on answering, breaks left out."""
    spoke_at: datetime | None = None
    """When the interviewer last spoke."""
    last: Answered | Submitted | None = None
    """What the candidate gave last, until the interviewer has spoken."""
    finished: Finished | None = None

    @property
    def waits_for_candidate(self) -> bool:
        return self.finished is None and self.last is None and self.awaiting not in ("start", "nothing")


def replay(events: Iterable[AnyEvent]) -> State:
    """The state after all events of an interview.

    Raises:
        ValueError: the events do not begin with Started.
    """
    state: State | None = None
    for event in events:
        if isinstance(event, Started):
            state = State(plan=event.plan, mode=event.mode)
        elif state is None:
            raise ValueError(f"a transcript begins with 'started', not with {event.type!r}")
        else:
            state = advance(state, event)
    if state is None:
        raise ValueError("a transcript has at least one event")
    return state


def advance(state: State, event: AnyEvent) -> State:
    """The state after one more event."""
    match event:
        case Answered():
            return _changed(_timed(state, event.at), turn=event.turn, last=event)
        case Submitted():
            state = _timed(state, event.at)
            accepted = (event.slug,) if event.result.verdict is Verdict.ACCEPTED else ()
            return _changed(
                state,
                turn=event.turn,
                last=event,
                attempts=state.attempts + 1,
                accepted=(*state.accepted, *accepted),
                worths=_with_worth(state, event.result),
            )
        case Scored():
            scores = {**state.scores, event.score.question_id: event.score}
            return _changed(state, scores=scores, mismatch=event.mismatch)
        case Said():
            return _after_utterance(state, event)
        case Finished():
            return _changed(state, finished=event, awaiting="nothing")
        case _:
            return state


def _with_worth(state: State, result: JudgeResult) -> Mapping[str, float]:
    worth, name = worth_of(result), current_id(state)
    if worth is None or name is None:
        return state.worths
    return {**state.worths, name: max(worth, state.worths.get(name, 0.0))}


def _after_utterance(state: State, said: Said) -> State:
    paused = isinstance(state.last, Answered) and state.last.intent is Intent.PAUSE
    counted = _counted(state.phrases, said.phrases)
    state = _changed(state, turn=said.turn, last=None, mismatch=None, phrases=counted, spoke_at=said.at)
    if said.move not in (Move.REPEAT, Move.CLARIFY, Move.RETURN):
        state = _changed(state, reconciling=said.mismatch is not None)
    match said.move:
        case Move.ASK | Move.FOLLOW_UP | Move.HAND_OVER_CODE:
            return _open_question(state, said)
        case Move.RETURN:
            return _returned(state, said)
        case Move.CHALLENGE if said.mismatch is not None:
            return _changed(state, mismatches_asked=state.mismatches_asked + 1)
        case Move.PROBE | Move.CHALLENGE:
            return _probed(state, said.criterion or "")
        case Move.HINT:
            return _changed(state, hinted=(*state.hinted, said.criterion or f"step-{len(state.hinted) + 1}"))
        case Move.REPEAT:
            return _changed(state, repeats=state.repeats + 1)
        case Move.CLARIFY if paused and state.pauses < MOST_PAUSES:
            return _changed(state, pauses=state.pauses + 1)
        case Move.CLARIFY:
            return _changed(state, clarifications=state.clarifications + 1)
        case Move.MODEL_ANSWER:
            return _changed(state, awaiting="go_on")
        case Move.DISCUSS_VERDICT:
            return _changed(state, awaiting="code" if said.problem else "afterthought")
        case Move.INVITE_QUESTIONS:
            return _changed(
                state,
                current=None,
                awaiting="questions",
                main=len(state.plan.questions),
                pending=(),
                pauses=0,
                repeats=0,
            )
        case Move.ANSWER_CANDIDATE:
            return _changed(state, candidate_questions=state.candidate_questions + 1)
        case Move.CLOSE:
            return _changed(state, current=None, awaiting="nothing")
        case Move.HAND_OUT:
            # All of it is in front of the candidate from now on.
            return _changed(_open_question(state, said), asked=tuple(q.id for q in state.plan.questions))


def _timed(state: State, at: datetime) -> State:
    if state.spoke_at is None:
        return state
    gap = (at - state.spoke_at).total_seconds() / 60
    return _changed(state, minutes=state.minutes + min(max(gap, 0.0), LONGEST_GAP_MINUTES), spoke_at=None)


def _returned(state: State, said: Said) -> State:
    if state.suspended is not None and state.suspended.question.id == said.question:
        return resumed(state)
    question = next(q for q in every_question_of(state.plan) if q.id == said.question)
    now = {name: getattr(state, name) for name in Suspended.model_fields if name != "question"}
    return _changed(
        state,
        current=question,
        awaiting="answer",
        suspended=Suspended(question=state.current, **now),
        returned=(*state.returned, question.id),
        pending=(),
        probed=(),
        hinted=(),
        attempts=0,
        reconciling=False,
    )


def resumed(state: State) -> State:
    """The state with the question that was left for another one as it stood; without one, the state itself."""
    if state.suspended is None:
        return state
    kept = {name: getattr(state.suspended, name) for name in Suspended.model_fields if name != "question"}
    return _changed(state, current=state.suspended.question, suspended=None, **kept)


def _counted(counts: Mapping[str, int], more: Iterable[str]) -> Mapping[str, int]:
    counted = dict(counts)
    for each in more:
        counted[each] = counted.get(each, 0) + 1
    return counted


def _probed(state: State, criterion: str) -> State:
    card = state.current.rubric if state.current else None
    return _changed(
        state,
        probed=(*state.probed, criterion),
        probed_points=(*state.probed_points, f"{card}/{criterion}"),
        awaiting="answer",
    )


def _open_question(state: State, said: Said) -> State:
    question = next(q for q in every_question_of(state.plan) if q.id == said.question)
    index = next((i for i, main in enumerate(state.plan.questions) if main.id == question.id), None)
    if index is None and question in state.plan.reserve:
        index = state.main + 1
    place: dict[str, Any]
    if index is None:
        # What stood before it was passed over for good.
        later = state.pending[state.pending.index(question) + 1 :] if question in state.pending else ()
        place = {"pending": (*question.follow_ups, *later)}
    else:
        place = {"main": index, "pending": question.follow_ups}
    is_code = said.move is Move.HAND_OVER_CODE or said.problem is not None
    is_talk = question.builds_on is not None and question.problem is None
    return _changed(
        state,
        current=question,
        asked=state.asked if question.id in state.asked else (*state.asked, question.id),
        awaiting="code" if is_code else "afterthought" if is_talk else "answer",
        probed=(),
        hinted=(),
        clarifications=0,
        pauses=0,
        repeats=0,
        attempts=0,
        **place,
    )


def questions_of(plan: Plan) -> tuple[PlannedQuestion, ...]:
    """All questions of a plan, follow-ups behind the question that they deepen."""
    return tuple(question for main in plan.questions for question in _chain(main))


def every_question_of(plan: Plan) -> tuple[PlannedQuestion, ...]:
    """All questions of a plan, and those that may be asked in place of them."""
    return (*questions_of(plan), *(question for main in plan.reserve for question in _chain(main)))


def _chain(question: PlannedQuestion) -> tuple[PlannedQuestion, ...]:
    return (question, *(deeper for child in question.follow_ups for deeper in _chain(child)))


def current_id(state: State) -> str | None:
    return state.current.id if state.current else None


def _changed(state: State, **changes: object) -> State:
    return state.model_copy(update=changes)
