"""What to study first: the widest gaps of an interview, with the questions and companies that ask for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from bot.schema import Language, ScoredProblem, ScoredQuestion, StudyItem
from bot.words import enumerated, words
from rubrics.schema import Rubric
from sandbox.problem import Problem

MOST_QUESTIONS = 5

Asker = tuple[str, str]
"""Id of a question of the corpus, and the company that asked it."""


class StudyGuide:
    """Collects the gaps of one interview.

    Args:
        company: Where the interview was; its questions are named first.
        asked_by: The corpus' questions that a rubric card, or the problem of a coding task, serves.
    """

    def __init__(self, language: Language, company: str, asked_by: Callable[[str], Sequence[Asker]]) -> None:
        self.language, self.company, self.asked_by = language, company, asked_by
        self._gaps: list[tuple[float, StudyItem]] = []

    def first(self, most: int) -> tuple[StudyItem, ...]:
        """The widest gaps, one a topic."""
        widest_first = sorted(self._gaps, key=lambda gap: -gap[0])
        by_topic = {item.topic: item for _, item in reversed(widest_first)}
        return tuple(item for _, item in widest_first if by_topic.pop(item.topic, None))[:most]

    def add_question(self, question: ScoredQuestion, card: Rubric) -> None:
        """Adds what was missed, or said the wrong way round, if anything."""
        if question.fraction is None:
            return
        points = {criterion.criterion: criterion.point or criterion.criterion for criterion in question.criteria}
        points |= {criterion.id: criterion.point.in_language(self.language) for criterion in card.criteria}
        wrong = [points[c.criterion] for c in question.criteria if c.verdict == "contradicted"]
        missed = [points[c.criterion] for c in question.criteria if c.verdict in ("none", "partial")]
        if not wrong and not missed:
            return
        why = [self._say("study_wrong", points=enumerated(wrong, self.language))] if wrong else []
        why += [self._say("study_missed", points=enumerated(missed, self.language))] if missed else []
        item = self._item(card.title.in_language(self.language), " ".join(why), card.slug, question.id)
        self._gaps.append((1 - question.fraction + 0.1 * len(wrong), item))

    def add_problem(self, problem: ScoredProblem, task: Problem, worth: float) -> None:
        """Adds a problem that was not solved; worth: what it counted for, 0 to 1."""
        title = task.title.in_language(self.language)
        if problem.verdict is None:
            why = self._say("study_not_submitted", title=title)
        else:
            why = self._say("study_code", title=title, verdict=self._say(f"verdict_{problem.verdict}"))
        self._gaps.append((1 - worth, self._item(title, why, problem.slug)))

    def _item(self, topic: str, why: str, slug: str, *here: str) -> StudyItem:
        """What to study, with who asks it; `here` are questions of this interview that did."""
        askers = sorted(self.asked_by(slug), key=lambda asker: asker[1] != self.company)
        # A question of each company before the second of any.
        earlier: Counter[str] = Counter()
        rank = {}
        for asker in askers:
            rank[asker] = earlier[asker[1]]
            earlier[asker[1]] += 1
        ids = dict.fromkeys((*here, *(asker[0] for asker in sorted(askers, key=lambda asker: rank[asker]))))
        return StudyItem(
            topic=topic,
            why=why,
            questions=tuple(ids)[:MOST_QUESTIONS],
            companies=tuple(dict.fromkeys(company for _, company in askers)),
        )

    def _say(self, key: str, **names: object) -> str:
        return words(key, self.language, **names)
