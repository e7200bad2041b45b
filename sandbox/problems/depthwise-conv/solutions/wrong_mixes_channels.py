# expect: wrong_answer
# An ordinary convolution: no groups.
from torch import nn


class DwConv(nn.Module):
    def __init__(self, channels, kernel_size=3, stride=1, multiplier=1, bias=False):
        super().__init__()
        self.conv = nn.Conv2d(
            channels,
            channels * multiplier,
            kernel_size,
            stride=stride,
            padding=kernel_size // 2,
            bias=bias,
        )

    def forward(self, x):
        return self.conv(x)
