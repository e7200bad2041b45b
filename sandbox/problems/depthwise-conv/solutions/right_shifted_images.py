# expect: accepted
import torch
from torch import nn
from torch.nn import functional as F


class DwConv(nn.Module):
    def __init__(self, channels, kernel_size=3, stride=1, multiplier=1, bias=False):
        super().__init__()
        self.conv = nn.Conv2d(channels, channels * multiplier, kernel_size, groups=channels, bias=bias)
        self.stride, self.multiplier = stride, multiplier

    def forward(self, x):
        weight, bias, step = self.conv.weight, self.conv.bias, self.stride
        k = weight.shape[-1]
        padded = F.pad(x, [k // 2] * 4).repeat_interleave(self.multiplier, dim=1)
        h2, w2 = (x.shape[2] - 1) // step + 1, (x.shape[3] - 1) // step + 1
        out = 0
        for i in range(k):
            for j in range(k):
                moved = padded[:, :, i : i + (h2 - 1) * step + 1 : step, j : j + (w2 - 1) * step + 1 : step]
                out = out + moved * weight[:, 0, i, j].reshape(-1, 1, 1)
        if bias is not None:
            out = out + bias.reshape(-1, 1, 1)
        return out
