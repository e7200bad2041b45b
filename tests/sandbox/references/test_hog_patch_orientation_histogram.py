from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np


def test_agrees_with_counting_pixel_by_pixel(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    histogram = reference("hog-patch-orientation-histogram", "patch_orientation_hist")
    for height, width in rng.integers(2, 11, (200, 2)).tolist():
        img = rng.integers(0, 256, (height, width)) // int(rng.integers(1, 100))
        k = int(rng.integers(1, min(height, width) + 1))
        want = np.zeros((height // k, width // k, 9))
        for i, j in np.ndindex(height // k * k, width // k * k):
            above, below = max(i - 1, 0), min(i + 1, height - 1)
            left, right = max(j - 1, 0), min(j + 1, width - 1)
            gy = (int(img[below, j]) - int(img[above, j])) / (below - above)
            gx = (int(img[i, right]) - int(img[i, left])) / (right - left)
            turn = math.atan2(gy, gx) / (2 * math.pi)
            want[i // k, j // k, int(9 * (turn + (turn < 0)))] += 1

        np.testing.assert_allclose(histogram(img.astype(np.uint8), k), want / k**2, rtol=1e-12)
        np.testing.assert_allclose(histogram(img.astype(np.float64), k), want / k**2, rtol=1e-12)
