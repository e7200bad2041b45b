"""Vectors for questions with nothing to download and nothing to fit.

Character n-grams and glossary concepts are hashed with signs into a fixed number of dimensions (feature
hashing, Weinberger et al. 2009), so a term in Chinese and its English name share a feature. New reports
need no new fit; a changed glossary changes the vectors, which is why `version` carries its fingerprint.
"""

from __future__ import annotations

import math
import re
import zlib
from collections import Counter
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.checksums import checksum, chinese_grams
from corpus.glossary import GLOSSARY_FILE, Glossary, load_glossary

_FEATURES_VERSION = 2
"""Raise it when `features` changes: vectors of different versions can't be compared."""

_LATIN = re.compile(r"[^\W_\u3400-\u9fff]+")
"""Words of anything but Chinese characters."""
_CONCEPT_WEIGHT = 3.0
_BROADER_WEIGHT = 1.0
_WORD_WEIGHT = 1.0
_GRAM_WEIGHT = 0.6


@lru_cache(maxsize=1 << 16)
def _grams_of(word: str) -> tuple[int, ...]:
    """Checksums of a word's stretches of four characters, edges included."""
    edged = f"^{word}$"
    return tuple(checksum(edged[i : i + 4]) for i in range(len(edged) - 3))


class GlossaryEmbeddings:
    """Embeddings over hashed n-grams and glossary concepts; the same on every machine.

    They have the methods of LangChain's `Embeddings`, and do without the third of a second that importing it takes.
    """

    name = "glossary-ngram"
    trust = 0.1
    """Measured in `docs/design/search.md`: the words know which concepts are rare, hashed features don't."""
    noise: float | None = 0.25
    """What hash collisions alone may reach: five deviations at 512 dimensions."""

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

    def embed_array(self, texts: list[str]) -> NDArray[np.float32]:
        """Unit vectors, shape (len(texts), dimension). Text without a feature gets one fixed direction."""
        count = len(texts)
        of_text, checksums, weights = self._features(texts)
        # One checksum gives place and sign, from bits that don't overlap.
        place = of_text * self.dimension + (checksums >> 1) % self.dimension
        signed = np.where(checksums & 1, weights, -weights)
        vectors = np.bincount(place, signed, minlength=count * self.dimension).reshape(count, self.dimension)
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        # No feature, or features that cancel out exactly: a zero vector has no direction, and Chroma's cosine fails.
        nothing = norms[:, 0] == 0
        vectors[nothing, 0] = 1.0
        norms[nothing] = 1.0
        unit: NDArray[np.float32] = (vectors / norms).astype(np.float32)
        return unit

    def _features(self, texts: list[str]) -> tuple[NDArray[np.int64], NDArray[np.uint32], NDArray[np.float64]]:
        """Of all texts, shape (features,) each: the text's number, the feature's checksum, and what it weighs.

        Features are concepts and their wider ones, words, and character n-grams.
        """
        parts = self._glossary.taken_apart(texts)
        named: list[tuple[int, str, float]] = []  # text, feature, weight
        of_word: list[tuple[int, int]] = []
        for number, (concepts, plain) in enumerate(parts):
            weights: dict[str, float] = {}
            counted = Counter(concepts)
            for concept, count in counted.items():
                weights[f"#{concept}"] = _CONCEPT_WEIGHT * (1 + math.log(count))
            for concept in counted:
                for wider in self._glossary.wider(concept):
                    weights.setdefault(f"#{wider}", _BROADER_WEIGHT)
            words = _LATIN.findall(plain)
            for word, count in Counter(words).items():
                weights[f"w{word}"] = _WORD_WEIGHT * (1 + math.log(count))
            named += ((number, feature, weight) for feature, weight in weights.items())
            of_word += ((number, gram) for word in words for gram in _grams_of(word))
        chinese = chinese_grams([plain for _, plain in parts], lengths=(2, 3))
        latin = np.array(of_word, np.int64).reshape(-1, 2)
        # Text and checksum as one number, to count both at once.
        keys = [grams.text << 32 | grams.checksum.astype(np.int64) for grams in chinese]
        grams, times = np.unique(np.concatenate([*keys, latin[:, 0] << 32 | latin[:, 1]]), return_counts=True)
        return (
            np.concatenate([np.array([number for number, _, _ in named], np.int64), grams >> 32]),
            np.concatenate(
                [
                    np.array([checksum(feature) for _, feature, _ in named], np.uint32),
                    (grams & 0xFFFFFFFF).astype(np.uint32),
                ]
            ),
            np.concatenate(
                [np.array([weight for *_, weight in named], np.float64), _GRAM_WEIGHT * (1 + np.log(times))]
            ),
        )

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        rows: list[list[float]] = self.embed_array(texts).tolist()
        return rows

    def embed_query(self, text: str) -> list[float]:
        return self.embed_documents([text])[0]
