"""Finding problems in the terminal: filters, status, a random one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands import run, run_json

KEYS = {"slug", "title", "category", "kind", "entry", "signature", "asked_by", "status"}


def test_problems_are_filtered_and_keep_their_keys(data_folder: Path) -> None:
    rows = run_json("problems", "--company", "Megvii", "--round", "round 2", data=data_folder)
    assert [set(row) for row in rows] == [KEYS] * len(rows)
    assert "nms" in {row["slug"] for row in rows}
    assert {row["status"] for row in rows} == {"untried"}
    narrow = run_json(
        "problems", "--topic", "nms", "--difficulty", "2", "--kind", "numpy", "--words", "极大值", data=data_folder
    )
    assert [row["slug"] for row in narrow] == ["nms"]


def test_status_comes_from_what_was_handed_in_and_judging_a_file_records_nothing(
    tmp_path: Path, data_folder: Path
) -> None:
    answers = tmp_path / "answers.jsonl"
    code = tmp_path / "code.py"
    code.write_text("def nothing(): ...\n", encoding="utf-8")
    run_json("judge", "nms", code, data=data_folder)
    assert run_json("problems", "--status", "tried", data=data_folder) == []
    skipping = '{"text": "下一题"}\n' * 20
    answers.write_text(f'{skipping}{{"code": "{code}"}}\n', encoding="utf-8")
    held = run_json(
        "interview", "--company", "旷视", "--round", "二面", "--seed", "1", "--answers", answers, data=data_folder
    )
    handed_in = {turn["submission"]["slug"] for turn in held["turns"] if turn["submission"]}
    tried = run_json("problems", "--status", "tried", data=data_folder)
    assert {row["slug"] for row in tried} == handed_in


def test_a_random_problem_fits_the_filters_and_says_why(data_folder: Path) -> None:
    picked = run("problems", "--random", "--company", "旷视", "--json", data=data_folder)
    assert picked.returncode == 0
    assert "旷视问过" in picked.stderr
    assert "旷视 asked it" in picked.stderr
    (row,) = run_json("problems", "--random", "--topic", "nms", "--kind", "numpy", data=data_folder)
    assert row["slug"] in {"nms", "soft-nms"}


def test_the_table_shows_whole_slugs(data_folder: Path) -> None:
    table = run("problems", "--words", "longest-substring", data=data_folder)
    assert "longest-substring-without-repeating" in table.stdout
    assert "没做过" in table.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--company", "不存在公司"], 1, "字节跳动"),
        (["--company", "旷视", "--round", "十面"], 1, "二面"),
        (["--topic", "detectoin"], 2, "detection"),
        (["--kind", "numpi"], 2, "numpy"),
        (["--difficulty", "6"], 2, "5"),
        (["--status", "done"], 2, "solved"),
        (["--random", "--topic", "nms", "--difficulty", "5"], 1, "条件"),
        (["--check", "--company", "旷视"], 2, "--check"),
    ],
)
def test_mistakes_name_what_there_is(arguments: list[str], code: int, said: str, data_folder: Path) -> None:
    result = run("problems", *arguments, data=data_folder)
    assert result.returncode == code
    assert said in result.stderr
    assert "Traceback" not in result.stderr
