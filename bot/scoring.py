"""What verdicts on key points add up to, in one answer and over several."""

from __future__ import annotations

from bot.schema import CriterionScore, QuestionScore

CREDIT = {"full": 1.0, "partial": 0.5, "contradicted": -1.0}
MOST_WITH_CONTRADICTION = 0.6
"""Cap on a fraction where a key point was stated the wrong way round."""
WIDE_GAP = 0.4
"""Difference between the fractions of the model and of the lexical scorer from which a person should look: two levels
of five. Below it the two differ as a strict and a lenient grader do."""
SCORERS_DIFFER = "scorers_differ"
_BETTER = {"unscored": 0, "none": 1, "contradicted": 2, "partial": 3, "full": 4}


def merge(earlier: QuestionScore | None, later: QuestionScore) -> QuestionScore:
    """The standing of a question after one more answer: for each criterion, the best that was said.

    A point that was contradicted and then put right counts as partial: it took a challenge to get there, or
    it was said both ways. An answer that could not be scored changes nothing.
    """
    if earlier is None or earlier.fraction is None:
        return later
    if later.fraction is None:
        return earlier.model_copy(update={"flags": _joined(earlier.flags, later.flags)})
    before = {score.criterion: score for score in earlier.criteria}
    criteria = tuple(_merge_criterion(before.get(score.criterion), score) for score in later.criteria)
    return with_gap_flagged(
        later.model_copy(
            update={
                "criteria": criteria,
                "fraction": fraction_of(criteria),
                "flags": _joined(earlier.flags, later.flags),
                **_merged_scorers(earlier, later),
            }
        )
    )


def with_gap_flagged(score: QuestionScore) -> QuestionScore:
    """The score, flagged SCORERS_DIFFER where model and lexical scorer are WIDE_GAP or more apart, and only there."""
    flags = tuple(flag for flag in score.flags if flag != SCORERS_DIFFER)
    # 0.7 − 0.3 is a little less than 0.4 to a computer.
    if score.beside and round(abs(fraction_of(score.criteria) - fraction_of(score.beside)), 9) >= WIDE_GAP:
        flags = (*flags, SCORERS_DIFFER)
    return score.model_copy(update={"flags": flags})


def _merged_scorers(earlier: QuestionScore, later: QuestionScore) -> dict[str, object]:
    """Who scored two answers of which a model may have scored one."""
    if not earlier.beside and not later.beside:
        return {"fallback": later.fallback or earlier.fallback}
    before = {score.criterion: score for score in earlier.beside or earlier.criteria}
    return {
        "scorer": (later if later.beside else earlier).scorer,
        "beside": tuple(_merge_criterion(before.get(s.criterion), s) for s in later.beside or later.criteria),
        "fallback": later.fallback or earlier.fallback,
    }


def fraction_of(criteria: tuple[CriterionScore, ...]) -> float:
    """Weighted share of the criteria: full is 1, partial ½, contradicted −1, all else 0; not below 0, and capped
    where one is contradicted.
    """
    total = sum(score.weight for score in criteria)
    if not total:
        return 0.0
    fraction = max(0.0, sum(_credit(score) * score.weight for score in criteria) / total)
    contradicted = any(score.verdict == "contradicted" for score in criteria)
    return round(min(fraction, MOST_WITH_CONTRADICTION) if contradicted else fraction, 4)


def _credit(score: CriterionScore) -> float:
    return CREDIT.get(score.verdict, 0.0) if score.credit is None else score.credit


def _merge_criterion(before: CriterionScore | None, after: CriterionScore) -> CriterionScore:
    if before is None:
        return after
    verdicts = {before.verdict, after.verdict}
    best = max(before, after, key=lambda score: (_BETTER[score.verdict], score.credit or 0.0))
    if verdicts == {"contradicted", "full"}:
        return best.model_copy(update={"verdict": "partial"})
    return best


def _joined(*flags: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(flag for group in flags for flag in group))
