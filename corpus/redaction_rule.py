"""What a form of personal data is: a pattern, what stands in its place, and what is none after all."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from corpus.yaml_text import parsed_yaml

_Match = re.Match[str]


class Rule(NamedTuple):
    """One form of personal data.

    Its pattern is matched against folded text (see `redact.py`). Replaced is the group `it`, or else the whole match.
    """

    pattern: re.Pattern[str]
    placeholder: str
    """Where the pattern has a group `kept`, that text stands in its place."""
    unless: Callable[[_Match], object] | None = None
    """Says that a match is something else."""
    needs: re.Pattern[str] | None = None
    """Occurs in every text that the pattern matches, and is found sooner; rules share it."""

    def apply(self, text: str, folded: str) -> str:
        parts, end = [], 0
        for match in self.pattern.finditer(folded):
            if self.unless is not None and self.unless(match):
                continue
            groups = self.pattern.groupindex
            first, last = match.span("it" if "it" in groups else 0)
            new = text[slice(*match.span("kept"))] if "kept" in groups else self.placeholder
            # Lines keep their numbers.
            parts += [text[end:first], new, "\n" * (text.count("\n", first, last) - new.count("\n"))]
            end = last
        return "".join((*parts, text[end:])) if end else text


@cache
def words_of(group: str) -> tuple[str, ...]:
    """A list of `personal_data.yaml`."""
    data: dict[str, str] = parsed_yaml(Path(__file__).with_name("personal_data.yaml").read_text("utf-8"))
    return tuple(dict.fromkeys(data[group].split()))


@cache
def any_of(group: str) -> str:
    """Pattern of any word of such a list."""
    return "(?:" + "|".join(map(re.escape, words_of(group))) + ")"


def rule(
    pattern: str,
    placeholder: str,
    unless: Callable[[_Match], object] | None = None,
    needs: str | None = None,
) -> Rule:
    """A rule from the text of its patterns, in which \\w and \\d are ASCII and case does not count."""
    return Rule(
        re.compile(pattern, re.ASCII | re.IGNORECASE),
        placeholder,
        unless,
        re.compile(needs, re.ASCII | re.IGNORECASE) if needs else None,
    )
