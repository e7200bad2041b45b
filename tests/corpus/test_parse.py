"""Reading files: this project's format strictly, and bytes of any encoding. Other formats: test_wild.py."""

from pathlib import Path

import pytest

from corpus.parse import ParsedReport, ParseError, parse_report, parse_text
from corpus.report import Kind, Question, Trait

SHIPPED = """\
---
company: pdd
team: 搜索
role: 算法实习生
season: 暑期实习
year: 2023
outcome: offer
source: a.txt, b.txt
---
# 拼多多 2023 暑期实习
注（结果）：两天后通过。
  EN: Passed after two days.
  source: a.txt:1

## 一面 2023-04-11
注（风格）：节奏快。
  EN: Fast.
  source: a.txt:2 | shows: brisk, presses | minutes: 40

1. 训练集多大？
   EN: How large is the training set?
   ask: 你的项目用了多少数据？
   ask-en: How much data did your project use?
   source: a.txt:3, b.txt:4 | kind: resume_project | topics: data, training | rubric: project-facts
   答（候选人）：约三万张。
   注：想听各类数量。
   1. 不均衡怎么处理？
      source: a.txt:3 | kind: fundamentals
      1. 还有别的办法吗？
         source: a.txt:4 | kind: fundamentals
2. 手写 IoU。
   ```python
   def iou(a, b): ...
   ```
   source: b.txt:9 | kind: coding | problem: iou
   A: 写出来了。
   EN: Written.
   Note: 变量名随意。

## round 2
1. 反问。
   also: 你有什么要问我的 | any questions for us
   source: b.txt:12 | kind: reverse_qa
"""


def questions(parsed: ParsedReport) -> list[Question]:
    return [question for round_ in parsed.report.rounds for question in round_.questions]


def texts(parsed: ParsedReport) -> list[str]:
    return [question.text for question in questions(parsed)]


class TestShipped:
    def test_everything_is_read(self) -> None:
        report, skipped = parse_text(SHIPPED, "pdd.md")
        assert skipped == []
        assert (report.company, report.team, report.year, report.outcome) == ("拼多多", "搜索", 2023, "offer")
        assert [(r.name, r.date, len(r.questions)) for r in report.rounds] == [
            ("一面", "2023-04-11", 4),
            ("二面", None, 1),
        ]
        assert [(r.about, r.text_en, str(r.source)) for r in report.remarks] == [
            ("outcome", "Passed after two days.", "a.txt:1")
        ]
        (manner,) = report.rounds[0].remarks
        assert (manner.about, manner.shows, manner.minutes) == ("manner", (Trait.BRISK, Trait.PRESSES), 40)
        assert (report.remarks[0].shows, report.remarks[0].minutes) == ((), None)
        first, second, third, coding = report.rounds[0].questions
        assert first.ask_en == "How much data did your project use?"
        assert [str(s) for s in first.source] == ["a.txt:3", "b.txt:4"]
        assert (first.kind, first.topics, first.rubric) == (
            Kind.RESUME_PROJECT,
            ("data", "training"),
            "project-facts",
        )
        assert [(a.by, a.text) for a in first.answers] == [("candidate", "约三万张。")]
        assert first.notes == ("想听各类数量。",)
        assert (first.follows, second.follows, third.follows) == (None, first.id, second.id)
        assert coding.follows is None
        assert coding.problem == "iou"
        assert "def iou(a, b): ..." in coding.text
        assert (coding.answers[0].by, coding.answers[0].text_en, coding.text_en) == ("report", "Written.", "")
        assert report.rounds[1].questions[0].also == ("你有什么要问我的", "any questions for us")

    def test_an_id_outlives_reordering(self) -> None:
        before = {q.text: q.id for q in questions(parse_text(SHIPPED, "pdd.md"))}
        head, _, tail = SHIPPED.partition("2. 手写 IoU。")
        first = head.index("1. 训练集")
        coding, _, rest = tail.partition("## round 2")
        swapped = f"{head[:first]}1. 手写 IoU。{coding}{head[first:]}## round 2{rest}"
        after = {q.text: q.id for q in questions(parse_text(swapped, "renamed.md"))}
        assert after == before
        worded = SHIPPED.replace("any questions for us", "what would you like to know")
        assert {q.text: q.id for q in questions(parse_text(worded, "pdd.md"))} == before, (
            "other wordings, same question"
        )
        assert all(id_.startswith("pdd-") and len(id_) == 16 for id_ in before.values())

    @pytest.mark.parametrize(
        ("old", "new", "line", "reason"),
        [
            ("team: 搜索", "taem: 搜索", 3, r"front matter 'taem': unknown key; use one of company"),
            ("company: pdd", "company: 无名公司", 2, r"company: unknown company '无名公司'; add it to"),
            ("year: 2023", "year: soon", 6, r"year: 'soon' is no year"),
            ("year: 2023", "team: 又", 6, r"front matter 'team': given twice"),
            ("outcome: offer", "outcome: [a", 8, r"front matter: not valid YAML"),
            ("2023-04-11", "2023-13-11", 15, r"date: bad date '2023-13-11'; write YYYY-MM-DD"),
            ("2023-04-11", "2023-02-29", 15, r"date: bad date"),
            ("## round 2", "## 随便聊聊", 40, r"round: unknown round '随便聊聊'"),
            ("## round 2", "### 二面", 40, r"heading: level 3"),
            ("kind: coding", "kind: koding", 35, r"kind: unknown kind 'koding'; use one of self_intro"),
            ("| kind: coding", "| kin: coding", 35, r"'kin': unknown key; did you mean 'kind'"),
            ("| kind: coding", "", 31, r"kind: missing"),
            ("b.txt:9 |", "b.txt |", 35, r"source: malformed source 'b.txt'"),
            ("b.txt:9 |", "b.txt:0 |", 35, r"source: malformed source"),
            ("b.txt:9 |", "c.txt:9 |", 35, r"source: 'c.txt' is not a source of this report"),
            ("problem: iou", "problem: IoU 2", 35, r"problem: 'IoU 2' is no slug"),
            ("   注：想听", "   想听", 26, r"text: not understood"),
            ("答（候选人）", "答（路人）", 25, r"答: unknown speaker '路人'"),
            ("注（风格）", "注（天气）", 16, r"注: unknown subject '天气'"),
            ("brisk, presses", "brisk, pressing", 18, r"shows: unknown trait 'pressing'; use one of brisk, unhurried"),
            ("brisk, presses", "brisk,", 18, r"shows: unknown trait ''"),
            ("minutes: 40", "minutes: 四十", 18, r"minutes: '四十' is no length of a round; write a number from 1"),
            ("minutes: 40", "minutes: 0", 18, r"minutes: '0' is no length"),
            ("| minutes", "| minuets", 18, r"'minuets': unknown key; did you mean 'minutes'"),
            ("minutes: 40", "kind: hr", 18, r"'kind': unknown key; use one of EN, source, shows, minutes"),
            ("   EN: How large", "   EN:\n   EN: How large", 21, r"EN: empty"),
            ("   EN: Written.", "   EN: Written.\n   EN: Done.", 38, r"EN: given twice"),
            ("   ask: 你的", "   EN: again\n   ask: 你的", 22, r"EN: given twice"),
            ("的 | any", "的 | | any", 42, r"also: an empty phrase"),
            ("   ```\n", "", 32, r"code fence: never closed"),
            ("1. 反问。", "反问。", 41, r"text: not understood"),
        ],
    )
    def test_a_mistake_is_named_with_its_line(self, old: str, new: str, line: int, reason: str) -> None:
        assert old in SHIPPED
        with pytest.raises(ParseError, match=reason) as caught:
            parse_text(SHIPPED.replace(old, new, 1), "pdd.md")
        assert caught.value.file == "pdd.md"
        if "fence" not in reason:
            assert caught.value.line == line

    def test_the_same_question_twice_is_refused(self) -> None:
        last = "1. 反问。\n   source: b.txt:12 | kind: reverse_qa\n"
        with pytest.raises(ParseError, match="the same as in line 41"):
            parse_text(SHIPPED + last, "pdd.md")

    def test_personal_data_is_taken_out_here_too(self) -> None:
        report = parse_text(SHIPPED.replace("约三万张", "约三万张，详询 13912345678"), "pdd.md").report
        assert report.rounds[0].questions[0].answers[0].text == "约三万张，详询 [电话]。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030", "gbk"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes("# 百度 一面\r\n1. 什么是过拟合？\r\n2. 怎么缓解？".encode(encoding))
    assert texts(parse_report(path)) == ["什么是过拟合？", "怎么缓解？"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        ("\ufeff \n\u200b".encode(), "empty"),
        (bytes(range(256)) * 20, "not text"),
        (b"\x00\x01\x02\x03" * 400, "not text"),
        (b"a" * 5_000_001, "larger than 5 MB"),
    ],
    ids=["empty", "blank", "bytes", "zeros", "large"],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(data)
    with pytest.raises(ParseError, match=reason) as caught:
        parse_report(path)
    assert caught.value.file == "x.txt"


def test_missing_files_and_folders_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.txt", tmp_path):
        with pytest.raises(ParseError, match="can't be read"):
            parse_report(path)


def test_a_cut_character_loses_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "cut.txt"
    path.write_bytes(("# 百度 一面\n1. 什么是过拟合？\n" + "2. 怎么缓解？\n" * 20 + "3. 啊").encode()[:-1])
    assert "什么是过拟合？" in texts(parse_report(path))
