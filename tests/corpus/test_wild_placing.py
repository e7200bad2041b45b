"""Where questions of other people's reports belong, and lines of theirs that only look like questions or rounds."""

from __future__ import annotations

import pytest

from corpus.companies import UNKNOWN_COMPANY, UNKNOWN_ROUND
from corpus.parse import parse_text
from corpus.reading.split import split_item
from corpus.reading.structure import company_in
from corpus.report import Kind, Question


def asked(text: str, file: str = "a.md") -> list[Question]:
    return [question for part in parse_text(text, file).report.rounds for question in part.questions]


def texts(text: str, file: str = "a.md") -> list[str]:
    return [question.text for question in asked(text, file)]


def places(text: str, file: str = "a.md") -> set[tuple[str, str]]:
    return {(question.company, question.round) for question in asked(text, file)}


def test_what_stands_before_the_second_round_is_the_first() -> None:
    text = "美团推荐实习\n\n1. 什么是 BN？\n2. 讲讲 Adam\n\n二面 07-12\n1. 什么是 LN？\n"
    assert places(text) == {("美团", "一面"), ("美团", "二面")}


@pytest.mark.parametrize(
    "text",
    [
        "美团推荐实习\n\n1. 什么是 BN？\n2. 讲讲 Adam\n\n三面\n1. 什么是 LN？\n",
        "美团推荐实习\n\n一面\n1. 什么是 BN？\n二面\n1. 什么是 LN？\n\n# 美团\n1. 讲讲 Adam\n",
    ],
    ids=["no second round", "a first round of its own"],
)
def test_questions_under_no_round_stay_there(text: str) -> None:
    assert ("美团", UNKNOWN_ROUND) in places(text)


def test_title_that_names_several_rounds_is_none_of_them() -> None:
    text = "2025 拼多多算法面经 一面~三面\n\n什么是 BN？\n讲讲 Adam\n\n一面\n1. 什么是 LN？\n"
    assert ("拼多多", "三面") not in places(text)
    assert places("OPPO 底软 一面面经（更新：二面已凉）\n\n1. 什么是 BN？\n2. 讲讲 Adam\n") == {("OPPO", "一面")}


def test_opening_sentence_tells_the_only_round() -> None:
    opening = "商汤实习面经\n\n今天参加了商汤的初面，记录一下。\n\n1. 什么是 BN？\n2. 讲讲 Adam\n"
    assert places(opening) == {("商汤", "一面")}
    assert places(opening.replace("参加了商汤的初面", "收到通知约一面")) == {("商汤", UNKNOWN_ROUND)}


def test_words_behind_a_round_name_no_company() -> None:
    assert places("## 初面 二面一起的\n- 什么是 BN？\n", "bytedance_a.md") == {("字节跳动", "一面")}
    assert places("- 一面 7.14\n  - 什么是 BN？\n- 三面（HRBP 面） 8.1\n  - 为什么读博？\n", "momo.md") == {
        ("陌陌", "一面"),
        ("陌陌", "三面"),
    }


@pytest.mark.parametrize(
    ("title", "company"),
    [
        ("阿里巴巴 蚂蚁金服 后端", "蚂蚁集团"),
        ("淘天大模型岗一面", "淘天"),
        ("淘天买菜一面", "淘天买菜"),
        ("腾讯 优图实验室 一面", "腾讯优图"),
        ("阿里一面", "阿里巴巴"),
    ],
)
def test_part_of_a_group_is_meant_where_both_are_named(title: str, company: str) -> None:
    assert company_in(title) == company


def test_title_with_two_groups_names_neither() -> None:
    text = "求职记（阿里+腾讯）\n\n先说背景。\n\n## 阿里 一面\n- 什么是 BN？\n## 其他\n- 什么是 LN？\n"
    assert ("腾讯", UNKNOWN_ROUND) not in places(text)


def test_calendar_of_the_application_opens_no_round() -> None:
    text = (
        "华为面经\n时间线\n- 机考：11月16日\n- 技术一面：11月24日\n- 主管面试：11月26日下午\n- 谈薪：12月1日\n\n"
        "机考\n1. 反转链表\n\n技术一面（25min）\n1. 什么是 BN？\n"
    )
    assert places(text) == {("华为", "笔试"), ("华为", "一面")}
    assert len(asked(text)) == 2


def test_rounds_told_backwards_keep_their_names() -> None:
    text = "快手面经\n8月31日下午2:30hr面\n1. 为什么选择快手\n2. 如何自学的\n8月27日下午二面，55min\n1. 什么是 BN？\n"
    assert places(text) == {("快手", "HR面"), ("快手", "二面")}


def test_outcome_in_the_title_is_no_round() -> None:
    text = "快手日常面试（二面感觉要凉）\n\n一面 tl：23号投递\n- 什么是 BN？\n- 什么是 LN？\n"
    assert ("快手", "二面") not in places(text)


def test_fields_behind_pictures() -> None:
    text = "复盘\n\n📍 面试公司：美团\n📞 面试形式：电话面\n🔁 面试轮次：第一轮技术面\n\n1. 什么是 BN？\n2. 讲讲 Adam\n"
    assert places(text) == {("美团", "一面")}
    assert len(asked(text)) == 2


def test_paragraph_that_looks_back_asks_nothing() -> None:
    text = "# 美团 二面\n1. 什么是 BN？\n\n我发现面试官喜欢追问。比如问 Redis，不仅让我说 RDB，还让我说怎么选择。\n"
    assert texts(text) == ["什么是 BN？"]


def test_recruiter_who_calls_is_no_round() -> None:
    text = "字节跳动后端实习\n\nHR面试邀约\n\nHR在16号加了我。\n\n什么是三次握手？\n\n什么是 MVCC？\n"
    assert places(text) == {("字节跳动", UNKNOWN_ROUND)}


@pytest.mark.parametrize(
    "label",
    ["- 算法题：", "- 直接进行算法题：", "1. 理论轰炸区：", "编程部分：", "30分钟手撕+30分钟问答", "资格面试（25min）"],
)
def test_lines_that_label_what_follows_ask_nothing(label: str) -> None:
    assert texts(f"# 百度\n## 一面\n{label}\n- 反转链表\n- 什么是 BN？\n") == ["反转链表", "什么是 BN？"]


def test_questions_that_a_colon_ends_are_no_labels() -> None:
    assert texts("# 百度\n## 一面\n- 优缺点：\n- 什么是 BN？\n") == ["优缺点：", "什么是 BN？"]


def test_sections_on_the_job_ask_nothing() -> None:
    text = "# 阿里一面记录\n## 职位要求\n1、熟悉常用算法；\n2、沟通能力强。\n## 面试实录\n1、什么是 BN？\n"
    assert texts(text) == ["什么是 BN？"]
    assert texts("美团推荐实习\n\n1、负责推荐系统的日常研发与优化工作；\n\n一面\n1. 什么是 BN？\n") == ["什么是 BN？"]


@pytest.mark.parametrize("question", ["还能怎么优化现在的系统：", "为什么不用内存淘汰机制？"])
def test_list_below_a_question_is_its_answer(question: str) -> None:
    parsed = asked(f"# 百度 一面\n\n{question}\n\n- 数据不够\n- 特征太少\n\n什么是 BN？\n")
    assert [q.text for q in parsed] == [question, "什么是 BN？"]
    assert [answer.text for answer in parsed[0].answers] == ["数据不够", "特征太少"]


def test_interviewer_who_does_not_ask_is_no_question() -> None:
    text = (
        "# 旷视\n## 一面\n面试官：先做一下自我介绍吧。\n我：好的\n面试官：其实可以用一个数组存下来\n我：原来如此\n"
        "面试官：讲讲剪枝\n我：不会\n"
    )
    assert texts(text) == ["先做一下自我介绍吧。", "讲讲剪枝"]


def test_candidates_questions_in_plain_lines_are_one() -> None:
    text = "# 蚂蚁 一面\n什么是 BN？\n什么是 LN？\n反问：\n我会做什么工作？：不确定\n有什么要改进的吗？\n"
    assert texts(text) == ["什么是 BN？", "什么是 LN？", "反问"]


def test_tasks_named_in_a_row() -> None:
    assert [piece.text for piece in split_item("算法题：最近公共祖先，零钱兑换II")] == ["最近公共祖先", "零钱兑换II"]
    for one in ("算法题：二叉树，每个节点有一个值，求路径和", "手撕：快排，写出来了", "算法题：反转链表"):
        assert len(split_item(one)) == 1


def test_topics_in_brackets_are_no_questions_of_their_own() -> None:
    assert len(split_item("线程和进程的区别（从操作系统说，调度原理，协程与线程的区别）")) == 1
    assert len(split_item("问了项目的细节（数据怎么标的，用了什么损失）")) == 3


def test_short_questions_in_a_labelled_row() -> None:
    row = "实习项目：选型原因，为什么不用大模型，为什么用 LoRA，数据集细节，怎么评估"
    assert len(split_item(row)) == 5


def test_tasks_that_a_tale_sets() -> None:
    text = "# 滴滴\n## 一面\n聊完项目以后开始写代码。题目是最长递增子序列，我用了动态规划。整体体验不错。\n"
    tasks = asked(text)
    assert [task.kind for task in tasks] == [Kind.CODING]
    assert "最长递增子序列" in tasks[0].text


TWO = "1. 什么是 BN？\n2. 讲讲 Adam\n"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("➡️ 一面（部门同事）", "➡️ 二面（部门 leader）"),
        ("一面 四十分钟，面试官一直在赶时间", "二面 面试官很随和"),
        ("技术面（一）", "技术面（二）"),
        ("1st interview", "2nd interview"),
        ("Round: One", "Round: Two"),
        ("轮次：一", "轮次：二"),
    ],
)
def test_forms_of_rounds(first: str, second: str) -> None:
    text = f"美团视觉算法\n\n{first}\n{TWO}\n{second}\n1. 什么是 LN？\n"
    assert places(text) == {("美团", "一面"), ("美团", "二面")}
    assert len(asked(text)) == 3


def test_round_and_first_item_in_one_line() -> None:
    text = "✅一面 1.讲讲 Adam\n2.什么是 BN\n3.手写 IoU\n✅二面\n1.什么是 LN\n"
    assert [question.round for question in asked(text)] == ["一面", "一面", "一面", "二面"]


@pytest.mark.parametrize("heading", ["终面", "交叉面", "加面（40min）"])
def test_round_of_another_name_is_unknown_and_not_the_one_before(heading: str) -> None:
    text = f"美团 一面\n{TWO}\n{heading}\n1. 什么是 LN？\n"
    assert [question.round for question in asked(text)] == ["一面", "一面", UNKNOWN_ROUND]


def test_outline_of_the_stages_opens_no_round() -> None:
    outline = "面试流程概览\n笔试：两道编程题\n技术一面：手撕 + 项目\nHR面：常规问题\n"
    report = "题目回忆\n1. 为什么用 Adam？\n2. 什么是 BN？\n3. BN 和 LN 的区别？\n4. 怎么防止过拟合？\n"
    assert places(f"蔚来面经\n\n{outline}\n{report}") == {("蔚来", UNKNOWN_ROUND)}
    assert len(asked(f"蔚来面经\n\n{outline}\n{report}")) == 4
    # With nothing below, the outline is the report.
    alone = asked("蔚来面经\n\n面试流程：\n一面：自我介绍，手写 NMS\n二面：讲项目，讲讲 Adam\n")
    assert [question.round for question in alone] == ["一面", "一面", "二面", "二面"]


@pytest.mark.parametrize("name", ["**公司", "某大厂", "xx公司", "保密", "某自动驾驶公司"])
def test_hidden_name_is_no_company(name: str) -> None:
    text = f"面经\n\n- 公司: {name}\n\n一面\n{TWO}"
    assert places(text) == {(UNKNOWN_COMPANY, "一面")}


def test_number_of_rounds_is_no_round() -> None:
    assert places(f"面经\n\n- 公司：美团\n- 面试轮次：共三轮技术面 + 一轮 HR 面\n\n{TWO}") == {("美团", UNKNOWN_ROUND)}


def test_header_of_the_site_is_left_out() -> None:
    text = f"首页 > 美团校招\n头像\n随便起的名字\n编辑于 2021-11-17\n\n美团\n一面\n{TWO}"
    report = parse_text(text, "a.txt").report
    said = [remark.text for remark in report.remarks] + [
        remark.text for part in report.rounds for remark in part.remarks
    ]
    assert not any("随便起的名字" in one for one in said)


def test_team_beside_a_company() -> None:
    text = f"秋招流水账\n先说背景。\n美团 搜推\n一面 很久，有一个小时\n{TWO}\n百度 感知算法 一部\n1. 什么是 LN？\n"
    assert places(text) == {("美团", "一面"), ("百度", UNKNOWN_ROUND)}


def test_outcome_beside_a_company_is_no_round() -> None:
    text = f"秋招总结\n\n百度（二面挂） 一面\n{TWO}"
    assert places(text) == {("百度", "一面")}
    assert places(f"快手一面凉经，二面没约\n\n{TWO}") == {("快手", "一面")}


def test_bracket_names_the_round_of_the_opening_again() -> None:
    text = f"这次是商汤的三面（主管面），我原以为二面挂了。\n\n{TWO}"
    assert places(text, "a.txt") == {("商汤", "三面")}


def test_company_above_announced_questions() -> None:
    text = (
        "Offers from Baidu and Meituan, so here are my notes.\n\nEarly batch of Meituan vision (two teams)\n\n"
        "I talked to both teams. The questions they asked were as follows:\n\n1. Xgboost\n2. GBDT derived\n"
    )
    assert places(text) == {("美团", UNKNOWN_ROUND)}


def test_numbered_company_above_prose() -> None:
    text = (
        "实习分享\n\n1.美团——算法工程师\n\n美团那边是电话面试，先上来自我介绍，然后：\n\n1）什么是 BN\n2）讲讲 Adam\n"
    )
    assert {company for company, _ in places(text)} == {"美团"}


def test_unlisted_companies_above_plain_rounds() -> None:
    text = "## 蓝鲸数科\n\n一面\n\n- 逻辑回归推导\n\n二面\n\n- 分箱\n\n## 橙子互娱\n\n一面\n\n- 垃圾回收\n"
    assert places(text) == {("蓝鲸数科", "一面"), ("蓝鲸数科", "二面"), ("橙子互娱", "一面")}


def test_parts_of_one_companys_report_are_no_companies() -> None:
    text = "# 百度 面经\n\n## 上半程\n\n一面\n\n- 逻辑回归推导\n\n## 下半程\n\n二面\n\n- 特征选择\n"
    assert places(text) == {("百度", "一面"), ("百度", "二面")}
