# expect: wrong_answer
# The block of MobileNet, with its normalisation.
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
            groups=channels,
            bias=bias,
        )
        self.bn = nn.BatchNorm2d(channels * multiplier)

    def forward(self, x):
        return self.bn(self.conv(x))
