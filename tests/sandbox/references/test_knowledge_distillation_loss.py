from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch


def test_agrees_with_torch(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    kd_loss = reference("knowledge-distillation-loss", "kd_loss")
    for samples, classes in rng.integers(1, 8, (250, 2)).tolist():
        student, teacher = rng.standard_normal((2, samples, classes)) * 10.0 ** rng.integers(-1, 5)
        T = float(rng.uniform(0.5, 8))

        log_q, log_p = (torch.log_softmax(torch.tensor(each) / T, dim=1) for each in (student, teacher))
        divergence = torch.nn.functional.kl_div(log_q, log_p, log_target=True, reduction="batchmean")
        np.testing.assert_allclose(kd_loss(student, teacher, T), T * T * divergence.item(), rtol=1e-9, atol=1e-12)
