"""LangChain's face of the hybrid search, for chains that want a retriever."""

from __future__ import annotations

from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from corpus.search import HybridSearch


class QuestionRetriever(BaseRetriever):
    """Questions as Documents: the text as content; fields, score and found_by as metadata."""

    model_config = ConfigDict(extra="forbid", arbitrary_types_allowed=True)

    search: Any
    """A HybridSearch; typed Any because pydantic would otherwise want to validate a plain class."""
    company: str | None = None
    round: str | None = None
    k: int = 5

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        search: HybridSearch = self.search
        return [
            Document(
                id=hit.question.id,
                page_content=hit.question.text,
                metadata={
                    **hit.question.model_dump(mode="json"),
                    "score": hit.score,
                    "found_by": list(hit.found_by),
                },
            )
            for hit in search.search(query, company=self.company, round=self.round, k=self.k)
        ]
