from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch
from torch.utils.flop_counter import FlopCounterMode


def test_agrees_with_the_flop_counter(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    conv_flops = reference("conv-flops", "conv_flops")
    for _ in range(100):
        groups = int(rng.integers(1, 5))
        n, cin, cout = (int(rng.integers(1, 5)) * factor for factor in (1, groups, groups))
        kernel = (int(rng.integers(1, 6)), int(rng.integers(1, 6)))
        k = list(kernel) if kernel[0] != kernel[1] else kernel[0]
        layer = torch.nn.Conv2d(cin, cout, kernel, stride=2, padding=2, groups=groups, bias=False, device="meta")
        x = torch.empty(n, cin, int(rng.integers(5, 40)), int(rng.integers(5, 40)), device="meta")
        with FlopCounterMode(display=False) as counter:
            h_out, w_out = layer(x).shape[2:]

        macs, flops = conv_flops(n, cin, cout, k, h_out, w_out, groups)
        assert flops == counter.get_total_flops()
        assert flops == 2 * macs


@pytest.mark.parametrize(("cin", "cout"), [(6, 8), (8, 6)])
def test_groups_must_divide_both(reference: Callable[[str, str], Any], cin: int, cout: int) -> None:
    with pytest.raises(ValueError, match="divide"):
        reference("conv-flops", "conv_flops")(1, cin, cout, 3, 5, 5, 4)
