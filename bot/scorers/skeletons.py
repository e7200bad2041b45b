"""Stretches of text without the names in them: what somebody says of a subject's terms, whatever the terms.

A name is a concept of the glossary, or a Latin word among Chinese ones.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.scorers.cues import CueFinder
from bot.scorers.text import CJK, is_cjk
from corpus.glossary import load_glossary, normalize

_NAME = "\x00"
_PARTS = "\x02"
"""Parts stretches that are looked through together; nothing looked for holds it."""
_LATIN = re.compile(r"[a-z0-9_.+-]*[a-z0-9_+-]")
_RUN = re.compile(rf"[{CJK}]+|[a-z]{{2,}}")


class Skeletons:
    """The stretches of one text, in order.

    Attributes:
        names: How many names stand in each.
        units: What each has beside names, small words and words that frame a list: pairs of Chinese characters, and
            Latin words.
    """

    def __init__(self, stretches: Sequence[str], cues: CueFinder) -> None:
        text = _without_names(stretches)
        self.names = [part.count(_NAME) for part in text.split(_PARTS)]
        bare = cues.frames.sub(" ", cues.stopwords.sub(" ", text))
        self.units = [_units(part) for part in bare.split(_PARTS)]


def _without_names(stretches: Sequence[str]) -> str:
    text = _PARTS.join(normalize(each).replace(_PARTS, " ") for each in stretches)
    left, done = [], 0
    for match in load_glossary().find(text):
        left += [text[done : match.start], _NAME]
        done = match.end
    left.append(text[done:])
    parts = "".join(left).split(_PARTS)
    return _PARTS.join(_LATIN.sub(_NAME, part) if any(map(is_cjk, part)) else part for part in parts)


def _units(text: str) -> set[str]:
    found: set[str] = set()
    for run in _RUN.findall(text):
        found |= {run[at : at + 2] for at in range(max(len(run) - 1, 1))} if is_cjk(run[0]) else {run}
    return found
