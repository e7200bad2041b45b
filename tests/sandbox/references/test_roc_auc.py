from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest


def test_agrees_with_all_pairs(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    roc_auc = reference("roc-auc", "roc_auc")
    for positive, negative in rng.integers(1, 12, (250, 2)).tolist():
        scores = rng.integers(-3, 4, positive + negative) / 7
        y_true = rng.permutation([1] * positive + [0] * negative)

        won = [(p > q) + (p == q) / 2 for p in scores[y_true == 1].tolist() for q in scores[y_true == 0].tolist()]
        assert roc_auc(y_true, scores) == pytest.approx(sum(won) / len(won), rel=1e-12)
