"""Folders that a judge needs while it runs; those of judges that were killed are removed by the next one."""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

PREFIX = "mianjing-empty-"
MEMORY = Path("/dev/shm")  # noqa: S108 - mkdtemp makes a folder of its own there
"""Linux's file system in memory, on which thousands of small files take a hundredth of the time."""
_ENOUGH_BYTES = 1 << 30
_NEW_SECONDS = 60.0


class Folder:
    """A new, empty folder that everybody may read and only this user write.

    It stays locked as long as this process lives, which is how others know that it is in use.
    """

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix=PREFIX, dir=MEMORY if _has_room(MEMORY) else None))
        os.chmod(self.path, 0o755)  # noqa: S103 - to be read by nobody's account, holds nothing but inputs
        self._lock = os.open(self.path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        fcntl.flock(self._lock, fcntl.LOCK_EX)

    def remove(self) -> None:
        """May be called again."""
        shutil.rmtree(self.path, ignore_errors=True)
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1


def remove_abandoned() -> None:
    """Removes this user's folders whose judge is gone."""
    for parent in (MEMORY, Path(tempfile.gettempdir())):
        for path in _abandoned(parent):
            shutil.rmtree(path, ignore_errors=True)


def _has_room(parent: Path) -> bool:
    try:
        room = os.statvfs(parent)
    except OSError:
        return False
    return os.access(parent, os.W_OK | os.X_OK) and room.f_bavail * room.f_frsize >= _ENOUGH_BYTES


def _abandoned(parent: Path) -> Iterator[Path]:
    for path in parent.glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError):
            descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
            try:
                status = os.fstat(descriptor)
                # A new one may be about to be locked.
                if status.st_uid == os.geteuid() and time.time() - status.st_mtime > _NEW_SECONDS:
                    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    yield path
            finally:
                os.close(descriptor)
