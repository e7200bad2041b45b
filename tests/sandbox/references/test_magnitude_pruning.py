from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np


def test_agrees_with_removing_the_smallest_one_by_one(
    reference: Callable[[str, str], Any], rng: np.random.Generator
) -> None:
    prune = reference("magnitude-pruning", "prune_by_magnitude")
    for rows, columns in rng.integers(0, 6, (250, 2)).tolist():
        w = rng.integers(-3, 4, (rows, columns)) / 4
        sparsity = float(rng.choice([0.0, 0.25, 0.5, 0.7, 1.0]))
        left = dict(enumerate(w.ravel().tolist()))
        for _ in range(round(sparsity * w.size)):
            del left[min(left, key=lambda place: (abs(left[place]), place))]

        mask, pruned = prune(w, sparsity)
        assert np.flatnonzero(mask).tolist() == list(left)
        assert pruned.ravel().tolist() == [left.get(place, 0.0) for place in range(w.size)]
