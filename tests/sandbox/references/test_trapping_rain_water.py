from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np


def layers(height: list[int]) -> int:
    """Level by level, the gaps between the outermost bars that reach it."""
    water = 0
    for level in range(1, max(height, default=0) + 1):
        high = [index for index, bar in enumerate(height) if bar >= level]
        water += high[-1] - high[0] + 1 - len(high)
    return water


def test_agrees_with_filling_layer_by_layer(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    trap = reference("trapping-rain-water", "trap")
    for length in rng.integers(0, 70, 300).tolist():
        height = rng.integers(0, int(rng.integers(1, 30)), length).tolist()

        assert trap(height) == layers(height)
