"""Reading other people's reports. Those below are made up for these tests, one for each way of writing."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.parse import ParsedReport, ParseError, parse_text
from corpus.report import Kind, Question


def questions(parsed: ParsedReport) -> list[Question]:
    return [question for round_ in parsed.report.rounds for question in round_.questions]


def texts(parsed: ParsedReport) -> list[str]:
    return [question.text for question in questions(parsed)]


def places(parsed: ParsedReport) -> set[tuple[str, str, str | None]]:
    return {(q.company, q.round, q.date) for q in questions(parsed)}


BLOG = """\
---
layout: post
date: 2021-09-01
author: somebody
---

# 秋招

## 蔚来（拿到 offer）

> someone@example.com

听说部门做感知

### 9.12 一面

面试官人很和善

1. 自我介绍
2. 项目里的数据集有多大？有统计过每个类别的数量吗？
3. 怎样缓解过拟合？回答：数据增强，正则化，面试官问我早停为什么有用？没答上来
4. 进程和线程的区别（讲了资源）
5. 如果只有一块显卡，怎么增大 batch？回答：

   1. 梯度累积
   2. 混合精度

6. 编程题：用 numpy 实现池化

    ```python
    x: (N, C, H, W)
    ```

7. 然后面试官觉得我还行，介绍了一下组里的事

```python
# 参考答案
def pool(x):
    return x
```

### 9.20 HR 面

## vivo

电话面试，问得很简单

1. 多久能到岗

# 其他

大华

OPPO
"""


class TestMarkdownWithFrontMatter:
    parsed = parse_text(BLOG, "blog.md")

    def test_companies_rounds_and_dates(self) -> None:
        assert places(self.parsed) == {("蔚来", "一面", "2021-09-12"), ("vivo", "电话面", None)}
        assert self.parsed.report.year == 2021
        assert self.parsed.report.outcome == "蔚来：拿到 offer"

    def test_questions_are_single_and_follow_their_main_one(self) -> None:
        by_text = {q.text: q for q in questions(self.parsed)}
        main, follow = by_text["项目里的数据集有多大？"], by_text["有统计过每个类别的数量吗？"]
        assert follow.follows == main.id
        assert main.source == follow.source
        assert str(main.source[0]) == "blog.md:20"
        early = by_text["早停为什么有用？"]
        assert [a.text for a in early.answers] == ["没答上来"]
        assert [a.text for a in by_text["怎样缓解过拟合？"].answers] == ["数据增强，正则化"]

    def test_nested_items_that_ask_nothing_are_answers(self) -> None:
        question = next(q for q in questions(self.parsed) if "显卡" in q.text)
        assert question.text == "如果只有一块显卡，怎么增大 batch？"
        assert [a.text for a in question.answers] == ["梯度累积", "混合精度"]

    def test_code_is_task_or_answer(self) -> None:
        task = next(q for q in questions(self.parsed) if q.kind is Kind.CODING)
        assert task.text == "编程题：用 numpy 实现池化\nx: (N, C, H, W)"
        assert "def pool" in task.answers[0].text

    def test_kinds(self) -> None:
        kinds = {q.text: q.kind for q in questions(self.parsed)}
        assert kinds["自我介绍"] is Kind.SELF_INTRO
        assert kinds["进程和线程的区别"] in (Kind.FUNDAMENTALS, Kind.SYSTEMS_TOOLS)
        assert kinds["多久能到岗"] is Kind.HR

    def test_what_is_told_becomes_a_remark_without_personal_data(self) -> None:
        told = [remark.text for round_ in self.parsed.report.rounds for remark in round_.remarks]
        assert "面试官人很和善" in told
        assert "听说部门做感知" in told
        assert "@" not in self.parsed.report.model_dump_json()
        assert "somebody" not in self.parsed.report.model_dump_json()

    def test_a_round_without_questions_is_said_to_be_skipped(self) -> None:
        assert (42, "这一轮没有问题 (a round without questions)") in [(s.line, s.reason) for s in self.parsed.skipped]


PLAIN = """\
[OC] 视觉 实习 面经
bg:末流硕士,一段实习
目前投递:网易(无消息),美团(挂),Shopee(待面)
3.2 快手视觉一面
面试官主要做视频
- 自我介绍。
- 讲一讲扩散模型?(前向加噪,反向去噪)它的损失是什么?(预测噪声(MSE
- 手撕:LC 20. 有效的括号(用栈)
- 反问:组里做什么
3.5 华为 上午一面 下午主管面
一面:
- 讲论文
主管:
- 为什么想来深圳?
3.9 快手 二面
- CFG?同上😅
3.10 hr oc
感谢【大家】
#面经##实习#"""


class TestPlainText:
    parsed = parse_text(PLAIN, "plain.txt")

    def test_companies_rounds_and_dates(self) -> None:
        assert places(self.parsed) == {
            ("快手", "一面", "03-02"),
            ("快手", "二面", "03-09"),
            ("华为", "一面", "03-05"),
            ("华为", "主管面", "03-05"),
        }

    def test_answers_in_brackets_even_unclosed(self) -> None:
        by_text = {q.text: q for q in questions(self.parsed)}
        assert [a.text for a in by_text["讲一讲扩散模型?"].answers] == ["前向加噪,反向去噪"]
        assert "预测噪声" in by_text["它的损失是什么?"].answers[0].text
        assert by_text["它的损失是什么?"].follows == by_text["讲一讲扩散模型?"].id
        assert [a.text for a in by_text["手撕:LC 20. 有效的括号"].answers] == ["用栈"]

    def test_lists_of_companies_are_no_heading(self) -> None:
        assert not {"网易", "美团", "Shopee"} & {q.company for q in questions(self.parsed)}

    def test_hashtags_and_prose_are_skipped_with_a_reason(self) -> None:
        reasons = {s.line: s.reason for s in self.parsed.skipped}
        assert reasons[19] == "话题标签 (hashtags)"
        assert reasons[2] == "不在公司或轮次之下的文字 (prose under no company or round)"


PARAGRAPHS = """\
# 图像面经

## 拿到 offer
* 商汤（画质组）
* OPPO

## 面经
1. 旷视：第一轮 简历+coding（LC 两数之和），第二轮手写 NMS，面试官很年轻。
2. 格灵深瞳 (检索)，给了我两篇论文，让我讲想法。
3. 百度：第一轮面试就简历+聊了聊检测，第二轮：数学+深度学习小问题（什么是 dropout，什么是感受野）

## 感想
1. 商汤感觉更看重落地
"""


def test_one_paragraph_may_tell_several_rounds() -> None:
    parsed = parse_text(PARAGRAPHS, "paragraphs.md")
    assert places(parsed) == {
        ("旷视", "一面", None),
        ("旷视", "二面", None),
        ("格灵深瞳", "未知轮次", None),
        ("百度", "一面", None),
        ("百度", "二面", None),
    }
    assert texts(parsed)[:3] == ["简历", "coding（LC 两数之和）", "手写 NMS"]
    assert {"什么是 dropout", "什么是感受野"} <= set(texts(parsed))
    assert {4, 5, 13} <= {s.line for s in parsed.skipped}


NO_COMPANY = """\
# 一面

- 问了项目的细节（数据怎么标的，用了什么损失，训练了多久...）
  - 数据一般由人工标注。
- 空洞卷积有什么用？
  - 扩大感受野
  ```python
  def f(): return 1
  ```
  > 引用的一段说明文字
残差连接的原理？解决了什么问题？
说说 dropout 和 L2 的区别
PR 曲线和 ROC

# 二面

为什么要做归一化？
Linux 怎么看端口占用？

coding: 一面
1.两数之和
2.计算 NMS

coding: 二面
1.合并链表
反问
"""


def test_questions_a_line_and_sections_that_return_to_a_round() -> None:
    report = parse_text(NO_COMPANY, "no_company.md").report
    assert [(r.company, r.name) for r in report.rounds] == [("未知公司", "一面"), ("未知公司", "二面")]
    first, second = ([q.text for q in round_.questions] for round_ in report.rounds)
    assert first[1:4] == ["数据怎么标的", "用了什么损失", "训练了多久"]
    assert first[-6:] == [
        "残差连接的原理？",
        "解决了什么问题？",
        "说说 dropout 和 L2 的区别",
        "PR 曲线和 ROC",
        "两数之和",
        "计算 NMS",
    ]
    assert second == ["为什么要做归一化？", "Linux 怎么看端口占用？", "合并链表", "反问"]
    coding = [q for round_ in report.rounds for q in round_.questions if q.kind is Kind.CODING]
    assert [q.text for q in coding] == ["两数之和", "计算 NMS", "合并链表"]
    dilated = next(q for q in report.rounds[0].questions if "空洞" in q.text)
    assert [a.text for a in dilated.answers if a.by == "report"] == ["扩大感受野"]
    assert all(q.id.startswith("unknown-") for round_ in report.rounds for q in round_.questions)


ARTICLE = """\
# 面试

**1 基础**

我一般会问几个小计算，给个卷积算输出尺寸。

很多人基础不牢。

## 一、理论

1. 理论基础
2. 项目经验

**1）了解反向传播**；例如写出链式法则，推导两层网络的梯度；

2）有哪些**正则化**方法，至少3个？

3）熟悉[词向量](https://www.example.com/search?q=x&search_source=Entity&e={"sourceId"%3A1})；
"""


def test_advice_of_an_interviewer_gives_the_questions_it_names() -> None:
    parsed = parse_text(ARTICLE, "article.md")
    assert places(parsed) == {("未知公司", "未知轮次", None)}
    assert texts(parsed) == [
        "我一般会问几个小计算，给个卷积算输出尺寸",
        "了解反向传播",
        "写出链式法则",
        "推导两层网络的梯度",
        "有哪些正则化方法，至少3个？",
        "熟悉词向量",
    ]


@pytest.mark.parametrize(
    ("text", "company", "round_name", "date"),
    [
        (
            "公司：字节跳动\n轮次：二面\n时间：2023年5月6日\n\n1. 什么是过拟合？",
            "字节跳动",
            "二面",
            "2023-05-06",
        ),
        ("**B站 三面 2022/11/03**\n\n1. 什么是过拟合？", "哔哩哔哩", "三面", "2022-11-03"),
        ("【美团 HR面】\n1、你的优点是什么？", "美团", "HR面", None),
        ("# Horizon - Round 2\n\nQ1: What is overfitting?\nA: memorising", "地平线", "二面", None),
        ("## 小红书\n\n### 一面（4月5日）\n\n（1）什么是过拟合？", "小红书", "一面", "04-05"),
        ("百度\n## 一面\n① 什么是过拟合？", "百度", "一面", None),
        ("1. 什么是过拟合？", "未知公司", "未知轮次", None),
        ("## 百度 一面 2.30\n1. 什么是过拟合？", "百度", "一面", None),
    ],
)
def test_headings_of_many_forms(text: str, company: str, round_name: str, date: str | None) -> None:
    parsed = parse_text(text, "wild.txt")
    assert [(q.company, q.round, q.date) for q in questions(parsed)] == [(company, round_name, date)]


def test_answers_behind_letters() -> None:
    parsed = parse_text("# 百度 一面\nQ: 什么是过拟合？\nA: 训练集好，测试集差\nQ: 怎么办？\n答：正则化", "qa.md")
    assert [(q.text, [a.text for a in q.answers]) for q in questions(parsed)] == [
        ("什么是过拟合？", ["训练集好，测试集差"]),
        ("怎么办？", ["正则化"]),
    ]


TASK = """\
## 百度 笔试

编程题1:

```
给一个数组，求和
# 输入：[1]
```

(直接相加)

题目：

有 n 级台阶，求走法。

输入:

```
3
```
"""


def test_a_task_goes_on_over_paragraphs_and_fences() -> None:
    first, second = questions(parse_text(TASK, "task.md"))
    assert first.text == "编程题1:\n给一个数组，求和\n# 输入：[1]"
    assert (first.kind, first.source[0].line) == (Kind.CODING, 3)
    assert [a.text for a in first.answers] == ["(直接相加)"]
    assert second.text == "有 n 级台阶，求走法。\n输入:\n3"


def test_a_very_long_line_is_skipped() -> None:
    parsed = parse_text("# 百度 一面\n" + "1. 什么" * 6000 + "？\n2. 什么是过拟合？", "long.txt")
    assert texts(parsed) == ["什么是过拟合？"]
    (skipped,) = parsed.skipped
    assert (skipped.line, skipped.reason) == (2, "一行超过 20000 个字符 (line longer than 20000 characters)")


@pytest.mark.parametrize("unit", ["a.", "a-", "a@", "(", "[a](", "<a ", "什么，", "面试官", "+1 ", "**", " ", "一面 "])
def test_monotonous_lines_are_read_too(unit: str) -> None:
    line = (unit * 19_000)[:19_000]
    parse_text(f"x{line}x\n# 百度 一面\n1. {line}x", "monotonous.txt")


def test_a_repeated_question_keeps_one_id() -> None:
    parsed = parse_text("# 百度 一面\n1. 什么是 BN？什么是 BN？", "twice.txt")
    assert texts(parsed) == ["什么是 BN？"]
    assert parsed.skipped[0].reason == "与第 2 行的问题相同 (the same question as in line 2)"


def test_folders_are_kept_out_of_sources() -> None:
    for name in ("/home/me/a.txt", "C:\\me\\a.txt"):
        assert questions(parse_text("# 百度 一面\n1. 什么是 BN？", name))[0].source[0].file == "a.txt"


LINES = """\
# 百度
## 一面
3.4 快手 二面
1. 什么是 BN？(均值
  - 答案
```
> 引用？
编程题：
回答：是
---

**1）了解 X**；例如 A，B
coding: 一面
旷视：第一轮 简历+coding
①
#标签#
company: 百度
source: a.txt
""".splitlines()


@given(st.lists(st.sampled_from(LINES) | st.text(max_size=30), max_size=25).map("\n".join))
@example("---\ncompany: 百度\nsource: a.txt\n---\n1.")
def test_no_text_raises_anything_but_parse_error(text: str) -> None:
    try:
        report, skipped = parse_text(text, "any.txt")
    except ParseError:
        return
    ids = [q.id for round_ in report.rounds for q in round_.questions]
    assert len(set(ids)) == len(ids)
    lines = text.count("\n") + text.count("\r") + 1
    assert all(1 <= s.line <= lines for s in skipped)
    for round_ in report.rounds:
        for question in round_.questions:
            assert question.text.strip()
            assert question.follows is None or question.follows in ids
