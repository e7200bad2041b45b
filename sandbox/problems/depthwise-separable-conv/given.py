"""What the name Net stands for while test() is tried out."""

import torch
from torch import nn


class _OneChannelTooMany(nn.Module):
    """Has the right number of parameters: only the shape of the output tells."""

    def __init__(self, in_channels, out_channels, kernel_size=3, stride=1):
        super().__init__()
        padding = kernel_size // 2
        self.depthwise = nn.Conv2d(
            in_channels, in_channels, kernel_size, stride=stride, padding=padding, groups=in_channels, bias=False
        )
        self.pointwise = nn.Conv2d(in_channels, out_channels, 1, bias=False)

    def forward(self, x):
        y = self.pointwise(self.depthwise(x))
        return torch.cat([y, y[:, :1]], dim=1)


class _Ordinary(nn.Conv2d):
    """The output has the right shape: only the number of parameters tells."""

    def __init__(self, in_channels, out_channels, kernel_size=3, stride=1):
        super().__init__(in_channels, out_channels, kernel_size, stride=stride, padding=kernel_size // 2, bias=False)


class _OrdinaryWithBias(nn.Conv2d):
    def __init__(self, in_channels, out_channels, kernel_size=3, stride=1):
        super().__init__(in_channels, out_channels, kernel_size, stride=stride, padding=kernel_size // 2)
