"""Techniques that a CV names, by the glossary, and clauses on what the candidate did themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.resume.cues import resume_cues
from bot.resume.figures import LONGEST_QUOTE, clauses_of
from bot.resume.found import ResumeMention
from bot.resume.layout import Line
from bot.scorers.text import fold, spoken, weight
from corpus.glossary import concepts_in, normalize
from corpus.phrases import Match

MOST_SKILLS = 60
MOST_OWN_PARTS = 20


def find_skills(lines: Iterable[Line]) -> tuple[ResumeMention, ...]:
    """Each technique once: where a project names it, else where it stands first."""
    found: dict[str, ResumeMention] = {}
    for line in lines:
        if line.section in ("other", "publications"):
            continue
        normalized = normalize(line.text)
        for match in _techniques(line.text):
            written = _as_written(line.text, normalized, match.start, match.end)
            known = found.get(match.concept)
            if known is None or (known.project is None and line.project is not None):
                found[match.concept] = ResumeMention(
                    quote=written, line=line.text, project=line.project, concept=match.concept
                )
    return tuple(found.values())[:MOST_SKILLS]


def find_own_parts(lines: Iterable[Line]) -> tuple[ResumeMention, ...]:
    """Clauses that say what the candidate did, such as "独立完成模型部署"."""
    found = []
    for line in lines:
        if line.project is None:
            continue
        for clause in clauses_of(line.text):
            if 4 <= weight(clause) <= LONGEST_QUOTE and resume_cues().own_parts.search(fold(spoken(clause)).text):
                found.append(ResumeMention(quote=clause, line=line.text, project=line.project))
    return tuple(dict.fromkeys(found))[:MOST_OWN_PARTS]


def techniques_in(text: str) -> frozenset[str]:
    """Ids of the techniques that a text names."""
    return frozenset(match.concept for match in _techniques(text))


def _techniques(text: str) -> Iterator[Match]:
    return (match for match in concepts_in(text) if match.concept not in resume_cues().not_skills)


def _as_written(line: str, normalized: str, start: int, end: int) -> str:
    """The words of the line itself; normalised ones where normalising moved them."""
    same_places = len(line) == len(normalized)
    return line[start:end] if same_places else normalized[start:end]
