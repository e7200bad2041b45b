"""The commands are a contract: their names, JSON keys and exit codes stay."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands import ROOT, run, run_json

NMS = ROOT / "sandbox/problems/nms/solutions"


def test_companies(data_folder: Path) -> None:
    rows = run_json("companies", data=data_folder)
    assert set(rows[0]) == {"company", "company_en", "aliases", "rounds", "questions", "outcome", "status"}
    asked = {row["company"]: row for row in rows if row["questions"]}
    assert set(asked) >= {"字节跳动", "地平线", "快手", "旷视", "影石 Insta360"}
    assert asked["字节跳动"]["questions"] == 126
    assert set(asked["快手"]["rounds"][0]) == {"round", "questions", "coding", "dates", "minutes", "manner"}
    assert asked["影石 Insta360"]["rounds"][0]["minutes"] == 80
    assert {row["status"] for row in rows} == {"interviewed", "named_only"}


def test_questions_take_aliases_and_filters(data_folder: Path) -> None:
    rows = run_json("questions", "--company", "Horizon", "--round", "round 2", "--kind", "coding", data=data_folder)
    keys = {"id", "company", "round", "date", "kind", "topics", "text", "follows", "source", "rubric", "problem"}
    assert set(rows[0]) >= keys
    assert [(row["company"], row["round"], row["problem"]) for row in rows] == [
        ("地平线", "二面", "reverse-linked-list")
    ]
    assert rows[0]["source"] == [{"file": "000_88afcba30418b329.txt", "line": 277}]


def test_search(data_folder: Path) -> None:
    found = run_json("search", "抠图视频闪烁怎么办", "--company", "字节", "-k", "3", data=data_folder)
    assert set(found) == {"query", "hits"}
    assert set(found["hits"][0]) == {"id", "text", "company", "round", "date", "score", "source"}
    assert {hit["company"] for hit in found["hits"]} == {"字节跳动"}


def test_problems(data_folder: Path) -> None:
    rows = run_json("problems", data=data_folder)
    shipped = {path.parent.name for path in NMS.parent.parent.glob("*/problem.yaml")}
    assert {row["slug"] for row in rows if "--" not in row["slug"]} == shipped
    assert {"nms", "layer-norm", "reverse-linked-list"} <= shipped
    assert set(rows[0]) >= {"slug", "title", "category", "kind", "entry", "signature", "asked_by"}


@pytest.mark.parametrize("command", ["problems", "questions"])
def test_a_round_that_a_company_never_held_is_told(data_folder: Path, command: str) -> None:
    result = run(command, "--company", "地平线", "--round", "八面", data=data_folder)
    assert (result.returncode, result.stdout) == (0, "")
    assert "nothing fits" in result.stderr
    assert "一面" in result.stderr
    assert "八面" not in result.stderr
    assert run_json(command, "--company", "地平线", "--round", "八面", data=data_folder) == []


def test_judge_right_wrong_and_samples(data_folder: Path) -> None:
    right = run_json("judge", "nms", sorted(NMS.glob("right_*.py"))[0], data=data_folder)
    assert set(right) >= {"slug", "verdict", "passed", "total", "cases", "isolation", "seconds"}
    assert set(right["cases"][0]) == {"name", "verdict", "seconds", "message"}
    assert (right["verdict"], right["passed"]) == ("accepted", right["total"])
    samples = run_json("judge", "nms", sorted(NMS.glob("right_*.py"))[0], "--samples", data=data_folder)
    assert samples["total"] == 2


def test_judge_batch_writes_a_line_each(tmp_path: Path, data_folder: Path) -> None:
    files = sorted(NMS.glob("*.py"))[:3]
    batch = tmp_path / "batch.jsonl"
    batch.write_text("".join(json.dumps({"slug": "nms", "path": str(f)}) + "\n" for f in files), encoding="utf-8")
    result = run("judge", "--batch", batch, data=data_folder)
    assert result.returncode == 0, result.stderr
    verdicts = [json.loads(line)["verdict"] for line in result.stdout.splitlines()]
    expected = [f.read_text("utf-8").splitlines()[0].removeprefix("# expect:").strip() for f in files]
    assert verdicts == expected


def test_drill(data_folder: Path) -> None:
    drawn = run_json("drill", "--seed", "3", data=data_folder)
    assert set(drawn) == {"id", "slug", "text", "params"}
    assert run_json("drill", "--seed", "3", data=data_folder) == drawn
    checked = run_json("drill", "--check", drawn["id"], "nonsense", data=data_folder)
    assert set(checked) == {"correct", "expected", "working"}
    assert checked["correct"] is False
    assert run_json("drill", "--check", drawn["id"], str(checked["expected"]), data=data_folder)["correct"] is True


def test_score(tmp_path: Path, data_folder: Path) -> None:
    answer = tmp_path / "answer.txt"
    answer.write_text("BN 按通道跨整个 batch 统计，依赖 batch size，小 batch 时不稳定。", encoding="utf-8")
    question = "Transformer 里为什么用 LayerNorm 而不用 BatchNorm？"
    scored = run_json("score", "--question", question, "--answer", answer, data=data_folder)
    assert set(scored) == {"question_id", "rubric", "scorer", "fraction", "criteria", "unscored", "flags"}
    assert set(scored["criteria"][0]) == {"criterion", "weight", "verdict", "evidence"}
    assert scored["rubric"] == "layernorm-vs-batchnorm"
    assert 0 < scored["fraction"] < 1


def test_score_batch(tmp_path: Path, data_folder: Path) -> None:
    batch = tmp_path / "batch.jsonl"
    lines = [
        {"qid": "a", "question": "GIL 是什么？", "answer": "不知道"},
        {"qid": "b", "question": "今天天气怎么样", "answer": "晴"},
    ]
    batch.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    result = run("score", "--batch", batch, data=data_folder)
    documents = [json.loads(line) for line in result.stdout.splitlines()]
    assert [document["qid"] for document in documents] == ["a", "b"]
    assert documents[0]["fraction"] == 0
    assert documents[1]["fraction"] is None
    assert documents[1]["unscored"]


def test_reports_come_and_go(tmp_path: Path, data_folder: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "a.md").write_text("1. 讲讲 BatchNorm？\n2. 那 LayerNorm 呢？\n", encoding="utf-8")
    (folder / "b.md").write_text("# 商汤 二面\n\n1. 手写 IoU？\n", encoding="utf-8")
    (folder / "bad.md").write_bytes(b"\x89PNG\r\n\x1a\n")
    done = run_json("ingest", folder, "--company", "星尘视觉", "--round", "一面", data=data_folder)
    assert set(done) == {"reports", "questions", "duplicates", "skipped", "files"}
    assert (done["reports"], done["questions"], done["duplicates"]) == (2, 3, 0)
    assert [set(file) for file in done["files"]] == [{"file", "companies", "rounds", "questions"}] * 2
    assert [file["companies"] for file in done["files"]] == [["星尘视觉"], ["商汤"]]
    assert [skipped["file"] for skipped in done["skipped"]] == ["bad.md"]
    assert set(done["skipped"][0]) == {"file", "line", "reason"}
    assert len(run_json("questions", "--company", "星尘视觉", "--round", "1面", data=data_folder)) == 2
    row = next(row for row in run_json("companies", data=data_folder) if row["company"] == "星尘视觉")
    assert [(entry["round"], entry["questions"]) for entry in row["rounds"]] == [("一面", 2)]

    rebuilt = run_json("reindex", data=data_folder)
    assert set(rebuilt) == {"questions", "collection", "seconds"}
    assert rebuilt["questions"] == len(run_json("questions", data=data_folder))
    assert run_json("forget", folder / "a.md", data=data_folder) == {"file": "a.md", "questions": 2}
    gone = run("questions", "--company", "星尘视觉", data=data_folder)
    assert gone.returncode == 1
    again = run("forget", "a.md", data=data_folder)
    assert again.returncode == 1
    assert "b.md" in again.stderr


def test_doctor(data_folder: Path) -> None:
    found = run_json("doctor", data=data_folder)
    assert set(found) >= {"isolation", "endpoint", "index", "data", "versions"}
    assert set(found["isolation"]) == {"level", "label", "missing"}
    assert found["data"] == str(data_folder)


def test_unfinished_interview_is_taken_up(tmp_path: Path, data_folder: Path) -> None:
    begun = run(
        "interview", "--company", "旷视", "--round", "二面", "--seed", "1", data=data_folder, stdin="我叫小明\n"
    )  # fmt: skip
    assert begun.returncode == 0, begun.stderr
    (row,) = run_json("review", data=data_folder)
    assert row["state"] == "unfinished"
    answers = tmp_path / "answers.jsonl"
    answers.write_text('{"text": "结束面试"}\n', encoding="utf-8")
    held = run_json("interview", "--continue", row["id"], "--answers", answers, data=data_folder)
    assert held["id"] == row["id"]
    assert [turn["text"] for turn in held["turns"] if turn["speaker"] == "candidate"] == ["我叫小明", "结束面试"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["interview"], 2, "--company"),
        (["interview", "--company", "字节跳动", "--round", "八面"], 1, "一面"),
        (["interview", "--company", "不存在公司", "--round", "一面"], 1, "字节跳动"),
        (["interview", "--continue", "nope"], 1, "nope"),
        (["judge", "nms"], 2, "FILE"),
        (["judge", "no-such-problem", "x.py"], 1, "nms"),
        (["judge", "nms", "/no/such/file.py"], 1, "/no/such/file.py"),
        (["score", "--answer", "x"], 2, "--question"),
        (["questions", "--kind", "nonsense"], 2, "nonsense"),
        (["review", "nope"], 1, "nope"),
        (["review", "--export", "md"], 2, "ID"),
        (["ingest", "/no/such/report.md"], 1, "report.md"),
        (["ingest", "README.md", "--round", "第九十面"], 1, "一面"),
        (["forget", "nothing.md"], 1, "nothing.md"),
        (["drill", "--topic", "nonsense"], 1, "nonsense"),
        (["no-such-command"], 2, "no-such-command"),
    ],
)
def test_mistakes_are_one_line_and_an_exit_code(arguments: list[str], code: int, said: str, data_folder: Path) -> None:
    result = run(*arguments, data=data_folder)
    assert result.returncode == code
    assert said in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("arguments", [["review"], ["search", "x"], ["ingest", "README.md"], ["doctor"]])
def test_a_data_folder_that_cannot_be_made_is_told_in_one_line(arguments: list[str], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    result = run(*arguments, data=tmp_path / "file" / "data")
    assert "Traceback" not in result.stderr
    assert result.returncode == (0 if arguments == ["doctor"] else 1)
    assert "data" in result.stdout + result.stderr
