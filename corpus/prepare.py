"""What a question is stored with, beside itself: its vector and its words."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus.errors import EmbeddingError
from corpus.table import Table
from corpus.vectors import Embedder, Entry, searchable_text
from corpus.words import QuestionWords, words_of_questions

logger = logging.getLogger(__name__)

_BATCH = 1000
"""How many questions are prepared at once."""


class Prepared(NamedTuple):
    """Questions ready to be stored."""

    entries: list[Entry]
    vectors: NDArray[np.float32]
    """Shape (entries, dimension); zero for an entry that could not be embedded."""
    words: list[QuestionWords]


def prepare(entries: Sequence[Entry], embedder: Embedder, known: Table | None) -> Prepared:
    """Vectors and words of entries. Once the embedder fails, the rest go without vectors, and say so.

    known: what is stored already; its words serve for questions that are as they were.
    """
    vectors = np.zeros((len(entries), embedder.dimension), np.float32)
    prepared: list[Entry] = []
    words: list[QuestionWords] = []
    fails = False
    for begin in range(0, len(entries), _BATCH):
        batch = entries[begin : begin + _BATCH]
        if not fails:
            try:
                made = embedder.embed_documents([searchable_text(entry.question) for entry in batch])
                vectors[begin : begin + len(batch)] = made
            except EmbeddingError as error:
                fails = True
                logger.warning("%s (%d questions are found by their words alone)", error, len(entries) - begin)
        prepared += (entry._replace(embedded=not fails) for entry in batch)
        # In the same batches, since what the built-in embedder found out about these texts is then at hand.
        words += words_of_entries(batch, known)
    return Prepared(prepared, vectors, words)


def words_of_entries(entries: Sequence[Entry], known: Table | None) -> list[QuestionWords]:
    """Of each entry; those in `known` are taken from there where the question is as it was."""
    found = [known.words_if_same(entry.question) if known is not None else None for entry in entries]
    new = [entry.question for entry, words in zip(entries, found, strict=True) if words is None]
    made = iter(words_of_questions(new))
    return [words if words is not None else next(made) for words in found]
