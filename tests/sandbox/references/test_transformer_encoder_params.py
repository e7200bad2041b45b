from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch


def test_agrees_with_the_layer(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    encoder_block_params = reference("transformer-encoder-params", "encoder_block_params")
    for _ in range(60):
        d, d_ff, bias = int(rng.integers(1, 100)), int(rng.integers(1, 400)), bool(rng.integers(2))
        layer = torch.nn.TransformerEncoderLayer(d, 1, d_ff, bias=bias, device="meta")

        assert encoder_block_params(d, d_ff, bias) == sum(p.numel() for p in layer.parameters())
        assert encoder_block_params(d, None, bias) == encoder_block_params(d, 4 * d, bias)
