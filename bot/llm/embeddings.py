"""Vectors from the configured endpoint, for the question index.

Named after address, model and dimension, so that they are never compared with vectors of another origin. Whatever goes
wrong becomes EmbeddingError; what then happens to questions and queries is up to `corpus.index` and `corpus.search`.
"""

from __future__ import annotations

import hashlib
import threading
from functools import cached_property

from langchain_core.embeddings import Embeddings

from bot.config import Settings
from bot.llm.chat import DEFAULT_BASE_URL, endpoint_key
from corpus.errors import EmbeddingError

_BATCH = 10
"""Texts a request: the least that providers allow."""
_CONNECT = 5.0
"""Seconds for reaching the endpoint."""
_SILENCE = 20.0
"""Seconds without a word of the response."""


class EndpointEmbeddings(Embeddings):
    """LangChain embeddings of an OpenAI-compatible endpoint. Nothing is contacted before the first use.

    Args:
        settings: Names the embedding model, the base URL and the key.
        silence: Seconds to wait for any part of a response.

    Raises:
        ValueError: the settings name no embedding model.
    """

    trust = 0.5
    noise: float | None = None

    def __init__(self, settings: Settings, silence: float = _SILENCE) -> None:
        if settings.embedding_model is None:
            raise ValueError("endpoint embeddings need the name of a model")
        self._settings = settings
        self._silence = silence
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
        import math

        import httpx2
        from langchain_openai import OpenAIEmbeddings
        from langsmith import tracing_context
        from pydantic import SecretStr

        from bot.llm import failures
        from bot.llm.transport import certificates, http_client

        try:
            key = endpoint_key(self._settings)
            client = http_client(self._base_url, connect=_CONNECT, silence=self._silence, given_up=threading.Event())
            with client, tracing_context(enabled=False):
                vectors = OpenAIEmbeddings(
                    model=self.name,
                    openai_api_base=self._base_url,
                    openai_api_key=SecretStr(key),
                    http_client=client,
                    # Never used; left alone, the library builds one from the proxy variables.
                    http_async_client=httpx2.AsyncClient(trust_env=False, verify=certificates()),
                    openai_proxy="",
                    # Left alone, the library waits without end, whatever the client says.
                    request_timeout=httpx2.Timeout(self._silence, connect=_CONNECT),
                    chunk_size=_BATCH,
                    max_retries=1,
                    # Counting tokens would download a file from another host.
                    check_embedding_ctx_length=False,
                ).embed_documents(texts)
        except Exception as error:  # noqa: BLE001 (the client leaks unrelated types on malformed replies)
            raise self._failed(str(failures.mapped(error))) from None
        sound = len(vectors) == len(texts) and all(vector and all(map(math.isfinite, vector)) for vector in vectors)
        if not sound:
            raise self._failed("返回的不是有效的向量 (no valid vectors came back)")
        return vectors

    def _failed(self, reason: str) -> EmbeddingError:
        return EmbeddingError(f"嵌入模型 (embedding model) {self.name}: {reason}")
