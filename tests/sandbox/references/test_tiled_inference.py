from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np


def test_agrees_with_the_mean_of_the_tiles_over_each_pixel(
    reference: Callable[[str, str], Any], rng: np.random.Generator
) -> None:
    tiled_apply = reference("tiled-inference", "tiled_apply")
    for height, width, tile in rng.integers(1, 10, (200, 3)).tolist():
        overlap, stride = (shared := int(rng.integers(tile))), tile - shared
        img = rng.standard_normal((height, width, 2))

        def starts(length: int, tile: int = tile, stride: int = stride) -> list[int]:
            last = max(length - tile, 0)
            return sorted({min(start, last) for start in range(0, length + stride, stride)})

        def model(part: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
            result: np.ndarray[Any, Any] = np.cumsum(part, axis=1)[:, :, :1] - part.mean()
            return result

        got = tiled_apply(img, tile, overlap, model)

        for y, x in np.ndindex(height, width):
            over = [(top, left) for top in starts(height) for left in starts(width)]
            over = [(top, left) for top, left in over if top <= y < top + tile and left <= x < left + tile]
            parts = [model(img[t : t + tile, s : s + tile])[y - t, x - s] for t, s in over]
            np.testing.assert_allclose(got[y, x], np.mean(parts, axis=0), rtol=1e-12, atol=1e-14)
