"""Giving a person's verdict beside the scorer's.

Neither replaces the other: the scorer's verdicts stay in the transcript, people's in rows of their own.
`bot.scorecard.by_people` shows both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.assessment import review_of
from bot.errors import UnknownCriterion, UsageError
from bot.schema import CriterionVerdict, PersonVerdict
from bot.store import storable

if TYPE_CHECKING:
    from bot.services import Services

LONGEST_NOTE = 2_000
"""Characters; a note says why, the transcript says the rest."""


def overrule(
    services: Services, interview_id: str, question_id: str, criterion: str, verdict: CriterionVerdict, note: str = ""
) -> PersonVerdict:
    """Records what a person holds a key point of an interview to be; the scorer's own verdict confirms it.

    Raises:
        UnknownInterview: there is none with this id.
        UnknownCriterion: that interview has no such scored criterion; names those it has.
        UsageError: the note is too long.
        MianjingError: the database cannot be written to.
    """
    note = storable(note.strip())
    if len(note) > LONGEST_NOTE:
        raise UsageError(
            f"备注有 {len(note)} 个字符，最多 {LONGEST_NOTE} 个，请写短一些 "
            "(the note is too long: shorten it to that many characters)"
        )
    judged = {
        (question.id, each.criterion): each.verdict
        for question in review_of(services, interview_id).scorecard.questions
        for each in question.criteria
    }
    if (question_id, criterion) not in judged:
        raise UnknownCriterion(f"{question_id}/{criterion}", [f"{one}/{other}" for one, other in judged])
    scorer = judged[question_id, criterion]
    given = PersonVerdict(question_id=question_id, criterion=criterion, scorer=scorer, verdict=verdict, note=note)
    services.store.overrule(interview_id, given)
    return given
