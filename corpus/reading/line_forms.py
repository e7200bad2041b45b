"""Lines as the reader wants them, whatever an app or a web page made of them: HTML, drawn numbers, quoted lists."""

from __future__ import annotations

import re

from corpus.reading.cues import load_cues
from corpus.reading.structure import item_of, meta_of

_BLOCK = re.compile(
    r"</?(?:p|div|br|li|ul|ol|h[1-6]|tr|table|section|article|blockquote)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_KEYCAP = re.compile("([0-9])\ufe0f?\u20e3")
"""A number drawn as a key, with which lists on phones begin."""
_BAR = re.compile("^\\s*[\u2580-\u259f]+\\s*(?=\\S)")
"""A bar drawn before a heading."""
_NUMBERED_SECTION = re.compile(r"\s*[一二三四五六七八九十]\s*[、.．]\s*(\S{2,8})\s*[：:]?\s*")
_QUOTED = re.compile(r"^\s*>\s?(?=\S)")
_LEAST_QUOTED = 3


def with_usual_forms(lines: list[str], longest: int) -> tuple[list[str], list[int]]:
    """The lines, and each one's number in the file, from 1; no numbers where all are lines of the file.

    A paragraph, list item or heading of HTML is a line of its own, unless the line has more than `longest` characters
    or is a table's row. "1️⃣" begins an item, "▍" and "三、感想" a heading, and a list that is quoted as a whole is none.
    """
    plain = [_aside(_BAR.sub("## ", _KEYCAP.sub(r"\1. ", line))) for line in lines]
    whole = _quotes_lists(plain)
    bare = [_QUOTED.sub("", line) for line in plain]
    plain = [inner if whole or meta_of(inner) else line for inner, line in zip(bare, plain, strict=True)]
    found: list[str] = []
    numbers: list[int] = []
    for number, line in enumerate(plain, 1):
        is_text = len(line) <= longest and not line.lstrip().startswith("|")
        parts = _BLOCK.split(line) if is_text else [line]
        if sum(map(bool, map(str.strip, parts))) < 2:
            parts = [line]
        found += parts
        numbers += [number] * len(parts)
    return (found, numbers) if len(found) > len(lines) else (plain, [])


def _aside(line: str) -> str:
    """ "三、感想" as the heading that it is; other lines as they are."""
    section = _NUMBERED_SECTION.fullmatch(line)
    return f"## {section[1]}" if section and section[1] in load_cues().asides else line


def _quotes_lists(lines: list[str]) -> bool:
    quoted = [item_of(_QUOTED.sub("", line)) for line in lines if _QUOTED.match(line)]
    listed = sum(item is not None and item.number is not None for item in quoted)
    return (
        listed >= _LEAST_QUOTED
        and listed * 2 > len(quoted)
        and listed > sum(item_of(line) is not None for line in lines)
    )
