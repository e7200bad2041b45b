from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch.nn.functional import logsigmoid


def test_agrees_with_autograd(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    sgns = reference("word2vec-negative-sampling", "sgns")
    for v, d, b, k in rng.integers(1, 7, (200, 4)).tolist():
        tables = rng.standard_normal((2, v, d)) * rng.choice([0.1, 1, 20])
        centers, contexts = rng.integers(0, v, (2, b))
        negatives = rng.integers(0, v, (b, k - 1))

        loss, *gradients = sgns(*tables, centers, contexts, negatives)

        into, out = (torch.from_numpy(table).requires_grad_() for table in tables)
        center = into[torch.from_numpy(centers)]
        positive = logsigmoid((out[torch.from_numpy(contexts)] * center).sum(1))
        negative = logsigmoid(-torch.einsum("bkd,bd->bk", out[torch.from_numpy(negatives)], center)).sum(1)
        want = -(positive + negative).mean()
        want.backward()
        np.testing.assert_allclose(loss, want.item(), rtol=1e-9, atol=1e-12)
        for got, table in zip(gradients, (into, out), strict=True):
            np.testing.assert_allclose(got, table.grad.numpy(), rtol=1e-9, atol=1e-11)
