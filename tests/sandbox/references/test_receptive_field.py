from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np


def seen_by(output: int, layers: list[tuple[int, int, int]]) -> set[int]:
    """Every single input that an output depends on."""
    seen = {output}
    for k, s, d in reversed(layers):
        seen = {place * s + tap * d for place in seen for tap in range(k)}
    return seen


def test_agrees_with_all_dependencies(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    receptive_field = reference("receptive-field", "receptive_field")
    holes = 0
    for _ in range(300):
        layers = [
            (int(rng.integers(1, 6)), int(rng.integers(1, 5)), int(rng.integers(1, 4)))
            for _ in range(int(rng.integers(0, 5)))
        ]
        first, second = seen_by(0, layers), seen_by(1, layers)
        extent = max(first) - min(first) + 1
        holes += extent > len(first)

        assert receptive_field(layers) == (extent, min(second) - min(first))
    assert holes > 50
