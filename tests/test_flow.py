"""The main job, end to end: from a report file, through an interview with code, to its review."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

from tests.commands import ROOT, run, run_json

REPORT = """\
# 2025 秋招面经

## 商汤

### 9.12 一面

1. 自我介绍
2. 介绍一个你做过的检测项目
3. Transformer 里为什么用 LayerNorm 而不用 BatchNorm？
4. 手撕 NMS，要求用 numpy 向量化

联系我：zhang.san@example.com，电话 13800138000
"""
GOOD_ANSWER = (
    "LN 对每个 token 自己的特征维求均值和方差，BN 按通道跨整个 batch 统计；所以 BN 依赖 batch size，"
    "小 batch 时统计量不稳定。序列长度不一要补 padding，BN 会把填充位置算进统计量。"
)


def test_from_report_file_to_review(tmp_path: Path, data_folder: Path) -> None:
    report = tmp_path / "mine.md"
    report.write_text(REPORT, encoding="utf-8")

    done = run_json("ingest", report, data=data_folder)
    assert done["reports"] == 1
    assert done["questions"] == 4
    assert done["files"][0]["rounds"] == [{"company": "商汤", "round": "一面", "questions": 4}]
    again = run_json("ingest", report, data=data_folder)
    assert (again["questions"], again["duplicates"]) == (0, 4)
    stored = "".join(path.read_text("utf-8") for path in (data_folder / "reports").iterdir())
    assert "13800138000" not in stored
    assert "example.com" not in stored

    listed = run_json("questions", "--company", "sensetime", "--round", "round 1", data=data_folder)
    asked = [question for question in listed if question["source"][0]["file"] == "mine.md"]
    assert [question["source"] for question in asked] == [[{"file": "mine.md", "line": n}] for n in (7, 8, 9, 10)]
    assert {question["company"] for question in asked} == {"商汤"}
    hits = run_json("search", "why layer norm instead of batch norm", "--company", "商汤", data=data_folder)["hits"]
    assert hits[0]["id"] == asked[2]["id"]

    right = ROOT / "sandbox/problems/nms/solutions"
    code = next(path for path in sorted(right.glob("right_*.py")))
    answers = tmp_path / "answers.jsonl"
    lines = [{"text": GOOD_ANSWER}] * 40 + [{"code": str(code)}] * 2
    answers.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    held = run_json(
        "interview", "--company", "商汤", "--round", "一面", "--answers", answers, "--seed", "5", data=data_folder
    )
    questions = [turn["question"] for turn in held["turns"] if turn["move"] in ("ask", "follow_up", "hand_over_code")]
    assert len({question["id"] for question in questions}) == len(questions)
    assert all(q["company"] and q["round"] and q["date"] and q["source"][0]["line"] for q in questions)
    own = [question for question in questions if not question["borrowed"]]
    assert {question["id"] for question in own} >= {asked[1]["id"], asked[2]["id"]}
    scorecard = held["scorecard"]
    assert scorecard["problems"]
    layernorm = next(q for q in scorecard["questions"] if q["id"] == asked[2]["id"])
    assert layernorm["fraction"] > 0.6
    said = unicodedata.normalize("NFKC", GOOD_ANSWER)
    assert [c for c in layernorm["criteria"] if c["evidence"] and c["evidence"] not in said] == []

    listed = run_json("review", data=data_folder)
    assert [row["id"] for row in listed] == [held["id"]]
    assert listed[0]["state"] == "finished"
    read = run_json("review", held["id"], data=data_folder)
    assert read["turns"] == held["turns"]
    assert read["scorecard"] == scorecard
    for form in ("md", "html", "json", "pdf"):
        out = tmp_path / f"review.{form}"
        assert run("review", held["id"], "--export", form, "--out", out, data=data_folder).returncode == 0
        assert out.stat().st_size > 1000


def test_the_same_seed_gives_the_same_interview(tmp_path: Path, data_folder: Path) -> None:
    answers = tmp_path / "answers.jsonl"
    answers.write_text('{"text": "不会"}\n' * 30, encoding="utf-8")

    def texts(seed: str) -> list[str]:
        held = run_json(
            "interview", "--company", "快手", "--round", "1面", "--answers", answers, "--seed", seed, data=data_folder
        )
        return [turn["text"] for turn in held["turns"]]

    assert texts("11") == texts("11")
    assert texts("11") != texts("12")


def test_a_conversation_over_lines_of_json(data_folder: Path) -> None:
    given = "\n".join(['{"text": "我做过检测项目"}', "garbage", '{"code": "x = 1"}', '{"text": "结束面试"}'])
    result = run(
        "interview",
        "--company",
        "字节",
        "--round",
        "hr",
        "--jsonl",
        "--seed",
        "1",
        data=data_folder,
        stdin=given + "\n",
    )
    assert result.returncode == 0, result.stderr
    told = [json.loads(line) for line in result.stdout.splitlines()]
    assert set(told[0]) == {"turn", "move", "text", "question", "problem", "done"}
    assert told[0]["question"]["company"] == "字节跳动"
    assert sum("error" in line for line in told) == 2
    assert told[-2]["done"] is True
    assert set(told[-1]) == {"id", "scorecard"}
    assert told[-1]["scorecard"]["recommendation"] == "not_enough_evidence"
