"""Where questions and their vectors are kept, and how vectors are compared.

Chroma stores; an array in memory compares. Locking, and who may write, is `corpus.index`.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Iterator, Sequence
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


class Embedder(Protocol):
    """LangChain embeddings that also say which vectors can be compared with theirs."""

    name: str
    dimension: int

    @property
    def version(self) -> str: ...
    def embed_documents(self, texts: list[str]) -> list[list[float]]: ...
    def embed_query(self, text: str) -> list[float]: ...


class Entry(NamedTuple):
    """A question and the report file it was read from."""

    question: Question
    file: str


def searchable_text(question: Question) -> str:
    """What of a question is compared with a query: both languages, both rewordings, and its topics."""
    parts = (question.text, question.text_en, question.ask, question.ask_en, ", ".join(question.topics))
    return "\n".join(part for part in parts if part)


def collection_name(embedder: Embedder) -> str:
    """Holds all that makes vectors comparable, so that another embedder can never read them by mistake."""
    kind = re.sub(r"[^A-Za-z0-9._-]+", "_", f"{embedder.name}-{embedder.version}")
    return f"{_PREFIX}{kind}-{embedder.dimension}"


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

    def _stamp(self) -> None:
        self._collection.modify(metadata={"revision": uuid.uuid4().hex})

    def entries(self) -> list[Entry]:
        """Everything stored. Raises IndexBackendError, also for questions of an incompatible version."""
        return self._entries_of(self._collection)

    def _entries_of(self, collection: Collection) -> list[Entry]:
        with _mapped("reading", self._where):
            metadatas = collection.get(include=["metadatas"])["metadatas"] or []
            return [Entry(Question.model_validate_json(str(each["question"])), str(each["file"])) for each in metadatas]

    def other_names(self) -> list[str]:
        """Collections of ours that another embedder, version or dimension made."""
        with _mapped("listing collections", self._where):
            names = [collection.name for collection in self._client.list_collections()]
        return [name for name in names if name.startswith(_PREFIX) and name != self.name]

    def entries_in(self, name: str) -> list[Entry]:
        with _mapped("reading", self._where):
            collection = self._client.get_collection(name, embedding_function=None)
        return self._entries_of(collection)

    def drop(self, name: str) -> None:
        with _mapped("deleting a collection", self._where):
            self._client.delete_collection(name)

    def clear(self) -> None:
        """Delete this collection with its vectors and start an empty one."""
        self.drop(self.name)
        with _mapped("creating a collection", self._where):
            self._collection = self._create()

    def put(self, entries: Sequence[Entry]) -> None:
        """Embed and store; entries with a known id are replaced. Ids must not repeat."""
        with _mapped("writing", self._where):
            limit = self._client.get_max_batch_size()
            for begin in range(0, len(entries), limit):
                batch = entries[begin : begin + limit]
                texts = [searchable_text(entry.question) for entry in batch]
                vectors: Any = self._embedder.embed_documents(texts)
                self._collection.upsert(
                    ids=[entry.question.id for entry in batch],
                    embeddings=vectors,
                    documents=texts,
                    metadatas=[_metadata(entry) for entry in batch],
                )
            self._stamp()

    def remove(self, ids: Sequence[str]) -> None:
        with _mapped("deleting", self._where):
            limit = self._client.get_max_batch_size()
            for begin in range(0, len(ids), limit):
                self._collection.delete(ids=list(ids[begin : begin + limit]))
            self._stamp()

    def vectors(self) -> dict[str, NDArray[np.float32]]:
        """The stored vector of every id, shape (dimension,)."""
        import numpy as np

        with _mapped("reading", self._where):
            stored = self._collection.get(include=["embeddings"])
        rows: Any = stored["embeddings"]
        return {id_: np.asarray(row, dtype=np.float32) for id_, row in zip(stored["ids"], rows, strict=True)}


def _metadata(entry: Entry) -> dict[str, str | int]:
    """Flat values to filter by, and the question itself. Upsert merges, so every key is always there."""
    question = entry.question
    return {
        "company": question.company,
        "round": question.round,
        "date": question.date or "",
        "kind": question.kind.value,
        "file": entry.file,
        "line": question.source[0].line if question.source else 0,
        "question": question.model_dump_json(),
    }


class ArrayVectors:
    """Exact nearest questions over a matrix in memory (2 MB a thousand questions at 512 dimensions).

    Chroma's own query is approximate. Filtered down to one company among many near-duplicates, it found
    nothing in 5 of 60 freshly built collections; so Chroma keeps the vectors and this class compares them.
    """

    def __init__(
        self,
        embedder: Embedder,
        entries: Iterable[Entry],
        stored: dict[str, NDArray[np.float32]] | None = None,
    ) -> None:
        """
        stored: vectors made before, by id; questions without one are embedded now.
        """
        import numpy as np

        self._embedder = embedder
        self._questions = [entry.question for entry in entries]
        known = dict(stored or {})
        missing = [question for question in self._questions if question.id not in known]
        made = embedder.embed_documents([searchable_text(question) for question in missing])
        known.update((question.id, np.asarray(row, np.float32)) for question, row in zip(missing, made, strict=True))
        # (questions, dimension)
        self._unit: NDArray[np.float32] = np.empty((len(self._questions), embedder.dimension), dtype=np.float32)
        for place, question in enumerate(self._questions):
            self._unit[place] = known[question.id]
        self._unit /= np.maximum(np.linalg.norm(self._unit, axis=1, keepdims=True), 1e-12)

    def nearest(self, query: str, limit: int, company: str | None, round_name: str | None) -> list[tuple[str, float]]:
        """Ids and cosine similarities, best first, of that company and round alone."""
        import numpy as np

        allowed = [row for row, question in enumerate(self._questions) if matches(question, company, round_name)]
        if not allowed:
            return []
        vector = np.asarray(self._embedder.embed_query(query), dtype=np.float32)
        rows = self._unit if len(allowed) == len(self._questions) else self._unit[allowed]
        similarity = rows @ (vector / max(float(np.linalg.norm(vector)), 1e-12))
        best = np.argsort(-similarity, kind="stable")[:limit]
        return [(self._questions[allowed[row]].id, float(similarity[row])) for row in best]


def matches(question: Question, company: str | None, round_name: str | None) -> bool:
    """Whether a question is of that company and round; None stands for any."""
    return company in (None, question.company) and round_name in (None, question.round)
