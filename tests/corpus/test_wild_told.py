"""What other people's reports say in running text, and lines of theirs that ask nothing."""

from __future__ import annotations

from corpus.companies import UNKNOWN_ROUND
from corpus.parse import parse_text
from corpus.reading.split import split_item, split_points
from corpus.report import Question


def asked(text: str, file: str = "a.md") -> list[Question]:
    return [question for part in parse_text(text, file).report.rounds for question in part.questions]


def places(text: str, file: str = "a.md") -> set[tuple[str, str]]:
    return {(question.company, question.round) for question in asked(text, file)}


def test_links_into_the_file_ask_nothing() -> None:
    text = (
        "目录\n\n- [某司](#某司)\n  - [一面](#一面)\n- [笔试](./笔试.md)\n\n## 腾讯\n\n### 一面\n\n1. BN 的作用是什么\n"
    )
    assert [question.text for question in asked(text)] == ["BN 的作用是什么"]


def test_site_of_the_application_is_no_company() -> None:
    text = "百度-搜索部\nxhs投的\n\n2024-11-05 一面\n\nBN 的作用是什么？\nLN 和 BN 的区别？\n"
    assert places(text) == {("百度", "一面")}


def test_first_of_several_companies_is_no_title() -> None:
    text = (
        "## 快手开发面试\n\n### 一面\n\n- 自我介绍\n\n## 某所面试\n\n- 什么是过拟合\n\n## 百度面试\n\n- 什么是欠拟合\n"
    )
    assert ("快手", UNKNOWN_ROUND) not in places(text)


def test_says_more_on_what_was_asked_above() -> None:
    text = (
        "# 腾讯 一面\n\n介绍快排：\n快排的原理：选一个基准\n快排的稳定性：不稳定\n\n介绍 LN：\n\n"
        "BN 和 LN 的区别：\n一个按批\n\n常用的激活函数：\nrelu、gelu\n"
    )
    assert [question.text.rstrip("：") for question in asked(text)] == [
        "介绍快排",
        "介绍 LN",
        "BN 和 LN 的区别",
        "常用的激活函数",
    ]


def test_company_and_round_that_a_tale_turns_to() -> None:
    text = (
        "面试总结\n\n商汤是面试的第一家公司，面试大概一个小时，内容尽量回忆一下。然后就问了解过哪些方向，为什么用残差连接，"
        "一面大概是这些问题。\n\n紧接着二面，问了 BN 的作用，还问了怎么防止过拟合。\n"
    )
    assert places(text) == {("商汤", "一面"), ("商汤", "二面")}


def test_round_that_prose_says_it_ended_with() -> None:
    assert places("# 阿里\n\n第一个正经面试，然而一面凉。\n\n- 自我介绍\n- 介绍一下实习\n") == {("阿里巴巴", "一面")}


def test_phone_round_names_no_company() -> None:
    text = "面经（腾讯阿里网易）\n\n腾讯提前批\n\n电话一面\n\n- AUC 是什么？\n\n电话二面\n\n- LR 和 SVM 的区别\n"
    assert places(text) == {("腾讯", "一面"), ("腾讯", "二面")}


def test_unlisted_company_above_a_fact_on_its_interviews() -> None:
    text = "面试笔记\n\n云某科技\n\n面试次数：1\n\n具体内容：\n\n- 项目介绍\n- 有没有做过 OCR？\n"
    assert {company for company, _ in places(text)} == {"云某科技"}


def test_follow_ups_told_in_answers() -> None:
    text = "# 百度 一面\n\n介绍一下排序算法？\n答：都说了一遍，然后让我写了一个快速排序。\n"
    assert [question.text for question in asked(text)] == ["介绍一下排序算法？", "写了一个快速排序"]


def test_knowing_and_telling_of_one_thing_is_one_question() -> None:
    assert len(split_item("LSTM 你了解吗，它的大致结构是怎样的")) == 1
    assert len(split_item("n 元模型了解吗，如果共现频率为零怎么办")) == 2
    assert len(split_item("我看你用了蒸馏，教师模型是什么，为什么选它")) == 2


def test_tasks_that_are_only_numbered() -> None:
    text = "# 阿里 笔试\n\n第一题\n\n给一个数组，问最少几步排好。\n\n第二题\n\n给一棵树，问它的直径。\n"
    assert [question.text for question in asked(text)] == ["给一个数组，问最少几步排好。", "给一棵树，问它的直径。"]


def test_year_and_season_in_a_list_ask_nothing() -> None:
    text = "# 百度\n\n1.2020年社招\n\n一面：聊简历上的项目，BN 的作用，BN 和 LN 的区别\n"
    assert "社招" not in "".join(question.text for question in asked(text))


def test_tale_of_a_round_asks_only_what_it_reports() -> None:
    text = (
        "# 美团\n一面：这家的流程很快，面试官说他是组长，因为大家都在出差。他让我先介绍一下论文，我讲了十分钟左右，"
        "他边听边记，看得出来对细节挺在意。然后问我为什么不用 Transformer，我说数据太少，训不动，他点点头。"
        "接着问标签噪声怎么处理，我答了几种办法，其中一种他没听过。最后他说后面还有两位同事会来面我，让我好好休息，别太紧张！"
    )
    found = [question.text for question in asked(text)]
    assert any("Transformer" in one for one in found)
    assert any("标签噪声" in one for one in found)
    assert len(found) <= 4


def test_things_asked_about_one_by_one() -> None:
    text = "# 商汤\n## 一面\n节奏很紧。依次问了我职业规划、实习经历和两道编程题。后来就结束了。\n面试官很和气。\n"
    assert len(asked(text)) == 3


def test_plus_in_a_name_cuts_nothing() -> None:
    assert split_points("C++知识,预测第N+1天,简历+手撕") == ["C++知识,", "预测第N+1天,", "简历+", "手撕"]


def test_steps_of_an_interview_in_one_item() -> None:
    assert [piece.text for piece in split_item("自我介绍+项目介绍")] == ["自我介绍", "项目介绍"]
    assert len(split_item("CNN+LSTM 的结构")) == 1


def test_details_below_an_item_are_its_answer() -> None:
    text = "# 蔚来 二面\n1. 怎么验证方案\n- 验证方法：先回灌，再路测。\n- 版本管理：分日版和稳定版。\n2. 什么是 BN？\n"
    assert [question.text for question in asked(text)] == ["怎么验证方案", "什么是 BN？"]
    bullets = "# 蔚来 二面\n1. 项目\n- 你们怎么标数据？\n- 为什么用 Adam？\n"
    assert len(asked(bullets)) == 3


def test_line_that_announces_questions_is_none() -> None:
    text = "# 滴滴 三面\n中间问了些很不错（难）的问题：\n什么是 BN？\n什么是 LN？\n"
    assert [question.text for question in asked(text)] == ["什么是 BN？", "什么是 LN？"]


def test_author_who_introduces_himself_asks_nothing() -> None:
    text = "百度面经\n\n自我介绍一下，大三本科生。\n\n一面\n- 自我介绍\n- 什么是 BN？\n"
    assert [question.text for question in asked(text)] == ["自我介绍", "什么是 BN？"]


def test_questions_told_in_english_prose() -> None:
    text = (
        "Quarry Robotics ML engineer interview\n\n1st round:\n\n"
        "The interviewer was kind and we began on time. I was asked to write a bounded queue, which took me a while. "
        "Then the interviewer asked how to share it between threads. What happens if a writer dies?\n\n"
        "Result: passed, and I was asked to pick a date for the next call.\n\n"
        "Round 2: design. Design a service that finds duplicate photos. Follow-up: how would you measure its recall?\n"
        "Round 3: behavioral. Tell me about a time you changed your mind.\n"
    )
    assert [(question.round, question.text) for question in asked(text)] == [
        ("一面", "write a bounded queue"),
        ("一面", "how to share it between threads"),
        ("一面", "What happens if a writer dies?"),
        ("二面", "Design a service that finds duplicate photos"),
        ("二面", "how would you measure its recall?"),
        ("三面", "Tell me about a time you changed your mind"),
    ]


def test_english_that_only_tells_how_it_went_asks_nothing() -> None:
    told = "The interview went well and I liked the team. We talked for an hour and then said goodbye."
    assert asked(f"# 腾讯\n\n## 一面\n\n{told}\n") == []


def test_a_list_goes_on_within_a_line() -> None:
    text = "美团 一面\n1、讲论文\n2、什么是 BN 3、手撕岛屿数量\n4.1 介绍残差 4.2 为什么有效\n版本 1.2 比 1.3 快\n"
    assert [question.text for question in asked(text)] == [
        "讲论文",
        "什么是 BN",
        "手撕岛屿数量",
        "介绍残差",
        "为什么有效",
    ]


def test_a_process_that_is_asked_for_is_no_course_of_interviews() -> None:
    text = "蚂蚁大模型一面\n\nLoRA 原理\nRAG 流程，召回怎么评估\n显存估算\n整个面试流程很快\n"
    assert [question.text for question in asked(text)] == ["LoRA 原理", "RAG 流程", "召回怎么评估", "显存估算"]


def test_a_numbered_line_names_company_and_job() -> None:
    first = "1.青梧数联——软件工程师实习（Offer）\n\n一面\n\n- 什么是 BN？\n"
    text = f"春招之旅\n\n{first}\n2.白鹿智行——算法工程师\n\n一面\n\n- 讲论文\n"
    assert places(text) == {("青梧数联", "一面"), ("白鹿智行", "一面")}


def test_rounds_that_one_line_tells_one_after_the_other() -> None:
    text = "网易 算法岗\n一面：自我介绍，手写 softmax。二面（30分钟）：讲论文，手撕编辑距离；hr面：为什么来这里？\n"
    assert [(question.round, question.text.rstrip("？")) for question in asked(text)] == [
        ("一面", "自我介绍"),
        ("一面", "手写 softmax"),
        ("二面", "讲论文"),
        ("二面", "手撕编辑距离"),
        ("HR面", "为什么来这里"),
    ]


def test_round_named_in_passing_opens_none() -> None:
    assert places("百度\n一面：自我介绍，二面问题和一面差不多，手撕快排，讲一下 BN\n") == {("百度", "一面")}


def test_sentence_that_tells_in_turn_what_was_asked() -> None:
    text = "先自我介绍，然后问了项目，接着问 BN 的原理，又让手写 NMS，最后反问。"
    every = ["自我介绍", "项目", "BN 的原理", "手写 NMS", "反问"]
    assert [question.text for question in asked(f"百度 一面\n{text}\n")] == every
    assert [question.text for question in asked(f"百度 一面\n\n1. {text}\n")] == every


def test_questions_in_a_row_behind_one_verb() -> None:
    text = "百度 一面\n问了 LN 和 BN 的区别、过拟合怎么办，又问了残差、门控的作用，还让我写快排。\n"
    assert [question.text for question in asked(text)] == [
        "LN 和 BN 的区别",
        "过拟合怎么办",
        "残差、门控的作用",
        "写快排",
    ]


def test_topics_behind_a_label_are_set_off_by_commas() -> None:
    parts = [piece.text for piece in split_item("八股：BN、LN 区别，编码器的结构，为什么要缩放")]
    assert parts == ["BN、LN 区别", "编码器的结构", "为什么要缩放"]
    assert len(split_item("基础：如果显存不够，用混合精度，还会怎么做")) == 1


def test_english_sentence_that_goes_on_with_the_next_question() -> None:
    text = "# Meta phone screen\n\nHe asked me to walk through my thesis, then asked about caching layers.\n"
    assert [question.text for question in asked(text)] == ["walk through my thesis", "caching layers"]


def test_half_of_a_rounds_clauses_ask_outright() -> None:
    text = "百度 算法岗\nhr面：为什么选百度，期望薪资。\n"
    assert [question.text for question in asked(text)] == ["为什么选百度", "期望薪资"]


def test_the_noun_question_reports_none() -> None:
    text = "美团 一面\n一面问了 BN 的原理，为什么用残差，还让我写快排。二面问题应该更难\n"
    assert all("更难" not in question.text for question in asked(text))
