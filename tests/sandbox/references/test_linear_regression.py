from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np


def test_residuals_are_orthogonal_to_the_columns(
    reference: Callable[[str, str], Any], rng: np.random.Generator
) -> None:
    model_class = reference("linear-regression", "LinearRegression")
    for columns in rng.integers(1, 5, 200).tolist():
        X = rng.integers(-9, 10, (columns + 1 + int(rng.integers(0, 6)), columns)).astype(np.float64)
        if rng.random() < 0.5:
            X[:, -1] = X[:, 0] * int(rng.integers(-2, 3))
        y = rng.integers(-9, 10, len(X)).astype(np.float64)
        intercept = bool(rng.random() < 0.5)

        model = model_class(intercept).fit(X, y)

        # Exactly then is the sum of squares least.
        rest = y - model.predict(X)
        assert np.abs(X.T @ rest).max() < 1e-9
        assert abs(rest.sum()) < 1e-9 if intercept else model.intercept_ == 0.0
