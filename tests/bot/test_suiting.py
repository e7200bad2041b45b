"""The next main question suits what was shown so far, and never at the cost of the plan."""

from __future__ import annotations

from itertools import pairwise

import pytest

from bot.ability import SURE_FROM, Ability, Result, estimate
from bot.linking import ONE_CARD_KINDS
from bot.persona import build_persona
from bot.plan import MEASURED_KINDS, NO_DIFFICULTIES, plan_round
from bot.planned import Plan, PlannedQuestion
from bot.schema import QuestionScore
from bot.services import Services
from bot.suiting import shown_so_far, suited, worth_of
from corpus.report import Kind, Source
from sandbox.problem import JudgeResult, Verdict

STRONG, WEAK = Ability(4.5, 0.8), Ability(1.0, 0.8)


def question(
    name: str,
    difficulty: int | None,
    *,
    kind: Kind = Kind.FUNDAMENTALS,
    borrowed: bool = False,
    problem: str | None = None,
) -> PlannedQuestion:
    return PlannedQuestion(
        id=name,
        kind=kind,
        text=name,
        text_en=name,
        said=name,
        company="地平线",
        round="一面",
        date=None,
        source=(Source(file="report.txt", line=1),),
        rubric=f"card-{name}",
        difficulty=difficulty,
        borrowed=borrowed,
        problem=problem,
    )


MIDDLING, EASY, HARD = question("middling", 3), question("easy", 1), question("hard", 5)


class TestEstimate:
    def test_without_results_it_is_the_prior_and_says_nothing(self) -> None:
        assert estimate([]) == Ability(3.0, 1.5)
        assert not estimate([]).is_known

    def test_it_rises_with_what_was_answered_and_grows_surer_with_every_result(self) -> None:
        levels = [estimate([Result(3, share / 4)] * 3).level for share in range(5)]
        assert levels == sorted(set(levels))
        errors = [estimate([Result(3, 0.5)] * count).error for count in range(8)]
        assert all(later < earlier for earlier, later in pairwise(errors))

    def test_half_of_everything_is_the_difficulty_itself_drawn_to_the_prior(self) -> None:
        assert estimate([Result(3, 0.5)] * 4).level == pytest.approx(3.0)
        assert 3.0 < estimate([Result(5, 0.5)] * 4).level < 5.0

    @pytest.mark.parametrize("share", [0.0, 1.0])
    def test_all_right_and_all_wrong_stay_finite(self, share: float) -> None:
        ability = estimate([Result(3, share)] * 100)
        assert -10 < ability.level < 16
        assert ability.error < 1.5

    def test_one_answer_is_not_enough_to_act_on(self) -> None:
        assert not estimate([Result(3, 1.0)]).is_known
        assert estimate([Result(3, 0.5)] * 5).error < SURE_FROM


class TestSuited:
    def test_harder_for_the_strong_and_easier_for_the_weak(self) -> None:
        assert suited(MIDDLING, [EASY, HARD], (), STRONG) is HARD
        assert suited(MIDDLING, [EASY, HARD], (), WEAK) is EASY

    def test_the_plan_stands_while_little_is_known(self) -> None:
        assert suited(MIDDLING, [EASY, HARD], (), Ability(5.0, SURE_FROM + 0.01)) is MIDDLING

    def test_the_plan_stands_for_a_small_gain(self) -> None:
        assert suited(MIDDLING, [question("harder", 4)], (), Ability(3.6, 0.8)) is MIDDLING

    @pytest.mark.parametrize(
        "alternative",
        [
            question("other-kind", 5, kind=Kind.OPEN_QUESTION),
            question("of-somebody-else", 5, borrowed=True),
            question("unmeasured", None),
            question("code", 5, problem="task"),
        ],
    )
    def test_it_gives_up_no_question_for(self, alternative: PlannedQuestion) -> None:
        assert suited(MIDDLING, [alternative], (), STRONG) is MIDDLING

    def test_nothing_is_asked_twice_and_what_has_no_difficulty_stands(self) -> None:
        assert suited(MIDDLING, [HARD], ("hard",), STRONG) is MIDDLING
        unmeasured = question("project", None)
        assert suited(unmeasured, [HARD], (), STRONG) is unmeasured

    def test_a_borrowed_question_gives_way_to_an_own_one(self) -> None:
        assert suited(question("lent", 3, borrowed=True), [HARD], (), STRONG) is HARD


def scored(asked: PlannedQuestion, fraction: float | None) -> QuestionScore:
    reason = None if fraction is not None else "illegible"
    return QuestionScore(question_id=asked.id, rubric=asked.rubric, scorer="test", fraction=fraction, unscored=reason)


def test_unscored_answers_and_projects_show_nothing() -> None:
    project = question("project", None, kind=Kind.RESUME_PROJECT)
    scores = {"middling": scored(MIDDLING, None), "project": scored(project, 1.0)}
    assert shown_so_far([MIDDLING, EASY, project], scores, {}) == estimate([])


def test_a_follow_up_on_the_same_card_counts_once() -> None:
    deeper = MIDDLING.model_copy(update={"id": "deeper"})
    scores = {"middling": scored(MIDDLING, 0.2), "deeper": scored(deeper, 0.9)}
    assert shown_so_far([MIDDLING, deeper], scores, {}) == estimate([Result(3, 0.9)])


@pytest.mark.parametrize(
    ("verdict", "passed", "worth"),
    [
        (Verdict.ACCEPTED, 4, 1.0),
        (Verdict.WRONG_ANSWER, 2, 0.25),
        (Verdict.REJECTED, 0, 0.0),
        (Verdict.INTERNAL_ERROR, 0, None),
    ],
)
def test_what_code_shows(verdict: Verdict, passed: int, worth: float | None) -> None:
    result = JudgeResult(slug="task", verdict=verdict, passed=passed, total=4, cases=(), isolation="none", seconds=0)
    assert worth_of(result) == worth


@pytest.mark.parametrize("name", [("字节跳动", "三面"), ("商汤科技", "一面")])
def test_a_reserve_is_small_cited_and_repeats_nothing(shared: Services, name: tuple[str, str]) -> None:
    def planned(*, measured: bool) -> Plan:
        return plan_round(
            build_persona(shared.library, *name),
            shared.library,
            problems=shared.problems.keys(),
            seed=7,
            language="zh",
            difficulties=shared.difficulties if measured else NO_DIFFICULTIES,
        )

    plan = planned(measured=True)
    assert plan.reserve
    assert [each.id for each in plan.questions] == [each.id for each in planned(measured=False).questions]
    everything = [
        each.problem or each.rubric
        for each in (*plan.questions, *plan.reserve)
        if each.problem or each.kind in ONE_CARD_KINDS
    ]
    assert len(everything) == len(set(everything))
    for each in plan.reserve:
        assert each.kind in MEASURED_KINDS
        assert each.source
        same = [other for other in plan.questions if other.kind is each.kind]
        assert same
        assert not each.borrowed or any(other.borrowed for other in same)
    by_difficulty = [(each.kind, each.difficulty) for each in plan.reserve]
    assert len(by_difficulty) == len(set(by_difficulty))
