from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np


def test_agrees_with_powers_of_complex_rotations(
    reference: Callable[[str, str], Any], rng: np.random.Generator
) -> None:
    sinusoidal_pe = reference("sinusoidal-positional-encoding", "sinusoidal_pe")
    for n, d in rng.integers(0, 24, (250, 2)).tolist():
        d, scale = d + 1, float(rng.uniform(0.05, 4))
        turns = np.exp(1j * scale * np.exp(-np.log(1e4) * np.arange(0, d, 2) / d))
        pairs = turns[None, :] ** np.arange(n)[:, None]
        want = np.stack([pairs.imag, pairs.real], axis=2).reshape(n, 2 * len(turns))[:, :d]
        np.testing.assert_allclose(sinusoidal_pe(n, d, scale), want, rtol=1e-9, atol=1e-12)
