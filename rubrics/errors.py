"""What can go wrong in rubric files: one error that names file and key, in one plain line."""

from __future__ import annotations


class RubricError(Exception):
    """A rubric file can't be used. `str(error)` is one line: file, key where known, and the reason."""

    def __init__(self, file: str, key: str, reason: str) -> None:
        self.file = file
        """File as the user would name it."""
        self.key = key
        """Where in the file, e.g. `criteria.2.accept.0`; empty when the whole file is meant."""
        self.reason = " ".join(reason.split())
        where = f"{file}: {key}" if key else file
        super().__init__(f"{where}: {self.reason}")


class WordingError(ValueError):
    """A wording does not parse; says why."""
