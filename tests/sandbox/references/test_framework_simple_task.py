from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch.nn import functional


def test_agrees_with_the_optimiser_of_torch(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    classifier = reference("framework-simple-task", "Classifier")
    for n, inputs, hidden, batch_size in rng.integers(1, 7, (200, 4)).tolist():
        module, seed = classifier(inputs, hidden, 3), int(rng.integers(2**31))
        other = torch.nn.Sequential(torch.nn.Linear(inputs, hidden), torch.nn.ReLU(), torch.nn.Linear(hidden, 3))
        for mine, its in zip(other.parameters(), module.parameters(), strict=True):
            mine.data.copy_(its)
        X, y = torch.from_numpy(rng.standard_normal((n, inputs))).float(), torch.from_numpy(rng.integers(0, 3, n))

        got = module.fit(X, y, 2, 0.1, batch_size, torch.Generator().manual_seed(seed))

        optimiser, generator = torch.optim.SGD(other.parameters(), 0.1, 0.9), torch.Generator().manual_seed(seed)
        want = [0.0, 0.0]
        for epoch in range(2):
            for batch in torch.randperm(n, generator=generator).split(batch_size):
                optimiser.zero_grad()
                loss = functional.cross_entropy(other(X[batch]), y[batch])
                loss.backward()
                optimiser.step()
                want[epoch] += loss.item() * len(batch) / n
        np.testing.assert_allclose(got, want, rtol=1e-4, atol=1e-5)
        torch.testing.assert_close(module(X), other(X), rtol=1e-4, atol=1e-5)
