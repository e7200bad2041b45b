"""Terse notes such as "采样：过采样、欠采样；损失（Focal、加权）": short, and yet each item is said of its label.

A keyword list runs on with one separator. Notes set labels and put what belongs to each behind a colon or into
brackets; where a text has several labels with a few items each, those items are statements.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.scorers.reading import Span

_LEAST_LABELS = 2
"""Whoever puts one label in front of a keyword list has still listed keywords."""
_MOST_TERMS = 7
"""Bare terms behind a label, itself included; more are a list."""
_OPENS, _CLOSES, _LABELS, _ENDS = "([（", ")]）", ":：", "。；;！？!?\n"


def labelled(said: str, stretches: Sequence[Span], bare: Sequence[bool]) -> frozenset[int]:
    """Indices of the stretches that are labels or stand behind one; none where the text has fewer than two labels.

    said: the spoken text. stretches: places between separators, in order, none overlapping. bare: for each, whether
    it holds a term and nothing else.
    """
    groups = [group for group in _groups(said, stretches) if sum(bare[at] for at in group) <= _MOST_TERMS]
    if len(groups) < _LEAST_LABELS:
        return frozenset()
    return frozenset(at for group in groups for at in group)


def _groups(said: str, stretches: Sequence[Span]) -> Iterator[range]:
    """Every label with its items: what a bracket behind it holds, or what follows a colon up to the sentence's end."""
    for at, (_, end) in enumerate(stretches[:-1]):
        between = said[end : stretches[at + 1][0]].strip()
        if between[:1] and between[0] in _OPENS:
            last = _until(said, stretches, at, _CLOSES)
        elif between[:1] and between[0] in _LABELS:
            last = _until(said, stretches, at, _ENDS)
        else:
            continue
        yield range(at, last + 1)


def _until(said: str, stretches: Sequence[Span], at: int, signs: str) -> int:
    """The last stretch before one of the signs, after the one at `at`."""
    for last in range(at + 1, len(stretches) - 1):
        if any(sign in signs for sign in said[stretches[last][1] : stretches[last + 1][0]]):
            return last
    return len(stretches) - 1
