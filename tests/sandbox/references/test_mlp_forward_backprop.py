from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch


def test_agrees_with_autograd(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    forward_backward = reference("mlp-forward-backprop", "mlp_forward_backward")
    names = ("x", "W1", "b1", "W2", "b2")
    for batch, inputs, hidden, outputs in rng.integers(1, 6, (200, 4)).tolist():
        shapes = (batch, inputs), (inputs, hidden), (hidden,), (hidden, outputs), (outputs,)
        # Integers put many z at exactly 0.
        values = [rng.integers(-2, 3, shape).astype(np.float64) for shape in shapes]
        dy = rng.standard_normal((batch, outputs))
        for activation, act in (("relu", torch.relu), ("sigmoid", torch.sigmoid)):
            x, w1, b1, w2, b2 = leaves = [torch.tensor(value, requires_grad=True) for value in values]
            want = act(x @ w1 + b1) @ w2 + b2
            want.backward(torch.from_numpy(dy))

            y, grads = forward_backward(*values, dy, activation)

            np.testing.assert_allclose(y, want.detach().numpy(), rtol=1e-12, atol=1e-12)
            assert set(grads) == {f"d{name}" for name in names}
            for name, leaf in zip(names, leaves, strict=True):
                np.testing.assert_allclose(grads[f"d{name}"], leaf.grad.numpy(), rtol=1e-11, atol=1e-12)
