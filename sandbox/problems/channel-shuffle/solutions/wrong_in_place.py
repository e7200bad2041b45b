# expect: wrong_answer
# Writes the result into x.
import torch


def channel_shuffle(x, groups):
    n, c, h, w = x.shape
    if groups < 1 or c % groups != 0:
        raise ValueError(f"{c} channels, {groups} groups")
    y = x.reshape(n, groups, c // groups, h, w)
    y = y.transpose(1, 2)
    shuffled = y.reshape(n, c, h, w).clone()
    with torch.no_grad():
        if n and x.stride(0):
            x.copy_(shuffled)
    return shuffled
