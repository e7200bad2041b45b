"""The agenda: which Move comes next. Pure: events in, a step out; no clock, no disk, no model, no wording.

`advance` folds events into a State, `next_step` reads off what the interviewer does now. Text that a
candidate, a report or a model injects can change neither: only intents, scores and verdicts are looked at,
never words. Every step moves the plan forward or uses up one of a few limited allowances, so every interview
ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from pydantic import Field

from bot.schema import (
    Answered,
    AnyEvent,
    Data,
    Finished,
    Intent,
    Mismatch,
    Mode,
    Move,
    Plan,
    PlannedQuestion,
    QuestionScore,
    Said,
    Scored,
    Started,
    Submitted,
)
from bot.suiting import shown_so_far, suited, worth_of
from sandbox.problem import JudgeResult, Verdict

QUESTIONS_CARD = "reverse-questions"
"""Card of the candidate's own questions at the end; their score is filed under its name."""
MOST_PROBES = 2
MOST_MISMATCHES = 2
"""Pairs of statements that do not fit together which the interviewer asks about, in a whole interview."""
MOST_CLARIFICATIONS = 1
MOST_WORDS_WHILE_CODING = 4
"""Messages without code that are answered before the interviewer moves on from a coding problem."""
MOST_PAUSES = 3
"""Times that a candidate may ask for a moment on one question; they cost nothing else."""
MOST_HINTS = 3
MOST_REPEATS = 5
"""Repetitions of one question; after that the interviewer asks for an answer and then moves on."""
MOST_ATTEMPTS = 3
MOST_VARIANTS = 2
"""Variants of accepted code that one interview asks to write; of one problem there is one at most."""
DRILL_ANSWER = "drill-answer"
"""Criterion of a drill: the number that was asked for."""
DRILL_NUMBER = "drill-number"
"""What a probe aims at where an answer to a drill held no number at all."""
MOST_CANDIDATE_QUESTIONS = 3
GOOD_ENOUGH = 0.8
"""Fraction of a rubric from which the interviewer asks no further for what is missing."""

Awaiting = Literal["start", "answer", "code", "afterthought", "go_on", "questions", "nothing"]
"""What the candidate is expected to give. afterthought: a word on code that was judged; go_on: any sign of
being ready, after the model answer was shown; questions: the candidate's own."""


class Step(Data):
    """What the interviewer does now."""

    move: Move
    question: PlannedQuestion | None = None
    criterion: str | None = None
    """Key point that a probe, challenge or hint aims at."""
    mismatch: Mismatch | None = None
    """The two statements that a challenge asks about, where it aims at no key point."""
    leaving: str | None = None
    """Id of the question that this step moves on from."""


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
    solved: tuple[str, ...] = ()
    """Ids of the questions whose code was accepted."""
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
            return _changed(state, turn=event.turn, last=event)
        case Submitted():
            current = _current_id(state)
            is_accepted = event.result.verdict is Verdict.ACCEPTED
            accepted = (event.slug,) if is_accepted else ()
            solved = (current,) if is_accepted and current is not None else ()
            return _changed(
                state,
                turn=event.turn,
                last=event,
                attempts=state.attempts + 1,
                accepted=(*state.accepted, *accepted),
                solved=(*state.solved, *solved),
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


def next_step(state: State) -> Step:
    """What the interviewer does now. Call it when the candidate has spoken, or at the start."""
    if state.awaiting == "start" or state.last is None:
        return _move_on(state)
    if isinstance(state.last, Submitted):
        deeper = _deeper_into_code(state) if state.last.result.verdict is Verdict.ACCEPTED else None
        return deeper or Step(move=Move.DISCUSS_VERDICT, question=state.current)
    intent = state.last.intent
    if intent is Intent.END:
        return Step(move=Move.CLOSE, leaving=_current_id(state))
    if intent is Intent.PAUSE and state.pauses < MOST_PAUSES:
        return Step(move=Move.CLARIFY, question=state.current)
    if state.awaiting == "questions":
        return _answer_candidate(state, intent)
    if state.awaiting == "go_on":
        return _move_on(state)
    match intent:
        case Intent.REPEAT:
            return _repeat(state)
        case Intent.HINT if state.awaiting != "afterthought":
            return _hint(state)
        case Intent.MODEL_ANSWER if state.awaiting == "answer" and state.mode == "practice":
            return Step(move=Move.MODEL_ANSWER, question=state.current)
        case Intent.MODEL_ANSWER:
            return _clarify_or_move_on(state)
        case Intent.SKIP | Intent.DONT_KNOW | Intent.NO_QUESTIONS:
            return _move_on(state)
        case Intent.EMPTY | Intent.PAUSE | Intent.OFF_TOPIC | Intent.ABUSE:
            return _clarify_or_move_on(state)
        case _:
            return _after_answer(state)


def _after_answer(state: State) -> Step:
    if state.awaiting == "code":
        return _clarify_or_move_on(state)
    if state.mismatch is not None and state.awaiting == "answer" and state.mismatches_asked < MOST_MISMATCHES:
        return Step(move=Move.CHALLENGE, question=state.current, mismatch=state.mismatch)
    score = state.scores.get(_current_id(state) or "")
    if state.current is not None and state.current.drill is not None:
        number = next((c for c in score.criteria if c.criterion == DRILL_ANSWER), None) if score else None
        wanted = DRILL_NUMBER if number is None else DRILL_ANSWER
        if wanted not in state.probed and (number is None or number.verdict == "none"):
            return Step(move=Move.PROBE, question=state.current, criterion=wanted)
        if number is not None:
            return _move_on(state)
    if state.awaiting == "afterthought" or score is None or score.fraction is None or score.rubric is None:
        # Nothing to measure the answer by, nothing in it that could be measured, or no card that has probes.
        unintelligible = score is not None and score.rubric is not None and state.awaiting == "answer"
        return _clarify_or_move_on(state) if unintelligible else _move_on(state)
    # The report's own follow-ups on the same card ask for the rest; only what is wrong is taken up before them.
    chain_goes_on = any(q.rubric == score.rubric and q.drill is None for q in state.pending)
    if len(state.probed) < MOST_PROBES:
        open_points = [c for c in score.criteria if f"{score.rubric}/{c.criterion}" not in state.probed_points]
        for criterion in open_points:
            if criterion.verdict == "contradicted":
                return Step(move=Move.CHALLENGE, question=state.current, criterion=criterion.criterion)
        # What was said after a hint is half known, and needs no asking again.
        missing = [c for c in open_points if c.verdict in ("none", "partial") and c.criterion not in state.hinted]
        if missing and score.fraction < GOOD_ENOUGH and not chain_goes_on:
            most_important = max(missing, key=lambda c: c.weight)
            return Step(move=Move.PROBE, question=state.current, criterion=most_important.criterion)
    return _move_on(state)


def _repeat(state: State) -> Step:
    if state.repeats >= MOST_REPEATS:
        return _clarify_or_move_on(state)
    return Step(move=Move.REPEAT, question=state.current)


def _hint(state: State) -> Step:
    if len(state.hinted) >= MOST_HINTS:
        return _clarify_or_move_on(state)
    if state.current is not None and state.current.drill is not None:
        if DRILL_ANSWER in state.hinted:
            return _clarify_or_move_on(state)
        return Step(move=Move.HINT, question=state.current, criterion=DRILL_ANSWER)
    score = state.scores.get(_current_id(state) or "")
    target = None
    if state.awaiting == "answer" and score is not None:
        missing = [c for c in score.criteria if c.verdict != "full" and c.criterion not in state.hinted]
        probed = state.probed[-1] if state.probed else None
        # What was asked last comes first: a hint on anything else would answer another question.
        target = max(missing, key=lambda c: (c.criterion == probed, c.weight)).criterion if missing else None
    return Step(move=Move.HINT, question=state.current, criterion=target)


def _clarify_or_move_on(state: State) -> Step:
    most = MOST_WORDS_WHILE_CODING if state.awaiting == "code" else MOST_CLARIFICATIONS
    if state.clarifications < most:
        return Step(move=Move.CLARIFY, question=state.current)
    return _move_on(state)


def _answer_candidate(state: State, intent: Intent) -> Step:
    if intent is Intent.REPEAT and state.repeats < MOST_REPEATS:
        return Step(move=Move.REPEAT)
    if intent in (Intent.ANSWER, Intent.OFF_TOPIC) and state.candidate_questions < MOST_CANDIDATE_QUESTIONS:
        return Step(move=Move.ANSWER_CANDIDATE)
    return Step(move=Move.CLOSE)


def _move_on(state: State) -> Step:
    leaving = _current_id(state)
    pointless = _pointless_follow_ups(state)
    open_ones = (q for q in state.pending if q.id not in state.asked and q not in pointless)
    following = next((q for q in open_ones if _has_its_code(state, q)), None)
    if following is not None:
        return _follow_up(following, leaving)
    if state.main + 1 < len(state.plan.questions):
        question = _suiting(state, state.plan.questions[state.main + 1])
        move = Move.HAND_OVER_CODE if question.problem else Move.ASK
        return Step(move=move, question=question, leaving=leaving)
    return Step(move=Move.INVITE_QUESTIONS, leaving=leaving)


def _deeper_into_code(state: State) -> Step | None:
    """What the code that was accepted just now is asked further about; None where nothing is."""
    on_code = (q for q in state.pending if q.builds_on is not None and q.id not in state.asked)
    following = next((q for q in on_code if _has_its_code(state, q)), None)
    return _follow_up(following, _current_id(state)) if following is not None else None


def _follow_up(question: PlannedQuestion, leaving: str | None) -> Step:
    move = Move.HAND_OVER_CODE if question.problem else Move.FOLLOW_UP
    return Step(move=move, question=question, leaving=leaving)


def _has_its_code(state: State, question: PlannedQuestion) -> bool:
    """Whether what a question builds on was accepted, and it is not a variant too many; True for all others."""
    if question.builds_on is None:
        return True
    if question.problem is None:
        return question.builds_on in state.accepted
    written = [q for q in every_question_of(state.plan) if q.id in state.asked and q.problem and q.builds_on]
    is_first = all(q.builds_on != question.builds_on for q in written)
    return question.builds_on in state.accepted and is_first and len(written) < MOST_VARIANTS


def _suiting(state: State, planned: PlannedQuestion) -> PlannedQuestion:
    known = {question.id: question for question in every_question_of(state.plan)}
    ability = shown_so_far([known[name] for name in state.asked], state.scores, state.worths)
    return suited(planned, state.plan.reserve, state.asked, ability)


def _with_worth(state: State, result: JudgeResult) -> Mapping[str, float]:
    worth, name = worth_of(result), _current_id(state)
    if worth is None or name is None:
        return state.worths
    return {**state.worths, name: max(worth, state.worths.get(name, 0.0))}


def _pointless_follow_ups(state: State) -> tuple[PlannedQuestion, ...]:
    """Deepening questions make no sense to somebody who did not know, or skipped, what they deepen."""
    gave_up = isinstance(state.last, Answered) and state.last.intent in (Intent.DONT_KNOW, Intent.SKIP)
    if state.current is None or not gave_up or state.probed or state.reconciling:
        return ()
    return state.current.follow_ups


def _after_utterance(state: State, said: Said) -> State:
    paused = isinstance(state.last, Answered) and state.last.intent is Intent.PAUSE
    counted = _counted(state.phrases, said.phrases)
    state = _changed(state, turn=said.turn, last=None, mismatch=None, phrases=counted)
    if said.move not in (Move.REPEAT, Move.CLARIFY):
        state = _changed(state, reconciling=said.mismatch is not None)
    match said.move:
        case Move.ASK | Move.FOLLOW_UP | Move.HAND_OVER_CODE:
            return _open_question(state, said)
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


def can_retry(state: State, result: JudgeResult) -> bool:
    """Whether code that was not accepted may be handed in again."""
    return result.verdict is not Verdict.ACCEPTED and state.attempts < MOST_ATTEMPTS


def questions_of(plan: Plan) -> tuple[PlannedQuestion, ...]:
    """All questions of a plan, follow-ups behind the question that they deepen."""
    return tuple(question for main in plan.questions for question in _chain(main))


def every_question_of(plan: Plan) -> tuple[PlannedQuestion, ...]:
    """All questions of a plan, and those that may be asked in place of them."""
    return (*questions_of(plan), *(question for main in plan.reserve for question in _chain(main)))


def _chain(question: PlannedQuestion) -> tuple[PlannedQuestion, ...]:
    return (question, *(deeper for child in question.follow_ups for deeper in _chain(child)))


def _current_id(state: State) -> str | None:
    return state.current.id if state.current else None


def _changed(state: State, **changes: object) -> State:
    return state.model_copy(update=changes)
