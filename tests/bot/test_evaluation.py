"""The figures of agreement against ones worked out by hand, and `mianjing evaluate` on right and wrong files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bot.assessment import score_answer
from bot.evaluation import (
    evaluate,
    pairs_in_order,
    pearson,
    quadratic_weighted_kappa,
    read_labelled,
    rmse,
    spearman,
)
from bot.services import Services
from tests.commands import ROOT, run, run_json

SETS = sorted((ROOT / "tests/rubrics/answers").glob("*.jsonl"))
CARD = "layernorm-vs-batchnorm"
GOOD = "BN 按通道跨整个 batch 统计，依赖 batch size；LN 对每个 token 的特征维求均值和方差，与 batch 无关。"


def line(**changed: Any) -> str:
    return json.dumps({"question": CARD, "answer": GOOD, "gold": 0.6, **changed}, ensure_ascii=False)


def test_pearson_is_numpys() -> None:
    chance = np.random.default_rng(3)
    xs, ys = chance.random(50), chance.random(50)
    assert pearson(xs.tolist(), ys.tolist()) == pytest.approx(np.corrcoef(xs, ys)[0, 1])
    assert pearson([0, 0.5, 1], [1, 0.5, 0]) == pytest.approx(-1)


def test_spearman_by_hand_with_ties() -> None:
    # Ranks 1, 2.5, 2.5, 4 and 1, 3, 2, 4: 4.5 / √(4.5 · 5).
    assert spearman([0.1, 0.4, 0.4, 0.9], [0.0, 0.3, 0.2, 1.0]) == pytest.approx(4.5 / np.sqrt(4.5 * 5))
    # Any rising curve keeps the ranks.
    assert spearman([0.1, 0.2, 0.9], [0.1**3, 0.2**3, 0.9**3]) == pytest.approx(1)


def test_rmse_by_hand() -> None:
    assert rmse([0, 1], [0.3, 0.6]) == pytest.approx(np.sqrt((0.09 + 0.16) / 2))


def test_kappa_by_hand() -> None:
    # Levels 0, 0, 4, 4 and 0, 4, 4, 4. Disagreement 16; by chance (2·1·0 + 2·3·16 + 2·1·16 + 0) / 4 = 32.
    assert quadratic_weighted_kappa([0, 0.1, 0.9, 1], [0.1, 0.8, 1, 0.85]) == pytest.approx(1 - 16 / 32)
    assert quadratic_weighted_kappa([0, 0.5, 1], [0.05, 0.45, 0.95]) == pytest.approx(1)
    assert quadratic_weighted_kappa([0, 1], [1, 0]) == pytest.approx(-1)


@pytest.mark.parametrize(("lower", "higher"), [(0.19, 0.2), (0.39, 0.4), (0.59, 0.6), (0.79, 0.8)])
def test_a_level_begins_at_each_fifth(lower: float, higher: float) -> None:
    same = quadratic_weighted_kappa([lower, 0, 1], [higher, 0, 1])
    assert same is not None
    assert same < 1


def test_constant_data_has_no_correlation() -> None:
    assert pearson([0.5, 0.5, 0.5], [0, 0.5, 1]) is None
    assert spearman([0, 0.5, 1], [0.2, 0.2, 0.2]) is None
    assert pearson([0.5], [0.5]) is None
    assert pearson([], []) is None
    assert rmse([], []) is None
    assert quadratic_weighted_kappa([], []) is None
    # All on one level: there is nothing to disagree on, by chance or otherwise.
    assert quadratic_weighted_kappa([0.5, 0.5], [0.45, 0.55]) is None
    assert quadratic_weighted_kappa([0.1, 0.1], [0.9, 0.9]) == pytest.approx(0)


def test_pairs_are_of_one_question_and_clearly_apart() -> None:
    questions = ["a", "a", "a", "b"]
    # a: 0.9 over 0.1 right, 0.9 and 0.4 tied, 0.4 under 0.1 wrong; b stands alone.
    assert pairs_in_order(questions, [0.9, 0.4, 0.1, 0.0], [0.5, 0.5, 0.6, 1.0]) == (3, pytest.approx(0.5 / 3))
    # 0.25 and 0.1 are just far enough apart, 0.24 and 0.1 are not.
    assert pairs_in_order(["a", "a"], [0.25, 0.1], [0.5, 0.4]) == (1, 1.0)
    assert pairs_in_order(["a", "a"], [0.24, 0.1], [0.5, 0.4]) == (0, None)


def test_a_card_an_id_and_a_question_are_scored_as_score_does(shared: Services) -> None:
    card = shared.rubrics[CARD]
    known = next(q for q in shared.library.by_id.values() if q.rubric == CARD)
    text = "\n".join(
        [line(), line(question=known.id), line(question=card.question.zh), line(answer="不知道", gold=0, kind="vague")]
    )
    found = evaluate(shared, text)
    alone = score_answer(shared, None, known.id, GOOD, "zh")
    assert [each.score for each in found.scored[:3]] == [alone.fraction] * 3
    assert found.scored[1].criteria == alone.criteria
    assert [(kind.kind, kind.number) for kind in found.kinds] == [("", 3), ("vague", 1)]
    assert found.kinds[0].gold == pytest.approx(0.6)
    assert found.kinds[0].highest == alone.fraction
    assert not found.bad


def test_the_worst_come_first(shared: Services) -> None:
    found = evaluate(shared, "\n".join([line(gold=0.6), line(gold=0), line(gold=0.9)] + [line()] * 12))
    assert len(found.worst) == 10
    assert [each.line.number for each in found.worst[:2]] == [2, 3]
    assert {criterion.criterion for criterion in found.worst[0].criteria} == {
        c.id for c in shared.rubrics[CARD].criteria
    }


def test_a_question_without_a_card_is_unscored_with_the_reason(shared: Services) -> None:
    found = evaluate(shared, line(question="你最喜欢的季节是哪个？"))
    assert not found.scored
    assert found.pearson is found.rmse is found.qwk is found.in_order is None
    assert [(at.number, reason) for at, reason in found.unscored] == [(1, "没有对应的评分卡")]


def test_a_question_without_a_card_is_compared_with_the_reference_of_its_line(shared: Services) -> None:
    near = line(question="你最喜欢的季节是哪个？", answer="秋天，凉快又少雨。", reference="秋天，因为凉快、少雨。")
    far = line(question="你最喜欢的季节是哪个？", answer="我不太在意这些事情。", reference="秋天，因为凉快、少雨。")
    found = evaluate(shared, f"{near}\n{far}")
    assert [each.score > 0.5 for each in found.scored] == [True, False]


@pytest.mark.parametrize(
    ("text", "key", "told"),
    [
        ("{", "", "不是 JSON"),
        ("[1]", "", "每行要是一个对象"),
        ('{"question": "x", "answer": "y"}', "gold", "缺少"),
        (line(gold=1.2), "gold", "0 到 1"),
        (line(gold=float("nan")), "gold", "0 到 1"),
        (line(gold=True), "gold", "0 到 1"),
        (line(gold="0.5"), "gold", "0 到 1"),
        (line(answer=None), "answer", "要是文字"),
        (line(answers="x"), "answers", "没有这个键"),
        (line(language="fr"), "language", "zh、en 或 mixed"),
        (line(question=""), "question", "问题原文"),
        (line(criteria={"axis": 2}), "criteria.axis", "0 到 1"),
    ],
)
def test_a_bad_line_names_line_and_key_and_the_rest_counts(text: str, key: str, told: str) -> None:
    lines, bad = read_labelled(f"{line()}\n\n{text}\n{line()}\n")
    assert [each.number for each in lines] == [1, 4]
    assert [(each.number, each.key) for each in bad] == [(3, key)]
    assert told in bad[0].reason


def test_an_answer_in_both_languages_is_scored_as_one_to_the_chinese_question(shared: Services) -> None:
    found = evaluate(shared, f"{line(language='mixed')}\n{line(language='zh')}")
    assert not found.bad
    mixed, chinese = found.scored
    assert mixed.score == chinese.score


def test_a_misspelt_card_is_an_error_and_no_question(shared: Services) -> None:
    found = evaluate(shared, line(question="layernorm-vs-batchnrom"))
    assert not found.scored
    assert [(each.number, each.key) for each in found.bad] == [(1, "question")]
    assert "layernorm-vs-batchnrom" in found.bad[0].reason


def test_the_command_prints_json(tmp_path: Path, data_folder: Path) -> None:
    file = tmp_path / "answers.jsonl"
    file.write_text(f"{line(kind='good')}\n{line(answer='不知道', gold=0.0, kind='vague')}\n", "utf-8")
    found = run_json("evaluate", file, data=data_folder)
    figures = {"pearson", "spearman", "rmse", "qwk", "pairs", "pairs_in_order"}
    assert set(found) == {"scored", "scorers", "unscored", "errors", "kinds", "worst"} | figures
    assert (found["scored"], found["pairs"], found["pairs_in_order"], found["errors"]) == (2, 1, 1.0, [])
    assert set(found["kinds"][0]) == {"kind", "number", "gold", "score", "highest"}
    assert set(found["worst"][0]) == {"line", "question", "answer", "gold", "score", "criteria"}
    assert set(found["worst"][0]["criteria"][0]) == {"criterion", "gold", "verdict", "evidence", "reason"}


def test_the_command_says_what_is_undefined_and_what_is_wrong(tmp_path: Path, data_folder: Path) -> None:
    file = tmp_path / "answers.jsonl"
    file.write_text(f"{line()}\n{line(gold=3)}\n", "utf-8")
    result = run("evaluate", file, data=data_folder)
    assert result.returncode == 1
    assert "Pearson: 无定义" in result.stdout
    assert f"{file}:2: gold:" in result.stderr
    assert "1 行没有算进去" in result.stderr


def test_a_file_without_a_usable_line_or_none_at_all_fails(tmp_path: Path, data_folder: Path) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.write_text("\n", "utf-8")
    for file, told in ((empty, "没有可用的行"), (tmp_path / "none.jsonl", "读不了文件")):
        result = run("evaluate", file, data=data_folder)
        assert result.returncode == 1
        assert told in result.stderr
        assert "Traceback" not in result.stderr


@pytest.mark.parametrize("file", SETS, ids=lambda file: file.stem)
def test_the_shipped_sets_load_and_every_question_exists(file: Path, shared: Services) -> None:
    lines, bad = read_labelled(file.read_text("utf-8"))
    assert not bad
    assert {each.labelled.question for each in lines} <= set(shared.rubrics)
    by_kind = {kind: [each.labelled for each in lines if each.labelled.kind == kind] for kind in ("wrong", "gamed")}
    assert all(len(some) >= 10 for some in by_kind.values())
    assert max(each.gold for each in by_kind["wrong"]) <= 0.15
    assert max(each.gold for each in by_kind["gamed"]) <= 0.1


@pytest.mark.parametrize("names", [("dev", "fresh", "held_out"), ("everyday", "everyday_held_out")])
def test_no_question_is_in_two_sets(names: tuple[str, ...]) -> None:
    sets = [
        {each.labelled.question for each in read_labelled(file.read_text("utf-8"))[0]}
        for file in SETS
        if file.stem in names
    ]
    assert len(sets) == len(names)
    assert sum(map(len, sets)) == len(set.union(*sets))
