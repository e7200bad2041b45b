"""The agenda: which Move comes next. Pure: a State in, a step out; no disk, no model, no wording.

Text that a candidate, a report or a model injects can change nothing: only intents, scores, verdicts and the times of
events are looked at, never words. Every step moves the plan forward or uses up one of a few limited allowances, so
every interview ends.
"""

from __future__ import annotations

from bot.data import Data
from bot.mismatch import Mismatch
from bot.planned import PlannedQuestion
from bot.schema import Answered, Intent, Move, Submitted
from bot.state import MOST_PAUSES, State, current_id, every_question_of
from bot.suiting import shown_so_far, suited
from sandbox.problem import JudgeResult, Verdict

QUESTIONS_CARD = "reverse-questions"
"""Card of the candidate's own questions at the end; their score is filed under its name."""
MOST_PROBES = 2
MOST_MISMATCHES = 2
"""Pairs of statements that do not fit together which the interviewer asks about, in a whole interview."""
MOST_CLARIFICATIONS = 1
MOST_WORDS_WHILE_CODING = 4
"""Messages without code that are answered before the interviewer moves on from a coding problem."""
MOST_RETURNS = 2
"""Times that a candidate may go back to the question before, once to each."""
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

LATITUDE = 2.0
"""So many times the length that the interviewer announces, and the candidate is asked for questions of their own."""


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


def next_step(state: State) -> Step:
    """What the interviewer does now. Call it when the candidate has spoken, or at the start."""
    if state.awaiting == "start" or state.last is None:
        return _move_on(state)
    if isinstance(state.last, Submitted):
        deeper = _deeper_into_code(state) if state.last.result.verdict is Verdict.ACCEPTED else None
        return deeper or Step(move=Move.DISCUSS_VERDICT, question=state.current)
    intent = state.last.intent
    if intent is Intent.END:
        return Step(move=Move.CLOSE, leaving=current_id(state))
    if intent is Intent.PAUSE and state.pauses < MOST_PAUSES:
        return Step(move=Move.CLARIFY, question=state.current)
    if state.awaiting == "questions":
        return _answer_candidate(state, intent)
    if state.awaiting == "go_on":
        return _move_on(state)
    if state.suspended is not None and intent is not Intent.ANSWER:
        # It was gone back to for adding something; all else leads on.
        return _move_on(state)
    match intent:
        case Intent.REPEAT:
            return _repeat(state)
        case Intent.GO_BACK:
            return _go_back(state)
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
    if state.suspended is not None:
        return _move_on(state)
    if state.mismatch is not None and state.awaiting == "answer" and state.mismatches_asked < MOST_MISMATCHES:
        return Step(move=Move.CHALLENGE, question=state.current, mismatch=state.mismatch)
    score = state.scores.get(current_id(state) or "")
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
    score = state.scores.get(current_id(state) or "")
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
    if intent in (Intent.REPEAT, Intent.GO_BACK) and state.repeats < MOST_REPEATS:
        return Step(move=Move.REPEAT)
    if intent in (Intent.ANSWER, Intent.OFF_TOPIC) and state.candidate_questions < MOST_CANDIDATE_QUESTIONS:
        return Step(move=Move.ANSWER_CANDIDATE)
    return Step(move=Move.CLOSE)


def _go_back(state: State) -> Step:
    """To the question before, to add something; what is left for it comes back afterwards."""
    at = state.asked.index(state.current.id) if state.current is not None and state.current.id in state.asked else 0
    known = {question.id: question for question in every_question_of(state.plan)}
    before = known.get(state.asked[at - 1]) if at > 0 else None
    may = state.suspended is None and len(state.returned) < MOST_RETURNS
    if not may or before is None or before.id in state.returned:
        return _repeat(state)
    # Of a coding problem and of a calculation nothing is left to add: code was judged, the working shown.
    if before.problem is not None or before.drill is not None:
        return _repeat(state)
    return Step(move=Move.RETURN, question=before)


def is_out_of_time(state: State) -> bool:
    """Whether the candidate has taken far longer than was announced. Practice has no clock."""
    announced = state.plan.minutes
    return state.mode == "real" and announced > 0 and state.minutes > LATITUDE * announced


def _move_on(state: State) -> Step:
    leaving = current_id(state)
    if state.suspended is not None:
        return Step(move=Move.RETURN, question=state.suspended.question, leaving=leaving)
    if is_out_of_time(state):
        return Step(move=Move.INVITE_QUESTIONS, leaving=leaving)
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
    return _follow_up(following, current_id(state)) if following is not None else None


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


def _pointless_follow_ups(state: State) -> tuple[PlannedQuestion, ...]:
    """Deepening questions make no sense to somebody who did not know, or skipped, what they deepen."""
    gave_up = isinstance(state.last, Answered) and state.last.intent in (Intent.DONT_KNOW, Intent.SKIP)
    if state.current is None or not gave_up or state.probed or state.reconciling:
        return ()
    return state.current.follow_ups


def can_retry(state: State, result: JudgeResult) -> bool:
    """Whether code that was not accepted may be handed in again."""
    return result.verdict is not Verdict.ACCEPTED and state.attempts < MOST_ATTEMPTS
