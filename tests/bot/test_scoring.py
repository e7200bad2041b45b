"""How several answers to one question add up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.schema import CriterionScore, CriterionVerdict, QuestionScore
from bot.scoring import MOST_WITH_CONTRADICTION, fraction_of, merge

VERDICTS = st.sampled_from(["none", "partial", "full", "contradicted"])


def criteria(*verdicts: CriterionVerdict, weights: tuple[float, ...] = ()) -> tuple[CriterionScore, ...]:
    return tuple(
        CriterionScore(criterion=f"point-{n}", weight=weights[n] if weights else 1, verdict=verdict)
        for n, verdict in enumerate(verdicts)
    )


def score(*verdicts: CriterionVerdict, flags: tuple[str, ...] = ()) -> QuestionScore:
    scored = criteria(*verdicts)
    return QuestionScore(
        question_id="q",
        rubric="card",
        scorer="test",
        fraction=fraction_of(scored),
        criteria=scored,
        flags=flags,
    )


def unscored(*flags: str) -> QuestionScore:
    return QuestionScore(question_id="q", rubric="card", scorer="test", unscored="illegible", flags=flags)


@pytest.mark.parametrize(
    ("verdicts", "weights", "fraction"),
    [
        (("full", "none"), (1, 1), 0.5),
        (("full", "none"), (3, 1), 0.75),
        (("partial", "partial"), (2, 1), 0.5),
        (("full", "partial", "none"), (1, 1, 1), 0.5),
        (("none",), (2,), 0.0),
        ((), (), 0.0),
    ],
)
def test_the_fraction_is_the_weighted_share(
    verdicts: tuple[CriterionVerdict, ...], weights: tuple[float, ...], fraction: float
) -> None:
    assert fraction_of(criteria(*verdicts, weights=weights)) == pytest.approx(fraction)


def test_a_contradiction_caps_the_fraction() -> None:
    assert fraction_of(criteria("full", "full", "full", "full", "contradicted")) == MOST_WITH_CONTRADICTION


def test_a_contradiction_takes_its_weight_away_and_no_more_than_there_is() -> None:
    assert fraction_of(criteria("full", "full", "contradicted", "none")) == 0.25
    assert fraction_of(criteria("partial", "contradicted", "contradicted")) == 0.0


def test_the_best_of_what_was_said_counts_for_each_point() -> None:
    merged = merge(score("full", "none", "partial"), score("none", "partial", "full"))
    assert [c.verdict for c in merged.criteria] == ["full", "partial", "full"]
    assert merged.fraction == pytest.approx(2.5 / 3, abs=1e-4)


@pytest.mark.parametrize("order", [("contradicted", "full"), ("full", "contradicted")])
def test_a_point_said_both_ways_is_half_a_point(order: tuple[CriterionVerdict, CriterionVerdict]) -> None:
    merged = merge(score(order[0]), score(order[1]))
    assert [c.verdict for c in merged.criteria] == ["partial"]


def test_an_answer_that_cannot_be_scored_takes_nothing_away() -> None:
    assert merge(score("full"), unscored("gibberish")).fraction == 1.0
    assert merge(score("full"), unscored("gibberish")).flags == ("gibberish",)


def test_a_score_replaces_what_could_not_be_scored() -> None:
    assert merge(unscored(), score("partial")).fraction == 0.5
    assert merge(None, score("partial")).fraction == 0.5
    assert merge(unscored(), unscored()).fraction is None


def test_flags_are_kept_once() -> None:
    merged = merge(score("full", flags=("injection",)), score("full", flags=("injection", "copied")))
    assert merged.flags == ("injection", "copied")


@given(st.lists(VERDICTS, min_size=1, max_size=6), st.data())
def test_saying_more_never_costs_what_was_not_said_the_wrong_way_round(
    first: list[CriterionVerdict], data: st.DataObject
) -> None:
    second = data.draw(
        st.lists(VERDICTS.filter(lambda v: v != "contradicted"), min_size=len(first), max_size=len(first))
    )
    before, merged = score(*first), merge(score(*first), score(*second))
    assert before.fraction is not None
    assert merged.fraction is not None
    assert merged.fraction >= before.fraction
    assert {c.criterion for c in merged.criteria} == {c.criterion for c in before.criteria}


@given(st.lists(VERDICTS, min_size=1, max_size=6))
def test_repeating_an_answer_changes_nothing(verdicts: list[CriterionVerdict]) -> None:
    assert merge(score(*verdicts), score(*verdicts)) == score(*verdicts)
