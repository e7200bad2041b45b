# expect: wrong_answer
# Output channel j*C + c instead of c*multiplier + j.
import torch
from torch import nn
from torch.nn import functional as F


class DwConv(nn.Module):
    def __init__(self, channels, kernel_size=3, stride=1, multiplier=1, bias=False):
        super().__init__()
        self.conv = nn.Conv2d(channels, channels * multiplier, kernel_size, groups=channels, bias=bias)
        self.stride, self.multiplier = stride, multiplier

    def forward(self, x):
        weight, bias = self.conv.weight, self.conv.bias
        channels, k = x.shape[1], weight.shape[-1]
        planes = []
        for j in range(self.multiplier):
            for c in range(channels):
                place = c * self.multiplier + j
                own = None if bias is None else bias[place : place + 1]
                planes.append(F.conv2d(x[:, c : c + 1], weight[place : place + 1], own, self.stride, k // 2))
        return torch.cat(planes, dim=1)
