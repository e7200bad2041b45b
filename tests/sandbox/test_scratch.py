"""Folders of fork servers are there while their judge lives, and do not outlive it for long."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from sandbox import scratch


@pytest.fixture(autouse=True, params=["in memory", "on disk"])
def temporary(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where folders are made."""
    disk, memory = tmp_path / "disk", tmp_path / "memory"
    disk.mkdir()
    if request.param == "in memory":
        memory.mkdir()
    monkeypatch.setattr(scratch, "MEMORY", memory)
    monkeypatch.setattr(scratch, "_ENOUGH_BYTES", 1)
    monkeypatch.setattr(tempfile, "tempdir", str(disk))
    return memory if request.param == "in memory" else disk


def test_a_file_system_without_room_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scratch, "_ENOUGH_BYTES", 1 << 62)

    folder = scratch.Folder()

    assert folder.path.parent == tmp_path / "disk"
    folder.remove()


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
    code = (
        "import os, pathlib; from sandbox import scratch; "
        f"scratch.MEMORY, scratch._ENOUGH_BYTES = pathlib.Path({str(scratch.MEMORY)!r}), 1; "
        "scratch.Folder().path.joinpath('f').touch(); os.abort()"
    )
    environment = {"TMPDIR": tempfile.gettempdir(), "PYTHONPATH": str(Path(__file__).parents[2])}
    subprocess.run([sys.executable, "-c", code], env=environment, check=False)
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
