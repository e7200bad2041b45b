"""What the title of somebody else's report says of company and round, and what no title says."""

from __future__ import annotations

import pytest

from corpus.errors import ParseError
from corpus.parse import parse_text
from corpus.reading.titles import name_in_title


def places(text: str) -> set[tuple[str, str]]:
    return {(q.company, q.round) for part in parse_text(text, "a.md").report.rounds for q in part.questions}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("青梧智行科技秋招一面", "青梧智行科技"),
        ("白鹿洲研究所算法实习生面试", "白鹿洲研究所"),
        ("人工智能算法面经", None),
        ("机器人算法实习面经", None),
        ("小公司面经", None),
        ("某智能公司一面", None),
        ("某科技面经", None),
        ("双非硕士算法面经", None),
        ("深度学习岗位面试问题总结", None),
        ("人工智能实验室面试", None),
        ("秋招面经", None),
        ("青梧数联算法实习生笔试", "青梧数联"),
        ("青梧数联 具身算法实习生 一面", "青梧数联"),
        ("【青梧数联】感知算法 二面面经", "青梧数联"),
        ("秋招｜青梧数联｜算法工程师｜二面", "青梧数联"),
        ("qWave三面凉经", "qWave"),
        ("青梧聯創 AI 演算法工程師 面試心得", "青梧聯創"),
        ("算法实习 一面", None),
        ("双非本科 算法 一面凉经", None),
        ("第一次面试", None),
        ("今天的一面", None),
        ("海外留学生一年制水硕算法岗面经", None),
        ("985渣硕 感知算法 一面", None),
        ("某大厂 大模型 一面", None),
        ("北京 算法岗 面经", None),
        ("一面面经", None),
        ("面试官问我为什么选这一行", None),
        ("如何准备算法面试", None),
    ],
)
def test_unlisted_company_in_a_title(title: str, name: str | None) -> None:
    assert name_in_title(title, []) == name


def test_what_the_report_tells_makes_a_name() -> None:
    assert name_in_title("青梧数联算法题", ["今天很忙"]) is None
    told = "昨天收到了[青梧数联](https://example.com)hr的笔试通知。"
    text = f"---\ntitle: 青梧数联算法题\n---\n{told}\n\n## 笔试\n1. 反转链表\n"
    assert places(text) == {("青梧数联", "笔试")}


def test_title_outweighs_a_heading_for_a_written_test() -> None:
    body = "## 笔试实录\n1、讲讲 BN\n\n2、什么是 Adam\n"
    assert places(f"---\ntitle: 华为秋招一面实录\n---\n\n# 华为秋招一面实录\n\n{body}") == {("华为", "一面")}
    assert places(f"# 华为面经\n\n{body}") == {("华为", "笔试")}
    assert places(f"# 华为一面面经\n\n{body}\n## 一面\n1. 什么是 LN\n") == {("华为", "笔试"), ("华为", "一面")}


def test_a_round_still_to_come_is_not_the_reports() -> None:
    text = "美团给的题不多。\n\n美团面了第一面，一般还有二面和三面。\n\n1. 手推反向传播\n\n2. 什么是 BN\n"
    assert places(text) == {("美团", "一面")}


def test_markdown_heading_ends_a_list_of_companies() -> None:
    text = "# 面经\n## 阿里\n### 问题\n2. （阿里云算法）\n   - 装饰器是什么\n\n## 腾讯\n### 算法\n1. 快排\n"
    assert ("腾讯", "未知轮次") in places(text)
    assert not any(company == "快排" for company, _ in places(text))


def test_institute_among_companies() -> None:
    others = ("## 美团\n### 一面\n1. 什么是 BN\n", "## 腾讯\n### 一面\n1. 快排\n")
    text = "# 秋招\n" + "## 白鹿洲创新研究院-HR综合面\n1. 自我介绍\n".join(others)
    assert ("白鹿洲创新研究院", "HR面") in places(text)


def test_preface_is_no_company() -> None:
    text = "### Preface\n\n1. 什么是 LN？\n\n### 大疆\n\n1. 什么是 BN？\n"
    assert "Preface" not in {company for company, _ in places(text)}


def test_front_matter_of_a_blog_is_not_taken_for_ours() -> None:
    text = "---\ntitle: 快手 算法一面\ncompany: 快手\nround: 二面\nsource: 某网站\n---\n\n1. 讲讲 BN\n2. 什么是 NMS\n"

    assert places(text) == {("快手", "二面")}


def test_a_key_of_ours_that_is_misspelt_is_still_told() -> None:
    with pytest.raises(ParseError, match=r"cmopany.*unknown key"):
        parse_text("---\ncompany: 快手\nsource: a.txt\ncmopany: 快手\n---\n\n## 一面\n\n- Q: 讲讲 BN\n", "a.md")
