# expect: wrong_answer
# reshape(N, H*W, C) tears the vectors apart.
import torch


def self_similarity(x, normalize=True):
    if x.dim() == 4:
        rows = x.reshape(x.shape[0], -1, x.shape[1])
    elif x.dim() == 2:
        rows = x
    else:
        raise ValueError(f"expected 2D or 4D, got {x.dim()}D")
    if normalize:
        rows = rows / rows.norm(dim=-1, keepdim=True).clamp(min=1e-12)
    return rows @ rows.transpose(-1, -2)
