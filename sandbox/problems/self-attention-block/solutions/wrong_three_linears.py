# expect: wrong_answer
# Parameters under other names.
import torch
from torch import nn


class SelfAttentionBlock(nn.Module):
    def __init__(self, dim, num_heads=1, qkv_bias=True):
        super().__init__()
        if dim % num_heads != 0:
            raise ValueError("dim must be divisible by num_heads")
        self.h, self.d = num_heads, dim // num_heads
        self.q = nn.Linear(dim, dim, bias=qkv_bias)
        self.k = nn.Linear(dim, dim, bias=qkv_bias)
        self.v = nn.Linear(dim, dim, bias=qkv_bias)
        self.proj = nn.Linear(dim, dim)

    def forward(self, x, mask=None):
        B, N, C = x.shape
        q, k, v = (layer(x).view(B, N, self.h, self.d).transpose(1, 2) for layer in (self.q, self.k, self.v))
        attn = q @ k.transpose(-2, -1) / self.d**0.5
        if mask is not None:
            attn = attn.masked_fill(~(mask if mask.dim() == 2 else mask[:, None]), float("-inf"))
        return self.proj((attn.softmax(-1) @ v).transpose(1, 2).reshape(B, N, C))
