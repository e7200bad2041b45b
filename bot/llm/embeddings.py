"""Vectors from the configured endpoint, for the question index.

Named after address, model and dimension, so that they are never compared with vectors of another origin. Whatever goes
wrong becomes EmbeddingError; what then happens to questions and queries is up to `corpus.index` and `corpus.search`.
"""

from __future__ import annotations

import hashlib
import math
import threading
from functools import cached_property

from langchain_core.embeddings import Embeddings

from bot.config import Settings
from bot.errors import EndpointError
from bot.llm.chat import DEFAULT_BASE_URL, Patience, endpoint_key
from bot.llm.whole_reply import whole_reply
from corpus.errors import EmbeddingError

_BATCH = 10
"""Texts a request: the least that providers allow."""


class EndpointEmbeddings(Embeddings):
    """LangChain embeddings of an OpenAI-compatible endpoint. Nothing is contacted before the first use.

    Args:
        settings: Names the embedding model, the base URL and the key.
        patience: Time budgets, of a request with its second try.

    Raises:
        ValueError: the settings name no embedding model.
    """

    trust = 0.5
    noise: float | None = None

    def __init__(self, settings: Settings, patience: Patience | None = None) -> None:
        if settings.embedding_model is None:
            raise ValueError("endpoint embeddings need the name of a model")
        self._settings = settings
        self._patience = patience or Patience()
        self._base_url = settings.base_url or DEFAULT_BASE_URL
        self.name = settings.embedding_model

    @property
    def version(self) -> str:
        """One word for the address: the same model name may mean another model elsewhere."""
        return hashlib.sha256(self._base_url.rstrip("/").encode()).hexdigest()[:8]

    @cached_property
    def dimension(self) -> int:
        """Learnt with the first request. Raises EmbeddingError."""
        return len(self._requested(["dimension"])[0])

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Raises EmbeddingError."""
        vectors = self._requested(texts) if texts else []
        if any(len(vector) != self.dimension for vector in vectors):
            raise self._failed("向量的维数变了 (vectors changed their dimension)；请运行 mianjing reindex")
        return vectors

    def embed_query(self, text: str) -> list[float]:
        """Raises EmbeddingError."""
        return self.embed_documents([text])[0]

    def _requested(self, texts: list[str]) -> list[list[float]]:
        vectors: list[list[float]] = []
        for first in range(0, len(texts), _BATCH):
            batch = texts[first : first + _BATCH]
            try:
                found = self._tried(batch)
            except EndpointError as error:
                raise self._failed(str(error)) from None
            if len(found) != len(batch) or not all(vector and all(map(math.isfinite, vector)) for vector in found):
                raise self._failed("返回的不是有效的向量 (no valid vectors came back)")
            vectors += found
        return vectors

    def _tried(self, batch: list[str]) -> list[list[float]]:
        from bot.llm.failures import Named

        named = Named(model="MIANJING_EMBEDDING_MODEL")
        return whole_reply(lambda given_up: self._ask(batch, given_up), self._patience, named)

    def _ask(self, batch: list[str], given_up: threading.Event) -> list[list[float]]:
        import httpx2
        from langchain_openai import OpenAIEmbeddings
        from langsmith import tracing_context
        from pydantic import SecretStr

        from bot.llm.transport import certificates, http_client

        connect, silence = self._patience.connect, self._patience.silence
        key = endpoint_key(self._settings)
        client = http_client(self._base_url, connect=connect, silence=silence, given_up=given_up)
        with client, tracing_context(enabled=False):
            return OpenAIEmbeddings(
                model=self.name,
                openai_api_base=self._base_url,
                openai_api_key=SecretStr(key),
                http_client=client,
                # Never used; left alone, the library builds one from the proxy variables.
                http_async_client=httpx2.AsyncClient(trust_env=False, verify=certificates()),
                openai_proxy="",
                # Left alone, the library waits without end, whatever the client says.
                request_timeout=httpx2.Timeout(silence, connect=connect),
                # It would wait out whatever Retry-After asks for, up to a minute.
                max_retries=0,
                # Counting tokens would download a file from another host.
                check_embedding_ctx_length=False,
            ).embed_documents(batch)

    def _failed(self, reason: str) -> EmbeddingError:
        return EmbeddingError(f"嵌入模型 (embedding model) {self.name}: {reason}")
