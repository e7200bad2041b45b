from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np


def at_percentile(values: list[float], percentile: float) -> float:
    below, part = divmod((len(values) - 1) * percentile / 100, 1)
    ordered = [*sorted(values), 0.0]
    return ordered[int(below)] * (1 - part) + ordered[int(below) + 1] * part


def test_agrees_with_single_values(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    quantize = reference("int8-quantization", "quantize_int8")
    for number, count in enumerate(rng.integers(1, 30, 250).tolist()):
        x = (rng.standard_normal(count) + rng.choice([-3, 0, 3])) * 10.0 ** rng.integers(-3, 4)
        percentile = float(rng.choice([100.0, 99.0, 80.0]))
        values, symmetric = x.tolist(), number % 2 == 0
        if symmetric:
            scale, zero, lowest = at_percentile([abs(value) for value in values], percentile) / 127, 0, -127
        else:
            lo, hi = min(0, at_percentile(values, 100 - percentile)), max(0, at_percentile(values, percentile))
            scale, lowest = (hi - lo) / 255, -128
            zero = round(-128 - lo / scale)

        q, got_scale, got_zero = quantize(x, symmetric, percentile)
        assert q.tolist() == [min(max(round(value / scale) + zero, lowest), 127) for value in values]
        assert (got_zero, q.dtype) == (zero, np.int8)
        np.testing.assert_allclose(got_scale, scale, rtol=1e-12)
