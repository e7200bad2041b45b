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
_NEW_SECONDS = 60.0


class Folder:
    """A new, empty folder that everybody may read and only this user write.

    It stays locked as long as this process lives, which is how others know that it is in use.
    """

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix=PREFIX))
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
    for path in _abandoned(Path(tempfile.gettempdir())):
        shutil.rmtree(path, ignore_errors=True)


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
