"""The agenda of a written test: the paper lies open, the candidate goes from question to question as they like.

Pure, as `bot.agenda` is, and over the same State. What is handed in is acknowledged; nobody probes, hints or
discusses. Idle words are limited, so that the test also ends for somebody who only talks; else the clock ends it.
"""

from __future__ import annotations

from bot.agenda import MOST_REPEATS, Step
from bot.planned import PlannedQuestion
from bot.schema import Intent, Move, Submitted
from bot.state import State
from sandbox.problem import Verdict

MOST_IDLE_WORDS = 8
"""Messages about one question that neither answer it nor turn to another, before the paper is taken away."""


def next_on_paper(state: State) -> Step:
    """What happens now. Call it when the candidate has spoken, or at the start."""
    questions = state.plan.questions
    if state.awaiting == "start" or state.last is None or state.current is None:
        return Step(move=Move.HAND_OUT, question=questions[0]) if questions else Step(move=Move.CLOSE)
    if isinstance(state.last, Submitted):
        if state.last.result.verdict is Verdict.ACCEPTED:
            return _after_done(state)
        return Step(move=Move.DISCUSS_VERDICT, question=state.current)
    match state.last.intent:
        case Intent.END:
            return Step(move=Move.CLOSE, leaving=state.current.id)
        case Intent.PICK:
            return _open(state, next(q for q in questions if q.id == state.last.picked))
        case Intent.REPEAT if state.repeats < MOST_REPEATS:
            return Step(move=Move.REPEAT, question=state.current)
        case Intent.SKIP | Intent.DONT_KNOW:
            later = _open_ones(state, after=state.current)
            return _open(state, later[0]) if later else _remind(state)
        case Intent.ANSWER if state.awaiting == "answer":
            return _after_done(state)
        case _:
            return _remind(state)


def is_done(state: State, question: PlannedQuestion) -> bool:
    """Whether nothing is left to gain: the code was accepted, or the short question answered."""
    return question.id in state.scores if question.problem is None else question.problem in state.accepted


def _open_ones(state: State, after: PlannedQuestion | None = None) -> list[PlannedQuestion]:
    questions = state.plan.questions
    first = questions.index(after) + 1 if after is not None else 0
    return [question for question in questions[first:] if not is_done(state, question)]


def _after_done(state: State) -> Step:
    left = [*_open_ones(state, after=state.current), *_open_ones(state)]
    left = [question for question in left if question != state.current]
    return _open(state, left[0]) if left else Step(move=Move.CLOSE, leaving=state.current.id if state.current else None)


def _open(state: State, question: PlannedQuestion) -> Step:
    move = Move.HAND_OVER_CODE if question.problem else Move.ASK
    return Step(move=move, question=question, leaving=state.current.id if state.current else None)


def _remind(state: State) -> Step:
    if state.clarifications < MOST_IDLE_WORDS:
        return Step(move=Move.CLARIFY, question=state.current)
    later = _open_ones(state, after=state.current)
    return _open(state, later[0]) if later else Step(move=Move.CLOSE)
