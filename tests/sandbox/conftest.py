"""One judge a level of isolation that this machine offers, shared by all tests of the sandbox."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sandbox import isolation
from sandbox.judge import Judge
from sandbox.problem import Problem, load_problem

HONEST = "def total(x):\n    return float(x.sum())\n"


def offered_levels() -> list[isolation.Isolation]:
    best = isolation.available()
    levels = [best] if best.level else []
    if best.bubblewrap and best.landlock and best.seccomp:
        levels.append(replace(best, level=2, label="good", bubblewrap=None))
    return levels


@pytest.fixture(scope="session", params=offered_levels(), ids=lambda level: f"level{level.level}")
def any_judge(request: pytest.FixtureRequest) -> Iterator[Judge]:
    """Each level in turn: what holds with namespaces must hold without them."""
    with Judge(isolation=request.param) as judge:
        yield judge


@pytest.fixture(scope="session")
def judge() -> Iterator[Judge]:
    with Judge() as judge:
        yield judge


@pytest.fixture(scope="session")
def total() -> Problem:
    """A tiny problem to attack: def total(x: np.ndarray) -> float."""
    return load_problem(Path(__file__).parent / "total")
