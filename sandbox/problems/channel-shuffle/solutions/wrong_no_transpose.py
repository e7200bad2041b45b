# expect: wrong_answer
# Forgets to swap.
import torch


def channel_shuffle(x, groups):
    n, c, h, w = x.shape
    if groups < 1 or c % groups != 0:
        raise ValueError(f"{c} channels, {groups} groups")
    y = x.reshape(n, groups, c // groups, h, w)
    return y.reshape(n, c, h, w)
