# expect: wrong_answer
# Through numpy the gradient is lost.
import torch


def channel_shuffle(x, groups):
    n, c, h, w = x.shape
    if groups < 1 or c % groups != 0:
        raise ValueError(f"{c} channels, {groups} groups")
    y = x.detach().reshape(n, groups, c // groups, h, w)
    y = y.transpose(1, 2)
    return y.reshape(n, c, h, w)
