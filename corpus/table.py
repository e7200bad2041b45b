"""All stored questions as rows of arrays, so that comparing and filtering never loops over questions in Python.

Vectors stand in columns: the vector of a short query has few entries that aren't zero, and each of those needs one
contiguous pass over all questions. That is exact, and at 100,000 questions faster than an approximate index.
Words are `corpus.words`, storing is `corpus.snapshot` and `corpus.vectors`.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from corpus.report import Question
from corpus.vectors import Entry

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from corpus.words import QuestionWords

_SPARSE = 0.25
"""Share of entries that aren't zero up to which single passes beat one matrix product."""
_SMALLEST = 256


class _Codes:
    """One integer a row for the value of one field."""

    def __init__(self) -> None:
        self.values: dict[Hashable, int] = {}
        self.rows: NDArray[np.int32] = np.empty(_SMALLEST, np.int32)

    def put(self, row: int, value: Hashable) -> None:
        self.rows[row] = self.values.setdefault(value, len(self.values))

    def grow(self, capacity: int) -> None:
        self.rows = np.concatenate([self.rows, np.empty(capacity - len(self.rows), np.int32)])

    def mask(self, value: str, count: int) -> NDArray[np.bool_]:
        found: NDArray[np.bool_] = self.rows[:count] == self.values.get(value, -1)
        return found


class Table:
    """Questions with unit vectors, company and round. Not safe for threads by itself: the index guards it."""

    def __init__(self, dimension: int) -> None:
        self.dimension = dimension
        self.entries: list[Entry] = []
        self.words: list[QuestionWords] = []
        """Of the entry in the same place."""
        self._row: dict[str, int] = {}
        self._company = _Codes()
        self._round = _Codes()
        self._kind = _Codes()
        self._sheet = _Codes()
        self._vectors: NDArray[np.float32] = np.zeros((dimension, _SMALLEST), np.float32)

    @classmethod
    def of(cls, entries: Sequence[Entry], vectors: NDArray[np.float32], words: Sequence[QuestionWords]) -> Table:
        """A new table; arguments as of `put`."""
        table = cls(vectors.shape[1])
        table.put(entries, vectors, words)
        return table

    def __len__(self) -> int:
        return len(self.entries)

    def __contains__(self, id_: str) -> bool:
        return id_ in self._row

    def get(self, id_: str) -> Entry | None:
        row = self._row.get(id_)
        return None if row is None else self.entries[row]

    def words_if_same(self, question: Question) -> QuestionWords | None:
        """The words of a stored question, unless it was stored otherwise than given."""
        row = self._row.get(question.id)
        return self.words[row] if row is not None and self.entries[row].question == question else None

    def questions(self) -> Iterator[Question]:
        return (entry.question for entry in self.entries)

    def put(self, entries: Sequence[Entry], vectors: NDArray[np.float32], words: Sequence[QuestionWords]) -> None:
        """Add or replace. A zero vector is near nothing.

        vectors: of any length, shape (entries, dimension).
        words: one an entry.
        """
        rows = np.empty(len(entries), np.int64)
        self._make_room(len(self.entries) + len(entries))
        for place, entry in enumerate(entries):
            row = rows[place] = self._row.setdefault(entry.question.id, len(self.entries))
            if row == len(self.entries):
                self.entries.append(entry)
                self.words.append(words[place])
            else:
                self.entries[row] = entry
                self.words[row] = words[place]
            self._company.put(row, entry.question.company)
            self._round.put(row, entry.question.round)
            self._kind.put(row, entry.question.kind)
            self._sheet.put(row, (entry.question.rubric, entry.question.problem))
        norms = np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)
        if len(entries):
            self._vectors[:, rows] = (vectors / norms).T

    def _make_room(self, needed: int) -> None:
        capacity = self._vectors.shape[1]
        if needed <= capacity:
            return
        larger = max(needed, 2 * capacity)
        vectors = np.zeros((self.dimension, larger), np.float32)
        vectors[:, : len(self.entries)] = self._vectors[:, : len(self.entries)]
        self._vectors = vectors
        for codes in (self._company, self._round, self._kind, self._sheet):
            codes.grow(larger)

    def without(self, ids: set[str]) -> Table:
        """A new table of the other questions, in the same order."""
        kept = [row for row, entry in enumerate(self.entries) if entry.question.id not in ids]
        return Table.of([self.entries[row] for row in kept], self.vectors()[kept], [self.words[row] for row in kept])

    def vectors(self) -> NDArray[np.float32]:
        """All vectors, shape (questions, dimension)."""
        return self._vectors[:, : len(self.entries)].T

    def similarities(self, vector: NDArray[np.float32]) -> NDArray[np.float32]:
        """Cosine of every question with `vector`, shape (questions,)."""
        unit = (vector / max(float(np.linalg.norm(vector)), 1e-12)).astype(np.float32)
        vectors = self._vectors[:, : len(self.entries)]
        used = np.flatnonzero(unit)
        if len(used) > _SPARSE * self.dimension:
            whole: NDArray[np.float32] = unit @ vectors
            return whole
        similarity = np.zeros(len(self.entries), np.float32)
        for place in used:
            similarity += unit[place] * vectors[place]
        return similarity

    def allowed(self, company: str | None, round_name: str | None) -> NDArray[np.bool_] | None:
        """Which rows are of that company and round, shape (questions,); None when all are."""
        count = len(self.entries)
        if company is None:
            return None if round_name is None else self._round.mask(round_name, count)
        of_company = self._company.mask(company, count)
        return of_company if round_name is None else of_company & self._round.mask(round_name, count)

    def of_kind(self, kind: str, rows: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Which of these rows are of a kind, shape (rows,)."""
        return self._kind.mask(kind, len(self.entries))[rows]

    def parents(self) -> NDArray[np.int64]:
        """Row of the question that each one follows up on, -1 for none, shape (questions,)."""
        rows = (self._row.get(entry.question.follows or "", -1) for entry in self.entries)
        return np.fromiter(rows, np.int64, len(self.entries))

    def sheets(self) -> tuple[NDArray[np.int32], list[tuple[str | None, str | None]]]:
        """Which pair of rubric card and problem each question has, shape (questions,), and all pairs."""
        pairs: Any = list(self._sheet.values)
        return self._sheet.rows[: len(self.entries)], pairs


def best_rows(scores: NDArray[np.float32], limit: int) -> NDArray[np.int64]:
    """Rows of the `limit` highest scores, best first; equal ones in the order of rows."""
    if limit < len(scores):
        least = np.partition(scores, len(scores) - limit)[len(scores) - limit]
        rows = np.flatnonzero(scores >= least)
    else:
        rows = np.arange(len(scores))
    return rows[np.argsort(-scores[rows], kind="stable")][:limit]
