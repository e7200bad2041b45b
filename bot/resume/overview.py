"""What was found in a CV, in a few short lines for its owner to check."""

from __future__ import annotations

from collections.abc import Sequence

from bot.resume.found import Resume
from bot.schema import Language
from bot.words import words

MOST_LISTED = 8


def overview(resume: Resume, language: Language) -> tuple[str, ...]:
    """One line a sort of thing, what there is none of left out; how much was read goes first."""
    projects = [f"{each.name} ({each.period})" if each.period else each.name for each in resume.entries]
    found = {
        "resume_projects": projects or resume.projects,
        "resume_figures": list(dict.fromkeys(figure.quote for figure in resume.figures)),
        "resume_skills": [skill.quote for skill in resume.skills],
        "resume_publications": [each.title for each in resume.publications],
    }
    lines = [words("resume_read", language, characters=len(resume.text))]
    if not resume.projects:
        lines.append(words("resume_nothing", language))
    lines += [
        words(key, language, count=len(listed), listed=_listed(listed, language))
        for key, listed in found.items()
        if listed
    ]
    return tuple(lines)


def _listed(items: Sequence[str], language: Language) -> str:
    shown = ("; " if language == "en" else "；").join(items[:MOST_LISTED])
    return f"{shown} …" if len(items) > MOST_LISTED else shown
