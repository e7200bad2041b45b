"""Sentences that one template makes from the terms of a card state nothing; sentences of the same form may."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.scorers.cues import load_cues
from bot.scorers.lexical import LexicalScorer
from bot.scorers.listing import stretches_of
from bot.scorers.monotony import is_monotonous
from bot.scorers.skeletons import Skeletons
from bot.scorers.text import spoken
from corpus.glossary import concepts_in, normalize
from rubrics.load import load_rubrics
from rubrics.schema import Rubric

SCORER = LexicalScorer(load_rubrics())
ANSWERS = Path("tests/rubrics/answers")
VERBS = ("提高", "影响", "决定", "依赖于", "包含", "对应", "限制")
TEMPLATES: dict[str, Callable[[list[str]], str]] = {
    "important": lambda terms: "，".join(f"{term}{('很', '也很', '更')[at % 3]}重要" for at, term in enumerate(terms)),
    "first": lambda terms: f"首先是{terms[0]}，其次是" + "，接着是".join(terms[1:]),
    "corresponds": lambda terms: "，".join(f"{left}对应{right}" for left, right in itertools.pairwise(terms)),
    "affects": lambda terms: "，".join(f"{left}会影响{right}" for left, right in itertools.pairwise(terms)),
    "use": lambda terms: "我会用" + "，用".join(terms) + "，这样效果就会好很多",
    "is": lambda terms: "，".join(f"{term}就是{term}" for term in terms),
    "better": lambda terms: "，".join(f"{left}比{right}好" for left, right in itertools.pairwise(terms)),
    "understood": lambda terms: "；".join(f"关于{term}，我理解得比较深" for term in terms),
    "verbs": lambda terms: "，".join(
        f"{left}{VERBS[at % len(VERBS)]}{right}"
        for at, (left, right) in enumerate(zip(terms, [*terms[1:], terms[0]], strict=True))
    ),
    "and": lambda terms: "和".join(terms) + "之间有关系，也有区别",
}


def taken_for_template(said: str) -> bool:
    stretches = [said[start:end] for start, end in stretches_of(said)]
    return is_monotonous(stretches, Skeletons(stretches, load_cues()))


def terms_of(card: Rubric) -> list[str]:
    """Names in the points of a card, as it writes them; "+" parts lists, so C++ is none."""
    found: dict[str, str] = {}
    for criterion in card.criteria:
        point = normalize(criterion.point.zh)
        for term in (*(point[m.start : m.end] for m in concepts_in(point)), *re.findall(r"[a-z][a-z0-9-]{2,}", point)):
            found.setdefault(term, term)
    return [term for term in found if "+" not in term][:9]


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_filled_with_a_cards_own_terms_earns_next_to_nothing(name: str) -> None:
    earned: dict[str, float] = {}
    for slug in sorted(SCORER.rubrics)[::3]:
        card = SCORER.rubrics[slug]
        terms = terms_of(card)
        if len(terms) > 5:
            earned[slug] = SCORER.score(card, TEMPLATES[name](terms), card.question.zh).fraction or 0.0
    assert len(earned) > 40
    assert {slug: fraction for slug, fraction in earned.items() if fraction > 0.2} == {}


@pytest.mark.parametrize("file", sorted(ANSWERS.glob("*.jsonl")), ids=lambda file: file.stem)
def test_no_labelled_answer_that_is_worth_something_is_taken_for_a_template(file: Path) -> None:
    if "held_out" in file.name:
        pytest.skip("held out")
    taken = [
        labelled["answer"]
        for labelled in map(json.loads, file.read_text("utf-8").splitlines())
        if labelled["gold"] > 0.2 and taken_for_template(spoken(labelled["answer"]))
    ]
    assert taken == []


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("精确率管误检，召回率管漏检，F1 是两者的调和平均，AP 是 PR 曲线下的面积，mAP 再对类别平均。", False),
        ("precision 是 TP/(TP+FP)，recall 是 TP/(TP+FN)，F1 是前两个的调和平均，AUC 看排序。", False),
        ("用 Adam，用 dropout，用 BN，用数据增强，用早停。", True),
        ("BN 很重要，LN 也很重要，学习率更重要。", False),
    ],
)
def test_what_is_said_decides(answer: str, expected: bool) -> None:
    assert taken_for_template(answer) is expected
