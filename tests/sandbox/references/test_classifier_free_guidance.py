from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch


def test_agrees_with_torch_on_whole_batches(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    cfg = reference("classifier-free-guidance", "cfg")
    for shape in rng.integers(2, 6, (250, 3)).tolist():
        u, c = rng.standard_normal((2, *shape)) + 1
        scale, phi = rng.uniform(-2, 8, shape[0]), float(rng.uniform())

        guided = torch.lerp(torch.tensor(u), torch.tensor(c), torch.tensor(scale)[:, None, None])
        spreads = [each.flatten(1).std(dim=1, correction=0) for each in (torch.tensor(c), guided)]
        factor = torch.lerp(torch.ones(shape[0], dtype=torch.float64), spreads[0] / spreads[1], phi)
        want = guided * factor[:, None, None]
        np.testing.assert_allclose(cfg(u, c, scale, phi), want.numpy(), rtol=1e-9, atol=1e-11)
