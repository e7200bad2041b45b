"""Vectors for questions with nothing to download and nothing to fit.

Character n-grams and glossary concepts are hashed with signs into a fixed number of dimensions (feature
hashing, Weinberger et al. 2009), so a term in Chinese and its English name share a feature. New reports
need no new fit; a changed glossary changes the vectors, which is why `version` carries its fingerprint.
"""

from __future__ import annotations

import math
import zlib
from collections import Counter
from functools import cached_property, lru_cache
from itertools import groupby
from pathlib import Path

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

from corpus.glossary import GLOSSARY_FILE, Glossary, load_glossary, normalize

_FEATURES_VERSION = 1
"""Raise it when `features` changes: vectors of different versions can't be compared."""

_CONCEPT_WEIGHT = 3.0
_BROADER_WEIGHT = 1.0
_WORD_WEIGHT = 1.0
_GRAM_WEIGHT = 0.6


@lru_cache(maxsize=65536)
def _slot(feature: str, dimension: int) -> tuple[int, float]:
    """Place and sign of a feature; one checksum gives both, from bits that don't overlap."""
    checksum = zlib.crc32(feature.encode())
    return (checksum >> 1) % dimension, 1.0 if checksum & 1 else -1.0


def _script(char: str) -> str:
    if "\u3400" <= char <= "\u9fff":
        return "han"
    return "word" if char.isalnum() else ""


class GlossaryEmbeddings(Embeddings):
    """LangChain embeddings over hashed n-grams and glossary concepts; the same on every machine."""

    name = "glossary-ngram"

    def __init__(self, dimension: int = 512, glossary: Path = GLOSSARY_FILE) -> None:
        self.dimension = dimension
        self._glossary_file = glossary

    @cached_property
    def _glossary(self) -> Glossary:
        return load_glossary(self._glossary_file)

    @cached_property
    def version(self) -> str:
        """Changes whenever vectors made before can't be compared with vectors made now."""
        return f"{_FEATURES_VERSION}.{zlib.crc32(self._glossary_file.read_bytes()):08x}"

    def features(self, text: str) -> dict[str, float]:
        """Weighted features before hashing: `#` concepts and their wider ones, words, character n-grams."""
        normalized = normalize(text)
        concepts = Counter(match.concept for match in self._glossary.find(normalized))
        weights: dict[str, float] = {}
        for concept, count in concepts.items():
            weights[f"#{concept}"] = _CONCEPT_WEIGHT * (1 + math.log(count))
        for concept in concepts:
            for wider in self._glossary.wider(concept):
                weights.setdefault(f"#{wider}", _BROADER_WEIGHT)
        for gram, count in self._grams(self._glossary.without_filler(normalized)).items():
            base = _WORD_WEIGHT if gram[0] == "w" else _GRAM_WEIGHT
            weights[gram] = base * (1 + math.log(count))
        return weights

    def _grams(self, text: str) -> Counter[str]:
        grams: Counter[str] = Counter()
        for script, run in groupby(text, _script):
            chars = "".join(run)
            if script == "han":
                grams.update("h" + chars[i : i + 2] for i in range(len(chars) - 1))
                grams.update("t" + chars[i : i + 3] for i in range(len(chars) - 2))
                if len(chars) == 1:
                    grams["h" + chars] += 1
            elif script == "word":
                grams["w" + chars] += 1
                edged = f"^{chars}$"
                grams.update("g" + edged[i : i + 4] for i in range(len(edged) - 3))
        return grams

    def embed_array(self, texts: list[str]) -> NDArray[np.float32]:
        """Unit vectors, shape (len(texts), dimension). Text without a feature gets one fixed direction."""
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            for feature, weight in (self.features(text) or {"": 1.0}).items():
                place, sign = _slot(feature, self.dimension)
                vectors[row, place] += sign * weight
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        # Features may cancel out exactly; a zero vector has no direction, and Chroma's cosine fails on it.
        cancelled = norms[:, 0] == 0
        vectors[cancelled, 0] = 1.0
        norms[cancelled] = 1.0
        unit: NDArray[np.float32] = vectors / norms
        return unit

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        rows: list[list[float]] = self.embed_array(texts).tolist()
        return rows

    def embed_query(self, text: str) -> list[float]:
        return self.embed_documents([text])[0]
