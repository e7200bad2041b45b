# expect: wrong_answer
# groups 0 and -1 divide nothing.
import torch


def channel_shuffle(x, groups):
    n, c, h, w = x.shape
    if c % groups != 0:
        raise ValueError(f"{c} channels, {groups} groups")
    y = x.reshape(n, groups, c // groups, h, w)
    y = y.transpose(1, 2)
    return y.reshape(n, c, h, w)
