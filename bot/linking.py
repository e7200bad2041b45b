"""Which rubric card and which coding problem a question belongs to when nobody wrote it down, as in users' reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from corpus.report import Kind, Question, Report, Round
from rubrics.schema import Rubric
from sandbox.problem import Problem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ONE_CARD_KINDS = frozenset({Kind.FUNDAMENTALS, Kind.SYSTEMS_TOOLS, Kind.OPEN_QUESTION, Kind.MATH_DRILL})
"""Kinds whose cards are about one concept; project and HR cards serve many different questions."""
KINDS_WITH_ANSWERS = ONE_CARD_KINDS | {Kind.BRAIN_TEASER}
"""Kinds to which one person's answer is another's, too."""
MOST_TRUSTED = ("interviewer", "report", "candidate")
"""Whose recorded answer is compared with, where there are several."""
CARD_NEAR_ENOUGH = 0.55
PROBLEM_NEAR_ENOUGH = 0.5
"""Cosine similarities from which a question counts as asking what a card, or a problem, is about."""
CARDS_OF_KINDS = {Kind.SELF_INTRO: "self-introduction", Kind.RESUME_PROJECT: "project-overview"}
"""Cards for kinds whose questions differ in wording but not in what a good answer holds."""


class Linker:
    """Finds cards and problems by meaning.

    Args:
        rubrics: Cards by slug.
        problems: Problems by slug.
        known: Cards that are written down, by the text of the question.
        drills: Drills that ask with numbers what a card scores, by the card.
    """

    def __init__(
        self,
        rubrics: Mapping[str, Rubric],
        problems: Mapping[str, Problem],
        known: Mapping[str, str],
        drills: Mapping[str, str],
    ) -> None:
        self._drills = drills
        self._rubrics = rubrics
        self._problems = problems
        self._found: dict[str, str | None] = {}
        self._known = {bigrams(text): slug for text, slug in known.items()}

    def card(self, question: str) -> str | None:
        """Slug of the card that scores a question, or None where no card is near enough."""
        if question not in self._found:
            known = self._known.get(bigrams(question))
            self._found[question] = known or _nearest(question, *self._cards, CARD_NEAR_ENOUGH)
        return self._found[question]

    def problem(self, question: str) -> str | None:
        """Slug of the problem that a coding task asks for, or None where none is near enough."""
        return _nearest(question, *self._tasks, PROBLEM_NEAR_ENOUGH)

    def link(self, question: Question) -> Question:
        """The question with its card or problem, where it had none."""
        if question.kind is Kind.CODING:
            return question.model_copy(update={"problem": question.problem or self.problem(question.text)})
        if question.kind in ONE_CARD_KINDS:
            card = question.rubric or self.card(question.text)
            drill = self._drills.get(card or "") if question.kind is Kind.MATH_DRILL else None
            return question.model_copy(update={"rubric": card, "drill": question.drill or drill})
        if question.rubric is None and question.follows is None:
            return question.model_copy(update={"rubric": CARDS_OF_KINDS.get(question.kind)})
        return question

    @cached_property
    def _cards(self) -> tuple[Sequence[str], NDArray[np.float32]]:
        return _embedded(
            (slug, text) for slug, card in self._rubrics.items() for text in (card.question.zh, card.question.en)
        )

    @cached_property
    def _tasks(self) -> tuple[Sequence[str], NDArray[np.float32]]:
        return _embedded(
            (slug, text)
            for slug, problem in self._problems.items()
            # A variant goes on from its problem; nothing asks for it by itself. Who asks for a layer wants it written,
            # not its parameters counted.
            if problem.parent is None and problem.category != "math_drill"
            for text in (problem.title.zh, problem.title.en, slug.replace("-", " "))
        )


def with_cards(reports: Iterable[Report], linker: Linker) -> Iterable[Report]:
    """Reports in which questions about one concept that had no card have the linker's that asks the same: cards may be
    added after a report was stored.
    """

    def carded(question: Question) -> Question:
        card = linker.card(question.text) if question.rubric is None and question.kind in ONE_CARD_KINDS else None
        return question if card is None else question.model_copy(update={"rubric": card})

    def with_carded(round_: Round) -> Round:
        return round_.model_copy(update={"questions": tuple(map(carded, round_.questions))})

    return [each.model_copy(update={"rounds": tuple(map(with_carded, each.rounds))}) for each in reports]


def reference_of(question: Question) -> str:
    """The recorded answer to compare with where no card scores a question; empty where there is none."""
    if question.rubric is not None or question.kind not in KINDS_WITH_ANSWERS or not question.answers:
        return ""
    return min(question.answers, key=lambda answer: MOST_TRUSTED.index(answer.by)).text


def bigrams(text: str) -> frozenset[str]:
    """Character pairs of a text, blanks and punctuation left out; a one-character text is its own pair."""
    letters = "".join(character.casefold() for character in text if character.isalnum())
    return frozenset(letters[i : i + 2] for i in range(max(1, len(letters) - 1)))


def _embedded(texts: Iterable[tuple[str, str]]) -> tuple[Sequence[str], NDArray[np.float32]]:
    """Slugs and the vectors of their texts, (texts, dimensions)."""
    import numpy as np

    from corpus.embed import GlossaryEmbeddings

    pairs = list(texts)
    vectors = GlossaryEmbeddings().embed_documents([text for _, text in pairs])
    return [slug for slug, _ in pairs], np.array(vectors, dtype=np.float32)


def _nearest(question: str, slugs: Sequence[str], vectors: NDArray[np.float32], near_enough: float) -> str | None:
    from corpus.embed import GlossaryEmbeddings

    if not slugs:
        return None
    similarity = vectors @ GlossaryEmbeddings().embed_query(question)
    best = int(similarity.argmax())
    return slugs[best] if similarity[best] >= near_enough else None
