import torch
from torch import nn


class DwConv(nn.Module):
    def __init__(
        self, channels: int, kernel_size: int = 3, stride: int = 1, multiplier: int = 1, bias: bool = False
    ) -> None:
        super().__init__()
        ...

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        # x: (N, C, H, W)
        ...
