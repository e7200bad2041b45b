# expect: accepted
# Its own softmax.
import math

import torch
import torch.nn as nn


class SelfAttentionBlock(nn.Module):
    def __init__(self, dim: int, num_heads: int = 1, qkv_bias: bool = True) -> None:
        if dim % num_heads:
            raise ValueError(f"{dim} % {num_heads} != 0")
        super().__init__()
        self.h = num_heads
        self.qkv = nn.Linear(dim, 3 * dim, bias=qkv_bias)
        self.proj = nn.Linear(dim, dim)

    def forward(self, x: torch.Tensor, mask: torch.Tensor | None = None) -> torch.Tensor:
        b, n, c = x.size()
        q, k, v = torch.split(self.qkv(x), c, dim=2)
        q, k, v = (t.view(b, n, self.h, c // self.h) for t in (q, k, v))
        scores = torch.einsum("bihd,bjhd->bhij", q, k) / math.sqrt(c // self.h)
        if mask is not None:
            allowed = mask.expand(b, n, n)[:, None]
            scores = torch.where(allowed, scores, torch.finfo(scores.dtype).min)
        scores = scores - scores.amax(dim=-1, keepdim=True)
        weights = scores.exp()
        weights = weights / weights.sum(dim=-1, keepdim=True)
        return self.proj(torch.einsum("bhij,bjhd->bihd", weights, v).flatten(2))
