"""Search by words: BM25 over words, character pairs and glossary concepts.

Chinese has no blanks, so a segmenter's words alone miss what it cut differently in the query; pairs of
characters and concepts make up for that.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from corpus.glossary import load_glossary, normalize
from corpus.report import Question
from corpus.vectors import matches, searchable_text

if TYPE_CHECKING:
    import bm25s

_CONCEPT_REPEATS = 2
"""How many times a concept counts against a word: sharing BN and batch norm says more than sharing 一个."""


def tokens(text: str) -> list[str]:
    """Words as they are, Chinese character pairs as `~xy`, concepts as `#id`, as are their wider ones."""
    import rjieba

    glossary = load_glossary()
    normalized = normalize(text)
    found: list[str] = []
    for match in glossary.find(normalized):
        found += [f"#{match.concept}"] * _CONCEPT_REPEATS
        found += [f"#{wider}" for wider in glossary.wider(match.concept)]
    plain = glossary.without_filler(normalized)
    found += [word for word in rjieba.cut(plain) if any(char.isalnum() for char in word)]
    for han, run in groupby(plain, lambda char: "\u3400" <= char <= "\u9fff"):
        if han:
            chars = "".join(run)
            found += ["~" + chars[i : i + 2] for i in range(len(chars) - 1)]
    return found


class WordIndex:
    """BM25 over a fixed list of questions; build another when the list changes."""

    def __init__(self, questions: Sequence[Question]) -> None:
        self._questions = list(questions)
        self._bm25: bm25s.BM25 | None = None
        documents = [tokens(searchable_text(question)) for question in self._questions]
        if any(documents):
            import bm25s

            self._bm25 = bm25s.BM25()
            self._bm25.index(documents, show_progress=False)

    def best(self, query: str, limit: int, company: str | None, round_name: str | None) -> list[tuple[str, float]]:
        """Ids and BM25 scores above zero of questions of that company and round, best first."""
        words = tokens(query)
        if self._bm25 is None or not words:
            return []
        scores = self._bm25.get_scores(words)  # (questions,)
        allowed = [
            (score, question.id)
            for score, question in zip(scores.tolist(), self._questions, strict=True)
            if score > 0 and matches(question, company, round_name)
        ]
        allowed.sort(key=lambda pair: (-pair[0], pair[1]))
        return [(id_, score) for score, id_ in allowed[:limit]]
