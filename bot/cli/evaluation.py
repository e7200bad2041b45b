"""The scorer against labelled answers on the command line: evaluate."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.options import DataFolder, Json, print_json, print_table, read_text, services_for
from bot.errors import BadInput

if TYPE_CHECKING:
    from bot.evaluation import Evaluation, Scored

MOST_CHARACTERS = 60
"""Of an answer in the terminal."""


def evaluate(
    file: Annotated[Path, typer.Argument(metavar="FILE.jsonl", help="每行 {question, answer, gold, …}")],
    as_json: Json = False,
    data: DataFolder = None,
) -> None:
    """用有标注的回答检验评分 (how well the scorer agrees with labelled answers)."""
    from bot.evaluation import evaluate as evaluated

    text = read_text(file)
    with services_for(data) as services:
        found = evaluated(services, text)
    for bad in found.bad:
        key = f" {bad.key}:" if bad.key else ""
        print(f"{file}:{bad.number}:{key} {bad.reason}", file=sys.stderr)
    if as_json:
        print_json(_json(found))
    else:
        _print(found)
    if not found.scored and not found.unscored:
        example = '{"question": "layernorm-vs-batchnorm", "answer": "…", "gold": 0.5}'
        raise BadInput(f"{file}: 没有可用的行 (no line that can be used); 每行写 (write lines like) {example}")
    if found.bad:
        raise BadInput(
            f"{file}: {len({bad.number for bad in found.bad})} 行没有算进去，改好后再跑 "
            "(these lines are not counted; put them right and run it again)"
        )


def _json(found: Evaluation) -> dict[str, Any]:
    return {
        "scored": len(found.scored),
        "scorers": dict(found.scorers),
        "unscored": [
            {"line": line.number, "question": line.labelled.question, "reason": reason}
            for line, reason in found.unscored
        ],
        "errors": [{"line": bad.number, "key": bad.key, "reason": bad.reason} for bad in found.bad],
        "pearson": found.pearson,
        "spearman": found.spearman,
        "rmse": found.rmse,
        "qwk": found.qwk,
        "pairs": found.pairs,
        "pairs_in_order": found.in_order,
        "kinds": [
            {"kind": each.kind, "number": each.number, "gold": each.gold, "score": each.score, "highest": each.highest}
            for each in found.kinds
        ],
        "worst": [
            {
                "line": each.line.number,
                "question": each.line.labelled.question,
                "answer": each.line.labelled.answer,
                "gold": each.gold,
                "score": each.score,
                "criteria": [
                    {
                        "criterion": criterion.criterion,
                        "gold": each.line.labelled.criteria.get(criterion.criterion),
                        "verdict": criterion.verdict,
                        "evidence": criterion.evidence,
                        "reason": criterion.reason,
                    }
                    for criterion in each.criteria
                ],
            }
            for each in found.worst
        ],
    }


def _print(found: Evaluation) -> None:
    print(f"回答 (answers): {len(found.scored)}    未评分 (unscored): {len(found.unscored)}")
    print("评分器 (scorers): " + ", ".join(f"{name} {count}" for name, count in found.scorers.items()))
    for reason, count in Counter(each.fallback for each in found.scored if each.fallback).items():
        print(f"  {reason} x{count}")
    for name, figure in (
        ("Pearson", found.pearson),
        ("Spearman", found.spearman),
        ("RMSE", found.rmse),
        ("QWK", found.qwk),
        (f"同题 {found.pairs} 对中次序正确 (pairs in order)", found.in_order),
    ):
        print(f"{name}: {_told(figure)}")
    if found.kinds:
        print_table(
            ("类别 kind", "个数 number", "标注均值 gold", "得分均值 score", "最高得分 highest"),
            (
                (each.kind or "-", each.number, f"{each.gold:.2f}", f"{each.score:.2f}", f"{each.highest:.2f}")
                for each in found.kinds
            ),
        )
    for line, reason in found.unscored:
        print(f"未评分 (unscored) {line.number}: {line.labelled.question}: {reason}")
    if found.worst:
        print("\n相差最大的 (furthest apart)")
    for each in found.worst:
        _print_answer(each)


def _print_answer(each: Scored) -> None:
    labelled = each.line.labelled
    answer = " ".join(labelled.answer.split())
    shortened = answer if len(answer) <= MOST_CHARACTERS else f"{answer[:MOST_CHARACTERS]}…"
    print(f"{each.line.number}. {labelled.question}: 标注 (gold) {each.gold:.2f}, 得分 (score) {each.score:.2f}")
    print(f"   {shortened}")
    for criterion in each.criteria:
        gold = labelled.criteria.get(criterion.criterion)
        held = "" if gold is None else f"（标注 gold {gold:g}）"
        print(f"     {criterion.verdict:12} {criterion.criterion}{held} {criterion.evidence or ''} {criterion.reason}")


def _told(figure: float | None) -> str:
    if figure is None:
        return "无定义：数据不够或全部相同 (undefined: too few data, or all the same)"
    return f"{figure:.3f}"
