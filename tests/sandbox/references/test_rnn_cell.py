from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch


def test_agrees_with_autograd(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    rnn = reference("rnn-cell", "rnn_forward_backward")
    for t, b, d, h in rng.integers(1, 6, (200, 4)).tolist():
        shapes = {"xs": (t, b, d), "h0": (b, h), "Wx": (d, h), "Wh": (h, h), "b": (h,)}
        inputs = {name: rng.standard_normal(shape) for name, shape in shapes.items()}
        dhs = rng.standard_normal((t, b, h))

        hs, grads = rnn(**inputs, dhs=dhs)

        leaves = {name: torch.from_numpy(array).requires_grad_() for name, array in inputs.items()}
        states = [leaves["h0"]]
        for x in leaves["xs"]:
            states.append(torch.tanh(x @ leaves["Wx"] + states[-1] @ leaves["Wh"] + leaves["b"]))
        want = torch.stack(states[1:])
        np.testing.assert_allclose(hs, want.detach().numpy(), rtol=1e-12)
        want.backward(torch.from_numpy(dhs))
        assert grads.keys() == {f"d{name}" for name in shapes}
        for name, leaf in leaves.items():
            np.testing.assert_allclose(grads[f"d{name}"], leaf.grad.numpy(), rtol=1e-9, atol=1e-11)
