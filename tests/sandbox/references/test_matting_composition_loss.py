from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np


def test_agrees_with_compositing_pixels(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    composition_loss = reference("matting-composition-loss", "composition_loss")
    for h, w in rng.integers(1, 6, (250, 2)).tolist():
        pred, true, mask = rng.uniform(-0.5, 1.5, (h, w)), rng.random((h, w)), rng.random((h, w)) < 0.6
        fg, bg = rng.random((2, h, w, 3))

        differences = []
        for y, x in zip(*np.nonzero(mask), strict=True):
            one, other = (a * fg[y, x] + (1 - a) * bg[y, x] for a in (min(max(pred[y, x], 0), 1), true[y, x]))
            differences += np.abs(one - other).tolist()
        want = sum(differences) / len(differences) if differences else 0.0
        np.testing.assert_allclose(composition_loss(pred, true, fg, bg, mask), want, rtol=1e-9, atol=1e-12)
