"""Every shipped card holds what it promises: its model answer scores full, its keywords alone nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.schema import QuestionScore
from bot.scorers.lexical import LexicalScorer
from bot.scorers.text import spoken
from rubrics.load import SHIPPED, load_rubrics, read_rubric
from rubrics.schema import Rubric
from rubrics.wording import parse_wording

FILES = sorted(file for folder in SHIPPED for file in folder.glob("*.y*ml"))
SCORER = LexicalScorer()


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def file(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


@pytest.fixture
def card(file: Path) -> Rubric:
    return load_rubrics()[file.stem]


def told(score: QuestionScore) -> str:
    return "\n".join(f"{each.criterion}: {each.verdict} {each.evidence!r} ({each.reason})" for each in score.criteria)


def keywords(card: Rubric) -> list[str]:
    """Every accepted term of a card, once, in the order of the file."""
    return list(
        dict.fromkeys(
            alternative.text
            for criterion in card.criteria
            for wording in criterion.accept
            for slot in parse_wording(wording).required
            for alternative in slot.alternatives
            if not alternative.is_regex
        )
    )


def test_every_wording_is_safe(file: Path) -> None:
    assert read_rubric(file) == load_rubrics()[file.stem]


def test_no_text_is_cut_where_yaml_begins_a_comment(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    lines = text.splitlines()
    ends = [token.end_mark for token in yaml.scan(text) if isinstance(token, yaml.ScalarToken) and token.plain]
    rest = [lines[end.line][end.column :].lstrip() for end in ends if end.line < len(lines)]
    assert not [cut for cut in rest if cut.startswith("#")], "quote these values"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_model_answer_states_every_point(card: Rubric, language: str) -> None:
    answer = card.model_answer.in_language(language)
    score = SCORER.score(card, answer, card.question.in_language(language), language=language)
    assert [each.verdict for each in score.criteria] == ["full"] * len(card.criteria), told(score)
    assert score.fraction == 1.0
    assert all(each.evidence and each.evidence in spoken(answer) for each in score.criteria)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_repeating_the_question_earns_nothing(card: Rubric, language: str) -> None:
    question = card.question.in_language(language)
    score = SCORER.score(card, question, question)
    assert not score.fraction, told(score)


def test_statements_of_the_misconceptions_are_no_point(card: Rubric) -> None:
    for misconception in card.misconceptions:
        for language in ("zh", "en"):
            claim = misconception.claim.in_language(language)
            score = SCORER.score(card, claim, card.question.in_language(language), language=language)
            assert (score.fraction or 0) <= 0.3, f"{claim}\n{told(score)}"


@pytest.mark.parametrize("separator", ["，", " "], ids=["comma", "blank"])
def test_bare_keywords_earn_next_to_nothing(card: Rubric, separator: str) -> None:
    score = SCORER.score(card, separator.join(keywords(card)), card.question.zh)
    assert (score.fraction or 0) <= 0.2, told(score)


@pytest.mark.parametrize("separator", [", ", "、", "\n"], ids=["latin", "、", "line"])
def test_other_separators_earn_keywords_nothing_either(separator: str) -> None:
    for file in FILES[:: len(FILES) // 30]:
        test_bare_keywords_earn_next_to_nothing(load_rubrics()[file.stem], separator)
