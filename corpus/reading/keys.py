"""The keys and set words of this project's report format (`corpus/README.md`)."""

from __future__ import annotations

from typing import Literal

from corpus.report import Kind, Trait

FRONT_KEYS = ("company", "team", "role", "season", "year", "outcome", "source")
META_KEYS = ("source", "kind", "topics", "rubric", "problem", "drill")
REMARK_KEYS = ("EN", "source", "shows", "minutes")
KINDS = tuple(kind.value for kind in Kind)
TRAITS = tuple(trait.value for trait in Trait)
LONGEST_ROUND = 600
"""Minutes."""
TEXT_KEYS = ("EN", "ask", "ask-en", "also")
ANSWERERS: dict[str, Literal["candidate", "interviewer", "report"]] = {
    "候选人": "candidate",
    "candidate": "candidate",
    "面试官": "interviewer",
    "interviewer": "interviewer",
    "报告": "report",
    "report": "report",
}
ABOUT: dict[str, Literal["manner", "team", "outcome", "advice", "note"]] = {
    "风格": "manner",
    "manner": "manner",
    "团队": "team",
    "team": "team",
    "结果": "outcome",
    "outcome": "outcome",
    "建议": "advice",
    "advice": "advice",
    "备注": "note",
    "note": "note",
}
