"""torch.nn.functional.scaled_dot_product_attention in float64, one block of qkv outputs after the other."""

import torch
from torch import nn


class SelfAttentionBlock(nn.Module):
    def __init__(self, dim, num_heads=1, qkv_bias=True):
        super().__init__()
        if dim % num_heads != 0:
            raise ValueError(f"dim {dim} is not divisible by num_heads {num_heads}")
        self.num_heads = num_heads
        self.qkv = nn.Linear(dim, 3 * dim, bias=qkv_bias)
        self.proj = nn.Linear(dim, dim)

    def forward(self, x, mask=None):
        q, k, v = (self.heads(block) for block in linear(self.qkv, x.double()).chunk(3, dim=-1))
        if mask is not None and mask.dim() == 3:
            mask = mask.unsqueeze(1)  # (B, 1, N, N)
        attended = nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        joined = torch.cat(attended.unbind(dim=1), dim=-1)  # (B, N, C)
        return linear(self.proj, joined).to(x.dtype)

    def heads(self, block):
        return torch.stack(block.chunk(self.num_heads, dim=-1), dim=1)  # (B, h, N, d)


def linear(layer, x):
    bias = None if layer.bias is None else layer.bias.double()
    return nn.functional.linear(x, layer.weight.double(), bias)
