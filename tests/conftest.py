"""Every test runs on a data folder of its own, without an endpoint, and may talk to nothing but loopback."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from bot.config import Settings
from bot.services import Services

ENVIRONMENT = (
    "OPENAI_API_KEY",
    "OPENAI_BASE_URL",
    "MIANJING_MODEL",
    "MIANJING_EMBEDDING_MODEL",
    "MIANJING_SPEECH_MODEL",
    "MIANJING_TRANSCRIPTION_MODEL",
    "MIANJING_VOICE",
    "MIANJING_VOICE_URL",
    "MIANJING_VOICE_API_KEY",
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

LONGEST_FIRST = ("tests/browser", "tests/sandbox/test_attacks.py", "tests/sandbox/test_cpp.py", "tests/test_cli.py")
"""Tests that take minutes together and share what is dear to set up: each place on one worker, from the start."""

SPREAD = ("tests/sandbox/test_problems.py",)
"""Files whose tests take minutes together and share nothing but a judge: one by one on whichever worker is free."""


class ByFile(LoadScopeScheduling):
    """Keeps the tests of a file on one worker, for what they share.

    `--dist loadgroup` would do, but groups nothing under pytest 9.2 (pytest-xdist issue 1386); `loadfile` begins with
    the files of many tests, and ends with one worker that runs the long ones alone.
    """

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        if file in SPREAD:
            return nodeid
        return next((place for place in LONGEST_FIRST if file.startswith(place)), file)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByFile:
    return ByFile(config, log)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--levels",
        choices=("best", "weaker", "all"),
        default="best",
        help="levels of isolation at which the sandbox is tried; with weaker, nothing else runs",
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The workers take the files in this order."""

    def rank(item: pytest.Item) -> int:
        if item.nodeid.startswith(SPREAD):
            return len(LONGEST_FIRST) + 1
        places = (index for index, place in enumerate(LONGEST_FIRST) if item.nodeid.startswith(place))
        return next(places, len(LONGEST_FIRST))

    items.sort(key=rank)


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
