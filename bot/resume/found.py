"""What is found in a CV, as data. Every quote is verbatim; nothing here judges what it says."""

from __future__ import annotations

from bot.data import Data


class ResumeProject(Data):
    """One project, internship or piece of research of a CV, by its layout."""

    name: str
    period: str = ""
    """As the CV writes it; empty where it gives none."""
    lines: tuple[str, ...] = ()
    """What the CV says of it, without bullets."""


class ResumeFigure(Data):
    """A number that a CV gives for something."""

    measures: str
    """What is measured, by its name in `quantities.yaml` or `bot/resume/cues.yaml`: latency, map, speedup, …"""
    kind: str
    """Kind of unit, as in `quantities.yaml`."""
    values: tuple[float, ...]
    """In the base unit of the kind, in the order written: both ends of "40 ms → 18 ms"."""
    quote: str
    """The clause that it stands in, verbatim."""
    line: str
    project: str | None = None


class ResumeMention(Data):
    """A line of a CV that names a technique, or says what the candidate did."""

    quote: str
    """The words themselves, verbatim: the technique, or the clause about one's own part."""
    line: str
    project: str | None = None
    concept: str | None = None
    """Id in the glossary; None for one's own part."""


class Publication(Data):
    title: str
    venue: str = ""
    year: int | None = None


class Resume(Data):
    """What is known of the candidate's CV: redacted text, and what was found in it by layout and word lists."""

    text: str
    projects: tuple[str, ...] = ()
    """Names of the projects, in order."""
    entries: tuple[ResumeProject, ...] = ()
    """The same projects with what the CV says of them."""
    skills: tuple[ResumeMention, ...] = ()
    figures: tuple[ResumeFigure, ...] = ()
    own_parts: tuple[ResumeMention, ...] = ()
    """Clauses on what the candidate did themselves, such as "独立完成模型部署"."""
    publications: tuple[Publication, ...] = ()
