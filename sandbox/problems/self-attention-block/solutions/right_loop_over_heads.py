# expect: accepted
import torch
from torch import nn


class SelfAttentionBlock(nn.Module):
    def __init__(self, dim, num_heads=1, qkv_bias=True):
        super().__init__()
        if dim // num_heads * num_heads != dim:
            raise ValueError("bad number of heads")
        self.dim, self.num_heads = dim, num_heads
        self.qkv = nn.Linear(dim, dim * 3, bias=qkv_bias)
        self.proj = nn.Linear(dim, dim)

    def forward(self, x, mask=None):
        d = self.dim // self.num_heads
        everything = self.qkv(x)
        heads = []
        for i in range(self.num_heads):
            q = everything[..., i * d : (i + 1) * d]
            k = everything[..., self.dim + i * d : self.dim + (i + 1) * d]
            v = everything[..., 2 * self.dim + i * d : 2 * self.dim + (i + 1) * d]
            scores = torch.matmul(q, k.transpose(1, 2)) / d**0.5  # (B, N, N)
            if mask is not None:
                scores = scores.masked_fill(mask == False, -float("inf"))
            heads.append(torch.softmax(scores, -1) @ v)
        return self.proj(torch.cat(heads, dim=-1))
