"""The same interview, sat by candidates of every sort: what becomes of each, and why."""

from __future__ import annotations

import unicodedata

import pytest

from bot.schema import Answered, Recommendation, Scorecard, Scored
from bot.services import Services
from tests.bot.candidates import GIBBERISH, INJECTED, Candidate, begin, held, hold, saying, strong, weak

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
        assert [problem.verdict for problem in card.problems] == ["accepted"]
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


def test_evidence_is_what_the_candidate_said(shared: Services) -> None:
    interview = begin(shared, seed=9)
    hold(interview, weak)
    answers = "\n".join(event.text for event in interview.events if isinstance(event, Answered))
    said = unicodedata.normalize("NFKC", answers)
    scores = [event.score for event in interview.events if isinstance(event, Scored)]
    quotes = [c.evidence for score in scores for c in score.criteria if c.evidence]
    assert quotes
    assert all(quote in said for quote in quotes)
