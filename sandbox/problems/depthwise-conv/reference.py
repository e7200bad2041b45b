"""One channel after the other, each an ordinary convolution of one input channel, in float64."""

import torch
from torch import nn
from torch.nn import functional


class DwConv(nn.Module):
    def __init__(self, channels, kernel_size=3, stride=1, multiplier=1, bias=False):
        super().__init__()
        self.conv = nn.Conv2d(channels, channels * multiplier, kernel_size, groups=channels, bias=bias)
        self.stride, self.padding, self.multiplier = stride, kernel_size // 2, multiplier

    def forward(self, x):
        weights = self.conv.weight.double().split(self.multiplier)
        planes = x.double().split(1, dim=1)
        together = torch.cat(
            [
                functional.conv2d(plane, weight, stride=self.stride, padding=self.padding)
                for plane, weight in zip(planes, weights, strict=True)
            ],
            dim=1,
        )
        if self.conv.bias is not None:
            together = together + self.conv.bias.double()[:, None, None]
        return together.to(x.dtype)
