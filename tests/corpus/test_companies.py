"""Names and aliases of companies and rounds."""

from pathlib import Path

import pytest

from corpus.companies import (
    CompaniesError,
    canonical_round,
    find_company,
    find_company_in,
    load_companies,
    read_data,
    round_in,
    round_names,
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("酷家乐", "群核科技（酷家乐）"),
        ("群核科技 (酷家乐)", "群核科技（酷家乐）"),
        ("pdd", "拼多多"),
        ("PDD", "拼多多"),
        ("B站", "哔哩哔哩"),
        ("ＢｙｔｅＤａｎｃｅ", "字节跳动"),
        ("Horizon", "地平线"),
        ("mmlab", "上海人工智能实验室（OpenMMLab）"),
        ("腾讯AI Lab", "腾讯 AI Lab"),
        ("影石Insta360", "影石 Insta360"),
        ("超参数", "超参数"),
        ("通用", "通用"),
    ],
)
def test_a_name_or_alias_finds_its_company(text: str, name: str) -> None:
    found = find_company(text)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("text", ["", " ", "不存在的公司", "字节跳动吗", "vivox"])
def test_anything_else_finds_none(text: str) -> None:
    assert find_company(text) is None


def test_every_company_is_found_by_each_of_its_names() -> None:
    for company in load_companies():
        for name in (company.name, company.name.upper(), *company.aliases, *company.ambiguous):
            assert find_company(name) == company


def test_slugs_are_ascii_and_unique() -> None:
    slugs = [company.slug for company in load_companies()]
    assert all(slug.isascii() for slug in slugs)
    assert len(set(slugs)) == len(slugs) == 50


def test_of_every_company_that_is_only_named_it_is_told_what_a_report_says() -> None:
    named_only = [company for company in load_companies() if company.status == "named_only"]
    assert len(named_only) == 22
    assert [company.name for company in named_only if not company.named] == []
    deepglint = find_company("格灵深瞳")
    assert deepglint is not None
    assert [str(named.source) for named in deepglint.named] == ["002_894dadb1ff2f2fef.txt:27"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("5.14 pdd推荐一面", "拼多多"),
        ("腾讯音乐 二面", "腾讯音乐"),
        ("腾讯 二面", "腾讯"),
        ("What does ByteDance ask in round 2", "字节跳动"),
        ("美的 (拿到 offer)", "美的"),
        ("超参数 面经", "超参数"),
        ("Soul一面", "Soul"),
    ],
)
def test_a_company_is_found_in_a_heading_or_query(text: str, name: str) -> None:
    found = find_company_in(text)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "text",
    [
        "超参数怎么调",
        "完美的结果",
        "字节对齐怎么算",
        "一个 int 占多少字节",
        "YOLOv5 的 C3 模块",
        "soulful",
        "通用的检测器",
        "",
    ],
)
def test_ordinary_words_are_no_company(text: str) -> None:
    assert find_company_in(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("一面", "一面"),
        ("一轮", "一面"),
        ("technical round 1", "一面"),
        ("2面", "二面"),
        ("２ 面", "二面"),
        ("第二轮", "二面"),
        ("Round 2", "二面"),
        ("hr", "HR面"),
        ("HR 面", "HR面"),
        ("主管", "主管面"),
        ("机试", "笔试"),
        ("电话面试", "电话面"),
        ("未知轮次", "未知轮次"),
    ],
)
def test_round_aliases(text: str, name: str) -> None:
    assert canonical_round(text) == name


@pytest.mark.parametrize("text", ["", "七十面", "四面体", "R1 模型"])
def test_no_round(text: str) -> None:
    assert canonical_round(text) is None
    assert round_in(text) is None


def test_a_round_is_found_in_a_heading_or_query() -> None:
    assert round_in("### 3.23 一面") == "一面"
    assert round_in("字节 hr 会问什么") == "HR面"
    assert round_in("bytedance round 3 questions") == "三面"
    assert round_in("DeepSeek R1 怎么训练") is None


def test_unknown_rounds_come_last() -> None:
    assert round_names()[0] == "一面"
    assert round_names()[-1] == "未知轮次"


def write(folder: Path, text: str) -> Path:
    path = folder / "companies.yaml"
    path.write_text(text, encoding="utf-8")
    return path


ROUNDS = "rounds: [{name: 一面}]\n"


def test_an_unknown_key_is_refused_with_file_and_key(tmp_path: Path) -> None:
    company = "companies: [{name: 甲, name_en: A, slug: a, status: interviewed, alias: [x]}]\n"
    with pytest.raises(CompaniesError, match=r"companies\.yaml: companies\.0\.alias: unknown key"):
        read_data(write(tmp_path, company + ROUNDS))


def test_an_alias_of_two_companies_is_refused(tmp_path: Path) -> None:
    companies = (
        "companies:\n"
        "- {name: 甲, name_en: A, slug: a, status: interviewed, aliases: [X Y]}\n"
        "- {name: 乙, name_en: B, slug: b, status: named_only, aliases: [xy]}\n"
    )
    with pytest.raises(CompaniesError, match="names both 甲 and 乙"):
        read_data(write(tmp_path, companies + ROUNDS))


@pytest.mark.parametrize(("slug", "status"), [("A b", "interviewed"), ("a", "maybe")])
def test_bad_values_are_refused(tmp_path: Path, slug: str, status: str) -> None:
    company = f"companies: [{{name: 甲, name_en: A, slug: {slug}, status: {status}}}]\n"
    with pytest.raises(CompaniesError, match=r"companies\.0\.(slug|status)"):
        read_data(write(tmp_path, company + ROUNDS))


@pytest.mark.parametrize("source", ["report.txt", "report.txt:0", "folder/report.txt:3", "report.txt:3:4", "12", ""])
def test_a_passing_word_on_a_company_needs_file_and_line(tmp_path: Path, source: str) -> None:
    named = f"{{text: 甲, text_en: A, source: '{source}'}}"
    company = f"companies: [{{name: 甲, name_en: A, slug: a, status: named_only, named: [{named}]}}]\n"
    with pytest.raises(CompaniesError, match=r"companies\.0\.named\.0\.source: .*write file:line"):
        read_data(write(tmp_path, company + ROUNDS))


def test_broken_yaml_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CompaniesError, match="not valid YAML"):
        read_data(write(tmp_path, "companies: [\n"))
