"""Scoring by a reference answer on the command line: one answer, and a batch."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands import run, run_json

QUESTION = "相机标定板为什么用棋盘格而不是圆点？"
REFERENCE = "棋盘格角点的检测精度高，不受透视畸变影响；圆点的圆心投影后会偏。"
ANSWER = "角点检测精度更高，而且不受透视畸变的影响。"


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_an_answer_is_compared_with_a_reference(tmp_path: Path, data_folder: Path) -> None:
    answer, reference = written(tmp_path, "a.txt", ANSWER), written(tmp_path, "r.txt", REFERENCE)
    arguments = ("score", "--question", QUESTION, "--reference", reference, "--answer", answer)
    found = run_json(*arguments, data=data_folder)
    assert set(found) == {"question_id", "rubric", "scorer", "fraction", "criteria", "unscored", "flags"}
    assert (found["rubric"], found["scorer"], found["unscored"]) == (None, "reference", None)
    assert 0.2 < found["fraction"] < 1
    assert set(found["criteria"][0]) == {"criterion", "weight", "verdict", "evidence"}
    told = run(*arguments, data=data_folder).stdout
    assert "reference: " in told
    assert "圆点的圆心投影后会偏" in told


def test_a_score_says_which_points_were_made_and_why(tmp_path: Path, data_folder: Path) -> None:
    answer = written(tmp_path, "a.txt", "过拟合就是训练误差很低、测试误差很高，可以多加数据，也可以用正则化。")
    told = run("score", "--question", "什么是过拟合，怎么解决？", "--answer", answer, data=data_folder).stdout
    points = [line for line in told.splitlines() if line.startswith("  [")]
    assert points
    assert any(line.startswith("  [说到] ") for line in points)
    assert any(line.startswith("  [未提到] ") for line in points)
    assert all(len(line) > 16 for line in points)
    assert "“" in told


def test_lines_of_a_batch_may_have_a_reference(tmp_path: Path, data_folder: Path) -> None:
    lines = [
        {"qid": 1, "question": QUESTION, "answer": ANSWER, "reference": REFERENCE},
        {"qid": 2, "question": QUESTION, "answer": ANSWER},
        {"qid": 3, "question": QUESTION, "answer": ANSWER, "reference": ""},
    ]
    batch = written(tmp_path, "b.jsonl", "\n".join(json.dumps(line, ensure_ascii=False) for line in lines))
    result = run("score", "--batch", batch, data=data_folder)
    assert result.returncode == 0, result.stderr
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["qid"] for line in found] == [1, 2, 3]
    assert [line["scorer"] for line in found] == ["reference", "none", "reference"]
    assert found[0]["fraction"] > 0.2
    assert found[1]["fraction"] is None
    assert "参考答案" in found[2]["unscored"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--question", QUESTION, "--answer", "{a}", "--reference", "/no/such/file.txt"], 1, "/no/such/file.txt"),
        (["--batch", "{a}", "--reference", "{a}"], 2, "reference"),
        (["--reference", "{a}", "--answer", "{a}"], 2, "--question"),
    ],
)
def test_mistakes_are_one_line_and_an_exit_code(
    tmp_path: Path, data_folder: Path, arguments: list[str], code: int, said: str
) -> None:
    answer = written(tmp_path, "a.txt", ANSWER)
    result = run("score", *(argument.format(a=answer) for argument in arguments), data=data_folder)
    assert result.returncode == code
    assert said in result.stderr
    assert "Traceback" not in result.stderr
