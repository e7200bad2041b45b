"""Publications of a CV, by the names of venues and by layout: a title in quotation marks, or the longest part of the
line. Who wrote them is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.resume.cues import resume_cues
from bot.resume.found import Publication
from bot.resume.layout import Line
from bot.scorers.text import fold, spoken, weight

MOST_PUBLICATIONS = 10
SHORTEST_TITLE, LONGEST_TITLE = 6.0, 200
"""In Chinese characters, of which a Latin letter is .4; and in characters."""

_QUOTED = re.compile(r"《([^《》]{4,200})》|[“\"]([^“”\"]{8,200})[”\"]")
_YEAR = re.compile(r"(?<!\d)(?:(?:19|20)\d{2})(?!\d)|['’](\d{2})(?!\d)")
_PARTS = re.compile(r"[.。;；|｜\t]\s*|,\s+|，|\s[–—-]\s|[(（][^()（）]*[)）]|\[[^\]]*\]|[:：]\s(?=$)")
_AUTHORS = re.compile(r"\bet al\b|^(?:[A-Z][\w.'-]*\s+){0,2}[A-Z][\w.'-]*\*?$|\*|[\u4e00-\u9fff]{2,4}$")


def find_publications(lines: Iterable[Line]) -> tuple[Publication, ...]:
    """What a list of publications holds, and lines elsewhere that say that a paper came out."""
    found: dict[str, Publication] = {}
    cues = resume_cues()
    before = ""
    for line in lines:
        folded = fold(spoken(line.text)).text
        listed = line.section == "publications"
        venue = cues.venues.search(spoken(line.text))
        says_so = cues.published.search(folded) is not None and cues.not_own.search(folded) is None
        if venue is not None and (listed or says_so):
            title = _title(line.text) or (_title(before) if listed else "")
            year = _YEAR.search(line.text)
            if title:
                found.setdefault(title, Publication(title=title, venue=venue[0], year=_year_of(year) if year else None))
        elif listed and (quoted := _quoted(line.text)):
            found.setdefault(quoted, Publication(title=quoted))
        before = line.text if listed else ""
    return tuple(found.values())[:MOST_PUBLICATIONS]


def _year_of(found: re.Match[str]) -> int:
    return 2000 + int(found[1]) if found[1] else int(found[0])


def _quoted(line: str) -> str:
    found = _QUOTED.search(line)
    return (found[1] or found[2]).strip(" ,.，。") if found else ""


def _title(line: str) -> str:
    if quoted := _quoted(line):
        return quoted
    cues = resume_cues()
    parts = [part.strip(" .,，。*") for part in _PARTS.split(line)]
    titles = [
        part
        for part in parts
        if weight(part) >= SHORTEST_TITLE
        and len(part) <= LONGEST_TITLE
        and not cues.venues.search(part)
        and not _AUTHORS.search(part)
        and not cues.published.search(fold(spoken(part)).text)
        and (len(part.split()) >= 3 or not part.isascii())
    ]
    return max(titles, key=weight, default="")
