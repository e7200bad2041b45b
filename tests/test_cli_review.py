"""People's verdicts on the command line: overruling, agreement, and both verdicts in what is printed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands import run, run_json


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """A data folder with an interview of one answer."""
    folder = tmp_path_factory.mktemp("held")
    answers = folder / "answers.jsonl"
    said = "我是计算机专业的硕士，研究方向是图像分割，做过一个人像抠图项目，我负责模型训练。"
    answers.write_text(
        "\n".join(json.dumps({"text": text}, ensure_ascii=False) for text in (said, "结束面试")), encoding="utf-8"
    )
    data = folder / "data"
    document = run_json(
        "interview", "--company", "旷视", "--round", "二面", "--seed", "1", "--answers", answers, data=data
    )
    return data, document


def test_both_verdicts_are_printed_and_counted(held: tuple[Path, dict[str, Any]]) -> None:
    data, document = held
    none = run_json("review", "--agreement", data=data)
    assert (none["items"], none["kappa"]) == (0, None)
    question = next(q for q in document["scorecard"]["questions"] if q["criteria"])
    one, two = question["criteria"][:2]
    changed = "full" if one["verdict"] != "full" else "none"
    place = f"{question['id']}/{one['criterion']}={changed}"
    read = run_json("review", document["id"], "--overrule", place, "--note", "<b>看错了</b>", data=data)
    shown = next(q for q in read["scorecard"]["questions"] if q["id"] == question["id"])
    assert shown["criteria"] == question["criteria"]
    (given,) = shown["people"]
    assert (given["scorer"], given["verdict"], given["note"]) == (one["verdict"], changed, "<b>看错了</b>")
    assert shown["fraction_by_people"] != shown["fraction"]

    confirmed = f"{question['id']}/{two['criterion']}={two['verdict']}"
    assert run("review", document["id"], "--overrule", confirmed, data=data).returncode == 0
    found = run_json("review", "--agreement", data=data)
    assert set(found) == {"items", "agreed", "kappa", "verdicts", "confusion"}
    assert (found["items"], found["agreed"]) == (2, 1)
    assert found["confusion"][one["verdict"]][changed] == 1
    assert found["kappa"] is not None
    told = run("review", "--agreement", data=data).stdout
    assert "2" in told
    assert "κ" in told
    markdown = run("review", document["id"], "--export", "md", data=data).stdout
    assert "人工改判" in markdown
    assert "人工确认" in markdown
    assert "<b>" not in markdown


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--overrule", "q/c=full"], 2, "ID"),
        (["nope", "--overrule", "q/c=full"], 1, "nope"),
        (["{id}", "--overrule", "q/c=excellent"], 2, "contradicted"),
        (["{id}", "--overrule", "full"], 2, "QUESTION/CRITERION"),
        (["{id}", "--overrule", "no-such-question/no-such-point=full"], 1, "no-such-point"),
        (["{id}", "--note", "why"], 2, "--overrule"),
        (["{id}", "--agreement"], 2, "--agreement"),
        (["--agreement", "--export", "md"], 2, "ID"),
    ],
)
def test_mistakes_are_one_line_and_an_exit_code(
    held: tuple[Path, dict[str, Any]], arguments: list[str], code: int, said: str
) -> None:
    data, document = held
    result = run("review", *(argument.format(id=document["id"]) for argument in arguments), data=data)
    assert result.returncode == code
    assert said in result.stderr
    assert "Traceback" not in result.stderr
