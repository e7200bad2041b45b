"""Whatever the shipped reports ask in words can be scored: every such question names a card that exists.

Left out are coding tasks, which the judge scores, and questions whose text says in brackets that the report did not
record what was asked.
"""

from __future__ import annotations

import re
from functools import cache

import pytest

from corpus.library import Library
from corpus.report import Kind, Question
from rubrics.load import load_rubrics

SPOKEN = tuple(kind for kind in Kind if kind is not Kind.CODING)
UNRECORDED = re.compile(r"（[^（）]*没有(记下|写)[^（）]*）")


@cache
def asked() -> tuple[Question, ...]:
    return tuple(Library.of_folders(None).by_id.values())


@pytest.mark.parametrize("kind", SPOKEN)
def test_every_question_has_a_card(kind: Kind) -> None:
    questions = [question for question in asked() if question.kind is kind]
    without = [
        f"{question.source[0]} {question.id} {question.text}"
        for question in questions
        if question.rubric is None and not UNRECORDED.search(question.text)
    ]
    assert questions
    assert not without, f"{len(without)} of {len(questions)} have no rubric:\n" + "\n".join(without)


def test_every_card_that_is_named_exists() -> None:
    cards = load_rubrics()
    gone = {question.rubric for question in asked() if question.rubric is not None} - set(cards)
    assert not gone, f"no such cards: {sorted(gone)}"


def test_few_questions_are_unrecorded() -> None:
    """The mark excuses a question; it must not become a way out."""
    assert sum(UNRECORDED.search(question.text) is not None for question in asked()) == 9
