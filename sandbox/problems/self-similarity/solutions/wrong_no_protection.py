# expect: wrong_answer
# 0 / 0 for zero vectors.
import torch


def self_similarity(x, normalize=True):
    if x.dim() == 4:
        rows = x.flatten(2).transpose(1, 2)
    elif x.dim() == 2:
        rows = x
    else:
        raise ValueError(f"expected 2D or 4D, got {x.dim()}D")
    if normalize:
        rows = rows / rows.norm(dim=-1, keepdim=True)
    return rows @ rows.transpose(-1, -2)
