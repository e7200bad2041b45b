"""Questions told in running text: interviews in one paragraph, points of articles with their examples."""

from __future__ import annotations

import re
from typing import NamedTuple

from corpus.companies import UNKNOWN_ROUND, canonical_round
from corpus.reading import cues
from corpus.reading.split import split_points
from corpus.reading.structure import heading_of

_COMPANY_FIRST = re.compile(r"^(.{1,24}?)\s*(?:[（(][^（）()]{1,20}[）)])?\s*[：:，,]\s*(.+)$")
_ROUND_MARK = re.compile(
    r"(第\s*[一二三四五六1-6]\s*[轮面]|(?<![一-龥])[一二三四五六]面|HR\s?面|主管面)(?:面试)?[\s：:]*就?",
    re.IGNORECASE,
)
_TAIL = " ，,+。；;"


class ToldInterviews(NamedTuple):
    """A paragraph about one company: each round with what is told of it."""

    company: str
    rounds: list[tuple[str, str]]


def company_paragraph(text: str) -> ToldInterviews | None:
    """The interviews of a paragraph that opens with a company ("旷视：第一轮 …"); else None."""
    opening = _COMPANY_FIRST.match(text)
    heading = heading_of(opening[1], None) if opening else None
    if opening is None or heading is None or heading.company is None or heading.left_over or heading.rounds:
        return None
    body = opening[2]
    marks = list(_ROUND_MARK.finditer(body))
    before = body[: marks[0].start()] if marks else body
    rounds = [(UNKNOWN_ROUND, before)] if before.strip(_TAIL) else []
    ends = [*(mark.start() for mark in marks[1:]), len(body)]
    for mark, end in zip(marks, ends, strict=False):
        rounds.append((canonical_round(mark[1]) or UNKNOWN_ROUND, body[mark.end() : end]))
    return ToldInterviews(heading.company.name, rounds)


def asked_points(text: str) -> list[str]:
    """What was asked in a round told as "简历 + coding（…）+ 开放题"."""
    found: list[str] = []
    telling = False
    for point in split_points(text):
        head, _, bracket = point.replace("(", "（").partition("（")
        inner = split_points(bracket.rstrip("）)。+ "))
        spread = cues.has("several", head) and any(map(cues.is_question, inner))
        telling = telling or cues.opens("telling", point)
        listed = spread or (point.endswith("+") and not telling)
        for asked in inner if spread else [point]:
            told = cues.opens("telling", asked.removeprefix("就是"))
            if (listed or cues.has("paragraph_asks", asked)) and not told:
                found.append(asked.strip(_TAIL))
    return found


def point_and_examples(text: str) -> tuple[str, list[str]]:
    """ "了解 X，例如 A，B" → ("了解 X", ["A", "B"]); a single example stays with its point."""
    head, _, tail = re.sub(r"[；;。]\s*$", "", text).partition("例如")
    examples = [re.sub(r"等?[，,。；;]*$", "", p) for p in split_points(tail) if not cues.opens("telling", p)]
    head = head.rstrip(_TAIL)
    if len(examples) == 1:
        return f"{head}，例如{examples[0]}", []
    return head, examples
