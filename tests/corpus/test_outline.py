"""Reports whose structure somebody else told: the roles come from outside, every word from the file."""

import pytest

from corpus.parse import OutlineLine, ParseError, Role, parse_outlined
from corpus.report import Kind, Question

LINES = [
    "那天去了鹅厂",
    "先是小哥哥",
    "* 过拟合是啥",
    "正则化、早停",
    "那早停呢",
    "写个快排",
    "挺开心的，面试官 13912345678 很好",
    "没有意义的话",
    "",
]


def outline(*entries: dict[str, object]) -> list[OutlineLine]:
    return [OutlineLine.model_validate(entry) for entry in entries]


def questions(*entries: dict[str, object]) -> list[Question]:
    report = parse_outlined(LINES, "a.txt", outline(*entries)).report
    return [question for round_ in report.rounds for question in round_.questions]


def test_roles_make_a_report_of_the_files_own_words() -> None:
    parsed = parse_outlined(
        LINES,
        "a.txt",
        outline(
            {"line": 1, "role": "company", "company": "鹅厂"},
            {"line": 2, "role": "round", "round": "一面", "date": "2023-04-05"},
            {"line": 3, "role": "question"},
            {"line": 4, "role": "answer"},
            {"line": 5, "role": "follow_up", "follows_line": 3},
            {"line": 6, "role": "question", "kind": "coding"},
            {"line": 7, "role": "remark"},
        ),
    )
    (round_,) = parsed.report.rounds
    assert (round_.company, round_.name, round_.date) == ("腾讯", "一面", "2023-04-05")
    first, follow, coding = round_.questions
    assert (first.text, [a.text for a in first.answers], str(first.source[0])) == (
        "过拟合是啥",
        ["正则化、早停"],
        "a.txt:3",
    )
    assert (follow.text, follow.follows) == ("那早停呢", first.id)
    assert (coding.kind, coding.follows) == (Kind.CODING, None)
    assert [remark.text for remark in round_.remarks] == ["挺开心的，面试官 [电话] 很好"]
    assert [(s.line, s.reason) for s in parsed.skipped] == [(8, "大纲没有采用 (left out by the outline)")]


def test_a_company_that_nobody_listed_keeps_its_name_and_a_new_one_has_no_round_yet() -> None:
    found = questions(
        {"line": 1, "role": "company", "company": "某小厂", "round": "二面"},
        {"line": 3, "role": "question"},
        {"line": 4, "role": "company", "company": "pdd"},
        {"line": 5, "role": "question"},
    )
    assert [(q.company, q.round) for q in found] == [("某小厂", "二面"), ("拼多多", "未知轮次")]


def test_a_follow_up_on_no_question_stands_alone_and_is_told() -> None:
    parsed = parse_outlined(
        LINES, "a.txt", outline({"line": 3, "role": "question"}, {"line": 5, "role": "follow_up", "follows_line": 4})
    )
    second = parsed.report.rounds[0].questions[1]
    assert second.follows is None
    assert (5, "所属的第 4 行不是前面的问题 (line 4 is no question before it)") in [
        (s.line, s.reason) for s in parsed.skipped
    ]


@pytest.mark.parametrize(
    ("numbers", "reason"),
    [((3, 10), "line 10, the file has 9"), ((5, 3), "line 3 comes after 5"), ((3, 3), "line 3 comes after 3")],
)
def test_lines_outside_twice_or_out_of_order_are_refused(numbers: tuple[int, int], reason: str) -> None:
    entries = [OutlineLine(line=number, role=Role.QUESTION) for number in numbers]
    with pytest.raises(ParseError, match=reason) as caught:
        parse_outlined(LINES, "a.txt", entries)
    assert caught.value.file == "a.txt"
