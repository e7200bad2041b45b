"""What answers are worth: one given by itself, or all of an interview on its Scorecard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.errors import UnknownQuestion
from bot.linking import reference_of
from bot.review import ReviewedInterview, reviewed
from bot.schema import AnyEvent, Finished, Language, QuestionScore, Scorecard
from bot.scorecard.build import build_scorecard
from bot.scorecard.by_people import with_people
from bot.words import words

if TYPE_CHECKING:
    from bot.services import Services


def score_answer(
    services: Services,
    question: str | None,
    question_id: str | None,
    answer: str,
    language: Language,
    reference: str | None = None,
) -> QuestionScore:
    """The score of one answer to a question of the corpus, to any question a card fits, or by a reference answer.

    Args:
        reference: What to compare with, rather than a card. Without it, questions that no card fits are compared
            with the answer that their report records.

    Raises:
        UnknownQuestion: no question has this id.
    """
    known = services.library.by_id.get(question_id or "")
    if question_id is not None and known is None:
        raise UnknownQuestion(question_id)
    text = known.text if known else question or ""
    slug = (known.rubric if known else None) or (services.linker.card(text) if reference is None else None)
    card = services.rubrics.get(slug or "")
    if reference is None and card is None and known is not None:
        reference = reference_of(known.model_copy(update={"rubric": None})) or None
    asked = question_id or ""
    if reference is not None:
        return services.reference_scorer.score(
            reference, answer, question_text=text, question_id=asked, language=language
        )
    if card is None:
        return QuestionScore(
            question_id=asked, rubric=None, scorer="none", unscored=words("unscored_no_card", language)
        )
    return services.answer_scorer().score(card, answer, question_text=text, question_id=asked, language=language)


def scorecard_of(services: Services, events: Sequence[AnyEvent]) -> Scorecard:
    """The Scorecard of an interview as things stand."""
    return build_scorecard(events, services.rubrics, services.problems, services.dimensions, services.askers)


def review_of(services: Services, interview_id: str) -> ReviewedInterview:
    """A stored interview with its Scorecard, people's verdicts beside the scorer's.

    Raises:
        UnknownInterview: there is none with this id.
    """
    events = services.store.load(interview_id)
    finished = next((event for event in events if isinstance(event, Finished)), None)
    card = finished.scorecard if finished else scorecard_of(services, events)
    people = services.store.overruled(interview_id)
    return reviewed(interview_id, events, with_people(card, events, people, lambda more: scorecard_of(services, more)))
