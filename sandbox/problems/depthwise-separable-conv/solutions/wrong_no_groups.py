# expect: wrong_answer
# The first convolution is an ordinary one.
import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, in_channels, out_channels, kernel_size=3, stride=1):
        super().__init__()
        self.depthwise = nn.Conv2d(
            in_channels,
            in_channels,
            kernel_size,
            stride=stride,
            padding=kernel_size // 2,
            bias=False,
        )
        self.pointwise = nn.Conv2d(in_channels, out_channels, 1, bias=False)

    def forward(self, x):
        return self.pointwise(self.depthwise(x))


def test():
    net = Net(4, 6)
    y = net(torch.randn(2, 4, 8, 10))
    assert y.shape == (2, 6, 8, 10), y.shape
    assert sum(p.numel() for p in net.parameters()) == 4 * 4 * 9 + 4 * 6
