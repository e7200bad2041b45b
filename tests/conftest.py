"""Every test runs on a data folder of its own, without an endpoint, and may talk to nothing but loopback."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.config import Settings
from bot.services import Services

ENVIRONMENT = (
    "OPENAI_API_KEY",
    "OPENAI_BASE_URL",
    "MIANJING_MODEL",
    "MIANJING_EMBEDDING_MODEL",
    "MIANJING_CHROMA_URL",
    "MIANJING_DATABASE_URL",
    "HTTP_PROXY",
    "http_proxy",
    "ALL_PROXY",
    "all_proxy",
)
# Workers share the cores; more threads than cores make numpy and torch several times slower.
for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(threads, "1")

SPREAD = ("test_problems.py",)
"""Files whose tests take minutes together and share nothing but a judge."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--all-levels", action="store_true", help="run every attack on the sandbox at every level of isolation"
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keeps the tests of a file on one worker, for what they share; only those of the long files are spread."""
    for item in items:
        if item.path.name not in SPREAD:
            item.add_marker(pytest.mark.xdist_group(item.path.name))


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty data folder that `Settings()` finds."""
    for name in ENVIRONMENT:
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "data"
    monkeypatch.setenv("MIANJING_DATA", str(folder))
    return folder


@pytest.fixture
def services(data_folder: Path) -> Iterator[Services]:
    """The program's services on an empty data folder."""
    opened = Services(Settings(data=data_folder))
    yield opened
    opened.close()
