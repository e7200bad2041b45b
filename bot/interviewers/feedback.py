"""Practice mode: what the answer that is being left stated and missed."""

from __future__ import annotations

from bot.agenda import DRILL_ANSWER
from bot.interviewers.phrasebook import Speech
from bot.interviewers.scene import Scene, criterion_of
from bot.schema import Answered, CriterionScore, Intent
from bot.words import enumerated


def feedback_on(scene: Scene, speech: Speech) -> str | None:
    """Lines on the answer that the scene's step leaves; None where there is nothing to tell."""
    score = scene.state.scores.get(scene.step.leaving or "")
    if score is None:
        return None
    last = scene.state.last
    if score.fraction is None and isinstance(last, Answered) and last.intent is Intent.SKIP:
        # Nobody needs to be told what they did just now.
        return None
    if score.fraction is None:
        return speech.pick("feedback_unscored", reason=score.unscored or "")
    lines = [
        speech.pick(f"feedback_drill_{each.verdict}", told=each.point)
        for each in score.criteria
        if each.criterion == DRILL_ANSWER
    ]
    # A question on code asks for a part of what its card holds: what else could be said was not missed.
    told = ("full", "partial", "contradicted") + (("none",) if scene.state.awaiting != "afterthought" else ())
    for verdict in told:
        wanted = [each for each in score.criteria if each.verdict == verdict]
        points = [point for each in wanted if (point := _point(scene, each))]
        if points:
            lines.append(speech.pick(f"feedback_{verdict}", points=enumerated(points, scene.language)))
    return "\n\n".join(lines) or None


def _point(scene: Scene, score: CriterionScore) -> str:
    """A key point in words; of a recorded answer, what it says itself."""
    criterion = criterion_of(scene.left_rubric, score.criterion)
    if criterion is not None:
        return criterion.point.in_language(scene.language)
    return score.point if scene.left_rubric is None and score.criterion != DRILL_ANSWER else ""
