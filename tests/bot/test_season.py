"""A season's rounds know what earlier ones asked and found; it is taken up wherever it was left."""

from __future__ import annotations

import pytest

from bot.earlier_rounds import EarlierRounds, WeakPoint
from bot.errors import BadInput, UnknownCompany, UnknownSeason, UsageError
from bot.interview import Interview
from bot.linking import ONE_CARD_KINDS, bigrams
from bot.persona import build_persona
from bot.plan import HR_ROUND, MOST_TAKEN_UP, SAME_WORDING, plan_round
from bot.planned import Plan
from bot.schema import StudyItem
from bot.season import begin_season, due_round, found_in, season_named, standing, study_across, unfinished_season
from bot.services import Services
from bot.state import questions_of
from tests.bot.candidates import hear, hold, weak

ROUNDS = ("一面", "二面", "三面", "四面", "HR面")
TECHNICAL = ROUNDS[:-1]


def plans(shared: Services, seed: int, weak_cards: int = 0) -> list[Plan]:
    """The plans of a season in which all that is planned was asked, the last cards of each round answered poorly."""
    held: list[Plan] = []
    earlier = EarlierRounds()
    for name in ROUNDS:
        persona = build_persona(shared.library, "字节跳动", name)
        plan = plan_round(
            persona, shared.library, problems=shared.problems.keys(), seed=seed, language="zh", earlier=earlier
        )
        held.append(plan)
        asked = [q for each in held for q in questions_of(each)]
        cards = tuple(q.rubric for q in asked if q.rubric and q.kind in ONE_CARD_KINDS)
        earlier = EarlierRounds(
            asked=tuple(q.id for q in asked),
            cards=cards,
            problems=tuple(q.problem for q in asked if q.problem),
            weak=tuple(WeakPoint(card=card, round=name) for card in cards[-weak_cards:] if weak_cards),
        )
    return held


@pytest.mark.parametrize("seed", range(6))
class TestPlans:
    def test_nothing_is_asked_twice_in_a_season(self, shared: Services, seed: int) -> None:
        held = plans(shared, seed)
        for number, plan in enumerate(held):
            before = [q for each in held[:number] for q in questions_of(each)]
            for question in questions_of(plan):
                assert question.id not in {q.id for q in before}
                assert question.problem is None or question.problem not in {q.problem for q in before}
            cards = {q.rubric for q in before if q.kind in ONE_CARD_KINDS}
            assert not cards & {q.rubric for q in plan.questions if q.rubric and q.kind in ONE_CARD_KINDS}

    def test_what_went_badly_comes_back_as_another_question_and_nowhere_else(self, shared: Services, seed: int) -> None:
        held = plans(shared, seed, weak_cards=6)
        taken_up = [q for plan in held for q in questions_of(plan) if q.taken_up_from]
        assert taken_up
        for number, plan in enumerate(held):
            here = [q for q in questions_of(plan) if q.taken_up_from]
            assert len(here) <= (0 if plan.round == HR_ROUND else MOST_TAKEN_UP)
            before = [q for each in held[:number] for q in questions_of(each)]
            for question in here:
                assert question.rubric in {q.rubric for q in before}
                words = bigrams(shared.library.by_id[question.id].ask or question.text)
                for other in before:
                    asked = bigrams(shared.library.by_id[other.id].ask or other.text)
                    assert len(words & asked) < SAME_WORDING * min(len(words), len(asked))


def test_a_plan_without_a_season_is_as_it_was(shared: Services) -> None:
    persona = build_persona(shared.library, "地平线", "一面")
    alone, first = (
        plan_round(persona, shared.library, problems=shared.problems.keys(), seed=3, language="zh", earlier=earlier)
        for earlier in (None, EarlierRounds())
    )
    assert alone == first


def test_a_whole_season_is_held_round_by_round(shared: Services) -> None:
    season = begin_season(shared, company="Horizon", seed=2)
    assert (season.company, season.rounds) == ("地平线", ("一面", "二面"))
    first = due_round(shared, season)
    assert first.started.plan.round == "一面"
    hear(first)
    assert due_round(shared, season).id == first.id, "taken up where it was left"
    hold(first, weak)

    asked = set(first.state.asked)
    second = due_round(shared, season_named(shared, season.id))
    assert second.started.plan.round == "二面"
    assert second.started.season == season.id
    assert second.started.earlier == found_in([first.events])
    assert second.started.earlier.weak
    assert not asked & {q.id for q in questions_of(second.started.plan)}
    heard = hold(second, weak)
    for question in second.started.plan.questions:
        if question.taken_up_from:
            said = next(each for each in heard if each.question == question.id)
            assert "一面" in said.text
            card = shared.rubrics[question.rubric or ""]
            assert card.title.zh in said.text
    taken_up = {q.rubric for q in second.started.plan.questions if q.taken_up_from}
    assert taken_up
    assert not taken_up & {each.card for each in found_in([first.events, second.events]).weak}, "only once"

    now = standing(shared, season)
    assert [(each.state, each.interview) for each in now.rounds] == [("finished", first.id), ("finished", second.id)]
    assert now.state == "finished"
    assert now.stopped_at == "一面"
    assert now.study
    with pytest.raises(UsageError, match=season.id):
        due_round(shared, season)


def test_only_what_was_asked_and_scored_counts(shared: Services) -> None:
    interview = Interview.begin(shared, company="地平线", round_name="一面", seed=4)
    hear(interview)
    while (question := interview.state.current) is None or question.kind not in ONE_CARD_KINDS:
        interview.answer("下一题")
        hear(interview)
    asked = interview.state.asked
    interview.answer("下一题")
    hear(interview)
    found = found_in([interview.events])
    assert set(asked) <= set(found.asked) < {q.id for q in questions_of(interview.started.plan)}
    assert found.weak == (), "what was skipped is unscored, not weak"


def test_a_round_of_a_season_begins_once(shared: Services) -> None:
    season = begin_season(shared, company="快手")
    due_round(shared, season)
    with pytest.raises(BadInput, match="一面"):
        Interview.begin(shared, company="快手", round_name="一面", season=season.id)


def test_an_unfinished_season_is_found_by_its_company(shared: Services) -> None:
    assert unfinished_season(shared, "vivo") is None
    older, newer = (begin_season(shared, company="vivo") for _ in range(2))
    assert unfinished_season(shared, "VIVO") == newer != older
    due_round(shared, newer).leave()
    assert unfinished_season(shared, "vivo") == older
    with pytest.raises(UnknownCompany):
        unfinished_season(shared, "没有这家公司")
    with pytest.raises(UnknownCompany):
        begin_season(shared, company="没有这家公司")
    with pytest.raises(UnknownSeason, match="nosuch"):
        season_named(shared, "nosuch")


def test_old_transcripts_know_of_no_season(shared: Services) -> None:
    interview = Interview.begin(shared, company="旷视", round_name="一面", seed=1)
    stored = interview.started.model_dump(mode="json")
    del stored["season"], stored["earlier"]
    for question in stored["plan"]["questions"]:
        del question["taken_up_from"]
    assert type(interview.started).model_validate(stored) == interview.started


def test_study_across_rounds_puts_what_several_name_first() -> None:
    def item(topic: str, why: str = "") -> StudyItem:
        return StudyItem(topic=topic, why=why, questions=())

    first, second = [item("a"), item("b", "old"), item("c")], [item("d"), item("b", "new")]
    merged = study_across([first, second])
    assert [each.topic for each in merged] == ["b", "a", "d", "c"]
    assert merged[0].why == "new"
    assert study_across([]) == ()
