# expect: wrong_answer
# Asserts instead of raising ValueError.
import torch


def self_similarity(x, normalize=True):
    if x.dim() == 4:
        rows = x.flatten(2).transpose(1, 2)
    elif x.dim() == 2:
        rows = x
    else:
        raise AssertionError("expected 2D or 4D")
    if normalize:
        rows = rows / rows.norm(dim=-1, keepdim=True).clamp(min=1e-12)
    return rows @ rows.transpose(-1, -2)
