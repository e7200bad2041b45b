"""The layout of a CV from what somebody says each line is, in place of `layout`'s reading of headings and blanks. The
words are the CV's own all the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from bot.resume.cues import Section
from bot.resume.layout import MOST_PROJECTS, Entry, Line, bare_line, clean_name, period_in

Role = Literal["project", "about_project", "skills", "publications", "other"]
"""What a line is. project: the name of one; about_project: what is said of the last one named."""
_SECTIONS: dict[Role, Section] = {
    "project": "projects",
    "about_project": "projects",
    "skills": "skills",
    "publications": "publications",
    "other": "other",
}


def outlined_layout(text: str, roles: Mapping[int, Role]) -> tuple[Sequence[Entry], Sequence[Line]]:
    """Projects and lines of a CV, as `read_layout` gives them.

    Args:
        roles: By the line's number, from 1; a line without one is nothing of interest.
    """
    entries: list[Entry] = []
    lines: list[Line] = []
    for number, line in enumerate(text.splitlines(), start=1):
        role, bare = roles.get(number, "other"), bare_line(line)
        if role == "project" and len(entries) < MOST_PROJECTS and (name := clean_name(bare)):
            entries.append(Entry(name, period_in(bare)))
        elif bare:
            about = entries[-1] if role == "about_project" and entries else None
            if about is not None:
                about.lines.append(bare)
            lines.append(Line(bare, _SECTIONS[role], about.name if about is not None else None))
    return entries, lines
