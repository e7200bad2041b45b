# expect: accepted
import torch
import torch.nn as nn
import torch.nn.functional as F


class _Weights(nn.Module):
    def __init__(self, outputs: int, kernel_size: int, bias: bool) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(outputs, 1, kernel_size, kernel_size) * 0.1)
        self.bias = nn.Parameter(torch.zeros(outputs)) if bias else None


class DwConv(nn.Module):
    def __init__(
        self, channels: int, kernel_size: int = 3, stride: int = 1, multiplier: int = 1, bias: bool = False
    ) -> None:
        super().__init__()
        self.channels, self.k, self.stride, self.multiplier = channels, kernel_size, stride, multiplier
        self.conv = _Weights(channels * multiplier, kernel_size, bias)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        n, c, h, w = x.shape
        k, pad = self.k, self.k // 2
        columns = F.unfold(x, k, padding=pad, stride=self.stride).view(n, c, 1, k * k, -1)
        kernels = self.conv.weight.view(1, c, self.multiplier, k * k, 1)
        h2, w2 = (h + 2 * pad - k) // self.stride + 1, (w + 2 * pad - k) // self.stride + 1
        y = (columns * kernels).sum(dim=3).reshape(n, c * self.multiplier, h2, w2)
        return y if self.conv.bias is None else y + self.conv.bias.view(1, -1, 1, 1)
