"""Marking in the candidate's words what scores rest on.

Evidence is quoted from the spoken text (NFKC, without format characters); what was typed may differ from it,
so quotes are found in the one and marked in the other.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from bot.pages.markup import inert
from bot.schema import CriterionScore
from bot.scorers.text import spoken


def marked(said: str, scores: Iterable[CriterionScore]) -> str:
    """What was said as HTML, with the evidence of scores in <mark>."""
    shown, starts = _aligned(said)
    verdicts: list[CriterionScore | None] = [None] * len(said)
    for score in sorted(scores, key=lambda s: -len(s.evidence or "")):
        at = shown.find(score.evidence) if score.evidence else -1
        if at < 0 or not score.evidence:
            continue
        first, last = starts[at], starts[at + len(score.evidence) - 1]
        # Shorter quotes inside longer ones come later and win, so that both can be seen.
        verdicts[first : last + 1] = [score] * (last + 1 - first)
    return "".join(_runs(said, verdicts))


def _runs(said: str, verdicts: Sequence[CriterionScore | None]) -> Iterable[str]:
    start = 0
    for at in range(1, len(said) + 1):
        if at < len(said) and verdicts[at] is verdicts[start]:
            continue
        piece, score = inert(said[start:at]), verdicts[start]
        if score is None:
            yield piece
        else:
            yield f'<mark class="{inert(score.verdict)}" title="{inert(score.criterion)}">{piece}</mark>'
        start = at


def _aligned(said: str) -> tuple[str, list[int]]:
    """The spoken text, and for each of its characters the place in `said` it comes from."""
    chars: list[str] = []
    starts: list[int] = []
    at = 0
    while at < len(said):
        end = at + 1
        # A letter and the marks on it are composed together.
        while end < len(said) and unicodedata.combining(said[end]):
            end += 1
        for char in spoken(said[at:end]):
            chars.append(char)
            starts.append(at)
        at = end
    return "".join(chars), starts
