from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch


def test_agrees_with_weighted_cross_entropy(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    focal_loss = reference("focal-loss", "focal_loss")
    for count in rng.integers(1, 9, 250).tolist():
        logits, targets = rng.uniform(-1, 1, count) * 10.0 ** rng.integers(-1, 4), rng.integers(0, 2, count)
        alpha, gamma = float(rng.random()), float(rng.choice([0.0, 0.5, 1.0, 2.0, 5.0]))

        x, y = torch.tensor(logits), torch.tensor(targets, dtype=torch.float64)
        entropy = torch.nn.functional.binary_cross_entropy_with_logits(x, y, reduction="none")
        away = (y - torch.sigmoid(x)).abs()
        want = ((alpha * y + (1 - alpha) * (1 - y)) * away**gamma * entropy).mean().item()
        np.testing.assert_allclose(focal_loss(logits, targets, alpha, gamma), want, rtol=1e-9, atol=1e-14)
