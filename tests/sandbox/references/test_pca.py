from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np


def test_agrees_with_singular_values(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    pca = reference("pca", "pca")
    for count, columns in rng.integers(2, 9, (250, 2)).tolist():
        X = rng.standard_normal((count, columns)) + rng.normal(0, 5, columns)
        k = int(rng.integers(1, min(count, columns) + 1))

        components, variance, projected = pca(X, k)

        left, values, right = np.linalg.svd(X - X.mean(axis=0), full_matrices=False)
        np.testing.assert_allclose(variance, values[:k] ** 2 / (count - 1), rtol=1e-9, atol=1e-12)
        np.testing.assert_allclose(projected @ components, (X - X.mean(axis=0)) @ components.T @ components, atol=1e-12)
        np.testing.assert_allclose(components @ components.T, np.eye(k), atol=1e-12)
        certain = values[:k] > 1e-6
        np.testing.assert_allclose(np.abs(projected)[:, certain], np.abs(left * values)[:, :k][:, certain], atol=1e-7)
        np.testing.assert_allclose(np.abs(components)[certain], np.abs(right[:k])[certain], atol=1e-7)
