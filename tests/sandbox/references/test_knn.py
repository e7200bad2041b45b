from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import numpy as np


def test_agrees_with_sorting_everything(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    knn_predict = reference("knn", "knn_predict")
    for rows, columns in rng.integers(1, 12, (250, 2)).tolist():
        X, new = (rng.integers(-2, 3, (n, columns)).astype(np.float64) for n in (rows, 4))
        y, k = rng.integers(-2, 3, rows), int(rng.integers(1, rows + 1))

        want = []
        for test in new.tolist():
            far = [(sum((a - b) ** 2 for a, b in zip(row, test, strict=True)), i) for i, row in enumerate(X.tolist())]
            votes = Counter(int(y[i]) for _, i in sorted(far)[:k])
            want.append(min(votes, key=lambda label: (-votes[label], label)))
        assert knn_predict(X, y, new, k).tolist() == want
