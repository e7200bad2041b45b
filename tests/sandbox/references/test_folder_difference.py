from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from sandbox.trees import plant


def contents(root: Path) -> dict[str, bytes]:
    files = (path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def test_agrees_with_folders_on_disk(
    reference: Callable[[str, str], Any], rng: np.random.Generator, tmp_path: Path
) -> None:
    folder_difference = reference("folder-difference", "folder_difference")
    kinds = ["", "x", "y", b"\xff", {"link": "b"}, {"link": "nowhere"}]
    for _ in range(100):
        trees = [
            {
                name: kinds[int(rng.integers(len(kinds)))]
                for name in ("a", "b", "sub/a", "sub/.b", "c/d/e")
                if rng.random() < 0.7
            }
            for _ in range(2)
        ]
        for name, tree in zip(("big", "small"), trees, strict=True):
            plant(tmp_path / name, tree)
        big, small = contents(tmp_path / "big"), contents(tmp_path / "small")

        assert folder_difference(*trees) == big.keys() - small.keys()
        assert folder_difference(*trees, "hash") == {name for name in big if big[name] not in small.values()}
        for name in ("big", "small"):
            shutil.rmtree(tmp_path / name)
