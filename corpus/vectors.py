"""Where questions and their vectors are kept: a Chroma collection, in a folder or on a server.

Chroma stores; `corpus.table` compares. Chroma's own query is approximate: filtered down to one company among many
near-duplicates, it found nothing in 5 of 60 freshly built collections. Who may write is `corpus.index`.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol
from urllib.parse import urlsplit

from corpus.errors import IndexBackendError
from corpus.report import Question

if TYPE_CHECKING:
    import numpy as np
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection
    from numpy.typing import NDArray

_PREFIX = "questions-"
_PAGE = 5000
_PUT = 1000
"""Questions written at once: Chroma lets no other thread of the process run meanwhile."""


class Embedder(Protocol):
    """LangChain embeddings that also say which vectors can be compared with theirs."""

    trust: float
    """Share of the vectors in a hit's score, beside the words."""
    noise: float | None
    """Cosine that unrelated texts may reach by chance; None where it depends on the texts."""

    @property
    def name(self) -> str: ...
    @property
    def dimension(self) -> int: ...
    @property
    def version(self) -> str: ...
    def embed_documents(self, texts: list[str]) -> list[list[float]]: ...
    def embed_query(self, text: str) -> list[float]: ...


class Entry(NamedTuple):
    """A question and the report file it was read from."""

    question: Question
    file: str
    embedded: bool = True
    """False where the embedder failed: such a question is found by its words alone until it is stored again."""


def searchable_text(question: Question) -> str:
    """What of a question is compared with a query: both languages, all rewordings, and its topics."""
    parts = (question.text, question.text_en, question.ask, question.ask_en, ", ".join(question.topics), *question.also)
    return "\n".join(part for part in parts if part)


def collection_name(embedder: Embedder) -> str:
    """Holds all that makes vectors comparable, so that another embedder can never read them by mistake."""
    kind = re.sub(r"[^A-Za-z0-9._-]+", "_", f"{embedder.name}-{embedder.version}")
    return f"{_PREFIX}{kind}-{embedder.dimension}"


def embedder_of(collection: str) -> str:
    """The part of a collection's name that stays when its embedder's version or dimension changes."""
    return collection.rsplit("-", 2)[0]


@contextmanager
def _mapped(action: str, where: str) -> Iterator[None]:
    """Turn whatever Chroma and its HTTP client raise into IndexBackendError."""
    import httpx
    from chromadb.errors import ChromaError

    try:
        yield
    # A PersistentClient that can't start fails once more in its own clean-up, with an AttributeError.
    except (ChromaError, httpx.HTTPError, ValueError, RuntimeError, OSError, AttributeError) as error:
        cause: BaseException = error
        while isinstance(cause, AttributeError) and cause.__context__ is not None:
            cause = cause.__context__
        raise IndexBackendError(
            f"{action} failed in the question index at {where}: {str(cause).rstrip('.')}. "
            "If it is a server, check that it runs and that its address is right; "
            "if it is a folder, move it away and ingest the reports again"
        ) from error


class ChromaVectors:
    """One Chroma collection, in a folder or on a server. All calls pass vectors: Chroma embeds nothing."""

    def __init__(self, embedder: Embedder, *, folder: Path | None = None, url: str | None = None) -> None:
        """Opens or creates the collection. Raises IndexBackendError."""
        import chromadb
        from chromadb.config import Settings

        self._embedder = embedder
        self._where = url or str(folder)
        settings = Settings(anonymized_telemetry=False)
        with _mapped("opening", self._where):
            if url is not None:
                parts = urlsplit(url if "//" in url else f"//{url}", scheme="http")
                secure = parts.scheme == "https"
                self._client: ClientAPI = chromadb.HttpClient(
                    host=parts.hostname or "localhost",
                    port=parts.port or (443 if secure else 8000),
                    ssl=secure,
                    settings=settings,
                )
            else:
                self._client = chromadb.PersistentClient(path=str(folder), settings=settings)
            self._collection = self._create()

    def _create(self) -> Collection:
        return self._client.get_or_create_collection(
            collection_name(self._embedder),
            embedding_function=None,
            configuration={"hnsw": {"space": "cosine"}},
        )

    @property
    def name(self) -> str:
        return self._collection.name

    def close(self) -> None:
        self._client.close()  # type: ignore[attr-defined]
        # Chroma's HTTP client leaves the connections open, its own and those of the admin client inside it.
        for client in (self._client, getattr(self._client, "_admin_client", None)):
            session = getattr(getattr(client, "_server", None), "_session", None)
            if session is not None:
                session.close()

    def revision(self) -> str:
        """Changes whenever any process wrote through this class."""
        with _mapped("reading", self._where):
            self._collection = self._create()  # another client's rebuild replaces the collection under the same name
            return str((self._collection.metadata or {}).get("revision", ""))

    def stamp(self, revision: str) -> None:
        """Leave word of a write for `revision` of this and every other client."""
        with _mapped("writing", self._where):
            self._collection.modify(metadata={"revision": revision})

    def load(self) -> tuple[list[Entry], NDArray[np.float32]]:
        """Everything stored, with the vectors, shape (entries, dimension); zero where none was made.

        Raises IndexBackendError, also for questions of an incompatible version.
        """
        return self._load(self._collection, self._embedder.dimension)

    def _load(self, collection: Collection, dimension: int | None) -> tuple[list[Entry], NDArray[np.float32]]:
        """With `dimension` None, the entries alone."""
        import numpy as np

        found: dict[str, Entry] = {}
        rows: list[Any] = []
        include: Any = ["metadatas"] if dimension is None else ["metadatas", "embeddings"]
        with _mapped("reading", self._where):
            # More ids at once than SQLite takes variables, and Chroma fails.
            page = min(_PAGE, self._client.get_max_batch_size())
            for offset in itertools.count(0, page):
                stored = collection.get(include=include, limit=page, offset=offset)
                vectors: Any = stored["embeddings"] if dimension is not None else itertools.repeat(None)
                for metadata, vector in zip(stored["metadatas"] or (), vectors, strict=dimension is not None):
                    entry = _entry(metadata)
                    # Another client of the server may have moved the pages meanwhile.
                    if entry.question.id not in found:
                        found[entry.question.id] = entry
                        rows.append(vector if entry.embedded else np.zeros(dimension or 0, np.float32))
                if len(stored["ids"]) < page:
                    break
        if dimension is None or not rows:
            return list(found.values()), np.zeros((0, dimension or 0), np.float32)
        return list(found.values()), np.asarray(rows, np.float32)

    def other_names(self) -> list[str]:
        """Collections of ours that another embedder, version or dimension made."""
        with _mapped("listing collections", self._where):
            names = [collection.name for collection in self._client.list_collections()]
        return [name for name in names if name.startswith(_PREFIX) and name != self.name]

    def entries_in(self, name: str) -> list[Entry]:
        with _mapped("reading", self._where):
            collection = self._client.get_collection(name, embedding_function=None)
        return self._load(collection, None)[0]

    def drop(self, name: str) -> None:
        with _mapped("deleting a collection", self._where):
            self._client.delete_collection(name)

    def clear(self) -> None:
        """Delete this collection with its vectors and start an empty one."""
        self.drop(self.name)
        with _mapped("creating a collection", self._where):
            self._collection = self._create()

    def put(self, entries: Sequence[Entry], vectors: NDArray[np.float32]) -> None:
        """Store; entries with a known id are replaced. Ids must not repeat. `vectors`: (entries, dimension)."""
        with _mapped("writing", self._where):
            limit = min(_PUT, self._client.get_max_batch_size())
            for begin in range(0, len(entries), limit):
                batch = entries[begin : begin + limit]
                rows = vectors[begin : begin + limit]
                missing = ~rows.any(axis=1)
                if missing.any():
                    rows = rows.copy()
                    rows[missing, 0] = 1.0  # Chroma's cosine fails on a zero vector; the metadata tell them apart
                self._collection.upsert(
                    ids=[entry.question.id for entry in batch],
                    embeddings=rows,
                    metadatas=[metadata_of(entry) for entry in batch],
                )

    def remove(self, ids: Sequence[str]) -> None:
        with _mapped("deleting", self._where):
            limit = self._client.get_max_batch_size()
            for begin in range(0, len(ids), limit):
                self._collection.delete(ids=list(ids[begin : begin + limit]))


def _entry(metadata: Mapping[str, Any]) -> Entry:
    question = Question.model_validate_json(str(metadata["question"]))
    return Entry(question, str(metadata["file"]), bool(metadata.get("embedded", True)))


def metadata_of(entry: Entry) -> dict[str, str | int | bool]:
    """Flat values to filter by, and the question itself. Upsert merges, so every key is always there."""
    question = entry.question
    return {
        "company": question.company,
        "round": question.round,
        "date": question.date or "",
        "kind": question.kind.value,
        "file": entry.file,
        "embedded": entry.embedded,
        "line": question.source[0].line if question.source else 0,
        "question": question.model_dump_json(),
    }
