"""The model says what each line of a report is; the text, the line numbers and the last word stay with the program."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from bot.errors import UsageError
from bot.llm.chat import ChatEndpoint
from bot.llm.outlining import Outliner
from bot.services import Services
from corpus.ingest import Draft
from corpus.parse import parse_report
from tests.bot.llm.endpoint import Request, ScriptedEndpoint, computed, error, says

TEXT = """\
聊聊我在某独角兽的经历，电话 13912345678
上来先问了 BN
bias 和 variance
还问了手撕 NMS
然后就没有然后了
"""
OUTLINE: dict[str, list[dict[str, object]]] = {
    "lines": [
        {"line": 1, "role": "company", "company": "商汤"},
        {"line": 2, "role": "question", "round": "一面", "date": "2023-05", "kind": "fundamentals"},
        {"line": 3, "role": "follow_up", "follows_line": 2},
        {"line": 4, "role": "question", "kind": "coding"},
    ]
}


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "post.txt"
    path.write_text(TEXT, "utf-8")
    return path


def outlined(chat: ChatEndpoint, path: Path) -> tuple[list[tuple[str, str, str, int]], list[str]]:
    """Company, round, text and line of each question; reasons of what was skipped."""
    parsed = Outliner(chat)(path, parse_report(path))
    asked = [q for round_ in parsed.report.rounds for q in round_.questions]
    return (
        [(q.company, q.round, q.text, q.source[0].line) for q in asked],
        [skipped.reason for skipped in parsed.skipped],
    )


def test_the_model_names_roles_and_the_file_gives_the_words(
    chat: ChatEndpoint, endpoint: ScriptedEndpoint, report: Path
) -> None:
    endpoint.script(says("好的：\n```json\n" + json.dumps(OUTLINE, ensure_ascii=False) + "\n```"))
    asked, _ = outlined(chat, report)
    assert asked == [
        ("商汤", "一面", "上来先问了 BN", 2),
        ("商汤", "一面", "bias 和 variance", 3),
        ("商汤", "一面", "还问了手撕 NMS", 4),
    ]


def test_personal_data_is_not_sent(chat: ChatEndpoint, endpoint: ScriptedEndpoint, report: Path) -> None:
    endpoint.script(says(json.dumps(OUTLINE)))
    outlined(chat, report)
    assert "上来先问了" in endpoint.requests[0].message("user")
    assert "13912345678" not in json.dumps(endpoint.requests[0].body)


@pytest.mark.parametrize(
    "reply",
    [
        "我不会",
        "[{",
        "[]",
        '{"lines": []}',
        '{"lines": [{"line": 99, "role": "question"}]}',
        '{"lines": [{"line": 2, "role": "boss"}]}',
        '{"lines": [{"line": 2, "role": "question", "text": "自己编的问题"}]}',
        '{"lines": 2}',
    ],
)
def test_what_is_no_outline_is_asked_for_again_and_then_given_up(
    reply: str, chat: ChatEndpoint, endpoint: ScriptedEndpoint, report: Path
) -> None:
    endpoint.script(says(reply))
    parsed = Outliner(chat)(report, parse_report(report))
    assert len(endpoint.requests) == 2
    assert parsed.report == parse_report(report).report
    assert "no outline by the model" in parsed.skipped[0].reason


def test_a_second_try_that_is_right_counts(chat: ChatEndpoint, endpoint: ScriptedEndpoint, report: Path) -> None:
    endpoint.script(says("嗯"), says(json.dumps(OUTLINE)))
    asked, _ = outlined(chat, report)
    assert len(asked) == 3
    assert "JSON" in endpoint.requests[1].body["messages"][-1]["content"]


def test_a_refusing_endpoint_leaves_the_parsers_reading(
    chat: ChatEndpoint, endpoint: ScriptedEndpoint, report: Path
) -> None:
    endpoint.script(error(401))
    parsed = Outliner(chat)(report, parse_report(report))
    assert parsed.report == parse_report(report).report
    assert "no outline by the model" in parsed.skipped[0].reason


def test_long_reports_go_in_parts_that_know_where_the_last_one_ended(
    chat: ChatEndpoint, endpoint: ScriptedEndpoint, tmp_path: Path
) -> None:
    path = tmp_path / "long.txt"
    path.write_text("\n".join(f"第{n}个知识点" for n in range(1, 301)), "utf-8")

    def outline(request: Request) -> str:
        numbers = [int(n) for n in re.findall(r"^(\d+): ", request.message("user"), re.MULTILINE)]
        entries = [{"line": n, "role": "question"} for n in numbers]
        if numbers[0] == 1:
            entries[0] |= {"company": "旷视", "round": "二面"}
        return json.dumps({"lines": entries}, ensure_ascii=False)

    endpoint.script(computed(outline))
    asked, _ = outlined(chat, path)
    assert len(asked) == 300
    assert {(company, round_) for company, round_, _, _ in asked} == {("旷视", "二面")}
    assert "旷视" in endpoint.requests[-1].message("user")


def test_the_services_pass_it_on_only_when_asked(
    llm_services: Services, endpoint: ScriptedEndpoint, report: Path
) -> None:
    endpoint.script(says(json.dumps(OUTLINE)))
    (draft,) = llm_services.ingestion.read([report], with_model=True)
    assert isinstance(draft, Draft)
    assert draft.questions == 3
    assert len(endpoint.requests) == 1
    list(llm_services.ingestion.read([report]))
    assert len(endpoint.requests) == 1


def test_without_an_endpoint_asking_for_the_model_is_an_error(services: Services, report: Path) -> None:
    with pytest.raises(UsageError, match="MIANJING_MODEL"):
        services.ingestion.read([report], with_model=True)
