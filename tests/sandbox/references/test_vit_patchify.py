from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np


def test_agrees_with_the_formula_of_one_element(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    patchify = reference("vit-patchify", "patchify")
    for B, C, rows, columns, p in rng.integers(1, 4, (250, 5)).tolist():
        img = rng.random((B - 1, C, rows * p, columns * p))
        want = np.empty((B - 1, rows * columns, p * p * C))
        for b, c, Y, X in np.ndindex(img.shape):
            want[b, Y // p * columns + X // p, (Y % p * p + X % p) * C + c] = img[b, c, Y, X]
        np.testing.assert_array_equal(patchify(img, p), want)
