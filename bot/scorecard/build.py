"""From the events of an interview to its Scorecard: totals are computed here, from per-criterion verdicts.

What could not be scored takes no part in any average: it is listed with its reason instead. Who says that they can't
write the code asked for is scored like who says that they don't know: 0.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from statistics import fmean

from bot.drilling import SCORER as DRILL_SCORER
from bot.linking import ONE_CARD_KINDS
from bot.planned import PlannedQuestion
from bot.schema import (
    Answered,
    AnyEvent,
    Coverage,
    Intent,
    Language,
    Move,
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
from bot.scorecard.contradictions import contradictions
from bot.scorecard.honesty import contradicting
from bot.scorecard.levels import Levels
from bot.scorecard.study import Asker, StudyGuide
from bot.scoring import SCORERS_DIFFER, fraction_of
from bot.state import State, every_question_of, questions_of, replay
from bot.words import enumerated, words
from rubrics.schema import Dimension, Rubric
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
CREDIT_FOR_REFUSED_CODE = 0.5
"""What passing every case but one is worth, at most, beside accepted code (1)."""
CREDIT_AFTER_HINTS = 0.75
"""What code is worth, at most, that was accepted with hints."""
MOST_STUDY_ITEMS, MOST_STRENGTHS = 3, 3
VETOED = Recommendation.NO_HIRE
"""Highest recommendation beside a contradiction that can be quoted."""


def build_scorecard(
    events: Iterable[AnyEvent],
    rubrics: Mapping[str, Rubric],
    problems: Mapping[str, Problem],
    dimensions: Sequence[Dimension],
    asked_by: Callable[[str], Sequence[Asker]],
) -> Scorecard:
    """The Scorecard of an interview, finished or not.

    Args:
        asked_by: The corpus' questions that a rubric card, or the problem of a coding task, serves.

    Raises:
        ValueError: the events do not begin with Started.
    """
    events = tuple(events)
    state = replay(events)
    started = next(event for event in events if isinstance(event, Started))
    builder = _Builder(events, state, started.language, rubrics, problems, asked_by)
    return builder.build(dimensions)


class _Builder:
    def __init__(
        self,
        events: Sequence[AnyEvent],
        state: State,
        language: Language,
        rubrics: Mapping[str, Rubric],
        problems: Mapping[str, Problem],
        asked_by: Callable[[str], Sequence[Asker]],
    ) -> None:
        self.events, self.state, self.language = events, state, language
        self.rubrics, self.catalogue, self.asked_by = rubrics, problems, asked_by
        by_id = {question.id: question for question in every_question_of(state.plan)}
        self.asked = [by_id[question_id] for question_id in state.asked]
        self.hints = Counter(e.question for e in events if isinstance(e, Said) and _gives_a_hint(e))
        self.intents = _intents(events)
        self.contradictions = contradictions(events)
        # Talk about code belongs to the code's problem, as what is said while it is written.
        self.questions = tuple(self._question(q) for q in self.asked if q.problem is None and q.builds_on is None)
        self.talks = [q for q in self.asked if q.problem is None and q.builds_on is not None]
        self.problems = tuple(self._problem(q) for q in self.asked if q.problem is not None)
        self.scored = self._once_a_card()
        self.judged = [p for p in self.problems if p.unscored is None]
        cards = ((q.id, rubrics.get(state.scores[q.id].rubric or "")) for q in self.scored)
        self.cards = {question_id: card for question_id, card in cards if card is not None}

    def build(self, dimensions: Sequence[Dimension]) -> Scorecard:
        asked = len(self.questions) + len(self.problems)
        # What goes on from accepted code is planned only once there is such code.
        planned = sum(q.builds_on is None or q in self.asked for q in questions_of(self.state.plan)) - len(self.talks)
        counts = Coverage(
            planned=max(planned, asked),
            asked=asked,
            scored=sum(q.fraction is not None for q in self.questions) + len(self.judged),
        )
        counted = [q.fraction for q in self.scored if q.fraction is not None] + [self._worth(p) for p in self.judged]
        fraction = fmean(counted) if counted else None
        recommendation, reasons = self._recommendation(fraction, counts)
        shown = Levels(
            self.events, self.state, self.language, self.rubrics, self.cards, self.asked, self.scored, self.judged
        )
        return Scorecard(
            recommendation=recommendation,
            reasons=reasons,
            fraction=fraction,
            coverage=counts.scored / counts.planned if counts.planned else 0.0,
            counts=counts,
            dimensions=tuple(
                shown.of(each.name).model_copy(update={"title": each.title.in_language(self.language)})
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
            unscored=self._say(
                "unscored_not_answered" if question.rubric or question.reference else "unscored_no_rubric"
            ),
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
            scorer=score.scorer,
            by_rules=fraction_of(score.beside) if score.beside else None,
            scorers_differ=SCORERS_DIFFER in score.flags,
            fallback=score.fallback,
            hints=self.hints[question.id],
        )

    def _problem(self, question: PlannedQuestion) -> ScoredProblem:
        given = [e.result for e in self.events if isinstance(e, Submitted) and e.slug == question.problem]
        # A broken judge says nothing about the candidate.
        results = [result for result in given if result.verdict is not Verdict.INTERNAL_ERROR]
        best = max(results, key=lambda r: (r.verdict is Verdict.ACCEPTED, r.passed), default=None)
        blank = self.state.plan.paper is not None and not given
        return ScoredProblem(
            slug=question.problem or "",
            verdict=best.verdict.value if best else None,
            gave_up=not blank and not given and Intent.DONT_KNOW in self.intents[question.id],
            blank=blank,
            unscored=None if best or blank else self._without_code(question, judge_failed=bool(given)),
            attempts=len(results),
            passed=best.passed if best else 0,
            total=best.total if best else 0,
            hints=self.hints[question.id],
        )

    def _without_code(self, question: PlannedQuestion, *, judge_failed: bool) -> str | None:
        """Why a problem without judged code is unscored; None where the candidate said they can't write it."""
        intents = self.intents[question.id]
        if judge_failed:
            return self._say("verdict_internal_error")
        if Intent.DONT_KNOW in intents:
            return None
        if Intent.SKIP in intents:
            return self._say("unscored_skipped")
        return self._say("unscored_no_code" if intents else "unscored_not_answered")

    def _worth(self, problem: ScoredProblem) -> float:
        """On paper the cases that pass count in full; in a conversation code that is not right is half a solution."""
        if self.state.plan.paper is not None:
            return problem.passed / problem.total if problem.total else 0.0
        return worth(problem)

    def _once_a_card(self) -> list[ScoredQuestion]:
        """The scored questions; of several on one concept only the last, which holds what was said to all of them."""
        kinds = {question.id: question.kind for question in self.asked}
        last: dict[str, ScoredQuestion] = {}
        for question in self.questions:
            if question.fraction is not None:
                score = self.state.scores[question.id]
                by_card = kinds[question.id] in ONE_CARD_KINDS and score.scorer != DRILL_SCORER
                last[(score.rubric if by_card else None) or question.id] = question
        return list(last.values())

    def _recommendation(self, fraction: float | None, counts: Coverage) -> tuple[Recommendation, tuple[str, ...]]:
        reasons = []
        if fraction is None or counts.scored < FEWEST_SCORED:
            recommendation = Recommendation.NOT_ENOUGH_EVIDENCE
            reasons.append(self._say("reason_too_little", scored=counts.scored, needed=FEWEST_SCORED))
        else:
            recommendation = next(given for start, given in RECOMMENDATIONS if fraction >= start)
            key = "reason_fraction" if self.state.plan.paper is None else "reason_paper"
            reasons.append(self._say(key, percent=round(fraction * 100)))
        if asked := self._asked_for_code():
            accepted = sum(p.verdict == Verdict.ACCEPTED for p in asked)
            key = "reason_code_passed" if accepted else "reason_code_none"
            reasons.append(self._say(key, accepted=accepted, total=len(asked)))
            if not accepted:
                recommendation = _at_most(recommendation, Recommendation.LEAN_NO_HIRE)
        if self.contradictions:
            recommendation = _at_most(recommendation, VETOED)
            reasons += [self._say("reason_veto", why=why) for why in contradicting(self.contradictions, self.language)]
        if wrong := sum(c.verdict == "contradicted" for q in self.questions for c in q.criteria):
            reasons.append(self._say("reason_contradicted", count=wrong))
        if hints := sum(self.hints.values()):
            reasons.append(self._say("reason_hints", count=hints))
        why_unscored = Counter(
            filter(None, [*(q.unscored for q in self.questions), *(p.unscored for p in self.problems)])
        )
        if why_unscored:
            listed = enumerated((f"{reason} ×{count}" for reason, count in why_unscored.most_common()), self.language)
            reasons.append(self._say("reason_unscored", count=why_unscored.total(), why=listed))
        return recommendation, tuple(reasons)

    def _asked_for_code(self) -> list[ScoredProblem]:
        """The problems that the candidate had the chance to solve: those they answered in any way, unless the judge
        broke. Turning down all of them is no better than failing them.
        """
        tasks = [question for question in self.asked if question.problem is not None]
        broken = self._say("verdict_internal_error")
        return [
            problem
            for question, problem in zip(tasks, self.problems, strict=True)
            if problem.unscored is None or (self.intents[question.id] and problem.unscored != broken)
        ]

    def _study(self) -> tuple[StudyItem, ...]:
        guide = StudyGuide(self.language, self.state.plan.company, self.asked_by)
        for question in self.scored:
            if (card := self.cards.get(question.id)) is not None:
                guide.add_question(question, card)
        for problem in self.problems:
            if problem.verdict != Verdict.ACCEPTED and problem.slug in self.catalogue:
                guide.add_problem(problem, self.catalogue[problem.slug], self._worth(problem))
        return guide.first(MOST_STUDY_ITEMS)

    def _strengths(self) -> tuple[str, ...]:
        """The best of each of the questions that were answered best."""
        best_first = sorted(self.scored, key=lambda q: -(q.fraction or 0.0))
        stated = [[c for c in q.criteria if c.verdict == "full" and c.evidence] for q in best_first]
        heaviest = (max(full, key=lambda c: (c.weight, len(c.evidence or ""))) for full in stated if full)
        return tuple(dict.fromkeys(c.evidence for c in heaviest if c.evidence))[:MOST_STRENGTHS]


def _intents(events: Iterable[AnyEvent]) -> Mapping[str, Counter[Intent]]:
    """What the candidate wanted with their messages, by the question that was open."""
    found: defaultdict[str, Counter[Intent]] = defaultdict(Counter)
    current: str | None = None
    for event in events:
        if isinstance(event, Said) and event.move in (Move.ASK, Move.FOLLOW_UP, Move.HAND_OVER_CODE):
            current = event.question
        elif isinstance(event, Said) and event.move is Move.INVITE_QUESTIONS:
            current = None
        elif isinstance(event, Answered) and current is not None:
            found[current][event.intent] += 1
    return found


def _at_most(given: Recommendation, cap: Recommendation) -> Recommendation:
    """The worse of two conclusions; none is left as it is."""
    if given is Recommendation.NOT_ENOUGH_EVIDENCE:
        return given
    best_first = list(Recommendation)
    return max(given, cap, key=best_first.index)


def _gives_a_hint(said: Said) -> bool:
    """Asking for a hint where there is none costs nothing."""
    return said.move is Move.HINT and (said.criterion is not None or said.problem is not None)


def worth(problem: ScoredProblem) -> float:
    """What a problem counts for, 0 to 1."""
    if problem.verdict == Verdict.ACCEPTED:
        return CREDIT_AFTER_HINTS if problem.hints else 1.0
    return CREDIT_FOR_REFUSED_CODE * problem.passed / problem.total if problem.total else 0.0
