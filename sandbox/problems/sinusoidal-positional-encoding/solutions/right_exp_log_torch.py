# expect: accepted
import math

import torch
from torch import nn


class PositionalEncoding(nn.Module):
    """Builds the table with torch in float64."""

    def __init__(self, d):
        super().__init__()
        if d < 1:
            raise ValueError("d < 1")
        exponents = torch.arange(0, d, 2, dtype=torch.float64) / d
        self.d = d
        self.register_buffer("freq", torch.exp(-math.log(10000.0) * exponents))

    def forward(self, positions):
        a = torch.outer(positions, self.freq)
        return torch.stack((a.sin(), a.cos()), dim=-1).flatten(1)[:, : self.d]


def sinusoidal_pe(n, d, scale=1.0):
    if n < 0:
        raise ValueError("n < 0")
    return PositionalEncoding(d)(scale * torch.arange(n, dtype=torch.float64)).numpy()
