# expect: accepted
# Heads folded into the batch, the mask as a bias of -1e9.
import torch
import torch.nn.functional as F
from torch import nn


class SelfAttentionBlock(nn.Module):
    def __init__(self, dim, num_heads=1, qkv_bias=True):
        super().__init__()
        self.d, remainder = divmod(dim, num_heads)
        if remainder:
            raise ValueError("num_heads must divide dim")
        self.num_heads = num_heads
        self.qkv = nn.Linear(dim, 3 * dim, bias=qkv_bias)
        self.proj = nn.Linear(dim, dim)

    def forward(self, x, mask=None):
        B, N, C = x.shape
        h = self.num_heads

        def fold(t):
            return t.reshape(B, N, h, self.d).transpose(1, 2).reshape(B * h, N, self.d)

        q, k, v = map(fold, self.qkv(x).chunk(3, dim=-1))
        bias = x.new_zeros(B * h, N, N)
        if mask is not None:
            if mask.dim() == 2:
                mask = mask.expand(B, N, N)
            bias.masked_fill_(mask.logical_not().repeat_interleave(h, dim=0), -1e9)
        attn = F.softmax(torch.baddbmm(bias, q, k.mT, alpha=self.d**-0.5), dim=2)
        out = torch.bmm(attn, v).view(B, h, N, self.d)
        return self.proj(out.permute(0, 2, 1, 3).contiguous().view(B, N, C))
