"""A question that no card fits, with an answer in its report: the interview compares with that answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.assessment import review_of, score_answer
from bot.interview import Interview
from bot.linking import reference_of
from bot.schema import Language, Mode, Move, QuestionScore, Said, Scored
from bot.services import Services
from bot.state import questions_of
from corpus.report import Answer, Kind, Question
from tests.bot.candidates import hear
from tests.bot.test_own_reports import ingest

ASKED = "相机标定板为什么用棋盘格而不是圆点？"
RECORDED = "棋盘格角点的检测精度高，不受透视畸变影响；圆点的圆心投影后会偏。"
REPORT = f"# 秋招\n\n## 一面 2023-05-06\n\n1. {ASKED}\n   答：{RECORDED}\n2. 你期望的薪资是多少？\n   答：三十万。\n"


@pytest.fixture
def own(services: Services, tmp_path: Path) -> Services:
    file = tmp_path / "mine.md"
    file.write_text(REPORT, encoding="utf-8")
    ingest(services, file)
    return services


def at_question(services: Services, mode: Mode = "real", language: Language = "zh") -> Interview:
    """An interview in which the question with the recorded answer was just put."""
    interview = Interview.begin(
        services, company="星尘视觉", round_name="一面", seed=1, report="mine.md", mode=mode, language=language
    )
    hear(interview)
    while interview.state.current is None or interview.state.current.text != ASKED:
        interview.answer("下一题" if language == "zh" else "next question")
        hear(interview)
    return interview


def scored(interview: Interview) -> QuestionScore:
    return [event.score for event in interview.events if isinstance(event, Scored)][-1]


def test_the_plan_keeps_the_recorded_answer_of_questions_without_a_card(own: Services) -> None:
    interview = at_question(own)
    planned = {question.text: question for question in questions_of(interview.started.plan)}
    assert planned[ASKED].reference == RECORDED
    assert all(not question.reference for question in planned.values() if question.rubric or question.kind is Kind.HR)


def test_an_answer_is_compared_with_it_and_no_probe_follows(own: Services) -> None:
    interview = at_question(own)
    interview.answer("角点检测精度更高，而且不受透视畸变的影响。")
    said = hear(interview)
    score = scored(interview)
    assert (score.scorer, score.rubric) == ("reference", None)
    assert score.fraction is not None
    assert 0.2 < score.fraction < 1
    assert all(c.evidence in "角点检测精度更高,而且不受透视畸变的影响。" for c in score.criteria if c.evidence)
    assert said is not None
    assert said.move not in (Move.PROBE, Move.CHALLENGE, Move.CLARIFY)
    card = review_of(own, interview.id).scorecard
    question = next(question for question in card.questions if question.text == ASKED)
    assert question.fraction == score.fraction
    assert card.fraction == pytest.approx(score.fraction)
    assert "reference" in card.flags


def test_practice_tells_what_was_said_and_missed_and_shows_the_recorded_answer(own: Services) -> None:
    interview = at_question(own, "practice")
    interview.answer("角点的检测精度高。")
    told = hear(interview)
    assert told is not None
    assert told.feedback is not None
    assert "角点的检测精度高" in told.feedback
    assert "圆心投影后会偏" in told.feedback

    again = at_question(own, "practice")
    again.answer("参考答案")
    shown = hear(again)
    assert isinstance(shown, Said)
    assert shown.move is Move.MODEL_ANSWER
    assert RECORDED in shown.text
    assert "不一定对" in shown.text


def test_not_knowing_is_worth_nothing_and_another_language_is_unscored(own: Services) -> None:
    interview = at_question(own)
    interview.answer("不知道")
    hear(interview)
    assert scored(interview).fraction == 0

    english = at_question(own, language="en")
    english.answer("Because the corners can be located with much better precision than the centres of dots.")
    hear(english)
    assert scored(english).fraction is None
    assert "language" in (scored(english).unscored or "")


def test_a_question_that_was_never_answered_says_so(own: Services) -> None:
    interview = at_question(own)
    question = next(q for q in interview.scorecard().questions if q.text == ASKED)
    assert "结束" in (question.unscored or "")


def test_scoring_by_id_uses_it_and_a_given_reference_goes_before_everything(own: Services) -> None:
    question = next(question for question in own.library.by_id.values() if question.text == ASKED)
    assert score_answer(own, None, question.id, RECORDED, "zh").scorer == "reference"
    card = "BN 和 LN 有什么区别？"
    assert score_answer(own, card, None, "不知道", "zh").scorer == "lexical"
    assert score_answer(own, card, None, "不知道", "zh", "随便什么参考。").scorer == "reference"


@pytest.mark.parametrize(
    ("kind", "rubric", "by", "expected"),
    [
        (Kind.FUNDAMENTALS, None, ("candidate", "interviewer", "report"), "interviewer"),
        (Kind.BRAIN_TEASER, None, ("candidate", "report"), "report"),
        (Kind.OPEN_QUESTION, None, ("candidate",), "candidate"),
        (Kind.FUNDAMENTALS, "batchnorm", ("interviewer",), ""),
        (Kind.RESUME_PROJECT, None, ("interviewer",), ""),
        (Kind.HR, None, ("candidate",), ""),
        (Kind.FUNDAMENTALS, None, (), ""),
    ],
)
def test_whose_answer_is_compared_with(kind: Kind, rubric: str | None, by: tuple[str, ...], expected: str) -> None:
    question = Question.model_validate(
        {
            "id": "q",
            "company": "星尘视觉",
            "round": "一面",
            "date": None,
            "kind": kind,
            "text": "？",
            "source": (),
            "rubric": rubric,
            "answers": [Answer.model_validate({"by": each, "text": each}) for each in by],
        }
    )
    assert reference_of(question) == expected
