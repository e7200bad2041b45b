"""What the candidate said last, scored where the interview stands: by card, reference answer, number, or as talk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.agenda import DRILL_ANSWER, QUESTIONS_CARD
from bot.drilling import SCORER as DRILL_SCORER
from bot.drilling import score_of_ignorance, score_of_number
from bot.linking import ONE_CARD_KINDS
from bot.planned import PlannedQuestion
from bot.schema import Answered, AnyEvent, Intent, Language, Move, QuestionScore, Said
from bot.scoring import fraction_of, merge
from bot.services import Services
from bot.state import State
from bot.words import words
from rubrics.schema import Rubric

if TYPE_CHECKING:
    from bot.scorers.llm import AnswerScorer


@dataclass(frozen=True)
class LastAnswer:
    """An answer that was recorded and not yet replied to.

    Args:
        scorer: Who scores by cards; whatever needs no judgement is scored without it.
        state: After `answered`.
        events: All of the interview so far.
    """

    services: Services
    scorer: AnswerScorer
    language: Language
    state: State
    events: Sequence[AnyEvent]
    answered: Answered

    def score(self) -> QuestionScore | None:
        """The standing of what was asked, with this answer; None where the answer changes nothing."""
        question, awaiting, said = self.state.current, self.state.awaiting, self.answered
        if awaiting == "questions" and said.intent is Intent.ANSWER:
            return self._score_of_questions(said.text)
        if question is None:
            return None
        if awaiting == "answer":
            return self._score(question, said.text, said.intent)
        if awaiting in ("code", "afterthought") and said.intent is Intent.ANSWER:
            return self._score_of_talk(question, said.text)
        return None

    def _score_of_talk(self, question: PlannedQuestion, text: str) -> QuestionScore | None:
        """What was said about a coding task beside the code; None for what says nothing of it, as "let me think"."""
        rubric = self.services.rubrics.get(question.rubric or "")
        problem = self.services.problems.get(question.problem or question.builds_on or "")
        if rubric is None or problem is None:
            return None
        score = self._scored_by(
            rubric, text, question.id, f"{question.put_to_anybody}\n{problem.statement(self.language)}"
        )
        return merge(self.state.scores.get(question.id), score) if score.fraction else None

    def _score_of_questions(self, text: str) -> QuestionScore | None:
        """What the candidate's own questions show of their interest; no part of what answers are worth."""
        rubric = self.services.rubrics.get(QUESTIONS_CARD)
        if rubric is None:
            return None
        score = self._scored_by(rubric, text, QUESTIONS_CARD, rubric.question.in_language(self.language))
        return merge(self.state.scores.get(QUESTIONS_CARD), score)

    def _score(self, question: PlannedQuestion, text: str, intent: Intent) -> QuestionScore | None:
        earlier = self.state.scores.get(question.id) or self._score_of_same_card(question)
        if intent in (Intent.SKIP, Intent.EMPTY, Intent.PAUSE, Intent.OFF_TOPIC, Intent.ABUSE):
            if earlier is not None:
                return None
            return self._unscored(question, "unscored_skipped" if intent is Intent.SKIP else "unscored_empty")
        if intent not in (Intent.ANSWER, Intent.DONT_KNOW):
            return None
        if question.drill is not None and (score := self._score_of_drill(question, text, intent)) is not None:
            return score
        if question.rubric is None and question.reference:
            score = self.services.reference_scorer.score(
                question.reference,
                text,
                question_text=f"{question.put_to_anybody}\n{question.text}\n{question.text_en}",
                turn_id=self.state.turn,
                question_id=question.id,
                language=self.language,
            )
            return merge(earlier, score)
        if question.rubric is None:
            return self._unscored(question, "unscored_no_rubric")
        rubric = self.services.rubrics.get(question.rubric)
        if rubric is None:
            return self._unscored(question, "unscored_rubric_gone", rubric=question.rubric)
        asked = f"{question.put_to_anybody}\n{question.text}\n{question.text_en}\n{self._point_asked_about()}"
        score = merge(earlier, self._scored_by(rubric, text, question.id, asked))
        return self._hints_counted(earlier, score)

    def _score_of_drill(self, question: PlannedQuestion, text: str, intent: Intent) -> QuestionScore | None:
        """By the number said; None where there is none in the answer."""
        earlier = self.state.scores.get(question.id)
        if intent is Intent.DONT_KNOW:
            return earlier or score_of_ignorance(question, self.language)
        hinted = DRILL_ANSWER in self.state.hinted
        return score_of_number(question, text, earlier, hinted=hinted, turn=self.state.turn, language=self.language)

    def _scored_by(self, rubric: Rubric, text: str, question_id: str, asked: str) -> QuestionScore:
        # Who says that they do not know needs no second judge.
        knows = self.answered.intent is not Intent.DONT_KNOW
        score = (self.scorer if knows else self.services.scorer).score(
            rubric,
            text,
            question_text=asked,
            turn_id=self.state.turn,
            question_id=question_id,
            language=self.language,
        )
        points = {criterion.id: criterion.point.in_language(self.language) for criterion in rubric.criteria}
        criteria = tuple(c.model_copy(update={"point": points.get(c.criterion, "")}) for c in score.criteria)
        return score.model_copy(update={"criteria": criteria})

    def _hints_counted(self, earlier: QuestionScore | None, score: QuestionScore) -> QuestionScore:
        """A point that was stated in full only once a hint had been given for it counts half; so does all that is
        added in practice to a question whose feedback was shown.
        """
        known = {c.criterion for c in earlier.criteria if c.verdict == "full"} if earlier is not None else set()
        knows_feedback = self.state.mode == "practice" and self.state.suspended is not None
        why = words("said_after_feedback" if knows_feedback else "said_after_hint", self.language)
        criteria = tuple(
            c.model_copy(update={"verdict": "partial", "reason": why})
            if c.verdict == "full" and c.criterion not in known and (knows_feedback or c.criterion in self.state.hinted)
            else c
            for c in score.criteria
        )
        if criteria == score.criteria or score.fraction is None:
            return score
        return score.model_copy(update={"criteria": criteria, "fraction": fraction_of(criteria)})

    def _score_of_same_card(self, question: PlannedQuestion) -> QuestionScore | None:
        """What was already said on the same concept, as under the main question of a follow-up."""
        if question.kind not in ONE_CARD_KINDS or question.rubric is None:
            return None
        same = [
            score
            for score in self.state.scores.values()
            if score.rubric == question.rubric and score.fraction is not None and score.scorer != DRILL_SCORER
        ]
        return same[-1].model_copy(update={"question_id": question.id}) if same else None

    def _unscored(self, question: PlannedQuestion, why: str, **names: object) -> QuestionScore:
        return QuestionScore(
            question_id=question.id,
            rubric=question.rubric,
            scorer="none",
            unscored=words(why, self.language, **names),
        )

    def _point_asked_about(self) -> str:
        """The probe or hint that is being answered, as the card words it: what a model made of it is no measure."""
        last = next((event for event in reversed(self.events) if isinstance(event, Said)), None)
        question = self.state.current
        rubric = self.services.rubrics.get(question.rubric or "") if question else None
        if last is None or rubric is None:
            return ""
        criterion = next((c for c in rubric.criteria if c.id == last.criterion), None)
        if criterion is None:
            return ""
        return (criterion.hint if last.move is Move.HINT else criterion.probe).in_language(self.language)
