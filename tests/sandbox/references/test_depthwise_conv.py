from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch import nn


def test_agrees_with_grouped_convolutions(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    depthwise = reference("depthwise-conv", "DwConv")
    separable = reference("depthwise-separable-conv", "Net")
    for c, other, radius, stride, h, w in rng.integers(1, 5, (200, 6)).tolist():
        kernel, bias = 2 * radius - 1, bool(rng.random() < 0.5)
        x = torch.from_numpy(rng.standard_normal((2, c, h, w)))
        conv = nn.Conv2d(c, c * other, kernel, stride, kernel // 2, groups=c, bias=bias).double()
        module = depthwise(c, kernel, stride, other, bias).double()
        module.conv.load_state_dict(conv.state_dict())
        torch.testing.assert_close(module(x), conv(x), rtol=1e-9, atol=1e-9)

        first = nn.Conv2d(c, c, kernel, stride, kernel // 2, groups=c, bias=False).double()
        second = nn.Conv2d(c, other, 1, bias=False).double()
        net = separable(c, other, kernel, stride).double()
        net.depthwise.load_state_dict(first.state_dict())
        net.pointwise.load_state_dict(second.state_dict())
        torch.testing.assert_close(net(x), second(first(x)), rtol=1e-9, atol=1e-9)
