from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch


def test_agrees_with_torch_and_its_gradient(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    cross_entropy = reference("cross-entropy-from-mle", "cross_entropy")
    for _ in range(200):
        n, classes, scale = int(rng.integers(1, 9)), int(rng.integers(2, 9)), 10.0 ** rng.integers(-2, 5)
        logits = torch.tensor(rng.uniform(-1, 1, (n, classes)) * scale, requires_grad=True)
        soft = rng.random() < 0.5
        targets = torch.tensor(rng.dirichlet([1.0] * classes, n) if soft else rng.integers(0, classes, n))
        want = torch.nn.functional.cross_entropy(logits, targets)
        want.backward()

        loss, grad = cross_entropy(logits.tolist(), targets.tolist())
        assert loss == pytest.approx(want.item(), rel=1e-12, abs=1e-12)
        np.testing.assert_allclose(grad, logits.grad, rtol=1e-9, atol=1e-13)


def test_is_the_likelihood_of_the_labels(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    """exp(-N * loss) is the product of the probabilities that the model gives to the labels."""
    cross_entropy = reference("cross-entropy-from-mle", "cross_entropy")
    for _ in range(50):
        logits, labels = rng.standard_normal((4, 3)), rng.integers(0, 3, 4)
        odds = np.exp(logits)
        likelihood = np.prod(odds[range(4), labels] / odds.sum(axis=1))

        loss, _ = cross_entropy(logits.tolist(), labels.tolist())
        assert np.exp(-4 * loss) == pytest.approx(likelihood, rel=1e-12)


def test_large_losses_are_exact(reference: Callable[[str, str], Any]) -> None:
    cross_entropy = reference("cross-entropy-from-mle", "cross_entropy")

    assert cross_entropy([[0.0, 10_000.0]], [0]) == (10_000.0, [[-1.0, 1.0]])
    assert cross_entropy([[0.0, -10_000.0]], [[1.0, 0.0]]) == (0.0, [[0.0, 0.0]])


@pytest.mark.parametrize("label", [-1, 2, -100])
def test_labels_beyond_the_classes_are_refused(reference: Callable[[str, str], Any], label: int) -> None:
    with pytest.raises(ValueError, match="not among"):
        reference("cross-entropy-from-mle", "cross_entropy")([[0.0, 1.0], [2.0, 3.0]], [0, label])
