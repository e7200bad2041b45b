"""Search by words: BM25 over words, characters alone and in pairs, and glossary concepts.

Chinese has no blanks, so a segmenter's words alone miss what it cut differently in the query; pairs of
characters and concepts make up for that. A character alone often stands for its word in everyday talk (拷 for 拷贝).
A question is taken into words once, when it is stored; what is scored then are arrays, so that nothing here loops
over questions when somebody searches.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from corpus.checksums import checksum, chinese_grams
from corpus.glossary import GLOSSARY_FILE, load_glossary
from corpus.report import Question
from corpus.vectors import searchable_text

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from corpus.table import Table

_WORDS_VERSION = 2
"""Raise it when `words_of` changes: stored words are then made anew."""
_CONCEPT_REPEATS = 2
"""How many times a concept counts against a word: sharing BN and batch norm says more than sharing 一个."""
_SATURATION = 1.5
"""BM25's k1: the higher, the more a word's further occurrences count."""
_LENGTH = 0.75
"""BM25's b: 1 takes a passage's length into account fully, 0 not at all."""
_TOLD_SHARE, _PARENT_SHARE, _SHEET_SHARE = 0.8, 0.4, 0.5
"""What answers and notes, the question before, and the sheet count beside the question itself."""
_NOTHING = np.empty(0, np.uint32)

_LETTER = re.compile(r"[^\W_]")


@cache
def words_version() -> str:
    """Changes whenever words made before can't be compared with words made now."""
    return f"{_WORDS_VERSION}.{zlib.crc32(GLOSSARY_FILE.read_bytes()):08x}"


def words_of(text: str) -> NDArray[np.uint32]:
    """Checksums of words, of Chinese characters alone and in pairs, of concepts and their wider ones; with repeats."""
    return words_of_all([text])[0]


def words_of_all(texts: Sequence[str]) -> list[NDArray[np.uint32]]:
    """The words of each text; many texts at once take far less time than one by one."""
    import rjieba

    if not texts:
        return []
    glossary = load_glossary()
    parts = glossary.taken_apart(texts)
    chinese = chinese_grams([plain for _, plain in parts], lengths=(1, 2))
    numbers = np.arange(1, len(texts))
    by_text = zip(*(np.split(grams.checksum, np.searchsorted(grams.text, numbers)) for grams in chinese), strict=True)
    words = []
    for (concepts, plain), grams in zip(parts, by_text, strict=True):
        found: list[str] = []
        for concept in concepts:
            found += [f"#{concept}"] * _CONCEPT_REPEATS
            found += [f"#{wider}" for wider in glossary.wider(concept)]
        found += [word for word in rjieba.cut(plain) if word.isalnum() or _LETTER.search(word)]
        words.append(np.concatenate([np.fromiter(map(checksum, found), np.uint32, len(found)), *grams]))
    return words


class QuestionWords(NamedTuple):
    """The words of one question."""

    asked: NDArray[np.uint32]
    """Of the question itself, with all ways to ask it."""
    told: NDArray[np.uint32]
    """Of its answers and notes."""


def words_of_questions(questions: Sequence[Question]) -> list[QuestionWords]:
    asked = words_of_all([searchable_text(question) for question in questions])
    told = words_of_all(["\n".join([*(a.text for a in question.answers), *question.notes]) for question in questions])
    return list(map(QuestionWords, asked, told))


class Passages:
    """BM25 in Lucene's form (Kamphuis et al. 2020) over passages that can't be added to.

    Made by sorting once; a query then touches only what has one of its words. bm25s counts in Python, which takes
    a hundred times as long to make.
    """

    def __init__(self, passages: Sequence[NDArray[np.uint32]]) -> None:
        self._count = len(passages)
        lengths = np.fromiter(map(len, passages), np.int64, len(passages))
        words = np.concatenate([*passages, np.empty(0, np.uint32)]).astype(np.uint64)
        # Sorting words and passages as one number is several times faster than sorting by two keys.
        pairs = np.sort(words << np.uint64(32) | np.repeat(np.arange(len(passages), dtype=np.uint64), lengths))
        first = np.flatnonzero(np.diff(pairs, prepend=~pairs[:1]))
        times = np.diff(first, append=len(pairs)).astype(np.float32)
        self._passage = (pairs[first] & np.uint64(0xFFFFFFFF)).astype(np.int32)
        word = (pairs[first] >> np.uint64(32)).astype(np.uint32)
        begins = np.flatnonzero(np.diff(word, prepend=~word[:1]))
        self._word = word[begins]
        self._begin = np.append(begins, len(word))
        held_by = np.diff(self._begin)
        rarity = np.log1p((self._count - held_by + 0.5) / (held_by + 0.5)).astype(np.float32)
        stretch = _SATURATION * (1 - _LENGTH + _LENGTH * lengths / max(lengths.mean() if self._count else 0, 1))
        self._weight = np.repeat(rarity, held_by) * times / (times + stretch.astype(np.float32)[self._passage])

    def scores(self, query: NDArray[np.uint32]) -> NDArray[np.float32]:
        """BM25 of every passage, shape (passages,); 0 shares no word."""
        scores = np.zeros(self._count, np.float32)
        if not len(self._word):
            return scores
        words, times = np.unique(query, return_counts=True)
        places = np.minimum(np.searchsorted(self._word, words), len(self._word) - 1)
        for place, word, count in zip(places.tolist(), words.tolist(), times.tolist(), strict=True):
            if self._word[place] == word:
                span = slice(self._begin[place], self._begin[place + 1])
                scores[self._passage[span]] += count * self._weight[span]
        return scores


class WordIndex:
    """All questions of a table, by their own words and by those of their background.

    The background of a question is what was answered and noted, what was asked before it, and what the caller adds
    (the sheet it is scored by). It is how an answer leads to its question.
    """

    def __init__(self, table: Table, sheet: Callable[[str | None, str | None], str] | None = None) -> None:
        """sheet: what belongs to a question beyond itself, by the slugs of its rubric card and problem."""
        self._asked = Passages([words.asked for words in table.words])
        self._told = Passages([words.told for words in table.words])
        self._parent = table.parents()
        self._sheet_of, slugs = table.sheets()
        self._sheets = Passages([_sheet_words(sheet(*pair)) if sheet is not None else _NOTHING for pair in slugs])

    def scores(self, query: str) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """BM25 of every question's own words, and the best that its background reaches, shape (questions,) each."""
        words = words_of(query)
        own = self._asked.scores(words)
        background = _TOLD_SHARE * self._told.scores(words)
        if len(own):
            np.maximum(background, _PARENT_SHARE * np.append(own, np.float32(0))[self._parent], out=background)
            np.maximum(background, _SHEET_SHARE * self._sheets.scores(words)[self._sheet_of], out=background)
        return own, background


@lru_cache(maxsize=4096)
def _sheet_words(text: str) -> NDArray[np.uint32]:
    return words_of(text)
