"""How many questions a careful reader finds: labels, quotes, links and descriptions are none, enumerations several."""

from __future__ import annotations

import pytest

from corpus.parse import parse_text


def asked(text: str) -> list[str]:
    return [q.text for part in parse_text(text, "a.md").report.rounds for q in part.questions]


def test_numbers_before_a_full_width_comma() -> None:
    assert asked("# 百度 一面\n1，普通卷积的计算量\n\n2，手写 NMS\n") == ["普通卷积的计算量", "手写 NMS"]
    assert len(asked("# 百度 一面\n- 讲讲 BN\n3,4月投的简历，很久才有回音\n")) == 1


def test_bullet_without_blank() -> None:
    assert asked("# 百度 一面\n- 讲讲 BN\n-新建一个列表后内存怎么分配\n") == ["讲讲 BN", "新建一个列表后内存怎么分配"]


def test_report_that_quotes_its_questions() -> None:
    quoted = "# 百度 一面\n> 自我介绍\n\n> PCA 的原理\n[PCA 详解](https://example.com/a)\n\n> 进程间通信\n"
    assert asked(quoted) == ["自我介绍", "PCA 的原理", "进程间通信"]


def test_quotes_below_questions_are_answers() -> None:
    text = "# 百度 一面\n讲一讲跳表吧。。。\n\n> 简要介绍了一下结构。\n\n和 B 树的区别？\n\n> 讲了讲磁盘。\n"
    assert asked(text) == ["讲一讲跳表吧。", "和 B 树的区别？"]


@pytest.mark.parametrize(
    ("items", "questions"),
    [
        ("- linux 命令：\n  - 怎么数文件\n  - 怎么看磁盘\n", 2),
        ("- 八股\n  - 虚函数\n  - 内联\n", 2),
        ("- CF 的特点：\n  - 优点：快\n  - 缺点：冷启动\n", 1),
        ("- 无手撕，多八股\n  - softmax 的梯度\n  - BN 的参数量\n", 2),
        ("- 算法题2：连连看\n  - 给定一个 N x M 的数组，0 表示空格\n  - 要求在 O(NM) 内找到一条连线\n", 1),
        ("- **考察范围**：Android、网络、SQL\n- 讲讲 BN\n", 1),
        ("- 面试官是做高精地图的，很和气\n- 讲讲 BN\n", 1),
        ("1、手撕代码：单调栈（C++环境）\n\n有一个序列，求每个数左边第一个大于它的数，没有就输出 -1。\n", 1),
        ("1. 自我介绍、项目介绍\n", 2),
        ("1. 超多八股：多态、智能指针、内存结构、设计模式\n", 4),
        ("1. AMCL 和 MCL 的区别、GMAPPING 的原理\n", 2),
        ("1. 幻觉现象、原因、缓解方法\n", 1),
        ("1. 决策树的划分标准，回归树的划分标准\n", 2),
        ("1. ppo 对 trpo 的改进，ppo 的两个版本\n", 2),
        ("1. XGBoost 的细节，与 gbdt 的区别\n", 1),
        ("1. 几种检测器的思想，各自的结构\n", 1),
        ("1. 讲了模型训练的过程，我的改进\n", 1),
    ],
)
def test_items(items: str, questions: int) -> None:
    assert len(asked(f"# 百度 二面\n{items}")) == questions, asked(f"# 百度 二面\n{items}")


def test_timeline_and_numbered_sections_ask_nothing() -> None:
    text = "# 百度\n## Timing\n- D+3: resume\n## 一面\n## 1. 项目\n* 你们怎么标数据？\n## 2. BN 是什么\n归一化。\n"
    assert asked(text) == ["你们怎么标数据？", "BN 是什么"]


def test_each_step_of_a_tale_gives_what_was_asked() -> None:
    text = (
        "# 百度\n## 一面\n"
        "面试首先自我介绍，然后让我讲第一个项目，我就讲了讲背景，这块没有准备，之后问我怎么评估的，我说看召回率。\n\n"
        "然后问浅拷贝和深拷贝有什么区别，这块大致说了下。\n\n"
        "然后是反问，我就问了问他们部门做什么，这块大致讲了讲，就结束了。\n\n"
        "感觉这次还行，我也没有准备，就当练手了。\n"
    )
    assert asked(text) == ["自我介绍", "讲第一个项目", "怎么评估的", "浅拷贝和深拷贝有什么区别", "反问"]


def test_row_of_short_clauses_behind_a_round() -> None:
    text = "# 百度\n一面：逆序对数量（归并排序）。GBDT 原理，优化函数介绍，bn 层，交叉熵原理。\n"
    assert len(asked(text)) == 5


def test_a_report_without_line_breaks_is_read_list_by_list() -> None:
    text = (
        "快手一面面经\n本人双非，第一次面试，有点紧张。 项目 1. 数据是怎么标的？ 2. 难例怎么挑？ 3. 上线后掉点了吗？ "
        "基础 1. 什么是 BN 2. NMS 的复杂度 手撕 1. 反转链表\n"
    )

    questions = [q for part in parse_text(text, "a.txt").report.rounds for q in part.questions]

    assert len(questions) == 6
    assert {(q.company, q.round) for q in questions} == {("快手", "一面")}


def test_verdict_below_a_list_of_bare_topics_leaves_them_questions() -> None:
    text = "百度 一面\n\n### 项目\n\n渲染管线\n延迟渲染\n\n### 八股\n\n四元数\n法线贴图\n\n总结：凉了\n"
    assert asked(text) == ["渲染管线", "延迟渲染", "四元数", "法线贴图"]


def test_line_that_announces_the_questions_is_none() -> None:
    text = "百度 一面\n\n问了以下问题：\nCTC 的原理\n如何做流式识别\n手写快排\n"
    assert asked(text) == ["CTC 的原理", "如何做流式识别", "手写快排"]


def test_a_report_that_one_line_holds_may_have_numbers_of_two_parts() -> None:
    told = "这里写了很多自己的经历，" * 60
    text = (
        f"作者：某人\n来源：知乎\n发布于 2024-01-26\n\n腾讯大模型算法实习生面试题 面试轮数：第一轮 {told}面试过程"
        "1. 自我介绍2. 技术问题2.1 什么是 BN?2.2 BN 和 LN 的区别是什么?参考：https://example.com/a2.3 手写 NMS"
        "3. 有什么想问的\n\n总结：还不错\n"
    )
    questions = [question for part in parse_text(text, "a.md").report.rounds for question in part.questions]
    assert {(question.company, question.round) for question in questions} == {("腾讯", "一面")}
    assert len(questions) == 5
