from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.utils.flop_counter import FlopCounterMode


def block(cin: int, cout: int, t: int, k: int, stride: int) -> nn.Sequential:
    wide = t * cin
    layers = [
        nn.Conv2d(wide, wide, k, stride, (k - 1) // 2, groups=wide, bias=False, device="meta"),
        nn.Conv2d(wide, cout, 1, bias=False, device="meta"),
    ]
    if t > 1:
        layers.insert(0, nn.Conv2d(cin, wide, 1, bias=False, device="meta"))
    return nn.Sequential(*layers)


def test_agrees_with_the_block(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    inverted_residual_cost = reference("inverted-residual-cost", "inverted_residual_cost")
    for _ in range(150):
        cin, cout, t, h, w = (int(rng.integers(1, high)) for high in (20, 20, 5, 30, 30))
        k, stride = int(rng.choice([1, 3, 5, 7])), int(rng.integers(1, 4))
        layers = block(cin, cout, t, k, stride)
        with FlopCounterMode(display=False) as counter:
            layers(torch.empty(1, cin, h, w, device="meta"))

        params, macs = inverted_residual_cost(cin, cout, t, h, w, k, stride)
        assert params == sum(p.numel() for p in layers.parameters())
        assert 2 * macs == counter.get_total_flops()
