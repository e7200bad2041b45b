from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np


def test_agrees_with_shortest_paths(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    min_path_sum = reference("minimum-path-sum", "min_path_sum")
    for rows, columns in rng.integers(1, 9, (250, 2)).tolist():
        grid = rng.integers(-9, 10, (rows, columns))

        # Bellman-Ford from the last cell: as many rounds as a path has steps.
        best = np.full((rows + 1, columns + 1), np.inf)
        best[rows - 1, columns - 1] = grid[-1, -1]
        for _ in range(rows + columns):
            onward = np.minimum(best[1:, :-1], best[:-1, 1:]) + grid
            best[:-1, :-1] = np.minimum(best[:-1, :-1], onward)
        assert min_path_sum(grid.tolist()) == best[0, 0]
