from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np


def test_agrees_with_windows_cut_out(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    guided_filter = reference("guided-filter", "guided_filter")
    for h, w, r in rng.integers(1, 7, (200, 3)).tolist():
        guide, p = rng.random((2, h, w))
        eps = float(10 ** rng.uniform(-4, 0))

        def each_window(function: Callable[..., Any], *images: Any, h: int = h, w: int = w, r: int = r - 1) -> Any:
            windows = [
                [np.s_[max(y - r, 0) : y + r + 1, max(x - r, 0) : x + r + 1] for x in range(w)] for y in range(h)
            ]
            return np.array([[function(*(image[at] for image in images)) for at in row] for row in windows])

        def covariance(one: Any, other: Any) -> Any:
            return ((one - one.mean()) * (other - other.mean())).mean()

        a = each_window(covariance, guide, p) / (each_window(np.var, guide) + eps)
        b = each_window(np.mean, p) - a * each_window(np.mean, guide)
        want = each_window(np.mean, a) * guide + each_window(np.mean, b)
        np.testing.assert_allclose(guided_filter(guide, p, r - 1, eps), want, rtol=1e-8, atol=1e-10)
