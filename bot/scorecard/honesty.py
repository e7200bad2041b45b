"""The dimension *honesty*: raised by nothing but two quoted statements that cannot both hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.mismatch import Mismatch
from bot.schema import AnyEvent, DimensionScore, Language
from bot.scorecard.contradictions import contradictions, reconciliations
from bot.words import words
from rubrics.schema import DimensionName


def honesty(events: Sequence[AnyEvent], language: Language) -> DimensionScore:
    """Level 2 of 5 where there is a contradiction; otherwise no level, and what was explained when asked about."""
    found = contradictions(events)
    if found:
        return DimensionScore(
            dimension=DimensionName.HONESTY,
            level=2,
            band=(1, 2),
            evidence=found[0].later.quote,
            reason=" ".join(contradicting(found, language)),
        )
    explained = " ".join(_explained(events, language))
    return DimensionScore(
        dimension=DimensionName.HONESTY, reason=explained or words("dimension_honesty_clear", language)
    )


def contradicting(found: Iterable[Mismatch], language: Language) -> list[str]:
    """A sentence on each contradiction, quoted both ways."""
    return [
        words(
            "numbers_contradict" if each.earlier.turn is not None else "resume_contradicts",
            language,
            earlier=each.earlier.quote,
            earlier_turn=each.earlier.turn,
            later=each.later.quote,
            later_turn=each.later.turn,
        )
        for each in found
    ]


def _explained(events: Sequence[AnyEvent], language: Language) -> list[str]:
    return [
        words(
            "numbers_explained",
            language,
            earlier=each.mismatch.earlier.quote,
            later=each.mismatch.later.quote,
            reply=" ".join(each.reply.text.split()),
        )
        for each in reconciliations(events)
        if each.is_explained and each.reply is not None
    ]
