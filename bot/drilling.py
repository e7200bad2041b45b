"""Drills in an interview: what an answer to a calculation is worth, by the drill's own check, never by a model."""

from __future__ import annotations

from bot.agenda import DRILL_ANSWER
from bot.planned import PlannedQuestion
from bot.schema import CriterionScore, Language, QuestionScore
from bot.scoring import fraction_of
from bot.spoken_number import number_said
from bot.words import words
from sandbox.drill import Worked, objection, reply, work_out
from sandbox.errors import DrillError
from sandbox.parameters import shown

SCORER = "drill"


def score_of_number(
    question: PlannedQuestion,
    answer: str,
    earlier: QuestionScore | None,
    *,
    hinted: bool,
    turn: int,
    language: Language,
) -> QuestionScore | None:
    """What the number in an answer is worth; None where there is none, or the drill is gone.

    A right number is worth all, or half after a hint or a wrong one. Where the way was explained before, which a card
    scores, the number is half of the whole if that is more, or if it is wrong.

    Args:
        earlier: The standing of the question before this answer.
    """
    said = number_said(answer)
    worked = worked_out(question, language)
    if said is None or worked is None or question.drill is None:
        return None
    number = CriterionScore(
        criterion=DRILL_ANSWER,
        point=_point(worked, language),
        weight=1,
        verdict="full",
        evidence=said.quote,
        turn=turn,
    )
    fault = objection(question.drill, said.typed)
    tried = earlier is not None and any(c.criterion == DRILL_ANSWER for c in earlier.criteria)
    if fault is not None:
        number = number.model_copy(update={"verdict": "none", "reason": " ".join(reply(fault, language))})
    elif hinted or tried:
        why = words("said_after_hint" if hinted else "right_at_second_try", language)
        number = number.model_copy(update={"verdict": "partial", "reason": why})
    alone = _score(question, number)
    explained = _with_explanation(earlier, number) if earlier is not None else None
    if explained is None or (fault is None and (alone.fraction or 0.0) >= (explained.fraction or 0.0)):
        return alone
    return explained


def score_of_ignorance(question: PlannedQuestion, language: Language) -> QuestionScore | None:
    """What it is worth to say that one doesn't know; None where the drill is gone."""
    worked = worked_out(question, language)
    if worked is None:
        return None
    return _score(
        question,
        CriterionScore(criterion=DRILL_ANSWER, point=_point(worked, language), weight=1, verdict="none"),
    )


def worked_out(question: PlannedQuestion, language: Language) -> Worked | None:
    """How a question that is a drill is worked out; None where it is none, or the drill was changed since."""
    if question.drill is None:
        return None
    try:
        return work_out(question.drill, language)
    except DrillError:
        return None


def _point(worked: Worked, language: Language) -> str:
    return words("drill_point", language, expected=shown(worked.expected), working=worked.working)


def _score(question: PlannedQuestion, number: CriterionScore) -> QuestionScore:
    return QuestionScore(
        question_id=question.id,
        rubric=question.rubric,
        scorer=SCORER,
        fraction=fraction_of((number,)),
        criteria=(number,),
    )


def _with_explanation(earlier: QuestionScore, number: CriterionScore) -> QuestionScore | None:
    """The number beside what a card found in an explanation; None where it found nothing."""
    explained = tuple(c for c in earlier.criteria if c.criterion != DRILL_ANSWER)
    if not any(c.evidence for c in explained):
        return None
    weight = sum(c.weight for c in explained)
    criteria = (*explained, number.model_copy(update={"weight": weight}))
    return earlier.model_copy(update={"criteria": criteria, "fraction": fraction_of(criteria)})
