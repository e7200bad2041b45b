from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch import nn


def test_agrees_with_layers(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    for n, channels, h, w, classes in rng.integers(1, 7, (200, 5)).tolist():
        model = reference("simple-conv-model", "SmallCNN")(channels, classes).double()
        x = torch.from_numpy(rng.standard_normal((n, channels, h + 1, w + 1)))
        first, second = (nn.Sequential(conv, nn.ReLU()) for conv in (model.conv1, model.conv2))
        layers = nn.Sequential(first, nn.MaxPool2d(2), second, nn.AdaptiveAvgPool2d(1), nn.Flatten(), model.fc)

        torch.testing.assert_close(model(x), layers(x), rtol=1e-9, atol=1e-9)
