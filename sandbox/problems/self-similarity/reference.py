"""Vectors as rows, in float64, times their transpose."""

import torch


def self_similarity(x, normalize=True):
    if x.dim() not in (2, 4):
        raise ValueError(f"x has {x.dim()} dimensions, not 2 or 4")
    rows = x.double()
    if x.dim() == 4:
        rows = rows.flatten(2).transpose(1, 2)  # (N, H*W, C)
    if normalize:
        rows = torch.nn.functional.normalize(rows, dim=-1, eps=1e-12)
    return (rows @ rows.transpose(-1, -2)).to(x.dtype)
