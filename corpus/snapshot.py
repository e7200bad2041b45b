"""The files from which every process knows the index: a log of questions, and their vectors beside it.

The owner appends, any process may read at any time. A batch counts once its last line stands, so readers see whole
states only, and what a killed owner left unfinished is as if it had never begun. Chroma holds the same and is
what the files are made from anew when they are lost or behind.

`questions.jsonl`: one line names the collection and the other two files; then one line a question stored or removed;
each batch ends with a line that carries its revision. Question line n has row n of the vectors (float32), and as many
of the words (uint32, one after the other) as its line says.
"""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from corpus.errors import IndexBackendError
from corpus.report import Question
from corpus.vectors import Entry

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from corpus.table import Table
    from corpus.words import QuestionWords

_TRIES = 5
"""How often a reader starts over when the owner replaces the files under its hands."""


class _Head(BaseModel):
    model_config = ConfigDict(extra="forbid")

    collection: str
    dimension: int
    vectors: str
    """Name of the file of vectors, in the same folder."""
    words: str
    """Name of the file of words."""
    words_version: str


class _Line(BaseModel):
    """Exactly one of question, removed and revision."""

    model_config = ConfigDict(extra="forbid")

    question: Question | None = None
    file: str = ""
    embedded: bool = True
    words: tuple[int, int] = (0, 0)
    """How many words the question has, and how many its answers and notes."""
    removed: str | None = None
    revision: str | None = None


_LINES = TypeAdapter(list[_Line])


class Snapshot:
    """The files of one folder. One process writes; the methods that write say so."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.file = folder / "questions.jsonl"
        self._forget()

    def _forget(self) -> None:
        self._head: _Head | None = None
        self._inode = 0
        self._offset = 0
        """Where the last whole batch ends, in bytes."""
        self._lines = 0
        self.rows = 0
        """How many vectors the file has; more than questions once some were replaced or removed."""
        self._word_count = 0
        """How many words the other file has."""
        self.revision: str | None = None
        """Of the last whole batch; None before anything was read or written."""

    @property
    def collection(self) -> str | None:
        return self._head.collection if self._head else None

    def changed(self) -> bool:
        """Whether another process wrote since the last `read`."""
        try:
            status = self.file.stat()
        except FileNotFoundError:
            return self._head is not None
        return status.st_ino != self._inode or status.st_size > self._offset

    def read(self, table: Table | None) -> Table | None:
        """`table` brought up to date, or a new one if there was none or the files were replaced; None without files.

        Raises IndexBackendError when a line that counts is no stored question.
        """
        for _ in range(_TRIES):
            try:
                return self._read(table)
            except FileNotFoundError:
                if not self.file.exists():
                    self._forget()
                    return None
        raise IndexBackendError(
            "the index's files keep disappearing; is its folder being deleted?", file=str(self.file)
        )

    def _read(self, table: Table | None) -> Table:
        from corpus.table import Table

        with self.file.open("rb") as stream:
            inode = os.fstat(stream.fileno()).st_ino
            if table is None or inode != self._inode or self._head is None:
                table = None
                self._forget()
                first = stream.readline()
                self._head = self._parsed_head(first)
                self._inode, self._offset, self._lines = inode, len(first), 1
            stream.seek(self._offset)
            text = stream.read()
        raw = text[: text.rfind(b"\n") + 1].splitlines(keepends=True)
        lines = self._parsed(raw)
        ends = [place for place, line in enumerate(lines) if line.revision is not None]
        if not ends:
            return table if table is not None else Table(self._head.dimension)
        self.revision = lines[ends[-1]].revision
        self._offset += sum(map(len, raw[: ends[-1] + 1]))
        self._lines += ends[-1] + 1
        return self._applied(lines[: ends[-1]], table if table is not None else Table(self._head.dimension))

    def _applied(self, lines: Sequence[_Line], table: Table) -> Table:
        """A table with these lines' questions put in and taken out."""
        import numpy as np

        stored = [line for line in lines if line.question is not None]
        vectors = self._read_vectors(self.rows, self.rows + len(stored))
        words = self._read_words(stored)
        last: dict[str, int] = {}
        gone: set[str] = set()
        place = 0
        for line in lines:
            if line.question is not None:
                last[line.question.id] = place
                gone.discard(line.question.id)
                place += 1
            elif line.removed is not None:
                last.pop(line.removed, None)
                gone.add(line.removed)
        if gone:
            table = table.without(gone)
        entries = [Entry(line.question, line.file, line.embedded) for line in stored if line.question is not None]
        kept = list(last.values())
        table.put([entries[at] for at in kept], vectors[np.array(kept, np.int64)], [words[at] for at in kept])
        self.rows += len(stored)
        self._word_count += sum(sum(line.words) for line in stored)
        return table

    def _read_words(self, stored: Sequence[_Line]) -> list[QuestionWords]:
        """Of each line; made anew where those in the file are of another version."""
        import numpy as np

        from corpus.words import QuestionWords, words_of_questions, words_version

        assert self._head is not None
        if self._head.words_version != words_version():
            return words_of_questions([line.question for line in stored if line.question is not None])
        count = sum(sum(line.words) for line in stored)
        found = np.fromfile(self._folder / self._head.words, np.uint32, count, offset=self._word_count * 4)
        if len(found) != count:
            raise self._damaged("the file of words is too short", None)
        split: list[QuestionWords] = []
        begin = 0
        for line in stored:
            middle, end = begin + line.words[0], begin + sum(line.words)
            split.append(QuestionWords(found[begin:middle], found[middle:end]))
            begin = end
        return split

    def _read_vectors(self, begin: int, end: int) -> NDArray[np.float32]:
        import numpy as np

        assert self._head is not None
        width = self._head.dimension
        found = np.fromfile(
            self._folder / self._head.vectors, np.float32, (end - begin) * width, offset=begin * width * 4
        )
        if len(found) != (end - begin) * width:
            raise self._damaged("the file of vectors is too short", None)
        return found.reshape(-1, width)

    def _parsed_head(self, raw: bytes) -> _Head:
        try:
            return _Head.model_validate_json(raw)
        except ValidationError as error:
            raise self._damaged(str(error.errors()[0]["msg"]), 1) from error

    def _parsed(self, lines: Sequence[bytes]) -> list[_Line]:
        try:
            return _LINES.validate_json(b"[" + b",".join(lines) + b"]")
        except ValidationError as error:
            first = error.errors()[0]
        for number, line in enumerate(lines, self._lines + 1):
            try:
                _Line.model_validate_json(line)
            except ValidationError as error:
                first = error.errors()[0]
                raise self._damaged(f"{'.'.join(map(str, first['loc']))} {first['msg']}".strip(), number) from error
        raise self._damaged(first["msg"], None)

    def _damaged(self, reason: str, line: int | None) -> IndexBackendError:
        return IndexBackendError(
            f"not a stored question: {reason}. Delete this file; the index's owner writes it anew",
            file=str(self.file),
            line=line,
        )

    # ---- writing: the owner alone

    def start(self, collection: str, table: Table, revision: str) -> None:
        """Replace the files by what `table` holds."""
        from corpus.words import words_version

        made = uuid.uuid4().hex[:12]
        head = _Head(
            collection=collection,
            dimension=table.dimension,
            vectors=f"vectors-{made}.f32",
            words=f"words-{made}.u32",
            words_version=words_version(),
        )
        (self._folder / head.vectors).write_bytes(table.vectors().tobytes())
        words = _word_bytes(table.words)
        (self._folder / head.words).write_bytes(words)
        lines = map(_question_line, table.entries, table.words)
        text = _json(head) + b"".join(lines) + _json(_Line(revision=revision))
        temporary = self.file.with_suffix(".tmp")
        temporary.write_bytes(text)
        os.replace(temporary, self.file)
        self._head, self._inode, self._offset = head, self.file.stat().st_ino, len(text)
        self._lines, self.rows, self._word_count = len(table) + 2, len(table), len(words) // 4
        self.revision = revision
        for left in (*self._folder.glob("vectors-*.f32"), *self._folder.glob("words-*.u32")):
            if left.name not in (head.vectors, head.words):
                left.unlink(missing_ok=True)

    def append(
        self,
        entries: Sequence[Entry],
        vectors: NDArray[np.float32],
        words: Sequence[QuestionWords],
        removed: Iterable[str],
        revision: str,
    ) -> None:
        """Add one batch: these questions with their vectors, shape (entries, dimension), and words; these ids gone."""
        assert self._head is not None
        added = _word_bytes(words)
        place = self.rows * self._head.dimension * 4
        _write_at(self._folder / self._head.vectors, place, vectors.astype("float32").tobytes())
        _write_at(self._folder / self._head.words, self._word_count * 4, added)
        lines = [*map(_question_line, entries, words), *(_json(_Line(removed=id_)) for id_ in removed)]
        text = b"".join([*lines, _json(_Line(revision=revision))])
        _write_at(self.file, self._offset, text)
        self._offset += len(text)
        self._lines += len(lines) + 1
        self.rows += len(entries)
        self._word_count += len(added) // 4
        self.revision = revision

    @property
    def outdated(self) -> bool:
        """Whether the words that were read had to be made anew, so that the files are better replaced."""
        from corpus.words import words_version

        return self._head is not None and self._head.words_version != words_version()


def _write_at(file: Path, place: int, data: bytes) -> None:
    """Overwrite what a killed owner may have left behind this place."""
    with file.open("r+b") as stream:
        stream.seek(place)
        stream.write(data)
        stream.truncate()


def _word_bytes(words: Iterable[QuestionWords]) -> bytes:
    return b"".join(passage.tobytes() for each in words for passage in each)


def _json(line: BaseModel) -> bytes:
    return line.model_dump_json(exclude_defaults=True).encode() + b"\n"


def _question_line(entry: Entry, words: QuestionWords) -> bytes:
    counts = (len(words.asked), len(words.told))
    return _json(_Line(question=entry.question, file=entry.file, embedded=entry.embedded, words=counts))
