from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest


def test_agrees_with_a_double_loop(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    kmeans = reference("kmeans", "kmeans")
    for rows, columns, count in rng.integers(1, 8, (200, 3)).tolist():
        X, start = rng.standard_normal((rows, columns)), rng.standard_normal((count, columns)) * 2
        points, centers, iterations = X.tolist(), start.tolist(), int(rng.integers(0, 7))

        def squared(p: list[float], q: list[float]) -> float:
            return sum((a - b) ** 2 for a, b in zip(p, q, strict=True))

        for iteration in range(iterations + 1):
            far = [[squared(point, center) for center in centers] for point in points]
            labels = [row.index(min(row)) for row in far]
            if iteration < iterations:
                for index in set(labels):
                    mine = [point for point, label in zip(points, labels, strict=True) if label == index]
                    centers[index] = [sum(values) / len(mine) for values in zip(*mine, strict=True)]

        got = kmeans(X, start, iterations)

        np.testing.assert_allclose(got[0], centers, rtol=1e-12, atol=1e-14)
        assert got[1].tolist() == labels
        assert got[2] == pytest.approx(sum(map(min, far)), rel=1e-12)


def test_plus_plus_takes_points_by_their_weights(
    reference: Callable[[str, str], Any], rng: np.random.Generator
) -> None:
    choose_centers = reference("kmeans/variants/plus-plus", "choose_centers")
    for rows in rng.integers(1, 9, 200).tolist():
        X, draws = rng.integers(-3, 4, (rows, 2)).astype(np.float64), rng.random(4)
        chosen = choose_centers(X, draws).tolist()
        for place, draw in enumerate(draws.tolist()):
            weights = [min((((X[i] - X[c]) ** 2).sum() for c in chosen[:place]), default=1.0) for i in range(rows)]
            weights = weights if any(weights) else [1.0] * rows
            below, above = sum(weights[: chosen[place]]), sum(weights[: chosen[place] + 1])
            assert below <= draw * sum(weights) < above
