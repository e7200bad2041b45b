"""Submissions that come with a problem, to be typed into the app."""

from __future__ import annotations

from sandbox.library import load_problem
from sandbox.problem import Verdict
from tests.browser.served import ROOT


def solution(slug: str, *, right: bool, suffix: str = ".py") -> str:
    """The first submission of the problem's folder that is accepted, or whose answers are wrong."""
    wanted = Verdict.ACCEPTED if right else Verdict.WRONG_ANSWER
    problem = load_problem(ROOT / "sandbox" / "problems" / slug)
    found = [path for path, verdict in problem.solutions() if path.suffix == suffix and verdict is wanted]
    return found[0].read_text(encoding="utf-8")
