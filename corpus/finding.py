"""Which files are meant by the files and folders that a user names. Opens none of them."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from corpus.parse import READABLE_SUFFIXES, Skipped

LARGEST = 100_000_000
"""Bytes; larger files are no reports, whatever they are."""


class Found(NamedTuple):
    files: list[Path]
    """Regular files, each once."""
    skipped: list[Skipped]
    """What was left out, and why."""


def files_under(paths: Iterable[Path]) -> Found:
    """The files among `paths`, and the readable ones in folders among them, below and behind links too."""
    search = _Search()
    for path in paths:
        search.take(path)
    return Found(search.files, search.skipped)


class _Search:
    def __init__(self) -> None:
        self.files: list[Path] = []
        self.skipped: list[Skipped] = []
        self.seen: set[tuple[int, int]] = set()

    def take(self, path: Path) -> None:
        """A path that the user named."""
        try:
            status = path.stat()
        except OSError as error:
            self.skip(path, _why(path, error))
            return
        if not stat.S_ISDIR(status.st_mode):
            self.take_file(path, status)
            return
        before = len(self.files) + len(self.skipped)
        self.walk(path, status)
        if len(self.files) + len(self.skipped) == before:
            self.skip(path, f"文件夹里没有能读的文件 (no readable files in this folder): {_suffixes()}")

    def take_file(self, path: Path, status: os.stat_result) -> None:
        if not stat.S_ISREG(status.st_mode):
            self.skip(path, "不是普通文件，没有打开 (not a regular file, so it was not opened)")
        elif status.st_size > LARGEST:
            self.skip(path, f"大于 {LARGEST // 1_000_000} MB (larger than {LARGEST // 1_000_000} MB)")
        elif self.is_new(path, status):
            self.files.append(path)

    def is_new(self, path: Path, status: os.stat_result) -> bool:
        identity = status.st_dev, status.st_ino
        if identity in self.seen:
            self.skip(path, "前面已经读过，链接可能绕了回来 (read before; a link may lead back to it)")
            return False
        self.seen.add(identity)
        return True

    def walk(self, top: Path, status: os.stat_result) -> None:
        """Files of a folder first, then the folders in it, by name; each once, so that loops of links end."""
        waiting = [(top, status)]
        while waiting:
            folder, found = waiting.pop()
            if self.is_new(folder, found):
                waiting += reversed(self.take_folder(folder))

    def take_folder(self, folder: Path) -> list[tuple[Path, os.stat_result]]:
        """Takes the files of a folder; gives the folders in it."""
        others: Counter[str] = Counter()
        folders = []
        for path, status in self.listed(folder):
            if stat.S_ISDIR(status.st_mode):
                folders.append((path, status))
            elif path.suffix.lower() in READABLE_SUFFIXES:
                self.take_file(path, status)
            else:
                others[path.suffix.lower() or path.name] += 1
        if others:
            listed = "、".join(suffix for suffix, _ in others.most_common(5))
            count = others.total()
            self.skip(
                folder,
                f"{count} 个文件不是 {_suffixes()}，没有读 ({count} file(s) of other kinds, not read): {listed}",
            )
        return folders

    def listed(self, folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
        """What is in a folder, hidden files left out."""
        try:
            paths = sorted(folder.iterdir())
        except OSError as error:
            self.skip(folder, _why(folder, error))
            return
        for path in paths:
            if path.name.startswith("."):
                continue
            try:
                yield path, path.stat()
            except OSError as error:
                self.skip(path, _why(path, error))

    def skip(self, path: Path, reason: str) -> None:
        self.skipped.append(Skipped(file=path.name or str(path), line=1, reason=reason))


def _why(path: Path, error: OSError) -> str:
    if path.is_symlink() and not os.path.exists(path):
        return f"链接断了或绕成了圈 (a broken link, or one that leads in a circle): {error.strerror}"
    if isinstance(error, FileNotFoundError):
        return f"没有这个文件或文件夹 (no such file or folder): {path}"
    return f"读不了，请检查权限 (cannot be read, check permissions): {error.strerror}"


def _suffixes() -> str:
    return "、".join(sorted(READABLE_SUFFIXES))
