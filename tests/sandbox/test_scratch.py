"""Folders of fork servers are there while their judge lives, and do not outlive it for long."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from sandbox import scratch


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def age(path: Path) -> None:
    os.utime(path, (0, 0))


def test_a_folder_in_use_is_left_alone(temporary: Path) -> None:
    folder = scratch.Folder()
    age(folder.path)

    scratch.remove_abandoned()

    assert [*temporary.iterdir()] == [folder.path]
    folder.remove()
    folder.remove()
    assert [*temporary.iterdir()] == []


def test_a_folder_whose_judge_was_killed_is_removed(temporary: Path) -> None:
    code = "import os; from sandbox import scratch; scratch.Folder().path.joinpath('f').touch(); os.abort()"
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", code], env={"TMPDIR": str(temporary), "PYTHONPATH": str(root)}, check=False)
    (left,) = temporary.iterdir()

    scratch.remove_abandoned()
    assert left.exists(), "a new one may be about to be locked"
    age(left)
    scratch.remove_abandoned()
    assert not left.exists()


def test_what_others_have_put_there_is_left_alone(temporary: Path) -> None:
    elsewhere, link, file = (
        temporary / "elsewhere",
        temporary / f"{scratch.PREFIX}link",
        temporary / f"{scratch.PREFIX}f",
    )
    elsewhere.mkdir()
    link.symlink_to(elsewhere)
    file.touch()
    for path in (elsewhere, file):
        age(path)

    scratch.remove_abandoned()

    assert elsewhere.is_dir()
    assert link.is_symlink()
    assert file.exists()
