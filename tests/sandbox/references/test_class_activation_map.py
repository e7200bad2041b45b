from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np


def test_agrees_with_single_pixels(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    cam = reference("class-activation-map", "cam")
    for C, H, W, K in rng.integers(1, 6, (250, 4)).tolist():
        feature, weight = rng.integers(-3, 4, (C, H, W)) * 1.0, rng.integers(-3, 4, (K, C)) * 1.0
        cls = int(rng.integers(K))
        want = [
            [max(0.0, sum(w * f for w, f in zip(weight[cls], feature[:, y, x], strict=True))) for x in range(W)]
            for y in range(H)
        ]
        peak = max(map(max, want)) or 1.0
        np.testing.assert_allclose(cam(feature, weight, cls), np.array(want) / peak, rtol=1e-12)
