"""The app beside the terminal: one owner of the index, and nobody loses anything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.served import App
from tests.commands import run, run_json


@pytest.fixture
def app(data_folder: Path) -> Iterator[App]:
    serving = App(data_folder)
    serving.start()
    yield serving
    serving.stop()


def test_the_terminal_searches_and_is_refused_to_write_while_the_app_runs(
    app: App, tmp_path: Path, data_folder: Path
) -> None:
    assert app.process is not None
    assert app.process.stdout is not None
    assert "题库索引已就绪" in app.process.stdout.readline()

    hits = run_json("search", "抠图", "-k", "1", data=data_folder)["hits"]
    assert len(hits) == 1
    report = tmp_path / "mine.md"
    report.write_text("## 美团\n\n### 一面\n\n1. 介绍一下 BN？\n", encoding="utf-8")
    refused = run("ingest", report, data=data_folder)
    assert refused.returncode == 1
    assert "另一个进程" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert not (data_folder / "reports").exists()
