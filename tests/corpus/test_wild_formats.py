"""One made-up report for each way of publishing one, checked for company, round, date and single questions."""

import pytest

from corpus.parse import ParsedReport, parse_text
from corpus.report import Kind, Question


def questions(parsed: ParsedReport) -> list[Question]:
    return [question for round_ in parsed.report.rounds for question in round_.questions]


def told(text: str, file: str = "wild.md") -> list[tuple[str, str, str]]:
    return [(q.company, q.round, q.text) for q in questions(parse_text(text, file))]


FORMATS = {
    "the title names company and round": (
        "快手视觉算法二面面经\n1. 自我介绍\n2. 空洞卷积\n3. 反问",
        [("快手", "二面", "自我介绍"), ("快手", "二面", "空洞卷积"), ("快手", "二面", "反问")],
    ),
    "the title of the front matter": (
        "---\ntitle: 秋招 美团 视觉组\ndate: 2022-09-01\n---\n## 一面\n- 什么是 BN？\n## 二面\n- 讲论文",
        [("美团", "一面", "什么是 BN？"), ("美团", "二面", "讲论文")],
    ),
    "rounds with length and outcome": (
        "商汤\n一面（45min，过）\n- 什么是 BN？\n二面: 1 小时\n- 讲论文",
        [("商汤", "一面", "什么是 BN？"), ("商汤", "二面", "讲论文")],
    ),
    "headings among those of known companies": (
        "# 汇总\n## 百度\n### 问题\n1. 什么是 BN？\n## 星辰机器人\n### 问题\n1. 什么是 NMS？",
        [("百度", "未知轮次", "什么是 BN？"), ("星辰机器人", "未知轮次", "什么是 NMS？")],
    ),
    "numbered companies, bullets below": (
        "1. 旷视（检测组，实习）\n- 1. mAP 怎么算\n2. 远山智能\n- 讲项目",
        [("旷视", "未知轮次", "mAP 怎么算"), ("远山智能", "未知轮次", "讲项目")],
    ),
    "an item a company": (
        "- 美团：Dice 损失；手写 NMS。\n- 某某云：感受野计算；反卷积",
        [
            ("美团", "未知轮次", "Dice 损失"),
            ("美团", "未知轮次", "手写 NMS"),
            ("某某云", "未知轮次", "感受野计算"),
            ("某某云", "未知轮次", "反卷积"),
        ],
    ),
    "a table": (
        "| 公司 | 轮次 | 问题 |\n|---|---|---|\n| pdd | 一面 | 什么是 BN？<br>讲讲 Adam |\n| B站 | 二面 | 快排 |",
        [("拼多多", "一面", "什么是 BN？"), ("拼多多", "一面", "讲讲 Adam"), ("哔哩哔哩", "二面", "快排")],
    ),
    "a table below a heading": (
        "## 百度 一面\n| 序号 | 题目 | 参考答案 |\n|:-:|---|---|\n| 1 | 什么是 BN？ | 归一化 |",
        [("百度", "一面", "什么是 BN？")],
    ),
    "fields in brackets": (
        "【公司】：vivo\n【轮次】：一面\n【面试时间】：2023-03-04\n\n1. 什么是 BN？",
        [("vivo", "一面", "什么是 BN？")],
    ),
    "HTML between the lines": (
        "# 腾讯\n## 一面\n<br/>\n1.什么是 BN？<br>\n<div>\n2.&nbsp;什么是 <b>NMS</b>？",
        [("腾讯", "一面", "什么是 BN？"), ("腾讯", "一面", "什么是  NMS ？")],
    ),
    "numbered rounds below numbered companies": (
        "1、字节提前批（教育）\n只面了一次\n（1）一面\n论文的创新点。\n过拟合的处理；L1 与 L2 的区别。\n"
        "2、京东提前批\n（1）一面\n最短路径问题。",
        [
            ("字节跳动", "一面", "论文的创新点。"),
            ("字节跳动", "一面", "过拟合的处理"),
            ("字节跳动", "一面", "L1 与 L2 的区别。"),
            ("京东 AI Research", "一面", "最短路径问题。"),
        ],
    ),
    "a team beside the round": (
        "5.2 更新\n美团语音搜索部 二面\n1. 自我介绍\n4.9 更新\n搜狗网页搜索 nlp 一面（许愿）\n1. 讲论文",
        [("美团", "二面", "自我介绍"), ("搜狗", "一面", "讲论文")],
    ),
    "lengths behind rounds": (
        "小红书面经\n一面，一小时左右：\n- 什么是 BN？\n二面，半小时：\n- 讲论文",
        [("小红书", "一面", "什么是 BN？"), ("小红书", "二面", "讲论文")],
    ),
    "a name that nobody listed above rounds": (
        "投了不少简历。\n远山科技\n流程很快，面试官也很好，主要围绕项目。\n一面\n- 讲项目\n二面\n- 什么是 BN？",
        [("远山科技", "一面", "讲项目"), ("远山科技", "二面", "什么是 BN？")],
    ),
    "labels above lists of companies": (
        "旷视\n算法题\n- 扔鸡蛋\n搜狐\n问题\n- BN 的原理\n远山时光\n一共两轮技术面\n原理\n- crf 原理",
        [
            ("旷视", "未知轮次", "扔鸡蛋"),
            ("搜狐", "未知轮次", "BN 的原理"),
            ("远山时光", "未知轮次", "crf 原理"),
        ],
    ),
    "noun phrases a line": (
        "滴滴面经\n一面（1h）：\n先自我介绍\nbias 和 variance\n怎么防止过拟合\n面试官迟到了\nAttention",
        [
            ("滴滴", "一面", "先自我介绍"),
            ("滴滴", "一面", "bias 和 variance"),
            ("滴滴", "一面", "怎么防止过拟合"),
            ("滴滴", "一面", "Attention"),
        ],
    ),
    "questions told in a paragraph": (
        "海康 一面\n上来让我讲论文，然后问误报怎么减少，又问 BN 的作用。最后写了一个快速选择。",
        [
            ("海康威视", "一面", "讲论文"),
            ("海康威视", "一面", "误报怎么减少"),
            ("海康威视", "一面", "BN 的作用"),
            ("海康威视", "一面", "快速选择"),
        ],
    ),
    "a list pasted into one line": (
        "✅一面 1.自我介绍2.讲一下 RoPE3.手撕快排\n✅二面1.讲实习2.什么是 KV cache3.反问",
        [
            ("未知公司", "一面", "自我介绍"),
            ("未知公司", "一面", "讲一下 RoPE"),
            ("未知公司", "一面", "手撕快排"),
            ("未知公司", "二面", "讲实习"),
            ("未知公司", "二面", "什么是 KV cache"),
            ("未知公司", "二面", "反问"),
        ],
    ),
    "the interviewer's words": (
        "快手 二面\n面试官：数据集多大？\n我：三十万\n面试官：有什么创新点？",
        [("快手", "二面", "数据集多大？"), ("快手", "二面", "有什么创新点？")],
    ),
    "a job advertisement on top": (
        "快手面经\n岗位要求：\n1、熟悉 python\n2、了解推荐\n一面\n1、什么是 AUC？",
        [("快手", "一面", "什么是 AUC？")],
    ),
    "topics above nested questions": (
        "- 快手一面\n    - 人脸\n        - 间隔加在哪里？\n            - 角度上\n    - 代码\n        - 两数之和",
        [("快手", "一面", "间隔加在哪里？"), ("快手", "一面", "两数之和")],
    ),
    "English rounds": (
        "# NVIDIA intern\n## Phone screen, April 3\n- What is BN?\n## Second technical interview\n- Write NMS.",
        [("英伟达", "电话面", "What is BN?"), ("英伟达", "二面", "Write NMS.")],
    ),
    "roles in brackets above nested lists": (
        "## 字节\n1. （视觉 一面）\n   - 讲 ViT\n2. （推荐）\n   - AUC 的含义",
        [("字节跳动", "一面", "讲 ViT"), ("字节跳动", "未知轮次", "AUC 的含义")],
    ),
    "sub-points of an answer": (
        "# 百度 一面\n- 样本不均衡怎么处理\n(1)重采样\n(2)改损失\n- 什么是 AUC",
        [("百度", "一面", "样本不均衡怎么处理"), ("百度", "一面", "什么是 AUC")],
    ),
    "a contents list on top": (
        "- 一面\n- 二面\n\n# 美团\n## 一面\n- 什么是 BN？",
        [("美团", "一面", "什么是 BN？")],
    ),
    "a timeline on top": (
        "美团面经\n- 2022/03/08：投递\n- 地点：北京\n- 岗位：算法\n一面\n- 什么是 BN？",
        [("美团", "一面", "什么是 BN？")],
    ),
    "a company alone in a paragraph": (
        "远山智能\n\n流程很快。\n\n一面\n\n- 讲项目\n\n二面\n\n- 什么是 BN？",
        [("远山智能", "一面", "讲项目"), ("远山智能", "二面", "什么是 BN？")],
    ),
    "a round with its subject above a list": (
        "美团面经\n\n一面：基础为主\n面试官人很好\n- 什么是 BN？",
        [("美团", "一面", "什么是 BN？")],
    ),
    "the scene is set before the question": (
        "# 百度 一面\n1. 我们有一个很大的模型。怎么让它变小？\n2. 如果类别不均衡,怎么办",
        [("百度", "一面", "我们有一个很大的模型。怎么让它变小？"), ("百度", "一面", "如果类别不均衡,怎么办")],
    ),
    "a task's label in brackets": (
        "# 百度\n## 一面\n- 讲项目\n「编程题」：编辑距离",
        [("百度", "一面", "讲项目"), ("百度", "一面", "「编程题」：编辑距离")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), FORMATS.values(), ids=FORMATS)
def test_company_round_and_questions(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


def test_the_files_name_speaks_where_its_text_names_no_company() -> None:
    assert told("1. 什么是 BN？", "2024_11_04_美团.md") == [("美团", "未知轮次", "什么是 BN？")]
    assert told("# 百度\n1. 什么是 BN？", "美团.md") == [("百度", "未知轮次", "什么是 BN？")]
    assert told("1. 什么是 BN？", "美团和百度.md") == [("未知公司", "未知轮次", "什么是 BN？")]


def test_what_the_candidate_asked_is_told_with_it_and_is_no_question() -> None:
    found = questions(parse_text("# 美团 一面\n1. 什么是 BN？\n\n反问：\n1. 组里做什么？\n2. 几轮面试", "a.md"))
    assert [(q.text, q.kind, [a.text for a in q.answers]) for q in found[1:]] == [
        ("反问", Kind.REVERSE_QA, ["组里做什么？", "几轮面试"])
    ]


def test_names_that_are_ordinary_words_need_to_stand_alone() -> None:
    assert told("理想一面\n- 什么是 BN？") == [("理想汽车", "一面", "什么是 BN？")]
    assert told("理想情况下的面试\n- 什么是 BN？")[0][0] == "未知公司"


def test_the_titles_round_gives_way_to_those_below() -> None:
    found = told("快手二面凉经\n一面\n- 什么是 BN？\n二面\n- 讲论文")
    assert [round_name for _, round_name, _ in found] == ["一面", "二面"]


def test_a_date_stays_with_its_round() -> None:
    parsed = parse_text("快手一面 3.2\n- 什么是 BN？\n二面\n- 讲论文", "a.txt")
    assert [q.date for q in questions(parsed)] == ["03-02", None]


def test_a_table_without_questions_is_skipped_with_its_reason() -> None:
    parsed = parse_text("# 美团 一面\n| 模型 | 大小 |\n|---|---|\n| a | 3 |\n\n1. 什么是 BN？", "a.md")
    assert [q.text for q in questions(parsed)] == ["什么是 BN？"]
    assert [(s.line, s.reason) for s in parsed.skipped] == [
        (2, "表格没有“问题”一列 (a table without a column of questions)")
    ]


def test_dates_with_blanks_belong_to_the_round() -> None:
    (question,) = questions(parse_text("# 美团\n## 一面 （2020 年 9 月 18 日）\n- 什么是 BN？", "a.md"))
    assert (question.company, question.round, question.date) == ("美团", "一面", "2020-09-18")


def test_a_section_that_asks_nothing_gives_no_questions() -> None:
    text = "# 美团 一面\n- 什么是 BN？\n\n## 总结\n- 介绍项目要有数字\n\n## 美团 二面\n- 手写 NMS"
    assert [q.text for q in questions(parse_text(text, "a.md"))] == ["什么是 BN？", "手写 NMS"]


def test_a_numbered_bracket_at_the_margin_answers_the_indented_item_above() -> None:
    text = "# 美团 一面\n  • 1.样本不平衡怎么办？\n\n（1）过采样\n  • 2.FPN 的原理"
    assert [q.text for q in questions(parse_text(text, "a.md"))] == ["样本不平衡怎么办？", "FPN 的原理"]


def test_the_opening_sentence_names_the_round_of_a_list_without_one() -> None:
    text = "这次是第二次一面，上次没有后续。\n1. 自我介绍\n2. 召回和排序的差别？"
    assert {q.round for q in questions(parse_text(text, "a.md"))} == {"一面"}
