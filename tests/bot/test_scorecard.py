"""Totals are computed from verdicts; what could not be scored counts for nobody and against nobody."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.planned import Plan, PlannedQuestion
from bot.schema import (
    Answered,
    AnyEvent,
    CriterionScore,
    CriterionVerdict,
    Intent,
    Language,
    Move,
    QuestionScore,
    Recommendation,
    Said,
    Scorecard,
    Scored,
    Started,
    Submitted,
)
from bot.scorecard.build import FEWEST_SCORED, RECOMMENDATIONS, build_scorecard
from bot.scorecard.levels import LEVEL_STARTS, level_of
from bot.scoring import fraction_of
from corpus.report import Kind, Source
from rubrics.load import load_dimensions, load_rubrics
from rubrics.schema import DimensionName
from sandbox.library import load_problems
from sandbox.problem import JudgeResult, Verdict

CARDS = load_rubrics()
PROBLEMS = load_problems().problems
DIMENSIONS = load_dimensions()
FUNDAMENTALS = [slug for slug, card in CARDS.items() if card.dimension is DimensionName.FUNDAMENTALS]


class Sitting:
    """An interview told event by event: each question of a card, or each problem, and what came of it."""

    def __init__(self, language: Language = "zh") -> None:
        self.language = language
        self.questions: list[PlannedQuestion] = []
        self.events: list[AnyEvent] = []
        self.turn = 0

    def plan(
        self, rubric: str | None = None, problem: str | None = None, kind: Kind = Kind.FUNDAMENTALS
    ) -> PlannedQuestion:
        number = len(self.questions)
        question = PlannedQuestion(
            id=f"q{number}",
            kind=Kind.CODING if problem else kind,
            text=f"第 {number} 题",
            text_en=f"question {number}",
            said=f"第 {number} 题",
            company="地平线",
            round="一面",
            date="2022",
            source=(Source(file="report.txt", line=number + 1),),
            rubric=rubric,
            problem=problem,
        )
        self.questions.append(question)
        return question

    def say(self, move: Move, question: PlannedQuestion, criterion: str | None = None) -> None:
        self.turn += 1
        self.events.append(
            Said(
                turn=self.turn,
                move=move,
                text="…",
                question=question.id,
                problem=question.problem,
                criterion=criterion,
            )
        )

    def reply(self, text: str, intent: Intent = Intent.ANSWER) -> None:
        self.turn += 1
        self.events.append(Answered(turn=self.turn, text=text, intent=intent))

    def ask(
        self,
        rubric: str | None,
        verdict: CriterionVerdict | None,
        evidence: str = "原话",
        *,
        text: str = "…",
        kind: Kind = Kind.FUNDAMENTALS,
    ) -> PlannedQuestion:
        """A question whose points all got one verdict; None is an answer that could not be scored."""
        question = self.plan(rubric, kind=kind)
        self.say(Move.ASK, question)
        self.reply(text)
        card = CARDS.get(rubric or "")
        criteria = tuple(
            CriterionScore(
                criterion=point.id,
                point=point.point.zh,
                weight=point.weight,
                verdict=verdict,
                evidence=None if verdict == "none" else evidence,
            )
            for point in (card.criteria if card and verdict else ())
        )
        self.events.append(
            Scored(
                turn=self.turn,
                score=QuestionScore(
                    question_id=question.id,
                    rubric=rubric,
                    scorer="test",
                    fraction=fraction_of(criteria) if criteria else None,
                    criteria=criteria,
                    unscored=None if criteria else "听不懂",
                ),
            )
        )
        return question

    def code(self, slug: str, *results: tuple[Verdict, int, int]) -> PlannedQuestion:
        question = self.plan(problem=slug)
        self.say(Move.HAND_OVER_CODE, question)
        for verdict, passed, total in results:
            self.turn += 1
            result = JudgeResult(
                slug=slug, verdict=verdict, passed=passed, total=total, cases=(), isolation="none", seconds=0
            )
            self.events.append(Submitted(turn=self.turn, slug=slug, code="pass", result=result))
            self.say(Move.DISCUSS_VERDICT, question)
        return question

    def card(self, asked_by: Sequence[tuple[str, str]] = ()) -> Scorecard:
        plan = Plan(company="地平线", round="一面", questions=tuple(self.questions))
        started = Started(language=self.language, mode="real", seed=0, plan=plan)
        return build_scorecard([started, *self.events], CARDS, PROBLEMS, DIMENSIONS, lambda slug: asked_by)


def dimension(card: Scorecard, name: DimensionName) -> tuple[int | None, tuple[int, int] | None, str]:
    found = next(each for each in card.dimensions if each.dimension == name)
    return found.level, found.band, found.reason


def test_what_could_not_be_scored_is_no_zero() -> None:
    sitting = Sitting()
    for slug in FUNDAMENTALS[:3]:
        sitting.ask(slug, "full")
    alone = sitting.card()
    sitting.ask(FUNDAMENTALS[3], None)
    sitting.ask(None, None)
    with_unscored = sitting.card()
    assert alone.fraction == with_unscored.fraction == 1.0
    assert alone.recommendation == with_unscored.recommendation == Recommendation.STRONG_HIRE
    assert with_unscored.counts.asked == 5
    assert with_unscored.counts.scored == 3
    assert with_unscored.coverage == pytest.approx(3 / 5)
    assert [q.unscored for q in with_unscored.questions[3:]] == ["听不懂", "听不懂"]
    assert any("听不懂 ×2" in reason for reason in with_unscored.reasons)


def test_what_was_not_asked_does_not_count_against_anyone_but_lowers_the_coverage() -> None:
    sitting = Sitting()
    for slug in FUNDAMENTALS[:3]:
        sitting.ask(slug, "full")
    for slug in FUNDAMENTALS[3:6]:
        sitting.plan(slug)
    card = sitting.card()
    assert card.fraction == 1.0
    assert card.coverage == 0.5
    assert len(card.questions) == 3


def test_a_question_that_was_asked_and_never_answered_says_so() -> None:
    sitting = Sitting()
    sitting.say(Move.ASK, sitting.plan(FUNDAMENTALS[0]))
    sitting.say(Move.ASK, sitting.plan(None))
    answered, talked = sitting.card().questions
    assert answered.fraction is None
    assert "结束" in (answered.unscored or "")
    assert "不评分" in (talked.unscored or "")


@pytest.mark.parametrize("count", range(FEWEST_SCORED))
def test_too_little_evidence_gives_no_conclusion(count: int) -> None:
    sitting = Sitting()
    for slug in FUNDAMENTALS[:count]:
        sitting.ask(slug, "full")
    sitting.ask(FUNDAMENTALS[10], None)
    card = sitting.card()
    assert card.recommendation is Recommendation.NOT_ENOUGH_EVIDENCE
    assert str(count) in card.reasons[0]
    assert str(FEWEST_SCORED) in card.reasons[0]
    assert (card.fraction is None) == (count == 0)


@pytest.mark.parametrize(
    ("verdict", "recommendation"),
    [
        ("full", Recommendation.STRONG_HIRE),
        ("partial", Recommendation.LEAN_HIRE),
        ("none", Recommendation.STRONG_NO_HIRE),
        ("contradicted", Recommendation.STRONG_NO_HIRE),
    ],
)
def test_recommendations_follow_the_fraction(verdict: CriterionVerdict, recommendation: Recommendation) -> None:
    sitting = Sitting()
    for slug in FUNDAMENTALS[:FEWEST_SCORED]:
        sitting.ask(slug, verdict)
    assert sitting.card().recommendation is recommendation


def test_better_answers_never_get_a_worse_recommendation() -> None:
    order = [given for _, given in RECOMMENDATIONS]
    starts = [start for start, _ in RECOMMENDATIONS]
    assert starts == sorted(starts, reverse=True)
    got = []
    for full in range(7):
        sitting = Sitting()
        for number, slug in enumerate(FUNDAMENTALS[:6]):
            sitting.ask(slug, "full" if number < full else "none")
        got.append(order.index(sitting.card().recommendation))
    assert got == sorted(got, reverse=True)


@given(st.floats(0, 1), st.floats(0, 1))
def test_levels_ascend_with_the_fraction(one: float, other: float) -> None:
    assert 1 <= level_of(one) <= len(LEVEL_STARTS)
    if one <= other:
        assert level_of(one) <= level_of(other)


def test_a_band_contains_its_level_and_narrows_with_more_answers() -> None:
    widths = []
    for count in (1, 8):
        sitting = Sitting()
        for slug in FUNDAMENTALS[:count]:
            sitting.ask(slug, "partial")
        level, band, reason = dimension(sitting.card(), DimensionName.FUNDAMENTALS)
        assert level is not None
        assert band is not None
        assert band[0] <= level <= band[1]
        assert str(count) in reason
        widths.append(band[1] - band[0])
    assert widths[1] < widths[0]


def test_a_dimension_that_nothing_was_asked_on_has_no_level_and_says_why() -> None:
    sitting = Sitting()
    sitting.ask(FUNDAMENTALS[0], "full")
    card = sitting.card()
    assert {each.dimension for each in card.dimensions} == set(DimensionName)
    for each in card.dimensions:
        assert each.title
        assert each.reason
        assert (each.level is None) == (each.dimension != DimensionName.FUNDAMENTALS)
        assert (each.band is None) == (each.level is None)


def test_a_level_shows_words_it_rests_on() -> None:
    sitting = Sitting()
    sitting.ask(FUNDAMENTALS[0], "full", evidence="LN 在特征维上统计")
    found = next(d for d in sitting.card().dimensions if d.dimension == DimensionName.FUNDAMENTALS)
    assert found.evidence == "LN 在特征维上统计"
    assert sitting.card().strengths == ("LN 在特征维上统计",)


def test_no_accepted_code_caps_the_recommendation() -> None:
    sitting = Sitting()
    for slug in FUNDAMENTALS[:6]:
        sitting.ask(slug, "full")
    sitting.code("nms", (Verdict.WRONG_ANSWER, 17, 18))
    card = sitting.card()
    assert card.fraction is not None
    assert card.fraction > 0.8
    assert card.recommendation is Recommendation.LEAN_NO_HIRE
    assert any("0/1" in reason or "没有一道通过" in reason for reason in card.reasons)


def test_accepted_code_lifts_the_cap_and_the_best_attempt_counts() -> None:
    sitting = Sitting()
    for slug in FUNDAMENTALS[:6]:
        sitting.ask(slug, "full")
    sitting.code("nms", (Verdict.RUNTIME_ERROR, 0, 18), (Verdict.ACCEPTED, 18, 18), (Verdict.WRONG_ANSWER, 3, 18))
    card = sitting.card()
    assert card.recommendation is Recommendation.STRONG_HIRE
    assert card.problems[0].verdict == "accepted"
    assert card.problems[0].attempts == 3
    level, _, reason = dimension(card, DimensionName.CODING)
    assert level == 3, "right, but not the first time"
    assert "1" in reason


def test_refused_code_is_worth_at_most_half_of_accepted_code() -> None:
    sitting = Sitting()
    sitting.code("nms", (Verdict.TIME_LIMIT, 17, 18))
    nearly = sitting.card().fraction
    assert nearly is not None
    assert 0.4 < nearly <= 0.5


@pytest.mark.parametrize("results", [(), ((Verdict.INTERNAL_ERROR, 0, 18),)])
def test_no_code_and_a_broken_judge_are_unscored(results: tuple[tuple[Verdict, int, int], ...]) -> None:
    sitting = Sitting()
    for slug in FUNDAMENTALS[:3]:
        sitting.ask(slug, "full")
    sitting.code("nms", *results)
    card = sitting.card()
    assert card.fraction == 1.0
    assert card.recommendation is Recommendation.STRONG_HIRE
    assert card.problems[0].verdict is None
    assert card.problems[0].attempts == 0
    assert card.counts.scored == 3
    assert dimension(card, DimensionName.CODING)[0] is None


@pytest.mark.parametrize(("intent", "scored"), [(Intent.DONT_KNOW, True), (Intent.SKIP, False), (Intent.ANSWER, False)])
def test_turning_a_problem_down_is_no_better_than_failing_it(intent: Intent, scored: bool) -> None:
    sitting = Sitting()
    for slug in FUNDAMENTALS[:6]:
        sitting.ask(slug, "full")
    sitting.code("nms")
    sitting.reply("不写", intent)
    card = sitting.card()
    assert card.recommendation is Recommendation.LEAN_NO_HIRE
    assert any("没有一道通过" in reason for reason in card.reasons)
    assert card.problems[0].verdict is None
    assert card.problems[0].gave_up == scored
    assert (card.problems[0].unscored is None) == scored
    assert card.fraction == pytest.approx(6 / 7 if scored else 1.0)
    assert (dimension(card, DimensionName.CODING)[0] == 1) == scored


def test_code_accepted_the_first_time_shows_more_than_code_that_took_hints() -> None:
    levels, fractions = [], []
    for hints, refused in ((0, 0), (0, 1), (1, 0)):
        sitting = Sitting()
        problem = sitting.code("nms", *[(Verdict.WRONG_ANSWER, 3, 18)] * refused, (Verdict.ACCEPTED, 18, 18))
        for _ in range(hints):
            sitting.say(Move.HINT, problem)
        card = sitting.card()
        levels.append(dimension(card, DimensionName.CODING)[0])
        fractions.append(card.fraction)
    assert levels == [4, 3, 2]
    assert fractions == [1.0, 1.0, 0.75]


def test_two_numbers_for_the_same_thing_veto_with_both_quotes() -> None:
    sitting = Sitting()
    for slug in FUNDAMENTALS[:6]:
        sitting.ask(slug, "full")
    assert sitting.card().recommendation is Recommendation.STRONG_HIRE
    for number in ("30000", "5000"):
        text = f"手部检测训练集一共 {number} 张。"
        sitting.ask("project-facts", "full", text=text, kind=Kind.RESUME_PROJECT)
    card = sitting.card()
    assert card.recommendation is Recommendation.NO_HIRE
    veto = next(reason for reason in card.reasons if "一票否决" in reason)
    assert "手部检测训练集一共 30000 张" in veto
    assert "手部检测训练集一共 5000 张" in veto
    honesty = next(d for d in card.dimensions if d.dimension == DimensionName.HONESTY)
    assert (honesty.level, honesty.band, honesty.evidence) == (2, (1, 2), "手部检测训练集一共 5000 张")


def test_honesty_is_not_rated_without_a_contradiction() -> None:
    sitting = Sitting()
    for slug in FUNDAMENTALS[:6]:
        sitting.ask(slug, "none", text="不知道，这部分不是我做的。")
    assert dimension(sitting.card(), DimensionName.HONESTY)[:2] == (None, None)


def test_strengths_come_from_different_questions_the_best_answered_first() -> None:
    sitting = Sitting()
    sitting.ask(FUNDAMENTALS[0], "partial", evidence="一半")
    sitting.ask(FUNDAMENTALS[1], "full", evidence="整句")
    sitting.ask(FUNDAMENTALS[2], "full", evidence="另一句")
    assert sitting.card().strengths == ("整句", "另一句")


def test_hints_and_contradictions_are_told() -> None:
    sitting = Sitting()
    for slug in FUNDAMENTALS[:2]:
        sitting.ask(slug, "full")
    wrong = sitting.ask("layernorm-vs-batchnorm", "contradicted")
    sitting.say(Move.HINT, wrong, criterion="axis")
    sitting.say(Move.HINT, wrong)  # asked for one where there was none left
    card = sitting.card()
    assert card.questions[2].hints == 1
    points = len(CARDS["layernorm-vs-batchnorm"].criteria)
    assert any("说反" in reason and str(points) in reason for reason in card.reasons)
    assert any("1 次提示" in reason for reason in card.reasons)


def test_the_study_list_names_the_worst_first_with_the_points_and_who_asks_them() -> None:
    sitting = Sitting()
    sitting.ask(FUNDAMENTALS[0], "full")
    sitting.ask(FUNDAMENTALS[1], "partial")
    bad = sitting.ask("layernorm-vs-batchnorm", "none")
    sitting.code("nms", (Verdict.WRONG_ANSWER, 16, 18))
    study = sitting.card(
        asked_by=[("there-1", "旷视"), ("there-2", "旷视"), ("there-3", "商汤"), ("here", "地平线")]
    ).study
    assert [item.topic for item in study] == [
        CARDS["layernorm-vs-batchnorm"].title.zh,
        PROBLEMS["nms"].title.zh,
        CARDS[FUNDAMENTALS[1]].title.zh,
    ]
    assert study[0].questions == (bad.id, "here", "there-1", "there-3", "there-2")
    assert study[0].companies == ("地平线", "旷视", "商汤")
    for point in CARDS["layernorm-vs-batchnorm"].criteria:
        assert point.point.zh.rstrip("。") in study[0].why
    assert "。；" not in study[0].why


def test_nothing_to_study_after_a_perfect_interview() -> None:
    sitting = Sitting()
    for slug in FUNDAMENTALS[:4]:
        sitting.ask(slug, "full")
    sitting.code("nms", (Verdict.ACCEPTED, 18, 18))
    assert sitting.card().study == ()


def test_an_interview_that_has_only_begun_has_an_empty_scorecard() -> None:
    sitting = Sitting()
    sitting.plan(FUNDAMENTALS[0])
    card = sitting.card()
    assert card.fraction is None
    assert card.coverage == 0
    assert card.recommendation is Recommendation.NOT_ENOUGH_EVIDENCE
    assert card.questions == ()
    assert card.study == ()


def test_flags_of_answers_reach_the_scorecard() -> None:
    sitting = Sitting()
    question = sitting.ask(FUNDAMENTALS[0], "full")
    event = sitting.events[-1]
    assert isinstance(event, Scored)
    sitting.events.append(event.model_copy(update={"score": event.score.model_copy(update={"flags": ("injection",)})}))
    assert sitting.card().flags == ("injection",)
    assert sitting.card().questions[0].id == question.id


def test_in_english_the_scorecard_speaks_english() -> None:
    sitting = Sitting("en")
    for slug in FUNDAMENTALS[:2]:
        sitting.ask(slug, "none")
    sitting.ask(FUNDAMENTALS[2], "contradicted", evidence="a quote")
    sitting.code("nms", (Verdict.WRONG_ANSWER, 1, 18))
    card = sitting.card()
    spoken = [
        *card.reasons,
        *(d.title + d.reason for d in card.dimensions),
        *(s.topic + s.why for s in card.study),
    ]
    assert not [text for text in spoken if any("\u3000" <= c <= "\u9fff" or c >= "\uff00" for c in text)]


def test_a_concept_asked_about_twice_counts_once_with_what_was_said_to_both() -> None:
    first, second, *_ = FUNDAMENTALS
    sitting = Sitting()
    sitting.ask(first, "none")
    sitting.ask(first, "full")
    sitting.ask(second, "none")
    card = sitting.card()
    assert card.fraction == pytest.approx(0.5)
    assert card.counts.scored == 3
