"""Whether a rubric card does what it is for: its own model answer is recognised, its false claims are not.

The shipped cards are held to more by `tests/rubrics/test_cards.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bot.data import Data
from bot.schema import Language
from bot.scorers.lexical import LexicalScorer
from bot.words import words
from rubrics.errors import RubricError
from rubrics.load import read_rubric, shown
from rubrics.schema import Rubric

LEAST_FOR_A_MODEL_ANSWER = 0.9
MOST_FOR_A_FALSE_CLAIM = 0.3
"""Fractions by the lexical scorer."""
LANGUAGES: tuple[Language, ...] = ("zh", "en")


class CheckedCard(Data):
    """One file and what is wrong with it."""

    slug: str
    file: str
    model_answer: Mapping[Language, float | None] = {}
    """What the lexical scorer gives it; None where it cannot read it. Empty where the card cannot be read."""
    complaints: tuple[str, ...] = ()


def check_card(file: Path, scorer: LexicalScorer, language: Language) -> CheckedCard:
    """A file that should hold a card, tried; complaints are in `language`."""
    try:
        card = read_rubric(file)
    except RubricError as error:
        hint = words("card_lacks", language) if error.reason == "is missing" else ""
        return CheckedCard(slug=file.stem, file=shown(file), complaints=(f"{error}{hint}",))
    found: dict[Language, float | None] = {}
    complaints: list[str] = []
    for spoken in LANGUAGES:
        found[spoken], complaint = check_model_answer(card, scorer, spoken, language)
        complaints += [complaint] if complaint else []
        question = card.question.in_language(spoken)
        for each in card.misconceptions:
            fraction = scorer.score(card, each.claim.in_language(spoken), question).fraction or 0
            if fraction > MOST_FOR_A_FALSE_CLAIM:
                where = f"misconceptions {each.id} claim.{spoken}"
                complaints.append(words("card_claim_scores", language, where=where, percent=round(fraction * 100)))
    return CheckedCard(slug=card.slug, file=shown(file), model_answer=found, complaints=tuple(complaints))


def check_model_answer(
    card: Rubric, scorer: LexicalScorer, spoken: Language, language: Language
) -> tuple[float | None, str]:
    """The fraction of a card's model answer in the language `spoken` by the card itself, and what is wrong with it."""
    score = scorer.score(card, card.model_answer.in_language(spoken), card.question.in_language(spoken))
    if score.fraction is not None and score.fraction >= LEAST_FOR_A_MODEL_ANSWER:
        return score.fraction, ""
    missed = [each.criterion for each in score.criteria if each.verdict != "full"]
    told = words(
        "card_answer_below",
        language,
        where=f"model_answer.{spoken}",
        percent="–" if score.fraction is None else f"{score.fraction:.0%}",
        least=f"{LEAST_FOR_A_MODEL_ANSWER:.0%}",
        missed=", ".join(missed),
    )
    return score.fraction, told
