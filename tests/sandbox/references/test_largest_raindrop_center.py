from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np


def test_agrees_with_labels_that_spread(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    centre = reference("largest-raindrop-center", "largest_blob_center")
    for height, width in rng.integers(1, 9, (300, 2)).tolist():
        img = rng.integers(0, 256, (height, width)).astype(np.uint8)
        thr = int(rng.integers(1, 256))
        labels = np.where(img >= thr, np.arange(img.size).reshape(img.shape), img.size)
        for _ in range(img.size):
            around = np.pad(labels, 1, constant_values=img.size)
            near = [labels, around[2:, 1:-1], around[:-2, 1:-1], around[1:-1, 2:], around[1:-1, :-2]]
            labels = np.where(img >= thr, np.minimum.reduce(near), img.size)
        sizes = np.bincount(labels[img >= thr], minlength=1)

        got = centre(img, thr)

        if not sizes.any():
            assert got is None
        else:
            np.testing.assert_allclose(got, np.argwhere(labels == sizes.argmax()).mean(axis=0), rtol=1e-12)
