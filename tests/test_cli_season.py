"""Seasons and written tests on the command line."""

from __future__ import annotations

import json
from pathlib import Path

from tests.commands import run, run_json


def test_a_season_goes_from_round_to_round(tmp_path: Path, data_folder: Path) -> None:
    answers = tmp_path / "answers.jsonl"
    answers.write_text("".join(json.dumps({"text": "不会"}) + "\n" for _ in range(40)), encoding="utf-8")

    begun = run_json("season", "--company", "kuaishou", "--seed", "1", data=data_folder)
    assert set(begun) == {*("id", "company", "started", "language", "mode", "state", "rounds", "stopped_at", "study")}
    assert [(each["round"], each["state"]) for each in begun["rounds"]] == [
        ("一面", "unfinished"),
        ("二面", "not_begun"),
    ]
    again = run_json("season", "--company", "快手", data=data_folder)
    assert again == begun, "the round that was begun is still due"

    first = begun["rounds"][0]["interview"]
    held = run_json("interview", "--continue", first, "--answers", answers, data=data_folder)
    now = run_json("season", "--company", "快手", data=data_folder)
    assert now["id"] == begun["id"]
    assert now["stopped_at"] == "一面"
    assert now["study"]
    assert now["rounds"][0]["recommendation"] == held["scorecard"]["recommendation"]
    second = run_json("interview", "--continue", now["rounds"][1]["interview"], "--answers", answers, data=data_folder)
    asked = [{turn["question"]["id"] for turn in each["turns"] if turn["question"]} for each in (held, second)]
    assert asked[0]
    assert asked[1]
    assert not asked[0] & asked[1]

    listed = run_json("season", data=data_folder)
    assert [(each["id"], each["state"]) for each in listed] == [(begun["id"], "finished")]
    assert run_json("season", "--company", "快手", data=data_folder)["id"] != begun["id"], "the next one is new"


def test_a_season_of_nobody_is_refused(data_folder: Path) -> None:
    refused = run("season", "--company", "没有这家公司", data=data_folder)
    assert refused.returncode == 1
    assert "没有这个公司" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_written_test_over_jsonl(data_folder: Path) -> None:
    given = ["第3题", {"code": "x = 1"}, "提示", "第 9 题", "交卷"]
    lines = [json.dumps(each if isinstance(each, dict) else {"text": each}, ensure_ascii=False) for each in given]
    done = run(
        *("interview", "--company", "旷视", "--round", "OA", "--seed", "3", "--jsonl"),
        data=data_folder,
        stdin="\n".join(lines) + "\n",
    )
    assert done.returncode == 0, done.stderr
    *turns, last = [json.loads(line) for line in done.stdout.splitlines()]
    moves = ["hand_out", "hand_over_code", "discuss_verdict", "clarify", "clarify", "close"]
    assert [turn["move"] for turn in turns] == moves
    assert turns[0]["problem"] != turns[1]["problem"] == turns[2]["problem"]
    assert turns[0]["question"]["borrowed"]
    assert turns[-1]["done"]
    assert [problem["blank"] for problem in last["scorecard"]["problems"]] == [True, True, False]
    assert last["scorecard"]["problems"][2]["attempts"] == 1
