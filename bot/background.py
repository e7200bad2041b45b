"""What belongs to a question beyond its own words: the card that scores it and the problem that it sets.

Search reads it, so that an answer, or a description without any of the question's words, leads to the question.
"""

from __future__ import annotations

from collections.abc import Mapping

from rubrics.schema import Rubric
from sandbox.problem import Problem


def background(
    rubric: str | None, problem_slug: str | None, rubrics: Mapping[str, Rubric], problems: Mapping[str, Problem]
) -> str:
    """The wordings of a card and a problem in both languages; empty where there is neither."""
    texts: list[str] = []
    if (card := rubrics.get(rubric or "")) is not None:
        both = (card.title, card.question, card.model_answer, *(criterion.point for criterion in card.criteria))
        texts += [wording for text in both for wording in (text.zh, text.en)]
    if (problem := problems.get(problem_slug or "")) is not None:
        texts += [problem.title.zh, problem.title.en, ", ".join(problem.topics)]
    return "\n".join(texts)
