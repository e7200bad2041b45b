"""From the events of an interview to its Scorecard: totals are computed here, from per-criterion verdicts.

What could not be scored takes no part in any average: it is listed with its reason instead. A dimension's
level is shown with a band, because a few answers place nobody exactly.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import sqrt
from statistics import fmean

from bot.agenda import State, questions_of, replay
from bot.linking import ONE_CARD_KINDS
from bot.schema import (
    AnyEvent,
    Coverage,
    DimensionScore,
    Language,
    Move,
    PlannedQuestion,
    QuestionScore,
    Recommendation,
    Said,
    Scorecard,
    ScoredProblem,
    ScoredQuestion,
    Started,
    StudyItem,
    Submitted,
)
from bot.words import enumerated, words
from rubrics.schema import Dimension, DimensionName, Rubric
from sandbox.problem import Problem, Verdict

FEWEST_SCORED = 3
"""Scored questions and problems below which no conclusion is drawn."""
RECOMMENDATIONS = (
    (0.80, Recommendation.STRONG_HIRE),
    (0.65, Recommendation.HIRE),
    (0.50, Recommendation.LEAN_HIRE),
    (0.35, Recommendation.LEAN_NO_HIRE),
    (0.18, Recommendation.NO_HIRE),
    (0.00, Recommendation.STRONG_NO_HIRE),
)
"""Overall fraction from which each recommendation is given."""
LEVEL_STARTS = (0.0, 0.2, 0.4, 0.6, 0.8)
"""Fraction from which levels 1 to 5 begin."""
SPREAD_OF_ONE_ANSWER = 0.3
"""Half-width of a dimension's band, as a fraction, when it rests on one answer; 1/√n of it for n answers."""
CREDIT_FOR_REFUSED_CODE = 0.5
"""What passing every case but one is worth, at most, beside accepted code (1)."""
MOST_STUDY_ITEMS, MOST_STRENGTHS, MOST_QUESTIONS_TO_STUDY = 3, 3, 5
NOT_JUDGED = frozenset({DimensionName.COMMUNICATION, DimensionName.OUTLOOK})
"""Dimensions that take a person or a model to judge, unless a card rates them."""


def build_scorecard(
    events: Iterable[AnyEvent],
    rubrics: Mapping[str, Rubric],
    problems: Mapping[str, Problem],
    dimensions: Sequence[Dimension],
    asked_by: Callable[[str], Sequence[str]],
) -> Scorecard:
    """The Scorecard of an interview, finished or not.

    Args:
        asked_by: Ids of the corpus' questions that a rubric card, or the problem of a coding task, serves.

    Raises:
        ValueError: the events do not begin with Started.
    """
    events = tuple(events)
    state = replay(events)
    started = next(event for event in events if isinstance(event, Started))
    builder = _Builder(events, state, started.language, rubrics, problems, asked_by)
    return builder.build(dimensions)


def level_of(fraction: float) -> int:
    """The level, 1 to 5, that a fraction falls in."""
    return sum(fraction >= start for start in LEVEL_STARTS)


class _Builder:
    def __init__(
        self,
        events: Sequence[AnyEvent],
        state: State,
        language: Language,
        rubrics: Mapping[str, Rubric],
        problems: Mapping[str, Problem],
        asked_by: Callable[[str], Sequence[str]],
    ) -> None:
        self.events, self.state, self.language = events, state, language
        self.rubrics, self.catalogue, self.asked_by = rubrics, problems, asked_by
        by_id = {question.id: question for question in questions_of(state.plan)}
        self.asked = [by_id[question_id] for question_id in state.asked]
        self.hints = Counter(e.question for e in events if isinstance(e, Said) and _gives_a_hint(e))
        self.questions = tuple(self._question(q) for q in self.asked if q.problem is None)
        self.problems = tuple(self._problem(q) for q in self.asked if q.problem is not None)
        self.scored = self._once_a_card()
        self.judged = [p for p in self.problems if p.verdict is not None]

    def build(self, dimensions: Sequence[Dimension]) -> Scorecard:
        counts = Coverage(
            planned=max(len(questions_of(self.state.plan)), len(self.asked)),
            asked=len(self.asked),
            scored=sum(q.fraction is not None for q in self.questions) + len(self.judged),
        )
        worth = [q.fraction for q in self.scored if q.fraction is not None] + [_worth(p) for p in self.judged]
        fraction = fmean(worth) if worth else None
        recommendation, reasons = self._recommendation(fraction, counts)
        return Scorecard(
            recommendation=recommendation,
            reasons=reasons,
            fraction=fraction,
            coverage=counts.scored / counts.planned if counts.planned else 0.0,
            counts=counts,
            dimensions=tuple(
                self._dimension(each.name).model_copy(update={"title": each.title.in_language(self.language)})
                for each in dimensions
            ),
            questions=self.questions,
            problems=self.problems,
            strengths=self._strengths(),
            study=self._study(),
            flags=tuple(dict.fromkeys(flag for score in self.state.scores.values() for flag in score.flags)),
        )

    def _say(self, key: str, **names: object) -> str:
        return words(key, self.language, **names)

    def _question(self, question: PlannedQuestion) -> ScoredQuestion:
        score = self.state.scores.get(question.id) or QuestionScore(
            question_id=question.id,
            rubric=question.rubric,
            scorer="none",
            unscored=self._say("unscored_not_answered" if question.rubric else "unscored_no_rubric"),
        )
        return ScoredQuestion(
            id=question.id,
            text=question.said,
            company=question.company,
            round=question.round,
            date=question.date,
            source=question.source,
            fraction=score.fraction,
            unscored=score.unscored,
            criteria=score.criteria,
            hints=self.hints[question.id],
        )

    def _problem(self, question: PlannedQuestion) -> ScoredProblem:
        results = [e.result for e in self.events if isinstance(e, Submitted) and e.slug == question.problem]
        # A broken judge says nothing about the candidate.
        results = [result for result in results if result.verdict is not Verdict.INTERNAL_ERROR]
        best = max(results, key=lambda r: (r.verdict is Verdict.ACCEPTED, r.passed), default=None)
        return ScoredProblem(
            slug=question.problem or "",
            verdict=best.verdict.value if best else None,
            attempts=len(results),
            passed=best.passed if best else 0,
            total=best.total if best else 0,
            hints=self.hints[question.id],
        )

    def _once_a_card(self) -> list[ScoredQuestion]:
        """The scored questions; of several on one concept only the last, which holds what was said to all of them."""
        kinds = {question.id: question.kind for question in self.asked}
        last: dict[str, ScoredQuestion] = {}
        for question in self.questions:
            if question.fraction is not None:
                card = self.state.scores[question.id].rubric if kinds[question.id] in ONE_CARD_KINDS else None
                last[card or question.id] = question
        return list(last.values())

    def _rubric_of(self, question_id: str) -> Rubric | None:
        score = self.state.scores.get(question_id)
        return self.rubrics.get(score.rubric or "") if score else None

    def _dimension(self, name: DimensionName) -> DimensionScore:
        if name is DimensionName.HONESTY:
            return DimensionScore(dimension=name, reason=self._say("dimension_honesty_clear"))
        if name is DimensionName.CODING:
            return self._coding()
        rated = [q for q in self.scored if (card := self._rubric_of(q.id)) and card.dimension is name]
        if not rated:
            key = "dimension_not_judged" if name in NOT_JUDGED else "dimension_not_asked"
            return DimensionScore(dimension=name, reason=self._say(key))
        fraction = fmean(q.fraction for q in rated if q.fraction is not None)
        quotes = [c.evidence for q in rated for c in q.criteria if c.evidence]
        reason = self._say("dimension_scored", count=len(rated), percent=round(fraction * 100))
        return _levelled(name, fraction, len(rated), max(quotes, key=len, default=None), reason)

    def _coding(self) -> DimensionScore:
        if not self.judged:
            return DimensionScore(dimension=DimensionName.CODING, reason=self._say("dimension_not_asked"))
        accepted = sum(p.verdict == Verdict.ACCEPTED for p in self.judged)
        reason = self._say("dimension_code", count=len(self.judged), accepted=accepted)
        fraction = fmean(_worth(p) for p in self.judged)
        return _levelled(DimensionName.CODING, fraction, len(self.judged), None, reason)

    def _recommendation(self, fraction: float | None, counts: Coverage) -> tuple[Recommendation, tuple[str, ...]]:
        reasons = []
        unscored = [q for q in self.questions if q.fraction is None]
        if fraction is None or counts.scored < FEWEST_SCORED:
            recommendation = Recommendation.NOT_ENOUGH_EVIDENCE
            reasons.append(self._say("reason_too_little", scored=counts.scored, needed=FEWEST_SCORED))
        else:
            recommendation = next(given for start, given in RECOMMENDATIONS if fraction >= start)
            reasons.append(self._say("reason_fraction", percent=round(fraction * 100)))
        if self.judged:
            accepted = sum(p.verdict == Verdict.ACCEPTED for p in self.judged)
            reasons.append(
                self._say(
                    "reason_code_passed" if accepted else "reason_code_none",
                    accepted=accepted,
                    total=len(self.judged),
                )
            )
            positive = (Recommendation.STRONG_HIRE, Recommendation.HIRE, Recommendation.LEAN_HIRE)
            if not accepted and recommendation in positive:
                recommendation = Recommendation.LEAN_NO_HIRE
        if wrong := sum(c.verdict == "contradicted" for q in self.questions for c in q.criteria):
            reasons.append(self._say("reason_contradicted", count=wrong))
        if hints := sum(self.hints.values()):
            reasons.append(self._say("reason_hints", count=hints))
        if unscored:
            why = Counter(q.unscored or "" for q in unscored)
            listed = enumerated((f"{reason} ×{count}" for reason, count in why.most_common()), self.language)
            reasons.append(self._say("reason_unscored", count=len(unscored), why=listed))
        return recommendation, tuple(reasons)

    def _strengths(self) -> tuple[str, ...]:
        full = [(c.weight, c.evidence) for q in self.scored for c in q.criteria if c.verdict == "full" and c.evidence]
        quotes = (quote for _, quote in sorted(full, key=lambda item: -item[0]))
        return tuple(dict.fromkeys(quotes))[:MOST_STRENGTHS]

    def _study(self) -> tuple[StudyItem, ...]:
        gaps = [gap for question in self.scored if (gap := self._gap(question))]
        gaps += [gap for problem in self.problems if (gap := self._code_gap(problem))]
        best_first = sorted(gaps, key=lambda gap: -gap[0])
        by_topic = {item.topic: item for _, item in reversed(best_first)}
        return tuple(item for _, item in best_first if by_topic.pop(item.topic, None))[:MOST_STUDY_ITEMS]

    def _gap(self, question: ScoredQuestion) -> tuple[float, StudyItem] | None:
        card = self._rubric_of(question.id)
        if card is None or question.fraction is None:
            return None
        points = {criterion.id: criterion.point.in_language(self.language) for criterion in card.criteria}
        wrong = [points.get(c.criterion, c.criterion) for c in question.criteria if c.verdict == "contradicted"]
        missed = [points.get(c.criterion, c.criterion) for c in question.criteria if c.verdict in ("none", "partial")]
        if not wrong and not missed:
            return None
        why = [self._say("study_wrong", points=enumerated(wrong, self.language))] if wrong else []
        why += [self._say("study_missed", points=enumerated(missed, self.language))] if missed else []
        item = StudyItem(
            topic=card.title.in_language(self.language),
            why=" ".join(why),
            questions=tuple(dict.fromkeys((question.id, *self.asked_by(card.slug))))[:MOST_QUESTIONS_TO_STUDY],
        )
        return 1 - question.fraction + 0.1 * len(wrong), item

    def _code_gap(self, problem: ScoredProblem) -> tuple[float, StudyItem] | None:
        if problem.verdict == Verdict.ACCEPTED or problem.slug not in self.catalogue:
            return None
        title = self.catalogue[problem.slug].title.in_language(self.language)
        if problem.verdict is None:
            why = self._say("study_not_submitted", title=title)
        else:
            why = self._say("study_code", title=title, verdict=self._say(f"verdict_{problem.verdict}"))
        return 1 - _worth(problem), StudyItem(
            topic=title, why=why, questions=tuple(self.asked_by(problem.slug))[:MOST_QUESTIONS_TO_STUDY]
        )


def _gives_a_hint(said: Said) -> bool:
    """Asking for a hint where there is none costs nothing."""
    return said.move is Move.HINT and (said.criterion is not None or said.problem is not None)


def _worth(problem: ScoredProblem) -> float:
    if problem.verdict == Verdict.ACCEPTED:
        return 1.0
    return CREDIT_FOR_REFUSED_CODE * problem.passed / problem.total if problem.total else 0.0


def _levelled(name: DimensionName, fraction: float, count: int, evidence: str | None, reason: str) -> DimensionScore:
    spread = SPREAD_OF_ONE_ANSWER / sqrt(count)
    band = level_of(max(0.0, fraction - spread)), level_of(min(1.0, fraction + spread))
    return DimensionScore(dimension=name, level=level_of(fraction), band=band, evidence=evidence, reason=reason)
