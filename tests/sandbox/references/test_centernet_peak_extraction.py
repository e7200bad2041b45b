from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch.nn import functional


def test_agrees_with_max_pooling(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    peaks = reference("centernet-peak-extraction", "peaks")
    for c, h, w, topk, radius in rng.integers(1, 8, (200, 5)).tolist():
        heat = torch.from_numpy(rng.integers(-2, 6, (c, h, w)) / 8)
        thr, kernel = float(rng.integers(0, 4) / 8), 2 * (radius // 2) + 1
        kept = (functional.max_pool2d(heat, kernel, 1, kernel // 2) == heat) & (heat > thr)
        order = torch.argsort(heat[kept], descending=True, stable=True)[:topk]

        got = peaks(heat, topk, thr, kernel)

        for left, right in zip(got, (heat[kept][order], *torch.nonzero(kept)[order].T), strict=True):
            assert torch.equal(left, right)
