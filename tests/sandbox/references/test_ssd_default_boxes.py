from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np


def test_agrees_with_whole_layers_at_once(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    ssd_boxes = reference("ssd-default-boxes", "ssd_boxes")
    for layers in rng.integers(2, 6, 200).tolist():
        sizes = rng.integers(1, 6, layers).tolist()
        ratios = [rng.uniform(0.2, 5, int(rng.integers(0, 4))).tolist() for _ in sizes]
        low, high = np.sort(rng.uniform(0.01, 1.2, 2)).tolist()
        scales = np.linspace(low, high, layers)
        scales = np.append(scales, 2 * scales[-1] - scales[-2])
        expected = []
        for size, own, s, following in zip(sizes, ratios, scales[:-1], scales[1:], strict=True):
            shapes = np.array([1.0, 1.0, *np.ravel([[a, 1 / a] for a in own])])
            root = np.full(len(shapes), s)
            root[1] = (s * following) ** 0.5
            half = np.stack([root * shapes**0.5, root * shapes**-0.5], axis=1) / 2
            rows, columns = np.divmod(np.arange(size * size), size)
            centres = (np.stack([columns, rows], axis=1)[:, None] + 0.5) / size
            expected.append(np.concatenate([centres - half, centres + half], axis=2).reshape(-1, 4))
        want = np.concatenate(expected)

        np.testing.assert_allclose(ssd_boxes(sizes, ratios, low, high, False), want, rtol=1e-12, atol=1e-13)
        np.testing.assert_allclose(ssd_boxes(sizes, ratios, low, high), want.clip(0, 1), rtol=1e-12, atol=1e-13)
