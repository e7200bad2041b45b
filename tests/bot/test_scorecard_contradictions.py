"""The veto rests on two quoted numbers that cannot both hold; everything short of that is passed over."""

from __future__ import annotations

import pytest

from bot.mismatch import Mismatch
from bot.planned import Plan, PlannedQuestion
from bot.schema import Answered, AnyEvent, Intent, Move, Said, Started
from bot.scorecard.contradictions import contradictions
from corpus.report import Kind, Source


def question(number: int, kind: Kind, asked: str) -> PlannedQuestion:
    return PlannedQuestion(
        id=f"q{number}",
        kind=kind,
        text="…",
        text_en="…",
        said=asked,
        company="地平线",
        round="一面",
        date=None,
        source=(Source(file="report.txt", line=number + 1),),
    )


def told(
    *answers: str,
    asked: str = "具体说说。",
    kind: Kind = Kind.RESUME_PROJECT,
    one_project: bool = True,
) -> tuple[Mismatch, ...]:
    """What contradicts in answers to a question and its follow-ups, or to questions of their own."""
    numbers = range(len(answers))
    if one_project:
        first, *deeper = (question(number, kind, asked) for number in numbers)
        mains = [first.model_copy(update={"follow_ups": tuple(deeper)})]
    else:
        mains = [question(number, kind, asked) for number in numbers]
    plan = Plan(company="地平线", round="一面", questions=tuple(mains))
    events: list[AnyEvent] = [Started(language="zh", mode="real", seed=0, plan=plan)]
    for number, answer in enumerate(answers):
        opening = "你好，今天大概 40 分钟，我们从第一个问题开始。"
        events.append(Said(turn=2 * number + 1, move=Move.ASK, text=f"{opening}{asked}", question=f"q{number}"))
        events.append(Answered(turn=2 * number + 2, text=answer, intent=Intent.ANSWER))
    return contradictions(events)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("我们的训练集一共 3 万张图片。", "训练集有 5000 张。"),
        ("训练集一共 3 万张，都是我标的。", "训练集有 5000 张，标得很细。"),
        ("我负责检测。训练数据大概有 12000 条，是我标的。", "用了 2 千条训练数据。"),
        ("模型大小是 12MB。", "模型大小大概 48 兆。"),
        ("mAP 是 0.76。", "mAP 达到 62%。"),
        ("延迟大约 20ms。", "延迟是 0.1 秒。"),
        ("团队一共 3 个人。", "我们团队有 10 个人。"),
        ("The training set had 30k images.", "We had 8,000 images in the training set."),
        ("The model size is 12 MB.", "the model size was about 40MB"),
    ],
)
def test_two_bare_numbers_for_the_same_thing_contradict(earlier: str, later: str) -> None:
    found = told(earlier, "然后就是训练。", later)
    assert len(found) == 1
    assert found[0].earlier.quote in earlier
    assert found[0].later.quote in later
    assert (found[0].earlier.turn, found[0].later.turn) == (2, 6)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("训练集一共 3 万张。", "训练集大概 28000 张。"),  # the same, rounded
        ("训练集有 3 万张图片。", "训练集一共 30000 张。"),  # the same, written out
        ("延迟是 20ms。", "延迟大约 0.02 秒。"),  # the same, in another unit
        ("训练集一共 3 万张。", "测试集一共 2000 张。"),  # another part of the data
        ("数据集有 3 万张图片。", "数据集有 5 类。"),  # another count of it
        ("训练集一共 3 万张。", "清洗以后，训练集是 2 万张。"),  # told as a change
        ("mAP 是 62%。", "蒸馏之后 mAP 是 70%。"),  # an improvement
        ("mAP 是 62%。", "mAP 从 62% 提升到了 70%。"),
        ("检测的 mAP 是 70%。", "人脸的 mAP 是 92%。"),  # of something else
        ("延迟是 20ms。", "骁龙 660 上延迟是 60ms。"),  # on another device
        ("量化前延迟是 60ms。", "延迟是 20ms。"),
        ("准确率是 95%。", "准确率要求是 99%。"),  # a goal
        ("团队一共 10 个人。", "团队里每人大概 2 个人的活。"),
        ("训练集一共 3 万张。", "说错了，训练集一共 5000 张。"),  # put right unasked
        ("训练集一共 3 万张。", "我刚才说的不准确，更正一下，训练集是 5000 张。"),
        ("训练集一共 3 万张。", "记不清了，训练集可能是 5000 张。"),  # no claim
        ("训练集一共 3 万张。", "另一个项目的训练集一共 5000 张。"),  # another project
        ("训练集一共 3 万张。", "训练集至少要 5000 张才够。"),  # a bound
        ("训练集一共 3 万张。", "训练集是 5000 张吗？"),  # a question
        ("模型大小是 12MB。", "teacher 的模型大小是 48MB。"),  # another model
        ("帧率是 30 帧。", "帧率要是到 60 帧就更好了。"),
        ("The training set had 30k images.", "After cleaning, the training set had 12k images."),
        ("Latency is 20 ms.", "On the phone, latency is 60 ms."),
        ("延迟是 20ms。", "延迟是 60ms，是在手机上测的。"),
        ("延迟是 20ms。", "手机端也测过。延迟是 60ms。"),
        ("mAP 是 0.62。", "mAP 是 63%。"),  # within a rounding
        ("参数量是 25M。", "参数量大概 2500 万。"),
        ("数据集是 2017 年的。", "数据集是 2019 年更新的。"),
    ],
)
def test_honest_answers_that_look_like_it_do_not(earlier: str, later: str) -> None:
    assert told(earlier, later) == ()
    assert told(later, earlier) == () or "错" in later or "更正" in later


def test_what_was_put_right_stays_right() -> None:
    assert told("训练集一共 3 万张。", "我说错了，训练集一共 5000 张。", "训练集就是 5000 张。") == ()


def test_numbers_of_two_projects_are_compared_only_where_both_are_named() -> None:
    assert told("训练集一共 3 万张。", "训练集一共 5000 张。", one_project=False) == ()
    assert told("手部检测训练集一共 3 万张。", "发丝抠图训练集一共 5000 张。", one_project=False) == ()
    assert len(told("手部检测训练集一共 3 万张。", "手部检测的训练集有 5000 张。", one_project=False)) == 1


def test_knowledge_is_no_statement_about_oneself() -> None:
    assert told("参数量是 25M。", "参数量是 138M。", kind=Kind.FUNDAMENTALS) == ()


def test_a_question_about_something_else_gives_the_number_another_meaning() -> None:
    assert told("延迟是 60ms。", "延迟是 20ms。", asked="量化以后延迟是多少？") == ()


def test_two_numbers_in_one_answer_are_left_to_a_person() -> None:
    assert told("训练集一共 3 万张。训练集一共 5000 张。") == ()


def test_no_model_answer_contradicts_itself_or_another_one() -> None:
    from rubrics.load import load_rubrics

    cards = [card for card in load_rubrics().values() if card.slug.startswith(("project-", "self-", "experience-"))]
    assert cards
    for language in ("zh", "en"):
        assert told(*(card.model_answer.in_language(language) for card in cards)) == ()
