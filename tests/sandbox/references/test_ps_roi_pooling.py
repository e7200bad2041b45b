from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import ceil, floor
from typing import Any

import numpy as np


def test_agrees_with_bins_of_exact_fractions(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    pool = reference("ps-roi-pooling", "ps_roi_pool")
    for k, classes, height, width in rng.integers(1, 6, (200, 4)).tolist():
        maps = rng.standard_normal((classes * k * k, height, width))
        x1, y1 = rng.integers(-4, 6, 2).tolist()
        w, h = rng.integers(1, 9, 2).tolist()

        def pixels(start: int, length: int, part: int, limit: int, k: int = k) -> list[int]:
            low, high = floor(Fraction(part * length, k)), ceil(Fraction((part + 1) * length, k))
            return [place for place in range(start + low, start + high) if 0 <= place < limit]

        votes = np.zeros(classes)
        for c, i, j in np.ndindex(classes, k, k):
            values = [
                maps[c * k * k + i * k + j, y, x] for y in pixels(y1, h, i, height) for x in pixels(x1, w, j, width)
            ]
            votes[c] += sum(values) / max(len(values), 1) / k**2

        np.testing.assert_allclose(pool(maps, np.array([[x1, y1, x1 + w, y1 + h]]), k), [votes], rtol=1e-12, atol=1e-14)
