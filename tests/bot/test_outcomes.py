"""The same interview, sat by candidates of every sort: what becomes of each, and why."""

from __future__ import annotations

import unicodedata

import pytest

from bot.interview import Interview
from bot.schema import Answered, Move, Recommendation, Scorecard, Scored
from bot.services import Services
from tests.bot.candidates import GIBBERISH, INJECTED, Candidate, Code, begin, held, hold, saying, strong, weak

BEST_FIRST = list(Recommendation)[:6]


@pytest.fixture(scope="module")
def cards(shared: Services) -> dict[str, Scorecard]:
    """Scorecards of the same interview, sat by candidates of every sort."""
    sorts: dict[str, Candidate] = {
        "strong": strong,
        "weak": weak,
        "empty": saying("", "  "),
        "gibberish": GIBBERISH,
        "injected": INJECTED,
        "silent on everything": saying("不会"),
    }
    return {sort: held(shared, candidate)[1] for sort, candidate in sorts.items()}


class TestScorecards:
    def test_a_strong_candidate_is_recommended(self, cards: dict[str, Scorecard]) -> None:
        card = cards["strong"]
        assert card.recommendation in (Recommendation.STRONG_HIRE, Recommendation.HIRE)
        assert card.fraction is not None
        assert card.fraction > 0.7
        assert card.coverage > 0.8
        assert [problem.slug for problem in card.problems] == ["conv2d", "conv2d--im2col"]
        assert {problem.verdict for problem in card.problems} == {"accepted"}
        assert card.strengths

    def test_a_weak_candidate_scores_far_less_and_learns_what_to_study(self, cards: dict[str, Scorecard]) -> None:
        strong_one, weak_one = cards["strong"], cards["weak"]
        assert strong_one.fraction is not None
        assert weak_one.fraction is not None
        assert 0 < weak_one.fraction < strong_one.fraction - 0.2
        assert BEST_FIRST.index(weak_one.recommendation) > BEST_FIRST.index(strong_one.recommendation)
        assert len(weak_one.study) == 3
        assert all(item.why and item.questions for item in weak_one.study)

    def test_somebody_who_knows_nothing_is_not_recommended(self, cards: dict[str, Scorecard]) -> None:
        card = cards["silent on everything"]
        assert card.recommendation is Recommendation.STRONG_NO_HIRE
        assert card.fraction == 0

    def test_silence_is_unscored_and_gives_no_conclusion(self, cards: dict[str, Scorecard]) -> None:
        card = cards["empty"]
        assert card.recommendation is Recommendation.NOT_ENOUGH_EVIDENCE
        assert card.fraction is None
        assert all(question.unscored for question in card.questions)

    def test_gibberish_earns_nothing(self, cards: dict[str, Scorecard]) -> None:
        card = cards["gibberish"]
        assert card.recommendation in (Recommendation.STRONG_NO_HIRE, Recommendation.NOT_ENOUGH_EVIDENCE)
        assert not card.fraction

    def test_injected_commands_earn_nothing(self, cards: dict[str, Scorecard]) -> None:
        card = cards["injected"]
        assert card.recommendation in (Recommendation.STRONG_NO_HIRE, Recommendation.NOT_ENOUGH_EVIDENCE)
        assert (card.fraction or 0) < 0.1

    @pytest.mark.parametrize("sort", ["strong", "weak", "empty", "gibberish", "injected"])
    def test_every_conclusion_has_reasons_and_every_score_its_words(
        self, cards: dict[str, Scorecard], sort: str
    ) -> None:
        card = cards[sort]
        assert card.reasons
        for question in card.questions:
            assert question.source
            assert (question.fraction is None) == (question.unscored is not None)
            for criterion in question.criteria:
                assert criterion.point
                if criterion.verdict in ("full", "partial", "contradicted"):
                    assert criterion.evidence


def test_a_point_that_took_a_hint_counts_half_and_the_hint_is_told(shared: Services) -> None:
    def with_hints(interview: Interview) -> str | Code:
        state = interview.state
        if state.current is None or interview.problem is not None:
            return "没有了" if state.current is None else strong(interview)
        if state.awaiting == "answer" and not state.hinted:
            return "提示"
        return strong(interview)

    unaided, hinted = held(shared, strong)[1], held(shared, with_hints)[1]
    assert unaided.fraction is not None
    assert hinted.fraction is not None
    assert 0.5 < hinted.fraction < unaided.fraction
    took = [question for question in hinted.questions if question.hints]
    assert took
    for question in took:
        halved = [c for c in question.criteria if "提示" in c.reason]
        assert len(halved) == 1
        assert halved[0].verdict == "partial"
        assert halved[0].evidence
    assert any("次提示" in reason for reason in hinted.reasons)


def test_the_candidates_own_questions_show_their_outlook_and_are_no_part_of_the_total(shared: Services) -> None:
    def curious(interview: Interview) -> str | Code:
        if interview.state.awaiting != "questions":
            return strong(interview)
        asked = interview.state.candidate_questions
        return ["团队现在主要做什么业务？", "试用期最看重什么？", "没有了"][asked]

    silent, asking = held(shared, strong)[1], held(shared, curious)[1]
    outlooks = [next(d for d in card.dimensions if d.dimension == "outlook") for card in (silent, asking)]
    assert outlooks[0].level is None
    assert outlooks[1].level is not None
    assert outlooks[1].band is not None
    assert "反问" in outlooks[1].reason
    assert outlooks[1].evidence in ("团队现在主要做什么业务", "试用期最看重什么")
    assert asking.fraction == silent.fraction
    assert asking.counts == silent.counts


def test_practice_gives_feedback_and_model_answers_that_a_real_interview_keeps_back(shared: Services) -> None:
    def impatient(interview: Interview) -> str | Code:
        state = interview.state
        wants_it = state.awaiting == "answer" and state.current is not None and state.current.id in state.scores
        return "标准答案" if wants_it and not state.clarifications else weak(interview)

    real, practice = begin(shared), begin(shared, mode="practice")
    kept_back, told = hold(real, impatient), hold(practice, impatient)
    assert not [said for said in kept_back if said.feedback or said.move is Move.MODEL_ANSWER]
    assert [said for said in told if said.feedback]
    shown = [said.text for said in told if said.move is Move.MODEL_ANSWER]
    assert any(card.model_answer.zh in text for card in shared.rubrics.values() for text in shown)
    points = {c.point for q in real.scorecard().questions for c in q.criteria}
    assert points
    assert not [said for said in kept_back if any(point in said.text for point in points)]


def test_evidence_is_what_the_candidate_said(shared: Services) -> None:
    interview = begin(shared, seed=9)
    hold(interview, weak)
    answers = "\n".join(event.text for event in interview.events if isinstance(event, Answered))
    said = unicodedata.normalize("NFKC", answers)
    scores = [event.score for event in interview.events if isinstance(event, Scored)]
    quotes = [c.evidence for score in scores for c in score.criteria if c.evidence]
    assert quotes
    assert all(quote in said for quote in quotes)
