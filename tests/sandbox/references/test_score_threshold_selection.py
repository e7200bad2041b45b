from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np


def test_agrees_with_sorting_once(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    pick = reference("score-threshold-selection", "pick_threshold")
    for count in rng.integers(0, 12, 400).tolist():
        scores, labels = rng.integers(-3, 4, count) / 4, rng.integers(0, 2, count)
        target = float(rng.uniform(0.01, 1))
        ranked = sorted(zip(scores.tolist(), labels.tolist(), strict=True), reverse=True)
        recall = precision = None
        for end, (score, _) in enumerate(ranked, 1):
            if end < count and ranked[end][0] == score:
                continue
            hits = sum(label for _, label in ranked[:end])
            if recall is None and hits and hits / labels.sum() >= target:
                recall = score
            if hits / end >= target:
                precision = score

        assert pick(scores, labels, target_recall=target) == recall
        assert pick(scores, labels, target_precision=target) == precision
