from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest


def test_agrees_with_bisection_of_the_overlaps(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    gaussian_radius = reference("centernet-gaussian-radius", "gaussian_radius")
    for h, w, o in zip(*(10 ** rng.uniform(-1, 3.6, (2, 300))), rng.uniform(0.01, 1, 300), strict=True):

        def overlaps(r: float, h: float = h, w: float = w) -> tuple[float, ...]:
            both = (h - r) * (w - r)
            return both / (2 * h * w - both), (h - 2 * r) * (w - 2 * r) / (h * w), h * w / ((h + 2 * r) * (w + 2 * r))

        low, high = 0.0, min(h, w) / 2
        for _ in range(80):
            middle = (low + high) / 2
            low, high = (middle, high) if min(overlaps(middle)) >= o else (low, middle)

        assert gaussian_radius(float(h), float(w), float(o)) == pytest.approx(low, rel=1e-9, abs=1e-9)
