"""One judge a level of isolation that this machine offers, shared by all tests of the sandbox."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from sandbox import isolation
from sandbox.judge import Judge
from sandbox.library import load_problem, load_problems
from sandbox.problem import Problem
from tests.sandbox.surroundings import Surroundings

LOAD_SECONDS = 2.0
"""Enough for every honest submission, and little for those that loop while they are loaded."""

TARGETS = ("softmax-rows", "scaled-softmax", "reversed-chain", "pairs-with-sum")
HONEST = "def total(x):\n    return float(x.sum())\n"


def offered_levels() -> list[isolation.Isolation]:
    best = isolation.available()
    levels = [best] if best.level else []
    if best.bubblewrap and best.landlock and best.seccomp:
        levels.append(isolation.available(bubblewrap=False))
    return levels


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    wanted = config.getoption("--levels")
    if wanted == "all":
        return
    best = isolation.available()
    for item in [*items]:
        call = getattr(item, "callspec", None)
        level = call.params.get("any_judge", best) if call else best
        if (level.level == best.level) != (wanted == "best"):
            items.remove(item)


@pytest.fixture(scope="session", params=offered_levels(), ids=lambda level: f"level{level.level}")
def any_judge(request: pytest.FixtureRequest) -> Iterator[Judge]:
    """Each level in turn: what holds with namespaces must hold without them."""
    with Judge(isolation=request.param, load_seconds=LOAD_SECONDS) as judge:
        yield judge


@pytest.fixture(scope="session")
def judge() -> Iterator[Judge]:
    with Judge() as judge:
        yield judge


@pytest.fixture(scope="session")
def total() -> Problem:
    """A tiny problem to attack: def total(x: np.ndarray) -> float."""
    return load_problem(Path(__file__).parent / "total")


@pytest.fixture(scope="session")
def targets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Problem]:
    """Problems to attack, in a folder as a user would add it."""
    folder = tmp_path_factory.mktemp("problems")
    for name in TARGETS:
        shutil.copytree(Path(__file__).parent / name, folder / name)
    found = load_problems([folder]).problems
    return {name: found[name] for name in TARGETS}


@pytest.fixture(scope="session")
def surroundings(
    any_judge: Judge, targets: dict[str, Problem], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Surroundings]:
    """Baits around the judge, which is warm, so that whatever comes on top of it was left by an attack."""
    around = Surroundings(tmp_path_factory.mktemp("around"))
    for slug in ("softmax-rows", "scaled-softmax"):
        path, _ = targets[slug].solutions()[0]
        assert any_judge.judge(targets[slug], path.read_text(encoding="utf-8")).verdict == "accepted"
    around.remember()
    yield around
    around.close()
