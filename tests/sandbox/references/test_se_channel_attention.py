from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch import nn


def test_channel_attention_agrees_with_convolutions(
    reference: Callable[[str, str], Any], rng: np.random.Generator
) -> None:
    for b, c, r, h, w in rng.integers(1, 7, (200, 5)).tolist():
        module = reference("se-channel-attention", "SE")(c, r).double()
        x = torch.from_numpy(rng.standard_normal((b, c, h, w)))
        layers = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten(), module.fc1, nn.ReLU(), module.fc2, nn.Sigmoid())

        torch.testing.assert_close(module(x), x * layers(x)[:, :, None, None], rtol=1e-9, atol=1e-9)
