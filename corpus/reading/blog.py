"""The front matter that blog posts begin with; unlike that of our own reports it promises nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.reading.shipped import front_matter_end
from corpus.reading.structure import date_in


@dataclass(frozen=True)
class BlogFront:
    """What a post says of itself above its text; empty where it says nothing."""

    end: int = 0
    """Index of the first line of the text."""
    title: str = ""
    company: str = ""
    round: str = ""
    year: int | None = None


def blog_front(lines: list[str]) -> BlogFront:
    """Line by line, since such headers are seldom valid YAML: titles hold colons, tabs and quotes that never close."""
    end = front_matter_end(lines)
    if end is None:
        return BlogFront()
    said: dict[str, str] = {}
    for line in lines[1:end]:
        key, _, value = line.partition(":")
        said[key.strip()] = value.strip(" '\"")
    dated = date_in(said.get("date", ""), None)
    return BlogFront(
        end=end + 1,
        title=said.get("title") or said.get("标题", ""),
        company=said.get("company") or said.get("公司", ""),
        round=said.get("round") or said.get("轮次", ""),
        year=int(dated[:4]) if dated and re.match(r"\d{4}", dated) else None,
    )
