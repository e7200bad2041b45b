"""What can go wrong in the corpus.

    CorpusError
    ├── ParseError            a report can't be read
    ├── GlossaryError         the glossary file is wrong
    └── QuestionIndexError    the question index can't be used
        ├── IndexLockedError  another process owns it
        ├── IndexClosedError  used before `open()` or after `close()`
        ├── IndexBackendError Chroma failed, or its server can't be reached
        └── EmbeddingError    the endpoint that makes vectors can't be used

Third-party errors are turned into these where they arise; nothing above `corpus` needs to know Chroma.
"""

from __future__ import annotations


class CorpusError(Exception):
    """Base of all; says what happened, and where when that is known."""

    def __init__(self, reason: str, *, file: str | None = None, line: int | None = None) -> None:
        self.reason = reason
        self.file = file
        """File the error is about, as the user would name it."""
        self.line = line
        """Line in `file`, counted from 1."""
        super().__init__(reason)

    def __str__(self) -> str:
        where = ":".join(str(part) for part in (self.file, self.line) if part is not None)
        return f"{where}: {self.reason}" if where else self.reason


class ParseError(CorpusError):
    """A report, or a part of it, can't be read."""


class GlossaryError(CorpusError):
    """The glossary file can't be read, has an unknown key, or gives one term to two concepts."""


class QuestionIndexError(CorpusError):
    """The question index can't be used."""


class IndexLockedError(QuestionIndexError):
    """Another process owns the index folder; two writers would lose vectors silently."""


class IndexClosedError(QuestionIndexError):
    """The index was used before `open()` or after `close()`."""


class IndexBackendError(QuestionIndexError):
    """Chroma failed, or its server can't be reached."""


class EmbeddingError(QuestionIndexError):
    """The endpoint that makes vectors can't be reached, refused, or answered nonsense."""
