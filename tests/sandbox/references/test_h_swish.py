from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch


def test_agrees_with_torch_and_its_gradient(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    h_swish = reference("h-swish", "h_swish")
    for shape in rng.integers(0, 7, (200, 2)).tolist():
        x = rng.choice([rng.uniform(-5, 5), -3.0, 3.0, 0.0, 100.0], shape)
        leaf = torch.tensor(x, requires_grad=True)
        want = torch.nn.functional.hardswish(leaf)
        want.sum().backward()

        y, dy = h_swish(x)

        np.testing.assert_allclose(y, want.detach().numpy(), rtol=1e-14, atol=1e-15)
        np.testing.assert_allclose(dy, leaf.grad, rtol=1e-14, atol=1e-15)
