# expect: wrong_answer
# Without padding the image shrinks.
from torch import nn


class DwConv(nn.Module):
    def __init__(self, channels, kernel_size=3, stride=1, multiplier=1, bias=False):
        super().__init__()
        self.conv = nn.Conv2d(
            channels,
            channels * multiplier,
            kernel_size,
            stride=stride,
            groups=channels,
            bias=bias,
        )

    def forward(self, x):
        return self.conv(x)
