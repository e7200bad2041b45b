"""Fits `bot/scorers/soundness.yaml` to the labelled answers again: `python -m tests.rubrics.fit_soundness`.

Prints weights and constant to be copied, and how well they tell wrong answers from others on questions that they were
not fitted to (area under the ROC curve, five folds by question). Held-out sets are left alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from bot.scorers.compiled import compiled_once
from bot.scorers.cues import load_cues
from bot.scorers.lexical import LexicalScorer
from bot.scorers.reading import Reading
from bot.scorers.reversal import Reversals
from bot.scorers.soundness import Settings, Shares, load_settings
from rubrics.load import load_rubrics

ANSWERS = Path(__file__).with_name("answers")
WRONG_BELOW = 0.1
EARNED_FROM = 0.1
"""What earns less needs no doubt."""
RIDGE = 3.0
FOLDS = 5

Floats = NDArray[np.float64]


class Case(NamedTuple):
    """One labelled answer: what it is compared by, and whether it is wrong."""

    question: str
    shares: Shares
    is_wrong: bool


def cases() -> Iterator[Case]:
    """Every answer of the sets that are no longer held out, lists of keywords left out."""
    scorer = LexicalScorer(load_rubrics())
    for file in sorted(ANSWERS.glob("*.jsonl")):
        if "held_out" in file.name:
            continue
        for line in file.read_text(encoding="utf-8").splitlines():
            labelled = json.loads(line)
            card = scorer.rubrics[labelled["question"]]
            fraction = scorer.score(card, labelled["answer"], card.question.zh).fraction
            if labelled["kind"] == "gamed" or fraction is None or fraction <= EARNED_FROM:
                continue
            compiled = compiled_once(card)
            reversals = Reversals(compiled.sentences, Reading(labelled["answer"], load_cues()))
            shares = compiled.comparison.shares(reversals, load_settings())
            yield Case(card.slug, shares, labelled["gold"] < WRONG_BELOW)


def fit(features: Floats, wrong: Floats) -> tuple[Floats, float]:
    """Weights and constant of a logistic regression by Newton's method, both classes weighted alike.

    features: answers x shares. wrong: 1 or 0 for each answer.
    """
    mean, spread = features.mean(0), features.std(0)
    rows = np.hstack([(features - mean) / spread, np.ones((len(features), 1))])
    weight = np.where(wrong, (1 - wrong).sum() / wrong.sum(), 1.0)
    solution = np.zeros(rows.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-rows @ solution))
        slope = rows.T @ (weight * (wrong - chance)) - RIDGE * solution
        curve = (rows * (weight * chance * (1 - chance))[:, None]).T @ rows + RIDGE * np.eye(len(solution))
        solution += np.linalg.solve(curve, slope)
    weights = solution[:-1] / spread
    return weights, float(solution[-1] - weights @ mean)


def area(doubt: Floats, wrong: Floats) -> float:
    """Share of pairs of a wrong and another answer in which the wrong one is doubted more."""
    above = doubt[wrong == 1][:, None], doubt[wrong == 0][None]
    return float(np.mean((above[0] > above[1]) + 0.5 * (above[0] == above[1])))


def main() -> None:
    with patch.object(Settings, "kept", lambda *_: 1.0):
        found = list(cases())
    names = [name for name in Shares._fields if name != "clauses"]
    features = np.array([[getattr(case.shares, name) for name in names] for case in found])
    wrong = np.array([float(case.is_wrong) for case in found])
    questions = sorted({case.question for case in found})
    np.random.default_rng(0).shuffle(questions)
    fold = np.array([questions.index(case.question) % FOLDS for case in found])
    doubt = np.zeros(len(found))
    for each in range(FOLDS):
        weights, constant = fit(features[fold != each], wrong[fold != each])
        doubt[fold == each] = features[fold == each] @ weights + constant
    weights, constant = fit(features, wrong)
    print(f"{len(found)} answers, {wrong.sum():.0f} of them wrong; area under the curve {area(doubt, wrong):.3f}")
    for name, value in zip((*names, "constant"), (*weights, constant), strict=True):
        print(f"{name}: {value:.1f}")


if __name__ == "__main__":
    main()
