from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np


def test_agrees_with_sums_of_slices(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    matrix_class = reference("range-sum-2d", "NumMatrix")
    for m, n in rng.integers(1, 60, (40, 2)).tolist():
        cells = rng.integers(-100, 100, (m, n))
        matrix = matrix_class(cells.tolist())
        for _ in range(10):
            (r1, r2), (c1, c2) = (sorted(rng.integers(0, side, 2).tolist()) for side in (m, n))

            assert matrix.sum_region(r1, c1, r2, c2) == int(cells[r1 : r2 + 1, c1 : c2 + 1].sum())
