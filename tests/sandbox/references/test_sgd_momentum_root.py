from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch


def test_agrees_with_torch(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    solve = reference("sgd-momentum-root", "solve")
    for _ in range(200):
        lr, momentum, steps = rng.uniform(1e-4, 2e-3), rng.uniform(0, 0.95), int(rng.integers(0, 8))
        x = torch.tensor(rng.uniform(-4, 2), dtype=torch.float64, requires_grad=True)
        start = x.item()
        optimizer = torch.optim.SGD([x], lr=lr, momentum=momentum)
        for _ in range(steps):
            optimizer.zero_grad()
            ((x**2 + 2 * x - 3) ** 2).backward()
            optimizer.step()

        assert solve(start, lr, momentum, steps) == pytest.approx(x.item(), rel=1e-12)
