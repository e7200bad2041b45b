from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np


def test_agrees_with_pad_roll_and_reshape(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    windows = reference("swin-window-partition", "SwinWindows")
    for batch, height, width, channels, w in rng.integers(1, 7, (200, 5)).tolist():
        shift = int(rng.integers(w))
        x = rng.standard_normal((batch, height, width, channels))
        image = np.pad(x, ((0, 0), (0, -height % w), (0, -width % w), (0, 0)))
        down, across = image.shape[1] // w, image.shape[2] // w
        want = np.roll(image, (-shift, -shift), axis=(1, 2)).reshape(batch, down, w, across, w, channels)

        got = windows(w, shift).partition(x)

        assert np.array_equal(got, want.swapaxes(2, 3).reshape(-1, w, w, channels))
        assert np.array_equal(windows(w, shift).reverse(got, height, width), x)
