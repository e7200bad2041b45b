"""Finding questions: by vectors, by words and by their background, and by what a query says of company, round and kind.

The parts' scores, each relative to its best, are added up. Ranks alone (reciprocal rank fusion) forget how clear a
match was, and did worse: `docs/design/search.md`.

Company and round narrow both sides before their best are taken, never after: a filter on a finished top-k
loses the company whose questions ranked below it. What the caller gives holds exactly and goes before what stands in
the query; what only stands in the query is given up where it would leave nothing.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict

from corpus.glossary import normalize
from corpus.report import Question
from corpus.understand import Understood, understand

if TYPE_CHECKING:
    import numpy as np
    from langchain_core.retrievers import BaseRetriever
    from numpy.typing import NDArray

    from corpus.index import QuestionIndex
    from corpus.table import Table
    from corpus.words import WordIndex

_KIND_BOOST = 0.15
"""What being of the kind that the query hints at adds: it orders questions that fit alike, and hides none."""
_FAINT = 0.1
"""What likeness counts where the query names no subject to be like."""

DENSE = "dense"
WORDS = "words"
BACKGROUND = "background"
_OWN_WORDS = 0.2
"""What a question's own words count beyond its background's, so that of two alike the one that asks it wins."""

Note = Literal["company_given_up", "round_given_up", "words_only"]
"""company_given_up, round_given_up: the query names it, but it left no question. words_only: the vectors failed."""


class Part(BaseModel):
    """What one part of the search says of a hit."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    rank: int
    """Counted from 1, within company and round."""
    score: float
    """Cosine, or BM25."""


class Hit(BaseModel):
    """A question that was found."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    question: Question
    score: float
    """0 to 1: 1 is best in all parts. It orders hits, no probability."""
    found_by: tuple[str, ...]
    """Of `dense`, `words`, `background`; none for a question that is only of the company and round asked for."""
    parts: dict[str, Part]
    """By the names of `found_by`."""


class Found(BaseModel):
    """The answer to a query."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    understood: Understood
    hits: tuple[Hit, ...]
    notes: tuple[Note, ...] = ()


class HybridSearch:
    """Search over an open index. Safe to use from several threads; follows what is written to the index."""

    def __init__(self, index: QuestionIndex, sheet: Callable[[str | None, str | None], str] | None = None) -> None:
        """sheet: what belongs to a question beyond itself, by the slugs of its rubric card and problem."""
        self._index = index
        self._sheet = sheet
        self._words: WordIndex | None = None
        self._revision: str | None = None
        self._weighing = threading.Lock()

    def search(
        self,
        query: str,
        company: str | None = None,
        round: str | None = None,  # noqa: A002 - the field's own word
        k: int = 5,
    ) -> list[Hit]:
        """The hits of `find`."""
        return list(self.find(query, company, round, k).hits)

    def find(
        self,
        query: str,
        company: str | None = None,
        round: str | None = None,  # noqa: A002 - the field's own word
        k: int = 5,
    ) -> Found:
        """The best `k` questions, of that company and round if given; fewer when fewer are related at all.

        company, round: canonical names. Where they aren't given, those that the query mentions.
        Raises ValueError for k < 1, IndexClosedError, IndexBackendError.
        """
        import numpy as np

        from corpus.errors import EmbeddingError
        from corpus.table import best_rows

        if k < 1:
            raise ValueError(f"k must be at least 1, not {k}")
        understood = understand(query, company, round)
        if not any(char.isalnum() for char in normalize(query)):
            return Found(understood=understood, hits=())
        notes: list[Note] = []
        text = understood.rest
        try:
            vector = self._index.vector(text) if text else None
        except EmbeddingError:
            vector = None
            notes.append("words_only")
        with self._index.table() as table:
            rows, given_up = _scope(table, understood, company, round)
            notes += given_up
            similar = np.zeros(len(table), np.float32) if vector is None else table.similarities(vector)
            trust, noise = self._index.trust(), self._index.noise()
            similar[similar <= (float(np.median(similar)) if noise is None and len(similar) else noise or 0)] = 0
            own, background = self._word_scores(text, table)
            parts = {DENSE: similar[rows], WORDS: own[rows], BACKGROUND: background[rows]}
            worded = np.maximum(parts[WORDS], parts[BACKGROUND]) + _OWN_WORDS * parts[WORDS]
            scores = trust * _relative(parts[DENSE]) + (1 - trust) * _relative(worded)
            related = scores > 0
            named_in_query = (understood.company, understood.round) != (company, round)
            if understood.lists_all or (named_in_query and not related.any()):
                related[:] = True
                scores *= _FAINT
            if understood.kind is not None:
                scores += related * _KIND_BOOST * table.of_kind(understood.kind, rows)
            best = best_rows(np.where(related, scores, -1), k)
            hits = tuple(
                _hit(table.entries[rows[place]].question, float(scores[place]), parts, place)
                for place in best
                if related[place]
            )
        return Found(understood=understood, hits=hits, notes=tuple(notes))

    def _word_scores(self, text: str, table: Table) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        from corpus.words import WordIndex

        with self._weighing:
            revision = self._index.revision()
            if self._words is None or revision != self._revision:
                self._words = WordIndex(table, self._sheet)
                self._revision = revision
            return self._words.scores(text)

    def as_retriever(
        self,
        company: str | None = None,
        round: str | None = None,  # noqa: A002 - the field's own word
        k: int = 5,
    ) -> BaseRetriever:
        """The same search as a LangChain retriever; each Document's metadata holds the question's fields."""
        from corpus.retriever import QuestionRetriever

        return QuestionRetriever(search=self, company=company, round=round, k=k)


def _scope(
    table: Table, understood: Understood, company: str | None, round_name: str | None
) -> tuple[NDArray[np.int64], list[Note]]:
    """Rows to search among, shape (rows,), and which of the query's own wishes had to be given up."""
    import numpy as np

    tried: list[tuple[str | None, str | None, list[Note]]] = [
        (understood.company, understood.round, []),
        (understood.company, round_name, ["round_given_up"]),
        (company, understood.round, ["company_given_up"]),
        (company, round_name, ["company_given_up", "round_given_up"]),
    ]
    for of_company, of_round, given_up in tried:
        allowed = table.allowed(of_company, of_round)
        if allowed is None:
            return np.arange(len(table)), given_up
        rows = np.flatnonzero(allowed)
        if len(rows):
            return rows, given_up
    return np.zeros(0, np.int64), []


def _relative(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    highest = float(scores.max(initial=0))
    return scores / highest if highest > 0 else scores


def _hit(question: Question, score: float, parts: Mapping[str, NDArray[np.float32]], place: int) -> Hit:
    said = {
        name: Part(rank=1 + int((part > part[place]).sum()), score=_rounded(float(part[place])))
        for name, part in parts.items()
        if part[place] > 0
    }
    return Hit(question=question, score=_rounded(min(score, 1.0)), found_by=tuple(said), parts=said)


def _rounded(score: float) -> float:
    """Six digits: enough to order by, and the same on every machine."""
    return float(f"{score:.6f}")
