from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest


def test_agrees_with_single_pixels(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    matting_metrics = reference("matting-metrics", "matting_metrics")
    for h, w in rng.integers(2, 6, (250, 2)).tolist():
        pred, gt = rng.random((2, h, w))
        trimap = rng.choice(np.array([0, 128, 255], dtype=np.uint8), (h, w))

        def steepness(a: Any, y: int, x: int, h: int = h, w: int = w) -> float:
            up, down, left, right = max(y - 1, 0), min(y + 1, h - 1), max(x - 1, 0), min(x + 1, w - 1)
            slopes = (a[down, x] - a[up, x]) / (down - up), (a[y, right] - a[y, left]) / (right - left)
            return float(sum(s * s for s in slopes) ** 0.5)

        sums, at = np.zeros(3), np.argwhere(trimap == 128).tolist()
        for y, x in at:
            d = abs(pred[y, x] - gt[y, x])
            sums += d, d * d, (steepness(pred, y, x) - steepness(gt, y, x)) ** 2
        n = max(len(at), 1)
        want = {"sad": sums[0] / 1000, "mad": sums[0] / n, "mse": sums[1] / n, "grad": sums[2] / 1000}
        assert matting_metrics(pred, gt, trimap) == pytest.approx(want)
