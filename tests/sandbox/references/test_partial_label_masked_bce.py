from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch


def test_agrees_with_torch(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    masked_bce = reference("partial-label-masked-bce", "masked_bce")
    for n, c in rng.integers(1, 8, (250, 2)).tolist():
        logits = rng.standard_normal((n, c)) * 10.0 ** rng.integers(-2, 4)
        targets, valid = rng.integers(0, 2, (n, c)) * 1.0, rng.random((n, c)) < 0.7
        valid.flat[0] = True
        x, t = torch.tensor(logits[valid]), torch.tensor(targets[valid])
        want = torch.nn.functional.binary_cross_entropy_with_logits(x, t).item()

        logits[~valid], targets[~valid] = rng.choice([np.nan, np.inf, 7.0], 2)
        np.testing.assert_allclose(masked_bce(logits, targets, valid), want, rtol=1e-9, atol=1e-12)
