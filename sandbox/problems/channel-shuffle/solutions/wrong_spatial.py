# expect: wrong_answer
# Shuffles the height, not the channels.
import torch


def channel_shuffle(x, groups):
    n, c, h, w = x.shape
    if groups < 1 or c % groups != 0:
        raise ValueError(f"{c} channels, {groups} groups")
    y = x.reshape(n, groups, c // groups, h, w)
    y = y.transpose(2, 3)
    return y.reshape(n, c, h, w)
