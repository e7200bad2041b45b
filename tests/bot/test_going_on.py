"""What accepted code goes on with: variants that are written and judged, and talk about the code."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.agenda import MOST_ATTEMPTS, MOST_VARIANTS
from bot.exercises import MOST_TALK, with_exercises
from bot.interview import Interview
from bot.planned import Plan, PlannedQuestion
from bot.schema import Intent, Move, Said
from bot.services import Services
from bot.state import questions_of
from corpus.library import Library
from sandbox.problem import Problem, Verdict
from tests.bot.candidates import begin, hear, strong
from tests.bot.test_agenda import Simulation, Turn, plan, question

RIGHT, WRONG = Turn(code=Verdict.ACCEPTED), Turn(code=Verdict.WRONG_ANSWER)
TALK = Turn(verdicts=None)


def said(interview: Interview) -> Said:
    heard = hear(interview)
    assert heard is not None
    return heard


def task(name: str, *below: PlannedQuestion) -> PlannedQuestion:
    """A coding task with a variant, one question on its code, and what else is below it."""
    variant = question(f"{name}/variant", problem=f"{name}--variant").model_copy(update={"builds_on": name})
    talk = question(f"{name}/talk").model_copy(update={"builds_on": name, "rubric": "coding-talk"})
    return question(name, variant, talk, *below, problem=name)


def moves(turns: Sequence[Turn], *questions: PlannedQuestion) -> list[tuple[Move, str | None]]:
    """What is said after each turn, and on which question; the first utterance left out."""
    simulation = Simulation(plan(*questions))
    simulation.speak()
    heard = []
    for turn in turns:
        simulation.give(turn)
        each = simulation.speak()
        heard.append((each.move, each.question))
    return heard


class TestAgenda:
    def test_the_variant_follows_accepted_code_and_the_talk_follows_the_variant(self) -> None:
        assert moves([RIGHT, RIGHT, TALK], task("a"), question("b")) == [
            (Move.HAND_OVER_CODE, "a/variant"),
            (Move.FOLLOW_UP, "a/talk"),
            (Move.ASK, "b"),
        ]

    def test_after_the_last_refused_attempt_the_case_is_talked_about_and_nothing_goes_on_from_it(self) -> None:
        below = question("c", problem="c")
        assert moves([WRONG] * MOST_ATTEMPTS + [TALK], task("a", below), question("b")) == [
            *[(Move.DISCUSS_VERDICT, "a")] * MOST_ATTEMPTS,
            (Move.HAND_OVER_CODE, "c"),
        ]

    def test_a_variant_has_attempts_of_its_own(self) -> None:
        heard = moves([WRONG, RIGHT, *[WRONG] * MOST_ATTEMPTS, TALK], task("a"))
        assert heard[1:] == [
            (Move.HAND_OVER_CODE, "a/variant"),
            *[(Move.DISCUSS_VERDICT, "a/variant")] * MOST_ATTEMPTS,
            (Move.FOLLOW_UP, "a/talk"),
        ]

    @pytest.mark.parametrize("intent", [Intent.SKIP, Intent.DONT_KNOW])
    def test_who_turns_a_task_down_is_not_asked_further_about_it(self, intent: Intent) -> None:
        assert moves([Turn(intent, None)], task("a"), question("b")) == [(Move.ASK, "b")]

    def test_one_interview_has_so_many_variants_and_no_more(self) -> None:
        names = "abcd"[: MOST_VARIANTS + 1]
        heard = moves([RIGHT, RIGHT, TALK] * len(names), *(task(name) for name in names))
        variants = [name for move, name in heard if move is Move.HAND_OVER_CODE and name and "/" in name]
        assert variants == [f"{name}/variant" for name in names[:MOST_VARIANTS]]

    def test_of_one_problem_there_is_one_variant(self) -> None:
        first, *rest = task("a").follow_ups
        second = first.model_copy(update={"id": "a/second", "problem": "a--second"})
        heard = moves([RIGHT, RIGHT, TALK], question("a", first, second, *rest, problem="a"))
        assert [name for _, name in heard[:2]] == ["a/variant", "a/talk"]

    def test_code_with_nothing_to_go_on_with_is_asked_for_its_cost(self) -> None:
        assert moves([RIGHT], question("a", problem="a")) == [(Move.DISCUSS_VERDICT, "a")]


class TestPlan:
    def planned(self, shared: Services, slug: str, company: str = "地平线") -> PlannedQuestion:
        bare = Plan(company=company, round="一面", questions=(question("q", problem=slug),))
        made = with_exercises(bare, Library([]), shared.problems, seed=1, language="zh")
        return made.questions[0]

    def test_every_problem_gets_its_variant_before_talk_about_it(self, shared: Services) -> None:
        for slug, problem in shared.problems.items():
            if problem.parent is not None:
                continue
            below = self.planned(shared, slug).follow_ups
            variants = [each for each in below if each.problem is not None]
            spoken = [each for each in problem.follow_ups if each.variant is None]
            assert len(variants) == any(each.variant for each in problem.follow_ups), slug
            assert [each.problem is None for each in below] == sorted(each.problem is None for each in below), slug
            assert len(below) - len(variants) == min(len(spoken), MOST_TALK), slug
            assert all(each.builds_on == slug and each.source for each in below), slug

    def test_of_several_variants_the_company_s_own_comes_first(self, shared: Services) -> None:
        slug = "increasing-triplet"
        first = shared.problems[f"{slug}--the-triplet"]
        asked = shared.problems["nms"].asked_by[0]
        other = first.model_copy(update={"slug": f"{slug}--other", "asked_by": (asked,)})
        parent = shared.problems[slug]
        follow_up = parent.follow_ups[1].model_copy(update={"variant": "other"})
        more = parent.model_copy(update={"follow_ups": (*parent.follow_ups, follow_up)})
        problems: dict[str, Problem] = {slug: more, first.slug: first, other.slug: other}
        for company, expected in ((asked.company, other.slug), ("影石 Insta360", first.slug)):
            bare = Plan(company=company, round="一面", questions=(question("q", problem=slug),))
            made = with_exercises(bare, Library([]), problems, seed=1, language="zh").questions[0]
            assert made.follow_ups[0].problem == expected
        assert [str(source) for source in made.follow_ups[0].source] == ["report.txt:1"]

    def test_a_report_s_follow_ups_on_the_same_code_are_no_tasks_of_their_own(self, shared: Services) -> None:
        """They used to be handed over as the same problem again."""
        seen = 0
        for found in shared.library.by_id.values():
            parent = shared.library.by_id.get(found.follows or "")
            if parent is None or not found.problem or found.problem.partition("--")[0] != parent.problem:
                continue
            child = question(found.id, problem=found.problem).model_copy(update={"rubric": found.rubric})
            bare = Plan(company="地平线", round="一面", questions=(question("q", child, problem=parent.problem),))
            made = with_exercises(bare, Library([]), shared.problems, seed=1, language="zh").questions[0]
            deeper = next(each for each in questions_of(bare.model_copy(update={"questions": (made,)}))[1:])
            assert deeper.problem != parent.problem
            seen += 1
        assert seen > 5


class TestVariantInAnInterview:
    """字节跳动's fourth round asks for an increasing triplet, and then for the three numbers themselves."""

    def test_from_the_problem_to_its_variant_and_the_scorecard(self, shared: Services) -> None:
        interview = begin(shared, "字节跳动", "四面", seed=1)
        hear(interview)
        while interview.problem is None:
            interview.answer("下一题")
            hear(interview)
        right = strong(interview)
        assert not isinstance(right, str)
        interview.submit(right.source)
        handed = said(interview)
        assert handed.move is Move.HAND_OVER_CODE
        assert handed.problem == "increasing-triplet--the-triplet"
        assert "19/19" in handed.text or "19 个用例" in handed.text
        assert "还要把那三个数返回" in handed.text

        variant = interview.problem
        assert variant is not None
        assert interview.submit(right.source).verdict is Verdict.WRONG_ANSWER
        told = said(interview)
        assert told.move is Move.DISCUSS_VERDICT
        assert "样例 1" in told.text
        interview.answer("提示一下")
        assert variant.hints[0].zh in said(interview).text
        better = strong(interview)
        assert not isinstance(better, str)
        assert interview.submit(better.source).verdict is Verdict.ACCEPTED
        talk = said(interview)
        assert talk.move is Move.FOLLOW_UP
        assert "为什么 O(n) 就够" in talk.text
        interview.answer("没听清")
        assert "为什么 O(n) 就够" in said(interview).text
        interview.answer("只要遍历一遍，维护最小值和次小值，遇到更大的就返回。时间复杂度 O(n)，空间 O(1)。")
        hear(interview)

        card = interview.scorecard()
        assert [(each.slug, each.verdict, each.attempts, each.hints) for each in card.problems] == [
            ("increasing-triplet", "accepted", 1, 0),
            ("increasing-triplet--the-triplet", "accepted", 2, 1),
        ]
        analysis = next(each for each in card.dimensions if each.dimension == "problem_analysis")
        assert analysis.evidence
        again = Interview.take_up(shared, interview.id)
        assert again.state == interview.state
        assert again.scorecard() == card

    def test_in_english(self, shared: Services) -> None:
        interview = begin(shared, "ByteDance", "round 4", language="en", seed=1)
        hear(interview)
        while interview.problem is None:
            interview.answer("next question")
            hear(interview)
        right = strong(interview)
        assert not isinstance(right, str)
        interview.submit(right.source)
        assert "if the three numbers have to be returned" in said(interview).text
