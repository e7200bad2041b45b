from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch


def test_agrees_with_torch(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    attention = reference("scaled-dot-product-attention", "attention")
    for lq, lk, d, dv, dimensions in rng.integers(1, 6, (200, 5)).tolist():
        lead = tuple(rng.integers(1, 4, dimensions - 1).tolist())
        q, k, v = (rng.standard_normal((*lead, *shape)) for shape in ((lq, d), (lk, d), (lk, dv)))
        mask = rng.random((lq, lk)) < 0.7

        want = torch.nn.functional.scaled_dot_product_attention(
            *(torch.from_numpy(array) for array in (q, k, v)), attn_mask=torch.from_numpy(mask)
        )
        want[..., ~mask.any(axis=1), :] = 0
        np.testing.assert_allclose(attention(q, k, v, mask), want.numpy(), rtol=1e-9, atol=1e-12)
