# expect: accepted
import math

import torch
import torch.nn as nn


class LayerNorm(nn.Module):
    """Flattens to two dimensions, centres, then divides by the root of the mean square."""

    def __init__(self, normalized_shape, eps=1e-5, elementwise_affine=True):
        super().__init__()
        self.shape = torch.Size([normalized_shape] if isinstance(normalized_shape, int) else normalized_shape)
        self.eps = eps
        for name, fill in (("weight", torch.ones), ("bias", torch.zeros)):
            self.register_parameter(name, nn.Parameter(fill(self.shape)) if elementwise_affine else None)

    def forward(self, x):
        lead = x.dim() - len(self.shape)
        if lead < 0 or x.shape[lead:] != self.shape:
            raise ValueError("shape mismatch")
        flat = x.reshape(math.prod(x.shape[:lead]), math.prod(self.shape))
        centred = flat - flat.mean(1, keepdim=True)
        out = centred * torch.rsqrt((centred * centred).mean(1, keepdim=True) + self.eps)
        out = out.reshape(x.shape)
        return out if self.weight is None else torch.addcmul(self.bias, out, self.weight)
