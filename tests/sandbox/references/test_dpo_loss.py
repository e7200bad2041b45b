from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch


def test_agrees_with_torch(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    dpo_loss = reference("dpo-loss", "dpo_loss")
    for n in rng.integers(1, 12, 250).tolist():
        arrays = -rng.uniform(0, 10.0 ** rng.integers(0, 6), (4, n))
        beta = float(rng.uniform(0.01, 2))
        pi_w, pi_l, ref_w, ref_l = torch.tensor(arrays)
        want = -torch.nn.functional.logsigmoid(beta * ((pi_w - ref_w) - (pi_l - ref_l))).mean()
        np.testing.assert_allclose(dpo_loss(*arrays, beta), want.item(), rtol=1e-9, atol=1e-12)
