# expect: time_limit
# Copies one number at a time.
import torch


def channel_shuffle(x, groups):
    n, c, h, w = x.shape
    if groups < 1 or c % groups:
        raise ValueError("groups")
    out = torch.zeros_like(x)
    for b in range(n):
        for i in range(groups):
            for j in range(c // groups):
                for row in range(h):
                    for column in range(w):
                        out[b, j * groups + i, row, column] = x[b, i * (c // groups) + j, row, column]
    return out
