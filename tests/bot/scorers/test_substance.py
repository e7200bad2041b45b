"""Terms in sentences that would suit any subject are no answer; who says something of them is believed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.scorers.lexical import LexicalScorer
from rubrics.load import load_rubrics
from tests.bot.scorers.test_monotony import terms_of

SCORER = LexicalScorer(load_rubrics())
PROSE: dict[str, Callable[[list[str]], str]] = {
    "core": lambda t: (
        f"众所周知，{t[0]}是这个领域的核心，{t[1]}是它的重要组成，{t[2]}则起到了关键作用，{t[3]}也不可忽视，{t[4]}决定了效果。"
    ),
    "practice": lambda t: (
        f"在实际项目里{t[0]}我们考虑得最多，{t[1]}其次，再往后才轮到{t[2]}和{t[3]}，至于{t[4]}要看情况，大家也都试过。"
    ),
    "angles": lambda t: (
        f"我会从{'、'.join(t[:4])}四个角度回答。"
        f"{t[0]}要讲清楚原理，{t[1]}要分析作用，{t[2]}要结合场景，最后{t[3]}要结合{t[4]}来看。"
    ),
    "concepts": lambda t: (
        f"{'、'.join(t[:3])}这些概念我都懂，最要紧的就是{t[3]}和{t[4]}的关系，{t[0]}是关键，{t[1]}是根本。"
    ),
    "chain": lambda t: f"因为{t[0]}，所以{t[1]}，从而{t[2]}，进而{t[3]}，最终{t[4]}。",
}


@pytest.mark.parametrize("name", PROSE)
def test_terms_in_empty_prose_hardly_ever_earn_anything(name: str) -> None:
    earned: dict[str, float] = {}
    for slug in sorted(SCORER.rubrics)[1::3]:
        card = SCORER.rubrics[slug]
        if len(terms := terms_of(card)) > 5:
            earned[slug] = SCORER.score(card, PROSE[name](terms), card.question.zh).fraction or 0.0
    assert len(earned) > 40
    assert sum(fraction > 0.2 for fraction in earned.values()) <= 0.2 * len(earned), earned


def test_the_verdict_says_that_the_answer_is_empty() -> None:
    scored = SCORER.score("aigc-overview", PROSE["core"](terms_of(SCORER.rubrics["aigc-overview"])))
    assert 0 < (scored.fraction or 0.0) < 0.1
    assert all("几乎只是列出术语" in each.reason for each in scored.criteria if each.verdict == "partial")


@pytest.mark.parametrize(
    ("slug", "answer", "least"),
    [
        ("queue-vs-stack", "队列是先进先出，栈是后进先出。", 0.5),
        ("classification-metrics", "precision 是 TP/(TP+FP)，recall 是 TP/(TP+FN)，F1 是两者的调和平均。", 0.4),
    ],
)
def test_terse_statements_count(slug: str, answer: str, least: float) -> None:
    assert (SCORER.score(slug, answer).fraction or 0.0) >= least
