"""Finding questions: vectors and words side by side, joined by reciprocal rank fusion.

Company and round narrow both sides before their best are taken, never after: a filter on a finished top-k
loses the company whose questions ranked below it. Names are canonical; aliases are resolved by the caller.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from corpus.glossary import normalize
from corpus.report import Question

if TYPE_CHECKING:
    from langchain_core.retrievers import BaseRetriever

    from corpus.index import QuestionIndex
    from corpus.words import WordIndex

_RANK_CONSTANT = 60
"""k of reciprocal rank fusion (Cormack, Clarke, Büttcher 2009)."""
_POOL = 50
"""How many of each side's best take part in the fusion, at least."""
_NOISE = 0.18
"""Cosine that unrelated texts may reach by hash collisions alone: four deviations at 512 dimensions."""

DENSE = "dense"
WORDS = "words"


class Hit(BaseModel):
    """A question that was found."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    question: Question
    score: float
    """Fused rank, 0 to 1: 1 is first on both sides, 0.5 first on one. It orders hits, no probability."""
    found_by: tuple[str, ...]
    """`dense`, `words` or both."""


def fuse(*rankings: list[str]) -> dict[str, float]:
    """Reciprocal rank fusion of lists of ids, best first, scaled so that being first in all of them is 1."""
    highest = len(rankings) / (_RANK_CONSTANT + 1)
    scores: dict[str, float] = {}
    for ranking in rankings:
        for rank, id_ in enumerate(ranking, start=1):
            scores[id_] = scores.get(id_, 0.0) + 1 / (_RANK_CONSTANT + rank) / highest
    return scores


class HybridSearch:
    """Search over an open index. Safe to use from several threads; follows what is written to the index."""

    def __init__(self, index: QuestionIndex) -> None:
        self._index = index
        self._guard = threading.Lock()
        self._words: WordIndex | None = None
        self._revision: str | None = None

    def search(
        self,
        query: str,
        company: str | None = None,
        round: str | None = None,  # noqa: A002 - the field's own word
        k: int = 5,
    ) -> list[Hit]:
        """The best `k` questions, of that company and round if given; fewer when fewer are related at all.

        Raises ValueError for k < 1, IndexClosedError, IndexBackendError.
        """
        if k < 1:
            raise ValueError(f"k must be at least 1, not {k}")
        if not any(char.isalnum() for char in normalize(query)):
            return []
        pool = max(_POOL, 4 * k)
        words = [id_ for id_, _ in self._word_index().best(query, pool, company, round)]
        dense = [id_ for id_, similarity in self._index.nearest(query, pool, company, round) if similarity > _NOISE]
        scores = fuse(dense, words)
        entries = self._index.entries()
        ranked = sorted((id_ for id_ in scores if id_ in entries), key=lambda id_: (-scores[id_], id_))
        return [
            Hit(
                question=entries[id_].question,
                score=round_score(scores[id_]),
                found_by=tuple(name for name, ids in ((DENSE, dense), (WORDS, words)) if id_ in ids),
            )
            for id_ in ranked[:k]
        ]

    def _word_index(self) -> WordIndex:
        from corpus.words import WordIndex

        with self._guard:
            revision = self._index.revision()
            if self._words is None or revision != self._revision:
                self._words = WordIndex(self._index.questions())
                self._revision = revision
            return self._words

    def as_retriever(
        self,
        company: str | None = None,
        round: str | None = None,  # noqa: A002 - the field's own word
        k: int = 5,
    ) -> BaseRetriever:
        """The same search as a LangChain retriever; each Document's metadata holds the question's fields."""
        from corpus.retriever import QuestionRetriever

        return QuestionRetriever(search=self, company=company, round=round, k=k)


def round_score(score: float) -> float:
    """Six digits: enough to order by, and the same on every machine."""
    return float(f"{score:.6f}")
