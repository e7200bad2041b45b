from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch


def test_agrees_with_torch(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    mae = reference("mae-metric", "mae")
    for dimensions in rng.integers(0, 4, 250).tolist():
        shape = rng.integers(1, 5, dimensions).tolist()
        pair = [rng.integers(0, 256, shape).astype(rng.choice(["u1", "i4", "f4", "f8", "u8"])) for _ in range(2)]

        want = torch.nn.functional.l1_loss(*(torch.tensor(np.array(each, dtype=np.float64)) for each in pair))
        assert abs(mae(*map(np.array, pair)) - want.item()) < 1e-12
