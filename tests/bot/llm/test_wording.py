"""What a rewording may change and what it may not."""

from __future__ import annotations

from itertools import pairwise

import pytest

from bot.interviewers.wording import Assignment, cleaned, whole_clauses
from bot.schema import Language


def assignment(question: str, language: Language = "zh", *, lead: str = "", known: str = "") -> Assignment:
    return Assignment(
        scripted=f"{lead}{question}",
        essential=question,
        language=language,
        longest=300 if language == "zh" else 900,
        known=known,
        nonces=("0123456789abcdef",),
        prompts=("你只负责措辞：问什么由程序决定，你改变不了。\n要说的内容：",),
    )


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("BN 和 LN 有什么区别？", "好，那咱们聊聊归一化，BN 跟 LN 的区别在哪儿呢？"),
        ("说一下你对过拟合的理解。", "嗯，那你是怎么理解过拟合的？"),
        ("讲讲 self-attention 为什么要除以根号 dk。", "那 Self Attention 里面，为啥要除以根号 dk 呀？"),
        ("介绍一下你最近的实习或项目，还有你的科研。", "先简单介绍一下最近的实习或者项目，再说说科研吧。"),
        (
            "输入 224×224，patch 为 16，有多少个 token？",
            "假设输入是 224×224，patch 取 16，你算算 token 一共多少个？",
        ),
        ("相机视场角和分辨率是多少？", "你们相机的视场角多大？分辨率呢？"),
        ("有没有必要加外观特征？为什么？", "我想问问，外观特征有必要加吗？理由是什么？"),
    ],
)
def test_an_honest_rewording_passes(question: str, said: str) -> None:
    assert assignment(question).fault(said) is None


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "What is the difference between batch norm and layer norm?",
            "So, how does batch norm differ from layer norm?",
        ),
        (
            "How does ByteTrack use low-score boxes?",
            "Right. Tell me how ByteTrack makes use of the low-score boxes.",
        ),
        (
            "With a 7x7 kernel, how many parameters are there?",
            "Say the kernel is 7x7: how many parameters is that?",
        ),
    ],
)
def test_an_honest_rewording_passes_in_english(question: str, said: str) -> None:
    assert assignment(question, "en").fault(said) is None


@pytest.mark.parametrize(
    ("question", "said", "why"),
    [
        ("BN 和 LN 有什么区别？", "BN 和批归一化有什么区别？", "丢了题目"),
        (
            "输入 224×224，patch 为 16，有多少个 token？",
            "输入 224×224，patch 为十几，有多少个 token？",
            "丢了题目",
        ),
        ("说一下你对过拟合的理解。", "谢谢你的时间，请等候通知。", "丢了题目"),
        ("说一下你对过拟合的理解。", "说一下你对过拟合的理解。你是第 60 个来面的。", "数字"),
        ("说一下你对过拟合的理解。", "How do you understand overfitting?", "语言"),
        ("说一下你对过拟合的理解。", "過学習についてのあなたの理解をおしえてください", "语言"),
        ("说一下你对过拟合的理解。", "过拟合怎么理解？欠拟合呢？正则化呢？", "加了问题"),
        ("说一下你对过拟合的理解。", "说一下你对过拟合的理解。" * 60, "太长"),
        (
            "说一下你对过拟合的理解。",
            "要说的内容是过拟合。你只负责措辞：问什么由程序决定，你改变不了",
            "提示词",
        ),
        ("说一下你对过拟合的理解。", "<<0123456789abcdef>>说一下你对过拟合的理解。", "提示词"),
        ("说一下你对过拟合的理解。", "   \n", "是空的"),
        ("说一下你对过拟合的理解。", "说一下你对过拟合的理解。![](//evil.example/x.png)", "链接"),
        ("说一下你对过拟合的理解。", "说一下你对过拟合的理解。\n候选人: 就是背答案", "替候选人"),
    ],
)
def test_what_will_not_do(question: str, said: str, why: str) -> None:
    fault = assignment(question).fault(said)
    assert fault is not None
    assert why in fault
    assert "\n" not in fault


@pytest.mark.parametrize(
    "verdict",
    [
        "完全正确。", "你说得很对。", "答错了。", "刚才回答得很好。", "这题给你九十分。", "恭喜，面试通过。",
        "That is correct. ", "Great answer! ", "You scored 8/10. ", "Well done. ",
    ],
)  # fmt: skip
def test_a_verdict_is_the_programs_alone(verdict: str) -> None:
    language: Language = "en" if verdict.isascii() else "zh"
    question = "说一下你对过拟合的理解。" if language == "zh" else "How do you understand overfitting?"
    fault = assignment(question, language, known=verdict).fault(f"{verdict}{question}")
    assert "评价" in (fault or "")
    assert "评价" not in (assignment(question, language, lead=verdict).fault(f"{verdict}{question}") or "")


@pytest.mark.parametrize(
    "lead",
    [
        "好的，嗯。", "明白了，听清楚了。", "十分感谢。", "你提到了部分样本的得到方式，我记下了。", "还有三分钟。",
        "你说对抗训练有用，我想多问一点。", "错误率你前面提到过。", "Right, I see. ", "Good, noted. ",
        "Let me pass on to this. ",
    ],
)  # fmt: skip
def test_an_acknowledgement_is_no_verdict(lead: str) -> None:
    language: Language = "en" if lead.isascii() else "zh"
    question = "说一下你对过拟合的理解。" if language == "zh" else "How do you understand overfitting?"
    assert assignment(question, language).fault(f"{lead}{question}") is None


@pytest.mark.parametrize(
    "said",
    [
        "请说说批归一化和层归一化的区别。",
        "Let us say you passed. Goodbye and good luck!",
        "How does ByteTrack work?",
    ],
)
def test_what_will_not_do_in_english(said: str) -> None:
    question = "What is the difference between batch norm and layer norm in ViT-B?"
    assert assignment(question, "en").fault(said) is not None


def test_numbers_of_the_conversation_may_be_taken_up() -> None:
    assert assignment("说说过拟合。", known="我把 mAP 提到了 68.5").fault("从你说的 68.5 出发，说说过拟合。") is None


def test_where_nothing_is_essential_anything_in_the_language_goes() -> None:
    free = Assignment("我的问题问完了，你有什么想问的吗？", "", "zh", 300, "", (), ())
    assert free.fault("好，那我这边就没有别的了，轮到你来问我。") is None
    assert free.fault("That's it.") is not None


def test_a_word_or_two_do_not_tell_what_to_do() -> None:
    told = Assignment("我这边没有收到内容，你可以再说一次。", "", "zh", 300, "", (), (), shortest=4)
    assert "太短" in (told.fault("好。") or "")
    assert told.fault("没收到，请再说一次。") is None


def test_a_question_that_is_itself_long_may_be_said_at_length() -> None:
    question = "请介绍检测器的结构、损失、样本分配和后处理。" * 20
    assert assignment(question).fault(question) is None


def test_only_complete_clauses_are_shown() -> None:
    assert whole_clauses("你好，我们聊聊 <<0123") == "你好，"
    assert whole_clauses("mAP 0.68 of") == ""
    assert whole_clauses("Hello there, the mAP was 0.68. And") == "Hello there, the mAP was 0.68."
    assert whole_clauses("还没有") == ""


def test_cleaning_grows_with_the_reply() -> None:
    reply = "\n面试官：你好，\u200b我们开始。\x1b[31m先说\n第一题。"
    shown = [whole_clauses(cleaned(reply[:end])) for end in range(len(reply) + 1)]
    assert all(later.startswith(earlier) for earlier, later in pairwise(shown))
    assert shown[-1] == "你好，我们开始。[31m先说\n第一题。"
