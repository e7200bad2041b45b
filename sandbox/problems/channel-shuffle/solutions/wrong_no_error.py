# expect: wrong_answer
# Drops the channels that are left over.
import torch


def channel_shuffle(x, groups):
    n, c, h, w = x.shape
    groups = max(groups, 1)
    y = x[:, : c // groups * groups].reshape(n, groups, c // groups, h, w)
    y = y.transpose(1, 2)
    return y.reshape(n, -1, h, w) if n else x
