from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch


def test_agrees_with_jacobians_by_autograd(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    stats = reference("attention-scaling-variance", "attention_logit_stats")
    for n, m, d in rng.integers(1, 6, (200, 3)).tolist():
        q, k = (rng.standard_normal((rows, d)) * rng.choice([0.1, 1, 10]) for rows in (n, m))
        want = []
        for logits in (torch.tensor(q @ k.T), torch.tensor(q @ k.T) / d**0.5):
            rows = [torch.autograd.functional.jacobian(lambda row: row.softmax(0), row) for row in logits]
            norms = [float(jacobian.norm()) for jacobian in rows]
            want.append((float(((logits - logits.mean()) ** 2).mean()), sum(norms) / n))

        (var_raw, grad_raw), (var_scaled, grad_scaled) = want
        np.testing.assert_allclose(stats(q, k), (var_raw, var_scaled, grad_raw, grad_scaled), rtol=1e-9, atol=1e-12)
