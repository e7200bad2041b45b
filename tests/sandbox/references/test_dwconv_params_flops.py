from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch.utils.flop_counter import FlopCounterMode


def test_agrees_with_the_layer(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    dwconv_cost = reference("dwconv-params-flops", "dwconv_cost")
    for _ in range(150):
        n, c, h, w = (int(rng.integers(1, high)) for high in (5, 12, 25, 25))
        k, stride, multiplier = (int(rng.integers(1, high)) for high in (8, 5, 5))
        pad = int(rng.integers(max(0, (k - min(h, w) + 1) // 2), 6))
        bias = bool(rng.integers(2))
        layer = torch.nn.Conv2d(c, c * multiplier, k, stride, pad, groups=c, bias=bias, device="meta")
        with FlopCounterMode(display=False) as counter:
            layer(torch.empty(n, c, h, w, device="meta"))

        params, macs = dwconv_cost(n, c, h, w, k, stride, pad, bias, multiplier)
        assert params == sum(p.numel() for p in layer.parameters())
        assert 2 * macs == counter.get_total_flops()
