from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch.nn import functional


def test_agrees_with_autograd(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    backward = reference("textcnn-pooling-backward", "pool1d_backward")
    for n, c, stride, kernel in rng.integers(1, 5, (110, 4)).tolist():
        padding = int(rng.integers(0, kernel // 2 + 1))
        length = int(rng.integers(max(kernel - 2 * padding, 1), 12))
        x = torch.from_numpy(rng.integers(-3, 3, (n, c, length)).astype(float)).requires_grad_()
        for mode in ("max", "avg"):
            pool = functional.max_pool1d if mode == "max" else functional.avg_pool1d
            y = pool(x, kernel, stride, padding)
            dy = rng.standard_normal(tuple(y.shape))
            (want,) = torch.autograd.grad(y, x, torch.from_numpy(dy))

            got = backward(x.detach().numpy(), dy, kernel, stride, padding, mode)
            np.testing.assert_allclose(got, want.numpy(), rtol=1e-12, atol=1e-12)
