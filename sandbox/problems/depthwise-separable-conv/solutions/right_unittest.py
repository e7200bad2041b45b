# expect: accepted
import unittest

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, in_channels, out_channels, kernel_size=3, stride=1):
        super().__init__()
        layers = dict(stride=stride, padding=(kernel_size - 1) // 2, groups=in_channels, bias=False)
        self.depthwise = nn.Conv2d(in_channels, in_channels, kernel_size, **layers)
        self.pointwise = nn.Conv2d(in_channels, out_channels, kernel_size=1, bias=False)

    def forward(self, x):
        x = self.depthwise(x)
        x = self.pointwise(x)
        return x


def test():
    check = unittest.TestCase()
    net = Net(8, 16)
    state = {name: tuple(value.shape) for name, value in net.state_dict().items()}
    check.assertEqual(sum(p.nelement() for p in net.parameters()), 8 * 9 + 8 * 16)
    out = net(torch.randn(3, 8, 6, 5))
    check.assertEqual(list(out.shape), [3, 16, 6, 5])
    check.assertEqual(state, {"depthwise.weight": (8, 1, 3, 3), "pointwise.weight": (16, 8, 1, 1)})
