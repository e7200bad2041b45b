from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch


def test_agrees_with_autograd(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    model_class = reference("logistic-regression", "LogisticRegression")
    for rows, columns in rng.integers(1, 9, (200, 2)).tolist():
        X = rng.standard_normal((rows, columns)) * 10.0 ** int(rng.integers(-1, 2))
        y = rng.integers(0, 2, rows)
        lr, steps = float(rng.uniform(0.01, 1)), int(rng.integers(0, 6))
        w = torch.zeros(columns, dtype=torch.float64, requires_grad=True)
        b = torch.zeros((), dtype=torch.float64, requires_grad=True)
        optimizer = torch.optim.SGD([w, b], lr=lr)
        for _ in range(steps):
            optimizer.zero_grad()
            scores = torch.from_numpy(X) @ w + b
            torch.nn.functional.binary_cross_entropy_with_logits(scores, torch.from_numpy(y).double()).backward()
            optimizer.step()

        model = model_class(lr, steps).fit(X, y)

        chances = torch.sigmoid(torch.from_numpy(X) @ w + b).detach().numpy()
        np.testing.assert_allclose(model.coef_, w.detach().numpy(), rtol=1e-9, atol=1e-12)
        np.testing.assert_allclose(model.intercept_, b.item(), rtol=1e-9, atol=1e-12)
        np.testing.assert_allclose(model.predict_proba(X), chances, rtol=1e-9, atol=1e-12)
