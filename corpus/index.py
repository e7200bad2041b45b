"""The stored questions of all reports, and who may write them.

Chroma loses vectors without a word when two processes write one folder, so a folder has one owner, held by
a file lock. The owner also keeps a log beside it (`corpus.snapshot`): other processes can read that
(`when_locked="read"`) without touching Chroma. With a Chroma server there is no lock, and no such file.
Searching is `corpus.search`.
"""

from __future__ import annotations

import logging
import threading
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Self

from corpus.errors import IndexBackendError, IndexClosedError
from corpus.ownership import Ownership
from corpus.report import Question
from corpus.snapshot import Snapshot
from corpus.vectors import ChromaVectors, Embedder, Entry, collection_name, embedder_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from corpus.prepare import Prepared
    from corpus.table import Table

logger = logging.getLogger(__name__)

_MOST_SUPERSEDED = 1000
"""How many replaced or removed questions the log may hold beyond its size before it is written anew."""

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
        self._writing = threading.RLock()
        """Taken before `_guard`; held through a whole write, so that embedding keeps nobody from searching."""
        self._mode: Mode | None = None
        self._loaded: Table | None = None
        self._revision = ""
        self._chroma: ChromaVectors | None = None
        self._snapshot = Snapshot(path)
        self._ownership = Ownership(path)

    # ---- opening and closing

    def open(self) -> Self:
        """Open or create the index; once open, does nothing.

        Raises IndexLockedError when another process owns the folder, IndexBackendError when Chroma fails, and
        QuestionIndexError when the folder cannot be written to.
        """
        with self._writing, self._guard:
            if self._mode is not None:
                return self
            if self.url is not None:
                self._chroma = ChromaVectors(self._embedder, url=self.url)
                self._mode = "server"
            elif self._ownership.take(or_raise=self._when_locked == "raise"):
                try:
                    self._chroma = ChromaVectors(self._embedder, folder=self.path / "chroma")
                    self._mode = "owner"
                except BaseException:
                    self._ownership.release()
                    raise
            else:
                self._mode = "reader"
            try:
                if self._mode == "owner":
                    self._take_over()
                else:
                    self._load()
                if self._chroma is not None and not self.count():
                    self._adopt_other_collections(self._chroma)
                if self._mode == "owner":
                    self._drop_older_collections()
            except BaseException:
                self.close()
                raise
            return self

    def close(self) -> None:
        """Release the folder; the index can be opened again."""
        with self._writing, self._guard:
            if self._chroma is not None:
                self._chroma.close()
            self._ownership.release()
            self._chroma = self._loaded = self._mode = None
            self._snapshot = Snapshot(self.path)
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

    # ---- reading

    def count(self) -> int:
        with self.table() as table:
            return len(table)

    def questions(self) -> list[Question]:
        """All questions, in the order they were first stored."""
        with self.table() as table:
            return list(table.questions())

    @contextmanager
    def table(self) -> Iterator[Table]:
        """All questions and vectors, with what other processes have written since; nobody changes them meanwhile."""
        with self._guard:
            self._refresh()
            assert self._loaded is not None
            yield self._loaded

    def revision(self) -> str:
        """Changes whenever the questions did, here or in another process."""
        with self._guard:
            self._refresh()
            return self._revision

    def vector(self, text: str) -> NDArray[np.float32]:
        """The vector of a query, shape (dimension,). Raises EmbeddingError."""
        import numpy as np

        return np.asarray(self._embedder.embed_query(text), dtype=np.float32)

    def trust(self) -> float:
        """Share of the vectors in a hit's score, as the embedder says."""
        return self._embedder.trust

    def noise(self) -> float | None:
        """Cosine that unrelated texts may reach; None where that is only seen from the others."""
        return self._embedder.noise

    def info(self) -> dict[str, str | int]:
        """What `mianjing doctor` shows: mode (owner, reader or server), where, collection, questions.

        `unembedded`: how many of them are found by their words alone, because the embedder failed.
        """
        with self.table() as table:
            assert self._mode is not None
            return {
                "mode": self._mode,
                "where": self.url or str(self.path),
                "collection": collection_name(self._embedder),
                "embedder": self._embedder.name,
                "version": self._embedder.version,
                "dimension": self._embedder.dimension,
                "questions": len(table),
                "unembedded": sum(not entry.embedded for entry in table.entries),
            }

    def _refresh(self) -> None:
        """Look for what other processes wrote. The owner is the only writer, so it need not look."""
        if self._mode is None:
            raise IndexClosedError("the question index is not open; call open() first", file=str(self.path))
        if self._mode == "server":
            assert self._chroma is not None
            if self._chroma.revision() != self._revision:
                self._load()
        elif self._mode == "reader" and self._snapshot.changed():
            self._load()

    def _load(self) -> None:
        """What others wrote: the log for a reader, the collection on a server."""
        from corpus.prepare import words_of_entries
        from corpus.table import Table

        if self._mode == "reader":
            self._loaded = self._snapshot.read(self._loaded)
            if self._loaded is not None and self._snapshot.collection != collection_name(self._embedder):
                # The owner's embedder is another: queries of this one can't be compared with its vectors.
                self._loaded = Table.of(*self._prepared(self._loaded.entries))
            self._revision = self._snapshot.revision or ""
        elif self._chroma is not None:
            # The revision is read first: what is written in between is then found again, rather than missed.
            self._revision = self._chroma.revision()
            entries, vectors = self._chroma.load()
            self._loaded = Table.of(entries, vectors, words_of_entries(entries, self._loaded))
        if self._loaded is None:
            self._loaded = Table(self._embedder.dimension)

    def _take_over(self) -> None:
        """What an owner begins with: the log, which is read several times faster than Chroma, where both agree."""
        from corpus.prepare import words_of_entries
        from corpus.table import Table

        chroma = self._writable()
        self._revision = chroma.revision()
        try:
            log = self._snapshot.read(None)
        except IndexBackendError as error:
            logger.warning("%s; made anew from Chroma", error.reason)
            log = None
        ours = self._snapshot.collection == chroma.name
        if log is not None and ours and self._snapshot.revision == self._revision:
            self._loaded = log
            if self._snapshot.outdated or self._snapshot.rows > 2 * len(log) + _MOST_SUPERSEDED:
                self._snapshot.start(chroma.name, log, self._revision)
            return
        stored, vectors = chroma.load()
        if log is not None and not (ours and self._revision):
            self._settle(log, stored, vectors)
        else:
            self._loaded = Table.of(stored, vectors, words_of_entries(stored, self._loaded))
            self._snapshot.start(chroma.name, self._loaded, self._revision)

    def _settle(self, log: Table, stored: Sequence[Entry], vectors: NDArray[np.float32]) -> None:
        """Bring the collection to what the log holds, because another embedder wrote last or a rebuild was cut off.

        Its own vectors serve for questions that are as they were. The log is replaced last: a process that is
        killed before leaves everything to be done again.
        """
        import numpy as np

        from corpus.table import Table

        chroma = self._writable()
        lent = {entry: place for place, entry in enumerate(stored) if entry.embedded}
        entries = [entry._replace(embedded=True) for entry in log.entries]
        found = [lent.get(entry, -1) for entry in entries]
        rows = np.vstack([vectors, np.zeros((1, self._embedder.dimension), np.float32)])[found]
        missing = [place for place, at in enumerate(found) if at < 0]
        made, rows[missing], _ = self._prepared([entries[place] for place in missing])
        for place, entry in zip(missing, made, strict=True):
            entries[place] = entry
        self._revision = uuid.uuid4().hex
        chroma.put(made, rows[missing])
        chroma.remove([entry.question.id for entry in stored if entry.question.id not in log])
        chroma.stamp(self._revision)
        self._loaded = Table.of(entries, rows, log.words)
        self._snapshot.start(chroma.name, self._loaded, self._revision)

    # ---- writing

    def upsert(self, questions: Sequence[Question], file: str | None = None) -> int:
        """Store questions by id and return how many ids are new; doing it twice changes nothing.

        file: the report file they were read from, for `remove_file`; by default each one's first source.
        Where the embedder fails, questions are stored all the same, to be found by their words; the next upsert
        of the same questions tries again.
        Raises IndexLockedError when opened for reading only and something would change, IndexBackendError if
        Chroma fails.
        """
        given = {
            question.id: Entry(question, file if file is not None else _source_file(question)) for question in questions
        }
        with self._writing:
            with self.table() as table:
                changed = [entry for id_, entry in given.items() if table.get(id_) != entry]
                new = sum(entry.question.id not in table for entry in changed)
            if changed:
                self._write(changed)
            return new

    def remove_file(self, file: str) -> int:
        """Forget the questions of a report file; returns how many there were."""
        with self._writing:
            with self.table() as table:
                ids = [entry.question.id for entry in table.entries if entry.file == file]
            if ids:
                self._write((), ids)
            return len(ids)

    def rebuild(self) -> int:
        """Make the collection anew, with fresh vectors for all questions; returns how many.

        Raises IndexLockedError when opened for reading only, IndexBackendError.
        """
        with self._writing:
            chroma = self._writable()
            with self.table() as table:
                known = list(table.entries)
            entries, vectors, _ = self._prepared(known)
            with self._guard:
                revision = uuid.uuid4().hex
                chroma.clear()
                chroma.put(entries, vectors)
                chroma.stamp(revision)
                if self._mode == "owner":
                    self._take_over()
                else:
                    self._load()
            return len(entries)

    def _write(self, entries: Sequence[Entry], removed: Sequence[str] = ()) -> None:
        chroma = self._writable()
        entries, vectors, words = self._prepared(entries)
        revision = uuid.uuid4().hex
        if self._mode == "server":
            chroma.put(entries, vectors)
            chroma.remove(removed)
            # Others look for what is new once they see the stamp; so it comes last.
            chroma.stamp(revision)
            with self._guard:
                self._load()
            return
        # If the process is killed from here on, the log is behind the stamp, and the next owner reads Chroma.
        chroma.stamp(revision)
        chroma.put(entries, vectors)
        chroma.remove(removed)
        with self._guard:
            assert self._loaded is not None
            self._snapshot.append(entries, vectors, words, removed, revision)
            if removed:
                self._loaded = self._loaded.without(set(removed))
            self._loaded.put(entries, vectors, words)
            self._revision = revision

    def _prepared(self, entries: Sequence[Entry]) -> Prepared:
        from corpus.prepare import prepare

        return prepare(entries, self._embedder, self._loaded)

    def _writable(self) -> ChromaVectors:
        if self._mode is None:
            raise IndexClosedError("the question index is not open; call open() first", file=str(self.path))
        if self._chroma is None:
            raise self._ownership.error()
        return self._chroma

    def _adopt_other_collections(self, chroma: ChromaVectors) -> None:
        """Take over questions that another embedder or version stored, so that an upgrade loses none."""
        found: dict[str, Entry] = {}
        for name in chroma.other_names():
            found |= {entry.question.id: entry for entry in chroma.entries_in(name)}
        if found:
            self._write(list(found.values()))

    def _drop_older_collections(self) -> None:
        """Delete what earlier versions of this embedder left in the folder; on a server somebody may still use it.

        Those of other embedders stay: an endpoint that doesn't answer today may do so tomorrow, and its vectors cost
        money and time.
        """
        chroma = self._writable()
        for name in chroma.other_names():
            if embedder_of(name) == embedder_of(chroma.name):
                chroma.drop(name)


def _source_file(question: Question) -> str:
    return question.source[0].file if question.source else ""
