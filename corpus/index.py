"""The stored questions of all reports, and who may write them.

Chroma loses vectors without a word when two processes write one folder, so a folder has one owner, held by
a file lock. The owner also keeps `questions.jsonl` beside it, replaced as a whole on every write: other
processes can read that (`when_locked="read"`) without touching Chroma. With a Chroma server there is no lock,
and no such file.
Searching is `corpus.search`.
"""

from __future__ import annotations

import json
import os
import tempfile
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Self

from pydantic import ValidationError

from corpus.errors import IndexBackendError, IndexClosedError, IndexLockedError, QuestionIndexError
from corpus.report import Question
from corpus.vectors import ArrayVectors, ChromaVectors, Embedder, Entry, collection_name

if TYPE_CHECKING:
    from filelock import BaseFileLock

Mode = Literal["owner", "reader", "server"]


class QuestionIndex:
    """Questions with their vectors, in a folder or on a Chroma server. Safe to use from several threads."""

    def __init__(
        self,
        path: Path,
        url: str | None = None,
        *,
        embedder: Embedder | None = None,
        when_locked: Literal["raise", "read"] = "raise",
    ) -> None:
        """
        path: folder of the index; unused with `url`.
        url: address of a Chroma server, e.g. http://127.0.0.1:8000.
        embedder: what makes the vectors; by default `corpus.embed.GlossaryEmbeddings`.
        when_locked: what `open` does if another process owns the folder: raise IndexLockedError, or open for
            reading only.
        """
        self.path = path
        self.url = url or None
        self._given_embedder = embedder
        self._when_locked = when_locked
        self._guard = threading.RLock()
        self._mode: Mode | None = None
        self._entries: dict[str, Entry] = {}
        self._revision = ""
        self._chroma: ChromaVectors | None = None
        self._array: ArrayVectors | None = None
        self._lock: BaseFileLock | None = None

    # ---- opening and closing

    def open(self) -> Self:
        """Open or create the index; once open, does nothing.

        Raises IndexLockedError when another process owns the folder, IndexBackendError when Chroma fails, and
        QuestionIndexError when the folder cannot be written to.
        """
        with self._guard:
            if self._mode is not None:
                return self
            if self.url is not None:
                self._chroma = ChromaVectors(self._embedder, url=self.url)
                self._mode = "server"
            elif self._take_lock():
                try:
                    self._chroma = ChromaVectors(self._embedder, folder=self.path / "chroma")
                    self._mode = "owner"
                except BaseException:
                    self._release_lock()
                    raise
            else:
                self._mode = "reader"
            try:
                if self._chroma is not None:
                    self._adopt_other_collections(self._chroma)
                self._load()
            except BaseException:
                self.close()
                raise
            return self

    def close(self) -> None:
        """Release the folder; the index can be opened again."""
        with self._guard:
            if self._chroma is not None:
                self._chroma.close()
            self._release_lock()
            self._chroma = self._array = None
            self._mode = None
            self._entries = {}
            self._revision = ""

    def __enter__(self) -> Self:
        return self.open()

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def _embedder(self) -> Embedder:
        if self._given_embedder is None:
            from corpus.embed import GlossaryEmbeddings

            self._given_embedder = GlossaryEmbeddings()
        return self._given_embedder

    def _take_lock(self) -> bool:
        from filelock import FileLock, Timeout

        lock = FileLock(self.path / "index.lock")
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            lock.acquire(timeout=0)
            self._lock = lock
            self._owner_file.write_text(str(os.getpid()), "utf-8")
        except Timeout:
            if self._when_locked == "read":
                return False
            raise self._locked_error() from None
        except OSError as error:
            self._lock = None
            lock.release()
            reason = f"the index cannot be written here ({error.strerror}); check path, disk space and permissions"
            raise QuestionIndexError(reason, file=str(self.path)) from error
        return True

    def _release_lock(self) -> None:
        if self._lock is not None:
            self._owner_file.unlink(missing_ok=True)
            self._lock.release()
            self._lock = None

    @property
    def _owner_file(self) -> Path:
        return self.path / "owner.pid"

    def _locked_error(self) -> IndexLockedError:
        try:
            owner = f"process {self._owner_file.read_text('utf-8')}"
        except OSError:
            owner = "another process"
        return IndexLockedError(
            f"{owner} is using the question index (most likely the web app). Stop it and try again; "
            "or, to use one index from several processes, run a Chroma server and set MIANJING_CHROMA_URL",
            file=str(self.path),
        )

    # ---- reading

    def count(self) -> int:
        return len(self.entries())

    def questions(self) -> list[Question]:
        """All questions, in the order of their ids."""
        return [entry.question for entry in self.entries().values()]

    def entries(self) -> dict[str, Entry]:
        """All entries by id, with what other processes have written since."""
        with self._guard:
            self._refresh()
            return self._entries

    def revision(self) -> str:
        """Changes whenever the questions did, here or in another process."""
        with self._guard:
            self._refresh()
            return self._revision

    def nearest(
        self,
        query: str,
        limit: int,
        company: str | None = None,
        round_name: str | None = None,
    ) -> list[tuple[str, float]]:
        """Ids and cosine similarities of the closest questions of that company and round, best first."""
        with self._guard:
            self._refresh()
            if not self._entries:
                return []
            vectors = self._array_vectors()
        return vectors.nearest(query, min(limit, len(self._entries)), company, round_name)

    def info(self) -> dict[str, str | int]:
        """What `mianjing doctor` shows: mode (owner, reader or server), where, collection, questions."""
        with self._guard:
            entries = self.entries()
            assert self._mode is not None
            return {
                "mode": self._mode,
                "where": self.url or str(self.path),
                "collection": collection_name(self._embedder),
                "embedder": self._embedder.name,
                "version": self._embedder.version,
                "dimension": self._embedder.dimension,
                "questions": len(entries),
            }

    def _array_vectors(self) -> ArrayVectors:
        if self._array is None:
            stored = self._chroma.vectors() if self._chroma is not None else None
            self._array = ArrayVectors(self._embedder, self._entries.values(), stored)
        return self._array

    def _refresh(self) -> None:
        """Look for what other processes wrote. The owner is the only writer, so it need not look."""
        if self._mode is None:
            raise IndexClosedError("the question index is not open; call open() first", file=str(self.path))
        if self._mode != "owner" and self._stored_revision() != self._revision:
            self._load()

    def _stored_revision(self) -> str:
        if self._chroma is not None:
            return self._chroma.revision()
        try:
            status = self._snapshot.stat()
        except FileNotFoundError:
            return ""
        return f"{status.st_ino}-{status.st_mtime_ns}-{status.st_size}"

    def _load(self) -> None:
        # The revision is read first: what is written in between is then found again, rather than missed.
        self._revision = self._stored_revision()
        entries = self._chroma.entries() if self._chroma is not None else list(self._read_snapshot())
        self._entries = {entry.question.id: entry for entry in sorted(entries, key=lambda each: each.question.id)}
        self._array = None
        if self._mode == "owner":
            self._write_snapshot()

    # ---- writing

    def upsert(self, questions: Sequence[Question], file: str | None = None) -> int:
        """Store questions by id and return how many ids are new; doing it twice changes nothing.

        file: the report file they were read from, for `remove_file`; by default each one's first source.
        Raises IndexLockedError when opened for reading only and something would change, IndexBackendError if
        Chroma fails.
        """
        given = {
            question.id: Entry(question, file if file is not None else _source_file(question)) for question in questions
        }
        with self._guard:
            known = self.entries()
            changed = [entry for id_, entry in given.items() if known.get(id_) != entry]
            new = sum(entry.question.id not in known for entry in changed)
            if changed:
                self._writable().put(changed)
                self._load()
            return new

    def remove_file(self, file: str) -> int:
        """Forget the questions of a report file; returns how many there were."""
        with self._guard:
            ids = [id_ for id_, entry in self.entries().items() if entry.file == file]
            if ids:
                self._writable().remove(ids)
                self._load()
            return len(ids)

    def rebuild(self) -> int:
        """Make the collection anew, with fresh vectors for all questions; returns how many."""
        with self._guard:
            entries = list(self.entries().values())
            chroma = self._writable()
            chroma.clear()
            if entries:
                chroma.put(entries)
            self._load()
            return len(entries)

    def _writable(self) -> ChromaVectors:
        if self._chroma is None:
            raise self._locked_error()
        return self._chroma

    def _adopt_other_collections(self, chroma: ChromaVectors) -> None:
        """Take over questions that another embedder or version stored, so that an upgrade loses none.

        On a server the old collection stays, since a client of the old version may still use it.
        """
        known = {entry.question.id for entry in chroma.entries()}
        for name in chroma.other_names():
            if self._mode == "server" and known:
                continue
            found = [entry for entry in chroma.entries_in(name) if entry.question.id not in known]
            if found:
                chroma.put(found)
                known.update(entry.question.id for entry in found)
            if self._mode == "owner":
                chroma.drop(name)

    # ---- the file that readers use

    @property
    def _snapshot(self) -> Path:
        return self.path / "questions.jsonl"

    def _write_snapshot(self) -> None:
        lines = [
            json.dumps({"file": entry.file, "question": entry.question.model_dump(mode="json")}, ensure_ascii=False)
            for entry in self._entries.values()
        ]
        text = "".join(line + "\n" for line in lines)
        if self._snapshot.exists() and self._snapshot.read_text("utf-8") == text:
            return
        handle, temporary = tempfile.mkstemp(dir=self.path, prefix="questions-", suffix=".tmp")
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
        os.replace(temporary, self._snapshot)

    def _read_snapshot(self) -> Iterator[Entry]:
        if not self._snapshot.exists():
            return
        for number, line in enumerate(self._snapshot.read_text("utf-8").splitlines(), start=1):
            try:
                data = json.loads(line)
                yield Entry(Question.model_validate(data["question"], strict=False), str(data["file"]))
            except (json.JSONDecodeError, KeyError, TypeError, ValidationError) as error:
                raise IndexBackendError(
                    f"not a stored question: {error}. Delete this file; the index's owner writes it anew",
                    file=str(self._snapshot),
                    line=number,
                ) from error


def _source_file(question: Question) -> str:
    return question.source[0].file if question.source else ""
