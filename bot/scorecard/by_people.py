"""What a Scorecard comes to with people's verdicts in place of the scorer's; both stand side by side.

A person's verdict speaks of the scorer's verdict they saw; where the candidate has said more since and the scorer has
changed its mind, it no longer stands, though it still counts as one that was looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from bot.schema import (
    AnyEvent,
    CriterionScore,
    CriterionVerdict,
    PeoplesView,
    PersonVerdict,
    QuestionScore,
    Scorecard,
    Scored,
)
from bot.scoring import fraction_of


def with_people(
    card: Scorecard,
    events: Iterable[AnyEvent],
    given: Sequence[PersonVerdict],
    scorecard_of: Callable[[Sequence[AnyEvent]], Scorecard],
) -> Scorecard:
    """A Scorecard that says what people hold its verdicts to be, and what it would come to by them.

    Args:
        given: What people said last of each criterion.
        scorecard_of: The Scorecard of an interview's events.
    """
    shown = {(q.id, c.criterion): c.verdict for q in card.questions for c in q.criteria}
    standing = [each for each in given if shown.get((each.question_id, each.criterion)) == each.scorer]
    if not standing:
        return card
    by_people = scorecard_of([_by_people(event, standing) for event in events])
    fractions = {question.id: question.fraction for question in by_people.questions}
    questions = []
    for question in card.questions:
        people = tuple(each for each in standing if each.question_id == question.id)
        if people:
            question = question.model_copy(update={"people": people, "fraction_by_people": fractions.get(question.id)})
        questions.append(question)
    view = PeoplesView(
        looked_at=len(standing),
        overruled=sum(each.verdict != each.scorer for each in standing),
        fraction=by_people.fraction,
        recommendation=by_people.recommendation,
    )
    return card.model_copy(update={"questions": tuple(questions), "people": view})


def _by_people(event: AnyEvent, given: Sequence[PersonVerdict]) -> AnyEvent:
    if not isinstance(event, Scored):
        return event
    verdicts = {each.criterion: each.verdict for each in given if each.question_id == event.score.question_id}
    return event.model_copy(update={"score": _overruled(event.score, verdicts)}) if verdicts else event


def _overruled(score: QuestionScore, verdicts: dict[str, CriterionVerdict]) -> QuestionScore:
    criteria = tuple(
        each.model_copy(update={"verdict": verdicts[each.criterion], "credit": None})
        if verdicts.get(each.criterion, each.verdict) != each.verdict
        else each
        for each in score.criteria
    )
    # A point that nobody could judge is no missed one.
    judged: tuple[CriterionScore, ...] = tuple(each for each in criteria if each.verdict != "unscored")
    fraction = fraction_of(judged) if judged else None
    return score.model_copy(
        update={"criteria": criteria, "fraction": fraction, "unscored": None if judged else score.unscored}
    )
