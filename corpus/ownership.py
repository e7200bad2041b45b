"""Who may write an index folder: one process at a time, held by a file lock that ends with the process."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import IndexLockedError, QuestionIndexError

if TYPE_CHECKING:
    from filelock import BaseFileLock


class Ownership:
    """Of one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._owner_file = folder / "owner.pid"
        self._lock: BaseFileLock | None = None

    def take(self, *, or_raise: bool) -> bool:
        """Become the owner; False when another process is and not `or_raise`.

        Raises IndexLockedError when another process is and `or_raise`, QuestionIndexError when the folder cannot be
        written to.
        """
        from filelock import FileLock, Timeout

        lock = FileLock(self._folder / "index.lock")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            lock.acquire(timeout=0)
            self._lock = lock
            self._owner_file.write_text(str(os.getpid()), "utf-8")
        except Timeout:
            if or_raise:
                raise self.error() from None
            return False
        except OSError as error:
            self._lock = None
            lock.release()
            reason = f"the index cannot be written here ({error.strerror}); check path, disk space and permissions"
            raise QuestionIndexError(reason, file=str(self._folder)) from error
        return True

    def release(self) -> None:
        """Let others have it; does nothing for who isn't the owner."""
        if self._lock is not None:
            self._owner_file.unlink(missing_ok=True)
            self._lock.release()
            self._lock = None

    def error(self) -> IndexLockedError:
        """Who owns the folder, and what can be done about it."""
        try:
            owner = f"process {self._owner_file.read_text('utf-8')}"
        except OSError:
            owner = "another process"
        return IndexLockedError(
            f"{owner} is using the question index (most likely the web app). Stop it and try again; "
            "or, to use one index from several processes, run a Chroma server and set MIANJING_CHROMA_URL",
            file=str(self._folder),
        )
