from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch


def test_agrees_with_matrices(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    step = reference("vq-codebook-update", "vq_ema_step")
    for n, k, d in rng.integers(1, 7, (200, 3)).tolist():
        z, codebook, total = (torch.from_numpy(rng.standard_normal((rows, d))) for rows in (n, k, k))
        z, g = z.requires_grad_(True), torch.from_numpy(rng.standard_normal((n, d)))
        count, decay = torch.from_numpy(rng.integers(0, 3, k).astype(float)), float(rng.choice([0.0, 0.7, 1.0]))
        nearest = torch.cdist(z.detach(), codebook, compute_mode="donot_use_mm_for_euclid_dist").argmin(1)
        chosen = torch.nn.functional.one_hot(nearest, k).double()
        new_count = decay * count + (1 - decay) * chosen.sum(0)
        new_sum = decay * total + (1 - decay) * chosen.T @ z.detach()
        rows = torch.where((new_count > 0)[:, None], new_sum / new_count[:, None], codebook)

        z_q, *got = step(z, codebook, count, total, decay)

        (z_q * g).sum().backward()
        torch.testing.assert_close(z.grad, g, rtol=0, atol=0)
        for left, right in zip((z_q, *got), (codebook[nearest], nearest, rows, new_count, new_sum), strict=True):
            torch.testing.assert_close(left.detach(), right, rtol=1e-9, atol=1e-9)
