from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np


def test_agrees_with_mixing_pairs(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    mixup = reference("mixup", "mixup")
    for seed, count in enumerate(rng.integers(1, 9, 250).tolist()):
        x, y = rng.random((count, 3)), rng.integers(0, 5, count)
        alpha = float(rng.choice([0.0, 0.2, 1.0, 3.0]))

        mixed, one, other, lam = mixup(x, y, alpha, np.random.default_rng(seed))

        drawn = np.random.default_rng(seed)
        assert lam == (drawn.beta(alpha, alpha) if alpha else 1.0)
        partners = drawn.permutation(count).tolist()
        pairs = [x[i] + (1 - lam) * (x[j] - x[i]) for i, j in enumerate(partners)]
        np.testing.assert_allclose(mixed, pairs, rtol=1e-12)
        assert (one.tolist(), other.tolist()) == (y.tolist(), [y[j] for j in partners])
