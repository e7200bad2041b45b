"""Which key points a text gives away: as statements, or as questions that answer themselves."""

from __future__ import annotations

import re

from bot.scorers.lexical import LexicalScorer
from rubrics.schema import Rubric

_ASKING = re.compile(r"[吗么嘛呢吧]?[?？]")


def points_told(scorer: LexicalScorer, card: Rubric, text: str, language: str) -> frozenset[str]:
    """Ids of the criteria that a text states in full once its questions are read as statements."""
    told = _ASKING.sub("\n", text)
    score = scorer.score(card, told, card.question.in_language(language), language=language)
    return frozenset(each.criterion for each in score.criteria if each.verdict == "full")
