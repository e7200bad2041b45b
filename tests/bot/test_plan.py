"""What a round asks: the reports' own mixture, cited, and nothing twice."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import UnknownCompany, UnknownReport, UnknownRound
from bot.linking import bigrams
from bot.persona import build_persona, named_only, reports_of, resolve, rounds_to_play
from bot.plan import (
    FEWEST_QUESTIONS,
    MOST_CODING,
    MOST_FOLLOW_UPS,
    MOST_OPENERS,
    MOST_QUESTIONS,
    MOST_TASKS,
    OPENER,
    SAME_WORDING,
    apportion,
    plan_round,
)
from bot.planned import Plan
from bot.schema import Language
from bot.services import Services
from bot.state import questions_of
from corpus.library import Library
from corpus.report import Kind

LIBRARY = Library.of_folders()
ROUNDS = [(company, name) for company in LIBRARY.companies for name in LIBRARY.rounds_of(company)]
LARGE = ("字节跳动", "三面")

ROUND_OF_CODE = ("第四范式", "一面")


@cache
def planned(shared: Services, company: str, name: str, seed: int = 7, language: Language = "zh") -> Plan:
    persona = build_persona(shared.library, company, name)
    return plan_round(persona, shared.library, problems=shared.problems.keys(), seed=seed, language=language)


@pytest.mark.parametrize(("company", "name"), ROUNDS)
@pytest.mark.parametrize("seed", [1, 2, 3])
class TestEveryRound:
    def test_every_question_is_cited_and_borrowed_ones_are_flagged(
        self, shared: Services, company: str, name: str, seed: int
    ) -> None:
        for question in questions_of(planned(shared, company, name, seed)):
            assert question.source
            original = shared.library.by_id[question.id]
            assert (question.company, question.round, question.date) == (
                original.company,
                original.round,
                original.date,
            )
            assert question.borrowed == ((question.company, question.round) != (company, name))

    def test_no_two_questions_sound_alike(self, shared: Services, company: str, name: str, seed: int) -> None:
        wordings = {q.said: bigrams(q.said) for q in questions_of(planned(shared, company, name, seed))}
        for (said, first), (other, second) in combinations(wordings.items(), 2):
            assert len(first & second) < SAME_WORDING * min(len(first), len(second)), (said, other)

    def test_no_concept_is_the_main_question_twice(self, shared: Services, company: str, name: str, seed: int) -> None:
        cards = [
            question.rubric
            for question in planned(shared, company, name, seed).questions
            if question.rubric and question.kind in (Kind.FUNDAMENTALS, Kind.SYSTEMS_TOOLS, Kind.OPEN_QUESTION)
        ]
        assert len(cards) == len(set(cards))

    def test_a_project_is_not_asked_for_over_and_over(
        self, shared: Services, company: str, name: str, seed: int
    ) -> None:
        openers = [q for q in planned(shared, company, name, seed).questions if q.rubric == OPENER]
        assert len(openers) <= MOST_OPENERS
        assert len({(q.company, q.round, q.date) for q in openers}) <= 1

    def test_its_parts_come_in_the_order_of_its_reports(
        self, shared: Services, company: str, name: str, seed: int
    ) -> None:
        persona = build_persona(shared.library, company, name)
        questions = planned(shared, company, name, seed).questions
        parts = [(persona.parts.index(question.kind), question.borrowed) for question in questions]
        assert parts == sorted(parts), "in each part, the round's own questions come first"
        kinds = [question.kind for question in questions]
        assert kinds.count(Kind.SELF_INTRO) <= 1
        well_told = len(persona.main_questions) >= FEWEST_QUESTIONS or (company, name) == ROUND_OF_CODE
        assert well_told or kinds[0] is Kind.SELF_INTRO

    def test_its_length_is_that_of_an_interview(self, shared: Services, company: str, name: str, seed: int) -> None:
        plan = planned(shared, company, name, seed)
        # The introduction and a coding task may come on top.
        fewest = MOST_TASKS if (company, name) == ROUND_OF_CODE else FEWEST_QUESTIONS
        assert fewest <= len(plan.questions) <= MOST_QUESTIONS + 2
        chains = Counter({main.id: len(questions_of(plan.model_copy(update={"questions": (main,)}))) - 1
                          for main in plan.questions})  # fmt: skip
        assert max(chains.values()) <= MOST_FOLLOW_UPS

    def test_a_round_that_asks_for_code_gets_problems_that_the_judge_has(
        self, shared: Services, company: str, name: str, seed: int
    ) -> None:
        coding = [q for q in planned(shared, company, name, seed).questions if q.kind is Kind.CODING]
        asks_for_code = Kind.CODING in build_persona(shared.library, company, name).shares
        assert bool(coding) == asks_for_code
        assert len(coding) <= (MOST_TASKS if (company, name) == ROUND_OF_CODE else MOST_CODING)
        assert all(question.problem in shared.problems for question in coding)

    def test_own_questions_come_first(self, shared: Services, company: str, name: str, seed: int) -> None:
        plan = planned(shared, company, name, seed)
        borrowed = [q for q in plan.questions if q.borrowed]
        own = len(plan.questions) - len(borrowed)
        fillers = [q for q in borrowed if q.kind not in (Kind.SELF_INTRO, Kind.CODING)]
        assert not fillers or own + len(fillers) < FEWEST_QUESTIONS


@pytest.mark.parametrize(
    ("company", "name", "first"),
    [("地平线", "一面", Kind.RESUME_PROJECT), ("拼多多", "二面", Kind.CODING), ("字节跳动", "HR面", Kind.SELF_INTRO)],
)
def test_a_round_opens_as_its_reports_say(shared: Services, company: str, name: str, first: Kind) -> None:
    for seed in range(4):
        own = [question for question in planned(shared, company, name, seed).questions if not question.borrowed]
        assert own[0].kind is first


def test_who_starts_with_arithmetic_does_so(shared: Services) -> None:
    persona = build_persona(shared.library, "通用", "未知轮次", "general-cv-interviewer.md")
    assert next(kind for kind in persona.parts if kind in persona.shares) is Kind.MATH_DRILL


def test_a_round_that_was_four_coding_problems_is_that(shared: Services) -> None:
    """Two are recorded; the report does not remember the others, which are borrowed."""
    for seed in range(3):
        questions = planned(shared, *ROUND_OF_CODE, seed).questions
        assert [question.kind for question in questions] == [Kind.CODING] * 4
        assert [question.borrowed for question in questions] == [False, False, True, True]
        assert [question.problem for question in questions[:2]] == ["trapping-rain-water", "gcd-of-strings"]
        assert len({question.problem for question in questions}) == 4


@pytest.mark.parametrize("place", [("拼多多", "二面"), ("腾讯 AI Lab", "二面")])
def test_nothing_borrowed_but_an_introduction_stands_before_reported_code(
    shared: Services, place: tuple[str, str]
) -> None:
    kinds = [question.kind for question in planned(shared, *place).questions]
    assert kinds[: kinds.index(Kind.CODING)] == [Kind.SELF_INTRO]


def test_the_kinds_are_in_the_proportion_of_the_reports(shared: Services) -> None:
    persona = build_persona(shared.library, *LARGE)
    wanted = apportion(persona.shares, MOST_QUESTIONS)
    got = Counter(q.kind for q in planned(shared, *LARGE).questions if not q.borrowed)
    for kind, count in wanted.items():
        if kind not in (Kind.CODING, Kind.RESUME_PROJECT):  # limited by the judge's problems, and by openers
            assert abs(got[kind] - count) <= 1, kind


SHARES = st.dictionaries(st.sampled_from(list(Kind)), st.integers(1, 40), min_size=1)


@given(SHARES, st.integers(1, 30))
def test_apportioning_gives_every_kind_its_share_rounded_up_or_down(counts: dict[Kind, int], size: int) -> None:
    total = sum(counts.values())
    seats = apportion({kind: count / total for kind, count in counts.items()}, size)
    assert sum(seats.values()) == size
    for kind, count in counts.items():
        assert abs(seats[kind] - count / total * size) < 1 + 1e-9


def test_apportioning_gives_the_odd_seat_to_the_largest_remainder() -> None:
    shares = {Kind.FUNDAMENTALS: 0.46, Kind.CODING: 0.34, Kind.HR: 0.20}
    assert apportion(shares, 5) == {Kind.FUNDAMENTALS: 2, Kind.CODING: 2, Kind.HR: 1}


def test_the_same_seed_gives_the_same_plan(shared: Services) -> None:
    assert planned(shared, *LARGE, seed=5) == planned.__wrapped__(shared, *LARGE, seed=5)


def test_other_seeds_give_other_plans(shared: Services) -> None:
    plans = {tuple(q.id for q in planned(shared, *LARGE, seed=seed).questions) for seed in range(8)}
    assert len(plans) >= 4


def test_the_language_changes_the_wording_only(shared: Services) -> None:
    chinese, english = planned(shared, *LARGE), planned(shared, *LARGE, language="en")
    assert [q.id for q in questions_of(chinese)] == [q.id for q in questions_of(english)]
    assert all(question.said.isascii() or "“" in question.said for question in english.questions[:3])


def test_coding_tasks_without_a_problem_are_left_out(shared: Services) -> None:
    persona = build_persona(shared.library, *LARGE)
    plan = plan_round(persona, shared.library, problems=(), seed=1, language="zh")
    assert all(question.kind is not Kind.CODING for question in plan.questions)
    assert all(question.problem is None for question in questions_of(plan))


@pytest.mark.parametrize(
    ("company", "name", "meant"),
    [
        ("Horizon", "round 2", ("地平线", "二面")),
        ("字节", "第一轮", ("字节跳动", "一面")),
        ("bytedance", "HR 面", ("字节跳动", "HR面")),
        ("insta360", "1面", ("影石 Insta360", "一面")),
        ("Ｍｅｇｖｉｉ", "2nd round", ("旷视", "二面")),
    ],
)
def test_aliases_are_understood(shared: Services, company: str, name: str, meant: tuple[str, str]) -> None:
    assert resolve(shared.library, company, name) == meant


def test_an_unknown_company_is_told_which_there_are(shared: Services) -> None:
    with pytest.raises(UnknownCompany, match="地平线") as caught:
        resolve(shared.library, "没有这家公司", "一面")
    assert "没有这家公司" in str(caught.value)


class TestOneReportOfARound:
    CV = "general-cv-interviewer.md"

    def test_its_questions_and_remarks_alone_make_the_persona(self, shared: Services) -> None:
        both = build_persona(shared.library, "通用", "未知轮次")
        alone = build_persona(shared.library, "通用", "未知轮次", self.CV)
        assert {r.file for r in reports_of(shared.library, "通用", "未知轮次")} > {self.CV}
        assert 0 < len(alone.questions) < len(both.questions)
        assert 0 < len(alone.remarks) < len(both.remarks)
        plan = plan_round(alone, shared.library, problems=shared.problems.keys(), seed=1, language="zh")
        assert plan.report == self.CV

    def test_an_unknown_report_is_told_which_there_are(self, shared: Services) -> None:
        with pytest.raises(UnknownReport, match=self.CV):
            build_persona(shared.library, "通用", "未知轮次", "no-such-report.md")


class TestCompanyThatReportsOnlyName:
    @pytest.mark.parametrize("company", named_only(LIBRARY))
    def test_all_of_its_questions_are_borrowed(self, shared: Services, company: str) -> None:
        for name in rounds_to_play(shared.library, company):
            plan = planned(shared, *resolve(shared.library, company, name))
            assert len(plan.questions) >= FEWEST_QUESTIONS
            assert all(question.borrowed for question in questions_of(plan))

    def test_questions_come_from_its_group_where_there_is_one(self, shared: Services) -> None:
        lenders = {question.company for question in planned(shared, "头条 AI Lab", "一面").questions}
        assert lenders == {"字节跳动"}

    def test_it_has_the_rounds_that_are_usual(self, shared: Services) -> None:
        assert rounds_to_play(shared.library, "Shopee")[:2] == ("一面", "二面")
        with pytest.raises(UnknownRound, match="一面"):
            resolve(shared.library, "Shopee", "六面")


def test_an_unknown_round_is_told_which_the_company_has(shared: Services) -> None:
    with pytest.raises(UnknownRound, match="二面") as caught:
        resolve(shared.library, "地平线", "七面")
    assert "七面" in str(caught.value)
    assert "HR面" not in str(caught.value)
