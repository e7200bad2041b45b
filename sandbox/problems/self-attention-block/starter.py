import torch
from torch import nn


class SelfAttentionBlock(nn.Module):
    def __init__(self, dim: int, num_heads: int = 1, qkv_bias: bool = True) -> None:
        super().__init__()
        ...

    def forward(self, x: torch.Tensor, mask: torch.Tensor | None = None) -> torch.Tensor:
        # x: (B, N, C), mask: bool (N, N) or (B, N, N), True = may attend -> (B, N, C)
        ...
