"""How answers were given is rated by what the text shows: to the point, point by point, in another way."""

from __future__ import annotations

import pytest

from bot.schema import AnyEvent, CriterionScore, CriterionVerdict, Intent, Move, QuestionScore, Scored
from bot.scorecard.communication import Manner, manners
from bot.scorers.text import spoken
from tests.bot.test_scorecard import FUNDAMENTALS, Sitting


def scored(sitting: Sitting, question: str, evidence: str | None, *flags: str) -> AnyEvent:
    verdict: CriterionVerdict = "full" if evidence else "none"
    criterion = CriterionScore(criterion="point", weight=1, verdict=verdict, evidence=evidence)
    return Scored(
        turn=sitting.turn,
        score=QuestionScore(
            question_id=question,
            rubric="card",
            scorer="test",
            fraction=1.0 if evidence else 0.0,
            criteria=(criterion,),
            flags=flags,
        ),
    )


def given(*answers: tuple[str, str | None], intent: Intent = Intent.ANSWER) -> tuple[Manner, ...]:
    """How a question was answered; each answer with the words in it that score."""
    sitting = Sitting()
    question = sitting.plan(FUNDAMENTALS[0])
    sitting.say(Move.ASK, question)
    for text, evidence in answers:
        sitting.reply(text, intent)
        sitting.events.append(scored(sitting, question.id, evidence))
        sitting.say(Move.PROBE, question, "point")
    return manners(sitting.events)


@pytest.mark.parametrize(
    ("level", "answer", "evidence"),
    [
        (1, "今天天气很好。我喜欢打篮球。", None),
        (2, "BN 依赖 batch", "BN 依赖 batch"),
        (2, "这个问题我之前在项目里面也碰到过的。当时查了很多资料。BN 依赖 batch。", "BN 依赖 batch"),
        (3, "BN 依赖 batch。它在训练时统计均值和方差。", "BN 依赖 batch"),
        (3, "我分析一下。BN 依赖 batch。它统计均值和方差。", "BN 依赖 batch"),
        (4, "BN 依赖 batch。首先它按通道统计，其次推理时用滑动平均。", "BN 依赖 batch"),
        (4, "BN 依赖 batch。它能加速收敛，不足是 batch 小时统计不准。", "BN 依赖 batch"),
        (4, "BN 依赖 batch。相当于用一批样本估计总体的均值。", "BN 依赖 batch"),
        (5, "BN 依赖 batch。缺点是 batch 小时不准。比如检测里每卡两张图，就换成 GN。", "BN 依赖 batch"),
        (4, "BN depends on the batch. The drawback is noise with small batches.", "BN depends on the batch"),
        (5, "BN depends on the batch. However, it is noisy. For example, with two images a card.", "BN depends on"),
    ],
)
def test_an_answer_has_the_level_whose_behaviour_it_shows(level: int, answer: str, evidence: str | None) -> None:
    (manner,) = given((answer, evidence))
    assert manner.level == level
    assert manner.quote in spoken(answer)


def test_what_only_a_follow_up_brought_out_took_prompting() -> None:
    (manner,) = given(("我们当时用得挺多的。效果也不错。", None), ("BN 依赖 batch。统计均值和方差。", "BN 依赖 batch"))
    assert manner.level == 2


def test_who_says_they_do_not_know_is_not_rated_for_how_they_said_it() -> None:
    assert given(("不会", None), intent=Intent.DONT_KNOW) == ()


def test_nothing_said_is_nothing_rated() -> None:
    sitting = Sitting()
    sitting.ask(FUNDAMENTALS[0], None)
    assert manners(sitting.events) == ()
