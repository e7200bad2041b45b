"""Several questions in one line, and lines that only look like a question."""

from __future__ import annotations

import pytest

from corpus.companies import UNKNOWN_COMPANY, UNKNOWN_ROUND
from corpus.parse import parse_text
from corpus.report import Report


def parsed(text: str) -> Report:
    return parse_text(text, "a.md").report


def asked(text: str) -> list[str]:
    return [q.text for part in parsed(text).rounds for q in part.questions]


@pytest.mark.parametrize(
    ("item", "questions"),
    [
        ("AdaBoost，GBDT，XGBoost；", ["AdaBoost", "GBDT", "XGBoost"]),
        ("说下rnn lstm gru transformer", ["rnn", "lstm", "gru", "transformer"]),
        ("决策树、GBDT、XGBoost（包括剪枝）", ["决策树", "GBDT", "XGBoost"]),
        ("svm原理 损失函数是什么 软间隔怎么做的", ["svm原理", "损失函数是什么", "软间隔怎么做的"]),
        ("最大的困难，最自豪的事；", ["最大的困难", "最自豪的事"]),
        ("进程是什么、什么时候用线程", ["进程是什么", "什么时候用线程"]),
        ("讲一下LSTM, LSTM有几个门, 为什么能缓解梯度消失?", ["讲一下LSTM", "LSTM有几个门", "为什么能缓解梯度消失?"]),
        ("两道题：第一道是写 IoU；第二道是岛屿数量", ["两道题：第一道是写 IoU", "第二道是岛屿数量"]),
        ("卷积核的理解，怎么设计卷积核", ["卷积核的理解", "怎么设计卷积核"]),
        (
            "FlashAttention原理，Online softmax，有没有看过cuda kernel",
            ["FlashAttention原理", "Online softmax", "有没有看过cuda kernel"],
        ),
    ],
)
def test_questions_in_a_row(item: str, questions: list[str]) -> None:
    assert asked(f"# 百度 二面\n1. {item}\n") == questions


@pytest.mark.parametrize(
    "item",
    [
        "BN、LN、IN 的区别",
        "如何查看 Linux 磁盘空间使用率？",
        "LSTM 结构是什么样的 大致说一下",
        "手撕：nums=[3,2,1], 判断能不能跳到最后",
        "the type of data",
        "聊项目，无八股，无手撕",
    ],
)
def test_one_question_stays_one(item: str) -> None:
    assert len(asked(f"# 百度 二面\n1. {item}\n")) <= 1


def test_a_bracket_behind_a_row_is_kept() -> None:
    last = parsed("# 百度 二面\n1. 决策树、GBDT、XGBoost（包括剪枝）\n").rounds[0].questions[-1]
    assert any("包括剪枝" in answer.text for answer in last.answers)


def test_a_number_goes_on_its_list_however_far_it_stands_in() -> None:
    text = "# 百度 一面\n1、介绍项目\n\n    2、BN 的作用\n\n 3、手写 NMS\n"
    assert asked(text) == ["介绍项目", "BN 的作用", "手写 NMS"]
    nested = "# 百度 一面\n1. 你的检测项目\n   1. 用了什么损失？\n   2. 怎么训练？\n2. 手写 NMS\n"
    rounds = parsed(nested).rounds[0].questions
    assert [q.follows is None for q in rounds] == [True, False, False, True]


def test_letters_number_items() -> None:
    assert asked("# 百度 一面\na. BN 的作用\nb. LN 的作用\n") == ["BN 的作用", "LN 的作用"]


@pytest.mark.parametrize("line", ["Q：嗯，ok", "Q：好的，那面试就到此结束了", "Q：好的，那咱们来做一道编程题吧"])
def test_manners_ask_nothing(line: str) -> None:
    assert asked(f"# 百度 一面\nQ：先自我介绍一下\n\n{line}\n\nQ：手写 NMS\n") == ["先自我介绍一下", "手写 NMS"]


def test_a_list_under_a_title_alone_is_read_though_nobody_is_named() -> None:
    text = "# 记录\n7.27\n1.LR 的损失函数是什么\n2.介绍集成学习\n3.SVM 的优点\n4.BN 的作用\n5.怎么缓解过拟合\n"
    assert len(asked(text)) == 5
    assert {part.company for part in parsed(text).rounds} == {UNKNOWN_COMPANY}


def test_a_heading_that_announces_questions_is_enough() -> None:
    assert asked("#### 面试问题\n\n - 哈希表怎么优化\n - knn 实现\n") == ["哈希表怎么优化", "knn 实现"]


def test_tasks_of_rounds_below_a_heading_on_code() -> None:
    text = "#### 编程题\n\n - 一面：手写 kmeans\n - 二面：二叉树直径\n"
    assert [(part.name, [q.text for q in part.questions]) for part in parsed(text).rounds] == [
        ("一面", ["手写 kmeans"]),
        ("二面", ["二叉树直径"]),
    ]


def test_a_field_of_work_in_a_title_is_no_company() -> None:
    text = "# AI infra实习面经（小厂）\n\n1. BN 的作用\n2. 介绍一下 vllm\n3. 为什么用 GQA\n"
    assert {part.company for part in parsed(text).rounds} == {UNKNOWN_COMPANY}


HTML = (
    "<p>字节跳动：</p><p>一面：</p><ol><li>介绍 BN 的原理</li><li>LSTM 为什么能缓解梯度消失？</li></ol>"
    "<p>二面：</p><p>手写快排</p>" + "<p>面试官人很好，全程没有打断我，问的问题也比较常规，整体体验不错。</p>" * 5
)


def test_a_report_pasted_as_one_line_of_html_is_read_line_by_line() -> None:
    report = parsed(f"秋招面经\n\n{HTML}\n")
    found = {(part.company, part.name): [q.text for q in part.questions] for part in report.rounds}
    assert found == {
        ("字节跳动", "一面"): ["介绍 BN 的原理", "LSTM 为什么能缓解梯度消失？"],
        ("字节跳动", "二面"): ["手写快排"],
    }
    assert {source.line for part in report.rounds for q in part.questions for source in q.source} == {3}


def test_lines_left_out_of_html_are_told_by_the_files_lines() -> None:
    parsed_file = parse_text(f"秋招面经\n\n{HTML}\n", "a.md")
    assert {skipped.line for skipped in parsed_file.skipped} <= {1, 3}


def test_a_heading_between_date_and_job_is_the_company() -> None:
    text = "# 笔记\n\n# 8.23--星河网络--ai训练实习生\n\n## 1.介绍 BN 的原理\n\n## 2.LSTM 有几个门\n"
    assert {part.company for part in parsed(text).rounds} == {"星河网络"}


@pytest.mark.parametrize(
    ("item", "questions"),
    [
        ("LoRA的原理 秩一般取多少 作用在哪些层", ["LoRA的原理", "秩一般取多少", "作用在哪些层"]),
        ("CLIP的loss写一下，温度系数起什么作用", ["CLIP的loss写一下", "温度系数起什么作用"]),
        ("ViT的位置编码，换分辨率怎么办", ["ViT的位置编码", "换分辨率怎么办"]),
        ("数据是怎么清洗的、比例怎么定的", ["数据是怎么清洗的", "比例怎么定的"]),
        ("双塔怎么训练的，负样本采样策略", ["双塔怎么训练的", "负样本采样策略"]),
        ("ResNet 的四个变体；深度卷积计算量；两数之和", ["ResNet 的四个变体", "深度卷积计算量", "两数之和"]),
        ("薪资，期望，年限，对加班的看法", ["薪资", "期望", "年限", "对加班的看法"]),
        ("给一个无向图 判断是不是二分图", ["给一个无向图 判断是不是二分图"]),
    ],
)
def test_what_parts_questions(item: str, questions: list[str]) -> None:
    assert asked(f"# 百度 二面\n- {item}\n") == questions


def test_english_sentences_come_apart() -> None:
    text = "# Baidu round 2\n- Walk me through your project. Why did you choose FCOS?\n"
    assert asked(text) == ["Walk me through your project.", "Why did you choose FCOS?"]


@pytest.mark.parametrize("mark", ["✅ ", "🔹", "▶ ", "■", "1️⃣"])
def test_drawn_marks_begin_items(mark: str) -> None:
    assert asked(f"百度 二面\n{mark}自我介绍\n{mark}BN 的原理\n") == ["自我介绍", "BN 的原理"]


def test_quoted_lines_ask_where_nothing_else_does() -> None:
    text = (
        "## 百度 二面\n\n项目\n\n> 为什么不用 LSTM\n> 速度能到多少帧\n\n"
        "八股\n\n> DETR 为什么收敛慢\n> 怎么改的\n\n反问\n\n> 组里做什么\n"
    )
    assert asked(text) == ["为什么不用 LSTM", "速度能到多少帧", "DETR 为什么收敛慢", "怎么改的", "反问"]


def test_what_stands_below_a_question_and_asks_is_one_too() -> None:
    text = "# 百度 二面\n1. 聊比赛\n   1. TTA怎么做的\n   2. 因为数据少所以加了正则\n2. ArcFace\n   - m加在哪\n"
    assert asked(text) == ["聊比赛", "TTA怎么做的", "ArcFace", "m加在哪"]


def test_a_line_may_open_its_company_and_round() -> None:
    text = "秋招记录\n拼多多算法一面：手撕快排，GBDT怎么处理分类特征。\n百度nlp二面：BERT的结构，反问。\n"
    found = {(part.company, part.name): [q.text for q in part.questions] for part in parsed(text).rounds}
    assert found == {
        ("拼多多", "一面"): ["手撕快排", "GBDT怎么处理分类特征"],
        ("百度", "二面"): ["BERT的结构", "反问"],
    }


def test_behind_a_date_and_a_round_blanks_part_what_was_asked() -> None:
    text = (
        "联想 NLP 面筋\n\n3.1 电面 20分钟 聊简历 说说attention机制 平时怎么学习\n3.5 现场二面 聊职业规划 问能实习多久\n"
    )
    found = {part.name: [q.text for q in part.questions] for part in parsed(text).rounds}
    assert found == {
        "电话面": ["聊简历", "说说attention机制", "平时怎么学习"],
        "二面": ["聊职业规划", "能实习多久"],
    }


def test_bars_are_headings_and_arrows_join_stages() -> None:
    text = (
        "京东 视觉算法 面经\n\n流程：简历->电话面->技术面->HR\n\n▍个人情况\n本硕，一段实习\n\n"
        "▍一面（8月20日）\n1. 先是自我介绍，然后讲论文\n2. 代码：实现InfoNCE；二叉树层序遍历\n"
    )
    assert asked(text) == ["先是自我介绍", "讲论文", "实现InfoNCE", "二叉树层序遍历"]


def test_a_list_that_is_quoted_as_a_whole_is_a_list() -> None:
    text = (
        "## 得物 推荐\n\n**一面**\n> 1. 介绍项目\n> 2. AUC和GAUC\n> 3. 写代码：AUC的计算\n\n**HR面**\n> 1. 期望城市\n"
    )
    found = {part.name: [q.text for q in part.questions] for part in parsed(text).rounds}
    assert found == {"一面": ["介绍项目", "AUC和GAUC", "写代码：AUC的计算"], "HR面": ["期望城市"]}


def test_a_round_with_its_length_may_go_on_with_what_was_asked() -> None:
    text = "蔚来 定位算法\n\n电话面：20分钟，核对简历，问了期望薪资和离职原因\n主管面：对行业的看法，带人经验。\n"
    found = {part.name: [q.text for q in part.questions] for part in parsed(text).rounds}
    assert found == {"电话面": ["核对简历", "期望薪资和离职原因"], "主管面": ["对行业的看法", "带人经验"]}


@pytest.mark.parametrize(
    ("item", "questions"),
    [
        ("C++：左值右值，移动语义，智能指针", ["左值右值", "移动语义", "智能指针"]),
        ("Python：GIL；深浅拷贝", ["GIL", "深浅拷贝"]),
        ("手撕：快排，要求原地", ["手撕：快排，要求原地"]),
        ("算法题：旋转数组，找最小值，能否用递归做", ["算法题：旋转数组，找最小值，能否用递归做"]),
    ],
)
def test_names_behind_what_they_are_of(item: str, questions: list[str]) -> None:
    assert asked(f"# 百度 二面\n- {item}\n") == questions


def test_a_numbered_section_of_impressions_asks_nothing() -> None:
    text = "# 面经\n\n（一）vivo 影像\n1.技术面\n✓ ISP流程\n2.HR面\n✓ 薪资\n\n三、感想\n尽早投递，多刷题。\n"
    assert asked(text) == ["ISP流程", "薪资"]


def test_numbered_headings_among_those_of_companies_name_companies() -> None:
    text = (
        "# 13家企业面经\n\n## **1、华为**\n\n一面：\n\nQ1：手撕IOU。\n\n"
        "## **2、上交苏研院（上岸）**\n\n一面：\n\nQ1：RPN怎么做的。\n\n## **3、中兴**\n\nQ1：工作意向。\n\n"
        "## **4、依图科技（大坑）**\n\nQ1：讲项目。\n\n## **总结**\n\n很庆幸能上岸。\n"
    )
    found = [(part.company, part.name, len(part.questions)) for part in parsed(text).rounds]
    assert found == [
        ("华为", "一面", 1),
        ("上交苏研院", "一面", 1),
        ("中兴", UNKNOWN_ROUND, 1),
        ("依图", UNKNOWN_ROUND, 1),
    ]


def test_bold_lines_with_a_number_in_brackets_open_a_companys_part() -> None:
    text = (
        "## 大集合\n\n**（1）腾讯TEG提前批二面挂：**\n\n一面：项目，BN的原理\n\n**（2）华为（二面完，等结果）**\n\n"
        "- GAN的损失函数\n\n**（3）其他公司：美图，旷视，虎牙等：**\n\n- 激活函数的作用\n- 防止过拟合\n"
    )
    found = {(part.company, part.name): len(part.questions) for part in parsed(text).rounds}
    assert found == {("腾讯", "一面"): 2, ("华为", "二面"): 1, (UNKNOWN_COMPANY, UNKNOWN_ROUND): 2}


def test_a_heading_above_the_facts_of_an_interview_is_the_company() -> None:
    text = (
        "### BodenAI\n\n> 面试时间：2021.6.16\n>\n> 面试岗位：视觉算法工程师\n>\n> 面试次数：一面\n\n"
        "#### 面试内容\n\n1. 自我介绍\n2. 目标检测的 loss 有哪些\n"
    )
    found = {(part.company, part.name): len(part.questions) for part in parsed(text).rounds}
    assert found == {("BodenAI", "一面"): 2}
