"""Folders as arguments: written by the judge where a submission may read, and nowhere else.

The submission's process cannot write a file. So the judge writes the tree into the fork server's own folder,
which is its read-only current folder inside, and sends the path.
"""

from __future__ import annotations

import contextlib
import dataclasses
import os
import secrets
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sandbox.errors import ProblemError
from sandbox.wire import Recipe


@dataclasses.dataclass(frozen=True)
class Place:
    """One folder under its path for the judge, and for the submission."""

    outside: Path
    inside: str


@contextlib.contextmanager
def planted(case: dict[str, Any], place: Place) -> Iterator[dict[str, Any]]:
    """The case (see `Case.to_wire`) with the path of a real folder for each folder among the arguments.

    The folders are gone afterwards. Raises ProblemError for entries that would lie outside their folder.
    """
    if not has_folder(case):
        yield case
        return
    name = secrets.token_hex(8)
    root = place.outside / name
    root.mkdir(0o755)
    try:
        calls = []
        for index, call in enumerate(case["calls"]):
            args = call["args"]
            pairs = args.items() if isinstance(args, dict) else enumerate(args)
            paths = {}
            for key, value in pairs:
                if _is_folder(value):
                    paths[key] = Recipe("path", f"{place.inside}/{name}/{index}-{key}")
                    plant(root / f"{index}-{key}", value.given)
            changed: Any = (
                {**args, **paths} if isinstance(args, dict) else [paths.get(n, v) for n, v in enumerate(args)]
            )
            calls.append({**call, "args": changed})
        yield {**case, "calls": calls}
    finally:
        shutil.rmtree(root, ignore_errors=True)


def has_folder(case: dict[str, Any]) -> bool:
    """Whether a folder is among the arguments of a case."""
    return any(_is_folder(value) for call in case["calls"] for value in _each(call["args"]))


def plant(root: Path, entries: Mapping[str, Any]) -> None:
    """Writes entries as `sandbox.case.folder` describes them. Raises ProblemError for one that it cannot be."""
    root.mkdir(0o755)
    real = {""}
    """Folders, relative to the root, that are known to be folders and not links."""
    for name, content in entries.items():
        folder, _, last = name.rstrip("/").rpartition("/")
        if folder not in real or last in ("", ".", ".."):
            steps = name.rstrip("/").split("/")
            if not {"", ".", ".."}.isdisjoint(steps):
                raise ProblemError(f"folder entry {name!r}: must be a relative path, without `.` and `..`")
            _make_folder(root, folder, real)
        path = f"{root}/{folder}/{last}"
        match content:
            case None:
                _make_folder(root, f"{folder}/{last}".lstrip("/"), real)
            case str() | bytes():
                try:
                    _write(path, content.encode() if isinstance(content, str) else content)
                except (OSError, ValueError) as error:
                    raise _refused(name, error) from error
            case {"link": str(target)} if len(content) == 1 and target:
                leads_to = os.path.normpath(f"{root}/{folder}/{target}")
                if target.startswith("/") or not Path(leads_to).is_relative_to(root):
                    raise ProblemError(f"folder entry {name!r}: the link leads out of the folder: {target!r}")
                try:
                    os.symlink(target, path)
                except (OSError, ValueError) as error:
                    raise _refused(name, error) from error
            case _:
                raise ProblemError(
                    f"folder entry {name!r}: must be text, bytes, {{link: target}} or null, is {content!r}"
                )


def _make_folder(root: Path, folder: str, real: set[str]) -> None:
    """The folder and those above it; none may be a link, which could lead out."""
    if folder in real:
        return
    _make_folder(root, folder.rpartition("/")[0], real)
    try:
        os.mkdir(root / folder, 0o755)
    except (OSError, ValueError) as error:
        raise _refused(folder, error) from error
    real.add(folder)


def _write(path: str, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    try:
        while content:
            content = content[os.write(descriptor, content) :]
    finally:
        os.close(descriptor)


def _refused(name: str, error: Exception) -> ProblemError:
    return ProblemError(f"folder entry {name!r}: cannot be made: {error}")


def _is_folder(value: Any) -> bool:
    return isinstance(value, Recipe) and value.make == "folder"


def _each(arguments: Any) -> Any:
    return arguments.values() if isinstance(arguments, dict) else arguments
