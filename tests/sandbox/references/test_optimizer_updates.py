from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch


def test_agrees_with_torch_over_several_steps(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    step = reference("optimizer-updates", "optimizer_step")
    for number in range(210):
        method = ("sgd", "momentum", "adam")[number % 3]
        lr, momentum, beta1, beta2, eps, decay = (rng.random(6) * [1, 0.99, 0.9, 0.99, 0.1, 0.5] + 1e-8).tolist()
        w, state = rng.standard_normal((3, 2)), {}
        theirs = torch.nn.Parameter(torch.from_numpy(w.copy()))
        if method == "adam":
            optimizer: Any = torch.optim.Adam([theirs], lr, (beta1, beta2), eps, decay)
        else:
            optimizer = torch.optim.SGD([theirs], lr, momentum if method == "momentum" else 0.0, weight_decay=decay)
        for _ in range(5):
            g = rng.standard_normal((3, 2)) * (rng.random((3, 2)) < 0.7)
            w, state = step(method, w, g, state, lr, momentum, beta1, beta2, eps, decay)
            theirs.grad = torch.from_numpy(g)
            optimizer.step()
            np.testing.assert_allclose(w, theirs.detach().numpy(), rtol=1e-9, atol=1e-11)
