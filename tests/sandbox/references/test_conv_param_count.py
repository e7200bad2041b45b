from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch


def test_agrees_with_the_layer(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    conv_params = reference("conv-param-count", "conv_params")
    refused = 0
    for _ in range(300):
        cin, cout, groups = (int(rng.integers(1, high)) for high in (13, 13, 5))
        k = tuple(rng.integers(1, 8, 2).tolist()) if rng.random() < 0.5 else int(rng.integers(1, 8))
        bias = bool(rng.integers(2))
        try:
            layer = torch.nn.Conv2d(cin, cout, k, groups=groups, bias=bias, device="meta")
        except ValueError:
            refused += 1
            with pytest.raises(ValueError, match="divide"):
                conv_params(cin, cout, k, groups, bias)
        else:
            assert conv_params(cin, cout, k, groups, bias) == sum(p.numel() for p in layer.parameters())
    assert 50 < refused < 250
