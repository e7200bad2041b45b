"""Headings of other people's reports: in English, glued together, on unnamed companies, or a problem's title."""

from __future__ import annotations

import pytest

from corpus.companies import UNKNOWN_COMPANY, UNKNOWN_ROUND
from corpus.parse import parse_text
from corpus.report import Kind, Question


def asked(text: str) -> list[Question]:
    return [question for part in parse_text(text, "a.md").report.rounds for question in part.questions]


def places(text: str) -> set[tuple[str, str]]:
    return {(question.company, question.round) for question in asked(text)}


@pytest.mark.parametrize(
    ("heading", "name"),
    [("Written", "笔试"), ("First-Round", "一面"), ("Second Round", "二面"), ("七面", "七面")],
)
def test_rounds_in_english_and_late_ones(heading: str, name: str) -> None:
    assert places(f"# 美团\n\n## {heading}\n\n- Spark 的基本架构\n- 进程与线程的区别\n") == {("美团", name)}


def test_a_round_glued_to_the_companys_name() -> None:
    text = "# Vivo一面\n\n1. 堆和栈的区别？\n\n# VivoHR面\n\n1. 期望薪资\n"
    assert places(text) == {("vivo", "一面"), ("vivo", "HR面")}


def test_rounds_at_the_level_of_the_company_are_its_own() -> None:
    text = "# 面经\n\n## 美团\n\n## 一面\n\n- 什么是 BN？\n\n## 科大讯飞\n\n## 一面\n\n- 什么是 LN？\n"
    assert places(text) == {("美团", "一面"), ("科大讯飞", "一面")}


def test_a_name_before_a_job() -> None:
    known = "# Interview Notes\n\n## 美团\n\n一面\n\n- 什么是 BN？\n\n"
    text = known + "## Acme Cars - Data Scientist (ca. 3h)\n\nQ: What is PCA?\n"
    assert places(text) == {("美团", "一面"), ("Acme Cars", UNKNOWN_ROUND)}


def test_what_unnamed_companies_asked_is_taken_and_what_only_advises_is_not() -> None:
    text = (
        "# 笔记\n\n## 美团面试\n1. CRF\n2. 什么是 BN？\n\n## 其他公司面试\n1. 堆排序和快速排序\n2. 最短路径问题\n\n"
        "## 面试技巧\n1. 掌握一门基础语言，尤其大厂很注重这一点\n"
    )
    assert [(each.company, each.text) for each in asked(text)] == [
        ("美团", "CRF"),
        ("美团", "什么是 BN？"),
        (UNKNOWN_COMPANY, "堆排序和快速排序"),
        (UNKNOWN_COMPANY, "最短路径问题"),
    ]


def test_the_parts_of_a_problem_under_its_title_are_no_questions() -> None:
    text = (
        "## 拼多多 笔试\n\n### 1. 字符串构造\n- 问题描述\n  ```\n  一个长串由一个短串循环构成\n  ```\n"
        "- **思路**：暴力枚举前缀\n- Python 代码\n\n### 2. 靓号\n- 题目描述：改动最少的数字\n- 思路：\n"
    )
    assert [each.text.partition("\n")[0] for each in asked(text)] == ["字符串构造", "靓号"]


def test_the_candidates_own_questions_are_one_however_they_are_headed() -> None:
    text = "# 美团一面\n\n1. 什么是 BN？\n\n> 我提问:\n\n1. 公司加班情况？\n2. 招多少个实习生？\n"
    assert [each.kind for each in asked(text)] == [Kind.FUNDAMENTALS, Kind.REVERSE_QA]


def test_terms_under_a_company_alone_are_questions_where_other_parts_list_them_so() -> None:
    rounds = "### 腾讯\n\n#### 一面\n\nAttention 类别\n\n处理过拟合\n\nPython 怎么处理参数\n\n"
    alone = "### 网易\n\nTransformer 结构\n\nAdam 优化\n\n为什么深度学习不用牛顿法\n"
    assert ("网易", UNKNOWN_ROUND) in places(rounds + alone)
    assert len(asked(rounds + alone)) == 6


def test_numbered_headings_that_ask_have_their_answers_below() -> None:
    text = (
        "# 美团一面\n\n### 1、自我介绍\n\n### 2、指针和引用的区别？\n\n1. 定义：\n\n   - 指针：可以为空吗？不一定\n\n"
        "引用必须初始化。\n\n### 3、什么是虚函数？\n\n- 运行时绑定\n\n### 4、BN 的作用是什么？\n\n归一化\n"
    )
    assert [each.text for each in asked(text)] == [
        "自我介绍",
        "指针和引用的区别？",
        "什么是虚函数？",
        "BN 的作用是什么？",
    ]


def test_a_section_of_answers_asks_nothing_however_deep() -> None:
    text = "# 美团一面\n\n## 面试题目\n\n1. 什么是 BN？\n\n## 参考解析\n\n### 什么是 BN\n\n- 归一化，为什么有效？\n"
    assert [each.text for each in asked(text)] == ["什么是 BN？"]


@pytest.mark.parametrize("line", ["cap理论", "链表的入环节点", "**遇到的最大困难及经验**", "        自行发挥"])
def test_what_stands_above_a_later_round_is_no_company(line: str) -> None:
    text = f"阿里面经\n\n一面\n\n什么是 BN？\n讲讲 Adam\n\n{line}\n\n二面\n\n什么是 LN？\nGN 呢？\n"
    assert {company for company, _ in places(text)} == {"阿里巴巴"}


def test_unlisted_companies_beside_one_whose_name_says_that_it_is_one() -> None:
    text = (
        "# 复盘\n\n## 兰剑 — 技术面\n\n1. 什么是 BN？\n\n## 零次方\n\n1. 什么是 LN？\n\n"
        "## 某山技术有限公司\n\n1. 什么是 GN？\n"
    )
    assert {company for company, _ in places(text)} == {"兰剑", "零次方", "某山技术有限公司"}


@pytest.mark.parametrize("heading", ["#### 技术面", "技术面：", "技术面（40 分钟）", "业务面"])
def test_a_technical_round_without_a_number_is_a_round(heading: str) -> None:
    text = f"### 华为\n\n笔试\n\n1. 写快排\n\n{heading}\n\n1. 什么是 BN？\n\nHR 面\n\n1. 三个词形容性格\n"
    assert places(text) == {("华为", "笔试"), ("华为", "技术面"), ("华为", "HR面")}


@pytest.mark.parametrize(
    ("heading", "name"), [("一面（技术面）", "一面"), ("二面 技术面", "二面"), ("第三轮技术面", "三面")]
)
def test_the_number_of_a_technical_round_names_it(heading: str, name: str) -> None:
    assert places(f"# 美团\n\n## {heading}\n\n1. 什么是 BN？\n") == {("美团", name)}


def test_parts_that_only_a_written_test_has_are_one_with_their_sisters() -> None:
    text = (
        "# 面试记录\n\n### 大疆\n\n#### 简答题\n\n1. 什么是 BN？\n\n#### 编程题\n\n1. 最大子段和\n\n"
        "### 第四范式\n\n#### 一面\n\n1. 什么是 LN？\n"
    )
    assert places(text) == {("大疆", "笔试"), ("第四范式", "一面")}


def test_a_company_with_the_manner_of_its_interview_in_brackets() -> None:
    text = "美团一面\n1. 什么是 BN？\n\n某山精密仪器（视频面试25分钟）2023.10.20\n1. 什么是 LN？\n2. 讲讲 Adam\n"
    assert places(text) == {("美团", "一面"), ("某山精密仪器", "未知轮次")}


def test_the_line_below_a_heading_of_a_task_names_it() -> None:
    text = "# 网易\n\n**一面 20201223**\n\n**编程题1**\n\n两个栈实现一个队列\n\n**编程题2**\n\n合并两个有序数组\n"
    assert [(each.text, each.kind) for each in asked(text)] == [
        ("两个栈实现一个队列", Kind.CODING),
        ("合并两个有序数组", Kind.CODING),
    ]


def test_a_quote_that_only_labels_may_name_the_round() -> None:
    text = "# 某厂面经\n\n> 面试官(hr面)提问：\n\n1.下班后会干些什么？\n2.怎么看加班？\n"
    assert {round_ for _, round_ in places(text)} == {"HR面"}
    assert [each.text for each in asked(text)] == ["下班后会干些什么？", "怎么看加班？"]


def test_rounds_that_a_companys_part_tells_in_prose() -> None:
    text = (
        "# 求职总结\n\n## 快手\n\n### 一面\n\n- 什么是 BN？\n\n## 微软\n\n"
        "一面面试官问我打过什么比赛吗？我说打过一些。\n二面面试官上来就问了两道很难的算法题。\n- 求两个矩形的面积\n\n"
        "## 小米\n\n二面也是问项目，问了 LN 和 BN 的区别，又让我手写 NMS。\n"
    )
    found = places(text)
    assert {("快手", "一面"), ("微软", "一面"), ("微软", "二面")} <= found
    assert ("小米", "一面") not in found
    assert [each.round for each in asked(text) if each.text.startswith("求两个矩形")] == ["二面"]


def test_questions_as_headings_have_their_answers_below() -> None:
    text = (
        "# 面试经验\n\n## 平安产险\n\n### **一面**\n\n#### **自我介绍**\n\n#### **关注过平安哪些架构？**\n\n"
        "说了几个平台\n\n#### **讲下 Filter 类**\n\n**要点：**\n\n- 初始化\n- 请求处理\n\n"
        "#### **什么是 BN？**\n\n归一化：先减均值？\n\n"
        "#### LN 和 BN 的区别？\n\n### **二面**\n\n整理中\n\n## 飞猪\n\n### 一面\n\n#### 什么是 GN？\n"
    )
    assert places(text) == {("平安产险", "一面"), ("飞猪", "一面")}
    assert [each.text for each in asked(text)] == [
        "自我介绍",
        "关注过平安哪些架构？",
        "讲下 Filter 类",
        "什么是 BN？",
        "LN 和 BN 的区别？",
        "什么是 GN？",
    ]


def test_a_report_in_a_comment_of_a_program() -> None:
    text = (
        "package com.acme;\n\nimport java.util.Set;\n\n/**\n * 拼多多一面面经\n *\n * 1. 自我介绍\n * 2. 什么是 BN？\n"
        " *\n * 总结：看重算法\n *\n * @author 某人\n * @create 2023-10-12\n */\npublic class A {\n}\n"
    )
    assert places(text) == {("拼多多", "一面")}
    assert [each.text for each in asked(text)] == ["自我介绍", "什么是 BN？"]


def test_fields_below_a_question_place_it() -> None:
    text = (
        "# 注意力\n\n### Q. 为什么要除以根号 d？\n"
        "> **Company**: 阿里 ｜ **Round**: 算法工程师 一面 ｜ **Date**: 2025-08-01 ｜ **Tags**: [Attention]\n\n"
        "- **公式：** softmax\n- 方差\n\n### Q. MHA 与 GQA 的区别？\n"
        "> **Company**: 字节 | **Round**: 算法工程师 二面 | **Date**: 2025-08-04\n\n- 分组\n"
    )
    assert [(each.company, each.round, each.text) for each in asked(text)] == [
        ("阿里巴巴", "一面", "为什么要除以根号 d？"),
        ("字节跳动", "二面", "MHA 与 GQA 的区别？"),
    ]


def test_dates_before_companies_number_no_questions() -> None:
    text = (
        "# 面试记录\n\n## 26.3.20 某山智能 VLA算法工程师 一面\n\n### 1. 数据是怎么接入模型的？\n先转换格式\n\n"
        "### 2. PPO 大致介绍一下\n\n### 3. 有哪些方法论？\n\n## 26.3.25 银河通用 二面\n\n"
        "### 1. sim2real 的难点是什么？\n- 物理参数\n"
    )
    assert places(text) == {("某山智能", "一面"), ("银河通用", "二面")}
    assert len(asked(text)) == 4


@pytest.mark.parametrize("heading", ["面试建议", "五、复盘总结", "相关题目"])
def test_sections_that_look_back_ask_nothing(heading: str) -> None:
    text = (
        "# 字节跳动 - Agent 算法工程师\n\n### 一面（技术面）- 60分钟\n\n#### 1. 项目深挖\n- 你用了什么检索策略？\n\n"
        "#### 2. 系统设计\n**题目**: 设计一个短链接系统\n\n"
        f"## {heading}\n\n1. **项目一定要深入**: 面试官会深挖细节\n\n### 做得好\n\n- 算法题通过：翻转二叉树\n"
    )
    assert [(each.round, each.text) for each in asked(text)] == [
        ("一面", "你用了什么检索策略？"),
        ("一面", "题目: 设计一个短链接系统"),
    ]
