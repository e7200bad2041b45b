from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest


def test_agrees_with_counting_pairs(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    metrics = reference("classification-metrics", "classification_metrics")
    for rows, classes in zip(rng.integers(0, 15, 200).tolist(), rng.integers(1, 6, 200).tolist(), strict=True):
        y_true, y_pred = rng.integers(0, classes, (2, rows))
        pairs = list(zip(y_true.tolist(), y_pred.tolist(), strict=True))
        scores = []
        for c in range(classes):
            hits, predicted, actual = (sum(map(test, pairs)) for test in (
                lambda pair, c=c: pair == (c, c), lambda pair, c=c: pair[1] == c, lambda pair, c=c: pair[0] == c
            ))  # fmt: skip
            precision, recall = hits / predicted if predicted else 0, hits / actual if actual else 0
            f1 = 2 * precision * recall / (precision + recall) if hits else 0
            scores.append((precision, recall, f1))

        got = metrics(y_true, y_pred, classes)

        assert got["confusion"].tolist() == [[pairs.count((i, j)) for j in range(classes)] for i in range(classes)]
        accuracy = sum(a == b for a, b in pairs) / rows if rows else 0
        assert got["accuracy"] == pytest.approx(accuracy)
        for name, values in zip(("precision", "recall", "f1"), zip(*scores, strict=True), strict=True):
            assert got[name] == pytest.approx(values)
            assert got[f"macro_{name}"] == pytest.approx(sum(values) / classes)
            assert got[f"micro_{name}"] == pytest.approx(accuracy)
